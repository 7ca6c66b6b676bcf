//! A journal in memory, written from what is promised and not from the core's sources: what the real one is held
//! against. Its methods answer with what a shell would hear.

use super::tokens;
use ampersand_core::app::ConflictChoice;
use ampersand_core::ids::{DraftId, EntryId};
use ampersand_core::journal::entry::EntryContent;
use ampersand_core::time::CivilDate;
use std::collections::{BTreeMap, BTreeSet};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// Whether a call is taken, and what is said if not.
pub type Taken = Result<(), &'static str>;

/// The moment of a call: milliseconds since 1970, in UTC.
#[derive(Debug, Clone, Copy)]
pub struct Moment(pub i64);

impl Moment {
    /// The day, which begins at four.
    #[allow(clippy::missing_panics_doc, clippy::expect_used, reason = "a date and a few thousand days")]
    pub fn day(self) -> CivilDate {
        let first: CivilDate = "1970-01-01".parse().expect("a date");
        first.plus_days(u32::try_from((self.0 - 4 * HOUR) / DAY).expect("after 1970"))
    }
}

/// An entry.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its text.
    pub content: EntryContent,
    /// The number of that text.
    pub revision: u32,
    /// When it was first saved.
    pub written_at: i64,
    /// When its text was saved, after the first.
    pub edited_at: Option<i64>,
    /// The day of that.
    pub saved_day: CivilDate,
    /// Earlier texts by number.
    pub history: BTreeMap<u32, Text>,
    /// When it was put into the trash, and that day.
    pub trashed: Option<(i64, CivilDate)>,
}

/// An earlier text.
#[derive(Debug, Clone)]
pub struct Text {
    /// Whether it was let go of.
    pub discarded: bool,
    /// When it was saved.
    pub saved_at: i64,
    /// The day of that.
    pub saved_day: CivilDate,
    /// The text.
    pub content: EntryContent,
}

/// A draft.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The entry it changes.
    pub entry: Option<EntryId>,
    /// The number of the text it began with.
    pub base: u32,
    /// Whether anything was typed.
    pub touched: bool,
    /// When it was saved.
    pub saved_at: i64,
    /// Its text.
    pub content: EntryContent,
}

/// The journal.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// Entries, those in the trash too.
    pub entries: BTreeMap<EntryId, Entry>,
    /// Drafts, those in which nothing was typed too.
    pub drafts: BTreeMap<DraftId, Draft>,
}

impl Entry {
    fn next_number(&self) -> u32 {
        self.history.keys().last().copied().unwrap_or(0).max(self.revision) + 1
    }

    fn write_over(&mut self, content: &EntryContent, now: Moment) {
        if alike(&self.content, content) {
            self.content.starred = content.starred;
            return;
        }
        let next = self.next_number();
        let before = std::mem::replace(&mut self.content, content.clone());
        let saved_at = self.edited_at.unwrap_or(self.written_at);
        self.history.insert(self.revision, Text { discarded: false, saved_at, saved_day: self.saved_day, content: before });
        (self.revision, self.edited_at, self.saved_day) = (next, Some(now.0), now.day());
    }
}

