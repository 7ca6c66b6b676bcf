//! Nothing of what a person wrote or chose can be read in the vault's files: not while it is open, not when it is
//! closed, not after deleting. What the safety page was answered is not even in the decrypted vault.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{Grace, NewCheck, Session, Settings};
use ampersand_core::assessment::draft::PartnerContext;
use ampersand_core::assessment::run::{BaselineChoice, LifeEvent};
use ampersand_core::assessment::safety::SafetyAnswer::{No, Skip, Yes};
use ampersand_core::checkin::daily::CheckInAnswers;
use ampersand_core::checkin::taps::TapAnswer;
use ampersand_core::checkin::week::WeekStart;
use ampersand_core::ids::RunId;
use ampersand_tests::files::{copy, readable};
use ampersand_tests::pages::{clear, places};
use ampersand_tests::raw;
use ampersand_tests::world::{ALL_NO, SECRET, answered, at, create, instrument, leaning, open};
use std::path::Path;

const NAME: &str = "Marguerite";

/// What is stored as text, and would be found if it were in the clear. Long enough not to come up by chance.
const STORED: &[&str] = &[
    NAME,
    "job_loss",
    "break_up",
    "most_recent",
    "me-and-us",
    "also_in_past",
    "sexual_opt_in",
    "safety_answered",
    "care_mode",
    "welcomed",
    "CREATE TABLE",
    "settings",
    "answer_insert_frozen",
    "run_by_finish",
    "partner_context",
    "SQLite format 3",
];

/// What is not stored at all, in whatever form.
fn never_stored() -> Vec<String> {
    let labels = instrument().answers.iter().map(|answer| answer.label.clone()).filter(|label| label.len() > 4);
    labels.chain(instrument().items.iter().map(|item| item.text.clone())).collect()
}

fn stored() -> Vec<String> {
    STORED.iter().map(|word| (*word).to_owned()).collect()
}

/// A whole Check, with everything that can be set and chosen.
fn lived_in(folder: &Path) -> (Session, RunId) {
    let session = create(folder, 21);
    session.complete_first_run(Some(NAME)).unwrap();
    let settings = Settings {
        name: Some(NAME.into()),
        region: Some("GB".into()),
        partner_context: PartnerContext::MostRecent,
        also_in_past: true,
        sexual_opt_in: true,
        baseline: BaselineChoice::Second,
        auto_lock: Grace::Minute1,
        care_phrases: true,
        week_start: WeekStart::Sunday,
    };
    session.save_settings(&settings).unwrap();
    let new = NewCheck { partner_context: PartnerContext::MostRecent, fresh: false };
    let run = answered(&session, &at(0, 0), new, leaning(3, 1));
    session.finish_check(&at(0, 1), run, &[LifeEvent::JobLoss, LifeEvent::BreakUp]).unwrap();
    session.answer_safety(&[Yes, No, Skip, No, No]).unwrap();
    session.check_result(run).unwrap();
    (session, run)
}

/// The bytes that an answer's row holds one after the other: the run, the item, the value where it takes a byte, and
/// the four seconds spent. Each alone comes up by chance in a megabyte of cipher; together they do not.
fn rows_of(run: RunId) -> Vec<Vec<u8>> {
    let value = leaning(3, 1);
    let items = instrument().items.iter().map(|item| {
        let value = value(item).and_then(|value| u8::try_from(value).ok()).unwrap();
        // SQLite keeps 0 and 1 in the row's header.
        let value = (value > 1).then_some(value);
        [item.id.as_bytes().to_vec(), value.into_iter().collect(), 4_000_u16.to_be_bytes().to_vec()].concat()
    });
    items.chain([run.as_bytes().to_vec(), run.to_string().into_bytes()]).collect()
}

/// How many of `rows` can be read in the folder's files.
fn rows_readable(folder: &Path, rows: &[Vec<u8>]) -> usize {
    let files = ampersand_tests::files::bytes_of(folder);
    let latin = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect::<String>();
    let texts: Vec<String> = files.values().map(|bytes| latin(bytes)).collect();
    rows.iter().filter(|row| texts.iter().any(|text| text.contains(&latin(row)))).count()
}

fn assert_nothing_readable(folder: &Path, run: RunId, when: &str) {
    let words: Vec<String> = stored().into_iter().chain(never_stored()).collect();
    assert_eq!(readable(folder, &words), Vec::<String>::new(), "{when}");
    assert_eq!(rows_readable(folder, &rows_of(run)), 0, "{when}");
    for name in ["keyring.json", "vault.lock"] {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        assert!(instrument().items.iter().all(|item| !text.contains(&item.id)), "{when}: an item in {name}");
    }
}

/// The rows of the closed vault that a new one does not have: an index of words has some before there is a word.
fn rows_since_new(folder: &Path) -> Vec<String> {
    let new = tempfile::tempdir().unwrap();
    create(new.path(), 1).lock();
    let of_a_new_one = raw::rows(new.path(), &SECRET);
    raw::rows(folder, &SECRET).into_iter().filter(|row| !of_a_new_one.contains(row)).collect()
}

