//! Lists of entries: pages by keyset, months, counts. None of them reads a body, and a page costs no more far down
//! than at the top.

use super::StorageError;
use super::entries::JOINED;
use super::texts::{FEELING_BREAK, TAG_BREAK, date, date_if_any, parted, title};
use crate::ids::EntryId;
use crate::journal::listing::{EntryKey, EntrySummary, MonthDay};
use crate::journal::trash::purge_on;
use crate::time::{CivilDate, Month};
use rusqlite::{Row, Transaction, params};

/// Tags that are offered again.
const KNOWN_TAGS: u32 = 50;
/// They are those of so many entries: what somebody used last, at the same cost however long the journal is.
const TAGS_OF_LAST: u32 = 2_000;

/// The columns of a summary, out of `entry e`, in the order of [`read_summary`].
pub(crate) fn summary_columns() -> String {
    format!(
        "e.id, e.day, e.written_at, e.offset_s, e.title, e.excerpt, e.words, e.mood, e.prompt, e.form, e.starred, e.revision, e.trashed_at,
         e.trashed_day, {JOINED}"
    )
}

/// A summary in the columns of [`summary_columns`], which are the row's first ones.
pub(crate) fn read_summary(row: &Row<'_>) -> rusqlite::Result<EntrySummary> {
    Ok(EntrySummary {
        id: EntryId::from_bytes(row.get(0)?),
        day: date(row, 1)?,
        written_at: row.get(2)?,
        offset_s: row.get(3)?,
        title: title(row, 4)?,
        excerpt: row.get(5)?,
        words: row.get(6)?,
        mood: row.get(7)?,
        prompt: row.get(8)?,
        form: row.get(9)?,
        starred: row.get(10)?,
        revision: row.get(11)?,
        trashed_at: row.get(12)?,
        purge_on: date_if_any(row, 13)?.map(purge_on),
        tags: parted(row.get(14)?, TAG_BREAK),
        feelings: parted(row.get(15)?, FEELING_BREAK),
    })
}

