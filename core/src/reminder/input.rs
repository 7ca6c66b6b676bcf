//! What a plan is made of: the rules, and all that happened so far.

use super::rule::Rule;
use super::settings::ReminderSettings;
use crate::error::{Field, InvalidInput, Reason};
use crate::ids::RuleId;
use crate::time::{CivilDate, Instant, ZoneSpan};

/// Most fires that a plan can hold.
pub const MAX_CAP: u32 = 1_000;
/// Most days that a plan can look ahead.
pub const MAX_HORIZON_DAYS: u32 = 800;
/// Most rules.
pub const MAX_RULES: usize = 100;

/// Which of a slot's reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FireKind {
    /// The one at its time.
    First,
    /// The one after it, when nobody answered.
    Nudge,
    /// The one that a person asked for instead.
    Snooze,
}

impl FireKind {
    /// Every kind, in the order in which they are said.
    pub const ALL: [Self; 3] = [Self::First, Self::Nudge, Self::Snooze];

    /// The byte that stands for it.
    pub const fn byte(self) -> u8 {
        match self {
            Self::First => 0,
            Self::Nudge => 1,
            Self::Snooze => 2,
        }
    }
}

/// An answer that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completed {
    /// To which rule.
    pub rule: RuleId,
    /// The day it was asked about.
    pub day: CivilDate,
    /// To which slot; none for the whole day.
    pub slot: Option<u8>,
}

/// A reminder that was on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Of which rule; it may be gone since.
    pub rule: RuleId,
    /// The day it asked about.
    pub day: CivilDate,
    /// The slot.
    pub slot: u8,
    /// Which of the slot's.
    pub kind: FireKind,
    /// When it was shown.
    pub at: Instant,
}

/// A reminder that a person put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snooze {
    /// Of which rule.
    pub rule: RuleId,
    /// The day it asks about.
    pub day: CivilDate,
    /// The slot.
    pub slot: u8,
    /// Until when.
    pub until: Instant,
}

/// Everything a plan depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanInput {
    /// The zone; it has to cover the horizon.
    pub zone: ZoneSpan,
    /// The present.
    pub now: Instant,
    /// Whether what is due already can still be shown: where code runs when a reminder fires.
    pub deliver_late: bool,
    /// What holds for all rules.
    pub settings: ReminderSettings,
    /// The rules in the person's order.
    pub rules: Vec<Rule>,
    /// The answers so far.
    pub completions: Vec<Completed>,
    /// What was shown so far.
    pub shown: Vec<Shown>,
    /// What was put off; at most one for a slot of a day.
    pub snoozes: Vec<Snooze>,
    /// Most fires, 1 to 1000.
    pub cap: u32,
    /// Days from today on, 1 to 800.
    pub horizon_days: u32,
}

impl PlanInput {
    /// # Errors
    /// As [`Rule::check`] and [`ReminderSettings::check`] · `rules`, `too_many` or `duplicate` · `snoozes`, `duplicate` ·
    /// `cap` or `horizon_days`, `out_of_range`.
    pub fn check(&self) -> Result<(), InvalidInput> {
        let refused = |field, reason| Err(InvalidInput::new(field, reason));
        self.settings.check()?;
        if self.rules.len() > MAX_RULES {
            return refused(Field::Rules, Reason::TooMany);
        }
        for (place, rule) in self.rules.iter().enumerate() {
            rule.check(self.settings.day_start)?;
            if self.rules[..place].iter().any(|earlier| earlier.id == rule.id) {
                return refused(Field::Rules, Reason::Duplicate);
            }
        }
        for (place, snooze) in self.snoozes.iter().enumerate() {
            let same = |other: &Snooze| (other.rule, other.day, other.slot) == (snooze.rule, snooze.day, snooze.slot);
            if self.snoozes[..place].iter().any(same) {
                return refused(Field::Snoozes, Reason::Duplicate);
            }
        }
        if !(1..=MAX_CAP).contains(&self.cap) {
            return refused(Field::Cap, Reason::OutOfRange);
        }
        if !(1..=MAX_HORIZON_DAYS).contains(&self.horizon_days) {
            return refused(Field::HorizonDays, Reason::OutOfRange);
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "input_tests.rs"]
mod tests;
