//! `scoring`, `change` and `guidance` of given answers.

use super::Outcome;
use ampersand_core::assessment::answers::{Answers, ItemAnswer};
use ampersand_core::assessment::change::{Change, Claim, compare};
use ampersand_core::assessment::guidance::{CardKind, Circumstances, suggest};
use ampersand_core::assessment::instrument::{BoundaryKind, Instrument, ScaleId};
use ampersand_core::assessment::quality::QualityFlag;
use ampersand_core::assessment::score::{Estimate, Level, Scores, TotalId, score};
use ampersand_core::error::Error;
use ampersand_core::practice::catalogue::PracticeArea;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

type Given = BTreeMap<String, Option<i32>>;

#[derive(Deserialize)]
struct Scoring {
    answers: Given,
    #[serde(default)]
    ms: BTreeMap<String, Option<i64>>,
    #[serde(default)]
    retest: bool,
}

#[derive(Deserialize)]
struct Comparing {
    baseline: Given,
    later: Vec<Given>,
}

#[derive(Deserialize)]
struct Guiding {
    answers: Given,
    solo_mode: bool,
    also_in_past: bool,
    sexual_opt_in: bool,
    earlier_pattern: Option<f64>,
}

fn read<'de, T: Deserialize<'de>>(input: &'de Value) -> Result<T, String> {
    T::deserialize(input).map_err(|error| error.to_string())
}

fn said<T>(answer: Result<T, Error>) -> Result<T, String> {
    answer.map_err(|error| error.to_string())
}

fn collect(given: &Given, ms: &BTreeMap<String, Option<i64>>) -> Result<(&'static Instrument, Answers), Error> {
    let instrument = Instrument::current()?;
    let items = given.iter().map(|(item, value)| ItemAnswer { item: item.clone(), value: *value, ms: ms.get(item).copied().flatten() });
    Ok((instrument, Answers::collect(instrument, &items.collect::<Vec<_>>())?))
}

fn scored(given: &Given, ms: &BTreeMap<String, Option<i64>>, retest: bool) -> Result<Scores, Error> {
    let (instrument, answers) = collect(given, ms)?;
    score(instrument, &answers, retest)
}

pub(super) fn scoring(input: &Value) -> Outcome {
    let input: Scoring = read(input)?;
    let Scores { scales, totals, quality } = said(scored(&input.answers, &input.ms, input.retest))?;
    let scales: Map<String, Value> = scales
        .iter()
        .map(|scale| {
            let mut shown = scale.estimate.map_or(Value::Null, estimate);
            if let Some(shown) = shown.as_object_mut() {
                shown.insert("answered".into(), scale.answered.into());
                shown.insert("of".into(), scale.of.into());
            }
            (scale_name(scale.scale), shown)
        })
        .collect();
    let totals: Map<String, Value> =
        totals.iter().map(|total| (total_name(total.total).into(), total.estimate.map_or(Value::Null, estimate))).collect();
    let flags: Vec<&str> = quality.flags.iter().map(|flag| flag_name(*flag)).collect();
    Ok(json!({"scales": scales, "totals": totals, "quality": {"flags": flags, "low_confidence": quality.low_confidence}}))
}

pub(super) fn change(input: &Value) -> Outcome {
    let input: Comparing = read(input)?;
    let none = BTreeMap::new();
    let baseline = said(scored(&input.baseline, &none, false))?;
    let later = input.later.iter().map(|given| said(scored(given, &none, true))).collect::<Result<Vec<_>, _>>()?;
    let changes = said(compare(&baseline, &later.iter().collect::<Vec<_>>()))?.ok_or("no later run")?;
    let scales = ScaleId::ALL.iter().map(|scale| scale_name(*scale)).zip(&changes.scales);
    let totals = TotalId::ALL.iter().map(|total| total_name(*total).to_owned()).zip(&changes.totals);
    Ok(scales.chain(totals).map(|(name, change)| (name, claimed(change))).collect::<Map<_, _>>().into())
}

pub(super) fn guidance(input: &Value) -> Outcome {
    let Guiding { answers, solo_mode, also_in_past, sexual_opt_in, earlier_pattern } = read(input)?;
    let (instrument, answers) = said(collect(&answers, &BTreeMap::new()))?;
    let scores = said(score(instrument, &answers, false))?;
    let circumstances = Circumstances { solo_mode, also_in_past, sexual_opt_in, earlier_pattern };
    let guidance = said(suggest(instrument, &answers, &scores, circumstances))?;
    let needs: Map<String, Value> = guidance.ranking.iter().map(|area| (area_name(area.area), area.need.into())).collect();
    Ok(json!({
        "needs": needs,
        "ranking": guidance.ranking.iter().map(|area| area_name(area.area)).collect::<Vec<_>>(),
        "choose_between": guidance.choose_between.iter().map(|area| area_name(*area)).collect::<Vec<_>>(),
        "boundary_kind": guidance.boundary_kind.map(kind_name),
        "cards": guidance.cards.iter().map(|card| card_name(*card)).collect::<Vec<_>>(),
    }))
}

fn estimate(Estimate { score, sem, band }: Estimate) -> Value {
    json!({"score": score, "sem": sem, "band": {"from": level_name(band.from), "to": level_name(band.to)}})
}

fn claimed(change: &Change) -> Value {
    let claim = match change.claim {
        Claim::NotClaimed => "none",
        Claim::Same => "same",
        Claim::Unclear => "unclear",
        Claim::Likely => "likely",
        Claim::SeenTwice => "seen_twice",
    };
    change.figures.map_or_else(|| json!({"claim": claim}), |f| json!({"claim": claim, "points": f.points, "rci": f.rci, "p": f.p}))
}

fn scale_name(scale: ScaleId) -> String {
    scale.key().to_uppercase()
}

const fn total_name(total: TotalId) -> &'static str {
    match total {
        TotalId::Pattern => "PATTERN",
        TotalId::Strength => "STRENGTH",
    }
}

const fn level_name(level: Level) -> &'static str {
    match level {
        Level::Low => "low",
        Level::Middle => "middle",
        Level::High => "high",
    }
}

const fn flag_name(flag: QualityFlag) -> &'static str {
    match flag {
        QualityFlag::Contradicting => "contradicting",
        QualityFlag::LongRun => "long_run",
        QualityFlag::Quick => "quick",
        QualityFlag::SameAnswer => "same_answer",
        QualityFlag::TooFast => "too_fast",
    }
}

fn area_name(area: PracticeArea) -> String {
    scale_name(area.strength())
}

const fn kind_name(kind: BoundaryKind) -> &'static str {
    match kind {
        BoundaryKind::Physical => "physical",
        BoundaryKind::Mental => "mental",
        BoundaryKind::Material => "material",
        BoundaryKind::Emotional => "emotional",
        BoundaryKind::Sexual => "sexual",
    }
}

const fn card_name(card: CardKind) -> &'static str {
    match card {
        CardKind::SafetyLines => "safety_lines",
        CardKind::CheckingAndPushing => "checking_and_pushing",
        CardKind::TherapyIndividual => "therapy_individual",
        CardKind::TherapyIndividualOrCouple => "therapy_individual_or_couple",
        CardKind::FirstSession => "first_session",
        CardKind::KeepAndDeepen => "keep_and_deepen",
    }
}
