//! Practices through the use-cases: what is active, attempts, plans with their reminders, marks, why something is
//! suggested, care mode, and what is refused.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{PracticeView, PracticesView, ReminderTarget, Reminders, Session};
use ampersand_core::assessment::instrument::{Item, ScaleId};
use ampersand_core::ids::{AttemptId, RuleId};
use ampersand_core::practice::attempt::{AttemptOutcome, NewAttempt};
use ampersand_core::practice::catalogue::PracticeGroup;
use ampersand_core::practice::plan::PlanDraft;
use ampersand_core::reminder::rule::ReminderKind;
use ampersand_core::time::{CivilDate, NowContext};
use ampersand_tests::files::content_unchanged;
use ampersand_tests::journal::code;
use ampersand_tests::world::{ALL_NO, Seeded, at, create, leaning, open, taken};
use std::fs;
use std::path::Path;

fn in_vault(f: impl FnOnce(&Session, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    f(&create(folder.path(), 41), folder.path());
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// An attempt so many days after 2026-11-23.
fn attempt(practice: &str, step: u32, after: u32, outcome: AttemptOutcome) -> NewAttempt {
    let day = day("2026-11-23").plus_days(after);
    NewAttempt { practice: practice.into(), step, day, outcome, note: None, after_feeling: None }
}

fn plan(practice: &str, remind_at: Option<&str>) -> PlanDraft {
    PlanDraft {
        practice: practice.into(),
        situation: " it is eight ".into(),
        action: "go for a walk".into(),
        said_aloud: true,
        remind_at: remind_at.map(|at| at.parse().unwrap()),
    }
}

fn order(view: &PracticesView) -> Vec<PracticeGroup> {
    view.areas.iter().map(|shelf| shelf.area).collect()
}

/// The ids of a shelf's practices.
fn shelf(view: &PracticesView, area: PracticeGroup) -> Vec<&str> {
    let shelf = view.areas.iter().find(|shelf| shelf.area == area).unwrap();
    shelf.practices.iter().map(|card| card.id.as_str()).collect()
}

/// Kinds and dates of what is reminded of next, as the first screen has it.
fn next(session: &Session, ctx: &NowContext) -> Option<(Vec<ReminderKind>, String)> {
    session.home(ctx).unwrap().reminders.next.map(|fire| (fire.kinds, format!("{} {}", fire.local_date, fire.local_time)))
}

fn practice_at(when: &str) -> (Vec<ReminderKind>, String) {
    (vec![ReminderKind::Practice], when.to_owned())
}

#[test]
fn at_most_two_are_active_and_one_can_be_put_down_for_another() {
    in_vault(|session, folder| {
        let ctx = at(0, 0);
        let empty = session.practices(&ctx).unwrap();
        assert_eq!((empty.active.len(), empty.most_active, empty.may_begin, &empty.because), (0, 2, true, &None));
        assert_eq!(order(&empty), PracticeGroup::ALL);
        session.begin_practice(&ctx, "own-ten").unwrap();
        let again = session.begin_practice(&at(3, 0), "own-ten").unwrap();
        assert_eq!(again.active.unwrap().since, day("2026-11-23"), "it stays as it is");
        let second = session.begin_practice(&ctx, "pause-line").unwrap();
        assert!(second.active.is_some() && !second.may_begin && second.full_with.is_empty());
        assert_eq!(content_unchanged(folder, || code(session.begin_practice(&ctx, "kind-voice"))), "practices_full");
        let third = session.practice(&ctx, "kind-voice").unwrap();
        let full_with: Vec<_> = third.full_with.iter().map(|it| it.title.as_str()).collect();
        assert_eq!((third.may_begin, full_with), (false, vec!["Ten minutes of your own", "Pause line"]));
        assert!(!session.practices(&ctx).unwrap().may_begin);
        let stopped = session.stop_practice(&ctx, "own-ten").unwrap();
        assert!(stopped.active.is_none() && stopped.may_begin);
        assert!(session.begin_practice(&ctx, "kind-voice").unwrap().active.is_some());
        let active: Vec<_> = session.home(&ctx).unwrap().practice.active.into_iter().map(|it| it.id).collect();
        assert_eq!(active, ["pause-line", "kind-voice"]);
        assert_eq!(content_unchanged(folder, || code(session.stop_practice(&ctx, "own-ten"))), "practice_not_active");
    });
}

#[test]
fn steps_go_smallest_first_and_any_may_be_tried() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 42);
    session.begin_practice(&at(0, 0), "own-ten").unwrap();
    let step = |view: &PracticeView| view.active.as_ref().map(|active| (active.step, active.attempts)).unwrap();
    let began = session.practice(&at(0, 0), "own-ten").unwrap();
    assert_eq!((began.steps.len(), step(&began), began.days[6]), (3, (0, 0), day("2026-11-17")));
    let view = session.record_attempt(&at(0, 0), &attempt("own-ten", 2, 0, AttemptOutcome::Done)).unwrap();
    assert_eq!(step(&view), (0, 1), "a later one was done; the smallest is still to come");
    let told =
        NewAttempt { note: Some(" quiet\r\nand odd ".into()), after_feeling: Some(4), ..attempt("own-ten", 0, 0, AttemptOutcome::Tried) };
    let view = session.record_attempt(&at(1, 0), &told).unwrap();
    assert_eq!((step(&view), view.steps[0].tried, view.steps[2].done), ((0, 2), 1, 1));
    let newest = view.attempts.iter().find(|it| it.step == 0).unwrap();
    assert_eq!((newest.note.as_deref(), newest.after_feeling), (Some("quiet\nand odd"), Some(4)));
    assert!(newest.step_text.starts_with("Take ten minutes"));
    let id = newest.id;
    let done = NewAttempt { outcome: AttemptOutcome::Done, note: None, ..told };
    let view = session.change_attempt(&at(20, 0), id, &done).unwrap();
    assert_eq!((step(&view), view.attempts.len()), ((1, 2), 2), "its day may stay, however long ago");
    session.record_attempt(&at(20, 0), &attempt("own-ten", 1, 19, AttemptOutcome::Skipped)).unwrap();
    session.lock();
    let session = open(folder.path(), 43).unwrap();
    let view = session.practice(&at(20, 0), "own-ten").unwrap();
    assert_eq!((step(&view), view.attempts.len(), view.attempts[0].outcome), ((1, 2), 3, AttemptOutcome::Skipped));
    // All done: the last one again.
    let view = session.record_attempt(&at(20, 0), &attempt("own-ten", 1, 20, AttemptOutcome::Done)).unwrap();
    assert_eq!(step(&view), (2, 3));
}

