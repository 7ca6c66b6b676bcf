//! The catalogue of practices, and what of it may be seen in care mode.

use crate::assessment::instrument::{BoundaryKind, ScaleId};
use crate::data::parsed_once;
use crate::error::Error;
use serde::Deserialize;
use std::sync::OnceLock;

/// One of the four areas of practice; the order is the one in which equal needs are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PracticeArea {
    /// Time for oneself.
    St,
    /// Boundaries.
    Bd,
    /// Community.
    Cn,
    /// Open communication.
    Oc,
}

impl PracticeArea {
    /// All four, in order.
    pub const ALL: [Self; 4] = [Self::St, Self::Bd, Self::Cn, Self::Oc];

    /// The strength that the area trains.
    pub const fn strength(self) -> ScaleId {
        match self {
            Self::St => ScaleId::St,
            Self::Bd => ScaleId::Bd,
            Self::Cn => ScaleId::Cn,
            Self::Oc => ScaleId::Oc,
        }
    }
}

/// The file's areas: the four, and support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum AreaKey {
    St,
    Bd,
    Cn,
    Oc,
    /// Support by a therapist; reached through cards, never ranked.
    Th,
}

impl AreaKey {
    const fn of(area: PracticeArea) -> Self {
        match area {
            PracticeArea::St => Self::St,
            PracticeArea::Bd => Self::Bd,
            PracticeArea::Cn => Self::Cn,
            PracticeArea::Oc => Self::Oc,
        }
    }
}

#[derive(Debug, Deserialize)]
struct Area {
    id: AreaKey,
    title: String,
}

/// A practice: small steps, smallest first, and why.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Practice {
    /// Stable id.
    pub id: String,
    area: AreaKey,
    /// The name shown.
    pub title: String,
    /// Why it may help.
    pub why: String,
    /// Steps, smallest first.
    pub steps: Vec<String>,
    solo_ok: bool,
}

#[derive(Debug, Deserialize)]
struct BoundarySteps {
    physical: String,
    mental: String,
    material: String,
    emotional: String,
    sexual: String,
}

/// The practices as shipped.
#[derive(Debug, Deserialize)]
pub struct Catalogue {
    areas: Vec<Area>,
    practices: Vec<Practice>,
    boundary_steps: BoundarySteps,
}

impl Catalogue {
    /// The catalogue that this build ships.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped file does not hold together.
    pub fn current() -> Result<&'static Self, Error> {
        static CELL: OnceLock<Option<Catalogue>> = OnceLock::new();
        let json = include_str!("../../data/practices.v1.json");
        parsed_once(&CELL, json, Self::holds_together, "practices.v1.json")
    }

    /// The area's title; empty only if the file lacked it, which loading refuses.
    pub fn title(&self, area: PracticeArea) -> &str {
        self.areas.iter().find(|entry| entry.id == AreaKey::of(area)).map_or("", |entry| &entry.title)
    }

    /// The area's practices. In care mode those that need the partner do not exist.
    pub fn practices(&self, area: PracticeArea, care_mode: bool) -> impl Iterator<Item = &Practice> {
        self.practices.iter().filter(move |practice| practice.area == AreaKey::of(area) && (practice.solo_ok || !care_mode))
    }

    /// The first small step for a kind of boundary.
    pub fn boundary_step(&self, kind: BoundaryKind) -> &str {
        let steps = &self.boundary_steps;
        match kind {
            BoundaryKind::Physical => &steps.physical,
            BoundaryKind::Mental => &steps.mental,
            BoundaryKind::Material => &steps.material,
            BoundaryKind::Emotional => &steps.emotional,
            BoundaryKind::Sexual => &steps.sexual,
        }
    }

    fn holds_together(&self) -> bool {
        let titled = PracticeArea::ALL.iter().all(|area| !self.title(*area).is_empty() && self.practices(*area, false).next().is_some());
        let unique = self.practices.iter().enumerate().all(|(at, practice)| {
            !practice.steps.is_empty() && self.practices.iter().position(|other| other.id == practice.id) == Some(at)
        });
        titled && unique
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn care_mode_leaves_out_what_needs_the_partner() {
        let catalogue = Catalogue::current().expect("shipped");
        let ids = |area, care| catalogue.practices(area, care).map(|practice| practice.id.as_str()).collect::<Vec<_>>();
        assert!(ids(PracticeArea::Bd, false).contains(&"one-limit"));
        assert_eq!(ids(PracticeArea::Bd, true), ["body-scan", "pause-line", "yes-no-list"]);
        assert_eq!(ids(PracticeArea::Oc, true), ["own-part"]);
    }
}
