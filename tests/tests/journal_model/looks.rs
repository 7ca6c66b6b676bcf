//! Looking: whatever the real journal shows is what the one in memory has.

use super::World;
use ampersand_core::app::{EntryView, PageCursor};
use ampersand_core::error::Error;
use ampersand_core::ids::{DraftId, EntryId};
use ampersand_core::journal::entry::EntryContent;
use ampersand_core::journal::revision::RevisionKind;
use ampersand_tests::journal::model::Entry;
use ampersand_tests::journal::{code, tokens};
use std::cmp::Reverse;

impl World {
    pub(super) fn look_at_draft(&self, id: DraftId) {
        let real = self.session().resume_draft(&self.ctx(), id);
        if let Ok(editor) = &real {
            let draft = &self.model.drafts[&id];
            let seen = (&editor.content, editor.entry, editor.base_revision, editor.stale, editor.saved_at);
            assert_eq!(seen, (&draft.content, draft.entry, draft.base, self.model.is_stale(draft), draft.saved_at));
        }
        self.agree(real, self.model.resume(id));
    }

    pub(super) fn look_at(&self, id: EntryId) {
        match self.session().entry(id) {
            Ok(view) => self.same_view(&view),
            Err(error) => assert_eq!((code::<()>(Err(error)).as_str(), self.model.entries.contains_key(&id)), ("entry", false)),
        }
    }

    pub(super) fn same_view(&self, view: &EntryView) {
        let entry = &self.model.entries[&view.id];
        let earlier = u32::try_from(entry.history.len()).unwrap();
        let seen = (&view.content, view.revision, view.written_at, view.edited_at, view.earlier_texts, view.trashed_at);
        assert_eq!(seen, (&entry.content, entry.revision, entry.written_at, entry.edited_at, earlier, entry.trashed.map(|(at, _)| at)));
        let open = self.model.drafts.iter().find(|(_, draft)| draft.entry == Some(view.id) && draft.touched).map(|(id, _)| *id);
        assert_eq!(view.open_drafts.first().map(|draft| draft.id), open);
    }

    pub(super) fn look_at_everything(&self) {
        let mut listed: Vec<(&EntryId, &Entry)> = self.model.entries.iter().filter(|(_, entry)| entry.trashed.is_none()).collect();
        listed.sort_by_key(|(id, entry)| Reverse((entry.content.day, entry.written_at, **id)));
        let real = joined(|after| self.session().journal_page(None, after).map(|page| (page.entries, page.next)));
        assert_eq!(real.iter().map(|entry| entry.id).collect::<Vec<_>>(), listed.iter().map(|(id, _)| **id).collect::<Vec<_>>());
        for (summary, (_, entry)) in real.iter().zip(&listed) {
            let EntryContent { title, tags, feelings, mood, starred, body, .. } = &entry.content;
            assert_eq!((&summary.title, &summary.tags, &summary.feelings, summary.mood), (title, tags, feelings, *mood));
            let words = u32::try_from(tokens(body).len()).unwrap();
            assert_eq!((summary.starred, summary.revision, summary.words), (*starred, entry.revision, words));
        }
        let mut trashed: Vec<_> = self.model.entries.iter().filter_map(|(id, entry)| Some((entry.trashed?.0, *id))).collect();
        trashed.sort_by_key(|key| Reverse(*key));
        let real = joined(|after| self.session().trash(after).map(|page| (page.entries, page.next)));
        assert_eq!(real.iter().map(|entry| (entry.trashed_at.unwrap(), entry.id)).collect::<Vec<_>>(), trashed);

        let view = self.session().journal(&self.ctx(), None).unwrap();
        assert_eq!((view.total as usize, view.trashed as usize), (listed.len(), trashed.len()));
        for day in &view.days {
            let of_day: Vec<&EntryContent> =
                listed.iter().map(|(_, entry)| &entry.content).filter(|content| content.day == day.day).collect();
            let moods: Vec<f64> = of_day.iter().filter_map(|content| content.mood).map(f64::from).collect();
            #[expect(clippy::cast_precision_loss, reason = "a few")]
            let mean = (!moods.is_empty()).then(|| moods.iter().sum::<f64>() / moods.len() as f64);
            let words: usize = of_day.iter().map(|content| tokens(&content.body).len()).sum();
            assert_eq!((day.entries as usize, day.mood, day.words as usize), (of_day.len(), mean, words), "{}", day.day);
        }
        let mut open: Vec<_> = self.model.drafts.iter().filter(|(_, draft)| draft.touched && self.is_listed(draft.entry)).collect();
        open.sort_by_key(|(_, draft)| Reverse(draft.saved_at));
        assert_eq!(view.open_drafts.iter().map(|draft| draft.id).collect::<Vec<_>>(), open.iter().map(|(id, _)| **id).collect::<Vec<_>>());
        self.model.drafts.keys().for_each(|id| self.look_at_draft(*id));
        self.model.entries.iter().for_each(|(id, entry)| self.look_at_history(*id, entry));
    }

    fn is_listed(&self, entry: Option<EntryId>) -> bool {
        entry.is_none_or(|id| self.model.entries[&id].trashed.is_none())
    }

    fn look_at_history(&self, id: EntryId, entry: &Entry) {
        self.look_at(id);
        let history = self.session().entry_history(id).unwrap();
        let real: Vec<_> =
            history.revisions.iter().map(|text| (text.revision, text.kind == RevisionKind::Discarded, text.saved_at)).collect();
        let expected: Vec<_> = entry.history.iter().rev().map(|(number, text)| (*number, text.discarded, text.saved_at)).collect();
        assert_eq!(real, expected);
        for (number, text) in entry.history.iter().take(3) {
            assert_eq!(self.session().revision(id, *number).unwrap().content, text.content);
        }
    }
}

/// Every page of a list, one after the other.
fn joined<T>(page: impl Fn(Option<&PageCursor>) -> Result<(Vec<T>, Option<PageCursor>), Error>) -> Vec<T> {
    let (mut all, mut next) = page(None).unwrap();
    while let Some(cursor) = next {
        let (more, after) = page(Some(&cursor)).unwrap();
        all.extend(more);
        next = after;
    }
    all
}
