//! Two periods: by hand, where there is not enough, and where nothing varies.

use super::*;
use crate::insight::series::DayValue;
use proptest::prelude::*;

/// Neighbours that differ more than by chance, so that all answers count in full.
fn turns(low: f64, high: f64, n: usize) -> Vec<f64> {
    (0..n).map(|at| if at % 2 == 0 { low } else { high }).collect()
}

#[test]
fn by_hand() {
    // Means 1 and 2, variances 10/9 each, n 10 each: error sqrt(2/9), 18 degrees of freedom, t 2.100922.
    let figures = figures(&turns(0.0, 2.0, 10), &turns(1.0, 3.0, 10)).unwrap().unwrap();
    assert_eq!((figures.earlier, figures.later, figures.difference), (1.0, 2.0, 1.0));
    assert_eq!((figures.n_eff_earlier, figures.n_eff_later), (10.0, 10.0));
    let Uncertainty { low, high, freedom, .. } = figures.uncertainty.unwrap();
    let reach = 2.100_922 * (2.0_f64 / 9.0).sqrt();
    assert!((low - (1.0 - reach)).abs() < 1e-6 && (high - (1.0 + reach)).abs() < 1e-6 && (freedom - 18.0).abs() < 1e-9);
    assert_eq!(direction(&figures, 4.0), Drift::Up);
}

#[test]
fn not_enough_says_how_many_more() {
    assert_eq!(figures(&[], &[]).unwrap(), Err(20));
    assert_eq!(figures(&turns(0.0, 1.0, 9), &turns(0.0, 1.0, 28)).unwrap(), Err(1));
    // Ten days that only rise are worth half a day.
    let rising: Vec<f64> = (0..10).map(f64::from).collect();
    let needed = figures(&rising, &turns(0.0, 1.0, 10)).unwrap().unwrap_err();
    assert!((1..=60).contains(&needed), "{needed}");
}

#[test]
fn nothing_varied() {
    let of = |one: f64, other: f64| figures(&[one; 12], &[other; 12]).unwrap().unwrap();
    let (equal, other) = (of(2.0, 2.0), of(1.0, 3.0));
    assert_eq!((equal.uncertainty, equal.difference, direction(&equal, 4.0)), (None, 0.0, Drift::Same));
    assert_eq!((other.uncertainty, other.difference, direction(&other, 4.0)), (None, 2.0, Drift::Unclear));
    // One that varied is enough to go by.
    let one = figures(&[2.0; 12], &turns(1.0, 3.0, 12)).unwrap().unwrap();
    assert_eq!((one.uncertainty.map(|u| u.freedom.round()), direction(&one, 4.0)), (Some(11.0), Drift::Unclear));
}

#[test]
fn about_the_same_is_no_lack_of_knowledge() {
    let same = figures(&turns(1.9, 2.1, 28), &turns(1.9, 2.1, 28)).unwrap().unwrap();
    let unclear = figures(&turns(0.0, 4.0, 10), &turns(0.0, 4.0, 10)).unwrap().unwrap();
    assert_eq!((direction(&same, 4.0), direction(&unclear, 4.0)), (Drift::Same, Drift::Unclear));
}

#[test]
fn no_number_is_refused() {
    for value in [f64::NAN, f64::INFINITY] {
        let refused = figures(&[1.0, value], &[1.0]);
        assert_eq!(refused, Err(InvalidInput::new(crate::error::Field::Value, crate::error::Reason::NotFinite)));
    }
}

#[test]
fn the_last_28_days_are_the_later_ones() {
    let today: CivilDate = "2026-11-23".parse().unwrap();
    let at = |ago: u32, value: f64| DayValue { day: today.minus_days(ago), value };
    let values = (0..57_u32).rev().map(|ago| at(ago, if ago == 56 { 400.0 } else { f64::from(ago / 28 + ago % 2) }));
    let InsightResult::Periods { earlier, later, direction, .. } = periods(&Series::new(values.collect()).unwrap(), 4.0, today) else {
        panic!("enough")
    };
    assert_eq!((earlier, later, direction), (1.5, 0.5, Drift::Down));
}

fn answers() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((0..5_u8).prop_map(f64::from), 0..40)
}

proptest! {
    #[test]
    fn every_figure_is_a_number(one in answers(), other in answers()) {
        match figures(&one, &other).unwrap() {
            Err(needed) => prop_assert!(needed > 0),
            Ok(PeriodFigures { earlier, later, difference, n_eff_earlier, n_eff_later, uncertainty }) => {
                prop_assert!([earlier, later, difference, n_eff_earlier, n_eff_later].iter().all(|figure| figure.is_finite()));
                if let Some(Uncertainty { low, high, freedom, p }) = uncertainty {
                    prop_assert!(low < difference && difference < high && freedom >= 0.999 && (0.0..=1.0).contains(&p));
                    prop_assert_eq!(p < 0.05, low > 0.0 || high < 0.0);
                }
            }
        }
    }

    #[test]
    fn turning_the_two_round_turns_the_figures_round(one in answers(), other in answers(), shift in -9..9_i32) {
        let moved = |row: &[f64]| row.iter().map(|value| value + f64::from(shift)).collect::<Vec<_>>();
        let (there, back) = (figures(&one, &other).unwrap(), figures(&moved(&other), &moved(&one)).unwrap());
        prop_assert_eq!(there.is_ok(), back.is_ok());
        if let (Ok(there), Ok(back)) = (there, back) {
            prop_assert!((there.difference + back.difference).abs() < 1e-9);
            if let (Some(there), Some(back)) = (there.uncertainty, back.uncertainty) {
                prop_assert!((there.low + back.high).abs() < 1e-6 && (there.p - back.p).abs() < 1e-6);
            }
        }
    }
}
