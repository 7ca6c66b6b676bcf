//! What the reminders answer with.

use super::rules::{Completion, DropReason, FireKind, ProblemKind, QuietHours, ReminderKind, Repeat, RuleId, Slot, SlotTime};
use crate::across::{Across, crosses, record};
use crate::{CivilDate, CivilTime, mirrored};
use ampersand_core::app;
use ampersand_core::error::InvalidInput;
use ampersand_core::reminder::problems;

mirrored! {
    /// Whether the app may notify.
    NotificationPermission = app::NotificationPermission {
        /// It may.
        Granted,
        /// It may not, or was not asked yet.
        Denied,
    }
}

crosses!(app::NotificationPermission => NotificationPermission);

/// A rule as a person edits it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
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

impl From<app::RuleDraft> for RuleDraft {
    fn from(draft: app::RuleDraft) -> Self {
        let app::RuleDraft { id, kind, enabled, times, repeat, starts_on, ends_on, grace_min, nudge_after_min, completion, back_off } =
            draft;
        Self {
            id: id.across(),
            kind: kind.into(),
            enabled,
            times: times.across(),
            repeat: repeat.into(),
            starts_on: starts_on.across(),
            ends_on: ends_on.across(),
            grace_min,
            nudge_after_min,
            completion: completion.into(),
            back_off,
        }
    }
}

crosses!(app::RuleDraft => RuleDraft);

impl TryFrom<RuleDraft> for app::RuleDraft {
    type Error = InvalidInput;

    fn try_from(draft: RuleDraft) -> Result<Self, Self::Error> {
        let RuleDraft { id, kind, enabled, times, repeat, starts_on, ends_on, grace_min, nudge_after_min, completion, back_off } = draft;
        Ok(Self {
            id: id.across(),
            kind: kind.into(),
            enabled,
            times: times.across(),
            repeat: repeat.try_into()?,
            starts_on: starts_on.across(),
            ends_on: ends_on.across(),
            grace_min,
            nudge_after_min,
            completion: completion.into(),
            back_off,
        })
    }
}

record! { both
    /// What a person can set for all rules together.
    ReminderSettings = app::ReminderChoices {
        /// When nothing is said.
        quiet: Option<QuietHours>,
        /// Most reminders a day, 1 to 24.
        max_per_day: u32,
        /// Whether all kinds share one text that gives nothing away.
        discreet: bool,
    }
}

record! {
    /// Until when a rule holds back.
    Asleep = app::Asleep {
        /// The day on which it speaks next; none: not before it is brought back.
        until: Option<CivilDate>,
    }
}

record! {
    /// A rule that holds back today.
    RestingRule = app::RestingRule {
        /// Which.
        rule: RuleId,
        /// What for.
        kind: ReminderKind,
        /// The day on which it speaks next; none: not before it is brought back.
        until: Option<CivilDate>,
    }
}

record! {
    /// When something is said next.
    NextFire = app::NextFire {
        /// When, in milliseconds since 1970.
        at: i64,
        /// The date on a calendar then.
        local_date: CivilDate,
        /// What a clock on the wall shows then.
        local_time: CivilTime,
        /// What for, each kind once.
        kinds: Vec<ReminderKind>,
    }
}

record! {
    /// A rule as its screen shows it.
    RuleView = app::RuleView {
        /// Its id.
        id: RuleId,
        /// What for.
        kind: ReminderKind,
        /// Whether it says anything.
        enabled: bool,
        /// When it was made, switched on or edited, in milliseconds since 1970.
        effective_from: i64,
        /// Its times.
        slots: Vec<Slot>,
        /// On which days.
        repeat: Repeat,
        /// The first day.
        starts_on: Option<CivilDate>,
        /// The last day.
        ends_on: Option<CivilDate>,
        /// Minutes for which it stays worth showing.
        grace_min: u32,
        /// Minutes after which it is said once more.
        nudge_after_min: Option<u32>,
        /// What one answer settles.
        completion: Completion,
        /// Whether it fades when nobody answers it.
        back_off: bool,
        /// That it holds back today, because nobody answered it lately.
        asleep: Option<Asleep>,
        /// When it speaks next, if it does within a year.
        next: Option<NextFire>,
    }
}

