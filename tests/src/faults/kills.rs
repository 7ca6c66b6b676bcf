//! kill -9: in a loop that writes, and at random moments of everything that takes longer than a write.

use super::child::all_steps;
use super::look::{Trouble, indexed, kept_up, seen, told, why};
use super::process::{Telling, killed_within, undisturbed};
use super::texts::{State, state_after, steps};
use super::{Faults, check};
use crate::files::{bytes_of, copy, fixture};
use crate::raw;
use crate::world::{SECRET, Seeded, at, clock, create, key_of, open, secret_of};
use ampersand_core::app::{RecoverFrom, Session, VaultKey, recover_vault, resume_erase};
use ampersand_core::assessment::draft::PartnerContext;
use ampersand_core::storage::{Presence, SCHEMA_VERSION, presence};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// Rounds in one vault; then the next one begins, so that looking at all of it stays quick.
const ROUNDS_A_VAULT: u32 = 20;
/// Steps after which the kill comes at the latest.
const MOST_STEPS: u64 = 40;

/// Everything that is written by `write`, killed again and again.
pub(super) fn write_loop(faults: &mut Faults<'_>, rounds: u32) {
    let mut done = 0;
    let mut in_flight = 0;
    let mut random = Seeded(0x00fa_0017);
    while done < rounds {
        let these = ROUNDS_A_VAULT.min(rounds - done);
        let program = faults.program.clone();
        let mut vault = match Written::new() {
            Ok(vault) => vault,
            Err(why) => return faults.case("a vault to write in", || Err(why)),
        };
        for round in done..done + these {
            faults.case(&format!("kill in a write loop, round {}", round + 1), || vault.round(&program, round, &mut random));
        }
        in_flight += vault.in_flight;
        faults.case(&format!("the vault after {} kills", done + these), || vault.all());
        done += these;
    }
    // A step was on its way at some of the kills, and at others none: else the moments are not random.
    let spread = in_flight > rounds / 50 && in_flight < rounds;
    faults.case("kills hit steps on their way", || check(spread, || format!("{in_flight} of {rounds}")));
}

/// A vault in which children wrote, and what has to be in it.
struct Written {
    folder: tempfile::TempDir,
    states: BTreeMap<u32, State>,
    next: u32,
    in_flight: u32,
}

impl Written {
    fn new() -> Result<Self, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        create(folder.path(), 0x77).lock();
        Ok(Self { folder, states: BTreeMap::new(), next: 0, in_flight: 0 })
    }

    /// A child writes until it is killed at a random moment after a random number of steps.
    fn round(&mut self, program: &Path, round: u32, random: &mut Seeded) -> Result<(), String> {
        let first = self.next;
        let child = Telling::doing(program, "write", self.folder.path(), &[&first.to_string()])?;
        child.expect("open")?;
        let (mut entries, mut taken) = (0, 0);
        let mut heard = |line: &str| {
            match line {
                "step" => taken += 1,
                "entry" => (entries, taken) = (entries + 1, 0),
                other => return Err(format!("it said {other}")),
            }
            Ok(())
        };
        for _ in 0..random.next_number() % MOST_STEPS {
            heard(&child.next().ok_or("it ended by itself")?)?;
        }
        let moment = Duration::from_micros(random.next_number() % 4_000);
        child.listen(moment).iter().try_for_each(|line| heard(line))?;
        child.kill()?.iter().try_for_each(|line| heard(line))?;

        let session = open(self.folder.path(), 0x0010_0000 + u64::from(round)).map_err(|error| why(&error))?;
        let found = seen(&session)?;
        for n in first..first + entries {
            self.states.insert(n, state_after(n, steps(n).len()));
        }
        // The step on its way when the kill came was taken whole, or not at all.
        let last = first + entries;
        let there = found.get(&last).cloned().unwrap_or_default();
        let (before, after) = (state_after(last, taken), state_after(last, taken + 1));
        check(there == before || there == after, || format!("entry {last} after {taken} steps: {there:?}"))?;
        self.in_flight += u32::from(there != before);
        self.states.insert(last, there);
        self.states.retain(|_, state| *state != State::default());
        self.next = last + 1;
        same(&found, &self.states)?;
        for (n, state) in found.range(first..) {
            indexed(&session, *n, state)?;
        }
        Ok(())
    }

    /// Everything at the end, with every page checked.
    fn all(&mut self) -> Result<(), String> {
        let session = open(self.folder.path(), 0x0020_0000).map_err(|error| why(&error))?;
        kept_up(&session, 1)?;
        same(&seen(&session)?, &self.states)?;
        for (n, state) in &self.states {
            indexed(&session, *n, state)?;
        }
        Ok(())
    }
}

