//! What the reminders answer with.

use crate::ids::RuleId;
use crate::reminder::input::FireKind;
use crate::reminder::plan::{DropReason, FireId};
use crate::reminder::problems::RuleProblem;
use crate::reminder::repeat::Repeat;
use crate::reminder::rule::{Completion, ReminderKind, Slot, SlotTime};
use crate::reminder::settings::QuietHours;
use crate::storage::reminders::settings::NotificationPermission;
use crate::time::{CivilDate, CivilTime};

/// A rule as a person edits it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleDraft {
    /// The rule it changes; none for a new one.
    pub id: Option<RuleId>,
    /// What for.
    pub kind: ReminderKind,
    /// Whether it says anything.
    pub enabled: bool,
    /// 1 to 8 times of the day.
    pub times: Vec<SlotTime>,
    /// On which days.
    pub repeat: Repeat,
    /// The first day.
    pub starts_on: Option<CivilDate>,
    /// The last day.
    pub ends_on: Option<CivilDate>,
    /// Minutes for which it stays worth showing, 60 to 720.
    pub grace_min: u32,
    /// Minutes after which it is said once more, 30 to 720.
    pub nudge_after_min: Option<u32>,
    /// What one answer settles.
    pub completion: Completion,
    /// Whether it fades when nobody answers it.
    pub back_off: bool,
}

/// What a person can set for all rules together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderChoices {
    /// When nothing is said.
    pub quiet: Option<QuietHours>,
    /// Most reminders a day, 1 to 24.
    pub max_per_day: u32,
    /// Whether all kinds share one text that gives nothing away.
    pub discreet: bool,
}

/// A rule as its screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleView {
    /// Its id.
    pub id: RuleId,
    /// What for.
    pub kind: ReminderKind,
    /// Whether it says anything.
    pub enabled: bool,
    /// When it was made, switched on or edited, in milliseconds since 1970.
    pub effective_from: i64,
    /// Its times.
    pub slots: Vec<Slot>,
    /// On which days.
    pub repeat: Repeat,
    /// The first day.
    pub starts_on: Option<CivilDate>,
    /// The last day.
    pub ends_on: Option<CivilDate>,
    /// Minutes for which it stays worth showing.
    pub grace_min: u32,
    /// Minutes after which it is said once more.
    pub nudge_after_min: Option<u32>,
    /// What one answer settles.
    pub completion: Completion,
    /// Whether it fades when nobody answers it.
    pub back_off: bool,
    /// That it holds back today, because nobody answered it lately.
    pub asleep: Option<Asleep>,
    /// When it speaks next, if it does within a year.
    pub next: Option<NextFire>,
}

/// Until when a rule holds back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asleep {
    /// The day on which it speaks next; none: not before it is brought back.
    pub until: Option<CivilDate>,
}

/// A rule that holds back today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RestingRule {
    /// Which.
    pub rule: RuleId,
    /// What for.
    pub kind: ReminderKind,
    /// The day on which it speaks next; none: not before it is brought back.
    pub until: Option<CivilDate>,
}

/// When something is said next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextFire {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The date on a calendar then.
    pub local_date: CivilDate,
    /// What a clock on the wall shows then.
    pub local_time: CivilTime,
    /// What for, each kind once.
    pub kinds: Vec<ReminderKind>,
}

/// One thing that a reminder asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderItem {
    /// Of which rule.
    pub rule: RuleId,
    /// What for.
    pub kind: ReminderKind,
    /// Which of its times.
    pub slot: u8,
    /// Whether it is the first, the one after it, or put off.
    pub fire: FireKind,
}

/// A reminder that will come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewFire {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The date on a calendar then.
    pub local_date: CivilDate,
    /// What a clock on the wall shows then.
    pub local_time: CivilTime,
    /// The day it asks about.
    pub day: CivilDate,
    /// What it asks for.
    pub items: Vec<ReminderItem>,
}

/// A reminder that will not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PreviewDrop {
    /// What it would have asked for.
    pub item: ReminderItem,
    /// The day it would have asked about.
    pub day: CivilDate,
    /// Why not.
    pub reason: DropReason,
}

