//! What was purged is gone: from every file of the vault's folder and every page of it, decrypted and free ones too. But
//! for safety copies that were taken before, and the purge names them.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{NewEntry, SearchOrder, Session, SnapshotKind};
use ampersand_core::ids::EntryId;
use ampersand_core::journal::entry::EntryContent;
use ampersand_tests::journal::written;
use ampersand_tests::pages::{clear, places};
use ampersand_tests::raw;
use ampersand_tests::world::{SECRET, at, create, open};
use std::path::Path;

/// Words that stand in nothing else. An index leaves out how a word begins where the one before it begins alike, so that
/// what is looked for is how each ends.
const DRAFTED: &str = "quondamblossom";
const SAVED: &str = "vexillogalaxy";
const TITLED: &str = "jentacularpond";
const TAGGED: &str = "xerophytemirth";
const DISCARDED: &str = "yaffingaletrumpet";
const LAST: &str = "ziggurathammock";
const UNBROKEN: &str = "琥珀蝶々紬";
const EVERYTHING: [&str; 7] = [DRAFTED, SAVED, TITLED, TAGGED, DISCARDED, LAST, UNBROKEN];

/// How a word ends; of one of an unbroken script three characters, as they are indexed.
fn ending(word: &str) -> &str {
    let length = if word.is_ascii() { 8 } else { 9 };
    &word[word.len() - length..]
}

/// The words that can be read, each with where.
fn found(folder: &Path) -> Vec<(&'static str, Vec<String>)> {
    let pages = clear(folder, &SECRET);
    let of = |word: &'static str| (word, places(&pages, ending(word)).into_iter().map(str::to_owned).collect::<Vec<_>>());
    EVERYTHING.into_iter().map(of).filter(|(_, places)| !places.is_empty()).collect()
}

/// Enough other entries that the words share pages, indexes and statistics with others.
fn lived_in(folder: &Path) -> Session {
    let session = create(folder, 31);
    for number in 0..60 {
        let editor = session.begin_entry(&at(0, 0), &NewEntry::default()).unwrap();
        let body = format!("An ordinary day, number {number}. {}", "Rain, tea, a long walk by the river. ".repeat(number % 9));
        let tags = vec![format!("ordinary{}", number % 5), "walks".to_owned()];
        session.save_entry(&at(0, 0), editor.draft, &EntryContent { body, tags, ..editor.content }).unwrap();
    }
    session
}

/// An entry through everything that can happen to its words, up to the trash. It spans several pages.
fn through_everything(session: &Session) -> EntryId {
    let ctx = at(0, 1);
    let long = |word: &str| format!("{word} at first. {}{word} at last.", "And then some more of it. ".repeat(300));
    let editor = session.begin_entry(&ctx, &NewEntry::default()).unwrap();
    let typed = |body: String| EntryContent { body, ..editor.content.clone() };
    session.save_draft(&ctx, editor.draft, &typed(long(DRAFTED))).unwrap();
    session.save_draft(&ctx, editor.draft, &typed("Something else.".into())).unwrap();
    let saved = EntryContent {
        title: Some(format!("About {TITLED}")),
        tags: vec![TAGGED.into(), "walks".into()],
        ..typed(format!("{} {UNBROKEN}", long(SAVED)))
    };
    let id = session.save_entry(&ctx, editor.draft, &saved).unwrap().entry.id;
    assert_eq!(session.search(&ctx, SAVED, SearchOrder::Newest, None).unwrap().hits.len(), 1);
    assert_eq!(session.search(&ctx, UNBROKEN, SearchOrder::Newest, None).unwrap().hits.len(), 1);

    let let_go = session.edit_entry(&ctx, id).unwrap();
    session.save_draft(&ctx, let_go.draft, &EntryContent { body: long(DISCARDED), ..saved.clone() }).unwrap();
    session.discard_draft(&ctx, let_go.draft).unwrap();
    let edited = session.edit_entry(&ctx, id).unwrap();
    session.save_entry(&ctx, edited.draft, &EntryContent { body: long(LAST), ..saved }).unwrap();
    // A draft that is open when the entry goes.
    let open = session.edit_entry(&ctx, id).unwrap();
    session.save_draft(&ctx, open.draft, &EntryContent { body: long(DRAFTED), ..open.content }).unwrap();
    session.trash_entries(&ctx, &[id]).unwrap();
    id
}

