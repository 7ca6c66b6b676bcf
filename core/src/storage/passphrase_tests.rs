//! The passphrase in use: set, changed, removed, typed wrong; and a crash at every point of a change.

use super::files;
use super::lock::FolderLock;
use super::passphrase::Cost;
use super::samples::{
    Counting, SMALL, assert_untouched, bytes_of, clock, code, copy, count, create, forged, later, open, open_as, secret, start_run, typed,
};
use super::unlock::Step;
use super::{LockState, Passphrase, Presence, StorageError, Vault, lock_state, presence};
use crate::error::{Field, InvalidInput, Reason};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const OLD: &str = "the old lantern word";
const NEW: &str = "a new harbour word";

fn opened(folder: &Path, passphrase: &str) -> Result<Vault, StorageError> {
    Vault::open(folder, &secret(1), Some(&typed(passphrase)), clock())
}

fn set(vault: &Vault, current: Option<&str>, new: Option<&str>, reached: &mut dyn FnMut(Step)) -> Result<(), StorageError> {
    let (current, new) = (current.map(typed), new.map(typed));
    vault.rewrap(current.as_ref(), new.as_ref(), SMALL, clock(), &mut Counting(90), reached)
}

/// A closed vault with one run and that passphrase.
fn made(passphrase: Option<&str>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    start_run(&vault, 1).unwrap();
    if passphrase.is_some() {
        set(&vault, None, passphrase, &mut |_| {}).unwrap();
    }
    drop(vault);
    folder
}

fn state(folder: &Path) -> (bool, u32) {
    let LockState { passphrase, wrong_tries, .. } = lock_state(folder, clock()).unwrap();
    (passphrase, wrong_tries)
}

/// Runs `f` and says which files it added, removed or changed.
fn changed(folder: &Path, f: impl FnOnce()) -> Vec<String> {
    let before = bytes_of(folder);
    f();
    let after = bytes_of(folder);
    let names: BTreeSet<_> = before.keys().chain(after.keys()).cloned().collect();
    names.into_iter().filter(|name| before.get(name) != after.get(name)).collect()
}

#[test]
fn set_changed_and_removed() {
    let folder = made(None);
    assert_eq!(state(folder.path()), (false, 0));
    let vault = open(folder.path()).unwrap();
    let database = fs::read(folder.path().join("vault.db")).unwrap();
    assert!(!vault.asks());
    set(&vault, None, Some(OLD), &mut |_| {}).unwrap();
    assert!(vault.asks());
    assert_eq!(code(set(&vault, None, Some(NEW), &mut |_| {})), "passphrase_needed");
    assert_eq!(code(set(&vault, Some(NEW), Some(NEW), &mut |_| {})), "wrong_passphrase");
    assert_eq!(state(folder.path()), (true, 1), "a wrong one counts here too");
    drop(vault);
    assert_eq!(fs::read(folder.path().join("vault.db")).unwrap(), database, "nothing but the keyring is written");

    assert_eq!(code(open(folder.path())), "passphrase_needed");
    let vault = opened(folder.path(), OLD).unwrap();
    assert_eq!((vault.asks(), count(&vault, "run")), (true, 1));
    assert_eq!(state(folder.path()), (true, 0), "a right one clears");
    set(&vault, Some(OLD), Some(NEW), &mut |_| {}).unwrap();
    drop(vault);

    assert_eq!(code(opened(folder.path(), OLD)), "wrong_passphrase");
    let vault = opened(folder.path(), NEW).unwrap();
    set(&vault, Some(NEW), None, &mut |_| {}).unwrap();
    assert!(!vault.asks());
    drop(vault);
    assert_eq!(state(folder.path()), (false, 0));
    assert_eq!(count(&open(folder.path()).unwrap(), "run"), 1);
    assert_eq!(count(&opened(folder.path(), "typed for nothing").unwrap(), "run"), 1);
    let left: Vec<_> = bytes_of(folder.path()).into_keys().collect();
    assert_eq!(left, ["keyring.json", "vault.db", "vault.lock"], "no older wrap stays");
}

