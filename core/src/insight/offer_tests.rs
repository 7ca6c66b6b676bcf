//! The offer: at most one a week, and not the same one again and again.

use super::*;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

#[test]
fn one_a_week() {
    let today = day("2026-11-23");
    for (last, due, shown) in [
        ("2026-11-23", false, true),
        ("2026-11-17", false, true),
        ("2026-11-16", true, false),
        ("2026-11-29", false, false),
        ("2026-11-30", true, false),
        ("2020-01-01", true, false),
    ] {
        assert_eq!((is_due(today, Some(day(last))), is_of_this_week(today, day(last))), (due, shown), "{last}");
    }
    assert!(is_due(today, None));
}

#[test]
fn what_says_most_comes_first_and_then_another() {
    let count = InsightResult::Count { days: 12, of: 28 };
    let mean = InsightResult::Mean { seven: None, twenty_eight: Some(2.0) };
    let trend = |direction| InsightResult::Trend { direction, tau: 0.5, slope_per_week: 0.1, p: 0.001 };
    let (up, unclear, few) = (trend(Drift::Up), trend(Drift::Unclear), InsightResult::NotEnough { needed: 3 });
    let of = |id, kind, n, result| Candidate { id, kind, n, result };
    let all = [
        of("count", InsightKind::Count, 12, &count),
        of("few", InsightKind::Pair, 3, &few),
        of("unclear", InsightKind::Trend, 40, &unclear),
        of("mean", InsightKind::RollingMean, 20, &mean),
        of("up", InsightKind::Trend, 40, &up),
    ];
    let before = |ids: &[&str]| choose(&all, &ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
    assert_eq!((before(&[]), before(&["up"]), before(&["mean", "up"])), (Some(4), Some(3), Some(0)));
    assert_eq!(before(&["count", "mean", "up"]), Some(4), "the strongest again, when all were there");
    assert_eq!(choose(&all[1..3], &[]), None, "nothing to say is no offer");
    assert_eq!(choose(&[of("count", InsightKind::Count, 6, &count)], &[]), None, "a count of a few days is none");
}
