//! What to practise: areas ranked by need, the kind of boundary to start with, and cards.
//!
//! Weights are in `data/psychometrics.v1.json`. Every need keeps the parts it was made of, so that "why this?" can be
//! answered with its own numbers. In care mode whatever faces the partner is absent.

use super::answers::Answers;
use super::instrument::{BOUNDARY_ORDER, BoundaryKind, Instrument, ScaleId};
use super::psychometrics::{Psychometrics, Weights};
use super::score::{Scores, TotalId};
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::practice::catalogue::PracticeArea;

const MAX_SCORE: f64 = 100.0;
/// Answers up to this one on money or on sex and touch bring the card with safe lines.
const SAFETY_LINES_AT_MOST: u8 = 1;
/// Answers from this one on, on checking and pushing, bring their card.
const CHECKING_FROM: u8 = 3;

/// One scale's part in a need.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NeedPart {
    /// The scale.
    pub scale: ScaleId,
    /// Its score, 0 to 100.
    pub score: f64,
    /// Its weight among the scales that have a score; the weights of a need sum to 1. A strength counts by what is
    /// missing to 100.
    pub weight: f64,
    /// What it adds to the need, in points.
    pub points: f64,
}

/// How much an area calls for practice.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaNeed {
    /// The area.
    pub area: PracticeArea,
    /// 0 to 100.
    pub need: f64,
    /// What it was made of.
    pub parts: Vec<NeedPart>,
}

/// A card beside the ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardKind {
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

/// What guidance is told beside the answers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Circumstances {
    /// Care mode.
    pub solo_mode: bool,
    /// The person knows the pattern from past relationships.
    pub also_in_past: bool,
    /// Whether the boundary of sex and touch may be suggested.
    pub sexual_opt_in: bool,
    /// Mean of the patterns of the previous valid run, 0 to 100, if it had three at least.
    pub earlier_pattern: Option<f64>,
}

/// What to practise.
#[derive(Debug, Clone, PartialEq)]
pub struct Guidance {
    /// Areas with a need, highest first.
    pub ranking: Vec<AreaNeed>,
    /// Areas too close to call, in ranking order: the person picks.
    pub choose_between: Vec<PracticeArea>,
    /// The kind of boundary to start with.
    pub boundary_kind: Option<BoundaryKind>,
    /// Cards in the order of the design.
    pub cards: Vec<CardKind>,
}

/// Suggests what to practise after a run.
///
/// # Errors
/// `earlier_pattern`, `out_of_range`: not a number from 0 to 100. [`Error::Internal`] when the shipped constants do not
/// hold together.
pub fn suggest(instrument: &Instrument, answers: &Answers, scores: &Scores, given: Circumstances) -> Result<Guidance, Error> {
    if given.earlier_pattern.is_some_and(|mean| !(0.0..=MAX_SCORE).contains(&mean)) {
        return Err(InvalidInput::new(Field::EarlierPattern, Reason::OutOfRange).into());
    }
    let constants = Psychometrics::current()?;
    let ranking = rank(constants, scores, given.solo_mode);
    let choose_between = tied(constants, &ranking);
    let boundary_kind = boundary(constants, instrument, answers, given);
    let cards = cards(constants, instrument, answers, scores, given);
    Ok(Guidance { ranking, choose_between, boundary_kind, cards })
}

fn rank(constants: &Psychometrics, scores: &Scores, solo_mode: bool) -> Vec<AreaNeed> {
    let areas = PracticeArea::ALL.into_iter().filter(|area| !(solo_mode && *area == PracticeArea::Oc));
    let mut ranking: Vec<AreaNeed> = areas.filter_map(|area| need(weights(constants, area), scores, area)).collect();
    // A stable sort: equal needs keep the order ST, BD, CN, OC.
    ranking.sort_by(|a, b| b.need.total_cmp(&a.need));
    ranking
}

fn weights(constants: &Psychometrics, area: PracticeArea) -> &Weights {
    let need = &constants.guidance.need;
    match area {
        PracticeArea::St => &need.st,
        PracticeArea::Bd => &need.bd,
        PracticeArea::Cn => &need.cn,
        PracticeArea::Oc => &need.oc,
    }
}

