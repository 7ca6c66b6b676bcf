//! The schema's steps: each is valid SQL, each earlier version comes up, a failed step leaves the version before it.

use super::migrations::{self, STEPS};
use super::samples::{
    Counting, SMALL, answer, assert_untouched, clock, code, count, create, execute, finish_run, open_as, secret, start_run,
};
use super::{SCHEMA_VERSION, StorageError, Vault};
use std::path::Path;

/// Rows as a release with schema `version` could have written them.
fn rows_of(version: usize) -> String {
    (1..=version).map(rows_new_in).collect()
}

/// Rows of what schema `version` has brought along.
const fn rows_new_in(version: usize) -> &'static str {
    match version {
        1 => {
            "INSERT INTO settings (key, value) VALUES ('name', 'Robin');
             INSERT INTO run (id, instrument, version, order_version, locale, partner_context, started_at, finished_at,
                              finished_day, zone_id, offset_s, inclusion, tags)
             VALUES (x'00112233445566778899AABBCCDDEEFF', 'me-and-us', 1, 1, 'en', 'current', 1000, NULL, NULL, NULL, NULL,
                     'automatic', ''),
                    (x'FF112233445566778899AABBCCDDEEFF', 'me-and-us', 1, 1, 'en', 'current', 1000, 2000, '2026-11-23', 'UTC', 0,
                     'included', 'grief');
             INSERT INTO answer (run, item, value, ms, answered_at)
             VALUES (x'00112233445566778899AABBCCDDEEFF', 'EF1', 3, 1500, 2000),
                    (x'00112233445566778899AABBCCDDEEFF', 'EF2', NULL, NULL, 2000);"
        }
        2 => {
            "INSERT INTO entry (id, day, written_at, zone_id, offset_s, saved_day, words, body)
             VALUES (x'22112233445566778899AABBCCDDEEFF', '2026-11-23', 1000, 'UTC', 0, '2026-11-23', 3, 'by the lighthouse'),
                    (x'22222233445566778899AABBCCDDEEFF', '2026-11-23', 1000, 'UTC', 0, '2026-11-23', 1, 'elsewhere');
             INSERT INTO entry_tag (entry, folded, position, tag) VALUES (1, 'cafe', 0, 'Café');"
        }
        3 => "UPDATE entry SET folded_title = '', unbroken = 1;",
        4 => {
            "INSERT INTO daily_check_ins (day, version, mood, own_time, sixth, saved_at, saved_on, zone_id, offset_s, feelings, line)
             VALUES ('2026-11-23', 1, 3, 1, 'contact', 1000, '2026-11-23', 'UTC', 0, 'calm,sad', 'by the canal');
             INSERT INTO daily_notes (day, written_at, text) VALUES ('2026-11-23', 2000, 'Later.'), ('2026-11-23', 3000, 'Later still.');
             INSERT INTO pulses (day, version, p1, p8, saved_at, saved_on, zone_id, offset_s)
             VALUES ('2026-11-23', 1, 0, 4, 1000, '2026-11-23', 'UTC', 0);
             INSERT INTO rule_labels (rule, label) VALUES (x'44112233445566778899AABBCCDDEEFF', 'Water the plants');"
        }
        5 => {
            "INSERT INTO circle_sources (id, name, love, gives, created_at)
             VALUES (x'55112233445566778899AABBCCDDEEFF', 'Ada', 'friends', 'listening,fun', 1000);
             INSERT INTO circle_contacts (source, day, logged_at)
             VALUES (x'55112233445566778899AABBCCDDEEFF', '2026-11-22', 1000), (x'55112233445566778899AABBCCDDEEFF', '2026-11-23', 2000);
             INSERT INTO support_ticks (question, ticked_at) VALUES ('cost', 1000);
             INSERT INTO support_questions (id, written_at, text) VALUES (x'56112233445566778899AABBCCDDEEFF', 1000, 'May I bring tea?');
             INSERT INTO practice_spans (practice, begun_on) VALUES ('own-ten', '2026-11-01');
             INSERT INTO practice_attempts (id, practice, step, day, outcome, recorded_at, note)
             VALUES (x'57112233445566778899AABBCCDDEEFF', 'own-ten', 0, '2026-11-02', 'done', 1000, 'by the river');
             INSERT INTO practice_plans (practice, situation, action, remind_at, rule, planned_at)
             VALUES ('own-ten', 'it is eight', 'walk', 1200, x'58112233445566778899AABBCCDDEEFF', 1000);
             INSERT INTO practice_own_steps (practice, step, entry, text)
             VALUES ('mine-yours-ours', 100, x'59112233445566778899AABBCCDDEEFF', 'the post');
             INSERT INTO pattern_marks (pattern) VALUES ('anxiety');
             INSERT INTO boundaries (id, kind, mine, made_at, words)
             VALUES (x'5A112233445566778899AABBCCDDEEFF', 'mental', 1, 1000, 'no calls after ten');
             INSERT INTO boundary_uses (id, state, began_on, changed_on, began_at, boundary, rung, outcome, outcome_on)
             VALUES (x'5B112233445566778899AABBCCDDEEFF', 'ignored', '2026-11-01', '2026-11-02', 1000,
                     x'5A112233445566778899AABBCCDDEEFF', 'easy', 'ignored', '2026-11-02');
             INSERT INTO meetings (id, stage, begun_at, begun_on, minutes)
             VALUES (x'5C112233445566778899AABBCCDDEEFF', 'choosing', 1000, '2026-11-23', 20);
             INSERT INTO private_lines (id, meeting, heading, written_at, text)
             VALUES (x'5D112233445566778899AABBCCDDEEFF', x'5C112233445566778899AABBCCDDEEFF', 'origin', 1000, 'the old house');
             INSERT INTO agenda_topics (id, meeting, line, heading, position, text)
             VALUES (x'5E112233445566778899AABBCCDDEEFF', x'5C112233445566778899AABBCCDDEEFF',
                     x'5D112233445566778899AABBCCDDEEFF', 'origin', 1, 'a house');
             INSERT INTO agreements (id, meeting, who, made_on, review_on, rule, what)
             VALUES (x'5F112233445566778899AABBCCDDEEFF', x'5C112233445566778899AABBCCDDEEFF', 'both', '2026-11-23', '2026-12-01',
                     x'60112233445566778899AABBCCDDEEFF', 'walks');
             INSERT INTO agreement_reviews (agreement, outcome, reviewed_on, reviewed_at, next_on)
             VALUES (x'5F112233445566778899AABBCCDDEEFF', 'partly', '2026-11-24', 1000, '2026-12-01');
             INSERT INTO rule_errands (rule, kind, day) VALUES (x'60112233445566778899AABBCCDDEEFF', 'agreement', '2026-12-01');
             INSERT INTO rules_at_rest (rule) VALUES (x'61112233445566778899AABBCCDDEEFF');
             INSERT INTO ledger_entries (id, day, whose, done_by, saved_at, what)
             VALUES (x'62112233445566778899AABBCCDDEEFF', '2026-11-23', 'theirs', 'me', 1000, 'the tax form');"
        }
        _ => panic!("a new schema needs rows here, so that the next one is tried on them"),
    }
}

