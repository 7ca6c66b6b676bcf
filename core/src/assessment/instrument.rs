//! The instrument: items in their fixed order, scales, keying, answer words.
//!
//! Loaded from `data/me-and-us.v1.json` and checked as a whole; a new version is a new file, and answers of one version
//! are never scored with another.

use crate::data::parsed_once;
use crate::error::{Error, Field, InvalidInput, Reason};
use serde::Deserialize;
use std::sync::OnceLock;

/// The highest answer; the lowest is 0.
pub const MAX_ANSWER: u8 = 4;

/// The eight subscales in the order of the design.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum ScaleId {
    /// External focusing: looking outward first.
    Ef,
    /// Self-sacrifice: putting oneself last.
    Ss,
    /// Emotional suppression: holding feelings in.
    Es,
    /// Interpersonal conflict and control.
    Cc,
    /// Time for oneself.
    St,
    /// Boundaries.
    Bd,
    /// Community.
    Cn,
    /// Open communication.
    Oc,
}

impl ScaleId {
    /// All eight: four patterns, then four strengths.
    pub const ALL: [Self; 8] = [Self::Ef, Self::Ss, Self::Es, Self::Cc, Self::St, Self::Bd, Self::Cn, Self::Oc];
    /// The four patterns.
    pub const PATTERNS: [Self; 4] = [Self::Ef, Self::Ss, Self::Es, Self::Cc];
    /// The four strengths.
    pub const STRENGTHS: [Self; 4] = [Self::St, Self::Bd, Self::Cn, Self::Oc];

    /// Whether the scale is one of the patterns or one of the strengths.
    pub const fn part(self) -> Part {
        match self {
            Self::Ef | Self::Ss | Self::Es | Self::Cc => Part::Pattern,
            Self::St | Self::Bd | Self::Cn | Self::Oc => Part::Strength,
        }
    }

    /// Position in [`Self::ALL`].
    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    /// The id as the data files and the catalogue write it, in lower case.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ef => "ef",
            Self::Ss => "ss",
            Self::Es => "es",
            Self::Cc => "cc",
            Self::St => "st",
            Self::Bd => "bd",
            Self::Cn => "cn",
            Self::Oc => "oc",
        }
    }
}

/// Which half of the Check a scale belongs to. The two are never netted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Something that may stand in the way.
    Pattern,
    /// Something to stand on.
    Strength,
}

/// The five kinds of boundary, in the order in which ties are broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BoundaryKind {
    /// Space, quiet, rest.
    Physical,
    /// Ideas and beliefs.
    Mental,
    /// Money and things.
    Material,
    /// Whose feelings are whose.
    Emotional,
    /// Sex and touch.
    Sexual,
}

/// One word of the answer scale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AnswerLabel {
    /// 0 to [`MAX_ANSWER`].
    pub value: u8,
    /// The word shown.
    pub label: String,
}

/// A subscale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Scale {
    /// Its id.
    pub id: ScaleId,
    /// Pattern or strength.
    pub part: Part,
    /// The name shown.
    pub title: String,
    /// Fewest answered items for a score.
    pub min_answered: usize,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Item {
    /// Stable id.
    pub id: String,
    /// The subscale it counts for.
    pub scale: ScaleId,
    /// Reverse-keyed: counts as 4 minus the answer.
    pub reversed: bool,
    /// The statement as read by a person.
    pub text: String,
    /// The kind of boundary it asks about, on the five items of [`ScaleId::Bd`].
    #[serde(default)]
    pub boundary: Option<BoundaryKind>,
}

/// An instrument as shipped.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Instrument {
    /// Stable id.
    pub id: String,
    /// Version of wording, keying and scales.
    pub version: u32,
    /// Version of the items' order.
    pub order_version: u32,
    /// Language of the texts.
    pub locale: String,
    /// The name shown.
    pub title: String,
    /// What every statement is asked under.
    pub stem: String,
    /// How far back the stem asks, in days.
    pub recall_days: u32,
    /// The answer words, lowest first.
    pub answers: Vec<AnswerLabel>,
    /// The subscales, in the order of [`ScaleId::ALL`].
    pub scales: Vec<Scale>,
    /// The statements in their fixed order.
    pub items: Vec<Item>,
    /// What the instrument is and is not.
    pub footer: String,
}

