//! Every zone of the system's own time zone database, as the spans that a shell hands over.
//!
//! Read from the files that the system itself uses, the rule at the end of each included, so that a proof over "all
//! zones" is one over what phones know. There is no other source to fall back on: a system without the database ends the
//! test that asked for it.

#![allow(clippy::panic, clippy::expect_used, clippy::missing_panics_doc, reason = "without the system's zones nothing can be shown")]

use ampersand_core::time::{ZoneSpan, ZoneTransition};
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use std::fmt;
use std::path::Path;
use std::sync::LazyLock;

/// Where systems keep it.
const FOLDER: &str = "/usr/share/zoneinfo";
/// No real database has fewer zones.
const FEWEST: usize = 300;
/// In the folder, but no zones of their own: a copy of whatever the machine is set to, a template, an error.
const NO_ZONES: &[&str] = &["Factory", "localtime", "posixrules"];

const DAY_MS: i64 = 24 * 3_600_000;
/// 1970-01-01T00:00Z.
pub const FIRST: i64 = 0;
/// 2038-01-01T00:00Z.
pub const LAST: i64 = 2_145_916_800_000;
/// Days before and after now that a shell's span covers.
const AROUND_DAYS: i64 = 400;

/// A zone from 1970 to 2037.
#[derive(Clone)]
pub struct Zone {
    /// Its IANA name.
    pub id: String,
    /// Seconds east of UTC at the beginning of 1970.
    pub offset_s: i32,
    /// The changes of the offset since, in order.
    pub changes: Vec<ZoneTransition>,
    /// The same zone as another reader of the same file knows it.
    pub reference: TimeZone,
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)
    }
}

impl Zone {
    /// What it is like over `[from, to)`, in milliseconds since 1970.
    pub fn span(&self, from: i64, to: i64) -> ZoneSpan {
        let passed = self.changes.partition_point(|change| change.at <= from);
        let offset_s = passed.checked_sub(1).map_or(self.offset_s, |last| self.changes[last].offset_s);
        let ahead = self.changes[passed..].iter().copied().take_while(|change| change.at < to);
        ZoneSpan::new(self.id.clone(), from, to, offset_s, ahead.collect()).expect("changes in order")
    }

    /// All of it that is known here.
    pub fn whole(&self) -> ZoneSpan {
        self.span(FIRST, LAST)
    }

    /// What a shell hands over at `now`.
    pub fn around(&self, now: i64) -> ZoneSpan {
        self.span((now - AROUND_DAYS * DAY_MS).max(FIRST), (now + AROUND_DAYS * DAY_MS).min(LAST))
    }
}

/// Every zone of the system, by name.
///
/// # Panics
/// The system has no time zone database.
pub fn all() -> &'static [Zone] {
    static ALL: LazyLock<Vec<Zone>> = LazyLock::new(|| read(Path::new(FOLDER)).unwrap_or_else(|why| panic!("{why}")));
    &ALL
}

/// The zone of that name.
///
/// # Panics
/// The system does not know it.
pub fn named(id: &str) -> &'static Zone {
    all().iter().find(|zone| zone.id == id).unwrap_or_else(|| panic!("{FOLDER}: no zone {id}"))
}

fn read(folder: &Path) -> Result<Vec<Zone>, String> {
    let missing = |why: String| format!("{}: no time zone database ({why}); Debian has it in the package tzdata", folder.display());
    let database = TimeZoneDatabase::from_dir(folder).map_err(|error| missing(error.to_string()))?;
    let names: Vec<String> = database.available().map(|name| name.as_str().to_owned()).collect();
    if names.len() < FEWEST {
        return Err(missing(format!("{} zones", names.len())));
    }
    let names = names.into_iter().filter(|name| !NO_ZONES.contains(&name.as_str()));
    names.map(|id| database.get(&id).map(|zone| listed(id, zone)).map_err(|error| missing(error.to_string()))).collect()
}

