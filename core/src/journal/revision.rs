//! Earlier texts of an entry: which of them stay.

use crate::time::CivilDate;
use std::collections::BTreeSet;

/// The newest texts, which stay whatever their age.
pub const LAST_KEPT: usize = 20;
/// For so many days, of what is older than those, the last text of each day stays.
pub const DAILY_FOR: i64 = 90;

/// How an earlier text came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevisionKind {
    /// It was the entry's text.
    Saved,
    /// It was a draft that was let go of.
    Discarded,
}

/// The numbers of the texts that go, out of those of one entry with the logical days they were saved on.
///
/// The last [`LAST_KEPT`] stay. Of the others the newest of a day stays, for [`DAILY_FOR`] days, if no newer text of
/// that day stays anyway. Thinning what was thinned takes nothing more. A day that is still to come, because the clock
/// was set back, counts as today.
pub fn thinned(mut texts: Vec<(u32, CivilDate)>, today: CivilDate) -> Vec<u32> {
    texts.sort_unstable_by_key(|(number, _)| std::cmp::Reverse(*number));
    let mut days = BTreeSet::new();
    let mut gone = Vec::new();
    for (place, (number, day)) in texts.into_iter().enumerate() {
        let first_of_its_day = days.insert(day);
        if place >= LAST_KEPT && !(first_of_its_day && today.days_since(day) <= DAILY_FOR) {
            gone.push(number);
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> CivilDate {
        "2026-11-23".parse().expect("a date")
    }

    /// Texts numbered from 1, saved so many days ago.
    fn saved(days_ago: &[u32]) -> Vec<(u32, CivilDate)> {
        (1..).zip(days_ago.iter().map(|days| today().minus_days(*days))).collect()
    }

    #[test]
    fn the_last_twenty_stay_and_one_a_day_for_ninety_days() {
        let with_twenty = |older: &[u32]| saved(&[older, &[0; 20]].concat());
        for (older, gone) in [
            (&[][..], &[][..]),
            // Today is there already, among the last twenty.
            (&[0, 0], &[2, 1]),
            // The newest of each other day stays.
            (&[3, 3, 3, 2, 1, 1], &[5, 2, 1]),
            // The ninetieth day is the last one.
            (&[400, 91, 90, 89], &[2, 1]),
        ] {
            assert_eq!(thinned(with_twenty(older), today()), gone, "{older:?}");
        }
        assert_eq!(thinned(saved(&[400; 20]), today()), Vec::<u32>::new(), "twenty stay, however old");
        assert_eq!(thinned(saved(&[400; 21]), today()), [1]);
        let ahead: Vec<_> = (1..=21).map(|number| (number, today().plus_days(22 - number))).collect();
        assert_eq!(thinned(ahead, today()), Vec::<u32>::new(), "a day to come counts as today");
    }

    proptest! {
        #[test]
        fn thinning_twice_takes_nothing_more(mut days in prop::collection::vec(0_u32..120, 0..80)) {
            days.sort_unstable_by(|a, b| b.cmp(a));
            let all = saved(&days);
            let gone = thinned(all.clone(), today());
            let left: Vec<_> = all.iter().filter(|(number, _)| !gone.contains(number)).copied().collect();
            prop_assert_eq!(thinned(left.clone(), today()), Vec::<u32>::new());
            prop_assert!(left.len() >= all.len().min(LAST_KEPT));
            // Every day within the ninety still has the last text it had.
            for (number, day) in &all {
                let last_of_day = !all.iter().any(|(other, other_day)| other_day == day && other > number);
                if last_of_day && today().days_since(*day) <= DAILY_FOR {
                    prop_assert!(!gone.contains(number), "{number} of {day}");
                }
            }
        }
    }
}
