//! Every bad input is a typed error with its field and code, and leaves the files as they were.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use ampersand_core::app::{Grace, Session, Settings};
use ampersand_core::assessment::answers::ItemAnswer;
use ampersand_core::assessment::draft::{DraftState, PartnerContext};
use ampersand_core::assessment::run::BaselineChoice;
use ampersand_core::checkin::week::WeekStart;
use ampersand_core::error::{Error, Lock};
use ampersand_core::storage::{Presence, SCHEMA_VERSION, StorageError, presence};
use ampersand_core::time::{Instant, NowContext, ZoneSpan};
use ampersand_tests::files::{content_unchanged, copy, fixture, unchanged};
use ampersand_tests::world::{ALL_NO, START, Seeded, answered, at, create, current, given, key_of, leaning, now, open, secret_of, taken};
use std::fs;
use std::path::Path;

/// Asserts that the call is refused with this text and that the database and its log keep every byte. The index beside
/// them holds no content and may move on.
fn refused<T>(folder: &Path, told: &str, call: impl FnOnce() -> Result<T, Error>) {
    let error = content_unchanged(folder, call).err().unwrap_or_else(|| panic!("{told}: taken"));
    assert_eq!(error.to_string(), told);
}

#[test]
fn while_taking_a_check() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let folder = folder.path();
    let draft = session.begin_check(&at(0, 0), current(false)).unwrap().run;
    let answer = |item: &str, value, ms| session.answer_check(&at(0, 0), draft, &ItemAnswer { item: item.into(), value, ms });
    for value in [-1, 5, 300, i32::MIN, i32::MAX] {
        refused(folder, "invalid value: out_of_range", || answer("EF1", Some(value), None));
    }
    for ms in [-1, 86_400_001, i64::MIN, i64::MAX] {
        refused(folder, "invalid ms: out_of_range", || answer("EF1", Some(1), Some(ms)));
    }
    for item in ["", "EF9", "ef1", "EF1 ", "EF1'; DROP TABLE answer; --"] {
        refused(folder, "invalid item: unknown_item", || answer(item, Some(1), None));
    }
    refused(folder, "invalid answers: nothing_answered", || session.finish_check(&at(0, 0), draft, &[]));
    answer("EF1", None, None).unwrap();
    refused(folder, "invalid answers: nothing_answered", || session.finish_check(&at(0, 0), draft, &[]));
    refused(folder, &format!("conflict: run_unfinished {draft}"), || session.check_result(draft));
    refused(folder, &format!("conflict: run_unfinished {draft}"), || session.include_check(draft));
    answer("EF1", Some(1), None).unwrap();
    session.finish_check(&at(0, 0), draft, &[]).unwrap();
    let finished = format!("conflict: run_finished {draft}");
    refused(folder, &finished, || session.finish_check(&at(0, 0), draft, &[]));
    refused(folder, &finished, || answer("EF1", Some(2), None));
    refused(folder, &finished, || session.resume_check(&at(0, 0), draft));
    refused(folder, &finished, || session.review_check(&at(0, 0), draft));
    refused(folder, "invalid safety: not_answered", || session.check_result(draft));
    refused(folder, "invalid safety: wrong_count", || session.answer_safety(&ALL_NO[..4]));
    let unknown = "018f0000-0000-7000-8000-000000000000".parse().unwrap();
    let missing = "no run 018f0000-0000-7000-8000-000000000000";
    refused(folder, missing, || session.resume_check(&at(0, 0), unknown));
    refused(folder, missing, || session.answer_check(&at(0, 0), unknown, &given("EF1", 1)));
    refused(folder, missing, || session.delete_check(unknown));
    refused(folder, missing, || session.check_runs(Some(unknown)));
}

#[test]
fn a_retest_too_soon_and_a_draft_too_old() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    taken(&session, &at(0, 0), leaning(3, 1));
    refused(folder.path(), "invalid retest: too_soon", || session.begin_check(&at(10, 0), current(false)));
    let draft = answered(&session, &at(28, 0), current(false), leaning(3, 1));
    refused(folder.path(), &format!("conflict: draft_expired {draft}"), || session.finish_check(&at(30, 0), draft, &[]));
}

