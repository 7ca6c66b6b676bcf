//! What the operating system is told of the plan, and that it holds nothing else, wherever the app is ended.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{Firing, NotificationPermission, Platform, Reminders, Replan, RuleDraft};
use ampersand_core::error::Error;
use ampersand_core::ids::RuleId;
use ampersand_core::reminder::rule::ReminderKind::{Custom, DailyCheckIn, Retest};
use ampersand_core::time::{NowContext, ZoneSpan};
use ampersand_tests::phone::{Phone, daily, reminders};
use ampersand_tests::world::{HOUR, START, at, create, now};
use std::collections::BTreeSet;
use std::path::Path;

/// That much after 2026-11-23, 00:00 UTC.
fn on(day: i64, hour: i64, minute: i64) -> NowContext {
    now(START - 9 * HOUR + day * 24 * HOUR + hour * HOUR + minute * 60_000)
}

fn save(reminders: &Reminders, ctx: &NowContext, draft: &RuleDraft) -> RuleId {
    reminders.save_rule(ctx, draft).unwrap().id
}

/// A rule's times changed.
fn moved(id: RuleId, times: &[&str]) -> RuleDraft {
    RuleDraft { id: Some(id), ..daily(DailyCheckIn, times) }
}

#[test]
fn android_holds_the_next_two_and_each_that_fires_brings_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let rule = save(&reminders, &on(0, 9, 0), &daily(DailyCheckIn, &["20:00"]));
    let mut phone = Phone::new(Platform::Android);
    let replan = phone.settle(&reminders, &on(0, 9, 0));
    assert_eq!(phone.times(), ["2026-11-23 20:00", "2026-11-24 20:00"]);
    assert_eq!(replan.set[0].copy_key, "reminder.daily_check_in.discreet");
    assert_eq!(replan.next_replan_at, on(0, 20, 15).now.millis(), "to see whether it came");
    assert!(phone.settle(&reminders, &on(0, 9, 1)).set.is_empty(), "nothing is told twice");
    let fired = phone.ring(&reminders, &on(0, 20, 0));
    assert!(matches!(&fired[..], [Firing::Show { items, .. }] if items[0].rule == rule && items[0].kind == DailyCheckIn));
    assert_eq!(phone.times(), ["2026-11-24 20:00", "2026-11-25 20:00"]);
    assert_eq!(phone.screen.len(), 1);
    reminders.complete(&on(0, 20, 5), rule, "2026-11-23".parse().unwrap(), None).unwrap();
    let replan = phone.settle(&reminders, &on(0, 20, 5));
    assert_eq!((replan.withdraw.len(), phone.screen.len()), (1, 0), "done, it leaves the screen");
    assert!(phone.settle(&reminders, &on(0, 20, 6)).withdraw.is_empty());
    assert_eq!(phone.times(), ["2026-11-24 20:00", "2026-11-25 20:00"]);
}

#[test]
fn ios_holds_sixty_with_their_seconds_and_what_passes_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let rule = save(&reminders, &on(0, 9, 0), &daily(DailyCheckIn, &["12:00", "20:00"]));
    let mut phone = Phone::new(Platform::Ios);
    phone.settle(&reminders, &on(0, 9, 0));
    assert_eq!(phone.alarms.len(), 60);
    assert!(phone.alarms.values().all(|fire| fire.local_second == 0 && !fire.silent));
    let codes: BTreeSet<_> = phone.alarms.keys().collect();
    assert_eq!(codes.len(), 60);
    // Two have passed by the next morning; nobody has heard of it but the plan.
    phone.settle(&reminders, &on(1, 9, 0));
    assert_eq!(phone.times()[0], "2026-11-24 12:00");
    reminders.complete(&on(1, 9, 0), rule, "2026-11-23".parse().unwrap(), None).unwrap();
    assert_eq!(phone.settle(&reminders, &on(1, 9, 1)).withdraw.len(), 2, "both were on screen");
    assert!(reminders.view(&on(1, 9, 1)).unwrap().missed.is_empty());
}

