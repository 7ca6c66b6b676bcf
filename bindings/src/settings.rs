//! Settings and the first screen.

use crate::{
    CheckInGlimpse, CivilDate, DraftSummary, Grace, InsightOffer, JournalHome, PartnerContext, PracticeGlimpse, RemindersGlimpse,
    RetestOffer, RunSummary, SafetyOffer, TogetherGlimpse, WeekStart, mirrored,
};
use ampersand_core::app;
use ampersand_core::assessment::run as core_run;

mirrored! {
    /// Which valid run others are compared with.
    BaselineChoice = core_run::BaselineChoice {
        /// The first.
        First,
        /// The second: first reports tend to run high.
        Second,
    }
}

/// What a person can set.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Settings {
    /// What to be called; at most 60 characters of one line.
    pub name: Option<String>,
    /// Region of the help lines, one of `HelpLines.regions`; none follows the device.
    pub region: Option<String>,
    /// Whom the Check is about.
    pub partner_context: PartnerContext,
    /// The pattern is known from past relationships too.
    pub also_in_past: bool,
    /// Whether the boundary of sex and touch may be suggested.
    pub sexual_opt_in: bool,
    /// Which valid run others are compared with.
    pub baseline: BaselineChoice,
    /// How long the app may be out of sight before it locks itself; matters where a passphrase is set.
    pub auto_lock: Grace,
    /// Whether the words of an entry or a check-in may bring up a card with help lines.
    pub care_phrases: bool,
    /// The day on which a week starts.
    pub week_start: WeekStart,
}

impl From<app::Settings> for Settings {
    fn from(settings: app::Settings) -> Self {
        let app::Settings { name, region, partner_context, also_in_past, sexual_opt_in, baseline, auto_lock, care_phrases, week_start } =
            settings;
        Self {
            name,
            region,
            partner_context: partner_context.into(),
            also_in_past,
            sexual_opt_in,
            baseline: baseline.into(),
            auto_lock: auto_lock.into(),
            care_phrases,
            week_start: week_start.into(),
        }
    }
}

impl From<Settings> for app::Settings {
    fn from(settings: Settings) -> Self {
        let Settings { name, region, partner_context, also_in_past, sexual_opt_in, baseline, auto_lock, care_phrases, week_start } =
            settings;
        Self {
            name,
            region,
            partner_context: partner_context.into(),
            also_in_past,
            sexual_opt_in,
            baseline: baseline.into(),
            auto_lock: auto_lock.into(),
            care_phrases,
            week_start: week_start.into(),
        }
    }
}

/// Everything the first screen shows.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that the screen shows or not")]
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Home {
    /// Today.
    pub day: CivilDate,
    /// Whether the welcome is still to be shown.
    pub first_run: bool,
    /// What to call the person.
    pub name: Option<String>,
    /// Whether care mode is on.
    pub care_mode: bool,
    /// The draft that can be resumed.
    pub draft: Option<DraftSummary>,
    /// Whether and when a new run makes sense.
    pub retest: RetestOffer,
    /// The last finished run.
    pub last_run: Option<RunSummary>,
    /// Whether the safety page was answered once.
    pub safety_answered: bool,
    /// The journal.
    pub journal: JournalHome,
    /// Check-ins and pulses.
    pub check_in: CheckInGlimpse,
    /// What it shows of the relationship check-in; nothing in care mode.
    pub together: Option<TogetherGlimpse>,
    /// Reminders.
    pub reminders: RemindersGlimpse,
    /// Whether a passphrase is set.
    pub passphrase: bool,
    /// What is practised.
    pub practice: PracticeGlimpse,
    /// Whether the safety page is offered for what was said of boundaries; quietly.
    pub safety_offer: Option<SafetyOffer>,
    /// The insight that is offered this week.
    pub insight: Option<InsightOffer>,
}

impl From<app::Home> for Home {
    fn from(home: app::Home) -> Self {
        let app::Home {
            day,
            first_run,
            name,
            care_mode,
            draft,
            retest,
            last_run,
            safety_answered,
            journal,
            check_in,
            together,
            reminders,
            passphrase,
            practice,
            safety_offer,
            insight,
        } = home;
        Self {
            day: day.into(),
            first_run,
            name,
            care_mode,
            draft: draft.map(Into::into),
            retest: retest.into(),
            last_run: last_run.map(Into::into),
            safety_answered,
            journal: journal.into(),
            check_in: check_in.into(),
            together: together.map(Into::into),
            reminders: reminders.into(),
            passphrase,
            practice: practice.into(),
            safety_offer: safety_offer.map(Into::into),
            insight: insight.map(Into::into),
        }
    }
}