#[test]
fn nothing_can_be_read_in_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let (session, run) = lived_in(folder.path());
    let open_still = copy(folder.path());
    assert!(std::fs::metadata(open_still.path().join("vault.db-wal")).unwrap().len() > 0, "the log is there");
    assert_nothing_readable(open_still.path(), run, "open, with its log");
    session.lock();
    assert_nothing_readable(folder.path(), run, "closed");
    let session = open(folder.path(), 22).unwrap();
    session.delete_check(run).unwrap();
    assert_nothing_readable(copy(folder.path()).path(), run, "after deleting, with its log");
    session.lock();
    assert_nothing_readable(folder.path(), run, "after deleting, closed");
    let left = rows_since_new(folder.path());
    assert!(left.iter().all(|row| row.starts_with("settings ")), "{left:?}");
}

#[test]
fn what_is_looked_for_would_be_found() {
    let folder = tempfile::tempdir().unwrap();
    let (session, run) = lived_in(folder.path());
    session.lock();
    // The same vault in the clear.
    let clear = tempfile::tempdir().unwrap();
    let path = clear.path().join("clear.db");
    let db = raw::open(folder.path(), &SECRET);
    db.execute("ATTACH DATABASE ?1 AS clear KEY ''", [path.to_str().unwrap()]).unwrap();
    db.query_row("SELECT sqlcipher_export('clear')", [], |_| Ok(())).unwrap();
    db.close().unwrap();
    for word in stored() {
        assert!(!readable(clear.path(), std::slice::from_ref(&word)).is_empty(), "{word} would not be found");
    }
    // The run's id is stored as bytes, so that its text is the one form that is not there.
    assert_eq!(rows_readable(clear.path(), &rows_of(run)), instrument().items.len() + 1);

    let planted = copy(folder.path());
    let wide: Vec<u8> = "margueRITE".encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(planted.path().join("note"), wide).unwrap();
    assert_eq!(readable(planted.path(), &stored()).len(), 1);
}

/// A line, what it was changed to, and a note.
const ASKED: [&str; 3] = ["pelargonium windowsill", "kingfisher causeway", "marginal lamplighter"];

#[test]
fn what_was_answered_about_a_day_can_be_read_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 23);
    let ctx = at(2, 0);
    let day = ctx.today().unwrap();
    let answers = |line: &str| CheckInAnswers {
        answers: vec![TapAnswer { item: "whose_feeling".into(), value: Some(1) }],
        feelings: vec!["overwhelmed".into()],
        line: Some(line.into()),
    };
    let stored = ["overwhelmed", "whose_feeling", "daily_check_ins", "daily_notes", "rule_labels", "yes_meaning_no"];
    let words: Vec<String> = ASKED.into_iter().chain(stored).map(str::to_owned).collect();
    let unreadable = |when: &str| assert_eq!(readable(copy(folder.path()).path(), &words), Vec::<String>::new(), "{when}");
    let in_the_clear = |word: &str| !places(&clear(folder.path(), &SECRET), word).is_empty();

    // Long, so that what takes its place does not cover it by chance.
    session.save_check_in(&ctx, day, &answers(&format!("{}{}", ASKED[0], ", rain and tea".repeat(16)))).unwrap();
    unreadable("the line");
    assert!(in_the_clear(ASKED[0]), "what is looked for would be found");
    session.save_check_in(&ctx, day, &answers(ASKED[1])).unwrap();
    session.annotate_check_in(&ctx, day, ASKED[2]).unwrap();
    session.save_pulse(&ctx, day, &[TapAnswer { item: "P8".into(), value: Some(4) }]).unwrap();
    unreadable("open, with its log");
    session.lock();
    unreadable("closed");
    for word in &words[1..] {
        assert!(in_the_clear(word), "{word} would not be found");
    }
    assert!(!in_the_clear(ASKED[0]), "what a line said before is on no page");
}

#[test]
fn the_answers_of_the_safety_page_are_nowhere() {
    let stored_after = |answers: [_; 5]| {
        let folder = tempfile::tempdir().unwrap();
        let session = create(folder.path(), 5);
        session.answer_safety(&answers).unwrap();
        session.lock();
        rows_since_new(folder.path())
    };
    let flags = |on: &[&str]| on.iter().map(|key| format!("settings [Text(\"{key}\"), Text(\"yes\")]")).collect::<Vec<_>>();
    let care = flags(&["care_mode", "safety_answered"]);
    assert_eq!(stored_after([Yes, No, No, No, No]), care);
    assert_eq!(stored_after([No, No, No, No, Yes]), care);
    assert_eq!(stored_after([Yes, Skip, Yes, No, Skip]), care);
    assert_eq!(stored_after(ALL_NO), flags(&["safety_answered"]));
    assert_eq!(stored_after([Skip; 5]), flags(&["safety_answered"]));
}
