//! Several entries at once: star, tags, the trash and out of it, and the purge. All of them, or none.

use super::Session;
use super::cursor::{PageCursor, part};
use super::editor::trashed;
use super::journal::{EntryPage, PAGE, cut, missing};
use super::unshown::Prompts;
use super::upkeep::SnapshotSummary;
use crate::error::{Clash, Error, Field, InvalidInput, Reason};
use crate::ids::EntryId;
use crate::journal::entry::{MAX_TAGS, tag_key, tags_of};
use crate::storage::entries::{self, Head, Trashed};
use crate::storage::{drafts, timeline};
use crate::time::NowContext;
use rusqlite::Transaction;
use std::collections::BTreeSet;

/// Most entries at once.
const MOST_AT_ONCE: usize = 1_000;
const TRASH: &str = "trash";

/// What a purge did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purged {
    /// Entries that are gone.
    pub count: u32,
    /// Safety copies that were made before, and may still hold their words.
    pub still_in: Vec<SnapshotSummary>,
}

impl Session {
    /// Marks entries with a star, or not; how many it changed. It makes no history.
    ///
    /// # Errors
    /// `ids`, `too_many`; [`Error::NotFound`]; [`Error::Conflict`], `entry_trashed`; [`Error::Locked`],
    /// [`Error::Storage`].
    pub fn star_entries(&self, _ctx: &NowContext, ids: &[EntryId], starred: bool) -> Result<u32, Error> {
        self.each(ids, |tx, id, head| {
            if head.trashed {
                return Err(trashed(id));
            }
            if head.starred == starred {
                return Ok(false);
            }
            entries::put_star(tx, head.seq, starred)?;
            drafts::put_star(tx, head.seq, starred)?;
            Ok(true)
        })
    }

    /// Takes tags off entries and then adds others; how many entries it changed. It makes no history. Drafts of the
    /// entries are changed in the same way, so that no later save undoes it.
    ///
    /// # Errors
    /// `tags`, `too_many`, also when an entry would have too many · `tag`, with its reason · as [`Self::star_entries`].
    pub fn tag_entries(&self, _ctx: &NowContext, ids: &[EntryId], add: &[String], remove: &[String]) -> Result<u32, Error> {
        let add = tags_of(add)?;
        let remove: BTreeSet<String> = tags_of(remove)?.iter().map(|tag| tag_key(tag)).collect();
        self.each(ids, |tx, id, head| {
            if head.trashed {
                return Err(trashed(id));
            }
            if let Some(draft) = drafts::of_entry(tx, head.seq)?
                && let Some(tags) = retagged(&draft.content.tags, &add, &remove)?
            {
                drafts::put_tags(tx, draft.seq, &tags)?;
            }
            let Some(tags) = retagged(&entries::tags(tx, head.seq)?, &add, &remove)? else { return Ok(false) };
            entries::put_tags(tx, head.seq, &tags)?;
            Ok(true)
        })
    }

    /// Puts entries into the trash; how many were not there already. They can be restored for thirty days.
    ///
    /// # Errors
    /// `ids`, `too_many`; [`Error::NotFound`]; `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn trash_entries(&self, ctx: &NowContext, ids: &[EntryId]) -> Result<u32, Error> {
        let now = Trashed { at: ctx.now.millis(), day: ctx.today()? };
        self.each(ids, |tx, _, head| {
            if !head.trashed {
                entries::put_trashed(tx, head.seq, Some(now))?;
            }
            Ok(!head.trashed)
        })
    }

    /// Takes entries out of the trash, whole: with tags, feelings, history and draft; how many were in there.
    ///
    /// # Errors
    /// `ids`, `too_many`; [`Error::NotFound`]; [`Error::Locked`], [`Error::Storage`].
    pub fn restore_entries(&self, _ctx: &NowContext, ids: &[EntryId]) -> Result<u32, Error> {
        self.each(ids, |tx, _, head| {
            if head.trashed {
                entries::put_trashed(tx, head.seq, None)?;
            }
            Ok(head.trashed)
        })
    }

    /// Purges entries that are in the trash, with history, drafts and index. There is no way back, but for the safety
    /// copies it names.
    ///
    /// # Errors
    /// `ids`, `too_many`; [`Error::NotFound`]; [`Error::Conflict`], `entry_not_trashed`; [`Error::Locked`],
    /// [`Error::Storage`].
    pub fn purge_entries(&self, ids: &[EntryId]) -> Result<Purged, Error> {
        let count = self.each(ids, |tx, id, head| {
            if !head.trashed {
                return Err(Error::Conflict { kind: Clash::EntryNotTrashed, id: id.to_string() });
            }
            entries::purge(tx, head.seq)?;
            Ok(true)
        })?;
        // The words are out of the database; now out of its log too.
        self.fold_log()?;
        let still_in = if count > 0 { self.snapshots()? } else { Vec::new() };
        Ok(Purged { count, still_in })
    }

    /// The entries in the trash, the one that went there last first.
    ///
    /// # Errors
    /// `cursor`, `malformed`; [`Error::Locked`], [`Error::Storage`].
    pub fn trash(&self, after: Option<&PageCursor>) -> Result<EntryPage, Error> {
        let after = after.map(key_of).transpose()?;
        self.read(|tx| {
            let prompts = Prompts::now(tx)?;
            let entries = timeline::trash_page(tx, after, PAGE + 1)?.into_iter().map(|entry| prompts.summary(entry)).collect();
            Ok(cut(entries, |last| PageCursor::of(TRASH, &[&last.trashed_at.unwrap_or_default(), &last.id])))
        })
    }

    /// Runs `change` on each entry once, in one transaction; how many times it answered yes.
    fn each(&self, ids: &[EntryId], change: impl Fn(&Transaction<'_>, EntryId, Head) -> Result<bool, Error>) -> Result<u32, Error> {
        if ids.len() > MOST_AT_ONCE {
            return Err(InvalidInput::new(Field::Ids, Reason::TooMany).into());
        }
        let once: BTreeSet<EntryId> = ids.iter().copied().collect();
        self.write(|tx| {
            let mut changed = 0;
            for id in once {
                let head = entries::head(tx, id)?.ok_or_else(|| missing(id))?;
                changed += u32::from(change(tx, id, head)?);
            }
            Ok(changed)
        })
    }
}

fn key_of(cursor: &PageCursor) -> Result<(i64, EntryId), InvalidInput> {
    let [at, id] = cursor.parts(TRASH)?;
    Ok((part(at)?, part(id)?))
}

/// Tags without those of the keys `remove` and with `add`; none where that changes nothing.
fn retagged(tags: &[String], add: &[String], remove: &BTreeSet<String>) -> Result<Option<Vec<String>>, InvalidInput> {
    let mut after: Vec<String> = tags.iter().filter(|tag| !remove.contains(&tag_key(tag))).cloned().collect();
    let there: BTreeSet<String> = after.iter().map(|tag| tag_key(tag)).collect();
    after.extend(add.iter().filter(|tag| !there.contains(&tag_key(tag))).cloned());
    if after.len() > MAX_TAGS {
        return Err(InvalidInput::new(Field::Tags, Reason::TooMany));
    }
    Ok((after != tags).then_some(after))
}
