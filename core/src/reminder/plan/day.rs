//! One day of the plan.

use super::groups::Joined;
use super::history::History;
use super::moments::{Asking, Candidate, Day, Moment, persons_order};
use super::output::{DropReason, Dropped};
use super::said::Said;
use crate::error::InvalidInput;
use crate::reminder::input::{FireKind, PlanInput, Shown};
use crate::time::CivilTime;
use std::collections::BTreeSet;

/// A day and everything it depends on.
pub(super) struct Today<'a> {
    pub(super) input: &'a PlanInput,
    pub(super) day: Day,
    /// Of each rule's slots the minutes that they can have.
    pub(super) minutes: &'a [Vec<Vec<CivilTime>>],
    /// What was shown of this day and those to come, by a clock that was right.
    pub(super) shown: &'a [&'a Shown],
}

/// Something not said: the rule's place, slot, kind and why.
type Reasons = Vec<(usize, u8, FireKind, DropReason)>;

/// What a day is laid out on, used again for the next one.
#[derive(Default)]
pub(super) struct Desk {
    candidates: Vec<Candidate>,
    reasons: Reasons,
    joined: Joined,
    /// What is due is said at once.
    due: Vec<Candidate>,
    refused_firsts: Vec<(usize, u8)>,
    /// The places of the rules that speak.
    pub(super) speaking: Vec<usize>,
}

/// Plans a day: adds what it says to `said`, and what it does not to `dropped`.
pub(super) fn plan_day(
    today: &Today<'_>,
    histories: &[History<'_>],
    desk: &mut Desk,
    said: &mut Said,
    dropped: &mut Vec<Dropped>,
) -> Result<(), InvalidInput> {
    desk.speaking.clear();
    for (place, history) in histories.iter().enumerate() {
        today.ask(place, history, &mut |moment| match moment {
            Moment::Stands(candidate) => desk.candidates.push(candidate),
            Moment::Dropped(slot, kind, reason) => desk.reasons.push((place, slot, kind, reason)),
        })?;
    }
    if !desk.candidates.is_empty() {
        desk.joined.join(&mut desk.candidates, today.input.settings.join_min);
        today.leave(desk);
        desk.joined.limit(&today.input.rules, today.room());
        today.say(desk, said);
    }
    desk.reasons.sort_unstable_by_key(|&(place, slot, kind, _)| persons_order(place, slot, kind));
    let date = today.day.date;
    dropped.extend(desk.reasons.drain(..).map(|(place, slot, kind, reason)| Dropped {
        rule: today.input.rules[place].id,
        day: date,
        slot,
        kind,
        reason,
    }));
    Ok(())
}

impl Today<'_> {
    /// What one rule would say on its own.
    fn ask(&self, place: usize, history: &History<'_>, out: &mut impl FnMut(Moment)) -> Result<(), InvalidInput> {
        let Self { input, day, .. } = *self;
        let rule = &input.rules[place];
        if !rule.enabled {
            return Ok(());
        }
        let asks = rule.asks_for(day.date);
        if !asks && input.snoozes.is_empty() {
            return Ok(());
        }
        let facts = history.on(day.date);
        let rests = history.rests_with(&facts, day.date);
        let minutes = &self.minutes[place];
        let asking = Asking { zone: &input.zone, settings: &input.settings, day, rule, minutes, place, facts: &facts };
        for (number, slot) in rule.slots.iter().enumerate() {
            let snooze = input.snoozes.iter().find(|it| (it.rule, it.day, it.slot) == (rule.id, day.date, slot.id));
            // An answer wakes a rule for what it did not answer yet.
            let awake = !rests || (facts.is_answered() && !facts.is_done(slot.id));
            match snooze {
                Some(snooze) => asking.snoozed(*slot, snooze, out),
                None if asks && awake => asking.asked(number, out)?,
                None => {}
            }
        }
        Ok(())
    }

    /// Takes out what was shown, and what is too late.
    fn leave(&self, desk: &mut Desk) {
        let now = self.input.now.millis();
        for (group, members) in desk.joined.all() {
            let due = group.at <= now;
            for item in members {
                let late = due && !(self.input.deliver_late && now < item.not_after);
                if late && !item.shown && !item.done {
                    desk.reasons.push((item.rule, item.slot, item.kind, DropReason::Missed));
                }
                item.gone = item.shown || late;
            }
        }
    }

    /// How many more may be said today.
    fn room(&self) -> i64 {
        let of_today = self.shown.iter().filter(|it| it.day == self.day.date && it.kind != FireKind::Snooze);
        let said = of_today.map(|it| it.at).collect::<BTreeSet<_>>().len();
        i64::from(self.input.settings.max_per_day) - i64::try_from(said).unwrap_or(i64::MAX)
    }

    /// Says what is left.
    fn say(&self, desk: &mut Desk, said: &mut Said) {
        let Desk { reasons, joined, due, refused_firsts, speaking, .. } = desk;
        refused_firsts.clear();
        for (_, members) in joined.all().filter(|(group, _)| group.refused) {
            for item in members.iter().filter(|item| !item.gone && !item.done) {
                reasons.push((item.rule, item.slot, item.kind, DropReason::DailyLimit));
                if item.kind == FireKind::First {
                    refused_firsts.push((item.rule, item.slot));
                }
            }
        }
        // All that is due is said at once, late but in time.
        let mut due_at = 0;
        due.clear();
        said.begin_day(self.day.date, self.day.written);
        for (group, members) in joined.all().filter(|(group, _)| !group.refused) {
            let is_due = group.at <= self.input.now.millis();
            for item in members.iter().filter(|item| !item.gone && !item.done) {
                if item.kind == FireKind::Nudge && refused_firsts.contains(&(item.rule, item.slot)) {
                    reasons.push((item.rule, item.slot, item.kind, DropReason::DailyLimit));
                    continue;
                }
                speaking.push(item.rule);
                if is_due {
                    due_at = due_at.max(group.at);
                    due.push(*item);
                } else {
                    said.add(*item);
                }
            }
            said.say_at(group.at);
        }
        due.drain(..).for_each(|item| said.add(item));
        said.say_at(due_at);
    }
}
