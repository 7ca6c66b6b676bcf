//! Reports about clocks: summer time, journeys, and clocks set by hand.

use super::*;
use ampersand_core::app::ReminderChoices;
use ampersand_core::reminder::settings::QuietHours;
use ampersand_core::time::CivilDate;

fn quiet(start: &str, end: &str) -> ReminderChoices {
    let quiet = QuietHours { start: start.parse().unwrap(), end: end.parse().unwrap() };
    ReminderChoices { quiet: Some(quiet), max_per_day: 3, discreet: true }
}

/// In the night in which 02:30 is left out, it comes once, at 03:30; the next evening's is where it always is.
#[test]
fn dst_start_once() {
    let rules = [custom("02:30"), check_in("20:00")];
    let wanted = ["2026-03-28 20:00", "2026-03-29 03:30", "2026-03-29 20:00", "2026-03-30 02:30"];
    let (mut android, _) = Android::with(BERLIN, "2026-03-28 12:00", &rules);
    android.until("2026-03-30 12:00");
    assert_eq!(android.posts.clocks(), wanted);
    let (mut ios, _) = Ios::with(BERLIN, "2026-03-28 12:00", &rules);
    ios.until("2026-03-30 12:00");
    assert_eq!(ios.posts.clocks(), wanted);
}

/// In the night in which 02:30 comes twice, it is said at the first and not at the second.
#[test]
fn doubled_on_the_fall_back_night() {
    let mut android = android("2026-10-24 12:00", "02:30");
    let mut ios = ios("2026-10-24 12:00", "02:30");
    android.until("2026-10-26 12:00");
    ios.until("2026-10-26 12:00");
    assert_eq!(android.posts.clocks(), ["2026-10-25 02:30", "2026-10-26 02:30"]);
    assert_eq!(ios.posts.clocks(), android.posts.clocks());
    // 00:30 UTC; an hour later clocks show the same once more.
    let first_pass = 1_792_888_200_000;
    assert_eq!((android.posts.all()[0].at, ios.posts.all()[0].at), (first_pass, first_pass));
}

#[test]
fn noon_stays_noon_after_autumn() {
    let mut android = android("2026-10-23 13:00", "12:00");
    let mut ios = ios("2026-10-23 13:00", "12:00");
    for day in 24..=28 {
        let evening = format!("2026-10-{day} 19:00");
        android.until(&evening);
        ios.until(&evening);
    }
    let wanted: Vec<String> = (24..=28).map(|day| format!("2026-10-{day} 12:00")).collect();
    assert_eq!(android.posts.clocks(), wanted);
    assert_eq!(ios.posts.clocks(), wanted);
}

/// What was set the day before is not an hour off when the clocks have changed in the night; nor is what comes between
/// that and the morning, in the last hours of the day before.
#[test]
fn an_hour_off_the_morning_after() {
    for (before, after) in [("2026-03-28", "2026-03-29"), ("2026-10-24", "2026-10-25")] {
        let (mut android, _) = Android::with(BERLIN, &format!("{before} 12:00"), &[check_in("08:00"), custom("03:30")]);
        let wanted = [format!("{after} 03:30"), format!("{after} 08:00")];
        assert_eq!(android.alarms(), wanted);
        android.until(&format!("{after} 12:00"));
        assert_eq!(android.posts.clocks(), wanted);
    }
}

/// Android tells nobody that summer time began: what it holds is right without it, for as long as nobody opens the app.
#[test]
fn no_broadcast_at_dst() {
    let mut android = android("2026-03-20 12:00", "20:00");
    android.until("2026-04-10 12:00");
    assert_eq!(android.posts.clocks().len(), 21);
    assert!(android.posts.clocks().iter().all(|clock| clock.ends_with(" 20:00")), "{:?}", android.posts.clocks());
}

/// Midnight belongs to the day before; where the clocks jump over midnight itself, one in the morning does.
#[test]
fn midnight_item_before_a_dst_night() {
    let mut berlin = android("2026-03-28 12:00", "00:00");
    berlin.until("2026-03-30 12:00");
    assert_eq!(berlin.posts.clocks(), ["2026-03-29 00:00", "2026-03-30 00:00"]);
    let days: Vec<String> = berlin.posts.all().iter().map(|posted| posted.day.to_string()).collect();
    assert_eq!(days, ["2026-03-28", "2026-03-29"]);
    // Cuba's clocks go from 00:00 to 01:00.
    let (mut havana, _) = Android::with("America/Havana", "2026-03-07 12:00", &[check_in("00:00")]);
    havana.until("2026-03-09 12:00");
    assert_eq!(havana.posts.clocks(), ["2026-03-08 01:00", "2026-03-09 00:00"]);
}

/// Eight in the evening is where the phone is, not where it was.
#[test]
fn zone_changed_after_scheduling() {
    let mut android = android("2026-06-01 12:00", "20:00");
    android.travel("America/New_York");
    assert_eq!(android.wall.shows(android.wall.now), "2026-06-01 06:00");
    android.until("2026-06-02 22:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 20:00", "2026-06-02 20:00"]);
    // On iOS nothing runs, and the centre goes by the wall itself; then the app is opened.
    let mut ios = ios("2026-06-01 12:00", "20:00");
    ios.travel("America/New_York");
    ios.until("2026-06-01 22:00");
    ios.replan();
    ios.until("2026-06-02 22:00");
    assert_eq!(ios.posts.clocks(), android.posts.clocks());
}

