//! What the uses of a kind show: how often it was said, how it was answered, and how the after-feeling moves with
//! practice. Counts and means of what a person said, nothing more.

use super::input::Rung;
use super::machine::BoundaryState;
use super::usage::Outcome;
use crate::assessment::instrument::BoundaryKind;

/// Uses at each end that a mean is taken of.
const AT_EACH_END: usize = 5;

/// A use, as far as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Of which kind its limit is.
    pub kind: BoundaryKind,
    /// Where it is.
    pub state: BoundaryState,
    /// To whom it was said.
    pub rung: Option<Rung>,
    /// How it came out.
    pub outcome: Option<Outcome>,
    /// How much relief there was, 0 to 4.
    pub relief: Option<u8>,
    /// How much guilt there was, 0 to 4.
    pub guilt: Option<u8>,
}

/// How an after-feeling was at first, and is of late: means, 0 to 4.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AfterChange {
    /// Of the first uses.
    pub first: f64,
    /// How many those are.
    pub first_n: u32,
    /// Of the last uses.
    pub last: f64,
    /// How many those are.
    pub last_n: u32,
}

/// What the uses of a kind show.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Summary {
    /// Uses.
    pub uses: u32,
    /// Of these said.
    pub said: u32,
    /// Not said.
    pub not_said: u32,
    /// Answered with respect.
    pub respected: u32,
    /// Answered with something in between.
    pub negotiated: u32,
    /// Ignored.
    pub ignored: u32,
    /// How relief moved; none before ten uses tell of it.
    pub relief: Option<AfterChange>,
    /// How guilt moved; none before ten uses tell of it.
    pub guilt: Option<AfterChange>,
}

/// The summary of a kind, out of all uses in the order in which they began. What care mode hides does not count.
pub fn summary(kind: BoundaryKind, uses: &[Counted], care_mode: bool) -> Summary {
    let mut summary = Summary::default();
    let mut felt = (Vec::new(), Vec::new());
    for it in uses.iter().filter(|it| it.kind == kind && it.rung.is_none_or(|rung| rung.is_open(care_mode))) {
        summary.uses += 1;
        match it.outcome {
            None => summary.said += u32::from(it.state == BoundaryState::Said),
            Some(Outcome::NotSaid) => summary.not_said += 1,
            Some(Outcome::Respected) => (summary.said, summary.respected) = (summary.said + 1, summary.respected + 1),
            Some(Outcome::Negotiated) => (summary.said, summary.negotiated) = (summary.said + 1, summary.negotiated + 1),
            Some(Outcome::Ignored) => (summary.said, summary.ignored) = (summary.said + 1, summary.ignored + 1),
        }
        felt.0.extend(it.relief);
        felt.1.extend(it.guilt);
    }
    Summary { relief: change(&felt.0), guilt: change(&felt.1), ..summary }
}

fn change(felt: &[u8]) -> Option<AfterChange> {
    let (first, last) = (felt.first_chunk::<AT_EACH_END>()?, felt.last_chunk::<AT_EACH_END>()?);
    // One use must not stand at both ends.
    (felt.len() >= 2 * AT_EACH_END).then(|| AfterChange { first: mean(*first), first_n: 5, last: mean(*last), last_n: 5 })
}

fn mean(values: [u8; AT_EACH_END]) -> f64 {
    f64::from(values.into_iter().map(u32::from).sum::<u32>()) / 5.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(outcome: Option<Outcome>, relief: Option<u8>) -> Counted {
        let state = if outcome.is_some() { BoundaryState::Reflected } else { BoundaryState::ScriptReady };
        Counted { kind: BoundaryKind::Mental, state, rung: Some(Rung::Easy), outcome, relief, guilt: None }
    }

    #[test]
    fn each_use_counts_once_where_it_came_out() {
        let said = Counted { state: BoundaryState::Said, ..counted(None, None) };
        let elsewhere = Counted { kind: BoundaryKind::Sexual, ..said };
        let to_partner = Counted { rung: Some(Rung::Partner), ..counted(Some(Outcome::Ignored), None) };
        let uses: Vec<Counted> =
            Outcome::ALL.into_iter().map(|it| counted(Some(it), None)).chain([said, counted(None, None), elsewhere, to_partner]).collect();
        let told = summary(BoundaryKind::Mental, &uses, false);
        assert_eq!((told.uses, told.said, told.not_said), (7, 5, 1));
        assert_eq!((told.respected, told.negotiated, told.ignored), (1, 1, 2));
        let alone = summary(BoundaryKind::Mental, &uses, true);
        assert_eq!((alone.uses, alone.ignored), (6, 1), "what care mode hides does not count");
        assert_eq!(summary(BoundaryKind::Physical, &uses, false), Summary::default());
    }

    #[test]
    fn the_after_feeling_is_told_from_ten_uses_on() {
        let of = |felt: &[Option<u8>]| {
            let uses: Vec<Counted> = felt.iter().map(|relief| counted(Some(Outcome::Respected), *relief)).collect();
            summary(BoundaryKind::Mental, &uses, false).relief
        };
        let nine: Vec<Option<u8>> = [0, 0, 1, 0, 0, 4, 3, 4, 4].map(Some).to_vec();
        assert_eq!(of(&nine), None);
        assert_eq!(of(&[nine.clone(), vec![None, None]].concat()), None, "what was left out is not counted");
        let told = of(&[nine, vec![None, Some(3)]].concat()).expect("ten");
        assert!((told.first - 0.2).abs() < 1e-12 && (told.last - 3.6).abs() < 1e-12, "{told:?}");
        assert_eq!((told.first_n, told.last_n), (5, 5));
    }
}
