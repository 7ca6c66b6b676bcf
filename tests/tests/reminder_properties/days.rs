//! Days and times: zones, limits, and what may never come early.

use super::*;
use ampersand_core::reminder::input::Snooze;
use ampersand_core::reminder::rule::SlotTime;
use ampersand_core::time::{CivilDate, Instant, ZoneSpan};
use ampersand_tests::zones;

/// The days on which fires were shown already, by the distinct moments.
fn said_already(world: &World, day: CivilDate) -> usize {
    let of_day = world.input.shown.iter().filter(|it| it.day == day && it.kind != FireKind::Snooze);
    of_day.map(|it| it.at).collect::<BTreeSet<_>>().len()
}

/// Whether the zone's clocks stay as they are from `from` to `to`.
fn stands(zone: &ZoneSpan, from: i64, to: i64) -> bool {
    let id = zone.id();
    !zones::named(id).changes.iter().any(|change| (from..to).contains(&change.at))
}

/// What a plan says or tells as left out, of first reminders.
fn firsts(input: &PlanInput, on: CivilDate) -> BTreeSet<Item> {
    let plan = planned(input);
    let told = plan.dropped.iter().map(|it| (*it.rule.as_bytes(), it.day, it.slot, it.kind));
    said(&plan.fires).into_iter().chain(told).filter(|it| it.1 == on && it.3 == FireKind::First).collect()
}

