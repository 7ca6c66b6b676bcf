//! What holds for every plan: any rules with any past, in every zone of the system's database, from 1970 to 2037.
//!
//! A property's doc comment says its exact scope where it has one. The seed is fixed, so that a run is like the one
//! before; `PROPTEST_RNG_SEED` draws other cases.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::reminder::diff::diff;
use ampersand_core::reminder::fire::{FireOutcome, FireState, NotShown, is_done, on_fire};
use ampersand_core::reminder::input::{Completed, FireKind, PlanInput};
use ampersand_core::reminder::plan::{Fire, FireId};
use ampersand_core::reminder::rule::Rule;
use ampersand_tests::reminders::facts::{Item, as_shown, holds_snooze, items, planned, said};
use ampersand_tests::reminders::worlds::{World, moments, worlds, worlds_without_snoozes};
use ampersand_tests::reminders::{DAY, HOUR, MINUTE, at, clock, days_from};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{RngSeed, TestCaseError};
use std::collections::{BTreeMap, BTreeSet};

#[path = "reminder_properties/bad.rs"]
mod bad;
#[path = "reminder_properties/days.rs"]
mod days;
#[path = "reminder_properties/lived.rs"]
mod lived;

/// As many cases as asked for, the same ones each time unless a seed is given.
fn cases(cases: u32) -> ProptestConfig {
    let given = ProptestConfig::default();
    let rng_seed = if given.rng_seed == RngSeed::Random { RngSeed::Fixed(20_261_123) } else { given.rng_seed };
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..given }
}

/// What a fire is decided by.
fn state(input: &PlanInput) -> FireState<'_> {
    let PlanInput { zone, settings, rules, completions, shown, .. } = input;
    FireState { zone, settings, rules, completions, shown }
}

fn rule_of(input: &PlanInput, id: [u8; 16]) -> &Rule {
    input.rules.iter().find(|rule| *rule.id.as_bytes() == id).unwrap()
}

