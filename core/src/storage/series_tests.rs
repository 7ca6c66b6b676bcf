//! What is read for insights: in order, with its gaps, and on an index each.

use super::*;
use crate::checkin::daily::{CheckInAnswers, DailyCheckIn};
use crate::checkin::taps::TapAnswer;
use crate::journal::words::Words;
use crate::storage::checkins;
use crate::storage::journal_samples::{day, in_vault, plan, saving};

fn mood(tx: &Transaction<'_>, on: &str, value: i32, sixth: Option<i32>) {
    let (on, shipped) = (day(on), DailyCheckIn::current().unwrap());
    let sixth = TapAnswer { item: shipped.turn(on).to_owned(), value: sixth };
    let answers =
        CheckInAnswers { answers: vec![TapAnswer { item: "mood".into(), value: Some(value) }, sixth], ..CheckInAnswers::default() };
    let kept = shipped.keep(on, &answers, Words::current().unwrap()).unwrap();
    checkins::insert(tx, on, &kept, &saving(1_000)).unwrap();
}

fn outcome(tx: &Transaction<'_>, number: u8, on: &str, outcome: Option<&str>) {
    let sql = "INSERT INTO boundary_uses (id, state, began_on, changed_on, began_at, outcome, outcome_on) VALUES (?1, 'noticed', ?2, ?2, 0, ?3, ?4)";
    tx.execute(sql, params![[number; 16], on, outcome, outcome.map(|_| on)]).unwrap();
}

#[test]
fn check_ins_come_in_the_order_of_their_days() {
    in_vault(|tx| {
        for (on, value) in [("2026-11-20", 3), ("2026-11-18", 1), ("2026-11-24", 4), ("2026-11-01", 0)] {
            mood(tx, on, value, Some(1));
        }
        let found = taps(tx, day("2026-11-02"), day("2026-11-23")).unwrap();
        let days: Vec<_> = found.iter().map(|row| (row.day, row.taps[0], row.taps[1], row.sixth_tap)).collect();
        assert_eq!(days, [(day("2026-11-18"), Some(1), None, Some(1)), (day("2026-11-20"), Some(3), None, Some(1))]);
        assert_eq!(found[0].sixth, DailyCheckIn::current().unwrap().turn(day("2026-11-18")));
        assert_eq!(since(tx).unwrap(), Some(day("2026-11-01")));
    });
}

#[test]
fn nothing_is_there_before_the_first() {
    in_vault(|tx| {
        assert_eq!(since(tx).unwrap(), None);
        assert!(taps(tx, day("1900-01-01"), day("2200-12-31")).unwrap().is_empty());
        assert!(limits(tx, day("1900-01-01"), day("2200-12-31"), false).unwrap().is_empty());
    });
}

#[test]
fn a_limit_was_kept_where_it_was_respected_or_agreed_on() {
    in_vault(|tx| {
        let all = [
            ("2026-11-20", Some("ignored")),
            ("2026-11-18", Some("respected")),
            ("2026-11-18", None),
            ("2026-11-21", Some("negotiated")),
            ("2026-11-22", Some("not_said")),
        ];
        for (number, (on, what)) in (1..).zip(all) {
            outcome(tx, number, on, what);
        }
        let found = limits(tx, day("2026-11-18"), day("2026-11-22"), false).unwrap();
        let wanted = [("2026-11-18", true), ("2026-11-20", false), ("2026-11-21", true), ("2026-11-22", false)];
        assert_eq!(found, wanted.map(|(on, kept)| (day(on), kept)));
        tx.execute("UPDATE boundary_uses SET rung = CASE outcome WHEN 'ignored' THEN 'partner' ELSE 'easy' END", []).unwrap();
        let in_care_mode = limits(tx, day("2026-11-18"), day("2026-11-22"), true).unwrap();
        assert_eq!(in_care_mode, [0, 2, 3].map(|at| (day(wanted[at].0), wanted[at].1)));
    });
}

#[test]
fn each_is_read_on_an_index() {
    in_vault(|tx| {
        for (sql, index) in [(TAPS, "sqlite_autoindex_daily_check_ins_1"), (LIMITS, "boundary_uses_by_outcome")] {
            let plan = plan(tx, sql);
            assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{plan}");
        }
        assert!(plan(tx, SINCE).contains("sqlite_autoindex_daily_check_ins_1"));
    });
}
