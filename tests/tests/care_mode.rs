//! Care mode: what needs the partner is absent from every answer of the core, not merely hidden.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use ampersand_core::app::Session;
use ampersand_core::assessment::answers::Answers;
use ampersand_core::assessment::guidance::{CardKind, Circumstances, suggest};
use ampersand_core::assessment::help::HelpKind;
use ampersand_core::assessment::instrument::{Item, Part, ScaleId};
use ampersand_core::assessment::safety::SafetyAnswer::{self, No, Skip, Yes};
use ampersand_core::assessment::score::score;
use ampersand_core::practice::catalogue::PracticeArea;
use ampersand_tests::world::{ALL_NO, Seeded, at, create, given, instrument, leaning, taken};
use serde_json::Value;

const PRACTICES: &str = include_str!("../../core/data/practices.v1.json");

/// Every text of every practice that needs the partner, as it looks inside a printed answer.
fn texts_with_the_partner() -> Vec<String> {
    let file: Value = serde_json::from_str(PRACTICES).unwrap();
    let practices = file["practices"].as_array().unwrap().iter().filter(|practice| practice["solo_ok"] == false);
    let texts = practices.flat_map(|practice| {
        let steps = practice["steps"].as_array().unwrap().iter();
        steps
            .chain([&practice["id"], &practice["title"], &practice["why"]])
            .map(|text| text.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    });
    let found: Vec<String> = texts.map(|text| format!("{text:?}")).collect();
    assert!(found.len() > 20, "{found:?}");
    found
}

/// Whether a practice of the file that needs the partner is in what was printed.
fn named(printed: &str) -> Vec<String> {
    texts_with_the_partner().into_iter().filter(|text| printed.contains(text)).collect()
}

/// How somebody answers each item.
type Profile = Box<dyn Fn(&Item) -> Option<i32>>;

/// Answers of all kinds: one-sided, mixed, and by chance.
fn profiles() -> Vec<Profile> {
    let mut profiles: Vec<Profile> = vec![
        Box::new(leaning(4, 0)),
        Box::new(leaning(0, 4)),
        Box::new(leaning(3, 1)),
        Box::new(|item| Some(if item.scale == ScaleId::Oc { 0 } else { 4 })),
        Box::new(|item| Some(if item.id.starts_with('B') { 0 } else { 3 })),
    ];
    for seed in 1..=40 {
        profiles.push(Box::new(move |item| {
            let place = instrument().position(&item.id).unwrap();
            let mut random = Seeded(seed * 100 + place as u64);
            let drawn = (0..3).map(|_| random.next_number()).last().unwrap() % 6;
            i32::try_from(drawn).ok().filter(|value| *value < 5)
        }));
    }
    profiles
}

fn in_vault() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 31);
    (folder, session)
}

#[test]
fn no_answer_of_the_core_holds_what_needs_the_partner() {
    let (_folder, session) = in_vault();
    session.answer_safety(&ALL_NO).unwrap();
    let mut settings = session.settings().unwrap();
    (settings.also_in_past, settings.sexual_opt_in) = (true, true);
    session.save_settings(&settings).unwrap();
    for (n, profile) in (0..).zip(profiles().into_iter().take(8)) {
        let run = taken(&session, &at(30 * n, 0), profile);
        let open = session.check_result(run).unwrap();
        if n < 5 {
            assert!(!named(&format!("{open:?}")).is_empty(), "profile {n}: without care mode they are there");
            assert!(open.suggestions.iter().any(|suggestion| suggestion.need.area == PracticeArea::Oc));
        }
        let care_text = session.enter_care_mode().unwrap().care_text.unwrap();
        let told = session.check_result(run).unwrap();
        assert_eq!(named(&format!("{told:?}")), Vec::<String>::new(), "profile {n}");
        assert!(told.suggestions.iter().all(|suggestion| suggestion.need.area != PracticeArea::Oc), "profile {n}");
        assert!(!told.choose_between.contains(&PracticeArea::Oc), "profile {n}");
        assert!(told.boundary.is_none(), "profile {n}");
        let banned = [CardKind::TherapyIndividualOrCouple, CardKind::CheckingAndPushing];
        assert!(told.cards.iter().all(|card| !banned.contains(card)), "profile {n}: {:?}", told.cards);
        for (scale, about) in ScaleId::ALL.into_iter().zip(told.about) {
            assert_eq!(about == care_text, scale.part() == Part::Pattern, "profile {n}: {scale:?}");
        }
        let (text, help) = told.care.unwrap();
        assert_eq!((text, help.lines[0].kind), (care_text, HelpKind::Emergency));
        assert_eq!(told.scores, open.scores, "profile {n}: what was answered stays as it is");
        session.leave_care_mode(&ALL_NO).unwrap();
    }
}

