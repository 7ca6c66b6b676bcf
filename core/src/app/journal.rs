//! The journal as it is read: a month, a page, an entry, and what the first screen shows of it.

use super::cursor::{PageCursor, part};
use super::unshown::Prompts;
use super::{Session, settings};
use crate::error::{Error, InvalidInput, Missing};
use crate::ids::EntryId;
use crate::journal::entry::EntryContent;
use crate::journal::listing::{EntryKey, EntrySummary, MonthDay, OpenDraft};
use crate::journal::trash;
use crate::journal::words::{Form, Prompt, Words};
use crate::storage::entries::{self, Entry};
use crate::storage::{checkins, drafts, revisions, timeline};
use crate::time::{CivilDate, Month, NowContext};
use rusqlite::Transaction;

/// Entries a page.
pub(super) const PAGE: u32 = 50;
/// Days that the first screen looks back on, today included.
const HOME_DAYS: u32 = 28;
const TIMELINE: &str = "timeline";

/// A page of entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPage {
    /// At most fifty.
    pub entries: Vec<EntrySummary>,
    /// What to ask the next page with; none on the last.
    pub next: Option<PageCursor>,
}

/// A month of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalView {
    /// The month.
    pub month: Month,
    /// Today.
    pub today: CivilDate,
    /// Every day of the month, in order.
    pub days: Vec<MonthDay>,
    /// The first entries of the month.
    pub page: EntryPage,
    /// The nearest earlier month that has entries or is the present one.
    pub earlier: Option<Month>,
    /// The nearest later month that has entries or is the present one.
    pub later: Option<Month>,
    /// Texts that are no entry's yet, the newest first.
    pub open_drafts: Vec<OpenDraft>,
    /// Entries of all months.
    pub total: u32,
    /// Entries in the trash.
    pub trashed: u32,
}

/// One entry, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryView {
    /// Its id.
    pub id: EntryId,
    /// The number of its present text.
    pub revision: u32,
    /// What was written.
    pub content: EntryContent,
    /// When it was first saved, in milliseconds since 1970.
    pub written_at: i64,
    /// The zone where that was.
    pub zone_id: String,
    /// Seconds east of UTC there.
    pub offset_s: i32,
    /// When its present text was saved; none for its first one.
    pub edited_at: Option<i64>,
    /// Words of its body.
    pub words: u32,
    /// Texts in its history.
    pub earlier_texts: u32,
    /// Its draft, if something was typed in it.
    pub open_drafts: Vec<OpenDraft>,
    /// When it was put into the trash.
    pub trashed_at: Option<i64>,
    /// The logical day from which on it is purged.
    pub purge_on: Option<CivilDate>,
    /// The prompt it answers; in care mode none about the partner.
    pub prompt_text: Option<String>,
    /// The form it fills in.
    pub form_title: Option<String>,
}

/// What the first screen shows of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalHome {
    /// Days with an entry among the last `of_days`, today included.
    pub days_written: u32,
    /// The days that were looked at.
    pub of_days: u32,
    /// The newest entry.
    pub last: Option<EntrySummary>,
    /// Texts that are no entry's yet, the newest first.
    pub open_drafts: Vec<OpenDraft>,
    /// The prompt of today.
    pub prompt: Option<Prompt>,
}

impl Session {
    /// A month of the journal; without one that of today.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn journal(&self, ctx: &NowContext, month: Option<Month>) -> Result<JournalView, Error> {
        let today = ctx.today()?;
        let present = Month::of(today);
        let month = month.unwrap_or(present);
        self.read(|tx| {
            let (before, after) = timeline::neighbours(tx, month.first(), month.last())?;
            let (total, trashed) = timeline::counts(tx)?;
            Ok(JournalView {
                month,
                today,
                days: every_day(
                    month,
                    timeline::days(tx, month.first(), month.last())?,
                    &checkins::moods(tx, month.first(), month.last())?,
                ),
                page: page(tx, Some(month), None)?,
                earlier: before.map(Month::of).max(Some(present).filter(|present| *present < month)),
                later: after.map(Month::of).into_iter().chain(Some(present).filter(|present| *present > month)).min(),
                open_drafts: drafts::open(tx)?,
                total,
                trashed,
            })
        })
    }

    /// The entries after a cursor, of a month or of all: the newest day first, then the one written last.
    ///
    /// # Errors
    /// `cursor`, `malformed`; [`Error::Locked`], [`Error::Storage`].
    pub fn journal_page(&self, month: Option<Month>, after: Option<&PageCursor>) -> Result<EntryPage, Error> {
        self.read(|tx| page(tx, month, after))
    }

    /// One entry, in the trash or not.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Locked`], [`Error::Storage`].
    pub fn entry(&self, id: EntryId) -> Result<EntryView, Error> {
        self.read(|tx| view(tx, id))
    }
}