fn made_with(folder: &Path, steps: &[&str]) -> Vault {
    Vault::create_with(folder, &secret(1), None, SMALL, &mut Counting(9), steps).unwrap()
}

fn version_of(vault: &Vault) -> i64 {
    vault.read(|tx| Ok::<_, StorageError>(tx.query_row("PRAGMA user_version", [], |row| row.get(0))?)).unwrap()
}

#[test]
fn every_step_is_valid() {
    migrations::definition(STEPS).validate().unwrap();
}

#[test]
fn every_earlier_version_comes_up_with_its_rows() {
    for version in 1..=STEPS.len() {
        let folder = tempfile::tempdir().unwrap();
        let vault = made_with(folder.path(), &STEPS[..version]);
        vault.write(|tx| Ok::<_, StorageError>(tx.execute_batch(&rows_of(version))?)).unwrap();
        drop(vault);

        let vault = open_as(folder.path(), 1).unwrap();
        assert_eq!(version_of(&vault), i64::from(SCHEMA_VERSION), "from {version}");
        assert_eq!((count(&vault, "settings"), count(&vault, "run"), count(&vault, "answer")), (1, 2, 2), "from {version}");
        let entries = if version < 2 { (0, 0) } else { (2, 1) };
        let found = count(&vault, "entry_words WHERE entry_words MATCH 'lighthouse'");
        assert_eq!((count(&vault, "entry"), found), entries, "from {version}");
        let asked = ["daily_check_ins", "daily_notes", "pulses", "rule_labels"].map(|table| count(&vault, table));
        assert_eq!(asked, if version < 4 { [0; 4] } else { [1, 2, 1, 1] }, "from {version}");
        let around = ["circle_sources", "circle_contacts", "support_ticks", "support_questions"].map(|table| count(&vault, table));
        assert_eq!(around, if version < 5 { [0; 4] } else { [1, 2, 1, 1] }, "from {version}");
        let practised =
            ["practice_spans", "practice_attempts", "practice_plans", "practice_own_steps", "pattern_marks", "boundaries", "boundary_uses"];
        assert_eq!(practised.map(|table| count(&vault, table)), [i64::from(version >= 5); 7], "from {version}");
        let together = [
            "meetings",
            "private_lines",
            "agenda_topics",
            "agreements",
            "agreement_reviews",
            "rule_errands",
            "rules_at_rest",
            "ledger_entries",
        ];
        assert_eq!(together.map(|table| count(&vault, table)), [i64::from(version >= 5); 8], "from {version}");
    }
}

