//! The ledger through the use-cases: a week and its three lists, what may be written about, and handing something back.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{LedgerDraft, LedgerEntry, LedgerWeek, Session};
use ampersand_core::checkin::ledger::{DoneBy, Whose};
use ampersand_core::checkin::week::WeekStart;
use ampersand_core::error::{Clash, Error, Field, InvalidInput, Missing, Reason};
use ampersand_core::ids::LedgerEntryId;
use ampersand_core::time::CivilDate;
use ampersand_tests::world::{ALL_NO, at, create};

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn in_vault() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 61);
    (folder, session)
}

fn entry(on: &str, whose: Whose, done_by: DoneBy, what: &str) -> LedgerDraft {
    LedgerDraft { id: None, day: day(on), whose, done_by, what: what.into(), note: None }
}

fn theirs(on: &str, what: &str) -> LedgerDraft {
    entry(on, Whose::Theirs, DoneBy::Me, what)
}

fn said(entries: &[LedgerEntry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.what.as_str()).collect()
}

fn refused<T: std::fmt::Debug>(result: &Result<T, Error>, field: Field, reason: Reason) {
    assert!(matches!(result, Err(Error::Invalid(it)) if *it == InvalidInput::new(field, reason)), "{field} {reason}: {result:?}");
}

#[test]
fn a_week_shows_what_was_carried_and_what_was_left() {
    let (_folder, session) = in_vault();
    // A Wednesday.
    let ctx = at(2, 0);
    session.save_ledger_entry(&ctx, &theirs("2026-11-24", "their tax form")).unwrap();
    session.save_ledger_entry(&ctx, &entry("2026-11-25", Whose::Mine, DoneBy::Nobody, "my walk")).unwrap();
    session.save_ledger_entry(&ctx, &entry("2026-11-23", Whose::Mine, DoneBy::Them, "my post")).unwrap();
    session.save_ledger_entry(&ctx, &entry("2026-11-23", Whose::Ours, DoneBy::Both, "the dishes")).unwrap();
    let week = session.save_ledger_entry(&ctx, &theirs("2026-11-23", "their socks")).unwrap();
    assert_eq!((week.from, week.to), (day("2026-11-23"), day("2026-11-29")));
    assert_eq!(said(&week.carried), ["their socks", "their tax form"], "by day");
    assert_eq!((said(&week.undone), said(&week.others)), (vec!["my post", "my walk"], vec!["the dishes"]));
    assert_eq!(week.days, [day("2026-11-25"), day("2026-11-24"), day("2026-11-23")]);
    assert_eq!((week.earlier, week.later), (Some(day("2026-11-22")), None));
    let before = session.ledger(&ctx, week.earlier).unwrap();
    assert_eq!((before.from, before.later, before.carried.len()), (day("2026-11-16"), Some(day("2026-11-23")), 0));
    let oldest = session.ledger(&ctx, Some(day("2026-10-27"))).unwrap();
    assert_eq!((oldest.earlier, oldest.days.len()), (None, 4), "nothing is there, and nothing can be written");
    let changed =
        LedgerDraft { id: Some(week.carried[0].id), day: day("2026-11-16"), note: Some(" again ".into()), ..theirs("2026-11-16", "socks") };
    let week = session.save_ledger_entry(&ctx, &changed).unwrap();
    assert_eq!((week.from, week.carried[0].note.as_deref()), (day("2026-11-16"), Some("again")), "it moved");
    let week = session.delete_ledger_entry(&ctx, week.carried[0].id).unwrap();
    assert!(week.from == day("2026-11-16") && week.carried.is_empty());
}

#[test]
fn a_week_starts_where_the_person_says() {
    let (_folder, session) = in_vault();
    let mut settings = session.settings().unwrap();
    settings.week_start = WeekStart::Sunday;
    session.save_settings(&settings).unwrap();
    let week = session.ledger(&at(2, 0), None).unwrap();
    assert_eq!((week.from, week.to), (day("2026-11-22"), day("2026-11-28")));
}

