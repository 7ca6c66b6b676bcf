//! Finding what was written, by words and by filters.
//!
//! What somebody looks for is as private as what they wrote: it is not stored, not logged, and in no error.

use super::cursor::{PageCursor, part};
use super::journal::PAGE;
use super::unshown::Prompts;
use super::{EntrySummary, Session};
use crate::error::{Clash, Error, InvalidInput};
use crate::journal::listing::EntryKey;
use crate::journal::query::{Marker, Query, fold};
use crate::journal::words::Words;
use crate::storage::search::{self, Hit};
use crate::storage::{StorageError, Turn};
use crate::time::NowContext;
use rusqlite::Transaction;

const NEWEST: &str = "newest";
const BEST: &str = "best";

/// The order of what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchOrder {
    /// The newest day first, then what was written last.
    Newest,
    /// What says the words oftenest for its length first, a title before a body; the newest first where two are as good.
    /// Where no words are sought, the newest first.
    Best,
}

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHit {
    /// The entry.
    pub entry: EntrySummary,
    /// A piece of its body as plain text. What was found stands between U+E000 and U+E001.
    pub snippet: String,
    /// Its title, marked in the same way.
    pub title: Option<String>,
}

/// A page of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchPage {
    /// At most fifty.
    pub hits: Vec<SearchHit>,
    /// What to ask the next page with; none on the last.
    pub next: Option<PageCursor>,
    /// Filters that could not be read, as they were typed; the rest was searched.
    pub ignored: Vec<String>,
}

impl Session {
    /// Finds entries; an empty text finds them all. What is in the trash is not found.
    ///
    /// A newer search takes the place of an older one, which ends early. Pages go on from a place in the order, so that
    /// the newest first stay whole while entries are added. The best first are weighed against all entries: after one is
    /// added or changed, a next page may leave out or repeat one that stood near the place.
    ///
    /// The moment of the call plays no part: no filter is relative to it.
    ///
    /// # Errors
    /// `query`, `too_long` for more than 1,000 characters; `cursor`, `malformed`, also for one of another order;
    /// [`Error::Conflict`] `search_superseded`; [`Error::Locked`], [`Error::Storage`].
    pub fn search(&self, _: &NowContext, text: &str, order: SearchOrder, after: Option<&PageCursor>) -> Result<SearchPage, Error> {
        let feelings = Words::current()?.feelings(&self.locale)?;
        let feeling_of = |folded: &str| {
            let known = feelings.iter().find(|feeling| feeling.id == folded || fold(&feeling.label) == folded);
            known.map(|feeling| feeling.id.clone())
        };
        let query = Query::read(text, feeling_of)?;
        let after = after.map(|cursor| place(order, cursor)).transpose()?;
        self.in_sight(|vault| vault.search_read(|tx, turn| page(tx, turn, &query, order, after.as_ref()))).map_err(superseded)
    }
}

/// To be interrupted means one thing here.
fn superseded(error: Error) -> Error {
    match error {
        Error::Storage(StorageError::Interrupted) => Error::Conflict { kind: Clash::SearchSuperseded, id: String::new() },
        other => other,
    }
}

fn page(
    tx: &Transaction<'_>,
    turn: Turn<'_>,
    query: &Query,
    order: SearchOrder,
    after: Option<&(f64, EntryKey)>,
) -> Result<SearchPage, Error> {
    let full = PAGE as usize;
    let mut found = match order {
        SearchOrder::Newest => search::newest(tx, query, after.map(|(_, key)| key), full + 1, turn)?,
        SearchOrder::Best => search::best(tx, query, after, full + 1, turn)?,
    };
    let more = found.len() > full;
    found.truncate(full);
    let next = found.last().filter(|_| more).map(|last| cursor(order, last));
    let marker = Marker::of(query);
    let hits = found.iter().map(|hit| {
        turn.lasts()?;
        let (entry, body) = search::shown(tx, hit)?;
        let snippet = marker.snippet(&body).unwrap_or_else(|| marker.plain(&entry.excerpt));
        let title = entry.title.as_deref().map(|title| marker.line(title));
        Ok(SearchHit { entry, snippet, title })
    });
    let hits = hits.collect::<Result<Vec<_>, Error>>()?;
    let prompts = Prompts::of(tx, hits.iter().map(|hit| &hit.entry.prompt))?;
    let shown = |hit: SearchHit| SearchHit { entry: prompts.summary(hit.entry), ..hit };
    Ok(SearchPage { hits: hits.into_iter().map(shown).collect(), next, ignored: query.ignored.clone() })
}

fn cursor(order: SearchOrder, Hit { key, rank, .. }: &Hit) -> PageCursor {
    match order {
        SearchOrder::Newest => PageCursor::of(NEWEST, &[&key.day, &key.written_at, &key.id]),
        // The very bits: a rank that was rounded would leave its own entry behind, or show it twice.
        SearchOrder::Best => PageCursor::of(BEST, &[&rank.to_bits(), &key.day, &key.written_at, &key.id]),
    }
}

fn place(order: SearchOrder, cursor: &PageCursor) -> Result<(f64, EntryKey), InvalidInput> {
    let (rank, [day, written_at, id]) = match order {
        SearchOrder::Newest => (0.0, cursor.parts(NEWEST)?),
        SearchOrder::Best => {
            let [rank, day, written_at, id] = cursor.parts(BEST)?;
            (f64::from_bits(part(rank)?), [day, written_at, id])
        }
    };
    Ok((rank, EntryKey { day: part(day)?, written_at: part(written_at)?, id: part(id)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_search_is_told_that_a_newer_one_took_its_place() {
        let told = superseded(StorageError::Interrupted.into());
        assert!(matches!(told, Error::Conflict { kind: Clash::SearchSuperseded, .. }), "{told:?}");
        assert!(matches!(superseded(StorageError::Damaged.into()), Error::Storage(StorageError::Damaged)));
    }
}