#[test]
fn ios_counts_as_shown_only_what_has_passed_on_the_wall_too() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let zoned = |hours: i32, ctx: NowContext| {
        let zone = ZoneSpan::new("Etc/Somewhere".into(), 0, 7_000_000_000_000, hours * 3600, vec![]).unwrap();
        NowContext { zone, ..ctx }
    };
    save(&reminders, &zoned(0, on(0, 9, 0)), &daily(DailyCheckIn, &["20:00"]));
    let mut phone = Phone::new(Platform::Ios);
    phone.settle(&reminders, &zoned(0, on(0, 9, 0)));
    // At 20:30 where it was planned it is half past two in the west: iOS waits for eight there.
    let replan = phone.settle(&reminders, &zoned(-6, on(0, 20, 30)));
    assert!(replan.set.iter().any(|fire| fire.local_date.to_string() == "2026-11-23"), "it is still to come");
    assert_eq!(phone.times()[0], "2026-11-23 20:00");
    assert_eq!(phone.settle(&reminders, &zoned(-6, on(1, 2, 30))).missed, []);
    assert_eq!(phone.settle(&reminders, &zoned(-6, on(1, 2, 31))).withdraw, []);
    assert_eq!(reminders.view(&zoned(-6, on(1, 2, 31))).unwrap().rules[0].next.as_ref().unwrap().local_date.to_string(), "2026-11-24");
}

/// Every way in which a round can be cut short: before the plan, after it, with some of it applied, with all of it.
#[test]
fn ended_anywhere_the_next_round_makes_it_good() {
    for platform in [Platform::Android, Platform::Ios] {
        for taken in 0..=4 {
            let folder = tempfile::tempdir().unwrap();
            let first = reminders(folder.path(), 1);
            let rule = save(&first, &on(0, 9, 0), &daily(DailyCheckIn, &["20:00"]));
            save(&first, &on(0, 9, 0), &daily(Custom, &["12:00"]));
            let mut phone = Phone::new(platform);
            phone.settle(&first, &on(0, 9, 0));
            // Another time is another slot: what is set has to go.
            first.save_rule(&on(0, 10, 0), &moved(rule, &["21:00"])).unwrap();
            if taken > 0 {
                let replan = phone.plan(&first, &on(0, 10, 0));
                let part = |share: usize| Replan {
                    set: replan.set[..replan.set.len() * share / 3].to_vec(),
                    cancel: replan.cancel[..replan.cancel.len() * share / 3].to_vec(),
                    ..replan.clone()
                };
                phone.apply(&part(taken - 1));
            }
            drop(first);
            let second = reminders(folder.path(), 2);
            // In between the rule was moved again, so that not even the plan that was cut short still holds.
            second.save_rule(&on(0, 10, 5), &moved(rule, &["22:00"])).unwrap();
            phone.settle(&second, &on(0, 10, 5));
            assert_eq!(phone.times()[..2], ["2026-11-23 12:00", "2026-11-23 22:00"], "{platform:?}, {taken}");
            let late = |time: &String| time.ends_with("20:00") || time.ends_with("21:00");
            assert_eq!(phone.times().iter().filter(|time| late(time)).count(), 0, "{platform:?}, {taken}");
            assert_eq!(phone.alarms.len(), if platform == Platform::Ios { 60 } else { 2 });
            assert!(phone.settle(&second, &on(0, 10, 6)).set.is_empty(), "settled, nothing is told again");
        }
    }
}

#[test]
fn ended_before_it_was_told_everything_is_set_again() {
    let folder = tempfile::tempdir().unwrap();
    let first = reminders(folder.path(), 1);
    save(&first, &on(0, 9, 0), &daily(DailyCheckIn, &["20:00"]));
    let mut phone = Phone::new(Platform::Android);
    let replan = phone.plan(&first, &on(0, 9, 0));
    drop(first);
    let second = reminders(folder.path(), 2);
    assert_eq!(phone.settle(&second, &on(0, 9, 1)).set, replan.set, "the same, under the same numbers");
    // After it was applied, and before that was said, one fires.
    let replan = phone.plan(&second, &on(0, 9, 2));
    phone.apply(&replan);
    drop(second);
    let third = reminders(folder.path(), 3);
    assert!(matches!(phone.ring(&third, &on(0, 20, 0))[..], [Firing::Show { .. }]));
    assert_eq!(phone.times(), ["2026-11-24 20:00", "2026-11-25 20:00"]);
}

