//! What a plan says.

use crate::error::{Field, InvalidInput, Reason};
use crate::ids::RuleId;
use crate::reminder::input::FireKind;
use crate::time::{CivilDate, Instant};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// The id of a fire: what it is about, not when. A reminder that moves to another hour keeps it, and so replaces itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FireId([u8; 8]);

impl FireId {
    /// The first eight bytes of SHA-256 over rule, day (`YYYY-MM-DD`), slot and kind.
    pub fn of(rule: RuleId, day: CivilDate, slot: u8, kind: FireKind) -> Self {
        Self::of_written(rule, day.to_string().as_bytes(), slot, kind)
    }

    /// The same for a day that is written already.
    pub(super) fn of_written(rule: RuleId, day: &[u8], slot: u8, kind: FireKind) -> Self {
        let digest = Sha256::new().chain_update(rule.as_bytes()).chain_update(day).chain_update([slot, kind.byte()]).finalize();
        let mut id = [0; 8];
        id.copy_from_slice(&digest[..8]);
        Self(id)
    }

    /// The eight bytes as stored.
    pub const fn as_bytes(&self) -> &[u8; 8] {
        &self.0
    }

    /// From the eight bytes as stored.
    pub const fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for FireId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for FireId {
    type Err = InvalidInput;

    /// Reads exactly sixteen lower-case hexadecimal digits.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let malformed = InvalidInput::new(Field::Fire, Reason::MalformedId);
        let id = Self(u64::from_str_radix(text, 16).map_err(|_| malformed)?.to_be_bytes());
        if id.to_string() == text { Ok(id) } else { Err(malformed) }
    }
}

/// One thing that a fire says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FireItem {
    /// Of which rule.
    pub rule: RuleId,
    /// The slot.
    pub slot: u8,
    /// Which of the slot's.
    pub kind: FireKind,
    /// From when on it is too late for it.
    pub not_after: Instant,
}

/// A moment at which something is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fire {
    /// Its id, from its first item.
    pub id: FireId,
    /// When.
    pub at: Instant,
    /// The day it asks about.
    pub day: CivilDate,
    /// What is said, at least one thing.
    pub items: Vec<FireItem>,
    /// From when on it is too late for all of it.
    pub not_after: Instant,
}

/// Why something is not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DropReason {
    /// The clocks leave that time out on that day.
    NoSuchTime,
    /// The day is over by then.
    DayOver,
    /// Quiet hours hold it for as long as it would have been worth saying.
    QuietHours,
    /// Its time has passed.
    Missed,
    /// The day has enough of them.
    DailyLimit,
}

impl DropReason {
    /// Every reason.
    pub const ALL: [Self; 5] = [Self::NoSuchTime, Self::DayOver, Self::QuietHours, Self::Missed, Self::DailyLimit];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoSuchTime => "no_such_time",
            Self::DayOver => "day_over",
            Self::QuietHours => "quiet_hours",
            Self::Missed => "missed",
            Self::DailyLimit => "daily_limit",
        }
    }
}

/// Something that is not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dropped {
    /// Of which rule.
    pub rule: RuleId,
    /// The day it would have asked about.
    pub day: CivilDate,
    /// The slot.
    pub slot: u8,
    /// Which of the slot's.
    pub kind: FireKind,
    /// Why not.
    pub reason: DropReason,
}

/// A rule that holds back because nobody answered it lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resting {
    /// Which.
    pub rule: RuleId,
    /// The day on which it speaks next; none within the horizon.
    pub until: Option<CivilDate>,
}

/// What will be said, and what will not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The day it is.
    pub today: CivilDate,
    /// What is said, by time.
    pub fires: Vec<Fire>,
    /// Up to when nothing is left out.
    pub coverage_until: Instant,
    /// What is not said, by day.
    pub dropped: Vec<Dropped>,
    /// What rests today.
    pub resting: Vec<Resting>,
}
