//! The shipped pulse is the design's, a broken one is refused; figures by hand, gaps, and the mean of four weeks.

use super::*;

fn shipped() -> WeeklyPulse {
    WeeklyPulse::current().expect("holds together").clone()
}

fn day(text: &str) -> CivilDate {
    text.parse().expect("a date")
}

/// Answers to the items in order; a stop leaves one out.
fn pulse(answers: &str) -> KeptPulse {
    let mut values = answers.chars().filter(|sign| *sign != ' ').map(|sign| sign.to_digit(10).and_then(|value| u8::try_from(value).ok()));
    KeptPulse { version: 1, taps: ITEMS.map(|_| values.next().expect("eight answers")) }
}

fn same(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-9,
        (one, other) => one.is_none() && other.is_none(),
    }
}

#[test]
fn the_shipped_file_is_the_pulse_of_the_design() {
    let pulse = shipped();
    assert_eq!((pulse.items.len(), pulse.answers.len(), pulse.min_answered), (8, 5, 3));
    assert_eq!(blank(), ITEMS.map(|item| TapAnswer { item: item.into(), value: None }));
}

#[test]
fn a_file_that_does_not_hold_together_is_refused() {
    let broken: [fn(&mut WeeklyPulse); 8] = [
        |file| file.version = 0,
        |file| file.items.swap(0, 1),
        |file| drop(file.items.pop()),
        |file| file.items[3].part = Part::Strength,
        |file| file.items[5].text.clear(),
        |file| file.answers.swap(0, 4),
        |file| file.min_answered = 5,
        |file| file.stem.clear(),
    ];
    for (case, damage) in broken.iter().enumerate() {
        let mut file = shipped();
        damage(&mut file);
        assert!(!file.holds_together(), "case {case}");
    }
}

#[test]
fn a_figure_is_25_times_the_mean_of_three_answers_or_four() {
    for (answers, pattern, strength) in [
        ("0000 4444", Some(0.0), Some(100.0)),
        ("1234 4321", Some(62.5), Some(62.5)),
        ("12.4 ..43", Some(175.0 / 3.0), None),
        (".... 0100", None, Some(6.25)),
        ("4..4 4.44", None, Some(100.0)),
    ] {
        let pulse = pulse(answers);
        assert!(same(shipped().figure(&pulse, Part::Pattern), pattern), "{answers}");
        assert!(same(shipped().figure(&pulse, Part::Strength), strength), "{answers}");
    }
}

#[test]
fn a_mean_of_four_weeks_needs_three_of_them() {
    let today = day("2026-11-25");
    // Five weeks in a row but for the third, then nothing up to the present one.
    let given = [
        ("2026-09-28", "0000 0000"),
        ("2026-10-11", "1111 4444"),
        ("2026-10-21", "2222 ...."),
        ("2026-10-26", "3333 2222"),
        ("2026-11-25", "4444 1111"),
    ]
    .map(|(at, answers)| (day(at), pulse(answers)));
    let weeks = shipped().weeks(today, WeekStart::Monday, &given);
    let shown: Vec<_> = weeks.iter().map(|week| (week.from.to_string(), week.pattern, week.strength)).collect();
    assert_eq!(shown.len(), 12);
    assert_eq!(shown[0], ("2026-09-07".into(), None, None));
    assert_eq!(shown[3], ("2026-09-28".into(), Some(0.0), Some(0.0)));
    assert_eq!(shown[4], ("2026-10-05".into(), Some(25.0), Some(100.0)));
    assert_eq!(shown[5], ("2026-10-12".into(), None, None));
    assert_eq!(shown[6], ("2026-10-19".into(), Some(50.0), None));
    assert_eq!(shown[11], ("2026-11-23".into(), Some(100.0), Some(25.0)));
    let of_four: Vec<_> = weeks.iter().map(|week| (week.pattern_of_four, week.strength_of_four)).collect();
    for (at, pattern, strength) in
        [(4, None, None), (5, None, None), (6, Some(25.0), None), (7, Some(50.0), None), (8, None, None), (11, None, None)]
    {
        assert!(same(of_four[at].0, pattern) && same(of_four[at].1, strength), "week {at}: {:?}", of_four[at]);
    }
}

#[test]
fn the_mean_of_the_oldest_week_reaches_back_to_the_first_day_that_is_read() {
    let today = day("2026-11-25");
    let first = first_day(today, WeekStart::Sunday);
    assert_eq!(first, day("2026-08-16"));
    let given: Vec<_> = (0..4).map(|week| (first.plus_days(week * 7), pulse("4444 0000"))).collect();
    let weeks = shipped().weeks(today, WeekStart::Sunday, &given);
    assert_eq!((weeks[0].pattern_of_four, weeks[0].strength_of_four), (Some(100.0), Some(0.0)));
    assert_eq!(weeks[0].from, day("2026-09-06"));
}

#[test]
fn where_two_lie_in_one_week_the_later_speaks_for_it() {
    let given = [("2026-11-22", "0000 0000"), ("2026-11-23", "4444 4444")].map(|(at, answers)| (day(at), pulse(answers)));
    let last = |start| *shipped().weeks(day("2026-11-25"), start, &given).last().expect("twelve");
    assert_eq!(last(WeekStart::Sunday).pattern, Some(100.0));
    assert_eq!(last(WeekStart::Monday).pattern, Some(100.0));
    assert_eq!(shipped().weeks(day("2026-11-25"), WeekStart::Monday, &given)[10].pattern, Some(0.0));
}

#[test]
fn answers_are_held_to_the_items() {
    let tap = |item: &str, value| TapAnswer { item: item.into(), value };
    let refused = |field, reason| Err(InvalidInput::new(field, reason));
    let kept = shipped().keep(&[tap("P8", Some(4)), tap("P1", Some(0)), tap("P2", None)]).expect("taken");
    assert_eq!(kept, pulse("0... ...4"));
    assert_eq!(shipped().keep(&kept.answers()), Ok(kept), "what is shown can be given again");
    assert_eq!(shipped().keep(&[]), refused(Field::Answers, Reason::NothingAnswered));
    assert_eq!(shipped().keep(&blank()), refused(Field::Answers, Reason::NothingAnswered));
    assert_eq!(shipped().keep(&[tap("p1", Some(1))]), refused(Field::Item, Reason::UnknownItem));
    assert_eq!(shipped().keep(&[tap("P1", Some(1)), tap("P1", None)]), refused(Field::Item, Reason::DuplicateItem));
    assert_eq!(shipped().keep(&[tap("P1", Some(5))]), refused(Field::Value, Reason::OutOfRange));
}
