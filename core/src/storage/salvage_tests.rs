//! Of a damaged file everything comes back that can be read, and nothing else is lost with a page.

use super::journal_samples::{text, written};
use super::migrations::STEPS;
use super::recovery::recover_with;
use super::recovery_samples::{DAYS, bring_back, entries_are_whole, furnished, rot, tables};
use super::samples::{assert_untouched, clock, code, copy, count, create, fill, open, secret};
use super::{RecoverFrom, SnapshotKind, StorageError, Vault, offer};
use std::fs;

#[test]
fn of_a_rotten_page_only_its_own_rows_are_lost() {
    let folder = furnished();
    let before = tables(&open(folder.path()).unwrap());
    let bytes = fs::read(folder.path().join("vault.db")).unwrap();
    let (mut without_loss, mut with_loss, mut with_a_table, mut unreadable) = (0, 0, 0, 0);
    for page in (1..bytes.len() / 4096).step_by(4) {
        let folder = copy(folder.path());
        rot(folder.path(), "vault.db", 4096 * page + 2000);
        let rotten = fs::read(folder.path().join("vault.db")).unwrap();
        let offered = assert_untouched(folder.path(), || offer(folder.path(), &secret(1), None, clock())).unwrap();
        assert_eq!(offered.snapshots.len(), 2);
        if !offered.file_readable {
            // A page of the schema: without it nobody knows what is where.
            assert_eq!(assert_untouched(folder.path(), || code(bring_back(folder.path(), RecoverFrom::File))), "damaged");
            unreadable += 1;
            continue;
        }
        let recovered = bring_back(folder.path(), RecoverFrom::File).unwrap();
        assert!(fs::read(folder.path().join(&recovered.moved_aside[0])).unwrap() == rotten, "page {page}");
        let vault = open(folder.path()).unwrap();
        let after = tables(&vault);
        let rows: i64 = after.values().sum();
        assert_eq!(recovered.rows, rows.cast_unsigned(), "page {page}");
        entries_are_whole(&vault).unwrap();
        let missing: Vec<_> = before.iter().filter(|(name, rows)| after[*name] < **rows).map(|(name, _)| name.clone()).collect();
        assert!(missing.iter().all(|name| recovered.lost_tables.contains(name)), "page {page}: {missing:?}, {recovered:?}");
        let lost = before.values().sum::<i64>() - rows;
        // On the root of a table hangs all of it, and on a page of runs their answers.
        match lost {
            0 => without_loss += 1,
            1..=700 => with_loss += 1,
            _ => with_a_table += 1,
        }
    }
    assert!(without_loss > 2 && with_loss > 5, "{without_loss}, {with_loss}");
    assert!(with_a_table <= 4, "{with_a_table} roots of large tables");
    assert!(unreadable <= 8, "{unreadable} pages of the schema");
}

