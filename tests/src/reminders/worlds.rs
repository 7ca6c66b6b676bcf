//! Any rules with any past, anywhere, at any time.
//!
//! Numbers are drawn one by one and put together afterwards, so that a case that fails can be made smaller. Half of the
//! moments lie near a change of the zone's offset, most times near each other, and the past says often enough that
//! nobody answered: where nothing happens nothing is shown.

use super::{DAY, HOUR, MINUTE, at, clock, days_from};
use crate::zones::{self, Zone};
use ampersand_core::ids::RuleId;
use ampersand_core::reminder::input::{Completed, FireKind, PlanInput, Shown, Snooze};
use ampersand_core::reminder::repeat::{Repeat, WeekdaySet};
use ampersand_core::reminder::rule::{Completion, ReminderKind, Rule, Slot, SlotTime};
use ampersand_core::reminder::settings::{QuietHours, ReminderSettings, Salt};
use ampersand_core::time::{CivilDate, Instant, Weekday};
use proptest::collection::vec;
use proptest::option::{self, of};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Days of the farthest plan that is drawn.
const FARTHEST: u32 = 40;
const LAST_MINUTE: u32 = 1439;

/// A place and a moment.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Where.
    pub zone: &'static Zone,
    /// When.
    pub now: i64,
}

/// Any zone, and a moment in it: as often as not within a week of a change.
pub fn moments() -> impl Strategy<Value = Moment> {
    let anytime = 0..=(zones::LAST - zones::FIRST) / MINUTE;
    let near = -5 * DAY / MINUTE..2 * DAY / MINUTE;
    (any::<Index>(), any::<Index>(), any::<bool>(), anytime, near, 0..MINUTE).prop_map(|(zone, change, is_near, minute, near, ms)| {
        let zone = zone.get(zones::all());
        let change = (is_near && !zone.changes.is_empty()).then(|| change.get(&zone.changes).at + near * MINUTE);
        let now = change.unwrap_or(zones::FIRST + minute * MINUTE) + ms;
        Moment { zone, now: now.clamp(zones::FIRST + 60 * DAY, zones::LAST - 60 * DAY) }
    })
}

/// A moment, and everything a plan made then depends on.
#[derive(Debug, Clone)]
pub struct World {
    /// Where and when.
    pub moment: Moment,
    /// The rest.
    pub input: PlanInput,
}

impl World {
    /// The day it is.
    pub fn today(&self) -> CivilDate {
        self.input.zone.logical_day(self.input.now, self.input.settings.day_start).expect("covered")
    }

    /// When `day` begins.
    pub fn begin(&self, day: CivilDate) -> i64 {
        self.input.zone.resolve(day, self.input.settings.day_start).expect("covered").millis()
    }
}

/// Any of it.
pub fn worlds() -> impl Strategy<Value = World> {
    let rules = vec(drawn_rule(), 1..=6);
    let past = (vec(drawn_completion(), 0..6), vec(drawn_shown(), 0..8), vec(drawn_snooze(), 0..4));
    let bounds = (any::<bool>(), 1..=64_u32, 1..=FARTHEST);
    (moments(), settings(), rules, past, bounds)
        .prop_map(|(moment, settings, rules, past, bounds)| put_together(moment, settings, &rules, &past, bounds))
}

/// Any world without anything put off.
pub fn worlds_without_snoozes() -> impl Strategy<Value = World> {
    worlds().prop_map(|mut world| {
        world.input.snoozes.clear();
        world.input.shown.retain(|it| it.kind != FireKind::Snooze);
        world
    })
}

fn settings() -> impl Strategy<Value = ReminderSettings> {
    let quiet = prop_oneof![
        3 => Just(None),
        3 => (1200..1440_u32, 300..540_u32).prop_map(Some),
        2 => (0..288_u32, 0..288_u32).prop_map(|(start, end)| Some((start * 5, end * 5))),
    ];
    let day_start = prop_oneof![5 => Just(240), 1 => Just(0), 2 => 0..360_u32, 1 => 0..1440_u32];
    let most = prop_oneof![4 => 1..=4_u32, 1 => Just(24)];
    let join = prop_oneof![4 => Just(10), 1 => Just(0), 1 => Just(30), 1 => Just(120)];
    (quiet, day_start, most, join, any::<[u8; 16]>()).prop_map(|(quiet, day_start, max_per_day, join_min, salt)| ReminderSettings {
        quiet: quiet.map(|(start, end)| QuietHours { start: clock(start), end: clock(end) }),
        day_start: clock(day_start),
        max_per_day,
        join_min,
        ..ReminderSettings::new(Salt(salt))
    })
}

