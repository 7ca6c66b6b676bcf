//! The shipped texts hold together, care mode leaves out what needs the partner, and what a question may be.

use super::*;

fn shipped() -> SupportTexts {
    serde_json::from_str(include_str!("../../../data/support.v1.json")).unwrap()
}

#[test]
fn care_mode_leaves_out_what_needs_the_partner() {
    let texts = SupportTexts::current().unwrap();
    let ids = |care| texts.questions(care).map(|question| question.id.as_str()).collect::<Vec<_>>();
    assert_eq!((ids(false).len(), ids(true).len(), texts.first_session.len()), (10, 7, 5));
    assert!(ids(false).contains(&"come-together") && !ids(true).contains(&"come-together"));
    assert!(texts.questions(true).all(|question| !question.text.contains("partner") && !question.text.contains("both of us")));
    assert!(texts.question("both-heard").unwrap().is_for_couples() && texts.question("nobody-asks").is_none());
}

#[test]
fn a_file_that_does_not_hold_together_is_refused() {
    assert!(shipped().holds_together());
    let broken: [fn(&mut SupportTexts); 8] = [
        |texts| texts.version = 0,
        |texts| texts.language.clear(),
        |texts| texts.first_session.clear(),
        |texts| texts.questions[0].text.clear(),
        |texts| texts.questions[1].id = texts.questions[0].id.clone(),
        |texts| texts.questions.retain(|question| !question.solo_ok),
        |texts| drop(texts.summary.remove("title")),
        |texts| drop(texts.summary.insert("of_no_use".into(), "Text".into())),
    ];
    for (at, break_it) in broken.iter().enumerate() {
        let mut texts = shipped();
        break_it(&mut texts);
        assert!(!texts.holds_together(), "{at}");
    }
}

#[test]
fn a_question_is_one_line_of_300_characters() {
    let refused = |reason| Err(InvalidInput::new(Field::Question, reason));
    let longest = "ä".repeat(300);
    for (text, kept) in [
        ("  Do you like tea? \n", Ok("Do you like tea?")),
        (longest.as_str(), Ok(longest.as_str())),
        ("", refused(Reason::TooShort)),
        (" \t", refused(Reason::TooShort)),
        ("one\ntwo", refused(Reason::ControlCharacter)),
        ("one\u{2029}two", refused(Reason::ControlCharacter)),
        (&*format!("{longest}x"), refused(Reason::TooLong)),
    ] {
        assert_eq!(question_of(text), kept.map(str::to_owned), "{text:?}");
    }
}