/// Weighted mean: a positive weight takes the score, a negative one what is missing to 100. Missing scales are left out
/// and the other weights renormalised; none left, no need.
fn need(weights: &Weights, scores: &Scores, area: PracticeArea) -> Option<AreaNeed> {
    let known = weights.0.iter().filter_map(|(scale, weight)| scores.estimate(*scale).map(|estimate| (*scale, *weight, estimate.score)));
    let known: Vec<(ScaleId, f64, f64)> = known.collect();
    let total: f64 = known.iter().map(|(_, weight, _)| weight.abs()).sum();
    if known.is_empty() {
        return None;
    }
    let counted = |weight: f64, score: f64| if weight > 0.0 { score } else { MAX_SCORE - score };
    let need = known.iter().map(|(_, weight, score)| weight.abs() * counted(*weight, *score)).sum::<f64>() / total;
    let part = |(scale, weight, score): (ScaleId, f64, f64)| {
        let share = weight.abs() / total;
        NeedPart { scale, score, weight: share, points: share * counted(weight, score) }
    };
    Some(AreaNeed { area, need, parts: known.into_iter().map(part).collect() })
}

/// Areas with enough need, within about one standard error of the first.
fn tied(constants: &Psychometrics, ranking: &[AreaNeed]) -> Vec<PracticeArea> {
    let Some(first) = ranking.first() else { return Vec::new() };
    let close = |area: &&AreaNeed| area.need >= constants.guidance.floor && first.need - area.need <= constants.guidance.tie_points;
    ranking.iter().filter(close).map(|area| area.area).collect()
}

/// The lowest raw answer among the boundary items, if it is low enough.
fn boundary(constants: &Psychometrics, instrument: &Instrument, answers: &Answers, given: Circumstances) -> Option<BoundaryKind> {
    if given.solo_mode {
        return None;
    }
    let asked = BOUNDARY_ORDER.into_iter().filter(|kind| *kind != BoundaryKind::Sexual || given.sexual_opt_in);
    let answered = asked.filter_map(|kind| boundary_answer(instrument, answers, kind).map(|raw| (raw, kind)));
    let (lowest, kind) = answered.min_by_key(|(raw, _)| *raw)?;
    (lowest <= constants.guidance.boundary_at_most).then_some(kind)
}

fn boundary_answer(instrument: &Instrument, answers: &Answers, kind: BoundaryKind) -> Option<u8> {
    let position = instrument.items.iter().position(|item| item.boundary == Some(kind))?;
    answers.value(position)
}

fn cards(constants: &Psychometrics, instrument: &Instrument, answers: &Answers, scores: &Scores, given: Circumstances) -> Vec<CardKind> {
    let [low, high] = constants.cuts;
    let raw = |item: &str| instrument.position(item).ok().and_then(|position| answers.value(position));
    let little_say = [BoundaryKind::Sexual, BoundaryKind::Material]
        .iter()
        .any(|kind| boundary_answer(instrument, answers, *kind).is_some_and(|raw| raw <= SAFETY_LINES_AT_MOST));
    let checking = ["CC2", "CC3"].iter().any(|item| raw(item).is_some_and(|raw| raw >= CHECKING_FROM));
    let persists = [scores.mean_of_patterns(), given.earlier_pattern].iter().all(|mean| mean.is_some_and(|mean| mean >= high));
    let inward = [ScaleId::Ef, ScaleId::Ss, ScaleId::Es];
    let all_inward_high = inward.iter().all(|scale| scores.estimate(*scale).is_some_and(|estimate| estimate.score >= high));
    let patterns_low = ScaleId::PATTERNS.iter().all(|scale| scores.estimate(*scale).is_some_and(|estimate| estimate.score < low));
    let strong =
        scores.totals.iter().any(|total| total.total == TotalId::Strength && total.estimate.is_some_and(|estimate| estimate.score >= high));

    let therapy = if given.also_in_past || persists {
        Some(if given.solo_mode { CardKind::TherapyIndividual } else { CardKind::TherapyIndividualOrCouple })
    } else {
        all_inward_high.then_some(CardKind::FirstSession)
    };
    let mut cards = Vec::new();
    cards.extend(little_say.then_some(CardKind::SafetyLines));
    cards.extend((checking && !given.solo_mode).then_some(CardKind::CheckingAndPushing));
    cards.extend(therapy);
    cards.extend((strong && patterns_low).then_some(CardKind::KeepAndDeepen));
    cards
}

#[cfg(test)]
#[path = "guidance_tests.rs"]
mod tests;