proptest! {
    #![proptest_config(cases(500))]

    /// A day's fires and what it has shown keep within its limit. Put-off ones are never refused: a fire that holds one
    /// does not count, and may take the room of what is not said because of it.
    #[test]
    fn p09_no_day_over_its_limit(world in worlds()) {
        let plan = planned(&PlanInput { cap: 1000, ..world.input.clone() });
        let mut days: BTreeMap<CivilDate, usize> = BTreeMap::new();
        for fire in plan.fires.iter().filter(|fire| !holds_snooze(fire)) {
            *days.entry(fire.day).or_default() += 1;
        }
        for (day, fires) in days {
            let room = usize::try_from(world.input.settings.max_per_day).unwrap().saturating_sub(said_already(&world, day));
            prop_assert!(fires <= room, "{day}: {fires} in a room of {room}");
        }
    }

    /// Answering something adds nothing of another rule to that day. Put-off ones aside; and one time of a rule that
    /// fades: an answer wakes what it leaves open, which may be said together with something that had no room alone.
    #[test]
    fn p09_an_answer_brings_no_other_reminder(
        world in worlds_without_snoozes(),
        which in any::<Index>(),
        ahead in 0..3_u32,
        slot in proptest::option::of(any::<Index>()),
    ) {
        let before = PlanInput { cap: 1000, ..world.input.clone() };
        let rule = which.get(&before.rules);
        let day = world.today().plus_days(ahead);
        let mut after = before.clone();
        let slot = slot.filter(|_| !rule.back_off).map(|slot| slot.get(&rule.slots).id);
        after.completions.push(Completed { rule: rule.id, day, slot });
        let (id, of_day) = (*rule.id.as_bytes(), |it: &Item| it.1 == day);
        let others = |input: &PlanInput| -> BTreeSet<Item> { said(&planned(input).fires).into_iter().filter(|it| of_day(it) && it.0 != id).collect() };
        let (before, after) = (others(&before), others(&after));
        prop_assert!(after.is_subset(&before), "new: {:?}", after.difference(&before).collect::<Vec<_>>());
    }

    /// In another zone the days ahead keep their fires: the same ids and items at the same time on the clock. Edges:
    /// today in either zone and the last day, changes of either clock, rules that fade or are younger than today, and
    /// what was put off.
    #[test]
    fn p10_another_zone_keeps_the_days_ahead(world in worlds_without_snoozes(), other in any::<Index>()) {
        let mut here = PlanInput { cap: 1000, ..world.input.clone() };
        here.rules.iter_mut().for_each(|rule| {
            (rule.back_off, rule.effective_from) = (false, at(here.now.millis() - 40 * DAY));
        });
        let there = PlanInput { zone: other.get(zones::all()).around(here.now.millis()), ..here.clone() };
        let days = i64::from(here.horizon_days) + 3;
        let now = here.now.millis();
        if ![&here.zone, &there.zone].into_iter().all(|zone| stands(zone, now - 3 * DAY, now + days * DAY)) {
            return Ok(());
        }
        let today = |input: &PlanInput| input.zone.logical_day(input.now, input.settings.day_start).unwrap();
        let (from, to) = (today(&here).max(today(&there)).plus_days(1), today(&here).min(today(&there)).plus_days(here.horizon_days));
        let on_the_clock = |input: &PlanInput| {
            let ahead = planned(input).fires.into_iter().filter(|fire| from <= fire.day && fire.day < to);
            ahead.map(|fire| (fire.id, input.zone.local(fire.at).unwrap(), items(&fire).collect::<Vec<_>>())).collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(on_the_clock(&here), on_the_clock(&there));
    }

    /// And where a clock does change, what the days ahead ask for is the same: each first reminder is said in both zones
    /// or told as left out. Rules that fade, are younger than today, or were put off aside.
    #[test]
    fn p10_another_zone_asks_for_the_same(world in worlds_without_snoozes(), other in any::<Index>(), ahead in 2..6_u32) {
        let mut here = PlanInput { cap: 1000, horizon_days: 8, ..world.input.clone() };
        here.rules.iter_mut().for_each(|rule| {
            (rule.back_off, rule.effective_from) = (false, at(here.now.millis() - 40 * DAY));
        });
        let there = PlanInput { zone: other.get(zones::all()).around(here.now.millis()), ..here.clone() };
        let day = world.today().plus_days(ahead);
        prop_assert_eq!(firsts(&here, day), firsts(&there, day));
    }

    /// Every instant has one day: it has begun, and the next has not. The days come in the order of the instants.
    #[test]
    fn p13_every_instant_has_one_day(moment in moments(), start in 0..1440_u32, minutes in 1..4000_i64) {
        let (zone, start) = (moment.zone.around(moment.now), clock(start));
        let begin = |day: CivilDate| zone.resolve(day, start).unwrap().millis();
        let day = |now: i64| zone.logical_day(at(now), start).unwrap();
        let today = day(moment.now);
        prop_assert!(begin(today) <= moment.now && moment.now < begin(today.plus_days(1)), "{today}");
        let holding = (-4..=4).filter(|days| {
            let other = days_from(today, *days);
            begin(other) <= moment.now && moment.now < begin(other.plus_days(1))
        });
        prop_assert_eq!(holding.count(), 1);
        prop_assert!(day(moment.now + minutes * MINUTE) >= today);
        prop_assert_eq!(day(begin(today)), today);
        prop_assert!(day(begin(today) - 1) < today);
    }

    /// Nothing comes before its own time, the beginning of its window, or its day, nor after its day; a nudge not before
    /// its distance from that, and what was put off not before the time until which it was. Of a window whose beginning
    /// the clocks leave out, what they show after the gap is in it.
    #[test]
    fn p14_nothing_before_its_time_its_window_or_its_day(world in worlds()) {
        let World { input, .. } = &world;
        for fire in planned(input).fires {
            let (begin, end) = (world.begin(fire.day), world.begin(fire.day.plus_days(1)));
            prop_assert!((begin..end).contains(&fire.at.millis()), "{fire:?}");
            for item in &fire.items {
                let rule = rule_of(input, *item.rule.as_bytes());
                let slot = rule.slots.iter().find(|slot| slot.id == item.slot).unwrap().time;
                let date = if slot.earliest() < input.settings.day_start { fire.day.plus_days(1) } else { fire.day };
                let due = input.zone.resolve(date, slot.earliest()).unwrap();
                let in_time = |at: Instant| {
                    at >= due || (matches!(slot, SlotTime::Window { .. }) && input.zone.local(at).unwrap() >= (date, slot.earliest()))
                };
                let of_slot = |it: &&Snooze| (it.rule, it.day, it.slot) == (item.rule, fire.day, item.slot);
                prop_assert!(match item.kind {
                    FireKind::First => in_time(fire.at),
                    FireKind::Nudge => in_time(at(fire.at.millis() - i64::from(rule.nudge_after_min.unwrap()) * MINUTE)),
                    FireKind::Snooze => fire.at >= input.snoozes.iter().find(of_slot).unwrap().until,
                }, "{fire:?} before {due:?}");
                prop_assert!(fire.at >= rule.effective_from || item.kind == FireKind::Snooze);
            }
        }
    }
}

/// Around every change of every zone, each of its minutes has its day, and the days are in order.
#[test]
fn p13_holds_around_every_change_of_every_zone() {
    for zone in zones::all() {
        for change in zone.changes.iter().filter(|change| (zones::FIRST + 4 * DAY..zones::LAST - 4 * DAY).contains(&change.at)) {
            let span = zone.span(change.at - 3 * DAY, change.at + 3 * DAY);
            for start in [0, 120, 240] {
                let mut latest = None;
                for quarter in -8..=8 {
                    let now = change.at + quarter * HOUR / 2;
                    let day = span.logical_day(at(now), clock(start)).unwrap();
                    let begin = |day: CivilDate| span.resolve(day, clock(start)).unwrap().millis();
                    assert!(begin(day) <= now && now < begin(day.plus_days(1)), "{} {day}", zone.id);
                    assert!(latest <= Some(day), "{} {day}", zone.id);
                    latest = Some(day);
                }
            }
        }
    }
}
