//! Reminders that make sense for somebody who has none of their kind. None is made unasked.

use super::views::RuleDraft;
use crate::app::{Session, history, settings};
use crate::assessment::instrument::Instrument;
use crate::assessment::psychometrics::Psychometrics;
use crate::checkin::week::Week;
use crate::error::Error;
use crate::reminder::repeat::{Repeat, WeekdaySet};
use crate::reminder::rule::{Completion, DEFAULT_GRACE_MIN, ReminderKind, Rule, SlotTime};
use crate::storage::reminders::rules;
use crate::time::{CivilDate, CivilTime, NowContext};

/// Hours of the day at which each is suggested.
const CHECK_IN_AT: u32 = 20;
const PULSE_AT: u32 = 18;
const RETEST_AT: u32 = 10;

/// A reminder that makes sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestedRule {
    /// What for.
    pub kind: ReminderKind,
    /// What saving it would save.
    pub draft: RuleDraft,
}

impl Session {
    /// Reminders that make sense: the daily check-in; after a Check also the weekly pulse, on the last day of the
    /// person's week, and the next Check, where its day is ahead. Only kinds of which there is no rule, or none with a
    /// day to come.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`; [`Error::Locked`]; [`Error::Storage`], of the vault or of the reminders.
    pub fn suggested_reminders(&self, ctx: &NowContext) -> Result<Vec<SuggestedRule>, Error> {
        let today = ctx.today()?;
        let (week, checked, last_valid) = self.read(|tx| {
            let settings = settings::load(tx)?.settings;
            let runs = history::of_context(tx, Instrument::current()?, settings.partner_context)?;
            Ok((Week::of(today, settings.week_start), !runs.is_empty(), history::last_valid_day(&runs)))
        })?;
        let rules = self.reminders.read(|tx| Ok::<_, Error>(rules::all(tx)?))?.unwrap_or_default();
        let mut wanted = vec![(ReminderKind::DailyCheckIn, Repeat::EveryDay, CHECK_IN_AT)];
        if checked {
            wanted.push((ReminderKind::WeeklyPulse, Repeat::Weekdays(WeekdaySet::new([week.to.weekday()])?), PULSE_AT));
        }
        if let Some(last) = last_valid {
            let on = last.plus_days(Psychometrics::current()?.retest.suggested_days);
            if on > today {
                wanted.push((ReminderKind::Retest, Repeat::Once(on), RETEST_AT));
            }
        }
        let wanted = wanted.into_iter().filter(|(kind, ..)| !rules.iter().any(|rule| rule.kind == *kind && has_days(rule, today)));
        Ok(wanted.map(|(kind, repeat, hour)| SuggestedRule { kind, draft: draft(&rules, kind, repeat, hour) }).collect())
    }
}

/// Whether a day of the rule is still to come, as far as its own dates say.
fn has_days(rule: &Rule, today: CivilDate) -> bool {
    let once_passed = matches!(rule.repeat, Repeat::Once(day) if day < today);
    !once_passed && rule.ends_on.is_none_or(|last| today <= last)
}

/// A rule whose days are over is used again, rather than left beside a new one.
fn draft(rules: &[Rule], kind: ReminderKind, repeat: Repeat, hour: u32) -> RuleDraft {
    RuleDraft {
        id: rules.iter().find(|rule| rule.kind == kind).map(|rule| rule.id),
        kind,
        enabled: true,
        times: vec![SlotTime::At(CivilTime::from_minute_of_day(hour * 60))],
        repeat,
        starts_on: None,
        ends_on: None,
        grace_min: DEFAULT_GRACE_MIN,
        nudge_after_min: None,
        completion: Completion::Day,
        back_off: kind.backs_off(),
    }
}
