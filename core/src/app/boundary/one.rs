//! A use, and the moves it makes.

use super::lists::{limit, limits, rungs, safety_offer};
use super::views::{ScriptLineView, UseView};
use crate::app::{Session, settings};
use crate::error::{Clash, Error, Missing};
use crate::ids::{BoundaryId, BoundaryUseId};
use crate::practice::boundary::input::{BoundaryMove, Noticed};
use crate::practice::boundary::machine::{IllegalMove, moves, step};
use crate::practice::boundary::script::Scripts;
use crate::practice::boundary::usage::Usage;
use crate::storage::boundaries;
use crate::storage::boundary_uses::{self, StoredUse};
use crate::time::NowContext;
use rusqlite::Transaction;

impl Session {
    /// A use.
    ///
    /// # Errors
    /// [`Error::NotFound`], `boundary_use`; [`Error::Conflict`], `care_mode`, for one that does not exist in care mode;
    /// `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn boundary_use(&self, ctx: &NowContext, id: BoundaryUseId) -> Result<UseView, Error> {
        ctx.today()?;
        self.read(|tx| view(tx, id))
    }

    /// Begins a use: something was noticed.
    ///
    /// # Errors
    /// As [`Noticed::kept`]; `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn notice_boundary(&self, ctx: &NowContext, noticed: Noticed) -> Result<UseView, Error> {
        let usage = Usage::noticed(noticed.kept()?, ctx.today()?);
        let id = self.drawn(|entropy| BoundaryUseId::new(ctx.now, entropy))?;
        self.write(|tx| {
            boundary_uses::insert(tx, id, &usage, ctx.now.millis())?;
            view(tx, id)
        })
    }

    /// Makes a move. An illegal one changes nothing.
    ///
    /// # Errors
    /// [`Error::Conflict`], `boundary_move`; as [`BoundaryMove::kept`]; [`Error::NotFound`], `boundary`;
    /// [`Error::Conflict`], `care_mode`, for a limit or a rung that does not exist in care mode; as [`Self::boundary_use`].
    pub fn move_boundary(&self, ctx: &NowContext, id: BoundaryUseId, made: BoundaryMove) -> Result<UseView, Error> {
        let today = ctx.today()?;
        let made = made.kept()?;
        let fresh = self.drawn(|entropy| BoundaryId::new(ctx.now, entropy))?;
        let illegal = |_: IllegalMove| Error::Conflict { kind: Clash::BoundaryMove, id: id.to_string() };
        self.write(|tx| {
            let care_mode = settings::load(tx)?.care_mode;
            let StoredUse { usage, .. } = open_use(tx, id, care_mode)?;
            step(usage.state, made.step()).map_err(illegal)?;
            let limit = match &made {
                BoundaryMove::NameLimit { kind, limit, belongs } => {
                    boundaries::insert(tx, fresh, *kind, *belongs, limit, ctx.now.millis())?;
                    Some(fresh)
                }
                BoundaryMove::UseLimit { boundary } => Some(limit(tx, *boundary, care_mode)?.id),
                BoundaryMove::ReadyScript { rung, .. } if !rung.is_open(care_mode) => return Err(hidden()),
                _ => None,
            };
            boundary_uses::rewrite(tx, id, &usage.after(made, limit, today).map_err(illegal)?)?;
            view(tx, id)
        })
    }

    /// A line with its blanks filled in. Nothing of it is kept.
    ///
    /// # Errors
    /// As [`Scripts::filled`]; [`Error::Locked`], [`Error::Storage`].
    pub fn script_text(&self, line: &str, fills: &[String]) -> Result<String, Error> {
        let care_mode = self.read(settings::load)?.care_mode;
        Scripts::current()?.filled(line, fills, care_mode)
    }
}

/// A use that exists, also in care mode.
pub(super) fn open_use(tx: &Transaction<'_>, id: BoundaryUseId, care_mode: bool) -> Result<StoredUse, Error> {
    let missing = || Error::NotFound { kind: Missing::BoundaryUse, id: id.to_string() };
    let found = boundary_uses::find(tx, id)?.ok_or_else(missing)?;
    if found.usage.is_open(care_mode) { Ok(found) } else { Err(hidden()) }
}

/// It is there, and not in care mode.
pub(super) const fn hidden() -> Error {
    Error::Conflict { kind: Clash::CareMode, id: String::new() }
}

fn view(tx: &Transaction<'_>, id: BoundaryUseId) -> Result<UseView, Error> {
    let care_mode = settings::load(tx)?.care_mode;
    let StoredUse { id, usage, limit: _ } = open_use(tx, id, care_mode)?;
    let limits = limits(tx, care_mode)?;
    let Usage { state, began_on, changed_on, noticed, boundary, script, rung, person, outcome, relief, guilt, afraid, next_step } = usage;
    let Noticed { body, sign, fits_values } = noticed;
    let lines = Scripts::current()?.lines(care_mode);
    Ok(UseView {
        id,
        state,
        began_on,
        changed_on,
        body,
        sign,
        fits_values,
        // Of a damaged file the limit may be lost; the use is not.
        boundary: boundary.and_then(|id| limits.iter().find(|limit| limit.id == id).cloned()),
        script,
        rung,
        person,
        outcome: outcome.map(|(outcome, _)| outcome),
        relief: relief.map(i32::from),
        guilt: guilt.map(i32::from),
        afraid,
        next_step,
        moves: moves(state),
        limits: limits.into_iter().filter(|limit| !limit.put_away).collect(),
        script_lines: lines
            .map(|line| ScriptLineView { id: line.id.clone(), text: line.text.clone(), blanks: line.blanks.clone() })
            .collect(),
        rungs: rungs(care_mode),
        safety: safety_offer(tx, care_mode)?,
    })
}