#[test]
fn steps_are_taken_one_by_one_and_a_failed_one_leaves_the_one_before() {
    let folder = tempfile::tempdir().unwrap();
    let good = "CREATE TABLE later (n INTEGER NOT NULL) STRICT; INSERT INTO later (n) VALUES (1);";
    let bad = "INSERT INTO later (n) VALUES (2); INSERT INTO later (n) VALUES ('no number');";
    drop(made_with(folder.path(), STEPS));

    let steps: Vec<_> = STEPS.iter().copied().chain([good, bad]).collect();
    assert_eq!(code(Vault::open_with(folder.path(), &secret(1), None, clock(), &steps)), "internal");

    let vault = Vault::open_with(folder.path(), &secret(1), None, clock(), &steps[..steps.len() - 1]).unwrap();
    assert_eq!(version_of(&vault), i64::from(SCHEMA_VERSION) + 1);
    assert_eq!(count(&vault, "later"), 1, "nothing of the failed step");
}

#[test]
fn a_step_that_orphans_rows_is_not_committed() {
    let folder = tempfile::tempdir().unwrap();
    let vault = made_with(folder.path(), STEPS);
    start_run(&vault, 1).unwrap();
    answer(&vault, 1, "EF1", Some(3)).unwrap();
    drop(vault);

    let wrong = "DELETE FROM run;";
    let steps: Vec<_> = STEPS.iter().copied().chain([wrong]).collect();
    assert_eq!(code(Vault::open_with(folder.path(), &secret(1), None, clock(), &steps)), "internal");
    let vault = open_as(folder.path(), 1).unwrap();
    assert_eq!(version_of(&vault), i64::from(SCHEMA_VERSION));
}

#[test]
fn a_step_may_rebuild_a_table_that_others_point_to() {
    let folder = tempfile::tempdir().unwrap();
    let vault = made_with(folder.path(), STEPS);
    start_run(&vault, 1).unwrap();
    answer(&vault, 1, "EF1", Some(3)).unwrap();
    drop(vault);

    let rebuilt = "
        DROP TRIGGER answer_insert_frozen;
        DROP TRIGGER answer_update_frozen;
        DROP TRIGGER answer_delete_frozen;
        CREATE TABLE rebuilt (id BLOB NOT NULL PRIMARY KEY) STRICT;
        INSERT INTO rebuilt (id) SELECT id FROM run;
        DROP TABLE run;
        ALTER TABLE rebuilt RENAME TO run;";
    let steps: Vec<_> = STEPS.iter().copied().chain([rebuilt]).collect();
    let vault = Vault::open_with(folder.path(), &secret(1), None, clock(), &steps).unwrap();
    assert_eq!((count(&vault, "run"), count(&vault, "answer")), (1, 1));
    execute(&vault, "DELETE FROM run WHERE id = ?1", 1).unwrap();
    assert_eq!(count(&vault, "answer"), 0, "afterwards foreign keys are on again");
}

