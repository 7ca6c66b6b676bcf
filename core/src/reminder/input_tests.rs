use super::*;
use crate::reminder::plan::plan;
use crate::reminder::rule::Slot;
use crate::reminder::samples::{HOUR, at, daily_at, date, id, in_berlin, input};
use crate::time::{CivilTime, ZoneTransition};

fn refusal(change: impl FnOnce(&mut PlanInput)) -> Result<(), (Field, Reason)> {
    let mut input = input(in_berlin("2026-06-01", "12:00"), vec![daily_at(1, "20:00"), daily_at(2, "09:00")]);
    change(&mut input);
    let planned = plan(&input).map(|_| ()).map_err(|why| (why.field, why.reason));
    if let Err(why) = input.check() {
        assert_eq!(planned, Err((why.field, why.reason)), "nothing is planned with what does not pass the check");
    }
    planned
}

#[test]
fn the_bounds_of_a_plan() {
    for (cap, horizon_days) in [(1, 1), (1000, 60)] {
        assert_eq!(refusal(|input| (input.cap, input.horizon_days) = (cap, horizon_days)), Ok(()));
    }
    for cap in [0, 1001] {
        assert_eq!(refusal(|input| input.cap = cap), Err((Field::Cap, Reason::OutOfRange)), "{cap}");
    }
    for days in [0, 801] {
        assert_eq!(refusal(|input| input.horizon_days = days), Err((Field::HorizonDays, Reason::OutOfRange)), "{days}");
    }
}

#[test]
fn rules_are_few_and_each_has_its_own_id() {
    let rules = |count: u8| (0..count).map(|number| daily_at(number, "20:00")).collect();
    assert_eq!(refusal(|input| input.rules = rules(100)), Ok(()));
    assert_eq!(refusal(|input| input.rules = rules(101)), Err((Field::Rules, Reason::TooMany)));
    assert_eq!(refusal(|input| input.rules[1].id = id(1)), Err((Field::Rules, Reason::Duplicate)));
    assert_eq!(refusal(|input| input.rules.clear()), Ok(()), "nothing to say is a plan");
}

#[test]
fn what_a_rule_or_the_settings_are_refused_for_goes_for_the_plan() {
    assert_eq!(refusal(|input| input.rules[1].grace_min = 0), Err((Field::GraceMin, Reason::OutOfRange)));
    assert_eq!(refusal(|input| input.rules[1].slots.clear()), Err((Field::Slots, Reason::WrongCount)));
    assert_eq!(refusal(|input| input.settings.max_per_day = 99), Err((Field::MaxPerDay, Reason::OutOfRange)));
    // A window is held against the day start of these settings.
    let window = |input: &mut PlanInput| {
        input.settings.day_start = CivilTime::from_minute_of_day(9 * 60);
        input.rules[0].slots = vec![Slot { id: 0, time: crate::reminder::samples::from_to("08:00", "10:00") }];
    };
    assert_eq!(refusal(window), Err((Field::Slots, Reason::HoldsDayStart)));
}

#[test]
fn a_slot_of_a_day_is_put_off_once() {
    let snooze = |rule: u8, day: &str, slot| Snooze { rule: id(rule), day: date(day), slot, until: in_berlin("2026-06-01", "21:00") };
    let different = vec![snooze(1, "2026-06-01", 0), snooze(1, "2026-06-02", 0), snooze(1, "2026-06-01", 1), snooze(2, "2026-06-01", 0)];
    assert_eq!(refusal(|input| input.snoozes = different), Ok(()));
    let same = vec![snooze(1, "2026-06-01", 0), snooze(2, "2026-06-01", 0), snooze(1, "2026-06-01", 0)];
    assert_eq!(refusal(|input| input.snoozes = same), Err((Field::Snoozes, Reason::Duplicate)));
}

#[test]
fn what_is_unknown_is_left_aside() {
    let unknown = |input: &mut PlanInput| {
        let (rule, day, slot) = (id(99), date("2026-06-01"), 77);
        input.completions = vec![Completed { rule, day, slot: Some(slot) }];
        input.shown = vec![Shown { rule: id(1), day, slot, kind: FireKind::Nudge, at: input.now }];
        input.snoozes = vec![Snooze { rule, day, slot, until: input.now }];
    };
    assert_eq!(refusal(unknown), Ok(()));
}

#[test]
fn a_zone_that_ends_too_soon_is_told() {
    let short = Err((Field::Zone, Reason::ZoneSpanShort));
    let cut = |hours: i64| {
        refusal(|input| {
            let now = input.now.millis();
            input.zone = ZoneSpan::new("Europe/Berlin".into(), now - 48 * HOUR, now + hours * HOUR, 7200, vec![]).expect("a span");
        })
    };
    // Ten days from the day's beginning at 04:00; it is noon.
    assert_eq!(cut(10 * 24 - 8), short);
    assert_eq!(cut(10 * 24 + 24), Ok(()));
    let begins_late = refusal(|input| {
        let now = input.now.millis();
        input.zone = ZoneSpan::new("Europe/Berlin".into(), now, now + 900 * HOUR, 7200, vec![]).expect("a span");
    });
    assert_eq!(begins_late, short, "today began before it");
}

#[test]
fn a_zone_out_of_order_is_no_zone() {
    let change = |at| ZoneTransition { at, offset_s: 3600 };
    let made = ZoneSpan::new("Europe/Berlin".into(), 0, 900 * HOUR, 7200, vec![change(500 * HOUR), change(400 * HOUR)]);
    assert_eq!(made, Err(InvalidInput::new(Field::Zone, Reason::ZoneSpanInvalid)));
}

#[test]
fn no_plan_is_made_before_1970_or_at_its_first_hours() {
    for millis in [-1, i64::MIN] {
        assert_eq!(Instant::from_millis(millis), Err(InvalidInput::new(Field::Now, Reason::OutOfRange)));
    }
    // The day that holds the first hours of 1970 began before it.
    let first = refusal(|input| {
        input.now = at(HOUR);
        input.zone = ZoneSpan::new("UTC".into(), 0, 900 * HOUR, 0, vec![]).expect("a span");
    });
    assert_eq!(first, Err((Field::Zone, Reason::ZoneSpanShort)));
}
