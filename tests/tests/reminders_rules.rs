//! Rules and settings: what saving them does, what it would do, and what the vault and the first screen know of them.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{Platform, ReminderChoices, Reminders, RuleDraft};
use ampersand_core::error::{Error, Field, InvalidInput, Missing, Reason};
use ampersand_core::ids::RuleId;
use ampersand_core::reminder::problems::ProblemKind;
use ampersand_core::reminder::repeat::{Repeat, WeekdaySet};
use ampersand_core::reminder::rule::ReminderKind::{self, Custom, DailyCheckIn, Retest, WeeklyPulse};
use ampersand_core::reminder::rule::SlotTime;
use ampersand_core::reminder::settings::QuietHours;
use ampersand_core::time::{CivilDate, Instant, NowContext, Weekday, ZoneSpan, ZoneTransition};
use ampersand_tests::files::bytes_of;
use ampersand_tests::phone::{Phone, daily, reminders};
use ampersand_tests::world::{HOUR, START, at, create, leaning, now, taken};
use std::fs;

/// That much after 2026-11-23, 00:00 UTC.
fn on(day: i64, hour: i64, minute: i64) -> NowContext {
    now(START - 9 * HOUR + day * 24 * HOUR + hour * HOUR + minute * 60_000)
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn slots(reminders: &Reminders, ctx: &NowContext) -> Vec<u8> {
    reminders.view(ctx).unwrap().rules[0].slots.iter().map(|slot| slot.id).collect()
}

fn invalid<T: std::fmt::Debug>(result: &Result<T, Error>) -> Option<(Field, Reason)> {
    match result {
        Err(Error::Invalid(InvalidInput { field, reason })) => Some((*field, *reason)),
        _ => None,
    }
}

fn window(from: &str, to: &str) -> SlotTime {
    SlotTime::Window { from: from.parse().unwrap(), to: to.parse().unwrap() }
}

#[test]
fn a_time_that_stays_keeps_its_id_and_a_changed_one_is_another() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let id = reminders.save_rule(&on(0, 9, 0), &daily(DailyCheckIn, &["12:00", "20:00"])).unwrap().id;
    let change = |times: &[&str]| {
        reminders.save_rule(&on(0, 10, 0), &RuleDraft { id: Some(id), ..daily(DailyCheckIn, times) }).unwrap();
        slots(&reminders, &on(0, 10, 0))
    };
    assert_eq!(slots(&reminders, &on(0, 9, 0)), [0, 1]);
    assert_eq!(change(&["20:00", "12:00"]), [1, 0]);
    assert_eq!(change(&["20:00", "13:00"]), [1, 2]);
    assert_eq!(change(&["12:00"]), [3], "what was given up is not given out again");
}

#[test]
fn nothing_is_said_that_was_due_before_it_was_saved() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let mut phone = Phone::new(Platform::Android);
    let saved = reminders.save_rule(&on(0, 21, 0), &daily(DailyCheckIn, &["20:00"])).unwrap();
    assert_eq!(saved.next.unwrap().local_date, day("2026-11-24"));
    assert!(phone.settle(&reminders, &on(0, 21, 0)).missed.is_empty());
    assert_eq!(phone.times()[0], "2026-11-24 20:00");
    // Saved again as it is, nothing was edited; switched off and on, it was.
    let unchanged = RuleDraft { id: Some(saved.id), ..daily(DailyCheckIn, &["20:00"]) };
    assert_eq!(reminders.save_rule(&on(1, 8, 0), &unchanged).unwrap().effective_from, on(0, 21, 0).now.millis());
    let edited = RuleDraft { grace_min: 240, ..unchanged.clone() };
    assert_eq!(reminders.save_rule(&on(1, 20, 30), &edited).unwrap().next.unwrap().local_date, day("2026-11-25"));
    assert_eq!(reminders.save_rule(&on(1, 20, 40), &unchanged).unwrap().effective_from, on(1, 20, 40).now.millis());
    let switched = |enabled| reminders.enable_rule(&on(1, 21, 0), saved.id, enabled).unwrap();
    assert_eq!(switched(true).effective_from, on(1, 20, 40).now.millis());
    assert_eq!(switched(false).next, None);
    assert_eq!(switched(true).next.unwrap().local_date, day("2026-11-25"));
}

