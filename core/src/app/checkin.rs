//! The daily check-in: what is asked, giving it, adding to it, and what the first screen shows of it.

use super::editor::saving_at;
use super::{Session, care};
use crate::assessment::help::HelpLines;
use crate::checkin::daily::{CheckInAnswers, CheckInItem, DailyCheckIn};
use crate::checkin::strip::{self, CheckInStrip};
use crate::checkin::{moment, note_of};
use crate::error::{Clash, Error, Missing};
use crate::journal::care as phrases;
use crate::journal::words::{Feeling, Words};
use crate::reminder::rule::ReminderKind;
use crate::storage::checkins::{self, CheckIn, Note};
use crate::time::{CivilDate, Instant, NowContext};
use rusqlite::Transaction;

/// What was added to a day later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckInNote {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// What was written.
    pub text: String,
}

/// A day's check-in as its screen shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckInView {
    /// The day that is asked about.
    pub day: CivilDate,
    /// Today.
    pub today: CivilDate,
    /// Whether that day is over.
    pub late: bool,
    /// Whether answers for it are taken.
    pub editable: bool,
    /// What is asked, in order.
    pub items: Vec<CheckInItem>,
    /// The answers so far, one for each item.
    pub answers: CheckInAnswers,
    /// Notes that were added, in order.
    pub notes: Vec<CheckInNote>,
    /// Feelings to choose from.
    pub feelings: Vec<Feeling>,
    /// The last 28 days.
    pub strip: CheckInStrip,
    /// Help lines for a soft card, where the words of a note that was just added ask for one.
    pub care: Option<HelpLines>,
}

/// A check-in is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckInSaved {
    /// The answers as they are kept.
    pub answers: CheckInAnswers,
    /// The last 28 days.
    pub strip: CheckInStrip,
    /// Whether the reminders know that it was answered.
    pub reminders_told: bool,
    /// Help lines for a soft card, where the words of the line ask for one.
    pub care: Option<HelpLines>,
}

/// What the first screen shows of check-ins and pulses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckInGlimpse {
    /// Whether there is a check-in for today.
    pub today_answered: bool,
    /// Whether there is none for yesterday, for which it can still be given; never before a first one was.
    pub yesterday_open: bool,
    /// The last 28 days.
    pub strip: CheckInStrip,
    /// Whether this week has no pulse, for somebody who gives pulses.
    pub pulse_due: bool,
}

impl Session {
    /// The check-in of a day; without one that of today. One of an earlier day than yesterday can be read.
    ///
    /// # Errors
    /// `date`, `out_of_range`, for a day that has not begun; `zone`, `zone_span_short`; [`Error::Locked`],
    /// [`Error::Storage`].
    pub fn check_in(&self, ctx: &NowContext, day: Option<CivilDate>) -> Result<CheckInView, Error> {
        let today = ctx.today()?;
        let day = day.unwrap_or(today);
        moment::has_begun(day, today)?;
        self.read(|tx| self.check_in_view(tx, day, today))
    }

    /// Saves the answers for a day, in the place of those that were saved for it today; they are on disk when this
    /// returns. Where the reminders cannot be told, they are saved all the same.
    ///
    /// # Errors
    /// `date`, `out_of_range` or `too_late` · [`Error::Conflict`], `check_in_fixed`, when it was first saved on an
    /// earlier day · as [`DailyCheckIn::keep`]; nothing is changed · `zone`, `zone_span_short`; [`Error::Locked`],
    /// [`Error::Storage`].
    pub fn save_check_in(&self, ctx: &NowContext, day: CivilDate, answers: &CheckInAnswers) -> Result<CheckInSaved, Error> {
        let saving = saving_at(ctx)?;
        moment::may_check_in(day, saving.day)?;
        let kept = DailyCheckIn::current()?.keep(day, answers, Words::current()?)?;
        let (strip, help) = self.write(|tx| {
            match checkins::find(tx, day)? {
                None => checkins::insert(tx, day, &kept, &saving)?,
                Some(before) if !moment::check_in_is_open(before.saved_on, saving.day) => return Err(fixed(day)),
                Some(before) if before.kept == kept => {}
                Some(before) => checkins::rewrite(tx, before.seq, &kept, saving.at)?,
            }
            Ok((strip_of(tx, saving.day)?, self.help_if_offered(tx, ctx.now)?))
        })?;
        self.offer_insight(saving.day);
        Ok(CheckInSaved {
            strip,
            reminders_told: self.completed(ReminderKind::DailyCheckIn, [day]),
            care: help.filter(|_| kept.line.as_deref().is_some_and(phrases::matches)),
            answers: kept.answers(),
        })
    }