/// Asserts that both hold the same entries in the same state.
pub(super) fn same(found: &BTreeMap<u32, State>, expected: &BTreeMap<u32, State>) -> Result<(), String> {
    let numbers = found.keys().chain(expected.keys());
    let differing: Vec<_> = numbers.filter(|n| found.get(n) != expected.get(n)).take(3).collect();
    check(differing.is_empty(), || {
        let one = |n: &&u32| format!("entry {n}: {:?}, not {:?}", found.get(n), expected.get(n));
        differing.iter().map(one).collect::<Vec<_>>().join("; ")
    })
}

/// A closed vault in which the entries from `first` up to `end` were written.
pub(super) fn filled(entries: std::ops::Range<u32>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let session = create(folder.path(), 0x99);
    fill(&session, entries);
    session.lock();
    folder
}

/// Writes entries.
pub(super) fn fill(session: &Session, entries: std::ops::Range<u32>) {
    for n in entries {
        all_steps(session, n, &mut || {}).expect("written");
    }
}

/// What [`filled`] has written.
pub(super) fn expected(entries: std::ops::Range<u32>) -> BTreeMap<u32, State> {
    let all = entries.map(|n| (n, state_after(n, steps(n).len())));
    all.filter(|(_, state)| *state != State::default()).collect()
}

/// Opens, looks at everything, and closes.
pub(super) fn all_there(folder: &Path, states: &BTreeMap<u32, State>) -> Result<(), String> {
    let session = open(folder, 0x0030_0000).map_err(|error| why(&error))?;
    same(&seen(&session)?, states)
}

/// A vault of the first schema, killed while it is raised.
pub(super) fn migration(faults: &mut Faults<'_>, rounds: u32) {
    let program = faults.program.clone();
    let whole = undisturbed_on(&program, &fixture("other-version-draft"), "open", &[]);
    let mut random = Seeded(0x00fa_0021);
    for round in 0..rounds {
        faults.case(&format!("kill during migration {}", round + 1), || {
            let folder = fixture("other-version-draft");
            let before = raw::rows(copy(folder.path()).path(), &SECRET);
            killed_within(Telling::doing(&program, "open", folder.path(), &[])?, whole.clone()?, &mut random)?;
            let session = open(folder.path(), 5).map_err(|error| why(&error))?;
            check(session.check_overview(&at(0, 0), PartnerContext::Current).is_ok_and(|check| check.kept_drafts.len() == 1), || {
                "the draft is gone".into()
            })?;
            fill(&session, 0..2);
            same(&seen(&session)?, &expected(0..2))?;
            session.lock();
            let after = raw::rows(copy(folder.path()).path(), &SECRET);
            let old = |row: &&String| row.starts_with("run ") || row.starts_with("answer ");
            check(before.iter().filter(old).eq(after.iter().filter(old)), || "the rows of the first schema".into())?;
            let version: u32 = raw::open(folder.path(), &SECRET)
                .query_row("PRAGMA user_version", [], |row| row.get(0))
                .map_err(|error| error.to_string())?;
            check(version == SCHEMA_VERSION, || format!("version {version}"))
        });
    }
}

/// How long something takes in a copy of the folder.
fn undisturbed_on(program: &Path, folder: &tempfile::TempDir, what: &str, more: &[&str]) -> Result<Duration, String> {
    let copy = copy(folder.path());
    undisturbed(Telling::doing(program, what, copy.path(), more)?)
}

