//! The shipped check-in is the design's, a broken one is refused, and answers are held to what was asked on their day.

use super::*;

fn shipped() -> DailyCheckIn {
    DailyCheckIn::current().expect("holds together").clone()
}

fn day(text: &str) -> CivilDate {
    text.parse().expect("a date")
}

fn tap(item: &str, value: i32) -> TapAnswer {
    TapAnswer { item: item.into(), value: Some(value) }
}

fn kept(day: CivilDate, answers: &CheckInAnswers) -> Result<KeptCheckIn, InvalidInput> {
    shipped().keep(day, answers, Words::current().expect("shipped"))
}

fn refused(field: Field, reason: Reason) -> Result<KeptCheckIn, InvalidInput> {
    Err(InvalidInput::new(field, reason))
}

#[test]
fn the_shipped_file_is_the_check_in_of_the_design() {
    let items = shipped().items(day("2026-11-22"), "en-GB").expect("named");
    let asked: Vec<_> = items.iter().map(|item| (item.id.as_str(), item.kind, item.options.len())).collect();
    assert_eq!(
        asked,
        [
            ("mood", TapKind::Scale, 5),
            ("energy", TapKind::Scale, 5),
            ("needs", TapKind::Scale, 5),
            ("yes_meaning_no", TapKind::Choice, 4),
            ("own_time", TapKind::YesNo, 2),
            ("want_or_need", TapKind::Choice, 4),
        ]
    );
    assert!(items.iter().all(|item| item.options.iter().map(|option| option.value).eq(0..u8::try_from(item.options.len()).expect("few"))));
    let words = |place: usize| items[place].options.iter().map(|option| option.label.as_str()).collect::<Vec<_>>();
    assert_eq!(words(0), ["very bad", "bad", "in between", "good", "very good"]);
    assert_eq!(words(4), ["No", "Yes"]);
}

#[test]
fn each_rotating_item_has_its_turn_by_the_number_of_the_day() {
    let check_in = shipped();
    let first = day("2026-11-23");
    let ids: Vec<String> = (0..8).map(|n| check_in.sixth(first.plus_days(n)).id.clone()).collect();
    assert_eq!(ids[..4], ["limit_kept", "contact", "whose_feeling", "want_or_need"]);
    assert_eq!(ids[..4], ids[4..]);
    // 1970-01-01 is day 0, the day before it day -1.
    assert_eq!(check_in.sixth(day("1970-01-01")).id, "limit_kept");
    assert_eq!(check_in.sixth(day("1969-12-31")).id, "want_or_need");
    for n in 0..4 {
        assert!(check_in.items(first.plus_days(n), "en").is_ok_and(|items| items.len() == 6), "every option has a word");
    }
}

#[test]
fn a_file_that_does_not_hold_together_is_refused() {
    let broken: [fn(&mut DailyCheckIn); 10] = [
        |file| file.version = 0,
        |file| file.items.swap(0, 1),
        |file| drop(file.items.pop()),
        |file| file.rotating.clear(),
        |file| file.rotating[1].id = file.rotating[0].id.clone(),
        |file| file.rotating[1].id = "mood".into(),
        |file| drop(file.items[0].labels.pop()),
        |file| file.items[3].options.truncate(1),
        |file| file.items[4].options.push("perhaps".into()),
        |file| file.items[2].text.clear(),
    ];
    for (case, damage) in broken.iter().enumerate() {
        let mut file = shipped();
        damage(&mut file);
        assert!(!file.holds_together(), "case {case}");
    }
}

#[test]
fn what_is_kept_is_shown_again_item_by_item() {
    let today = day("2026-11-22");
    let given = CheckInAnswers {
        answers: vec![tap("want_or_need", 3), tap("mood", 0), tap("own_time", 1), TapAnswer { item: "energy".into(), value: None }],
        feelings: vec!["sad".into(), "calm".into()],
        line: Some("  a quiet day ".into()),
    };
    let kept = kept(today, &given).expect("taken");
    assert_eq!((kept.mood(), kept.taps, kept.sixth_tap), (Some(0), [Some(0), None, None, None, Some(1)], Some(3)));
    let shown = kept.answers();
    let values: Vec<_> = shown.answers.iter().map(|tap| (tap.item.as_str(), tap.value)).collect();
    let order =
        [("mood", Some(0)), ("energy", None), ("needs", None), ("yes_meaning_no", None), ("own_time", Some(1)), ("want_or_need", Some(3))];
    assert_eq!(values, order);
    assert_eq!((shown.feelings, shown.line.as_deref()), (given.feelings, Some("a quiet day")));
    let blank = shipped().blank(today);
    assert_eq!(
        blank.answers.iter().map(|tap| &tap.item).collect::<Vec<_>>(),
        shown.answers.iter().map(|tap| &tap.item).collect::<Vec<_>>()
    );
    assert!(blank.answers.iter().all(|tap| tap.value.is_none()) && blank.feelings.is_empty() && blank.line.is_none());
}

#[test]
fn one_answer_of_whatever_kind_is_enough_and_none_is_refused() {
    let today = day("2026-11-22");
    let nothing = refused(Field::Answers, Reason::NothingAnswered);
    let skipped = CheckInAnswers { answers: shipped().blank(today).answers, feelings: vec![], line: Some("  ".into()) };
    assert_eq!(kept(today, &CheckInAnswers::default()), nothing);
    assert_eq!(kept(today, &skipped), nothing);
    for enough in [
        CheckInAnswers { answers: vec![tap("needs", 0)], ..CheckInAnswers::default() },
        CheckInAnswers { answers: vec![tap("want_or_need", 0)], ..CheckInAnswers::default() },
        CheckInAnswers { feelings: vec!["numb".into()], ..CheckInAnswers::default() },
        CheckInAnswers { line: Some("rain".into()), ..CheckInAnswers::default() },
    ] {
        assert!(kept(today, &enough).is_ok(), "{enough:?}");
    }
}

#[test]
fn answers_to_what_was_not_asked_that_day_are_refused() {
    let today = day("2026-11-22");
    let of = |answers: Vec<TapAnswer>| kept(today, &CheckInAnswers { answers, ..CheckInAnswers::default() });
    assert_eq!(of(vec![tap("limit_kept", 1)]), refused(Field::Item, Reason::UnknownItem), "it has its turn on another day");
    assert_eq!(of(vec![tap("mood", 5)]), refused(Field::Value, Reason::OutOfRange));
    assert_eq!(of(vec![tap("own_time", 2)]), refused(Field::Value, Reason::OutOfRange));
    assert_eq!(of(vec![tap("yes_meaning_no", 4)]), refused(Field::Value, Reason::OutOfRange));
    let feeling = |feelings: &[&str]| {
        let feelings = feelings.iter().map(|id| (*id).to_owned()).collect();
        kept(today, &CheckInAnswers { feelings, ..CheckInAnswers::default() })
    };
    assert_eq!(feeling(&["blue"]), refused(Field::Feelings, Reason::UnknownFeeling));
    assert_eq!(feeling(&["sad", "sad"]), refused(Field::Feelings, Reason::Duplicate));
    assert_eq!(feeling(&["sad", "calm", "angry", "proud", "happy", "numb", "okay"]), refused(Field::Feelings, Reason::TooMany));
}
