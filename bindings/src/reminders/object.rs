//! The opened reminders: one method a screen or a command, each one delegation. No key and no lock.

use super::rules::{FireId, RuleId};
use super::system::{FireOutcome, OpenTarget, Platform, Replan};
use super::views::{NotificationPermission, ReminderSettings, RemindersView, RuleDraft, RulePreview, RuleView};
use crate::across::Across;
use crate::entropy::SystemEntropy;
use crate::guard::guard;
use crate::{AmpersandError, CivilDate, NowContext};
use ampersand_core::app;
use ampersand_core::error::Error;
use ampersand_core::time::{self, Instant};
use std::path::Path;
use std::sync::Arc;

/// The reminders of a vault's folder. They open without a key, beside an open vault and in another process. Safe to call
/// from any thread; calls block.
#[derive(Debug, uniffi::Object)]
pub struct Reminders {
    reminders: app::Reminders,
}

fn context(ctx: NowContext) -> Result<time::NowContext, Error> {
    Ok(ctx.try_into()?)
}

/// Opening, and the screen.
#[uniffi::export]
impl Reminders {
    /// Opens the reminders in the vault's folder. Where there are none every question is answered as if they were empty,
    /// and no file is made before a rule or a setting is saved.
    ///
    /// Errors: `TooNew` · `Storage` with `damaged`, `read_only`, `in_use` (retryable), `io`; the file is as it was.
    #[uniffi::constructor]
    pub fn open(folder: String) -> Result<Arc<Self>, AmpersandError> {
        guard(|| Ok::<_, Error>(Arc::new(Self { reminders: app::Reminders::open(Path::new(&folder), Box::new(SystemEntropy))? })))
    }

    /// Sets a damaged file aside, under a name with the time in it, and begins a new one. One that is sound stays.
    ///
    /// Errors: as `open` · `Storage` with `disk_full`, `no_randomness` · `now`, `out_of_range`.
    #[uniffi::constructor]
    pub fn start_over(folder: String, ctx: NowContext) -> Result<Arc<Self>, AmpersandError> {
        guard(|| {
            let now = context(ctx)?.now;
            Ok::<_, Error>(Arc::new(Self { reminders: app::Reminders::start_over(Path::new(&folder), now, Box::new(SystemEntropy))? }))
        })
    }

    /// Everything that the screen of the reminders shows.
    ///
    /// Errors: `now`, `out_of_range` · `zone`, `zone_span_invalid` or `zone_span_short`: it has to reach 368 days ahead ·
    /// `Storage`.
    pub fn view(&self, ctx: NowContext) -> Result<RemindersView, AmpersandError> {
        guard(|| self.reminders.view(&context(ctx)?).map(RemindersView::from))
    }

    /// What saving `draft` would do. Nothing is changed.
    ///
    /// Errors: as `save_rule`.
    pub fn preview_rule(&self, ctx: NowContext, draft: RuleDraft) -> Result<RulePreview, AmpersandError> {
        guard(|| self.reminders.preview_rule(&context(ctx)?, &draft.try_into()?).map(RulePreview::from))
    }

    /// What saving `settings` would do. Nothing is changed.
    ///
    /// Errors: as `save_settings` and `view`.
    pub fn preview_settings(&self, ctx: NowContext, settings: ReminderSettings) -> Result<RulePreview, AmpersandError> {
        guard(|| self.reminders.preview_settings(&context(ctx)?, &settings.into()).map(RulePreview::from))
    }
}

