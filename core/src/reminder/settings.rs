//! What holds for all rules together.

use crate::error::{Field, InvalidInput, Reason};
use crate::time::CivilTime;

/// Reminders a day, unless the person says otherwise.
pub const DEFAULT_MAX_PER_DAY: u32 = 3;
/// How many a day a person can ask for.
pub const MAX_PER_DAY: std::ops::RangeInclusive<u32> = 1..=24;
/// Minutes within which reminders become one, unless told otherwise.
pub const DEFAULT_JOIN_MIN: u32 = 10;
/// The longest such time, in minutes.
pub const MAX_JOIN_MIN: u32 = 120;

/// The hours in which nothing is said, `[start, end)`. They may go over midnight; with both ends equal there are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// The first minute.
    pub start: CivilTime,
    /// The minute after the last one.
    pub end: CivilTime,
}

impl QuietHours {
    /// Whether a clock that shows `time` is in them.
    pub fn hold(self, time: CivilTime) -> bool {
        let Self { start, end } = self;
        if start <= end { start <= time && time < end } else { time >= start || time < end }
    }
}

/// What makes the minutes of a window look random, and the same each time the plan is made. Random, and secret only in
/// that nobody else needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 16]);

impl TryFrom<&[u8]> for Salt {
    type Error = InvalidInput;

    fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
        bytes.try_into().map(Self).map_err(|_| InvalidInput::new(Field::Salt, Reason::WrongLength))
    }
}

/// What holds for all rules together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderSettings {
    /// When nothing is said.
    pub quiet: Option<QuietHours>,
    /// When a day starts.
    pub day_start: CivilTime,
    /// Most reminders a day, 1 to 24.
    pub max_per_day: u32,
    /// Reminders this many minutes apart become one, 0 to 120.
    pub join_min: u32,
    /// For the windows' minutes.
    pub salt: Salt,
    /// Whether all kinds share one text that gives nothing away.
    pub discreet: bool,
}

impl ReminderSettings {
    /// What holds until the person says otherwise.
    pub const fn new(salt: Salt) -> Self {
        Self {
            quiet: None,
            day_start: CivilTime::DEFAULT_DAY_START,
            max_per_day: DEFAULT_MAX_PER_DAY,
            join_min: DEFAULT_JOIN_MIN,
            salt,
            discreet: true,
        }
    }

    /// # Errors
    /// `max_per_day` or `join_min`, `out_of_range`.
    pub fn check(&self) -> Result<(), InvalidInput> {
        if !MAX_PER_DAY.contains(&self.max_per_day) {
            return Err(InvalidInput::new(Field::MaxPerDay, Reason::OutOfRange));
        }
        if self.join_min > MAX_JOIN_MIN {
            return Err(InvalidInput::new(Field::JoinMin, Reason::OutOfRange));
        }
        Ok(())
    }

    /// The quiet hours, where there are any.
    pub(super) fn quiet(&self) -> Option<QuietHours> {
        self.quiet.filter(|quiet| quiet.start != quiet.end)
    }
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
