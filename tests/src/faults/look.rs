//! Reads everything that a vault holds and tells what it is, text by text.

use super::texts::{State, first_word, known, numbers, text};
use crate::journal::code;
use crate::world::at;
use ampersand_core::app::{SearchOrder, Session};
use ampersand_core::error::Error;
use ampersand_core::ids::EntryId;
use ampersand_core::journal::entry::EntryContent;
use std::collections::{BTreeMap, BTreeSet};

/// What is not as it has to be.
#[derive(Debug)]
pub(super) enum Trouble {
    /// A call was refused, with this code.
    Refused(String),
    /// Something that must not be.
    Wrong(String),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Refused(why(&error))
    }
}

impl From<String> for Trouble {
    fn from(wrong: String) -> Self {
        Self::Wrong(wrong)
    }
}

impl From<Trouble> for String {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Refused(code) => format!("refused: {code}"),
            Trouble::Wrong(wrong) => wrong,
        }
    }
}

/// The code of an error, as a shell would hear it.
pub(super) fn why(error: &Error) -> String {
    match error {
        Error::Storage(error) => error.code().to_owned(),
        Error::NotFound { kind, .. } => kind.as_str().to_owned(),
        Error::Conflict { kind, .. } => kind.as_str().to_owned(),
        Error::Invalid(error) => format!("{} {}", error.field, error.reason),
        other => other.to_string(),
    }
}

/// What a vault holds, by the number of the entry. Each text is held against what it has to be.
///
/// # Errors
/// A refusal; a text that is not whole, or there twice.
pub(super) fn seen(session: &Session) -> Result<BTreeMap<u32, State>, Trouble> {
    let mut seen: BTreeMap<u32, State> = BTreeMap::new();
    for id in ids(session)? {
        let entry = session.entry(id)?;
        let (n, text) = known(&entry.content)?;
        let mut history = Vec::new();
        for earlier in session.entry_history(id)?.revisions {
            let (of, text) = known(&session.revision(id, earlier.revision)?.content)?;
            if of != n {
                return Err(Trouble::Wrong(format!("a text of {of} in the history of {n}")));
            }
            history.push(text);
        }
        let state = State { text: Some(text), history, trashed: entry.trashed_at.is_some(), draft: None };
        if seen.insert(n, state).is_some() {
            return Err(Trouble::Wrong(format!("entry {n} is there twice")));
        }
    }
    for draft in session.journal(&at(0, 0), None)?.open_drafts {
        let (n, text) = known(&session.resume_draft(&at(0, 0), draft.id)?.content)?;
        if seen.entry(n).or_default().draft.replace(text).is_some() {
            return Err(Trouble::Wrong(format!("two drafts of entry {n}")));
        }
    }
    Ok(seen)
}

/// The texts that a vault holds after something of these tables was lost. Of an entry that is lost its earlier text and
/// its draft are drafts of their own; tags and feelings may be missing where their tables are among the lost. Nothing
/// else may be other than it was written.
///
/// # Errors
/// A refusal; a text that is not whole.
pub(super) fn left_after_loss(session: &Session, lost: &[String]) -> Result<BTreeSet<(u32, u32)>, Trouble> {
    let is_lost = |table: &str| lost.iter().any(|lost| lost == table);
    let told = |content: EntryContent| {
        let (n, v) = numbers(&content.body).ok_or_else(|| Trouble::Wrong("not one of the texts".into()))?;
        let mut written = text(n, v);
        for (table, found, written) in
            [("entry_tag", &content.tags, &mut written.tags), ("entry_feeling", &content.feelings, &mut written.feelings)]
        {
            if is_lost(table) && found.iter().all(|one| written.contains(one)) {
                found.clone_into(written);
            }
        }
        if content == written { Ok((n, v)) } else { Err(Trouble::Wrong(format!("text {v} of entry {n} is not whole"))) }
    };
    let mut texts = BTreeSet::new();
    for id in ids(session)? {
        texts.insert(told(session.entry(id)?.content)?);
        for earlier in session.entry_history(id)?.revisions {
            texts.insert(told(session.revision(id, earlier.revision)?.content)?);
        }
    }
    for draft in session.journal(&at(0, 0), None)?.open_drafts {
        texts.insert(told(session.resume_draft(&at(0, 0), draft.id)?.content)?);
    }
    Ok(texts)
}

/// Every entry, those in the trash too.
fn ids(session: &Session) -> Result<Vec<EntryId>, Trouble> {
    let mut ids = Vec::new();
    let mut after = None;
    loop {
        let page = session.journal_page(None, after.as_ref())?;
        ids.extend(page.entries.iter().map(|entry| entry.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    loop {
        let page = session.trash(after.as_ref())?;
        ids.extend(page.entries.iter().map(|entry| entry.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    Ok(ids)
}

/// Asserts that the index of words knows the entry's present text, and no other one, unless it is in the trash.
///
/// # Errors
/// A refusal; what the index knows too much or too little.
pub(super) fn indexed(session: &Session, n: u32, state: &State) -> Result<(), Trouble> {
    for v in 0..6 {
        let found = session.search(&at(0, 0), &format!("{} ", first_word(n, v)), SearchOrder::Newest, None)?.hits.len();
        let expected = usize::from(state.text == Some(v) && !state.trashed);
        if found != expected {
            return Err(Trouble::Wrong(format!("text {v} of entry {n} is found {found} times, not {expected}")));
        }
    }
    Ok(())
}

/// Does the upkeep to its end: every page is checked, and the index against the entries.
///
/// # Errors
/// A refusal.
pub(super) fn kept_up(session: &Session, days: i64) -> Result<(), Trouble> {
    session.begin_upkeep(&at(days, 0))?;
    while !session.step_upkeep(&at(days, 0), 1_000)?.finished {}
    Ok(())
}

/// As [`code`], of a refusal's code.
pub(super) fn told<T>(result: Result<T, Error>) -> String {
    match result {
        Err(error @ Error::Storage(_)) => why(&error),
        other => code(other),
    }
}
