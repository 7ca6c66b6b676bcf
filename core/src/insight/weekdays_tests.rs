//! Weekdays: four answers each, Monday first.

use super::*;
use crate::insight::series::DayValue;
use crate::time::CivilDate;

fn series(days: impl Iterator<Item = u32>, value: impl Fn(u32) -> f64) -> Series {
    // A Monday.
    let first: CivilDate = "2026-01-05".parse().unwrap();
    Series::new(days.map(|after| DayValue { day: first.plus_days(after), value: value(after) }).collect()).unwrap()
}

#[test]
fn each_weekday_has_its_median() {
    let row = series(0..28, |after| f64::from(after % 7) + f64::from(u8::from(after == 27)) * 90.0);
    assert_eq!(medians(&row), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0].map(Some), "one strange Sunday moves nothing");
    let row = series(0..27, f64::from);
    assert_eq!((medians(&row)[6], medians(&row)[0]), (None, Some(10.5)), "three Sundays are not enough");
}

#[test]
fn not_enough_while_no_weekday_has_four() {
    assert_eq!(weekdays(&Series::default()), InsightResult::NotEnough { needed: 4 });
    assert_eq!(weekdays(&series(0..21, |_| 1.0)), InsightResult::NotEnough { needed: 1 });
    assert!(matches!(weekdays(&series(0..22, |_| 1.0)), InsightResult::Weekdays { medians: [Some(1.0), None, ..] }));
}
