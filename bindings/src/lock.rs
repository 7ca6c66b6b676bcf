//! Locking, passphrases, upkeep, safety copies and recovery.

use crate::across::{crosses, record};
use crate::{SnapshotSummary, mirrored};
use ampersand_core::error::InvalidInput;
use ampersand_core::{app, time};

/// Two readings of time: the wall clock, and one that nobody can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct Clock {
    /// Milliseconds since 1970.
    pub now: i64,
    /// Milliseconds since the device was started, sleep included.
    pub monotonic_ms: i64,
}

impl TryFrom<Clock> for time::Clock {
    type Error = InvalidInput;

    fn try_from(Clock { now, monotonic_ms }: Clock) -> Result<Self, Self::Error> {
        Ok(Self { now: time::Instant::from_millis(now)?, monotonic_ms })
    }
}

mirrored! {
    /// How long the app may be out of sight before it locks itself.
    Grace = app::Grace {
        /// It locks at once.
        AtOnce,
        /// Half a minute.
        Seconds30,
        /// A minute.
        Minute1,
        /// Five minutes.
        Minutes5,
    }
}

mirrored! {
    /// How a passphrase could be better.
    StrengthHint = app::StrengthHint {
        /// It is too short to be taken.
        TooShort,
        /// Many people use it.
        Common,
        /// It repeats itself.
        Repeats,
        /// More words would make it stronger.
        AddWords,
        /// It is good.
        Good,
    }
}
crosses!(app::StrengthHint => StrengthHint);

record! {
    /// How hard a passphrase is to guess.
    Strength = app::Strength {
        /// 0, not at all, to 4, very.
        level: u32,
        /// What would help.
        hint: StrengthHint,
    }
}

record! {
    /// What the lock screen has to know before a vault is opened.
    LockState = app::LockState {
        /// Whether a passphrase is asked for.
        passphrase: bool,
        /// How long no try is taken, in milliseconds; 0 when one is.
        wait_ms: i64,
        /// Wrong tries since the last right one.
        wrong_tries: u32,
    }
}

record! {
    /// What can be done about a damaged vault.
    RecoveryOffer = app::RecoveryOffer {
        /// Safety copies that open.
        snapshots: Vec<SnapshotSummary>,
        /// Whether something can be read out of the damaged file itself.
        file_readable: bool,
    }
}

mirrored! {
    /// What a vault is brought back from.
    RecoverFrom = app::RecoverFrom {
        /// The damaged file, row by row.
        File,
        /// The daily safety copy.
        Daily,
        /// The weekly safety copy.
        Weekly,
    }
}

record! {
    /// What a recovery brought back.
    Recovered = app::Recovered {
        /// Rows that could be read.
        rows: u64,
        /// Tables of which something could not be read.
        lost_tables: Vec<String>,
        /// Names of the damaged files, which are kept.
        moved_aside: Vec<String>,
    }
}

record! {
    /// How far the upkeep is.
    UpkeepProgress = app::UpkeepProgress {
        /// Steps done.
        done: u32,
        /// Steps in all, as far as is known.
        total: u32,
        /// Whether nothing is left to do.
        finished: bool,
    }
}