#[test]
fn of_two_who_plan_at_once_neither_is_believed() {
    let folder = tempfile::tempdir().unwrap();
    let (app, receiver) = (reminders(folder.path(), 1), reminders(folder.path(), 2));
    let rule = save(&app, &on(0, 9, 0), &daily(DailyCheckIn, &["20:00"]));
    let mut phone = Phone::new(Platform::Android);
    let first = phone.plan(&app, &on(0, 9, 0));
    app.save_rule(&on(0, 9, 0), &moved(rule, &["21:00"])).unwrap();
    let second = phone.plan(&receiver, &on(0, 9, 0));
    assert!(second.generation > first.generation);
    // The second applies before the first: the phone now holds what nobody wants.
    let (of_second, of_first) = (phone.apply(&second), phone.apply(&first));
    assert!(!app.registered(first.generation, &of_first).unwrap());
    assert!(!receiver.registered(second.generation, &of_second).unwrap(), "the other one has written meanwhile");
    phone.settle(&receiver, &on(0, 9, 0));
    assert_eq!(phone.times(), ["2026-11-23 21:00", "2026-11-24 21:00"]);
    assert!(phone.settle(&app, &on(0, 9, 1)).set.is_empty());
}

#[test]
fn what_the_system_refused_is_set_by_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    save(&reminders, &on(0, 9, 0), &daily(DailyCheckIn, &["20:00"]));
    let mut phone = Phone::new(Platform::Android);
    let replan = phone.plan(&reminders, &on(0, 9, 0));
    assert!(reminders.registered(replan.generation, &[replan.set[1].id]).unwrap());
    assert_eq!(phone.settle(&reminders, &on(0, 9, 1)).set, replan.set[..1]);
}

#[test]
fn after_a_start_android_is_told_anew_and_nothing_is_on_screen() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    save(&reminders, &on(0, 9, 0), &daily(DailyCheckIn, &["12:00", "20:00"]));
    let mut phone = Phone::new(Platform::Android);
    phone.settle(&reminders, &on(0, 9, 0));
    phone.ring(&reminders, &on(0, 12, 0));
    let mut phone = Phone::new(Platform::Android);
    reminders.booted(&on(0, 19, 0)).unwrap();
    phone.settle(&reminders, &on(0, 19, 0));
    assert_eq!(phone.times(), ["2026-11-23 20:00", "2026-11-24 12:00"]);
    // Off at eight, on again within what it is worth: said once, late.
    let mut phone = Phone::new(Platform::Android);
    reminders.booted(&on(0, 21, 0)).unwrap();
    phone.settle(&reminders, &on(0, 21, 0));
    assert!(matches!(phone.ring(&reminders, &on(0, 21, 0))[..], [Firing::Show { .. }]));
    assert_eq!(reminders.view(&on(0, 21, 0)).unwrap().unheard, 0, "a phone that was off is no fault of the system");
}

#[test]
fn an_alarm_that_never_came_is_counted_once_and_set_again() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    save(&reminders, &on(0, 9, 0), &daily(DailyCheckIn, &["20:00"]));
    let mut phone = Phone::new(Platform::Android);
    phone.settle(&reminders, &on(0, 9, 0));
    let lost = phone.times();
    phone.alarms.clear();
    assert!(phone.settle(&reminders, &on(0, 20, 15)).set.is_empty(), "it may still be on its way");
    phone.settle(&reminders, &on(0, 20, 16));
    assert_eq!(phone.times(), lost, "it and the one after it");
    assert!(matches!(phone.ring(&reminders, &on(0, 20, 16))[..], [Firing::Show { .. }]));
    phone.settle(&reminders, &on(0, 20, 50));
    assert_eq!(reminders.view(&on(13, 20, 0)).unwrap().unheard, 1);
    assert_eq!(reminders.view(&on(15, 20, 0)).unwrap().unheard, 0, "after a fortnight nobody needs to know");
}

