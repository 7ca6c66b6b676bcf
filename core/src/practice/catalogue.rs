//! The catalogue of practices, and what of it may be seen in care mode.

use crate::assessment::instrument::{BoundaryKind, ScaleId};
use crate::data::parsed_once;
use crate::error::{Clash, Error, Field, InvalidInput, Reason};
use serde::Deserialize;
use std::sync::OnceLock;

/// Steps that a person made of something of their own count from here on, so that the file's may grow.
pub const OWN_STEPS_FROM: u32 = 100;

const SITUATION: &str = "{situation}";
const ACTION: &str = "{action}";

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

/// A shelf of the catalogue: one of the four areas, or support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum PracticeGroup {
    /// Time for oneself.
    St,
    /// Boundaries.
    Bd,
    /// Community.
    Cn,
    /// Open communication.
    Oc,
    /// Support by a therapist; reached through cards and patterns, never ranked by need.
    Th,
}

impl PracticeGroup {
    /// All five, in the file's order.
    pub const ALL: [Self; 5] = [Self::St, Self::Bd, Self::Cn, Self::Oc, Self::Th];
}

impl From<PracticeArea> for PracticeGroup {
    fn from(area: PracticeArea) -> Self {
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
    id: PracticeGroup,
    title: String,
}

/// A practice: small steps, smallest first, and why.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Practice {
    /// Stable id.
    pub id: String,
    /// The shelf it stands on.
    pub area: PracticeGroup,
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
    plan_form: String,
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

    /// The title of a shelf; empty only if the file lacked it, which loading refuses.
    pub fn title(&self, group: impl Into<PracticeGroup>) -> &str {
        let group = group.into();
        self.areas.iter().find(|entry| entry.id == group).map_or("", |entry| &entry.title)
    }

    /// The practices of a shelf. In care mode those that need the partner do not exist.
    pub fn practices(&self, group: impl Into<PracticeGroup>, care_mode: bool) -> impl Iterator<Item = &Practice> {
        let group = group.into();
        self.practices.iter().filter(move |practice| practice.area == group && practice.is_open(care_mode))
    }

    /// A practice by its id.
    ///
    /// # Errors
    /// `practice`, `unknown_practice`; [`Error::Conflict`], `care_mode`, for one that does not exist in care mode.
    pub fn practice(&self, id: &str, care_mode: bool) -> Result<&Practice, Error> {
        let unknown = InvalidInput::new(Field::Practice, Reason::UnknownPractice);
        let found = self.known(id).ok_or(unknown)?;
        if found.is_open(care_mode) { Ok(found) } else { Err(Error::Conflict { kind: Clash::CareMode, id: String::new() }) }
    }

    /// A practice by its id, whoever may see it.
    pub fn known(&self, id: &str) -> Option<&Practice> {
        self.practices.iter().find(|practice| practice.id == id)
    }

    /// "If this, then I will do that", in one sentence.
    pub fn plan_sentence(&self, situation: &str, action: &str) -> String {
        let (before, rest) = self.plan_form.split_once(SITUATION).unwrap_or_default();
        let (between, after) = rest.split_once(ACTION).unwrap_or_default();
        [before, situation, between, action, after].concat()
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
        let titled =
            PracticeGroup::ALL.iter().all(|group| !self.title(*group).is_empty() && self.practices(*group, false).next().is_some());
        let unique = self.practices.iter().enumerate().all(|(at, practice)| {
            !practice.steps.is_empty()
                && practice.steps.len() < OWN_STEPS_FROM as usize
                && self.practices.iter().position(|other| other.id == practice.id) == Some(at)
        });
        let form = self.plan_form.split_once(SITUATION).is_some_and(|(_, rest)| rest.contains(ACTION));
        titled && unique && form
    }
}

impl Practice {
    /// Whether it exists: in care mode what needs the partner does not.
    pub const fn is_open(&self, care_mode: bool) -> bool {
        self.solo_ok || !care_mode
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

    #[test]
    fn a_practice_is_found_by_its_id_unless_care_mode_keeps_it_away() {
        let catalogue = Catalogue::current().expect("shipped");
        let told = |id, care| catalogue.practice(id, care).map(|practice| practice.title.as_str()).map_err(|error| error.to_string());
        assert_eq!(told("one-limit", false), Ok("Keep one limit"));
        assert_eq!(told("one-limit", true), Err("conflict: care_mode ".into()));
        assert_eq!(told("own-ten", true), Ok("Ten minutes of your own"));
        assert_eq!(told("no such", true), Err("invalid practice: unknown_practice".into()));
    }

    #[test]
    fn a_plan_is_one_sentence_whatever_is_in_it() {
        let catalogue = Catalogue::current().expect("shipped");
        assert_eq!(catalogue.plan_sentence("it is eight", "go for a walk"), "If it is eight, then I will go for a walk.");
        let sentence = catalogue.plan_sentence("I read {action}", "laugh");
        assert_eq!(sentence, "If I read {action}, then I will laugh.", "what was typed is not a blank");
    }
}
