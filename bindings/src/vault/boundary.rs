//! The facade's part for boundaries.

use super::{Vault, context};
use crate::guard::guard;
use crate::{AmpersandError, BoundariesView, BoundaryId, BoundaryMove, BoundaryUseId, Noticed, NowContext, UseView};

/// Boundaries.
#[uniffi::export]
impl Vault {
    /// All boundaries, what is open, and what the uses show.
    ///
    /// Errors: as `home`.
    pub fn boundaries(&self, ctx: NowContext) -> Result<BoundariesView, AmpersandError> {
        guard(|| self.session.boundaries(&context(ctx)?).map(BoundariesView::from))
    }

    /// A use.
    ///
    /// Errors: `NotFound`, `boundary_use` · `Conflict`, `care_mode`, for one that does not exist in care mode ·
    /// `boundary_use`, `malformed_id` · as `home`.
    pub fn boundary_use(&self, ctx: NowContext, id: BoundaryUseId) -> Result<UseView, AmpersandError> {
        guard(|| self.session.boundary_use(&context(ctx)?, id.into()).map(UseView::from))
    }

    /// Begins a use: something was noticed.
    ///
    /// Errors: `body_sign`, `too_long` or `control_character` · as `home`.
    pub fn notice_boundary(&self, ctx: NowContext, noticed: Noticed) -> Result<UseView, AmpersandError> {
        guard(|| self.session.notice_boundary(&context(ctx)?, noticed.into()).map(UseView::from))
    }

    /// Makes a move; `moves` of the use says which are legal.
    ///
    /// Errors: `Conflict`, `boundary_move`, for any other · `limit` or `script`, `too_short`, `too_long` or
    /// `control_character` · `person` or `next_step`, `too_long` or `control_character` · `relief` or `guilt`,
    /// `out_of_range` · `NotFound`, `boundary` · `Conflict`, `care_mode`, for a limit or a rung that does not exist in care mode · as
    /// `boundary_use`; nothing is changed.
    pub fn move_boundary(&self, ctx: NowContext, id: BoundaryUseId, made: BoundaryMove) -> Result<UseView, AmpersandError> {
        guard(|| self.session.move_boundary(&context(ctx)?, id.into(), made.into()).map(UseView::from))
    }

    /// Deletes a use for good, with all that was written in it. Its limit stays.
    ///
    /// Errors: as `boundary_use`.
    pub fn delete_boundary_use(&self, id: BoundaryUseId) -> Result<BoundariesView, AmpersandError> {
        guard(|| self.session.delete_boundary_use(id.into()).map(BoundariesView::from))
    }

    /// Puts a limit away, or takes it out again. Its uses stay.
    ///
    /// Errors: `NotFound`, `boundary` · `Conflict`, `care_mode`, for one that does not exist in care mode · `boundary`,
    /// `malformed_id` · as `home`.
    pub fn put_away_boundary(&self, id: BoundaryId, away: bool) -> Result<BoundariesView, AmpersandError> {
        guard(|| self.session.put_away_boundary(id.into(), away).map(BoundariesView::from))
    }

    /// A line with its blanks filled in, in their order. Nothing of it is kept or sent.
    ///
    /// Errors: `script_line`, `unknown_script_line` · `fills`, `wrong_count`, `too_short`, `too_long` (80 characters) or
    /// `control_character` · `script`, `too_long` · `Conflict`, `care_mode`, for a line that does not exist in care mode.
    pub fn script_text(&self, line: String, fills: Vec<String>) -> Result<String, AmpersandError> {
        guard(|| self.session.script_text(&line, &fills))
    }

    /// Puts the offer of the safety page away, until there is something new.
    ///
    /// Errors: `Locked` · `Storage`.
    pub fn dismiss_safety_offer(&self) -> Result<(), AmpersandError> {
        guard(|| self.session.dismiss_safety_offer())
    }
}
