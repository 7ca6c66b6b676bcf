//! Writing: a draft from the first moment on, and from there to an entry.
//!
//! What is typed is on disk when [`Session::save_draft`] returns. A draft goes only when its words are somewhere else:
//! in the entry, in its history, or in the trash.

use super::journal::{self, EntryView, find};
use super::unshown::Prompts;
use super::{Session, care, settings};
use crate::assessment::help::HelpLines;
use crate::error::{Clash, Error, Field, InvalidInput, Missing, Reason};
use crate::ids::{DraftId, EntryId};
use crate::journal::entry::{EntryContent, Kept, check_new};
use crate::journal::words::{Feeling, Form, FormOffer, Prompt, Words};
use crate::storage::drafts::{self, Base, Draft};
use crate::storage::entries::{self, Saving, Trashed};
use crate::storage::{StorageError, revisions, timeline};
use crate::time::{CivilDate, Instant, NowContext};
use rusqlite::Transaction;

/// A draft in which nothing was typed is forgotten after a day, in milliseconds.
const UNTOUCHED_FOR: i64 = 86_400_000;

/// How an entry is begun.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewEntry {
    /// The civil date it is for; none is today.
    pub day: Option<CivilDate>,
    /// The prompt it answers, by id.
    pub prompt: Option<String>,
    /// The form it fills in, by id. One with headings begins with them.
    pub form: Option<String>,
}

/// Everything the editor shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Editor {
    /// The draft that keeps what is typed.
    pub draft: DraftId,
    /// The entry it changes; none for a new one.
    pub entry: Option<EntryId>,
    /// The number of the text it began with; 0 for a new one.
    pub base_revision: u32,
    /// Whether the entry has another text by now.
    pub stale: bool,
    /// The text so far.
    pub content: EntryContent,
    /// Words of its body.
    pub words: u32,
    /// When it was last saved, in milliseconds since 1970.
    pub saved_at: i64,
    /// The prompt it answers; in care mode none about the partner.
    pub prompt_text: Option<String>,
    /// The form it fills in.
    pub form: Option<FormOffer>,
    /// Feelings to choose from.
    pub feelings: Vec<Feeling>,
    /// Tags used before, most used first; at most fifty.
    pub known_tags: Vec<String>,
    /// Prompts to choose from; in care mode none about the partner.
    pub prompts: Vec<Prompt>,
    /// Forms to choose from, each with when it can be taken.
    pub forms: Vec<FormOffer>,
}

/// A draft is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraftSaved {
    /// When, in milliseconds since 1970.
    pub saved_at: i64,
    /// Words of its body.
    pub words: u32,
}

/// An entry is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedEntry {
    /// As it is now.
    pub entry: EntryView,
    /// Help lines for a soft card, where its words ask for one.
    pub care: Option<HelpLines>,
    /// What the form of a new entry ends with.
    pub landing: Option<String>,
}

/// What becomes of a draft whose entry was changed elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConflictChoice {
    /// The draft is the entry's text from now on; the other one goes into its history.
    MineOnTop,
    /// The draft becomes an entry of its own.
    KeepBoth,
}

