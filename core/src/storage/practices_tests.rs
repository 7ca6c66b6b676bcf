//! What is practised, tried and planned reads back; what is counted of it is counted from an index; and of a rotten page
//! only its own rows are lost.

use super::*;
use crate::storage::journal_samples::{day, in_vault, plan as steps_of, rows};
use crate::storage::samples::{copy, count, create, open};
use crate::storage::{RecoverFrom, recovery_samples};

const PRACTICE: &str = "own-ten";

fn id(n: u32) -> AttemptId {
    let mut bytes = [9; 16];
    bytes[12..].copy_from_slice(&n.to_be_bytes());
    AttemptId::from_bytes(bytes)
}

fn kept(step: u32, on: &str, outcome: AttemptOutcome) -> KeptAttempt {
    KeptAttempt { practice: PRACTICE.into(), step, day: day(on), outcome, note: None, after_feeling: None }
}

/// An attempt a day from 2024-01-01 on, each with a note.
fn tried_daily(tx: &Transaction<'_>, days: u32) {
    for n in 0..days {
        let on = day("2024-01-01").plus_days(n);
        let outcome = if n.is_multiple_of(3) { AttemptOutcome::Tried } else { AttemptOutcome::Done };
        let practice = if n.is_multiple_of(2) { PRACTICE } else { "pause-line" };
        let note = Some(format!("note{n} by the river{}", ", and on".repeat(20)));
        let attempt = KeptAttempt { practice: practice.into(), step: n % 3, day: on, outcome, note, after_feeling: Some(3) };
        add_attempt(tx, id(n), &attempt, i64::from(n)).unwrap();
    }
}

#[test]
fn a_practice_is_active_once_and_can_be_begun_again() {
    in_vault(|tx| {
        assert_eq!(active(tx).unwrap(), []);
        begin(tx, PRACTICE, day("2026-11-01")).unwrap();
        begin(tx, "pause-line", day("2026-11-02")).unwrap();
        assert!(begin(tx, PRACTICE, day("2026-11-03")).is_err(), "once at a time");
        let names = |tx: &Transaction<'_>| active(tx).unwrap().into_iter().map(|it| (it.practice, it.begun_on)).collect::<Vec<_>>();
        assert_eq!(names(tx), [(PRACTICE.to_owned(), day("2026-11-01")), ("pause-line".to_owned(), day("2026-11-02"))]);
        assert!(stop(tx, PRACTICE, day("2026-11-04")).unwrap() && !stop(tx, PRACTICE, day("2026-11-04")).unwrap());
        begin(tx, PRACTICE, day("2026-11-05")).unwrap();
        assert_eq!(names(tx)[1], (PRACTICE.to_owned(), day("2026-11-05")));
        assert_eq!(rows(tx, "practice_spans WHERE begun_on = '2026-11-01' AND stopped_on = '2026-11-04'"), 1, "that it was stays");
    });
}

#[test]
fn attempts_read_back_and_are_counted_by_step() {
    in_vault(|tx| {
        let (began, today) = (day("2026-11-01"), day("2026-11-23"));
        let nothing = (vec![], Days { begun_on: began, last_done: None, tried_today: false, tried_before: None });
        assert_eq!(counts(tx, PRACTICE, began, today).unwrap(), nothing);
        for (n, step, on, outcome) in [
            (0, 0, "2026-11-20", AttemptOutcome::Done),
            (1, 0, "2026-11-21", AttemptOutcome::Done),
            (2, 1, "2026-11-22", AttemptOutcome::Tried),
            (3, 1, "2026-11-23", AttemptOutcome::Skipped),
        ] {
            add_attempt(tx, id(n), &kept(step, on, outcome), 1_000).unwrap();
        }
        let (steps, days) = counts(tx, PRACTICE, began, today).unwrap();
        assert_eq!(steps, [StepCount { step: 0, done: 2, tried: 0 }, StepCount { step: 1, done: 0, tried: 1 }]);
        let expected =
            Days { begun_on: began, last_done: Some(day("2026-11-21")), tried_today: false, tried_before: Some(day("2026-11-22")) };
        assert_eq!(days, expected, "a skip is no attempt");
        let full = KeptAttempt { note: Some("two\nlines".into()), after_feeling: Some(0), ..kept(2, "2026-11-23", AttemptOutcome::Done) };
        rewrite_attempt(tx, id(3), &full, 2_000).unwrap();
        assert_eq!(attempt(tx, id(3)).unwrap().unwrap().kept, full);
        assert_eq!(attempt(tx, id(4)).unwrap(), None);
        assert!(counts(tx, PRACTICE, began, today).unwrap().1.tried_today);
        let newest: Vec<_> = attempts(tx, PRACTICE).unwrap().into_iter().map(|it| it.id).collect();
        assert_eq!(newest, [id(3), id(2), id(1), id(0)]);
        assert_eq!(attempts(tx, "pause-line").unwrap(), []);
    });
}

