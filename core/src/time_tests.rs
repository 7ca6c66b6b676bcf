use super::*;
use proptest::prelude::*;

const HOUR: i64 = 3_600_000;

fn berlin_spring() -> ZoneSpan {
    // 2026-03-29: at 01:00 UTC clocks go from 02:00 to 03:00.
    let at = 1_774_746_000_000;
    ZoneSpan::new("Europe/Berlin".into(), at - 700 * HOUR, at + 700 * HOUR, 3600, vec![ZoneTransition { at, offset_s: 7200 }])
        .expect("valid")
}

fn date(text: &str) -> CivilDate {
    text.parse().expect("date")
}

fn time(text: &str) -> CivilTime {
    text.parse().expect("time")
}

fn at(millis: i64) -> Instant {
    Instant::from_millis(millis).expect("in range")
}

const fn refused<T>(field: Field, reason: Reason) -> Result<T, InvalidInput> {
    Err(InvalidInput::new(field, reason))
}

#[test]
fn a_gap_is_read_with_the_offset_before_it() {
    let zone = berlin_spring();
    let shown = zone.local(zone.resolve(date("2026-03-29"), time("02:30")).expect("covered")).expect("covered");
    assert_eq!((shown.0.to_string(), shown.1.to_string()), ("2026-03-29".into(), "03:30".into()));
}

#[test]
fn a_stretch_is_steady_between_two_changes_and_within_the_span() {
    let zone = berlin_spring();
    let change = zone.transitions[0].at;
    assert_eq!(zone.steady(zone.from, change), Some(3600));
    assert_eq!(zone.steady(change, zone.to), Some(7200));
    for (from, to) in [(zone.from, change + 1), (change - 1, zone.to), (zone.from - 1, change), (change, zone.to + 1)] {
        assert_eq!(zone.steady(from, to), None, "{from} {to}");
    }
}

#[test]
fn a_fold_is_its_first_pass() {
    let change = 1_792_890_000_000;
    let transitions = vec![ZoneTransition { at: change, offset_s: 3600 }];
    let zone = ZoneSpan::new("Europe/Berlin".into(), change - 48 * HOUR, change + 48 * HOUR, 7200, transitions).expect("valid");
    let first = zone.resolve(date("2026-10-25"), time("02:30")).expect("covered");
    assert_eq!(first.millis(), change - HOUR / 2);
}

#[test]
fn every_minute_has_one_day_and_days_are_in_order() {
    let zone = berlin_spring();
    let start = time("04:00");
    let mut previous = zone.logical_day(at(zone.from), start).expect("covered");
    for minute in 0..(zone.to - zone.from) / 60_000 {
        let day = zone.logical_day(at(zone.from + minute * 60_000), start).expect("covered");
        assert!(day == previous || day == previous.plus_days(1), "{previous} then {day}");
        previous = day;
    }
}

#[test]
fn the_day_is_right_at_both_ends_of_a_span() {
    let now = 1_774_746_000_000 - 72 * HOUR; // 02:00 in Berlin, 26 March
    for (from, to) in [(now, now + 1), (now - HOUR, now + HOUR), (now, now + 72 * HOUR), (now - 72 * HOUR, now + 1)] {
        let zone = ZoneSpan::new("Europe/Berlin".into(), from, to, 3600, vec![]).expect("valid");
        assert_eq!(zone.logical_day(at(now), time("04:00")), Ok(date("2026-03-25")), "{from} {to}");
        assert_eq!(zone.logical_day(at(now), time("02:00")), Ok(date("2026-03-26")), "{from} {to}");
    }
}

#[test]
fn a_day_that_does_not_exist_is_empty() {
    // Samoa left out 30 December 2011.
    let change = 1_325_239_200_000;
    let transitions = vec![ZoneTransition { at: change, offset_s: 50_400 }];
    let zone = ZoneSpan::new("Pacific/Apia".into(), change - 72 * HOUR, change + 72 * HOUR, -36_000, transitions).expect("valid");
    let missing = date("2011-12-30");
    let resolved = zone.resolve(missing, time("08:00")).expect("covered");
    assert_eq!(zone.local(resolved).expect("covered").0, date("2011-12-31"));
    for half_hour in -100..100 {
        let day = zone.logical_day(at(change + half_hour * HOUR / 2), time("04:00")).expect("covered");
        assert_ne!(day, missing);
    }
}

#[test]
fn a_span_that_is_too_short_says_so() {
    fn short<T>() -> Result<T, InvalidInput> {
        refused(Field::Zone, Reason::ZoneSpanShort)
    }
    let zone = berlin_spring();
    assert_eq!(zone.offset_at(at(zone.from - 1)), short());
    assert_eq!(zone.offset_at(at(zone.to)), short());
    assert_eq!(zone.logical_day(at(zone.to), time("04:00")), short());
    assert_eq!(zone.resolve(date("2026-01-01"), time("04:00")), short());
    assert_eq!(zone.resolve(date("2026-12-01"), time("04:00")), short());
}

