//! What people report of apps that remind: one test for each, named after it, on simulated phones with the real core.
//!
//! The phones (`tests/src/phone`) ring late, lose alarms, travel and are switched off; whatever comes twice ends a test
//! by itself. Where a report is about what a shell tells the system, what is here is the core's half of it.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::RuleDraft;
use ampersand_core::reminder::rule::{ReminderKind, SlotTime};
use ampersand_tests::phone::android::Android;
use ampersand_tests::phone::daily;
use ampersand_tests::phone::ios::Ios;

#[path = "reminder_reports/answers.rs"]
mod answers;
#[path = "reminder_reports/clocks.rs"]
mod clocks;
#[path = "reminder_reports/delivery.rs"]
mod delivery;
#[path = "reminder_reports/many.rs"]
mod many;

const BERLIN: &str = "Europe/Berlin";

/// A check-in at this time of every day.
fn check_in(time: &str) -> RuleDraft {
    daily(ReminderKind::DailyCheckIn, &[time])
}

/// Something else at this time of every day.
fn custom(time: &str) -> RuleDraft {
    daily(ReminderKind::Custom, &[time])
}

/// An Android in Berlin with one check-in a day.
fn android(clock: &str, time: &str) -> Android {
    Android::with(BERLIN, clock, &[check_in(time)]).0
}

/// An iPhone in Berlin with one check-in a day.
fn ios(clock: &str, time: &str) -> Ios {
    Ios::with(BERLIN, clock, &[check_in(time)]).0
}

fn window(from: &str, to: &str) -> SlotTime {
    SlotTime::Window { from: from.parse().unwrap(), to: to.parse().unwrap() }
}
