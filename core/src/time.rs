//! Civil time: dates, times of day, zone spans, and the one function that says which day it is.
//!
//! Nothing here reads a clock or a zone database. The operating system's own rules come in as a [`ZoneSpan`], so there
//! is no second source of truth that goes stale (ADR 1). The choice at a clock change is
//! that of RFC 5545, 3.3.5, and of `java.time`.

use crate::error::{Field, InvalidInput, Reason};
use chrono::{NaiveDateTime, Timelike as _};

mod civil;
mod month;

pub use civil::{CivilDate, CivilTime, Weekday};
pub use month::Month;

const MILLIS: i64 = 1_000;
/// Offsets of the world's zones stay well within 18 hours, the bound of `java.time.ZoneOffset`.
const MAX_OFFSET_S: i32 = 18 * 3600;
const MAX_TRANSITIONS: usize = 10_000;
const MAX_ZONE_ID: usize = 64;

/// A point in time, in milliseconds since 1970-01-01T00:00Z, from then until the end of the year 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Instant(i64);

impl Instant {
    /// 2201-01-01T00:00Z.
    const END: i64 = 7_289_654_400_000;

    /// # Errors
    /// `now`, `out_of_range`: before 1970 or after 2200.
    pub const fn from_millis(millis: i64) -> Result<Self, InvalidInput> {
        if millis < 0 || millis >= Self::END {
            return Err(InvalidInput::new(Field::Now, Reason::OutOfRange));
        }
        Ok(Self(millis))
    }

    /// Milliseconds since 1970-01-01T00:00Z.
    pub const fn millis(self) -> i64 {
        self.0
    }
}

/// Two readings of time that a shell takes at once. How long something took is told by the one that nobody can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The wall clock.
    pub now: Instant,
    /// Milliseconds since the device was started, sleep included.
    pub monotonic_ms: i64,
}

/// A change of a zone's offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZoneTransition {
    /// The first instant, in milliseconds since 1970, at which the new offset holds.
    pub at: i64,
    /// Seconds east of UTC from then on.
    pub offset_s: i32,
}

/// A zone's offsets over `[from, to)`, as the operating system knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneSpan {
    id: String,
    from: i64,
    to: i64,
    offset_s: i32,
    transitions: Vec<ZoneTransition>,
}

/// A stretch of one offset, `[from, to)` in milliseconds.
#[derive(Clone, Copy)]
struct Stretch {
    from: i64,
    to: i64,
    offset_s: i32,
}

impl Stretch {
    /// The instant at which a clock in this stretch shows `local` (milliseconds as if in UTC).
    const fn instant_of(self, local: i64) -> i64 {
        local - self.offset_s as i64 * MILLIS
    }
}

/// Where a civil time lies with respect to a span.
enum Placed {
    Before,
    At(i64),
    After,
}

impl ZoneSpan {
    /// A span of zone `id` over `[from, to)` milliseconds since 1970, with `offset_s` seconds east of UTC in force at
    /// `from`, and the changes after that in order.
    ///
    /// # Errors
    /// `zone`, `zone_span_invalid`: no id or one of more than 64 bytes, `from >= to`, an offset beyond 18 hours,
    /// transitions out of order or outside the span, more than 10,000 of them.
    pub fn new(id: String, from: i64, to: i64, offset_s: i32, transitions: Vec<ZoneTransition>) -> Result<Self, InvalidInput> {
        let in_order = transitions.windows(2).all(|pair| pair[0].at < pair[1].at);
        let inside = transitions.iter().all(|t| from <= t.at && t.at < to);
        let shifts = transitions.iter().map(|t| t.offset_s).chain([offset_s]);
        let named = !id.is_empty() && id.len() <= MAX_ZONE_ID;
        if named
            && from < to
            && in_order
            && inside
            && transitions.len() <= MAX_TRANSITIONS
            && shifts.into_iter().all(|s| s.unsigned_abs() <= MAX_OFFSET_S.unsigned_abs())
        {
            Ok(Self { id, from, to, offset_s, transitions })
        } else {
            Err(InvalidInput::new(Field::Zone, Reason::ZoneSpanInvalid))
        }
    }

    /// The zone's IANA name as the operating system gave it.
    pub fn id(&self) -> &str {
        &self.id
    }

    const fn short() -> InvalidInput {
        InvalidInput::new(Field::Zone, Reason::ZoneSpanShort)
    }

    fn stretches(&self) -> impl Iterator<Item = Stretch> {
        let starts = std::iter::once((self.from, self.offset_s)).chain(self.transitions.iter().map(|t| (t.at, t.offset_s)));
        let ends = self.transitions.iter().map(|t| t.at).chain([self.to]);
        starts.zip(ends).map(|((from, offset_s), to)| Stretch { from, to, offset_s })
    }