record! {
    /// One thing that a reminder asks for.
    ReminderItem = app::ReminderItem {
        /// Of which rule.
        rule: RuleId,
        /// What for.
        kind: ReminderKind,
        /// Which of its times.
        slot: u32,
        /// Whether it is the first, the one after it, or put off.
        fire: FireKind,
    }
}

record! {
    /// A reminder that will come.
    PreviewFire = app::PreviewFire {
        /// When, in milliseconds since 1970.
        at: i64,
        /// The date on a calendar then.
        local_date: CivilDate,
        /// What a clock on the wall shows then.
        local_time: CivilTime,
        /// The day it asks about.
        day: CivilDate,
        /// What it asks for.
        items: Vec<ReminderItem>,
    }
}

record! {
    /// A reminder that will not come.
    PreviewDrop = app::PreviewDrop {
        /// What it would have asked for.
        item: ReminderItem,
        /// The day it would have asked about.
        day: CivilDate,
        /// Why not.
        reason: DropReason,
    }
}

record! {
    /// What comes next, and what of it does not.
    PlanPreview = app::PlanPreview {
        /// By time, at most 14.
        fires: Vec<PreviewFire>,
        /// By day, at most 60: what does not come up to the day of the last of those.
        dropped: Vec<PreviewDrop>,
    }
}

record! {
    /// Something that does not work about a rule.
    RuleProblem = problems::RuleProblem {
        /// Which rule.
        rule: RuleId,
        /// Which of its times; none for the whole rule.
        slot: Option<u32>,
        /// What.
        kind: ProblemKind,
    }
}

record! {
    /// What saving would do.
    RulePreview = app::RulePreview {
        /// The rule in question: of one that is not saved yet an id that stands for it. None where it is about all.
        rule: Option<RuleId>,
        /// Its times with the ids that the problems name.
        slots: Vec<Slot>,
        /// What would not work.
        problems: Vec<RuleProblem>,
        /// What would come, by time, at most 14; of one rule only its own.
        fires: Vec<PreviewFire>,
        /// What would not, by day, at most 60; of one rule only its own.
        dropped: Vec<PreviewDrop>,
    }
}

record! {
    /// A time of a day that passed without a word.
    MissedItem = app::MissedItem {
        /// Of which rule.
        rule: RuleId,
        /// What for.
        kind: ReminderKind,
        /// The day it would have asked about.
        day: CivilDate,
        /// Which of its times.
        slot: u32,
    }
}

record! {
    /// Everything that the screen of the reminders shows.
    RemindersView = app::RemindersView {
        /// In the person's order.
        rules: Vec<RuleView>,
        /// What holds for all.
        settings: ReminderSettings,
        /// What does not work.
        problems: Vec<RuleProblem>,
        /// What comes next.
        preview: PlanPreview,
        /// What was missed and not seen yet, by day.
        missed: Vec<MissedItem>,
        /// Reminders that the operating system never delivered in the last 14 days.
        unheard: u32,
        /// Whether the app may notify, as last told; none before that.
        permission: Option<NotificationPermission>,
    }
}

record! {
    /// Something that is due.
    DueItem = app::DueItem {
        /// Of which rule.
        rule: RuleId,
        /// What for.
        kind: ReminderKind,
        /// The day it asks about.
        day: CivilDate,
    }
}

record! {
    /// What the home screen shows of the reminders.
    RemindersGlimpse = app::RemindersGlimpse {
        /// What is said next, within 60 days.
        next: Option<NextFire>,
        /// What is due today and not done.
        due: Vec<DueItem>,
        /// What was missed and not seen yet, by day.
        missed: Vec<MissedItem>,
        /// What holds back today.
        asleep: Vec<RestingRule>,
        /// Reminders that the operating system never delivered in the last 14 days.
        unheard: u32,
        /// Whether the reminders' file cannot be read: the rest is empty then.
        unreadable: bool,
    }
}

record! {
    /// A reminder that makes sense.
    SuggestedRule = app::SuggestedRule {
        /// What for.
        kind: ReminderKind,
        /// What saving it would save.
        draft: RuleDraft,
    }
}

record! {
    /// A reminder's name.
    RuleLabel = app::RuleLabel {
        /// Of which rule.
        rule: RuleId,
        /// At most 40 characters of one line.
        label: String,
    }
}
