//! Pairs: by hand, what must not change them, and where there is nothing to go by.

use super::*;
use crate::insight::series::DayValue;
use crate::time::CivilDate;
use proptest::prelude::*;

fn turns(n: usize) -> Vec<f64> {
    (0..n).map(|at| f64::from(u8::try_from(at % 2).unwrap())).collect()
}

fn by_day(values: &[f64]) -> Series {
    let first: CivilDate = "2026-01-01".parse().unwrap();
    Series::new((0..).zip(values).map(|(day, value)| DayValue { day: first.plus_days(day), value: *value }).collect()).unwrap()
}

#[test]
fn ranks_share_ties() {
    assert_eq!(ranks(&[3.0, 1.0, 3.0, 0.0]), [3.5, 2.0, 3.5, 1.0]);
}

#[test]
fn by_hand() {
    // Ranks 1 2 3 4 and 2 1 4 3: 1 - 6 * 4/(4 * 15) = 0.6.
    assert!((correlation(&ranks(&[1.0, 2.0, 3.0, 4.0]), &ranks(&[20.0, 10.0, 40.0, 30.0])) - 0.6).abs() < 1e-12);
}

#[test]
fn lengths_and_numbers_are_held_to() {
    assert_eq!(figures(&[1.0], &[]), Err(InvalidInput::new(Field::Values, Reason::LengthsDiffer)));
    assert_eq!(figures(&[1.0], &[f64::NAN]), Err(InvalidInput::new(Field::Value, Reason::NotFinite)));
}

#[test]
fn not_enough_says_how_many_more() {
    assert_eq!(figures(&[], &[]).unwrap(), Err(30));
    assert_eq!(figures(&turns(29)[..], &[1.0; 29]).unwrap(), Err(1));
    assert_eq!(figures(&[2.0; 40], &turns(40)).unwrap(), Err(1), "one that never varied");
    // Two that rise slowly are less than they look.
    let rising: Vec<f64> = (0..60).map(f64::from).collect();
    let needed = figures(&rising, &rising).unwrap().unwrap_err();
    assert!(needed > 100, "{needed}");
}

#[test]
fn the_same_row_goes_with_itself_and_every_figure_is_a_number() {
    let row: Vec<f64> = (0..400).map(|at| f64::from(at * 7 % 5)).collect();
    let PairFigures { rho, n_eff, low, high, p } = figures(&row, &row).unwrap().unwrap();
    assert!((rho - 1.0).abs() < 1e-9 && n_eff <= 400.0 && low > 0.99 && high >= rho && p < 1e-9 && high.is_finite());
}

#[test]
fn only_pairs_with_enough_are_in_the_family() {
    let row: Vec<f64> = (0..64).map(|at| f64::from(at * 11 % 7)).collect();
    let other: Vec<f64> = (0..64).map(|at| f64::from((at * 11 % 7 + at % 3) % 5)).collect();
    let few = by_day(&row[..5]);
    let results = pairs(&[[by_day(&row), by_day(&other)], [few.clone(), few]]);
    let alone = figures(&row, &other).unwrap().unwrap();
    let InsightResult::Pair { p_holm, .. } = results[0] else { panic!("enough") };
    assert!((p_holm - alone.p).abs() < 1e-12, "a family of one");
    assert!(matches!(results[1], InsightResult::NotEnough { needed } if needed > 0));
    let both = pairs(&[[by_day(&row), by_day(&other)], [by_day(&row), by_day(&other)]]);
    assert!(matches!(both[1], InsightResult::Pair { p_holm, .. } if (p_holm - (2.0 * alone.p).min(1.0)).abs() < 1e-12));
}

#[test]
fn only_days_with_both_count() {
    let first: CivilDate = "2026-01-01".parse().unwrap();
    let on = |days: &[u32]| {
        Series::new(days.iter().map(|day| DayValue { day: first.plus_days(*day), value: f64::from(*day) }).collect()).unwrap()
    };
    assert_eq!(on(&[0, 2, 3, 9]).paired(&on(&[1, 2, 9])), (vec![2.0, 9.0], vec![2.0, 9.0]));
}

fn rows() -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec((0..5_u8, 0..3_u8), 0..160)
}

proptest! {
    #[test]
    fn every_figure_is_a_number_and_turning_round_changes_nothing(rows in rows(), scale in 1..9_u8, shift in -9..9_i32) {
        let (one, other): (Vec<f64>, Vec<f64>) = rows.iter().map(|(one, other)| (f64::from(*one), f64::from(*other))).unzip();
        let moved: Vec<f64> = other.iter().map(|value| f64::from(scale) * value + f64::from(shift)).collect();
        match (figures(&one, &other).unwrap(), figures(&moved, &one).unwrap()) {
            (Ok(there), Ok(back)) => {
                prop_assert!(there.low <= there.rho && there.rho <= there.high && there.low >= -1.0 && there.high <= 1.0);
                prop_assert!((0.0..=1.0).contains(&there.p) && there.n_eff >= 30.0 && there.n_eff <= number(rows.len()));
                prop_assert!((there.rho - back.rho).abs() < 1e-9 && (there.n_eff - back.n_eff).abs() < 1e-6);
            }
            (there, back) => prop_assert!(there.is_err() && back.is_err() && there.unwrap_err() > 0),
        }
    }

    /// The order of days matters to how alike neighbours are, and not to the correlation.
    #[test]
    fn the_order_of_days_is_nothing_to_rho(rows in prop::collection::vec((0..5_u8, 0..5_u8), 3..60)) {
        let rho = |rows: &[(u8, u8)]| {
            let (one, other): (Vec<f64>, Vec<f64>) = rows.iter().map(|(one, other)| (f64::from(*one), f64::from(*other))).unzip();
            (!all_equal(&one) && !all_equal(&other)).then(|| correlation(&ranks(&one), &ranks(&other)))
        };
        let mut sorted = rows.clone();
        sorted.sort_unstable();
        match (rho(&rows), rho(&sorted)) {
            (Some(one), Some(other)) => prop_assert!((one - other).abs() < 1e-9),
            (one, other) => prop_assert!(one.is_none() && other.is_none()),
        }
    }
}
