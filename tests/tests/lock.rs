//! The lock as a shell uses it: a passphrase, out of sight and back, and what leaves the vault meanwhile.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use ampersand_core::app::{Grace, NewEntry, SearchOrder, Session, VaultKey, lock_state};
use ampersand_core::checkin::daily::CheckInAnswers;
use ampersand_core::checkin::taps::TapAnswer;
use ampersand_core::error::{Error, Lock};
use ampersand_core::journal::entry::EntryContent;
use ampersand_core::storage::DeviceSecret;
use ampersand_tests::files::{bytes_of, differing, readable, unchanged};
use ampersand_tests::journal::{code, written};
use ampersand_tests::world::{SECRET, Seeded, at, clock, create, key_of, open, secret_of};
use std::path::Path;

const PASSPHRASE: &str = "a lantern by the harbour";
const SECOND: i64 = 1_000;

fn with_passphrase<'a>(folder: &'a Path, secret: &'a DeviceSecret, passphrase: &'a str, millis: i64) -> VaultKey<'a> {
    VaultKey { passphrase: Some(passphrase), clock: clock(millis), ..key_of(folder, secret) }
}

fn opened(folder: &Path, passphrase: &str, millis: i64) -> Result<Session, Error> {
    let secret = secret_of(SECRET[0]);
    Session::open(&with_passphrase(folder, &secret, passphrase, millis), "en-GB", Box::new(Seeded(9)))
}

/// An open vault with a passphrase, that grace, and one entry.
fn guarded(folder: &Path, grace: Grace) -> Session {
    let session = create(folder, 1);
    written(&session, &at(0, 0), "a heron on the weir");
    session.set_passphrase(None, PASSPHRASE, clock(0)).unwrap();
    let settings = session.settings().unwrap();
    session.save_settings(&ampersand_core::app::Settings { auto_lock: grace, ..settings }).unwrap();
    session
}

fn locked<T>(result: Result<T, Error>) -> Option<Lock> {
    match result.err()? {
        Error::Locked(lock) => Some(lock),
        _ => None,
    }
}

/// A call by its name.
type Call<'a> = (&'a str, Box<dyn Fn() -> Option<Lock> + 'a>);

#[test]
fn set_changed_and_removed_by_the_person() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    assert!(!session.home(&at(0, 0)).unwrap().passphrase);
    for (text, refused) in [("short", "passphrase too_short"), (&"x".repeat(257), "passphrase too_long")] {
        assert_eq!(unchanged(folder.path(), || code(session.set_passphrase(None, text, clock(0)))), refused);
    }
    session.set_passphrase(None, PASSPHRASE, clock(0)).unwrap();
    assert!(session.home(&at(0, 0)).unwrap().passphrase);
    assert_eq!(locked(session.set_passphrase(None, "another one to be", clock(0))), Some(Lock::PassphraseNeeded));
    assert_eq!(locked(session.set_passphrase(Some("not this one"), "another one to be", clock(0))), Some(Lock::WrongPassphrase));
    assert_eq!(code(session.remove_passphrase(&"x".repeat(257), clock(0))), "current_passphrase too_long");
    assert_eq!(locked(session.remove_passphrase("not this one", clock(0))), Some(Lock::WrongPassphrase));
    assert_eq!(lock_state(folder.path(), clock(0)).unwrap().wrong_tries, 2);
    session.set_passphrase(Some(PASSPHRASE), "another one to be", clock(0)).unwrap();
    session.lock();
    assert_eq!(locked(open(folder.path(), 2)), Some(Lock::PassphraseNeeded));
    assert_eq!(locked(opened(folder.path(), PASSPHRASE, 0)), Some(Lock::WrongPassphrase));
    let session = opened(folder.path(), "another one to be", 0).unwrap();
    session.remove_passphrase("another one to be", clock(0)).unwrap();
    session.remove_passphrase("whatever was typed", clock(0)).unwrap();
    assert!(!session.home(&at(0, 0)).unwrap().passphrase);
    session.lock();
    assert!(!lock_state(folder.path(), clock(0)).unwrap().passphrase);
    open(folder.path(), 3).unwrap();
    assert_eq!(code(lock_state(&folder.path().join("elsewhere"), clock(0))), "vault");
}

