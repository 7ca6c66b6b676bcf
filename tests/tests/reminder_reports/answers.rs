//! Reports about answers: what was done, put off or changed, and is asked for again all the same.

use super::*;
use ampersand_core::app::{Asleep, NotificationPermission, RuleView};
use ampersand_core::error::Error;
use ampersand_core::reminder::repeat::{Repeat, WeekdaySet};
use ampersand_core::time::Weekday;
use ampersand_tests::reminders::at;

fn rule_of(phone: &Android) -> RuleView {
    phone.reminders.view(&phone.ctx()).unwrap().rules.remove(0)
}

/// Another hour is another hour, and nothing else: Monday and Wednesday stay Monday and Wednesday.
#[test]
fn changing_the_hour_keeps_the_weekdays() {
    let weekdays = WeekdaySet::new([1, 3].map(|iso| Weekday::from_iso(iso).unwrap())).unwrap();
    let draft = RuleDraft { repeat: Repeat::Weekdays(weekdays), ..check_in("20:00") };
    // 1 June 2026 is a Monday.
    let (mut android, rules) = Android::with(BERLIN, "2026-06-01 12:00", std::slice::from_ref(&draft));
    android.until("2026-06-01 21:00");
    android.save(&RuleDraft { id: Some(rules[0]), ..draft.clone() }.at("18:30"));
    assert_eq!(rule_of(&android).repeat, draft.repeat);
    android.until("2026-06-09 12:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:00", "2026-06-03 18:30", "2026-06-08 18:30"]);
}

trait At {
    fn at(self, time: &str) -> Self;
}

impl At for RuleDraft {
    fn at(self, time: &str) -> Self {
        Self { times: vec![SlotTime::At(time.parse().unwrap())], ..self }
    }
}

/// The app stays open over midnight, and over the day's end at four: it asks about the day it is.
#[test]
fn app_open_over_midnight() {
    let (mut android, rules) = Android::with(BERLIN, "2026-06-01 23:00", &[check_in("20:00")]);
    android.until("2026-06-02 00:30");
    assert_eq!(android.ctx().today().unwrap().to_string(), "2026-06-01", "nobody has slept yet");
    android.complete(rules[0], "2026-06-01");
    assert_eq!(android.alarms()[0], "2026-06-02 20:00");
    android.until("2026-06-02 04:00");
    assert_eq!(android.ctx().today().unwrap().to_string(), "2026-06-02");
    let wanted = android.replan();
    assert!(wanted.set.is_empty() && wanted.cancel.is_empty(), "nothing has to be set anew for it");
    android.until("2026-06-02 21:00");
    assert_eq!(android.posts.clocks(), ["2026-06-02 20:00"]);
    assert_eq!(android.posts.last().day.to_string(), "2026-06-02");
}

#[test]
fn yesterdays_notification_answers_yesterday() {
    let (mut android, rules) = Android::with(BERLIN, "2026-06-01 12:00", &[check_in("20:00")]);
    android.until("2026-06-02 08:00");
    assert_eq!(android.on_screen(), 1);
    let target = android.tap();
    assert_eq!((target.day.to_string().as_str(), target.items[0].rule), ("2026-06-01", rules[0]));
    android.complete(rules[0], "2026-06-01");
    android.until("2026-06-02 21:00");
    assert_eq!(android.posts.on("2026-06-02"), ["20:00"], "today is a day of its own");
    let (mut ios, rules) = Ios::with(BERLIN, "2026-06-01 12:00", &[check_in("20:00")]);
    ios.until("2026-06-02 08:00");
    assert_eq!(ios.tap().day.to_string(), "2026-06-01");
    ios.complete(rules[0], "2026-06-01");
    ios.until("2026-06-02 21:00");
    assert_eq!(ios.posts.on("2026-06-02"), ["20:00"]);
}

#[test]
fn done_early_tomorrow_stands() {
    let (mut android, rules) = Android::with(BERLIN, "2026-06-01 12:00", &[check_in("20:00")]);
    android.complete(rules[0], "2026-06-01");
    android.until("2026-06-02 21:00");
    assert_eq!(android.posts.clocks(), ["2026-06-02 20:00"]);
    let (mut ios, rules) = Ios::with(BERLIN, "2026-06-01 12:00", &[check_in("20:00")]);
    ios.complete(rules[0], "2026-06-01");
    ios.until("2026-06-02 21:00");
    assert_eq!(ios.posts.clocks(), ["2026-06-02 20:00"]);
}

