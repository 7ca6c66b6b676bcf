//! Everything that the days say, before as much is taken of it as there is room for.
//!
//! In few lists, and without the ids: most of a year's plan is left out again.

use super::moments::Candidate;
use super::output::{Fire, FireId, FireItem};
use crate::error::InvalidInput;
use crate::reminder::rule::Rule;
use crate::time::{CivilDate, Instant};
use std::collections::BTreeSet;
use std::ops::Range;

/// What is said, day after day.
#[derive(Default)]
pub(super) struct Said {
    days: Vec<Written>,
    /// In order of the days.
    items: Vec<Candidate>,
    /// Up to where the items have their moment.
    told: usize,
    moments: Vec<Spoken>,
}

/// A day, and how it is written.
struct Written(CivilDate, [u8; 10]);

/// Items that are said at once.
struct Spoken {
    /// Milliseconds.
    at: i64,
    /// The place of its day.
    day: usize,
    items: Range<usize>,
}

impl Said {
    /// What is added from now on is of `day`.
    pub(super) fn begin_day(&mut self, day: CivilDate, written: [u8; 10]) {
        self.days.push(Written(day, written));
    }

    /// Adds something to what is said next.
    pub(super) fn add(&mut self, item: Candidate) {
        self.items.push(item);
    }

    /// Says at `at`, in milliseconds, what was added since the last time; nothing, where that is nothing.
    pub(super) fn say_at(&mut self, at: i64) {
        let items = self.told..self.items.len();
        if !items.is_empty() {
            self.told = items.end;
            self.moments.push(Spoken { at, day: self.days.len().saturating_sub(1), items });
        }
    }

    /// Puts what is said in order, and keeps `cap` of it: each rule's soonest before the others. Answers with the time, in
    /// milliseconds, of the first that is left out.
    pub(super) fn cut(&mut self, rules: &[Rule], cap: u32) -> Option<i64> {
        let Self { days, items, moments, .. } = self;
        let id = |it: &Spoken| id(&days[it.day], &items[it.items.start], rules);
        moments.sort_unstable_by(|one, other| one.at.cmp(&other.at).then_with(|| id(one).cmp(&id(other))));
        let cap = usize::try_from(cap).unwrap_or(usize::MAX);
        if moments.len() <= cap {
            return None;
        }
        let mut heard = BTreeSet::new();
        // Whether each holds the soonest of some rule; every rule of it is heard from then on.
        let soonest = moments.iter().map(|it| {
            let before = heard.len();
            heard.extend(items[it.items.clone()].iter().map(|item| item.rule));
            heard.len() > before
        });
        let soonest: Vec<bool> = soonest.collect();
        let firsts = soonest.iter().filter(|soonest| **soonest).count().min(cap);
        let (mut firsts, mut others) = (firsts, cap - firsts);
        let mut left_out = None;
        let mut soonest = soonest.into_iter();
        moments.retain(|it| {
            let room = if soonest.next().unwrap_or(false) { &mut firsts } else { &mut others };
            let stays = *room > 0;
            if stays {
                *room -= 1;
            } else {
                left_out.get_or_insert(it.at);
            }
            stays
        });
        left_out
    }

    /// What is said, in the order it stands in.
    pub(super) fn fires(&self, rules: &[Rule]) -> Result<Vec<Fire>, InvalidInput> {
        self.moments.iter().map(|it| self.fire(it, rules)).collect()
    }

    fn fire(&self, spoken: &Spoken, rules: &[Rule]) -> Result<Fire, InvalidInput> {
        let (day, items) = (&self.days[spoken.day], &self.items[spoken.items.clone()]);
        let said = items.iter().map(|item| {
            let not_after = Instant::from_millis(item.not_after)?;
            Ok(FireItem { rule: rules[item.rule].id, slot: item.slot, kind: item.kind, not_after })
        });
        let latest = items.iter().map(|item| item.not_after).max().unwrap_or(spoken.at);
        Ok(Fire {
            id: id(day, &items[0], rules),
            at: Instant::from_millis(spoken.at)?,
            day: day.0,
            items: said.collect::<Result<_, InvalidInput>>()?,
            not_after: Instant::from_millis(latest)?,
        })
    }
}

/// The id of what begins with `first`.
fn id(day: &Written, first: &Candidate, rules: &[Rule]) -> FireId {
    FireId::of_written(rules[first.rule].id, &day.1, first.slot, first.kind)
}
