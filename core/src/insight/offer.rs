//! Which insight is offered on the first screen, and when: at most one a week.

use super::{Drift, InsightKind, InsightResult};
use crate::assessment::change::Claim;
use crate::time::CivilDate;

/// Days from one offer to the next.
const WEEK: i64 = 7;
/// Answers before a mere count is worth an offer.
const SOME: u32 = 7;
/// How many offers are remembered, so that the same one does not come again and again.
pub const REMEMBERED: usize = 6;

/// An insight that can be offered.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its method.
    pub kind: InsightKind,
    /// How many answers it rests on.
    pub n: u32,
    /// What it says.
    pub result: &'a InsightResult,
}

/// Whether a new one may be offered, after one on `last`. A day in the future was told by a clock that was wrong: within a
/// week of today it holds, beyond that it is forgotten.
pub fn is_due(today: CivilDate, last: Option<CivilDate>) -> bool {
    last.is_none_or(|last| today.days_since(last).abs() >= WEEK)
}

/// Whether the one of `offered_on` is still that of this week.
pub fn is_of_this_week(today: CivilDate, offered_on: CivilDate) -> bool {
    (0..WEEK).contains(&today.days_since(offered_on))
}

/// The place of the one to offer: not one of those `before` if there is another, then the one that says most, then the
/// first. None where nothing says enough.
pub fn choose(candidates: &[Candidate<'_>], before: &[String]) -> Option<usize> {
    let ranked = candidates.iter().enumerate().filter_map(|(place, candidate)| {
        let repeated = before.iter().any(|id| id == candidate.id);
        Some((repeated, rank(candidate)?, place))
    });
    ranked.min().map(|(_, _, place)| place)
}

/// How much it says, the least number saying most; none where it says nothing worth an offer.
fn rank(candidate: &Candidate<'_>) -> Option<u8> {
    match (candidate.kind, candidate.result) {
        (_, InsightResult::CheckChange { parts, .. }) => {
            parts.iter().any(|part| matches!(part.claim, Claim::Likely | Claim::SeenTwice)).then_some(0)
        }
        (_, InsightResult::Trend { direction: Drift::Up | Drift::Down, .. }) => Some(1),
        (_, InsightResult::Pair { clear: true, .. }) => Some(2),
        (_, InsightResult::Periods { direction: Drift::Up | Drift::Down, .. }) => Some(3),
        (_, InsightResult::Trend { direction: Drift::Same, .. }) => Some(4),
        (_, InsightResult::Periods { direction: Drift::Same, .. }) => Some(5),
        (_, InsightResult::Mean { twenty_eight: Some(_), .. }) => Some(6),
        (_, InsightResult::Count { .. }) if candidate.n >= SOME => Some(7),
        _ => None,
    }
}

#[cfg(test)]
#[path = "offer_tests.rs"]
mod tests;