#[test]
fn where_alarms_may_be_lost_all_are_set_again_and_what_is_shown_stays() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let rule = save(&reminders, &on(0, 9, 0), &daily(DailyCheckIn, &["12:00", "20:00"]));
    let mut phone = Phone::new(Platform::Android);
    phone.settle(&reminders, &on(0, 9, 0));
    phone.ring(&reminders, &on(0, 12, 0));
    let before = phone.times();
    reminders.alarms_lost(&on(0, 13, 0)).unwrap();
    phone.alarms.clear();
    phone.settle(&reminders, &on(0, 13, 0));
    assert_eq!(phone.times(), before);
    assert_eq!(reminders.view(&on(0, 13, 0)).unwrap().unheard, 0);
    // Not lost after all: what is no longer planned is taken back all the same.
    reminders.alarms_lost(&on(0, 14, 0)).unwrap();
    reminders.save_rule(&on(0, 14, 0), &moved(rule, &["21:00"])).unwrap();
    phone.settle(&reminders, &on(0, 14, 0));
    assert_eq!((phone.times(), phone.screen.len()), (vec!["2026-11-23 21:00".into(), "2026-11-24 21:00".into()], 1));
    // What did not come until then was lost.
    phone.alarms.clear();
    reminders.alarms_lost(&on(0, 21, 20)).unwrap();
    reminders.alarms_lost(&on(0, 21, 20)).unwrap();
    phone.settle(&reminders, &on(0, 21, 20));
    assert_eq!(reminders.view(&on(0, 21, 20)).unwrap().unheard, 1);
    assert!(matches!(phone.ring(&reminders, &on(0, 21, 20))[..], [Firing::Show { .. }]));
}

#[test]
fn where_the_app_may_not_notify_nothing_is_set_and_nothing_counts() {
    for platform in [Platform::Android, Platform::Ios] {
        let folder = tempfile::tempdir().unwrap();
        let reminders = reminders(folder.path(), 1);
        let rule = save(&reminders, &on(0, 9, 0), &RuleDraft { back_off: true, ..daily(DailyCheckIn, &["20:00"]) });
        let mut phone = Phone::new(platform);
        phone.settle(&reminders, &on(0, 9, 0));
        phone.permission = NotificationPermission::Denied;
        phone.settle(&reminders, &on(0, 9, 1));
        assert!(phone.alarms.is_empty(), "{platform:?}");
        for day in 0..20 {
            phone.settle(&reminders, &on(day, 23, 30));
        }
        let view = reminders.view(&on(20, 9, 0)).unwrap();
        assert_eq!(view.permission, Some(NotificationPermission::Denied));
        assert_eq!((view.rules[0].asleep, view.missed.len(), view.unheard), (None, 0, 0), "{platform:?}: nobody was asked");
        phone.permission = NotificationPermission::Granted;
        phone.settle(&reminders, &on(20, 9, 0));
        assert_eq!(phone.times()[0], "2026-12-13 20:00");
        assert_eq!(view.rules[0].id, rule);
    }
}

#[test]
fn what_is_on_screen_goes_with_its_rule_and_when_it_is_old() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let drafts = [daily(DailyCheckIn, &["10:00"]), daily(Custom, &["11:00"]), daily(Retest, &["12:00"])];
    let [gone, off, stays] = drafts.map(|draft| save(&reminders, &on(0, 9, 0), &draft));
    let mut phone = Phone::new(Platform::Android);
    phone.settle(&reminders, &on(0, 9, 0));
    for hour in 10..=12 {
        phone.ring(&reminders, &on(0, hour, 0));
    }
    assert_eq!(phone.screen.len(), 3);
    reminders.delete_rule(&on(0, 13, 0), gone).unwrap();
    reminders.enable_rule(&on(0, 13, 0), off, false).unwrap();
    let planned = phone.plan(&reminders, &on(0, 13, 0));
    assert_eq!(planned.withdraw.len(), 2);
    assert_eq!(phone.settle(&reminders, &on(0, 13, 0)).withdraw, planned.withdraw, "until somebody has said that it was done");
    assert_eq!(phone.screen.len(), 1);
    reminders.enable_rule(&on(0, 13, 0), stays, true).unwrap();
    assert!(phone.settle(&reminders, &on(14, 9, 0)).withdraw.is_empty());
    assert_eq!(phone.settle(&reminders, &on(15, 9, 0)).withdraw.len(), 1);
}

