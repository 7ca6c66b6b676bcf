//! What is no valid input: named by field and reason, and never a panic, wherever it lies.

use super::*;
use ampersand_core::error::{Field, Reason};
use ampersand_core::reminder::plan::plan;
use ampersand_core::reminder::repeat::Repeat;
use ampersand_core::reminder::rule::{Slot, SlotTime};
use ampersand_core::time::{CivilDate, Weekday, ZoneSpan, ZoneTransition};
use proptest::sample::select;

/// A way to spoil an input, and what is then said of it.
type Spoiled = (fn(&mut PlanInput), Field, Reason);

const SPOILED: [Spoiled; 24] = [
    (|input| input.cap = 0, Field::Cap, Reason::OutOfRange),
    (|input| input.cap = 1001, Field::Cap, Reason::OutOfRange),
    (|input| input.horizon_days = 0, Field::HorizonDays, Reason::OutOfRange),
    (|input| input.horizon_days = 801, Field::HorizonDays, Reason::OutOfRange),
    (|input| input.settings.max_per_day = 0, Field::MaxPerDay, Reason::OutOfRange),
    (|input| input.settings.max_per_day = 99, Field::MaxPerDay, Reason::OutOfRange),
    (|input| input.settings.join_min = 121, Field::JoinMin, Reason::OutOfRange),
    (|input| input.rules = vec![input.rules[0].clone(); 101], Field::Rules, Reason::TooMany),
    (|input| input.rules.push(input.rules[0].clone()), Field::Rules, Reason::Duplicate),
    (|input| last(input).slots.clear(), Field::Slots, Reason::WrongCount),
    (|input| last(input).slots = (0..9).map(|id| Slot { id, ..last(input).slots[0] }).collect(), Field::Slots, Reason::WrongCount),
    (|input| last(input).slots = vec![last(input).slots[0]; 2], Field::Slots, Reason::Duplicate),
    (|input| last(input).slots[0].time = window(600, 600), Field::Slots, Reason::EndBeforeStart),
    (|input| last(input).slots[0].time = window(1300, 60), Field::Slots, Reason::EndBeforeStart),
    (|input| around_the_day_start(input), Field::Slots, Reason::HoldsDayStart),
    (|input| last(input).grace_min = 0, Field::GraceMin, Reason::OutOfRange),
    (|input| last(input).grace_min = 721, Field::GraceMin, Reason::OutOfRange),
    (|input| last(input).nudge_after_min = Some(29), Field::NudgeAfterMin, Reason::OutOfRange),
    (|input| last(input).repeat = Repeat::DayOfMonth(32), Field::MonthDay, Reason::OutOfRange),
    (|input| last(input).repeat = Repeat::DayOfMonth(0), Field::MonthDay, Reason::OutOfRange),
    (|input| last(input).repeat = nth(0), Field::Nth, Reason::OutOfRange),
    (|input| last(input).repeat = nth(6), Field::Nth, Reason::OutOfRange),
    (|input| (last(input).starts_on, last(input).ends_on) = (Some(date(9)), Some(date(8))), Field::EndsOn, Reason::EndBeforeStart),
    (|input| last(input).repeat = Repeat::EveryDays { days: 367, anchor: date(0) }, Field::EveryDays, Reason::OutOfRange),
];

fn last(input: &mut PlanInput) -> &mut Rule {
    input.rules.last_mut().unwrap()
}

fn window(from: u32, to: u32) -> SlotTime {
    SlotTime::Window { from: clock(from), to: clock(to) }
}

fn nth(nth: i32) -> Repeat {
    Repeat::NthWeekday { nth, weekday: Weekday::from_iso(1).unwrap() }
}

fn date(number: i64) -> CivilDate {
    CivilDate::from_number(number).unwrap()
}

fn around_the_day_start(input: &mut PlanInput) {
    input.settings.day_start = clock(240);
    // The others' windows may hold that too.
    input.rules.truncate(1);
    last(input).slots = vec![Slot { id: 0, time: window(239, 241) }];
}

proptest! {
    #![proptest_config(cases(200))]

    /// Whatever else is in it, what is wrong is named; nothing is planned.
    #[test]
    fn bad_input_is_named(world in worlds(), (spoil, field, reason) in select(&SPOILED[..])) {
        let mut input = world.input;
        spoil(&mut input);
        let why = plan(&input).err().map(|why| (why.field, why.reason));
        prop_assert_eq!(why, Some((field, reason)));
    }

    /// Any present, any span, any dates of the calendar: a plan, or an error that names the zone, the present or a date.
    #[test]
    fn at_the_ends_of_time_there_is_a_plan_or_a_reason(
        world in worlds(),
        now in prop_oneof![Just(0), 0..7_289_654_400_000_i64, 7_289_654_300_000..7_289_654_400_000_i64],
        (back, ahead) in (0..500 * DAY, 1..1_000 * DAY),
        (day, days) in (-25_567..84_371_i64, 1..=800_u32),
        changes in proptest::collection::vec((1..100 * DAY, -64_800..=64_800_i32), 0..5),
    ) {
        let mut input = PlanInput { now: at(now), horizon_days: days, ..world.input };
        let (from, to) = (now.saturating_sub(back), now.saturating_add(ahead));
        let mut at = from;
        let changes = changes.into_iter().map(|(after, offset_s)| {
            at += after;
            ZoneTransition { at, offset_s }
        });
        let changes = changes.filter(|change| change.at < to).collect();
        input.zone = ZoneSpan::new("Etc/Any".into(), from, to, 3600, changes).unwrap();
        for rule in &mut input.rules {
            rule.starts_on = rule.starts_on.map(|_| date(day));
            rule.ends_on = None;
            if let Repeat::EveryDays { anchor, .. } | Repeat::Once(anchor) = &mut rule.repeat {
                *anchor = date(day);
            }
        }
        if let Err(why) = plan(&input) {
            prop_assert!(matches!(why.field, Field::Zone | Field::Now | Field::Date), "{why}");
        }
    }
}

/// A span whose transitions are out of order, twice at once or outside of it is none, nor is one without a name.
#[test]
fn a_span_that_contradicts_itself_is_none() {
    let change = |at| ZoneTransition { at, offset_s: 0 };
    for (from, to, changes) in [
        (0, DAY, vec![change(2 * HOUR), change(HOUR)]),
        (0, DAY, vec![change(HOUR), change(HOUR)]),
        (0, DAY, vec![change(DAY)]),
        (HOUR, DAY, vec![change(0)]),
        (DAY, DAY, vec![]),
        (DAY, 0, vec![]),
    ] {
        let why = ZoneSpan::new("Europe/Berlin".into(), from, to, 0, changes).unwrap_err();
        assert_eq!((why.field, why.reason), (Field::Zone, Reason::ZoneSpanInvalid));
    }
    assert!(ZoneSpan::new(String::new(), 0, DAY, 0, vec![]).is_err());
}
