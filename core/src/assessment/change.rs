//! Change between runs, and how sure it is.
//!
//! Reliable change index (Jacobson & Truax 1991; in the form for two standard errors, Christensen & Mendoza 1986), with
//! p-values adjusted by Holm (1979) within two families, so that noise in one of many scales is not read as news.

use super::instrument::ScaleId;
use super::psychometrics::{ChangeConstants, Psychometrics};
use super::score::{Estimate, Scores};
use crate::error::Error;

/// What may be said about a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// Nothing: a score is missing, or the scale is too short to claim anything.
    NotClaimed,
    /// Within what chance would do.
    Same,
    /// Too close to call.
    Unclear,
    /// Unlikely to be chance.
    Likely,
    /// Likely now and at the run before, in the same direction.
    SeenTwice,
}

/// The change of one score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// What may be said.
    pub claim: Claim,
    /// The figures, where something may be said.
    pub figures: Option<ChangeFigures>,
}

/// The figures behind a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangeFigures {
    /// Later minus baseline, in points of the 0 to 100 score.
    pub points: f64,
    /// Reliable change index, in standard errors of the difference.
    pub rci: f64,
    /// Two-sided p, Holm-adjusted within its family.
    pub p: f64,
}

/// The changes of a run against a baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// By subscale, in the order of [`ScaleId::ALL`].
    pub scales: [Change; 8],
    /// By total, in the order of [`TotalId::ALL`](super::score::TotalId::ALL).
    pub totals: [Change; 2],
}

const NOTHING: Change = Change { claim: Claim::NotClaimed, figures: None };

/// Compares the last of `later` (oldest first, all valid, one version and context) with `baseline`. The run before the
/// last confirms a likely change if it was likely too, in the same direction. None if `later` is empty.
///
/// # Errors
/// [`Error::Internal`] when the shipped constants do not hold together.
pub fn compare(baseline: &Scores, later: &[&Scores]) -> Result<Option<Changes>, Error> {
    let constants = Psychometrics::current()?;
    let Some((last, earlier)) = later.split_last() else { return Ok(None) };
    let mut changes = single(constants, baseline, last);
    if let Some(before) = earlier.last() {
        let confirming = single(constants, baseline, before);
        let own = changes.scales.iter_mut().chain(&mut changes.totals);
        for (change, earlier) in own.zip(confirming.scales.iter().chain(&confirming.totals)) {
            change.claim = confirmed(change, earlier);
        }
    }
    Ok(Some(changes))
}

fn confirmed(change: &Change, earlier: &Change) -> Claim {
    match (change, earlier) {
        (Change { claim: Claim::Likely, figures: Some(now) }, Change { claim: Claim::Likely, figures: Some(then) })
            if now.rci.signum() == then.rci.signum() =>
        {
            Claim::SeenTwice
        }
        _ => change.claim,
    }
}

/// One comparison on its own: two families, the subscales that make claims and the totals.
fn single(constants: &Psychometrics, baseline: &Scores, later: &Scores) -> Changes {
    let scales = ScaleId::ALL.map(|scale| {
        let pair = constants.scale(scale).change_claims.then(|| baseline.estimate(scale).zip(later.estimate(scale)));
        pair.flatten()
    });
    let totals = [0, 1].map(|at: usize| baseline.totals[at].estimate.zip(later.totals[at].estimate));
    Changes { scales: family(&constants.change, scales), totals: family(&constants.change, totals) }
}

/// The changes of one family; only what both runs have is in it.
fn family<const N: usize>(constants: &ChangeConstants, pairs: [Option<(Estimate, Estimate)>; N]) -> [Change; N] {
    let raw = pairs.map(|pair| pair.map(|(baseline, later)| figures(baseline, later)));
    let adjusted = holm_of_known(raw.map(|figures| figures.map(|figures| figures.p)));
    let mut at = 0;
    raw.map(|figures| {
        let p = adjusted[at];
        at += 1;
        let (Some(figures), Some(p)) = (figures, p) else { return NOTHING };
        let claim = match figures.rci.abs() {
            _ if p < constants.alpha => Claim::Likely,
            rci if rci >= constants.unclear_z => Claim::Unclear,
            _ => Claim::Same,
        };
        Change { claim, figures: Some(ChangeFigures { p, ..figures }) }
    })
}

