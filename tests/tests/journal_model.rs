//! A hundred thousand random commands, with reopenings and crashes, against a journal in memory.
//!
//! Two halves of fixed seeds, so that they share the machine's cores. What is refused must be refused with the same
//! words, and whatever is looked at must be the same: after each command what it was about, and now and then all of it.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{ConflictChoice, NewEntry, Session};
use ampersand_core::error::Error;
use ampersand_core::ids::{DraftId, EntryId};
use ampersand_core::journal::entry::EntryContent;
use ampersand_core::time::NowContext;
use ampersand_tests::journal::model::{Model, Moment, Taken};
use ampersand_tests::journal::{HEADINGS, code, tokens};
use ampersand_tests::world::{HOUR, START, Seeded, create, now, open};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use tempfile::TempDir;

#[path = "journal_model/looks.rs"]
mod looks;

const COMMANDS: u32 = 50_000;
/// Commands between two looks at everything.
const BETWEEN_LOOKS: u32 = 2_500;
/// Commands between two upkeeps, about.
const BETWEEN_UPKEEPS: u64 = 1_500;
/// Entries beyond which more go into the trash than are written.
const ENOUGH: usize = 120;

const WORDS: [&str; 8] = ["rain", "river", "mum", "quiet", "bread", "late", "yes", "no"];
const TAGS: [&str; 6] = ["work", "Work", "mum", "rain", "home", "HOME"];
const NOBODY: EntryId = EntryId::from_bytes([9; 16]);

/// Memory where the system offers it as a folder: what is looked at here is not the disk.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory).unwrap() } else { TempDir::new().unwrap() }
}

struct World {
    session: Option<Session>,
    folder: TempDir,
    seed: u64,
    model: Model,
    chance: Seeded,
    now: i64,
    /// What was answered, and how often.
    heard: RefCell<BTreeMap<String, u32>>,
}

impl World {
    fn session(&self) -> &Session {
        self.session.as_ref().unwrap()
    }

    fn ctx(&self) -> NowContext {
        now(self.now)
    }

    /// A number below `bound`.
    fn below(&mut self, bound: u64) -> u64 {
        (self.chance.next_number() >> 17) % bound
    }

    fn one_in(&mut self, bound: u64) -> bool {
        self.below(bound) == 0
    }

    fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap()
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> Option<T> {
        (!of.is_empty()).then(|| of[self.index(of.len())])
    }

    fn some_entry(&mut self) -> EntryId {
        let ids: Vec<EntryId> = self.model.entries.keys().copied().collect();
        let known = !self.one_in(50);
        self.pick(&ids).filter(|_| known).unwrap_or(NOBODY)
    }

    fn some_entries(&mut self) -> Vec<EntryId> {
        (0..=self.below(3)).map(|_| self.some_entry()).collect()
    }

    fn some_draft(&mut self) -> DraftId {
        let ids: Vec<DraftId> = self.model.drafts.keys().copied().collect();
        let known = !self.one_in(50);
        self.pick(&ids).filter(|_| known).unwrap_or(DraftId::from_bytes([9; 16]))
    }

    fn some_tags(&mut self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for _ in 0..self.below(3) {
            let tag = TAGS[self.index(TAGS.len())];
            if !tags.iter().any(|there| there.eq_ignore_ascii_case(tag)) {
                tags.push(tag.into());
            }
        }
        tags
    }

    /// What somebody typed next over what was there.
    fn typed(&mut self, before: &EntryContent) -> EntryContent {
        let mut content = before.clone();
        match self.below(12) {
            0 => content.title = self.pick(&WORDS).map(String::from),
            1 => content.title = None,
            2 => content.mood = i32::try_from(self.below(5)).ok(),
            3 => content.tags = self.some_tags(),
            4 => content.feelings = self.pick(&["sad", "calm", "numb"]).into_iter().map(String::from).collect(),
            5 => content.day = Moment(self.now - i64::try_from(self.below(40)).unwrap() * 24 * HOUR).day(),
            6 => content.starred = !content.starred,
            7 => content.body.clear(),
            8 => {}
            _ => {
                content.body.push_str(WORDS[self.index(WORDS.len())]);
                content.body.push(if self.one_in(4) { '\n' } else { ' ' });
            }
        }
        if content.body.len() > 400 { EntryContent { body: String::new(), ..content } } else { content }
    }

    fn command(&mut self) {
        self.now += 1 + i64::try_from(self.below(2_400_000)).unwrap();
        let crowded = self.model.entries.len() > ENOUGH;
        match self.below(100) {
            0..7 => self.begin(),
            7..13 => self.edit(),
            13..18 => self.revise(),
            18..42 => self.type_in(),
            42..62 => self.save(),
            62..66 => self.settle(),
            66..70 => self.discard(),
            70..74 => self.restore_text(),
            74..79 => self.star(),
            79..85 => self.tag(),
            85..90 => self.trash(),
            90..93 if !crowded => self.restore(),
            90..99 => self.purge(),
            _ => self.ends(),
        }
    }