#[test]
fn another_is_offered_after_two_weeks_and_coming_back_is_seen() {
    in_vault(|session, _| {
        let stands = |days: i64| {
            let glimpse = session.home(&at(days, 0)).unwrap().practice;
            (glimpse.active[0].rotation_offered, glimpse.active[0].came_back, glimpse.active[0].done_today, glimpse.came_back)
        };
        session.begin_practice(&at(0, 0), "own-ten").unwrap();
        assert_eq!(stands(13), (false, false, false, false));
        assert_eq!(stands(14), (true, false, false, false));
        session.record_attempt(&at(14, 0), &attempt("own-ten", 0, 14, AttemptOutcome::Tried)).unwrap();
        assert_eq!(stands(14), (true, false, false, false), "a first attempt is no coming back, and trying is not doing");
        session.record_attempt(&at(14, 1), &attempt("own-ten", 0, 14, AttemptOutcome::Done)).unwrap();
        assert_eq!(stands(14), (false, false, true, false));
        session.record_attempt(&at(22, 0), &attempt("own-ten", 1, 22, AttemptOutcome::Tried)).unwrap();
        assert_eq!(stands(22), (false, true, false, true), "seven days lie between");
        assert!(stands(28).0);
    });
}

#[test]
fn a_plan_reminds_until_the_practice_is_put_down() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 44);
    let ctx = at(0, 0);
    session.begin_practice(&ctx, "own-ten").unwrap();
    let silent = session.plan_practice(&ctx, plan("own-ten", None)).unwrap();
    assert!(!folder.path().join("reminders.db").exists(), "without a reminder none are made");
    let text = silent.active.unwrap().plan.unwrap().text;
    assert_eq!((text.as_str(), silent.reminders_told), ("If it is eight, then I will go for a walk.", true));
    let view = session.plan_practice(&ctx, plan("own-ten", Some("20:00"))).unwrap();
    let rule = view.active.unwrap().plan.unwrap().rule.unwrap();
    assert_eq!((view.reminders_told, next(&session, &ctx)), (true, Some(practice_at("2026-11-23 20:00"))));
    assert_eq!(session.reminder_target(rule).unwrap(), ReminderTarget::Practice { id: "own-ten".into() });
    assert_eq!(session.reminder_target(RuleId::from_bytes([1; 16])).unwrap(), ReminderTarget::Nothing);
    // Another time keeps the rule; an attempt settles the day.
    let again = session.plan_practice(&ctx, plan("own-ten", Some("21:30"))).unwrap();
    assert_eq!(again.active.unwrap().plan.unwrap().rule, Some(rule));
    assert_eq!(next(&session, &ctx), Some(practice_at("2026-11-23 21:30")));
    let told = |attempt: &NewAttempt| session.record_attempt(&ctx, attempt).unwrap().reminders_told;
    assert!(told(&NewAttempt { day: day("2026-11-22"), ..attempt("own-ten", 0, 0, AttemptOutcome::Done) }));
    assert!(told(&attempt("own-ten", 0, 0, AttemptOutcome::Skipped)));
    assert_eq!(next(&session, &ctx), Some(practice_at("2026-11-23 21:30")), "neither yesterday's nor a skip settles today");
    assert!(told(&attempt("own-ten", 0, 0, AttemptOutcome::Tried)));
    assert_eq!(next(&session, &ctx), Some(practice_at("2026-11-24 21:30")));
    // Put down: the reminder goes, the words stay.
    assert!(session.stop_practice(&ctx, "own-ten").unwrap().reminders_told);
    assert_eq!(next(&session, &ctx), None);
    assert_eq!(session.reminder_target(rule).unwrap(), ReminderTarget::Nothing);
    let begun = session.begin_practice(&ctx, "own-ten").unwrap().active.unwrap().plan.unwrap();
    assert_eq!((begun.remind_at, begun.rule, begun.action.as_str()), (None, None, "go for a walk"));
    session.plan_practice(&ctx, plan("own-ten", Some("20:00"))).unwrap();
    assert!(next(&session, &ctx).is_some());
    let dropped = session.drop_plan(&ctx, "own-ten").unwrap();
    assert!(dropped.reminders_told && dropped.active.unwrap().plan.is_none());
    assert_eq!((next(&session, &ctx), session.drop_plan(&ctx, "own-ten").is_ok()), (None, true));
}

