//! The promise of the relationship check-in: no private line reaches the agenda, the text that is shared, a notification or a
//! summary, unless it was chosen, and then in the chosen words.
//!
//! Every line that is written carries a mark of its own; so do the words chosen in its place. Random commands are taken, and
//! after each of them everything that another person might see is searched for marks.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::LineDraft;
use ampersand_core::app::{
    Afterwards, AgreementDraft, MeetingView, NotificationPermission, Platform, Reminders, Session, SummaryChoice, TogetherView,
};
use ampersand_core::checkin::together::agenda::TogetherHeading;
use ampersand_core::checkin::together::agreement::{Review, ReviewOutcome, Who};
use ampersand_core::checkin::together::stage::{MeetingMove, MeetingStage};
use ampersand_core::error::Error;
use ampersand_core::ids::{LineId, MeetingId};
use ampersand_core::time::{CivilDate, NowContext};
use ampersand_tests::files::bytes_of;
use ampersand_tests::world::{Seeded, at, create, open};
use std::collections::{BTreeMap, BTreeSet};

const COMMANDS: u32 = 50;
const SEEDS: u64 = 5;

struct Play {
    folder: tempfile::TempDir,
    session: Option<Session>,
    random: Seeded,
    /// Marks that were given out.
    marks: Vec<String>,
    /// What each line says.
    lines: BTreeMap<LineId, String>,
    /// What stands on an agenda, by the line it was chosen from.
    chosen: BTreeMap<LineId, String>,
    of: BTreeMap<LineId, MeetingId>,
    /// What was agreed on: it was said aloud.
    agreed: BTreeSet<String>,
    /// Looks at an agenda or a text with something on it.
    seen: u32,
    /// Lines that were changed after they had been chosen.
    changed: u32,
}

impl Play {
    fn new(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let session = create(folder.path(), seed);
        Self {
            folder,
            session: Some(session),
            random: Seeded(seed * 7_919 + 1),
            marks: Vec::new(),
            lines: BTreeMap::new(),
            chosen: BTreeMap::new(),
            of: BTreeMap::new(),
            agreed: BTreeSet::new(),
            seen: 0,
            changed: 0,
        }
    }

    fn session(&self) -> &Session {
        self.session.as_ref().unwrap()
    }

    fn below(&mut self, n: u64) -> u64 {
        (self.random.next_number() >> 16) % n
    }

    /// Words with a mark that stands nowhere else.
    fn marked(&mut self) -> String {
        let mark = format!("zq{:04}qz", self.marks.len());
        self.marks.push(mark.clone());
        format!("words {mark}")
    }

    fn any_line(&mut self) -> Option<LineId> {
        self.any_of(&self.lines.keys().copied().collect::<Vec<_>>())
    }

    /// A line of this check-in that is on its agenda.
    fn any_chosen(&mut self, id: MeetingId) -> Option<LineId> {
        self.any_of(&self.chosen.keys().copied().filter(|line| self.of[line] == id).collect::<Vec<_>>())
    }

    fn any_of(&mut self, ids: &[LineId]) -> Option<LineId> {
        if ids.is_empty() {
            return None;
        }
        let at = self.below(ids.len() as u64);
        Some(ids[usize::try_from(at).unwrap()])
    }

    /// Takes a command at random, more often one that may be taken. That it is refused now and then is part of it.
    fn command(&mut self, ctx: &NowContext) {
        let (id, stage) = match self.session().together(ctx).unwrap().meeting {
            Some(meeting) => (meeting.id, meeting.stage),
            None => (self.session().begin_meeting(ctx).unwrap().id, MeetingStage::Preparing),
        };
        match self.below(16) {
            0 => {
                self.session = None;
                let seed = self.random.next_number();
                self.session = Some(open(self.folder.path(), seed).unwrap());
            }
            1..=8 if stage == MeetingStage::Agreeing => self.agree(ctx, id),
            1..=3 => self.write(ctx, id),
            4..=6 => self.choose(ctx, id),
            7 => {
                if let Some(line) = self.any_line().filter(|line| self.session().unchoose_line(ctx, id, *line).is_ok()) {
                    self.chosen.remove(&line);
                }
            }
            8 => {
                if let Some(line) = self.any_line().filter(|line| self.session().delete_line(ctx, id, *line).is_ok()) {
                    self.lines.remove(&line);
                    self.chosen.remove(&line);
                }
            }
            9 | 10 => self.agree(ctx, id),
            11 => {
                let how = Afterwards { felt: Some(2), learned: None, next_on: Some(ctx.today().unwrap().plus_days(9)) };
                let _ = self.session().save_afterwards(ctx, id, &how);
            }
            // Not too soon: a line can be changed after it was chosen only before the talk.
            12 | 13 if stage == MeetingStage::Choosing => self.change(ctx, id),
            _ => self.go_on(ctx, id, stage),
        }
    }

