//! A plan as it is lived: what fires, late or twice, and what a later plan makes of it.

use super::*;
use ampersand_core::ids::RuleId;
use ampersand_core::reminder::plan::{DropReason, Dropped};

proptest! {
    #![proptest_config(cases(500))]

    /// When the fires that have passed were shown, a later plan is the rest of the earlier one. What was put off aside;
    /// nothing due when the earlier plan was made; and no first reminder with a nudge that the limit refused before the
    /// later plan: once its time has passed it no longer stands for the refusal of its nudge.
    #[test]
    fn p08_a_later_plan_is_the_rest_of_the_earlier(world in worlds_without_snoozes(), minutes in 0..20_000_i64) {
        let mut input = PlanInput { deliver_late: false, cap: 1000, ..world.input.clone() };
        let before = planned(&input);
        let later = at(input.now.millis().max((input.now.millis() / MINUTE + minutes) * MINUTE));
        let day = input.zone.logical_day(later, input.settings.day_start).unwrap();
        let nudges = |rule: RuleId| input.rules.iter().any(|it| it.id == rule && it.nudge_after_min.is_some());
        let refused = |it: &Dropped| it.day <= day && it.kind == FireKind::First && it.reason == DropReason::DailyLimit && nudges(it.rule);
        let days = u32::try_from(day.days_since(world.today())).unwrap();
        if before.dropped.iter().any(refused) || days >= input.horizon_days {
            return Ok(());
        }
        input.shown.extend(as_shown(before.fires.iter().filter(|fire| fire.at <= later)));
        (input.now, input.horizon_days) = (later, input.horizon_days - days);
        let ahead: Vec<Fire> = before.fires.into_iter().filter(|fire| fire.at > later).collect();
        prop_assert_eq!(planned(&input).fires, ahead);
    }

    /// From its own last moment on nothing is shown, whatever the clock says later; what is not shown then was late.
    /// Before that, exactly what is still in time is shown.
    #[test]
    fn p11_after_its_time_always_dropped(world in worlds(), late in prop_oneof![Just(0), 0..3 * DAY], into in 0..1000_i64) {
        let World { input, .. } = &world;
        for fire in planned(input).fires {
            let over = on_fire(&fire, state(input), at(fire.not_after.millis() + late)).unwrap();
            prop_assert_eq!(over.outcome, FireOutcome::Drop(NotShown::Late));
            prop_assert_eq!(&over.late, &fire.items);
            let now = at(fire.at.millis() + (fire.not_after.millis() - fire.at.millis()) * into / 1000);
            let fired = on_fire(&fire, state(input), now).unwrap();
            let (in_time, late): (Vec<_>, Vec<_>) = fire.items.iter().partition(|item| now < item.not_after);
            prop_assert_eq!(fired.late, late);
            let FireOutcome::Show { items, .. } = fired.outcome else { return Err(TestCaseError::fail("in time, and not shown")) };
            prop_assert_eq!(items, in_time);
        }
    }

    /// However the clock is set, forward or back, nothing is shown twice: neither does a plan ask for it again, nor is
    /// it shown when its alarm comes once more. Up to 36 hours back from the latest reading; what was shown further
    /// ahead of now than that was shown by a clock that was wrong.
    #[test]
    fn p12_a_clock_set_back_shows_nothing_twice(world in worlds(), steps in proptest::collection::vec(-36 * 60..36 * 60_i64, 1..12)) {
        let mut input = PlanInput { deliver_late: true, horizon_days: 6, ..world.input };
        let mut seen: BTreeSet<Item> = as_items(&input);
        let (mut latest, farthest) = (input.now.millis(), input.now.millis() + 10 * DAY);
        let mut fired: Vec<Fire> = Vec::new();
        for step in steps {
            for fire in planned(&input).fires {
                for item in items(&fire).filter(|item| item.3 != FireKind::Snooze) {
                    prop_assert!(!seen.contains(&item), "{item:?} is planned again");
                }
                if fire.at <= input.now && let FireOutcome::Show { items: shown, .. } = on_fire(&fire, state(&input), input.now).unwrap().outcome {
                    let shown = Fire { items: shown, at: input.now, ..fire };
                    seen.extend(items(&shown));
                    input.shown.extend(as_shown([&shown]));
                    fired.push(shown);
                }
            }
            for fire in fired.iter().filter(|fire| !holds_snooze(fire)) {
                // As it was set, or for another hour as a plan in another zone would have it.
                for time in [fire.at, input.now] {
                    let again = on_fire(&Fire { at: time, ..fire.clone() }, state(&input), input.now).unwrap().outcome;
                    prop_assert!(matches!(again, FireOutcome::Drop(_)), "{again:?} again");
                }
            }
            let now = (input.now.millis() + step * MINUTE).clamp(latest - 36 * HOUR, farthest);
            input.now = at(now);
            latest = latest.max(now);
        }
    }
}

/// What was shown already, but what was put off.
fn as_items(input: &PlanInput) -> BTreeSet<Item> {
    let shown = input.shown.iter().filter(|it| it.kind != FireKind::Snooze);
    shown.map(|it| (*it.rule.as_bytes(), it.day, it.slot, it.kind)).collect()
}
