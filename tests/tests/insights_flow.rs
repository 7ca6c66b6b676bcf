//! Insights through the use-cases: from an empty vault to a year, off and on, in care mode, and the one that is offered.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use ampersand_core::app::{InsightCard, InsightRange, InsightsView, Session};
use ampersand_core::checkin::daily::CheckInAnswers;
use ampersand_core::checkin::taps::TapAnswer;
use ampersand_core::error::{Error, Missing};
use ampersand_core::insight::{Drift, InsightKind, InsightResult, SeriesId};
use ampersand_core::time::{CivilDate, NowContext};
use ampersand_tests::files::content_unchanged;
use ampersand_tests::world::{ALL_NO, at, create, leaning, open, taken};

fn in_vault(f: impl FnOnce(&Session)) {
    let folder = tempfile::tempdir().unwrap();
    f(&create(folder.path(), 12));
}

fn today(ctx: &NowContext) -> CivilDate {
    ctx.today().unwrap()
}

/// Checks in on a day: mood, whether there was own time, and the same to whatever has its turn.
fn check_in(session: &Session, day: i64, mood: i32, own_time: i32) {
    let ctx = at(day, 0);
    let items = session.check_in(&ctx, None).unwrap().items;
    let value = |id: &str, highest: usize| match id {
        "mood" | "energy" => Some(mood),
        "needs" => Some((mood * 3 + 1) % 5),
        "own_time" => Some(own_time),
        _ => i32::try_from(highest.min(1)).ok(),
    };
    let taps = items.iter().map(|item| TapAnswer { item: item.id.clone(), value: value(&item.id, item.options.len() - 1) });
    session.save_check_in(&ctx, today(&ctx), &CheckInAnswers { answers: taps.collect(), ..CheckInAnswers::default() }).unwrap();
}

fn pulse(session: &Session, day: i64, value: i32) {
    let ctx = at(day, 0);
    let answers: Vec<_> = (1..=8).map(|number| TapAnswer { item: format!("P{number}"), value: Some(value) }).collect();
    session.save_pulse(&ctx, today(&ctx), &answers).unwrap();
}

fn card(view: &InsightsView, id: &str) -> InsightCard {
    view.cards.iter().find(|card| card.id == id).cloned().unwrap()
}

#[test]
fn nothing_is_not_enough_yet_and_says_how_much_is_missing() {
    in_vault(|session| {
        let view = session.insights(&at(0, 0)).unwrap();
        assert_eq!((view.on, view.offered, view.cards.len()), (true, None, 29), "that of the Check waits for the safety page");
        for card in &view.cards {
            let InsightResult::NotEnough { needed } = card.result else { panic!("{}", card.id) };
            assert!(needed > 0 && card.n == 0 && card.asked_days == 0 && card.gaps == 0, "{}", card.id);
            assert!(!card.title.is_empty() && !card.how.is_empty() && card.text.contains(&needed.to_string()), "{}", card.id);
        }
        session.answer_safety(&ALL_NO).unwrap();
        let view = session.insights(&at(0, 0)).unwrap();
        assert_eq!(card(&view, "check_change").result, InsightResult::NotEnough { needed: 2 });
        let chart = session.insight_series(&at(0, 0), SeriesId::Mood, InsightRange::Quarter).unwrap();
        assert_eq!((chart.points.len(), chart.n, chart.gaps), (90, 0, 0));
    });
}

#[test]
fn one_value_and_equal_ones_are_no_finding() {
    in_vault(|session| {
        check_in(session, 0, 3, 1);
        let one = session.insights(&at(0, 0)).unwrap();
        assert_eq!(card(&one, "count.check_in").result, InsightResult::Count { days: 1, of: 28 });
        assert_eq!(card(&one, "trend.mood").result, InsightResult::NotEnough { needed: 27 });
        for day in 1..60 {
            check_in(session, day, 3, 1);
        }
        let view = session.insights(&at(59, 0)).unwrap();
        let InsightResult::Trend { direction, tau, slope_per_week, p } = card(&view, "trend.mood").result else { panic!("enough") };
        assert_eq!((direction, tau, slope_per_week, p), (Drift::Same, 0.0, 0.0, 1.0));
        let InsightResult::Periods { direction, low, high, .. } = card(&view, "periods.own_time").result else { panic!("enough") };
        assert_eq!((direction, low, high), (Drift::Same, None, None));
        assert_eq!(card(&view, "pair.mood.own_time").result, InsightResult::NotEnough { needed: 1 }, "nothing varied");
    });
}

