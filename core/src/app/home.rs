//! Everything the first screen shows, in one call.

use super::Session;
use super::boundary;
use super::check::{DraftSummary, draft_summaries};
use super::checkin::{self, CheckInGlimpse};
use super::history::{self, RunSummary};
use super::insights::{self, InsightOffer};
use super::journal::{self, JournalHome};
use super::practice::{self, PracticeGlimpse};
use super::pulse;
use super::reminders::RemindersGlimpse;
use super::settings;
use super::together::{self, TogetherGlimpse};
use crate::assessment::draft::DraftState;
use crate::assessment::instrument::Instrument;
use crate::assessment::retest::{self, RetestOffer};
use crate::error::Error;
use crate::practice::boundary::offer::SafetyOffer;
use crate::reminder::rule::ReminderKind;
use crate::time::{CivilDate, NowContext};

/// The first screen.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that the screen shows or not")]
pub struct Home {
    /// Today.
    pub day: CivilDate,
    /// Whether the welcome is still to be shown.
    pub first_run: bool,
    /// What to call the person.
    pub name: Option<String>,
    /// Whether care mode is on.
    pub care_mode: bool,
    /// The draft that can be resumed, of the chosen context.
    pub draft: Option<DraftSummary>,
    /// Whether and when a new run makes sense.
    pub retest: RetestOffer,
    /// The last finished run of the chosen context.
    pub last_run: Option<RunSummary>,
    /// Whether the safety page was answered once.
    pub safety_answered: bool,
    /// What it shows of the journal.
    pub journal: JournalHome,
    /// What it shows of check-ins and pulses.
    pub check_in: CheckInGlimpse,
    /// What it shows of the relationship check-in; nothing in care mode.
    pub together: Option<TogetherGlimpse>,
    /// What it shows of the reminders.
    pub reminders: RemindersGlimpse,
    /// Whether a passphrase is set.
    pub passphrase: bool,
    /// What is practised.
    pub practice: PracticeGlimpse,
    /// Whether the safety page is offered for what was said of boundaries.
    pub safety_offer: Option<SafetyOffer>,
    /// The insight that is offered this week.
    pub insight: Option<InsightOffer>,
}

impl Session {
    /// The first screen.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn home(&self, ctx: &NowContext) -> Result<Home, Error> {
        let day = ctx.today()?;
        let passphrase = self.asks()?;
        let (home, pulse, owed) = self.read(|tx| {
            let instrument = Instrument::current()?;
            let stored = settings::load(tx)?;
            let context = stored.settings.partner_context;
            let runs = history::of_context(tx, instrument, context)?;
            let last = runs.last().map(|run| history::summary(tx, instrument, run.id)).transpose()?;
            let mut drafts = draft_summaries(tx, instrument, ctx)?.into_iter();
            let home = Home {
                day,
                first_run: !stored.welcomed,
                check_in: checkin::glimpse(tx, day)?,
                name: stored.settings.name,
                care_mode: stored.care_mode,
                draft: drafts.find(|draft| draft.partner_context == context && draft.state == DraftState::Open),
                retest: retest::offer(history::last_valid_day(&runs), day)?,
                last_run: last,
                safety_answered: stored.safety_answered,
                passphrase,
                practice: practice::glimpse(tx, day, stored.care_mode)?,
                safety_offer: boundary::safety_offer(tx, stored.care_mode)?,
                insight: insights::glimpse(tx, day)?,
                together: together::glimpse(tx, day, stored.care_mode)?,
                reminders: RemindersGlimpse::default(),
                journal: journal::home(tx, day, stored.care_mode)?,
            };
            Ok((home, pulse::Given::by(tx, day, stored.settings.week_start)?, together::rules_are_owed(tx, stored.care_mode)?))
        })?;
        if owed {
            // Whatever becomes of it: what could not be told is told another time.
            self.settle_rules(ctx);
        }
        let answered = [(ReminderKind::DailyCheckIn, home.check_in.today_answered), (ReminderKind::WeeklyPulse, pulse.this_week)];
        let answered: Vec<_> = answered.into_iter().filter(|(_, given)| *given).map(|(kind, _)| kind).collect();
        let (reminders, reminded_of) = self.reminders_glimpse(ctx, &answered)?;
        let pulse_due = pulse.is_due(reminded_of.contains(&ReminderKind::WeeklyPulse));
        Ok(Home { reminders, check_in: CheckInGlimpse { pulse_due, ..home.check_in }, ..home })
    }
}
