//! The journal in lists: months, pages, several entries at once, and what is offered to write by.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{Editor, NewEntry, PageCursor, SearchOrder, Session};
use ampersand_core::error::Error;
use ampersand_core::ids::EntryId;
use ampersand_core::journal::entry::EntryContent;
use ampersand_core::time::{CivilDate, Month};
use ampersand_tests::journal::{code, open_drafts, written};
use ampersand_tests::world::{ALL_NO, DAY, HOUR, START, at, create, now};

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn in_vault(f: impl FnOnce(&Session)) {
    let folder = tempfile::tempdir().unwrap();
    f(&create(folder.path(), 1));
}

fn with_form(form: &str) -> NewEntry {
    NewEntry { form: Some(form.into()), ..NewEntry::default() }
}

fn saying(editor: &Editor, body: &str) -> EntryContent {
    EntryContent { body: body.into(), ..editor.content.clone() }
}

#[test]
fn a_deep_write_keeps_its_pace_and_lands() {
    in_vault(|session| {
        let deep = with_form("deep-write");
        let first = session.begin_entry(&at(0, 0), &deep).unwrap();
        assert_eq!(first.form.as_ref().and_then(|form| form.session), Some(1));
        session.save_draft(&at(0, 0), first.draft, &saying(&first, "it weighs")).unwrap();
        match session.begin_entry(&at(0, 1), &deep) {
            Err(Error::Conflict { kind, id }) => assert_eq!((kind.as_str(), id), ("draft_open", first.draft.to_string())),
            other => panic!("{other:?}"),
        }
        let saved = session.save_entry(&at(0, 2), first.draft, &saying(&first, "it weighs")).unwrap();
        assert!(saved.landing.is_some_and(|text| text.contains("feet")));
        assert_eq!(code(session.begin_entry(&at(1, 1), &deep)), "form too_soon");
        let plain = session.begin_entry(&at(1, 1), &NewEntry::default()).unwrap();
        let offer = plain.forms.iter().find(|form| form.id == "deep-write").unwrap();
        assert_eq!((offer.session, offer.available_from), (Some(2), Some(START + DAY + 2 * HOUR)));
        let second = session.begin_entry(&at(1, 2), &deep).unwrap();
        assert_eq!(second.form.as_ref().and_then(|form| form.session), Some(2));
        let edited = session.edit_entry(&at(1, 3), saved.entry.id).unwrap();
        assert_eq!(edited.form.and_then(|form| form.session), Some(1), "an old one keeps its place");
        let again = session.save_entry(&at(1, 3), edited.draft, &saying(&first, "it weighs less")).unwrap();
        assert_eq!(again.landing, None, "it has landed already");

        // In the trash it does not count.
        session.trash_entries(&at(1, 4), &[saved.entry.id]).unwrap();
        let anew = session.begin_entry(&at(1, 4), &deep).unwrap();
        assert_eq!(anew.form.and_then(|form| form.session), Some(1));
        assert_eq!(code(session.begin_entry(&at(1, 4), &with_form("poem"))), "form unknown_form");
    });
}

#[test]
fn a_form_begins_with_its_headings_which_are_nothing_yet() {
    in_vault(|session| {
        let editor = session.begin_entry(&at(0, 0), &with_form("thought-record")).unwrap();
        assert!(editor.content.body.starts_with("### What happened\n"));
        session.save_draft(&at(0, 0), editor.draft, &editor.content).unwrap();
        assert!(open_drafts(session, &at(0, 0)).is_empty());
        session.discard_draft(&at(0, 0), editor.draft).unwrap();
        assert_eq!(session.journal(&at(0, 0), None).unwrap().trashed, 0);
    });
}

