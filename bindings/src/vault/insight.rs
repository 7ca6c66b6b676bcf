//! Insights: the facade's part for what the weeks show.

use super::{Vault, context};
use crate::guard::guard;
use crate::{AmpersandError, InsightRange, InsightsView, NowContext, SeriesId, SeriesView};

/// What the weeks show.
#[uniffi::export]
impl Vault {
    /// Every insight, worked out now.
    ///
    /// Errors: as `home`.
    pub fn insights(&self, ctx: NowContext) -> Result<InsightsView, AmpersandError> {
        guard(|| self.session.insights(&context(ctx)?).map(InsightsView::from))
    }

    /// A series as a chart, a table and a sentence.
    ///
    /// Errors: as `home`.
    pub fn insight_series(&self, ctx: NowContext, series: SeriesId, range: InsightRange) -> Result<SeriesView, AmpersandError> {
        guard(|| self.session.insight_series(&context(ctx)?, series.into(), range.into()).map(SeriesView::from))
    }

    /// Wants insights, or not: then there are none, and none is offered.
    ///
    /// Errors: as `home`.
    pub fn set_insights(&self, ctx: NowContext, on: bool) -> Result<InsightsView, AmpersandError> {
        guard(|| self.session.set_insights(&context(ctx)?, on).map(InsightsView::from))
    }

    /// The offered insight was looked at, or put away: it is not offered any more. Of another one nothing changes.
    ///
    /// Errors: `NotFound`, `insight`, for an id that no insight has.
    pub fn insight_seen(&self, id: String) -> Result<(), AmpersandError> {
        guard(|| self.session.insight_seen(&id))
    }
}