#[test]
fn saved_after_todays_time_first_is_tomorrow() {
    for now in ["2026-06-01 20:01", "2026-06-01 21:30", "2026-06-02 01:00"] {
        let mut android = android(now, "20:00");
        assert_eq!(rule_of(&android).next.unwrap().local_date.to_string(), "2026-06-02");
        android.until("2026-06-03 12:00");
        assert_eq!(android.posts.clocks(), ["2026-06-02 20:00"], "saved at {now}");
        assert!(android.missed().is_empty(), "nobody missed what was not asked for");
        let mut ios = ios(now, "20:00");
        ios.until("2026-06-03 12:00");
        assert_eq!(ios.posts.clocks(), ["2026-06-02 20:00"], "saved at {now}");
    }
}

#[test]
fn done_from_the_notification_stays_done() {
    let draft = RuleDraft { nudge_after_min: Some(60), ..check_in("20:00") };
    let (mut android, rules) = Android::with(BERLIN, "2026-06-01 12:00", &[draft]);
    android.until("2026-06-01 20:05");
    android.tap();
    android.complete(rules[0], "2026-06-01");
    assert_eq!(android.on_screen(), 0);
    android.off_until("2026-06-01 20:30");
    android.restart();
    android.alarms_may_be_lost();
    android.until("2026-06-02 12:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:00"], "neither a nudge nor the same again");
    assert!(android.missed().is_empty());
}

/// Two taps on the same notification, two on its action, two on the button in the app: as good as one.
#[test]
fn double_tap() {
    let (mut android, rules) = Android::with(BERLIN, "2026-06-01 12:00", &[check_in("20:00")]);
    android.until("2026-06-01 20:05");
    assert_eq!(android.tap(), android.tap());
    android.complete(rules[0], "2026-06-01");
    android.complete(rules[0], "2026-06-01");
    // A receiver that was started twice for one alarm.
    let id = android.posts.last().id;
    android.receive(id);
    android.receive(id);
    android.until("2026-06-02 12:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:00"]);

    let mut put_off = super::android("2026-06-01 12:00", "20:00");
    put_off.until("2026-06-01 20:05");
    let (ctx, id) = (put_off.ctx(), put_off.posts.last().id);
    assert_eq!(put_off.reminders.later(&ctx, id).unwrap(), put_off.reminders.later(&ctx, id).unwrap());
    put_off.replan();
    // The second tap comes when the first was carried out already.
    assert!(matches!(put_off.reminders.later(&ctx, id), Err(Error::NotFound { .. })));
    put_off.replan();
    put_off.until("2026-06-02 12:00");
    assert_eq!(put_off.posts.clocks(), ["2026-06-01 20:00", "2026-06-01 20:35"]);
}

/// Put off for three hours, then for a shorter time after all: it comes at the sooner one, and at that alone.
#[test]
fn snooze_then_sooner_time() {
    let mut android = android("2026-06-01 12:00", "20:00");
    android.until("2026-06-01 20:00");
    let (ctx, id) = (android.ctx(), android.posts.last().id);
    for clock in ["2026-06-01 23:00", "2026-06-01 21:00"] {
        android.reminders.snooze(&ctx, id, at(android.wall.instant(clock))).unwrap();
    }
    android.replan();
    android.until("2026-06-02 12:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:00", "2026-06-01 21:00"]);
    // And the hour is changed to a sooner one while it is put off: the new hour's own, today still ahead, comes then.
    let (mut moved, rules) = Android::with(BERLIN, "2026-06-01 12:00", &[check_in("13:00")]);
    moved.until("2026-06-01 13:00");
    moved.snooze("2026-06-01 16:00");
    moved.save(&RuleDraft { id: Some(rules[0]), ..check_in("14:00") });
    moved.until("2026-06-02 12:00");
    assert_eq!(moved.posts.clocks(), ["2026-06-01 13:00", "2026-06-01 14:00"]);
}