/// A rule in numbers; days count from today.
#[derive(Debug, Clone)]
struct DrawnRule {
    id: [u8; 16],
    kind: Index,
    enabled: bool,
    effective_min: i64,
    resumed: Option<i64>,
    /// A minute and the length of a window.
    slots: Vec<(u32, Option<u32>)>,
    repeat: DrawnRepeat,
    starts: Option<i64>,
    ends: Option<i64>,
    grace_min: u32,
    nudge_after_min: Option<u32>,
    by_slot: bool,
    back_off: bool,
    /// Days before today on which it was shown and not answered.
    ignored: u32,
}

#[derive(Debug, Clone)]
enum DrawnRepeat {
    Every,
    Weekdays(u8),
    Days(u32, i64),
    Month(u32),
    Nth(i32, i64),
    Once(i64),
}

fn drawn_rule() -> impl Strategy<Value = DrawnRule> {
    let minute = prop_oneof![
        3 => (96..264_u32).prop_map(|five| five * 5),
        2 => (1..9_u32).prop_map(|five| 1140 + five * 3),
        2 => 0..360_u32,
        1 => 0..1440_u32,
    ];
    let slots = vec((minute, option::weighted(0.3, 1..240_u32)), 1..=4);
    let effective = prop_oneof![5 => Just(-300 * 1440_i64), 2 => -3000..1500_i64];
    let repeat = prop_oneof![
        5 => Just(DrawnRepeat::Every),
        2 => (1..128_u8).prop_map(DrawnRepeat::Weekdays),
        2 => (1..=20_u32, -40..10_i64).prop_map(|(days, anchor)| DrawnRepeat::Days(days, anchor)),
        1 => (1..=31_u32).prop_map(DrawnRepeat::Month),
        1 => (select(&[-1, 1, 2, 3, 4, 5][..]), 1..=7_i64).prop_map(|(nth, weekday)| DrawnRepeat::Nth(nth, weekday)),
        1 => (-1..6_i64).prop_map(DrawnRepeat::Once),
    ];
    let who = (any::<[u8; 16]>(), any::<Index>(), proptest::bool::weighted(0.93), effective, option::weighted(0.15, -12..=0_i64));
    let days = (repeat, option::weighted(0.1, -9..9_i64), option::weighted(0.1, 0..30_i64));
    let how = (60..=720_u32, of(30..=720_u32), any::<bool>(), any::<bool>(), prop_oneof![3 => Just(0), 2 => 1..17_u32]);
    (who, slots, days, how).prop_map(|(who, slots, days, how)| {
        let ((id, kind, enabled, effective_min, resumed), (repeat, starts, ends)) = (who, days);
        let (grace_min, nudge_after_min, by_slot, back_off, ignored) = how;
        DrawnRule {
            id,
            kind,
            enabled,
            effective_min,
            resumed,
            slots,
            repeat,
            starts,
            ends,
            grace_min,
            nudge_after_min,
            by_slot,
            back_off,
            ignored,
        }
    })
}

/// Which rule, how many days ago, and its slot, none for the whole day.
type DrawnCompletion = (Index, i64, Option<Index>);

fn drawn_completion() -> impl Strategy<Value = DrawnCompletion> {
    (any::<Index>(), prop_oneof![1 => Just(0), 1 => 0..25_i64], of(any::<Index>()))
}

/// Which rule, how many days ago, its slot, which of the slot's, and how long after the day began.
type DrawnShown = (Index, i64, Index, FireKind, i64);

fn drawn_shown() -> impl Strategy<Value = DrawnShown> {
    let kind = select(&[FireKind::First, FireKind::First, FireKind::Nudge, FireKind::Snooze][..]);
    (any::<Index>(), prop_oneof![2 => Just(0), 1 => 0..25_i64], any::<Index>(), kind, 0..DAY)
}

/// Which rule, how many days ago, its slot, and until when from now.
type DrawnSnooze = (Index, i64, Index, i64);

fn drawn_snooze() -> impl Strategy<Value = DrawnSnooze> {
    (any::<Index>(), 0..=1_i64, any::<Index>(), -4 * 60..14 * 60_i64)
}

type DrawnPast = (Vec<DrawnCompletion>, Vec<DrawnShown>, Vec<DrawnSnooze>);