#[test]
fn a_rule_that_nobody_answers_rests_until_it_is_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let id = reminders.save_rule(&on(0, 9, 0), &RuleDraft { back_off: true, ..daily(DailyCheckIn, &["20:00"]) }).unwrap().id;
    let mut phone = Phone::new(Platform::Android);
    phone.settle(&reminders, &on(0, 9, 0));
    for day in 0..100 {
        phone.ring(&reminders, &on(day, 20, 0));
    }
    let view = reminders.view(&on(100, 9, 0)).unwrap();
    let asleep = view.rules[0].asleep.unwrap();
    assert_eq!((asleep.until, view.rules[0].next.clone()), (None, None), "it has paused");
    assert_eq!(phone.plan(&reminders, &on(100, 9, 0)).resting.len(), 1);
    assert_eq!(reminders.resume_rule(&on(100, 9, 0), id).unwrap().asleep, None);
    phone.settle(&reminders, &on(100, 9, 0));
    assert_eq!(phone.times()[0], "2027-03-03 20:00");
}

#[test]
fn rules_keep_the_persons_order() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let ids: Vec<RuleId> =
        [DailyCheckIn, WeeklyPulse, Custom].map(|kind| reminders.save_rule(&on(0, 9, 0), &daily(kind, &["20:00"])).unwrap().id).into();
    let order = || -> Vec<RuleId> { reminders.view(&on(0, 9, 0)).unwrap().rules.iter().map(|rule| rule.id).collect() };
    assert_eq!(order(), ids);
    reminders.move_rule(ids[2], 0).unwrap();
    assert_eq!(order(), [ids[2], ids[0], ids[1]]);
    reminders.move_rule(ids[2], 99).unwrap();
    assert_eq!(order(), ids);
    let stranger = RuleId::from_bytes([9; 16]);
    assert!(matches!(reminders.move_rule(stranger, 0), Err(Error::NotFound { kind: Missing::Rule, .. })));
}

#[test]
fn a_preview_tells_what_saving_does_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let draft = daily(DailyCheckIn, &["20:00", "23:00"]);
    let fresh = reminders.preview_rule(&on(0, 9, 0), &draft).unwrap();
    assert_eq!(fresh.fires.len(), 14);
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none(), "not even a file was made");
    let id = reminders.save_rule(&on(0, 9, 0), &draft).unwrap().id;
    let seen = reminders.view(&on(0, 9, 0)).unwrap().preview;
    let times =
        |fires: &[ampersand_core::app::PreviewFire]| fires.iter().map(|fire| (fire.local_date, fire.local_time)).collect::<Vec<_>>();
    assert_eq!(times(&fresh.fires), times(&seen.fires));
    let before = bytes_of(folder.path());
    let quiet = Some(QuietHours { start: "22:00".parse().unwrap(), end: "21:00".parse().unwrap() });
    let preview = reminders.preview_settings(&on(0, 9, 0), &ReminderChoices { quiet, max_per_day: 1, discreet: true }).unwrap();
    assert!(preview.problems.iter().any(|problem| problem.rule == id && problem.kind == ProblemKind::QuietSwallows));
    assert!(!preview.dropped.is_empty() && preview.rule.is_none());
    let another = reminders.preview_rule(&on(0, 9, 0), &RuleDraft { id: Some(id), ..daily(DailyCheckIn, &["10:00"]) }).unwrap();
    assert_eq!(another.fires[0].local_time.to_string(), "10:00");
    assert!(another.fires.iter().all(|fire| fire.items.iter().all(|item| item.rule == id)));
    assert_eq!(bytes_of(folder.path()), before);
}