#[test]
fn the_words_are_there_up_to_the_purge_and_nowhere_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = lived_in(folder.path());
    let id = through_everything(&session);
    let there: Vec<&str> = found(folder.path()).into_iter().map(|(word, _)| word).collect();
    assert_eq!(there, EVERYTHING, "what is looked for would be found");
    session.lock();
    let there: Vec<&str> = found(folder.path()).into_iter().map(|(word, _)| word).collect();
    assert_eq!(there, EVERYTHING, "closed, in the trash");

    let session = open(folder.path(), 32).unwrap();
    let purged = session.purge_entries(&[id]).unwrap();
    assert_eq!((purged.count, purged.still_in), (1, vec![]));
    assert_eq!(found(folder.path()), [], "open, after the purge");
    written(&session, &at(0, 2), "The next day.");
    assert_eq!(found(folder.path()), [], "and after writing went on");
    session.lock();
    assert_eq!(found(folder.path()), [], "closed");
}

#[test]
fn the_trash_forgets_by_itself_after_thirty_days() {
    let folder = tempfile::tempdir().unwrap();
    let session = lived_in(folder.path());
    through_everything(&session);
    for (day, there) in [(29, EVERYTHING.len()), (30, 0)] {
        session.begin_upkeep(&at(day, 12)).unwrap();
        while !session.step_upkeep(&at(day, 12), 100).unwrap().finished {}
        let left: Vec<_> =
            found(folder.path()).into_iter().filter(|(_, places)| places.iter().any(|place| place.starts_with("vault"))).collect();
        assert_eq!(left.len(), there, "day {day}: {left:?}");
    }
    // The safety copies are of before; a week later they are new.
    assert!(!found(folder.path()).is_empty());
    session.begin_upkeep(&at(37, 12)).unwrap();
    while !session.step_upkeep(&at(37, 12), 100).unwrap().finished {}
    assert_eq!(found(folder.path()), []);
}

#[test]
fn safety_copies_that_still_hold_the_words_are_named_and_can_go() {
    let folder = tempfile::tempdir().unwrap();
    let session = lived_in(folder.path());
    let id = through_everything(&session);
    session.begin_upkeep(&at(0, 2)).unwrap();
    while !session.step_upkeep(&at(0, 2), 100).unwrap().finished {}
    let purged = session.purge_entries(&[id]).unwrap();
    let kinds: Vec<SnapshotKind> = purged.still_in.iter().map(|copy| copy.kind).collect();
    assert_eq!(kinds, [SnapshotKind::Daily, SnapshotKind::Weekly]);
    let left = found(folder.path());
    assert!(!left.is_empty(), "they hold the words");
    let elsewhere: Vec<_> = left.iter().flat_map(|(_, places)| places).filter(|place| !place.starts_with("snapshot-")).collect();
    assert_eq!(elsewhere, Vec::<&String>::new());
    session.delete_snapshots().unwrap();
    assert_eq!(found(folder.path()), []);
    session.lock();
    assert_eq!(found(folder.path()), []);
}

#[test]
fn statistics_of_the_database_hold_no_word() {
    let folder = tempfile::tempdir().unwrap();
    let session = lived_in(folder.path());
    let id = through_everything(&session);
    session.restore_entries(&at(0, 3), &[id]).unwrap();
    // What closing does, on tables that were looked through.
    for round in 0..3 {
        session.search(&at(0, 3), &format!("tag:{TAGGED} {LAST}"), SearchOrder::Newest, None).unwrap();
        session.tag_entries(&at(0, 3), &[id], &[format!("{TAGGED}{round}")], &[]).unwrap();
    }
    session.lock();
    let session = open(folder.path(), 33).unwrap();
    session.journal(&at(0, 3), None).unwrap();
    session.lock();
    let analysed = "SELECT count(*) FROM sqlite_stat1 WHERE tbl IN ('entry_tag', 'entry')";
    let statistics: i64 = raw::open(folder.path(), &SECRET).query_row(analysed, [], |row| row.get(0)).unwrap();
    assert!(statistics > 0, "there are some");
    let session = open(folder.path(), 34).unwrap();
    session.trash_entries(&at(0, 3), &[id]).unwrap();
    session.purge_entries(&[id]).unwrap();
    session.lock();
    assert_eq!(found(folder.path()), []);
}
