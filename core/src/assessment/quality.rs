//! Whether answers look hurried or mechanical. Never accuses, never blocks: it leads to one kind question.
//!
//! Signs of careless responding as surveyed by Meade & Craig (2012) and Curran (2016): response time, long runs of the
//! same answer, small spread within a person, and answers that contradict their own reverse-keyed items.

use super::answers::Answers;
use super::instrument::{Instrument, ScaleId};
use super::psychometrics::QualityConstants;
use super::score::{count, mean};

/// One sign; the order is that of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum QualityFlag {
    /// Plain and reversed items of the same pattern say opposite things (strong).
    Contradicting,
    /// A long run of equal raw answers (soft).
    LongRun,
    /// At least half of the timed items were quick (soft).
    Quick,
    /// Hardly any spread of the raw answers (strong).
    SameAnswer,
    /// A median time under a second (strong).
    TooFast,
}

impl QualityFlag {
    const fn is_strong(self) -> bool {
        match self {
            Self::Contradicting | Self::SameAnswer | Self::TooFast => true,
            Self::LongRun | Self::Quick => false,
        }
    }
}

/// The signs of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quality {
    /// In order, each at most once.
    pub flags: Vec<QualityFlag>,
    /// Any strong sign, or two soft ones: left out of change and trends until the person includes the run.
    pub low_confidence: bool,
}

/// Looks at the answered items in their fixed order; skipped ones are removed first.
pub(crate) fn assess(instrument: &Instrument, constants: &QualityConstants, answers: &Answers, retest: bool) -> Quality {
    let raw: Vec<u8> = answers.raw().collect();
    let times: Vec<u32> = answers.times().collect();
    let mut flags = Vec::new();
    if raw.len() >= constants.min_items {
        if keyed_gap(instrument, answers).is_some_and(|gap| gap >= constants.keyed_gap_strong) {
            flags.push(QualityFlag::Contradicting);
        }
        if longest_run(&raw) >= constants.long_run {
            flags.push(QualityFlag::LongRun);
        }
    }
    if times.len() >= constants.min_items && quick_share(&times, constants, retest) >= constants.quick_share {
        flags.push(QualityFlag::Quick);
    }
    if raw.len() >= constants.min_items && population_sd(&raw) < constants.irv_strong {
        flags.push(QualityFlag::SameAnswer);
    }
    if times.len() >= constants.min_items && median(&times) < constants.median_ms_strong {
        flags.push(QualityFlag::TooFast);
    }
    let strong = flags.iter().any(|flag| flag.is_strong());
    let low_confidence = strong || flags.len() >= 2;
    Quality { flags, low_confidence }
}

/// Mean, over the patterns that have both plain and reversed items answered, of the distance between the mean keyed
/// answers of the two kinds; 0 to 4. None if no pattern has both.
fn keyed_gap(instrument: &Instrument, answers: &Answers) -> Option<f64> {
    let mut gaps = Vec::new();
    for scale in ScaleId::PATTERNS {
        let keyed = |reversed: bool| -> Vec<f64> {
            let positions = instrument.positions_of(scale).filter(|at| instrument.items[*at].reversed == reversed);
            positions.filter_map(|at| answers.keyed(instrument, at)).map(f64::from).collect()
        };
        let (plain, reversed) = (keyed(false), keyed(true));
        if !plain.is_empty() && !reversed.is_empty() {
            gaps.push((mean(&plain) - mean(&reversed)).abs());
        }
    }
    (!gaps.is_empty()).then(|| mean(&gaps))
}

fn longest_run(raw: &[u8]) -> usize {
    raw.chunk_by(|a, b| a == b).map(<[u8]>::len).max().unwrap_or(0)
}

fn quick_share(times: &[u32], constants: &QualityConstants, retest: bool) -> f64 {
    let quick = if retest { constants.quick_ms_retest } else { constants.quick_ms_first };
    count(times.iter().filter(|ms| **ms < quick).count()) / count(times.len())
}

fn population_sd(raw: &[u8]) -> f64 {
    let values: Vec<f64> = raw.iter().map(|value| f64::from(*value)).collect();
    let centre = mean(&values);
    let squares: Vec<f64> = values.iter().map(|value| (value - centre) * (value - centre)).collect();
    mean(&squares).sqrt()
}

/// The middle value, or the mean of the middle two.
fn median(times: &[u32]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let upper = f64::from(sorted[sorted.len() / 2]);
    if sorted.len() % 2 == 1 { upper } else { f64::midpoint(f64::from(sorted[sorted.len() / 2 - 1]), upper) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::answers::ItemAnswer;
    use crate::assessment::psychometrics::Psychometrics;

    fn assessed(retest: bool, answer: impl Fn(usize) -> (Option<i32>, Option<i64>)) -> Quality {
        let check = Instrument::current().expect("shipped");
        let given: Vec<_> = check
            .items
            .iter()
            .enumerate()
            .map(|(at, item)| {
                let (value, ms) = answer(at);
                ItemAnswer { item: item.id.clone(), value, ms }
            })
            .collect();
        let answers = Answers::collect(check, &given).expect("valid");
        assess(check, &Psychometrics::current().expect("shipped").quality, &answers, retest)
    }

    /// Varied answers without a long run or a contradiction.
    fn varied(at: usize) -> i32 {
        [1, 2, 3, 2][at % 4]
    }

    #[test]
    fn ordinary_answers_raise_nothing() {
        assert_eq!(assessed(false, |at| (Some(varied(at)), Some(4_000))).flags, []);
    }

    #[test]
    fn quick_is_a_soft_sign_and_expected_on_a_retest() {
        let first = assessed(false, |at| (Some(varied(at)), Some(if at % 2 == 0 { 1_999 } else { 9_000 })));
        assert_eq!((first.flags, first.low_confidence), (vec![QualityFlag::Quick], false));
        assert_eq!(assessed(true, |at| (Some(varied(at)), Some(1_500))).flags, []);
    }

    #[test]
    fn under_a_second_is_a_strong_sign() {
        let quality = assessed(false, |at| (Some(varied(at)), Some(900)));
        assert_eq!((quality.flags, quality.low_confidence), (vec![QualityFlag::Quick, QualityFlag::TooFast], true));
    }

    #[test]
    fn nineteen_answers_or_times_are_too_few_to_judge() {
        assert_eq!(assessed(false, |at| ((at < 19).then_some(2), Some(500))).flags, []);
        assert_eq!(assessed(false, |at| (Some(varied(at)), (at < 19).then_some(500))).flags, []);
        assert!(!assessed(false, |at| ((at < 20).then_some(2), Some(500))).flags.is_empty());
    }

    #[test]
    fn a_run_skips_over_skipped_items() {
        let quality = assessed(false, |at| {
            (
                if at % 2 == 0 && at < 28 {
                    Some(1)
                } else if at < 28 {
                    None
                } else {
                    Some(varied(at))
                },
                None,
            )
        });
        assert!(quality.flags.contains(&QualityFlag::LongRun), "{quality:?}");
    }

    #[test]
    fn the_median_of_an_even_count_is_the_mean_of_the_middle_two() {
        assert!((median(&[4, 1, 3, 2]) - 2.5).abs() < 1e-12);
        assert!((median(&[3, 1, 2]) - 2.0).abs() < 1e-12);
    }
}
