use super::*;
use crate::reminder::repeat::{Repeat, WeekdaySet};
use crate::reminder::samples::{daily, daily_at, date, from_to, id, quiet, settings, time};
use crate::time::Weekday;

fn problems(rules: &[Rule], settings: &ReminderSettings) -> Vec<(RuleId, Option<u8>, ProblemKind)> {
    let found = rule_problems(rules, settings, date("2026-11-23")).expect("valid");
    found.into_iter().map(|it| (it.rule, it.slot, it.kind)).collect()
}

#[test]
fn a_rule_that_works_has_none() {
    assert_eq!(problems(&[daily_at(1, "20:00")], &quiet("22:00", "07:00")), []);
    assert_eq!(problems(&[], &settings()), []);
}

#[test]
fn a_day_that_never_comes() {
    let with = |change: &dyn Fn(&mut Rule)| {
        let mut rule = daily_at(1, "20:00");
        change(&mut rule);
        problems(&[rule], &settings())
    };
    let never = [(id(1), None, ProblemKind::NeverComes)];
    assert_eq!(with(&|rule| rule.repeat = Repeat::Once(date("2026-11-22"))), never);
    assert_eq!(with(&|rule| rule.repeat = Repeat::Once(date("2026-11-23"))), []);
    assert_eq!(with(&|rule| rule.repeat = Repeat::Once(date("2199-01-01"))), []);
    assert_eq!(with(&|rule| rule.ends_on = Some(date("2026-11-22"))), never);
    let monday = WeekdaySet::new([Weekday::from_iso(1).expect("Monday")]).expect("one");
    let week = |first: &'static str, last: &'static str| {
        let between = (Some(date(first)), Some(date(last)));
        with(&move |rule| (rule.repeat, (rule.starts_on, rule.ends_on)) = (Repeat::Weekdays(monday), between))
    };
    assert_eq!(week("2026-11-24", "2026-11-29"), never, "no Monday in between");
    assert_eq!(week("2026-11-24", "2026-11-30"), []);
    assert_eq!(with(&|rule| (rule.enabled, rule.ends_on) = (false, Some(date("2026-11-22")))), [], "it is off");
}

#[test]
fn quiet_hours_that_always_swallow_it() {
    let swallowed = |time: SlotTime, grace_min| {
        let rule = Rule { grace_min, ..daily(1, &[time]) };
        problems(&[rule], &quiet("22:00", "07:00")).iter().any(|it| *it == (id(1), Some(0), ProblemKind::QuietSwallows))
    };
    let clock = |text| SlotTime::At(time(text));
    assert!(swallowed(clock("23:00"), 180) && !swallowed(clock("06:00"), 180));
    // Worth saying for eight hours, but the day is over at four, before the quiet hours are.
    assert!(swallowed(clock("23:00"), 720));
    assert!(!swallowed(clock("04:30"), 180) && swallowed(clock("04:00"), 180), "until seven exactly is not until after seven");
    // One minute of the window is outside.
    assert!(!swallowed(from_to("21:59", "23:00"), 60) && swallowed(from_to("22:00", "23:00"), 60));
}

#[test]
fn a_limit_that_always_refuses_it() {
    let rules: Vec<Rule> = [(1, "09:00"), (2, "12:00"), (3, "15:00"), (4, "18:00")].map(|(number, at)| daily_at(number, at)).into();
    assert_eq!(problems(&rules, &settings()), [(id(4), Some(0), ProblemKind::LimitRefuses)]);
    let more = ReminderSettings { max_per_day: 4, ..settings() };
    assert_eq!(problems(&rules, &more), []);
    // Refused on most days is not refused on all.
    let mut weekly = rules.clone();
    weekly[0].repeat = Repeat::Weekdays(WeekdaySet::new([Weekday::from_iso(1).expect("Monday")]).expect("one"));
    assert_eq!(problems(&weekly, &settings()), []);
    // What two rules say at the same time takes one place.
    let mut together = rules;
    together[3].slots[0].time = SlotTime::At(time("15:05"));
    assert_eq!(problems(&together, &settings()), []);
}

#[test]
fn a_time_so_late_that_the_day_ends_first() {
    let cut = |clock: &str, grace_min| !problems(&[Rule { grace_min, ..daily_at(1, clock) }], &settings()).is_empty();
    assert!(!cut("01:00", 180) && cut("01:01", 180));
    assert!(cut("23:59", 720) && !cut("16:00", 720));
    let of_window = |from, to| problems(&[daily(1, &[from_to(from, to)])], &settings());
    assert_eq!(of_window("00:00", "01:01"), []);
    assert_eq!(of_window("00:00", "01:02"), [(id(1), Some(0), ProblemKind::GraceCutShort)]);
    // The window's minutes in quiet hours are not drawn.
    assert_eq!(problems(&[daily(1, &[from_to("00:00", "04:00")])], &quiet("01:00", "04:00")), []);
}

#[test]
fn each_time_has_its_own_and_what_is_refused_is_told() {
    let rule = daily(1, &[SlotTime::At(time("20:00")), SlotTime::At(time("03:00"))]);
    assert_eq!(problems(std::slice::from_ref(&rule), &settings()), [(id(1), Some(1), ProblemKind::GraceCutShort)]);
    let broken = Rule { grace_min: 0, ..rule };
    assert!(rule_problems(&[broken], &settings(), date("2026-11-23")).is_err());
}
