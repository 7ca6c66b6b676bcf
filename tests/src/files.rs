//! A folder byte for byte: what is in it, copies of it, and whether something can be read in it.

#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a helper that fails is a test that fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Every file of a folder with its bytes.
pub fn bytes_of(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let named = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry.expect("an entry");
        (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file"))
    };
    fs::read_dir(folder).expect("a folder").map(named).collect()
}

/// The names of what differs between two looks at a folder: added, removed or changed.
pub fn differing(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    before
        .keys()
        .chain(after.keys().filter(|name| !before.contains_key(*name)))
        .filter(|name| before.get(*name) != after.get(*name))
        .cloned()
        .collect()
}

/// Runs `f` and asserts that every file of the folder is as it was, and the list of files too.
pub fn unchanged<T>(folder: &Path, f: impl FnOnce() -> T) -> T {
    let before = bytes_of(folder);
    let value = f();
    let changed = differing(&before, &bytes_of(folder));
    assert!(changed.is_empty(), "changed: {changed:?}");
    value
}

/// As [`unchanged`], of a vault that is open: the index of its log, which holds no content, does not count.
pub fn content_unchanged<T>(folder: &Path, f: impl FnOnce() -> T) -> T {
    let before = bytes_of(folder);
    let value = f();
    let changed: Vec<_> = differing(&before, &bytes_of(folder)).into_iter().filter(|name| !name.ends_with("-shm")).collect();
    assert!(changed.is_empty(), "changed: {changed:?}");
    value
}

/// Copies the files of a folder into a new one: of an open vault, what a kill would leave.
pub fn copy(from: &Path) -> TempDir {
    let to = tempfile::tempdir().expect("a folder");
    for (name, bytes) in bytes_of(from) {
        fs::write(to.path().join(name), bytes).expect("written");
    }
    to
}

/// A copy of a committed fixture, to be opened without touching the original.
pub fn fixture(name: &str) -> TempDir {
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name))
}

/// Where each of `words` can be read in the folder's files, in UTF-8 or UTF-16 and in any case of its ASCII letters.
pub fn readable(folder: &Path, words: &[String]) -> Vec<String> {
    // A char for each byte: the standard library's search of texts is the fast one.
    let latin = |bytes: &[u8]| bytes.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect::<String>();
    let mut found = Vec::new();
    for (name, bytes) in bytes_of(folder) {
        let text = latin(&bytes);
        for word in words {
            let wide = |order: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(order).collect::<Vec<u8>>();
            for form in [word.clone().into_bytes(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
                if text.contains(&latin(&form)) {
                    found.push(format!("{word:?} in {name}"));
                }
            }
        }
    }
    found
}