    /// Seconds east of UTC at `instant`.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`: the span does not cover it.
    pub fn offset_at(&self, instant: Instant) -> Result<i32, InvalidInput> {
        let t = instant.millis();
        if t < self.from || t >= self.to {
            return Err(Self::short());
        }
        let passed = self.transitions.partition_point(|transition| transition.at <= t);
        Ok(passed.checked_sub(1).map_or(self.offset_s, |last| self.transitions[last].offset_s))
    }

    /// Seconds east of UTC all over `[from, to)` milliseconds; none where they change, or the span does not reach.
    pub fn steady(&self, from: i64, to: i64) -> Option<i32> {
        let passed = self.transitions.partition_point(|transition| transition.at <= from);
        let next = self.transitions.get(passed).map_or(i64::MAX, |transition| transition.at);
        let offset_s = passed.checked_sub(1).map_or(self.offset_s, |last| self.transitions[last].offset_s);
        (self.from <= from && to <= self.to && to <= next).then_some(offset_s)
    }

    /// What a clock on the wall shows at `instant`.
    ///
    /// # Errors
    /// `zone`, `zone_span_short` where the span does not cover it; `date`, `out_of_range`.
    pub fn local(&self, instant: Instant) -> Result<(CivilDate, CivilTime), InvalidInput> {
        let local = instant.millis() + i64::from(self.offset_at(instant)?) * MILLIS;
        let out = InvalidInput::new(Field::Date, Reason::OutOfRange);
        let wall = chrono::DateTime::from_timestamp_millis(local).ok_or(out)?.naive_utc();
        let minute = wall.time().with_second(0).and_then(|t| t.with_nanosecond(0)).ok_or(out)?;
        Ok((CivilDate::checked(wall.date())?, CivilTime(minute)))
    }

    /// The instant of a civil date and time. Twice on a clock (a fold): the first. Never (a gap): read with the offset
    /// in force before the gap, so 02:30 becomes 03:30. Whether the result is on the date asked for is for the caller
    /// to see ([`Self::local`]): a whole day can be missing (Pacific/Apia, 2011-12-30).
    ///
    /// # Errors
    /// `zone`, `zone_span_short`: the span does not reach there.
    pub fn resolve(&self, date: CivilDate, time: CivilTime) -> Result<Instant, InvalidInput> {
        match self.place(date, time) {
            Placed::At(millis) => Instant::from_millis(millis),
            Placed::Before | Placed::After => Err(Self::short()),
        }
    }

    fn place(&self, date: CivilDate, time: CivilTime) -> Placed {
        let wall = NaiveDateTime::new(date.0, time.0).and_utc().timestamp_millis();
        // The first stretch that ends after this clock reading holds it, or the gap before that stretch swallows it:
        // then the reading is taken with the offset of the stretch before, which is what it would still have shown.
        let mut before: Option<Stretch> = None;
        for stretch in self.stretches() {
            let t = stretch.instant_of(wall);
            if t < stretch.from {
                return before.map_or(Placed::Before, |before| Placed::At(before.instant_of(wall)));
            }
            if t < stretch.to {
                return Placed::At(t);
            }
            before = Some(stretch);
        }
        Placed::After
    }

    /// The day that `instant` belongs to: the latest date `d` with `resolve(d, day_start) <= instant`. Every instant
    /// has exactly one, a day that does not exist has none, and everything about "today" uses this function.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`: the span does not cover `instant`.
    pub fn logical_day(&self, instant: Instant, day_start: CivilTime) -> Result<CivilDate, InvalidInput> {
        let (local, _) = self.local(instant)?;
        let mut day = local.plus_days(1);
        loop {
            let begun = match self.place(day, day_start) {
                Placed::Before => true,
                Placed::At(begin) => begin <= instant.millis(),
                Placed::After => false,
            };
            if begun {
                return Ok(day);
            }
            day = day.minus_one().ok_or(Self::short())?;
        }
    }
}

/// What every call that depends on the present is told: the instant, and the zone the person is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NowContext {
    /// The instant of the call.
    pub now: Instant,
    /// The zone the person is in; it has to cover `now`.
    pub zone: ZoneSpan,
}

impl NowContext {
    /// Today, with days that start at four in the morning.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`.
    pub fn today(&self) -> Result<CivilDate, InvalidInput> {
        self.zone.logical_day(self.now, CivilTime::DEFAULT_DAY_START)
    }
}

#[cfg(test)]
#[path = "time_tests.rs"]
mod tests;