/// SQLCipher hands out a page that it refuses as zeros, and says so only of the next page.
#[test]
fn a_text_of_which_a_page_rotted_is_neither_read_nor_copied_nor_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    let empty = fs::read(folder.path().join("vault.db")).unwrap().len() / 4096;
    let vault = open(folder.path()).unwrap();
    let body = |byte: u8| format!("word{byte} {}", char::from(b'a' + byte).to_string().repeat(9_000));
    vault
        .write(|tx| {
            for byte in 1..=6 {
                written(tx, byte, text(&body(byte)), 1000);
            }
            Ok::<_, StorageError>(())
        })
        .unwrap();
    drop(vault);
    let bodies = |vault: &Vault| {
        let one = |seq: u8| {
            vault.read(|tx| {
                Ok::<_, StorageError>(tx.query_row("SELECT body FROM entry WHERE seq = ?1", [seq], |row| row.get::<_, String>(0))?)
            })
        };
        (1..=6).map(one).collect::<Vec<_>>()
    };
    let pages = fs::read(folder.path().join("vault.db")).unwrap().len() / 4096;
    let (mut refused, mut lost) = (0, 0);
    // What was there before are the first pages of tables, nearly all of them without a row.
    for page in (2..empty).step_by(8).chain(empty..pages) {
        let folder = copy(folder.path());
        rot(folder.path(), "vault.db", 4096 * page + 2000);
        let Ok(vault) = open(folder.path()) else { continue };
        for (seq, read) in (1..).zip(bodies(&vault)) {
            match read {
                Ok(read) => assert!(read == body(seq), "page {page}: text {seq} is not what was written"),
                Err(error) => {
                    assert_eq!(error.code(), "damaged", "page {page}");
                    refused += 1;
                }
            }
        }
        drop(vault);
        let vault = open(folder.path()).unwrap();
        if vault.take_snapshot(&SnapshotKind::ALL, clock().now, "2026-11-23".parse().unwrap(), &|| true).is_ok() {
            let copied = copy(folder.path());
            fs::rename(copied.path().join("snapshot-daily.db"), copied.path().join("vault.db")).unwrap();
            for name in ["vault.db-wal", "vault.db-shm"] {
                let _ = fs::remove_file(copied.path().join(name));
            }
            for (seq, read) in (1..).zip(bodies(&open(copied.path()).unwrap())) {
                assert!(read.unwrap() == body(seq), "page {page}: text {seq} in a copy");
            }
        }
        drop(vault);
        if bring_back(folder.path(), RecoverFrom::File).is_ok() {
            for (seq, read) in (1..).zip(bodies(&open(folder.path()).unwrap())) {
                match read {
                    Ok(read) => assert!(read == body(seq), "page {page}: text {seq} was brought back as something else"),
                    Err(_) => lost += 1,
                }
            }
        }
    }
    assert!(refused > 10 && lost > 10, "{refused}, {lost}");
}

#[test]
fn between_two_rotten_pages_everything_else_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    vault
        .write(|tx| {
            for byte in 1..=250 {
                written(tx, byte, text(&format!("word{byte} canal {}", "x".repeat(1500))), 1000);
            }
            Ok::<_, StorageError>(())
        })
        .unwrap();
    drop(vault);
    let whole = copy(folder.path());
    // Leaves of the table of entries, found by what is lost with them.
    let pages = fs::read(whole.path().join("vault.db")).unwrap().len() / 4096;
    let mut leaves = Vec::new();
    for page in (4..pages).rev() {
        let folder = copy(whole.path());
        rot(folder.path(), "vault.db", 4096 * page + 2000);
        if let Ok(recovered) = bring_back(folder.path(), RecoverFrom::File) {
            let vault = open(folder.path()).unwrap();
            let left = count(&vault, "entry");
            if recovered.lost_tables == ["entry"] && (245..250).contains(&left) {
                leaves.push((page, 250 - left));
            }
        }
        if leaves.len() == 5 {
            break;
        }
    }
    assert_eq!(leaves.len(), 5);
    let folder = copy(whole.path());
    let every_second: Vec<_> = leaves.iter().step_by(2).collect();
    for (page, _) in &every_second {
        rot(folder.path(), "vault.db", 4096 * page + 2000);
    }
    bring_back(folder.path(), RecoverFrom::File).unwrap();
    let lost: i64 = every_second.iter().map(|(_, rows)| rows).sum();
    assert_eq!(count(&open(folder.path()).unwrap(), "entry"), 250 - lost);
}

