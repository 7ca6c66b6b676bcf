//! Writing, from the first word to the purge: nothing that was typed is lost on the way, and what is refused changes
//! nothing.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{ConflictChoice, Editor, EntryView, NewEntry, Session, Settings};
use ampersand_core::ids::{DraftId, EntryId};
use ampersand_core::journal::diff::{DiffKind, DiffPiece};
use ampersand_core::journal::entry::EntryContent;
use ampersand_core::journal::revision::RevisionKind;
use ampersand_core::time::{CivilDate, NowContext};
use ampersand_tests::journal::{code, open_drafts, written};
use ampersand_tests::world::{DAY, HOUR, START, at, create, open};
use std::path::Path;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn in_vault(f: impl FnOnce(&Session, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    f(&create(folder.path(), 1), folder.path());
}

fn begun(session: &Session, ctx: &NowContext) -> Editor {
    session.begin_entry(ctx, &NewEntry::default()).unwrap()
}

fn saying(editor: &Editor, body: &str) -> EntryContent {
    EntryContent { body: body.into(), ..editor.content.clone() }
}

/// Changes an entry's body by the editor.
fn rewritten(session: &Session, ctx: &NowContext, id: EntryId, body: &str) -> EntryView {
    let editor = session.edit_entry(ctx, id).unwrap();
    session.save_entry(ctx, editor.draft, &saying(&editor, body)).unwrap().entry
}

/// The entry's text was changed under an open draft, by bringing an earlier one back.
fn made_stale(session: &Session) -> (EntryId, DraftId, EntryContent) {
    let entry = written(session, &at(0, 0), "one").id;
    rewritten(session, &at(0, 1), entry, "two");
    let editor = session.edit_entry(&at(0, 2), entry).unwrap();
    let mine = saying(&editor, "mine");
    session.save_draft(&at(0, 2), editor.draft, &mine).unwrap();
    session.restore_revision(&at(0, 3), entry, 1, 2).unwrap();
    (entry, editor.draft, mine)
}

#[test]
fn what_was_typed_is_there_after_the_process_ends_at_any_moment() {
    in_vault(|session, folder| {
        let editor = begun(session, &at(0, 0));
        assert!(open_drafts(session, &at(0, 0)).is_empty(), "nothing typed yet");
        let content = EntryContent { title: Some("Rain".into()), mood: Some(1), ..saying(&editor, "half a sen") };
        let saved = session.save_draft(&at(0, 1), editor.draft, &content).unwrap();
        assert_eq!((saved.saved_at, saved.words), (START + HOUR, 3));

        // As a kill leaves it: the files as they are, while the session still has them open.
        let copy = tempfile::tempdir().unwrap();
        for file in std::fs::read_dir(folder).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
        }
        let session = open(copy.path(), 2).unwrap();
        let listed = open_drafts(&session, &at(0, 2));
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].id, listed[0].excerpt.as_str(), listed[0].stale), (editor.draft, "half a sen", false));
        let resumed = session.resume_draft(&at(0, 2), editor.draft).unwrap();
        assert_eq!((resumed.content, resumed.entry, resumed.base_revision), (content.clone(), None, 0));

        let entry = session.save_entry(&at(0, 3), editor.draft, &content).unwrap().entry;
        assert_eq!((entry.content, entry.revision, entry.edited_at), (content, 1, None));
        assert_eq!(code(session.resume_draft(&at(0, 3), editor.draft)), "draft", "its words are in the entry");
    });
}

#[test]
fn an_entry_has_one_draft_that_is_found_again() {
    in_vault(|session, _| {
        let entry = written(session, &at(0, 0), "one");
        let first = session.edit_entry(&at(0, 1), entry.id).unwrap();
        assert_eq!((&first.content, first.base_revision, first.stale), (&entry.content, 1, false));
        assert!(session.entry(entry.id).unwrap().open_drafts.is_empty(), "nothing typed yet");
        session.save_draft(&at(0, 2), first.draft, &saying(&first, "one and")).unwrap();
        let again = session.edit_entry(&at(0, 3), entry.id).unwrap();
        assert_eq!((again.draft, again.content.body.as_str()), (first.draft, "one and"));
        assert_eq!(session.entry(entry.id).unwrap().open_drafts.len(), 1);
        assert_eq!(session.entry(entry.id).unwrap().content.body, "one", "the entry waits for the save");
    });
}

