use super::*;
use crate::reminder::samples::{daily, daily_at, date, from_to, time};

fn check(change: impl FnOnce(&mut Rule)) -> Result<(), (Field, Reason)> {
    let mut rule = daily_at(1, "20:00");
    change(&mut rule);
    rule.check(time("04:00")).map_err(|why| (why.field, why.reason))
}

#[test]
fn one_to_eight_times_each_with_an_id_of_its_own() {
    let at = |count: u8| (0..count).map(|id| Slot { id, time: SlotTime::At(time("08:00")) }).collect::<Vec<_>>();
    for count in [1, 8] {
        assert_eq!(check(|rule| rule.slots = at(count)), Ok(()), "{count}");
    }
    for count in [0, 9] {
        assert_eq!(check(|rule| rule.slots = at(count)), Err((Field::Slots, Reason::WrongCount)), "{count}");
    }
    let twice = |rule: &mut Rule| rule.slots = vec![Slot { id: 3, ..at(1)[0] }; 2];
    assert_eq!(check(twice), Err((Field::Slots, Reason::Duplicate)));
}

#[test]
fn a_window_has_a_minute_and_lies_on_one_day() {
    let window = |from, to| check(|rule| rule.slots[0].time = from_to(from, to));
    for (from, to) in [("08:00", "08:01"), ("00:00", "04:00"), ("04:00", "23:59"), ("03:59", "04:00"), ("00:00", "00:01")] {
        assert_eq!(window(from, to), Ok(()), "{from} {to}");
    }
    for (from, to) in [("08:00", "08:00"), ("08:01", "08:00"), ("23:00", "01:00")] {
        assert_eq!(window(from, to), Err((Field::Slots, Reason::EndBeforeStart)), "{from} {to}");
    }
    for (from, to) in [("03:59", "04:01"), ("00:00", "23:59"), ("02:00", "06:00")] {
        assert_eq!(window(from, to), Err((Field::Slots, Reason::HoldsDayStart)), "{from} {to}");
    }
    let midnight = daily(1, &[from_to("00:00", "23:59")]);
    assert_eq!(midnight.check(time("00:00")), Ok(()), "a day that starts at midnight is held by no window");
}

#[test]
fn what_is_out_of_range_is_named() {
    for grace in [60, 180, 720] {
        assert_eq!(check(|rule| rule.grace_min = grace), Ok(()), "{grace}");
    }
    for grace in [0, 59, 721, u32::MAX] {
        assert_eq!(check(|rule| rule.grace_min = grace), Err((Field::GraceMin, Reason::OutOfRange)), "{grace}");
    }
    for nudge in [None, Some(30), Some(720)] {
        assert_eq!(check(|rule| rule.nudge_after_min = nudge), Ok(()), "{nudge:?}");
    }
    for nudge in [0, 29, 721] {
        assert_eq!(check(|rule| rule.nudge_after_min = Some(nudge)), Err((Field::NudgeAfterMin, Reason::OutOfRange)), "{nudge}");
    }
    assert_eq!(check(|rule| rule.repeat = Repeat::DayOfMonth(32)), Err((Field::MonthDay, Reason::OutOfRange)));
}

#[test]
fn the_last_day_is_not_before_the_first() {
    let between = |first: &str, last: &str| check(|rule| (rule.starts_on, rule.ends_on) = (Some(date(first)), Some(date(last))));
    assert_eq!(between("2026-11-23", "2026-11-23"), Ok(()));
    assert_eq!(between("2026-11-23", "2026-11-22"), Err((Field::EndsOn, Reason::EndBeforeStart)));
    assert_eq!(check(|rule| rule.ends_on = Some(date("1900-01-01"))), Ok(()), "over, and still a rule");
}

#[test]
fn a_rule_asks_within_its_days_both_ends_included() {
    let mut rule = daily_at(1, "20:00");
    (rule.starts_on, rule.ends_on) = (Some(date("2026-11-23")), Some(date("2026-11-25")));
    let asked = ["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"].map(|day| rule.asks_for(date(day)));
    assert_eq!(asked, [false, true, true, true, false]);
}

#[test]
fn kinds_have_their_names_and_those_with_a_date_do_not_fade() {
    for kind in ReminderKind::ALL {
        assert_eq!(ReminderKind::from_key(kind.key()), Some(kind));
        assert_eq!(kind.backs_off(), kind != ReminderKind::Retest && kind != ReminderKind::Agreement);
    }
    assert_eq!(ReminderKind::from_key("daily"), None);
}