    /// The real answer and the model's are the same.
    fn agree<T>(&self, real: Result<T, Error>, expected: Taken) {
        let expected = expected.err().unwrap_or("ok");
        assert_eq!(code(real), expected, "at {}", self.now);
        *self.heard.borrow_mut().entry(expected.into()).or_default() += 1;
    }

    fn count(&self, what: &str, times: usize) {
        *self.heard.borrow_mut().entry(what.into()).or_default() += u32::try_from(times).unwrap();
    }

    fn begin(&mut self) {
        let form = self.pick(&[None, None, None, Some("thought-record"), Some("deep-write")]).flatten().map(String::from);
        let prompt = self.pick(&[None, None, Some("body-no")]).flatten().map(String::from);
        let real = self.session().begin_entry(&self.ctx(), &NewEntry { day: None, prompt: prompt.clone(), form: form.clone() });
        let (moment, id) = (Moment(self.now), real.as_ref().map_or(DraftId::from_bytes([0; 16]), |editor| editor.draft));
        let mut content = EntryContent { prompt, form, ..EntryContent::blank(moment.day()) };
        if let Ok(editor) = &real {
            let headings = if content.form.as_deref() == Some("thought-record") { HEADINGS } else { "" };
            assert_eq!(tokens(&editor.content.body), tokens(headings));
            content.body.clone_from(&editor.content.body);
            assert_eq!(editor.content, content);
        }
        let expected = self.model.begin(moment, id, &content);
        self.agree(real, expected);
    }

    fn edit(&mut self) {
        let entry = self.some_entry();
        let real = self.session().edit_entry(&self.ctx(), entry);
        let id = real.as_ref().map_or(DraftId::from_bytes([0; 16]), |editor| editor.draft);
        let expected = self.model.edit(Moment(self.now), entry, id);
        self.agree(real, expected);
        self.look_at_draft(id);
    }

    /// Somebody who comes back to one text again and again.
    fn revise(&mut self) {
        let Some(entry) = self.model.entries.iter().find(|(_, entry)| entry.trashed.is_none()).map(|(id, _)| *id) else { return };
        let editor = self.session().edit_entry(&self.ctx(), entry).unwrap();
        self.model.edit(Moment(self.now), entry, editor.draft).unwrap();
        let content = self.typed(&editor.content);
        let real = self.session().save_entry(&self.ctx(), editor.draft, &content);
        let expected = self.model.save(Moment(self.now), editor.draft, &content, NOBODY);
        self.agree(real, expected);
        self.look_at(entry);
    }

    /// A draft's id, and what is typed into it now.
    fn typing(&mut self) -> (DraftId, EntryContent) {
        let id = self.some_draft();
        let before = self.model.drafts.get(&id).map(|draft| draft.content.clone());
        let before = before.unwrap_or_else(|| EntryContent::blank(Moment(self.now).day()));
        (id, self.typed(&before))
    }

    fn type_in(&mut self) {
        let (id, content) = self.typing();
        if self.one_in(100) {
            let broken = EntryContent { body: "a\0b".into(), ..content };
            self.agree(self.session().save_draft(&self.ctx(), id, &broken), Err("body control_character"));
            return self.look_at_draft(id);
        }
        let expected = self.model.type_in(Moment(self.now), id, &content);
        self.agree(self.session().save_draft(&self.ctx(), id, &content), expected);
        if self.one_in(4) {
            self.look_at_draft(id);
        }
    }

    fn save(&mut self) {
        let (id, content) = self.typing();
        let real = self.session().save_entry(&self.ctx(), id, &content);
        let fresh = real.as_ref().map_or(NOBODY, |saved| saved.entry.id);
        let expected = self.model.save(Moment(self.now), id, &content, fresh);
        if let Ok(saved) = &real {
            self.same_view(&saved.entry);
        }
        self.agree(real, expected);
        self.look_at_draft(id);
    }

    fn settle(&mut self) {
        let id = self.some_draft();
        let choice = if self.one_in(2) { ConflictChoice::MineOnTop } else { ConflictChoice::KeepBoth };
        let real = self.session().settle_conflict(&self.ctx(), id, choice);
        let fresh = real.as_ref().map_or(NOBODY, |saved| saved.entry.id);
        let expected = self.model.settle(Moment(self.now), id, choice, fresh);
        if let Ok(saved) = &real {
            self.same_view(&saved.entry);
        }
        self.agree(real, expected);
    }

    fn discard(&mut self) {
        let id = self.some_draft();
        let real = self.session().discard_draft(&self.ctx(), id);
        let trashes = real.is_ok() && self.model.would_trash(id);
        // What went there last comes first.
        let fresh = if trashes { self.session().trash(None).unwrap().entries[0].id } else { NOBODY };
        let about = self.model.drafts.get(&id).and_then(|draft| draft.entry);
        let expected = self.model.discard(Moment(self.now), id, fresh);
        self.agree(real, expected);
        about.into_iter().chain(trashes.then_some(fresh)).for_each(|id| self.look_at(id));
    }

