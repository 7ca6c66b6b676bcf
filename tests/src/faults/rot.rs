//! Bytes that are not what they were, and files that end too early. A vault opens or says that it is damaged, no refusal
//! changes a byte, and everything that can be read comes back.

use super::kills::{expected, fill, same};
use super::look::{Trouble, kept_up, left_after_loss, seen, told, why};
use super::texts::{State, Step, known, state_after, steps, text};
use super::{Faults, check};
use crate::files::{bytes_of, copy, differing};
use crate::raw;
use crate::world::{SECRET, Seeded, create, key_of, open, secret_of};
use ampersand_core::app::{RecoverFrom, Session, recover_vault, recovery_offer};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const PAGE: usize = 4_096;
/// A frame of the log: 24 bytes and a page; before the first one, 32 bytes.
const FRAME: usize = 24 + PAGE;
const LOG_HEAD: usize = 32;
/// Entries that may be lost with a page.
const MOST_ON_A_PAGE: usize = 25;

/// A vault with safety copies in which writing then went on, closed; and one as a kill would leave it.
struct Sample {
    closed: tempfile::TempDir,
    cut_off: tempfile::TempDir,
    /// What is in both.
    states: BTreeMap<u32, State>,
    /// What is in the safety copies.
    copied: BTreeMap<u32, State>,
}

impl Sample {
    fn new(entries: u32) -> Self {
        let closed = tempfile::tempdir().expect("a folder");
        let session = create(closed.path(), 0x71);
        fill(&session, 0..entries);
        kept_up(&session, 0).expect("kept up");
        fill(&session, entries..entries + 6);
        let cut_off = copy(closed.path());
        session.lock();
        Self { closed, cut_off, states: expected(0..entries + 6), copied: expected(0..entries) }
    }
}

/// Every `step`-th byte of the first page, `random` ones of the whole file, and every `step`-th of the keyring.
pub(super) fn flips(faults: &mut Faults<'_>, entries: u32, step: usize, random: usize) {
    let sample = Sample::new(entries);
    let whole = bytes_of(sample.closed.path());
    for (number, position) in (0..PAGE).step_by(step).enumerate() {
        faults.case(&format!("byte {position} of the first page flipped"), || {
            let folder = copy(sample.closed.path());
            flip(&folder.path().join("vault.db"), position)?;
            refused_as_damaged(folder.path())?;
            // The slow part of it now and then: the page that says what there is, is always the same one.
            if number % 64 == 0 { brought_back_from_a_copy(folder.path(), &sample) } else { Ok(()) }
        });
    }
    let mut dice = Seeded(0x00fa_0031);
    for _ in 0..random {
        let position = usize::try_from(dice.next_number() >> 8).unwrap_or(0) % whole["vault.db"].len();
        faults.case(&format!("byte {position} of the database flipped"), || {
            let folder = copy(sample.closed.path());
            flip(&folder.path().join("vault.db"), position)?;
            damaged_somewhere(folder.path(), &sample)
        });
    }
    for position in (0..whole["keyring.json"].len()).step_by(step.min(8)) {
        faults.case(&format!("byte {position} of the keyring flipped"), || {
            let folder = copy(sample.closed.path());
            flip(&folder.path().join("keyring.json"), position)?;
            let before = bytes_of(folder.path());
            match open(folder.path(), 0x72) {
                // White space between fields is no part of it.
                Ok(session) => same(&seen(&session)?, &sample.states),
                Err(error) => {
                    let changed = differing(&before, &bytes_of(folder.path()));
                    check(changed.is_empty(), || format!("changed: {changed:?}"))?;
                    check(why(&error) == "damaged", || format!("it says {}", why(&error)))
                }
            }
        });
    }
}