impl Model {
    fn entry(&mut self, id: EntryId) -> Result<&mut Entry, &'static str> {
        self.entries.get_mut(&id).ok_or("entry")
    }

    fn draft(&self, id: DraftId) -> Result<Draft, &'static str> {
        self.drafts.get(&id).cloned().ok_or("draft")
    }

    fn in_trash(&self, id: EntryId) -> bool {
        self.entries.get(&id).is_some_and(|entry| entry.trashed.is_some())
    }

    /// Whether the draft's entry has another text by now.
    pub fn is_stale(&self, draft: &Draft) -> bool {
        draft.entry.and_then(|id| self.entries.get(&id)).is_some_and(|entry| entry.revision != draft.base)
    }

    fn put(&mut self, id: EntryId, content: EntryContent, now: Moment, trashed: bool) {
        let trashed = trashed.then(|| (now.0, now.day()));
        let (written_at, saved_day) = (now.0, now.day());
        let entry = Entry { content, revision: 1, written_at, edited_at: None, saved_day, history: BTreeMap::new(), trashed };
        self.entries.insert(id, entry);
    }

    /// `begin_entry`; the new draft is `id`, and it begins with `body`.
    pub fn begin(&mut self, now: Moment, id: DraftId, content: &EntryContent) -> Taken {
        if content.form.as_deref() == Some("deep-write") {
            let paced = |form: &EntryContent| form.form.as_deref() == Some("deep-write");
            if self.drafts.values().any(|draft| draft.touched && draft.entry.is_none() && paced(&draft.content)) {
                return Err("draft_open");
            }
            let written = self.entries.values().filter(|entry| entry.trashed.is_none() && paced(&entry.content));
            if written.map(|entry| entry.written_at).max().is_some_and(|last| now.0 < last + DAY) {
                return Err("form too_soon");
            }
        }
        self.drafts.retain(|_, draft| draft.touched || draft.saved_at >= now.0 - DAY);
        self.drafts.insert(id, Draft { entry: None, base: 0, touched: false, saved_at: now.0, content: content.clone() });
        Ok(())
    }

    /// `edit_entry`; the draft that was answered with is `id`.
    pub fn edit(&mut self, now: Moment, entry: EntryId, id: DraftId) -> Taken {
        let Entry { content, revision, trashed, .. } = self.entry(entry)?.clone();
        if trashed.is_some() {
            return Err("entry_trashed");
        }
        let fresh = Draft { entry: Some(entry), base: revision, touched: false, saved_at: now.0, content };
        match self.drafts.iter().find(|(_, draft)| draft.entry == Some(entry)) {
            Some((open, _)) if *open != id => return Err("another draft"),
            Some((_, open)) if open.touched || open.base == revision => {}
            _ => {
                self.drafts.insert(id, fresh);
            }
        }
        Ok(())
    }

    /// `resume_draft`.
    pub fn resume(&self, id: DraftId) -> Taken {
        match self.draft(id)?.entry {
            Some(entry) if self.in_trash(entry) => Err("entry_trashed"),
            _ => Ok(()),
        }
    }

    /// `save_draft`.
    pub fn type_in(&mut self, now: Moment, id: DraftId, content: &EntryContent) -> Taken {
        let draft = self.drafts.get_mut(&id).ok_or("draft")?;
        draft.touched = if draft.entry.is_some() { draft.touched || draft.content != *content } else { !is_blank(content) };
        (draft.content, draft.saved_at) = (content.clone(), now.0);
        Ok(())
    }

    /// `save_entry`; a new entry has the id `fresh`.
    pub fn save(&mut self, now: Moment, id: DraftId, content: &EntryContent, fresh: EntryId) -> Taken {
        let draft = self.draft(id)?;
        let refused = match draft.entry {
            Some(entry) if self.in_trash(entry) => Some("entry_trashed"),
            Some(_) if self.is_stale(&draft) => Some("entry_changed"),
            None if is_blank(content) => Some("body too_short"),
            _ => None,
        };
        if let Some(refused) = refused {
            self.type_in(now, id, content)?;
            return Err(refused);
        }
        match draft.entry {
            Some(entry) => self.entry(entry)?.write_over(content, now),
            None => self.put(fresh, content.clone(), now, false),
        }
        self.drafts.remove(&id);
        Ok(())
    }

    /// `settle_conflict`; a new entry has the id `fresh`.
    pub fn settle(&mut self, now: Moment, id: DraftId, choice: ConflictChoice, fresh: EntryId) -> Taken {
        let draft = self.draft(id)?;
        match draft.entry {
            Some(entry) if choice == ConflictChoice::MineOnTop => {
                if self.in_trash(entry) {
                    return Err("entry_trashed");
                }
                self.entry(entry)?.write_over(&draft.content, now);
            }
            _ if is_blank(&draft.content) => return Err("body too_short"),
            _ => self.put(fresh, draft.content, now, false),
        }
        self.drafts.remove(&id);
        Ok(())
    }

    /// `discard_draft`; what goes into the trash has the id `fresh`.
    pub fn discard(&mut self, now: Moment, id: DraftId, fresh: EntryId) -> Taken {
        let draft = self.draft(id)?;
        match draft.entry {
            Some(entry) => {
                let entry = self.entry(entry)?;
                if draft.touched && !alike(&entry.content, &draft.content) {
                    let text = Text { discarded: true, saved_at: now.0, saved_day: now.day(), content: draft.content };
                    entry.history.insert(entry.next_number(), text);
                }
            }
            None if is_blank(&draft.content) => {}
            None => self.put(fresh, draft.content, now, true),
        }
        self.drafts.remove(&id);
        Ok(())
    }

    /// Whether discarding the draft puts something into the trash.
    pub fn would_trash(&self, id: DraftId) -> bool {
        self.drafts.get(&id).is_some_and(|draft| draft.entry.is_none() && !is_blank(&draft.content))
    }

    /// `restore_revision`.
    pub fn restore_text(&mut self, now: Moment, id: EntryId, number: u32, expected: u32) -> Taken {
        let entry = self.entry(id)?;
        if entry.trashed.is_some() {
            return Err("entry_trashed");
        }
        if entry.revision != expected {
            return Err("entry_changed");
        }
        let content = entry.history.get(&number).ok_or("revision")?.content.clone();
        let starred = entry.content.starred;
        entry.write_over(&EntryContent { starred, ..content }, now);
        Ok(())
    }

    /// Every id is there, and none is in the trash where that matters; each once.
    fn all(&self, ids: &[EntryId], in_list: bool) -> Result<BTreeSet<EntryId>, &'static str> {
        let ids: BTreeSet<EntryId> = ids.iter().copied().collect();
        for id in &ids {
            match self.entries.get(id) {
                None => return Err("entry"),
                Some(entry) if in_list && entry.trashed.is_some() => return Err("entry_trashed"),
                Some(_) => {}
            }
        }
        Ok(ids)
    }

    /// The content of an entry and of its draft.
    fn contents(&mut self, id: EntryId) -> impl Iterator<Item = &mut EntryContent> {
        let entry = self.entries.get_mut(&id).into_iter().map(|entry| &mut entry.content);
        let drafts = self.drafts.values_mut().filter(move |draft| draft.entry == Some(id));
        entry.chain(drafts.map(|draft| &mut draft.content))
    }

    /// `star_entries`.
    pub fn star(&mut self, ids: &[EntryId], starred: bool) -> Taken {
        for id in self.all(ids, true)? {
            if self.entries.get(&id).is_some_and(|entry| entry.content.starred != starred) {
                self.contents(id).for_each(|content| content.starred = starred);
            }
        }
        Ok(())
    }

    /// `tag_entries`, with tags of plain letters.
    pub fn tag(&mut self, ids: &[EntryId], add: &[String], remove: &[String]) -> Taken {
        let same = |a: &String, b: &String| a.to_lowercase() == b.to_lowercase();
        for id in self.all(ids, true)? {
            for content in self.contents(id) {
                content.tags.retain(|tag| !remove.iter().any(|gone| same(gone, tag)));
                for tag in add {
                    if !content.tags.iter().any(|there| same(there, tag)) {
                        content.tags.push(tag.clone());
                    }
                }
            }
        }
        Ok(())
    }

    /// `trash_entries`.
    pub fn trash(&mut self, now: Moment, ids: &[EntryId]) -> Taken {
        for id in self.all(ids, false)? {
            self.entry(id)?.trashed.get_or_insert((now.0, now.day()));
        }
        Ok(())
    }

    /// `restore_entries`.
    pub fn restore(&mut self, ids: &[EntryId]) -> Taken {
        for id in self.all(ids, false)? {
            self.entry(id)?.trashed = None;
        }
        Ok(())
    }

    /// `purge_entries`; which of two refusals is heard depends on the order of the ids.
    pub fn purge(&mut self, ids: &[EntryId]) -> Taken {
        let ids: BTreeSet<EntryId> = ids.iter().copied().collect();
        for id in &ids {
            match self.entries.get(id) {
                None => return Err("entry"),
                Some(entry) if entry.trashed.is_none() => return Err("entry_not_trashed"),
                Some(_) => {}
            }
        }
        self.forget(|id, _| ids.contains(&id));
        Ok(())
    }

    fn forget(&mut self, gone: impl Fn(EntryId, &Entry) -> bool) {
        self.entries.retain(|id, entry| !gone(*id, entry));
        self.drafts.retain(|_, draft| draft.entry.is_none_or(|id| self.entries.contains_key(&id)));
    }

    /// The upkeep: thirty days of trash, twenty texts and one a day for ninety days. How many entries and texts went.
    pub fn upkeep(&mut self, now: Moment) -> (usize, usize) {
        let today = now.day();
        let (entries, mut thinned) = (self.entries.len(), 0);
        self.forget(|_, entry| entry.trashed.is_some_and(|(_, day)| today.days_since(day) >= 30));
        for entry in self.entries.values_mut() {
            let newest_first: Vec<(u32, CivilDate)> = entry.history.iter().rev().map(|(number, text)| (*number, text.saved_day)).collect();
            for (place, (number, day)) in newest_first.iter().enumerate() {
                let newer_that_day = newest_first[..place].iter().any(|(_, other)| other == day);
                if place >= 20 && (newer_that_day || today.days_since(*day) > 90) {
                    entry.history.remove(number);
                    thinned += 1;
                }
            }
        }
        (entries - self.entries.len(), thinned)
    }
}

/// Nothing written or chosen.
fn is_blank(content: &EntryContent) -> bool {
    let headings_only = content.form.as_deref() == Some("thought-record") && tokens(&content.body) == tokens(super::HEADINGS);
    let nothing = content.title.is_none() && content.mood.is_none() && content.feelings.is_empty() && content.tags.is_empty();
    (content.body.trim().is_empty() || headings_only) && nothing && !content.starred
}

/// The same but for the star.
fn alike(a: &EntryContent, b: &EntryContent) -> bool {
    EntryContent { starred: false, ..a.clone() } == EntryContent { starred: false, ..b.clone() }
}