fn page(tx: &Transaction<'_>, month: Option<Month>, after: Option<&PageCursor>) -> Result<EntryPage, Error> {
    let after = after.map(key_of).transpose()?;
    let prompts = Prompts::now(tx)?;
    let entries = timeline::page(tx, month, after, PAGE + 1)?.into_iter().map(|entry| prompts.summary(entry)).collect();
    Ok(cut(entries, |last| PageCursor::of(TIMELINE, &[&last.day, &last.written_at, &last.id])))
}

fn key_of(cursor: &PageCursor) -> Result<EntryKey, InvalidInput> {
    let [day, written_at, id] = cursor.parts(TIMELINE)?;
    Ok(EntryKey { day: part(day)?, written_at: part(written_at)?, id: part(id)? })
}

/// A page out of one entry more than it has, if there are so many.
pub(super) fn cut(mut entries: Vec<EntrySummary>, cursor: impl FnOnce(&EntrySummary) -> PageCursor) -> EntryPage {
    let full = PAGE as usize;
    let more = entries.len() > full;
    entries.truncate(full);
    EntryPage { next: entries.last().filter(|_| more).map(cursor), entries }
}

/// Every day of a month, with what is known of those that have entries or a check-in.
fn every_day(month: Month, known: Vec<MonthDay>, checked_in: &[(CivilDate, Option<u8>)]) -> Vec<MonthDay> {
    let mut known = known.into_iter().peekable();
    let blank = |day| MonthDay { day, entries: 0, mood: None, words: 0, check_in: false };
    let of_day = |day| {
        let known = known.next_if(|known| known.day == day).unwrap_or_else(|| blank(day));
        MonthDay { check_in: checked_in.iter().any(|(checked, _)| *checked == day), ..known }
    };
    month.days().map(of_day).collect()
}

pub(super) fn missing(id: EntryId) -> Error {
    Error::NotFound { kind: Missing::Entry, id: id.to_string() }
}

pub(super) fn find(tx: &Transaction<'_>, id: EntryId) -> Result<Entry, Error> {
    entries::find(tx, id)?.ok_or_else(|| missing(id))
}

/// An entry as its screen shows it.
pub(super) fn view(tx: &Transaction<'_>, id: EntryId) -> Result<EntryView, Error> {
    let words = Words::current()?;
    let care_mode = settings::load(tx)?.care_mode;
    let Entry { seq, id, content, words: count, written_at, zone_id, offset_s, edited_at, revision, trashed } = find(tx, id)?;
    Ok(EntryView {
        id,
        revision,
        prompt_text: prompt_text(words, &content, care_mode),
        form_title: content.form.as_deref().and_then(|form| words.form(form)).map(Form::title).map(str::to_owned),
        content: Prompts::in_mode(care_mode)?.content(content),
        written_at,
        zone_id,
        offset_s,
        edited_at,
        words: count,
        earlier_texts: revisions::count(tx, seq)?,
        open_drafts: drafts::open_of(tx, seq)?.into_iter().collect(),
        trashed_at: trashed.map(|trashed| trashed.at),
        purge_on: trashed.map(|trashed| trash::purge_on(trashed.day)),
    })
}

/// The prompt that a content answers. In care mode one about the partner is not shown, though the answer is.
pub(super) fn prompt_text(words: &Words, content: &EntryContent, care_mode: bool) -> Option<String> {
    content.prompt.as_deref().and_then(|id| words.prompt(id, care_mode)).map(|prompt| prompt.text)
}

/// What the first screen shows of the journal.
pub(super) fn home(tx: &Transaction<'_>, today: CivilDate, care_mode: bool) -> Result<JournalHome, Error> {
    let written = timeline::days(tx, today.minus_days(HOME_DAYS - 1), today)?;
    let prompts = Prompts::in_mode(care_mode)?;
    Ok(JournalHome {
        days_written: u32::try_from(written.len()).unwrap_or(HOME_DAYS),
        of_days: HOME_DAYS,
        last: timeline::newest(tx)?.map(|entry| prompts.summary(entry)),
        open_drafts: drafts::open(tx)?,
        prompt: Words::current()?.prompt_of(today, care_mode),
    })
}
