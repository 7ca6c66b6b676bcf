//! The earlier texts of an entry: listed, compared, brought back.

use super::Session;
use super::editor::{changed, saving_at, trashed, write_over};
use super::journal::{EntryView, find, view};
use super::unshown::Prompts;
use crate::error::{Error, Missing};
use crate::ids::EntryId;
use crate::journal::diff::{DiffPiece, difference};
use crate::journal::entry::{EntryContent, Kept};
use crate::journal::revision::RevisionKind;
use crate::storage::revisions::{self, Listed};
use crate::time::NowContext;
use rusqlite::Transaction;

/// An earlier text in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionSummary {
    /// Its number.
    pub revision: u32,
    /// How it came about.
    pub kind: RevisionKind,
    /// When it was saved or let go of, in milliseconds since 1970.
    pub saved_at: i64,
    /// Words of its body.
    pub words: u32,
    /// How its body begins, without marks.
    pub excerpt: String,
}

/// An entry's earlier texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryHistory {
    /// The entry.
    pub entry: EntryId,
    /// The number of its present text.
    pub current: u32,
    /// The newest first.
    pub revisions: Vec<RevisionSummary>,
}

/// An earlier text, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionView {
    /// Its number.
    pub revision: u32,
    /// When it was saved or let go of, in milliseconds since 1970.
    pub saved_at: i64,
    /// The text.
    pub content: EntryContent,
    /// How the present text differs from it, title and body.
    pub difference: Vec<DiffPiece>,
}

impl Session {
    /// The earlier texts of an entry.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Locked`], [`Error::Storage`].
    pub fn entry_history(&self, id: EntryId) -> Result<EntryHistory, Error> {
        self.read(|tx| {
            let entry = find(tx, id)?;
            let revisions = revisions::list(tx, entry.seq)?.into_iter().map(summary).collect();
            Ok(EntryHistory { entry: id, current: entry.revision, revisions })
        })
    }

    /// An earlier text, and how the present one differs from it.
    ///
    /// # Errors
    /// [`Error::NotFound`], `entry` or `revision`; [`Error::Locked`], [`Error::Storage`].
    pub fn revision(&self, id: EntryId, revision: u32) -> Result<RevisionView, Error> {
        let (present, (saved_at, content)) = self.read(|tx| {
            let entry = find(tx, id)?;
            let (saved_at, content) = earlier(tx, entry.seq, revision)?;
            Ok((entry.content, (saved_at, Prompts::now(tx)?.content(content))))
        })?;
        let difference = difference(&as_one(&content), &as_one(&present));
        Ok(RevisionView { revision, saved_at, content, difference })
    }

    /// Makes an earlier text the present one, whole but for the star; the present one goes into the history.
    ///
    /// # Errors
    /// [`Error::NotFound`], `entry` or `revision`; [`Error::Conflict`], `entry_changed`, when the present text is not
    /// number `expected`, or `entry_trashed`; `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn restore_revision(&self, ctx: &NowContext, id: EntryId, revision: u32, expected: u32) -> Result<EntryView, Error> {
        let saving = saving_at(ctx)?;
        self.write(|tx| {
            let entry = find(tx, id)?;
            if entry.trashed.is_some() {
                return Err(trashed(id));
            }
            if entry.revision != expected {
                return Err(changed(id));
            }
            let (_, content) = earlier(tx, entry.seq, revision)?;
            write_over(tx, id, &Kept::unchecked(EntryContent { starred: entry.content.starred, ..content }), &saving)?;
            view(tx, id)
        })
    }
}

fn earlier(tx: &Transaction<'_>, entry: i64, number: u32) -> Result<(i64, EntryContent), Error> {
    revisions::find(tx, entry, number)?.ok_or_else(|| Error::NotFound { kind: Missing::Revision, id: number.to_string() })
}

fn summary(Listed { number, kind, saved_at, words, excerpt }: Listed) -> RevisionSummary {
    RevisionSummary { revision: number, kind, saved_at, words, excerpt }
}

/// Title and body as one text to compare.
fn as_one(content: &EntryContent) -> String {
    match &content.title {
        Some(title) => format!("{title}\n\n{}", content.body),
        None => content.body.clone(),
    }
}
