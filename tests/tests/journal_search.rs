//! Searching the journal through its use-cases: what a screen gets, page by page, and what is never found.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{NewEntry, PageCursor, SearchOrder, SearchPage, Session};
use ampersand_core::journal::entry::EntryContent;
use ampersand_tests::journal::{code, written};
use ampersand_tests::world::{at, create, open};

fn in_vault(f: impl FnOnce(&Session)) {
    let folder = tempfile::tempdir().unwrap();
    f(&create(folder.path(), 1));
}

fn newest(session: &Session, text: &str) -> SearchPage {
    session.search(&at(0, 0), text, SearchOrder::Newest, None).unwrap()
}

fn bodies(session: &Session, text: &str) -> Vec<String> {
    newest(session, text).hits.into_iter().map(|hit| hit.snippet.replace(['\u{e000}', '\u{e001}'], "")).collect()
}

/// With brackets where the marks are.
fn shown(text: &str) -> String {
    text.replace('\u{e000}', "[").replace('\u{e001}', "]")
}

#[test]
fn a_hit_shows_where_it_was_found() {
    in_vault(|session| {
        let editor = session.begin_entry(&at(0, 0), &NewEntry::default()).unwrap();
        let content = EntryContent {
            title: Some("A walk".into()),
            body: "# Evening\n\nWe **walked** home. I was calm.".into(),
            feelings: vec!["calm".into()],
            tags: vec!["Us Two".into()],
            starred: true,
            ..editor.content
        };
        let entry = session.save_entry(&at(0, 0), editor.draft, &content).unwrap().entry;
        written(session, &at(1, 0), "\u{e000}nothing\u{e001} of it");

        let page = newest(session, "walk tag:\"us two\" feeling:Calm starred from:soon walk");
        let [hit] = page.hits.as_slice() else { panic!("{page:?}") };
        assert_eq!(hit.entry.id, entry.id);
        assert_eq!((hit.entry.tags.as_slice(), hit.entry.starred), (&["Us Two".to_owned()][..], true));
        assert_eq!(hit.title.as_deref().map(shown).as_deref(), Some("A [walk]"));
        assert_eq!(shown(&hit.snippet), "Evening We [walked] home. I was calm.");
        assert_eq!((page.ignored, page.next), (vec!["from:soon".to_owned()], None));

        let all = newest(session, "");
        assert_eq!(all.hits.len(), 2);
        assert_eq!(all.hits[0].snippet, "nothing of it", "what looks like a mark is none");
        assert_eq!(all.hits[1].title.as_deref(), Some("A walk"));
        assert_eq!(newest(session, "title walk ").hits.len(), 0);
    });
}

#[test]
fn pages_go_on_and_cursors_of_another_list_are_refused() {
    in_vault(|session| {
        for day in 0..60 {
            written(session, &at(day, 0), if day % 2 == 0 { "a walk" } else { "a long walk and home" });
        }
        for order in [SearchOrder::Newest, SearchOrder::Best] {
            let first = session.search(&at(0, 0), "walk ", order, None).unwrap();
            let cursor: PageCursor = first.next.clone().unwrap().to_string().parse().unwrap();
            let second = session.search(&at(0, 0), "walk ", order, Some(&cursor)).unwrap();
            assert_eq!((first.hits.len(), second.hits.len(), second.next), (50, 10, None));
            let mut ids: Vec<_> = first.hits.iter().chain(&second.hits).map(|hit| hit.entry.id).collect();
            let days: Vec<_> = first.hits.iter().chain(&second.hits).map(|hit| hit.entry.day).collect();
            assert_eq!(order == SearchOrder::Newest, days.is_sorted_by(|one, other| one > other), "{order:?}");
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), 60, "none twice, none left out: {order:?}");

            let other = if order == SearchOrder::Newest { SearchOrder::Best } else { SearchOrder::Newest };
            assert_eq!(code(session.search(&at(0, 0), "walk ", other, Some(&cursor))), "cursor malformed");
            assert_eq!(code(session.journal_page(None, Some(&cursor))), "cursor malformed");
        }
        for text in ["newest", "newest.1.2.3", "best.1.2026-11-23.1", "newest.2026-11-23.1.x", "best.x.2026-11-23.1.y"] {
            let cursor: PageCursor = text.parse().unwrap();
            for order in [SearchOrder::Newest, SearchOrder::Best] {
                assert_eq!(code(session.search(&at(0, 0), "", order, Some(&cursor))), "cursor malformed", "{text}");
            }
        }
        assert_eq!(code(session.search(&at(0, 0), &"x".repeat(1_001), SearchOrder::Newest, None)), "query too_long");
    });
}

#[test]
fn what_was_edited_away_trashed_or_purged_is_not_found() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let entry = written(&session, &at(0, 0), "the lighthouse at dusk");
    written(&session, &at(0, 1), "dusk again");
    assert_eq!(bodies(&session, "lighthouse "), ["the lighthouse at dusk"]);

    let editor = session.edit_entry(&at(0, 2), entry.id).unwrap();
    let content = EntryContent { body: "the harbour at dusk".into(), ..editor.content };
    session.save_draft(&at(0, 2), editor.draft, &content).unwrap();
    assert_eq!(bodies(&session, "harbour "), [""; 0], "a draft is no entry yet");
    session.save_entry(&at(0, 2), editor.draft, &content).unwrap();
    assert_eq!((bodies(&session, "lighthouse "), bodies(&session, "harbour ").len()), (vec![], 1), "nor is an earlier text");

    session.trash_entries(&at(0, 3), &[entry.id]).unwrap();
    assert_eq!((bodies(&session, "harbour "), bodies(&session, "dusk ").len()), (vec![], 1));
    session.restore_entries(&at(0, 4), &[entry.id]).unwrap();
    assert_eq!(bodies(&session, "harbour ").len(), 1);

    session.trash_entries(&at(0, 5), &[entry.id]).unwrap();
    session.purge_entries(&[entry.id]).unwrap();
    assert_eq!(bodies(&session, "dusk "), ["dusk again"]);
    drop(session);
    let session = open(folder.path(), 1).unwrap();
    assert_eq!(bodies(&session, "dusk "), ["dusk again"], "also after it was opened again");

    session.lock();
    assert_eq!(code(session.search(&at(0, 0), "dusk", SearchOrder::Newest, None)), "locked: locked");
}
