//! Entries, their months, and the trash.

use crate::across::{crosses, record, text_type};
use crate::{CivilDate, mirrored};
use ampersand_core::{app, ids, journal, time};

text_type! {
    /// The id of a journal entry.
    EntryId = ids::EntryId,
    /// The id of an editor's draft.
    DraftId = ids::DraftId,
    /// A month, `YYYY-MM`.
    Month = time::Month,
    /// Where a page ended. It means nothing but to the call that gave it out.
    PageCursor = app::PageCursor,
}

crosses!(time::CivilDate => CivilDate, CivilDate => time::CivilDate);

record! { both
    /// What a person writes in an entry.
    EntryContent = journal::entry::EntryContent {
        /// The day it is written for.
        day: CivilDate,
        /// At most 200 characters of one line.
        title: Option<String>,
        /// Markdown; at most 1,000,000 bytes.
        body: String,
        /// Ids of `Feeling`; at most 6.
        feelings: Vec<String>,
        /// 0, very bad, to 4, very good.
        mood: Option<i32>,
        /// At most 20, each of 1 to 40 characters.
        tags: Vec<String>,
        /// The id of the `Prompt` it answers.
        prompt: Option<String>,
        /// The id of the `FormOffer` it fills in.
        form: Option<String>,
        /// Whether it is marked with a star.
        starred: bool,
    }
}

record! {
    /// An entry in a list: without its text.
    EntrySummary = app::EntrySummary {
        /// Its id.
        id: EntryId,
        /// The day it was written for.
        day: CivilDate,
        /// When it was first saved, in milliseconds since 1970.
        written_at: i64,
        /// Seconds east of UTC where it was first saved.
        offset_s: i32,
        /// Its title.
        title: Option<String>,
        /// The beginning of its text, without marks of Markdown.
        excerpt: String,
        /// Words of the text.
        words: u32,
        /// Feelings, by id.
        feelings: Vec<String>,
        /// 0 to 4.
        mood: Option<i32>,
        /// Tags.
        tags: Vec<String>,
        /// The prompt, by id.
        prompt: Option<String>,
        /// The form, by id.
        form: Option<String>,
        /// Whether it is marked with a star.
        starred: bool,
        /// Counts the times it was saved.
        revision: u32,
        /// When it was put into the trash.
        trashed_at: Option<i64>,
        /// From which day on it is purged.
        purge_on: Option<CivilDate>,
    }
}

record! {
    /// At most 50 entries.
    EntryPage = app::EntryPage {
        /// Newest first.
        entries: Vec<EntrySummary>,
        /// Where the next page begins; none on the last.
        next: Option<PageCursor>,
    }
}

record! {
    /// An editor's text that was not saved as an entry yet.
    OpenDraft = app::OpenDraft {
        /// Its id.
        id: DraftId,
        /// The entry it changes; none for a new one.
        entry: Option<EntryId>,
        /// The day it is written for.
        day: CivilDate,
        /// The beginning of its text.
        excerpt: String,
        /// Words of the text.
        words: u32,
        /// When it was last saved, in milliseconds since 1970.
        saved_at: i64,
        /// Whether the entry was changed elsewhere since.
        stale: bool,
    }
}

record! {
    /// A day in the view of a month.
    MonthDay = app::MonthDay {
        /// The day.
        day: CivilDate,
        /// Entries written for it.
        entries: u32,
        /// Mean of the moods given, 0 to 4.
        mood: Option<f64>,
        /// Words written for it.
        words: u32,
        /// Whether there is a check-in.
        check_in: bool,
    }
}

record! {
    /// A month of the journal.
    JournalView = app::JournalView {
        /// The month.
        month: Month,
        /// Today.
        today: CivilDate,
        /// Every day of the month.
        days: Vec<MonthDay>,
        /// The first entries of the month.
        page: EntryPage,
        /// The nearest earlier month with an entry.
        earlier: Option<Month>,
        /// The nearest later month with an entry.
        later: Option<Month>,
        /// Texts that were not saved yet.
        open_drafts: Vec<OpenDraft>,
        /// Entries of all months.
        total: u32,
        /// Entries in the trash.
        trashed: u32,
    }
}

record! {
    /// One entry, whole.
    EntryView = app::EntryView {
        /// Its id.
        id: EntryId,
        /// Counts the times it was saved.
        revision: u32,
        /// What was written.
        content: EntryContent,
        /// When it was first saved, in milliseconds since 1970.
        written_at: i64,
        /// The zone where it was first saved.
        zone_id: String,
        /// Seconds east of UTC there.
        offset_s: i32,
        /// When it was last changed.
        edited_at: Option<i64>,
        /// Words of the text.
        words: u32,
        /// Earlier texts in its history.
        earlier_texts: u32,
        /// Changes to it that were not saved yet.
        open_drafts: Vec<OpenDraft>,
        /// When it was put into the trash.
        trashed_at: Option<i64>,
        /// From which day on it is purged.
        purge_on: Option<CivilDate>,
        /// The prompt it answers.
        prompt_text: Option<String>,
        /// The form it fills in.
        form_title: Option<String>,
    }
}

mirrored! {
    /// A safety copy of the vault.
    SnapshotKind = app::SnapshotKind {
        /// Of the last day.
        Daily,
        /// Of the last week.
        Weekly,
    }
}
crosses!(app::SnapshotKind => SnapshotKind);

record! {
    /// A safety copy beside the vault, encrypted as it is.
    SnapshotSummary = app::SnapshotSummary {
        /// Which.
        kind: SnapshotKind,
        /// When it was taken, in milliseconds since 1970.
        taken_at: i64,
        /// The day it was taken on.
        taken_on: CivilDate,
    }
}

record! {
    /// What a purge did.
    Purged = app::Purged {
        /// Entries that are gone.
        count: u32,
        /// Safety copies that may still hold their words.
        still_in: Vec<SnapshotSummary>,
    }
}

record! {
    /// What the first screen shows of the journal.
    JournalHome = app::JournalHome {
        /// Days with an entry among the last `of_days`.
        days_written: u32,
        /// The days that were looked at.
        of_days: u32,
        /// The newest entry.
        last: Option<EntrySummary>,
        /// Texts that were not saved yet.
        open_drafts: Vec<OpenDraft>,
        /// A question for today.
        prompt: Option<crate::Prompt>,
    }
}
