//! The rows of the journal's screens with plain SQL, on the same file under the same pragmas: no rules, no lock, no look
//! before opening, one connection. Each answers with what shows that it read the same.

use crate::raw;
use ampersand_core::journal::query::Query;
use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior, params};
use std::path::Path;

/// What a list shows of an entry.
const SUMMARY: &str = "
    e.id, e.day, e.written_at, e.offset_s, e.title, e.excerpt, e.words, e.mood, e.prompt, e.form, e.starred, e.revision, e.trashed_at,
    e.trashed_day,
    (SELECT group_concat(tag, char(10)) FROM (SELECT tag FROM entry_tag WHERE entry = e.seq ORDER BY position)),
    (SELECT group_concat(feeling, ',') FROM (SELECT feeling FROM entry_feeling WHERE entry = e.seq ORDER BY position))";

const DRAFTS: &str = "
    SELECT d.id, e.id, d.day, d.excerpt, d.words, d.saved_at, e.revision <> d.base_revision
    FROM draft d LEFT JOIN entry e ON e.seq = d.entry
    WHERE d.touched AND e.trashed_at IS NULL ORDER BY d.saved_at DESC";

/// An id as it is stored.
pub type Id = Vec<u8>;

/// Opens the vault's database as a program would that keeps its key by itself.
pub fn open(folder: &Path, key: &str) -> Connection {
    let db = raw::connect(&folder.join("vault.db"), key);
    db.execute_batch(raw::PRAGMAS).expect("pragmas");
    db
}

/// What the first screen shows, as far as it can be counted.
#[derive(Debug, PartialEq, Eq)]
pub struct HomeRows {
    /// Days with an entry.
    pub written: usize,
    /// The newest entry.
    pub last: Id,
    /// Texts that are no entry's yet.
    pub drafts: usize,
    /// Finished Checks.
    pub runs: usize,
    /// Their answers.
    pub answers: usize,
    /// Days with a check-in.
    pub checked_in: usize,
    /// Practices that are active.
    pub active: usize,
    /// Agreements whose day has come.
    pub agreements_due: usize,
}

/// The rows of the first screen: those of [`HomeRows`]; whether there is a pulse this week; how often each step of a
/// practice was tried, and its plan; what a safety offer would rest on; the next check-in together; and the reminders,
/// which are in a file of their own.
pub fn home(db: &Connection, folder: &Path, first: &str, today: &str) -> HomeRows {
    rows(db, "SELECT key, value FROM settings", &[]);
    rows(db, "SELECT id, version, order_version, locale, partner_context, started_at FROM run WHERE finished_at IS NULL", &[]);
    let runs = rows(
        db,
        "SELECT id, instrument, version, order_version, locale, partner_context, started_at, finished_at, finished_day, inclusion, tags
         FROM run WHERE finished_at IS NOT NULL ORDER BY finished_at",
        &[],
    );
    let answers = rows(db, "SELECT run, item, value, ms FROM answer", &[]);
    let days = days(db, first, today);
    let newest = page(db, &timeline(1), &["", "9999"].map(str::to_owned).map(Value::Text), i64::MAX);
    let drafts = rows(db, DRAFTS, &[]);
    let checked_in = checked_in(db, first, today);
    rows(db, "SELECT day FROM daily_check_ins WHERE day < ?1 ORDER BY day DESC LIMIT 1", &[Value::Text(today.into())]);
    rows(db, "SELECT day FROM pulses ORDER BY day DESC LIMIT 1", &[]);
    let active = practised(db, today);
    let agreements_due = together(db, today);
    reminders(folder);
    HomeRows {
        written: days.len(),
        last: newest.into_iter().next().expect("an entry"),
        drafts: drafts.len(),
        runs: runs.len(),
        answers: answers.len(),
        checked_in: checked_in.len(),
        active,
        agreements_due,
    }
}

fn practised(db: &Connection, today: &str) -> usize {
    let active = rows(db, "SELECT practice, begun_on FROM practice_spans WHERE stopped_on IS NULL ORDER BY seq", &[]);
    for row in &active {
        let practice = &row[..1];
        let counts = "SELECT step, sum(outcome = 'done'), sum(outcome = 'tried'), max(day) FILTER (WHERE outcome = 'done'),
                             max(day) FILTER (WHERE outcome <> 'skipped' AND day < ?2), max(day) FILTER (WHERE outcome <> 'skipped' AND day = ?2)
                      FROM practice_attempts WHERE practice = ?1 GROUP BY step";
        rows(db, counts, &[practice, &[Value::Text(today.into())]].concat());
        rows(db, "SELECT situation, action, said_aloud, remind_at, rule FROM practice_plans WHERE practice = ?1", practice);
        rows(db, "SELECT step, entry, text FROM practice_own_steps WHERE practice = ?1 ORDER BY step", practice);
    }
    rows(db, "SELECT rung, person, outcome, afraid, offer_seen FROM boundary_uses WHERE outcome = 'ignored' OR afraid = 1", &[]);
    active.len()
}