    /// Takes a move that leads on, or another one.
    fn go_on(&mut self, ctx: &NowContext, id: MeetingId, stage: MeetingStage) {
        let on = match stage {
            MeetingStage::Preparing => MeetingMove::Choose,
            MeetingStage::Choosing => MeetingMove::Start { minutes: 5 },
            MeetingStage::Meeting => MeetingMove::ToAgreements,
            MeetingStage::Agreeing => MeetingMove::ToAfterwards,
            _ => MeetingMove::Finish,
        };
        let mv = match self.below(6) {
            0 => MeetingMove::BackToPreparing,
            1 => MeetingMove::NextTopic,
            2 if self.below(3) == 0 => MeetingMove::Pause,
            _ => on,
        };
        let _ = self.session().move_meeting(ctx, id, mv);
    }

    fn write(&mut self, ctx: &NowContext, id: MeetingId) {
        let text = self.marked();
        let known = if self.below(4) == 0 { self.any_line() } else { None };
        let at = self.below(TogetherHeading::ALL.len() as u64);
        let heading = TogetherHeading::ALL[usize::try_from(at).unwrap()];
        let draft = LineDraft { id: known, heading, text: text.clone() };
        if let Ok(view) = self.session().save_line(ctx, id, &draft) {
            let line = view.headings.iter().flat_map(|heading| &heading.lines).find(|line| line.text == text).unwrap().id;
            self.lines.insert(line, text);
            self.of.insert(line, id);
        }
    }

    /// Writes other words over a line that was chosen; what is on the agenda stays as it was chosen.
    fn change(&mut self, ctx: &NowContext, id: MeetingId) {
        let Some(line) = self.any_chosen(id) else { return };
        let text = self.marked();
        let draft = LineDraft { id: Some(line), heading: TogetherHeading::ALL[0], text: text.clone() };
        self.session().save_line(ctx, id, &draft).unwrap();
        self.lines.insert(line, text);
        self.changed += 1;
    }

    fn choose(&mut self, ctx: &NowContext, id: MeetingId) {
        let Some(line) = self.any_line() else { return };
        let reworded = if self.below(2) == 0 { Some(self.marked()) } else { None };
        if self.session().choose_line(ctx, id, line, reworded.as_deref()).is_ok() {
            let words = reworded.unwrap_or_else(|| self.lines[&line].clone());
            self.chosen.insert(line, words);
        }
    }

    fn agree(&mut self, ctx: &NowContext, id: MeetingId) {
        let what = self.marked();
        let today = ctx.today().unwrap();
        let draft = AgreementDraft { id: None, who: Who::Both, what: what.clone(), review_on: today.plus_days(2) };
        if let Ok(view) = self.session().save_agreement(ctx, id, &draft) {
            self.agreed.insert(what);
            let review = Review { outcome: ReviewOutcome::NotYet, note: None, next_review_on: Some(today.plus_days(5)) };
            self.session().review_agreement(ctx, view.agreements[0].id, &review).unwrap();
        }
    }

