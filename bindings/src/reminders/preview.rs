//! The plan as a pure function: what given rules and a given past come to.

use super::rules::{Completion, DropReason, FireId, FireKind, QuietHours, ReminderKind, Repeat, RuleId, Slot, slot_id};
use crate::across::record;
use crate::guard::guard;
use crate::{AmpersandError, CivilDate, CivilTime, NowContext};
use ampersand_core::error::{Error, InvalidInput};
use ampersand_core::reminder::{input, plan, rule, settings};
use ampersand_core::time::{self, Instant};

/// A rule with everything that a plan asks of it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PlanRule {
    /// Its id.
    pub id: RuleId,
    /// What for.
    pub kind: ReminderKind,
    /// Whether it says anything.
    pub enabled: bool,
    /// When it was made, switched on or edited, in milliseconds since 1970: nothing is said that was due before.
    pub effective_from: i64,
    /// The day on which a paused rule was brought back.
    pub resumed_on: Option<CivilDate>,
    /// 1 to 8 times, each with an id of its own.
    pub slots: Vec<Slot>,
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

/// What holds for all rules of a plan.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PlanSettings {
    /// When nothing is said.
    pub quiet: Option<QuietHours>,
    /// When a day starts.
    pub day_start: CivilTime,
    /// Most reminders a day, 1 to 24.
    pub max_per_day: u32,
    /// Reminders this many minutes apart become one, 0 to 120.
    pub join_min: u32,
    /// 16 bytes with which the minutes of windows are drawn.
    pub salt: Vec<u8>,
}

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PlanCompletion {
    /// To which rule.
    pub rule: RuleId,
    /// The day it was asked about.
    pub day: CivilDate,
    /// To which slot; none for the whole day.
    pub slot: Option<u32>,
}

/// A reminder that was on screen.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PlanShown {
    /// Of which rule.
    pub rule: RuleId,
    /// The day it asked about.
    pub day: CivilDate,
    /// The slot.
    pub slot: u32,
    /// Which of the slot's.
    pub kind: FireKind,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// A reminder that was put off.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PlanSnooze {
    /// Of which rule.
    pub rule: RuleId,
    /// The day it asks about.
    pub day: CivilDate,
    /// The slot.
    pub slot: u32,
    /// Until when, in milliseconds since 1970.
    pub until: i64,
}

/// Everything a plan depends on.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PlanInput {
    /// The present and the zone, which has to cover the horizon.
    pub now: NowContext,
    /// Whether what is due already can still be shown: where code runs when a reminder fires.
    pub deliver_late: bool,
    /// What holds for all rules.
    pub settings: PlanSettings,
    /// At most 100, in the person's order.
    pub rules: Vec<PlanRule>,
    /// The answers so far.
    pub completions: Vec<PlanCompletion>,
    /// What was shown so far.
    pub shown: Vec<PlanShown>,
    /// What was put off; at most one for a slot of a day.
    pub snoozes: Vec<PlanSnooze>,
    /// Most fires, 1 to 1000.
    pub cap: u32,
    /// Days from today on, 1 to 800.
    pub horizon_days: u32,
}

record! {
    /// One thing that a fire says.
    FireItem = plan::FireItem {
        /// Of which rule.
        rule: RuleId,
        /// The slot.
        slot: u32,
        /// Which of the slot's.
        kind: FireKind,
        /// From when on it is too late for it, in milliseconds since 1970.
        not_after: i64,
    }
}

record! {
    /// A moment at which something is said.
    Fire = plan::Fire {
        /// Its id.
        id: FireId,
        /// When, in milliseconds since 1970.
        at: i64,
        /// The day it asks about.
        day: CivilDate,
        /// What is said, at least one thing.
        items: Vec<FireItem>,
        /// From when on it is too late for all of it, in milliseconds since 1970.
        not_after: i64,
    }
}

record! {
    /// Something that is not said.
    Dropped = plan::Dropped {
        /// Of which rule.
        rule: RuleId,
        /// The day it would have asked about.
        day: CivilDate,
        /// The slot.
        slot: u32,
        /// Which of the slot's.
        kind: FireKind,
        /// Why not.
        reason: DropReason,
    }
}

record! {
    /// A rule that holds back because nobody answered it lately.
    Resting = plan::Resting {
        /// Which.
        rule: RuleId,
        /// The day on which it speaks next; none within the horizon.
        until: Option<CivilDate>,
    }
}

