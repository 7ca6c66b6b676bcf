//! Two years of plans in ten zones, as they are lived: made anew each Monday, shown in time, answered now and then.
//!
//! A snapshot shows counts of each month, the days around a change of the clocks in full, and what else comes at another
//! time than asked for. A letter is a rule of [`rules`], a capital its nudge, a `+` the calendar's next day. The zones are those of `tests/fixtures/zones.json`, so that no newer
//! database changes them. A snapshot that differs or is missing fails; `.config/insta.yaml` says how to make them anew.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::ids::RuleId;
use ampersand_core::reminder::input::{Completed, FireKind, PlanInput, Shown};
use ampersand_core::reminder::plan::{DropReason, Dropped, Fire, FireItem, plan};
use ampersand_core::reminder::repeat::{Repeat, WeekdaySet};
use ampersand_core::reminder::rule::{Completion, ReminderKind, Rule, Slot, SlotTime};
use ampersand_core::reminder::settings::{DEFAULT_JOIN_MIN, QuietHours, ReminderSettings, Salt};
use ampersand_core::time::{CivilDate, CivilTime, Instant, Month, Weekday, ZoneSpan};
use ampersand_tests::reminders::facts::as_shown;
use ampersand_tests::reminders::frozen::{self, WEEKS};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

fn time(text: &str) -> CivilTime {
    text.parse().unwrap()
}

fn weekdays(iso: &[i64]) -> Repeat {
    Repeat::Weekdays(WeekdaySet::new(iso.iter().map(|iso| Weekday::from_iso(*iso).unwrap())).unwrap())
}

/// A rule goes by a letter: `a` is the first.
fn rule(letter: u8, repeat: Repeat, slot: SlotTime) -> Rule {
    Rule {
        id: RuleId::from_bytes([letter; 16]),
        kind: ReminderKind::Custom,
        enabled: true,
        effective_from: Instant::from_millis(0).unwrap(),
        resumed_on: None,
        slots: vec![Slot { id: 0, time: slot }],
        repeat,
        starts_on: None,
        ends_on: None,
        grace_min: 180,
        nudge_after_min: None,
        completion: Completion::Day,
        back_off: false,
    }
}

/// One of every kind of days, most of them at night, where clocks change.
fn rules(first: CivilDate) -> Vec<Rule> {
    let at = |text| SlotTime::At(time(text));
    let window = SlotTime::Window { from: time("09:00"), to: time("12:00") };
    let last_sunday = Repeat::NthWeekday { nth: -1, weekday: Weekday::from_iso(7).unwrap() };
    vec![
        Rule { nudge_after_min: Some(90), ..rule(b'a', Repeat::EveryDay, at("20:00")) },
        rule(b'b', weekdays(&[7]), at("18:00")),
        Rule { back_off: true, ..rule(b'c', weekdays(&[1, 3, 5]), window) },
        rule(b'd', Repeat::EveryDay, at("02:30")),
        rule(b'e', Repeat::DayOfMonth(31), at("00:15")),
        rule(b'f', last_sunday, at("03:05")),
        rule(b'g', Repeat::EveryDays { days: 10, anchor: first.plus_days(3) }, at("13:00")),
        rule(b'h', weekdays(&[6]), at("20:07")),
    ]
}

/// Quiet until two in the morning: an end that clocks jump over.
fn settings() -> ReminderSettings {
    let quiet = Some(QuietHours { start: time("23:30"), end: time("02:00") });
    ReminderSettings { quiet, max_per_day: 4, ..ReminderSettings::new(Salt(*b"sixteen of these")) }
}

/// Two years in one zone.
struct Lived {
    zone: ZoneSpan,
    rules: Vec<Rule>,
    fires: Vec<Fire>,
    dropped: Vec<Dropped>,
}