/// Entries after `after`, of a month or of all, at most `most`: the newest day first, then the one written last.
pub(crate) fn page(
    tx: &Transaction<'_>,
    month: Option<Month>,
    after: Option<EntryKey>,
    most: u32,
) -> Result<Vec<EntrySummary>, StorageError> {
    let first = month.map_or_else(String::new, |month| month.first().to_string());
    // Past every date there is, and every id: the list from its top.
    let (day, written_at, id) = match (after, month) {
        (Some(key), _) => (key.day.to_string(), key.written_at, *key.id.as_bytes()),
        (None, Some(month)) => (month.last().to_string(), i64::MAX, [0xff; 16]),
        (None, None) => ("9999".to_owned(), i64::MAX, [0xff; 16]),
    };
    let mut statement = tx.prepare_cached(&page_sql())?;
    let rows = statement.query_map(params![first, day, written_at, id, most], read_summary)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Entries from `first` to `last`, at most `most`: as [`page`] has them.
pub(crate) fn between(tx: &Transaction<'_>, first: CivilDate, last: CivilDate, most: u32) -> Result<Vec<EntrySummary>, StorageError> {
    let mut statement = tx.prepare_cached(&page_sql())?;
    let rows = statement.query_map(params![first.to_string(), last.to_string(), i64::MAX, [0xff_u8; 16], most], read_summary)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn page_sql() -> String {
    format!(
        "SELECT {} FROM entry e
         WHERE trashed_at IS NULL AND day >= ?1 AND (day, written_at, id) < (?2, ?3, ?4)
         ORDER BY day DESC, written_at DESC, id DESC LIMIT ?5",
        summary_columns()
    )
}

/// Entries in the trash after `after`, at most `most`: the one that went there last first.
pub(crate) fn trash_page(tx: &Transaction<'_>, after: Option<(i64, EntryId)>, most: u32) -> Result<Vec<EntrySummary>, StorageError> {
    let (at, id) = after.map_or((i64::MAX, [0xff; 16]), |(at, id)| (at, *id.as_bytes()));
    let mut statement = tx.prepare_cached(&trash_sql())?;
    let rows = statement.query_map(params![at, id, most], read_summary)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn trash_sql() -> String {
    format!(
        "SELECT {} FROM entry e
         WHERE trashed_at IS NOT NULL AND (trashed_at, id) < (?1, ?2)
         ORDER BY trashed_at DESC, id DESC LIMIT ?3",
        summary_columns()
    )
}

const DAYS: &str = "
    SELECT day, count(*), avg(mood), sum(words) FROM entry
    WHERE trashed_at IS NULL AND day BETWEEN ?1 AND ?2 GROUP BY day ORDER BY day";

/// The days with entries from `first` to `last`, in order.
pub(crate) fn days(tx: &Transaction<'_>, first: CivilDate, last: CivilDate) -> Result<Vec<MonthDay>, StorageError> {
    let mut statement = tx.prepare_cached(DAYS)?;
    let read = |row: &Row<'_>| {
        let day = date(row, 0)?;
        Ok(MonthDay { day, entries: row.get(1)?, mood: row.get(2)?, words: row.get(3)?, check_in: false })
    };
    let rows = statement.query_map([first.to_string(), last.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

const EARLIER: &str = "SELECT max(day) FROM entry WHERE trashed_at IS NULL AND day < ?1";
const LATER: &str = "SELECT min(day) FROM entry WHERE trashed_at IS NULL AND day > ?1";

/// The nearest earlier and the nearest later day with an entry, outside of `first` to `last`.
pub(crate) fn neighbours(
    tx: &Transaction<'_>,
    first: CivilDate,
    last: CivilDate,
) -> Result<(Option<CivilDate>, Option<CivilDate>), StorageError> {
    let nearest = |sql: &str, day: CivilDate| -> Result<Option<CivilDate>, StorageError> {
        let mut statement = tx.prepare_cached(sql)?;
        Ok(statement.query_row([day.to_string()], |row| date_if_any(row, 0))?)
    };
    Ok((nearest(EARLIER, first)?, nearest(LATER, last)?))
}

/// Entries in the list, and entries in the trash. The first is worked out of all of them, which SQLite counts by page.
pub(crate) fn counts(tx: &Transaction<'_>) -> Result<(u32, u32), StorageError> {
    let count = |sql: &str| -> Result<u32, StorageError> { Ok(tx.prepare_cached(sql)?.query_row([], |row| row.get(0))?) };
    let all = count("SELECT count(*) FROM entry")?;
    let trashed = count("SELECT count(*) FROM entry WHERE trashed_at IS NOT NULL")?;
    Ok((all.saturating_sub(trashed), trashed))
}

/// The newest entry.
pub(crate) fn newest(tx: &Transaction<'_>) -> Result<Option<EntrySummary>, StorageError> {
    Ok(page(tx, None, None, 1)?.pop())
}

const TIMES_OF_FORM: &str = "SELECT written_at FROM entry WHERE form = ?1 AND trashed_at IS NULL ORDER BY written_at";

/// When entries of a form were written, in milliseconds since 1970. What is in the trash does not count.
pub(crate) fn times_of_form(tx: &Transaction<'_>, form: &str) -> Result<Vec<i64>, StorageError> {
    let mut statement = tx.prepare_cached(TIMES_OF_FORM)?;
    let times = statement.query_map([form], |row| row.get(0))?;
    Ok(times.collect::<Result<_, _>>()?)
}

// The plus keeps SQLite from walking the index of all tags there ever were, which has them grouped already.
const RECENT_TAGS: &str = "
    SELECT tag FROM (
        SELECT folded, tag, count(*) AS uses, max(entry) FROM entry_tag
        WHERE entry > (SELECT max(seq) FROM entry) - ?1 AND entry NOT IN (SELECT seq FROM entry WHERE trashed_at IS NOT NULL)
        GROUP BY +folded
    ) ORDER BY uses DESC, folded LIMIT ?2";

/// Tags of the last entries that were begun and are not in the trash, most used first, each as it was written last.
pub(crate) fn known_tags(tx: &Transaction<'_>) -> Result<Vec<String>, StorageError> {
    let mut statement = tx.prepare_cached(RECENT_TAGS)?;
    let tags = statement.query_map([TAGS_OF_LAST, KNOWN_TAGS], |row| row.get(0))?;
    Ok(tags.collect::<Result<_, _>>()?)
}

#[cfg(test)]
#[path = "timeline_tests.rs"]
mod tests;