#[test]
fn zones_and_clocks() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let draft = answered(&session, &at(0, 0), current(false), leaning(3, 1));
    // A span that ended a minute ago, and one that starts in a minute.
    for (from, to) in [(0, START - 60_000), (START + 60_000, START + 120_000)] {
        let ctx = NowContext { now: Instant::from_millis(START).unwrap(), zone: ZoneSpan::new("UTC".into(), from, to, 0, vec![]).unwrap() };
        let short = "invalid zone: zone_span_short";
        refused(folder.path(), short, || session.home(&ctx));
        refused(folder.path(), short, || session.check_overview(&ctx, PartnerContext::Current));
        refused(folder.path(), short, || session.begin_check(&ctx, current(true)));
        refused(folder.path(), short, || session.finish_check(&ctx, draft, &[]));
    }
    for millis in [-1, 7_289_654_400_000, i64::MIN, i64::MAX] {
        assert_eq!(Instant::from_millis(millis).unwrap_err().to_string(), "invalid now: out_of_range");
    }
}

#[test]
fn settings() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let plain = Settings {
        name: Some("Robin".into()),
        region: None,
        partner_context: PartnerContext::Current,
        also_in_past: false,
        sexual_opt_in: false,
        baseline: BaselineChoice::First,
        auto_lock: Grace::AtOnce,
        care_phrases: false,
        week_start: WeekStart::Saturday,
    };
    session.save_settings(&plain).unwrap();
    let named = |name: &str| Settings { name: Some(name.into()), ..plain.clone() };
    let sixty = "é".repeat(60);
    assert_eq!(session.save_settings(&named(&format!(" {sixty} "))).unwrap().name, Some(sixty.clone()));
    assert_eq!(session.save_settings(&named("   ")).unwrap().name, None, "spaces are no name");
    session.save_settings(&plain).unwrap();
    for (name, code) in [(sixty + "é", "too_long"), ("a\nb".into(), "control_character"), ("a\u{0}b".into(), "control_character")] {
        let told = format!("invalid name: {code}");
        refused(folder.path(), &told, || session.save_settings(&named(&name)));
        refused(folder.path(), &told, || session.complete_first_run(Some(&name)));
    }
    for region in ["ZZ", "de", "", "USA"] {
        let settings = Settings { region: Some(region.into()), ..plain.clone() };
        refused(folder.path(), "invalid region: unknown_region", || session.save_settings(&settings));
    }
    assert_eq!(session.settings().unwrap(), plain);
}

/// A method with arguments that would be taken.
type Call<'a> = &'a dyn Fn(&Session) -> Option<Error>;

#[test]
fn a_locked_vault_tells_and_takes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let run = taken(&session, &at(0, 0), leaning(3, 1));
    let settings = session.settings().unwrap();
    session.lock();
    session.lock();
    let ctx = at(40, 0);
    let every: [(&str, Call<'_>); 20] = [
        ("home", &|s| s.home(&ctx).err()),
        ("settings", &|s| s.settings().err()),
        ("save_settings", &|s| s.save_settings(&settings).err()),
        ("complete_first_run", &|s| s.complete_first_run(None).err()),
        ("choose_baseline", &|s| s.choose_baseline(BaselineChoice::First).err()),
        ("safety_page", &|s| s.safety_page().err()),
        ("answer_safety", &|s| s.answer_safety(&ALL_NO).err()),
        ("enter_care_mode", &|s| s.enter_care_mode().err()),
        ("leave_care_mode", &|s| s.leave_care_mode(&ALL_NO).err()),
        ("check_overview", &|s| s.check_overview(&ctx, PartnerContext::Current).err()),
        ("begin_check", &|s| s.begin_check(&ctx, current(false)).err()),
        ("resume_check", &|s| s.resume_check(&ctx, run).err()),
        ("answer_check", &|s| s.answer_check(&ctx, run, &given("EF1", 1)).err()),
        ("review_check", &|s| s.review_check(&ctx, run).err()),
        ("finish_check", &|s| s.finish_check(&ctx, run, &[]).err()),
        ("check_result", &|s| s.check_result(run).err()),
        ("check_runs", &|s| s.check_runs(None).err()),
        ("include_check", &|s| s.include_check(run).err()),
        ("exclude_check", &|s| s.exclude_check(run).err()),
        ("delete_check", &|s| s.delete_check(run).err()),
    ];
    unchanged(folder.path(), || {
        for (name, call) in every {
            assert!(matches!(call(&session), Some(Error::Locked(Lock::Locked))), "{name}");
        }
        assert!(matches!(session.help(), Err(Error::Locked(Lock::Locked))));
    });
    assert_eq!(open(folder.path(), 2).unwrap().check_runs(None).unwrap().runs[0].id, run, "it opens again");
}