#[test]
fn what_cannot_be_taken_is_refused_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let good = daily(DailyCheckIn, &["20:00"]);
    let weekday = Weekday::from_iso(1).unwrap();
    let with_times = |times: Vec<SlotTime>| RuleDraft { times, ..good.clone() };
    let with_repeat = |repeat: Repeat| RuleDraft { repeat, ..good.clone() };
    let cases = [
        (with_times(vec![]), Field::Slots, Reason::WrongCount),
        (with_times(vec![window("08:00", "09:00"); 9]), Field::Slots, Reason::WrongCount),
        (with_times(vec![window("03:00", "05:00")]), Field::Slots, Reason::HoldsDayStart),
        (with_times(vec![window("09:00", "09:00")]), Field::Slots, Reason::EndBeforeStart),
        (with_repeat(Repeat::DayOfMonth(32)), Field::MonthDay, Reason::OutOfRange),
        (with_repeat(Repeat::NthWeekday { nth: 6, weekday }), Field::Nth, Reason::OutOfRange),
        (with_repeat(Repeat::EveryDays { days: 0, anchor: day("2026-11-23") }), Field::EveryDays, Reason::OutOfRange),
        (RuleDraft { grace_min: 0, ..good.clone() }, Field::GraceMin, Reason::OutOfRange),
        (RuleDraft { nudge_after_min: Some(5), ..good.clone() }, Field::NudgeAfterMin, Reason::OutOfRange),
        (
            RuleDraft { starts_on: Some(day("2026-11-23")), ends_on: Some(day("2026-11-22")), ..good.clone() },
            Field::EndsOn,
            Reason::EndBeforeStart,
        ),
    ];
    for (draft, field, reason) in &cases {
        assert_eq!(invalid(&reminders.save_rule(&on(0, 9, 0), draft)), Some((*field, *reason)));
        assert_eq!(invalid(&reminders.preview_rule(&on(0, 9, 0), draft)), Some((*field, *reason)));
    }
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none(), "no file is made for what is refused");
    let id = reminders.save_rule(&on(0, 9, 0), &good).unwrap().id;
    let before = bytes_of(folder.path());
    for (draft, field, reason) in cases {
        assert_eq!(invalid(&reminders.save_rule(&on(0, 9, 0), &RuleDraft { id: Some(id), ..draft })), Some((field, reason)));
    }
    for limit in [0, 99] {
        let choices = ReminderChoices { quiet: None, max_per_day: limit, discreet: true };
        assert_eq!(invalid(&reminders.save_settings(&on(0, 9, 0), &choices)), Some((Field::MaxPerDay, Reason::OutOfRange)));
        assert_eq!(invalid(&reminders.preview_settings(&on(0, 9, 0), &choices)), Some((Field::MaxPerDay, Reason::OutOfRange)));
    }
    let stranger = RuleDraft { id: Some(RuleId::from_bytes([9; 16])), ..good.clone() };
    assert!(matches!(reminders.save_rule(&on(0, 9, 0), &stranger), Err(Error::NotFound { kind: Missing::Rule, .. })));
    assert!(matches!(reminders.preview_rule(&on(0, 9, 0), &stranger), Err(Error::NotFound { kind: Missing::Rule, .. })));
    assert_eq!(bytes_of(folder.path()), before);
}

#[test]
fn a_zone_that_is_too_short_is_refused_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let now = Instant::from_millis(START).unwrap();
    let short = |days: i64| {
        let to = START + days * 24 * HOUR;
        let zone = ZoneSpan::new("Etc/Short".into(), 0, to, 0, vec![ZoneTransition { at: START, offset_s: 3600 }]).unwrap();
        NowContext { now, zone }
    };
    let draft = daily(DailyCheckIn, &["20:00"]);
    let refused = Some((Field::Zone, Reason::ZoneSpanShort));
    assert_eq!(invalid(&reminders.save_rule(&short(30), &draft)), refused);
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
    reminders.save_rule(&short(369), &draft).unwrap();
    let before = bytes_of(folder.path());
    let phone = Phone::new(Platform::Android);
    assert_eq!(invalid(&reminders.replan(&short(30), phone.platform, phone.permission)), refused);
    assert_eq!(invalid(&reminders.view(&short(30))), refused);
    assert_eq!(bytes_of(folder.path()), before);
    phone.plan(&reminders, &short(369));
}

