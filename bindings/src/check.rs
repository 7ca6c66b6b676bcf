//! Taking the Check.

use crate::{BaselineChoice, CivilDate, ItemAnswer, Quality, RunId, count, list, mirrored};
use ampersand_core::app;
use ampersand_core::assessment::draft as core_draft;
use ampersand_core::assessment::retest as core_retest;
use ampersand_core::assessment::run as core_run;

mirrored! {
    /// Whom the Check is about.
    PartnerContext = core_draft::PartnerContext {
        /// A current partner.
        Current,
        /// The most recent partner.
        MostRecent,
        /// The closest person.
        ClosestPerson,
    }
}

mirrored! {
    /// Whether a draft can go on.
    DraftState = core_draft::DraftState {
        /// It can be resumed.
        Open,
        /// Its 48 hours are over; it is kept.
        Expired,
        /// It belongs to another version of the Check; it is kept.
        OtherVersion,
    }
}

mirrored! {
    /// What a person decided about a run.
    Inclusion = core_run::Inclusion {
        /// Nothing: it counts unless its answers look hurried or mechanical.
        Automatic,
        /// Count it.
        Included,
        /// Leave it out.
        Excluded,
    }
}

mirrored! {
    /// Something in a life that colours a run.
    LifeEvent = core_run::LifeEvent {
        /// Being ill.
        Illness,
        /// A new baby.
        NewBaby,
        /// Grief.
        Grief,
        /// A lost job.
        JobLoss,
        /// A move.
        Moved,
        /// A break-up.
        BreakUp,
    }
}

/// What a Check is started with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct NewCheck {
    /// Whom it is about.
    pub partner_context: PartnerContext,
    /// Start anew although a draft could be resumed; that draft is kept.
    pub fresh: bool,
}

impl From<NewCheck> for app::NewCheck {
    fn from(NewCheck { partner_context, fresh }: NewCheck) -> Self {
        Self { partner_context: partner_context.into(), fresh }
    }
}

/// One word of the answer scale.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AnswerLabel {
    /// 0 to 4.
    pub value: i32,
    /// The word.
    pub label: String,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CheckItem {
    /// Stable id.
    pub id: String,
    /// The statement.
    pub text: String,
}

/// A draft as the question screen needs it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CheckDraft {
    /// Its id.
    pub run: RunId,
    /// Whether it was there already.
    pub resumed: bool,
    /// Version of the Check.
    pub version: u32,
    /// Whom it is about.
    pub partner_context: PartnerContext,
    /// Name of the Check.
    pub title: String,
    /// What every statement is asked under.
    pub stem: String,
    /// What the Check is and is not.
    pub footer: String,
    /// The answer words, lowest first.
    pub labels: Vec<AnswerLabel>,
    /// The statements in their fixed order.
    pub items: Vec<CheckItem>,
    /// Answers and skips so far, in the fixed order.
    pub answers: Vec<ItemAnswer>,
    /// Position of the first item neither answered nor skipped; the number of items when there is none.
    pub next: u32,
    /// Milliseconds since 1970.
    pub started_at: i64,
    /// Until when it can be resumed, in milliseconds since 1970.
    pub resumable_until: i64,
}

impl From<app::CheckDraft> for CheckDraft {
    fn from(draft: app::CheckDraft) -> Self {
        let app::CheckDraft { run, resumed, instrument, partner_context, answers, next, started_at, resumable_until } = draft;
        Self {
            run: run.into(),
            resumed,
            version: instrument.version,
            partner_context: partner_context.into(),
            title: instrument.title.clone(),
            stem: instrument.stem.clone(),
            footer: instrument.footer.clone(),
            labels: list(instrument.answers.iter().cloned()),
            items: instrument.items.iter().map(|item| CheckItem { id: item.id.clone(), text: item.text.clone() }).collect(),
            answers: list(answers),
            next: count(next),
            started_at,
            resumable_until,
        }
    }
}

/// Where a draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct CheckProgress {
    /// Answered items.
    pub answered: u32,
    /// Skipped items.
    pub skipped: u32,
    /// Items in all.
    pub of: u32,
    /// As in `CheckDraft.next`.
    pub next: u32,
}

impl From<app::CheckProgress> for CheckProgress {
    fn from(app::CheckProgress { answered, skipped, of, next }: app::CheckProgress) -> Self {
        Self { answered: count(answered), skipped: count(skipped), of: count(of), next: count(next) }
    }
}

/// A draft before it is finished.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CheckReview {
    /// Answered items.
    pub answered: u32,
    /// Skipped items.
    pub skipped: u32,
    /// Items in all.
    pub of: u32,
    /// The signs of its answers.
    pub quality: Quality,
    /// Whether to ask "Want to look again, or keep it?".
    pub ask: bool,
}

