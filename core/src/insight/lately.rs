//! Where a series stands now.

use super::InsightResult;
use super::lines::{SEVEN, SMOOTH_FROM, TWENTY_EIGHT, Window};
use super::series::Series;
use crate::time::CivilDate;

/// Days that the means look at.
pub const DAYS: u32 = 28;

/// The means up to today.
pub fn means(series: &Series, today: CivilDate) -> InsightResult {
    let [seven, twenty_eight] = series.means_on(today);
    if seven.is_some() || twenty_eight.is_some() {
        return InsightResult::Mean { seven, twenty_eight };
    }
    let missing = |window: Window| window.fewest.saturating_sub(series.between(window.first(today), today).n());
    InsightResult::NotEnough { needed: u32::try_from(missing(SEVEN).min(missing(TWENTY_EIGHT))).unwrap_or(u32::MAX) }
}

/// The smooth line.
pub fn smooth(series: &Series) -> InsightResult {
    match series.smooth_now() {
        Some(latest) => InsightResult::Smooth { latest },
        None => InsightResult::NotEnough { needed: u32::try_from(SMOOTH_FROM - series.n()).unwrap_or(u32::MAX) },
    }
}