#[test]
fn a_hundred_rules_are_enough() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    let once = RuleDraft { repeat: Repeat::Once(day("2026-11-24")), ..daily(Custom, &["20:00"]) };
    for n in 0..100 {
        reminders.save_rule(&now(START + n), &once).unwrap();
    }
    let before = bytes_of(folder.path());
    assert_eq!(invalid(&reminders.save_rule(&on(0, 9, 0), &once)), Some((Field::Rules, Reason::TooMany)));
    assert_eq!(invalid(&reminders.preview_rule(&on(0, 9, 0), &once)), Some((Field::Rules, Reason::TooMany)));
    assert_eq!(bytes_of(folder.path()), before);
}

#[test]
fn the_first_screen_shows_what_is_next_due_missed_and_resting() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    assert_eq!(session.home(&on(0, 9, 0)).unwrap().reminders, ampersand_core::app::RemindersGlimpse::default());
    let reminders = reminders(folder.path(), 2);
    let [daily_rule, custom] =
        [daily(DailyCheckIn, &["20:00"]), daily(Custom, &["12:00"])].map(|draft| reminders.save_rule(&on(0, 9, 0), &draft).unwrap().id);
    let mut phone = Phone::new(Platform::Android);
    phone.settle(&reminders, &on(0, 9, 0));
    let glimpse = |ctx: &NowContext| session.home(ctx).unwrap().reminders;
    let seen = glimpse(&on(0, 9, 0));
    let next = seen.next.unwrap();
    assert_eq!((next.local_time.to_string(), next.kinds, seen.due), ("12:00".into(), vec![Custom], vec![]));
    phone.ring(&reminders, &on(0, 12, 0));
    let due = |ctx: &NowContext| -> Vec<(RuleId, ReminderKind)> { glimpse(ctx).due.iter().map(|it| (it.rule, it.kind)).collect() };
    assert_eq!(due(&on(0, 13, 0)), [(custom, Custom)], "shown and not done");
    reminders.complete(&on(0, 13, 0), custom, day("2026-11-23"), None).unwrap();
    assert_eq!(due(&on(0, 13, 0)), []);
    assert_eq!(due(&on(0, 20, 5)), [(daily_rule, DailyCheckIn)], "its time has come, whatever the phone does");
    assert_eq!(due(&on(0, 23, 30)), [(daily_rule, DailyCheckIn)], "too late to be said, and still to be done");
    reminders.booted(&on(0, 23, 30)).unwrap();
    phone.alarms.clear();
    phone.settle(&reminders, &on(0, 23, 30));
    assert_eq!(glimpse(&on(0, 23, 30)).missed.len(), 1);
    assert!(!session.home(&on(0, 9, 0)).unwrap().reminders.unreadable);
    drop(reminders);
    fs::write(folder.path().join("reminders.db"), "nonsense").unwrap();
    let seen = glimpse(&on(0, 9, 0));
    assert!(seen.unreadable && seen.next.is_none());
}

#[test]
fn suggested_is_what_there_is_none_of() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let reminders = reminders(folder.path(), 2);
    let kinds = |ctx: &NowContext| -> Vec<ReminderKind> { session.suggested_reminders(ctx).unwrap().iter().map(|it| it.kind).collect() };
    assert_eq!(kinds(&at(0, 0)), [DailyCheckIn], "before a Check");
    taken(&session, &at(0, 0), leaning(2, 2));
    let suggested = session.suggested_reminders(&at(0, 0)).unwrap();
    let sunday = WeekdaySet::new([Weekday::from_iso(7).unwrap()]).unwrap();
    let days: Vec<_> = suggested.iter().map(|it| (it.kind, it.draft.repeat.clone(), it.draft.id)).collect();
    assert_eq!(
        days,
        [
            (DailyCheckIn, Repeat::EveryDay, None),
            (WeeklyPulse, Repeat::Weekdays(sunday), None),
            (Retest, Repeat::Once(day("2027-01-04")), None)
        ]
    );
    let times: Vec<_> = suggested.iter().map(|it| it.draft.times[0].earliest().to_string()).collect();
    assert_eq!(times, ["20:00", "18:00", "10:00"]);
    for it in &suggested {
        reminders.save_rule(&at(0, 0), &it.draft).unwrap();
        assert!(!kinds(&at(0, 0)).contains(&it.kind), "{:?}", it.kind);
    }
    // Taken again when it was due: the rule whose day is over is used again.
    taken(&session, &at(42, 0), leaning(1, 3));
    let [again] = &session.suggested_reminders(&at(43, 0)).unwrap()[..] else { panic!("not one") };
    assert_eq!((again.kind, &again.draft.repeat), (Retest, &Repeat::Once(day("2027-02-15"))));
    let count = || reminders.view(&at(43, 0)).unwrap().rules.len();
    let before = count();
    reminders.save_rule(&at(43, 0), &again.draft).unwrap();
    assert_eq!(count(), before);
}