impl Instrument {
    /// The Me & Us Check that this build asks.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped file does not hold together.
    pub fn current() -> Result<&'static Self, Error> {
        static CELL: OnceLock<Option<Instrument>> = OnceLock::new();
        parsed_once(&CELL, include_str!("../../data/me-and-us.v1.json"), Self::holds_together, "me-and-us.v1.json")
    }

    /// The Check of a given version.
    ///
    /// # Errors
    /// `version`, `unknown_version`.
    pub fn of_version(version: u32) -> Result<&'static Self, Error> {
        let current = Self::current()?;
        if current.version == version { Ok(current) } else { Err(InvalidInput::new(Field::Version, Reason::UnknownVersion).into()) }
    }

    /// Position of an item in the fixed order.
    ///
    /// # Errors
    /// `item`, `unknown_item`.
    pub fn position(&self, item: &str) -> Result<usize, InvalidInput> {
        let found = self.items.iter().position(|candidate| candidate.id == item);
        found.ok_or(InvalidInput::new(Field::Item, Reason::UnknownItem))
    }

    /// The subscale's description.
    pub(crate) fn scale(&self, id: ScaleId) -> &Scale {
        &self.scales[id.index()]
    }

    /// Positions of a subscale's items.
    pub(crate) fn positions_of(&self, scale: ScaleId) -> impl Iterator<Item = usize> {
        self.items.iter().enumerate().filter(move |(_, item)| item.scale == scale).map(|(position, _)| position)
    }

    /// Every rule the file has to keep: eight scales in order, items that belong to them with unique ids, five answer
    /// words in order, a minimum that can be reached, one item for each kind of boundary.
    fn holds_together(&self) -> bool {
        let scales = self.scales.iter().map(|scale| scale.id).eq(ScaleId::ALL)
            && self.scales.iter().all(|scale| {
                let items = self.positions_of(scale.id).count();
                scale.part == scale.id.part() && (1..=items).contains(&scale.min_answered)
            });
        let answers = self.answers.iter().map(|answer| answer.value).eq(0..=MAX_ANSWER);
        let unique = self
            .items
            .iter()
            .enumerate()
            .all(|(at, item)| !item.id.is_empty() && !item.text.is_empty() && self.position(&item.id) == Ok(at));
        let boundaries = self.items.iter().all(|item| item.boundary.is_some() == (item.scale == ScaleId::Bd));
        let kinds = BOUNDARY_ORDER.iter().all(|kind| self.items.iter().filter(|item| item.boundary == Some(*kind)).count() == 1);
        self.version > 0 && scales && answers && unique && boundaries && kinds
    }
}

impl BoundaryKind {
    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Physical => "physical",
            Self::Mental => "mental",
            Self::Material => "material",
            Self::Emotional => "emotional",
            Self::Sexual => "sexual",
        }
    }
}

/// The order in which equal boundary answers are taken: BP, BM, BX, BE, BS.
pub(crate) const BOUNDARY_ORDER: [BoundaryKind; 5] =
    [BoundaryKind::Physical, BoundaryKind::Mental, BoundaryKind::Material, BoundaryKind::Emotional, BoundaryKind::Sexual];

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Instrument {
        Instrument::current().expect("holds together").clone()
    }

    #[test]
    fn the_shipped_file_is_the_check_of_the_design() {
        let check = shipped();
        assert_eq!((check.id.as_str(), check.version, check.items.len()), ("me-and-us", 1, 38));
        let counts = ScaleId::ALL.map(|scale| check.positions_of(scale).count());
        assert_eq!(counts, [6, 6, 6, 6, 3, 5, 3, 3]);
    }

    #[test]
    fn a_file_that_does_not_hold_together_is_refused() {
        let broken: [fn(&mut Instrument); 8] = [
            |check| check.version = 0,
            |check| check.scales.swap(0, 1),
            |check| check.scales[0].min_answered = 7,
            |check| check.scales[0].part = Part::Strength,
            |check| check.answers.swap(0, 1),
            |check| check.items[1].id = check.items[0].id.clone(),
            |check| check.items[3].boundary = None,
            |check| check.items[0].text.clear(),
        ];
        for (case, damage) in broken.iter().enumerate() {
            let mut check = shipped();
            damage(&mut check);
            assert!(!check.holds_together(), "case {case}");
        }
    }

    #[test]
    fn unknown_versions_and_items_are_typed_errors() {
        let unknown = Instrument::of_version(2).expect_err("no such version");
        assert!(matches!(unknown, Error::Invalid(e) if e == InvalidInput::new(Field::Version, Reason::UnknownVersion)));
        assert_eq!(shipped().position("EF9"), Err(InvalidInput::new(Field::Item, Reason::UnknownItem)));
    }
}