proptest! {
    #![proptest_config(cases(500))]

    /// The same input has the same plan, to the last byte of how it is printed. Answers, what was shown and what was
    /// put off are sets: the order in which they come in changes nothing.
    #[test]
    fn p01_same_input_same_bytes(world in worlds(), by in any::<Index>()) {
        let once = format!("{:?}", planned(&world.input));
        prop_assert_eq!(&once, &format!("{:?}", planned(&world.input.clone())));
        let mut turned = world.input;
        let turn = |len: usize| if len == 0 { 0 } else { by.index(len) };
        turned.completions.reverse();
        turned.shown.reverse();
        turned.snoozes.reverse();
        let by = (turn(turned.completions.len()), turn(turned.shown.len()), turn(turned.snoozes.len()));
        turned.completions.rotate_left(by.0);
        turned.shown.rotate_left(by.1);
        turned.snoozes.rotate_left(by.2);
        prop_assert_eq!(once, format!("{:?}", planned(&turned)));
    }

    /// Whatever the operating system held before, once what a plan differs by is applied it holds that plan, and the
    /// plan differs from it by nothing.
    #[test]
    fn p02_the_diff_after_applying_is_empty(before in worlds(), after in worlds(), minutes in 0..3000_i64, same in any::<bool>()) {
        let after = if same {
            // The same rules later, as it mostly is.
            let mut later = before.clone();
            later.input.now = at(before.input.now.millis() + minutes * MINUTE);
            later
        } else {
            after
        };
        let (before, after) = (planned(&before.input).fires, planned(&after.input).fires);
        let told = diff(&before, &after, &[], |_, _| false);
        let mut held: BTreeMap<FireId, Fire> = before.into_iter().map(|fire| (fire.id, fire)).collect();
        held.retain(|id, _| !told.cancel.contains(id));
        held.extend(told.set.into_iter().map(|fire| (fire.id, fire)));
        let mut held: Vec<Fire> = held.into_values().collect();
        held.sort_unstable_by_key(|fire| (fire.at, fire.id));
        prop_assert_eq!(&held, &after);
        let again = diff(&held, &after, &[], |_, _| false);
        prop_assert!(again.set.is_empty() && again.cancel.is_empty());
    }

    /// No two fires share an id, nor would any two of the things that they say if each were said alone.
    #[test]
    fn p03_ids_are_unique(world in worlds()) {
        let plan = planned(&world.input);
        let ids: BTreeSet<FireId> = plan.fires.iter().map(|fire| fire.id).collect();
        prop_assert_eq!(ids.len(), plan.fires.len());
        let alone = |fire: &Fire| fire.items.iter().map(|item| FireId::of(item.rule, fire.day, item.slot, item.kind)).collect::<Vec<_>>();
        let alone: Vec<FireId> = plan.fires.iter().flat_map(alone).collect();
        prop_assert_eq!(alone.iter().collect::<BTreeSet<_>>().len(), alone.len());
    }

    /// As many fires as there may be, in order, each ahead; or due and still in time, where code runs then. What is left
    /// out is not before what the plan says it covers.
    #[test]
    fn p04_within_the_cap_in_order_and_in_time(world in worlds()) {
        let World { input, .. } = &world;
        let plan = planned(input);
        prop_assert!(plan.fires.len() <= usize::try_from(input.cap).unwrap());
        prop_assert!(plan.fires.windows(2).all(|two| (two[0].at, two[0].id) < (two[1].at, two[1].id)));
        for fire in &plan.fires {
            prop_assert!(fire.at > input.now || (input.deliver_late && fire.items.iter().all(|item| input.now < item.not_after)), "{fire:?}");
            prop_assert!(fire.items.iter().all(|item| fire.at < item.not_after && item.not_after <= fire.not_after));
            prop_assert!(!fire.items.is_empty());
        }
        let all = planned(&PlanInput { cap: 1000, ..input.clone() });
        let kept: Vec<&Fire> = all.fires.iter().filter(|fire| plan.fires.contains(fire)).collect();
        prop_assert_eq!(kept.len(), plan.fires.len(), "a smaller cap leaves out and changes nothing");
        let left_out = all.fires.iter().find(|fire| !plan.fires.contains(fire)).map(|fire| fire.at);
        prop_assert_eq!(plan.coverage_until, left_out.unwrap_or(all.coverage_until));
    }

    /// Nothing is said twice in a plan; and of a slot that was put off, neither its first reminder nor its nudge.
    #[test]
    fn p05_an_item_at_most_once(world in worlds()) {
        let plan = planned(&world.input);
        let count: usize = plan.fires.iter().map(|fire| fire.items.len()).sum();
        let said = said(&plan.fires);
        prop_assert_eq!(said.len(), count);
        for (rule, day, slot, kind) in &said {
            let instead = *kind != FireKind::Snooze && said.contains(&(*rule, *day, *slot, FireKind::Snooze));
            prop_assert!(!instead, "{day} {slot}");
        }
    }

    /// What is ahead is outside the quiet hours, unless it holds what a person put off until then. On a day whose clocks
    /// leave out all that the quiet hours leave free, it comes right behind what is left out.
    #[test]
    fn p06_no_fire_ahead_in_quiet_hours(world in worlds()) {
        let World { input, .. } = &world;
        let Some(quiet) = input.settings.quiet.filter(|quiet| quiet.start != quiet.end) else { return Ok(()) };
        for fire in planned(input).fires.iter().filter(|fire| fire.at > input.now && !holds_snooze(fire)) {
            let (date, time) = input.zone.local(fire.at).unwrap();
            let left_out = input.zone.resolve(date, quiet.end) == Ok(fire.at) && time != quiet.end;
            prop_assert!(!quiet.hold(time) || left_out, "{date} {time} in {quiet:?}");
        }
    }

    /// What is answered is neither said nor told as left out.
    #[test]
    fn p07_nothing_for_what_is_done(world in worlds()) {
        let plan = planned(&world.input);
        let told = plan.dropped.iter().map(|it| (*it.rule.as_bytes(), it.day, it.slot, it.kind));
        for (rule, day, slot, kind) in said(&plan.fires).into_iter().chain(told) {
            let rule = rule_of(&world.input, rule);
            prop_assert!(!is_done(rule, &world.input.completions, day, slot), "{day} {slot} {kind:?}");
        }
    }
}
