//! The weekly pulse: what is asked, giving it, and what the weeks show.

use super::editor::saving_at;
use super::{Session, settings};
use crate::assessment::instrument::AnswerLabel;
use crate::checkin::moment;
use crate::checkin::pulse::{self, PulseItem, PulseWeek, WeeklyPulse};
use crate::checkin::taps::TapAnswer;
use crate::checkin::week::{Week, WeekStart};
use crate::error::{Clash, Error};
use crate::reminder::rule::ReminderKind;
use crate::storage::pulses::{self, Pulse};
use crate::time::{CivilDate, NowContext};
use rusqlite::Transaction;

/// The pulse of a week as its screen shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct PulseView {
    /// The day that is asked about.
    pub day: CivilDate,
    /// The first day of its week.
    pub week_from: CivilDate,
    /// The last day of its week.
    pub week_to: CivilDate,
    /// Whether that day is over.
    pub late: bool,
    /// Whether answers about the week are taken.
    pub editable: bool,
    /// What every statement is asked under.
    pub stem: String,
    /// The statements.
    pub items: Vec<PulseItem>,
    /// The answer words, lowest first.
    pub options: Vec<AnswerLabel>,
    /// The answers so far, one for each statement.
    pub answers: Vec<TapAnswer>,
    /// The last twelve weeks up to this one, the oldest first.
    pub weeks: Vec<PulseWeek>,
}

/// A pulse is saved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PulseSaved {
    /// Its week.
    pub week: PulseWeek,
    /// Whether the reminders know that it was answered.
    pub reminders_told: bool,
}

impl Session {
    /// The pulse of the week of a day; without one of today. One of a week that is over can be read.
    ///
    /// # Errors
    /// `date`, `out_of_range`, for a day that has not begun; `zone`, `zone_span_short`; [`Error::Locked`],
    /// [`Error::Storage`].
    pub fn pulse(&self, ctx: &NowContext, day: Option<CivilDate>) -> Result<PulseView, Error> {
        let today = ctx.today()?;
        let day = day.unwrap_or(today);
        moment::has_begun(day, today)?;
        let shipped = WeeklyPulse::current()?;
        self.read(|tx| {
            let start = settings::load(tx)?.settings.week_start;
            let week = Week::of(day, start);
            let found = pulses::find(tx, week)?;
            let open = |found: &Pulse| moment::pulse_is_open(found.saved_on, week, today);
            Ok(PulseView {
                day,
                week_from: week.from,
                week_to: week.to,
                late: day < today,
                editable: moment::may_give_pulse(day, today, start).is_ok() && found.as_ref().is_none_or(open),
                stem: shipped.stem.clone(),
                items: shipped.items(),
                options: shipped.answers.clone(),
                answers: found.map_or_else(pulse::blank, |found| found.kept.answers()),
                weeks: weeks(tx, shipped, day, start)?,
            })
        })
    }

    /// Saves the answers about the week of a day, in the place of those it has; they are on disk when this returns.
    /// Where the reminders cannot be told, they are saved all the same.
    ///
    /// # Errors
    /// `date`, `out_of_range` or `too_late` · [`Error::Conflict`], `pulse_fixed`, when it was first saved on an earlier
    /// day and the week is over · as [`WeeklyPulse::keep`]; nothing is changed · `zone`, `zone_span_short`;
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn save_pulse(&self, ctx: &NowContext, day: CivilDate, answers: &[TapAnswer]) -> Result<PulseSaved, Error> {
        let saving = saving_at(ctx)?;
        let shipped = WeeklyPulse::current()?;
        moment::has_begun(day, saving.day)?;
        let kept = shipped.keep(answers)?;
        let (weeks, week) = self.write(|tx| {
            let start = settings::load(tx)?.settings.week_start;
            moment::may_give_pulse(day, saving.day, start)?;
            let week = Week::of(day, start);
            match pulses::find(tx, week)? {
                None => pulses::insert(tx, day, &kept, &saving)?,
                Some(before) if !moment::pulse_is_open(before.saved_on, week, saving.day) => return Err(fixed(&before)),
                Some(before) if before.kept == kept => {}
                Some(before) => pulses::rewrite(tx, before.seq, &kept, saving.at)?,
            }
            Ok((weeks(tx, shipped, day, start)?, week))
        })?;
        let shown = *weeks.last().ok_or(Error::Internal("weeks without the one asked about"))?;
        self.offer_insight(saving.day);
        // The whole week is answered: what would ask on one of its later days need not.
        let rest = (0..).map(|days| day.plus_days(days)).take_while(|day| week.holds(*day));
        Ok(PulseSaved { week: shown, reminders_told: self.completed(ReminderKind::WeeklyPulse, rest) })
    }
}

fn weeks(tx: &Transaction<'_>, shipped: &WeeklyPulse, day: CivilDate, start: WeekStart) -> Result<Vec<PulseWeek>, Error> {
    let given = pulses::between(tx, pulse::first_day(day, start), Week::of(day, start).to)?;
    let given: Vec<_> = given.into_iter().map(|pulse| (pulse.day, pulse.kept)).collect();
    Ok(shipped.weeks(day, start, &given))
}

/// What is known of pulses when nobody has looked at the reminders yet.
pub(super) struct Given {
    /// Whether there ever was one.
    ever: bool,
    /// Whether there is one for this week.
    pub(super) this_week: bool,
}

impl Given {
    pub(super) fn by(tx: &Transaction<'_>, today: CivilDate, start: WeekStart) -> Result<Self, Error> {
        let (ever, this_week) = pulses::given(tx, Week::of(today, start))?;
        Ok(Self { ever, this_week })
    }

    /// Whether this week has no pulse, for somebody who gave one before or is reminded of it.
    pub(super) const fn is_due(&self, is_reminded: bool) -> bool {
        !self.this_week && (self.ever || is_reminded)
    }
}

fn fixed(pulse: &Pulse) -> Error {
    Error::Conflict { kind: Clash::PulseFixed, id: pulse.day.to_string() }
}
