//! Check-ins, their lines and agendas read back as they were saved, each found without reading the others; and of a damaged
//! file each comes back without the other.

use super::super::agendas::{self, Topic};
use super::super::errands::{self, Errand};
use super::super::private_lines::{self, Line};
use super::super::samples::{copy, count, create};
use super::*;
use crate::checkin::together::agenda::TogetherHeading;
use crate::ids::{LineId, TopicId};
use crate::reminder::rule::ReminderKind;
use crate::storage::journal_samples::{day, in_vault, plan, rows};
use crate::storage::recovery_samples::{bring_back, rot};
use crate::storage::{RecoverFrom, Vault};
use std::fs;

const fn id(byte: u8) -> MeetingId {
    MeetingId::from_bytes([byte; 16])
}

fn begun(byte: u8) -> Meeting {
    Meeting {
        id: id(byte),
        stage: MeetingStage::Preparing,
        begun_on: day("2026-11-23"),
        held_on: None,
        minutes: 20,
        started_at: None,
        topic: 0,
        turn: MeetingTurn::Me,
        felt: None,
        next_on: None,
        next_rule: None,
        learned: None,
    }
}

fn line(byte: u8, meeting: u8, text: &str) -> Line {
    Line { id: LineId::from_bytes([byte; 16]), meeting: id(meeting), heading: TogetherHeading::Origin, text: text.into() }
}

fn topic(byte: u8, meeting: u8, text: &str) -> Topic {
    Topic {
        id: TopicId::from_bytes([byte; 16]),
        meeting: id(meeting),
        line: LineId::from_bytes([byte; 16]),
        heading: TogetherHeading::Origin,
        covered: false,
        text: text.into(),
    }
}

#[test]
fn a_check_in_reads_back_with_everything_that_can_change() {
    in_vault(|tx| {
        insert(tx, &begun(1), 5).unwrap();
        assert_eq!(open(tx).unwrap(), Some(begun(1)));
        let held = Meeting {
            stage: MeetingStage::Afterwards,
            held_on: Some(day("2026-11-24")),
            minutes: 45,
            started_at: Some(7),
            topic: 3,
            turn: MeetingTurn::You,
            felt: Some(4),
            next_on: Some(day("2026-12-01")),
            next_rule: Some(RuleId::from_bytes([3; 16])),
            learned: Some("to wait".into()),
            ..begun(1)
        };
        rewrite(tx, &held).unwrap();
        assert_eq!(find(tx, id(1)).unwrap(), Some(held.clone()));
        assert_eq!((by_rule(tx, RuleId::from_bytes([3; 16])).unwrap(), next_on(tx).unwrap()), (Some(id(1)), held.next_on));
        insert(tx, &begun(2), 6).unwrap();
        assert_eq!(open(tx).unwrap().map(|it| it.id), Some(id(2)), "the one begun last");
        assert_eq!(let_go_of_rules(tx, id(1)).unwrap(), [], "but its own");
        assert_eq!(let_go_of_rules(tx, id(2)).unwrap(), [(RuleId::from_bytes([3; 16]), day("2026-12-01"))]);
        assert_eq!(by_rule(tx, RuleId::from_bytes([3; 16])).unwrap(), None);
        rewrite(tx, &Meeting { stage: MeetingStage::Done, ..held }).unwrap();
        agendas::put(tx, &topic(1, 1, "a")).unwrap();
        let over = past(tx).unwrap();
        assert_eq!((over.len(), over[0].held_on, over[0].topics, over[0].agreements), (1, day("2026-11-24"), 1, 0));
        delete(tx, id(1)).unwrap();
        assert!(past(tx).unwrap().is_empty() && find(tx, id(1)).unwrap().is_none());
    });
}

#[test]
fn a_topic_is_a_copy_that_its_line_does_not_change() {
    in_vault(|tx| {
        private_lines::put(tx, &line(1, 1, "in private"), 1).unwrap();
        private_lines::put(tx, &line(2, 2, "of another"), 1).unwrap();
        agendas::put(tx, &topic(1, 1, "chosen")).unwrap();
        agendas::put(tx, &topic(3, 1, "second")).unwrap();
        private_lines::put(tx, &line(1, 1, "changed"), 2).unwrap();
        let texts = |meeting| private_lines::all(tx, id(meeting)).unwrap().into_iter().map(|it| it.text).collect::<Vec<_>>();
        let topics = || agendas::all(tx, id(1)).unwrap().into_iter().map(|it| (it.text, it.covered)).collect::<Vec<_>>();
        assert_eq!((texts(1), texts(2)), (vec!["changed".into()], vec!["of another".into()]));
        assert_eq!(topics(), [("chosen".into(), false), ("second".into(), false)]);
        // Other words for the same line, under the id it has.
        agendas::put(tx, &Topic { id: TopicId::from_bytes([9; 16]), ..topic(1, 1, "reworded") }).unwrap();
        agendas::cover(tx, TopicId::from_bytes([3; 16])).unwrap();
        agendas::put_order(tx, [3, 1].map(|byte| TopicId::from_bytes([byte; 16])).into_iter()).unwrap();
        assert_eq!(topics(), [("second".into(), true), ("reworded".into(), false)]);
        assert!(agendas::find(tx, TopicId::from_bytes([9; 16])).unwrap().is_none());
        assert_eq!(private_lines::count(tx, id(1)).unwrap(), 1);
        agendas::delete(tx, LineId::from_bytes([1; 16])).unwrap();
        private_lines::delete(tx, LineId::from_bytes([1; 16])).unwrap();
        private_lines::delete_all(tx, id(2)).unwrap();
        agendas::delete_all(tx, id(1)).unwrap();
        assert_eq!((rows(tx, "private_lines"), rows(tx, "agenda_topics")), (0, 0));
        assert_eq!(format!("{:?}", line(1, 1, "hidden")).find("hidden"), None, "not even in a panic");
    });
}

