//! What is said together: neighbouring reminders become one, and a day has only so many.

use super::moments::{Candidate, persons_order};
use crate::reminder::input::FireKind;
use crate::reminder::rule::Rule;
use std::cmp::Reverse;
use std::ops::Range;

const MINUTE_MS: i64 = 60_000;
/// How seldom a snooze comes round: it goes last.
const RARITY_OF_SNOOZE: u8 = 4;

/// Candidates that are said at once.
#[derive(Debug)]
pub(super) struct Group {
    /// When, in milliseconds: the time of the last that joined. It stays so, whoever leaves.
    pub(super) at: i64,
    /// When its first candidate was due.
    first_at: i64,
    /// The soonest of its candidates' last moments.
    not_after: i64,
    /// Whether all of them were put off.
    snoozes: bool,
    /// Its candidates, those that left included.
    members: Range<usize>,
    /// Whether there was no room for it.
    pub(super) refused: bool,
}

impl Group {
    fn takes(&self, candidate: &Candidate, join_ms: i64) -> bool {
        let alike = self.snoozes == (candidate.kind == FireKind::Snooze) || candidate.at == self.at;
        candidate.at - self.first_at <= join_ms && alike && candidate.at < candidate.not_after && candidate.at < self.not_after
    }

    fn join(&mut self, candidate: &Candidate) {
        self.at = candidate.at;
        self.not_after = self.not_after.min(candidate.not_after);
        self.snoozes &= candidate.kind == FireKind::Snooze;
        self.members.end += 1;
    }
}

/// The candidates of a day, and the groups that they are in. Used again for each day: a plan of a year makes and drops
/// no list for each reminder.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// In order of groups, and of their time in each.
    candidates: Vec<Candidate>,
    groups: Vec<Group>,
    /// Of each candidate the group it is in, while they are joined.
    of: Vec<usize>,
    /// Of each rule the groups so far that it was in.
    served: Vec<u32>,
    order: Vec<(Claim, usize)>,
}

impl Joined {
    /// Takes candidates and puts them together where they are at most `join_min` apart.
    pub(super) fn join(&mut self, candidates: &mut Vec<Candidate>, join_min: u32) {
        self.candidates.clear();
        std::mem::swap(&mut self.candidates, candidates);
        let order = |it: &Candidate| persons_order(it.rule, it.slot, it.kind);
        self.candidates.sort_unstable_by(|one, other| one.at.cmp(&other.at).then_with(|| order(one).cmp(&order(other))));
        self.groups.clear();
        self.of.clear();
        let join_ms = i64::from(join_min) * MINUTE_MS;
        for candidate in &self.candidates {
            // Further back nothing is near enough, since candidates come by time.
            let near = self.groups.iter().rposition(|group| candidate.at - group.first_at > join_ms).map_or(0, |far| far + 1);
            let taking = self.groups[near..].iter().rposition(|group| group.takes(candidate, join_ms)).map(|place| near + place);
            let place = taking.unwrap_or(self.groups.len());
            match self.groups.get_mut(place) {
                Some(group) => group.join(candidate),
                None => self.groups.push(Group {
                    at: candidate.at,
                    first_at: candidate.at,
                    not_after: candidate.not_after,
                    snoozes: candidate.kind == FireKind::Snooze,
                    members: 0..1,
                    refused: false,
                }),
            }
            self.of.push(place);
        }
        self.gather();
    }

    /// Lets each group's candidates stand together: what was put off may have come between them.
    fn gather(&mut self) {
        if !self.of.is_sorted() {
            let mut placed: Vec<(usize, Candidate)> = self.of.iter().copied().zip(self.candidates.drain(..)).collect();
            placed.sort_by_key(|(place, _)| *place);
            self.candidates.extend(placed.into_iter().map(|(_, candidate)| candidate));
        }
        let mut from = 0;
        for group in &mut self.groups {
            group.members = from..from + group.members.len();
            from = group.members.end;
        }
    }

    /// The groups, each with all of its candidates.
    pub(super) fn all(&mut self) -> impl Iterator<Item = (&Group, &mut [Candidate])> {
        let mut rest = self.candidates.as_mut_slice();
        self.groups.iter().map(move |group| {
            let (members, others) = std::mem::take(&mut rest).split_at_mut(group.members.len());
            rest = others;
            (group, members)
        })
    }

    /// Refuses what the day has no room for. `room` is how many more may be said.
    pub(super) fn limit(&mut self, rules: &[Rule], room: i64) {
        let Self { candidates, groups, served, order, .. } = self;
        served.clear();
        served.resize(rules.len(), 0);
        order.clear();
        for (place, group) in groups.iter().enumerate() {
            let members = &candidates[group.members.clone()];
            // What was put off takes no room by itself.
            let claim = claim(group, members.iter().filter(|item| !item.gone), rules, served);
            order.extend(claim.filter(|claim| claim.3 < RARITY_OF_SNOOZE).map(|claim| (claim, place)));
            for (number, item) in members.iter().enumerate() {
                let again = members[..number].iter().any(|before| before.rule == item.rule);
                served[item.rule] += u32::from(!again);
            }
        }
        let room = usize::try_from(room).unwrap_or(0);
        if room < order.len() {
            // In whatever order among themselves: those that there is room for, and the others.
            order.select_nth_unstable(room);
        }
        for ((Reverse(snoozed), ..), place) in order.iter().skip(room) {
            groups[*place].refused = !snoozed;
        }
    }
}

/// What decides who is said first; the least goes first: one that holds something put off, else a first reminder; by the
/// groups of the day so far that its least served rule was in; by how seldom its rarest rule comes round; by its first
/// rule in the person's order; by when it was due.
type Claim = (Reverse<bool>, Reverse<bool>, u32, u8, usize, i64);

/// The claim of a group by those still in it; none where nobody is.
fn claim<'a>(group: &Group, mut items: impl Iterator<Item = &'a Candidate>, rules: &[Rule], served: &[u32]) -> Option<Claim> {
    let own = |item: &Candidate| -> Claim {
        let snooze = item.kind == FireKind::Snooze;
        let rarity = if snooze { RARITY_OF_SNOOZE } else { rules[item.rule].repeat.rarity() };
        (Reverse(snooze), Reverse(item.kind == FireKind::First), served[item.rule], rarity, item.rule, group.first_at)
    };
    let leading = own(items.next()?);
    // Each by itself: a group may be snoozed for one of its items, and rare for another.
    Some(items.map(own).fold(leading, |least, own| {
        (least.0.min(own.0), least.1.min(own.1), least.2.min(own.2), least.3.min(own.3), least.4.min(own.4), least.5)
    }))
}
