//! Counts: of 28 days, and never against anybody.

use super::*;
use crate::insight::series::DayValue;

#[test]
fn days_above_zero_of_the_last_twenty_eight() {
    let today: CivilDate = "2026-11-23".parse().unwrap();
    let of = |values: &[(u32, f64)]| {
        Series::new(values.iter().map(|(ago, value)| DayValue { day: today.minus_days(*ago), value: *value }).collect()).unwrap()
    };
    let row = of(&[(28, 1.0), (27, 1.0), (20, 0.0), (3, 2.0), (0, 0.5)]);
    assert_eq!(above_zero(&row, today), InsightResult::Count { days: 3, of: 28 });
    assert_eq!(answered(&row, today), InsightResult::Count { days: 4, of: 28 });
    assert_eq!(above_zero(&of(&[(5, 0.0)]), today), InsightResult::Count { days: 0, of: 28 });
    assert_eq!(answered(&of(&[(28, 1.0)]), today), InsightResult::NotEnough { needed: 1 });
}
