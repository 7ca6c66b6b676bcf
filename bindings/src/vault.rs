//! The opened vault: one method a screen or a command, each one delegation.

use crate::entropy::SystemEntropy;
use crate::guard::guard;
use crate::{
    AmpersandError, BaselineChoice, CheckDraft, CheckOverview, CheckProgress, CheckResult, CheckReview, HelpLines, Home, ItemAnswer,
    LifeEvent, NewCheck, NowContext, PartnerContext, RunId, RunPage, RunSummary, SafetyAnswer, SafetyOutcome, SafetyPage, Settings, list,
};
use ampersand_core::app::Session;
use ampersand_core::error::Error;
use ampersand_core::storage::DeviceSecret;
use ampersand_core::time;
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Where a vault is, what opens it, and the person's language.
#[derive(Clone, uniffi::Record)]
pub struct VaultConfig {
    /// The folder of the vault's files; it is made if it is not there.
    pub folder: String,
    /// 32 random bytes that the shell keeps in the operating system's key store.
    pub device_secret: Vec<u8>,
    /// The person's locale, `en-GB`.
    pub locale: String,
}

/// The encrypted store and everything that needs it. Safe to call from any thread; calls block.
#[derive(Debug, uniffi::Object)]
pub struct Vault {
    session: Session,
}

fn context(ctx: NowContext) -> Result<time::NowContext, Error> {
    Ok(ctx.try_into()?)
}

fn opened(
    config: VaultConfig,
    open: impl FnOnce(&Path, &DeviceSecret, &str) -> Result<Session, Error>,
) -> Result<Arc<Vault>, AmpersandError> {
    guard(|| {
        let VaultConfig { folder, device_secret, locale } = config;
        let device_secret = Zeroizing::new(device_secret);
        let secret = DeviceSecret::try_from(device_secret.as_slice())?;
        let session = open(Path::new(&folder), &secret, &locale)?;
        Ok::<_, Error>(Arc::new(Vault { session }))
    })
}

/// Opening, and what belongs to the whole.
#[uniffi::export]
impl Vault {
    /// Creates a vault where there is none.
    ///
    /// Errors: `Conflict`, `vault`, when there is one, or a part of one · `device_secret`, `wrong_length` · `Storage`.
    #[uniffi::constructor]
    pub fn create(config: VaultConfig) -> Result<Arc<Self>, AmpersandError> {
        opened(config, |folder, secret, locale| Session::create(folder, secret, locale, Box::new(SystemEntropy)))
    }

    /// Opens a vault. When it cannot be opened every file is left as it was.
    ///
    /// Errors: `NotFound`, `vault` · `Locked`, `wrong_key` · `TooNew` · `Storage` with `damaged`, `incomplete`,
    /// `read_only`, `in_use` (retryable), `disk_full`, `io` · `device_secret`, `wrong_length`.
    #[uniffi::constructor]
    pub fn open(config: VaultConfig) -> Result<Arc<Self>, AmpersandError> {
        opened(config, |folder, secret, locale| Session::open(folder, secret, locale, Box::new(SystemEntropy)))
    }

    /// Lets go of the files and the key; every later call answers `Locked`, `locked`. To go on, open anew.
    pub fn lock(&self) -> Result<(), AmpersandError> {
        guard(|| {
            self.session.lock();
            Ok::<_, Error>(())
        })
    }

    /// The first screen.
    ///
    /// Errors: `now`, `out_of_range` · `zone`, `zone_span_short` or `zone_span_invalid` · `Locked` · `Storage`.
    pub fn home(&self, ctx: NowContext) -> Result<Home, AmpersandError> {
        guard(|| self.session.home(&context(ctx)?).map(Home::from))
    }

    /// Help lines for the region the person chose, else for the locale's.
    pub fn help(&self) -> Result<HelpLines, AmpersandError> {
        guard(|| self.session.help().map(HelpLines::from))
    }
}

/// Settings.
#[uniffi::export]
impl Vault {
    /// The settings.
    pub fn settings(&self) -> Result<Settings, AmpersandError> {
        guard(|| self.session.settings().map(Settings::from))
    }

    /// Saves the settings and answers with what was saved.
    ///
    /// Errors: `name`, `too_long` or `control_character` · `region`, `unknown_region`; nothing is changed.
    pub fn save_settings(&self, settings: Settings) -> Result<Settings, AmpersandError> {
        guard(|| self.session.save_settings(&settings.into()).map(Settings::from))
    }

    /// Ends the first run: the welcome is not shown again.
    ///
    /// Errors: `name`, `too_long` or `control_character`.
    pub fn complete_first_run(&self, name: Option<String>) -> Result<Settings, AmpersandError> {
        guard(|| self.session.complete_first_run(name.as_deref()).map(Settings::from))
    }

    /// Chooses the run that others are compared with.
    pub fn choose_baseline(&self, choice: BaselineChoice) -> Result<Settings, AmpersandError> {
        guard(|| self.session.choose_baseline(choice.into()).map(Settings::from))
    }
}

/// The safety page and care mode.
#[uniffi::export]
impl Vault {
    /// The safety page.
    pub fn safety_page(&self) -> Result<SafetyPage, AmpersandError> {
        guard(|| self.session.safety_page().map(SafetyPage::from))
    }

