//! Prompts about the partner while care mode is on: they are in no answer, and stay with what was written to them.

use super::settings;
use crate::error::Error;
use crate::journal::entry::{EntryContent, Kept};
use crate::journal::listing::EntrySummary;
use crate::journal::words::Words;
use rusqlite::Transaction;

/// Which prompts may be shown.
pub(super) struct Prompts {
    words: &'static Words,
    care_mode: bool,
}

impl Prompts {
    /// As care mode is now.
    pub(super) fn now(tx: &Transaction<'_>) -> Result<Self, Error> {
        Self::in_mode(settings::load(tx)?.care_mode)
    }

    pub(super) fn in_mode(care_mode: bool) -> Result<Self, Error> {
        Ok(Self { words: Words::current()?, care_mode })
    }

    /// As care mode is now, where one of these prompts is about the partner; without any nothing has to be looked up.
    pub(super) fn of<'a>(tx: &Transaction<'_>, mut prompts: impl Iterator<Item = &'a Option<String>>) -> Result<Self, Error> {
        let open = Self::in_mode(false)?;
        let about = prompts.any(|prompt| prompt.as_deref().is_some_and(|id| open.words.prompt(id, true).is_none()));
        if about { Self::now(tx) } else { Ok(open) }
    }

    /// A content as it is shown.
    pub(super) fn content(&self, content: EntryContent) -> EntryContent {
        EntryContent { prompt: self.shown(content.prompt), ..content }
    }

    /// A summary as it is shown.
    pub(super) fn summary(&self, entry: EntrySummary) -> EntrySummary {
        EntrySummary { prompt: self.shown(entry.prompt), ..entry }
    }

    /// What was typed over `before`, with the prompt that the editor could not show.
    pub(super) fn with_unshown(&self, typed: Kept, before: &EntryContent) -> Kept {
        let unshown = before.prompt.as_ref().filter(|id| self.is_unshown(id));
        match unshown {
            Some(prompt) if typed.content().prompt.is_none() => {
                Kept::unchecked(EntryContent { prompt: Some(prompt.clone()), ..typed.content().clone() })
            }
            _ => typed,
        }
    }

    fn shown(&self, prompt: Option<String>) -> Option<String> {
        prompt.filter(|id| !self.is_unshown(id))
    }

    fn is_unshown(&self, id: &str) -> bool {
        self.care_mode && self.words.has_prompt(id) && self.words.prompt(id, true).is_none()
    }
}
