//! "12 of the last 28 days." A day without an answer is not counted, and not counted against anybody.

use super::InsightResult;
use super::series::Series;
use crate::time::CivilDate;

/// Days that are looked at.
pub const DAYS: u32 = 28;

/// On how many of the last 28 days a series was above 0: a yes, a day on which it happened at all.
pub fn above_zero(series: &Series, today: CivilDate) -> InsightResult {
    of(series, today, |value| value > 0.0)
}

/// On how many of the last 28 days there was an answer.
pub fn answered(series: &Series, today: CivilDate) -> InsightResult {
    of(series, today, |_| true)
}

fn of(series: &Series, today: CivilDate, holds: impl Fn(f64) -> bool) -> InsightResult {
    let looked_at = series.between(today.minus_days(DAYS - 1), today);
    if looked_at.n() == 0 {
        return InsightResult::NotEnough { needed: 1 };
    }
    let days = looked_at.points().iter().filter(|point| holds(point.value)).count();
    InsightResult::Count { days: u32::try_from(days).unwrap_or(DAYS), of: DAYS }
}

#[cfg(test)]
#[path = "counts_tests.rs"]
mod tests;