fn put_together(moment: Moment, settings: ReminderSettings, rules: &[DrawnRule], past: &DrawnPast, bounds: (bool, u32, u32)) -> World {
    let zone = moment.zone.around(moment.now);
    let now = at(moment.now);
    let today = zone.logical_day(now, settings.day_start).expect("covered");
    let numbered = rules.iter().zip(0..=u8::MAX);
    let rules: Vec<(&DrawnRule, Rule)> = numbered.map(|(drawn, place)| (drawn, rule(drawn, place, &settings, today, now))).collect();
    let begin = |ago: i64| zone.resolve(days_from(today, -ago), settings.day_start).expect("covered").millis();
    // What was shown was shown on its day, and not later than now.
    let shown_at = |ago: i64, into: i64| at((begin(ago) + into).min(begin(ago - 1) - 1).min(moment.now).max(begin(ago)));
    let mut shown: Vec<Shown> = Vec::new();
    for (drawn, rule) in &rules {
        for ago in 1..=i64::from(drawn.ignored) {
            let (day, slot) = (days_from(today, -ago), rule.slots[0].id);
            shown.push(Shown { rule: rule.id, day, slot, kind: FireKind::First, at: shown_at(ago, 12 * HOUR) });
        }
    }
    let completions = past.0.iter().map(|(which, ago, slot)| {
        let (_, rule) = which.get(&rules);
        Completed { rule: rule.id, day: days_from(today, -ago), slot: slot.map(|slot| slot.get(&rule.slots).id) }
    });
    let completions = completions.collect();
    shown.extend(past.1.iter().map(|(which, ago, slot, kind, into)| {
        let (_, rule) = which.get(&rules);
        Shown { rule: rule.id, day: days_from(today, -ago), slot: slot.get(&rule.slots).id, kind: *kind, at: shown_at(*ago, *into) }
    }));
    let mut snoozes: Vec<Snooze> = Vec::new();
    for (which, ago, slot, minutes) in &past.2 {
        let (_, rule) = which.get(&rules);
        // Nothing is put off to before its day.
        let until = at(((moment.now / MINUTE + minutes) * MINUTE).max(begin(*ago)));
        let snooze = Snooze { rule: rule.id, day: days_from(today, -ago), slot: slot.get(&rule.slots).id, until };
        if snoozes.iter().all(|it| (it.rule, it.day, it.slot) != (snooze.rule, snooze.day, snooze.slot)) {
            snoozes.push(snooze);
        }
    }
    let (deliver_late, cap, horizon_days) = bounds;
    let rules = rules.into_iter().map(|(_, rule)| rule).collect();
    let input = PlanInput { zone, now, deliver_late, settings, rules, completions, shown, snoozes, cap, horizon_days };
    World { moment, input }
}

fn rule(drawn: &DrawnRule, place: u8, settings: &ReminderSettings, today: CivilDate, now: Instant) -> Rule {
    let starts_on = drawn.starts.map(|days| days_from(today, days));
    let ends_on = drawn.ends.map(|days| days_from(today, days)).filter(|last| starts_on.is_none_or(|first| first <= *last));
    // No two alike, however small the case is made.
    let mut id = drawn.id;
    id[15] = place;
    let slots = drawn
        .slots
        .iter()
        .zip((0..=u8::MAX).step_by(3))
        .map(|((minute, window), id)| Slot { id, time: slot_time(*minute, *window, settings) });
    Rule {
        id: RuleId::from_bytes(id),
        kind: *drawn.kind.get(&ReminderKind::ALL),
        enabled: drawn.enabled,
        effective_from: at((now.millis() + drawn.effective_min * MINUTE).max(0)),
        resumed_on: drawn.resumed.map(|days| days_from(today, days)),
        slots: slots.collect(),
        repeat: repeat(&drawn.repeat, today),
        starts_on,
        ends_on,
        grace_min: drawn.grace_min,
        nudge_after_min: drawn.nudge_after_min,
        completion: if drawn.by_slot { Completion::Slot } else { Completion::Day },
        back_off: drawn.back_off,
    }
}

/// A minute, or a window from it on that ends where the day does at the latest.
fn slot_time(minute: u32, window: Option<u32>, settings: &ReminderSettings) -> SlotTime {
    let Some(len) = window.filter(|_| minute < LAST_MINUTE) else { return SlotTime::At(clock(minute)) };
    let start = settings.day_start.minute_of_day();
    let to = (minute + len).min(LAST_MINUTE);
    let to = if minute < start { to.min(start) } else { to };
    SlotTime::Window { from: clock(minute), to: clock(to) }
}

fn repeat(drawn: &DrawnRepeat, today: CivilDate) -> Repeat {
    let weekday = |iso: i64| Weekday::from_iso(iso).expect("of the week");
    match *drawn {
        DrawnRepeat::Every => Repeat::EveryDay,
        DrawnRepeat::Weekdays(bits) => {
            let days = (0..7).filter(|bit| bits & (1 << bit) != 0).map(|bit| weekday(bit + 1));
            Repeat::Weekdays(WeekdaySet::new(days).expect("at least one"))
        }
        DrawnRepeat::Days(days, anchor) => Repeat::EveryDays { days, anchor: days_from(today, anchor) },
        DrawnRepeat::Month(day) => Repeat::DayOfMonth(day),
        DrawnRepeat::Nth(nth, iso) => Repeat::NthWeekday { nth, weekday: weekday(iso) },
        DrawnRepeat::Once(days) => Repeat::Once(days_from(today, days)),
    }
}
