//! The weekly pulse through the use-cases: one a week as the person counts weeks, until when it can be changed, what the
//! weeks show, and what is refused.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{PulseSaved, Session, Settings};
use ampersand_core::checkin::taps::TapAnswer;
use ampersand_core::checkin::week::WeekStart;
use ampersand_core::error::Error;
use ampersand_core::time::{CivilDate, NowContext};
use ampersand_tests::files::content_unchanged;
use ampersand_tests::journal::code;
use ampersand_tests::world::{at, create, open};
use std::path::Path;

fn in_vault(f: impl FnOnce(&Session, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    f(&create(folder.path(), 12), folder.path());
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// The same answer to every statement.
fn all(value: i32) -> Vec<TapAnswer> {
    (1..=8).map(|number| TapAnswer { item: format!("P{number}"), value: Some(value) }).collect()
}

/// Gives the pulse of today.
fn give(session: &Session, ctx: &NowContext, value: i32) -> Result<PulseSaved, Error> {
    session.save_pulse(ctx, ctx.today().unwrap(), &all(value))
}

/// The answer that is kept to the first statement, and whether it could be changed.
fn kept(session: &Session, ctx: &NowContext, of: &str) -> (Option<i32>, bool) {
    let view = session.pulse(ctx, Some(day(of))).unwrap();
    (view.answers[0].value, view.editable)
}

fn week_starts_on(session: &Session, week_start: WeekStart) {
    let settings = session.settings().unwrap();
    assert_eq!(session.save_settings(&Settings { week_start, ..settings }).unwrap().week_start, week_start);
}

#[test]
fn what_is_given_is_there_again_after_opening_anew() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let asked = session.pulse(&at(2, 0), None).unwrap();
    assert_eq!((asked.day, asked.week_from, asked.week_to), (day("2026-11-25"), day("2026-11-23"), day("2026-11-29")));
    assert_eq!((asked.items.len(), asked.options.len(), asked.weeks.len(), asked.late, asked.editable), (8, 5, 12, false, true));
    assert!(!asked.stem.is_empty() && asked.answers.iter().all(|answer| answer.value.is_none()));
    let answers: Vec<_> = asked
        .items
        .iter()
        .zip([0, 1, 2, 3, 4, 3, 2, 1])
        .map(|(item, value)| TapAnswer { item: item.id.clone(), value: Some(value) })
        .collect();
    let saved = session.save_pulse(&at(2, 0), asked.day, &answers).unwrap();
    assert_eq!((saved.week.from, saved.week.pattern, saved.week.strength), (day("2026-11-23"), Some(37.5), Some(62.5)));
    assert!(saved.reminders_told && saved.week.pattern_of_four.is_none());
    session.lock();
    let again = open(folder.path(), 2).unwrap().pulse(&at(2, 1), None).unwrap();
    assert_eq!((again.answers, again.weeks.last().copied()), (answers, Some(saved.week)));
}

#[test]
fn one_a_week_and_it_can_be_changed_until_the_week_is_over() {
    in_vault(|session, folder| {
        // 2026-11-23 is a Monday; the hours are after 09:00.
        for (value, ctx) in [(0, at(0, 0)), (1, at(3, 0)), (2, at(6, 18))] {
            give(session, &ctx, value).unwrap();
            assert_eq!(kept(session, &ctx, "2026-11-23"), (Some(value), true));
        }
        // Monday, 03:00: still the Sunday; 04:00: the next week.
        give(session, &at(6, 18), 3).unwrap();
        assert_eq!(kept(session, &at(6, 19), "2026-11-29"), (Some(3), false));
        assert_eq!(content_unchanged(folder, || code(session.save_pulse(&at(6, 19), day("2026-11-29"), &all(4)))), "pulse_fixed");
        assert_eq!(content_unchanged(folder, || code(session.save_pulse(&at(6, 19), day("2026-11-28"), &all(4)))), "date too_late");
        let next = session.pulse(&at(6, 19), None).unwrap();
        assert_eq!((next.week_from, next.answers[0].value, next.editable), (day("2026-11-30"), None, true));
        assert_eq!(next.weeks[10].pattern, Some(75.0));
    });
}

#[test]
fn a_late_answer_is_about_the_week_of_the_day_that_was_asked_about() {
    in_vault(|session, folder| {
        // Sunday's question on Monday.
        let sunday = day("2026-11-22");
        let asked = session.pulse(&at(0, 0), Some(sunday)).unwrap();
        assert_eq!((asked.week_from, asked.week_to, asked.late, asked.editable), (day("2026-11-16"), sunday, true, true));
        assert_eq!(session.save_pulse(&at(0, 0), sunday, &all(1)).unwrap().week.from, day("2026-11-16"));
        session.save_pulse(&at(0, 10), sunday, &all(2)).unwrap();
        assert_eq!(session.pulse(&at(0, 10), None).unwrap().answers[0].value, None, "this week's is another");
        assert_eq!(kept(session, &at(1, 0), "2026-11-20"), (Some(2), false), "fixed with the day on which it was saved");
        assert_eq!(content_unchanged(folder, || code(session.save_pulse(&at(1, 0), sunday, &all(3)))), "date too_late");
        // Monday's question on Thursday: its week is not over.
        session.save_pulse(&at(3, 0), day("2026-11-23"), &all(4)).unwrap();
        assert_eq!(kept(session, &at(3, 0), "2026-11-26"), (Some(4), true));
        assert_eq!(code(session.save_pulse(&at(3, 0), day("2026-11-27"), &all(4))), "date out_of_range");
        assert_eq!(code(session.pulse(&at(3, 0), Some(day("2026-11-27")))), "date out_of_range");
    });
}

#[test]
fn a_week_starts_where_the_person_says() {
    in_vault(|session, _| {
        assert_eq!(session.settings().unwrap().week_start, WeekStart::Monday);
        give(session, &at(0, 0), 4).unwrap();
        for (start, from, to) in [
            (WeekStart::Saturday, "2026-11-21", "2026-11-27"),
            (WeekStart::Sunday, "2026-11-22", "2026-11-28"),
            (WeekStart::Monday, "2026-11-23", "2026-11-29"),
        ] {
            week_starts_on(session, start);
            let view = session.pulse(&at(2, 0), None).unwrap();
            assert_eq!((view.week_from, view.week_to, view.answers[0].value), (day(from), day(to), Some(4)), "{start:?}");
            assert_eq!(session.pulse(&at(4, 19), None).unwrap().answers[0].value.is_none(), start == WeekStart::Saturday, "{start:?}");
            assert!(view.weeks.windows(2).all(|pair| pair[0].from.plus_days(7) == pair[1].from), "{start:?}");
        }
    });
}

#[test]
fn two_in_one_week_are_both_kept_and_the_later_speaks_for_it() {
    in_vault(|session, _| {
        session.save_pulse(&at(0, 0), day("2026-11-22"), &all(0)).unwrap();
        give(session, &at(0, 0), 4).unwrap();
        week_starts_on(session, WeekStart::Sunday);
        let view = session.pulse(&at(1, 0), None).unwrap();
        assert_eq!((view.answers[0].value, view.weeks[11].pattern, view.weeks[10].pattern), (Some(4), Some(100.0), None));
        week_starts_on(session, WeekStart::Monday);
        assert_eq!(session.pulse(&at(1, 0), None).unwrap().weeks[10].pattern, Some(0.0));
    });
}

#[test]
fn the_weeks_show_gaps_as_gaps_and_a_mean_over_three_of_four() {
    in_vault(|session, _| {
        for (week, value) in [(0, 0), (1, 2), (3, 4)] {
            give(session, &at(7 * week, 0), value).unwrap();
        }
        let view = session.pulse(&at(21, 0), None).unwrap();
        let shown: Vec<_> = view.weeks[7..].iter().map(|week| (week.pattern, week.pattern_of_four)).collect();
        assert_eq!(shown, [(None, None), (Some(0.0), None), (Some(50.0), None), (None, None), (Some(100.0), Some(50.0))]);
        assert!(view.weeks.iter().all(|week| (week.pattern, week.pattern_of_four) == (week.strength, week.strength_of_four)));
        // Too few of one part: no figure for it, and the other is there.
        let few: Vec<_> = all(1).into_iter().skip(2).collect();
        let week = session.save_pulse(&at(28, 0), at(28, 0).today().unwrap(), &few).unwrap().week;
        assert_eq!((week.pattern, week.strength), (None, Some(25.0)));
    });
}

#[test]
fn it_is_due_for_somebody_who_gives_pulses() {
    in_vault(|session, _| {
        let due = |days| session.home(&at(days, 0)).unwrap().check_in.pulse_due;
        assert!(!due(0), "nobody asked for one");
        give(session, &at(0, 0), 1).unwrap();
        assert!(!due(6) && due(7) && due(70));
        session.save_pulse(&at(7, 0), day("2026-11-29"), &all(1)).unwrap_err();
        give(session, &at(8, 0), 1).unwrap();
        assert!(!due(8));
    });
}

#[test]
fn what_is_out_of_its_limits_changes_nothing() {
    in_vault(|session, folder| {
        give(session, &at(0, 0), 2).unwrap();
        let tap = |item: &str, value| TapAnswer { item: item.into(), value };
        for (answers, refused) in [
            (vec![], "answers nothing_answered"),
            (vec![tap("P1", None)], "answers nothing_answered"),
            (vec![tap("P1", Some(5))], "value out_of_range"),
            (vec![tap("P1", Some(-1))], "value out_of_range"),
            (vec![tap("P1", Some(i32::MAX))], "value out_of_range"),
            (vec![tap("P9", Some(1))], "item unknown_item"),
            (vec![tap("mood", Some(1))], "item unknown_item"),
            (vec![tap("P1", Some(1)), tap("P1", Some(2))], "item duplicate_item"),
        ] {
            assert_eq!(
                content_unchanged(folder, || code(session.save_pulse(&at(0, 1), day("2026-11-23"), &answers))),
                refused,
                "{answers:?}"
            );
        }
        assert_eq!(content_unchanged(folder, || code(session.save_pulse(&at(0, 1), day("1999-01-01"), &all(0)))), "date too_late");
        assert_eq!(kept(session, &at(0, 1), "2026-11-23"), (Some(2), true));
    });
}
