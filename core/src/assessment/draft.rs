//! The rules of a draft: what it is bound to, and how long it can be resumed.

use super::instrument::Instrument;
use crate::time::Instant;

/// Hours after its start in which a draft can be resumed; later the recall window has moved.
const RESUMABLE_HOURS: i64 = 48;
const HOUR_MS: i64 = 3_600_000;

/// Whom the Check is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartnerContext {
    /// A current partner.
    Current,
    /// The most recent partner.
    MostRecent,
    /// The closest person.
    ClosestPerson,
}

/// What a draft was started with; it is scored with nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Id of the instrument.
    pub instrument: String,
    /// Version of the instrument.
    pub version: u32,
    /// Version of the items' order.
    pub order_version: u32,
    /// Language of the texts that were read.
    pub locale: String,
    /// Whom it is about.
    pub partner_context: PartnerContext,
}

impl Binding {
    /// Binds a new draft to the instrument.
    pub fn to(instrument: &Instrument, partner_context: PartnerContext) -> Self {
        Self {
            instrument: instrument.id.clone(),
            version: instrument.version,
            order_version: instrument.order_version,
            locale: instrument.locale.clone(),
            partner_context,
        }
    }

    /// Whether answers under this binding are answers to `instrument` as it is.
    pub fn fits(&self, instrument: &Instrument) -> bool {
        self.instrument == instrument.id && self.version == instrument.version && self.order_version == instrument.order_version
    }
}

/// Whether a draft can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftState {
    /// It can be resumed.
    Open,
    /// Its 48 hours are over; it is kept, and a fresh one is offered.
    Expired,
    /// It belongs to another version of the instrument; it is kept.
    OtherVersion,
}

/// The last instant before which a draft started at `started_at` can be resumed, in milliseconds since 1970.
pub const fn resumable_until(started_at: i64) -> i64 {
    started_at.saturating_add(RESUMABLE_HOURS * HOUR_MS)
}

/// The state of a draft at `now`. A clock set back does not close it.
pub fn state(binding: &Binding, started_at: i64, instrument: &Instrument, now: Instant) -> DraftState {
    if !binding.fits(instrument) {
        DraftState::OtherVersion
    } else if now.millis() < resumable_until(started_at) {
        DraftState::Open
    } else {
        DraftState::Expired
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_open_for_48_hours() {
        let check = Instrument::current().expect("shipped");
        let binding = Binding::to(check, PartnerContext::Current);
        let started = 1_790_000_000_000;
        let at = |ms| state(&binding, started, check, Instant::from_millis(ms).expect("in range"));
        assert_eq!(at(started + 48 * HOUR_MS - 1), DraftState::Open);
        assert_eq!(at(started + 48 * HOUR_MS), DraftState::Expired);
        assert_eq!(at(started - HOUR_MS), DraftState::Open, "clock set back");
    }

    #[test]
    fn another_version_or_order_does_not_fit() {
        let check = Instrument::current().expect("shipped");
        let bound = Binding::to(check, PartnerContext::Current);
        let now = Instant::from_millis(1_790_000_000_000).expect("in range");
        for other in [
            Binding { version: 2, ..bound.clone() },
            Binding { order_version: 2, ..bound.clone() },
            Binding { instrument: "x".into(), ..bound },
        ] {
            assert_eq!(state(&other, now.millis(), check, now), DraftState::OtherVersion);
        }
    }
}
