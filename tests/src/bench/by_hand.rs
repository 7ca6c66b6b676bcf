//! The rows of one Check written with plain SQL: the same cipher, pragmas, schema and commits, and no rules at all.

use super::timed;
use crate::raw;
use crate::world::instrument;
use rusqlite::params;
use std::path::Path;
use std::time::Duration;

const SCHEMA: &str = include_str!("../../../core/migrations/001-check.sql");
const KEY: &str = "2b7e151628aed2a6abf7158809cf4f3c2b7e151628aed2a6abf7158809cf4f3c";

/// Writes and reads one Check in a new database in `folder`, which is removed after it; opening is not timed.
pub fn one_check(folder: &Path) -> Duration {
    std::fs::create_dir_all(folder).expect("a folder");
    let mut db = raw::connect(&folder.join("by-hand.db"), KEY);
    db.execute_batch(raw::PRAGMAS).expect("pragmas");
    db.execute_batch(SCHEMA).expect("a schema");
    let run = [7_u8; 16];
    let (time, read) = timed(|| {
        db.prepare_cached(
            "INSERT INTO run (id, instrument, version, order_version, locale, partner_context, started_at)
             VALUES (?1, 'me-and-us', 1, 1, 'en', 'current', ?2)",
        )
        .and_then(|mut statement| statement.execute(params![run, super::check::NOW]))
        .expect("begun");
        for (position, item) in (0_i64..).zip(&instrument().items) {
            let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).expect("a transaction");
            tx.prepare_cached("INSERT INTO answer (run, item, value, ms, answered_at) VALUES (?1, ?2, ?3, 3000, ?4)")
                .and_then(|mut statement| statement.execute(params![run, item.id, position * 7 % 5, super::check::NOW]))
                .expect("answered");
            tx.commit().expect("on disk");
        }
        db.prepare_cached("UPDATE run SET finished_at = ?2, finished_day = '2026-11-23', zone_id = 'UTC', offset_s = 0 WHERE id = ?1")
            .and_then(|mut statement| statement.execute(params![run, super::check::NOW]))
            .expect("finished");
        let mut statement = db.prepare_cached("SELECT item, value, ms FROM answer WHERE run = ?1").expect("a statement");
        let rows = statement.query_map([run], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?)));
        rows.expect("rows").collect::<Result<Vec<_>, _>>().expect("every row").len()
    });
    assert_eq!(read, instrument().items.len());
    drop(db);
    std::fs::remove_dir_all(folder).expect("removed");
    time
}
