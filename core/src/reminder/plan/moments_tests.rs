//! The minute of a window: drawn, and always the same.

use crate::reminder::input::FireKind;
use crate::reminder::input::PlanInput;
use crate::reminder::plan::{FireId, plan};
use crate::reminder::rule::SlotTime;
use crate::reminder::samples::{daily, daily_at, date, from_to, id, in_berlin, input, quiet, time};
use crate::reminder::settings::Salt;
use crate::time::CivilTime;

fn with_window(window: SlotTime) -> PlanInput {
    PlanInput { cap: 1000, horizon_days: 60, ..input(in_berlin("2026-06-01", "04:00"), vec![daily(1, &[window])]) }
}

/// What a clock shows at each fire.
fn clocks(input: &PlanInput) -> Vec<CivilTime> {
    let fires = plan(input).expect("valid").fires;
    fires.iter().map(|fire| input.zone.local(fire.at).expect("covered").1).collect()
}

#[test]
fn the_minute_is_the_one_that_the_formula_gives() {
    // Worked out by hand: SHA-256 over the salt, the rule, "2026-06-01" and the slot.
    let mut input = with_window(from_to("09:00", "12:00"));
    assert_eq!(clocks(&input)[0], time("09:32"));
    input.settings.quiet = quiet("09:05", "11:00").quiet;
    assert_eq!(clocks(&input)[0], time("11:42"));
}

#[test]
fn a_window_is_drawn_anew_each_day_within_its_minutes() {
    let drawn = clocks(&with_window(from_to("09:00", "12:00")));
    assert_eq!(drawn.len(), 60);
    assert!(drawn.iter().all(|at| (time("09:00")..time("12:00")).contains(at)), "the end is not in it");
    let different: std::collections::BTreeSet<_> = drawn.iter().collect();
    assert!(different.len() > 30, "{drawn:?}");
    assert!(clocks(&with_window(from_to("09:00", "09:01"))).iter().all(|at| *at == time("09:00")));
    assert!(clocks(&with_window(from_to("01:00", "04:00"))).iter().all(|at| *at < time("04:00")), "a night that belongs to the day before");
}

#[test]
fn it_stays_whatever_else_changes() {
    let before = clocks(&with_window(from_to("09:00", "12:00")));
    let mut later = with_window(from_to("09:00", "12:00"));
    later.now = in_berlin("2026-06-03", "08:00");
    later.rules.insert(0, daily_at(2, "08:00"));
    later.rules[1].grace_min = 60;
    let of_window: Vec<_> = clocks(&later).into_iter().filter(|at| *at != time("08:00")).collect();
    assert_eq!(of_window[..58], before[2..]);
    // Only salt, rule, day and slot are in it.
    let mut salted = with_window(from_to("09:00", "12:00"));
    salted.settings.salt = Salt([8; 16]);
    let mut other_rule = with_window(from_to("09:00", "12:00"));
    other_rule.rules[0].id = id(2);
    let mut other_slot = with_window(from_to("09:00", "12:00"));
    other_slot.rules[0].slots[0].id = 1;
    for other in [salted, other_rule, other_slot] {
        assert_ne!(clocks(&other), before);
    }
}

#[test]
fn it_is_outside_the_quiet_hours_where_it_can_be() {
    let hold = |start: &str, end: &str, window: SlotTime| {
        let mut input = with_window(window);
        input.settings.quiet = quiet(start, end).quiet;
        let drawn = clocks(&input);
        drawn.into_iter().map(|at| (at, input.settings.quiet.is_some_and(|quiet| quiet.hold(at)))).collect::<Vec<_>>()
    };
    let partly = hold("20:30", "07:00", from_to("19:00", "22:00"));
    assert!(partly.len() == 60 && partly.iter().all(|(at, quiet)| !quiet && *at < time("20:30")));
    // One minute is left: it is that one.
    assert!(hold("19:01", "07:00", from_to("19:00", "22:00")).iter().all(|(at, _)| *at == time("19:00")));
    // None is left: drawn among all, and moved to the end of the quiet hours like any other.
    let moved = hold("05:00", "07:00", from_to("05:30", "06:30"));
    assert!(moved.len() == 60 && moved.iter().all(|(at, _)| *at == time("07:00")), "{moved:?}");
}

#[test]
fn an_id_is_that_of_rule_day_slot_and_kind() {
    let of = |kind| FireId::of(id(1), date("2026-06-01"), 0, kind).to_string();
    assert_eq!((of(FireKind::First), of(FireKind::Nudge)), ("fdb239f156d74000".into(), "4a15b1d194e7a14e".into()));
    assert_eq!("fdb239f156d74000".parse(), Ok(FireId::of(id(1), date("2026-06-01"), 0, FireKind::First)));
    for text in ["", "0", "fdb239f156d740000", "GGGGGGGGGGGGGGGG", " db239f156d7400"] {
        assert!(text.parse::<FireId>().is_err(), "{text}");
    }
    assert!("fdb239f156d74000".to_uppercase().parse::<FireId>().is_err());
}