#[test]
fn a_new_vault_may_have_one_from_the_start() {
    let folder = tempfile::tempdir().unwrap();
    drop(Vault::create(folder.path(), &secret(1), Some(&typed(OLD)), &mut Counting(0)).unwrap());
    let text = fs::read_to_string(folder.path().join("keyring.json")).unwrap();
    let Cost { m_kib, t, p } = Cost::OF_RELEASE;
    for part in [format!("\"m_kib\": {m_kib}"), format!("\"t\": {t}"), format!("\"p\": {p}")] {
        assert!(text.contains(&part), "{part}");
    }
    assert_eq!(code(open(folder.path())), "passphrase_needed");
    assert!(opened(folder.path(), OLD).unwrap().asks());
}

#[test]
fn a_wrong_one_changes_nothing_but_the_count() {
    let folder = made(Some(OLD));
    for (number, wrong) in ["the old lantern", "", NEW].into_iter().enumerate() {
        let tried = changed(folder.path(), || assert_eq!(code(opened(folder.path(), wrong)), "wrong_passphrase"));
        assert_eq!(tried, ["tries.json"], "{wrong}");
        assert_eq!(state(folder.path()), (true, u32::try_from(number).unwrap() + 1));
    }
    let other_secret = || code(Vault::open(folder.path(), &secret(2), Some(&typed(OLD)), clock()));
    assert_eq!(assert_untouched(folder.path(), other_secret), "wrong_key", "not counted: nobody guesses 32 bytes");
    assert_eq!(assert_untouched(folder.path(), || code(open(folder.path()))), "passphrase_needed");
    assert_eq!(assert_untouched(folder.path(), || code(open_as(folder.path(), 2))), "wrong_key");
}

#[test]
fn after_ten_wrong_ones_each_has_to_wait_and_nothing_is_wiped() {
    let folder = made(Some(OLD));
    let at = |millis, passphrase| Vault::open(folder.path(), &secret(1), Some(&typed(passphrase)), later(millis));
    for _ in 0..10 {
        assert_eq!(code(at(0, NEW)), "wrong_passphrase");
    }
    let state = |millis| lock_state(folder.path(), later(millis)).unwrap();
    assert_eq!(state(0), LockState { passphrase: true, wait_ms: 30_000, wrong_tries: 10 });
    assert_eq!(assert_untouched(folder.path(), || code(at(29_999, OLD))), "wait", "the right one has to wait as well");
    assert_eq!(code(at(30_000, NEW)), "wrong_passphrase");
    assert_eq!(state(30_000), LockState { passphrase: true, wait_ms: 60_000, wrong_tries: 11 });
    assert_eq!(state(80_000).wait_ms, 10_000);
    assert_eq!(count(&at(90_000, OLD).unwrap(), "run"), 1);
    assert_eq!(state(90_000), LockState { passphrase: true, wait_ms: 0, wrong_tries: 0 });
}

#[test]
fn a_try_that_waits_does_not_stretch_the_passphrase() {
    let folder = made(Some(OLD));
    let keyring = fs::read(folder.path().join("keyring.json")).unwrap();
    // A cost that is refused when it is to be paid.
    let dear = forged(&keyring, |fields| fields["kdf"]["argon2id"]["m_kib"] = u32::MAX.into());
    fs::write(folder.path().join("keyring.json"), &dear).unwrap();
    assert_eq!(assert_untouched(folder.path(), || code(opened(folder.path(), NEW))), "damaged", "and not counted as a try");
    fs::write(folder.path().join("keyring.json"), &keyring).unwrap();
    for _ in 0..10 {
        assert_eq!(code(opened(folder.path(), NEW)), "wrong_passphrase");
    }
    fs::write(folder.path().join("keyring.json"), &dear).unwrap();
    assert_eq!(assert_untouched(folder.path(), || code(opened(folder.path(), NEW))), "wait");
}

/// What a crash at each step of a change leaves, beside the folder without a crash.
fn crashes(before: Option<&str>, after: Option<&str>) -> Vec<(Step, tempfile::TempDir)> {
    let folder = made(before);
    let vault = Vault::open(folder.path(), &secret(1), before.map(typed).as_ref(), clock()).unwrap();
    let mut left = Vec::new();
    set(&vault, before, after, &mut |step| left.push((step, copy(folder.path())))).unwrap();
    left
}