#[test]
fn saving_keeps_the_text_before_and_an_unchanged_one_makes_none() {
    in_vault(|session, _| {
        let entry = written(session, &at(0, 0), "one").id;
        let second = rewritten(session, &at(1, 0), entry, "two");
        assert_eq!((second.revision, second.earlier_texts, second.edited_at), (2, 1, Some(START + DAY)));
        let same = rewritten(session, &at(2, 0), entry, "two");
        assert_eq!((same.revision, same.earlier_texts, same.edited_at), (2, 1, Some(START + DAY)));
        let editor = session.edit_entry(&at(2, 1), entry).unwrap();
        let starred = EntryContent { starred: true, ..editor.content };
        let saved = session.save_entry(&at(2, 1), editor.draft, &starred).unwrap().entry;
        assert_eq!((saved.revision, saved.content.starred), (2, true), "a star is no other text");
        let moved = EntryContent { day: day("2026-01-01"), ..starred };
        let editor = session.edit_entry(&at(2, 2), entry).unwrap();
        let saved = session.save_entry(&at(2, 2), editor.draft, &moved).unwrap().entry;
        assert_eq!((saved.revision, saved.content.day, saved.written_at), (3, day("2026-01-01"), START));

        let history = session.entry_history(entry).unwrap();
        let listed: Vec<_> = history.revisions.iter().map(|text| (text.revision, text.excerpt.as_str(), text.saved_at)).collect();
        assert_eq!((history.current, listed), (3, vec![(2, "two", START + DAY), (1, "one", START)]));
    });
}

#[test]
fn a_stale_save_keeps_the_draft_and_says_so() {
    in_vault(|session, _| {
        let (entry, draft, mine) = made_stale(session);
        let typed = EntryContent { body: "mine, longer".into(), ..mine };
        assert_eq!(code(session.save_entry(&at(0, 4), draft, &typed)), "entry_changed");
        let editor = session.resume_draft(&at(0, 5), draft).unwrap();
        assert_eq!((editor.content, editor.stale, editor.base_revision), (typed, true, 2));
        assert_eq!(session.entry(entry).unwrap().content.body, "one");
        assert!(session.entry(entry).unwrap().open_drafts[0].stale);
    });
}

#[test]
fn a_conflict_is_settled_with_both_texts_kept() {
    in_vault(|session, _| {
        let (entry, draft, _) = made_stale(session);
        let saved = session.settle_conflict(&at(1, 0), draft, ConflictChoice::MineOnTop).unwrap().entry;
        assert_eq!((saved.id, saved.content.body.as_str(), saved.revision), (entry, "mine", 4));
        let bodies: Vec<_> = session.entry_history(entry).unwrap().revisions.into_iter().map(|text| text.excerpt).collect();
        assert_eq!(bodies, ["one", "two", "one"]);
    });
    in_vault(|session, _| {
        let (entry, draft, mine) = made_stale(session);
        let saved = session.settle_conflict(&at(1, 0), draft, ConflictChoice::KeepBoth).unwrap().entry;
        assert_ne!(saved.id, entry);
        assert_eq!((saved.content, saved.revision, saved.written_at), (mine, 1, START + DAY));
        let other = session.entry(entry).unwrap();
        assert_eq!((other.content.body.as_str(), other.revision, other.open_drafts.len()), ("one", 3, 0));
    });
}

