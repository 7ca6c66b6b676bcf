use super::*;
use crate::assessment::answers::ItemAnswer;
use crate::assessment::score::score;

fn suggested(answer: impl Fn(&str) -> Option<i32>, given: Circumstances) -> Guidance {
    let check = Instrument::current().expect("shipped");
    let items = check.items.iter().map(|item| ItemAnswer { item: item.id.clone(), value: answer(&item.id), ms: None });
    let answers = Answers::collect(check, &items.collect::<Vec<_>>()).expect("valid");
    let scores = score(check, &answers, false).expect("scored");
    suggest(check, &answers, &scores, given).expect("suggested")
}

fn areas(guidance: &Guidance) -> Vec<PracticeArea> {
    guidance.ranking.iter().map(|need| need.area).collect()
}

#[test]
fn equal_needs_keep_their_order_and_the_person_picks() {
    let guidance = suggested(|_| Some(2), Circumstances::default());
    assert_eq!(areas(&guidance), PracticeArea::ALL);
    assert_eq!(guidance.choose_between, PracticeArea::ALL);
}

#[test]
fn care_mode_has_nothing_that_faces_the_partner() {
    let care = Circumstances { solo_mode: true, also_in_past: true, ..Circumstances::default() };
    let guidance = suggested(|item| Some(if item.starts_with('B') { 0 } else { 4 }), care);
    assert!(!areas(&guidance).contains(&PracticeArea::Oc));
    assert_eq!(guidance.boundary_kind, None);
    assert_eq!(guidance.cards, [CardKind::SafetyLines, CardKind::TherapyIndividual]);
}

#[test]
fn parts_sum_to_the_need_and_their_weights_to_one() {
    let guidance = suggested(|item| (!item.starts_with("SS")).then_some(3), Circumstances::default());
    for need in &guidance.ranking {
        let weights: f64 = need.parts.iter().map(|part| part.weight).sum();
        let points: f64 = need.parts.iter().map(|part| part.points).sum();
        assert!((weights - 1.0).abs() < 1e-9 && (points - need.need).abs() < 1e-9, "{need:?}");
        assert!(need.parts.iter().all(|part| part.scale != ScaleId::Ss));
    }
}

#[test]
fn an_area_without_any_score_is_not_ranked() {
    let guidance = suggested(|item| item.starts_with("ST").then_some(1), Circumstances::default());
    assert_eq!(areas(&guidance), [PracticeArea::St]);
    assert_eq!(suggested(|_| None, Circumstances::default()).ranking, []);
}

#[test]
fn touch_is_suggested_only_by_opt_in_but_safe_lines_come_anyway() {
    let answer = |item: &str| {
        Some(match item {
            "BS" => 0,
            "BE" => 2,
            _ => 3,
        })
    };
    let closed = suggested(answer, Circumstances::default());
    assert_eq!((closed.boundary_kind, closed.cards[0]), (Some(BoundaryKind::Emotional), CardKind::SafetyLines));
    let open = suggested(answer, Circumstances { sexual_opt_in: true, ..Circumstances::default() });
    assert_eq!(open.boundary_kind, Some(BoundaryKind::Sexual));
}

#[test]
fn therapy_needs_two_high_runs_or_an_old_pattern() {
    let high =
        |item: &str| Some(if Instrument::current().expect("shipped").items.iter().any(|i| i.id == item && i.reversed) { 0 } else { 4 });
    let cards = |given| suggested(high, given).cards;
    let earlier = |mean| Circumstances { earlier_pattern: Some(mean), ..Circumstances::default() };
    assert!(cards(Circumstances::default()).contains(&CardKind::FirstSession));
    assert!(cards(earlier(62.4)).contains(&CardKind::FirstSession));
    assert!(cards(earlier(62.5)).contains(&CardKind::TherapyIndividualOrCouple));
    assert!(!cards(earlier(62.5)).contains(&CardKind::FirstSession));
}

#[test]
fn an_impossible_earlier_mean_is_refused() {
    let check = Instrument::current().expect("shipped");
    let answers = Answers::none(check);
    let scores = score(check, &answers, false).expect("scored");
    for mean in [-0.1, 100.1, f64::NAN, f64::INFINITY] {
        let refused = suggest(check, &answers, &scores, Circumstances { earlier_pattern: Some(mean), ..Circumstances::default() });
        assert!(matches!(refused, Err(Error::Invalid(e)) if e.field == Field::EarlierPattern), "{mean}");
    }
}