    /// Takes the five answers of the page. They are judged and kept nowhere.
    ///
    /// Errors: `safety`, `wrong_count`.
    pub fn answer_safety(&self, answers: Vec<SafetyAnswer>) -> Result<SafetyOutcome, AmpersandError> {
        guard(|| self.session.answer_safety(&list::<_, _>(answers)).map(SafetyOutcome::from))
    }

    /// Turns care mode on, without a question.
    pub fn enter_care_mode(&self) -> Result<SafetyOutcome, AmpersandError> {
        guard(|| self.session.enter_care_mode().map(SafetyOutcome::from))
    }

    /// Turns care mode off, if the page, asked once more, says five times no.
    ///
    /// Errors: `safety`, `wrong_count`.
    pub fn leave_care_mode(&self, answers: Vec<SafetyAnswer>) -> Result<SafetyOutcome, AmpersandError> {
        guard(|| self.session.leave_care_mode(&list::<_, _>(answers)).map(SafetyOutcome::from))
    }
}

/// Taking the Check.
#[uniffi::export]
impl Vault {
    /// The Check's first screen.
    ///
    /// Errors: as `home`.
    pub fn check_overview(&self, ctx: NowContext, partner_context: PartnerContext) -> Result<CheckOverview, AmpersandError> {
        guard(|| self.session.check_overview(&context(ctx)?, partner_context.into()).map(CheckOverview::from))
    }

    /// Resumes the open draft of the context, or starts one.
    ///
    /// Errors: `retest`, `too_soon` (the day is in `check_overview`) · as `home`.
    pub fn begin_check(&self, ctx: NowContext, new: NewCheck) -> Result<CheckDraft, AmpersandError> {
        guard(|| self.session.begin_check(&context(ctx)?, new.into()).map(CheckDraft::from))
    }

    /// Resumes a draft by its id.
    ///
    /// Errors: `NotFound`, `run` · `Conflict` with `run_finished`, `draft_expired`, `draft_version` · `run`, `malformed_id`.
    pub fn resume_check(&self, ctx: NowContext, run: RunId) -> Result<CheckDraft, AmpersandError> {
        guard(|| self.session.resume_check(&context(ctx)?, run.0).map(CheckDraft::from))
    }

    /// Answers or skips an item. It is on disk when this returns; an earlier answer to it is replaced.
    ///
    /// Errors: `item`, `unknown_item` · `value` or `ms`, `out_of_range` · as `resume_check`; nothing is changed.
    pub fn answer_check(&self, ctx: NowContext, run: RunId, answer: ItemAnswer) -> Result<CheckProgress, AmpersandError> {
        guard(|| self.session.answer_check(&context(ctx)?, run.0, &answer.into()).map(CheckProgress::from))
    }

    /// What is asked before a draft is finished: whether to look again.
    ///
    /// Errors: as `resume_check`.
    pub fn review_check(&self, ctx: NowContext, run: RunId) -> Result<CheckReview, AmpersandError> {
        guard(|| self.session.review_check(&context(ctx)?, run.0).map(CheckReview::from))
    }

    /// Finishes a draft. From then on it is never edited; it can be left out or deleted.
    ///
    /// Errors: `answers`, `nothing_answered` · as `resume_check` and `home`.
    pub fn finish_check(&self, ctx: NowContext, run: RunId, tags: Vec<LifeEvent>) -> Result<RunSummary, AmpersandError> {
        guard(|| self.session.finish_check(&context(ctx)?, run.0, &list::<_, _>(tags)).map(RunSummary::from))
    }
}

/// Finished runs.
#[uniffi::export]
impl Vault {
    /// Everything the result screen shows.
    ///
    /// Errors: `safety`, `not_answered`, until the safety page was answered once · `version`, `unknown_version` ·
    /// `NotFound`, `run` · `Conflict`, `run_unfinished`.
    pub fn check_result(&self, run: RunId) -> Result<CheckResult, AmpersandError> {
        guard(|| self.session.check_result(run.0).map(CheckResult::from))
    }

    /// A page of finished runs, after the run `after`; the newest first.
    ///
    /// Errors: `NotFound`, `run`.
    pub fn check_runs(&self, after: Option<RunId>) -> Result<RunPage, AmpersandError> {
        guard(|| self.session.check_runs(after.map(|run| run.0)).map(RunPage::from))
    }

    /// Counts a run in change and trends, whatever its answers look like.
    ///
    /// Errors: `NotFound`, `run` · `Conflict`, `run_unfinished`.
    pub fn include_check(&self, run: RunId) -> Result<RunSummary, AmpersandError> {
        guard(|| self.session.include_check(run.0).map(RunSummary::from))
    }

    /// Leaves a run out of change and trends.
    ///
    /// Errors: as `include_check`.
    pub fn exclude_check(&self, run: RunId) -> Result<RunSummary, AmpersandError> {
        guard(|| self.session.exclude_check(run.0).map(RunSummary::from))
    }

    /// Deletes a run or a draft for good.
    ///
    /// Errors: `NotFound`, `run`.
    pub fn delete_check(&self, run: RunId) -> Result<(), AmpersandError> {
        guard(|| self.session.delete_check(run.0))
    }
}