impl Session {
    /// Begins an entry: a draft that keeps what is typed.
    ///
    /// # Errors
    /// `prompt`, `unknown_prompt`, in care mode also for one about the partner · `form`, `unknown_form`, or `too_soon`
    /// before the moment that its offer names · [`Error::Conflict`], `draft_open`, for a form that keeps a pace while a
    /// draft of it is open: that draft is named · `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn begin_entry(&self, ctx: &NowContext, new: &NewEntry) -> Result<Editor, Error> {
        let today = ctx.today()?;
        let words = Words::current()?;
        let id = self.drawn(|entropy| DraftId::new(ctx.now, entropy))?;
        self.write(|tx| {
            let care_mode = settings::load(tx)?.care_mode;
            if new.prompt.as_deref().is_some_and(|prompt| words.prompt(prompt, care_mode).is_none()) {
                return Err(InvalidInput::new(Field::Prompt, Reason::UnknownPrompt).into());
            }
            let form = new.form.as_deref().map(|form| takable(tx, ctx.now, words, form)).transpose()?;
            drafts::delete_untouched(tx, ctx.now.millis() - UNTOUCHED_FOR)?;
            let content = EntryContent {
                body: form.map(Form::headings).unwrap_or_default(),
                prompt: new.prompt.clone(),
                form: new.form.clone(),
                ..EntryContent::blank(new.day.unwrap_or(today))
            };
            drafts::insert(tx, id, None, &Kept::unchecked(content), ctx.now.millis())?;
            self.editor(tx, ctx.now, draft(tx, id)?)
        })
    }

    /// Opens an entry in the editor: its open draft if there is one, else a new draft of its text.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Conflict`], `entry_trashed`; [`Error::Locked`], [`Error::Storage`].
    pub fn edit_entry(&self, ctx: &NowContext, id: EntryId) -> Result<Editor, Error> {
        let fresh = self.drawn(|entropy| DraftId::new(ctx.now, entropy))?;
        let at = ctx.now.millis();
        self.write(|tx| {
            let entry = find(tx, id)?;
            if entry.trashed.is_some() {
                return Err(trashed(id));
            }
            let open = drafts::of_entry(tx, entry.seq)?;
            let draft_id = open.as_ref().map_or(fresh, |open| open.id);
            match open {
                None => drafts::insert(tx, fresh, Some((entry.seq, entry.revision)), &Kept::unchecked(entry.content), at)?,
                // Nothing was typed in it, so that it may begin anew.
                Some(open) if !open.touched && open.is_stale() => {
                    drafts::rebase(tx, open.seq, &Kept::unchecked(entry.content), entry.revision, at)?;
                }
                Some(_) => {}
            }
            self.editor(tx, ctx.now, draft(tx, draft_id)?)
        })
    }

    /// Opens a draft again.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Conflict`], `entry_trashed`; [`Error::Locked`], [`Error::Storage`].
    pub fn resume_draft(&self, ctx: &NowContext, id: DraftId) -> Result<Editor, Error> {
        self.read(|tx| {
            let draft = draft(tx, id)?;
            match draft.entry {
                Some(entry) if entry.trashed => Err(trashed(entry.id)),
                _ => self.editor(tx, ctx.now, draft),
            }
        })
    }

    /// Keeps what is typed, whole; it is on disk when this returns. Taken also while the app is out of sight, and for
    /// an entry that is in the trash meanwhile.
    ///
    /// # Errors
    /// As [`Kept::new`], with the draft as it was; [`Error::NotFound`]; [`Error::Locked`], [`Error::Storage`].
    pub fn save_draft(&self, ctx: &NowContext, id: DraftId, content: &EntryContent) -> Result<DraftSaved, Error> {
        let kept = Kept::new(content, Words::current()?)?;
        let saved_at = ctx.now.millis();
        self.write_while_away(|tx| {
            let draft = draft(tx, id)?;
            let kept = Prompts::now(tx)?.with_unshown(kept, &draft.content);
            keep_typed(tx, &draft, &kept, saved_at)?;
            Ok(DraftSaved { saved_at, words: kept.words() })
        })
    }

    /// Saves a draft as the entry's text; the text before it goes into the history, and the draft is gone. A text that
    /// says the same as the one before makes no history.
    ///
    /// # Errors
    /// [`Error::Conflict`], `entry_changed`, when the entry has another text by now, or `entry_trashed` · `body`,
    /// `too_short`, for a new entry with nothing in it: each with what was typed kept in the draft. As
    /// [`Self::save_draft`]; `zone`, `zone_span_short`.
    pub fn save_entry(&self, ctx: &NowContext, id: DraftId, content: &EntryContent) -> Result<SavedEntry, Error> {
        let words = Words::current()?;
        let kept = Kept::new(content, words)?;
        let saving = saving_at(ctx)?;
        let fresh = self.drawn(|entropy| EntryId::new(ctx.now, entropy))?;
        self.write(|tx| {
            let draft = draft(tx, id)?;
            let kept = Prompts::now(tx)?.with_unshown(kept, &draft.content);
            if let Err(refused) = may_save(&draft, &kept, words) {
                // The words first: they are on disk before anybody hears that they are no entry yet.
                keep_typed(tx, &draft, &kept, saving.at)?;
                return Ok(Err(refused));
            }
            Ok(Ok(self.put(tx, ctx.now, &draft, fresh, &kept, &saving)?))
        })?
        .map(with_care)
    }

    /// Settles what `entry_changed` told, with the draft as it was saved; both texts are kept.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Conflict`], `entry_trashed`, for [`ConflictChoice::MineOnTop`]; `body`,
    /// `too_short`; `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn settle_conflict(&self, ctx: &NowContext, id: DraftId, choice: ConflictChoice) -> Result<SavedEntry, Error> {
        let words = Words::current()?;
        let saving = saving_at(ctx)?;
        let fresh = self.drawn(|entropy| EntryId::new(ctx.now, entropy))?;
        self.write(|tx| {
            let mut draft = draft(tx, id)?;
            match (choice, draft.entry) {
                (ConflictChoice::MineOnTop, Some(entry)) if entry.trashed => return Err(trashed(entry.id)),
                (ConflictChoice::MineOnTop, _) => {}
                (ConflictChoice::KeepBoth, _) => draft.entry = None,
            }
            let kept = Kept::unchecked(draft.content.clone());
            if draft.entry.is_none() {
                check_new(&kept, words)?;
            }
            self.put(tx, ctx.now, &draft, fresh, &kept, &saving)
        })
        .map(with_care)
    }

    /// Lets go of a draft. A new entry's text goes into the trash, another's into its history; one that holds nothing
    /// of its own is gone.
    ///
    /// # Errors
    /// [`Error::NotFound`]; `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn discard_draft(&self, ctx: &NowContext, id: DraftId) -> Result<(), Error> {
        let words = Words::current()?;
        let saving = saving_at(ctx)?;
        let fresh = self.drawn(|entropy| EntryId::new(ctx.now, entropy))?;
        self.write(|tx| {
            let draft = draft(tx, id)?;
            let kept = Kept::unchecked(draft.content);
            match draft.entry {
                Some(entry) => {
                    if draft.touched && !find(tx, entry.id)?.content.says_the_same(kept.content()) {
                        let number = revisions::next_number(tx, entry.seq, entry.revision)?;
                        revisions::keep_discarded(tx, entry.seq, number, &saving, &kept)?;
                    }
                }
                None if kept.content().is_untouched(words) => {}
                None => {
                    let trashed = Trashed { at: saving.at, day: saving.day };
                    entries::insert(tx, fresh, &kept, &saving, Some(trashed))?;
                }
            }
            Ok(drafts::delete(tx, draft.seq)?)
        })
    }

    /// Makes a draft's text that of its entry, or of a new one with the id `fresh`, and the draft go. Help lines are there
    /// whenever they may be offered: whether the words ask for them is for [`with_care`], when the writing is done.
    fn put(
        &self,
        tx: &Transaction<'_>,
        now: Instant,
        draft: &Draft,
        fresh: EntryId,
        kept: &Kept,
        saving: &Saving<'_>,
    ) -> Result<SavedEntry, Error> {
        let id = draft.entry.map_or(fresh, |entry| entry.id);
        match draft.entry {
            Some(_) => write_over(tx, id, kept, saving)?,
            None => {
                entries::insert(tx, fresh, kept, saving, None)?;
            }
        }
        drafts::delete(tx, draft.seq)?;
        let form = kept.content().form.as_deref().filter(|_| draft.entry.is_none());
        let landing = form.and_then(|form| Words::current().ok()?.form(form)?.landing());
        Ok(SavedEntry {
            entry: journal::view(tx, id)?,
            care: care::is_offered(tx, now)?.then(|| self.help_in(tx)).transpose()?,
            landing: landing.map(str::to_owned),
        })
    }

    fn editor(&self, tx: &Transaction<'_>, now: Instant, draft: Draft) -> Result<Editor, Error> {
        let words = Words::current()?;
        let care_mode = settings::load(tx)?.care_mode;
        let offer = |form: &'static Form| Ok::<_, Error>(form.offer(&times(tx, form)?, now.millis()));
        let form = draft.content.form.as_deref().and_then(|form| words.form(form));
        Ok(Editor {
            draft: draft.id,
            entry: draft.entry.map(|entry| entry.id),
            base_revision: draft.base_revision,
            stale: draft.is_stale(),
            words: draft.words,
            saved_at: draft.saved_at,
            prompt_text: journal::prompt_text(words, &draft.content, care_mode),
            form: form.map(|form| being_written(tx, form, draft.entry, now)).transpose()?,
            content: Prompts::in_mode(care_mode)?.content(draft.content),
            feelings: words.feelings(&self.locale)?,
            known_tags: timeline::known_tags(tx)?,
            prompts: words.prompts(care_mode),
            forms: words.forms().iter().map(offer).collect::<Result<_, _>>()?,
        })
    }
}

