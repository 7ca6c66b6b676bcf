//! The clock on a phone's wall: where it is, and what time it has.

use crate::reminders::at;
use crate::zones::{self, Zone};
use ampersand_core::time::{NowContext, ZoneSpan};

/// Where a phone is, and what its clock says.
#[derive(Debug, Clone, Copy)]
pub struct Wall {
    /// Where.
    pub zone: &'static Zone,
    /// Milliseconds since 1970.
    pub now: i64,
}

impl Wall {
    /// At that time of that day in the zone, told as `2026-06-01 20:00`.
    pub fn new(zone: &str, clock: &str) -> Self {
        let zone = zones::named(zone);
        let mut wall = Self { zone, now: zones::FIRST };
        wall.now = wall.instant(clock);
        wall
    }

    /// When a clock shows it here.
    pub fn instant(&self, clock: &str) -> i64 {
        let (date, time) = clock.split_once(' ').expect("a date and a time");
        self.zone.whole().resolve(date.parse().expect("a date"), time.parse().expect("a time")).expect("covered").millis()
    }

    /// What a clock shows here at `instant`.
    pub fn shows(&self, instant: i64) -> String {
        let (date, time) = self.zone.whole().local(at(instant)).expect("covered");
        format!("{date} {time}")
    }

    /// What the app is told of the present.
    pub fn ctx(&self) -> NowContext {
        NowContext { now: at(self.now), zone: self.span() }
    }

    /// What the app is told of the zone.
    pub fn span(&self) -> ZoneSpan {
        self.zone.around(self.now)
    }
}
