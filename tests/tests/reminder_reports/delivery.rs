//! Reports about alarms that come late, are lost, or come for what is gone.

use super::*;
use ampersand_core::app::Firing;
use ampersand_core::reminder::fire::NotShown;

const HOUR: i64 = 3_600_000;

#[test]
fn reboot_without_opening() {
    let mut android = android("2026-06-01 12:00", "20:00");
    android.off_until("2026-06-01 15:00");
    android.until("2026-06-03 12:00");
    android.off_until("2026-06-03 12:05");
    android.until("2026-06-03 21:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:00", "2026-06-02 20:00", "2026-06-03 20:00"]);
}

/// A phone that restarted by itself in the night's charging: nothing runs before somebody unlocks it.
#[test]
fn shown_after_unlock_inside_grace() {
    let unlocked_at = |clock: &str| {
        let mut android = android("2026-06-01 12:00", "20:00");
        android.until("2026-06-01 19:50");
        android.power_off();
        android.until("2026-06-01 19:55");
        android.power_on_locked();
        android.until(clock);
        assert!(android.posts.all().is_empty());
        android.unlock();
        android
    };
    let in_time = unlocked_at("2026-06-01 22:59");
    assert_eq!((in_time.posts.clocks(), in_time.missed().len()), (vec!["2026-06-01 22:59"], 0));
    let late = unlocked_at("2026-06-01 23:00");
    assert_eq!(late.posts.clocks(), [""; 0]);
    assert_eq!(late.missed().iter().map(ToString::to_string).collect::<Vec<_>>(), ["2026-06-01"], "told in the app");
}

#[test]
fn off_at_18_00_on_at_19_00() {
    let (mut android, _) = Android::with(BERLIN, "2026-06-01 12:00", &[check_in("18:30"), custom("20:00")]);
    android.until("2026-06-01 18:00");
    android.off_until("2026-06-01 19:00");
    android.until("2026-06-01 23:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 19:00", "2026-06-01 20:00"]);
}

/// Put off in the evening, and the phone was off until the morning: that day is over, and the new one asks at its time.
#[test]
fn snoozed_phone_off_until_morning() {
    let mut android = android("2026-06-01 12:00", "20:00");
    android.until("2026-06-01 20:00");
    android.snooze("2026-06-01 23:00");
    android.until("2026-06-01 22:00");
    android.off_until("2026-06-02 08:00");
    android.until("2026-06-02 19:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:00"]);
    android.until("2026-06-02 21:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:00", "2026-06-02 20:00"]);
}

/// The alarm never comes. The watchdog sees that it is late, and says it while that is worth it.
#[test]
fn watchdog_catches_what_the_alarm_missed() {
    // Whether it suspects so itself, or only plans anew.
    for suspects in [true, false] {
        let mut android = android("2026-06-01 12:00", "20:00");
        android.lose_alarms();
        android.until("2026-06-01 20:40");
        if suspects {
            android.alarms_may_be_lost();
        } else {
            android.replan();
            android.until("2026-06-01 20:40");
        }
        assert_eq!(android.posts.clocks(), ["2026-06-01 20:40"]);
        assert_eq!(android.reminders.view(&android.ctx()).unwrap().unheard, 1);
        // And when the alarm comes after all, it has been said.
        android.receive(android.posts.last().id);
        android.until("2026-06-02 21:00");
        assert_eq!(android.posts.clocks(), ["2026-06-01 20:40", "2026-06-02 20:00"]);
    }
}

/// An update may take the alarms with it; nothing is doubled if it did not.
#[test]
fn app_updated() {
    for lost in [true, false] {
        let mut android = android("2026-06-01 12:00", "20:00");
        android.until("2026-06-01 20:30");
        if lost {
            android.lose_alarms();
        }
        android.restart();
        android.alarms_may_be_lost();
        assert_eq!((android.on_screen(), android.alarms().len()), (1, 2), "what is on screen stays there");
        android.until("2026-06-03 12:00");
        assert_eq!(android.posts.clocks(), ["2026-06-01 20:00", "2026-06-02 20:00"]);
    }
}

/// Three days without the app, then it is opened: what is due today is said once, and the rest is told in the app.
#[test]
fn force_stop_then_opened_no_burst() {
    let rules = [check_in("09:00"), custom("19:00"), custom("20:30")];
    let (mut android, _) = Android::with(BERLIN, "2026-06-01 12:00", &rules);
    android.force_stop();
    android.until("2026-06-04 21:00");
    android.open();
    assert_eq!(android.posts.clocks(), ["2026-06-04 21:00"]);
    assert_eq!(android.posts.last().items.len(), 2, "of nine in the morning it is too late to speak");
    assert!(android.missed().iter().any(|day| day.to_string() == "2026-06-04"), "{:?}", android.missed());
    assert!(android.reminders.view(&android.ctx()).unwrap().unheard >= 1);
    android.until("2026-06-05 12:00");
    assert_eq!(android.posts.on("2026-06-05"), ["09:00"]);
}