fn together(db: &Connection, today: &str) -> usize {
    rows(db, "SELECT EXISTS (SELECT 1 FROM meetings WHERE stage NOT IN ('done', 'ended_early'))", &[]);
    rows(db, "SELECT next_on FROM meetings WHERE held_on IS NOT NULL ORDER BY seq DESC LIMIT 1", &[]);
    rows(db, "SELECT EXISTS (SELECT 1 FROM rule_errands) OR EXISTS (SELECT 1 FROM rules_at_rest)", &[]);
    rows(db, "SELECT id FROM agreements WHERE review_on <= ?1", &[Value::Text(today.into())]).len()
}

/// Every row of every table of the reminders' file.
fn reminders(folder: &Path) {
    let db = Connection::open(folder.join("reminders.db")).expect("a file");
    let tables = rows(&db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", &[]);
    for table in tables {
        if let Some(Value::Text(name)) = table.first() {
            rows(&db, &format!("SELECT * FROM {name}"), &[]);
        }
    }
}

/// The rows of a month: its days, those with a check-in, its first entries, its neighbours, drafts, counts.
pub fn month(db: &Connection, first: &str, last: &str) -> (usize, usize, Vec<Id>, i64) {
    let days = days(db, first, last);
    let checked_in = checked_in(db, first, last);
    let ids = page(db, &timeline(50), &[first, last].map(str::to_owned).map(Value::Text), i64::MAX);
    rows(db, "SELECT max(day) FROM entry WHERE trashed_at IS NULL AND day < ?1", &[Value::Text(first.into())]);
    rows(db, "SELECT min(day) FROM entry WHERE trashed_at IS NULL AND day > ?1", &[Value::Text(last.into())]);
    rows(db, DRAFTS, &[]);
    rows(db, "SELECT count(*) FROM entry WHERE trashed_at IS NOT NULL", &[]);
    let total = db.prepare_cached("SELECT count(*) FROM entry").expect("a statement").query_row([], |row| row.get(0)).expect("a number");
    (days.len(), checked_in.len(), ids, total)
}

/// Fifty entries of the list from a day on.
pub fn timeline_page(db: &Connection, from: &str) -> Vec<Id> {
    page(db, &timeline(50), &["", from].map(str::to_owned).map(Value::Text), -1)
}

/// The newest fifty entries that hold a word, each with a snippet in which it is marked. Entries were written in the
/// order of their days, so that nothing has to be sorted.
pub fn search(db: &Connection, typed: &str) -> Vec<Id> {
    let sql = format!(
        "SELECT {SUMMARY}, snippet(entry_words, 1, char(57344), char(57345), '…', 26), highlight(entry_words, 0, char(57344), char(57345))
         FROM entry_words JOIN entry e ON e.seq = entry_words.rowid
         WHERE entry_words MATCH ?1 ORDER BY entry_words.rowid DESC LIMIT 50"
    );
    ids(rows(db, &sql, &[Value::Text(expression(typed))]))
}

/// As [`search`], the best first.
pub fn search_best(db: &Connection, typed: &str) -> Vec<Id> {
    let sql = format!(
        "SELECT {SUMMARY}, snippet(entry_words, 1, char(57344), char(57345), '…', 26), highlight(entry_words, 0, char(57344), char(57345))
         FROM entry_words JOIN entry e ON e.seq = entry_words.rowid
         WHERE entry_words MATCH ?1 AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank LIMIT 50"
    );
    ids(rows(db, &sql, &[Value::Text(expression(typed))]))
}

/// The rows of entries whose text is indexed as it stands, from the newest on.
pub fn plain_entries(db: &Connection) -> Vec<(i64, Id)> {
    let sql = "SELECT seq, id FROM entry
               WHERE trashed_at IS NULL AND unbroken = 0 AND folded_title IS NULL AND folded_body IS NULL ORDER BY seq DESC";
    let mut statement = db.prepare(sql).expect("a statement");
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    found.collect::<Result<_, _>>().expect("every row")
}

/// A draft of a new entry; its row.
pub fn begin_new(db: &mut Connection, day: &str) -> i64 {
    committed(db, |db| {
        let sql = "INSERT INTO draft (id, saved_at, day, words, body) VALUES (randomblob(16), ?1, ?2, 0, '')";
        run(db, sql, params![1, day]);
    });
    db.last_insert_rowid()
}

/// What is typed, into the draft of a new entry.
pub fn save_new_draft(db: &mut Connection, draft: i64, body: &str) {
    committed(db, |db| {
        let sql = "UPDATE draft SET touched = 1, saved_at = ?2, body = ?3, words = 150, excerpt = substr(?3, 1, 160) WHERE seq = ?1";
        run(db, sql, params![draft, 2, body]);
    });
}

/// The text into a new entry and, by the triggers, into the index; the draft away.
pub fn save_new(db: &mut Connection, draft: i64, body: &str) {
    committed(db, |db| {
        let write = "INSERT INTO entry (id, day, written_at, zone_id, offset_s, saved_day, mood, words, excerpt, body)
                     SELECT id, day, ?2, 'Europe/Berlin', 3600, day, mood, 150, substr(?3, 1, 160), ?3 FROM draft WHERE seq = ?1";
        run(db, write, params![draft, 3, body]);
        run(db, "DELETE FROM draft WHERE seq = ?1", params![draft]);
    });
}

/// A draft of the entry's text.
pub fn begin_draft(db: &mut Connection, seq: i64) {
    committed(db, |db| {
        let sql = "INSERT INTO draft (id, entry, base_revision, saved_at, day, mood, prompt, form, starred, words, title, excerpt, body)
                   SELECT randomblob(16), seq, revision, ?2, day, mood, prompt, form, starred, words, title, excerpt, body
                   FROM entry WHERE seq = ?1";
        run(db, sql, params![seq, 1]);
    });
}

/// What is typed, into the draft.
pub fn save_draft(db: &mut Connection, seq: i64, body: &str) {
    committed(db, |db| {
        let sql = "UPDATE draft SET touched = 1, saved_at = ?2, body = ?3, words = 150, excerpt = substr(?3, 1, 160) WHERE entry = ?1";
        run(db, sql, params![seq, 2, body]);
    });
}

/// The text before into the history, the new one into the entry and, by the triggers, into the index; the draft away.
pub fn save_entry(db: &mut Connection, seq: i64, body: &str) {
    committed(db, |db| {
        let keep =
            "INSERT INTO revision (entry, number, saved_at, saved_day, tags, feelings, day, mood, prompt, form, starred, title, body,
                                          words, excerpt)
                    SELECT e.seq, e.revision, coalesce(e.edited_at, e.written_at), e.saved_day,
                           coalesce((SELECT group_concat(tag, char(10)) FROM entry_tag WHERE entry = e.seq), ''),
                           coalesce((SELECT group_concat(feeling, ',') FROM entry_feeling WHERE entry = e.seq), ''),
                           e.day, e.mood, e.prompt, e.form, e.starred, e.title, e.body, e.words, e.excerpt
                    FROM entry e WHERE e.seq = ?1";
        run(db, keep, params![seq]);
        let rewrite = "UPDATE entry SET edited_at = ?2, saved_day = ?3, revision = revision + 1, words = 150,
                              excerpt = substr(?4, 1, 160), body = ?4 WHERE seq = ?1";
        run(db, rewrite, params![seq, 3, "2026-11-23", body]);
        run(db, "DELETE FROM draft WHERE entry = ?1", params![seq]);
    });
}

