use super::*;
use crate::reminder::input::PlanInput;
use crate::reminder::plan::plan;
use crate::reminder::rule::SlotTime;
use crate::reminder::samples::{HOUR, MINUTE, at, daily, daily_at, date, from_to, id, in_berlin, input, quiet, settings, time};

/// Two reminders at eight in the evening, asked for at noon.
fn evening() -> (PlanInput, Fire) {
    let input = input(in_berlin("2026-06-01", "12:00"), vec![daily_at(1, "20:00"), daily_at(2, "20:00")]);
    let fire = plan(&input).expect("valid").fires.remove(0);
    assert_eq!((fire.at, fire.items.len()), (in_berlin("2026-06-01", "20:00"), 2));
    (input, fire)
}

fn fired(input: &PlanInput, fire: &Fire, now: Instant) -> Fired {
    let PlanInput { zone, settings, rules, completions, shown, .. } = input;
    on_fire(fire, FireState { zone, settings, rules, completions, shown }, now).expect("covered")
}

fn dropped(why: NotShown) -> FireOutcome {
    FireOutcome::Drop(why)
}

fn shown_rules(outcome: &FireOutcome) -> Vec<RuleId> {
    match outcome {
        FireOutcome::Show { items, .. } => items.iter().map(|item| item.rule).collect(),
        FireOutcome::Drop(_) => vec![],
    }
}

use crate::ids::RuleId;

fn answered(rule: u8) -> Completed {
    Completed { rule: id(rule), day: date("2026-06-01"), slot: None }
}

#[test]
fn in_time_it_is_shown_with_all_that_it_asks_for() {
    let (input, fire) = evening();
    for late in [-MINUTE, 0, 30 * MINUTE, 3 * HOUR - 1] {
        let Fired { outcome, late } = fired(&input, &fire, at(fire.at.millis() + late));
        assert_eq!((shown_rules(&outcome), late), (vec![id(1), id(2)], vec![]));
    }
}

#[test]
fn more_than_a_minute_early_is_a_clock_that_was_set() {
    let (input, fire) = evening();
    assert_eq!(fired(&input, &fire, at(fire.at.millis() - MINUTE - 1)).outcome, dropped(NotShown::Early));
}

#[test]
fn from_its_last_moment_on_it_is_late_and_told_as_missed() {
    let (input, fire) = evening();
    for hours in [3, 46] {
        let late = fired(&input, &fire, at(fire.at.millis() + hours * HOUR));
        assert_eq!((late.outcome, late.late), (dropped(NotShown::Late), fire.items.clone()));
    }
}

#[test]
fn each_thing_has_its_own_last_moment() {
    let (mut input, _) = evening();
    input.rules[1].grace_min = 60;
    let fire = plan(&input).expect("valid").fires.remove(0);
    let Fired { outcome, late } = fired(&input, &fire, at(fire.at.millis() + 2 * HOUR));
    assert_eq!((shown_rules(&outcome), late), (vec![id(1)], vec![fire.items[1]]));
}

#[test]
fn what_was_done_meanwhile_is_not_asked_for() {
    let (mut input, fire) = evening();
    input.completions = vec![answered(1)];
    assert_eq!(shown_rules(&fired(&input, &fire, fire.at).outcome), [id(2)]);
    input.completions.push(answered(2));
    assert_eq!(fired(&input, &fire, fire.at).outcome, dropped(NotShown::Done));
    let done_and_late = fired(&input, &fire, fire.not_after);
    assert_eq!((done_and_late.outcome, done_and_late.late), (dropped(NotShown::Done), vec![]), "what is done is not missed");
}

#[test]
fn what_was_shown_is_not_shown_again() {
    let (mut input, fire) = evening();
    let shown = |rule: u8| Shown { rule: id(rule), day: fire.day, slot: 0, kind: FireKind::First, at: fire.at };
    input.shown = vec![shown(1)];
    assert_eq!(shown_rules(&fired(&input, &fire, fire.at).outcome), [id(2)]);
    input.shown.push(shown(2));
    assert_eq!(fired(&input, &fire, fire.at).outcome, dropped(NotShown::Shown));
    // Neither another slot, another day nor another of the slot's is the same.
    let others =
        [Shown { slot: 1, ..shown(1) }, Shown { day: date("2026-06-02"), ..shown(1) }, Shown { kind: FireKind::Nudge, ..shown(1) }];
    input.shown = others.to_vec();
    assert_eq!(shown_rules(&fired(&input, &fire, fire.at).outcome).len(), 2);
}

#[test]
fn what_was_put_off_again_is_shown_again() {
    let (mut input, fire) = evening();
    let again = Fire { items: vec![FireItem { kind: FireKind::Snooze, ..fire.items[0] }], ..fire };
    let shown = |at| Shown { rule: id(1), day: again.day, slot: 0, kind: FireKind::Snooze, at };
    input.shown = vec![shown(at(again.at.millis() - 1))];
    assert_eq!(shown_rules(&fired(&input, &again, again.at).outcome), [id(1)], "an earlier time it was put off to");
    input.shown = vec![shown(again.at)];
    assert_eq!(fired(&input, &again, again.at).outcome, dropped(NotShown::Shown));
}