#[test]
fn a_span_that_contradicts_itself_is_refused() {
    let make = |id: &str, from, to, offset_s, transitions| ZoneSpan::new(id.into(), from, to, offset_s, transitions);
    let change = |at, offset_s| ZoneTransition { at, offset_s };
    for refused_span in [
        make("", 0, 1, 0, vec![]),
        make(&"x".repeat(65), 0, 1, 0, vec![]),
        make("UTC", 1, 1, 0, vec![]),
        make("UTC", 0, 1, 64_801, vec![]),
        make("UTC", 0, 9, 0, vec![change(5, -64_801)]),
        make("UTC", 0, 9, 0, vec![change(5, 60), change(5, 120)]),
        make("UTC", 0, 9, 0, vec![change(5, 60), change(4, 120)]),
        make("UTC", 0, 9, 0, vec![change(9, 60)]),
        make("UTC", 2, 9, 0, vec![change(1, 60)]),
    ] {
        assert_eq!(refused_span, refused(Field::Zone, Reason::ZoneSpanInvalid));
    }
    assert!(make("Etc/Edge", 0, 1, 64_800, vec![]).is_ok());
}

#[test]
fn dates_and_times_are_read_exactly() {
    for text in ["2026-1-01", "2026-02-30", " 2026-01-01", "2026-01-01 ", "20260101", "", "+2026-01-01"] {
        assert_eq!(text.parse::<CivilDate>(), refused(Field::Date, Reason::Malformed), "{text:?}");
    }
    for text in ["1899-12-31", "2201-01-01"] {
        assert_eq!(text.parse::<CivilDate>(), refused(Field::Date, Reason::OutOfRange), "{text:?}");
    }
    for text in ["4:00", "24:00", "12:60", "1200", "", "12:00:00"] {
        assert_eq!(text.parse::<CivilTime>(), refused(Field::Time, Reason::Malformed), "{text:?}");
    }
    assert_eq!(CivilTime::DEFAULT_DAY_START, time("04:00"));
}

#[test]
fn instants_are_of_our_time() {
    assert!(Instant::from_millis(0).is_ok());
    assert!(Instant::from_millis(4_102_444_800_000).is_ok(), "2100");
    for millis in [-1, i64::MIN, Instant::END, i64::MAX] {
        assert_eq!(Instant::from_millis(millis), refused(Field::Now, Reason::OutOfRange));
    }
}

#[test]
fn days_count_across_clock_changes() {
    assert_eq!(date("2026-03-30").days_since(date("2026-03-28")), 2);
    assert_eq!(date("2026-12-31").plus_days(1), date("2027-01-01"));
    assert_eq!(date("2200-12-31").plus_days(1), date("2200-12-31"));
}

/// A zone of up to eight changes, each to another offset in steps of a quarter of an hour, at least a day apart.
fn any_zone() -> impl Strategy<Value = ZoneSpan> {
    let quarters = -56..=56_i32;
    let changes = proptest::collection::vec((24 * 60..200 * 24 * 60_i64, quarters.clone()), 0..8);
    (0..50_000_i64, quarters, changes, 2..200_i64).prop_map(|(start_h, offset, changes, tail_d)| {
        let from = start_h * HOUR;
        let mut at = from;
        let transitions: Vec<_> = changes
            .into_iter()
            .map(|(gap_min, quarters)| {
                at += gap_min * 60_000;
                ZoneTransition { at, offset_s: quarters * 900 }
            })
            .collect();
        ZoneSpan::new("Etc/Any".into(), from, at + tail_d * 24 * HOUR, offset * 900, transitions).expect("valid")
    })
}

proptest! {
    /// What a clock shows leads back to the instant, or to the first pass over the same reading.
    #[test]
    fn a_reading_leads_back_to_its_first_instant(zone in any_zone(), part in 0..1000_i64) {
        let minute = (zone.to - zone.from) / 1000 * part / 60_000;
        let instant = at(zone.from + minute * 60_000);
        let (date, time) = zone.local(instant).expect("covered");
        let back = zone.resolve(date, time).expect("covered");
        prop_assert!(back <= instant);
        prop_assert_eq!(zone.local(back).expect("covered"), (date, time));
    }

    /// Every instant belongs to one day: it has begun, and the next one that exists has not.
    #[test]
    fn a_day_has_begun_and_the_next_has_not(zone in any_zone(), part in 50..950_i64, hour in 0..24_u32) {
        let instant = at(zone.from + (zone.to - zone.from) / 1000 * part);
        let start = time(&format!("{hour:02}:00"));
        let day = zone.logical_day(instant, start).expect("covered");
        if let Ok(begin) = zone.resolve(day, start) {
            prop_assert!(begin <= instant);
        }
        if let Ok(next) = zone.resolve(day.plus_days(1), start) {
            prop_assert!(next > instant, "{day} at {instant:?}, the next begins at {next:?}");
        }
    }
}

#[test]
fn days_are_counted_up_to_the_calendars_ends() {
    assert_eq!(date("2026-11-23").plus_days(30), date("2026-12-23"));
    assert_eq!(date("2026-11-23").minus_days(30), date("2026-10-24"));
    assert_eq!(date("2200-12-20").plus_days(30), date("2200-12-31"));
    assert_eq!(date("1900-01-10").minus_days(30), date("1900-01-01"));
}