#[test]
fn a_rule_that_a_person_deleted_is_made_again_with_the_next_plan() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 45);
    let ctx = at(0, 0);
    session.begin_practice(&ctx, "own-ten").unwrap();
    let planned = |at| session.plan_practice(&ctx, plan("own-ten", Some(at))).unwrap().active.unwrap().plan.unwrap().rule.unwrap();
    let rule = planned("20:00");
    Reminders::open(folder.path(), Box::new(Seeded(46))).unwrap().delete_rule(&ctx, rule).unwrap();
    assert_eq!(next(&session, &ctx), None);
    assert!(session.record_attempt(&ctx, &attempt("own-ten", 0, 0, AttemptOutcome::Done)).unwrap().reminders_told);
    assert_eq!((planned("20:30"), next(&session, &ctx)), (rule, Some(practice_at("2026-11-23 20:30"))));
}

#[test]
fn where_the_reminders_cannot_be_told_the_plan_is_saved_all_the_same() {
    in_vault(|session, folder| {
        let ctx = at(0, 0);
        session.begin_practice(&ctx, "own-ten").unwrap();
        session.plan_practice(&ctx, plan("own-ten", Some("20:00"))).unwrap();
        fs::write(folder.join("reminders.db"), "no database").unwrap();
        let view = session.plan_practice(&ctx, PlanDraft { action: "read".into(), ..plan("own-ten", Some("21:00")) }).unwrap();
        assert_eq!((view.reminders_told, view.active.unwrap().plan.unwrap().action.as_str()), (false, "read"));
        let done = session.record_attempt(&ctx, &attempt("own-ten", 0, 0, AttemptOutcome::Done)).unwrap();
        assert_eq!((done.reminders_told, done.attempts.len()), (false, 1));
        let stopped = session.stop_practice(&ctx, "own-ten").unwrap();
        assert_eq!((stopped.reminders_told, stopped.active.is_none()), (false, true));
    });
}