#[test]
fn a_plan_has_a_rule_where_it_reminds_and_only_there() {
    in_vault(|tx| {
        let rule = RuleId::from_bytes([3; 16]);
        let plan_of = |at: Option<&str>| PlanDraft {
            practice: PRACTICE.into(),
            situation: "it is eight".into(),
            action: "walk".into(),
            said_aloud: true,
            remind_at: at.map(|at| at.parse().unwrap()),
        };
        let reminding = StoredPlan { plan: plan_of(Some("20:05")), rule: Some(rule) };
        put_plan(tx, &reminding, 1_000).unwrap();
        assert_eq!(plan(tx, PRACTICE).unwrap(), Some(reminding));
        assert_eq!((by_rule(tx, rule).unwrap().as_deref(), rules(tx).unwrap()), (Some(PRACTICE), vec![(PRACTICE.into(), rule)]));
        silence_plan(tx, PRACTICE).unwrap();
        let silent = StoredPlan { plan: plan_of(None), rule: None };
        assert_eq!((plan(tx, PRACTICE).unwrap(), by_rule(tx, rule).unwrap()), (Some(silent), None));
        assert!(put_plan(tx, &StoredPlan { plan: plan_of(None), rule: Some(rule) }, 1).is_err());
        assert!(put_plan(tx, &StoredPlan { plan: plan_of(Some("20:05")), rule: None }, 1).is_err());
        delete_plan(tx, PRACTICE).unwrap();
        assert_eq!((plan(tx, PRACTICE).unwrap(), rows(tx, "practice_plans")), (None, 0));
    });
}

#[test]
fn own_steps_count_from_a_hundred_and_marks_are_there_once() {
    in_vault(|tx| {
        let entry = |byte| LedgerEntryId::from_bytes([byte; 16]);
        add_own_step(tx, PRACTICE, 100, entry(1), "the post").unwrap();
        add_own_step(tx, PRACTICE, 100, entry(2), "the calls").unwrap();
        add_own_step(tx, "pause-line", 100, entry(3), "other").unwrap();
        add_own_step(tx, PRACTICE, 100, entry(1), "the post, and the stamps").unwrap();
        let found: Vec<_> = own_steps(tx, PRACTICE).unwrap().into_iter().map(|it| (it.step, it.entry, it.text)).collect();
        assert_eq!(found, [(100, entry(1), "the post, and the stamps".to_owned()), (101, entry(2), "the calls".to_owned())]);
        for (pattern, marked) in [("anxiety", true), ("projection", true), ("anxiety", true), ("projection", false), ("other", false)] {
            put_mark(tx, pattern, marked).unwrap();
        }
        assert_eq!(marks(tx).unwrap(), ["anxiety"]);
    });
}

#[test]
fn values_outside_their_range_are_refused() {
    in_vault(|tx| {
        begin(tx, PRACTICE, day("2026-11-01")).unwrap();
        add_attempt(tx, id(1), &kept(0, "2026-11-20", AttemptOutcome::Done), 1).unwrap();
        for refused in [
            "UPDATE practice_spans SET practice = ''",
            "UPDATE practice_spans SET stopped_on = '2026'",
            "UPDATE practice_attempts SET outcome = 'won'",
            "UPDATE practice_attempts SET after_feeling = 5",
            "UPDATE practice_attempts SET step = -1",
            "UPDATE practice_attempts SET id = x'00'",
            "INSERT INTO practice_own_steps (practice, step, entry, text) VALUES ('x', 99, zeroblob(16), 'y')",
            "INSERT INTO pattern_marks (pattern) VALUES ('')",
        ] {
            assert!(tx.execute(refused, []).is_err(), "{refused}");
        }
    });
}

#[test]
fn what_the_first_screen_asks_for_costs_the_same_after_ten_years() {
    in_vault(|tx| {
        tried_daily(tx, 900);
        for n in 0..200 {
            begin(tx, &format!("practice{n}"), day("2024-01-01")).unwrap();
            stop(tx, &format!("practice{n}"), day("2024-02-01")).unwrap();
        }
        tx.execute_batch("ANALYZE").unwrap();
        let steps = steps_of(tx, COUNTS);
        assert!(steps.contains("SEARCH practice_attempts USING COVERING INDEX practice_attempts_by_day (practice=?)"), "{steps}");
        let steps = steps_of(tx, ACTIVE);
        assert!(steps.contains("practice_spans USING INDEX practice_active"), "{steps}");
    });
}

#[test]
fn of_a_rotten_page_only_its_rows_are_lost() {
    let whole = tempfile::tempdir().unwrap();
    let vault = create(whole.path());
    vault
        .write(|tx| {
            tried_daily(tx, 400);
            begin(tx, PRACTICE, day("2024-01-01"))
        })
        .unwrap();
    drop(vault);
    let pages = std::fs::read(whole.path().join("vault.db")).unwrap().len() / 4096;
    let mut hit = 0;
    for page in (pages - 24..pages).rev() {
        let folder = copy(whole.path());
        recovery_samples::rot(folder.path(), "vault.db", 4096 * page + 2000);
        let Ok(recovered) = recovery_samples::bring_back(folder.path(), RecoverFrom::File) else { continue };
        if recovered.lost_tables == ["practice_attempts"] {
            let vault = open(folder.path()).unwrap();
            let left = count(&vault, "practice_attempts");
            assert!((340..400).contains(&left), "page {page}: {left}");
            assert_eq!(count(&vault, "practice_attempts WHERE note NOT LIKE printf('note%d by the river%%', seq - 1)"), 0, "page {page}");
            assert_eq!(count(&vault, "practice_spans"), 1);
            hit += 1;
        }
    }
    assert!(hit > 3, "{hit}");
}
