//! Check-ins and pulses: the facade's part for what is asked once a day and once a week.

use super::{Vault, context};
use crate::across::Across;
use crate::guard::guard;
use crate::{AmpersandError, CheckInAnswers, CheckInSaved, CheckInView, CivilDate, NowContext, PulseAnswer, PulseSaved, PulseView};
use ampersand_core::checkin::taps;

/// The daily check-in.
#[uniffi::export]
impl Vault {
    /// The check-in of a day; without one that of today. One of an earlier day than yesterday can only be read.
    ///
    /// Errors: `date`, `out_of_range`, for a day that has not begun · as `home`.
    pub fn check_in(&self, ctx: NowContext, day: Option<CivilDate>) -> Result<CheckInView, AmpersandError> {
        guard(|| self.session.check_in(&context(ctx)?, day.across()).map(CheckInView::from))
    }

    /// Saves the answers for today or, late, for yesterday, in the place of those that were saved for it today. They
    /// are on disk when this returns, whether or not the reminders could be told.
    ///
    /// Errors: `date`, `out_of_range` or `too_late` · `Conflict`, `check_in_fixed`, when it was first saved on an
    /// earlier day · `item`, `unknown_item` or `duplicate_item` · `value`, `out_of_range` · `feelings`, `too_many`,
    /// `unknown_feeling` or `duplicate` · `line`, `too_long` or `control_character` · `answers`, `nothing_answered`;
    /// nothing is changed · as `home`.
    pub fn save_check_in(&self, ctx: NowContext, day: CivilDate, answers: CheckInAnswers) -> Result<CheckInSaved, AmpersandError> {
        guard(|| self.session.save_check_in(&context(ctx)?, day.into(), &answers.into()).map(CheckInSaved::from))
    }

    /// Adds a note of 1 to 1000 characters to a check-in, whenever it was given. What is there stays as it is.
    ///
    /// Errors: `NotFound`, `check_in`, for a day without one · `note`, `too_short`, `too_long` or `control_character` ·
    /// `date`, `out_of_range` · as `home`.
    pub fn annotate_check_in(&self, ctx: NowContext, day: CivilDate, text: String) -> Result<CheckInView, AmpersandError> {
        guard(|| self.session.annotate_check_in(&context(ctx)?, day.into(), &text).map(CheckInView::from))
    }
}

/// The weekly pulse.
#[uniffi::export]
impl Vault {
    /// The pulse of the week of a day; without one of today. One of a week that is over can only be read.
    ///
    /// Errors: `date`, `out_of_range`, for a day that has not begun · as `home`.
    pub fn pulse(&self, ctx: NowContext, day: Option<CivilDate>) -> Result<PulseView, AmpersandError> {
        guard(|| self.session.pulse(&context(ctx)?, day.across()).map(PulseView::from))
    }

    /// Saves the answers about the week of a day: of a week that is not over, or late for yesterday. They are on disk
    /// when this returns, whether or not the reminders could be told.
    ///
    /// Errors: `date`, `out_of_range` or `too_late` · `Conflict`, `pulse_fixed`, when it was first saved on an earlier
    /// day and the week is over · `item`, `unknown_item` or `duplicate_item` · `value`, `out_of_range` · `answers`,
    /// `nothing_answered`; nothing is changed · as `home`.
    pub fn save_pulse(&self, ctx: NowContext, day: CivilDate, answers: Vec<PulseAnswer>) -> Result<PulseSaved, AmpersandError> {
        let answers: Vec<taps::TapAnswer> = answers.across();
        guard(|| self.session.save_pulse(&context(ctx)?, day.into(), &answers).map(PulseSaved::from))
    }
}
