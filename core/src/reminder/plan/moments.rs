//! The moments at which a rule's slots would speak on one day, before the day as a whole is looked at.

use super::history::DayFacts;
use super::output::DropReason;
use crate::error::InvalidInput;
use crate::reminder::input::{FireKind, Snooze};
use crate::reminder::rule::{Rule, Slot, SlotTime};
use crate::reminder::settings::{QuietHours, ReminderSettings};
use crate::time::{CivilDate, CivilTime, Instant, ZoneSpan};
use sha2::{Digest, Sha256};

const MINUTE_MS: i64 = 60_000;
const DAY_MIN: i64 = 24 * 60;
const DAY_MS: i64 = DAY_MIN * MINUTE_MS;
/// Days without a change before and after the beginning of one on which civil times are plain sums.
const CALM_DAYS: i64 = 4;

/// One day, `[begin, end)` in milliseconds.
#[derive(Clone, Copy)]
pub(super) struct Day {
    pub(super) date: CivilDate,
    pub(super) begin: i64,
    pub(super) end: i64,
    /// When its date begins on the calendar, where no clock changes for days around it: civil times are plain sums then,
    /// as they are on nearly every day of a plan.
    midnight: Option<i64>,
    /// The date as it is written.
    pub(super) written: [u8; 10],
}

impl Day {
    pub(super) fn new(zone: &ZoneSpan, date: CivilDate, day_start: CivilTime) -> Result<Self, InvalidInput> {
        let begins = |date| zone.resolve(date, day_start).map(Instant::millis);
        let (begin, end) = (begins(date)?, begins(date.plus_days(1))?);
        // Farther away than any clock is ever set.
        let (from, to) = (begin - CALM_DAYS * DAY_MS, begin + CALM_DAYS * DAY_MS);
        let calm = zone.steady(from, to).filter(|_| Instant::from_millis(to).is_ok());
        let midnight = calm.map(|offset_s| date.number() * DAY_MS - i64::from(offset_s) * 1_000);
        let mut written = [b'0'; 10];
        written.iter_mut().zip(date.to_string().bytes()).for_each(|(place, sign)| *place = sign);
        Ok(Self { date, begin, end, midnight, written })
    }

    /// When a clock shows `time` on `date`, which is this one or one soon after; and what it shows then.
    fn resolve(&self, zone: &ZoneSpan, date: CivilDate, time: CivilTime) -> Result<(i64, CivilDate, CivilTime), InvalidInput> {
        if let Some(midnight) = self.midnight {
            let into = i64::from(time.minute_of_day()) * MINUTE_MS;
            let days = if date == self.date { 0 } else { date.days_since(self.date) };
            return Ok((midnight + days * DAY_MS + into, date, time));
        }
        let at = zone.resolve(date, time)?;
        let (date, time) = zone.local(at)?;
        Ok((at.millis(), date, time))
    }

    /// What a clock shows at `at`, which is within the day.
    fn clock(&self, zone: &ZoneSpan, at: i64) -> Result<CivilTime, InvalidInput> {
        let Some(midnight) = self.midnight else { return Ok(zone.local(Instant::from_millis(at)?)?.1) };
        let minute = (at - midnight).div_euclid(MINUTE_MS).rem_euclid(DAY_MIN);
        Ok(CivilTime::from_minute_of_day(u32::try_from(minute).unwrap_or(0)))
    }
}

/// The minutes that a slot can be drawn from: its one minute; of a window those outside quiet hours, or all if none is.
pub(super) fn minutes_of(slot: Slot, settings: &ReminderSettings) -> Vec<CivilTime> {
    let (from, to) = match slot.time {
        SlotTime::At(at) => return vec![at],
        SlotTime::Window { from, to } => (from.minute_of_day(), to.minute_of_day()),
    };
    let all = || (from..to).map(CivilTime::from_minute_of_day);
    let loud: Vec<_> = all().filter(|minute| settings.quiet().is_none_or(|quiet| !quiet.hold(*minute))).collect();
    if loud.is_empty() { all().collect() } else { loud }
}

/// Something that would be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The rule's place in the person's order.
    pub(super) rule: usize,
    pub(super) slot: u8,
    pub(super) kind: FireKind,
    /// Milliseconds.
    pub(super) at: i64,
    /// Milliseconds.
    pub(super) not_after: i64,
    /// Whether it is answered already: it takes its place, and says nothing.
    pub(super) done: bool,
    /// Whether it was on screen already.
    pub(super) shown: bool,
    /// Whether it left its group: it was shown, or is too late.
    pub(super) gone: bool,
}

/// By rules as the person has them, then by slots, then by what is said first: in one number, since a day has many to
/// put in order.
pub(super) fn persons_order(rule: usize, slot: u8, kind: FireKind) -> usize {
    rule << 16 | usize::from(slot) << 8 | usize::from(kind.byte())
}

/// What one slot comes to.
pub(super) enum Moment {
    /// A candidate.
    Stands(Candidate),
    /// Nothing, for a reason.
    Dropped(u8, FireKind, DropReason),
}

/// What is the same for all slots of a rule on a day.
pub(super) struct Asking<'a> {
    pub(super) zone: &'a ZoneSpan,
    pub(super) settings: &'a ReminderSettings,
    pub(super) day: Day,
    pub(super) rule: &'a Rule,
    /// Of each of its slots the minutes that it can have.
    pub(super) minutes: &'a [Vec<CivilTime>],
    /// The rule's place in the person's order.
    pub(super) place: usize,
    pub(super) facts: &'a DayFacts<'a>,
}