/// When and where a text is saved.
pub(super) fn saving_at(ctx: &NowContext) -> Result<Saving<'_>, Error> {
    Ok(Saving { at: ctx.now.millis(), day: ctx.today()?, zone_id: ctx.zone.id(), offset_s: ctx.zone.offset_at(ctx.now)? })
}

/// Puts a text over the one that an entry has; that one is in the history then, unless both say the same.
pub(super) fn write_over(tx: &Transaction<'_>, id: EntryId, kept: &Kept, saving: &Saving<'_>) -> Result<(), Error> {
    let before = find(tx, id)?;
    if !before.content.says_the_same(kept.content()) {
        let number = revisions::next_number(tx, before.seq, before.revision)?;
        revisions::keep_present(tx, before.seq)?;
        entries::rewrite(tx, &before, kept, number, saving)?;
    } else if before.content.starred != kept.content().starred {
        entries::put_star(tx, before.seq, kept.content().starred)?;
    }
    Ok(())
}

/// Leaves out the help lines where the words do not ask for them.
fn with_care(saved: SavedEntry) -> SavedEntry {
    let asked_for = saved.care.is_some() && care::is_asked_for(&saved.entry.content);
    SavedEntry { care: saved.care.filter(|_| asked_for), ..saved }
}

pub(super) fn trashed(id: EntryId) -> Error {
    Error::Conflict { kind: Clash::EntryTrashed, id: id.to_string() }
}

