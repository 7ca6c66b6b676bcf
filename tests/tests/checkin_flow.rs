//! Check-ins and pulses through the use-cases: for which day an answer is, until when it can be changed, what the first
//! screen shows of it, and what is refused.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{CheckInView, Session, Settings};
use ampersand_core::checkin::daily::{CheckInAnswers, TapKind};
use ampersand_core::checkin::taps::TapAnswer;
use ampersand_core::time::{CivilDate, Instant, NowContext, ZoneSpan, ZoneTransition};
use ampersand_tests::files::content_unchanged;
use ampersand_tests::journal::{code, written};
use ampersand_tests::world::{DAY, HOUR, START, at, create, now, open};
use std::path::Path;

const MINUTE: i64 = 60_000;
/// Milliseconds of 2026-11-23, 00:00 UTC.
const MIDNIGHT: i64 = START - 9 * HOUR;

fn in_vault(f: impl FnOnce(&Session, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    f(&create(folder.path(), 11), folder.path());
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn tap(item: &str, value: i32) -> TapAnswer {
    TapAnswer { item: item.into(), value: Some(value) }
}

fn mood(value: i32) -> CheckInAnswers {
    CheckInAnswers { answers: vec![tap("mood", value)], ..CheckInAnswers::default() }
}

fn line(text: &str) -> CheckInAnswers {
    CheckInAnswers { line: Some(text.into()), ..CheckInAnswers::default() }
}

/// The mood that is kept for a day, and whether it could be changed.
fn kept(session: &Session, ctx: &NowContext, of: &str) -> (Option<i32>, bool) {
    let view = session.check_in(ctx, Some(day(of))).unwrap();
    (view.answers.answers[0].value, view.editable)
}

/// In a zone with one change of its offset, at `millis`.
fn zoned(id: &str, offset_s: i32, change: Option<(i64, i32)>, millis: i64) -> NowContext {
    let transitions = change.into_iter().map(|(at, offset_s)| ZoneTransition { at, offset_s }).collect();
    let zone = ZoneSpan::new(id.into(), 0, 7_000_000_000_000, offset_s, transitions).unwrap();
    NowContext { now: Instant::from_millis(millis).unwrap(), zone }
}

#[test]
fn what_is_answered_is_there_again_after_opening_anew() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let asked = session.check_in(&at(0, 0), None).unwrap();
    assert_eq!((asked.day, asked.today, asked.late, asked.editable), (day("2026-11-23"), day("2026-11-23"), false, true));
    assert_eq!(asked.items.len(), 6);
    assert!(asked.answers.answers.iter().all(|answer| answer.value.is_none()) && asked.notes.is_empty());
    assert_eq!((asked.feelings.len(), asked.strip.days.len(), asked.strip.answered), (42, 28, 0));
    let answers = CheckInAnswers {
        answers: asked.items.iter().map(|item| tap(&item.id, i32::from(item.kind == TapKind::YesNo))).collect(),
        feelings: vec!["proud".into(), "calm".into()],
        line: Some("the heron is back".into()),
    };
    let saved = session.save_check_in(&at(0, 0), asked.day, &answers).unwrap();
    assert_eq!((saved.answers.clone(), saved.strip.answered, saved.reminders_told, saved.care), (answers, 1, true, None));
    session.lock();
    let again = open(folder.path(), 2).unwrap().check_in(&at(0, 1), None).unwrap();
    assert_eq!((again.answers, again.strip, again.editable), (saved.answers, saved.strip, true));
}

#[test]
fn one_a_day_and_it_can_be_changed_until_the_next_day_starts() {
    in_vault(|session, folder| {
        let today = day("2026-11-23");
        // A minute before midnight, then before and at four in the morning.
        for (value, millis) in [(1, START), (2, MIDNIGHT + DAY - MINUTE), (3, MIDNIGHT + DAY + 4 * HOUR - MINUTE)] {
            session.save_check_in(&now(millis), today, &mood(value)).unwrap();
            assert_eq!(kept(session, &now(millis), "2026-11-23"), (Some(value), true));
            assert_eq!(session.check_in(&now(millis), None).unwrap().day, today);
        }
        let four = now(MIDNIGHT + DAY + 4 * HOUR);
        assert_eq!(session.check_in(&four, None).unwrap().day, day("2026-11-24"));
        assert_eq!(content_unchanged(folder, || code(session.save_check_in(&four, today, &mood(0)))), "check_in_fixed");
        assert_eq!(kept(session, &four, "2026-11-23"), (Some(3), false));
        assert_eq!(session.check_in(&four, None).unwrap().strip.answered, 1);
    });
}

#[test]
fn an_answer_leaves_out_what_the_one_before_it_had() {
    in_vault(|session, _| {
        let today = day("2026-11-23");
        session.save_check_in(&at(0, 0), today, &CheckInAnswers { feelings: vec!["sad".into()], ..mood(1) }).unwrap();
        session.save_check_in(&at(0, 1), today, &line("rain")).unwrap();
        let CheckInView { answers, .. } = session.check_in(&at(0, 1), None).unwrap();
        assert_eq!((answers.answers[0].value, answers.feelings.len(), answers.line.as_deref()), (None, 0, Some("rain")));
    });
}

#[test]
fn a_late_answer_is_for_the_day_that_was_asked_about() {
    in_vault(|session, folder| {
        let (today, yesterday) = (day("2026-11-23"), day("2026-11-22"));
        let asked = session.check_in(&at(0, 0), Some(yesterday)).unwrap();
        assert_eq!((asked.day, asked.today, asked.late, asked.editable), (yesterday, today, true, true));
        assert_eq!(asked.items[5].id, "want_or_need", "its own turn");
        session.save_check_in(&at(0, 0), yesterday, &CheckInAnswers { answers: vec![tap("want_or_need", 1)], ..line("late") }).unwrap();
        session.save_check_in(&at(0, 1), yesterday, &mood(2)).unwrap();
        assert_eq!(kept(session, &at(0, 1), "2026-11-22"), (Some(2), true), "while the day of the answer lasts");
        assert_eq!(kept(session, &at(0, 1), "2026-11-23"), (None, true), "today is another day");
        let strip = session.check_in(&at(0, 1), None).unwrap().strip;
        assert_eq!((strip.days[26].answered, strip.days[26].mood, strip.days[27].answered), (true, Some(2), false));
        assert_eq!(content_unchanged(folder, || code(session.save_check_in(&at(1, 0), yesterday, &mood(0)))), "date too_late");
        assert_eq!(kept(session, &at(1, 0), "2026-11-22"), (Some(2), false));

        for (refused, of) in [("date too_late", "2026-11-21"), ("date too_late", "1999-01-01"), ("date out_of_range", "2026-11-24")] {
            assert_eq!(content_unchanged(folder, || code(session.save_check_in(&at(0, 0), day(of), &mood(0)))), refused, "{of}");
        }
        assert_eq!(code(session.check_in(&at(0, 0), Some(day("2026-11-24")))), "date out_of_range");
        assert_eq!(kept(session, &at(0, 0), "2026-11-01"), (None, false), "an earlier day can be looked at");
    });
}

#[test]
fn yesterdays_that_was_given_yesterday_is_fixed() {
    in_vault(|session, _| {
        session.save_check_in(&at(0, 0), day("2026-11-23"), &mood(4)).unwrap();
        assert_eq!(code(session.save_check_in(&at(1, 0), day("2026-11-23"), &mood(0))), "check_in_fixed");
        // A clock set back opens that day again and no other.
        session.save_check_in(&at(0, 5), day("2026-11-23"), &mood(3)).unwrap();
        assert_eq!(kept(session, &at(1, 0), "2026-11-23"), (Some(3), false));
    });
}

#[test]
fn a_day_of_23_hours_and_one_of_25_end_at_four() {
    in_vault(|session, _| {
        // Berlin, 2026-03-29: 02:00 becomes 03:00, at 01:00 UTC.
        let spring = 1_774_746_000_000;
        let berlin = |millis| zoned("Europe/Berlin", 3_600, Some((spring, 7_200)), millis);
        session.save_check_in(&berlin(spring - HOUR), day("2026-03-28"), &mood(1)).unwrap();
        session.save_check_in(&berlin(spring + HOUR - 1), day("2026-03-28"), &mood(2)).unwrap();
        assert_eq!(code(session.save_check_in(&berlin(spring + HOUR), day("2026-03-28"), &mood(3))), "check_in_fixed");
        assert_eq!(session.check_in(&berlin(spring + HOUR), None).unwrap().day, day("2026-03-29"));

        // Berlin, 2026-10-25: 03:00 becomes 02:00, at 01:00 UTC.
        let autumn = 1_792_890_000_000;
        let berlin = |millis| zoned("Europe/Berlin", 7_200, Some((autumn, 3_600)), millis);
        for (value, millis) in [(1, autumn - HOUR / 2), (2, autumn + HOUR / 2), (3, autumn + 2 * HOUR - 1)] {
            session.save_check_in(&berlin(millis), day("2026-10-24"), &mood(value)).unwrap();
        }
        assert_eq!(code(session.save_check_in(&berlin(autumn + 2 * HOUR), day("2026-10-24"), &mood(4))), "check_in_fixed");
        assert_eq!(kept(session, &berlin(autumn + 2 * HOUR), "2026-10-24"), (Some(3), false));
    });
}

#[test]
fn over_the_date_line_a_day_is_lived_twice_and_none_is_lost() {
    in_vault(|session, _| {
        let auckland = |millis| zoned("Pacific/Auckland", 13 * 3_600, None, millis);
        let honolulu = |millis| zoned("Pacific/Honolulu", -10 * 3_600, None, millis);
        // The 23rd, 22:00 in Auckland: still the 22nd, 23:00, in Honolulu.
        let leaving = START;
        session.save_check_in(&auckland(leaving), day("2026-11-23"), &mood(1)).unwrap();
        let there = honolulu(leaving + HOUR);
        assert_eq!(session.check_in(&there, None).unwrap().day, day("2026-11-22"));
        assert_eq!(code(session.save_check_in(&there, day("2026-11-23"), &mood(0))), "date out_of_range");
        session.save_check_in(&there, day("2026-11-22"), &mood(2)).unwrap();
        // The 23rd once more: it is the same day, and not over yet.
        let again = honolulu(leaving + 12 * HOUR);
        assert_eq!(kept(session, &again, "2026-11-23"), (Some(1), true));
        session.save_check_in(&again, day("2026-11-23"), &mood(3)).unwrap();
        let home = session.home(&again).unwrap().check_in;
        assert_eq!((home.today_answered, home.yesterday_open, home.strip.answered), (true, false, 2));
        // East: the 24th never was.
        let back = auckland(leaving + 25 * HOUR);
        assert_eq!(session.check_in(&back, None).unwrap().day, day("2026-11-24"));
        assert_eq!(kept(session, &back, "2026-11-23"), (Some(3), false));
    });
}

#[test]
fn a_note_can_be_added_at_any_time_and_changes_nothing() {
    in_vault(|session, folder| {
        let of = day("2026-11-23");
        session.save_check_in(&at(0, 0), of, &line("a quiet day")).unwrap();
        let before = session.check_in(&at(40, 0), Some(of)).unwrap();
        let noted = session.annotate_check_in(&at(40, 0), of, " It was the last one.\r\nFor a while. ").unwrap();
        let again = session.annotate_check_in(&at(41, 0), of, "And again.").unwrap();
        let texts = |view: &CheckInView| view.notes.iter().map(|note| (note.at, note.text.clone())).collect::<Vec<_>>();
        let first = (START + 40 * DAY, "It was the last one.\nFor a while.".to_owned());
        let second = (START + 41 * DAY, "And again.".to_owned());
        assert_eq!(texts(&again), [&texts(&noted)[..], &[second]].concat());
        assert_eq!(texts(&noted), [first]);
        assert_eq!((&again.answers, again.editable, again.late), (&before.answers, false, true));
        for (text, refused) in [
            (String::new(), "note too_short"),
            (" \n ".into(), "note too_short"),
            ("x".repeat(1_001), "note too_long"),
            ("a\0b".into(), "note control_character"),
        ] {
            assert_eq!(content_unchanged(folder, || code(session.annotate_check_in(&at(41, 0), of, &text))), refused);
        }
        let annotated = |of: &str| content_unchanged(folder, || code(session.annotate_check_in(&at(0, 0), day(of), "a note")));
        assert_eq!(annotated("2026-11-22"), "check_in", "a day without one");
        assert_eq!(annotated("2026-11-24"), "date out_of_range");
        assert_eq!(session.check_in(&at(41, 0), Some(of)).unwrap().notes.len(), 2);
    });
}

#[test]
fn what_is_out_of_its_limits_changes_nothing() {
    in_vault(|session, folder| {
        let today = day("2026-11-23");
        session.save_check_in(&at(0, 0), today, &mood(3)).unwrap();
        let of = |answers: Vec<TapAnswer>| CheckInAnswers { answers, ..CheckInAnswers::default() };
        let felt = |ids: &[&str]| CheckInAnswers { feelings: ids.iter().map(|id| (*id).to_owned()).collect(), ..mood(1) };
        for (answers, refused) in [
            (CheckInAnswers::default(), "answers nothing_answered"),
            (of(vec![TapAnswer { item: "mood".into(), value: None }]), "answers nothing_answered"),
            (line(" \t "), "answers nothing_answered"),
            (of(vec![tap("mood", 5)]), "value out_of_range"),
            (of(vec![tap("mood", -1)]), "value out_of_range"),
            (of(vec![tap("own_time", 2)]), "value out_of_range"),
            (of(vec![tap("yes_meaning_no", 4)]), "value out_of_range"),
            (of(vec![tap("", 1)]), "item unknown_item"),
            (of(vec![tap("P1", 1)]), "item unknown_item"),
            (of(vec![tap("whose_feeling", 1)]), "item unknown_item"),
            (of(vec![tap("mood", 1), tap("mood", 1)]), "item duplicate_item"),
            (felt(&["blue"]), "feelings unknown_feeling"),
            (felt(&["sad", "sad"]), "feelings duplicate"),
            (felt(&["sad", "calm", "angry", "proud", "happy", "numb", "okay"]), "feelings too_many"),
            (line(&"x".repeat(281)), "line too_long"),
            (line("one\ntwo"), "line control_character"),
        ] {
            assert_eq!(content_unchanged(folder, || code(session.save_check_in(&at(0, 1), today, &answers))), refused, "{answers:?}");
        }
        let short = ZoneSpan::new("UTC".into(), 0, START, 0, vec![]).unwrap();
        let ctx = NowContext { zone: short, ..at(0, 0) };
        assert_eq!(content_unchanged(folder, || code(session.save_check_in(&ctx, today, &mood(0)))), "zone zone_span_short");
        assert_eq!(kept(session, &at(0, 1), "2026-11-23"), (Some(3), true));
    });
}

#[test]
fn care_mode_asks_the_same_and_leads_nowhere() {
    in_vault(|session, _| {
        let asked = |session: &Session| (0..4).map(|n| session.check_in(&at(n, 0), None).unwrap().items).collect::<Vec<_>>();
        let (daily, pulse) = (asked(session), session.pulse(&at(0, 0), None).unwrap());
        session.enter_care_mode().unwrap();
        assert_eq!(asked(session), daily);
        assert_eq!(session.pulse(&at(0, 0), None).unwrap(), pulse);
        let saved = session.save_check_in(&at(0, 0), day("2026-11-23"), &mood(0)).unwrap();
        assert_eq!((saved.strip.answered, saved.care), (1, None));
        assert!(session.home(&at(0, 0)).unwrap().check_in.today_answered);
    });
}

#[test]
fn hard_words_in_a_line_or_a_note_bring_up_the_card_with_help_lines() {
    in_vault(|session, _| {
        let hard = "I want to die.";
        let of = day("2026-11-23");
        let of_line = |text: &str| session.save_check_in(&at(0, 0), of, &line(text)).unwrap().care.is_some();
        let of_note = |text: &str| session.annotate_check_in(&at(0, 0), of, text).unwrap().care.is_some();
        assert_eq!([of_line("a quiet day"), of_line(hard), of_note("later"), of_note(hard)], [false, true, false, true]);
        assert_eq!(session.check_in(&at(0, 0), None).unwrap().care, None, "only after saving");
        let settings = session.settings().unwrap();
        session.save_settings(&Settings { care_phrases: false, ..settings }).unwrap();
        assert_eq!([of_line(hard), of_note(hard)], [false, false], "switched off");
    });
}

#[test]
fn the_first_screen_knows_of_today_of_yesterday_and_of_coming_back() {
    in_vault(|session, _| {
        let glimpse = |days| session.home(&at(days, 0)).unwrap().check_in;
        let save = |days: i64, of: i64| {
            let of = session.home(&at(of, 0)).unwrap().day;
            session.save_check_in(&at(days, 0), of, &mood(2)).unwrap().strip
        };
        let first = glimpse(0);
        assert_eq!((first.today_answered, first.yesterday_open, first.pulse_due), (false, false, false));
        assert!(!save(0, 0).came_back, "nobody comes back the first time");
        assert!(glimpse(0).today_answered);
        let next = glimpse(1);
        assert_eq!((next.today_answered, next.yesterday_open, next.strip.answered, next.strip.of), (false, false, 1, 28));
        assert!(!save(3, 3).came_back, "two days between");
        assert!(save(7, 7).came_back, "three days between");
        assert!(glimpse(7).strip.came_back && !glimpse(8).strip.came_back);
        assert!(!save(8, 8).came_back);
        assert!(!save(13, 12).came_back, "not yet: today is not answered");
        assert!(save(13, 13).came_back, "what was given late today is part of it");
        let strip = glimpse(13).strip;
        assert_eq!((strip.answered, strip.days.iter().filter(|day| day.answered).count()), (6, 6));
        let strip = glimpse(13 + 28).strip;
        assert_eq!((strip.answered, strip.came_back), (0, false), "a gap is shown as one");
        assert!(save(200, 200).came_back, "however long it was");
    });
}

#[test]
fn a_month_of_the_journal_shows_days_with_a_check_in() {
    in_vault(|session, _| {
        written(session, &at(0, 0), "a heron on the weir");
        for n in [0, 2] {
            session.save_check_in(&at(n, 0), session.home(&at(n, 0)).unwrap().day, &mood(0)).unwrap();
        }
        let days = session.journal(&at(2, 0), None).unwrap().days;
        let shown: Vec<_> = days.iter().filter(|day| day.check_in || day.entries > 0).map(|of| (of.day, of.entries, of.check_in)).collect();
        assert_eq!(shown, [(day("2026-11-23"), 1, true), (day("2026-11-25"), 0, true)]);
        assert!(days.iter().all(|of| of.mood.is_none()), "its mood is no entry's");
    });
}