/// Needs that are highest for boundaries.
fn needing_boundaries(item: &Item) -> i32 {
    let keyed = match item.scale {
        ScaleId::Bd => 0,
        ScaleId::St | ScaleId::Cn | ScaleId::Oc => 4,
        _ => 1,
    };
    let keyed = if item.id.ends_with('2') { (keyed + if keyed < 2 { 1 } else { -1 }).clamp(0, 4) } else { keyed };
    if item.reversed { 4 - keyed } else { keyed }
}

#[test]
fn suggestions_follow_the_last_check_that_counts() {
    in_vault(|session, _| {
        let first = taken(session, &at(0, 0), |item| Some(needing_boundaries(item)));
        assert_eq!(session.practices(&at(0, 1)).unwrap().because, None, "the safety page comes before the first advice");
        session.answer_safety(&ALL_NO).unwrap();
        let view = session.practices(&at(0, 1)).unwrap();
        let result = session.check_result(first).unwrap();
        let ranked: Vec<_> = result.suggestions.iter().map(|it| PracticeGroup::from(it.need.area)).chain([PracticeGroup::Th]).collect();
        assert_eq!((order(&view), view.areas[0].area), (ranked, PracticeGroup::Bd));
        let why = view.because.unwrap();
        assert_eq!((why.run_day, why.area, why.lifted_by.len()), (Some(day("2026-11-23")), PracticeGroup::Bd, 0));
        let points: f64 = why.parts.iter().map(|part| part.points).sum();
        assert!((points - why.need.unwrap()).abs() < 1e-9 && why.parts.iter().all(|part| !part.title.is_empty()));
        assert_eq!(why.boundary, result.boundary, "the same as under the result");
        assert!(why.boundary.is_some());
        let suggested = |view: &PracticesView| {
            let cards = view.areas.iter().flat_map(|shelf| shelf.practices.iter().map(move |card| (shelf.area, card)));
            cards.filter(|(_, card)| card.suggested).map(|(area, _)| area).collect::<Vec<_>>()
        };
        let on = suggested(&session.practices(&at(0, 1)).unwrap());
        assert!(on.len() > 3 && on.iter().all(|area| view.choose_between.contains(area)), "{on:?}");
        let one = session.practice(&at(0, 1), "pause-line").unwrap().because.unwrap();
        assert_eq!((one.area, one.run_day, one.need), (PracticeGroup::Bd, why.run_day, why.need));
        assert_eq!(session.practice(&at(0, 1), "first-session").unwrap().because, None);
        // A later one takes its place; left out, the earlier one is back.
        let later = taken(session, &at(30, 0), leaning(0, 4));
        assert_eq!(session.practices(&at(30, 1)).unwrap().because.unwrap().run_day, Some(day("2026-12-23")));
        session.exclude_check(later).unwrap();
        assert_eq!(session.practices(&at(30, 1)).unwrap().because.unwrap().run_day, Some(day("2026-11-23")));
    });
}

