//! Ten zones as they were known on one day, kept in a file: a snapshot must not depend on which release of the zone
//! database a machine has.

use super::DAY;
use crate::zones;
use ampersand_core::time::{CivilDate, ZoneSpan, ZoneTransition};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The zones, and the Monday from which on two years are looked at: each with a hard case in them.
const ZONES: [(&str, &str); 10] = [
    // An hour in spring and autumn, at two and three in the morning.
    ("Europe/Berlin", "2026-01-05"),
    ("America/New_York", "2026-01-05"),
    // At one minute past midnight.
    ("America/St_Johns", "2010-01-04"),
    // Half an hour.
    ("Australia/Lord_Howe", "2026-01-05"),
    // A day left out.
    ("Pacific/Apia", "2011-01-03"),
    // Twice a year for Ramadan, on days that nobody would guess.
    ("Asia/Gaza", "2023-01-02"),
    ("Africa/Casablanca", "2026-01-05"),
    // Two hours.
    ("Antarctica/Troll", "2026-01-05"),
    // None.
    ("Asia/Kolkata", "2026-01-05"),
    // Twelve hours and three quarters, at a quarter to three.
    ("Pacific/Chatham", "2026-01-05"),
];
/// Days around the two years that a plan looks at as well.
const AROUND: i64 = 20;
/// Weeks of two years.
pub const WEEKS: u32 = 104;

#[derive(Serialize, Deserialize)]
struct Kept {
    id: String,
    first_day: String,
    from: i64,
    to: i64,
    offset_s: i32,
    /// When, and seconds east of UTC from then on.
    changes: Vec<(i64, i32)>,
}

/// The file.
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/zones.json")
}

/// What is in it, by this system's database.
pub fn made() -> String {
    let kept = ZONES.map(|(id, first_day)| {
        let zone = zones::named(id);
        let first: CivilDate = first_day.parse().expect("a date");
        let (from, to) = ((first.number() - AROUND) * DAY, (first.number() + i64::from(WEEKS) * 7 + AROUND) * DAY);
        let before = zone.changes.iter().rev().find(|change| change.at <= from);
        let changes = zone.changes.iter().filter(|change| from < change.at && change.at < to).map(|change| (change.at, change.offset_s));
        let offset_s = before.map_or(zone.offset_s, |change| change.offset_s);
        Kept { id: id.into(), first_day: first_day.into(), from, to, offset_s, changes: changes.collect() }
    });
    let lines = kept.map(|zone| serde_json::to_string(&zone).expect("numbers and names"));
    format!("[\n{}\n]\n", lines.join(",\n"))
}

/// The zones of the file, each with its first day.
pub fn zones() -> Vec<(ZoneSpan, CivilDate)> {
    let text = std::fs::read_to_string(path()).expect("tests/fixtures/zones.json");
    let kept: Vec<Kept> = serde_json::from_str(&text).expect("zones");
    let spans = kept.into_iter().map(|Kept { id, first_day, from, to, offset_s, changes }| {
        let changes = changes.into_iter().map(|(at, offset_s)| ZoneTransition { at, offset_s }).collect();
        (ZoneSpan::new(id, from, to, offset_s, changes).expect("in order"), first_day.parse().expect("a date"))
    });
    spans.collect()
}