#[test]
fn where_everything_was_erased_the_reminders_are_empty() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path(), 1);
    let reminders = reminders(folder.path(), 2);
    let rule = save(&reminders, &on(0, 9, 0), &daily(DailyCheckIn, &["20:00"]));
    let mut phone = Phone::new(Platform::Android);
    let old = phone.settle(&reminders, &on(0, 9, 0));
    vault.erase_everything().unwrap();
    let empty = |folder: &Path| std::fs::read_dir(folder).unwrap().next().is_none();
    assert!(empty(folder.path()));
    let replan = phone.plan(&reminders, &on(0, 9, 5));
    assert_eq!((replan.generation, replan.set.len(), replan.cancel.len()), (0, 0, 0));
    assert!(!reminders.registered(old.generation, &[]).unwrap(), "of a plan that is gone");
    assert!(reminders.registered(replan.generation, &[]).unwrap());
    reminders.booted(&on(0, 9, 5)).unwrap();
    reminders.seen_missed(&on(0, 9, 5)).unwrap();
    assert!(matches!(reminders.on_fire(&on(0, 20, 0), old.set[0].id), Ok(Firing::Drop { .. })));
    for refused in [
        reminders.shown(&on(0, 20, 0), old.set[0].id),
        reminders.delete_rule(&on(0, 9, 5), rule),
        reminders.complete(&on(0, 9, 5), rule, "2026-11-23".parse().unwrap(), None),
        reminders.opened(&on(0, 9, 5), old.set[0].id).map(drop),
        reminders.later(&on(0, 9, 5), old.set[0].id).map(drop),
        reminders.enable_rule(&on(0, 9, 5), rule, true).map(drop),
    ] {
        assert!(matches!(refused, Err(Error::NotFound { .. })), "{refused:?}");
    }
    assert!(reminders.view(&on(0, 9, 5)).unwrap().rules.is_empty());
    assert!(empty(folder.path()), "and asking has made nothing");
    save(&reminders, &on(0, 9, 6), &daily(DailyCheckIn, &["20:00"]));
    assert_eq!(phone.plan(&reminders, &on(0, 9, 6)).set.len(), 2);
}

#[test]
fn what_happened_is_forgotten_after_400_days() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let rule = save(&reminders, &on(0, 9, 0), &daily(DailyCheckIn, &["20:00"]));
    reminders.complete(&on(0, 9, 0), rule, "2026-11-23".parse().unwrap(), None).unwrap();
    let phone = Phone::new(Platform::Android);
    let left = |day: i64| -> u32 {
        phone.plan(&reminders, &on(day, 9, 0));
        let file = rusqlite::Connection::open(folder.path().join("reminders.db")).unwrap();
        file.query_row("SELECT count(*) FROM completion", [], |row| row.get(0)).unwrap()
    };
    assert_eq!([left(400), left(401)], [1, 0]);
}

#[test]
fn a_round_at_any_moment_tells_nothing_of_the_day_twice() {
    // Through days with every hour planned anew, each time is said once.
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    save(&reminders, &on(0, 9, 0), &daily(DailyCheckIn, &["08:00", "20:00"]));
    let mut phone = Phone::new(Platform::Android);
    let mut shown = 0;
    for hour in 9..24 * 5 {
        let ctx = at(0, hour - 9);
        phone.settle(&reminders, &ctx);
        shown += phone.ring(&reminders, &ctx).iter().filter(|firing| matches!(firing, Firing::Show { .. })).count();
    }
    assert_eq!(shown, 9, "twice a day for five days, but for the first morning");
}