#[test]
fn a_rule_that_is_gone_or_off_says_nothing() {
    let (mut input, fire) = evening();
    input.rules[0].enabled = false;
    assert_eq!(shown_rules(&fired(&input, &fire, fire.at).outcome), [id(2)]);
    input.rules.remove(1);
    assert_eq!(fired(&input, &fire, fire.at).outcome, dropped(NotShown::Gone));
    assert_eq!(fired(&input, &fire, fire.not_after), Fired { outcome: dropped(NotShown::Gone), late: vec![] });
}

#[test]
fn late_and_in_quiet_hours_it_makes_no_sound() {
    let (mut input, fire) = evening();
    input.settings = quiet("21:00", "07:00");
    let silent = |now: Instant| match fired(&input, &fire, now).outcome {
        FireOutcome::Show { silent, .. } => silent,
        FireOutcome::Drop(why) => unreachable!("{why:?}"),
    };
    assert!(!silent(in_berlin("2026-06-01", "20:59")) && silent(in_berlin("2026-06-01", "21:00")));
    // Put off into the quiet hours by the person: that is where it was wanted.
    let wanted = Fire { at: in_berlin("2026-06-01", "21:30"), ..fire.clone() };
    let outcome = fired(&input, &wanted, wanted.at).outcome;
    assert!(matches!(outcome, FireOutcome::Show { silent: false, .. }), "{outcome:?}");
}

#[test]
fn a_text_gives_away_no_more_than_it_must() {
    use ReminderKind::{DailyCheckIn, Practice};
    for (kinds, discreet, key) in [
        (&[DailyCheckIn][..], true, "reminder.daily_check_in.discreet"),
        (&[DailyCheckIn, DailyCheckIn], false, "reminder.daily_check_in.plain"),
        (&[DailyCheckIn, Practice], false, "reminder.several.plain"),
        (&[DailyCheckIn, Practice], true, "reminder.several.discreet"),
    ] {
        assert_eq!(copy_key(kinds, discreet), key);
    }
}

#[test]
fn an_answer_settles_a_day_or_a_time_of_it() {
    let mut rule = daily(1, &[SlotTime::At(time("09:00")), SlotTime::At(time("20:00"))]);
    let day = date("2026-06-01");
    let done = |rule: &Rule, of: Option<u8>| [0, 1].map(|slot| is_done(rule, &[Completed { rule: id(1), day, slot: of }], day, slot));
    assert_eq!((done(&rule, None), done(&rule, Some(1))), ([true; 2], [true; 2]));
    rule.completion = Completion::Slot;
    assert_eq!((done(&rule, None), done(&rule, Some(1))), ([true; 2], [false, true]));
    assert!(!is_done(&rule, &[answered(1)], date("2026-06-02"), 0) && !is_done(&rule, &[answered(2)], day, 0));
}

#[test]
fn only_times_before_the_days_end_are_offered() {
    let (input, _) = evening();
    let offered = |day: &str, clock: &str| {
        let options = snooze_options(&input.zone, &settings(), date("2026-06-01"), in_berlin(day, clock)).expect("covered");
        options.into_iter().map(|at| input.zone.local(at).expect("covered").1.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(offered("2026-06-01", "20:00"), ["20:30", "21:00", "23:00"]);
    assert_eq!(offered("2026-06-02", "01:30"), ["02:00", "02:30"]);
    assert_eq!(offered("2026-06-02", "03:29"), ["03:59"]);
    assert_eq!(offered("2026-06-02", "03:30"), [""; 0]);
    assert_eq!(offered("2026-06-02", "12:00"), [""; 0], "yesterday's is over");
}

#[test]
fn putting_off_is_to_a_whole_minute_of_the_same_day() {
    let (input, _) = evening();
    let (day, now) = (date("2026-06-01"), in_berlin("2026-06-01", "20:00"));
    let until = |until: Instant| snooze_until(&input.zone, &settings(), day, now, until);
    let refused = |reason| Err(InvalidInput::new(Field::Until, reason));
    assert_eq!(until(at(now.millis() + 1)), Ok(at(now.millis() + MINUTE)));
    assert_eq!(until(at(now.millis() + MINUTE)), Ok(at(now.millis() + MINUTE)));
    assert_eq!(until(now), refused(Reason::InPast));
    assert_eq!(until(at(now.millis() - HOUR)), refused(Reason::InPast));
    let end = in_berlin("2026-06-02", "04:00").millis();
    assert_eq!(until(at(end - MINUTE)), Ok(at(end - MINUTE)));
    for over in [end - MINUTE + 1, end, end + HOUR] {
        assert_eq!(until(at(over)), refused(Reason::AfterDayEnd));
    }
}

#[test]
fn a_window_is_done_like_any_time() {
    let mut input = input(in_berlin("2026-06-01", "06:00"), vec![daily(1, &[from_to("09:00", "12:00")])]);
    let fire = plan(&input).expect("valid").fires.remove(0);
    assert_eq!(shown_rules(&fired(&input, &fire, fire.at).outcome), [id(1)]);
    input.completions = vec![answered(1)];
    assert_eq!(fired(&input, &fire, fire.at).outcome, dropped(NotShown::Done));
}