#[test]
fn a_crash_at_any_point_of_a_change_leaves_a_vault_that_opens() {
    for (before, after) in [(None, Some(NEW)), (Some(OLD), Some(NEW)), (Some(OLD), None)] {
        let left = crashes(before, after);
        let steps: Vec<_> = left.iter().map(|(step, _)| *step).collect();
        assert_eq!(steps, [Step::Written, Step::Tried, Step::Kept, Step::Renamed, Step::Settled]);
        for (step, folder) in left {
            let holds = if [Step::Renamed, Step::Settled].contains(&step) { after } else { before };
            for passphrase in [before, after] {
                let case = format!("{before:?} to {after:?}, cut off after {step:?}, opened with {passphrase:?}");
                let folder = copy(folder.path());
                let folder = folder.path();
                let open = || Vault::open(folder, &secret(1), passphrase.map(typed).as_ref(), clock());
                assert_eq!(presence(folder).unwrap(), Presence::Present, "{case}");
                // Where none holds, what is typed does not matter; and until a change was told, the one before it opens.
                let opens = holds.is_none() || passphrase == holds || (step == Step::Renamed && passphrase == before);
                if !opens {
                    let expected = if passphrase.is_some() { "wrong_passphrase" } else { "passphrase_needed" };
                    assert_eq!(code(open()), expected, "{case}");
                    continue;
                }
                assert_eq!(open().map_or_else(|error| panic!("{case}: {error}"), |vault| count(&vault, "run")), 1);
                let names: Vec<_> = bytes_of(folder).into_keys().collect();
                assert_eq!(names, ["keyring.json", "vault.db", "vault.lock"], "{case}: tidied");
                assert_eq!(code(open()), "ok", "{case}: again");
                let other = if passphrase == before { after } else { before };
                let other = Vault::open(folder, &secret(1), other.map(typed).as_ref(), clock());
                assert_eq!(other.is_ok(), !state(folder).0, "{case}: from now on that one alone");
            }
        }
    }
}

#[test]
fn of_two_wraps_a_wrong_one_opens_neither() {
    for (step, folder) in crashes(Some(OLD), Some(NEW)) {
        let before = bytes_of(folder.path());
        assert_eq!(code(opened(folder.path(), "neither of the two")), "wrong_passphrase", "{step:?}");
        assert_eq!(state(folder.path()), (true, 1), "{step:?}: one try, though two wraps were tried");
        let mut after = bytes_of(folder.path());
        after.remove("tries.json");
        assert!(before.keys().filter(|name| *name != "vault.lock").all(|name| before[name] == after[name]), "{step:?}");
    }
    for (step, folder) in crashes(None, Some(NEW)) {
        if [Step::Renamed, Step::Settled].contains(&step) {
            assert_eq!(code(opened(folder.path(), OLD)), "wrong_passphrase", "{step:?}: with one typed, none is no answer");
        }
    }
}

#[test]
fn a_keyring_that_rotted_falls_back_on_the_one_before() {
    let (_, folder) = crashes(Some(OLD), Some(NEW)).into_iter().find(|(step, _)| *step == Step::Kept).unwrap();
    fs::write(folder.path().join("keyring.json"), "rotten").unwrap();
    assert_eq!(state(folder.path()), (true, 0));
    assert_eq!(count(&opened(folder.path(), OLD).unwrap(), "run"), 1);
    let aside = format!("keyring.json.damaged-{}", clock().now.millis());
    assert_eq!(fs::read_to_string(folder.path().join(aside)).unwrap(), "rotten", "moved aside, not thrown away");
    assert_eq!(count(&opened(folder.path(), OLD).unwrap(), "run"), 1);

    let (_, folder) = crashes(Some(OLD), Some(NEW)).into_iter().find(|(step, _)| *step == Step::Kept).unwrap();
    fs::remove_file(folder.path().join("keyring.json")).unwrap();
    assert_eq!(presence(folder.path()).unwrap(), Presence::Present);
    assert_eq!(count(&opened(folder.path(), OLD).unwrap(), "run"), 1);
    for both in ["keyring.json", "keyring.json.previous"] {
        fs::write(folder.path().join(both), "rotten").unwrap();
    }
    assert_eq!(assert_untouched(folder.path(), || code(opened(folder.path(), OLD))), "damaged");
    assert_eq!(code(lock_state(folder.path(), clock())), "damaged");
}