#[test]
fn marks_lift_practices_and_change_no_figure() {
    in_vault(|session, folder| {
        session.answer_safety(&ALL_NO).unwrap();
        let run = taken(session, &at(0, 0), |item| Some(needing_boundaries(item)));
        let before = session.check_result(run).unwrap();
        let learn = session.mark_pattern("people_pleasing", true).unwrap();
        let marked: Vec<_> = learn.patterns.iter().filter(|it| it.marked).map(|it| it.id.as_str()).collect();
        assert_eq!((learn.patterns.len(), marked), (8, vec!["people_pleasing"]));
        assert!(learn.patterns.iter().all(|it| !it.practices.is_empty() && !it.prompts.is_empty()) && learn.cards.len() == 11);
        assert_eq!(session.check_result(run).unwrap(), before);
        let view = session.practices(&at(0, 1)).unwrap();
        assert_eq!(shelf(&view, PracticeGroup::Bd)[..3], ["pause-line", "yes-no-list", "body-scan"]);
        assert_eq!(view.because.unwrap().lifted_by, ["Pleasing others"]);
        let one = session.practice(&at(0, 1), "pause-line").unwrap().because.unwrap();
        assert_eq!((one.lifted_by, one.run_day.is_some()), (vec!["Pleasing others".to_owned()], true));
        assert_eq!(content_unchanged(folder, || code(session.mark_pattern("People", true))), "pattern unknown_pattern");
        let learn = session.mark_pattern("people_pleasing", false).unwrap();
        assert!(learn.patterns.iter().all(|it| !it.marked));
        assert_eq!(shelf(&session.practices(&at(0, 1)).unwrap(), PracticeGroup::Bd)[0], "body-scan");
    });
}

#[test]
fn a_mark_alone_speaks_for_a_practice_too() {
    in_vault(|session, _| {
        session.mark_pattern("anxiety", true).unwrap();
        let why = session.practice(&at(0, 0), "own-ten").unwrap().because.unwrap();
        assert_eq!((why.run_day, why.need, why.parts.len(), why.lifted_by.len()), (None, None, 0, 1));
    });
}

#[test]
fn in_care_mode_what_needs_the_partner_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 47);
    let ctx = at(0, 0);
    session.begin_practice(&ctx, "one-limit").unwrap();
    session.begin_practice(&ctx, "own-ten").unwrap();
    let planned = session.plan_practice(&ctx, PlanDraft { situation: "marigold".into(), ..plan("one-limit", Some("20:00")) }).unwrap();
    let rule = planned.active.unwrap().plan.unwrap().rule.unwrap();
    let noted = NewAttempt { note: Some("marigold".into()), ..attempt("one-limit", 0, 0, AttemptOutcome::Done) };
    let id = session.record_attempt(&ctx, &noted).unwrap().attempts[0].id;
    session.mark_pattern("controlling", true).unwrap();
    session.enter_care_mode().unwrap();

    let view = session.practices(&ctx).unwrap();
    assert_eq!(shelf(&view, PracticeGroup::Bd), ["body-scan", "pause-line", "yes-no-list"]);
    assert_eq!((view.active.len(), view.may_begin), (1, true), "what is hidden takes no room");
    let learn = session.learn().unwrap();
    let home = session.home(&ctx).unwrap();
    let printed = format!("{view:?} {learn:?} {home:?} {:?}", session.practice(&ctx, "body-scan").unwrap());
    for hidden in ["marigold", "one-limit", "Keep one limit", "mine-yours-ours", "hear-first", "it-takes-two", "who-they-are"] {
        assert!(!printed.contains(hidden), "{hidden}");
    }
    for refused in [
        code(session.practice(&ctx, "one-limit")),
        code(session.begin_practice(&ctx, "hear-first")),
        code(session.stop_practice(&ctx, "one-limit")),
        code(session.record_attempt(&ctx, &noted)),
        code(session.change_attempt(&ctx, id, &noted)),
        code(session.plan_practice(&ctx, plan("one-limit", None))),
        code(session.drop_plan(&ctx, "one-limit")),
    ] {
        assert_eq!(refused, "care_mode");
    }
    assert_eq!(session.reminder_target(rule).unwrap(), ReminderTarget::Nothing);
    assert_eq!(next(&session, &at(1, 0)), None, "nor does it remind");
    session.begin_practice(&ctx, "pause-line").unwrap();

    session.leave_care_mode(&ALL_NO).unwrap();
    let view = session.practices(&ctx).unwrap();
    let active: Vec<_> = view.active.iter().map(|it| it.id.as_str()).collect();
    assert_eq!((active, view.may_begin), (vec!["one-limit", "own-ten", "pause-line"], false), "all of it is there again");
    assert_eq!(session.practice(&ctx, "one-limit").unwrap().attempts[0].note.as_deref(), Some("marigold"));
    session.home(&at(1, 0)).unwrap();
    assert_eq!(next(&session, &at(1, 0)), Some(practice_at("2026-11-24 20:00")));
}