/// A change of the passphrase: the first so many of changed, set and removed.
pub(super) fn passphrase(faults: &mut Faults<'_>, changes: usize, rounds: u32) {
    const ONE: &str = "a quiet harbour at dusk";
    const OTHER: &str = "seven slow grey geese";
    let program = faults.program.clone();
    let states = expected(0..6);
    let opens = |folder: &Path, passphrase: Option<&str>| {
        let secret = secret_of(SECRET[0]);
        let key = VaultKey { passphrase, ..key_of(folder, &secret) };
        Session::open(&key, "en-GB", Box::new(Seeded(0x41)))
    };
    let mut random = Seeded(0x00fa_0022);
    for (from, to) in [(Some(ONE), Some(OTHER)), (None, Some(ONE)), (Some(OTHER), None)].into_iter().take(changes) {
        let folder = filled(0..6);
        if let Some(from) = from {
            let session = opens(folder.path(), None).expect("it opens");
            session.set_passphrase(None, from, clock(0)).expect("set");
        }
        let arguments = [from.unwrap_or("-"), to.unwrap_or("-")];
        let whole = undisturbed_on(&program, &folder, "passphrase", &arguments);
        for round in 0..rounds {
            faults.case(&format!("kill during a change of the passphrase from {from:?} to {to:?}, {}", round + 1), || {
                let folder = copy(folder.path());
                let child = Telling::doing(&program, "passphrase", folder.path(), &arguments)?;
                let done = killed_within(child, whole.clone()?, &mut random)?;
                // Where one is set, opening without it is refused; where none is set, one that is typed does no harm.
                let (old, new) = (opens(folder.path(), from).map(drop), opens(folder.path(), to).map(drop));
                check(old.is_ok() || new.is_ok(), || format!("neither opens: {old:?}, {new:?}"))?;
                check(!done || new.is_ok(), || format!("the new one was acknowledged: {new:?}"))?;
                let holds = if new.is_ok() { to } else { from };
                let session = opens(folder.path(), holds).map_err(|error| why(&error))?;
                same(&seen(&session)?, &states)?;
                drop(session);
                let left: Vec<String> = bytes_of(folder.path()).into_keys().collect();
                check(left == ["keyring.json", "vault.db", "vault.lock"], || format!("left behind: {left:?}"))
            });
        }
    }
}

/// The upkeep: it purges, thins, checks, takes safety copies and empties the log.
pub(super) fn upkeep(faults: &mut Faults<'_>, rounds: u32, entries: u32) {
    let program = faults.program.clone();
    let folder = filled(0..entries);
    // Forty days later the copies that are there are old, and what was in the trash is due.
    let secret = secret_of(SECRET[0]);
    let first = open(folder.path(), 0x51).expect("it opens");
    kept_up(&first, 0).expect("kept up");
    first.lock();
    let before = expected(0..entries);
    let after: BTreeMap<u32, State> = before.iter().filter(|(_, state)| !state.trashed).map(|(n, state)| (*n, state.clone())).collect();
    let whole = undisturbed_on(&program, &folder, "upkeep", &["40"]);
    let mut random = Seeded(0x00fa_0023);
    for round in 0..rounds {
        faults.case(&format!("kill during a safety copy {}", round + 1), || {
            let folder = copy(folder.path());
            let child = Telling::doing(&program, "upkeep", folder.path(), &["40"])?;
            let done = killed_within(child, whole.clone()?, &mut random)?;
            let session = open(folder.path(), 0x52).map_err(|error| why(&error))?;
            let found = seen(&session)?;
            check(found == after || (!done && found == before), || same(&found, &after).err().unwrap_or_default())?;
            let copies = session.snapshots().map_err(|error| why(&error))?;
            check(copies.len() == 2, || format!("{copies:?}"))?;
            kept_up(&session, 40)?;
            same(&seen(&session)?, &after)?;
            session.lock();
            // Either of the copies brings everything back that was there when it was taken.
            for from in [RecoverFrom::Daily, RecoverFrom::Weekly] {
                let folder = copy(folder.path());
                recover_vault(&key_of(folder.path(), &secret), from).map_err(|error| why(&error))?;
                all_there(folder.path(), &after)?;
            }
            Ok(())
        });
    }
}

/// A purge of everything in the trash: all of it, or nothing.
pub(super) fn purge(faults: &mut Faults<'_>, rounds: u32, entries: u32) {
    let program = faults.program.clone();
    let folder = filled(0..entries);
    let before = expected(0..entries);
    let after: BTreeMap<u32, State> = before.iter().filter(|(_, state)| !state.trashed).map(|(n, state)| (*n, state.clone())).collect();
    let whole = undisturbed_on(&program, &folder, "purge", &[]);
    let mut random = Seeded(0x00fa_0024);
    for round in 0..rounds {
        faults.case(&format!("kill during a purge {}", round + 1), || {
            let folder = copy(folder.path());
            let done = killed_within(Telling::doing(&program, "purge", folder.path(), &[])?, whole.clone()?, &mut random)?;
            let session = open(folder.path(), 0x53).map_err(|error| why(&error))?;
            let found = seen(&session)?;
            check(found == after || (!done && found == before), || same(&found, &after).err().unwrap_or_default())?;
            kept_up(&session, 1)?;
            Ok(())
        });
    }
}

