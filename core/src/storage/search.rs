//! Finding entries: the index tables of words and of unbroken scripts, and the list they are found in.
//!
//! Each condition that has an index gives the entries that fit it, the one added last first, and is read only as far as
//! somebody asks. The order of a page is the timeline's. Where one condition fits few entries, those are looked up and
//! sorted; where every one fits many, the timeline is walked from its newest end and asks the conditions entry by entry:
//! entries are mostly added in the order of their days, so that both sides are done after a page. A common word in
//! twenty thousand entries therefore costs about what a page costs.
//!
//! What is sought stands in the arguments of statements, never in one, and in no error.

use super::StorageError;
use super::searcher::Turn;
use super::timeline::{read_summary, summary_columns};
use crate::error::Error;
use crate::ids::EntryId;
use crate::journal::listing::{EntryKey, EntrySummary};
use crate::journal::query::Query;
use rusqlite::{CachedStatement, OptionalExtension as _, Rows, Transaction, params, params_from_iter};
use std::cmp::Reverse;

/// Up to so many entries of one condition, each is looked up by itself: about what walking a page costs.
const FEW: usize = 200;

/// Entries between two looks at whether the search is still wanted.
const BETWEEN_LOOKS: usize = 256;

/// A word in the title weighs so much more than one in the body.
const WORDS_RANKED: &str = "SELECT rowid, bm25(entry_words, 4.0, 1.0) FROM entry_words WHERE entry_words MATCH ?1";
const GRAMS_RANKED: &str = "SELECT rowid, bm25(entry_grams, 4.0, 1.0) FROM entry_grams WHERE entry_grams MATCH ?1";

/// An entry that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hit {
    pub(crate) seq: i64,
    pub(crate) key: EntryKey,
    /// FTS5's: the smaller, the better. 0 where nothing was ranked.
    pub(crate) rank: f64,
}

/// The newest `most` entries that fit, of those that come behind `after`.
pub(crate) fn newest(
    tx: &Transaction<'_>,
    query: &Query,
    after: Option<&EntryKey>,
    most: usize,
    turn: Turn<'_>,
) -> Result<Vec<Hit>, Error> {
    let mut prepared = prepared(tx, conditions(query, None))?;
    let mut fitting = Fitting::of(&mut prepared)?;
    let mut check = Check::new(tx, query, after)?;
    Ok(match fitting.few()? {
        Some(few) => check.sorted(few, &mut fitting, most, turn)?,
        None => walked(tx, &mut check, &mut fitting, most, turn)?,
    })
}

/// The best `most` entries that fit, of those that come behind `after`; the newest first where they are as good. What
/// holds no word of an index has no rank: then this is [`newest`].
pub(crate) fn best(
    tx: &Transaction<'_>,
    query: &Query,
    after: Option<&(f64, EntryKey)>,
    most: usize,
    turn: Turn<'_>,
) -> Result<Vec<Hit>, Error> {
    let by_words = query.words_expression().map(|words| (WORDS_RANKED, words));
    let Some((sql, sought)) = by_words.or_else(|| query.stretches_expression().map(|grams| (GRAMS_RANKED, grams))) else {
        return newest(tx, query, after.map(|(_, key)| key), most, turn);
    };
    let ranked = ranked(tx, sql, &sought, after.map(|(rank, _)| *rank), turn)?;
    let mut prepared = prepared(tx, conditions(query, Some(sql)))?;
    let mut fitting = Fitting::of(&mut prepared)?;
    let mut check = Check::new(tx, query, None)?;
    let mut found: Vec<Hit> = Vec::new();
    for equal in ranked.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()) {
        let Some(&(rank, _)) = equal.first() else { continue };
        let behind = after.filter(|(last, _)| last.total_cmp(&rank).is_eq()).map(|(_, key)| key);
        check.stand_behind(query, behind);
        let seqs = equal.iter().map(|(_, seq)| *seq).collect();
        let hits = check.sorted(seqs, &mut fitting, most - found.len(), turn)?;
        found.extend(hits.into_iter().map(|hit| Hit { rank, ..hit }));
        if found.len() == most {
            break;
        }
    }
    Ok(found)
}

/// What a list shows of an entry that was found, and its body.
pub(crate) fn shown(tx: &Transaction<'_>, hit: &Hit) -> Result<(EntrySummary, String), StorageError> {
    let mut statement = tx.prepare_cached(&shown_sql())?;
    Ok(statement.query_row([hit.seq], |row| Ok((read_summary(row)?, row.get("body")?)))?)
}

