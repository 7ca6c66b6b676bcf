//! The fixed points: whole runs whose scores can be worked out by hand.

use super::*;
use crate::assessment::answers::ItemAnswer;

fn check() -> &'static Instrument {
    Instrument::current().expect("shipped")
}

fn all(value: i32) -> Scores {
    let given: Vec<_> = check().items.iter().map(|item| ItemAnswer { item: item.id.clone(), value: Some(value), ms: None }).collect();
    score(check(), &Answers::collect(check(), &given).expect("valid"), false).expect("scored")
}

fn some(given: &[(&str, i32)]) -> Scores {
    let given: Vec<_> = given.iter().map(|(item, value)| ItemAnswer { item: (*item).into(), value: Some(*value), ms: None }).collect();
    score(check(), &Answers::collect(check(), &given).expect("valid"), false).expect("scored")
}

fn points(scores: &Scores) -> Vec<f64> {
    let scales = scores.scales.iter().map(|scale| scale.estimate);
    scales.chain(scores.totals.iter().map(|total| total.estimate)).map(|e| e.expect("complete").score).collect()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn all_in_the_middle_is_fifty_everywhere_and_in_doubt() {
    let scores = all(2);
    assert!(points(&scores).iter().all(|p| close(*p, 50.0)));
    assert!(scores.quality.low_confidence);
}

#[test]
fn all_lowest_and_all_highest() {
    let lowest = points(&all(0));
    assert!(lowest[..4].iter().all(|p| close(*p, 100.0 / 3.0)), "patterns: {lowest:?}");
    assert!(lowest[4..8].iter().all(|p| close(*p, 0.0)), "strengths: {lowest:?}");
    let highest = points(&all(4));
    assert!(highest[..4].iter().all(|p| close(*p, 200.0 / 3.0)), "patterns: {highest:?}");
    assert!(highest[4..8].iter().all(|p| close(*p, 100.0)), "strengths: {highest:?}");
    assert!(close(lowest[8], 100.0 / 3.0) && close(lowest[9], 0.0) && close(highest[8], 200.0 / 3.0) && close(highest[9], 100.0));
}

#[test]
fn five_of_six_are_prorated_with_a_wider_error() {
    let scores = some(&[("EF1", 3), ("EF2", 2), ("EF4", 4), ("EF5", 1), ("EF6", 2)]);
    let ef = scores.scales[0];
    let estimate = ef.estimate.expect("enough");
    assert_eq!((ef.answered, ef.of), (5, 6));
    assert!(close(estimate.score, 70.0));
    assert!((estimate.sem - 10.49).abs() < 0.005, "{}", estimate.sem);
}

#[test]
fn three_of_six_are_not_enough() {
    let scores = some(&[("EF1", 3), ("EF2", 2), ("EF4", 4)]);
    assert_eq!((scores.scales[0].answered, scores.scales[0].estimate), (3, None));
    assert_eq!(scores.totals.map(|total| total.estimate), [None, None]);
}

#[test]
fn a_band_names_the_level_at_each_end() {
    let band = |scores: &Scores| scores.scales[0].estimate.expect("complete").band;
    assert_eq!(band(&all(2)), Band { from: Level::Middle, to: Level::Middle });
    let edge = all(4);
    assert_eq!(edge.scales[4].estimate.expect("complete").band, Band { from: Level::High, to: Level::High });
    assert_eq!(all(0).scales[4].estimate.expect("complete").band, Band { from: Level::Low, to: Level::Low });
}

#[test]
fn three_patterns_have_a_mean_two_do_not() {
    let patterns = |n: usize| -> Scores {
        let ids = ["EF", "SS", "ES"];
        let given: Vec<(String, i32)> = ids[..n].iter().flat_map(|id| (1..=6).map(move |i| (format!("{id}{i}"), 2))).collect();
        let given: Vec<(&str, i32)> = given.iter().map(|(id, value)| (id.as_str(), *value)).collect();
        some(&given)
    };
    assert_eq!(patterns(3).mean_of_patterns(), Some(50.0));
    assert_eq!(patterns(2).mean_of_patterns(), None);
}
