//! A full disk, at every write: what was acknowledged is there, what is there can be read, and the reason is told.

use super::kills::{all_there, expected, fill, filled, same};
use super::look::{seen, told, why};
use super::process::Telling;
use super::texts::{State, state_after, steps};
use super::{Faults, check};
use crate::files::bytes_of;
use crate::fixture::copy_into;
use crate::world::open;
use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Entries that are there before the disk is full.
const BEFORE: u32 = 20;
/// Room for the vault and for everything that a few entries more write.
const ROOM: usize = 4 << 20;
const PAGE: usize = 4_096;
/// In units of `ulimit -f`.
const BLOCK: usize = 512;

/// A file that may not grow beyond so many blocks: no permission is needed to try that.
pub(super) fn file_limit(faults: &mut Faults<'_>, writes: usize) {
    let program = faults.program.clone();
    let template = filled(0..BEFORE);
    // From a file that may hold next to nothing up to a log that holds everything the child gets to write.
    let most = 2 * ROOM / 8 / BLOCK;
    for write in 0..writes {
        let blocks = 1 + write * most / writes;
        faults.case(&format!("no file may grow beyond {blocks} blocks"), || {
            let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
            copy_into(template.path(), folder.path());
            let mut command = Command::new("sh");
            // Ignored, so that the write is refused instead of the process killed.
            command.args(["-c", "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"", "sh", &blocks.to_string()]);
            command.arg(&program).args(["child", "write"]).arg(folder.path()).arg(BEFORE.to_string());
            let refused = written_until_refused(Telling::start(command)?, folder.path())?;
            // What the system says here is that the file is too large, not that the disk is full.
            check(["io", "disk_full"].contains(&refused.as_str()), || refused.clone())
        });
    }
}

/// A file system that is full after so many pages. Mounting one takes root; the answer is whether it could be tried.
pub(super) fn disk(faults: &mut Faults<'_>, writes: usize) -> bool {
    let place = tempfile::tempdir().expect("a folder");
    let Ok(mounted) = Mounted::at(place.path()) else { return false };
    let program = faults.program.clone();
    let template = filled(0..BEFORE);
    for write in 0..writes {
        faults.case(&format!("the disk is full after {write} pages"), || {
            let folder = mounted.at.join(format!("vault-{write}"));
            copy_into(template.path(), &folder);
            let ballast = Ballast::leaving(&mounted.at, write)?;
            let child = Telling::doing(&program, "write", &folder, &[&BEFORE.to_string()])?;
            let told = until_refused(child)?;
            check(told.refused == "disk_full", || format!("refused: {}", told.refused))?;
            // Full as it is, it opens with everything in it, or says why not and keeps every byte.
            let before = bytes_of(&folder);
            match open(&folder, 0x61) {
                Ok(session) => told.is_all_in(&seen(&session)?)?,
                Err(error) => {
                    check(why(&error) == "disk_full", || format!("opening a full one: {}", why(&error)))?;
                    let mut after = bytes_of(&folder);
                    after.retain(|name, _| before.contains_key(name));
                    check(after == before, || "a refused opening has changed something".into())?;
                }
            }
            drop(ballast);
            opened_again(&folder, &told)?;
            fs::remove_dir_all(&folder).map_err(|error| error.to_string())
        });
    }
    true
}

/// What a child said up to a refusal.
struct Told {
    /// Entries that were written whole, and the steps of the next one.
    entries: u32,
    steps: usize,
    refused: String,
}

impl Told {
    /// Asserts that everything acknowledged is there, and of the step that was refused everything or nothing.
    fn is_all_in(&self, found: &BTreeMap<u32, State>) -> Result<(), String> {
        let last = BEFORE + self.entries;
        let mut states = expected(0..last);
        let there = found.get(&last).cloned().unwrap_or_default();
        let possible = [state_after(last, self.steps), state_after(last, self.steps + 1)];
        check(possible.contains(&there), || format!("entry {last} after {} steps: {there:?}", self.steps))?;
        if there != State::default() {
            states.insert(last, there);
        }
        same(found, &states)
    }
}

fn until_refused(child: Telling) -> Result<Told, String> {
    let mut told = Told { entries: 0, steps: 0, refused: String::new() };
    let lines = child.ended()?;
    let mut lines = lines.iter().map(String::as_str).peekable();
    let opened = lines.next_if_eq(&"open").is_some();
    for line in lines {
        match line {
            "step" => told.steps += 1,
            "entry" => (told.entries, told.steps) = (told.entries + 1, 0),
            "reads" => {}
            other => match other.strip_prefix("refused ") {
                Some(code) => code.clone_into(&mut told.refused),
                None => return Err(format!("it said {other}")),
            },
        }
    }
    let all = told.steps == steps(BEFORE + told.entries).len();
    check(!all && (opened || told.entries == 0), || "steps without an opening, or too many".into())?;
    check(!told.refused.is_empty(), || format!("it was never refused, after {} entries", told.entries))?;
    Ok(told)
}

fn written_until_refused(child: Telling, folder: &Path) -> Result<String, String> {
    let told = until_refused(child)?;
    opened_again(folder, &told)?;
    Ok(told.refused)
}

/// With room again, everything is there, and writing goes on.
fn opened_again(folder: &Path, told: &Told) -> Result<(), String> {
    let session = open(folder, 0x62).map_err(|error| format!("with room again: {}", why(&error)))?;
    let found = seen(&session)?;
    told.is_all_in(&found)?;
    fill(&session, 1_000..1_002);
    drop(session);
    let mut states = found;
    states.extend(expected(1_000..1_002));
    all_there(folder, &states)
}

/// A small file system in memory, taken down at the end.
struct Mounted {
    at: PathBuf,
}

impl Mounted {
    fn at(place: &Path) -> Result<Self, String> {
        let size = format!("size={ROOM},mode=0700");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(place);
        let output = mount.output().map_err(|error| error.to_string())?;
        if output.status.success() { Ok(Self { at: place.to_owned() }) } else { Err(String::from_utf8_lossy(&output.stderr).into()) }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // What cannot be taken down now goes with the machine.
        let _ = Command::new("umount").arg(&self.at).output();
    }
}

/// A file that takes all the room but some pages.
struct Ballast(PathBuf);

impl Ballast {
    fn leaving(place: &Path, pages: usize) -> Result<Self, String> {
        let ballast = Self(place.join("ballast"));
        let mut file = OpenOptions::new().create(true).truncate(true).write(true).open(&ballast.0).map_err(|error| error.to_string())?;
        let mut length = 0;
        while file.write_all(&[1; PAGE]).is_ok() {
            length += PAGE;
        }
        let left = length.checked_sub(pages * PAGE).ok_or("more pages than there are")?;
        file.set_len(left as u64).map_err(|error| error.to_string())?;
        Ok(ballast)
    }
}

impl Drop for Ballast {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// A refusal of a full disk is told as such also where nothing was open yet.
pub(super) fn creating(faults: &mut Faults<'_>) {
    let place = tempfile::tempdir().expect("a folder");
    let Ok(mounted) = Mounted::at(place.path()) else { return };
    for pages in 0..24 {
        faults.case(&format!("a vault is made with {pages} pages left"), || {
            let folder = mounted.at.join(format!("new-{pages}"));
            fs::create_dir(&folder).map_err(|error| error.to_string())?;
            let ballast = Ballast::leaving(&mounted.at, pages)?;
            let secret = crate::world::secret_of(7);
            let key = crate::world::key_of(&folder, &secret);
            let made = ampersand_core::app::Session::create(&key, "en-GB", Box::new(crate::world::Seeded(3)));
            let made = told(made.map(drop));
            check(["ok", "disk_full"].contains(&made.as_str()), || made.clone())?;
            drop(ballast);
            // Made before or only now, it is one that opens.
            if made != "ok"
                && ampersand_core::storage::presence(&folder).is_ok_and(|presence| presence == ampersand_core::storage::Presence::Absent)
            {
                crate::world::create(&folder, 4).lock();
            }
            let session = open(&folder, 0x63).map_err(|error| why(&error))?;
            fill(&session, 0..3);
            same(&seen(&session)?, &expected(0..3))?;
            drop(session);
            fs::remove_dir_all(&folder).map_err(|error| error.to_string())
        });
    }
}