#[test]
fn guidance_of_given_answers_keeps_to_it_too() {
    let mut seen = (false, false);
    for profile in profiles() {
        let given: Vec<_> = instrument().items.iter().filter_map(|item| profile(item).map(|value| given(&item.id, value))).collect();
        let answers = Answers::collect(instrument(), &given).unwrap();
        let scores = score(instrument(), &answers, false).unwrap();
        for (also_in_past, sexual_opt_in, earlier_pattern) in [(false, false, None), (true, true, Some(90.0)), (false, true, Some(70.0))] {
            let asked = |solo_mode| {
                suggest(instrument(), &answers, &scores, Circumstances { solo_mode, also_in_past, sexual_opt_in, earlier_pattern })
            };
            let (open, care) = (asked(false).unwrap(), asked(true).unwrap());
            assert!(care.ranking.iter().all(|need| need.area != PracticeArea::Oc) && !care.choose_between.contains(&PracticeArea::Oc));
            assert!(care.boundary_kind.is_none());
            let with_partner =
                |cards: &[CardKind]| (cards.contains(&CardKind::TherapyIndividualOrCouple), cards.contains(&CardKind::CheckingAndPushing));
            assert_eq!(with_partner(&care.cards), (false, false));
            let (couple, pushing) = with_partner(&open.cards);
            assert_eq!(care.cards.contains(&CardKind::TherapyIndividual), couple, "the one stands in for the other");
            seen = (seen.0 || couple, seen.1 || pushing);
        }
    }
    assert_eq!(seen, (true, true), "profiles in which nothing would be left out say nothing");
}

#[test]
fn coming_and_going() {
    let (_folder, session) = in_vault();
    let page = session.safety_page().unwrap();
    assert_eq!((page.texts.questions.len(), page.care_mode, page.answered_before), (5, false, false));
    let answered = |answers: [SafetyAnswer; 5]| session.answer_safety(&answers).map(|it| (it.care_mode, it.show_support)).unwrap();
    assert_eq!(answered([No, No, Skip, No, No]), (false, true), "a skip shows support and changes nothing");
    assert_eq!(answered([No, No, No, No, Yes]), (true, true));
    assert!(session.home(&at(0, 0)).unwrap().care_mode);
    assert!(answered(ALL_NO).0, "a no never means safe");
    let left = |answers: [SafetyAnswer; 5]| !session.leave_care_mode(&answers).unwrap().care_mode;
    assert!(!left([No, No, No, No, Skip]) && !left([Yes, No, No, No, No]));
    assert!(session.safety_page().unwrap().care_mode);
    assert!(left(ALL_NO) && !session.safety_page().unwrap().care_mode);
    let outcome = session.enter_care_mode().unwrap();
    assert!(outcome.care_mode && outcome.show_support && !outcome.help.lines.is_empty());
    for count in [0, 4, 6] {
        for refused in [session.answer_safety(&vec![No; count]), session.leave_care_mode(&vec![No; count])] {
            assert_eq!(refused.unwrap_err().to_string(), "invalid safety: wrong_count");
        }
    }
    assert!(session.safety_page().unwrap().care_mode, "what was refused changed nothing");
}

#[test]
fn help_follows_the_choice_and_the_place() {
    let (_folder, session) = in_vault();
    assert_eq!(session.help().unwrap().region.as_deref(), Some("GB"), "the locale's");
    let mut settings = session.settings().unwrap();
    settings.region = Some("DE".into());
    session.save_settings(&settings).unwrap();
    let help = session.help().unwrap();
    assert_eq!((help.region.as_deref(), help.lines[0].contact.as_str(), help.check_first), (Some("DE"), "112", true));
    assert!(!help.directory_url.is_empty() && help.regions.iter().any(|region| region == "DE"));
}
