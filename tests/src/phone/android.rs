//! An Android phone as reminders meet it: alarms that come late or are lost, receivers that run when the system says
//! so, and a person with a thumb.
//!
//! The shell in it does what a shell has to do and no more: it plans anew after everything that happens, applies what it
//! is told, and says so. What the system does not tell it, it does not know.

use super::posted::{Posted, Posts};
use super::reminders;
use super::wall::Wall;
use crate::reminders::at;
use crate::zones;
use ampersand_core::app::{FireRef, Firing, NotificationPermission, OpenTarget, Platform, Reminders, Replan, RuleDraft};
use ampersand_core::ids::RuleId;
use ampersand_core::reminder::plan::FireId;
use ampersand_core::time::{CivilDate, NowContext};
use std::collections::BTreeMap;
use tempfile::TempDir;

/// How often a shell plans again when another was faster.
const TRIES: usize = 3;
/// A safeguard against a phone that rings for ever.
const MOST_DELIVERIES: usize = 10_000;

/// Whether the phone, and the app in it, can do anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    On,
    /// Started, and nobody has unlocked it yet: no receiver of the app runs.
    Locked,
    Off,
    /// The app was stopped by force: it hears of nothing until it is opened.
    Stopped,
}

/// An alarm that was set.
#[derive(Debug, Clone, Copy)]
struct Alarm {
    id: FireId,
    at: i64,
    exact: bool,
}

/// The phone.
#[derive(Debug)]
pub struct Android {
    /// Its clock.
    pub wall: Wall,
    /// The app's half in the core.
    pub reminders: Reminders,
    /// Everything that was ever on screen.
    pub posts: Posts,
    /// Whether the app may notify.
    pub permission: NotificationPermission,
    /// Whether it sets exact alarms.
    pub exact: bool,
    /// How late other alarms come, in milliseconds.
    pub late: i64,
    alarms: BTreeMap<i32, Alarm>,
    screen: BTreeMap<i32, FireId>,
    state: State,
    folder: TempDir,
}

impl Android {
    /// A phone with the app and nothing in it.
    pub fn new(zone: &str, clock: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self {
            wall: Wall::new(zone, clock),
            reminders: reminders(folder.path(), 1),
            posts: Posts::default(),
            permission: NotificationPermission::Granted,
            exact: true,
            late: 0,
            alarms: BTreeMap::new(),
            screen: BTreeMap::new(),
            state: State::On,
            folder,
        }
    }