#[test]
fn an_errand_waits_until_it_is_told_and_a_newer_one_takes_its_place() {
    in_vault(|tx| {
        let rule = RuleId::from_bytes([1; 16]);
        let errand =
            |on: Option<&str>, done: Option<&str>| Errand { rule, kind: ReminderKind::Agreement, day: on.map(day), done_on: done.map(day) };
        assert!(!errands::are_owed(tx).unwrap());
        let first = errand(Some("2026-11-30"), Some("2026-11-23"));
        errands::put(tx, first).unwrap();
        let second = errand(None, None);
        errands::put(tx, second).unwrap();
        errands::told(tx, first).unwrap();
        let owed = Errand { done_on: first.done_on, ..second };
        assert_eq!((errands::all(tx).unwrap(), errands::are_owed(tx).unwrap()), (vec![owed], true), "another was told");
        errands::told(tx, owed).unwrap();
        errands::rest(tx, rule).unwrap();
        errands::rest(tx, rule).unwrap();
        assert_eq!((errands::all(tx).unwrap(), errands::at_rest(tx).unwrap()), (vec![], vec![rule]));
        errands::wake(tx, rule).unwrap();
        assert!(!errands::are_owed(tx).unwrap());
    });
}

#[test]
fn what_the_first_screen_asks_reads_no_check_in_that_is_over() {
    in_vault(|tx| {
        for byte in 1..=200 {
            insert(tx, &Meeting { stage: MeetingStage::Done, ..begun(byte) }, 1).unwrap();
        }
        tx.execute_batch("ANALYZE").unwrap();
        let steps = plan(tx, ANY_OPEN);
        assert!(steps.contains("USING INDEX meetings_open"), "{steps}");
        let steps = plan(tx, "SELECT id, meeting, heading, text FROM private_lines WHERE meeting = ?1 ORDER BY seq");
        assert!(steps.contains("private_lines_by_meeting (meeting=?)"), "{steps}");
    });
}

#[test]
fn what_no_release_writes_is_refused() {
    in_vault(|tx| {
        insert(tx, &begun(1), 5).unwrap();
        private_lines::put(tx, &line(1, 1, "a"), 1).unwrap();
        for sql in [
            "UPDATE meetings SET stage = 'resting'",
            "UPDATE meetings SET minutes = 4",
            "UPDATE meetings SET turn = 'nobody'",
            "UPDATE meetings SET felt = 5",
            "UPDATE meetings SET held_on = '2026-11-23'",
            "UPDATE private_lines SET text = ''",
            "UPDATE private_lines SET id = x'00'",
            "INSERT INTO rule_errands (rule, kind) VALUES (zeroblob(16), 'custom')",
        ] {
            assert!(tx.execute(sql, []).is_err(), "{sql}");
        }
        assert!(insert(tx, &begun(1), 5).is_err(), "an id once");
    });
}

/// A vault with so many check-ins, each with a line and a topic of it.
fn furnished(folder: &std::path::Path, many: u8) {
    let vault: Vault = create(folder);
    vault
        .write(|tx| {
            for byte in 1..=many {
                insert(tx, &begun(byte), i64::from(byte))?;
                let text = format!("line {byte} {}", "by the canal ".repeat(30));
                private_lines::put(tx, &line(byte, byte, &text), 1)?;
                agendas::put(tx, &topic(byte, byte, &text))?;
            }
            Ok::<_, StorageError>(())
        })
        .unwrap();
}

#[test]
fn of_lines_and_topics_only_those_of_a_rotten_page_are_lost() {
    let whole = tempfile::tempdir().unwrap();
    furnished(whole.path(), 120);
    let bytes = fs::read(whole.path().join("vault.db")).unwrap();
    let (mut lines_hit, mut topics_hit) = (0, 0);
    for page in (1..bytes.len() / 4096).rev() {
        let folder = copy(whole.path());
        rot(folder.path(), "vault.db", 4096 * page + 2000);
        let Ok(recovered) = bring_back(folder.path(), RecoverFrom::File) else { continue };
        let lost: Vec<&str> = recovered.lost_tables.iter().map(String::as_str).collect();
        if lost != ["private_lines"] && lost != ["agenda_topics"] {
            continue;
        }
        let vault = crate::storage::samples::open(folder.path()).unwrap();
        let left = ["meetings", "private_lines", "agenda_topics"].map(|table| count(&vault, table));
        let other = if lost == ["private_lines"] { left[2] } else { left[1] };
        assert_eq!((left[0], other), (120, 120), "page {page}: {left:?}");
        let hit = if lost == ["private_lines"] { left[1] } else { left[2] };
        // On the root of a table hangs all of it.
        if hit > 0 {
            assert!(hit > 100, "page {page}: {left:?}");
            if lost == ["private_lines"] { lines_hit += 1 } else { topics_hit += 1 }
        }
        if lines_hit > 1 && topics_hit > 1 {
            break;
        }
    }
    assert!(lines_hit > 0 && topics_hit > 0, "{lines_hit} {topics_hit}");
}
