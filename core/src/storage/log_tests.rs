//! A log that rotted is never taken for a shorter one: it is told, every byte stays, and what is in it comes back.

use super::samples::{answer, assert_untouched, bytes_of, clock, code, copy, count, create, fill, open, secret, start_run};
use super::{RecoverFrom, StorageError, offer, recover};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

const FRAME: usize = 24 + 4096;

fn flip(folder: &Path, position: usize) {
    let path = folder.join("vault.db-wal");
    let mut bytes = fs::read(&path).unwrap();
    bytes[position] ^= 1 << (position % 8);
    fs::write(path, bytes).unwrap();
}

/// Sixty runs in the file, and then three more, each in a transaction of its own, in the log alone.
fn cut_off(index: bool) -> tempfile::TempDir {
    static MADE: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = copy(
        MADE.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            fill(&create(folder.path()), 60);
            let vault = open(folder.path()).unwrap();
            for run in 200..203 {
                start_run(&vault, run).unwrap();
                answer(&vault, run, "EF1", Some(3)).unwrap();
            }
            copy(folder.path())
        })
        .path(),
    );
    fs::remove_file(folder.path().join("vault.lock")).unwrap();
    if !index {
        fs::remove_file(folder.path().join("vault.db-shm")).unwrap();
    }
    folder
}

/// Refused as damaged; brought back from the file, with what was damaged kept. Answers how many runs there are then, and
/// the tables of which something is lost.
fn brought_back_with_loss(folder: &Path, case: &str) -> (i64, Vec<String>) {
    let before = bytes_of(folder);
    assert_eq!(assert_untouched(folder, || code(open(folder))), "damaged", "{case}");
    let offered = assert_untouched(folder, || offer(folder, &secret(1), None, clock())).unwrap();
    assert!(offered.file_readable, "{case}");
    let recovered = recover(folder, &secret(1), None, clock(), RecoverFrom::File).unwrap_or_else(|error| panic!("{case}: {error}"));
    let after = bytes_of(folder);
    for name in ["vault.db", "vault.db-wal"] {
        let kept = after.iter().any(|(kept, bytes)| kept.contains(".damaged-") && *bytes == before[name]);
        assert!(kept, "{case}: {name} is not kept");
    }
    assert!(!after.keys().any(|name| name.contains("wreck")), "{case}: {:?}", after.keys());
    (count(&open(folder).unwrap(), "run"), recovered.lost_tables)
}

fn brought_back(folder: &Path, case: &str) -> i64 {
    let (runs, lost) = brought_back_with_loss(folder, case);
    assert_eq!(lost, Vec::<String>::new(), "{case}");
    runs
}

fn refused(folder: &Path, case: &str) {
    assert_eq!(assert_untouched(folder, || code(open(folder))), "damaged", "{case}");
}

#[test]
fn a_header_of_which_any_byte_rotted() {
    for index in [true, false] {
        for position in 0..32 {
            let folder = cut_off(index);
            flip(folder.path(), position);
            let case = format!("byte {position}, index {index}");
            if position % 4 == 1 {
                assert_eq!(brought_back(folder.path(), &case), 63, "{case}");
            } else {
                refused(folder.path(), &case);
            }
        }
    }
}

/// Frames of the log, and those that end a save.
fn frames(folder: &Path) -> (usize, Vec<usize>) {
    let log = fs::read(folder.join("vault.db-wal")).unwrap();
    let frames = (log.len() - 32) / FRAME;
    let ends = (0..frames).filter(|frame| log[32 + frame * FRAME + 4..][..4] != [0; 4]).collect();
    (frames, ends)
}

#[test]
fn a_frame_of_which_something_rotted() {
    let (all, ends) = frames(cut_off(true).path());
    assert!(ends.len() == 6 && all > 8, "{all}, {ends:?}");
    for index in [true, false] {
        for frame in 0..all {
            // The page's number, the save's end, the round's mark, the checksum, the page itself.
            for within in [3, 7, 9, 15, 17, 23, 24, 2000, FRAME - 1] {
                let folder = cut_off(index);
                flip(folder.path(), 32 + frame * FRAME + within);
                let case = format!("byte {within} of frame {frame} of {all}, index {index}");
                // Without the index nobody can tell the last save from one that was on its way, and the mark that leads to
                // it is gone with the one before it.
                let last = frame > ends[4] || (frame == ends[4] && (16..24).contains(&within));
                if index || !last {
                    refused(folder.path(), &case);
                } else {
                    let left = count(&open(folder.path()).unwrap(), "answer WHERE item = 'EF1'");
                    assert_eq!(left, 2, "{case}: the saves before it");
                }
            }
        }
    }
}

#[test]
fn of_frames_that_rotted_only_their_own_rows_are_lost() {
    let (all, _) = frames(cut_off(true).path());
    let answers = count(&open(cut_off(true).path()).unwrap(), "answer");
    let (mut whole, mut told) = (0, 0);
    for frame in 0..all {
        for within in [if frame % 2 == 0 { 9 } else { 17 }, 2000] {
            let folder = cut_off(true);
            flip(folder.path(), 32 + frame * FRAME + within);
            let case = format!("byte {within} of frame {frame} of {all}");
            let (runs, lost) = brought_back_with_loss(folder.path(), &case);
            let found = (runs, count(&open(folder.path()).unwrap(), "answer"));
            assert!(!lost.is_empty() || found == (63, answers), "{case}: {found:?}");
            assert!(within == 2000 || lost.is_empty(), "{case}: the page itself is whole: {lost:?}");
            whole += i32::from(lost.is_empty());
            told += i32::from(!lost.is_empty());
        }
    }
    assert!(whole > 12 && told > 1, "{whole}, {told}");
}

