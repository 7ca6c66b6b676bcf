//! The boundary as the shells call it: errors of the arguments that only exist there, and one Check through it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use ampersand_core::storage::SCHEMA_VERSION;
use ampersand_ffi::{
    AmpersandError, CheckAnswers, Clock, ItemAnswer, NewCheck, NowContext, PartnerContext, SafetyAnswer, Vault, VaultConfig, VaultPresence,
    ZoneSpan, ZoneTransition, compare_checks, help_lines, score_check, strings, vault_presence,
};
use ampersand_tests::files::{fixture, unchanged};
use ampersand_tests::world::{DAY, START};
use std::path::Path;
use std::sync::Arc;

fn config(folder: &Path, secret: u8, length: usize) -> VaultConfig {
    VaultConfig {
        folder: folder.to_str().unwrap().into(),
        device_secret: vec![secret; length],
        passphrase: None,
        locale: "en-GB".into(),
        clock: Clock { now: START, monotonic_ms: 0 },
    }
}

fn zone(from: i64, to: i64, offset_s: i32, transitions: &[(i64, i32)]) -> ZoneSpan {
    let transitions = transitions.iter().map(|&(at, offset_s)| ZoneTransition { at, offset_s }).collect();
    ZoneSpan { id: "Europe/Berlin".into(), from, to, offset_s, transitions }
}

fn ctx() -> NowContext {
    NowContext { now: START, zone: zone(START - DAY, START + 400 * DAY, 3_600, &[]) }
}

fn invalid(field: &str, code: &str) -> AmpersandError {
    AmpersandError::InvalidInput { field: field.into(), code: code.into() }
}

fn vault() -> (tempfile::TempDir, Arc<Vault>) {
    let folder = tempfile::tempdir().unwrap();
    let vault = Vault::create(config(folder.path(), 7, 32)).unwrap();
    (folder, vault)
}

#[test]
fn moments_and_zones() {
    let (_folder, vault) = vault();
    let home = |now, zone| vault.home(NowContext { now, zone }).map(|home| home.day).err();
    assert_eq!(home(START, ctx().zone), None);
    for now in [-1, 7_289_654_400_000, i64::MIN, i64::MAX] {
        assert_eq!(home(now, zone(0, i64::MAX, 0, &[])), Some(invalid("now", "out_of_range")), "{now}");
    }
    for short in [zone(0, START, 0, &[]), zone(START + 1, START + DAY, 0, &[])] {
        assert_eq!(home(START, short), Some(invalid("zone", "zone_span_short")));
    }
    let (from, to) = (START - DAY, START + DAY);
    let nameless = ZoneSpan { id: String::new(), ..zone(from, to, 0, &[]) };
    let long = ZoneSpan { id: "x".repeat(65), ..zone(from, to, 0, &[]) };
    for contradicting in [
        nameless,
        long,
        zone(to, from, 0, &[]),
        zone(from, to, 64_801, &[]),
        zone(from, to, i32::MIN, &[]),
        zone(from, to, 0, &[(START, 0), (START, 3_600)]),
        zone(from, to, 0, &[(START + 1, 0), (START, 3_600)]),
        zone(from, to, 0, &[(to, 3_600)]),
    ] {
        assert_eq!(home(START, contradicting.clone()), Some(invalid("zone", "zone_span_invalid")), "{contradicting:?}");
    }
}

#[test]
fn a_secret_of_another_length() {
    let folder = tempfile::tempdir().unwrap();
    for length in [0, 16, 31, 33, 64] {
        let wrong = Some(invalid("device_secret", "wrong_length"));
        unchanged(folder.path(), || assert_eq!(Vault::create(config(folder.path(), 7, length)).err(), wrong, "{length}"));
        assert_eq!(Vault::open(config(folder.path(), 7, length)).err(), wrong, "{length}");
    }
    assert_eq!(vault_presence(folder.path().to_str().unwrap().into()), Ok(VaultPresence::Absent));
}

#[test]
fn openings_that_are_refused() {
    let (folder, vault) = vault();
    let open = |secret| Vault::open(config(folder.path(), secret, 32)).err();
    assert_eq!(open(7), Some(AmpersandError::Storage { code: "in_use".into(), retryable: true }));
    assert_eq!(vault_presence(folder.path().to_str().unwrap().into()), Ok(VaultPresence::Present));
    vault.lock().unwrap();
    assert_eq!(vault.settings().err(), Some(AmpersandError::Locked { code: "locked".into() }));
    assert_eq!(open(8), Some(AmpersandError::Locked { code: "wrong_key".into() }));
    assert_eq!(open(7), None, "once the first let go");
    let there = Vault::create(config(folder.path(), 7, 32)).err();
    assert_eq!(there, Some(AmpersandError::Conflict { kind: "vault".into(), id: String::new() }));
    let empty = tempfile::tempdir().unwrap();
    let missing = Vault::open(config(empty.path(), 7, 32)).err();
    assert_eq!(missing, Some(AmpersandError::NotFound { kind: "vault".into(), id: String::new() }));
    let newer = fixture("newer-vault");
    let refused = unchanged(newer.path(), || Vault::open(config(newer.path(), 7, 32)).err());
    assert_eq!(refused, Some(AmpersandError::TooNew { found: 900, supported: SCHEMA_VERSION }));
}

#[test]
fn a_check_through_the_boundary() {
    let (_folder, vault) = vault();
    let draft = vault.begin_check(ctx(), NewCheck { partner_context: PartnerContext::Current, fresh: false }).unwrap();
    assert_eq!((draft.items.len(), draft.labels.len(), draft.next), (38, 5, 0));
    for (value, item) in (0..5).cycle().zip(&draft.items) {
        let answer = ItemAnswer { item: item.id.clone(), value: Some(value), ms: Some(3_000) };
        vault.answer_check(ctx(), draft.run, answer).unwrap();
    }
    assert!(!vault.review_check(ctx(), draft.run).unwrap().ask);
    let run = vault.finish_check(ctx(), draft.run, vec![]).unwrap();
    assert_eq!(vault.check_result(run.id).err(), Some(invalid("safety", "not_answered")));
    vault.answer_safety(vec![SafetyAnswer::No; 5]).unwrap();
    let told = vault.check_result(run.id).unwrap();
    assert_eq!((told.scales.len(), told.totals.len(), told.suggestions.len()), (8, 2, 4));

    let answers =
        (0..5).cycle().zip(&draft.items).map(|(value, item)| ItemAnswer { item: item.id.clone(), value: Some(value), ms: Some(3_000) });
    let scores = score_check(CheckAnswers { version: 1, answers: answers.collect() }, false).unwrap();
    let cards: Vec<_> = told.scales.iter().map(|card| card.result).collect();
    assert_eq!(scores.scales, cards, "the vault and the rules say the same");
}

#[test]
fn rules_that_need_no_vault() {
    let none = |version| CheckAnswers { version, answers: vec![] };
    assert_eq!(score_check(none(2), false).err(), Some(invalid("version", "unknown_version")));
    assert_eq!(compare_checks(none(1), vec![]).err(), Some(invalid("answers", "nothing_answered")));
    assert_eq!(help_lines(Some("ZZ".into()), "en".into()).err(), Some(invalid("region", "unknown_region")));
    assert_eq!(strings("xx".into()).err(), Some(invalid("language", "unknown_language")));
    assert!(strings("en-GB".into()).unwrap().len() > 100);
}