fn lived(zone: ZoneSpan, first: CivilDate) -> Lived {
    let rules = rules(first);
    let mut input = PlanInput {
        now: zone.resolve(first, time("04:00")).unwrap(),
        zone,
        deliver_late: false,
        settings: settings(),
        rules,
        completions: vec![],
        shown: vec![],
        snoozes: vec![],
        cap: 1000,
        horizon_days: 7,
    };
    let (mut fires, mut dropped) = (Vec::new(), Vec::new());
    for week in 0..WEEKS {
        let monday = first.plus_days(week * 7);
        let begins = input.zone.resolve(monday, time("04:00")).unwrap();
        input.now = Instant::from_millis(begins.millis() - 1).unwrap();
        // A moment before Monday begins it is Sunday, whose own day is over; a day more is planned for it.
        input.horizon_days = 8;
        let made = plan(&input).unwrap();
        let of_week = made.fires.into_iter().filter(|fire| fire.at >= begins);
        let of_week: Vec<Fire> = of_week.collect();
        input.shown.extend(as_shown(&of_week));
        input.completions.extend(answers(&of_week));
        dropped.extend(made.dropped.into_iter().filter(|it| it.day >= monday));
        fires.extend(of_week);
        forget(&mut input, monday.minus_days(60));
    }
    Lived { zone: input.zone, rules: input.rules, fires, dropped }
}

/// Two of three days are answered; the rule that fades only at the end of each month.
fn answers(fires: &[Fire]) -> Vec<Completed> {
    let said = fires.iter().flat_map(|fire| fire.items.iter().map(move |item| (fire.day, item)));
    let answered = said.filter(|(day, item)| match item.rule.as_bytes()[0] {
        b'c' => day.day_of_month() >= 29,
        _ => day.number() % 3 != 0,
    });
    answered.map(|(day, item)| Completed { rule: item.rule, day, slot: None }).collect()
}

/// What is older than that has no say any more.
fn forget(input: &mut PlanInput, before: CivilDate) {
    input.completions.retain(|it| it.day >= before);
    input.shown.retain(|it: &Shown| it.day >= before);
}

/// The rule's letter, capital for a nudge.
fn letter(rule: RuleId, kind: FireKind) -> char {
    let letter = char::from(rule.as_bytes()[0]);
    if kind == FireKind::First { letter } else { letter.to_ascii_uppercase() }
}

impl Lived {
    fn offset(&self, at: Instant) -> i32 {
        self.zone.offset_at(at).unwrap()
    }

    /// Days on whose clocks something changes, and the day after each.
    fn changes(&self) -> BTreeSet<CivilDate> {
        let changed = self.fires.windows(2).filter(|two| self.offset(two[0].at) != self.offset(two[1].at));
        changed.flat_map(|two| [two[0].day, two[1].day, two[1].day.plus_days(1)]).collect()
    }

    /// Whether a fire comes when its items asked for, or together with one that comes a little later.
    fn as_asked(&self, fire: &Fire) -> bool {
        let (_, clock) = self.zone.local(fire.at).unwrap();
        let within = |at: CivilTime| (at.minute_of_day()..=at.minute_of_day() + DEFAULT_JOIN_MIN).contains(&clock.minute_of_day());
        let asked = |item: &FireItem| {
            let rule = self.rules.iter().find(|rule| rule.id == item.rule).unwrap();
            match (item.kind, rule.slots[0].time) {
                (FireKind::First, SlotTime::At(at)) => within(at),
                (FireKind::First, SlotTime::Window { from, to }) => (from..to).contains(&clock),
                (FireKind::Nudge, _) => within(time("21:30")),
                (FireKind::Snooze, _) => false,
            }
        };
        fire.items.iter().all(asked)
    }

    fn told(&self, fire: &Fire) -> String {
        let (date, clock) = self.zone.local(fire.at).unwrap();
        let night = if date == fire.day { "" } else { "+" };
        format!("{night}{clock} {}", fire.items.iter().map(|item| letter(item.rule, item.kind)).collect::<String>())
    }

