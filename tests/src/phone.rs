//! A phone that holds what it is told to hold: the other side of the reminders.

#![allow(clippy::expect_used, clippy::panic, clippy::missing_panics_doc, reason = "a helper that fails is a test that fails")]

pub mod android;
pub mod ios;
pub mod posted;
pub mod wall;

use crate::world::Seeded;
use ampersand_core::app::{FireRef, FireToSet, Firing, NotificationPermission, Platform, Reminders, Replan, RuleDraft};
use ampersand_core::reminder::plan::FireId;
use ampersand_core::reminder::repeat::Repeat;
use ampersand_core::reminder::rule::{Completion, ReminderKind, SlotTime};
use ampersand_core::time::NowContext;
use std::collections::BTreeMap;
use std::path::Path;

/// Alarms or pending notifications, and what is on screen, by the number that stands for each.
#[derive(Debug, Clone)]
pub struct Phone {
    /// Which it is.
    pub platform: Platform,
    /// Whether the app may notify.
    pub permission: NotificationPermission,
    /// What it is to fire.
    pub alarms: BTreeMap<i32, FireToSet>,
    /// What is on screen.
    pub screen: BTreeMap<i32, FireId>,
}

impl Phone {
    /// One that holds nothing.
    pub fn new(platform: Platform) -> Self {
        Self { platform, permission: NotificationPermission::Granted, alarms: BTreeMap::new(), screen: BTreeMap::new() }
    }

    /// Plans anew and tells nobody of it.
    pub fn plan(&self, reminders: &Reminders, ctx: &NowContext) -> Replan {
        reminders.replan(ctx, self.platform, self.permission).expect("a plan")
    }

    /// Takes everything of a plan; answers with what it took.
    pub fn apply(&mut self, replan: &Replan) -> Vec<FireId> {
        for FireRef { id, code } in &replan.cancel {
            let held = self.alarms.remove(code);
            assert!(held.is_none_or(|held| held.id == *id), "{code} stands for two");
        }
        for FireRef { id, code } in &replan.withdraw {
            let shown = self.screen.remove(code);
            assert!(shown.is_none_or(|shown| shown == *id), "{code} stands for two");
        }
        for fire in &replan.set {
            let before = self.alarms.insert(fire.code, fire.clone());
            assert!(before.is_none_or(|before| before.id == fire.id), "{} stands for two", fire.code);
        }
        replan.set.iter().map(|fire| fire.id).collect()
    }

    /// Plans anew, takes everything, and says so. On iOS what is due was shown by then.
    pub fn settle(&mut self, reminders: &Reminders, ctx: &NowContext) -> Replan {
        if self.platform == Platform::Ios {
            let due = self.due(ctx);
            let (gone, alarms) = std::mem::take(&mut self.alarms).into_iter().partition(|(_, fire)| due.contains(&fire.id));
            self.alarms = alarms;
            self.screen.extend(BTreeMap::into_iter(gone).map(|(code, fire): (i32, FireToSet)| (code, fire.id)));
        }
        let replan = self.plan(reminders, ctx);
        let taken = self.apply(&replan);
        assert!(reminders.registered(replan.generation, &taken).expect("registered"), "nobody else plans");
        replan
    }

    /// What is due.
    pub fn due(&self, ctx: &NowContext) -> Vec<FireId> {
        self.alarms.values().filter(|fire| fire.at <= ctx.now.millis()).map(|fire| fire.id).collect()
    }

    /// Fires what is due, as Android does: each is shown or not, and then planned anew.
    pub fn ring(&mut self, reminders: &Reminders, ctx: &NowContext) -> Vec<Firing> {
        self.due(ctx).into_iter().map(|id| self.fire(reminders, ctx, id)).collect()
    }

    /// Fires one, whether it is due or not.
    pub fn fire(&mut self, reminders: &Reminders, ctx: &NowContext, id: FireId) -> Firing {
        self.alarms.retain(|_, fire| fire.id != id);
        let firing = reminders.on_fire(ctx, id).expect("an answer");
        if let Firing::Show { code, .. } = &firing {
            let before = self.screen.insert(*code, id);
            assert!(before.is_none_or(|before| before == id), "{code} stands for two");
            reminders.shown(ctx, id).expect("shown");
        }
        self.settle(reminders, ctx);
        firing
    }

    /// When its alarms are, soonest first.
    pub fn times(&self) -> Vec<String> {
        let mut times: Vec<_> = self.alarms.values().map(|fire| (fire.at, format!("{} {}", fire.local_date, fire.local_time))).collect();
        times.sort();
        times.into_iter().map(|(_, time)| time).collect()
    }

    /// Its one alarm.
    pub fn only(&self) -> &FireToSet {
        assert_eq!(self.alarms.len(), 1, "{:?}", self.times());
        self.alarms.values().next().expect("one")
    }
}

/// Opens the reminders of a folder.
pub fn reminders(folder: &Path, seed: u64) -> Reminders {
    Reminders::open(folder, Box::new(Seeded(seed))).expect("opened")
}

/// A new rule for each day.
pub fn daily(kind: ReminderKind, times: &[&str]) -> RuleDraft {
    let times = times.iter().map(|time| SlotTime::At(time.parse().expect("a time"))).collect();
    RuleDraft {
        id: None,
        kind,
        enabled: true,
        times,
        repeat: Repeat::EveryDay,
        starts_on: None,
        ends_on: None,
        grace_min: 180,
        nudge_after_min: None,
        completion: Completion::Day,
        back_off: false,
    }
}
