//! The days of the week beside each other.

use super::InsightResult;
use super::series::Series;
use super::variation::median;

/// Days that are looked at.
pub const DAYS: u32 = 90;
/// Fewest answers of a weekday.
const FEWEST: usize = 4;

/// The median of each weekday with four answers or more, Monday to Sunday. A median is one of the answers or half-way
/// between two, and one strange day does not move it.
pub fn medians(series: &Series) -> [Option<f64>; 7] {
    by_weekday(series).map(|values| if values.len() < FEWEST { None } else { median(values) })
}

/// The same as an insight: not enough while no weekday has four.
pub fn weekdays(series: &Series) -> InsightResult {
    let medians = medians(series);
    if medians.iter().any(Option::is_some) {
        return InsightResult::Weekdays { medians };
    }
    let most = by_weekday(series).iter().map(Vec::len).max().unwrap_or_default();
    InsightResult::NotEnough { needed: u32::try_from(FEWEST - most).unwrap_or_default() }
}

fn by_weekday(series: &Series) -> [Vec<f64>; 7] {
    let mut days: [Vec<f64>; 7] = Default::default();
    for point in series.points() {
        if let Some(values) = usize::try_from(point.day.weekday().iso() - 1).ok().and_then(|at| days.get_mut(at)) {
            values.push(point.value);
        }
    }
    days
}

#[cfg(test)]
#[path = "weekdays_tests.rs"]
mod tests;
