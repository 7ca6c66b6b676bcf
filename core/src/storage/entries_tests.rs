use super::*;
use crate::ids::DraftId;
use crate::journal::entry::EntryContent;
use crate::journal::revision::RevisionKind;
use crate::storage::journal_samples::{day, id, in_vault, rows, saving, text, trashed, written};
use crate::storage::{drafts, revisions};

fn full() -> EntryContent {
    EntryContent {
        title: Some("By the river".into()),
        mood: Some(3),
        feelings: vec!["sad".into(), "calm".into()],
        tags: vec!["Walk".into(), "mum".into()],
        prompt: Some("body-no".into()),
        form: Some("deep-write".into()),
        starred: true,
        ..text("A **long** walk.\nRain 👩\u{200d}👧.")
    }
}

#[test]
fn an_entry_comes_back_as_it_was_written() {
    in_vault(|tx| {
        let seq = written(tx, 1, full(), 1_000);
        let found = find(tx, id(1)).unwrap().unwrap();
        let expected = Entry {
            seq,
            id: id(1),
            content: full(),
            words: 4,
            written_at: 1_000,
            zone_id: "Europe/Berlin".into(),
            offset_s: 3600,
            edited_at: None,
            revision: 1,
            trashed: None,
        };
        assert_eq!(found, expected);
        assert_eq!(find(tx, id(2)).unwrap(), None);
        assert_eq!(head(tx, id(1)).unwrap(), Some(Head { seq, trashed: false, starred: true }));

        let plain = written(tx, 2, text(""), 1_001);
        assert_eq!(find(tx, id(2)).unwrap().unwrap().content, text(""), "nothing is not an empty title or tag");
        put_tags(tx, plain, &["a".into(), "b".into()]).unwrap();
        assert_eq!(tags(tx, plain).unwrap(), ["a", "b"]);
        assert_eq!(find(tx, id(1)).unwrap().unwrap().content.tags, full().tags, "of one entry alone");
    });
}

#[test]
fn another_text_takes_its_place_whole() {
    in_vault(|tx| {
        written(tx, 1, full(), 1_000);
        let before = find(tx, id(1)).unwrap().unwrap();
        let other = EntryContent { day: day("2026-11-20"), tags: vec!["home".into()], ..text("Quiet.") };
        rewrite(tx, &before, &Kept::unchecked(other.clone()), 7, &saving(2_000)).unwrap();
        let after = find(tx, id(1)).unwrap().unwrap();
        assert_eq!((after.content, after.words, after.revision, after.edited_at), (other, 1, 7, Some(2_000)));
        assert_eq!((after.written_at, after.zone_id), (1_000, "Europe/Berlin".to_owned()), "when and where it began stays");
        assert_eq!((rows(tx, "entry_tag"), rows(tx, "entry_feeling")), (1, 0));
    });
}

#[test]
fn a_purge_takes_all_that_belongs_to_the_entry_and_nothing_else() {
    in_vault(|tx| {
        for byte in [1, 2] {
            let seq = written(tx, byte, full(), 1_000);
            revisions::keep_present(tx, seq).unwrap();
            let kept = Kept::unchecked(text("draft"));
            drafts::insert(tx, DraftId::from_bytes([byte; 16]), Some((seq, 1)), &kept, 1_500).unwrap();
        }
        let seq = head(tx, id(1)).unwrap().unwrap().seq;
        purge(tx, seq).unwrap();
        let tables = ["entry", "revision", "draft", "entry_tag", "entry_feeling"];
        assert_eq!(tables.map(|table| rows(tx, table)), [1, 1, 1, 2, 2]);
        assert_eq!(find(tx, id(2)).unwrap().unwrap().content, full());
    });
}

#[test]
fn the_trash_is_purged_by_the_day_it_was_filled_on() {
    in_vault(|tx| {
        for (byte, day_of_trash) in [(1, Some("2026-10-23")), (2, Some("2026-10-24")), (3, Some("2026-10-25")), (4, None)] {
            let seq = written(tx, byte, text("x"), 1_000);
            if let Some(text) = day_of_trash {
                trashed(tx, seq, 5_000, day(text));
            }
        }
        assert_eq!(purge_expired(tx, day("2026-11-22")).unwrap(), 1);
        assert_eq!(purge_expired(tx, day("2026-11-23")).unwrap(), 1);
        assert_eq!(purge_expired(tx, day("2026-11-23")).unwrap(), 0);
        assert!(find(tx, id(3)).unwrap().is_some_and(|entry| entry.trashed.is_some()), "a day is left");
        assert!(find(tx, id(4)).unwrap().is_some());
    });
}

#[test]
fn present_and_discarded_texts_are_kept_whole_under_their_numbers() {
    in_vault(|tx| {
        let seq = written(tx, 1, full(), 1_000);
        revisions::keep_present(tx, seq).unwrap();
        assert_eq!(revisions::find(tx, seq, 1).unwrap(), Some((1_000, full())));
        assert_eq!(revisions::next_number(tx, seq, 1).unwrap(), 2);
        revisions::keep_discarded(tx, seq, 2, &saving(3_000), &Kept::unchecked(text("let go"))).unwrap();
        assert_eq!(revisions::find(tx, seq, 2).unwrap(), Some((3_000, text("let go"))));
        assert_eq!(revisions::next_number(tx, seq, 1).unwrap(), 3);
        assert_eq!(revisions::next_number(tx, seq, 9).unwrap(), 10);
        assert_eq!(revisions::find(tx, seq, 3).unwrap(), None);
        let listed: Vec<_> = revisions::list(tx, seq).unwrap().into_iter().map(|text| (text.number, text.kind, text.words)).collect();
        assert_eq!(listed, [(2, RevisionKind::Discarded, 2), (1, RevisionKind::Saved, 4)]);
        assert_eq!(revisions::count(tx, seq).unwrap(), 2);
        assert_eq!(revisions::list(tx, seq).unwrap()[1].excerpt, "A long walk. Rain 👩\u{200d}👧.");
    });
}

#[test]
fn the_table_takes_no_value_outside_its_range() {
    in_vault(|tx| {
        let seq = written(tx, 1, full(), 1_000);
        for refused in [
            "UPDATE entry SET mood = 5",
            "UPDATE entry SET mood = -1",
            "UPDATE entry SET starred = 2",
            "UPDATE entry SET day = '2026-1-1'",
            "UPDATE entry SET prompt = ''",
            "UPDATE entry SET revision = 0",
            "UPDATE entry SET words = -1",
            "UPDATE entry SET id = x'00'",
            "UPDATE entry SET body = NULL",
            "UPDATE entry SET trashed_at = 5",
            "UPDATE entry SET trashed_day = '2026-11-23'",
            "UPDATE entry SET written_at = 'now'",
            "UPDATE entry_tag SET folded = 'same'",
            "UPDATE entry_tag SET position = 20",
            "UPDATE entry_feeling SET position = 6",
            "INSERT INTO entry_tag (entry, position, tag, folded) VALUES (999, 0, 'a', 'a')",
            "INSERT INTO revision (entry, number, saved_at, saved_day, day, words, body) VALUES (999, 1, 1, '2026-11-23', '2026-11-23', 0, '')",
            "INSERT INTO draft (id, entry, base_revision, saved_at, day, words, body) VALUES (zeroblob(16), NULL, 1, 1, '2026-11-23', 0, '')",
        ] {
            assert!(tx.execute(refused, []).is_err(), "{refused}");
        }
        assert_eq!(find(tx, id(1)).unwrap().unwrap().seq, seq);
    });
}