#[test]
fn forty_six_hours_late() {
    let mut android = android("2026-06-01 12:00", "20:00");
    let alarm = android.alarm_ids();
    android.lose_alarms();
    android.until("2026-06-03 18:00");
    let late = android.receive(alarm[0]);
    assert!(matches!(late, Firing::Drop { .. }), "{late:?}");
    assert_eq!(android.posts.clocks(), [""; 0]);
    assert!(android.missed().iter().any(|day| day.to_string() == "2026-06-01"));
    android.until("2026-06-03 21:00");
    assert_eq!(android.posts.clocks(), ["2026-06-03 20:00"]);
    // A phone whose alarms always come that late says nothing, rather than yesterday's at any hour.
    let mut slow = super::android("2026-06-01 12:00", "20:00");
    (slow.exact, slow.late) = (false, 46 * HOUR);
    slow.alarms_may_be_lost();
    slow.lose_alarms();
    slow.alarms_may_be_lost();
    slow.until("2026-06-08 12:00");
    assert_eq!(slow.posts.clocks(), [""; 0]);
}

#[test]
fn rule_disabled_meanwhile() {
    let (mut android, rules) = Android::with(BERLIN, "2026-06-01 12:00", &[check_in("20:00")]);
    let alarm = android.alarm_ids();
    android.reminders.enable_rule(&android.ctx(), rules[0], false).unwrap();
    // The alarm was on its way before anybody could take it back.
    android.until("2026-06-01 19:59");
    assert_eq!(android.receive(alarm[0]), Firing::Drop { reason: NotShown::Gone });
    assert_eq!(android.alarms(), [""; 0]);
    android.until("2026-06-03 12:00");
    assert_eq!((android.posts.clocks(), android.missed().len()), (vec![], 0));
    android.reminders.enable_rule(&android.ctx(), rules[0], true).unwrap();
    android.replan();
    android.until("2026-06-03 21:00");
    assert_eq!(android.posts.clocks(), ["2026-06-03 20:00"]);
}

#[test]
fn rule_deleted_while_shown() {
    let (mut android, rules) = Android::with(BERLIN, "2026-06-01 12:00", &[check_in("20:00"), custom("21:00")]);
    android.until("2026-06-01 20:30");
    assert_eq!(android.on_screen(), 1);
    android.reminders.delete_rule(&android.ctx(), rules[0]).unwrap();
    android.replan();
    assert_eq!(android.on_screen(), 0, "it asks for nothing any more");
    android.until("2026-06-02 22:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:00", "2026-06-01 21:00", "2026-06-02 21:00"]);
    let (mut ios, rules) = Ios::with(BERLIN, "2026-06-01 12:00", &[check_in("20:00")]);
    ios.until("2026-06-01 20:30");
    // The centre shows it before the app has heard of it.
    ios.replan();
    assert_eq!(ios.on_screen(), 1);
    ios.reminders.delete_rule(&ios.ctx(), rules[0]).unwrap();
    ios.replan();
    assert_eq!((ios.on_screen(), ios.pending()), (0, 0));
}

/// The system takes the exact alarms with the permission and says nothing; the next look sets them as others.
#[test]
fn exact_permission_revoked() {
    let mut android = android("2026-06-01 12:00", "20:00");
    android.revoke_exact();
    assert_eq!(android.alarms(), [""; 0]);
    android.late = HOUR / 6;
    android.alarms_may_be_lost();
    assert_eq!(android.alarms(), ["2026-06-01 20:00", "2026-06-02 20:00"]);
    android.until("2026-06-03 12:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:10", "2026-06-02 20:10"]);
}

/// A text's key is all that crosses: in another language nothing is set, taken back or shown again.
#[test]
fn locale_changed() {
    let mut android = android("2026-06-01 12:00", "20:00");
    android.until("2026-06-01 20:30");
    android.restart();
    let again = android.replan();
    assert!(again.set.is_empty() && again.cancel.is_empty() && again.withdraw.is_empty());
    assert_eq!((android.posts.last().copy_key.as_str(), android.on_screen()), ("reminder.daily_check_in.discreet", 1));
    let fires = super::android("2026-06-01 12:00", "20:00");
    let view = fires.reminders.view(&fires.ctx()).unwrap();
    assert!(!view.preview.fires.is_empty());
}