    fn restore_text(&mut self) {
        let id = self.some_entry();
        let (numbers, present) =
            self.model.entries.get(&id).map_or((Vec::new(), 1), |entry| (entry.history.keys().copied().collect(), entry.revision));
        let number = self.pick(&numbers).unwrap_or(77);
        let expected_number = if self.one_in(10) { present + 1 } else { present };
        let real = self.session().restore_revision(&self.ctx(), id, number, expected_number);
        let expected = self.model.restore_text(Moment(self.now), id, number, expected_number);
        self.agree(real, expected);
        self.look_at(id);
    }

    fn star(&mut self) {
        let (ids, starred) = (self.some_entries(), self.one_in(2));
        let expected = self.model.star(&ids, starred);
        self.several(&ids, self.session().star_entries(&self.ctx(), &ids, starred), expected);
    }

    fn tag(&mut self) {
        let (ids, add, remove) = (self.some_entries(), self.some_tags(), self.some_tags());
        let expected = self.model.tag(&ids, &add, &remove);
        self.several(&ids, self.session().tag_entries(&self.ctx(), &ids, &add, &remove), expected);
    }

    fn trash(&mut self) {
        let ids = self.some_entries();
        let expected = self.model.trash(Moment(self.now), &ids);
        self.several(&ids, self.session().trash_entries(&self.ctx(), &ids), expected);
    }

    fn restore(&mut self) {
        let ids = self.some_entries();
        let expected = self.model.restore(&ids);
        self.several(&ids, self.session().restore_entries(&self.ctx(), &ids), expected);
    }

    fn purge(&mut self) {
        let trashed: Vec<EntryId> = self.model.entries.iter().filter(|(_, entry)| entry.trashed.is_some()).map(|(id, _)| *id).collect();
        let of_trash = self.pick(&trashed).filter(|_| !self.one_in(5));
        let ids = of_trash.map_or_else(|| self.some_entries(), |id| vec![id]);
        let expected = self.model.purge(&ids);
        self.several(&ids, self.session().purge_entries(&ids), expected);
    }

    fn several<T>(&self, ids: &[EntryId], real: Result<T, Error>, expected: Taken) {
        self.agree(real, expected);
        for id in ids {
            self.look_at(*id);
            self.model.drafts.iter().filter(|(_, draft)| draft.entry == Some(*id)).for_each(|(draft, _)| self.look_at_draft(*draft));
        }
    }

    /// The process ends: in order, or as a kill leaves the files.
    fn ends(&mut self) {
        let kill = self.one_in(4);
        self.count(if kill { "killed" } else { "closed" }, 1);
        if kill {
            let copy = folder();
            for file in std::fs::read_dir(self.folder.path()).unwrap() {
                let file = file.unwrap();
                std::fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
            }
            self.session = None;
            self.folder = copy;
        }
        self.session = None;
        self.seed += 1;
        self.session = Some(open(self.folder.path(), self.seed).unwrap());
    }

    fn upkeep(&mut self) {
        let ctx = self.ctx();
        let mut progress = self.session().begin_upkeep(&ctx).unwrap();
        while !progress.finished {
            progress = self.session().step_upkeep(&ctx, 100_000).unwrap();
        }
        let (purged, thinned) = self.model.upkeep(Moment(self.now));
        self.count("purged after thirty days", purged);
        self.count("thinned", thinned);
    }
}

fn run(seed: u64) {
    let folder = folder();
    let session = Some(create(folder.path(), seed));
    let mut world = World { session, folder, seed, model: Model::default(), chance: Seeded(seed), now: START, heard: RefCell::default() };
    for command in 1..=COMMANDS {
        world.command();
        if world.one_in(BETWEEN_UPKEEPS) {
            world.upkeep();
        }
        if command % BETWEEN_LOOKS == 0 {
            world.look_at_everything();
        }
    }
    world.look_at_everything();
    // Nothing that is promised went without being asked for.
    let heard = world.heard.borrow();
    for what in [
        "ok",
        "entry",
        "draft",
        "revision",
        "entry_changed",
        "entry_trashed",
        "entry_not_trashed",
        "draft_open",
        "form too_soon",
        "body too_short",
        "body control_character",
        "killed",
        "closed",
        "purged after thirty days",
        "thinned",
    ] {
        assert!(heard.get(what).is_some_and(|times| *times > 10), "{what}: {heard:?}");
    }
}

#[test]
fn the_first_half_agrees_with_a_journal_in_memory() {
    run(0x5eed_0001);
}

#[test]
fn the_second_half_agrees_with_a_journal_in_memory() {
    run(0x5eed_0002);
}
