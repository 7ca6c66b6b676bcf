//! Trends: by hand, what must not change them, and where there is nothing to go by.

use super::*;
use crate::insight::series::DayValue;
use proptest::prelude::*;

/// Values by days after the first one.
fn series(values: &[(u32, f64)]) -> Series {
    let first: CivilDate = "2026-01-01".parse().unwrap();
    Series::new(values.iter().map(|(after, value)| DayValue { day: first.plus_days(*after), value: *value }).collect()).unwrap()
}

fn daily(values: &[f64]) -> Series {
    series(&(0..).zip(values.iter().copied()).collect::<Vec<_>>())
}

#[test]
fn by_hand() {
    // 1 3 2 2: pairs +1 +1 +1, -1 -1, 0, so that S is 1. One tie of two: (4*3*13 - 2*1*9)/18 = 138/18.
    let figures = figures(&daily(&[1.0, 3.0, 2.0, 2.0])).unwrap();
    assert_eq!((figures.s, figures.tau), (1.0, 1.0 / 6.0));
    assert!((figures.variance - 138.0 / 18.0).abs() < 1e-12);
    // Slopes 2, 1/2, 1/3, -1, -1/2, 0: the middle two are 0 and 1/3.
    assert!((figures.slope_per_day - 1.0 / 6.0).abs() < 1e-12);
    assert!((inflation(0.5, 3) - (1.0 + 2.0 * (2.0 / 3.0 * 0.5 + 1.0 / 3.0 * 0.25))).abs() < 1e-12);
    assert!((inflation(0.0, 30) - 1.0).abs() < 1e-12);
    assert!((likeness(0.4, 30.0) - 14.0 / 26.0).abs() < 1e-12);
    assert!((deviate(5.0, 4.0) - 2.0).abs() < 1e-12 && (deviate(-5.0, 4.0) + 2.0).abs() < 1e-12 && deviate(3.0, 0.0) == 0.0);
}

#[test]
fn a_slope_goes_by_days_and_not_by_answers() {
    let figures = figures(&series(&[(0, 0.0), (10, 1.0), (20, 2.0)])).unwrap();
    assert!((figures.slope_per_day - 0.1).abs() < 1e-12);
}

#[test]
fn not_enough_says_how_many_more() {
    let row = |n: u32| series(&(0..n).map(|day| (day, f64::from(day % 3))).collect::<Vec<_>>());
    assert_eq!(trend(&row(0), false), InsightResult::NotEnough { needed: 28 });
    assert_eq!(trend(&row(1), true), InsightResult::NotEnough { needed: 7 });
    assert_eq!(trend(&row(27), false), InsightResult::NotEnough { needed: 1 });
    assert!(matches!(trend(&row(28), false), InsightResult::Trend { .. }) && matches!(trend(&row(8), true), InsightResult::Trend { .. }));
}

#[test]
fn all_equal_is_about_the_same() {
    let InsightResult::Trend { direction, tau, slope_per_week, p } = trend(&daily(&[3.0; 40]), false) else { panic!("enough") };
    assert_eq!((direction, tau, slope_per_week, p), (Drift::Same, 0.0, 0.0, 1.0));
}

#[test]
fn a_straight_rise_is_a_drift() {
    let rise: Vec<f64> = (0..40).map(|day| f64::from(day / 10)).collect();
    let InsightResult::Trend { direction, slope_per_week, .. } = trend(&daily(&rise), false) else { panic!("enough") };
    assert!(direction == Drift::Up && slope_per_week > 0.0);
    let InsightResult::Trend { direction, .. } = trend(&daily(&rise.into_iter().rev().collect::<Vec<_>>()), false) else { panic!() };
    assert_eq!(direction, Drift::Down);
}

#[test]
fn two_that_are_far_apart_in_little_data_are_unclear() {
    let row: Vec<f64> = (0..30).map(|day| f64::from(day * 7 % 5)).collect();
    assert_eq!(direction(&figures(&daily(&row)).unwrap(), 30), Drift::Unclear);
}

fn answers() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((0..5_u8).prop_map(f64::from), 2..60)
}

proptest! {
    #[test]
    fn every_figure_is_a_number(row in prop::collection::btree_map(0..200_u32, 0..5_u8, 2..60)) {
        let figures = figures(&series(&row.iter().map(|(day, value)| (*day, f64::from(*value))).collect::<Vec<_>>())).unwrap();
        let TrendFigures { s, variance, tau, slope_per_day, lag_1, likeness, inflation, z, p } = figures;
        prop_assert!([s, variance, tau, slope_per_day, lag_1, likeness, inflation, z, p].iter().all(|figure| figure.is_finite()));
        prop_assert!(tau.abs() <= 1.0 && (0.0..=1.0).contains(&p) && inflation >= 1.0 && (0.0..=0.9).contains(&likeness));
    }

    #[test]
    fn shifting_and_scaling_change_no_p(row in answers(), shift in -9..9_i32, scale in 1..9_u8) {
        let moved: Vec<f64> = row.iter().map(|value| f64::from(scale) * value + f64::from(shift)).collect();
        let (one, other) = (figures(&daily(&row)).unwrap(), figures(&daily(&moved)).unwrap());
        prop_assert!((one.s - other.s).abs() < 1e-9 && (one.p - other.p).abs() < 1e-6);
        prop_assert!((one.slope_per_day * f64::from(scale) - other.slope_per_day).abs() < 1e-9);
    }

    #[test]
    fn turned_round_in_time_only_the_sign_changes(row in answers()) {
        let back: Vec<f64> = row.iter().rev().copied().collect();
        let (one, other) = (figures(&daily(&row)).unwrap(), figures(&daily(&back)).unwrap());
        prop_assert!((one.s + other.s).abs() < 1e-9 && (one.p - other.p).abs() < 1e-6 && (one.slope_per_day + other.slope_per_day).abs() < 1e-9);
    }
}
