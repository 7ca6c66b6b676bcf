//! A rule: what is asked, at which times of which days, and how long it stays right to ask.

use super::repeat::Repeat;
use crate::error::{Field, InvalidInput, Reason};
use crate::ids::RuleId;
use crate::time::{CivilDate, CivilTime, Instant};

/// Most times a day.
pub const MAX_SLOTS: usize = 8;
/// Minutes for which a reminder stays worth showing.
pub const GRACE_MIN: std::ops::RangeInclusive<u32> = 60..=720;
/// That, unless the person says otherwise.
pub const DEFAULT_GRACE_MIN: u32 = 180;
/// Minutes after which a reminder may be said once more.
pub const NUDGE_AFTER_MIN: std::ops::RangeInclusive<u32> = 30..=720;

/// What a reminder is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReminderKind {
    /// Five taps a day.
    DailyCheckIn,
    /// Eight questions a week.
    WeeklyPulse,
    /// The relationship check-in.
    Together,
    /// A step of a practice.
    Practice,
    /// Taking the Check again.
    Retest,
    /// Looking at an agreement.
    Agreement,
    /// Something of the person's own.
    Custom,
}

impl ReminderKind {
    /// Every kind, in a fixed order.
    pub const ALL: [Self; 7] =
        [Self::DailyCheckIn, Self::WeeklyPulse, Self::Together, Self::Practice, Self::Retest, Self::Agreement, Self::Custom];

    /// The stable name: in the texts' keys and in the file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::DailyCheckIn => "daily_check_in",
            Self::WeeklyPulse => "weekly_pulse",
            Self::Together => "together",
            Self::Practice => "practice",
            Self::Retest => "retest",
            Self::Agreement => "agreement",
            Self::Custom => "custom",
        }
    }

    /// The kind of that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether a reminder of this kind fades when nobody answers it, unless the person says otherwise. What has a date
    /// of its own does not.
    pub const fn backs_off(self) -> bool {
        !matches!(self, Self::Retest | Self::Agreement)
    }
}

/// What one answer settles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Completion {
    /// The whole day.
    Day,
    /// The time of the day that was asked about.
    Slot,
}

/// A time of the day, or a stretch of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SlotTime {
    /// At this minute.
    At(CivilTime),
    /// At a minute of `[from, to)` that is drawn anew for each day.
    Window {
        /// The first minute.
        from: CivilTime,
        /// The minute after the last one.
        to: CivilTime,
    },
}

impl SlotTime {
    /// The first minute at which it may be.
    pub const fn earliest(self) -> CivilTime {
        match self {
            Self::At(at) => at,
            Self::Window { from, .. } => from,
        }
    }

    /// # Errors
    /// `slots`, `end_before_start`: a window without a minute; `holds_day_start`: one that lies on two days.
    fn check(self, day_start: CivilTime) -> Result<(), InvalidInput> {
        let Self::Window { from, to } = self else { return Ok(()) };
        if from >= to {
            return Err(InvalidInput::new(Field::Slots, Reason::EndBeforeStart));
        }
        // One that begins with the day lies on one day.
        if from < day_start && day_start < to {
            return Err(InvalidInput::new(Field::Slots, Reason::HoldsDayStart));
        }
        Ok(())
    }
}

/// One time of a rule. The id is the rule's own and is not given to another time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot {
    /// Its id within the rule.
    pub id: u8,
    /// When.
    pub time: SlotTime,
}

/// When to remind of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// What for.
    pub kind: ReminderKind,
    /// Whether it says anything.
    pub enabled: bool,
    /// When it was made, switched on or edited: nothing is said that was due before.
    pub effective_from: Instant,
    /// The day on which a paused rule was brought back: what was ignored before it does not count.
    pub resumed_on: Option<CivilDate>,
    /// 1 to 8 times.
    pub slots: Vec<Slot>,
    /// On which days.
    pub repeat: Repeat,
    /// The first day.
    pub starts_on: Option<CivilDate>,
    /// The last day.
    pub ends_on: Option<CivilDate>,
    /// Minutes for which it stays worth showing, 60 to 720.
    pub grace_min: u32,
    /// Minutes after which it is said once more, 30 to 720.
    pub nudge_after_min: Option<u32>,
    /// What one answer settles.
    pub completion: Completion,
    /// Whether it fades when nobody answers it.
    pub back_off: bool,
}

impl Rule {
    /// Whether it can be planned with, in days that start at `day_start`.
    ///
    /// # Errors
    /// `slots`, `wrong_count`, `duplicate` (an id twice), `end_before_start` or `holds_day_start` · `repeat`, `nth`,
    /// `month_day`, `every_days`, `out_of_range` · `ends_on`, `end_before_start` · `grace_min` or `nudge_after_min`,
    /// `out_of_range`.
    pub fn check(&self, day_start: CivilTime) -> Result<(), InvalidInput> {
        let refused = |field, reason| Err(InvalidInput::new(field, reason));
        if !(1..=MAX_SLOTS).contains(&self.slots.len()) {
            return refused(Field::Slots, Reason::WrongCount);
        }
        for (place, slot) in self.slots.iter().enumerate() {
            slot.time.check(day_start)?;
            if self.slots[..place].iter().any(|earlier| earlier.id == slot.id) {
                return refused(Field::Slots, Reason::Duplicate);
            }
        }
        self.repeat.check()?;
        if let (Some(first), Some(last)) = (self.starts_on, self.ends_on)
            && last < first
        {
            return refused(Field::EndsOn, Reason::EndBeforeStart);
        }
        if !GRACE_MIN.contains(&self.grace_min) {
            return refused(Field::GraceMin, Reason::OutOfRange);
        }
        if self.nudge_after_min.is_some_and(|minutes| !NUDGE_AFTER_MIN.contains(&minutes)) {
            return refused(Field::NudgeAfterMin, Reason::OutOfRange);
        }
        Ok(())
    }

    /// Whether the rule asks for `day` at all.
    pub fn asks_for(&self, day: CivilDate) -> bool {
        self.starts_on.is_none_or(|first| first <= day) && self.ends_on.is_none_or(|last| day <= last) && self.repeat.asks_for(day)
    }
}

#[cfg(test)]
#[path = "rule_tests.rs"]
mod tests;
