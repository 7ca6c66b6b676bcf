//! What fires, is put off, missed and done: once, in time, and never for what is gone.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{Firing, Platform, ReminderChoices, Reminders, RuleDraft};
use ampersand_core::error::{Error, Field, InvalidInput, Missing, Reason};
use ampersand_core::ids::RuleId;
use ampersand_core::reminder::fire::NotShown;
use ampersand_core::reminder::input::FireKind;
use ampersand_core::reminder::plan::FireId;
use ampersand_core::reminder::rule::Completion;
use ampersand_core::reminder::rule::ReminderKind::{Custom, DailyCheckIn, Practice};
use ampersand_core::reminder::settings::QuietHours;
use ampersand_core::time::{CivilDate, Instant, NowContext};
use ampersand_tests::files::bytes_of;
use ampersand_tests::phone::{Phone, daily, reminders};
use ampersand_tests::world::{HOUR, START, now};

/// That much after 2026-11-23, 00:00 UTC.
fn on(day: i64, hour: i64, minute: i64) -> NowContext {
    now(START - 9 * HOUR + day * 24 * HOUR + hour * HOUR + minute * 60_000)
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// Reminders with a rule, and an Android that holds them since nine in the morning.
struct Scene {
    folder: tempfile::TempDir,
    reminders: Reminders,
    rule: RuleId,
    phone: Phone,
}

fn scene(draft: &RuleDraft) -> Scene {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let rule = reminders.save_rule(&on(0, 9, 0), draft).unwrap().id;
    let mut phone = Phone::new(Platform::Android);
    phone.settle(&reminders, &on(0, 9, 0));
    Scene { folder, reminders, rule, phone }
}

fn evening() -> Scene {
    scene(&daily(DailyCheckIn, &["20:00"]))
}

fn dropped(why: NotShown) -> Firing {
    Firing::Drop { reason: why }
}

fn is_shown(firing: &[Firing]) -> bool {
    matches!(firing, [Firing::Show { .. }])
}

/// A snooze refused for this reason.
fn refused(result: &Result<(), Error>, reason: Reason) {
    assert!(matches!(result, Err(Error::Invalid(InvalidInput { field: Field::Until, reason: why })) if *why == reason), "{result:?}");
}

fn not_found(result: &Result<(), Error>, what: Missing) -> bool {
    matches!(result, Err(Error::NotFound { kind, .. }) if *kind == what)
}

#[test]
fn a_second_delivery_shows_nothing() {
    let Scene { reminders, mut phone, folder: _kept, .. } = evening();
    let id = phone.due(&on(0, 20, 0))[0];
    assert!(matches!(phone.fire(&reminders, &on(0, 20, 0), id), Firing::Show { .. }));
    assert_eq!(phone.fire(&reminders, &on(0, 20, 1), id), dropped(NotShown::Shown));
    reminders.shown(&on(0, 20, 2), id).unwrap();
    let stranger = "0123456789abcdef".parse().unwrap();
    assert_eq!(phone.fire(&reminders, &on(0, 20, 3), stranger), dropped(NotShown::Gone));
    assert!(not_found(&reminders.shown(&on(0, 20, 3), stranger), Missing::Fire), "it never fired");
}

#[test]
fn killed_between_firing_and_showing_it_is_shown_after_all() {
    let Scene { folder, reminders: first, mut phone, .. } = evening();
    let id = phone.due(&on(0, 20, 0))[0];
    phone.alarms.retain(|_, fire| fire.id != id);
    assert!(matches!(first.on_fire(&on(0, 20, 0), id), Ok(Firing::Show { .. })));
    drop(first);
    let second = reminders(folder.path(), 2);
    phone.settle(&second, &on(0, 20, 5));
    assert_eq!(phone.due(&on(0, 20, 5)), [id]);
    assert!(is_shown(&phone.ring(&second, &on(0, 20, 5))));
    assert!(phone.due(&on(0, 22, 0)).is_empty());
}

#[test]
fn shown_counts_though_another_plan_came_between() {
    let Scene { reminders, mut phone, folder: _kept, .. } = evening();
    reminders.save_rule(&on(0, 9, 0), &daily(Custom, &["20:05"])).unwrap();
    phone.settle(&reminders, &on(0, 9, 0));
    let id = phone.due(&on(0, 20, 6))[0];
    assert!(matches!(reminders.on_fire(&on(0, 20, 6), id), Ok(Firing::Show { .. })));
    phone.plan(&reminders, &on(0, 20, 6));
    reminders.shown(&on(0, 20, 7), id).unwrap();
    assert_eq!(reminders.on_fire(&on(0, 20, 8), id).unwrap(), dropped(NotShown::Shown));
}

#[test]
fn what_was_done_switched_off_or_deleted_shows_nothing() {
    let Scene { reminders, rule, phone, folder: _kept, .. } = evening();
    let id = phone.due(&on(0, 20, 0))[0];
    reminders.complete(&on(0, 19, 0), rule, day("2026-11-23"), None).unwrap();
    reminders.complete(&on(0, 19, 1), rule, day("2026-11-23"), None).unwrap();
    assert_eq!(reminders.on_fire(&on(0, 20, 0), id).unwrap(), dropped(NotShown::Done));
    let tomorrow = phone.due(&on(1, 20, 0)).into_iter().find(|other| *other != id).unwrap();
    reminders.enable_rule(&on(1, 9, 0), rule, false).unwrap();
    assert_eq!(reminders.on_fire(&on(1, 20, 0), tomorrow).unwrap(), dropped(NotShown::Gone));
    reminders.delete_rule(&on(1, 9, 0), rule).unwrap();
    assert_eq!(reminders.on_fire(&on(1, 20, 0), tomorrow).unwrap(), dropped(NotShown::Gone));
    assert!(not_found(&reminders.delete_rule(&on(1, 9, 0), rule), Missing::Rule));
}

#[test]
fn too_early_it_is_set_again_and_too_late_it_is_told_in_the_app() {
    let Scene { reminders, rule, mut phone, folder: _kept, .. } = evening();
    let id = phone.due(&on(0, 20, 0))[0];
    assert_eq!(phone.fire(&reminders, &on(0, 19, 0), id), dropped(NotShown::Early));
    assert_eq!(phone.times()[0], "2026-11-23 20:00");
    // 46 hours late, as some phones do it.
    assert_eq!(reminders.on_fire(&on(2, 18, 0), id).unwrap(), dropped(NotShown::Late));
    let missed = reminders.view(&on(2, 18, 0)).unwrap().missed;
    let days: Vec<_> = missed.iter().map(|item| (item.rule, item.day.to_string())).collect();
    assert_eq!(days, [(rule, "2026-11-23".into())]);
    reminders.seen_missed(&on(2, 18, 0)).unwrap();
    let missed = phone.plan(&reminders, &on(2, 18, 1)).missed;
    assert!(missed.iter().all(|item| item.day == day("2026-11-24")), "the one after it never came either");
}

#[test]
fn after_days_off_what_was_missed_is_told_once_and_not_shown() {
    let Scene { reminders, rule, mut phone, folder: _kept, .. } = evening();
    reminders.booted(&on(3, 23, 30)).unwrap();
    phone.alarms.clear();
    phone.settle(&reminders, &on(3, 23, 30));
    assert!(phone.due(&on(3, 23, 30)).is_empty(), "half past eleven is too late for eight");
    let missed =
        |ctx: &NowContext| -> Vec<String> { reminders.view(ctx).unwrap().missed.iter().map(|item| item.day.to_string()).collect() };
    assert_eq!(missed(&on(3, 23, 30)), ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"]);
    reminders.complete(&on(3, 23, 40), rule, day("2026-11-25"), None).unwrap();
    assert_eq!(missed(&on(3, 23, 40)), ["2026-11-23", "2026-11-24", "2026-11-26"], "done late is done");
    reminders.seen_missed(&on(3, 23, 50)).unwrap();
    phone.settle(&reminders, &on(3, 23, 55));
    assert!(missed(&on(3, 23, 55)).is_empty(), "seen, it is not told again by the next plan");
}

#[test]
fn what_was_missed_is_forgotten_after_a_fortnight() {
    let Scene { reminders, mut phone, folder: _kept, .. } = evening();
    phone.settle(&reminders, &on(0, 23, 30));
    reminders.booted(&on(0, 23, 30)).unwrap();
    assert_eq!(reminders.view(&on(0, 23, 30)).unwrap().missed.len(), 1);
    let days = |phone: &Phone, at: i64| -> Vec<String> {
        phone.plan(&reminders, &on(at, 9, 0)).missed.iter().map(|item| item.day.to_string()).collect()
    };
    assert!(days(&phone, 14).contains(&"2026-11-23".into()));
    assert!(!days(&phone, 15).contains(&"2026-11-23".into()));
}

#[test]
fn in_quiet_hours_it_makes_no_sound() {
    let Scene { reminders, mut phone, folder: _kept, .. } = evening();
    let quiet = Some(QuietHours { start: "21:00".parse().unwrap(), end: "07:00".parse().unwrap() });
    reminders.save_settings(&on(0, 9, 0), &ReminderChoices { quiet, max_per_day: 3, discreet: false }).unwrap();
    phone.settle(&reminders, &on(0, 9, 0));
    let [Firing::Show { silent, discreet, copy_key, .. }] = &phone.ring(&reminders, &on(0, 21, 30))[..] else { panic!("not shown") };
    assert!(*silent && !*discreet && copy_key == "reminder.daily_check_in.plain");
}

#[test]
fn put_off_it_comes_back_once_and_the_last_time_counts() {
    let Scene { reminders, mut phone, folder: _kept, .. } = evening();
    let id = phone.due(&on(0, 20, 0))[0];
    let ctx = now(on(0, 20, 0).now.millis() + 20_000);
    assert!(not_found(&reminders.snooze(&on(0, 19, 0), id, on(0, 21, 0).now), Missing::Fire), "it is not on screen yet");
    let firing = phone.fire(&reminders, &ctx, id);
    let options = reminders.snooze_options(&ctx, id).unwrap();
    assert_eq!(options, [on(0, 20, 31), on(0, 21, 1), on(0, 23, 1)].map(|ctx| ctx.now.millis()), "whole minutes");
    assert!(matches!(firing, Firing::Show { later_at: Some(later), .. } if later == options[0]));
    assert_eq!(reminders.later(&ctx, id).unwrap(), Some(options[0]));
    reminders.snooze(&ctx, id, Instant::from_millis(options[1]).unwrap()).unwrap();
    let replan = phone.settle(&reminders, &ctx);
    assert_eq!(replan.withdraw.len(), 1, "put off, it leaves the screen");
    assert_eq!(phone.times()[0], "2026-11-23 21:01");
    assert!(phone.ring(&reminders, &on(0, 20, 59)).is_empty());
    assert!(is_shown(&phone.ring(&reminders, &on(0, 21, 1))));
    assert_eq!(phone.times()[0], "2026-11-24 20:00", "and then no more");
    // Once more, from the notification that came back.
    let again = *phone.screen.values().next().unwrap();
    assert_ne!(again, id);
    reminders.later(&on(0, 21, 5), again).unwrap();
    phone.settle(&reminders, &on(0, 21, 5));
    assert_eq!((phone.times()[0].as_str(), phone.screen.len()), ("2026-11-23 21:35", 0));
    assert!(is_shown(&phone.ring(&reminders, &on(0, 21, 35))));
    assert_eq!(phone.screen.len(), 1);
}

#[test]
fn an_alarm_a_little_early_shows_what_was_put_off_once() {
    let Scene { reminders, mut phone, folder: _kept, .. } = evening();
    let id = phone.due(&on(0, 20, 0))[0];
    phone.fire(&reminders, &on(0, 20, 0), id);
    reminders.later(&on(0, 20, 0), id).unwrap();
    phone.settle(&reminders, &on(0, 20, 0));
    let early = now(on(0, 20, 29).now.millis() + 20_000);
    let id = phone.due(&on(0, 20, 30))[0];
    assert!(matches!(phone.fire(&reminders, &early, id), Firing::Show { .. }));
    assert_eq!(phone.times()[0], "2026-11-24 20:00");
}

#[test]
fn it_is_not_put_off_into_the_past_or_another_day() {
    let Scene { folder, reminders, rule, mut phone } = scene(&RuleDraft { grace_min: 720, ..daily(DailyCheckIn, &["23:30"]) });
    let id = phone.due(&on(0, 23, 30))[0];
    phone.fire(&reminders, &on(1, 3, 45), id);
    let before = bytes_of(folder.path());
    refused(&reminders.snooze(&on(1, 3, 45), id, on(1, 3, 45).now), Reason::InPast);
    refused(&reminders.snooze(&on(1, 3, 45), id, on(0, 3, 45).now), Reason::InPast);
    refused(&reminders.snooze(&on(1, 3, 45), id, on(1, 4, 0).now), Reason::AfterDayEnd);
    assert!(reminders.snooze_options(&on(1, 3, 45), id).unwrap().is_empty());
    assert_eq!(reminders.later(&on(1, 3, 45), id).unwrap(), None);
    assert_eq!(bytes_of(folder.path()), before);
    reminders.complete(&on(1, 3, 46), rule, day("2026-11-23"), None).unwrap();
    assert!(not_found(&reminders.snooze(&on(1, 3, 46), id, on(1, 3, 50).now), Missing::Fire), "nothing is left to put off");
}

#[test]
fn done_ends_what_was_put_off() {
    let Scene { reminders, rule, mut phone, folder: _kept, .. } =
        scene(&RuleDraft { completion: Completion::Slot, ..daily(Practice, &["12:00", "20:00"]) });
    let id = phone.due(&on(0, 12, 0))[0];
    phone.fire(&reminders, &on(0, 12, 0), id);
    reminders.later(&on(0, 12, 0), id).unwrap();
    reminders.complete(&on(0, 12, 10), rule, day("2026-11-23"), Some(0)).unwrap();
    phone.settle(&reminders, &on(0, 12, 10));
    assert_eq!(phone.times(), ["2026-11-23 20:00", "2026-11-24 12:00"], "and leaves the other time of the day");
    for (slot, date, field) in
        [(Some(2), "2026-11-23", Field::Slots), (Some(-1), "2026-11-23", Field::Slots), (None, "2026-11-24", Field::Date)]
    {
        let refused = reminders.complete(&on(0, 12, 10), rule, day(date), slot);
        assert!(
            matches!(refused, Err(Error::Invalid(InvalidInput { field: of, reason: Reason::OutOfRange })) if of == field),
            "{refused:?}"
        );
    }
}

#[test]
fn on_ios_it_is_put_off_before_anything_was_planned_anew() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    reminders.save_rule(&on(0, 9, 0), &daily(DailyCheckIn, &["20:00"])).unwrap();
    let mut phone = Phone::new(Platform::Ios);
    phone.settle(&reminders, &on(0, 9, 0));
    let id = phone.due(&on(0, 20, 0))[0];
    assert_eq!(reminders.opened(&on(0, 20, 0), id).unwrap().day, day("2026-11-23"));
    reminders.later(&on(0, 20, 0), id).unwrap();
    phone.settle(&reminders, &on(0, 20, 0));
    assert!(phone.times().contains(&"2026-11-23 20:30".to_owned()));
    phone.settle(&reminders, &on(0, 21, 0));
    assert!(!phone.times().iter().any(|time| time.starts_with("2026-11-23")));
}

#[test]
fn a_notification_of_yesterday_leads_to_yesterday() {
    let Scene { reminders, rule, mut phone, folder: _kept, .. } = evening();
    let id = phone.due(&on(0, 20, 0))[0];
    phone.fire(&reminders, &on(0, 20, 0), id);
    let target = reminders.opened(&on(1, 10, 0), id).unwrap();
    assert_eq!(target.day, day("2026-11-23"));
    assert!(matches!(&target.items[..], [item] if item.rule == rule && item.kind == DailyCheckIn && item.fire == FireKind::First));
    let stranger: FireId = "0123456789abcdef".parse().unwrap();
    assert!(matches!(reminders.opened(&on(1, 10, 0), stranger), Err(Error::NotFound { kind: Missing::Fire, .. })));
}

#[test]
fn several_at_one_minute_are_one_notification() {
    let Scene { reminders, mut phone, folder: _kept, .. } = evening();
    for kind in [Custom, Practice] {
        reminders.save_rule(&on(0, 9, 0), &daily(kind, &["20:00"])).unwrap();
    }
    phone.settle(&reminders, &on(0, 9, 0));
    let [Firing::Show { items, copy_key, .. }] = &phone.ring(&reminders, &on(0, 20, 0))[..] else { panic!("not one") };
    assert_eq!((items.len(), copy_key.as_str()), (3, "reminder.several.discreet"));
}