#[test]
fn care_mode_asks_nothing_about_the_partner() {
    in_vault(|session| {
        let about = NewEntry { prompt: Some("for-who-they-are".into()), ..NewEntry::default() };
        let editor = session.begin_entry(&at(0, 0), &about).unwrap();
        assert!(editor.prompt_text.is_some());
        let entry = session.save_entry(&at(0, 0), editor.draft, &saying(&editor, "laughs")).unwrap().entry;
        assert!(entry.prompt_text.is_some());

        session.enter_care_mode().unwrap();
        assert_eq!(code(session.begin_entry(&at(0, 1), &about)), "prompt unknown_prompt");
        let editor = session.edit_entry(&at(0, 1), entry.id).unwrap();
        assert!(editor.prompt_text.is_none() && editor.prompts.iter().all(|prompt| prompt.id != "for-who-they-are"));
        let entry = session.save_entry(&at(0, 1), editor.draft, &saying(&editor, "laughs a lot")).unwrap().entry;
        assert_eq!((entry.prompt_text, entry.content.prompt), (None, None));
        let found = || session.search(&at(0, 2), "laughs", SearchOrder::Newest, None).unwrap().hits;
        assert_eq!(found().into_iter().map(|hit| hit.entry.prompt).collect::<Vec<_>>(), [None]);
        for day in 0..12 {
            assert_ne!(session.home(&at(day, 0)).unwrap().journal.prompt.unwrap().id, "for-who-they-are");
        }
        session.leave_care_mode(&ALL_NO).unwrap();
        assert_eq!(found()[0].entry.prompt.as_deref(), Some("for-who-they-are"));
        let after = session.entry(entry.id).unwrap();
        assert_eq!(after.content.prompt.as_deref(), Some("for-who-they-are"), "it stays an answer to it");
    });
}

#[test]
fn a_month_has_every_day_and_knows_its_neighbours() {
    in_vault(|session| {
        let on = |hours: i64, date: &str, mood: Option<i32>| {
            let ctx = at(0, hours);
            let editor = session.begin_entry(&ctx, &NewEntry { day: Some(day(date)), ..NewEntry::default() }).unwrap();
            session.save_entry(&ctx, editor.draft, &EntryContent { mood, ..saying(&editor, "two words") }).unwrap();
        };
        on(0, "2026-03-05", None);
        on(1, "2026-08-31", Some(4));
        on(2, "2026-08-31", Some(1));
        let view = session.journal(&at(0, 3), Some(month("2026-08"))).unwrap();
        assert_eq!((view.days.len(), view.page.entries.len(), view.total, view.trashed), (31, 2, 3, 0));
        let last = &view.days[30];
        assert_eq!((last.entries, last.mood, last.words, last.check_in), (2, Some(2.5), 4, false));
        assert!(view.days[..30].iter().all(|day| day.entries == 0 && day.mood.is_none()));
        assert_eq!((view.earlier, view.later), (Some(month("2026-03")), Some(month("2026-11"))), "the present month can be reached");
        let present = session.journal(&at(0, 3), None).unwrap();
        assert_eq!((present.month, present.earlier, present.later), (month("2026-11"), Some(month("2026-08")), None));
        let far = session.journal(&at(0, 3), Some(month("2030-01"))).unwrap();
        assert_eq!((far.earlier, far.later), (Some(month("2026-11")), None));
    });
}

#[test]
fn pages_follow_each_other_to_the_end() {
    in_vault(|session| {
        let all: Vec<EntryId> = (0..120).map(|n| written(session, &now(START + n * 1_000), "x").id).collect();
        let mut found = Vec::new();
        let mut next: Option<PageCursor> = None;
        let mut sizes = Vec::new();
        loop {
            // As it comes back from a shell.
            let cursor = next.map(|cursor| cursor.to_string().parse().unwrap());
            let page = session.journal_page(None, cursor.as_ref()).unwrap();
            sizes.push(page.entries.len());
            found.extend(page.entries.into_iter().map(|entry| entry.id));
            next = page.next;
            if next.is_none() {
                break;
            }
        }
        assert_eq!(sizes, [50, 50, 20]);
        assert_eq!(found, all.iter().rev().copied().collect::<Vec<_>>());
        let of_month = session.journal_page(Some(month("2026-10")), None).unwrap();
        assert_eq!((of_month.entries.len(), of_month.next), (0, None));

        session.trash_entries(&at(1, 0), &all).unwrap();
        let first = session.trash(None).unwrap();
        let second = session.trash(first.next.as_ref()).unwrap();
        assert_eq!((first.entries.len(), second.entries.len()), (50, 50));
        assert_eq!(code(session.journal_page(None, first.next.as_ref())), "cursor malformed", "another list's");
        let wrong: PageCursor = "timeline.2026-13-01.1.x".parse().unwrap();
        assert_eq!(code(session.journal_page(None, Some(&wrong))), "cursor malformed");
    });
}