    /// Adds a note to a check-in, whenever it was given; what is there stays as it is.
    ///
    /// # Errors
    /// `note`, `too_short`, `too_long` or `control_character` · [`Error::NotFound`], `check_in`, for a day without one ·
    /// as [`Self::check_in`].
    pub fn annotate_check_in(&self, ctx: &NowContext, day: CivilDate, text: &str) -> Result<CheckInView, Error> {
        let today = ctx.today()?;
        moment::has_begun(day, today)?;
        let note = Note { at: ctx.now.millis(), text: note_of(text)? };
        let (view, help) = self.write(|tx| {
            if checkins::find(tx, day)?.is_none() {
                return Err(Error::NotFound { kind: Missing::CheckIn, id: day.to_string() });
            }
            checkins::add_note(tx, day, &note)?;
            Ok((self.check_in_view(tx, day, today)?, self.help_if_offered(tx, ctx.now)?))
        })?;
        Ok(CheckInView { care: help.filter(|_| phrases::matches(&note.text)), ..view })
    }

    fn check_in_view(&self, tx: &Transaction<'_>, day: CivilDate, today: CivilDate) -> Result<CheckInView, Error> {
        let check_in = DailyCheckIn::current()?;
        let found = checkins::find(tx, day)?;
        let open = |found: &CheckIn| moment::check_in_is_open(found.saved_on, today);
        Ok(CheckInView {
            day,
            today,
            late: day < today,
            editable: moment::may_check_in(day, today).is_ok() && found.as_ref().is_none_or(open),
            items: check_in.items(day, &self.locale)?,
            answers: found.map_or_else(|| check_in.blank(day), |found| found.kept.answers()),
            notes: checkins::notes(tx, day)?.into_iter().map(|Note { at, text }| CheckInNote { at, text }).collect(),
            feelings: Words::current()?.feelings(&self.locale)?,
            strip: strip_of(tx, today)?,
            care: None,
        })
    }

    /// The help lines, where a card with them may be shown. Whether the words ask for one is for the caller, when the
    /// writing is done.
    fn help_if_offered(&self, tx: &Transaction<'_>, now: Instant) -> Result<Option<HelpLines>, Error> {
        care::is_offered(tx, now)?.then(|| self.help_in(tx)).transpose()
    }
}

/// What the first screen shows. Whether a pulse is due depends on the reminders too, and is for the caller to add.
pub(super) fn glimpse(tx: &Transaction<'_>, today: CivilDate) -> Result<CheckInGlimpse, Error> {
    let strip = strip_of(tx, today)?;
    let answered = |day: CivilDate| strip.days.iter().any(|of| of.day == day && of.answered);
    Ok(CheckInGlimpse {
        today_answered: answered(today),
        yesterday_open: !answered(today.minus_days(1)) && checkins::last_before(tx, today)?.is_some(),
        pulse_due: false,
        strip,
    })
}

fn strip_of(tx: &Transaction<'_>, today: CivilDate) -> Result<CheckInStrip, Error> {
    let known = checkins::moods(tx, strip::first_day(today), today)?;
    Ok(strip::strip(today, &known, checkins::last_before(tx, today)?))
}

fn fixed(day: CivilDate) -> Error {
    Error::Conflict { kind: Clash::CheckInFixed, id: day.to_string() }
}
