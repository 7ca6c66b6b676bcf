//! Practices, and what there is to learn.

use crate::across::{crosses, record};
use crate::{AgreementId, BoundarySuggestion, CivilDate, CivilTime, LedgerEntryId, MeetingId, RuleId, ScaleId, mirrored};
use ampersand_core::{app, ids, practice};

crate::across::text_type! {
    /// The id of an attempt at a practice.
    AttemptId = ids::AttemptId,
}

mirrored! {
    /// A shelf of practices: the four areas, and support.
    PracticeGroup = practice::catalogue::PracticeGroup {
        /// Time for yourself.
        St,
        /// Boundaries.
        Bd,
        /// Community.
        Cn,
        /// Open talk.
        Oc,
        /// Support by a therapist.
        Th,
    }
}
crosses!(practice::catalogue::PracticeGroup => PracticeGroup);

mirrored! {
    /// How an attempt went.
    AttemptOutcome = practice::attempt::AttemptOutcome {
        /// It was done.
        Done,
        /// It was tried.
        Tried,
        /// Not this time.
        Skipped,
    }
}
crosses!(practice::attempt::AttemptOutcome => AttemptOutcome, AttemptOutcome => practice::attempt::AttemptOutcome);
crosses!(
    ampersand_core::assessment::instrument::ScaleId => ScaleId,
    app::BoundarySuggestion => BoundarySuggestion,
);

record! {
    /// A practice by its name.
    PracticeRef = app::PracticeRef {
        /// Its id.
        id: String,
        /// Its name.
        title: String,
    }
}

record! {
    /// A practice in a list.
    PracticeCard = app::PracticeCard {
        /// Its id.
        id: String,
        /// Its name.
        title: String,
        /// Why it may help.
        why: String,
        /// The smallest step.
        first_step: String,
        /// Whether it is active.
        active: bool,
        /// Whether a marked pattern leads here.
        lifted: bool,
        /// Whether the last Check that counts points to its area.
        suggested: bool,
    }
}

record! {
    /// A shelf with its practices; care mode is already applied.
    PracticeAreaView = app::PracticeAreaView {
        /// Which.
        area: PracticeGroup,
        /// Its title.
        title: String,
        /// Its practices, those that a marked pattern leads to first.
        practices: Vec<PracticeCard>,
    }
}

record! {
    /// An if-then plan.
    IfThenPlan = app::IfThenPlan {
        /// When.
        situation: String,
        /// What then.
        action: String,
        /// Both, in one sentence.
        text: String,
        /// Whether it was said aloud.
        said_aloud: bool,
        /// When it reminds each day.
        remind_at: Option<CivilTime>,
        /// The reminder; it can be gone from the reminders.
        rule: Option<RuleId>,
    }
}

record! {
    /// A practice that is active.
    ActivePractice = app::ActivePractice {
        /// Its id.
        id: String,
        /// Its name.
        title: String,
        /// Its shelf.
        area: PracticeGroup,
        /// When it was begun.
        since: CivilDate,
        /// The step to take next, by its index.
        step: u32,
        /// That step.
        step_text: String,
        /// How often anything of it was done or tried.
        attempts: u32,
        /// Its plan.
        plan: Option<IfThenPlan>,
        /// Whether another practice is offered: for 14 days it was not done. It is never changed by itself.
        rotation_offered: bool,
        /// Tried today, after seven days or more without.
        came_back: bool,
        /// Whether it was done today.
        done_today: bool,
    }
}

record! {
    /// One scale's part in a need.
    WhyPart = app::WhyPart {
        /// The scale.
        scale: ScaleId,
        /// What it is called.
        title: String,
        /// Its figure, 0 to 100.
        score: f64,
        /// Its weight among the scales that have a figure; the weights of a need sum to 1. A strength counts by what is
        /// missing to 100.
        weight: f64,
        /// What it adds to the need, in points.
        points: f64,
    }
}

record! {
    /// "Why this?": the figures behind a suggestion.
    WhySuggested = app::WhySuggested {
        /// The day of the Check; none where marks alone speak for it.
        run_day: Option<CivilDate>,
        /// Which shelf.
        area: PracticeGroup,
        /// The need, 0 to 100: the sum of its parts' points.
        need: Option<f64>,
        /// What the need was made of; empty where marks alone speak for it.
        parts: Vec<WhyPart>,
        /// The kind of boundary to start with, on the shelf of boundaries.
        boundary: Option<BoundarySuggestion>,
        /// Marked patterns that lead here, by their titles.
        lifted_by: Vec<String>,
    }
}

record! {
    /// Every practice.
    PracticesView = app::PracticesView {
        /// The shelves by need, else in their own order.
        areas: Vec<PracticeAreaView>,
        /// What is active, in the order in which it was begun.
        active: Vec<ActivePractice>,
        /// Most that can be active.
        most_active: u32,
        /// Whether one more can be begun.
        may_begin: bool,
        /// Areas too close to call: the person picks.
        choose_between: Vec<PracticeGroup>,
        /// Why the first shelf comes first; none without a Check that counts.
        because: Option<WhySuggested>,
    }
}