#[test]
fn a_change_that_cannot_be_written_changes_nothing() {
    let folder = made(Some(OLD));
    let vault = opened(folder.path(), OLD).unwrap();
    // In the place of a file that the change has to write.
    for in_the_way in [files::NEW_KEYRING, files::NEW_PREVIOUS_KEYRING] {
        fs::create_dir(folder.path().join(in_the_way)).unwrap();
        let before = fs::read(folder.path().join("keyring.json")).unwrap();
        assert!(set(&vault, Some(OLD), Some(NEW), &mut |_| {}).is_err(), "{in_the_way}");
        assert_eq!(fs::read(folder.path().join("keyring.json")).unwrap(), before, "{in_the_way}");
        fs::remove_dir(folder.path().join(in_the_way)).unwrap();
    }
    drop(vault);
    assert_eq!(count(&opened(folder.path(), OLD).unwrap(), "run"), 1);
}

#[test]
fn a_database_that_the_new_keyring_does_not_open_keeps_the_old_one() {
    let folder = made(Some(OLD));
    let vault = opened(folder.path(), OLD).unwrap();
    let other = made(None);
    let before = fs::read(folder.path().join("keyring.json")).unwrap();
    // As if the key in memory had gone wrong: the file under its name is of another vault.
    fs::copy(other.path().join("keyring.json"), folder.path().join("keyring.json")).unwrap();
    let other_key = set(&vault, None, Some(NEW), &mut |_| {});
    assert!(other_key.is_ok(), "two vaults of the same seed share their key: {}", code(other_key));
    fs::write(folder.path().join("keyring.json"), &before).unwrap();
    let strange = tempfile::tempdir().unwrap();
    drop(Vault::create(strange.path(), &secret(1), None, &mut Counting(200)).unwrap());
    fs::copy(strange.path().join("keyring.json"), folder.path().join("keyring.json")).unwrap();
    assert_eq!(code(set(&vault, None, Some(NEW), &mut |_| {})), "damaged");
    assert_eq!(fs::read(folder.path().join("keyring.json")).unwrap(), fs::read(strange.path().join("keyring.json")).unwrap());
    assert!(!folder.path().join("keyring.json.new").exists());
}

#[test]
fn a_vault_in_use_is_not_tried() {
    let folder = made(Some(OLD));
    let _lock = FolderLock::take(folder.path()).unwrap();
    assert_eq!(assert_untouched(folder.path(), || code(opened(folder.path(), NEW))), "in_use");
}

#[test]
fn its_length_is_counted_in_characters_of_the_normal_form() {
    let refused = |text: &str| Passphrase::chosen(text, Field::Passphrase).err().map(|error| error.reason);
    for (text, expected) in [
        ("", Some(Reason::TooShort)),
        ("seven77", Some(Reason::TooShort)),
        ("eight888", None),
        ("ooooooo\u{308}", Some(Reason::TooShort)),
        ("日本語の合言葉", Some(Reason::TooShort)),
        ("日本語の合言葉だ", None),
        ("        ", None),
    ] {
        assert_eq!(refused(text), expected, "{text}");
    }
    assert_eq!(refused(&"x".repeat(256)), None);
    assert_eq!(refused(&"x".repeat(257)), Some(Reason::TooLong));
    assert_eq!(refused(&"\u{1112}\u{1161}\u{11ab}".repeat(256)), None, "three signs of Hangul are one");
    assert_eq!(refused(&"\u{fdfa}".repeat(15)), Some(Reason::TooLong), "one that stands for eighteen");
    assert_eq!(refused(&"x".repeat(1_000_000)), Some(Reason::TooLong));
    let typed = Passphrase::typed(&"x".repeat(257), Field::CurrentPassphrase).err();
    assert_eq!(typed, Some(InvalidInput::new(Field::CurrentPassphrase, Reason::TooLong)));
    assert_eq!(format!("{:?}", super::samples::typed("a secret word")), "Passphrase(..)");
}
