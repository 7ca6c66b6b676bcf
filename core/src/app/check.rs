//! Taking the Check: drafts, answers, finishing.

use super::Session;
use super::history::{self, RunPage, RunSummary};
use super::settings;
use crate::assessment::answers::{Answers, CheckedAnswer, ItemAnswer};
use crate::assessment::draft::{self, Binding, DraftState, PartnerContext};
use crate::assessment::instrument::Instrument;
use crate::assessment::quality::Quality;
use crate::assessment::retest::{self, RetestOffer};
use crate::assessment::run::{BaselineChoice, LifeEvent};
use crate::assessment::score;
use crate::error::{Clash, Error, Field, InvalidInput, Missing, Reason};
use crate::ids::RunId;
use crate::reminder::rule::ReminderKind;
use crate::storage::runs::{self, Finished, Run};
use crate::time::NowContext;
use rusqlite::Transaction;

/// What a Check is started with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewCheck {
    /// Whom it is about.
    pub partner_context: PartnerContext,
    /// Start anew although a draft could be resumed; that draft is kept.
    pub fresh: bool,
}

/// A draft as the question screen needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckDraft {
    /// Its id.
    pub run: RunId,
    /// Whether it was there already.
    pub resumed: bool,
    /// The questions.
    pub instrument: &'static Instrument,
    /// Whom it is about.
    pub partner_context: PartnerContext,
    /// Answers and skips so far, in the fixed order.
    pub answers: Vec<ItemAnswer>,
    /// Position of the first item neither answered nor skipped; the number of items when there is none.
    pub next: usize,
    /// Milliseconds since 1970.
    pub started_at: i64,
    /// Until when it can be resumed, in milliseconds since 1970.
    pub resumable_until: i64,
}

/// Where a draft stands after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckProgress {
    /// Answered items.
    pub answered: usize,
    /// Skipped items.
    pub skipped: usize,
    /// Items in all.
    pub of: usize,
    /// As in [`CheckDraft::next`].
    pub next: usize,
}

/// A draft before it is finished.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckReview {
    /// Where it stands.
    pub progress: CheckProgress,
    /// The signs of its answers.
    pub quality: Quality,
}

/// A draft in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSummary {
    /// Its id.
    pub run: RunId,
    /// Whether it can go on.
    pub state: DraftState,
    /// Whom it is about.
    pub partner_context: PartnerContext,
    /// Answered items.
    pub answered: usize,
    /// Items in all.
    pub of: usize,
    /// Milliseconds since 1970.
    pub started_at: i64,
    /// Until when it can be resumed, in milliseconds since 1970.
    pub resumable_until: i64,
}

/// Everything the Check's first screen shows.
#[derive(Debug, Clone, PartialEq)]
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

impl Session {
    /// The Check's first screen.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn check_overview(&self, ctx: &NowContext, context: PartnerContext) -> Result<CheckOverview, Error> {
        let today = ctx.today()?;
        self.read(|tx| {
            let instrument = Instrument::current()?;
            let drafts = draft_summaries(tx, instrument, ctx)?;
            let (mut open, mut kept): (Vec<_>, Vec<_>) =
                drafts.into_iter().filter(|draft| draft.partner_context == context).partition(|draft| draft.state == DraftState::Open);
            let draft = (!open.is_empty()).then(|| open.remove(0));
            open.append(&mut kept);
            let history = history::of_context(tx, instrument, context)?;
            let stored = settings::load(tx)?;
            Ok(CheckOverview {
                draft,
                kept_drafts: open,
                retest: retest::offer(history::last_valid_day(&history), today)?,
                safety_answered: stored.safety_answered,
                may_choose_baseline: history.iter().filter(|run| run.counts).count() > 1,
                baseline: stored.settings.baseline,
                runs: history::page(tx, instrument, None)?,
            })
        })
    }

    /// Resumes the open draft of the context, or starts one.
    ///
    /// # Errors
    /// `retest`, `too_soon`, before the day that [`Self::check_overview`] names; `zone`, `zone_span_short`;
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn begin_check(&self, ctx: &NowContext, new: NewCheck) -> Result<CheckDraft, Error> {
        let today = ctx.today()?;
        let id = self.drawn(|entropy| RunId::new(ctx.now, entropy))?;
        self.write(|tx| {
            let instrument = Instrument::current()?;
            if !new.fresh {
                let mut drafts = runs::drafts(tx)?.into_iter().filter(|run| run.binding.partner_context == new.partner_context);
                let open = drafts.find(|run| draft::state(&run.binding, run.started_at, instrument, ctx.now) == DraftState::Open);
                if let Some(open) = open {
                    return load_draft(tx, instrument, &open, true);
                }
            }
            let history = history::of_context(tx, instrument, new.partner_context)?;
            if let RetestOffer::TooSoon { .. } = retest::offer(history::last_valid_day(&history), today)? {
                return Err(InvalidInput::new(Field::Retest, Reason::TooSoon).into());
            }
            let binding = Binding::to(instrument, new.partner_context);
            runs::insert_draft(tx, id, &binding, ctx.now.millis())?;
            load_draft(tx, instrument, &find(tx, id)?, false)
        })
    }

    /// Resumes a draft by its id.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Conflict`] `run_finished`, `draft_expired`, `draft_version`; [`Error::Locked`],
    /// [`Error::Storage`].
    pub fn resume_check(&self, ctx: &NowContext, run: RunId) -> Result<CheckDraft, Error> {
        self.read(|tx| {
            let instrument = Instrument::current()?;
            let draft = open_draft(tx, instrument, ctx, run)?;
            load_draft(tx, instrument, &draft, true)
        })
    }

    /// Answers or skips an item; on disk when this returns. An earlier answer to it is replaced.
    ///
    /// # Errors
    /// As [`Self::resume_check`] and [`CheckedAnswer::check`]; nothing is changed.
    pub fn answer_check(&self, ctx: &NowContext, run: RunId, answer: &ItemAnswer) -> Result<CheckProgress, Error> {
        let instrument = Instrument::current()?;
        let checked = CheckedAnswer::check(instrument, answer)?;
        self.write(|tx| {
            open_draft(tx, instrument, ctx, run)?;
            let row = runs::Answer { item: answer.item.clone(), value: checked.value, ms: checked.ms };
            runs::put_answer(tx, run, &row, ctx.now.millis())?;
            Ok(progress(instrument, &runs::answers(tx, run)?))
        })
    }

    /// What is asked before a draft is finished: whether to look again.
    ///
    /// # Errors
    /// As [`Self::resume_check`].
    pub fn review_check(&self, ctx: &NowContext, run: RunId) -> Result<CheckReview, Error> {
        self.read(|tx| {
            let instrument = Instrument::current()?;
            open_draft(tx, instrument, ctx, run)?;
            let rows = runs::answers(tx, run)?;
            let retest = !runs::finished(tx, &instrument.id)?.is_empty();
            let scores = score::score(instrument, &collected(instrument, &rows)?, retest)?;
            Ok(CheckReview { progress: progress(instrument, &rows), quality: scores.quality })
        })
    }

    /// Finishes a draft. From then on it is never edited; it can be left out or deleted.
    ///
    /// # Errors
    /// `answers`, `nothing_answered`; `zone`, `zone_span_short`; otherwise as [`Self::resume_check`].
    pub fn finish_check(&self, ctx: &NowContext, run: RunId, tags: &[LifeEvent]) -> Result<RunSummary, Error> {
        let day = ctx.today()?;
        let offset_s = ctx.zone.offset_at(ctx.now)?;
        let summary = self.write(|tx| {
            let instrument = Instrument::current()?;
            open_draft(tx, instrument, ctx, run)?;
            if progress(instrument, &runs::answers(tx, run)?).answered == 0 {
                return Err(InvalidInput::new(Field::Answers, Reason::NothingAnswered).into());
            }
            let mut tags = tags.to_vec();
            tags.sort_unstable();
            tags.dedup();
            runs::finish(tx, run, &Finished { at: ctx.now.millis(), day }, (ctx.zone.id(), offset_s), &tags)?;
            history::summary(tx, instrument, run)
        })?;
        // Untold, they remind once more of what is done: no reason to say that it is not.
        self.completed(ReminderKind::Retest, [day]);
        Ok(summary)
    }
}

