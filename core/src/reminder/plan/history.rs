//! What happened to one rule so far, and whether it rests.

use crate::reminder::input::{Completed, FireKind, Shown};
use crate::reminder::rule::{Completion, Rule};
use crate::time::{CivilDate, Instant};

/// Days after which a rule that nobody answered is asked again, by how many days went unanswered.
const STEPS: [(u32, i64); 2] = [(3, 1), (7, 2)];
/// The step after those.
const LAST_STEP: i64 = 7;
/// Unanswered days after which a rule pauses until it is brought back.
const PAUSES_AFTER: u32 = 14;

/// What a rule's own past says about a day.
pub(super) struct History<'a> {
    rule: &'a Rule,
    /// By day.
    completed: Vec<(CivilDate, Option<u8>)>,
    /// By day.
    shown: Vec<(CivilDate, u8, FireKind, Instant)>,
    /// Days on which something was shown and nothing answered, since the latest answer.
    unanswered: u32,
    /// The latest day with an answer or something shown, before the day at hand.
    last: Option<CivilDate>,
}

impl<'a> History<'a> {
    /// Of `rule`, of which nothing happened so far.
    pub(super) fn new(rule: &'a Rule) -> Self {
        Self { rule, completed: Vec::new(), shown: Vec::new(), unanswered: 0, last: None }
    }

    /// Adds something answered, in whatever order.
    pub(super) fn add_completed(&mut self, it: &Completed) {
        self.completed.push((it.day, it.slot));
    }

    /// Adds something shown, in whatever order.
    pub(super) fn add_shown(&mut self, it: &Shown) {
        self.shown.push((it.day, it.slot, it.kind, it.at));
    }

    /// Begins with `today`, once everything was added: what was before it counts for the resting at once.
    pub(super) fn begin(&mut self, today: CivilDate) {
        self.completed.sort_unstable();
        self.shown.sort_unstable();
        if !self.rule.back_off {
            return;
        }
        let resumed = self.rule.resumed_on;
        let counts = |day: CivilDate| day < today && resumed.is_none_or(|resumed| resumed <= day);
        let answered = self.completed.iter().map(|it| it.0).rfind(|day| counts(*day));
        let mut seen: Vec<CivilDate> = self.shown.iter().map(|it| it.0).filter(|day| counts(*day)).collect();
        seen.dedup();
        self.last = answered.max(seen.last().copied());
        let unanswered = seen.iter().filter(|day| answered.is_none_or(|answered| answered < **day)).count();
        self.unanswered = u32::try_from(unanswered).unwrap_or(u32::MAX);
    }

    /// What the rule's past says about one day.
    pub(super) fn on(&self, day: CivilDate) -> DayFacts<'_> {
        let whole_day = self.rule.completion == Completion::Day;
        DayFacts { whole_day, completed: of_day(&self.completed, day, |it| it.0), shown: of_day(&self.shown, day, |it| it.0) }
    }

    /// Whether the rule holds back on `day`.
    pub(super) fn rests(&self, day: CivilDate) -> bool {
        self.rests_with(&self.on(day), day)
    }

    /// The same where the facts of `day` are known: on a day on which something was shown it does not.
    pub(super) fn rests_with(&self, facts: &DayFacts<'_>, day: CivilDate) -> bool {
        if !self.rule.back_off || !facts.shown.is_empty() {
            return false;
        }
        let step = STEPS.iter().find(|(below, _)| self.unanswered < *below).map_or(LAST_STEP, |(_, step)| *step);
        self.unanswered >= PAUSES_AFTER || self.last.is_some_and(|last| day.days_since(last) < step)
    }

    /// Goes on past `day`: an answer ends the counting, something shown or about to be (`speaks`) goes on with it. Of a
    /// rule that never holds back nothing is counted.
    pub(super) fn pass(&mut self, day: CivilDate, speaks: impl Fn() -> bool) {
        if !self.rule.back_off {
            return;
        }
        let facts = self.on(day);
        if facts.is_answered() {
            self.unanswered = 0;
            self.last = Some(day);
        } else if speaks() || !facts.shown.is_empty() {
            self.unanswered = self.unanswered.saturating_add(1);
            self.last = Some(day);
        }
    }
}

/// The entries of `day` in a list that is in order of days.
fn of_day<T>(list: &[T], day: CivilDate, day_of: impl Fn(&T) -> CivilDate) -> &[T] {
    // Nearly every day of a plan is ahead of everything that happened.
    if list.last().is_none_or(|last| day_of(last) < day) {
        return &[];
    }
    let from = list.partition_point(|it| day_of(it) < day);
    let len = list[from..].partition_point(|it| day_of(it) == day);
    &list[from..from + len]
}

/// What was answered and shown on one day, of one rule.
pub(super) struct DayFacts<'a> {
    whole_day: bool,
    completed: &'a [(CivilDate, Option<u8>)],
    shown: &'a [(CivilDate, u8, FireKind, Instant)],
}

impl DayFacts<'_> {
    /// Whether anything was answered.
    pub(super) fn is_answered(&self) -> bool {
        !self.completed.is_empty()
    }

    /// Whether `slot` needs no answer any more.
    pub(super) fn is_done(&self, slot: u8) -> bool {
        self.completed.iter().any(|(_, of)| self.whole_day || of.is_none_or(|of| of == slot))
    }

    /// When `kind` of `slot` was shown first.
    pub(super) fn shown_at(&self, slot: u8, kind: FireKind) -> Option<Instant> {
        self.shown.iter().find(|it| (it.1, it.2) == (slot, kind)).map(|it| it.3)
    }

    /// When a snooze of `slot` was shown last.
    pub(super) fn snooze_shown_at(&self, slot: u8) -> Option<Instant> {
        self.shown.iter().filter(|it| (it.1, it.2) == (slot, FireKind::Snooze)).map(|it| it.3).max()
    }
}
