//! The breadth against cases worked out by hand, its bounds, and what a source and a day may be.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> CivilDate {
    text.parse().expect("a date")
}

fn effective_of(contacts: &[u32]) -> f64 {
    spread(contacts).effective.expect("enough contacts")
}

#[test]
fn the_breadth_of_cases_worked_out_by_hand() {
    for (contacts, by_hand) in [
        // One source: H = 0.
        (&[5][..], 1.0),
        // Equal ones: H = ln n.
        (&[2, 2, 2], 3.0),
        (&[1, 1, 1, 1, 1], 5.0),
        // 8 and 2 of 10: H = -(0.8 ln 0.8 + 0.2 ln 0.2) = 0.178514841051 + 0.321887582487 = 0.500402423538.
        (&[8, 2], 1.649_384_888_466_117_7),
        // 6, 3, 1 of 10: H = 0.306495374260 + 0.361191841298 + 0.230258509299 = 0.897945724857.
        (&[6, 3, 1], 2.454_555_595_891_147_6),
        // 4, 1, 1 of 6, as 6 / 4^(4/6): 6 / 2.519842099790.
        (&[4, 1, 1], 2.381_101_577_952_299),
    ] {
        let found = effective_of(contacts);
        assert!((found - by_hand).abs() < 1e-9, "{contacts:?}: {found}, by hand {by_hand}");
    }
    assert_eq!(spread(&[3, 0, 3, 0]).effective, Some(2.0), "a source without contact adds nothing");
}

#[test]
fn below_five_contacts_there_is_no_figure() {
    for (contacts, needed) in [(&[][..], 5), (&[0, 0], 5), (&[4], 1), (&[2, 2], 1), (&[3, 2], 0)] {
        let found = spread(contacts);
        assert_eq!((found.needed, found.effective.is_some(), found.top.is_some()), (needed, needed == 0, needed == 0), "{contacts:?}");
        assert_eq!(found.contacts, contacts.iter().sum::<u32>());
    }
    assert!(!spread(&[4]).rests_on_one, "four with one are too few to say so");
}

#[test]
fn the_top_one_has_a_share_and_past_four_fifths_it_is_said() {
    for (contacts, top, rests) in [
        (&[1, 4][..], (1, 0.8), false),
        (&[1, 5], (1, 5.0 / 6.0), true),
        (&[3, 3], (0, 0.5), false),
        (&[0, 5], (1, 1.0), true),
        (&[2, 1, 2], (0, 0.4), false),
    ] {
        let found = spread(contacts);
        assert_eq!((found.top, found.rests_on_one), (Some(top), rests), "{contacts:?}");
    }
}

#[test]
fn no_number_of_contacts_makes_a_wrong_figure() {
    let found = spread(&[u32::MAX, u32::MAX, 1]);
    assert!(found.contacts == u32::MAX && found.effective.is_some_and(f64::is_finite), "{found:?}");
}

proptest! {
    #[test]
    fn it_lies_between_one_and_the_number_of_sources(contacts in proptest::collection::vec(0..30_u32, 1..60)) {
        let with_any = u32::try_from(contacts.iter().filter(|count| **count > 0).count()).unwrap();
        let found = spread(&contacts);
        prop_assert_eq!(found.effective.is_some(), contacts.iter().sum::<u32>() >= FEWEST_CONTACTS);
        if let (Some(effective), Some((_, share))) = (found.effective, found.top) {
            prop_assert!((1.0..=f64::from(with_any)).contains(&effective), "{effective} of {with_any}");
            prop_assert!(effective * share >= 1.0 - 1e-9, "never narrower than the top one alone makes it");
        }
    }

    #[test]
    fn equal_contacts_give_exactly_their_number(sources in 1..60_usize, each in 5..30_u32) {
        prop_assert_eq!(spread(&vec![each; sources]).effective, Some(f64::from(u32::try_from(sources).unwrap())));
    }

    #[test]
    fn the_order_and_the_scale_do_not_matter(contacts in proptest::collection::vec(1..20_u32, 5..20), times in 1..9_u32) {
        let backwards: Vec<u32> = contacts.iter().rev().copied().collect();
        let more: Vec<u32> = contacts.iter().map(|count| count * times).collect();
        let found = effective_of(&contacts);
        prop_assert!((found - effective_of(&backwards)).abs() < 1e-9 && (found - effective_of(&more)).abs() < 1e-9);
    }
}

#[test]
fn a_name_is_one_line_of_40_characters() {
    let content = |name: &str| SourceContent { name: name.into(), love: LoveKind::Friends, gives: vec![] };
    let refused = |reason| Err(InvalidInput::new(Field::Label, reason));
    let longest = "ä".repeat(40);
    for (name, kept) in [
        ("  Ada \t", Ok("Ada")),
        (longest.as_str(), Ok(longest.as_str())),
        ("", refused(Reason::TooShort)),
        (" \n ", refused(Reason::TooShort)),
        ("one\ntwo", refused(Reason::ControlCharacter)),
        ("one\u{2028}two", refused(Reason::ControlCharacter)),
        ("bell\u{7}", refused(Reason::ControlCharacter)),
        (&*format!("{longest}x"), refused(Reason::TooLong)),
    ] {
        assert_eq!(content(name).kept().map(|kept| kept.name), kept.map(str::to_owned), "{name:?}");
    }
}

#[test]
fn gifts_are_kept_in_their_order_and_each_once() {
    let content = |gives| SourceContent { name: "Choir".into(), love: LoveKind::Community, gives };
    assert_eq!(content(vec![Gift::Making, Gift::Listening]).kept().unwrap().gives, [Gift::Listening, Gift::Making]);
    assert_eq!(content(vec![Gift::Fun, Gift::Fun]).kept(), Err(InvalidInput::new(Field::Gives, Reason::Duplicate)));
}

#[test]
fn a_contact_is_of_today_or_of_the_27_days_before() {
    let today = day("2026-11-23");
    for (asked, may) in [
        ("2026-11-24", Err(Reason::OutOfRange)),
        ("2026-11-23", Ok(())),
        ("2026-10-27", Ok(())),
        ("2026-10-26", Err(Reason::TooLate)),
        ("1900-01-01", Err(Reason::TooLate)),
    ] {
        assert_eq!(
            may_log(day(asked), today).map_err(|refused| (refused.field, refused.reason)),
            may.map_err(|reason| (Field::Date, reason))
        );
    }
    assert_eq!(first_day(today), day("2026-10-27"));
}

#[test]
fn in_care_mode_nothing_leads_to_the_partner() {
    let hidden: Vec<LoveKind> = LoveKind::ALL.into_iter().filter(|love| !love.is_shown(true)).collect();
    assert_eq!(hidden, [LoveKind::Partner]);
    assert!(LoveKind::ALL.iter().all(|love| love.is_shown(false)));
}