/// The zone's changes one by one. Such as change the name of the time alone are none.
fn listed(id: String, zone: TimeZone) -> Zone {
    let millis = |millis| Timestamp::from_millisecond(millis).expect("of our time");
    let offset_s = zone.to_offset(millis(FIRST)).seconds();
    let mut in_force = offset_s;
    let changes = zone.following(millis(FIRST)).take_while(|change| change.timestamp() < millis(LAST)).filter_map(|change| {
        let (at, offset_s) = (change.timestamp().as_millisecond(), change.offset().seconds());
        (std::mem::replace(&mut in_force, offset_s) != offset_s).then_some(ZoneTransition { at, offset_s })
    });
    let changes = changes.collect();
    Zone { id, offset_s, changes, reference: zone }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ampersand_core::time::{CivilDate, CivilTime, Instant};

    fn changes(id: &str, years: std::ops::Range<i64>) -> Vec<(i64, i32)> {
        let year = |year: i64| (year - 1970) * 365 * DAY_MS + (year - 1969) / 4 * DAY_MS;
        let found = named(id).changes.iter().filter(|change| (year(years.start)..year(years.end)).contains(&change.at));
        found.map(|change| (change.at / 1000, change.offset_s)).collect()
    }

    #[test]
    fn changes_that_are_known_are_found() {
        // By the rule at the file's end, long after the last change that is written out.
        assert_eq!(changes("Europe/Berlin", 2036..2037), [(2_090_451_600, 7200), (2_108_595_600, 3600)]);
        // A day left out, within its summer time; the one before and the one after that are half a year away.
        assert!(changes("Pacific/Apia", 2011..2012).contains(&(1_325_239_200, 50_400)));
        assert_eq!(changes("Australia/Lord_Howe", 2026..2027), [(1_775_314_800, 37_800), (1_791_041_400, 39_600)]);
        assert_eq!(changes("Asia/Kolkata", 1970..2038), []);
        assert_eq!(named("Asia/Kolkata").offset_s, 19_800);
        // Summer time all year round and back to none: changes of the name alone are none.
        assert!(named("Africa/Casablanca").changes.len() > 80);
        assert!(all().len() >= FEWEST && all().iter().all(|zone| zone.changes.windows(2).all(|two| two[0].offset_s != two[1].offset_s)));
    }

    #[test]
    fn spans_say_what_the_other_reader_of_the_file_says() {
        for zone in all() {
            let span = zone.whole();
            for change in &zone.changes {
                for at in [change.at - 1000, change.at, change.at + 1000] {
                    let told = zone.reference.to_offset(Timestamp::from_millisecond(at).expect("of our time")).seconds();
                    assert_eq!(span.offset_at(Instant::from_millis(at).expect("of our time")), Ok(told), "{} {at}", zone.id);
                }
            }
        }
    }

    #[test]
    fn civil_times_around_every_change_are_instants_as_the_other_reader_has_them() {
        for zone in all() {
            for change in zone.changes.iter().filter(|change| change.at > 3 * DAY_MS) {
                let span = zone.span(change.at - 3 * DAY_MS, change.at + 3 * DAY_MS);
                let (date, time) = span.local(Instant::from_millis(change.at).expect("of our time")).expect("covered");
                for minutes in [-300, -181, -120, -61, -45, -30, -15, -1, 0, 1, 29, 30, 59, 60, 119, 120, 240] {
                    let (date, time) = moved(date, time, minutes);
                    let civil: jiff::civil::DateTime = format!("{date}T{time}:00").parse().expect("civil");
                    let told = zone.reference.to_ambiguous_timestamp(civil).compatible().expect("of our time");
                    let found = span.resolve(date, time).expect("covered").millis();
                    assert_eq!(found, told.as_millisecond(), "{} {date} {time}", zone.id);
                }
            }
        }
    }

    /// That many minutes later on the clock, clock changes left out of it.
    fn moved(date: CivilDate, time: CivilTime, minutes: i32) -> (CivilDate, CivilTime) {
        let minute = i32::try_from(time.minute_of_day()).expect("of a day") + minutes;
        let date = match minute.div_euclid(1440) {
            -1 => date.minus_days(1),
            1 => date.plus_days(1),
            _ => date,
        };
        (date, CivilTime::from_minute_of_day(minute.rem_euclid(1440).unsigned_abs()))
    }

    #[test]
    fn a_system_without_the_database_is_told_so() {
        let folder = tempfile::tempdir().expect("folder");
        for place in [folder.path(), Path::new("/no/such/folder")] {
            let why = read(place).expect_err("there is none");
            assert!(why.contains("no time zone database") && why.contains("tzdata"), "{why}");
        }
    }

    #[test]
    fn a_span_is_a_part_of_the_whole() {
        for id in ["Europe/Berlin", "America/St_Johns", "Africa/Casablanca"] {
            let zone = named(id);
            for change in &zone.changes {
                let (from, to) = (change.at.max(DAY_MS), (change.at + 200 * DAY_MS).min(LAST));
                let (part, whole) = (zone.span(from, to), zone.whole());
                for at in [from, from + 1, from.midpoint(to), to - 1].map(|at| Instant::from_millis(at).expect("of our time")) {
                    assert_eq!(part.offset_at(at), whole.offset_at(at), "{id} {at:?}");
                }
            }
        }
    }
}