/// Erasing: the vault is whole, or nobody can read it and the rest can be ended.
pub(super) fn erase(faults: &mut Faults<'_>, rounds: u32) {
    let program = faults.program.clone();
    let folder = filled(0..30);
    let states = expected(0..30);
    let whole = undisturbed_on(&program, &folder, "erase", &[]);
    let mut random = Seeded(0x00fa_0025);
    for round in 0..rounds {
        faults.case(&format!("kill during erasing {}", round + 1), || {
            let folder = copy(folder.path());
            let keyring = std::fs::read(folder.path().join("keyring.json")).map_err(|error| error.to_string())?;
            let done = killed_within(Telling::doing(&program, "erase", folder.path(), &[])?, whole.clone()?, &mut random)?;
            if presence(folder.path()).map_err(|error| error.to_string())? == Presence::Present {
                check(!done, || "it was acknowledged, and it is there".into())?;
                return all_there(folder.path(), &states);
            }
            let refused = told(open(folder.path(), 0x54));
            check(refused == "vault", || format!("opening says {refused}"))?;
            resume_erase(folder.path()).map_err(|error| why(&error))?;
            let left = bytes_of(folder.path());
            check(left.values().all(|bytes| *bytes != keyring), || "the key is still there".into())?;
            let left: Vec<&String> = left.keys().filter(|name| *name != "vault.lock").collect();
            check(left.is_empty(), || format!("left: {left:?}"))
        });
    }
}

/// Bringing a damaged vault back: it comes to its end, or can be done again.
pub(super) fn recovery(faults: &mut Faults<'_>, rounds: u32, entries: u32) {
    let program = faults.program.clone();
    let folder = filled(0..entries);
    let states = expected(0..entries);
    let damaged = damaged_by_a_page(folder.path());
    let whole = undisturbed_on(&program, &folder, "recover", &[]);
    let mut random = Seeded(0x00fa_0026);
    for round in 0..rounds {
        faults.case(&format!("kill during a recovery {}", round + 1), || {
            let folder = copy(folder.path());
            killed_within(Telling::doing(&program, "recover", folder.path(), &[])?, whole.clone()?, &mut random)?;
            let looked = || -> Result<_, Trouble> { seen(&open(folder.path(), 0x55)?) };
            let found = match looked() {
                Ok(found) => found,
                Err(trouble) => {
                    let trouble = String::from(trouble);
                    check(trouble.ends_with("damaged"), || trouble)?;
                    let key = secret_of(SECRET[0]);
                    recover_vault(&key_of(folder.path(), &key), RecoverFrom::File).map_err(|error| why(&error))?;
                    looked()?
                }
            };
            let lost = states.iter().filter(|(n, state)| found.get(n) != Some(state)).count();
            check(lost <= 25, || format!("{lost} of {} lost with one page", states.len()))?;
            let kept = bytes_of(folder.path()).values().any(|bytes| *bytes == damaged);
            check(kept, || "the damaged file is gone".into())
        });
    }
}

/// Lets the last page rot of which a recovery knows what to do; what the database is then.
fn damaged_by_a_page(folder: &Path) -> Vec<u8> {
    let database = folder.join("vault.db");
    let whole = std::fs::read(&database).expect("a database");
    let secret = secret_of(SECRET[0]);
    for page in (1..whole.len() / 4_096).rev() {
        let mut damaged = whole.clone();
        damaged[page * 4_096 + 100] ^= 1;
        std::fs::write(&database, &damaged).expect("written");
        let tried = copy(folder);
        let recovered = recover_vault(&key_of(tried.path(), &secret), RecoverFrom::File);
        if recovered.is_ok_and(|recovered| recovered.lost_tables.iter().any(|table| table == "entry")) {
            return damaged;
        }
    }
    unreachable!("no page of it holds an entry")
}