    /// The marks in a text, but for those of `known`.
    fn leaked<'a>(&self, text: &str, known: impl Iterator<Item = &'a String>) -> Vec<&str> {
        let known: Vec<&String> = known.collect();
        self.marks.iter().map(String::as_str).filter(|mark| text.contains(mark) && !known.iter().any(|it| it.contains(mark))).collect()
    }

    fn look(&mut self, ctx: &NowContext) {
        let today = ctx.today().unwrap();
        let TogetherView { meeting, agreements, reviewed, past, .. } = self.session().together(ctx).unwrap();
        let lists = format!("{agreements:?} {reviewed:?} {past:?}");
        assert_eq!(self.leaked(&lists, self.agreed.iter()), [""; 0], "the lists");
        let open = meeting.as_ref().map(|meeting| meeting.id);
        for id in past.iter().map(|it| it.id).chain(open) {
            self.look_at_meeting(ctx, id);
        }
        let home = format!("{:?}", self.session().home(ctx).unwrap());
        assert_eq!(self.leaked(&home, std::iter::empty()), [""; 0], "the first screen");
        let reminders = Reminders::open(self.folder.path(), Box::new(Seeded(9))).unwrap();
        let replan = reminders.replan(ctx, Platform::Android, NotificationPermission::Granted).unwrap();
        let plan = format!("{replan:?} {:?}", reminders.view(ctx).unwrap());
        assert_eq!(self.leaked(&plan, std::iter::empty()), [""; 0], "the notifications");
        // No file that is not sealed holds a word of it, not even of what was chosen.
        for (name, bytes) in bytes_of(self.folder.path()) {
            let text = String::from_utf8_lossy(&bytes);
            assert_eq!(self.leaked(&text, std::iter::empty()), [""; 0], "{name}");
        }
        self.look_at_summary(ctx, today);
    }

    fn look_at_meeting(&mut self, ctx: &NowContext, id: MeetingId) {
        let view = self.session().meeting(ctx, id).unwrap();
        let MeetingView { headings, .. } = &view;
        assert!(headings.is_empty() || view.stage.is_private(), "the private half is not shown beside anybody");
        let here: Vec<String> = self.chosen.iter().filter(|(line, _)| self.of[line] == id).map(|(_, words)| words.clone()).collect();
        let agenda = format!("{:?}", view.agenda);
        assert_eq!(self.leaked(&agenda, here.iter()), [""; 0], "the agenda");
        assert_eq!(view.agenda.len(), here.len(), "and all that was chosen is on it");
        let rest = format!("{:?}", MeetingView { headings: Vec::new(), agenda: Vec::new(), ..view.clone() });
        assert_eq!(self.leaked(&rest, self.agreed.iter()), [""; 0], "the rest of the screen");
        match self.session().agenda_text(id) {
            Ok(text) => {
                assert_eq!(self.leaked(&text, here.iter()), [""; 0], "the text that is shared");
                assert!(here.iter().all(|words| text.contains(words)) && !here.is_empty());
                self.seen += 1;
            }
            Err(refused) => assert!(matches!(refused, Error::Invalid(_)) && here.is_empty(), "{refused:?}"),
        }
    }

    fn look_at_summary(&self, ctx: &NowContext, today: CivilDate) {
        let choices = self.session().summary_choices(ctx, None, None).unwrap();
        assert_eq!(self.leaked(&format!("{choices:?}"), self.agreed.iter()), [""; 0], "what a summary can be made of");
        let ids = choices.agreements.iter().map(|agreement| agreement.id).collect();
        let choice = SummaryChoice {
            from: choices.from,
            to: today,
            runs: Vec::new(),
            agreements: ids,
            check_ins: true,
            pulses: true,
            entries: Vec::new(),
            questions: true,
        };
        let page = format!("{:?}", self.session().summary(ctx, &choice).unwrap());
        assert_eq!(self.leaked(&page, self.agreed.iter()), [""; 0], "the summary");
        assert!(self.agreed.iter().all(|what| page.contains(what)), "what was ticked is in it");
    }
}

#[test]
fn no_private_line_is_anywhere_but_in_the_private_half_unless_it_was_chosen() {
    let (mut seen, mut agreed, mut written, mut changed) = (0, 0, 0, 0);
    for seed in 1..=SEEDS {
        let mut play = Play::new(seed);
        for n in 0..COMMANDS {
            let ctx = at(i64::from(n / 20), i64::from(n % 20) / 2);
            play.command(&ctx);
            play.look(&ctx);
        }
        seen += play.seen;
        changed += play.changed;
        agreed += play.agreed.len();
        written += play.lines.len();
    }
    // Something was there to be found.
    assert!(seen > 80 && agreed > 5 && written > 10 && changed > 5, "{seen} {agreed} {written} {changed}");
}

/// The search finds what it is there for.
#[test]
fn a_mark_that_leaks_is_found() {
    let mut play = Play::new(99);
    let (first, second) = (play.marked(), play.marked());
    assert_eq!(play.leaked(&format!("a page with {first} and {second}"), [first.clone()].iter()), [&second[6..]]);
    assert_eq!(play.leaked("a page", std::iter::empty()), [""; 0]);
}