#[test]
fn home_counts_days_and_shows_what_waits() {
    in_vault(|session| {
        let empty = session.home(&at(0, 0)).unwrap().journal;
        assert_eq!((empty.days_written, empty.of_days, empty.last, empty.open_drafts.len()), (0, 28, None, 0));
        for days in [0, 0, 5, 27, 28] {
            written(session, &at(days, 0), "x");
        }
        let editor = session.begin_entry(&at(28, 1), &NewEntry::default()).unwrap();
        session.save_draft(&at(28, 1), editor.draft, &saying(&editor, "later")).unwrap();
        let home = session.home(&at(28, 1)).unwrap().journal;
        assert_eq!((home.days_written, home.open_drafts.len()), (3, 1), "the first day is 29 days back");
        assert_eq!(home.last.map(|entry| entry.day), Some(day("2026-12-21")));
        assert_eq!(session.home(&at(28, 1)).unwrap().journal.prompt, session.home(&at(28, 5)).unwrap().journal.prompt);
    });
}

#[test]
fn several_at_once_are_all_or_none() {
    in_vault(|session| {
        let ids: Vec<EntryId> = (0..3).map(|n| written(session, &at(0, n), "x").id).collect();
        let gone = EntryId::from_bytes([9; 16]);
        let with_gone = [ids.as_slice(), &[gone]].concat();
        let ctx = at(1, 0);
        for refused in [
            code(session.star_entries(&ctx, &with_gone, true)),
            code(session.tag_entries(&ctx, &with_gone, &["x".into()], &[])),
            code(session.trash_entries(&ctx, &with_gone)),
            code(session.restore_entries(&ctx, &with_gone)),
        ] {
            assert_eq!(refused, "entry");
        }
        session.trash_entries(&ctx, &ids[..1]).unwrap();
        assert_eq!(code(session.purge_entries(&[ids[0], gone])), "entry");
        assert_eq!(code(session.star_entries(&ctx, &ids, true)), "entry_trashed");
        assert_eq!(code(session.purge_entries(&ids)), "entry_not_trashed");
        assert_eq!(session.restore_entries(&ctx, &ids).unwrap(), 1);
        for id in &ids {
            let entry = session.entry(*id).unwrap();
            assert_eq!((entry.content.starred, entry.content.tags.len(), entry.trashed_at), (false, 0, None));
        }
        assert_eq!(session.star_entries(&ctx, &ids, true).unwrap(), 3);
        assert_eq!(session.star_entries(&ctx, &ids[..1], true).unwrap(), 0);
        assert_eq!(code(session.star_entries(&ctx, &vec![ids[0]; 1_001], true)), "ids too_many");
    });
}

#[test]
fn tags_go_to_entries_and_their_drafts_without_a_revision() {
    in_vault(|session| {
        let editor = session.begin_entry(&at(0, 0), &NewEntry::default()).unwrap();
        let content = EntryContent { tags: vec!["Work".into(), "mum".into()], ..saying(&editor, "x") };
        let entry = session.save_entry(&at(0, 0), editor.draft, &content).unwrap().entry.id;
        let editor = session.edit_entry(&at(0, 1), entry).unwrap();
        session.save_draft(&at(0, 1), editor.draft, &saying(&editor, "y")).unwrap();
        let tags = |tags: &[&str]| tags.iter().map(|&tag| tag.to_owned()).collect::<Vec<_>>();

        assert_eq!(session.tag_entries(&at(0, 2), &[entry], &tags(&["rain", "MUM"]), &tags(&["work"])).unwrap(), 1);
        assert_eq!(session.tag_entries(&at(0, 2), &[entry], &tags(&["rain"]), &tags(&["work"])).unwrap(), 0);
        let view = session.entry(entry).unwrap();
        assert_eq!((view.content.tags, view.revision, view.earlier_texts), (tags(&["mum", "rain"]), 1, 0));
        let editor = session.edit_entry(&at(0, 3), entry).unwrap();
        assert_eq!((editor.content.tags.clone(), editor.stale), (tags(&["mum", "rain"]), false));
        assert_eq!(editor.known_tags, tags(&["mum", "rain"]));
        let many: Vec<String> = (0..19).map(|n| format!("t{n}")).collect();
        assert_eq!(code(session.tag_entries(&at(0, 3), &[entry], &many, &[])), "tags too_many");
        assert_eq!(code(session.tag_entries(&at(0, 3), &[entry], &tags(&["#x"]), &[])), "tag malformed");
        assert_eq!(session.entry(entry).unwrap().content.tags, tags(&["mum", "rain"]));
    });
}
