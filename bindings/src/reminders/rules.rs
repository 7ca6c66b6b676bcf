//! Rules at the boundary: what is asked, at which times of which days.

use crate::across::{Across, crosses, text_type};
use crate::{CivilDate, mirrored};
use ampersand_core::error::{Field, InvalidInput, Reason};
use ampersand_core::reminder::{input, plan, problems, repeat, rule, settings};
use ampersand_core::{ids, time};

text_type! {
    /// The id of a reminder's rule.
    RuleId = ids::RuleId,
    /// The id of a fire: sixteen hexadecimal digits.
    FireId = plan::FireId,
    /// A civil time of day, `HH:MM`.
    CivilTime = time::CivilTime,
}

mirrored! {
    /// What a reminder is for.
    ReminderKind = rule::ReminderKind {
        /// Five taps a day.
        DailyCheckIn,
        /// Eight questions a week.
        WeeklyPulse,
        /// The relationship check-in.
        Together,
        /// A step of a practice.
        Practice,
        /// Taking the Check again.
        Retest,
        /// Looking at an agreement.
        Agreement,
        /// Something of the person's own.
        Custom,
    }
}

mirrored! {
    /// What one answer settles.
    Completion = rule::Completion {
        /// The whole day.
        Day,
        /// The time of the day that was asked about.
        Slot,
    }
}

mirrored! {
    /// Which of a slot's reminders.
    FireKind = input::FireKind {
        /// The one at its time.
        First,
        /// The one after it, when nobody answered.
        Nudge,
        /// The one that a person asked for instead.
        Snooze,
    }
}

mirrored! {
    /// Why something is not said.
    DropReason = plan::DropReason {
        /// The clocks leave that time out on that day.
        NoSuchTime,
        /// The day is over by then.
        DayOver,
        /// Quiet hours hold it for as long as it would have been worth saying.
        QuietHours,
        /// Its time has passed.
        Missed,
        /// The day has enough of them.
        DailyLimit,
    }
}

mirrored! {
    /// What does not work about a rule.
    ProblemKind = problems::ProblemKind {
        /// None of its days is still to come.
        NeverComes,
        /// Quiet hours hold it for as long as it is worth saying.
        QuietSwallows,
        /// Other reminders take all the room that a day has.
        LimitRefuses,
        /// The day ends before the time for which it stays worth saying is over.
        GraceCutShort,
    }
}

crosses! {
    rule::ReminderKind => ReminderKind,
    ReminderKind => rule::ReminderKind,
    rule::Completion => Completion,
    Completion => rule::Completion,
    input::FireKind => FireKind,
    FireKind => input::FireKind,
    plan::DropReason => DropReason,
    problems::ProblemKind => ProblemKind,
}

/// A time of the day, or a stretch of it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum SlotTime {
    /// At this minute.
    At {
        /// The minute.
        at: CivilTime,
    },
    /// At a minute of `[from, to)` that is drawn anew for each day.
    Window {
        /// The first minute.
        from: CivilTime,
        /// The minute after the last one.
        to: CivilTime,
    },
}

impl From<rule::SlotTime> for SlotTime {
    fn from(time: rule::SlotTime) -> Self {
        match time {
            rule::SlotTime::At(at) => Self::At { at: at.into() },
            rule::SlotTime::Window { from, to } => Self::Window { from: from.into(), to: to.into() },
        }
    }
}

impl From<SlotTime> for rule::SlotTime {
    fn from(time: SlotTime) -> Self {
        match time {
            SlotTime::At { at } => Self::At(at.into()),
            SlotTime::Window { from, to } => Self::Window { from: from.into(), to: to.into() },
        }
    }
}

crosses!(rule::SlotTime => SlotTime, SlotTime => rule::SlotTime);

/// One time of a rule.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Slot {
    /// Its id within the rule, 0 to 255.
    pub id: u32,
    /// When.
    pub time: SlotTime,
}

impl From<rule::Slot> for Slot {
    fn from(rule::Slot { id, time }: rule::Slot) -> Self {
        Self { id: id.into(), time: time.into() }
    }
}

crosses!(rule::Slot => Slot);

