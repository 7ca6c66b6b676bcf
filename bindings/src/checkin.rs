//! Check-ins and pulses.

use crate::across::{crosses, record};
use crate::{AnswerLabel, CivilDate, Feeling, HelpLines, mirrored};
use ampersand_core::{app, assessment, checkin};

impl From<assessment::instrument::AnswerLabel> for AnswerLabel {
    fn from(label: assessment::instrument::AnswerLabel) -> Self {
        let assessment::instrument::AnswerLabel { value, label } = label;
        Self { value: value.into(), label }
    }
}
crosses!(assessment::instrument::AnswerLabel => AnswerLabel);

mirrored! {
    /// How an item is answered.
    TapKind = checkin::daily::TapKind {
        /// 0 to 4, from little to much.
        Scale,
        /// One of a few words, without an order.
        Choice,
        /// 0, no, or 1, yes.
        YesNo,
    }
}
crosses!(checkin::daily::TapKind => TapKind);

mirrored! {
    /// The day on which a week starts.
    WeekStart = checkin::week::WeekStart {
        /// Monday.
        Monday,
        /// Saturday.
        Saturday,
        /// Sunday.
        Sunday,
    }
}

record! {
    /// An item of a check-in.
    CheckInItem = checkin::daily::CheckInItem {
        /// Stable id.
        id: String,
        /// How it is answered.
        kind: TapKind,
        /// The question.
        text: String,
        /// What can be tapped, in order.
        options: Vec<AnswerLabel>,
    }
}

record! { both
    /// An answer to an item of a check-in.
    TapAnswer = checkin::taps::TapAnswer {
        /// The item, by id.
        item: String,
        /// The value of one of its options; none leaves it out.
        value: Option<i32>,
    }
}

record! { both
    /// What a person answers on a day. Each part may be left out, but not all of them.
    CheckInAnswers = checkin::daily::CheckInAnswers {
        /// At most one for each item; read back, one for each in order.
        answers: Vec<TapAnswer>,
        /// Ids of `Feeling`; at most 6.
        feelings: Vec<String>,
        /// At most 280 characters of one line.
        line: Option<String>,
    }
}

record! {
    /// What was added to a check-in later.
    CheckInNote = app::CheckInNote {
        /// When, in milliseconds since 1970.
        at: i64,
        /// What was written.
        text: String,
    }
}

record! {
    /// A day of the strip.
    StripDay = checkin::strip::StripDay {
        /// The day.
        day: CivilDate,
        /// Whether there is a check-in.
        answered: bool,
        /// Its mood, 0 to 4.
        mood: Option<i32>,
    }
}

record! {
    /// The last 28 days, today being the last.
    CheckInStrip = checkin::strip::CheckInStrip {
        /// Each day, the oldest first.
        days: Vec<StripDay>,
        /// Days with a check-in.
        answered: u32,
        /// Days: 28.
        of: u32,
        /// Answered today, after three days or more without, and not for the first time.
        came_back: bool,
    }
}

record! {
    /// A day's check-in.
    CheckInView = app::CheckInView {
        /// The day that is asked about.
        day: CivilDate,
        /// Today.
        today: CivilDate,
        /// Whether that day is over.
        late: bool,
        /// Whether answers for it are taken.
        editable: bool,
        /// What is asked: five items and the sixth that has its turn.
        items: Vec<CheckInItem>,
        /// The answers so far.
        answers: CheckInAnswers,
        /// Notes that were added, in order.
        notes: Vec<CheckInNote>,
        /// Words to choose from.
        feelings: Vec<Feeling>,
        /// The last 28 days.
        strip: CheckInStrip,
        /// Help lines for a soft card, where a note that was just added asks for one.
        care: Option<HelpLines>,
    }
}

record! {
    /// A check-in is saved.
    CheckInSaved = app::CheckInSaved {
        /// The answers as they are kept.
        answers: CheckInAnswers,
        /// The last 28 days.
        strip: CheckInStrip,
        /// Whether the reminders know of it; where not, they may still ask.
        reminders_told: bool,
        /// Help lines for a soft card, where the line asks for one.
        care: Option<HelpLines>,
    }
}

record! {
    /// What the first screen shows of check-ins and pulses.
    CheckInGlimpse = app::CheckInGlimpse {
        /// Whether there is a check-in for today.
        today_answered: bool,
        /// Whether there is none for yesterday, for which it can still be given.
        yesterday_open: bool,
        /// The last 28 days.
        strip: CheckInStrip,
        /// Whether this week has no pulse, for somebody who gives pulses.
        pulse_due: bool,
    }
}

record! {
    /// A statement of the pulse.
    PulseItem = checkin::pulse::PulseItem {
        /// Stable id.
        id: String,
        /// The statement.
        text: String,
    }
}

record! { both
    /// An answer to a statement of the pulse.
    PulseAnswer = checkin::taps::TapAnswer {
        /// The statement, by id.
        item: String,
        /// 0 to 4; none leaves it out.
        value: Option<i32>,
    }
}

record! {
    /// A week and what its pulse says: 0 to 100 each, and none for a week without a pulse or with too few answers.
    PulseWeek = checkin::pulse::PulseWeek {
        /// Its first day.
        from: CivilDate,
        /// The patterns.
        pattern: Option<f64>,
        /// The strengths.
        strength: Option<f64>,
        /// The mean of the patterns over this week and the three before it, where three of the four have a figure.
        pattern_of_four: Option<f64>,
        /// The mean of the strengths, in the same way.
        strength_of_four: Option<f64>,
    }
}

record! {
    /// The pulse of a week.
    PulseView = app::PulseView {
        /// The day that is asked about.
        day: CivilDate,
        /// The first day of its week.
        week_from: CivilDate,
        /// The last day of its week.
        week_to: CivilDate,
        /// Whether that day is over.
        late: bool,
        /// Whether answers about the week are taken.
        editable: bool,
        /// What every statement is asked under.
        stem: String,
        /// The eight statements.
        items: Vec<PulseItem>,
        /// The answer words, lowest first.
        options: Vec<AnswerLabel>,
        /// The answers so far, one for each statement.
        answers: Vec<PulseAnswer>,
        /// The last twelve weeks up to this one, the oldest first.
        weeks: Vec<PulseWeek>,
    }
}

record! {
    /// A pulse is saved.
    PulseSaved = app::PulseSaved {
        /// Its week.
        week: PulseWeek,
        /// Whether the reminders know of it; where not, they may still ask.
        reminders_told: bool,
    }
}
