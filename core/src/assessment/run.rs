//! A finished run among the others: whether it counts, and which others it is read against.

use super::score::Scores;
use crate::error::Error;
use crate::time::CivilDate;

/// What a person decided about a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inclusion {
    /// Nothing: it counts unless its answers look hurried or mechanical.
    Automatic,
    /// Count it.
    Included,
    /// Leave it out of change and trends.
    Excluded,
}

impl Inclusion {
    /// Whether the run takes part in change and trends.
    pub const fn counts(self, low_confidence: bool) -> bool {
        match self {
            Self::Automatic => !low_confidence,
            Self::Included => true,
            Self::Excluded => false,
        }
    }
}

/// Something in a life that colours a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LifeEvent {
    /// Being ill.
    Illness,
    /// A new baby.
    NewBaby,
    /// Grief.
    Grief,
    /// A lost job.
    JobLoss,
    /// A move.
    Moved,
    /// A break-up.
    BreakUp,
}

/// Which valid run others are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BaselineChoice {
    /// The first.
    First,
    /// The second: first reports tend to run high.
    Second,
}

/// A finished run with its scores.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredRun<Id> {
    /// Whose scores these are.
    pub id: Id,
    /// The logical day on which it was finished.
    pub day: CivilDate,
    /// Its scores.
    pub scores: Scores,
    /// Whether it takes part in change and trends.
    pub counts: bool,
}

/// The runs that a run is read against.
#[derive(Debug)]
pub enum Comparison<'a, Id> {
    /// It is the baseline, or older than it.
    Baseline,
    /// It does not count.
    LeftOut,
    /// Too close to the baseline to speak of change.
    TooSoon {
        /// The first day on which it would not be.
        from: CivilDate,
    },
    /// It can be compared.
    With {
        /// With this run.
        baseline: &'a ScoredRun<Id>,
        /// The run just before it, if that one can confirm a change: far enough from the baseline and from it.
        confirming: Option<&'a ScoredRun<Id>>,
    },
}

/// Finds what run `at` of `runs` (oldest first, one instrument version and partner context) is compared with. The second
/// valid run is the baseline only once there is one.
///
/// # Errors
/// [`Error::Internal`] when the shipped constants do not hold together.
pub fn comparison<Id>(runs: &[ScoredRun<Id>], at: usize, choice: BaselineChoice) -> Result<Comparison<'_, Id>, Error> {
    let Some(own) = runs.get(at).filter(|run| run.counts) else { return Ok(Comparison::LeftOut) };
    let valid: Vec<(usize, &ScoredRun<Id>)> = runs.iter().enumerate().filter(|(_, run)| run.counts).collect();
    let nth = usize::from(choice == BaselineChoice::Second && valid.len() > 1);
    let (baseline_at, baseline) = valid[nth];
    if at <= baseline_at {
        return Ok(Comparison::Baseline);
    }
    if let Err(from) = super::retest::comparable(baseline.day, own.day)? {
        return Ok(Comparison::TooSoon { from });
    }
    let before = valid.iter().rev().find(|(position, _)| *position < at && *position > baseline_at).map(|(_, run)| *run);
    let confirming = match before {
        Some(run) => {
            let spaced = super::retest::comparable(run.day, own.day)?.is_ok() && super::retest::comparable(baseline.day, run.day)?.is_ok();
            spaced.then_some(run)
        }
        None => None,
    };
    Ok(Comparison::With { baseline, confirming })
}

/// The valid run just before run `at`.
pub fn previous_valid<Id>(runs: &[ScoredRun<Id>], at: usize) -> Option<&ScoredRun<Id>> {
    runs.iter().take(at).rev().find(|run| run.counts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::answers::Answers;
    use crate::assessment::instrument::Instrument;
    use crate::assessment::score::score;

    fn runs(days: &[(u32, bool)]) -> Vec<ScoredRun<usize>> {
        let check = Instrument::current().expect("shipped");
        let scores = score(check, &Answers::none(check), false).expect("scored");
        let start: CivilDate = "2026-01-01".parse().expect("date");
        let run = |(id, (day, counts)): (usize, &(u32, bool))| ScoredRun {
            id,
            day: start.plus_days(*day),
            scores: scores.clone(),
            counts: *counts,
        };
        days.iter().enumerate().map(run).collect()
    }

    fn told(runs: &[ScoredRun<usize>], at: usize, choice: BaselineChoice) -> String {
        match comparison(runs, at, choice).expect("constants") {
            Comparison::Baseline => "baseline".into(),
            Comparison::LeftOut => "left out".into(),
            Comparison::TooSoon { from } => format!("from {from}"),
            Comparison::With { baseline, confirming } => format!("with {} and {:?}", baseline.id, confirming.map(|run| run.id)),
        }
    }

    #[test]
    fn the_first_valid_run_is_the_baseline() {
        let runs = runs(&[(0, false), (10, true), (40, true), (80, true)]);
        let told = |at| told(&runs, at, BaselineChoice::First);
        assert_eq!((told(0), told(1)), ("left out".into(), "baseline".into()));
        assert_eq!((told(2), told(3)), ("with 1 and None".into(), "with 1 and Some(2)".into()));
    }

    #[test]
    fn the_second_is_when_chosen_and_there() {
        let three = runs(&[(0, true), (30, true), (60, true)]);
        assert_eq!(told(&three, 1, BaselineChoice::Second), "baseline");
        assert_eq!(told(&three, 2, BaselineChoice::Second), "with 1 and None");
        assert_eq!(told(&runs(&[(0, true)]), 0, BaselineChoice::Second), "baseline");
    }

    #[test]
    fn runs_less_than_28_days_apart_say_nothing_about_change() {
        let close = runs(&[(0, true), (27, true), (60, true)]);
        assert_eq!(told(&close, 1, BaselineChoice::First), "from 2026-01-29");
        assert_eq!(told(&close, 2, BaselineChoice::First), "with 0 and None", "a run too close to the baseline confirms nothing");
        let crowded = runs(&[(0, true), (40, true), (60, true)]);
        assert_eq!(told(&crowded, 2, BaselineChoice::First), "with 0 and None", "nor does one too close to this one");
    }

    #[test]
    fn what_counts() {
        assert!(Inclusion::Automatic.counts(false) && !Inclusion::Automatic.counts(true));
        assert!(Inclusion::Included.counts(true) && !Inclusion::Excluded.counts(false));
    }
}