#[test]
fn names_are_in_the_vault_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let reminders = reminders(folder.path(), 2);
    let rule = reminders.save_rule(&on(0, 9, 0), &daily(Custom, &["20:00"])).unwrap().id;
    let word = "lighthousekeeper";
    let labels = session.save_rule_label(rule, Some(&format!("  {word} "))).unwrap();
    assert!(matches!(&labels[..], [it] if it.rule == rule && it.label == word));
    assert_eq!(session.save_rule_label(rule, Some("äöü")).unwrap()[0].label, "äöü");
    for (label, reason) in [("x".repeat(41), Reason::TooLong), ("two\nlines".into(), Reason::ControlCharacter)] {
        assert_eq!(invalid(&session.save_rule_label(rule, Some(&label))), Some((Field::Label, reason)));
    }
    assert_eq!(session.rule_labels().unwrap()[0].label, "äöü");
    session.save_rule_label(rule, Some(&"x".repeat(40))).unwrap();
    assert!(session.save_rule_label(rule, Some(" ")).unwrap().is_empty());
    session.lock();
    assert!(matches!(session.rule_labels(), Err(Error::Locked(_))));
    for (name, bytes) in bytes_of(folder.path()) {
        assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{name}");
    }
}

#[test]
fn no_byte_of_the_file_is_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let reminders = reminders(folder.path(), 1);
    for kind in ReminderKind::ALL {
        reminders.save_rule(&on(0, 9, 0), &RuleDraft { back_off: true, ..daily(kind, &["12:00", "20:00"]) }).unwrap();
    }
    let mut phone = Phone::new(Platform::Android);
    for hour in (9..24 * 3).step_by(3) {
        phone.settle(&reminders, &on(0, hour, 0));
        for id in phone.due(&on(0, hour, 0)) {
            phone.fire(&reminders, &on(0, hour, 0), id);
            reminders.later(&on(0, hour, 0), id).unwrap();
        }
    }
    drop(reminders);
    // Whatever looks like a word belongs to the schema, or to the name of the format.
    let connection = rusqlite::Connection::open(folder.path().join("reminders.db")).unwrap();
    let sql = "SELECT group_concat(coalesce(type, '') || coalesce(name, '') || coalesce(tbl_name, '') || coalesce(sql, ''), ' ') FROM sqlite_schema";
    let schema: String = connection.query_row(sql, [], |row| row.get(0)).unwrap();
    drop(connection);
    let words = |bytes: &[u8]| -> Vec<String> {
        let text = String::from_utf8_lossy(bytes);
        let words = text.split(|sign: char| !sign.is_ascii_alphabetic() && sign != '_').filter(|word| word.len() > 5);
        words.map(ToOwned::to_owned).collect()
    };
    let known = format!("{schema} SQLite format");
    // A byte before it may look like one more letter.
    let is_known = |word: &str| known.contains(word) || known.contains(&word[1..]);
    for (name, bytes) in bytes_of(folder.path()) {
        let strange: Vec<_> = words(&bytes).into_iter().filter(|word| !is_known(word)).collect();
        assert!(strange.is_empty(), "{name}: {strange:?}");
    }
    assert_eq!(words(b"\x01daily check-in at the lighthouse\x02"), ["lighthouse"], "the search finds one");
}
