//! What another process does, to be killed, starved or locked out. It prints a line once a step was acknowledged.
//!
//! ```text
//! write FOLDER FIRST        the steps of entry FIRST and of those after it, until it is killed or refused
//! open FOLDER               opens, and says so or why not; keeps it open until nobody listens any more
//! passphrase FOLDER OLD NEW changes the passphrase; - is none
//! upkeep FOLDER DAYS        does the upkeep of a day
//! purge FOLDER              purges all that is in the trash
//! erase FOLDER              erases everything
//! reminders FOLDER RULE     answers for a day after the other, and plans anew each time
//! recover FOLDER            brings a damaged vault back from its file
//! ```
//! All but `write` say `ready` right before what they are to be disturbed in, and `done` after it.

use super::look::{seen, why};
use super::reminders::work;
use super::texts::{Step, steps, text};
use crate::world::{SECRET, Seeded, at, clock, key_of, open, secret_of};
use ampersand_core::app::{NewEntry, RecoverFrom, Session, VaultKey, recover_vault};
use ampersand_core::error::Error;
use ampersand_core::ids::EntryId;
use std::io::{Read as _, Write as _};
use std::path::Path;

/// Does what the arguments say.
pub fn run(arguments: &[String]) {
    let argument = |at: usize| arguments.get(at).map_or("", String::as_str);
    let folder = Path::new(argument(1));
    let done = match argument(0) {
        "write" => return write(folder, argument(2).parse().expect("a number")),
        "open" => return hold(folder),
        "reminders" => remind(folder, argument(2)),
        "passphrase" => passphrase(folder, argument(2), argument(3)),
        "upkeep" => upkeep(folder, argument(2).parse().expect("a number")),
        "purge" => purge(folder),
        "erase" => erase(folder),
        "recover" => recover(folder),
        other => unreachable!("no such thing to do: {other}"),
    };
    match done {
        Ok(()) => say("done"),
        Err(error) => say(&format!("refused {}", why(&error))),
    }
}

/// A line that somebody waits for. When nobody does any more, there is nothing left to do.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

fn write(folder: &Path, first: u32) {
    let session = match open(folder, 0x1000 + u64::from(first)) {
        Ok(session) => session,
        Err(error) => return say(&format!("refused {}", why(&error))),
    };
    say("open");
    for n in first.. {
        if let Err(error) = all_steps(&session, n, &mut || say("step")) {
            say(&format!("refused {}", why(&error)));
            // What was there before can be read all the same.
            match seen(&session) {
                Ok(_) => say("reads"),
                Err(trouble) => say(&format!("wrong {}", String::from(trouble))),
            }
            return;
        }
        say("entry");
    }
}

/// Takes every step of an entry, and tells after each.
///
/// # Errors
/// The first refusal.
pub fn all_steps(session: &Session, n: u32, taken: &mut dyn FnMut()) -> Result<Option<EntryId>, Error> {
    let ctx = at(0, 0);
    let (mut draft, mut entry) = (None, None);
    for step in steps(n) {
        match (step, draft, entry) {
            (Step::Begin, ..) => draft = Some(session.begin_entry(&ctx, &NewEntry::default())?.draft),
            (Step::Edit, _, Some(entry)) => draft = Some(session.edit_entry(&ctx, entry)?.draft),
            (Step::Draft(v), Some(draft), _) => drop(session.save_draft(&ctx, draft, &text(n, v))?),
            (Step::Save(v), Some(draft), _) => entry = Some(session.save_entry(&ctx, draft, &text(n, v))?.entry.id),
            (Step::Trash, _, Some(entry)) => drop(session.trash_entries(&ctx, &[entry])?),
            (Step::Purge, _, Some(entry)) => drop(session.purge_entries(&[entry])?),
            (step, ..) => unreachable!("{step:?} before there is anything"),
        }
        taken();
    }
    Ok(entry)
}

fn hold(folder: &Path) {
    say("ready");
    match open(folder, 0x2000) {
        Ok(session) => {
            say("done");
            // Until the other end is closed.
            let _ = std::io::stdin().read_to_end(&mut Vec::new());
            drop(session);
        }
        Err(error) => say(&format!("refused {}", why(&error))),
    }
}

fn remind(folder: &Path, rule: &str) -> Result<(), Error> {
    say("ready");
    work(folder, rule.parse()?, &mut || say("step"))
}

fn passphrase(folder: &Path, old: &str, new: &str) -> Result<(), Error> {
    let secret = secret_of(SECRET[0]);
    let typed = |text: &'static str| move |given: &str| (given != text).then(|| given.to_owned());
    let (old, new) = (typed("-")(old), typed("-")(new));
    let key = VaultKey { passphrase: old.as_deref(), ..key_of(folder, &secret) };
    let session = Session::open(&key, "en-GB", Box::new(Seeded(0x3000 + u64::from(std::process::id()))))?;
    say("ready");
    match new {
        Some(new) => session.set_passphrase(old.as_deref(), &new, clock(0)),
        None => session.remove_passphrase(&old.unwrap_or_default(), clock(0)),
    }
}

fn upkeep(folder: &Path, days: i64) -> Result<(), Error> {
    let session = open(folder, 0x4000)?;
    say("ready");
    session.begin_upkeep(&at(days, 0))?;
    while !session.step_upkeep(&at(days, 0), 1)?.finished {}
    Ok(())
}

fn purge(folder: &Path) -> Result<(), Error> {
    let session = open(folder, 0x5000)?;
    let mut ids = Vec::new();
    let mut after = None;
    loop {
        let page = session.trash(after.as_ref())?;
        ids.extend(page.entries.iter().map(|entry| entry.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    say("ready");
    session.purge_entries(&ids).map(drop)
}

fn erase(folder: &Path) -> Result<(), Error> {
    let session = open(folder, 0x6000)?;
    say("ready");
    session.erase_everything()
}

fn recover(folder: &Path) -> Result<(), Error> {
    say("ready");
    recover_vault(&key_of(folder, &secret_of(SECRET[0])), RecoverFrom::File).map(drop)
}