/// Rules and settings. After each of them `replan` is due.
#[uniffi::export]
impl Reminders {
    /// Saves a rule, new or changed. Nothing of it is said that was due before.
    ///
    /// Errors: `slots` with `wrong_count` (1 to 8), `end_before_start`, `holds_day_start` (a window over 04:00) or
    /// `too_many` (changed so often that no number is left) · `repeat` with `wrong_count` or `duplicate` · `weekday`,
    /// `every_days`, `month_day`, `nth`, `grace_min`, `nudge_after_min`, `out_of_range` · `ends_on`, `end_before_start` ·
    /// `rules`, `too_many` (100) · `NotFound`, `rule` · as `view` · `Storage` with `disk_full`, `no_randomness`. Nothing
    /// is changed.
    pub fn save_rule(&self, ctx: NowContext, draft: RuleDraft) -> Result<RuleView, AmpersandError> {
        guard(|| self.reminders.save_rule(&context(ctx)?, &draft.try_into()?).map(RuleView::from))
    }

    /// Deletes a rule and what was answered to it.
    ///
    /// Errors: `NotFound`, `rule` · `now` · `Storage`.
    pub fn delete_rule(&self, ctx: NowContext, id: RuleId) -> Result<(), AmpersandError> {
        guard(|| self.reminders.delete_rule(&context(ctx)?, id.0))
    }

    /// Switches a rule on or off. Switched on, nothing of it is said that was due before.
    ///
    /// Errors: `NotFound`, `rule` · as `view`.
    pub fn enable_rule(&self, ctx: NowContext, id: RuleId, enabled: bool) -> Result<RuleView, AmpersandError> {
        guard(|| self.reminders.enable_rule(&context(ctx)?, id.0, enabled).map(RuleView::from))
    }

    /// Brings a rule back that holds back: what nobody answered before today does not count any more.
    ///
    /// Errors: as `enable_rule`.
    pub fn resume_rule(&self, ctx: NowContext, id: RuleId) -> Result<RuleView, AmpersandError> {
        guard(|| self.reminders.resume_rule(&context(ctx)?, id.0).map(RuleView::from))
    }

    /// Moves a rule to the place `to` in the person's order, 0 the first; past the end it comes last.
    ///
    /// Errors: `NotFound`, `rule` · `Storage`.
    pub fn move_rule(&self, id: RuleId, to: u32) -> Result<(), AmpersandError> {
        guard(|| self.reminders.move_rule(id.0, to as usize))
    }

    /// Saves what holds for all rules, and answers with what was saved.
    ///
    /// Errors: `max_per_day`, `out_of_range` · `now` · `Storage`. Nothing is changed.
    pub fn save_settings(&self, ctx: NowContext, settings: ReminderSettings) -> Result<ReminderSettings, AmpersandError> {
        guard(|| self.reminders.save_settings(&context(ctx)?, &settings.into()).map(ReminderSettings::from))
    }
}

/// The plan, and what the operating system is told of it.
#[uniffi::export]
impl Reminders {
    /// Plans anew, and says what the operating system has to be told so that it holds the plan and nothing else: on Android
    /// at most the next two, on iOS at most 60, and nothing where the app may not notify. Then `registered` is due.
    ///
    /// Errors: as `view`. Nothing is changed.
    pub fn replan(&self, ctx: NowContext, platform: Platform, permission: NotificationPermission) -> Result<Replan, AmpersandError> {
        guard(|| self.reminders.replan(&context(ctx)?, platform.into(), permission.into()).map(Replan::from))
    }

    /// The operating system took `ids` of what the plan `generation` had to set, and took back what it had to cancel.
    /// Answers whether that was so: if not, another plan was made meanwhile, and it is time to plan anew.
    ///
    /// Errors: `Storage`.
    pub fn registered(&self, generation: i64, ids: Vec<FireId>) -> Result<bool, AmpersandError> {
        guard(|| self.reminders.registered(generation, &Across::<Vec<_>>::across(ids)))
    }

    /// The operating system may have lost what it was told without a word, as Android does when it stops an app. The next
    /// plan tells it anew; what is on screen stays, and what did not come until now counts as never delivered.
    ///
    /// Errors: `now` · `Storage`.
    pub fn alarms_lost(&self, ctx: NowContext) -> Result<(), AmpersandError> {
        guard(|| self.reminders.alarms_lost(&context(ctx)?))
    }

