//! What was noted as series: what counts, what is a gap, and on how many days something was asked.

use super::*;
use crate::checkin::daily::DailyCheckIn;
use crate::checkin::daily::TAPS;

fn day(after: u32) -> CivilDate {
    let first: CivilDate = "2026-10-01".parse().unwrap();
    first.plus_days(after)
}

fn taps(after: u32, taps: [Option<u8>; 5], sixth: &str, sixth_tap: Option<u8>) -> DayTaps {
    DayTaps { day: day(after), taps, sixth: sixth.into(), sixth_tap }
}

fn noted() -> Noted {
    Noted {
        check_ins: vec![
            taps(0, [Some(0), None, Some(4), Some(0), Some(1)], "contact", Some(0)),
            taps(2, [Some(3), Some(2), None, Some(3), Some(0)], "limit_kept", Some(1)),
            taps(3, [None, None, None, Some(2), None], "whose_feeling", Some(3)),
        ],
        since: Some(day(0)),
        weeks: vec![WeekFigures { from: day(0), pattern: Some(25.0), strength: None }],
        weeks_since: Some(day(0)),
        contacts: vec![day(0), day(5), day(5)],
        limits: vec![(day(2), false), (day(6), true), (day(6), true), (day(6), false)],
        breadth: vec![DayValue { day: day(4), value: 2.5 }],
    }
}

fn known() -> Known {
    Known::of(&noted(), day(9)).unwrap()
}

fn values(id: SeriesId) -> Vec<(u32, f64)> {
    known().series(id).points().iter().map(|point| (u32::try_from(point.day.days_since(day(0))).unwrap(), point.value)).collect()
}

#[test]
fn each_answer_is_a_value_and_nothing_else_is() {
    assert_eq!(values(SeriesId::Mood), [(0, 0.0), (2, 3.0)]);
    assert_eq!(values(SeriesId::Energy), [(2, 2.0)]);
    assert_eq!(values(SeriesId::Needs), [(0, 4.0)]);
    assert_eq!(values(SeriesId::OwnTime), [(0, 1.0), (2, 0.0)]);
    assert_eq!(values(SeriesId::PulsePattern), [(0, 25.0)]);
    assert_eq!(values(SeriesId::PulseStrength), []);
    assert_eq!(values(SeriesId::CirclesBreadth), [(4, 2.5)]);
    assert_eq!(known().check_ins().n(), 3);
}

#[test]
fn that_it_did_not_apply_is_a_gap() {
    assert_eq!(values(SeriesId::YesMeaningNo), [(0, 0.0), (3, 2.0)]);
    let shipped: serde_json::Value = serde_json::from_str(include_str!("../../data/daily-check-in.v1.json")).unwrap();
    let items = shipped["items"].as_array().unwrap();
    let at = TAPS.iter().position(|id| *id == SeriesId::YesMeaningNo.key()).unwrap();
    assert_eq!((at, items[at]["options"].to_string()), (3, r#"["none","once","more","not_applicable"]"#.to_owned()));
    assert_eq!([0, 1, 2, 4].map(|at| TAPS[at]), [SeriesId::Mood, SeriesId::Energy, SeriesId::Needs, SeriesId::OwnTime].map(SeriesId::key));
}

#[test]
fn a_noted_contact_is_a_yes_and_a_limit_is_the_mean_of_its_day() {
    assert_eq!(values(SeriesId::Contact), [(0, 1.0), (5, 1.0)]);
    assert_eq!(values(SeriesId::LimitKept), [(2, 0.5), (6, 2.0 / 3.0)]);
}

#[test]
fn asked_days_are_those_of_its_turn_and_those_it_was_noted_on() {
    let (known, check_in) = (known(), DailyCheckIn::current().unwrap());
    let turn = |day: CivilDate| SeriesId::ALL.into_iter().find(|id| id.key() == check_in.turn(day));
    assert_eq!(known.asked(&[SeriesId::Mood], day(0).minus_days(30), turn), 10, "from the first check-in on");
    assert_eq!(known.asked(&[SeriesId::Mood], day(8), turn), 2);
    let turns = (0..10).filter(|after| turn(day(*after)) == Some(SeriesId::Contact)).map(day).collect::<Vec<_>>();
    let noted = [day(0), day(5)].into_iter().filter(|day| !turns.contains(day)).count();
    assert_eq!(known.asked(&[SeriesId::Contact], day(0), turn), u32::try_from(turns.len() + noted).unwrap());
    assert_eq!(known.asked(&[SeriesId::Mood, SeriesId::Contact], day(0), turn), u32::try_from(turns.len() + noted).unwrap());
    assert_eq!(known.asked_weeks(&[day(0).minus_days(7), day(0), day(7)]), 2);
    let nobody = Known::of(
        &Noted { check_ins: vec![], since: None, weeks: vec![], weeks_since: None, contacts: vec![], limits: vec![], breadth: vec![] },
        day(9),
    )
    .unwrap();
    assert_eq!((nobody.asked(&[SeriesId::Mood], day(0), turn), nobody.asked_weeks(&[day(0)])), (0, 0));
    assert_eq!((gaps(28, 12), gaps(3, 5)), (16, 0));
}

#[test]
fn days_out_of_order_are_a_fault_of_the_vault() {
    let mut wrong = noted();
    wrong.check_ins.reverse();
    assert!(matches!(Known::of(&wrong, day(9)), Err(Error::Internal(_))));
}
