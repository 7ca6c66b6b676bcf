//! When a second run makes sense.

use super::psychometrics::Psychometrics;
use crate::error::Error;
use crate::time::CivilDate;

/// What is offered today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetestOffer {
    /// No valid run yet.
    First,
    /// A new run would say nothing about change before `from`.
    TooSoon {
        /// The first day on which it makes sense.
        from: CivilDate,
        /// The day on which it is offered.
        suggested: CivilDate,
    },
    /// It can be taken, and is not yet offered.
    Possible {
        /// The day on which it is offered.
        suggested: CivilDate,
    },
    /// It is offered.
    Due {
        /// Since when.
        since: CivilDate,
    },
}

/// The offer on `today` after a last valid run on `last`.
///
/// # Errors
/// [`Error::Internal`] when the shipped constants do not hold together.
pub fn offer(last: Option<CivilDate>, today: CivilDate) -> Result<RetestOffer, Error> {
    let days = &Psychometrics::current()?.retest;
    let Some(last) = last else { return Ok(RetestOffer::First) };
    let (from, suggested) = (last.plus_days(days.min_days), last.plus_days(days.suggested_days));
    Ok(if today < from {
        RetestOffer::TooSoon { from, suggested }
    } else if today < suggested {
        RetestOffer::Possible { suggested }
    } else {
        RetestOffer::Due { since: suggested }
    })
}

/// Whether a run on `later` is far enough from one on `earlier` to speak of change; if not, from when it would be.
///
/// # Errors
/// [`Error::Internal`] when the shipped constants do not hold together.
pub fn comparable(earlier: CivilDate, later: CivilDate) -> Result<Result<(), CivilDate>, Error> {
    let from = earlier.plus_days(Psychometrics::current()?.retest.min_days);
    Ok(if later < from { Err(from) } else { Ok(()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_before_28_days_and_offered_at_42() {
        let last: CivilDate = "2026-03-01".parse().expect("date");
        let on = |days| offer(Some(last), last.plus_days(days)).expect("constants");
        let (from, suggested) = (last.plus_days(28), last.plus_days(42));
        assert_eq!(on(0), RetestOffer::TooSoon { from, suggested });
        assert_eq!(on(27), RetestOffer::TooSoon { from, suggested });
        assert_eq!(on(28), RetestOffer::Possible { suggested });
        assert_eq!(on(41), RetestOffer::Possible { suggested });
        assert_eq!(on(42), RetestOffer::Due { since: suggested });
        assert_eq!(offer(None, last).expect("constants"), RetestOffer::First);
        assert_eq!(comparable(last, last.plus_days(27)).expect("constants"), Err(from));
        assert_eq!(comparable(last, from).expect("constants"), Ok(()));
    }
}