fn shown_sql() -> String {
    format!("SELECT {}, e.body AS body FROM entry e WHERE e.seq = ?1", summary_columns())
}

/// Whether both indexes say of every entry just what it says. Takes a transaction that may write, and writes nothing.
pub(crate) fn is_sound(tx: &Transaction<'_>) -> Result<bool, StorageError> {
    for check in [
        "INSERT INTO entry_words (entry_words, rank) VALUES ('integrity-check', 1)",
        "INSERT INTO entry_grams (entry_grams, rank) VALUES ('integrity-check', 1)",
    ] {
        match tx.execute(check, []).map_err(StorageError::from) {
            Ok(_) => {}
            // A page that cannot be read reaches the index as an error of many names.
            Err(StorageError::Damaged | StorageError::Sqlite(_)) => return Ok(false),
            Err(other) => return Err(other),
        }
    }
    Ok(true)
}

/// Makes both indexes anew out of the entries.
pub(crate) fn rebuild(tx: &Transaction<'_>) -> Result<(), StorageError> {
    tx.execute("INSERT INTO entry_words (entry_words) VALUES ('rebuild')", [])?;
    tx.execute("INSERT INTO entry_grams (entry_grams) VALUES ('rebuild')", [])?;
    Ok(())
}

/// A statement that lists the entries of one condition by falling `seq`, and its arguments.
type Condition = (&'static str, Vec<String>);

/// Every condition of the query that has an index, but for the one that `ranked` has seen to.
fn conditions(query: &Query, ranked: Option<&str>) -> Vec<Condition> {
    let mut conditions = Vec::new();
    if let Some(words) = query.words_expression().filter(|_| ranked != Some(WORDS_RANKED)) {
        conditions.push(("SELECT rowid FROM entry_words WHERE entry_words MATCH ?1 ORDER BY rowid DESC", vec![words]));
    }
    if let Some(grams) = query.stretches_expression().filter(|_| ranked != Some(GRAMS_RANKED)) {
        conditions.push(("SELECT rowid FROM entry_grams WHERE entry_grams MATCH ?1 ORDER BY rowid DESC", vec![grams]));
    }
    for tag in &query.tags {
        conditions.push(("SELECT entry FROM entry_tag WHERE folded = ?1 ORDER BY entry DESC", vec![tag.clone()]));
    }
    for feeling in &query.feelings {
        conditions.push(("SELECT DISTINCT entry FROM entry_feeling WHERE feeling = ?1 ORDER BY entry DESC", vec![feeling.clone()]));
    }
    if query.starred {
        conditions
            .push(("SELECT seq FROM entry INDEXED BY entry_starred WHERE starred = 1 AND trashed_at IS NULL ORDER BY seq DESC", vec![]));
    }
    if query.short_stretches().next().is_some() {
        conditions
            .push(("SELECT seq FROM entry INDEXED BY entry_unbroken WHERE unbroken = 1 AND trashed_at IS NULL ORDER BY seq DESC", vec![]));
    }
    // A walk along the timeline passes by the days. What is ranked does not, and would open every entry for its day.
    if ranked.is_some() && (query.from.is_some() || query.to.is_some()) {
        let first = query.from.map_or_else(String::new, |from| from.to_string());
        let last = query.to.map_or_else(|| "9999".to_owned(), |to| to.to_string());
        conditions.push((OF_DAYS, vec![first, last]));
    }
    conditions
}

const OF_DAYS: &str = "SELECT seq FROM entry INDEXED BY entry_timeline
    WHERE trashed_at IS NULL AND day BETWEEN ?1 AND ?2 ORDER BY seq DESC";

type Prepared<'tx> = Vec<(CachedStatement<'tx>, Vec<String>)>;

fn prepared<'tx>(tx: &'tx Transaction<'_>, conditions: Vec<Condition>) -> Result<Prepared<'tx>, StorageError> {
    // The cache holds one statement of a text: two tags need a second one, made by itself.
    conditions.into_iter().map(|(sql, arguments)| Ok((tx.prepare_cached(sql)?, arguments))).collect()
}

/// The entries of all conditions at once.
struct Fitting<'p> {
    lists: Vec<Listed<'p>>,
}

