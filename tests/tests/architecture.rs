//! The arrows of the architecture hold in the sources, and the check that says so can say the opposite.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_tests::architecture::{MOST_LINES, faults, manifest_faults};
use std::fs;
use std::path::{Path, PathBuf};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every Rust source under `folder` that ships, by its path in the repository.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![repository().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(repository()).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") && !name.ends_with("tests.rs") && !name.ends_with("samples.rs") {
                found.push((name, fs::read_to_string(path).unwrap()));
            }
        }
    }
    found
}

#[test]
fn no_arrow_points_the_wrong_way() {
    let sources: Vec<_> = ["core/src", "bindings/src"].into_iter().flat_map(sources).collect();
    assert!(sources.len() > 40, "only {} sources were found", sources.len());
    let found: Vec<String> = sources.iter().flat_map(|(path, source)| faults(path, source)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    for manifest in ["core/Cargo.toml", "bindings/Cargo.toml"] {
        let found = manifest_faults(manifest, &fs::read_to_string(repository().join(manifest)).unwrap());
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn each_rule_can_fail() {
    for (path, source) in [
        ("core/src/assessment/score.rs", "use crate::storage::runs;"),
        ("core/src/assessment/score.rs", "use crate::{data, storage::runs as rows};"),
        ("core/src/assessment/score.rs", "fn f() { crate::storage::presence(p) }"),
        ("core/src/assessment/draft.rs", "use crate::app::Session;"),
        ("core/src/assessment/draft.rs", "pub(crate) use super::super::app::Session;"),
        ("core/src/reminder/plan/mod.rs", "use rusqlite::Connection;"),
        ("core/src/reminder/fire.rs", "use crate::storage::reminders;"),
        ("core/src/checkin/daily.rs", "use std::time::SystemTime;"),
        ("core/src/storage/reminders/mod.rs", "use crate::reminder::plan::plan;"),
        ("core/src/storage/reminders/mod.rs", "use crate::reminder::{fire, rule::Rule};"),
        ("core/src/practice/catalogue.rs", "use rusqlite::Transaction;"),
        ("core/src/practice/catalogue.rs", "use std::{collections::BTreeMap, fs, sync::OnceLock};"),
        ("core/src/practice/catalogue.rs", "use std::io::Read as _;"),
        ("core/src/time.rs", "fn now() -> i64 { chrono::Utc::now().timestamp_millis() }"),
        ("core/src/time.rs", "use std::time::SystemTime;"),
        ("core/src/time.rs", "fn f() { let t = std::time::Instant::now(); }"),
        ("core/src/ids.rs", "fn f() { getrandom::fill(&mut bytes); }"),
        ("core/src/journal/query/mod.rs", "use rusqlite::Connection;"),
        ("core/src/journal/query/mod.rs", "use crate::storage::search;"),
        ("core/src/error.rs", "use crate::storage::Vault;"),
        ("core/src/error.rs", "use crate::storage::{StorageError, Vault};"),
        ("core/src/strings.rs", "fn f() { std::fs::read_to_string(p) }"),
        ("core/src/data.rs", "use crate::storage;"),
        ("core/src/storage/runs.rs", "use crate::app::check::CheckDraft;"),
        ("core/src/storage/runs.rs", "use crate::assessment::score::score;"),
        ("core/src/storage/runs.rs", "fn f() { std::env::temp_dir() }"),
        ("core/src/app/check.rs", "#[derive(uniffi::Record)] struct A;"),
        ("core/src/app/check.rs", "use std::fs;"),
        ("core/src/app/check.rs", "fn f() { getrandom::fill(b) }"),
        ("bindings/src/vault.rs", "use rusqlite::Connection;"),
        ("bindings/src/vault.rs", "use ampersand_core::storage::Vault;"),
        ("bindings/src/vault.rs", "use ampersand_core::{app::Session, storage::{DeviceSecret, Vault}};"),
        ("bindings/src/vault.rs", "fn f() { storage::Vault::open(p) }"),
        ("bindings/src/vault.rs", "fn f() { getrandom::fill(b) }"),
        ("bindings/src/vault.rs", "fn f() { std::fs::read(p) }"),
    ] {
        assert!(!faults(path, source).is_empty(), "{path}: {source}");
    }
    let line = "fn f() {}\n";
    assert!(faults("core/src/time.rs", &line.repeat(MOST_LINES)).is_empty());
    assert!(!faults("core/src/time.rs", &line.repeat(MOST_LINES + 1)).is_empty());
    assert_eq!(manifest_faults("core/Cargo.toml", "uniffi.workspace = true").len(), 1);
    assert_eq!(manifest_faults("bindings/Cargo.toml", "[dependencies]\nrusqlite = \"1\"").len(), 1);
}

#[test]
fn what_is_allowed_passes() {
    for (path, source) in [
        ("core/src/error.rs", "use crate::storage::StorageError;"),
        ("core/src/assessment/score.rs", "// rusqlite, crate::storage::Vault\nuse super::answers::Answers;"),
        ("core/src/assessment/score.rs", "fn f() { let s = \"crate::storage::Vault\"; let storage = 1; }"),
        ("core/src/assessment/score.rs", "fn f() {}\n\n#[cfg(test)]\nmod tests {\n    use crate::storage::Vault;\n}"),
        ("core/src/storage/runs.rs", "use crate::assessment::draft::{Binding, PartnerContext};\nuse rusqlite::Row;"),
        ("core/src/storage/reminders/mod.rs", "use crate::reminder::plan::{Fire, FireId, FireItem};\nuse crate::reminder::rule::Rule;"),
        ("core/src/app/check.rs", "use crate::storage::runs;\nuse crate::assessment::score;"),
        ("bindings/src/vault.rs", "use ampersand_core::storage::DeviceSecret;\nuse std::path::Path;"),
        ("bindings/src/entropy.rs", "fn f() { getrandom::fill(b) }"),
    ] {
        assert_eq!(faults(path, source), Vec::<String>::new(), "{source}");
    }
}