#[test]
fn a_quarter_with_gaps_is_counted_and_drawn_as_it_was() {
    in_vault(|session| {
        // Every third day is left out; the mood drifts up, own time is with the higher half.
        let moods: Vec<(i64, i32)> =
            (0..90).filter(|day| day % 3 != 1).map(|day| (day, i32::try_from((day / 23 + day % 2).min(4)).unwrap())).collect();
        for (day, mood) in &moods {
            check_in(session, *day, *mood, i32::from(*mood > 2));
        }
        for week in 0..13 {
            pulse(session, 7 * week, i32::try_from(week % 3).unwrap());
        }
        let ctx = at(89, 0);
        let view = session.insights(&ctx).unwrap();
        let trend = card(&view, "trend.mood");
        assert_eq!((trend.n, trend.asked_days, trend.gaps), (60, 90, 30));
        assert_eq!(
            (trend.kind, trend.method_key, trend.series.as_slice()),
            (InsightKind::Trend, "mann_kendall_lag_1", &[SeriesId::Mood][..])
        );
        assert!(matches!(trend.result, InsightResult::Trend { direction: Drift::Up, slope_per_week, .. } if slope_per_week > 0.0));
        assert!(trend.text.starts_with("Drifting up"), "{}", trend.text);
        let pair = card(&view, "pair.mood.own_time");
        assert_eq!((pair.n, pair.asked_days), (60, 90));
        let InsightResult::Mean { seven: Some(seven), .. } = card(&view, "mean.mood").result else { panic!("enough") };
        let week: Vec<f64> = moods.iter().filter(|(day, _)| *day > 82).map(|(_, mood)| f64::from(*mood)).collect();
        assert!((seven - week.iter().sum::<f64>() / f64::from(u32::try_from(week.len()).unwrap())).abs() < 1e-12);
        assert_eq!(card(&view, "trend.pulse_pattern").n, 13);

        let chart = session.insight_series(&ctx, SeriesId::Mood, InsightRange::Quarter).unwrap();
        assert_eq!((chart.n, chart.gaps, chart.min, chart.max), (60, 30, 0.0, 4.0));
        let drawn: Vec<Option<f64>> = chart.points.iter().map(|point| point.value).collect();
        let wanted: Vec<Option<f64>> =
            (0..90).map(|day| moods.iter().find(|(of, _)| *of == day).map(|(_, mood)| f64::from(*mood))).collect();
        assert_eq!(drawn, wanted);
        assert!(chart.summary.contains("60") && chart.summary.contains("30"), "{}", chart.summary);
        let month = session.insight_series(&ctx, SeriesId::Mood, InsightRange::Month).unwrap();
        assert_eq!(month.points[..], chart.points[62..], "the same lines in every range");
        let weeks = session.insight_series(&ctx, SeriesId::PulseStrength, InsightRange::Quarter).unwrap();
        assert_eq!((weeks.points.len(), weeks.n, weeks.gaps), (13, 13, 0));
    });
}

#[test]
fn each_series_has_a_chart_in_every_range() {
    in_vault(|session| {
        check_in(session, 0, 2, 1);
        for series in SeriesId::ALL {
            for (range, days, weeks) in [(InsightRange::Month, 28, 4), (InsightRange::Quarter, 90, 13), (InsightRange::Year, 365, 52)] {
                let chart = session.insight_series(&at(0, 0), series, range).unwrap();
                assert_eq!(chart.points.len(), if series.is_weekly() { weeks } else { days }, "{series:?}");
                assert!(chart.points.windows(2).all(|pair| pair[0].day < pair[1].day) && chart.min < chart.max);
                assert!(
                    [&chart.title, &chart.how, &chart.summary, &chart.low_label, &chart.high_label].iter().all(|text| !text.is_empty())
                );
            }
        }
    });
}