#[test]
fn between_two_rotten_pages_of_keys_that_do_not_count_everything_else_comes_back() {
    let whole = tempfile::tempdir().unwrap();
    let vault = create(whole.path());
    fill(&vault, 60);
    drop(vault);
    let pages = fs::read(whole.path().join("vault.db")).unwrap().len() / 4096;
    let mut leaves = Vec::new();
    // They were written last.
    for page in (4..pages).rev() {
        let folder = copy(whole.path());
        rot(folder.path(), "vault.db", 4096 * page + 2000);
        let Ok(recovered) = bring_back(folder.path(), RecoverFrom::File) else { continue };
        let lost = 60 * 38 - count(&open(folder.path()).unwrap(), "answer");
        if recovered.lost_tables == ["answer"] && lost < 200 {
            leaves.push((page, lost));
        }
        if leaves.len() == 8 {
            break;
        }
    }
    assert_eq!(leaves.len(), 8, "{leaves:?}");
    let every_third: Vec<_> = leaves.iter().step_by(3).collect();
    let folder = copy(whole.path());
    for (page, _) in &every_third {
        rot(folder.path(), "vault.db", 4096 * page + 2000);
    }
    bring_back(folder.path(), RecoverFrom::File).unwrap();
    let lost: i64 = every_third.iter().map(|(_, rows)| rows).sum();
    assert_eq!(count(&open(folder.path()).unwrap(), "answer"), 60 * 38 - lost);
}

/// A day's answers and its notes are found again each without the other.
#[test]
fn of_check_ins_notes_and_pulses_only_the_rows_of_a_rotten_page_are_lost() {
    let whole = furnished();
    let pages = fs::read(whole.path().join("vault.db")).unwrap().len() / 4096;
    let asked = ["daily_check_ins", "daily_notes", "pulses", "rule_labels"];
    let mut hit = [0; 4];
    let all = [i64::from(DAYS), i64::from(DAYS), i64::from(DAYS) / 7, 1];
    // They were written last.
    for page in (pages - 24..pages).rev() {
        let folder = copy(whole.path());
        rot(folder.path(), "vault.db", 4096 * page + 2000);
        let Ok(recovered) = bring_back(folder.path(), RecoverFrom::File) else { continue };
        let [Some(place)] = recovered.lost_tables.iter().map(|lost| asked.iter().position(|table| table == lost)).collect::<Vec<_>>()[..]
        else {
            continue;
        };
        let vault = open(folder.path()).unwrap();
        let left = asked.map(|table| count(&vault, table));
        assert!((0..4).all(|table| table == place || left[table] == all[table]), "page {page}: {left:?}");
        // On the root of a table hangs all of it.
        if left[place] > 0 {
            assert!(all[place] - left[place] < 60, "page {page}: {left:?}");
            let unlike = "daily_check_ins WHERE line <> printf('line%d by the canal', seq - 1) OR feelings <> 'calm,sad' OR mood <> 3";
            assert_eq!(count(&vault, unlike), 0, "page {page}");
            assert_eq!(
                count(&vault, "daily_notes WHERE text NOT LIKE printf('note%d in the evening, %%some more', seq - 1)"),
                0,
                "page {page}"
            );
            hit[place] += 1;
        }
    }
    assert!(hit[0] > 2 && hit[1] > 1, "{hit:?}");
}

#[test]
fn rows_that_are_refused_nowadays_come_back() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    let frozen = "
        CREATE TABLE later (n INTEGER NOT NULL PRIMARY KEY) STRICT;
        INSERT INTO later (n) VALUES (1), (2);
        CREATE TRIGGER later_frozen BEFORE INSERT ON later BEGIN SELECT RAISE(ABORT, 'frozen'); END;";
    let steps: Vec<_> = STEPS.iter().copied().chain([frozen]).collect();
    drop(Vault::open_with(folder.path(), &secret(1), None, clock(), &steps).unwrap());
    let recovered = recover_with(folder.path(), &secret(1), None, clock(), RecoverFrom::File, &steps, &mut |_| {}).unwrap();
    assert_eq!(recovered.lost_tables, Vec::<String>::new());
    let vault = Vault::open_with(folder.path(), &secret(1), None, clock(), &steps).unwrap();
    assert_eq!(count(&vault, "later"), 2);
}