#[test]
fn out_of_sight_no_content_leaves_and_what_was_typed_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let session = guarded(folder.path(), Grace::Minute1);
    let ctx = at(0, 1);
    let entry = session.journal(&ctx, None).unwrap().page.entries[0].id;
    let editor = session.begin_entry(&ctx, &NewEntry::default()).unwrap();
    let content = EntryContent { body: "and then the rain".into(), ..editor.content };
    let today = ctx.today().unwrap();
    let answers = CheckInAnswers { line: Some("and then the sun".into()), ..CheckInAnswers::default() };
    let pulse = [TapAnswer { item: "P1".into(), value: Some(1) }];
    session.went_away(clock(0)).unwrap();
    session.went_away(clock(50 * SECOND)).unwrap();
    let refused: Vec<Call<'_>> = vec![
        ("home", Box::new(|| locked(session.home(&ctx)))),
        ("settings", Box::new(|| locked(session.settings()))),
        ("help", Box::new(|| locked(session.help()))),
        ("journal", Box::new(|| locked(session.journal(&ctx, None)))),
        ("entry", Box::new(|| locked(session.entry(entry)))),
        ("edit_entry", Box::new(|| locked(session.edit_entry(&ctx, entry)))),
        ("resume_draft", Box::new(|| locked(session.resume_draft(&ctx, editor.draft)))),
        ("save_entry", Box::new(|| locked(session.save_entry(&ctx, editor.draft, &content)))),
        ("discard_draft", Box::new(|| locked(session.discard_draft(&ctx, editor.draft)))),
        ("history", Box::new(|| locked(session.entry_history(entry)))),
        ("trash", Box::new(|| locked(session.trash(None)))),
        ("trash_entries", Box::new(|| locked(session.trash_entries(&ctx, &[entry])))),
        ("search", Box::new(|| locked(session.search(&ctx, "heron", SearchOrder::Newest, None)))),
        ("check_runs", Box::new(|| locked(session.check_runs(None)))),
        ("check_in", Box::new(|| locked(session.check_in(&ctx, None)))),
        ("save_check_in", Box::new(|| locked(session.save_check_in(&ctx, today, &answers)))),
        ("annotate_check_in", Box::new(|| locked(session.annotate_check_in(&ctx, today, "a note")))),
        ("pulse", Box::new(|| locked(session.pulse(&ctx, None)))),
        ("save_pulse", Box::new(|| locked(session.save_pulse(&ctx, today, &pulse)))),
        ("snapshots", Box::new(|| locked(session.snapshots()))),
        ("begin_upkeep", Box::new(|| locked(session.begin_upkeep(&ctx)))),
        ("step_upkeep", Box::new(|| locked(session.step_upkeep(&ctx, 1).and(session.begin_upkeep(&ctx))))),
        ("set_passphrase", Box::new(|| locked(session.set_passphrase(Some(PASSPHRASE), "another one to be", clock(0))))),
        ("erase_everything", Box::new(|| locked(session.erase_everything()))),
    ];
    for (name, call) in &refused {
        assert_eq!(call(), Some(Lock::Away), "{name}");
    }
    assert_eq!(session.save_draft(&ctx, editor.draft, &content).unwrap().words, 4);
    assert!(!session.came_back(clock(59 * SECOND)).unwrap(), "within the grace, from the first time it was told");
    assert_eq!(session.resume_draft(&ctx, editor.draft).unwrap().content.body, "and then the rain");

    session.went_away(clock(0)).unwrap();
    assert!(session.came_back(clock(60 * SECOND)).unwrap());
    for (name, call) in &refused {
        assert_eq!(call(), Some(Lock::Locked), "{name}");
    }
    assert_eq!(locked(session.save_draft(&ctx, editor.draft, &content)), Some(Lock::Locked));
    assert!(session.came_back(clock(60 * SECOND)).unwrap(), "still locked");
    drop(refused);
    drop(opened(folder.path(), PASSPHRASE, 0).unwrap());
}

#[test]
fn each_grace_is_kept_and_the_wall_clock_extends_none() {
    for (grace, stays, locks) in [
        (Grace::AtOnce, None, 0),
        (Grace::Seconds30, Some(29_999), 30_000),
        (Grace::Minute1, Some(59_999), 60_000),
        (Grace::Minutes5, Some(299_999), 300_000),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let session = guarded(folder.path(), grace);
        assert_eq!(session.settings().unwrap().auto_lock, grace);
        // The wall clock is set back by an hour meanwhile.
        let back = |millis| ampersand_core::time::Clock { now: clock(-3_600_000).now, ..clock(millis) };
        if let Some(stays) = stays {
            session.went_away(clock(0)).unwrap();
            assert!(!session.came_back(back(stays)).unwrap(), "{grace:?}");
            session.home(&at(0, 1)).unwrap();
        }
        session.went_away(clock(0)).unwrap();
        assert!(session.came_back(back(locks)).unwrap(), "{grace:?}");
        assert_eq!(locked(session.home(&at(0, 1))), Some(Lock::Locked), "{grace:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let session = guarded(folder.path(), Grace::Minutes5);
    session.went_away(clock(10 * SECOND)).unwrap();
    assert!(session.came_back(clock(0)).unwrap(), "a reading that goes back is not believed");
}

#[test]
fn without_a_passphrase_nothing_locks_itself() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    session.went_away(clock(0)).unwrap();
    session.home(&at(0, 0)).unwrap();
    assert!(!session.came_back(clock(3_600_000)).unwrap());
    session.home(&at(0, 0)).unwrap();
    session.lock();
    session.went_away(clock(0)).unwrap();
    assert!(session.came_back(clock(0)).unwrap(), "locked by hand");
}

#[test]
fn a_wrong_passphrase_leaves_every_file_but_the_count_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    guarded(folder.path(), Grace::Seconds30).lock();
    let before = bytes_of(folder.path());
    for number in 1..=2 {
        assert_eq!(locked(opened(folder.path(), "not this one", 0)), Some(Lock::WrongPassphrase));
        assert_eq!(differing(&before, &bytes_of(folder.path())), ["tries.json"]);
        assert_eq!(lock_state(folder.path(), clock(0)).unwrap().wrong_tries, number);
    }
    let session = opened(folder.path(), PASSPHRASE, 0).unwrap();
    assert_eq!(lock_state(folder.path(), clock(0)).unwrap().wrong_tries, 0);
    assert_eq!(session.journal(&at(0, 1), None).unwrap().total, 1);
    assert!(readable(folder.path(), &[PASSPHRASE.to_owned(), "harbour".into(), "not this one".into()]).is_empty());
}