/// `RCI = (later - baseline) / sqrt(SEM_b^2 + SEM_l^2)`, `p = erfc(|RCI| / sqrt 2)`, not yet adjusted.
fn figures(baseline: Estimate, later: Estimate) -> ChangeFigures {
    let points = later.score - baseline.score;
    let rci = points / (baseline.sem * baseline.sem + later.sem * later.sem).sqrt();
    ChangeFigures { points, rci, p: libm::erfc(rci.abs() / std::f64::consts::SQRT_2) }
}

/// Holm's step-down adjustment (1979): the i-th smallest of n is multiplied by n - i + 1, never falling, capped at 1.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let mut adjusted = vec![0.0; p.len()];
    let mut floor = 0.0_f64;
    let mut remaining = super::score::count(order.len());
    for at in order {
        floor = floor.max((remaining * p[at]).min(1.0));
        adjusted[at] = floor;
        remaining -= 1.0;
    }
    adjusted
}

/// The same among those that are there.
fn holm_of_known<const N: usize>(p: [Option<f64>; N]) -> [Option<f64>; N] {
    let mut adjusted = holm(&p.into_iter().flatten().collect::<Vec<_>>()).into_iter();
    p.map(|p| p.and_then(|_| adjusted.next()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::answers::{Answers, ItemAnswer};
    use crate::assessment::instrument::Instrument;
    use crate::assessment::score::score;

    /// A run that answers only EF, all complete: `plain` on the four plain items, `reversed` on the two reversed.
    fn ef(plain: [i32; 4], reversed: [i32; 2]) -> Scores {
        let check = Instrument::current().expect("shipped");
        let values = plain.into_iter().chain(reversed);
        let given: Vec<_> =
            (1..).zip(values).map(|(n, value)| ItemAnswer { item: format!("EF{n}"), value: Some(value), ms: None }).collect();
        score(check, &Answers::collect(check, &given).expect("valid"), false).expect("scored")
    }

    /// A complete EF estimate moved to `score`.
    fn estimate(score: f64) -> Estimate {
        Estimate { score, ..ef([2; 4], [2; 2]).scales[0].estimate.expect("complete") }
    }

    #[test]
    fn the_fixed_point_of_the_design() {
        let constants = Psychometrics::current().expect("shipped");
        let [change] = family(&constants.change, [Some((estimate(70.0), estimate(45.0)))]);
        let figures = change.figures.expect("both there");
        assert!((figures.rci + 1.79).abs() < 0.005, "{}", figures.rci);
        assert_eq!(change.claim, Claim::Unclear);
    }

    #[test]
    fn holm_steps_down_and_never_falls() {
        let adjusted = holm_of_known([Some(0.01), None, Some(0.04), Some(0.03), Some(0.5)]);
        let expected = [Some(0.04), None, Some(0.09), Some(0.09), Some(0.5)];
        for (a, e) in adjusted.iter().zip(expected) {
            assert_eq!(a.is_some(), e.is_some());
            assert!((a.unwrap_or(0.0) - e.unwrap_or(0.0)).abs() < 1e-12, "{adjusted:?}");
        }
        assert_eq!(holm_of_known([Some(0.9), Some(0.8)]), [Some(1.0), Some(1.0)]);
    }

    #[test]
    fn a_likely_change_is_confirmed_only_in_the_same_direction() {
        let (high, middle, low) = (ef([4; 4], [0; 2]), ef([2; 4], [2; 2]), ef([0; 4], [4; 2]));
        let claim = |baseline, later: &[&Scores]| compare(baseline, later).expect("constants").expect("a later run").scales[0].claim;
        assert_eq!(claim(&middle, &[&high]), Claim::Likely);
        assert_eq!(claim(&middle, &[&high, &high]), Claim::SeenTwice);
        assert_eq!(claim(&middle, &[&low, &high]), Claim::Likely);
        assert_eq!(claim(&middle, &[&high, &middle, &high]), Claim::Likely, "only the run just before confirms");
        assert_eq!(claim(&middle, &[&high, &middle]), Claim::Same);
    }

    #[test]
    fn three_items_and_missing_scores_claim_nothing() {
        let changes = compare(&ef([2; 4], [2; 2]), &[&ef([4; 4], [0; 2])]).expect("constants").expect("a later run");
        assert!(changes.scales[1..].iter().chain(&changes.totals).all(|change| *change == NOTHING));
        assert!(compare(&ef([2; 4], [2; 2]), &[]).expect("constants").is_none());
    }
}
