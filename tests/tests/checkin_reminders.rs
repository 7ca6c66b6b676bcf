//! What is answered in the vault is told to the reminders in the same call, for the day that was asked about; and where
//! they cannot be told, it is saved all the same.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{Reminders, RuleDraft, Session};
use ampersand_core::checkin::daily::CheckInAnswers;
use ampersand_core::checkin::taps::TapAnswer;
use ampersand_core::reminder::repeat::{Repeat, WeekdaySet};
use ampersand_core::reminder::rule::{Completion, DEFAULT_GRACE_MIN, ReminderKind, SlotTime};
use ampersand_core::time::{CivilDate, NowContext, Weekday};
use ampersand_tests::world::{Seeded, at, create, leaning, taken};
use std::fs;
use std::path::Path;

const EVENING: &str = "20:00";

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// A vault with one rule for the evening, made at nine in the morning of 2026-11-23, a Monday.
fn reminded(folder: &Path, kind: ReminderKind, repeat: Repeat) -> Session {
    let session = create(folder, 21);
    let draft = RuleDraft {
        id: None,
        kind,
        enabled: true,
        times: vec![SlotTime::At(EVENING.parse().unwrap())],
        repeat,
        starts_on: None,
        ends_on: None,
        grace_min: DEFAULT_GRACE_MIN,
        nudge_after_min: None,
        completion: Completion::Day,
        back_off: false,
    };
    Reminders::open(folder, Box::new(Seeded(22))).unwrap().save_rule(&at(0, 0), &draft).unwrap();
    session
}

/// The date of the next reminder.
fn next(session: &Session, ctx: &NowContext) -> Option<CivilDate> {
    session.home(ctx).unwrap().reminders.next.map(|fire| fire.local_date)
}

fn a_mood() -> CheckInAnswers {
    CheckInAnswers { answers: vec![TapAnswer { item: "mood".into(), value: Some(2) }], ..CheckInAnswers::default() }
}

fn a_pulse() -> Vec<TapAnswer> {
    vec![TapAnswer { item: "P1".into(), value: Some(2) }]
}

#[test]
fn a_check_in_settles_the_day_that_was_asked_about_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let session = reminded(folder.path(), ReminderKind::DailyCheckIn, Repeat::EveryDay);
    assert_eq!(next(&session, &at(0, 0)), Some(day("2026-11-23")));
    assert!(session.save_check_in(&at(0, 1), day("2026-11-22"), &a_mood()).unwrap().reminders_told);
    assert_eq!(next(&session, &at(0, 1)), Some(day("2026-11-23")), "yesterday's, late: today is asked");
    assert!(session.save_check_in(&at(0, 2), day("2026-11-23"), &a_mood()).unwrap().reminders_told);
    assert_eq!(next(&session, &at(0, 2)), Some(day("2026-11-24")), "done early: tomorrow stands");
    session.save_pulse(&at(1, 0), day("2026-11-24"), &a_pulse()).unwrap();
    assert_eq!(next(&session, &at(1, 0)), Some(day("2026-11-24")), "another kind");
}

#[test]
fn a_pulse_settles_the_day_that_was_asked_about_and_is_due_where_there_is_a_rule() {
    let folder = tempfile::tempdir().unwrap();
    let sundays = WeekdaySet::new([Weekday::from_iso(7).unwrap()]).unwrap();
    let session = reminded(folder.path(), ReminderKind::WeeklyPulse, Repeat::Weekdays(sundays));
    assert!(session.home(&at(6, 0)).unwrap().check_in.pulse_due);
    assert_eq!(next(&session, &at(6, 0)), Some(day("2026-11-29")));
    assert!(session.save_pulse(&at(6, 0), day("2026-11-29"), &a_pulse()).unwrap().reminders_told);
    assert_eq!(next(&session, &at(6, 0)), Some(day("2026-12-06")));
    assert!(!session.home(&at(6, 0)).unwrap().check_in.pulse_due);
}

#[test]
fn a_finished_check_settles_the_reminder_of_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let session = reminded(folder.path(), ReminderKind::Retest, Repeat::Once(day("2026-11-23")));
    assert_eq!(next(&session, &at(0, 1)), Some(day("2026-11-23")));
    taken(&session, &at(0, 2), leaning(2, 2));
    assert_eq!(next(&session, &at(0, 2)), None);
}

#[test]
fn where_the_reminders_cannot_be_told_everything_is_saved_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let session = reminded(folder.path(), ReminderKind::DailyCheckIn, Repeat::EveryDay);
    fs::write(folder.path().join("reminders.db"), "no database").unwrap();
    let saved = session.save_check_in(&at(0, 0), day("2026-11-23"), &a_mood()).unwrap();
    assert_eq!((saved.reminders_told, saved.strip.answered), (false, 1));
    let saved = session.save_pulse(&at(0, 0), day("2026-11-23"), &a_pulse()).unwrap();
    assert!(!saved.reminders_told);
    taken(&session, &at(0, 2), leaning(2, 2));
    let home = session.home(&at(0, 2)).unwrap();
    assert_eq!((home.check_in.today_answered, home.last_run.is_some(), home.reminders.unreadable), (true, true, true));
    assert_eq!(session.pulse(&at(0, 2), None).unwrap().answers[0].value, Some(2));
}

#[test]
fn a_pulse_in_the_middle_of_the_week_settles_the_rest_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let sundays = WeekdaySet::new([Weekday::from_iso(7).unwrap()]).unwrap();
    let session = reminded(folder.path(), ReminderKind::WeeklyPulse, Repeat::Weekdays(sundays));
    session.save_pulse(&at(2, 0), day("2026-11-25"), &a_pulse()).unwrap();
    assert_eq!(next(&session, &at(2, 0)), Some(day("2026-12-06")), "this week's is given");
}

/// The rule is younger than the answer, or the phone died between the two files: the first screen makes up for it.
#[test]
fn what_the_reminders_do_not_know_yet_is_told_by_the_first_screen() {
    let folder = tempfile::tempdir().unwrap();
    let session = reminded(folder.path(), ReminderKind::DailyCheckIn, Repeat::EveryDay);
    assert_eq!(next(&session, &at(0, 1)), Some(day("2026-11-23")), "nothing is answered");
    let aside = folder.path().join("aside");
    fs::rename(folder.path().join("reminders.db"), &aside).unwrap();
    session.save_check_in(&at(0, 2), day("2026-11-23"), &a_mood()).unwrap();
    fs::rename(&aside, folder.path().join("reminders.db")).unwrap();
    assert_eq!(next(&session, &at(0, 3)), Some(day("2026-11-24")), "done is done");
    let reminders = Reminders::open(folder.path(), Box::new(Seeded(24))).unwrap();
    let next = reminders.view(&at(0, 3)).unwrap().rules[0].next.clone();
    assert_eq!(next.map(|fire| fire.local_date), Some(day("2026-11-24")), "and stays so");
}
