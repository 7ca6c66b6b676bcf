use super::*;
use crate::reminder::samples::date;

/// The days from `from` on, `days` of them, for which it asks.
fn days_of(repeat: &Repeat, from: &str, days: u32) -> Vec<String> {
    repeat.check().expect("valid");
    (0..days).map(|day| date(from).plus_days(day)).filter(|day| repeat.asks_for(*day)).map(|day| day.to_string()).collect()
}

fn weekday(iso: i64) -> Weekday {
    Weekday::from_iso(iso).expect("of the week")
}

fn refused(repeat: &Repeat) -> Field {
    let why = repeat.check().expect_err("refused");
    assert_eq!(why.reason, Reason::OutOfRange);
    why.field
}

#[test]
fn every_day_and_once() {
    assert_eq!(days_of(&Repeat::EveryDay, "2026-11-23", 9).len(), 9);
    assert_eq!(days_of(&Repeat::Once(date("2026-11-25")), "2026-11-23", 400), ["2026-11-25"]);
}

#[test]
fn days_of_the_week() {
    let weekend = WeekdaySet::new([weekday(6), weekday(7)]).expect("two");
    // 23 November 2026 is a Monday.
    assert_eq!(days_of(&Repeat::Weekdays(weekend), "2026-11-23", 14), ["2026-11-28", "2026-11-29", "2026-12-05", "2026-12-06"]);
    assert_eq!(weekend.days().map(Weekday::iso).collect::<Vec<_>>(), [6, 7]);
    assert_eq!(WeekdaySet::new([]), Err(InvalidInput::new(Field::Repeat, Reason::WrongCount)));
    assert_eq!(WeekdaySet::new([weekday(3), weekday(3)]), Err(InvalidInput::new(Field::Repeat, Reason::Duplicate)));
    for number in [0, 8, -1] {
        assert_eq!(Weekday::from_iso(number), Err(InvalidInput::new(Field::Weekday, Reason::OutOfRange)));
    }
}

#[test]
fn every_few_days_from_the_anchor_and_never_before_it() {
    let every = |days| Repeat::EveryDays { days, anchor: date("2026-11-25") };
    assert_eq!(days_of(&every(3), "2026-11-01", 31), ["2026-11-25", "2026-11-28", "2026-12-01"]);
    assert_eq!(days_of(&every(366), "2025-01-01", 1100), ["2026-11-25", "2027-11-26"]);
    assert_eq!(days_of(&every(1), "2026-11-24", 3), ["2026-11-25", "2026-11-26"]);
    assert_eq!([0, 367, u32::MAX].map(|days| refused(&every(days))), [Field::EveryDays; 3]);
    assert_eq!("1850-01-01".parse::<CivilDate>(), Err(InvalidInput::new(Field::Date, Reason::OutOfRange)), "no anchor so far back");
}

#[test]
fn a_day_past_the_months_end_is_its_last() {
    let of_month = Repeat::DayOfMonth;
    assert_eq!(days_of(&of_month(31), "2027-01-15", 80), ["2027-01-31", "2027-02-28", "2027-03-31"]);
    assert_eq!(days_of(&of_month(30), "2028-02-01", 60), ["2028-02-29", "2028-03-30"]);
    assert_eq!(days_of(&of_month(28), "2027-02-01", 28), ["2027-02-28"]);
    assert_eq!(days_of(&of_month(1), "2027-02-01", 31), ["2027-02-01", "2027-03-01"]);
    assert_eq!([0, 32].map(|day| refused(&of_month(day))), [Field::MonthDay; 2]);
}

#[test]
fn the_nth_weekday_counts_from_either_end() {
    let nth = |nth, iso| Repeat::NthWeekday { nth, weekday: weekday(iso) };
    assert_eq!(days_of(&nth(1, 1), "2026-11-01", 61), ["2026-11-02", "2026-12-07"]);
    assert_eq!(days_of(&nth(4, 7), "2026-11-01", 61), ["2026-11-22", "2026-12-27"]);
    assert_eq!(days_of(&nth(-1, 7), "2026-11-01", 61), ["2026-11-29", "2026-12-27"]);
    // A fifth that is not there is nothing, not the last.
    assert_eq!(days_of(&nth(5, 7), "2026-11-01", 61), ["2026-11-29"]);
    assert_eq!([0, 6, -2].map(|number| refused(&nth(number, 1))), [Field::Nth; 3]);
}

#[test]
fn the_rarer_goes_first() {
    let weekdays = |days: &[i64]| Repeat::Weekdays(WeekdaySet::new(days.iter().map(|iso| weekday(*iso))).expect("some"));
    let every = |days| Repeat::EveryDays { days, anchor: date("2026-11-25") };
    let rarity = [
        Repeat::Once(date("2026-11-25")),
        Repeat::DayOfMonth(3),
        Repeat::NthWeekday { nth: 1, weekday: weekday(1) },
        weekdays(&[2]),
        every(7),
        every(6),
        weekdays(&[2, 3]),
        Repeat::EveryDay,
    ];
    assert_eq!(rarity.map(|repeat| repeat.rarity()), [0, 1, 1, 2, 2, 3, 3, 3]);
}