impl<'p> Fitting<'p> {
    fn of(prepared: &'p mut Prepared<'_>) -> Result<Self, StorageError> {
        let lists = prepared.iter_mut().map(|(statement, arguments)| {
            let rows = statement.query(params_from_iter(arguments.iter()))?;
            Ok(Listed { rows, seen: Vec::new(), ended: false })
        });
        Ok(Self { lists: lists.collect::<Result<_, StorageError>>()? })
    }

    /// The entries of the first condition that has only [`FEW`].
    fn few(&mut self) -> Result<Option<Vec<i64>>, StorageError> {
        for list in &mut self.lists {
            while !list.ended && list.seen.len() <= FEW {
                list.next()?;
            }
            if list.ended {
                return Ok(Some(list.seen.clone()));
            }
        }
        Ok(None)
    }

    fn holds(&mut self, seq: i64) -> Result<bool, StorageError> {
        for list in &mut self.lists {
            if !list.holds(seq)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The entries of one condition by falling `seq`, read as far as they were asked for.
struct Listed<'p> {
    rows: Rows<'p>,
    seen: Vec<i64>,
    ended: bool,
}

impl Listed<'_> {
    fn next(&mut self) -> Result<(), StorageError> {
        match self.rows.next()? {
            Some(row) => self.seen.push(row.get(0)?),
            None => self.ended = true,
        }
        Ok(())
    }

    fn holds(&mut self, seq: i64) -> Result<bool, StorageError> {
        while !self.ended && self.seen.last().is_none_or(|last| *last > seq) {
            self.next()?;
        }
        Ok(self.seen.binary_search_by(|seen| seq.cmp(seen)).is_ok())
    }
}

/// The conditions that stand in no index: the days, the place behind the page before, and signs in the text itself.
struct Check<'tx, 'q> {
    of_seq: CachedStatement<'tx>,
    text: CachedStatement<'tx>,
    first_day: String,
    before: Before,
    sought: Vec<&'q str>,
}

/// The place in the timeline that every hit stands before, as stored.
#[derive(Debug, PartialEq, PartialOrd)]
struct Before {
    day: String,
    written_at: i64,
    id: [u8; 16],
}

impl Before {
    fn of(query: &Query, after: Option<&EntryKey>) -> Self {
        let day = query.to.map_or_else(|| "9999".to_owned(), |to| to.to_string());
        let end = Self { day, written_at: i64::MAX, id: [u8::MAX; 16] };
        let Some(after) = after else { return end };
        let last = Self { day: after.day.to_string(), written_at: after.written_at, id: *after.id.as_bytes() };
        if last < end { last } else { end }
    }
}

impl<'tx, 'q> Check<'tx, 'q> {
    fn new(tx: &'tx Transaction<'_>, query: &'q Query, after: Option<&EntryKey>) -> Result<Self, StorageError> {
        Ok(Self {
            of_seq: tx.prepare_cached("SELECT day, written_at, id FROM entry WHERE seq = ?1 AND trashed_at IS NULL")?,
            text: tx.prepare_cached("SELECT coalesce(folded_title, title), coalesce(folded_body, body) FROM entry WHERE seq = ?1")?,
            first_day: query.from.map_or_else(String::new, |from| from.to_string()),
            before: Before::of(query, after),
            sought: query.signs().chain(query.short_stretches()).collect(),
        })
    }

    /// From here on, only what comes behind `after`.
    fn stand_behind(&mut self, query: &Query, after: Option<&EntryKey>) {
        self.before = Before::of(query, after);
    }

    /// Those of `seqs` that fit, in the order of the timeline, at most `most`.
    fn sorted(&mut self, seqs: Vec<i64>, fitting: &mut Fitting<'_>, most: usize, turn: Turn<'_>) -> Result<Vec<Hit>, Error> {
        let mut hits = Vec::new();
        for (count, seq) in seqs.into_iter().enumerate() {
            if count % BETWEEN_LOOKS == 0 {
                turn.lasts()?;
            }
            if fitting.holds(seq)? {
                hits.extend(self.in_time(seq)?);
            }
        }
        hits.sort_unstable_by_key(|hit| Reverse(hit.key));
        let mut found = Vec::new();
        for hit in hits {
            if found.len() == most {
                break;
            }
            if self.says(hit.seq, turn)? {
                found.push(hit);
            }
        }
        Ok(found)
    }

