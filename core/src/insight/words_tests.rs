//! The sentences: every result has one, with its blanks filled, and none says more than it may.

use super::*;
use crate::checkin::daily::DailyCheckIn;
use crate::checkin::pulse::WeeklyPulse;
use crate::insight::cards;

fn words() -> Words<'static> {
    let items = DailyCheckIn::current().unwrap().items("2026-11-23".parse().unwrap(), "en").unwrap();
    let scale = |place: usize| items[place].options.iter().map(|option| option.label.clone()).collect();
    let statements = WeeklyPulse::current().unwrap().answers.iter().map(|answer| answer.label.clone()).collect();
    Words::new(Catalogue::of("en").unwrap(), [scale(0), scale(1), scale(2)], statements)
}

/// Every result a card can have.
fn results(card: &Card) -> Vec<InsightResult> {
    let ways = [Drift::Up, Drift::Down, Drift::Same, Drift::Unclear];
    let top = card.series.first().map_or(0.0, |series| series.ends().1);
    let mut results = match card.kind {
        InsightKind::Count => vec![InsightResult::Count { days: 12, of: 28 }],
        InsightKind::RollingMean => [(Some(0.0), Some(top)), (None, Some(top / 2.0)), (Some(top), None)]
            .map(|(seven, twenty_eight)| InsightResult::Mean { seven, twenty_eight })
            .to_vec(),
        InsightKind::SmoothLine => vec![InsightResult::Smooth { latest: top / 3.0 }],
        InsightKind::Periods => ways
            .map(|direction| InsightResult::Periods {
                earlier: 1.0,
                later: 2.0,
                difference: 1.0,
                low: None,
                high: None,
                n_eff_earlier: 9.0,
                n_eff_later: 8.0,
                direction,
            })
            .to_vec(),
        InsightKind::Trend => ways.map(|direction| InsightResult::Trend { direction, tau: 0.1, slope_per_week: 0.1, p: 0.1 }).to_vec(),
        InsightKind::Pair => [(0.4, true), (-0.4, true), (0.1, false)]
            .map(|(rho, clear)| InsightResult::Pair { rho, low: -0.5, high: 0.5, p_holm: 0.5, n_eff: 40.0, clear })
            .to_vec(),
        InsightKind::Weekdays => [[Some(1.0); 7], [Some(0.0), Some(top), None, None, None, None, None]]
            .map(|medians| InsightResult::Weekdays { medians })
            .to_vec(),
        InsightKind::CheckChange => {
            let part = |title: &str, claim, points| PartChange { title: title.into(), claim, points, p: 0.01 };
            let of = |parts| InsightResult::CheckChange {
                baseline_day: "2026-01-01".parse().unwrap(),
                run_day: "2026-03-01".parse().unwrap(),
                parts,
            };
            let (up, down) = (part("Holding on", Claim::Likely, 30.0), part("Letting go", Claim::SeenTwice, -30.0));
            let (unclear, same) = (part("Other", Claim::Unclear, -12.0), part("Same", Claim::Same, 1.0));
            vec![of(vec![up.clone(), down.clone()]), of(vec![up]), of(vec![down]), of(vec![unclear, same.clone()]), of(vec![same])]
        }
    };
    results.push(InsightResult::NotEnough { needed: 7 });
    results
}

fn all_texts() -> Vec<String> {
    let words = words();
    let mut texts = Vec::new();
    for card in cards::all() {
        texts.extend([words.title(&card).unwrap(), words.how(card.kind).unwrap()]);
        texts.extend(results(&card).iter().map(|result| words.sentence(&card, 20, result).unwrap()));
    }
    for series in SeriesId::ALL {
        texts.extend(words.ends(series).unwrap());
        texts.extend([words.series(series).unwrap(), words.how_of_series(series).unwrap()]);
        let (low, high) = series.ends();
        texts.extend([words.summary(series, &[low, high, low], 28, 25).unwrap(), words.summary(series, &[], 28, 0).unwrap()]);
    }
    texts
}

#[test]
fn every_blank_is_filled() {
    assert!(all_texts().len() > 150);
    for text in all_texts() {
        assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
    }
}

/// The only words for which way something goes; and nothing about who or why.
#[test]
fn no_sentence_judges_explains_or_names_a_bond() {
    let banned = [
        "better",
        "worse",
        "because",
        "improv",
        "good sign",
        "bad sign",
        "cause",
        "partner",
        "couple",
        "relationship",
        "predict",
        "will be",
        "rising",
        "falling",
    ];
    for text in all_texts() {
        let small = text.to_lowercase();
        assert!(banned.iter().all(|word| !small.contains(word)), "{text}");
    }
}

#[test]
fn a_direction_is_told_in_its_four_words() {
    let words = words();
    for card in cards::all().into_iter().filter(|card| matches!(card.kind, InsightKind::Trend | InsightKind::Periods)) {
        for (result, told) in results(&card).iter().zip(["Drifting up", "Drifting down", "About the same", "No clear trend"]) {
            assert!(words.sentence(&card, 30, result).unwrap().starts_with(told), "{}", card.id());
        }
    }
}

#[test]
fn a_value_is_told_by_the_nearest_answer() {
    let words = words();
    for (series, value, word) in [
        (SeriesId::Mood, 0.0, "very bad"),
        (SeriesId::Mood, 3.4, "good"),
        (SeriesId::Needs, 3.6, "fully"),
        (SeriesId::YesMeaningNo, 2.0, "More than once"),
        (SeriesId::OwnTime, 0.4, "No"),
        (SeriesId::PulsePattern, 100.0, "Almost always"),
        (SeriesId::PulsePattern, 30.0, "Rarely"),
    ] {
        assert_eq!(words.near(series, value).unwrap(), word, "{series:?} {value}");
    }
}

#[test]
fn changes_of_parts_are_named_by_their_titles() {
    let words = words();
    let card = Card { kind: InsightKind::CheckChange, series: vec![] };
    let said: Vec<String> = results(&card).iter().map(|result| words.sentence(&card, 2, result).unwrap()).collect();
    assert_eq!(said[0], "Drifting up: Holding on. Drifting down: Letting go.");
    assert_eq!((said[1].as_str(), said[2].as_str()), ("Drifting up: Holding on.", "Drifting down: Letting go."));
    assert!(said[3].starts_with("No clear trend") && said[4].starts_with("About the same") && said[5].ends_with(": 7."));
}
