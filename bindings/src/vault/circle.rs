//! The circle: the facade's part for sources and contacts.

use super::{Vault, context};
use crate::guard::guard;
use crate::{AmpersandError, CircleView, CivilDate, NowContext, SourceDraft, SourceId};

/// The circle.
#[uniffi::export]
impl Vault {
    /// The circle.
    ///
    /// Errors: as `home`.
    pub fn circle(&self, ctx: NowContext) -> Result<CircleView, AmpersandError> {
        guard(|| self.session.circle(&context(ctx)?).map(CircleView::from))
    }

    /// Saves a source: a new one, or other words for one that is there.
    ///
    /// Errors: `label`, `too_short`, `too_long` or `control_character` · `gives`, `duplicate` · `source`, `too_many` ·
    /// `NotFound`, `source` · `Conflict`, `care_mode`, for a source of the partner's kind; nothing is changed · as
    /// `home`.
    pub fn save_source(&self, ctx: NowContext, draft: SourceDraft) -> Result<CircleView, AmpersandError> {
        guard(|| self.session.save_source(&context(ctx)?, &draft.into()).map(CircleView::from))
    }

    /// Puts a source away, or back into the circle. Its contacts stay, and count.
    ///
    /// Errors: `NotFound`, `source` · `source`, `too_many`, where there is no room for it · `Conflict`, `care_mode`;
    /// nothing is changed · as `home`.
    pub fn archive_source(&self, ctx: NowContext, id: SourceId, archived: bool) -> Result<CircleView, AmpersandError> {
        guard(|| self.session.archive_source(&context(ctx)?, id.into(), archived).map(CircleView::from))
    }

    /// Notes that there was contact with a source on a day: today, or up to 27 days back. One a day.
    ///
    /// Errors: `date`, `out_of_range` or `too_late` · `NotFound`, `source` · `Conflict`, `source_archived` or
    /// `care_mode`; nothing is changed · as `home`.
    pub fn log_contact(&self, ctx: NowContext, source: SourceId, day: CivilDate) -> Result<CircleView, AmpersandError> {
        guard(|| self.session.log_contact(&context(ctx)?, source.into(), day.into()).map(CircleView::from))
    }

    /// Takes back that there was contact on a day. Where none was noted, nothing happens.
    ///
    /// Errors: as `log_contact`, but that a source may be put away.
    pub fn undo_contact(&self, ctx: NowContext, source: SourceId, day: CivilDate) -> Result<CircleView, AmpersandError> {
        guard(|| self.session.undo_contact(&context(ctx)?, source.into(), day.into()).map(CircleView::from))
    }
}