/// The database cut at each `step`-th page, and in the midst of one; the log cut at each frame, and a byte of it flipped.
pub(super) fn cuts(faults: &mut Faults<'_>, entries: u32, step: usize) {
    let sample = Sample::new(entries);
    let length = bytes_of(sample.closed.path())["vault.db"].len();
    for page in (0..length / PAGE).step_by(step) {
        for part in [0, 1_000] {
            faults.case(&format!("the database cut {part} bytes into page {page}"), || {
                let folder = copy(sample.closed.path());
                cut(&folder.path().join("vault.db"), page * PAGE + part)?;
                refused_as_damaged(folder.path())?;
                if part > 0 {
                    return Ok(());
                }
                if page == 0 { brought_back_from_a_copy(folder.path(), &sample) } else { brought_back(folder.path(), &sample) }
            });
        }
    }
    let frames = (bytes_of(sample.cut_off.path())["vault.db-wal"].len() - LOG_HEAD) / FRAME;
    let mut roots = 0;
    for frame in (0..=frames).step_by(step) {
        for part in [0, 20, 2_000] {
            faults.case(&format!("the log cut {part} bytes into frame {frame}"), || {
                let folder = copy(sample.cut_off.path());
                cut(&folder.path().join("vault.db-wal"), LOG_HEAD + frame * FRAME + part)?;
                if part < 2_000 {
                    // Its index would know that there was more.
                    fs::remove_file(folder.path().join("vault.db-shm")).map_err(|error| error.to_string())?;
                }
                a_beginning(folder.path(), &sample)
            });
        }
        if frame < frames {
            faults.case(&format!("a byte of frame {frame} of the log flipped"), || {
                let folder = copy(sample.cut_off.path());
                flip(&folder.path().join("vault.db-wal"), LOG_HEAD + frame * FRAME + 900)?;
                let lost = log_brought_back(folder.path(), &sample)?;
                roots += usize::from(lost > MOST_ON_A_PAGE);
                Ok(())
            });
        }
    }
    // On the root of a table hangs all of it.
    faults.case("what is lost with a frame", || check(roots * 20 <= frames, || format!("a table with {roots} of {frames} frames")));
    for position in (0..LOG_HEAD).step_by(step.min(7)) {
        for index in [true, false] {
            faults.case(&format!("byte {position} of the log's header flipped, index {index}"), || {
                let folder = copy(sample.cut_off.path());
                flip(&folder.path().join("vault.db-wal"), position)?;
                if !index {
                    fs::remove_file(folder.path().join("vault.db-shm")).map_err(|error| error.to_string())?;
                }
                let lost = log_brought_back(folder.path(), &sample)?;
                check(lost == 0, || format!("{lost} of {} lost", sample.states.len()))
            });
        }
    }
}

fn flip(path: &Path, position: usize) -> Result<(), String> {
    let mut bytes = fs::read(path).map_err(|error| error.to_string())?;
    let byte = bytes.get_mut(position).ok_or("no such byte")?;
    *byte ^= 1 << (position % 8);
    fs::write(path, bytes).map_err(|error| error.to_string())
}

fn cut(path: &Path, length: usize) -> Result<(), String> {
    let file = fs::OpenOptions::new().write(true).open(path).map_err(|error| error.to_string())?;
    file.set_len(length as u64).map_err(|error| error.to_string())
}

/// Opening says that it is damaged, and every file is as it was.
fn refused_as_damaged(folder: &Path) -> Result<(), String> {
    let before = bytes_of(folder);
    let said = told(open(folder, 0x73).map(drop));
    let changed = differing(&before, &bytes_of(folder));
    check(said == "damaged", || format!("it says {said}"))?;
    check(changed.is_empty(), || format!("changed: {changed:?}"))
}

/// The file itself has nothing to give any more; the safety copies do. The file is kept.
fn brought_back_from_a_copy(folder: &Path, sample: &Sample) -> Result<(), String> {
    let secret = secret_of(SECRET[0]);
    let key = key_of(folder, &secret);
    let before = bytes_of(folder);
    let offer = recovery_offer(&key).map_err(|error| why(&error))?;
    check(!offer.file_readable && offer.snapshots.len() == 2, || format!("{offer:?}"))?;
    let said = told(recover_vault(&key, RecoverFrom::File).map(drop));
    let changed = differing(&before, &bytes_of(folder));
    check(said == "damaged" && changed.is_empty(), || format!("it says {said}, changed {changed:?}"))?;
    recover_vault(&key, RecoverFrom::Daily).map_err(|error| why(&error))?;
    check(bytes_of(folder).values().any(|bytes| *bytes == before["vault.db"]), || "the damaged file is gone".into())?;
    let session = open(folder, 0x74).map_err(|error| why(&error))?;
    same(&seen(&session)?, &sample.copied)
}

