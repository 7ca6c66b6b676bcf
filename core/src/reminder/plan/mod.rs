//! The plan: which reminders fire when, and why the others do not.
//!
//! Made anew from the rules and the past whenever anything changes, day after day from today on: a day's own slots
//! (`moments`), then the day as a whole (`groups`), with what it says counting for whether a rule rests on the next
//! (`history`), and of everything said as much as there is room for (`said`). Civil times become instants by [`ZoneSpan`](crate::time::ZoneSpan).

mod day;
mod groups;
mod history;
mod moments;
mod output;
mod said;

pub use output::{DropReason, Dropped, Fire, FireId, FireItem, Plan, Resting};

use super::input::{PlanInput, Shown};
use crate::error::InvalidInput;
use crate::ids::RuleId;
use crate::reminder::rule::Rule;
use crate::time::{CivilDate, CivilTime, Instant};
use day::{Desk, Today, plan_day};
use history::History;
use moments::{Day, minutes_of};
use said::Said;

/// What was shown this much ahead of now was shown by a clock that was wrong.
const WRONG_CLOCK_MS: i64 = 36 * 3_600_000;

/// Plans the reminders of `horizon_days` days from today on.
///
/// # Errors
/// As [`PlanInput::check`] · `zone`, `zone_span_short`: the zone does not cover the horizon and the day after it.
pub fn plan(input: &PlanInput) -> Result<Plan, InvalidInput> {
    input.check()?;
    let today = input.zone.logical_day(input.now, input.settings.day_start)?;
    let latest = input.now.millis() + WRONG_CLOCK_MS;
    let shown: Vec<&Shown> = input.shown.iter().filter(|it| it.at.millis() <= latest).collect();
    let mut histories = histories(input, &shown, today);
    let shown: Vec<&Shown> = shown.into_iter().filter(|it| it.day >= today).collect();
    let minutes_of = |rule: &Rule| rule.slots.iter().map(|slot| minutes_of(*slot, &input.settings)).collect();
    let minutes: Vec<Vec<Vec<CivilTime>>> = input.rules.iter().map(minutes_of).collect();
    let rules = input.rules.iter().zip(&histories).enumerate();
    let resting = rules.filter(|(_, (rule, history))| rule.enabled && history.rests(today) && !history.on(today).is_answered());
    let mut resting: Vec<(usize, Resting)> = resting.map(|(place, (rule, _))| (place, Resting { rule: rule.id, until: None })).collect();

    let mut desk = Desk::default();
    let mut said = Said::default();
    let mut dropped = Vec::new();
    let mut end = input.now.millis();
    let mut date = today;
    for _ in 0..input.horizon_days {
        let day = Day::new(&input.zone, date, input.settings.day_start)?;
        plan_day(&Today { input, day, minutes: &minutes, shown: &shown }, &histories, &mut desk, &mut said, &mut dropped)?;
        let speaks = |place: usize| desk.speaking.contains(&place);
        // What a rule says although it rests is a snooze of today.
        for (place, rests) in resting.iter_mut().filter(|(_, rests)| date > today && rests.until.is_none()) {
            rests.until = speaks(*place).then_some(date);
        }
        for (place, history) in histories.iter_mut().enumerate() {
            history.pass(date, || speaks(place));
        }
        end = day.end;
        date = date.plus_days(1);
    }
    let left_out = said.cut(&input.rules, input.cap);
    let fires = said.fires(&input.rules)?;
    let coverage_until = Instant::from_millis(left_out.unwrap_or(end))?;
    let resting = resting.into_iter().map(|(_, resting)| resting).collect();
    Ok(Plan { today, fires, coverage_until, dropped, resting })
}

/// The past of each rule, in the order of the rules; what is of none is left aside.
fn histories<'a>(input: &'a PlanInput, shown: &[&Shown], today: CivilDate) -> Vec<History<'a>> {
    let mut places: Vec<(RuleId, usize)> = input.rules.iter().zip(0..).map(|(rule, place)| (rule.id, place)).collect();
    places.sort_unstable();
    // What is of one rule mostly comes together.
    let mut found = None;
    let mut place_of = |rule: RuleId| match found {
        Some((of, place)) if of == rule => place,
        _ => {
            let place = places.binary_search_by_key(&rule, |(id, _)| *id).ok().map(|found| places[found].1);
            found = Some((rule, place));
            place
        }
    };
    let mut histories: Vec<History<'_>> = input.rules.iter().map(History::new).collect();
    for it in &input.completions {
        if let Some(place) = place_of(it.rule) {
            histories[place].add_completed(it);
        }
    }
    for it in shown {
        if let Some(place) = place_of(it.rule) {
            histories[place].add_shown(it);
        }
    }
    for history in &mut histories {
        history.begin(today);
    }
    histories
}