record! {
    /// What will be said, and what will not.
    Plan = plan::Plan {
        /// The day it is.
        today: CivilDate,
        /// What is said, by time.
        fires: Vec<Fire>,
        /// Up to when nothing is left out, in milliseconds since 1970.
        coverage_until: i64,
        /// What is not said, by day.
        dropped: Vec<Dropped>,
        /// What rests today.
        resting: Vec<Resting>,
    }
}

/// Plans given rules, without a file and without changing anything: what the editor of a rule shows is made by the same
/// function.
///
/// Errors: `now`, `out_of_range` · `zone`, `zone_span_invalid` or `zone_span_short` · `slots`, `repeat`, `every_days`,
/// `month_day`, `nth`, `weekday`, `ends_on`, `grace_min`, `nudge_after_min`, `max_per_day`, `join_min`, `salt`, `rules`,
/// `snoozes`, `cap`, `horizon_days`, each with its code.
#[uniffi::export]
pub fn plan_preview(input: PlanInput) -> Result<Plan, AmpersandError> {
    guard(|| {
        let input = input::PlanInput::try_from(input)?;
        Ok::<_, Error>(plan::plan(&input)?.into())
    })
}

/// Converts a list, or refuses the first that cannot be.
fn each<A, B: TryFrom<A, Error = InvalidInput>>(list: Vec<A>) -> Result<Vec<B>, InvalidInput> {
    list.into_iter().map(B::try_from).collect()
}

impl TryFrom<PlanInput> for input::PlanInput {
    type Error = InvalidInput;

    fn try_from(input: PlanInput) -> Result<Self, Self::Error> {
        let PlanInput { now, deliver_late, settings, rules, completions, shown, snoozes, cap, horizon_days } = input;
        let time::NowContext { now, zone } = now.try_into()?;
        Ok(Self {
            zone,
            now,
            deliver_late,
            settings: settings.try_into()?,
            rules: each(rules)?,
            completions: each(completions)?,
            shown: each(shown)?,
            snoozes: each(snoozes)?,
            cap,
            horizon_days,
        })
    }
}

impl TryFrom<PlanSettings> for settings::ReminderSettings {
    type Error = InvalidInput;

    fn try_from(settings: PlanSettings) -> Result<Self, Self::Error> {
        let PlanSettings { quiet, day_start, max_per_day, join_min, salt } = settings;
        let salt = settings::Salt::try_from(salt.as_slice())?;
        Ok(Self { quiet: quiet.map(Into::into), day_start: day_start.into(), max_per_day, join_min, ..Self::new(salt) })
    }
}

impl TryFrom<PlanRule> for rule::Rule {
    type Error = InvalidInput;

    fn try_from(given: PlanRule) -> Result<Self, Self::Error> {
        let PlanRule {
            id,
            kind,
            enabled,
            effective_from,
            resumed_on,
            slots,
            repeat,
            starts_on,
            ends_on,
            grace_min,
            nudge_after_min,
            completion,
            back_off,
        } = given;
        Ok(Self {
            id: id.into(),
            kind: kind.into(),
            enabled,
            effective_from: Instant::from_millis(effective_from)?,
            resumed_on: resumed_on.map(Into::into),
            slots: each(slots)?,
            repeat: repeat.try_into()?,
            starts_on: starts_on.map(Into::into),
            ends_on: ends_on.map(Into::into),
            grace_min,
            nudge_after_min,
            completion: completion.into(),
            back_off,
        })
    }
}

impl TryFrom<PlanCompletion> for input::Completed {
    type Error = InvalidInput;

    fn try_from(PlanCompletion { rule, day, slot }: PlanCompletion) -> Result<Self, Self::Error> {
        Ok(Self { rule: rule.into(), day: day.into(), slot: slot.map(slot_id).transpose()? })
    }
}

impl TryFrom<PlanShown> for input::Shown {
    type Error = InvalidInput;

    fn try_from(PlanShown { rule, day, slot, kind, at }: PlanShown) -> Result<Self, Self::Error> {
        Ok(Self { rule: rule.into(), day: day.into(), slot: slot_id(slot)?, kind: kind.into(), at: Instant::from_millis(at)? })
    }
}

impl TryFrom<PlanSnooze> for input::Snooze {
    type Error = InvalidInput;

    fn try_from(PlanSnooze { rule, day, slot, until }: PlanSnooze) -> Result<Self, Self::Error> {
        Ok(Self { rule: rule.into(), day: day.into(), slot: slot_id(slot)?, until: Instant::from_millis(until)? })
    }
}