#[test]
fn a_discarded_text_is_in_the_trash_or_in_the_history() {
    in_vault(|session, _| {
        let empty = begun(session, &at(0, 0));
        session.discard_draft(&at(0, 0), empty.draft).unwrap();
        assert_eq!(session.trash(None).unwrap().entries.len(), 0, "it held nothing");

        let editor = begun(session, &at(0, 0));
        session.save_draft(&at(0, 0), editor.draft, &saying(&editor, "never mind")).unwrap();
        session.discard_draft(&at(0, 1), editor.draft).unwrap();
        assert!(open_drafts(session, &at(0, 1)).is_empty());
        let trashed = session.trash(None).unwrap().entries.remove(0);
        assert_eq!((trashed.excerpt.as_str(), trashed.purge_on), ("never mind", Some(day("2026-12-23"))));
        assert_eq!(session.restore_entries(&at(0, 2), &[trashed.id]).unwrap(), 1);
        assert_eq!(session.entry(trashed.id).unwrap().content.body, "never mind");

        let entry = trashed.id;
        let editor = session.edit_entry(&at(1, 0), entry).unwrap();
        session.discard_draft(&at(1, 0), editor.draft).unwrap();
        assert_eq!(session.entry(entry).unwrap().earlier_texts, 0, "nothing was typed");
        let editor = session.edit_entry(&at(1, 0), entry).unwrap();
        session.save_draft(&at(1, 0), editor.draft, &saying(&editor, "or do mind")).unwrap();
        session.discard_draft(&at(1, 1), editor.draft).unwrap();
        let history = session.entry_history(entry).unwrap();
        assert_eq!((history.current, history.revisions.len()), (1, 1));
        assert_eq!((history.revisions[0].kind, history.revisions[0].revision), (RevisionKind::Discarded, 2));
        let saved = session.restore_revision(&at(1, 2), entry, 2, 1).unwrap();
        assert_eq!((saved.content.body.as_str(), saved.revision), ("or do mind", 3));
    });
}

#[test]
fn an_earlier_text_is_compared_and_brought_back() {
    in_vault(|session, _| {
        let entry = written(session, &at(0, 0), "A good day.").id;
        rewritten(session, &at(0, 1), entry, "A very good day.");
        let view = session.revision(entry, 1).unwrap();
        let piece = |kind, text: &str| DiffPiece { kind, text: text.into() };
        let expected = [piece(DiffKind::Same, "A "), piece(DiffKind::Added, "very "), piece(DiffKind::Same, "good day.")];
        assert_eq!((view.difference.as_slice(), view.content.body.as_str()), (&expected[..], "A good day."));
        assert_eq!(code(session.revision(entry, 2)), "revision", "the present text is no earlier one");
        assert_eq!(code(session.restore_revision(&at(0, 2), entry, 1, 1)), "entry_changed");
        assert_eq!(code(session.restore_revision(&at(0, 2), entry, 7, 2)), "revision");
        let back = session.restore_revision(&at(0, 2), entry, 1, 2).unwrap();
        assert_eq!((back.content.body.as_str(), back.revision, back.earlier_texts), ("A good day.", 3, 2));
    });
}

#[test]
fn the_trash_gives_back_everything_and_a_purge_nothing() {
    in_vault(|session, _| {
        let editor = begun(session, &at(0, 0));
        let content = EntryContent { tags: vec!["mum".into()], feelings: vec!["sad".into()], ..saying(&editor, "one") };
        let entry = session.save_entry(&at(0, 0), editor.draft, &content).unwrap().entry.id;
        rewritten(session, &at(0, 1), entry, "two");
        let editor = session.edit_entry(&at(0, 2), entry).unwrap();
        session.save_draft(&at(0, 2), editor.draft, &saying(&editor, "three")).unwrap();
        let before = session.entry(entry).unwrap();

        assert_eq!(session.trash_entries(&at(1, 0), &[entry, entry]).unwrap(), 1);
        assert_eq!(session.trash_entries(&at(2, 0), &[entry]).unwrap(), 0, "it keeps the day it went");
        assert_eq!(session.trash(None).unwrap().entries[0].purge_on, Some(day("2026-12-24")));
        assert!(session.journal(&at(1, 0), None).unwrap().page.entries.is_empty() && open_drafts(session, &at(1, 0)).is_empty());
        for refused in [
            code(session.edit_entry(&at(1, 0), entry)),
            code(session.resume_draft(&at(1, 0), editor.draft)),
            code(session.save_entry(&at(1, 0), editor.draft, &saying(&editor, "four"))),
            code(session.settle_conflict(&at(1, 0), editor.draft, ConflictChoice::MineOnTop)),
            code(session.restore_revision(&at(1, 0), entry, 1, 2)),
            code(session.star_entries(&at(1, 0), &[entry], true)),
            code(session.tag_entries(&at(1, 0), &[entry], &["x".into()], &[])),
        ] {
            assert_eq!(refused, "entry_trashed");
        }
        assert_eq!(session.restore_entries(&at(3, 0), &[entry]).unwrap(), 1);
        assert_eq!(session.restore_entries(&at(3, 0), &[entry]).unwrap(), 0);
        let after = session.entry(entry).unwrap();
        assert_eq!(after.open_drafts[0].excerpt, "four", "also what was typed while it was in the trash");
        assert_eq!(EntryView { open_drafts: vec![], ..after }, EntryView { open_drafts: vec![], ..before });

        assert_eq!(code(session.purge_entries(&[entry])), "entry_not_trashed");
        session.trash_entries(&at(4, 0), &[entry]).unwrap();
        assert_eq!(session.purge_entries(&[entry]).unwrap().count, 1);
        assert_eq!(code(session.entry(entry)), "entry");
        assert_eq!(code(session.resume_draft(&at(4, 0), editor.draft)), "draft");
        assert_eq!(code(session.purge_entries(&[entry])), "entry");
    });
}

