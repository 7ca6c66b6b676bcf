//! Reports about numbers: too many at once, in a day, or for the system.

use super::*;
use ampersand_core::app::ReminderChoices;
use ampersand_core::ids::RuleId;
use ampersand_core::reminder::input::FireKind;
use ampersand_core::reminder::plan::FireId;
use ampersand_core::reminder::repeat::Repeat;
use std::collections::BTreeSet;

const AT_ONCE: usize = 2;
const PENDING: usize = 60;

fn limit(max_per_day: u32) -> ReminderChoices {
    ReminderChoices { quiet: None, max_per_day, discreet: true }
}

/// Ten rules of six times each, six hundred in ten days: the system holds two alarms, the day has its limit, and all
/// goes on.
#[test]
fn six_hundred_wanted_cap_kept() {
    let times = ["08", "10", "12", "15", "18", "21"];
    let rules: Vec<RuleDraft> = (0..10)
        .map(|number| {
            let times = times.map(|hour| format!("{hour}:{:02}", number * 5));
            daily(ReminderKind::Custom, &times.each_ref().map(String::as_str))
        })
        .collect();
    let (mut android, _) = Android::with(BERLIN, "2026-06-01 07:00", &rules);
    assert_eq!(android.alarms().len(), AT_ONCE);
    let (mut ios, _) = Ios::with(BERLIN, "2026-06-01 07:00", &rules);
    assert_eq!(ios.pending(), PENDING);
    android.until("2026-06-04 03:00");
    ios.until("2026-06-04 03:00");
    for day in 1..=3 {
        let day = format!("2026-06-{day:02}");
        assert_eq!((android.posts.on(&day).len(), ios.posts.on(&day).len()), (3, 3), "{day}");
    }
    assert_eq!(android.alarms().len(), AT_ONCE);
}

/// What does not fit into the centre is not dropped without a word: each rule's soonest is there, then what comes next, and
/// the rest follows.
#[test]
fn one_hundred_and_nine_wanted_on_ios() {
    let times = ["08:00", "11:00", "14:00", "17:00", "20:00"];
    let rule = |day: usize| {
        let repeat = Repeat::Once(format!("2026-06-{:02}", 2 + day).parse().unwrap());
        // The last day wants one less.
        RuleDraft { repeat, ..daily(ReminderKind::Custom, &times[..if day == 21 { 4 } else { 5 }]) }
    };
    let rules: Vec<RuleDraft> = (0..22).map(rule).collect();
    assert_eq!(rules.iter().map(|rule| rule.times.len()).sum::<usize>(), 109);
    let (mut ios, _) = Ios::with(BERLIN, "2026-06-01 07:00", &rules);
    ios.reminders.save_settings(&ios.ctx(), &limit(24)).unwrap();
    ios.replan();
    assert_eq!(
        (ios.pending(), ios.times()[0].as_str(), ios.times()[PENDING - 1].as_str()),
        (PENDING, "2026-06-02 08:00", "2026-06-23 08:00")
    );
    ios.until("2026-06-08 21:00");
    ios.replan();
    assert_eq!(ios.pending(), PENDING);
    ios.until("2026-06-14 21:00");
    ios.replan();
    assert_eq!(ios.pending(), 109 - 13 * 5, "all that are left");
    ios.until("2026-06-30 12:00");
    assert_eq!(ios.posts.all().len(), 109, "each, and each once");
}

#[test]
fn phone_off_all_day_five_due_at_most_one_shown() {
    let rules = ["08:00", "10:00", "12:00", "14:00", "16:00"].map(|time| RuleDraft { grace_min: 720, ..custom(time) });
    for most in [1, 3, 24] {
        let (mut android, _) = Android::with(BERLIN, "2026-06-01 07:00", &rules);
        android.reminders.save_settings(&android.ctx(), &limit(most)).unwrap();
        android.replan();
        android.off_until("2026-06-01 18:00");
        assert_eq!((android.posts.clocks(), android.on_screen()), (vec!["2026-06-01 18:00"], 1), "at most {most}");
        // With no room left for a second one, what the limit refused stays refused.
        assert_eq!(android.posts.last().items.len(), if most == 1 { 1 } else { 5 }, "it asks for all of them");
        android.until("2026-06-02 07:00");
        assert_eq!(android.posts.all().len(), 1);
    }
}

#[test]
fn four_at_one_minute_one_notification() {
    let rules = [check_in("20:00"), custom("20:00"), daily(ReminderKind::Practice, &["20:00"]), daily(ReminderKind::Together, &["20:00"])];
    let (mut android, _) = Android::with(BERLIN, "2026-06-01 12:00", &rules);
    android.until("2026-06-01 23:00");
    assert_eq!((android.posts.clocks(), android.posts.last().items.len()), (vec!["2026-06-01 20:00"], 4));
    assert_eq!(android.posts.last().copy_key, "reminder.several.discreet");
    let (mut ios, _) = Ios::with(BERLIN, "2026-06-01 12:00", &rules);
    ios.until("2026-06-01 23:00");
    assert_eq!((ios.posts.clocks(), ios.posts.last().items.len()), (vec!["2026-06-01 20:00"], 4));
}

/// Ids of everything that a hundred rules can say in a year, and numbers of what a phone holds: no two alike. The phone
/// itself fails when a number stands for two.
#[test]
fn ids_never_collide() {
    let first: ampersand_core::time::CivilDate = "2026-06-01".parse().unwrap();
    let mut ids = BTreeSet::new();
    let mut count = 0;
    for rule in 0..100_u8 {
        let rule = RuleId::from_bytes([rule; 16]);
        for day in 0..366 {
            for slot in [0, 1, 255] {
                for kind in FireKind::ALL {
                    ids.insert(FireId::of(rule, first.plus_days(day), slot, kind));
                    count += 1;
                }
            }
        }
    }
    assert_eq!(ids.len(), count);
    let rules: Vec<RuleDraft> = (0..5).map(|number| custom(&format!("{:02}:{:02}", 8 + number, number * 4))).collect();
    let (mut android, _) = Android::with(BERLIN, "2026-06-01 07:00", &rules);
    android.reminders.save_settings(&android.ctx(), &limit(24)).unwrap();
    for day in 2..6 {
        android.until(&format!("2026-06-{day:02} 07:00"));
        if day % 2 == 0 {
            android.alarms_may_be_lost();
        }
    }
    assert_eq!(android.posts.all().len(), 5 * 4);
    let shown: BTreeSet<FireId> = android.posts.all().iter().map(|posted| posted.id).collect();
    assert_eq!(shown.len(), 5 * 4);
}