    /// The entry, if it is not in the trash and stands where the page looks.
    fn in_time(&mut self, seq: i64) -> Result<Option<Hit>, Error> {
        let read = |row: &rusqlite::Row<'_>| Ok(Before { day: row.get(0)?, written_at: row.get(1)?, id: row.get(2)? });
        let found = self.of_seq.query_row([seq], read).optional().map_err(StorageError::from)?;
        let fits = found.filter(|found| found.day >= self.first_day && *found < self.before);
        fits.map(|found| hit(seq, &found)).transpose()
    }

    /// Whether the text holds all the signs that are sought.
    fn says(&mut self, seq: i64, turn: Turn<'_>) -> Result<bool, StorageError> {
        if self.sought.is_empty() {
            return Ok(true);
        }
        turn.lasts()?;
        let mut rows = self.text.query([seq])?;
        let Some(row) = rows.next()? else { return Ok(false) };
        let [title, body] = [row.get_ref(0)?, row.get_ref(1)?].map(|value| value.as_str().unwrap_or_default());
        Ok(self.sought.iter().all(|sought| title.contains(sought) || body.contains(sought)))
    }
}

/// The hits on the timeline, from its newest end.
fn walked(
    tx: &Transaction<'_>,
    check: &mut Check<'_, '_>,
    fitting: &mut Fitting<'_>,
    most: usize,
    turn: Turn<'_>,
) -> Result<Vec<Hit>, Error> {
    let mut statement = prepare(tx, TIMELINE)?;
    let Before { day, written_at, id } = &check.before;
    let mut rows = statement.query(params![check.first_day, day, written_at, id]).map_err(StorageError::from)?;
    let mut hits = Vec::new();
    let mut count = 0;
    while let Some(row) = rows.next().map_err(StorageError::from)? {
        if count % BETWEEN_LOOKS == 0 {
            turn.lasts()?;
        }
        count += 1;
        let read = || -> rusqlite::Result<_> { Ok(Before { day: row.get(1)?, written_at: row.get(2)?, id: row.get(3)? }) };
        let seq = row.get(0).map_err(StorageError::from)?;
        if fitting.holds(seq)? && check.says(seq, turn)? {
            hits.push(hit(seq, &read().map_err(StorageError::from)?)?);
            if hits.len() == most {
                break;
            }
        }
    }
    Ok(hits)
}

const TIMELINE: &str = "SELECT seq, day, written_at, id FROM entry INDEXED BY entry_timeline
    WHERE trashed_at IS NULL AND day >= ?1 AND (day, written_at, id) < (?2, ?3, ?4)
    ORDER BY day DESC, written_at DESC, id DESC";

/// Every entry that the index finds, ranked: the best first, and of equal ones the one added last.
fn ranked(tx: &Transaction<'_>, sql: &str, sought: &str, from: Option<f64>, turn: Turn<'_>) -> Result<Vec<(f64, i64)>, Error> {
    let mut statement = prepare(tx, sql)?;
    let mut rows = statement.query([sought]).map_err(StorageError::from)?;
    let mut ranked: Vec<(f64, i64)> = Vec::new();
    while let Some(row) = rows.next().map_err(StorageError::from)? {
        let (seq, rank): (i64, f64) = (row.get(0).map_err(StorageError::from)?, row.get(1).map_err(StorageError::from)?);
        if from.is_none_or(|from| rank.total_cmp(&from).is_ge()) {
            ranked.push((rank, seq));
        }
    }
    turn.lasts()?;
    ranked.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)));
    Ok(ranked)
}

fn hit(seq: i64, place: &Before) -> Result<Hit, Error> {
    let day = place.day.parse().map_err(|_| Error::Internal("a stored entry that no release wrote"))?;
    Ok(Hit { seq, key: EntryKey { day, written_at: place.written_at, id: EntryId::from_bytes(place.id) }, rank: 0.0 })
}

fn prepare<'tx>(tx: &'tx Transaction<'_>, sql: &str) -> Result<CachedStatement<'tx>, Error> {
    Ok(tx.prepare_cached(sql).map_err(StorageError::from)?)
}

#[cfg(test)]
#[path = "search_index_tests.rs"]
mod index_tests;
#[cfg(test)]
#[path = "search_pages_tests.rs"]
mod pages_tests;
#[cfg(test)]
#[path = "search_samples.rs"]
mod samples;
#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;