/// One page of many: opening, reading or the check says so, what is read is whole, and what can be read comes back.
fn damaged_somewhere(folder: &Path, sample: &Sample) -> Result<(), String> {
    let before = bytes_of(folder)["vault.db"].clone();
    match open(folder, 0x75) {
        Err(error) => check(why(&error) == "damaged", || format!("opening says {}", why(&error)))?,
        Ok(session) => {
            match seen(&session) {
                Ok(found) => same(&found, &sample.states)?,
                Err(Trouble::Refused(code)) => check(code == "damaged", || format!("reading says {code}"))?,
                Err(Trouble::Wrong(wrong)) => return Err(wrong),
            }
            drop(session);
            // Reading may not have come by; the check does. On the vault as it was, before anything was written.
            fs::write(folder.join("vault.db"), &before).map_err(|error| error.to_string())?;
            let session = open(folder, 0x76).map_err(|error| why(&error))?;
            // Seven days later: a check is due.
            match kept_up(&session, 8) {
                Err(Trouble::Refused(code)) if code == "damaged" => {}
                Ok(()) => return nothing_was_in_it(&session, sample),
                Err(trouble) => return Err(format!("the check says {}", String::from(trouble))),
            }
        }
    }
    brought_back(folder, sample)
}

/// A page that holds nothing is not looked at: everything is there, is in the new safety copies too, and writing goes on
/// over it.
fn nothing_was_in_it(session: &Session, sample: &Sample) -> Result<(), String> {
    fill(session, 2_000..2_020);
    let mut states = sample.states.clone();
    states.extend(expected(2_000..2_020));
    same(&seen(session)?, &states)?;
    kept_up(session, 16).map_err(|trouble| format!("the next check says {}", String::from(trouble)))
}

/// Brings the file back, and everything that plain SQL can read of it row by row is there.
fn brought_back(folder: &Path, sample: &Sample) -> Result<(), String> {
    let damaged = bytes_of(folder)["vault.db"].clone();
    let readable = readable_by_hand(copy(folder).path());
    let secret = secret_of(SECRET[0]);
    let recovered = match recover_vault(&key_of(folder, &secret), RecoverFrom::File) {
        Ok(recovered) => recovered,
        // Without its schema no row of a database can be found. Then by hand none can be read either.
        Err(error) if why(&error) == "damaged" && readable.is_empty() => return brought_back_from_a_copy(folder, sample),
        Err(error) => return Err(format!("recovery says {}, and {} texts can be read", why(&error), readable.len())),
    };
    check(bytes_of(folder).values().any(|bytes| *bytes == damaged), || "the damaged file is gone".into())?;
    let session = open(folder, 0x77).map_err(|error| format!("after a recovery: {}", why(&error)))?;
    let back = left_after_loss(&session, &recovered.lost_tables)
        .map_err(|trouble| format!("after a recovery, {:?} lost: {}", recovered.lost_tables, String::from(trouble)))?;
    let missing: Vec<_> = readable.difference(&back).take(5).collect();
    check(missing.is_empty(), || format!("can be read and did not come back: {missing:?}"))?;
    let all: BTreeSet<(u32, u32)> =
        sample.states.iter().flat_map(|(n, state)| texts_of(*n, state).into_iter().chain(draft_of_trashed(*n, state))).collect();
    let invented: Vec<_> = back.difference(&all).take(5).collect();
    check(invented.is_empty(), || format!("never written, or purged: {invented:?}"))?;
    kept_up(&session, 8).map_err(|trouble| format!("after a recovery: {}", String::from(trouble)))
}

