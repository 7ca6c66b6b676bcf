//! What is purged leaves no trace in the pages: seen on the same tables in a file without a cipher, byte by byte.

use super::entries::{self, Trashed};
use super::journal_samples::{day, id, saving};
use super::migrations::STEPS;
use super::{drafts, revisions};
use crate::ids::DraftId;
use crate::journal::entry::{EntryContent, Kept};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::Path;

const PRAGMAS: &str = "
    PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
    PRAGMA cell_size_check = ON; PRAGMA wal_autocheckpoint = 200;";

const ENTRIES: u8 = 120;

/// Ten letters that only the entry `byte` has in its `turn`th text; no two begin or end alike, which an index would use
/// to write them in short.
fn word(byte: u8, turn: u8) -> String {
    let mut state = 1 + u64::from(byte) * 4 + u64::from(turn);
    let letter = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        char::from(b"bcdfghjklmnpqrstvwxz"[usize::try_from(state % 20).unwrap()])
    };
    (0..30).map(letter).skip(20).collect()
}

fn text(byte: u8, turn: u8) -> EntryContent {
    let filler =
        ["rain ", "river ", "mother ", "quiet "][usize::from(byte + turn) % 4].repeat(usize::from(byte) * usize::from(turn + 3) % 400);
    let word = word(byte, turn);
    EntryContent {
        title: Some(format!("{word} title")),
        body: format!("{word} {filler}{word} {word}"),
        tags: vec![word],
        ..EntryContent::blank(day("2026-11-23"))
    }
}

fn write<T>(connection: &mut Connection, f: impl FnOnce(&Transaction<'_>) -> T) -> T {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    let value = f(&tx);
    tx.commit().unwrap();
    value
}

/// Whether the entry goes in the end.
const fn goes(byte: u8) -> bool {
    byte.is_multiple_of(3)
}

/// Words of entries that go which can be read in the files.
fn readable(folder: &Path) -> Vec<String> {
    let bytes: Vec<u8> = std::fs::read_dir(folder).unwrap().flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect();
    let bytes = String::from_utf8_lossy(&bytes);
    let words = (1..=ENTRIES).filter(|byte| goes(*byte)).flat_map(|byte| (0..4).map(move |turn| word(byte, turn)));
    words.filter(|word| bytes.contains(&word[3..])).collect()
}

#[test]
fn purged_words_are_on_no_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut connection = Connection::open(folder.path().join("plain.db")).unwrap();
    connection.execute_batch(PRAGMAS).unwrap();
    for step in STEPS {
        connection.execute_batch(step).unwrap();
    }

    for byte in 1..=ENTRIES {
        write(&mut connection, |tx| {
            drafts::insert(tx, DraftId::from_bytes([byte; 16]), None, &Kept::unchecked(text(byte, 0)), 1).unwrap();
        });
        write(&mut connection, |tx| {
            entries::insert(tx, id(byte), &Kept::unchecked(text(byte, 0)), &saving(1), None).unwrap();
            let draft = drafts::find(tx, DraftId::from_bytes([byte; 16])).unwrap().unwrap();
            drafts::delete(tx, draft.seq).unwrap();
        });
    }
    for turn in 1..4 {
        for byte in 1..=ENTRIES {
            write(&mut connection, |tx| {
                let before = entries::find(tx, id(byte)).unwrap().unwrap();
                revisions::keep_present(tx, before.seq).unwrap();
                entries::rewrite(tx, &before, &Kept::unchecked(text(byte, turn)), u32::from(turn) + 1, &saving(2)).unwrap();
            });
        }
    }
    assert_eq!(readable(folder.path()).len(), usize::from(ENTRIES / 3 * 4), "the look can see");
    for purge in [false, true] {
        for byte in (1..=ENTRIES).filter(|byte| goes(*byte)) {
            write(&mut connection, |tx| {
                let seq = entries::head(tx, id(byte)).unwrap().unwrap().seq;
                if purge {
                    entries::purge(tx, seq).unwrap();
                } else {
                    entries::put_trashed(tx, seq, Some(Trashed { at: 3, day: day("2026-11-23") })).unwrap();
                }
            });
        }
    }
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    assert_eq!(readable(folder.path()), Vec::<String>::new());
}
