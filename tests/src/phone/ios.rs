//! An iPhone as reminders meet it: a centre that holds at most 64 dated requests, goes by the clock on the wall,
//! replaces by identifier, and runs no code when something is shown.

use super::posted::{Posted, Posts};
use super::reminders;
use super::wall::Wall;
use crate::zones;
use ampersand_core::app::{FireToSet, NotificationPermission, OpenTarget, Platform, Reminders, Replan, RuleDraft};
use ampersand_core::ids::RuleId;
use ampersand_core::reminder::plan::FireId;
use ampersand_core::time::NowContext;
use std::collections::BTreeMap;
use tempfile::TempDir;

/// Requests that the centre keeps; what is added to that many is dropped without a word.
const MOST_PENDING: usize = 64;

/// The phone.
#[derive(Debug)]
pub struct Ios {
    /// Its clock.
    pub wall: Wall,
    /// The app's half in the core.
    pub reminders: Reminders,
    /// Everything that was ever on screen.
    pub posts: Posts,
    /// Whether the app may notify.
    pub permission: NotificationPermission,
    pending: BTreeMap<FireId, FireToSet>,
    delivered: BTreeMap<FireId, String>,
    _folder: TempDir,
}

impl Ios {
    /// A phone with these rules, which were saved just now.
    pub fn with(zone: &str, clock: &str, drafts: &[RuleDraft]) -> (Self, Vec<RuleId>) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut phone = Self {
            wall: Wall::new(zone, clock),
            reminders: reminders(folder.path(), 1),
            posts: Posts::default(),
            permission: NotificationPermission::Granted,
            pending: BTreeMap::new(),
            delivered: BTreeMap::new(),
            _folder: folder,
        };
        let ids = drafts.iter().map(|draft| phone.save(draft)).collect();
        (phone, ids)
    }

    /// What the app is told of the present.
    pub fn ctx(&self) -> NowContext {
        self.wall.ctx()
    }

    /// Saves a rule.
    pub fn save(&mut self, draft: &RuleDraft) -> RuleId {
        let id = self.reminders.save_rule(&self.ctx(), draft).expect("saved").id;
        self.replan();
        id
    }

    /// Answers what a rule asks for on a day.
    pub fn complete(&mut self, rule: RuleId, day: &str) {
        self.reminders.complete(&self.ctx(), rule, day.parse().expect("a date"), None).expect("done");
        self.replan();
    }

    /// The app is opened, or refreshed in the background: it plans anew, and says what the centre took.
    pub fn replan(&mut self) -> Replan {
        let replan = self.reminders.replan(&self.ctx(), Platform::Ios, self.permission).expect("a plan");
        for gone in &replan.cancel {
            self.pending.remove(&gone.id);
        }
        for gone in &replan.withdraw {
            self.delivered.remove(&gone.id);
        }
        for fire in &replan.set {
            if self.pending.contains_key(&fire.id) || self.pending.len() < MOST_PENDING {
                self.pending.insert(fire.id, fire.clone());
            }
        }
        let held = |id: &FireId| self.pending.contains_key(id);
        let taken: Vec<FireId> = replan.set.iter().map(|fire| fire.id).filter(held).collect();
        assert!(self.reminders.registered(replan.generation, &taken).expect("told"), "nobody else plans");
        replan
    }

    /// Lets time pass until a clock here shows it; everything that comes until then comes. No code of the app runs.
    pub fn until(&mut self, clock: &str) {
        let to = self.wall.instant(clock);
        assert!(self.wall.now <= to, "time passes one way");
        let from = self.wall.now;
        let mut due: Vec<(i64, FireId)> = self.pending.values().map(|fire| (self.comes(fire), fire.id)).collect();
        due.retain(|(at, _)| from < *at && *at <= to);
        due.sort_unstable();
        for (at, id) in due {
            self.wall.now = at;
            if let Some(fire) = self.pending.remove(&id) {
                self.show(&fire);
            }
        }
        self.wall.now = to;
    }

    /// When a clock here shows what the request is dated. One that has passed never comes.
    fn comes(&self, fire: &FireToSet) -> i64 {
        let minute = self.wall.zone.whole().resolve(fire.local_date, fire.local_time).expect("covered").millis();
        minute + i64::from(fire.local_second) * 1_000
    }

    fn show(&mut self, fire: &FireToSet) {
        if self.permission == NotificationPermission::Denied {
            return;
        }
        let FireToSet { id, day, items, copy_key, silent, .. } = fire.clone();
        let (at, clock) = (self.wall.now, self.wall.shows(self.wall.now));
        self.delivered.insert(id, clock.clone());
        self.posts.push(Posted { id, at, clock, day, items, copy_key, silent });
    }

    /// The phone is somewhere else. No code of the app runs.
    pub fn travel(&mut self, zone: &str) {
        self.wall.zone = zones::named(zone);
    }

    /// Somebody sets the clock. No code of the app runs.
    pub fn set_clock(&mut self, clock: &str) {
        self.wall.now = self.wall.instant(clock);
    }

    /// The person taps the latest notification; the app opens.
    pub fn tap(&mut self) -> OpenTarget {
        let id = self.posts.last().id;
        self.delivered.remove(&id);
        let target = self.reminders.opened(&self.ctx(), id).expect("somewhere to go");
        self.replan();
        target
    }

    /// The person taps "later" on the latest notification: the app runs for a moment.
    pub fn later(&mut self) -> Option<i64> {
        let id = self.posts.last().id;
        let until = self.reminders.later(&self.ctx(), id).expect("put off");
        self.delivered.remove(&id);
        self.replan();
        until
    }

    /// How many requests the centre holds.
    pub fn pending(&self) -> usize {
        self.pending.len()
    }

    /// When they come, soonest first.
    pub fn times(&self) -> Vec<String> {
        let mut times: Vec<i64> = self.pending.values().map(|fire| self.comes(fire)).collect();
        times.sort_unstable();
        times.into_iter().map(|at| self.wall.shows(at)).collect()
    }

    /// How many notifications are on screen.
    pub fn on_screen(&self) -> usize {
        self.delivered.len()
    }
}