impl TryFrom<Slot> for rule::Slot {
    type Error = InvalidInput;

    fn try_from(Slot { id, time }: Slot) -> Result<Self, Self::Error> {
        Ok(Self { id: slot_id(id)?, time: time.into() })
    }
}

impl Across<i64> for time::Instant {
    fn across(self) -> i64 {
        self.millis()
    }
}

impl Across<u32> for u8 {
    fn across(self) -> u32 {
        self.into()
    }
}

/// The id of a slot as the core has it.
///
/// Errors: `slots`, `out_of_range`.
pub(crate) fn slot_id(id: u32) -> Result<u8, InvalidInput> {
    u8::try_from(id).map_err(|_| InvalidInput::new(Field::Slots, Reason::OutOfRange))
}

/// The days of a rule.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Repeat {
    /// Each day.
    EveryDay,
    /// On these days of the week, 1, Monday, to 7, Sunday.
    Weekdays {
        /// At least one, each once.
        days: Vec<u32>,
    },
    /// Each `days`-th day from `anchor` on, and nothing before it.
    EveryDays {
        /// 1 to 366.
        days: u32,
        /// The first of them.
        anchor: CivilDate,
    },
    /// A day of the month; past the month's end its last day.
    DayOfMonth {
        /// 1 to 31.
        day: u32,
    },
    /// The n-th such weekday of the month; a fifth that is not there is nothing.
    NthWeekday {
        /// 1 to 5, or -1 for the last.
        nth: i32,
        /// 1, Monday, to 7, Sunday.
        weekday: u32,
    },
    /// On one day.
    Once {
        /// The day.
        on: CivilDate,
    },
}

impl From<repeat::Repeat> for Repeat {
    fn from(repeat: repeat::Repeat) -> Self {
        match repeat {
            repeat::Repeat::EveryDay => Self::EveryDay,
            repeat::Repeat::Weekdays(days) => Self::Weekdays { days: days.days().map(time::Weekday::iso).collect() },
            repeat::Repeat::EveryDays { days, anchor } => Self::EveryDays { days, anchor: anchor.into() },
            repeat::Repeat::DayOfMonth(day) => Self::DayOfMonth { day },
            repeat::Repeat::NthWeekday { nth, weekday } => Self::NthWeekday { nth, weekday: weekday.iso() },
            repeat::Repeat::Once(on) => Self::Once { on: on.into() },
        }
    }
}

crosses!(repeat::Repeat => Repeat);

impl TryFrom<Repeat> for repeat::Repeat {
    type Error = InvalidInput;

    fn try_from(repeat: Repeat) -> Result<Self, Self::Error> {
        let weekday = |number: u32| time::Weekday::from_iso(number.into());
        Ok(match repeat {
            Repeat::EveryDay => Self::EveryDay,
            Repeat::Weekdays { days } => {
                let days = days.into_iter().map(weekday).collect::<Result<Vec<_>, _>>()?;
                Self::Weekdays(repeat::WeekdaySet::new(days)?)
            }
            Repeat::EveryDays { days, anchor } => Self::EveryDays { days, anchor: anchor.into() },
            Repeat::DayOfMonth { day } => Self::DayOfMonth(day),
            Repeat::NthWeekday { nth, weekday: number } => Self::NthWeekday { nth, weekday: weekday(number)? },
            Repeat::Once { on } => Self::Once(on.into()),
        })
    }
}

/// The hours in which nothing is said, `[start, end)`. They may go over midnight; with both ends equal there are none.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct QuietHours {
    /// The first minute.
    pub start: CivilTime,
    /// The minute after the last one.
    pub end: CivilTime,
}

impl From<settings::QuietHours> for QuietHours {
    fn from(settings::QuietHours { start, end }: settings::QuietHours) -> Self {
        Self { start: start.into(), end: end.into() }
    }
}

impl From<QuietHours> for settings::QuietHours {
    fn from(QuietHours { start, end }: QuietHours) -> Self {
        Self { start: start.into(), end: end.into() }
    }
}

crosses!(settings::QuietHours => QuietHours, QuietHours => settings::QuietHours);