impl From<app::CheckReview> for CheckReview {
    fn from(app::CheckReview { progress, quality }: app::CheckReview) -> Self {
        let app::CheckProgress { answered, skipped, of, next: _ } = progress;
        let ask = quality.low_confidence;
        Self { answered: count(answered), skipped: count(skipped), of: count(of), quality: quality.into(), ask }
    }
}

/// A finished run in a list.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RunSummary {
    /// Its id.
    pub id: RunId,
    /// The day on which it was finished.
    pub day: CivilDate,
    /// Milliseconds since 1970.
    pub finished_at: i64,
    /// Whom it is about.
    pub partner_context: PartnerContext,
    /// Version of the Check.
    pub version: u32,
    /// Answered items.
    pub answered: u32,
    /// Items in all.
    pub of: u32,
    /// Whether its answers look hurried or mechanical.
    pub low_confidence: bool,
    /// What the person decided about it.
    pub inclusion: Inclusion,
    /// Whether it takes part in change and trends.
    pub counts: bool,
    /// What coloured it.
    pub tags: Vec<LifeEvent>,
}

impl From<app::RunSummary> for RunSummary {
    fn from(run: app::RunSummary) -> Self {
        let app::RunSummary { id, day, finished_at, partner_context, version, answered, of, low_confidence, inclusion, counts, tags } = run;
        Self {
            id: id.into(),
            day: day.into(),
            finished_at,
            partner_context: partner_context.into(),
            version,
            answered: count(answered),
            of: count(of),
            low_confidence,
            inclusion: inclusion.into(),
            counts,
            tags: list(tags),
        }
    }
}

/// A page of finished runs, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RunPage {
    /// At most fifty.
    pub runs: Vec<RunSummary>,
    /// What to ask the next page with; none on the last.
    pub next: Option<RunId>,
}

impl From<app::RunPage> for RunPage {
    fn from(app::RunPage { runs, next }: app::RunPage) -> Self {
        Self { runs: list(runs), next: next.map(Into::into) }
    }
}

/// A draft in a list.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct DraftSummary {
    /// Its id.
    pub run: RunId,
    /// Whether it can go on.
    pub state: DraftState,
    /// Whom it is about.
    pub partner_context: PartnerContext,
    /// Answered items.
    pub answered: u32,
    /// Items in all.
    pub of: u32,
    /// Milliseconds since 1970.
    pub started_at: i64,
    /// Until when it can be resumed, in milliseconds since 1970.
    pub resumable_until: i64,
}

impl From<app::DraftSummary> for DraftSummary {
    fn from(draft: app::DraftSummary) -> Self {
        let app::DraftSummary { run, state, partner_context, answered, of, started_at, resumable_until } = draft;
        Self {
            run: run.into(),
            state: state.into(),
            partner_context: partner_context.into(),
            answered: count(answered),
            of: count(of),
            started_at,
            resumable_until,
        }
    }
}

/// Whether and when a new run makes sense.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum RetestOffer {
    /// No valid run yet.
    First,
    /// It would say nothing about change before `from`.
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

impl From<core_retest::RetestOffer> for RetestOffer {
    fn from(offer: core_retest::RetestOffer) -> Self {
        use core_retest::RetestOffer as Core;
        match offer {
            Core::First => Self::First,
            Core::TooSoon { from, suggested } => Self::TooSoon { from: from.into(), suggested: suggested.into() },
            Core::Possible { suggested } => Self::Possible { suggested: suggested.into() },
            Core::Due { since } => Self::Due { since: since.into() },
        }
    }
}

/// Everything the Check's first screen shows.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CheckOverview {
    /// The draft of this context that can be resumed.
    pub draft: Option<DraftSummary>,
    /// Other drafts of this context, kept; the newest first.
    pub kept_drafts: Vec<DraftSummary>,
    /// Whether and when a new run makes sense.
    pub retest: RetestOffer,
    /// Whether the safety page was answered once.
    pub safety_answered: bool,
    /// Whether there are two valid runs to choose a baseline from.
    pub may_choose_baseline: bool,
    /// The baseline chosen.
    pub baseline: BaselineChoice,
    /// Finished runs of every context, the newest first.
    pub runs: RunPage,
}

impl From<app::CheckOverview> for CheckOverview {
    fn from(overview: app::CheckOverview) -> Self {
        let app::CheckOverview { draft, kept_drafts, retest, safety_answered, may_choose_baseline, baseline, runs } = overview;
        Self {
            draft: draft.map(Into::into),
            kept_drafts: list(kept_drafts),
            retest: retest.into(),
            safety_answered,
            may_choose_baseline,
            baseline: baseline.into(),
            runs: runs.into(),
        }
    }
}
