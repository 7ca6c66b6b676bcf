//! Likeness and effective n by hand, and what must not change them.

use super::*;
use proptest::prelude::*;

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

#[test]
fn by_hand() {
    // Mean 2; deviations -2 -1 0 1 2; squares 10; neighbours 2 + 0 + 0 + 2 = 4.
    let row = [0.0, 1.0, 2.0, 3.0, 4.0];
    assert!(near(variance(&row), 2.5) && near(lag_1(&row), 0.4));
    // (5 * 0.4 + 1)/2 = 1.5, which is more than 0.9: 5 * 0.1/1.9.
    assert!(near(effective_n(&row), 5.0 * 0.1 / 1.9));
    assert!(near(shrunk(30.0, 0.5), 10.0));
    assert_eq!((median(vec![3.0, 1.0, 2.0]), median(vec![4.0, 1.0, 2.0, 3.0]), median(vec![])), (Some(2.0), Some(2.5), None));
}

#[test]
fn nothing_varies() {
    for row in [&[][..], &[3.0], &[0.1; 7]] {
        assert!(near(lag_1(row), 0.0) && near(variance(row), 0.0) && near(effective_n(row), number(row.len())), "{row:?}");
    }
}

#[test]
fn what_is_needed_is_enough() {
    assert_eq!((still_needed(10, 10.0, 30.0), still_needed(60, 20.0, 30.0), still_needed(0, 0.0, 30.0)), (20, 30, 30));
    assert_eq!(still_needed(30, 29.999, 30.0), 1);
}

fn answers() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((0..5_u8).prop_map(f64::from), 2..60)
}

proptest! {
    #[test]
    fn effective_n_is_at_most_n_and_a_number(row in answers()) {
        let n_eff = effective_n(&row);
        prop_assert!(n_eff > 0.0 && n_eff <= number(row.len()));
    }

    #[test]
    fn shifting_and_scaling_change_no_likeness(row in answers(), shift in -9..9_i32, scale in 1..9_u8) {
        let moved: Vec<f64> = row.iter().map(|value| f64::from(scale) * value + f64::from(shift)).collect();
        prop_assert!((lag_1(&row) - lag_1(&moved)).abs() < 1e-9 && (effective_n(&row) - effective_n(&moved)).abs() < 1e-6);
    }

    #[test]
    fn a_median_splits_a_row(row in answers()) {
        let middle = median(row.clone()).unwrap();
        let half = row.len().div_ceil(2);
        prop_assert!(row.iter().filter(|value| **value <= middle).count() >= half);
        prop_assert!(row.iter().filter(|value| **value >= middle).count() >= half);
    }
}