    /// One with these rules, which were saved just now.
    pub fn with(zone: &str, clock: &str, drafts: &[RuleDraft]) -> (Self, Vec<RuleId>) {
        let mut phone = Self::new(zone, clock);
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

    /// Plans anew, applies it, and says so.
    pub fn replan(&mut self) -> Replan {
        for _ in 0..TRIES {
            let replan = self.reminders.replan(&self.ctx(), Platform::Android, self.permission).expect("a plan");
            let taken = self.apply(&replan);
            if self.reminders.registered(replan.generation, &taken).expect("told") {
                return replan;
            }
        }
        panic!("another was always faster");
    }

    /// Does as it is told, without saying so.
    pub fn apply(&mut self, replan: &Replan) -> Vec<FireId> {
        for FireRef { id, code } in &replan.cancel {
            assert!(self.alarms.remove(code).is_none_or(|alarm| alarm.id == *id), "{code} stands for two");
        }
        for FireRef { id, code } in &replan.withdraw {
            assert!(self.screen.remove(code).is_none_or(|shown| shown == *id), "{code} stands for two");
        }
        for fire in &replan.set {
            let alarm = Alarm { id: fire.id, at: fire.at, exact: self.exact };
            assert!(self.alarms.insert(fire.code, alarm).is_none_or(|before| before.id == fire.id), "{} stands for two", fire.code);
        }
        replan.set.iter().map(|fire| fire.id).collect()
    }

    /// Lets time pass until a clock here shows it; everything that comes until then comes.
    pub fn until(&mut self, clock: &str) {
        self.until_instant(self.wall.instant(clock));
    }

    /// Lets that much time pass.
    pub fn pass(&mut self, millis: i64) {
        self.until_instant(self.wall.now + millis);
    }

    fn until_instant(&mut self, to: i64) {
        assert!(self.wall.now <= to, "time passes one way");
        for _ in 0..MOST_DELIVERIES {
            let late = self.late;
            let due = self.alarms.iter().map(|(code, alarm)| (alarm.at + if alarm.exact { 0 } else { late }, *code)).min();
            let Some((at, code)) = due.filter(|(at, _)| *at <= to && self.state == State::On) else {
                self.wall.now = to;
                return;
            };
            self.wall.now = self.wall.now.max(at);
            self.deliver(code);
        }
        panic!("it rings for ever");
    }

    /// An alarm comes, in time or not.
    fn deliver(&mut self, code: i32) {
        if let Some(Alarm { id, .. }) = self.alarms.get(&code) {
            self.receive(*id);
        }
    }

    /// The receiver of an alarm runs.
    pub fn receive(&mut self, id: FireId) -> Firing {
        self.alarms.retain(|_, alarm| alarm.id != id);
        let firing = self.reminders.on_fire(&self.ctx(), id).expect("an answer");
        if let Firing::Show { code, day, items, copy_key, silent, .. } = &firing
            && self.permission == NotificationPermission::Granted
        {
            let before = self.screen.insert(*code, id);
            assert!(before.is_none_or(|before| before == id), "{code} stands for two");
            let (at, clock) = (self.wall.now, self.wall.shows(self.wall.now));
            let (items, copy_key) = (items.clone(), copy_key.clone());
            self.posts.push(Posted { id, at, clock, day: *day, items, copy_key, silent: *silent });
            self.reminders.shown(&self.ctx(), id).expect("shown");
        }
        self.replan();
        firing
    }

    /// Switched off: alarms and notifications are gone.
    pub fn power_off(&mut self) {
        self.state = State::Off;
        self.alarms.clear();
        self.screen.clear();
    }

    /// Switched on again, and not yet unlocked.
    pub fn power_on_locked(&mut self) {
        assert_eq!(self.state, State::Off);
        self.state = State::Locked;
    }

    /// Unlocked for the first time: the system says that it has started.
    pub fn unlock(&mut self) {
        self.state = State::On;
        self.reminders.booted(&self.ctx()).expect("told");
        self.replan();
        self.pass(0);
    }

    /// Switched on again and unlocked at once.
    pub fn power_on(&mut self) {
        self.power_on_locked();
        self.unlock();
    }

    /// Off from now until that time, then on.
    pub fn off_until(&mut self, clock: &str) {
        self.power_off();
        self.until(clock);
        self.power_on();
    }

    /// The person stops the app in the system's settings.
    pub fn force_stop(&mut self) {
        self.state = State::Stopped;
        self.alarms.clear();
        self.screen.clear();
    }

    /// The person opens the app.
    pub fn open(&mut self) {
        assert!(matches!(self.state, State::On | State::Stopped));
        self.state = State::On;
        self.restart();
        self.alarms_may_be_lost();
    }

    /// The app's process ends and begins again.
    pub fn restart(&mut self) {
        self.reminders = reminders(self.folder.path(), 2);
    }

    /// The watchdog runs, or an update was installed, or the permission for exact alarms changed: whether alarms were
    /// lost nobody says.
    pub fn alarms_may_be_lost(&mut self) {
        self.reminders.alarms_lost(&self.ctx()).expect("told");
        self.replan();
        self.pass(0);
    }

    /// The system loses the alarms, and says nothing.
    pub fn lose_alarms(&mut self) {
        self.alarms.clear();
    }

    /// The system takes back the permission for exact alarms: those are gone, and the process is ended.
    pub fn revoke_exact(&mut self) {
        self.exact = false;
        self.alarms.retain(|_, alarm| !alarm.exact);
        self.restart();
    }

    /// The phone is somewhere else; the system says so.
    pub fn travel(&mut self, zone: &str) {
        self.wall.zone = zones::named(zone);
        self.replan();
        self.pass(0);
    }

    /// Somebody sets the clock; the system says so.
    pub fn set_clock(&mut self, clock: &str) {
        self.wall.now = self.wall.instant(clock);
        self.replan();
        self.pass(0);
    }

    /// The person taps the latest notification; it leaves the screen.
    pub fn tap(&mut self) -> OpenTarget {
        let id = self.posts.last().id;
        self.screen.retain(|_, shown| *shown != id);
        self.reminders.opened(&self.ctx(), id).expect("somewhere to go")
    }

    /// The person taps "later" on the latest notification; it leaves the screen.
    pub fn later(&mut self) -> Option<i64> {
        let id = self.posts.last().id;
        let until = self.reminders.later(&self.ctx(), id).expect("put off");
        self.screen.retain(|_, shown| *shown != id);
        self.replan();
        until
    }

    /// The person puts the latest notification off until a time.
    pub fn snooze(&mut self, clock: &str) {
        let (id, until) = (self.posts.last().id, at(self.wall.instant(clock)));
        self.reminders.snooze(&self.ctx(), id, until).expect("put off");
        self.screen.retain(|_, shown| *shown != id);
        self.replan();
    }

    /// When its alarms are, soonest first.
    pub fn alarms(&self) -> Vec<String> {
        let mut times: Vec<i64> = self.alarms.values().map(|alarm| alarm.at).collect();
        times.sort_unstable();
        times.into_iter().map(|at| self.wall.shows(at)).collect()
    }

    /// What is set.
    pub fn alarm_ids(&self) -> Vec<FireId> {
        self.alarms.values().map(|alarm| alarm.id).collect()
    }

    /// How many notifications are on screen.
    pub fn on_screen(&self) -> usize {
        self.screen.len()
    }

    /// The days that were missed and not seen.
    pub fn missed(&self) -> Vec<CivilDate> {
        self.reminders.view(&self.ctx()).expect("a view").missed.iter().map(|missed| missed.day).collect()
    }
}