/// The draft of an entry in the trash is in no list until the entry is lost.
fn draft_of_trashed(n: u32, state: &State) -> Option<(u32, u32)> {
    let written = steps(n).into_iter().rev().find(|step| matches!(step, Step::Draft(_) | Step::Save(_)));
    match written {
        Some(Step::Draft(v)) if state.trashed => Some((n, v)),
        _ => None,
    }
}

/// A log of which something rotted is refused, and what is in it comes back but for a page. Answers of how many entries
/// something is lost then, which is told.
fn log_brought_back(folder: &Path, sample: &Sample) -> Result<usize, String> {
    let before = bytes_of(folder);
    refused_as_damaged(folder)?;
    let secret = secret_of(SECRET[0]);
    let recovered = recover_vault(&key_of(folder, &secret), RecoverFrom::File).map_err(|error| why(&error))?;
    let after = bytes_of(folder);
    let kept = |name: &str| after.values().any(|bytes| *bytes == before[name]);
    check(kept("vault.db") && kept("vault.db-wal"), || "what was damaged is gone".into())?;
    let session = open(folder, 0x7a).map_err(|error| format!("after a recovery: {}", why(&error)))?;
    if recovered.lost_tables.is_empty() {
        same(&seen(&session)?, &sample.states)?;
    }
    let back = left_after_loss(&session, &recovered.lost_tables)?;
    let missing = sample.states.iter().filter(|(n, state)| texts_of(**n, state).iter().any(|text| !back.contains(text))).count();
    kept_up(&session, 1).map_err(|trouble| format!("after a recovery: {}", String::from(trouble)))?;
    Ok(missing)
}

fn texts_of(n: u32, state: &State) -> Vec<(u32, u32)> {
    state.text.iter().chain(&state.draft).chain(&state.history).map(|v| (n, *v)).collect()
}

/// The entries' present texts that can be read one by one. After a page that does not authenticate, `SQLCipher` reads
/// nothing more on a connection, so that each failure takes a new one.
fn readable_by_hand(folder: &Path) -> BTreeSet<(u32, u32)> {
    let key = raw::data_key(folder, &SECRET);
    let connected = || raw::connect(&folder.join("vault.db"), &key);
    let mut db = connected();
    let mut readable = BTreeSet::new();
    for seq in 1..400 {
        match db.query_row("SELECT body FROM entry WHERE seq = ?1", [seq], |row| row.get::<_, String>(0)) {
            Ok(body) => {
                let numbers = super::texts::numbers(&body).filter(|(n, v)| text(*n, *v).body == body);
                readable.extend(numbers);
            }
            Err(rusqlite::Error::QueryReturnedNoRows) => {}
            Err(_) => db = connected(),
        }
    }
    readable
}

/// Of a log that ends too early, everything up to some step is there, and nothing that is not whole.
fn a_beginning(folder: &Path, sample: &Sample) -> Result<(), String> {
    let before = bytes_of(folder);
    let session = match open(folder, 0x78) {
        Ok(session) => session,
        Err(error) => {
            let changed = differing(&before, &bytes_of(folder));
            check(changed.is_empty(), || format!("changed: {changed:?}"))?;
            check(why(&error) == "damaged", || format!("it says {}", why(&error)))?;
            // Pages that were to be in the file are gone with the log: the rest comes back.
            let secret = secret_of(SECRET[0]);
            recover_vault(&key_of(folder, &secret), RecoverFrom::File).map_err(|error| why(&error))?;
            let session = open(folder, 0x79).map_err(|error| why(&error))?;
            seen(&session)?;
            return Ok(());
        }
    };
    let found = seen(&session)?;
    let last = sample.states.keys().last().copied().unwrap_or(0);
    let newest = found.keys().last().copied().unwrap_or(0);
    for n in 0..=last {
        let state = found.get(&n).cloned().unwrap_or_default();
        let whole = steps(n).len();
        let fits = if n < newest { state == state_after(n, whole) } else { (0..=whole).any(|count| state == state_after(n, count)) };
        check(fits, || format!("entry {n}: {state:?}"))?;
    }
    check(known(&text(1, 2)) == Ok((1, 2)), || "texts do not know themselves".into())
}
