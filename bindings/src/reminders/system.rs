//! What the operating system is told of the plan, and what becomes of what it fires.

use super::rules::FireId;
use super::views::{MissedItem, ReminderItem, RestingRule};
use crate::across::{Across, record};
use crate::{CivilDate, CivilTime, mirrored};
use ampersand_core::app;
use ampersand_core::reminder::fire;

mirrored! {
    /// The operating system.
    Platform = app::Platform {
        /// Code runs when a reminder fires.
        Android,
        /// None does: what is registered is shown.
        Ios,
    }
}

mirrored! {
    /// Why a fire is not shown.
    NotShown = fire::NotShown {
        /// Its rules are gone or switched off, or nobody knows it.
        Gone,
        /// What it asks for was done.
        Done,
        /// It was shown already.
        Shown,
        /// It came too late.
        Late,
        /// It came too soon.
        Early,
    }
}

record! {
    /// A reminder for the operating system.
    FireToSet = app::FireToSet {
        /// Its id.
        id: FireId,
        /// A small number that stands for it, from 1 on, as long as it lives.
        code: i32,
        /// When, in milliseconds since 1970; it may have passed already where it can be shown late.
        at: i64,
        /// The date on a calendar then.
        local_date: CivilDate,
        /// What a clock on the wall shows then.
        local_time: CivilTime,
        /// Seconds after that.
        local_second: u32,
        /// The day it asks about.
        day: CivilDate,
        /// What it asks for.
        items: Vec<ReminderItem>,
        /// The key of its text.
        copy_key: String,
        /// Whether it would make no sound now: it was planned outside quiet hours and comes in them.
        silent: bool,
    }
}

record! {
    /// A reminder that the operating system knows.
    FireRef = app::FireRef {
        /// Its id.
        id: FireId,
        /// The number that stands for it.
        code: i32,
    }
}

record! {
    /// What the operating system has to be told.
    Replan = app::Replan {
        /// To set; one that is there under the same id is replaced.
        set: Vec<FireToSet>,
        /// To take back.
        cancel: Vec<FireRef>,
        /// To take off the screen.
        withdraw: Vec<FireRef>,
        /// Up to when nothing is left out of the plan, in milliseconds since 1970.
        coverage_until: i64,
        /// What holds back today.
        resting: Vec<RestingRule>,
        /// What was missed and not seen yet, by day.
        missed: Vec<MissedItem>,
        /// When to plan anew though nothing happens, in milliseconds since 1970.
        next_replan_at: i64,
        /// Counts the plans: for `registered`.
        generation: i64,
    }
}

record! {
    /// Where a notification leads.
    OpenTarget = app::OpenTarget {
        /// The day it asks about.
        day: CivilDate,
        /// What it asks for.
        items: Vec<ReminderItem>,
    }
}

/// What the shell does about a fire.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum FireOutcome {
    /// It posts a notification, and then says so by `shown`.
    Show {
        /// The fire.
        id: FireId,
        /// The number that stands for it.
        code: i32,
        /// The day it asks about.
        day: CivilDate,
        /// What it asks for.
        items: Vec<ReminderItem>,
        /// The key of its text.
        copy_key: String,
        /// Whether it must not give itself away.
        discreet: bool,
        /// Whether it must make no sound.
        silent: bool,
        /// Until when "later" would put it off, in milliseconds since 1970; none when the day is too nearly over.
        later_at: Option<i64>,
    },
    /// It shows nothing.
    Drop {
        /// Why not.
        reason: NotShown,
    },
}

impl From<app::Firing> for FireOutcome {
    fn from(firing: app::Firing) -> Self {
        match firing {
            app::Firing::Show { id, code, day, items, copy_key, discreet, silent, later_at } => {
                Self::Show { id: id.into(), code, day: day.into(), items: items.across(), copy_key, discreet, silent, later_at }
            }
            app::Firing::Drop { reason } => Self::Drop { reason: reason.into() },
        }
    }
}