#[test]
fn snooze_does_not_return_within_minutes() {
    let mut android = android("2026-06-01 12:00", "20:00");
    android.until("2026-06-01 20:10");
    assert_eq!(android.later().map(|until| android.wall.shows(until)), Some("2026-06-01 20:40".into()));
    for _ in 0..5 {
        android.pass(60_000);
        android.restart();
        android.alarms_may_be_lost();
    }
    android.off_until("2026-06-01 20:30");
    assert_eq!((android.posts.clocks(), android.on_screen()), (vec!["2026-06-01 20:00"], 0));
    android.until("2026-06-02 12:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:00", "2026-06-01 20:40"]);
    let mut ios = ios("2026-06-01 12:00", "20:00");
    ios.until("2026-06-01 20:10");
    ios.later();
    ios.until("2026-06-01 20:20");
    ios.replan();
    ios.until("2026-06-02 12:00");
    assert_eq!(ios.posts.clocks(), ["2026-06-01 20:00", "2026-06-01 20:40"]);
}

#[test]
fn completing_deletes_the_snooze() {
    let (mut android, rules) = Android::with(BERLIN, "2026-06-01 12:00", &[check_in("20:00")]);
    android.until("2026-06-01 20:00");
    android.snooze("2026-06-01 21:00");
    android.complete(rules[0], "2026-06-01");
    android.until("2026-06-02 12:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:00"]);
    let (mut ios, rules) = Ios::with(BERLIN, "2026-06-01 12:00", &[check_in("20:00")]);
    ios.until("2026-06-01 20:00");
    ios.later();
    ios.complete(rules[0], "2026-06-01");
    ios.until("2026-06-02 12:00");
    assert_eq!(ios.posts.clocks(), ["2026-06-01 20:00"]);
}

/// A window that is saved while it lasts comes later in it or not today: never because it was saved.
#[test]
fn window_rule_not_due_at_once_on_creation() {
    let draft = RuleDraft { times: vec![window("09:00", "21:00")], ..check_in("09:00") };
    let mut today = 0;
    for minute in 0..24 {
        let now = format!("2026-06-01 {:02}:30", minute % 12 + 9);
        let (mut android, _) = Android::with(BERLIN, &now, std::slice::from_ref(&draft));
        let saved = android.wall.now;
        android.pass(0);
        assert!(android.posts.all().is_empty(), "saved at {now}");
        android.until("2026-06-02 03:00");
        assert!(android.posts.all().iter().all(|posted| posted.at > saved) && android.posts.all().len() <= 1);
        assert!(android.missed().is_empty());
        today += android.posts.all().len();
    }
    assert!((1..24).contains(&today), "{today} of 24 were early enough");
}

/// Nobody was asked, so nobody ignored it: three weeks without permission, and then it asks every day.
#[test]
fn permission_denied_no_back_off() {
    let draft = RuleDraft { back_off: true, ..check_in("20:00") };
    let (mut android, _) = Android::with(BERLIN, "2026-06-01 12:00", std::slice::from_ref(&draft));
    android.permission = NotificationPermission::Denied;
    android.replan();
    assert_eq!(android.alarms(), [""; 0]);
    for day in 2..=21 {
        android.until(&format!("2026-06-{day:02} 12:00"));
        android.alarms_may_be_lost();
        assert_eq!(rule_of(&android).asleep, None::<Asleep>, "after {day} days");
    }
    android.permission = NotificationPermission::Granted;
    android.replan();
    android.until("2026-06-24 12:00");
    assert_eq!(android.posts.clocks(), ["2026-06-21 20:00", "2026-06-22 20:00", "2026-06-23 20:00"]);
    // On iOS the permission is taken back while requests are pending, and nothing of the app runs before it is opened.
    let (mut ios, _) = Ios::with(BERLIN, "2026-06-01 12:00", &[draft]);
    ios.permission = NotificationPermission::Denied;
    ios.until("2026-06-20 12:00");
    ios.replan();
    assert_eq!(ios.pending(), 0);
    ios.until("2026-06-21 12:00");
    ios.permission = NotificationPermission::Granted;
    ios.replan();
    ios.until("2026-06-24 12:00");
    assert_eq!(ios.posts.clocks(), android.posts.clocks());
}