impl Asking<'_> {
    /// A slot that was put off.
    pub(super) fn snoozed(&self, slot: Slot, snooze: &Snooze, out: &mut impl FnMut(Moment)) {
        let until = snooze.until.millis();
        let shown = self.facts.snooze_shown_at(slot.id).is_some_and(|at| at >= snooze.until);
        if shown || self.facts.is_done(slot.id) {
            return;
        }
        if until >= self.day.end {
            return out(Moment::Dropped(slot.id, FireKind::Snooze, DropReason::DayOver));
        }
        let not_after = (until + self.grace()).min(self.day.end);
        out(Moment::Stands(self.candidate(slot.id, FireKind::Snooze, until, not_after)));
    }

    /// The first reminder of a slot, and its nudge.
    pub(super) fn asked(&self, number: usize, out: &mut impl FnMut(Moment)) -> Result<(), InvalidInput> {
        let slot = self.rule.slots[number];
        let mut refused = |kind, reason| {
            if !self.facts.is_done(slot.id) {
                out(Moment::Dropped(slot.id, kind, reason));
            }
        };
        let date = if slot.time.earliest() >= self.settings.day_start { self.day.date } else { self.day.date.plus_days(1) };
        let (planned, local_date, local_time) = self.day.resolve(self.zone, date, self.minute(slot.id, &self.minutes[number]))?;
        let limit = (planned + self.grace()).min(self.day.end);
        let quiet = self.settings.quiet().filter(|quiet| quiet.hold(local_time));
        let moved = quiet.map(|quiet| self.end_of(quiet, local_date, local_time)).transpose()?.unwrap_or(planned);
        if moved < self.rule.effective_from.millis() {
            return Ok(());
        }
        if local_date != date || planned < self.day.begin {
            refused(FireKind::First, DropReason::NoSuchTime);
            return Ok(());
        }
        if planned >= self.day.end {
            refused(FireKind::First, DropReason::DayOver);
            return Ok(());
        }
        if moved >= limit {
            refused(FireKind::First, DropReason::QuietHours);
            return Ok(());
        }
        let nudge = self.nudge(slot, moved)?;
        out(Moment::Stands(self.candidate(slot.id, FireKind::First, moved, limit)));
        match nudge {
            Some(Moment::Dropped(..)) if self.facts.is_done(slot.id) => {}
            Some(nudge) => out(nudge),
            None => {}
        }
        Ok(())
    }

    /// The second reminder of a slot whose first is at `first`.
    fn nudge(&self, slot: Slot, first: i64) -> Result<Option<Moment>, InvalidInput> {
        let Some(after) = self.rule.nudge_after_min else { return Ok(None) };
        let seen = self.facts.shown_at(slot.id, FireKind::First).map(Instant::millis);
        let from = seen.filter(|seen| seen - first > i64::from(self.settings.join_min) * MINUTE_MS).unwrap_or(first);
        let at = from + i64::from(after) * MINUTE_MS;
        let dropped = |reason| Ok(Some(Moment::Dropped(slot.id, FireKind::Nudge, reason)));
        if at >= self.day.end {
            return dropped(DropReason::DayOver);
        }
        if let Some(quiet) = self.settings.quiet()
            && quiet.hold(self.day.clock(self.zone, at)?)
        {
            return dropped(DropReason::QuietHours);
        }
        let not_after = (at + self.grace()).min(self.day.end);
        Ok(Some(Moment::Stands(self.candidate(slot.id, FireKind::Nudge, at, not_after))))
    }

    /// The minute of a slot on this day, one of `minutes`.
    fn minute(&self, slot: u8, minutes: &[CivilTime]) -> CivilTime {
        let [only] = minutes else {
            let among = u64::try_from(minutes.len()).unwrap_or(1).max(1);
            return minutes[usize::try_from(self.draw(slot) % among).unwrap_or(0)];
        };
        *only
    }

    /// A number that is the same for the same slot of the same day, however often the plan is made.
    fn draw(&self, slot: u8) -> u64 {
        let digest = Sha256::new()
            .chain_update(self.settings.salt.0)
            .chain_update(self.rule.id.as_bytes())
            .chain_update(self.day.written)
            .chain_update([slot])
            .finalize();
        let mut first = [0; 8];
        first.copy_from_slice(&digest[..8]);
        u64::from_le_bytes(first)
    }

    /// When quiet hours end that a clock showing `date` and `time` is in.
    fn end_of(&self, quiet: QuietHours, date: CivilDate, time: CivilTime) -> Result<i64, InvalidInput> {
        let date = if time < quiet.end { date } else { date.plus_days(1) };
        self.day.resolve(self.zone, date, quiet.end).map(|(end, ..)| end)
    }

    fn grace(&self) -> i64 {
        i64::from(self.rule.grace_min) * MINUTE_MS
    }

    fn candidate(&self, slot: u8, kind: FireKind, at: i64, not_after: i64) -> Candidate {
        let shown = kind != FireKind::Snooze && self.facts.shown_at(slot, kind).is_some();
        Candidate { rule: self.place, slot, kind, at, not_after, done: self.facts.is_done(slot), shown, gone: false }
    }
}

#[cfg(test)]
#[path = "moments_tests.rs"]
mod tests;