fn committed(db: &mut Connection, change: impl FnOnce(&Connection)) {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate).expect("a transaction");
    change(&tx);
    tx.commit().expect("on disk");
}

fn run(db: &Connection, sql: &str, values: impl rusqlite::Params) {
    let changed = db.prepare_cached(sql).expect("a statement").execute(values).expect("done");
    assert_eq!(changed, 1, "{sql}");
}

fn days(db: &Connection, first: &str, last: &str) -> Vec<Vec<Value>> {
    let sql = "SELECT day, count(*), avg(mood), sum(words) FROM entry
               WHERE trashed_at IS NULL AND day BETWEEN ?1 AND ?2 GROUP BY day ORDER BY day";
    rows(db, sql, &[first, last].map(str::to_owned).map(Value::Text))
}

fn checked_in(db: &Connection, first: &str, last: &str) -> Vec<Vec<Value>> {
    let sql = "SELECT day, mood FROM daily_check_ins WHERE day BETWEEN ?1 AND ?2 ORDER BY day";
    rows(db, sql, &[first, last].map(str::to_owned).map(Value::Text))
}

fn timeline(most: u32) -> String {
    format!(
        "SELECT {SUMMARY} FROM entry e WHERE trashed_at IS NULL AND day >= ?1 AND (day, written_at, id) < (?2, ?3, x'ff')
         ORDER BY day DESC, written_at DESC, id DESC LIMIT {most}"
    )
}

fn page(db: &Connection, sql: &str, bounds: &[Value], written_at: i64) -> Vec<Id> {
    ids(rows(db, sql, &[bounds, &[Value::Integer(written_at)]].concat()))
}

/// Every row with every column of it.
fn rows(db: &Connection, sql: &str, values: &[Value]) -> Vec<Vec<Value>> {
    let mut statement = db.prepare_cached(sql).expect("a statement");
    let columns = statement.column_count();
    let read = |row: &rusqlite::Row<'_>| (0..columns).map(|column| row.get(column)).collect::<Result<Vec<Value>, _>>();
    let rows = statement.query_map(rusqlite::params_from_iter(values), read).expect("rows");
    rows.collect::<Result<_, _>>().expect("every row")
}

fn ids(rows: Vec<Vec<Value>>) -> Vec<Id> {
    let id = |row: Vec<Value>| match row.into_iter().next() {
        Some(Value::Blob(id)) => id,
        other => unreachable!("an id, not {other:?}"),
    };
    rows.into_iter().map(id).collect()
}

/// What the index is asked for: the core's own words of it, so that both look for the same.
fn expression(typed: &str) -> String {
    Query::read(typed, |_| None).expect("short").words_expression().expect("words")
}