#[test]
fn what_is_out_of_its_limits_changes_nothing() {
    in_vault(|session, _| {
        let editor = begun(session, &at(0, 0));
        let good = saying(&editor, "kept");
        session.save_draft(&at(0, 0), editor.draft, &good).unwrap();
        for (content, refused) in [
            (EntryContent { body: "x".repeat(1_000_001), ..good.clone() }, "body too_long"),
            (EntryContent { body: "a\0b".into(), ..good.clone() }, "body control_character"),
            (EntryContent { title: Some("x".repeat(201)), ..good.clone() }, "title too_long"),
            (EntryContent { tags: (0..10_000).map(|n| n.to_string()).collect(), ..good.clone() }, "tags too_many"),
            (EntryContent { feelings: vec!["blue".into()], ..good.clone() }, "feelings unknown_feeling"),
            (EntryContent { mood: Some(9), ..good.clone() }, "mood out_of_range"),
        ] {
            assert_eq!(code(session.save_draft(&at(0, 1), editor.draft, &content)), refused);
            assert_eq!(code(session.save_entry(&at(0, 1), editor.draft, &content)), refused);
        }
        let unknown = DraftId::from_bytes([9; 16]);
        assert_eq!(code(session.save_draft(&at(0, 1), unknown, &good)), "draft");
        assert_eq!(session.resume_draft(&at(0, 1), editor.draft).unwrap().content, good);
        let blank = EntryContent { body: " \n".into(), ..good };
        assert_eq!(code(session.save_entry(&at(0, 2), editor.draft, &blank)), "body too_short");
        assert_eq!(session.resume_draft(&at(0, 2), editor.draft).unwrap().content, blank, "what was typed is kept all the same");
    });
}

#[test]
fn the_card_with_help_lines_comes_after_a_save_and_rests_for_a_day_when_it_was_closed() {
    in_vault(|session, _| {
        let says = |ctx: &NowContext, title: Option<&str>, body: &str| {
            let editor = begun(session, ctx);
            let content = EntryContent { title: title.map(String::from), ..saying(&editor, body) };
            session.save_entry(ctx, editor.draft, &content).unwrap().care
        };
        let hard = "I want to die.";
        assert_eq!(says(&at(0, 0), None, "A quiet day."), None);
        assert!(says(&at(0, 0), None, hard).is_some_and(|help| !help.lines.is_empty()));
        assert!(says(&at(0, 0), Some(hard), "").is_some(), "a title says it too");
        session.dismiss_care(&at(0, 1)).unwrap();
        assert_eq!(says(&at(0, 24), None, hard), None);
        assert!(says(&at(0, 25), None, hard).is_some());
        let settings = session.settings().unwrap();
        session.save_settings(&Settings { care_phrases: false, ..settings }).unwrap();
        assert_eq!(says(&at(9, 0), None, hard), None, "switched off");
    });
}
