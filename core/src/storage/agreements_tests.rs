//! Agreements and their reviews read back as they were saved, in their orders.

use super::*;
use crate::storage::journal_samples::{day, in_vault, plan, rows};

const fn id(byte: u8) -> AgreementId {
    AgreementId::from_bytes([byte; 16])
}

fn made(byte: u8, review_on: Option<&str>) -> Agreement {
    Agreement {
        id: id(byte),
        meeting: MeetingId::from_bytes([1; 16]),
        who: Who::Both,
        made_on: day("2026-11-23"),
        review_on: review_on.map(day),
        rule: RuleId::from_bytes([byte; 16]),
        what: format!("agreement {byte}"),
    }
}

fn reviewed(on: &str, outcome: ReviewOutcome, next: Option<&str>) -> Reviewed {
    Reviewed { on: day(on), review: Review { outcome, note: Some("a note".into()), next_review_on: next.map(day) } }
}

#[test]
fn they_read_back_by_their_days() {
    in_vault(|tx| {
        for agreement in [made(1, Some("2026-12-24")), made(2, Some("2026-12-01")), made(3, None), made(4, None)] {
            put(tx, &agreement).unwrap();
            assert_eq!(find(tx, agreement.id).unwrap(), Some(agreement.clone()));
            assert_eq!(by_rule(tx, agreement.rule).unwrap(), Some(agreement.id));
        }
        let ids = |list: Vec<Agreement>| list.into_iter().map(|it| it.id).collect::<Vec<_>>();
        assert_eq!(ids(open(tx).unwrap()), [id(2), id(1)], "the next to look at first");
        let first = reviewed("2026-11-25", ReviewOutcome::Partly, Some("2026-11-27"));
        let last = reviewed("2026-11-27", ReviewOutcome::Kept, None);
        add_review(tx, id(4), &first, 1).unwrap();
        add_review(tx, id(3), &reviewed("2026-11-26", ReviewOutcome::LetGo, None), 2).unwrap();
        add_review(tx, id(4), &last, 3).unwrap();
        assert_eq!(reviews(tx, id(4)).unwrap(), [first, last]);
        assert_eq!(ids(closed(tx).unwrap()), [id(4), id(3)], "looked at last");
        assert_eq!(
            (count_open(tx).unwrap(), count_due(tx, day("2026-12-01")).unwrap(), count_due(tx, day("2026-11-30")).unwrap()),
            (2, 1, 0)
        );
        assert_eq!(ids(of_meeting(tx, MeetingId::from_bytes([1; 16])).unwrap()).len(), 4);
        assert_eq!(ids(between(tx, day("2026-11-27"), day("2026-11-27")).unwrap()), [id(4)]);
        assert_eq!(ids(between(tx, day("2026-11-01"), day("2026-11-23")).unwrap()).len(), 4);
        assert!(between(tx, day("2027-01-01"), day("2027-02-01")).unwrap().is_empty());
        // The day it was made on and its rule stay.
        let changed =
            Agreement { who: Who::You, made_on: day("2027-01-01"), rule: RuleId::from_bytes([9; 16]), what: "x".into(), ..made(1, None) };
        put(tx, &changed).unwrap();
        assert_eq!(find(tx, id(1)).unwrap(), Some(Agreement { who: Who::You, what: "x".into(), ..made(1, None) }));
        delete(tx, id(4)).unwrap();
        assert_eq!((rows(tx, "agreements"), rows(tx, "agreement_reviews")), (3, 1));
        assert!(tx.execute("UPDATE agreements SET who = 'nobody'", []).is_err());
        assert!(tx.execute("UPDATE agreement_reviews SET outcome = 'broken'", []).is_err());
    });
}

#[test]
fn of_those_that_are_closed_the_last_20_are_shown() {
    in_vault(|tx| {
        for byte in 1..=30 {
            put(tx, &made(byte, None)).unwrap();
            add_review(tx, id(byte), &reviewed("2026-11-26", ReviewOutcome::Kept, None), 2).unwrap();
        }
        let shown: Vec<_> = closed(tx).unwrap().into_iter().map(|it| it.id).collect();
        assert_eq!(shown, (11..=30).rev().map(id).collect::<Vec<_>>());
    });
}

#[test]
fn those_that_are_due_are_counted_in_an_index() {
    in_vault(|tx| {
        for byte in 1..=200 {
            put(tx, &made(byte, (byte < 9).then_some("2026-12-01"))).unwrap();
        }
        tx.execute_batch("ANALYZE").unwrap();
        let steps = plan(tx, DUE);
        assert!(
            steps.contains("USING COVERING INDEX agreements_open (review_on<?)")
                || steps.contains("agreements_open (review_on>? AND review_on<?)"),
            "{steps}"
        );
        let steps = plan(tx, &format!("SELECT {COLUMNS} FROM agreements {OPEN}"));
        assert!(steps.contains("agreements_open"), "{steps}");
    });
}
