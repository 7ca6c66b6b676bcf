use super::*;
use crate::reminder::fire::is_done;
use crate::reminder::input::{Completed, PlanInput};
use crate::reminder::plan::plan;
use crate::reminder::rule::SlotTime;
use crate::reminder::samples::{daily_at, date, in_berlin, input, time};

fn evening() -> PlanInput {
    input(in_berlin("2026-06-01", "12:00"), vec![daily_at(1, "20:00"), daily_at(2, "09:00")])
}

fn fires(input: &PlanInput) -> Vec<Fire> {
    plan(input).expect("valid").fires
}

fn ids(fires: &[Fire]) -> Vec<FireId> {
    fires.iter().map(|fire| fire.id).collect()
}

fn never(_: CivilDate, _: &FireItem) -> bool {
    false
}

#[test]
fn what_is_held_already_is_left_alone() {
    let planned = fires(&evening());
    assert_eq!(diff(&planned, &planned, &[], never), Diff { set: vec![], cancel: vec![], withdraw: vec![] });
    assert_eq!(diff(&[], &planned, &[], never).set, planned, "after a restart of the phone all is set");
    assert_eq!(diff(&planned, &[], &[], never).cancel, ids(&planned), "without rules all is cancelled");
}

#[test]
fn another_hour_is_a_replacement_under_the_same_id() {
    let before = fires(&evening());
    let mut later = evening();
    later.rules[0].slots[0].time = SlotTime::At(time("21:30"));
    let after = fires(&later);
    let told = diff(&before, &after, &[], never);
    assert_eq!(ids(&told.set), ids(&after).into_iter().filter(|id| told.set.iter().any(|fire| fire.id == *id)).collect::<Vec<_>>());
    assert_eq!((told.set.len(), told.cancel.len()), (10, 0));
}

#[test]
fn a_fire_that_says_something_else_is_set_again() {
    let (before, mut together) = (evening(), evening());
    together.rules[1].slots[0].time = SlotTime::At(time("20:00"));
    let (before, after) = (fires(&before), fires(&together));
    let told = diff(&before, &after, &[], never);
    assert_eq!(told.set.len(), 10, "the same ids and times, and two things to say");
    assert_eq!(told.cancel.len(), 9, "what was said at nine");
}

#[test]
fn a_notification_leaves_when_all_that_it_asks_for_is_done() {
    let mut both = evening();
    both.rules[1].slots[0].time = SlotTime::At(time("20:00"));
    let notice = fires(&both).remove(0);
    let done = |rules: &[u8]| {
        let completed: Vec<Completed> =
            rules.iter().map(|rule| Completed { rule: crate::reminder::samples::id(*rule), day: date("2026-06-01"), slot: None }).collect();
        let answered = |day, item: &FireItem| {
            let rule = both.rules.iter().find(|rule| rule.id == item.rule).expect("a rule");
            is_done(rule, &completed, day, item.slot)
        };
        diff(&[], &[], std::slice::from_ref(&notice), answered).withdraw
    };
    assert_eq!(notice.items.len(), 2);
    assert_eq!(done(&[1]), [], "half of it is open");
    assert_eq!(done(&[1, 2]), [notice.id]);
}