    /// What each month says, and what its days had no room for.
    fn months(&self) -> String {
        let mut months: BTreeMap<Month, [BTreeMap<char, u32>; 2]> = BTreeMap::new();
        let mut fires: BTreeMap<Month, u32> = BTreeMap::new();
        let mut count = |day, which: usize, letter| *months.entry(Month::of(day)).or_default()[which].entry(letter).or_default() += 1;
        for fire in &self.fires {
            *fires.entry(Month::of(fire.day)).or_default() += 1;
            fire.items.iter().for_each(|item| count(fire.day, 0, letter(item.rule, item.kind)));
        }
        for it in self.dropped.iter().filter(|it| it.reason == DropReason::DailyLimit) {
            count(it.day, 1, letter(it.rule, it.kind));
        }
        let told = |counts: &BTreeMap<char, u32>| {
            let each = counts.iter().map(|(letter, count)| format!(" {letter}{count}"));
            each.collect::<Vec<_>>().concat()
        };
        let lines = months.iter().map(|(month, [said, refused])| {
            let none = if refused.is_empty() { String::new() } else { format!(" · no room:{}", told(refused)) };
            format!("{month}  {} fires:{}{none}\n", fires[month], told(said))
        });
        lines.collect::<Vec<_>>().concat()
    }

    /// The days worth a line: around a change all that is said, elsewhere what comes otherwise than asked.
    fn days(&self) -> String {
        let changes = self.changes();
        let mut lines: BTreeMap<CivilDate, Vec<String>> = BTreeMap::new();
        for fire in self.fires.iter().filter(|fire| changes.contains(&fire.day) || !self.as_asked(fire)) {
            lines.entry(fire.day).or_default().push(self.told(fire));
        }
        for it in self.dropped.iter().filter(|it| changes.contains(&it.day) || it.reason != DropReason::DailyLimit) {
            lines.entry(it.day).or_default().push(format!("not {}: {}", letter(it.rule, it.kind), it.reason.key()));
        }
        let mut text = String::new();
        let mut before = None;
        for (day, told) in lines {
            let noon = self.offset(self.zone.resolve(day, time("12:00")).unwrap()) / 60;
            let clock = format!("{}{:02}:{:02}", if noon < 0 { '-' } else { '+' }, noon.abs() / 60, noon.abs() % 60);
            let clock = if before.replace(clock.clone()).as_ref() == Some(&clock) { " ".repeat(6) } else { clock };
            writeln!(text, "{day} {clock}  {}", told.join(" · ")).unwrap();
        }
        text
    }
}

#[test]
fn two_years_of_plans_in_ten_zones() {
    let zones = frozen::zones();
    assert_eq!(zones.len(), 10);
    for (zone, first) in zones {
        let name = zone.id().replace('/', "_").to_lowercase();
        let lived = lived(zone, first);
        let text = format!("{} from {first}, {WEEKS} weeks\n\n{}\n{}", lived.zone.id(), lived.months(), lived.days());
        insta::assert_snapshot!(name, text);
    }
}

/// The snapshots are those of the zones and no others, and small enough to be read.
#[test]
fn there_is_a_snapshot_for_each_zone_and_no_other() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap());
    let files: Vec<(String, u64)> = files.map(|file| (file.file_name().into_string().unwrap(), file.metadata().unwrap().len())).collect();
    let wanted =
        frozen::zones().into_iter().map(|(zone, _)| format!("reminder_snapshots__{}.snap", zone.id().replace('/', "_").to_lowercase()));
    let wanted: BTreeSet<String> = wanted.collect();
    let found: BTreeSet<String> =
        files.iter().map(|(name, _)| name.clone()).filter(|name| name.starts_with("reminder_snapshots__")).collect();
    assert_eq!(found, wanted);
    assert!(files.iter().map(|(_, len)| len).sum::<u64>() < 60_000, "{files:?}");
}
