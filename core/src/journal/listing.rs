//! Entries, drafts and days as a list shows them: without their bodies.

use crate::ids::{DraftId, EntryId};
use crate::time::CivilDate;

/// An entry in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntrySummary {
    /// Its id.
    pub id: EntryId,
    /// The civil date it was written for.
    pub day: CivilDate,
    /// When it was first saved, in milliseconds since 1970.
    pub written_at: i64,
    /// Seconds east of UTC where that was.
    pub offset_s: i32,
    /// Its title.
    pub title: Option<String>,
    /// How its body begins, without marks; at most 160 characters.
    pub excerpt: String,
    /// Words of its body.
    pub words: u32,
    /// Feelings, by id.
    pub feelings: Vec<String>,
    /// 0 to 4.
    pub mood: Option<i32>,
    /// Tags.
    pub tags: Vec<String>,
    /// The prompt, by id.
    pub prompt: Option<String>,
    /// The form, by id.
    pub form: Option<String>,
    /// Whether it is marked with a star.
    pub starred: bool,
    /// The number of its present text.
    pub revision: u32,
    /// When it was put into the trash, in milliseconds since 1970.
    pub trashed_at: Option<i64>,
    /// The logical day from which on it is purged.
    pub purge_on: Option<CivilDate>,
}

/// An editor's text that is not an entry's yet. Drafts in which nothing was typed are in no list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDraft {
    /// Its id.
    pub id: DraftId,
    /// The entry it changes; none for a new one.
    pub entry: Option<EntryId>,
    /// The civil date it is written for.
    pub day: CivilDate,
    /// How its body begins, without marks.
    pub excerpt: String,
    /// Words of its body.
    pub words: u32,
    /// When it was last saved, in milliseconds since 1970.
    pub saved_at: i64,
    /// Whether the entry has another text by now than the one it began with.
    pub stale: bool,
}

/// A day of a month.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthDay {
    /// The day.
    pub day: CivilDate,
    /// Entries written for it.
    pub entries: u32,
    /// The mean of the moods given, 0 to 4.
    pub mood: Option<f64>,
    /// Words written for it.
    pub words: u32,
    /// Whether there is a check-in.
    pub check_in: bool,
}

/// Where an entry stands in the list: newest day first, then the one written last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryKey {
    /// The civil date it was written for.
    pub day: CivilDate,
    /// When it was first saved, in milliseconds since 1970.
    pub written_at: i64,
    /// Its id: two entries of the same millisecond still have an order.
    pub id: EntryId,
}

impl From<&EntrySummary> for EntryKey {
    fn from(summary: &EntrySummary) -> Self {
        Self { day: summary.day, written_at: summary.written_at, id: summary.id }
    }
}