record! {
    /// A step of a practice.
    PracticeStep = app::PracticeStep {
        /// Its index: what attempts name it by.
        index: u32,
        /// The step.
        text: String,
        /// How often it was done.
        done: u32,
        /// How often it was tried.
        tried: u32,
        /// The entry of the ledger that it was made of.
        own: Option<LedgerEntryId>,
    }
}

record! {
    /// An attempt.
    Attempt = app::Attempt {
        /// Its id.
        id: AttemptId,
        /// Which step, by its index.
        step: u32,
        /// That step; empty for one that is not there any more.
        step_text: String,
        /// On which day.
        day: CivilDate,
        /// How it went.
        outcome: AttemptOutcome,
        /// What was written.
        note: Option<String>,
        /// How it felt afterwards, 0 to 4.
        after_feeling: Option<i32>,
    }
}

record! {
    /// A practice as its screen shows it.
    PracticeView = app::PracticeView {
        /// Its id.
        id: String,
        /// Its shelf.
        area: PracticeGroup,
        /// Its name.
        title: String,
        /// Why it may help.
        why: String,
        /// Its steps, smallest first, a person's own after them.
        steps: Vec<PracticeStep>,
        /// Where it stands, if it is active.
        active: Option<ActivePractice>,
        /// The newest 50 attempts, the newest first.
        attempts: Vec<Attempt>,
        /// The days for which an attempt can be written down, today first.
        days: Vec<CivilDate>,
        /// Why it is suggested, if anything speaks for it.
        because: Option<WhySuggested>,
        /// Whether it can be begun.
        may_begin: bool,
        /// Where it cannot, for want of room: what is active.
        full_with: Vec<PracticeRef>,
        /// Whether the reminders know of the last command; where not, they may still ask, or not ask.
        reminders_told: bool,
    }
}

record! { both
    /// An attempt as a person writes it down.
    NewAttempt = practice::attempt::NewAttempt {
        /// Of which practice, by id.
        practice: String,
        /// Which step, by its index.
        step: u32,
        /// Today, or one of the six days before.
        day: CivilDate,
        /// How it went.
        outcome: AttemptOutcome,
        /// At most 1000 characters.
        note: Option<String>,
        /// How it felt afterwards, 0 to 4.
        after_feeling: Option<i32>,
    }
}

record! { both
    /// An if-then plan as a person writes it.
    PlanDraft = practice::plan::PlanDraft {
        /// For which practice, by id.
        practice: String,
        /// When: 1 to 120 characters of one line.
        situation: String,
        /// What then: 1 to 120 characters of one line.
        action: String,
        /// Whether it was said aloud.
        said_aloud: bool,
        /// When to be reminded each day; none takes a reminder away.
        remind_at: Option<CivilTime>,
    }
}

record! {
    /// What the first screen shows of practices.
    PracticeGlimpse = app::PracticeGlimpse {
        /// What is active.
        active: Vec<ActivePractice>,
        /// Whether any of it was tried today, after seven days or more without.
        came_back: bool,
    }
}

record! {
    /// A question to write about.
    PromptRef = app::PromptRef {
        /// Its id.
        id: String,
        /// The question.
        text: String,
    }
}

record! {
    /// A card to read.
    LearnCard = app::LearnCard {
        /// Its id.
        id: String,
        /// What it is called.
        title: String,
        /// What it says.
        text: String,
        /// Practices it leads to.
        practices: Vec<PracticeRef>,
    }
}

record! {
    /// A pattern that a person may know from themselves.
    PatternCard = app::PatternCard {
        /// Its id.
        id: String,
        /// What it is called.
        title: String,
        /// What it looks like.
        looks_like: String,
        /// Whether the person marked it as one they know.
        marked: bool,
        /// Practices it leads to.
        practices: Vec<PracticeRef>,
        /// Questions to write about.
        prompts: Vec<PromptRef>,
    }
}

record! {
    /// What there is to learn; care mode is already applied.
    LearnView = app::LearnView {
        /// Cards, in any order to read.
        cards: Vec<LearnCard>,
        /// The eight patterns.
        patterns: Vec<PatternCard>,
    }
}

/// What a reminder was made for.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum ReminderTarget {
    /// A practice.
    Practice {
        /// Its id.
        id: String,
    },
    /// An agreement.
    Agreement {
        /// Its id.
        id: AgreementId,
    },
    /// A relationship check-in.
    Meeting {
        /// Its id.
        id: MeetingId,
    },
    /// Nothing that is there.
    Nothing,
}

impl From<app::ReminderTarget> for ReminderTarget {
    fn from(target: app::ReminderTarget) -> Self {
        match target {
            app::ReminderTarget::Practice { id } => Self::Practice { id },
            app::ReminderTarget::Agreement { id } => Self::Agreement { id: id.into() },
            app::ReminderTarget::Meeting { id } => Self::Meeting { id: id.into() },
            app::ReminderTarget::Nothing => Self::Nothing,
        }
    }
}
