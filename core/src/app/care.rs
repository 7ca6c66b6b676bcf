//! The card with help lines after a save: whether it is shown. Nothing about the words is kept.

use super::{Session, settings};
use crate::assessment::help::HelpLines;
use crate::error::Error;
use crate::journal::care;
use crate::journal::entry::EntryContent;
use crate::storage::settings as stored;
use crate::time::{Instant, NowContext};
use rusqlite::Transaction;

/// When the card was closed last, in milliseconds since 1970.
const DISMISSED_AT: &str = "care_dismissed_at";

impl Session {
    /// Closes the card with help lines: none is shown for the next 24 hours.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn dismiss_care(&self, ctx: &NowContext) -> Result<(), Error> {
        self.write(|tx| Ok(stored::put(tx, DISMISSED_AT, Some(&ctx.now.millis().to_string()))?))
    }

    /// The help lines, as [`Self::help`] has them, within a transaction.
    pub(super) fn help_in(&self, tx: &Transaction<'_>) -> Result<HelpLines, Error> {
        self.help_for(settings::load(tx)?.settings.region.as_deref())
    }
}

/// Whether the card may be shown at all.
pub(super) fn is_offered(tx: &Transaction<'_>, now: Instant) -> Result<bool, Error> {
    let on = settings::load(tx)?.settings.care_phrases;
    let dismissed = stored::get(tx, DISMISSED_AT)?.and_then(|at| at.parse().ok()).and_then(|at| Instant::from_millis(at).ok());
    Ok(care::offers(now, dismissed, on))
}

/// Whether the words of an entry bring it up.
pub(super) fn is_asked_for(content: &EntryContent) -> bool {
    content.title.as_deref().is_some_and(care::matches) || care::matches(&content.body)
}