#[test]
fn a_log_that_ends_before_what_its_index_knows_of() {
    let (all, ends) = frames(cut_off(true).path());
    for keep in 0..all {
        for more in [0, 20, 3000] {
            let length = u64::try_from(32 + keep * FRAME + more).unwrap();
            let cut = |index| {
                let folder = cut_off(index);
                fs::File::options().write(true).open(folder.path().join("vault.db-wal")).unwrap().set_len(length).unwrap();
                folder
            };
            let saves = ends.iter().filter(|end| **end < keep).count();
            let runs = 60 + i64::try_from(saves.div_ceil(2)).unwrap();
            let folder = cut(true);
            // Without its index it is as a power cut leaves it: what is whole is there.
            assert_eq!(count(&open(cut(false).path()).unwrap(), "run"), runs, "{length}");
            if more > 0 {
                refused(folder.path(), &format!("{length} bytes"));
                continue;
            }
            let (found, lost) = brought_back_with_loss(folder.path(), &format!("{length} bytes, with its index"));
            assert_eq!(found, runs, "{length}");
            assert!(lost.iter().any(|table| table == "run") && lost.iter().any(|table| table == "draft"), "nobody knows of what: {lost:?}");
        }
    }
}

/// Copies of the folder as a kill would leave it, with the index and without, have to open and to hold `runs`.
fn left_by_a_kill_it_opens(folder: &Path, runs: i64, case: &str) {
    for index in [true, false] {
        let left = copy(folder);
        if !index {
            fs::remove_file(left.path().join("vault.db-shm")).unwrap();
        }
        let vault = open(left.path()).unwrap_or_else(|error| panic!("{case}, index {index}: {error}"));
        assert_eq!(count(&vault, "run"), runs, "{case}, index {index}");
    }
}

#[test]
fn whatever_a_kill_leaves_is_no_damage() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    left_by_a_kill_it_opens(folder.path(), 0, "nothing written");
    for run in 1..=40 {
        start_run(&vault, run).unwrap();
        left_by_a_kill_it_opens(folder.path(), i64::from(run), &format!("run {run}"));
        if run % 8 == 0 {
            // Much is written into the log and taken back: what stays of it is of the same round.
            let refused = vault.write(|tx| {
                tx.execute_batch("PRAGMA cache_spill = 8; PRAGMA cache_size = 8;")?;
                tx.execute_batch(
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300)
                     INSERT INTO settings (key, value) SELECT printf('key %d', i), printf('%.900c', 'x') FROM n;",
                )?;
                Err::<(), _>(StorageError::ReadOnly)
            });
            assert_eq!(code(refused), "read_only");
            left_by_a_kill_it_opens(folder.path(), i64::from(run), &format!("run {run}, something taken back"));
        }
        if run % 10 == 0 {
            // The round ends: with the log left as it is, or emptied.
            if run % 20 == 0 {
                assert!(vault.fold_log().unwrap());
            } else {
                vault.alone(|writer| Ok(writer.query_row("PRAGMA wal_checkpoint(RESTART)", [], |_| Ok(()))?)).unwrap();
            }
            left_by_a_kill_it_opens(folder.path(), i64::from(run), &format!("run {run}, a round ended"));
        }
    }
}

#[test]
fn what_stays_of_a_save_that_was_cut_is_no_damage_to_those_after_it() {
    let folder = cut_off(false);
    let (all, ends) = frames(folder.path());
    // The power went in the midst of the last save: its end is on disk, its beginning is not.
    flip(folder.path(), 32 + (ends[4] + 1) * FRAME + 2000);
    let vault = open(folder.path()).unwrap();
    answer(&vault, 202, "EF2", Some(1)).unwrap();
    assert!(frames(folder.path()).0 >= all, "it goes on in the same round");
    left_by_a_kill_it_opens(folder.path(), 63, "one more save");
}

#[test]
fn frames_that_are_in_the_database_already_may_rot_without_loss() {
    let folder = cut_off(true);
    let vault = open(folder.path()).unwrap();
    // Somebody reads, so that the next save does not begin a new round.
    let beside = super::connection::open_beside(&folder.path().join("vault.db"), vault.key()).unwrap();
    beside.execute_batch("BEGIN; SELECT count(*) FROM run;").unwrap();
    vault.alone(|writer| Ok(writer.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?)).unwrap();
    start_run(&vault, 210).unwrap();
    let left = copy(folder.path());
    fs::remove_file(left.path().join("vault.lock")).unwrap();
    let (all, ends) = frames(left.path());
    for frame in 0..=ends[ends.len() - 2] {
        let folder = copy(left.path());
        flip(folder.path(), 32 + frame * FRAME + 2000);
        let case = format!("frame {frame} of {all}");
        let (runs, lost) = brought_back_with_loss(folder.path(), &case);
        assert_eq!((runs, lost.len()), (64, 0), "{case}: {lost:?}");
    }
}