    /// The operating system lost what it was told, and what is on screen, as Android does when it starts. The next plan tells
    /// it anew.
    ///
    /// Errors: `now` · `Storage`.
    pub fn booted(&self, ctx: NowContext) -> Result<(), AmpersandError> {
        guard(|| self.reminders.booted(&context(ctx)?))
    }
}

/// What fires, is put off and is done. After each of them but the questions `replan` is due.
#[uniffi::export]
impl Reminders {
    /// A reminder fires, possibly late, twice, or for something that is gone: whether something is shown.
    ///
    /// Errors: `fire`, `malformed_id` · `zone`, `zone_span_short` · `Storage`.
    pub fn on_fire(&self, ctx: NowContext, id: FireId) -> Result<FireOutcome, AmpersandError> {
        guard(|| self.reminders.on_fire(&context(ctx)?, id.0).map(FireOutcome::from))
    }

    /// The notification was posted: only now it counts. Told twice, the first time counts.
    ///
    /// Errors: `NotFound`, `fire`: it never fired · `Storage`.
    pub fn shown(&self, ctx: NowContext, id: FireId) -> Result<(), AmpersandError> {
        guard(|| self.reminders.shown(&context(ctx)?, id.0))
    }

    /// Until when a reminder on screen can be put off, soonest first, in milliseconds since 1970; nothing when the day is
    /// too nearly over, or what it asks for was done.
    ///
    /// Errors: `NotFound`, `fire` · `zone`, `zone_span_short` · `Storage`.
    pub fn snooze_options(&self, ctx: NowContext, id: FireId) -> Result<Vec<i64>, AmpersandError> {
        guard(|| self.reminders.snooze_options(&context(ctx)?, id.0))
    }

    /// Puts off what a reminder on screen still asks for, until `until`, in milliseconds since 1970, rounded up to a whole
    /// minute.
    ///
    /// Errors: `until`, `in_past` or `after_day_end` · `now`, `out_of_range` · `NotFound`, `fire`: it is not on screen, or
    /// nothing of it is left to do · as `snooze_options`. Nothing is changed.
    pub fn snooze(&self, ctx: NowContext, id: FireId, until: i64) -> Result<(), AmpersandError> {
        guard(|| self.reminders.snooze(&context(ctx)?, id.0, Instant::from_millis(until)?))
    }

    /// Puts off what a reminder on screen still asks for until the first of `snooze_options`, and says until when; none
    /// when there is none.
    ///
    /// Errors: as `snooze_options`.
    pub fn later(&self, ctx: NowContext, id: FireId) -> Result<Option<i64>, AmpersandError> {
        guard(|| self.reminders.later(&context(ctx)?, id.0))
    }

    /// Something that has no screen of its own was done: one of its times of a day, or with none all of them. Done twice is
    /// done once.
    ///
    /// Errors: `NotFound`, `rule` · `slots`, `out_of_range`: the rule has no such time · `date`, `out_of_range`: the day
    /// is ahead · `zone`, `zone_span_short` · `Storage`. Nothing is changed.
    pub fn complete(&self, ctx: NowContext, rule: RuleId, day: CivilDate, slot: Option<i32>) -> Result<(), AmpersandError> {
        guard(|| self.reminders.complete(&context(ctx)?, rule.0, day.0, slot))
    }

    /// The person has seen what was missed.
    ///
    /// Errors: `now` · `Storage`.
    pub fn seen_missed(&self, ctx: NowContext) -> Result<(), AmpersandError> {
        guard(|| self.reminders.seen_missed(&context(ctx)?))
    }

    /// Where a notification that was tapped leads: to the day it asked about.
    ///
    /// Errors: `NotFound`, `fire` · `Storage`.
    pub fn opened(&self, ctx: NowContext, id: FireId) -> Result<OpenTarget, AmpersandError> {
        guard(|| self.reminders.opened(&context(ctx)?, id.0).map(OpenTarget::from))
    }
}
