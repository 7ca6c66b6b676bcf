//! Time at the boundary.

use crate::AmpersandError;
use ampersand_core::error::InvalidInput;
use ampersand_core::ids;
use ampersand_core::time;

/// The id of a run of the Check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunId(pub(crate) ids::RunId);

uniffi::custom_type!(RunId, String, {
    try_lift: |text| Ok(text.parse().map(RunId).map_err(AmpersandError::from)?),
    lower: |id| id.0.to_string(),
});

impl From<ids::RunId> for RunId {
    fn from(id: ids::RunId) -> Self {
        Self(id)
    }
}

/// A civil date, `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CivilDate(pub(crate) time::CivilDate);

uniffi::custom_type!(CivilDate, String, {
    try_lift: |text| Ok(text.parse().map(CivilDate).map_err(AmpersandError::from)?),
    lower: |date| date.0.to_string(),
});

impl From<CivilDate> for time::CivilDate {
    fn from(date: CivilDate) -> Self {
        date.0
    }
}

impl From<time::CivilDate> for CivilDate {
    fn from(date: time::CivilDate) -> Self {
        Self(date)
    }
}

/// A change of a zone's offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct ZoneTransition {
    /// First instant of the new offset, in milliseconds since 1970.
    pub at: i64,
    /// Seconds east of UTC from then on.
    pub offset_s: i32,
}

/// A zone's offsets over `[from, to)`, read out of the operating system's own rules.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ZoneSpan {
    /// IANA name; 1 to 64 bytes.
    pub id: String,
    /// Start, in milliseconds since 1970.
    pub from: i64,
    /// End, not included.
    pub to: i64,
    /// Seconds east of UTC at `from`; at most 18 hours either way.
    pub offset_s: i32,
    /// Changes after `from`, in order.
    pub transitions: Vec<ZoneTransition>,
}

/// The instant of a call and the zone the person is in. The zone has to cover the instant.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct NowContext {
    /// Milliseconds since 1970; from then to the end of 2200.
    pub now: i64,
    /// The zone.
    pub zone: ZoneSpan,
}

impl TryFrom<NowContext> for time::NowContext {
    type Error = InvalidInput;

    fn try_from(NowContext { now, zone }: NowContext) -> Result<Self, Self::Error> {
        let ZoneSpan { id, from, to, offset_s, transitions } = zone;
        let transitions = transitions.into_iter().map(|ZoneTransition { at, offset_s }| time::ZoneTransition { at, offset_s });
        let zone = time::ZoneSpan::new(id, from, to, offset_s, transitions.collect())?;
        Ok(Self { now: time::Instant::from_millis(now)?, zone })
    }
}
