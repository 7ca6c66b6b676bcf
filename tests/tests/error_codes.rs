//! The codes that the core can say, held against their golden and against what is written about them.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_tests::codes;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The documented lines: below a heading `## InvalidInput: field`, each row that opens with a code.
fn documented(text: &str) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    let mut heading = String::new();
    for line in text.lines() {
        if let Some(found) = line.strip_prefix("## ") {
            heading = found.replace(':', "");
        } else if let Some(row) = line.strip_prefix("| `") {
            let code = row.split('`').next().unwrap();
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            assert!(cells.len() > 1 && cells.iter().all(|cell| !cell.is_empty()), "an empty cell: {line}");
            let retryable = if row.contains("Try again") && heading == "Storage code" { " (retryable)" } else { "" };
            let whole = ["TooNew", "Internal"].contains(&heading.as_str());
            lines.insert(if whole { heading.clone() } else { format!("{heading} {code}{retryable}") });
        }
    }
    lines
}

#[test]
fn the_codes_are_those_of_the_golden() {
    let found = codes::all().join("\n") + "\n";
    assert_eq!(found, read("golden/error-codes.txt"), "tests/golden/error-codes.txt: if the change is meant, write the left side into it");
}

#[test]
fn every_code_is_explained_and_nothing_else_is() {
    let (said, written): (BTreeSet<String>, _) = (codes::all().into_iter().collect(), documented(&read("../docs/error-codes.md")));
    let missing: Vec<_> = said.difference(&written).collect();
    let extra: Vec<_> = written.difference(&said).collect();
    assert!(missing.is_empty() && extra.is_empty(), "not in docs/error-codes.md: {missing:?}; only there: {extra:?}");
}

#[test]
fn a_row_that_is_missing_or_made_up_is_seen() {
    let text = read("../docs/error-codes.md");
    let without: String = text.lines().filter(|line| !line.starts_with("| `too_long`")).fold(String::new(), |all, line| all + line + "\n");
    assert!(!documented(&without).contains("InvalidInput code too_long") && documented(&text).contains("InvalidInput code too_long"));
    assert!(documented("## Locked: code\n| `rusty` | a | b | c |").contains("Locked code rusty"));
}
