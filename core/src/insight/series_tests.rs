//! Series with gaps: nothing is filled in, and what is no series is refused.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn start() -> CivilDate {
    day("2026-03-01")
}

/// Values by days after the first one.
fn series(values: &[(u32, f64)]) -> Series {
    Series::new(values.iter().map(|(after, value)| DayValue { day: start().plus_days(*after), value: *value }).collect()).unwrap()
}

#[test]
fn what_is_no_series_is_refused() {
    let of = |values: &[(u32, f64)]| {
        Series::new(values.iter().map(|(after, value)| DayValue { day: start().plus_days(*after), value: *value }).collect())
    };
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(of(&[(0, 1.0), (1, value)]), Err(InvalidInput::new(Field::Value, Reason::NotFinite)));
        assert_eq!(smooth(&[1.0, value]), Err(InvalidInput::new(Field::Value, Reason::NotFinite)));
    }
    for days in [[1, 0], [1, 1]] {
        assert_eq!(of(&days.map(|day| (day, 1.0))), Err(InvalidInput::new(Field::Date, Reason::OutOfOrder)));
    }
    assert_eq!(of(&[]).unwrap().n(), 0);
}

#[test]
fn means_take_four_of_seven_and_twelve_of_twenty_eight() {
    let row = series(&[(0, 0.0), (1, 4.0), (2, 2.0), (6, 2.0), (7, 4.0)]);
    let chart = row.chart(start(), start().plus_days(9));
    let seven: Vec<Option<f64>> = chart.iter().map(|point| point.seven).collect();
    // Day 7 looks at days 1 to 7, day 8 at 2 to 8: three answers are no mean.
    assert_eq!(seven, [None, None, None, None, None, None, Some(2.0), Some(3.0), None, None]);
    let twelve = series(&(0..12).map(|after| (after * 2, f64::from(after % 2))).collect::<Vec<_>>());
    let months: Vec<Option<f64>> =
        twelve.chart(start().plus_days(21), start().plus_days(28)).iter().map(|point| point.twenty_eight).collect();
    assert_eq!(months, [None, Some(0.5), Some(0.5), Some(0.5), Some(0.5), Some(0.5), Some(0.5), None]);
}

#[test]
fn the_smooth_line_goes_by_entry_and_begins_with_the_tenth() {
    let values: Vec<f64> = (0..11).map(|n| f64::from(n % 5)).collect();
    let by_hand = values.iter().skip(1).fold(vec![values[0]], |mut line, value| {
        line.push(0.2 * value + 0.8 * line.last().unwrap());
        line
    });
    assert_eq!(smooth(&values).unwrap(), by_hand);
    let close = series(&(0..).zip(values.clone()).collect::<Vec<_>>());
    let apart = series(&(0..).zip(values).map(|(at, value)| (at * 9, value)).collect::<Vec<_>>());
    let shown = |row: &Series| row.chart(start(), start().plus_days(99)).iter().filter_map(|point| point.smooth).collect::<Vec<_>>();
    assert_eq!(shown(&close), by_hand[9..]);
    assert_eq!(shown(&close), shown(&apart));
    assert_eq!((close.smooth_now(), series(&[(0, 1.0)]).smooth_now()), (by_hand.last().copied(), None));
}

#[test]
fn a_line_is_the_same_in_every_range() {
    let row = series(&(0..200).map(|after| (after, f64::from(after * 7 % 5))).collect::<Vec<_>>());
    let last = start().plus_days(199);
    let (short, long) = (row.chart(last.minus_days(27), last), row.chart(start(), last));
    assert_eq!(short[..], long[172..]);
}

#[test]
fn weeks_have_a_mean_of_four_where_three_are_there() {
    let weeks: Vec<CivilDate> = (0..6).map(|week| start().plus_days(7 * week)).collect();
    let row = series(&[(0, 50.0), (7, 60.0), (21, 70.0)]);
    let chart = row.chart_of_weeks(&weeks);
    assert_eq!(chart.iter().map(|point| point.twenty_eight).collect::<Vec<_>>(), [None, None, None, Some(60.0), None, None]);
    assert!(chart.iter().all(|point| point.seven.is_none()) && chart[2].value.is_none());
}

proptest! {
    #[test]
    fn every_day_is_there_and_a_gap_stays_one(known in prop::collection::btree_map(0..120_u32, 0..5_u8, 0..80)) {
        let row = series(&known.iter().map(|(after, value)| (*after, f64::from(*value))).collect::<Vec<_>>());
        let chart = row.chart(start(), start().plus_days(119));
        prop_assert_eq!(chart.len(), 120);
        for (after, point) in (0..).zip(&chart) {
            prop_assert_eq!(point.day, start().plus_days(after));
            prop_assert_eq!(point.value, known.get(&after).map(|value| f64::from(*value)));
            prop_assert!(point.value.is_some() || point.smooth.is_none());
            for mean in [point.seven, point.twenty_eight, point.smooth].into_iter().flatten() {
                prop_assert!((0.0..=4.0).contains(&mean));
            }
        }
    }

    #[test]
    fn a_mean_moves_with_what_is_added(values in prop::collection::vec(0..5_u8, 7..40), shift in -5..5_i32) {
        let of = |by: i32| series(&(0..).zip(&values).map(|(after, value)| (after, f64::from(*value) + f64::from(by))).collect::<Vec<_>>());
        let last = start().plus_days(39);
        let pairs = of(0).chart(start(), last).into_iter().zip(of(shift).chart(start(), last));
        for (one, other) in pairs {
            prop_assert_eq!(one.seven.is_some(), other.seven.is_some());
            if let (Some(one), Some(other)) = (one.seven, other.seven) {
                prop_assert!((one + f64::from(shift) - other).abs() < 1e-9);
            }
        }
    }
}
