//! What is saved of questions reads back.

use super::*;
use crate::storage::journal_samples::{in_vault, rows};

const fn id(byte: u8) -> QuestionId {
    QuestionId::from_bytes([byte; 16])
}

#[test]
fn a_tick_is_there_or_not_however_often_it_is_made() {
    in_vault(|tx| {
        for (question, on) in [("cost", true), ("how-long", true), ("cost", true), ("bad-day", false), ("how-long", false)] {
            tick(tx, question, on, 1).unwrap();
        }
        assert_eq!(ticked(tx).unwrap(), ["cost"]);
        tick(tx, "how-long", true, 2).unwrap();
        assert_eq!(ticked(tx).unwrap(), ["cost", "how-long"]);
    });
}

#[test]
fn own_questions_keep_their_order_and_others_are_left_alone() {
    in_vault(|tx| {
        for (byte, text) in [(3, "first"), (1, "second"), (2, "third")] {
            insert(tx, id(byte), text, i64::from(byte)).unwrap();
        }
        assert!(rewrite(tx, id(1), "second, in other words").unwrap() && delete(tx, id(3)).unwrap());
        assert!(!rewrite(tx, id(9), "nobody's").unwrap() && !delete(tx, id(9)).unwrap());
        let texts: Vec<_> = own(tx).unwrap().into_iter().map(|own| (own.id, own.text)).collect();
        assert_eq!(texts, [(id(1), "second, in other words".to_owned()), (id(2), "third".to_owned())]);
        assert_eq!(rows(tx, "support_questions"), 2);
    });
}

#[test]
fn values_outside_their_range_are_refused() {
    in_vault(|tx| {
        insert(tx, id(1), "one", 1).unwrap();
        tick(tx, "cost", true, 1).unwrap();
        assert!(insert(tx, id(1), "two", 1).is_err(), "an id is one question's");
        for refused in [
            "UPDATE support_questions SET text = ''",
            "UPDATE support_questions SET id = x'00'",
            "UPDATE support_ticks SET question = ''",
            "INSERT INTO support_ticks (question, ticked_at) VALUES ('cost', 2)",
        ] {
            assert!(tx.execute(refused, []).is_err(), "{refused}");
        }
    });
}
