//! What to practise.

use crate::{CheckAnswers, ScaleId, list, mirrored};
use ampersand_core::assessment::guidance as core_guidance;
use ampersand_core::assessment::instrument as core_instrument;
use ampersand_core::practice::catalogue as core_catalogue;

mirrored! {
    /// The four areas of practice.
    PracticeArea = core_catalogue::PracticeArea {
        /// Time for yourself.
        St,
        /// Boundaries.
        Bd,
        /// Community.
        Cn,
        /// Open talk.
        Oc,
    }
}

mirrored! {
    /// The five kinds of boundary.
    BoundaryKind = core_instrument::BoundaryKind {
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
}

mirrored! {
    /// A card beside the ranking.
    CardKind = core_guidance::CardKind {
        /// Help lines, for little say over money or touch.
        SafetyLines,
        /// Checking on the partner and pushing.
        CheckingAndPushing,
        /// A therapist, for oneself.
        TherapyIndividual,
        /// A therapist, for oneself or as a couple.
        TherapyIndividualOrCouple,
        /// What a first session is like.
        FirstSession,
        /// Keep what is strong.
        KeepAndDeepen,
    }
}

/// One scale's part in a need.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct NeedPart {
    /// The scale.
    pub scale: ScaleId,
    /// Its score, 0 to 100.
    pub score: f64,
    /// Its weight among the scales that have a score; they sum to 1. A strength counts by what is missing to 100.
    pub weight: f64,
    /// What it adds to the need, in points.
    pub points: f64,
}

impl From<core_guidance::NeedPart> for NeedPart {
    fn from(core_guidance::NeedPart { scale, score, weight, points }: core_guidance::NeedPart) -> Self {
        Self { scale: scale.into(), score, weight, points }
    }
}

/// How much an area calls for practice.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct AreaNeed {
    /// The area.
    pub area: PracticeArea,
    /// 0 to 100.
    pub need: f64,
    /// What it was made of.
    pub parts: Vec<NeedPart>,
}

impl From<core_guidance::AreaNeed> for AreaNeed {
    fn from(core_guidance::AreaNeed { area, need, parts }: core_guidance::AreaNeed) -> Self {
        Self { area: area.into(), need, parts: list(parts) }
    }
}

/// What guidance is made from.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct GuidanceInput {
    /// The answers.
    pub answers: CheckAnswers,
    /// Care mode.
    pub solo_mode: bool,
    /// The pattern is known from past relationships too.
    pub also_in_past: bool,
    /// Whether the boundary of sex and touch may be suggested.
    pub sexual_opt_in: bool,
    /// Mean of the patterns of the previous valid run, 0 to 100, if it had three at least.
    pub earlier_pattern: Option<f64>,
}

/// What to practise.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Guidance {
    /// Areas with a need, highest first.
    pub ranking: Vec<AreaNeed>,
    /// Areas too close to call: the person picks.
    pub choose_between: Vec<PracticeArea>,
    /// The kind of boundary to start with.
    pub boundary_kind: Option<BoundaryKind>,
    /// Cards in order.
    pub cards: Vec<CardKind>,
}

impl From<core_guidance::Guidance> for Guidance {
    fn from(guidance: core_guidance::Guidance) -> Self {
        let core_guidance::Guidance { ranking, choose_between, boundary_kind, cards } = guidance;
        Self {
            ranking: list(ranking),
            choose_between: list(choose_between),
            boundary_kind: boundary_kind.map(Into::into),
            cards: list(cards),
        }
    }
}
