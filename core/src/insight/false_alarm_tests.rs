//! How often something is said of series in which nothing happens: 2,000 simulated ones for each likeness of neighbours, which
//! is 0, 0.3 and 0.5.
//!
//! `cargo test -p ampersand-core insight::false_alarm -- --nocapture` prints the figures.

#![allow(clippy::print_stdout, reason = "the figures, for who asks for them")]

use super::series::{DayValue, Series};
use super::{Drift, InsightResult, compare, together, trend, variation};
use crate::time::CivilDate;

const SERIES: u32 = 2_000;
/// Likeness of neighbours that is simulated.
const PHI: [f64; 3] = [0.0, 0.3, 0.5];

/// Numbers that look like chance and are always the same ones (`SplitMix64`, Steele, Lea & Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Above 0, at most 1.
    fn part(&mut self) -> f64 {
        let top = u32::try_from(self.next() >> 32).unwrap();
        (f64::from(top) + 1.0) / (f64::from(u32::MAX) + 1.0)
    }

    /// Standard normal (Box & Muller 1958).
    fn normal(&mut self) -> f64 {
        (-2.0 * self.part().ln()).sqrt() * (std::f64::consts::TAU * self.part()).cos()
    }

    /// Answers of 0 to 4 around 2 without a drift: a first-order autoregressive series of variance 1, rounded.
    fn answers(&mut self, n: usize, phi: f64) -> Vec<f64> {
        let mut state = self.normal();
        let mut answers = Vec::with_capacity(n);
        for _ in 0..n {
            answers.push((2.0 + state).round().clamp(0.0, 4.0));
            state = phi * state + (1.0 - phi * phi).sqrt() * self.normal();
        }
        answers
    }
}

fn by_day(values: Vec<f64>) -> Series {
    let first: CivilDate = "2026-01-01".parse().unwrap();
    Series::new((0..).zip(values).map(|(day, value)| DayValue { day: first.plus_days(day), value }).collect()).unwrap()
}

fn percent(count: u32) -> f64 {
    100.0 * f64::from(count) / f64::from(SERIES)
}

/// The p of a trend whose variance is raised by the measured likeness of neighbours alone, `1 + 2 (1 - 1/n) r_1`: the form
/// that ADR 13 departs from.
fn p_by_one_lag(figures: &trend::TrendFigures, n: usize) -> f64 {
    let inflation = (1.0 + 2.0 * (1.0 - 1.0 / variation::number(n)) * figures.lag_1).max(1e-9);
    let variance = figures.variance * inflation;
    let z = if figures.s == 0.0 { 0.0 } else { (figures.s - figures.s.signum()) / variance.sqrt() };
    super::distribution::normal_p(z)
}

/// How often a trend is seen, in percent: as it is built, and by one lag.
fn trends(n: usize, phi: f64) -> [f64; 2] {
    let mut chance = Chance(0x5eed + n as u64);
    let mut alarms = [0, 0];
    for _ in 0..SERIES {
        let figures = trend::figures(&by_day(chance.answers(n, phi))).unwrap();
        let drifts = matches!(trend::direction(&figures, n), Drift::Up | Drift::Down);
        assert_eq!(figures.p < 0.01, drifts);
        alarms[0] += u32::from(drifts);
        alarms[1] += u32::from(p_by_one_lag(&figures, n) < 0.01);
    }
    let shown = alarms.map(percent);
    println!("trend, {n} answers, phi {phi}: {:.2} % of series (by one lag {:.2} %)", shown[0], shown[1]);
    shown
}

#[test]
fn a_trend_is_rarely_seen_in_a_quarter_without_one() {
    for phi in PHI {
        let [built, by_one_lag] = trends(90, phi);
        assert!(built <= 2.0 && built <= by_one_lag, "{built} %, {by_one_lag} % by one lag");
    }
}

#[test]
fn a_trend_is_rarely_seen_in_four_weeks_without_one() {
    for phi in PHI {
        let [built, by_one_lag] = trends(28, phi);
        // Why it is not by one lag: with four weeks that is over 2 % whatever the likeness.
        assert!(built <= 2.0 && by_one_lag > 2.0, "{built} %, {by_one_lag} % by one lag");
    }
}

#[test]
fn a_drift_that_is_there_is_seen() {
    let mut chance = Chance(0xd21f7);
    let seen = (0..200_u32).filter(|_| {
        let rising = (0..90_u32).zip(chance.answers(90, 0.3)).map(|(day, value)| (value + f64::from(day / 30)).min(4.0));
        let series = by_day(rising.collect());
        trend::direction(&trend::figures(&series).unwrap(), 90) == Drift::Up
    });
    assert!(seen.count() > 180);
}

#[test]
fn what_knows_nothing_of_each_other_rarely_goes_together() {
    for phi in PHI {
        let mut chance = Chance(0xa11);
        let mut alarms = 0;
        for _ in 0..SERIES {
            // Mood stands in three of the pairs.
            let [mood, energy, needs, own, yes, contact, limit] = std::array::from_fn(|_| by_day(chance.answers(90, phi)));
            let rows = [[mood.clone(), own], [mood.clone(), yes], [energy, needs.clone()], [mood, contact], [needs, limit]];
            let results = together::pairs(&rows);
            assert!(results.iter().all(|result| matches!(result, InsightResult::Pair { .. })), "ninety days are enough");
            alarms += u32::from(results.iter().any(|result| matches!(result, InsightResult::Pair { clear: true, .. })));
        }
        println!("together, 5 pairs of 90 days, phi {phi}: {:.2} % of series", percent(alarms));
        assert!(percent(alarms) <= 5.0);
    }
}

#[test]
fn two_times_four_weeks_rarely_differ_where_nothing_does() {
    for (n, most) in [(10, 6.0), (28, 5.0)] {
        for phi in PHI {
            let mut chance = Chance(0xc0 + n as u64);
            let (mut alarms, mut told) = (0, 0);
            for _ in 0..SERIES {
                let both = chance.answers(2 * n, phi);
                let (earlier, later) = both.split_at(n);
                let Ok(figures) = compare::figures(earlier, later).unwrap() else { continue };
                told += 1;
                alarms += u32::from(matches!(compare::direction(&figures, 4.0), Drift::Up | Drift::Down));
            }
            println!("periods, {n} answers each, phi {phi}: {:.2} % of series, {told} told", percent(alarms));
            assert!(percent(alarms) <= most);
        }
    }
}