#[test]
fn at_most_one_is_offered_a_week_and_it_stays_until_it_was_seen() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 3);
    let mut offers: Vec<(i64, String)> = Vec::new();
    for day in 0..40 {
        check_in(&session, day, i32::try_from(day % 5).unwrap(), 1);
        if let Some(offer) = session.home(&at(day, 0)).unwrap().insight
            && offers.last().is_none_or(|(_, id)| *id != offer.id)
        {
            offers.push((day, offer.id));
        }
    }
    assert!(offers.len() >= 4, "{offers:?}");
    assert!(offers.windows(2).all(|pair| pair[1].0 - pair[0].0 >= 7), "{offers:?}");
    assert_eq!(offers[0].0, 6, "not before there is something to say");
    let (_, last) = offers.last().unwrap();
    assert_eq!(session.insights(&at(39, 0)).unwrap().offered.as_ref(), Some(last));
    session.lock();

    let session = open(folder.path(), 4).unwrap();
    let offer = session.home(&at(39, 0)).unwrap().insight.unwrap();
    assert_eq!((&offer.id, offer.title.is_empty(), offer.text.is_empty()), (last, false, false));
    session.insight_seen("smooth.needs").unwrap();
    assert_eq!(session.home(&at(39, 0)).unwrap().insight, Some(offer), "another one than the offered was seen");
    session.insight_seen(last).unwrap();
    assert_eq!(session.home(&at(39, 0)).unwrap().insight, None);
    let unknown = content_unchanged(folder.path(), || session.insight_seen("mood"));
    assert!(matches!(unknown, Err(Error::NotFound { kind: Missing::Insight, id }) if id.is_empty()));
    assert_eq!(session.home(&at(60, 0)).unwrap().insight, None, "without an answer there is nothing new to say");
}

#[test]
fn switched_off_nothing_is_worked_out() {
    in_vault(|session| {
        for day in 0..20 {
            check_in(session, day, 2, 1);
        }
        let ctx = at(19, 0);
        assert!(session.home(&ctx).unwrap().insight.is_some());
        let off = session.set_insights(&ctx, false).unwrap();
        assert_eq!((off.on, off.offered, off.cards.len()), (false, None, 0));
        assert_eq!(session.insights(&ctx).unwrap().cards.len(), 0);
        let chart = session.insight_series(&ctx, SeriesId::Mood, InsightRange::Month).unwrap();
        assert_eq!((chart.points.len(), chart.n, chart.gaps), (0, 0, 0));
        for day in 20..40 {
            check_in(session, day, 2, 1);
            assert_eq!(session.home(&at(day, 0)).unwrap().insight, None);
        }
        let on = session.set_insights(&at(39, 0), true).unwrap();
        assert!(on.on && card(&on, "count.check_in").n == 28);
    });
}

#[test]
fn in_care_mode_the_words_are_the_same() {
    in_vault(|session| {
        session.answer_safety(&ALL_NO).unwrap();
        for day in 0..60 {
            check_in(session, day, i32::try_from(day % 5).unwrap(), i32::try_from(day % 2).unwrap());
        }
        let before = session.insights(&at(59, 0)).unwrap();
        session.enter_care_mode().unwrap();
        assert_eq!(session.insights(&at(59, 0)).unwrap(), before);
    });
}

#[test]
fn two_checks_are_set_side_by_side() {
    in_vault(|session| {
        session.answer_safety(&ALL_NO).unwrap();
        taken(session, &at(0, 0), leaning(1, 2));
        let one = session.insights(&at(0, 1)).unwrap();
        assert_eq!(card(&one, "check_change").result, InsightResult::NotEnough { needed: 1 });
        taken(session, &at(40, 0), leaning(4, 2));
        let two = card(&session.insights(&at(40, 1)).unwrap(), "check_change");
        let InsightResult::CheckChange { baseline_day, run_day, parts } = &two.result else { panic!("two runs: {two:?}") };
        assert_eq!((*baseline_day, *run_day), (today(&at(0, 0)), today(&at(40, 0))));
        assert!(!parts.is_empty() && parts.iter().all(|part| part.points.is_finite() && (0.0..=1.0).contains(&part.p)));
        assert_eq!(two.n, 2);
    });
}
