//! The editor: drafts, choices, saving, and earlier texts.

use crate::across::{crosses, record};
use crate::{CivilDate, DraftId, EntryContent, EntryId, EntryView, HelpLines, mirrored};
use ampersand_core::assessment::help;
use ampersand_core::{app, journal};

crosses!(help::HelpLines => HelpLines);

record! {
    /// A word for a feeling.
    Feeling = journal::words::Feeling {
        /// Its id.
        id: String,
        /// The word, in English.
        label: String,
        /// -2, hard, to 2, good.
        valence: i32,
        /// A word for not feeling much; counted apart.
        blank: bool,
    }
}

record! {
    /// A question to write about.
    Prompt = journal::words::Prompt {
        /// Its id.
        id: String,
        /// The question.
        text: String,
    }
}

record! {
    /// A form to write by.
    FormOffer = journal::words::FormOffer {
        /// Its id.
        id: String,
        /// What it is called.
        title: String,
        /// The headings it asks for.
        fields: Vec<String>,
        /// What it asks.
        text: Option<String>,
        /// What it ends with.
        landing: Option<String>,
        /// How long it is meant to take.
        minutes: Option<u32>,
        /// Which session of the pack comes next, from 1.
        session: Option<u32>,
        /// Sessions of the pack.
        sessions: Option<u32>,
        /// Before this moment it is too soon, in milliseconds since 1970.
        available_from: Option<i64>,
    }
}

record! { both
    /// How an entry is begun.
    NewEntry = app::NewEntry {
        /// The day it is for; none is today.
        day: Option<CivilDate>,
        /// The prompt it answers, by id.
        prompt: Option<String>,
        /// The form it fills in, by id.
        form: Option<String>,
    }
}

record! {
    /// Everything the editor shows.
    Editor = app::Editor {
        /// The draft that keeps what is typed.
        draft: DraftId,
        /// The entry it changes; none for a new one.
        entry: Option<EntryId>,
        /// The revision it was loaded from; 0 for a new one.
        base_revision: u32,
        /// Whether the entry was changed elsewhere since.
        stale: bool,
        /// The text so far.
        content: EntryContent,
        /// Words of the text.
        words: u32,
        /// When it was last kept, in milliseconds since 1970.
        saved_at: i64,
        /// The prompt it answers.
        prompt_text: Option<String>,
        /// The form it fills in.
        form: Option<FormOffer>,
        /// Words to choose from.
        feelings: Vec<Feeling>,
        /// Tags used before, most used first.
        known_tags: Vec<String>,
        /// Questions to choose from.
        prompts: Vec<Prompt>,
        /// Forms to choose from.
        forms: Vec<FormOffer>,
    }
}

record! {
    /// A draft is on disk.
    DraftSaved = app::DraftSaved {
        /// When, in milliseconds since 1970.
        saved_at: i64,
        /// Words of the text.
        words: u32,
    }
}

record! {
    /// An entry is saved.
    SavedEntry = app::SavedEntry {
        /// As it is now.
        entry: EntryView,
        /// Help lines for a soft card, where the words ask for one.
        care: Option<HelpLines>,
        /// What the form ends with.
        landing: Option<String>,
    }
}

mirrored! {
    /// What becomes of a draft whose entry was changed elsewhere.
    ConflictChoice = app::ConflictChoice {
        /// The draft is the entry's text now, the other one goes into its history.
        MineOnTop,
        /// The draft becomes an entry of its own.
        KeepBoth,
    }
}

mirrored! {
    /// How an earlier text came about.
    RevisionKind = journal::revision::RevisionKind {
        /// It was the entry's text.
        Saved,
        /// It was a draft that was let go of.
        Discarded,
    }
}
crosses!(journal::revision::RevisionKind => RevisionKind);

record! {
    /// An earlier text in a list.
    RevisionSummary = app::RevisionSummary {
        /// Its number.
        revision: u32,
        /// How it came about.
        kind: RevisionKind,
        /// When it was saved, in milliseconds since 1970.
        saved_at: i64,
        /// Words of the text.
        words: u32,
        /// The beginning of its text.
        excerpt: String,
    }
}

record! {
    /// An entry's earlier texts.
    EntryHistory = app::EntryHistory {
        /// The entry.
        entry: EntryId,
        /// The revision that is its text now.
        current: u32,
        /// Newest first.
        revisions: Vec<RevisionSummary>,
    }
}

mirrored! {
    /// What became of a piece of text.
    DiffKind = journal::diff::DiffKind {
        /// It is in both.
        Same,
        /// It is in the earlier text alone.
        Removed,
        /// It is in the present text alone.
        Added,
    }
}
crosses!(journal::diff::DiffKind => DiffKind);

record! {
    /// A piece of a difference.
    DiffPiece = journal::diff::DiffPiece {
        /// What became of it.
        kind: DiffKind,
        /// The piece; long ones that are the same are shortened.
        text: String,
    }
}

record! {
    /// An earlier text, whole.
    RevisionView = app::RevisionView {
        /// Its number.
        revision: u32,
        /// When it was saved, in milliseconds since 1970.
        saved_at: i64,
        /// The text.
        content: EntryContent,
        /// How the present text differs from it.
        difference: Vec<DiffPiece>,
    }
}