#[test]
fn of_a_file_that_was_cut_the_beginning_comes_back() {
    let folder = furnished();
    let whole = fs::metadata(folder.path().join("vault.db")).unwrap().len();
    let mut most = 0;
    // The schema lies behind the first page of every table: in so small a file beyond its half.
    for keep in [whole - 1, whole - 4096, whole / 4 * 3, whole / 3 * 2] {
        let folder = copy(folder.path());
        fs::File::options().write(true).open(folder.path().join("vault.db")).unwrap().set_len(keep).unwrap();
        assert_eq!(code(open(folder.path())), "damaged");
        let recovered = bring_back(folder.path(), RecoverFrom::File).unwrap_or_else(|error| panic!("{keep} of {whole}: {error}"));
        let vault = open(folder.path()).unwrap();
        assert_eq!(recovered.rows, tables(&vault).values().map(|rows| rows.cast_unsigned()).sum::<u64>(), "{keep}");
        entries_are_whole(&vault).unwrap();
        most = most.max(recovered.rows);
    }
    assert!(most > 1000, "{most}");
    for keep in [0, 100, 4095] {
        let folder = copy(folder.path());
        fs::File::options().write(true).open(folder.path().join("vault.db")).unwrap().set_len(keep).unwrap();
        let offered = offer(folder.path(), &secret(1), None, clock()).unwrap();
        assert!(!offered.file_readable, "{keep}");
        assert_eq!(assert_untouched(folder.path(), || code(bring_back(folder.path(), RecoverFrom::File))), "damaged");
        assert!(bring_back(folder.path(), RecoverFrom::Daily).is_ok(), "{keep}");
    }
}

#[test]
fn texts_of_an_entry_that_is_lost_become_drafts() {
    let folder = furnished();
    let vault = open(folder.path()).unwrap();
    let seqs: Vec<i64> = vault
        .read(|tx| {
            let mut statement = tx.prepare("SELECT seq FROM entry ORDER BY seq")?;
            let seqs = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            Ok::<_, StorageError>(seqs)
        })
        .unwrap();
    vault
        .write(|tx| {
            for seq in &seqs {
                for number in [1, 2] {
                    tx.execute(
                        "INSERT INTO revision (entry, number, saved_at, saved_day, day, words, body)
                         VALUES (?1, ?2, 1000, '2026-11-23', '2026-11-23', 3, printf('text %d of %d', ?2, ?1))",
                        [*seq, number],
                    )?;
                }
            }
            tx.execute(
                "INSERT INTO draft (id, entry, base_revision, touched, saved_at, day, words, body)
                 SELECT id, seq, 1, 1, 1000, '2026-11-23', 3, printf('draft of %d', seq) FROM entry",
                [],
            )?;
            Ok::<_, StorageError>(())
        })
        .unwrap();
    drop(vault);
    let pages = fs::read(folder.path().join("vault.db")).unwrap().len() / 4096;
    let mut kept = 0;
    for page in (5..pages).step_by(6) {
        let folder = copy(folder.path());
        rot(folder.path(), "vault.db", 4096 * page + 2000);
        let Ok(recovered) = bring_back(folder.path(), RecoverFrom::File) else { continue };
        if recovered.lost_tables.first().is_none_or(|table| table != "draft" && table != "entry") {
            continue;
        }
        let vault = open(folder.path()).unwrap();
        let here = |seq: i64| count(&vault, &format!("entry WHERE seq = {seq}")) == 1;
        let lost: Vec<i64> = seqs.iter().copied().filter(|seq| !here(*seq)).collect();
        if lost.is_empty() || recovered.lost_tables.contains(&"draft".to_owned()) {
            continue;
        }
        for seq in lost {
            assert_eq!(count(&vault, &format!("draft WHERE entry IS NULL AND body = 'draft of {seq}'")), 1, "page {page}");
            assert_eq!(count(&vault, &format!("draft WHERE entry IS NULL AND body = 'text 2 of {seq}'")), 1, "page {page}");
            kept += 1;
        }
    }
    assert!(kept > 2, "{kept}");
}
