//! All boundaries, and the offer of the safety page.

use super::one::{hidden, open_use};
use super::views::{BoundariesView, Boundary, KindView, UseSummary};
use crate::app::settings::Stored;
use crate::app::{Session, settings};
use crate::assessment::instrument::{BOUNDARY_ORDER, BoundaryKind};
use crate::error::{Error, Missing};
use crate::ids::{BoundaryId, BoundaryUseId};
use crate::practice::boundary::input::Rung;
use crate::practice::boundary::offer::{SafetyOffer, offer};
use crate::practice::boundary::summary::{Summary, summary};
use crate::practice::catalogue::Catalogue;
use crate::storage::boundaries::{self, Limit};
use crate::storage::boundary_uses::{self, StoredUse};
use crate::strings;
use crate::time::NowContext;
use rusqlite::Transaction;

/// Uses that were looked back on, in the list.
const SHOWN: i64 = 20;

impl Session {
    /// All boundaries.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn boundaries(&self, ctx: &NowContext) -> Result<BoundariesView, Error> {
        ctx.today()?;
        self.read(|tx| self.boundaries_view(tx))
    }

    /// Deletes a use for good, with all that was written in it. Its limit stays.
    ///
    /// # Errors
    /// As [`Session::boundary_use`].
    pub fn delete_boundary_use(&self, id: BoundaryUseId) -> Result<BoundariesView, Error> {
        self.write(|tx| {
            open_use(tx, id, settings::load(tx)?.care_mode)?;
            boundary_uses::delete(tx, id)?;
            self.boundaries_view(tx)
        })
    }

    /// Puts a limit away, or takes it out again. Its uses stay.
    ///
    /// # Errors
    /// [`Error::NotFound`], `boundary`; [`Error::Conflict`], `care_mode`, for one that does not exist in care mode;
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn put_away_boundary(&self, id: BoundaryId, away: bool) -> Result<BoundariesView, Error> {
        self.write(|tx| {
            limit(tx, id, settings::load(tx)?.care_mode)?;
            boundaries::put_away(tx, id, away)?;
            self.boundaries_view(tx)
        })
    }

    /// Puts the offer of the safety page away, until there is something new.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn dismiss_safety_offer(&self) -> Result<(), Error> {
        self.write(|tx| Ok(boundary_uses::put_offer_away(tx, settings::load(tx)?.care_mode)?))
    }

    fn boundaries_view(&self, tx: &Transaction<'_>) -> Result<BoundariesView, Error> {
        let stored = settings::load(tx)?;
        let care_mode = stored.care_mode;
        let counted = boundary_uses::counted(tx)?;
        let kinds = BOUNDARY_ORDER.into_iter().map(|kind| self.kind_view(&stored, kind, summary(kind, &counted, care_mode)));
        Ok(BoundariesView {
            kinds: kinds.collect::<Result<_, _>>()?,
            limits: limits(tx, care_mode)?,
            open: boundary_uses::open(tx, care_mode)?.into_iter().map(listed).collect(),
            done: boundary_uses::done(tx, care_mode, SHOWN)?.into_iter().map(listed).collect(),
            safety: safety_offer(tx, care_mode)?,
            rungs: rungs(care_mode),
        })
    }

    fn kind_view(&self, stored: &Stored, kind: BoundaryKind, summary: Summary) -> Result<KindView, Error> {
        let Summary { uses, said, not_said, respected, negotiated, ignored, relief, guilt } = summary;
        // As guidance has it: none in care mode, and of sex and touch by choice alone.
        let suggests = !stored.care_mode && (kind != BoundaryKind::Sexual || stored.settings.sexual_opt_in);
        let first_step = if suggests { Some(Catalogue::current()?.boundary_step(kind).to_owned()) } else { None };
        let title = strings::Catalogue::closest(&self.locale)?.text(&format!("boundary.{}", kind.key()))?.to_owned();
        Ok(KindView { kind, title, first_step, uses, said, not_said, respected, negotiated, ignored, relief, guilt })
    }
}

/// Whether the safety page is offered, and for what.
pub(in crate::app) fn safety_offer(tx: &Transaction<'_>, care_mode: bool) -> Result<Option<SafetyOffer>, Error> {
    Ok(offer(&boundary_uses::concerns(tx)?, care_mode))
}

/// To whom a limit can be said.
pub(super) fn rungs(care_mode: bool) -> Vec<Rung> {
    Rung::ALL.into_iter().filter(|rung| rung.is_open(care_mode)).collect()
}

/// The limits that exist.
pub(super) fn limits(tx: &Transaction<'_>, care_mode: bool) -> Result<Vec<Boundary>, Error> {
    let open = boundaries::all(tx)?.into_iter().filter(|limit| limit.is_open(care_mode));
    Ok(open.map(|limit| shown(limit, care_mode)).collect())
}

/// A limit that exists, also in care mode.
pub(super) fn limit(tx: &Transaction<'_>, id: BoundaryId, care_mode: bool) -> Result<Limit, Error> {
    let found = boundaries::find(tx, id)?.ok_or_else(|| Error::NotFound { kind: Missing::Boundary, id: id.to_string() })?;
    if found.is_open(care_mode) { Ok(found) } else { Err(hidden()) }
}

fn shown(limit: Limit, care_mode: bool) -> Boundary {
    let Limit { id, kind, belongs, put_away, words, uses_alone, uses } = limit;
    Boundary { id, kind, limit: words, belongs, put_away, uses: if care_mode { uses_alone } else { uses } }
}

fn listed(stored: StoredUse) -> UseSummary {
    let StoredUse { id, usage, limit } = stored;
    let (kind, words) = limit.unzip();
    UseSummary {
        id,
        state: usage.state,
        began_on: usage.began_on,
        changed_on: usage.changed_on,
        kind,
        text: words.or(usage.noticed.body),
        rung: usage.rung,
        person: usage.person,
        outcome: usage.outcome.map(|(outcome, _)| outcome),
    }
}