#[test]
fn what_may_not_be_written_changes_nothing() {
    let (_folder, session) = in_vault();
    let ctx = at(0, 0);
    refused(&session.save_ledger_entry(&ctx, &theirs("2026-11-24", "x")), Field::Date, Reason::OutOfRange);
    refused(&session.save_ledger_entry(&ctx, &theirs("2026-10-26", "x")), Field::Date, Reason::TooLate);
    refused(&session.save_ledger_entry(&ctx, &theirs("2026-11-23", "a\nb")), Field::What, Reason::ControlCharacter);
    let long = LedgerDraft { note: Some("x".repeat(501)), ..theirs("2026-11-23", "x") };
    refused(&session.save_ledger_entry(&ctx, &long), Field::Note, Reason::TooLong);
    refused(&session.ledger(&ctx, Some(day("2026-11-30"))), Field::Date, Reason::OutOfRange);
    let nobody = LedgerEntryId::from_bytes([9; 16]);
    let missing = |result: Result<LedgerWeek, Error>| assert!(matches!(result, Err(Error::NotFound { kind: Missing::LedgerEntry, .. })));
    missing(session.save_ledger_entry(&ctx, &LedgerDraft { id: Some(nobody), ..theirs("2026-11-23", "x") }));
    missing(session.delete_ledger_entry(&ctx, nobody));
    assert!(session.ledger(&ctx, None).unwrap().carried.is_empty());
    // What is too old to be written about is not moved into the present either.
    let old = session.save_ledger_entry(&ctx, &theirs("2026-11-23", "x")).unwrap().carried[0].id;
    let later = at(28, 0);
    refused(&session.save_ledger_entry(&later, &LedgerDraft { id: Some(old), ..theirs("2026-12-21", "x") }), Field::Date, Reason::TooLate);
    assert!(!session.ledger(&later, Some(day("2026-11-23"))).unwrap().carried[0].may_change);
    session.delete_ledger_entry(&later, old).unwrap();
}

#[test]
fn what_was_theirs_becomes_a_step() {
    let (_folder, session) = in_vault();
    let ctx = at(0, 0);
    let id = session.save_ledger_entry(&ctx, &theirs("2026-11-23", "their tax form")).unwrap().carried[0].id;
    let mine = session.save_ledger_entry(&ctx, &entry("2026-11-23", Whose::Mine, DoneBy::Nobody, "my walk")).unwrap().undone[0].id;
    let practice = session.hand_back(&ctx, id).unwrap();
    assert!(practice.active.is_some(), "begun, as there is room");
    let own: Vec<_> = practice.steps.iter().filter(|step| step.own == Some(id)).map(|step| step.text.as_str()).collect();
    assert_eq!(own, ["their tax form"]);
    let week = session.ledger(&ctx, None).unwrap();
    assert_eq!((week.carried[0].handed_back.as_deref(), week.carried[0].may_hand_back), (Some(practice.title.as_str()), false));
    let again = session.hand_back(&ctx, id).unwrap();
    assert_eq!(again.steps.iter().filter(|step| step.own == Some(id)).count(), 1, "one step, however often");
    let result = session.hand_back(&ctx, mine);
    assert!(matches!(result, Err(Error::Conflict { kind: Clash::NotTheirs, .. })), "{result:?}");
    let result = session.hand_back(&ctx, LedgerEntryId::from_bytes([9; 16]));
    assert!(matches!(result, Err(Error::NotFound { kind: Missing::LedgerEntry, .. })), "{result:?}");
    session.delete_ledger_entry(&ctx, id).unwrap();
    assert!(session.practice(&ctx, &practice.id).unwrap().steps.iter().any(|step| step.text == "their tax form"), "the step stays");
}

#[test]
fn in_care_mode_nothing_is_handed_back_and_nothing_says_that_it_was() {
    let (_folder, session) = in_vault();
    let ctx = at(0, 0);
    let id = session.save_ledger_entry(&ctx, &theirs("2026-11-23", "their tax form")).unwrap().carried[0].id;
    let title = session.hand_back(&ctx, id).unwrap().title;
    session.enter_care_mode().unwrap();
    let result = session.hand_back(&ctx, id);
    assert!(matches!(result, Err(Error::Conflict { kind: Clash::CareMode, .. })), "{result:?}");
    let week = session.save_ledger_entry(&ctx, &theirs("2026-11-23", "their socks")).unwrap();
    assert!(!week.may_hand_back && week.carried.iter().all(|entry| !entry.may_hand_back && entry.handed_back.is_none()));
    session.leave_care_mode(&ALL_NO).unwrap();
    assert_eq!(session.ledger(&ctx, None).unwrap().carried[0].handed_back, Some(title));
}