#[test]
fn a_newer_schema_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let newer: Vec<_> = STEPS.iter().copied().chain(["CREATE TABLE later (n INTEGER NOT NULL) STRICT;"]).collect();
    drop(made_with(folder.path(), &newer));
    let refused = assert_untouched(folder.path(), || open_as(folder.path(), 1).err().unwrap());
    assert!(matches!(refused, StorageError::TooNew { found, supported } if found == SCHEMA_VERSION + 1 && supported == SCHEMA_VERSION));
    assert_eq!(
        count(&Vault::open_with(folder.path(), &secret(1), None, clock(), &newer).unwrap(), "later"),
        0,
        "the newer release still opens it"
    );
}

#[test]
fn every_table_is_strict() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let loose: Vec<String> = vault
        .read(|tx| {
            let mut statement = tx.prepare(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
            )?;
            let names = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            Ok::<_, StorageError>(names)
        })
        .unwrap();
    assert_eq!(loose, Vec::<String>::new());
}

#[test]
fn a_finished_run_takes_no_change_but_whether_it_counts() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    for run in [1, 2] {
        start_run(&vault, run).unwrap();
        answer(&vault, run, "EF1", Some(3)).unwrap();
    }
    execute(&vault, "UPDATE answer SET value = 2 WHERE run = ?1", 1).unwrap();
    finish_run(&vault, 1).unwrap();

    assert_eq!(code(answer(&vault, 1, "EF2", Some(1))), "internal", "no new answer");
    for refused in [
        "UPDATE answer SET value = 1 WHERE run = ?1",
        "UPDATE answer SET run = x'02020202020202020202020202020202' WHERE run = ?1",
        "DELETE FROM answer WHERE run = ?1",
        "UPDATE run SET finished_at = NULL, finished_day = NULL, zone_id = NULL, offset_s = NULL WHERE id = ?1",
        "UPDATE run SET tags = 'grief' WHERE id = ?1",
        "UPDATE run SET started_at = 1 WHERE id = ?1",
    ] {
        assert_eq!(code(execute(&vault, refused, 1)), "internal", "{refused}");
    }
    assert_eq!(
        code(execute(&vault, "UPDATE answer SET run = x'01010101010101010101010101010101', item = 'EF2' WHERE run = ?1", 2)),
        "internal"
    );

    execute(&vault, "UPDATE run SET inclusion = 'excluded' WHERE id = ?1", 1).unwrap();
    assert_eq!(count(&vault, "answer WHERE value = 2"), 1);
    execute(&vault, "DELETE FROM run WHERE id = ?1", 1).unwrap();
    assert_eq!((count(&vault, "run"), count(&vault, "answer")), (1, 1), "deleted with its answers, the other stays");
}

#[test]
fn every_column_of_a_run_but_inclusion_is_frozen() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    start_run(&vault, 1).unwrap();
    finish_run(&vault, 1).unwrap();
    let columns: Vec<String> = vault
        .read(|tx| {
            let mut statement = tx.prepare("SELECT name FROM pragma_table_info('run')")?;
            let names = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            Ok::<_, StorageError>(names)
        })
        .unwrap();
    let free: Vec<_> =
        columns.iter().filter(|column| execute(&vault, &format!("UPDATE run SET {column} = {column} WHERE id = ?1"), 1).is_ok()).collect();
    assert_eq!(free, ["inclusion"]);
}

#[test]
fn values_outside_their_range_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    start_run(&vault, 1).unwrap();
    answer(&vault, 1, "EF1", None).unwrap();
    assert_eq!(code(answer(&vault, 1, "EF2", Some(5))), "internal");
    assert_eq!(code(answer(&vault, 1, "EF2", Some(-1))), "internal");
    assert_eq!(code(answer(&vault, 1, "EF1", Some(1))), "internal", "one answer an item");
    assert_eq!(code(answer(&vault, 7, "EF1", Some(1))), "internal", "an answer belongs to a run");
    for refused in [
        "UPDATE answer SET ms = -1 WHERE run = ?1",
        "UPDATE run SET finished_at = 1 WHERE id = ?1",
        "UPDATE run SET finished_at = 1, finished_day = '2026-11-23' WHERE id = ?1",
        "UPDATE run SET inclusion = 'maybe' WHERE id = ?1",
        "UPDATE run SET partner_context = 'neighbour' WHERE id = ?1",
        "UPDATE run SET id = x'00' WHERE id = ?1",
        "UPDATE run SET started_at = 'yesterday' WHERE id = ?1",
    ] {
        assert_eq!(code(execute(&vault, refused, 1)), "internal", "{refused}");
    }
}