/// What comes next, and what of it does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPreview {
    /// By time, at most 14.
    pub fires: Vec<PreviewFire>,
    /// By day, at most 60: what does not come up to the last of those.
    pub dropped: Vec<PreviewDrop>,
}

/// What saving would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulePreview {
    /// The rule in question: of one that is not saved yet an id that stands for it. None where it is about all of them.
    pub rule: Option<RuleId>,
    /// Its times with the ids that the problems name.
    pub slots: Vec<Slot>,
    /// What would not work.
    pub problems: Vec<RuleProblem>,
    /// What would come, by time, at most 14; of one rule only its own.
    pub fires: Vec<PreviewFire>,
    /// What would not, by day, at most 60; of one rule only its own.
    pub dropped: Vec<PreviewDrop>,
}

/// A time of a day that passed without a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissedItem {
    /// Of which rule.
    pub rule: RuleId,
    /// What for.
    pub kind: ReminderKind,
    /// The day it would have asked about.
    pub day: CivilDate,
    /// Which of its times.
    pub slot: u8,
}

/// Everything that the screen of the reminders shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemindersView {
    /// In the person's order.
    pub rules: Vec<RuleView>,
    /// What holds for all.
    pub settings: ReminderChoices,
    /// What does not work.
    pub problems: Vec<RuleProblem>,
    /// What comes next.
    pub preview: PlanPreview,
    /// What was missed and not seen yet, by day.
    pub missed: Vec<MissedItem>,
    /// Reminders that the operating system never delivered in the last 14 days.
    pub unheard: u32,
    /// Whether the app may notify, as last told; none before that.
    pub permission: Option<NotificationPermission>,
}

/// A reminder for the operating system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FireToSet {
    /// Its id.
    pub id: FireId,
    /// A small number that stands for it, from 1 on, as long as it lives.
    pub code: i32,
    /// When, in milliseconds since 1970; it may have passed already where it can be shown late.
    pub at: i64,
    /// The date on a calendar then.
    pub local_date: CivilDate,
    /// What a clock on the wall shows then.
    pub local_time: CivilTime,
    /// Seconds after that.
    pub local_second: u32,
    /// The day it asks about.
    pub day: CivilDate,
    /// What it asks for.
    pub items: Vec<ReminderItem>,
    /// The key of its text.
    pub copy_key: String,
    /// Whether it would make no sound now: it was planned outside quiet hours and comes in them.
    pub silent: bool,
}

/// A reminder that the operating system knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FireRef {
    /// Its id.
    pub id: FireId,
    /// The number that stands for it.
    pub code: i32,
}

/// What the operating system has to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replan {
    /// To set; one that is there under the same id is replaced.
    pub set: Vec<FireToSet>,
    /// To take back.
    pub cancel: Vec<FireRef>,
    /// To take off the screen.
    pub withdraw: Vec<FireRef>,
    /// Up to when nothing is left out of the plan, in milliseconds since 1970.
    pub coverage_until: i64,
    /// What holds back today.
    pub resting: Vec<RestingRule>,
    /// What was missed and not seen yet, by day.
    pub missed: Vec<MissedItem>,
    /// When to plan anew though nothing happens, in milliseconds since 1970.
    pub next_replan_at: i64,
    /// Counts the plans: for `registered`.
    pub generation: i64,
}

/// What the home screen shows of the reminders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RemindersGlimpse {
    /// What is said next, within 60 days.
    pub next: Option<NextFire>,
    /// What is due today and not done.
    pub due: Vec<DueItem>,
    /// What was missed and not seen yet, by day.
    pub missed: Vec<MissedItem>,
    /// What holds back today.
    pub asleep: Vec<RestingRule>,
    /// Reminders that the operating system never delivered in the last 14 days.
    pub unheard: u32,
    /// Whether the reminders' file cannot be read: the rest is empty then.
    pub unreadable: bool,
}

/// Something that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueItem {
    /// Of which rule.
    pub rule: RuleId,
    /// What for.
    pub kind: ReminderKind,
    /// The day it asks about.
    pub day: CivilDate,
}

/// Where a notification leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenTarget {
    /// The day it asks about.
    pub day: CivilDate,
    /// What it asks for.
    pub items: Vec<ReminderItem>,
}
