//! Every practice, on shelves by need.

use super::one::{actives, open};
use super::views::{PracticeAreaView, PracticeCard, PracticesView, WhyPart, WhySuggested};
use crate::app::result::{self, BoundarySuggestion};
use crate::app::settings::Stored;
use crate::app::{Session, history, settings};
use crate::assessment::guidance::{Guidance, NeedPart};
use crate::assessment::instrument::Instrument;
use crate::error::Error;
use crate::practice::active::MOST_ACTIVE;
use crate::practice::catalogue::{Catalogue, Practice, PracticeGroup};
use crate::practice::learn::Learn;
use crate::storage::practices;
use crate::time::{CivilDate, NowContext};
use rusqlite::Transaction;

impl Session {
    /// Every practice, on shelves by the need of the last Check that counts, else in the file's order; and what is active.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn practices(&self, ctx: &NowContext) -> Result<PracticesView, Error> {
        let today = ctx.today()?;
        self.read(|tx| {
            let stored = settings::load(tx)?;
            let (catalogue, learn) = (Catalogue::current()?, Learn::current()?);
            let needs = Needs::load(tx, &stored)?;
            let marks = practices::marks(tx)?;
            let running = open(catalogue, practices::active(tx)?, stored.care_mode);
            let card = |practice: &Practice| {
                let active = running.iter().any(|(it, _)| it.id == practice.id);
                PracticeCard {
                    id: practice.id.clone(),
                    title: practice.title.clone(),
                    why: practice.why.clone(),
                    first_step: practice.steps.first().cloned().unwrap_or_default(),
                    active,
                    lifted: learn.leading_to(&practice.id, &marks).next().is_some(),
                    suggested: !active && needs.as_ref().is_some_and(|needs| needs.points_to(practice.area)),
                }
            };
            let filled = |area: PracticeGroup| {
                let mut practices: Vec<PracticeCard> = catalogue.practices(area, stored.care_mode).map(card).collect();
                // A stable sort: the others keep the file's order.
                practices.sort_by_key(|card| !card.lifted);
                PracticeAreaView { area, title: catalogue.title(area).to_owned(), practices }
            };
            let order = needs.as_ref().map_or_else(|| PracticeGroup::ALL.to_vec(), Needs::order);
            let lifting = |because: WhySuggested| {
                let of_area = catalogue.practices(because.area, stored.care_mode);
                let patterns = of_area.flat_map(|practice| learn.leading_to(&practice.id, &marks).map(|pattern| &pattern.title));
                let mut lifted_by: Vec<String> = Vec::new();
                for title in patterns {
                    if !lifted_by.contains(title) {
                        lifted_by.push(title.clone());
                    }
                }
                WhySuggested { lifted_by, ..because }
            };
            Ok(PracticesView {
                areas: order.iter().copied().map(filled).filter(|area| !area.practices.is_empty()).collect(),
                active: actives(tx, today, stored.care_mode)?,
                most_active: u32::try_from(MOST_ACTIVE).unwrap_or_default(),
                may_begin: running.len() < MOST_ACTIVE,
                choose_between: needs
                    .as_ref()
                    .map(|needs| needs.guidance.choose_between.iter().map(|it| (*it).into()).collect())
                    .unwrap_or_default(),
                because: needs.as_ref().and_then(|needs| needs.why(*order.first()?)).map(lifting),
            })
        })
    }
}

/// What the last Check that counts says, of the chosen context.
pub(super) struct Needs {
    instrument: &'static Instrument,
    day: CivilDate,
    guidance: Guidance,
}

impl Needs {
    /// None before there is one, and before the safety page was answered: it comes before the first advice.
    pub(super) fn load(tx: &Transaction<'_>, stored: &Stored) -> Result<Option<Self>, Error> {
        if !stored.safety_answered {
            return Ok(None);
        }
        let instrument = Instrument::current()?;
        let Some((runs, at, answers)) = history::last_valid(tx, instrument, stored.settings.partner_context)? else { return Ok(None) };
        Ok(Some(Self { instrument, day: runs[at].day, guidance: result::guidance(instrument, stored, &runs, at, &answers)? }))
    }

    /// The shelves by need; those without one keep the file's order, after the others.
    fn order(&self) -> Vec<PracticeGroup> {
        let ranked = self.guidance.ranking.iter().map(|need| PracticeGroup::from(need.area));
        let mut order: Vec<PracticeGroup> = ranked.collect();
        for group in PracticeGroup::ALL {
            if !order.contains(&group) {
                order.push(group);
            }
        }
        order
    }

    /// Whether there is need enough on this shelf to begin there.
    fn points_to(&self, group: PracticeGroup) -> bool {
        self.guidance.choose_between.iter().any(|area| PracticeGroup::from(*area) == group)
    }

    /// "Why this?" of a shelf that has a need.
    pub(super) fn why(&self, group: PracticeGroup) -> Option<WhySuggested> {
        let need = self.guidance.ranking.iter().find(|need| PracticeGroup::from(need.area) == group)?;
        let part = |NeedPart { scale, score, weight, points }: &NeedPart| WhyPart {
            scale: *scale,
            title: self.instrument.scale(*scale).title.clone(),
            score: *score,
            weight: *weight,
            points: *points,
        };
        let boundary = self.guidance.boundary_kind.filter(|_| group == PracticeGroup::Bd);
        let boundary = boundary.zip(Catalogue::current().ok());
        Some(WhySuggested {
            run_day: Some(self.day),
            area: group,
            need: Some(need.need),
            parts: need.parts.iter().map(part).collect(),
            boundary: boundary.map(|(kind, catalogue)| BoundarySuggestion { kind, first_step: catalogue.boundary_step(kind) }),
            lifted_by: Vec::new(),
        })
    }
}