/// Every draft, the newest first.
pub(super) fn draft_summaries(tx: &Transaction<'_>, instrument: &Instrument, ctx: &NowContext) -> Result<Vec<DraftSummary>, Error> {
    let drafts = runs::drafts(tx)?.into_iter().map(|run| {
        let rows = runs::answers(tx, run.id)?;
        Ok(DraftSummary {
            run: run.id,
            state: draft::state(&run.binding, run.started_at, instrument, ctx.now),
            partner_context: run.binding.partner_context,
            answered: rows.iter().filter(|row| row.value.is_some()).count(),
            of: instrument.items.len(),
            started_at: run.started_at,
            resumable_until: draft::resumable_until(run.started_at),
        })
    });
    drafts.collect()
}

pub(super) fn find(tx: &Transaction<'_>, id: RunId) -> Result<Run, Error> {
    runs::run(tx, id)?.ok_or_else(|| Error::NotFound { kind: Missing::Run, id: id.to_string() })
}

fn open_draft(tx: &Transaction<'_>, instrument: &Instrument, ctx: &NowContext, id: RunId) -> Result<Run, Error> {
    let run = find(tx, id)?;
    let clash = |kind| Err(Error::Conflict { kind, id: id.to_string() });
    if run.finished.is_some() {
        return clash(Clash::RunFinished);
    }
    match draft::state(&run.binding, run.started_at, instrument, ctx.now) {
        DraftState::Open => Ok(run),
        DraftState::Expired => clash(Clash::DraftExpired),
        DraftState::OtherVersion => clash(Clash::DraftVersion),
    }
}

fn load_draft(tx: &Transaction<'_>, instrument: &'static Instrument, run: &Run, resumed: bool) -> Result<CheckDraft, Error> {
    let rows = runs::answers(tx, run.id)?;
    let in_order = instrument.items.iter().filter_map(|item| rows.iter().find(|row| row.item == item.id));
    Ok(CheckDraft {
        run: run.id,
        resumed,
        instrument,
        partner_context: run.binding.partner_context,
        answers: in_order.map(given).collect(),
        next: progress(instrument, &rows).next,
        started_at: run.started_at,
        resumable_until: draft::resumable_until(run.started_at),
    })
}

fn given(row: &runs::Answer) -> ItemAnswer {
    ItemAnswer { item: row.item.clone(), value: row.value.map(i32::from), ms: row.ms.map(i64::from) }
}

fn progress(instrument: &Instrument, rows: &[runs::Answer]) -> CheckProgress {
    let answered = rows.iter().filter(|row| row.value.is_some()).count();
    let untouched = instrument.items.iter().position(|item| !rows.iter().any(|row| row.item == item.id));
    let of = instrument.items.len();
    CheckProgress { answered, skipped: rows.len() - answered, of, next: untouched.unwrap_or(of) }
}

/// Stored answers in the instrument's order.
pub(super) fn collected(instrument: &Instrument, rows: &[runs::Answer]) -> Result<Answers, Error> {
    let given: Vec<ItemAnswer> = rows.iter().map(given).collect();
    Answers::collect(instrument, &given).map_err(|_| Error::Internal("a stored answer that no release wrote"))
}