/// Half an hour from now is half an hour from now, wherever that is.
#[test]
fn zone_changed_during_snooze() {
    let mut android = android("2026-06-01 12:00", "20:00");
    android.until("2026-06-01 20:00");
    let until = android.later().unwrap();
    assert_eq!(android.wall.shows(until), "2026-06-01 20:30");
    android.travel("Europe/London");
    android.until("2026-06-01 23:00");
    let [_, again] = android.posts.all() else { panic!("{:?}", android.posts.clocks()) };
    assert_eq!((again.at, again.clock.as_str()), (until, "2026-06-01 19:30"));
    android.until("2026-06-02 21:00");
    assert_eq!(android.posts.on("2026-06-02"), ["20:00"], "the evening that London has not had yet was Berlin's");
}

/// Set forward over the reminder, back again and forward again: it comes once, and tomorrow's comes tomorrow.
#[test]
fn clock_moved_by_hand() {
    let mut android = android("2026-06-01 12:00", "20:00");
    android.set_clock("2026-06-01 21:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 21:00"], "late, and in time");
    android.set_clock("2026-06-01 13:00");
    android.until("2026-06-01 19:00");
    android.set_clock("2026-06-01 20:30");
    android.until("2026-06-02 21:00");
    assert_eq!(android.posts.clocks(), ["2026-06-01 21:00", "2026-06-02 20:00"]);
    // Two days ahead by mistake, and back before anything else came: today's is still to come.
    android.set_clock("2026-06-05 12:00");
    android.set_clock("2026-06-03 12:00");
    android.until("2026-06-03 21:00");
    assert_eq!(android.posts.on("2026-06-03"), ["20:00"]);
    let mut ios = ios("2026-06-01 12:00", "20:00");
    ios.until("2026-06-01 21:00");
    ios.set_clock("2026-06-01 13:00");
    ios.replan();
    ios.until("2026-06-02 21:00");
    assert_eq!(ios.posts.clocks(), ["2026-06-01 20:00", "2026-06-02 20:00"]);
}

/// From Auckland's Monday into Honolulu's Sunday: Sunday was answered and shown, and is not asked about again; nor is
/// Monday, when it comes a second time.
#[test]
fn westward_over_the_date_line() {
    let (mut android, rules) = Android::with("Pacific/Auckland", "2026-06-07 12:00", &[check_in("20:00"), custom("09:00")]);
    android.until("2026-06-07 20:30");
    android.complete(rules[0], "2026-06-07");
    android.until("2026-06-08 10:00");
    assert_eq!(android.posts.clocks(), ["2026-06-07 20:00", "2026-06-08 09:00"]);
    android.travel("Pacific/Honolulu");
    assert_eq!(android.wall.shows(android.wall.now), "2026-06-07 12:00");
    android.until("2026-06-09 21:00");
    let days: Vec<(CivilDate, String)> = android.posts.all().iter().map(|it| (it.day, it.clock.clone())).collect();
    let wanted = ["2026-06-07 20:00", "2026-06-08 09:00", "2026-06-08 20:00", "2026-06-09 09:00", "2026-06-09 20:00"];
    assert_eq!(days, wanted.map(|clock| (clock[..10].parse().unwrap(), clock.to_owned())));
}

/// Quiet hours with equal ends are none; over midnight they hold on both sides; and an end that the clocks jump over
/// is when the clock stands behind it.
#[test]
fn quiet_22_22_wrapping_end_inside_a_gap() {
    let posted = |choices: &ReminderChoices, now: &str, times: &[&str], until: &str| {
        let mut android = Android::new(BERLIN, now);
        android.reminders.save_settings(&android.ctx(), choices).unwrap();
        for time in times {
            android.save(&custom(time));
        }
        android.until(until);
        android.posts.clocks().iter().map(|clock| (*clock).to_owned()).collect::<Vec<_>>()
    };
    let evening = "2026-06-01 12:00";
    assert_eq!(posted(&quiet("22:00", "22:00"), evening, &["22:00"], "2026-06-01 23:00"), ["2026-06-01 22:00"]);
    let night = posted(&quiet("22:00", "07:00"), evening, &["21:59", "23:30", "06:00"], "2026-06-02 12:00");
    assert_eq!(night, ["2026-06-01 21:59", "2026-06-02 07:00"], "half past eleven is not worth saying in the morning");
    let gap = posted(&quiet("22:00", "02:30"), "2026-03-28 12:00", &["01:00"], "2026-03-29 12:00");
    assert_eq!(gap, ["2026-03-29 03:30"]);
    let same_on_ios = {
        let (mut ios, _) = Ios::with(BERLIN, "2026-03-28 12:00", &[]);
        ios.reminders.save_settings(&ios.ctx(), &quiet("22:00", "02:30")).unwrap();
        ios.save(&custom("01:00"));
        ios.until("2026-03-29 12:00");
        ios.posts.clocks().concat()
    };
    assert_eq!(same_on_ios, "2026-03-29 03:30");
}