pub(super) fn changed(id: EntryId) -> Error {
    Error::Conflict { kind: Clash::EntryChanged, id: id.to_string() }
}

fn draft(tx: &Transaction<'_>, id: DraftId) -> Result<Draft, Error> {
    drafts::find(tx, id)?.ok_or_else(|| Error::NotFound { kind: Missing::Draft, id: id.to_string() })
}

/// Keeps what was typed, and notes whether it is anything of its own.
fn keep_typed(tx: &Transaction<'_>, draft: &Draft, kept: &Kept, at: i64) -> Result<(), Error> {
    let touched = match draft.entry {
        Some(_) => draft.touched || *kept.content() != draft.content,
        None => !kept.content().is_untouched(Words::current()?),
    };
    Ok(drafts::save(tx, draft.seq, kept, touched, at)?)
}

/// Why a draft cannot become the entry's text as things stand.
fn may_save(draft: &Draft, kept: &Kept, words: &Words) -> Result<(), Error> {
    match draft.entry {
        Some(Base { id, trashed: true, .. }) => Err(trashed(id)),
        Some(Base { id, .. }) if draft.is_stale() => Err(changed(id)),
        Some(_) => Ok(()),
        None => check_new(kept, words),
    }
}

/// A form that may be begun now.
fn takable(tx: &Transaction<'_>, now: Instant, words: &Words, id: &str) -> Result<&'static Form, Error> {
    let form = words.form(id).ok_or(InvalidInput::new(Field::Form, Reason::UnknownForm))?;
    if form.is_paced() {
        if let Some(open) = drafts::of_form(tx, id)? {
            return Err(Error::Conflict { kind: Clash::DraftOpen, id: open.to_string() });
        }
        if form.offer(&times(tx, form)?, now.millis()).available_from.is_some() {
            return Err(InvalidInput::new(Field::Form, Reason::TooSoon).into());
        }
    }
    Ok(form)
}

/// When a form was written before, where that matters.
fn times(tx: &Transaction<'_>, form: &Form) -> Result<Vec<i64>, StorageError> {
    if form.is_paced() { timeline::times_of_form(tx, form.id()) } else { Ok(Vec::new()) }
}

/// The form of a text that is being written, with its own place in the pack: it is never too soon for what has begun.
fn being_written(tx: &Transaction<'_>, form: &Form, entry: Option<Base>, now: Instant) -> Result<FormOffer, Error> {
    let at = entry.map_or(now.millis(), |entry| entry.written_at);
    let mut before = times(tx, form)?;
    before.retain(|time| *time < at);
    Ok(FormOffer { available_from: None, ..form.offer(&before, at) })
}