#[test]
fn what_cannot_be_taken_is_refused_and_changes_nothing() {
    in_vault(|session, folder| {
        let ctx = at(0, 0);
        session.begin_practice(&ctx, "own-ten").unwrap();
        session.begin_practice(&ctx, "pause-line").unwrap();
        let id = session.record_attempt(&ctx, &attempt("own-ten", 0, 0, AttemptOutcome::Done)).unwrap().attempts[0].id;
        let unknown = AttemptId::from_bytes([7; 16]);
        let fine = || attempt("own-ten", 0, 0, AttemptOutcome::Done);
        let on = |date: &str| NewAttempt { day: day(date), ..fine() };
        for (told, refused) in [
            ("date out_of_range", on("2026-11-24")),
            ("date too_late", on("2026-11-16")),
            ("step out_of_range", NewAttempt { step: 3, ..fine() }),
            ("step out_of_range", NewAttempt { step: 100, ..fine() }),
            ("step out_of_range", NewAttempt { step: u32::MAX, ..fine() }),
            ("after_feeling out_of_range", NewAttempt { after_feeling: Some(5), ..fine() }),
            ("after_feeling out_of_range", NewAttempt { after_feeling: Some(-1), ..fine() }),
            ("note too_long", NewAttempt { note: Some("x".repeat(1_001)), ..fine() }),
            ("note control_character", NewAttempt { note: Some("a\0".into()), ..fine() }),
            ("practice unknown_practice", NewAttempt { practice: String::new(), ..fine() }),
            ("practice_not_active", NewAttempt { practice: "kind-voice".into(), ..fine() }),
        ] {
            assert_eq!(content_unchanged(folder, || code(session.record_attempt(&ctx, &refused))), told, "{refused:?}");
            // An old day may stay, so that it is not refused before the attempt is looked for.
            if told != "date too_late" && told != "date out_of_range" {
                assert_eq!(content_unchanged(folder, || code(session.change_attempt(&ctx, id, &refused))), told, "{refused:?}");
            }
        }
        for (told, id, change) in [
            ("attempt", unknown, fine()),
            ("attempt", id, NewAttempt { practice: "pause-line".into(), ..fine() }),
            ("date too_late", id, on("2026-11-16")),
            ("date out_of_range", id, on("2026-11-24")),
        ] {
            assert_eq!(content_unchanged(folder, || code(session.change_attempt(&ctx, id, &change))), told);
        }
        let fine = || plan("own-ten", Some("20:00"));
        for (told, refused) in [
            ("situation too_short", PlanDraft { situation: " ".into(), ..fine() }),
            ("action too_long", PlanDraft { action: "x".repeat(121), ..fine() }),
            ("action control_character", PlanDraft { action: "a\nb".into(), ..fine() }),
            ("practice unknown_practice", PlanDraft { practice: "own".into(), ..fine() }),
            ("practice_not_active", PlanDraft { practice: "kind-voice".into(), ..fine() }),
        ] {
            assert_eq!(content_unchanged(folder, || code(session.plan_practice(&ctx, refused.clone()))), told, "{refused:?}");
        }
        for id in ["", "own", "Own-ten", "own-ten "] {
            for told in [
                content_unchanged(folder, || code(session.practice(&ctx, id))),
                content_unchanged(folder, || code(session.begin_practice(&ctx, id))),
                content_unchanged(folder, || code(session.stop_practice(&ctx, id))),
                content_unchanged(folder, || code(session.drop_plan(&ctx, id))),
            ] {
                assert_eq!(told, "practice unknown_practice", "{id:?}");
            }
        }
    });
}
