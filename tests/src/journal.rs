//! Ways to write in a journal, for the tests.

#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a helper that fails is a test that fails")]

pub mod model;

use ampersand_core::app::{EntryView, NewEntry, OpenDraft, Session};
use ampersand_core::error::Error;
use ampersand_core::journal::entry::EntryContent;
use ampersand_core::time::NowContext;

/// Writes an entry for today.
pub fn written(session: &Session, ctx: &NowContext, body: &str) -> EntryView {
    let editor = session.begin_entry(ctx, &NewEntry::default()).expect("begun");
    let content = EntryContent { body: body.into(), ..editor.content };
    session.save_entry(ctx, editor.draft, &content).expect("saved").entry
}

/// The drafts that the journal lists.
pub fn open_drafts(session: &Session, ctx: &NowContext) -> Vec<OpenDraft> {
    session.journal(ctx, None).expect("read").open_drafts
}

/// What was refused, as a shell would hear it: a field with its reason, or the kind of what is missing or in the way.
pub fn code<T>(result: Result<T, Error>) -> String {
    match result {
        Ok(_) => "ok".into(),
        Err(Error::Invalid(error)) => format!("{} {}", error.field, error.reason),
        Err(Error::NotFound { kind, .. }) => kind.as_str().into(),
        Err(Error::Conflict { kind, .. }) => kind.as_str().into(),
        Err(other) => other.to_string(),
    }
}

/// What an entry of the form "Look again" begins with.
pub const HEADINGS: &str = "What happened Feeling, 0 to 10 In my body My thought Another way to see it Next step";

/// The words of a text of plain words.
pub fn tokens(text: &str) -> Vec<&str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}