/// The code of a refused opening; every byte of the folder stays as it is.
fn opening(folder: &Path, secret: u8) -> String {
    let opened = unchanged(folder, || Session::open(&key_of(folder, &secret_of(secret)), "en", Box::new(Seeded(2))));
    match opened.err().unwrap_or_else(|| panic!("opened")) {
        Error::Storage(error) => error.code().into(),
        other => other.to_string(),
    }
}

#[test]
fn vaults_that_cannot_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(opening(folder.path(), 7), "no vault ");
    let session = create(folder.path(), 1);
    taken(&session, &at(0, 0), leaning(3, 1));
    assert_eq!(open(folder.path(), 2).err().unwrap().to_string(), StorageError::InUse.to_string(), "two at once");
    assert!(StorageError::InUse.retryable());
    session.lock();
    assert_eq!(opening(folder.path(), 8), "wrong_key");
    let again = unchanged(folder.path(), || Session::create(&key_of(folder.path(), &secret_of(7)), "en", Box::new(Seeded(2))));
    assert_eq!(again.err().unwrap().to_string(), "conflict: vault ");

    let whole = fs::metadata(folder.path().join("vault.db")).unwrap().len();
    for length in [0, 1, 4_095, 4_096, whole / 2, whole - 4_096, whole - 1] {
        let cut = copy(folder.path());
        fs::File::options().write(true).open(cut.path().join("vault.db")).unwrap().set_len(length).unwrap();
        assert_eq!(opening(cut.path(), 7), "damaged", "{length} of {whole} bytes");
    }
    for part in ["vault.db", "keyring.json"] {
        let without = copy(folder.path());
        fs::remove_file(without.path().join(part)).unwrap();
        assert_eq!(opening(without.path(), 7), "incomplete", "without {part}");
        assert_eq!(presence(without.path()).unwrap(), Presence::Incomplete);
    }
    assert_eq!(open(folder.path(), 2).unwrap().check_runs(None).unwrap().runs.len(), 1, "the original still opens");
}

#[test]
fn the_fixture_of_a_newer_release() {
    let folder = fixture("newer-vault");
    assert_eq!(opening(folder.path(), 7), "too_new");
    let error = open(folder.path(), 2).err().unwrap();
    assert!(matches!(error, Error::Storage(StorageError::TooNew { found: 900, supported: SCHEMA_VERSION })), "{error}");
    assert_eq!(opening(folder.path(), 8), "wrong_key", "the key comes first");
}

#[test]
fn the_fixture_with_a_draft_of_another_version() {
    let folder = fixture("other-version-draft");
    let session = open(folder.path(), 2).unwrap();
    let overview = session.check_overview(&now(START), PartnerContext::Current).unwrap();
    assert!(overview.draft.is_none());
    let [kept] = overview.kept_drafts.as_slice() else { panic!("{:?}", overview.kept_drafts) };
    assert_eq!((kept.state, kept.answered, kept.started_at), (DraftState::OtherVersion, 3, START));
    let told = format!("conflict: draft_version {}", kept.run);
    refused(folder.path(), &told, || session.resume_check(&now(START), kept.run));
    refused(folder.path(), &told, || session.answer_check(&now(START), kept.run, &given("EF1", 1)));
    refused(folder.path(), &told, || session.finish_check(&now(START), kept.run, &[]));
    let new = session.begin_check(&now(START), current(false)).unwrap();
    assert!(!new.resumed && new.run != kept.run, "a fresh one begins, the other stays");
    assert_eq!(session.settings().unwrap().name.as_deref(), Some("Robin"));
}
