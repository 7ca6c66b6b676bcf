//! Makes `tests/fixtures/zones.json`: what the system's database says of ten zones over two years each, for the
//! snapshots. A file that is there already stays; to make it anew, remove it first. The snapshots then are those of the
//! system on which it was made.

#![allow(clippy::expect_used, reason = "a tool for this repository: what it cannot make is told by where it stopped")]

use ampersand_tests::reminders::frozen;
use std::fs;

fn main() {
    let path = frozen::path();
    if !path.exists() {
        fs::write(path, frozen::made()).expect("written");
    }
}
