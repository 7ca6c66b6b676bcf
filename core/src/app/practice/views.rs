//! What the screens of practices and of learning show.

use crate::app::result::BoundarySuggestion;
use crate::assessment::instrument::ScaleId;
use crate::ids::{AttemptId, LedgerEntryId, RuleId};
use crate::practice::attempt::AttemptOutcome;
use crate::practice::catalogue::PracticeGroup;
use crate::time::{CivilDate, CivilTime};

/// A practice by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeRef {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
}

/// A practice in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeCard {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Why it may help.
    pub why: String,
    /// The smallest step.
    pub first_step: String,
    /// Whether it is active.
    pub active: bool,
    /// Whether a marked pattern leads here.
    pub lifted: bool,
    /// Whether the last Check that counts points to its area.
    pub suggested: bool,
}

/// A shelf with its practices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeAreaView {
    /// Which.
    pub area: PracticeGroup,
    /// Its title.
    pub title: String,
    /// Its practices, those that a marked pattern leads to first.
    pub practices: Vec<PracticeCard>,
}

/// An if-then plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IfThenPlan {
    /// When.
    pub situation: String,
    /// What then.
    pub action: String,
    /// Both, in one sentence.
    pub text: String,
    /// Whether it was said aloud.
    pub said_aloud: bool,
    /// When it reminds each day.
    pub remind_at: Option<CivilTime>,
    /// The reminder.
    pub rule: Option<RuleId>,
}

/// A practice that is active.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivePractice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its shelf.
    pub area: PracticeGroup,
    /// When it was begun.
    pub since: CivilDate,
    /// The step to take next, by its index.
    pub step: u32,
    /// That step.
    pub step_text: String,
    /// How often anything of it was done or tried, ever.
    pub attempts: u32,
    /// Its plan.
    pub plan: Option<IfThenPlan>,
    /// Whether another practice is offered: for 14 days it was not done.
    pub rotation_offered: bool,
    /// Tried today, after seven days or more without.
    pub came_back: bool,
    /// Whether it was done today.
    pub done_today: bool,
}

/// One scale's part in a need.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyPart {
    /// The scale.
    pub scale: ScaleId,
    /// What it is called.
    pub title: String,
    /// Its figure, 0 to 100.
    pub score: f64,
    /// Its weight among the scales that have a figure; the weights of a need sum to 1.
    pub weight: f64,
    /// What it adds to the need, in points.
    pub points: f64,
}

/// "Why this?": the figures behind a suggestion.
#[derive(Debug, Clone, PartialEq)]
pub struct WhySuggested {
    /// The day of the Check; none where marks alone speak for it.
    pub run_day: Option<CivilDate>,
    /// Which shelf.
    pub area: PracticeGroup,
    /// The need, 0 to 100: the sum of its parts' points.
    pub need: Option<f64>,
    /// What the need was made of; empty where marks alone speak for it.
    pub parts: Vec<WhyPart>,
    /// The kind of boundary to start with, on the shelf of boundaries.
    pub boundary: Option<BoundarySuggestion>,
    /// Marked patterns that lead here, by their titles.
    pub lifted_by: Vec<String>,
}

/// Every practice.
#[derive(Debug, Clone, PartialEq)]
pub struct PracticesView {
    /// The shelves by need, else in the file's order.
    pub areas: Vec<PracticeAreaView>,
    /// What is active, in the order in which it was begun.
    pub active: Vec<ActivePractice>,
    /// Most that can be active.
    pub most_active: u32,
    /// Whether one more can be begun.
    pub may_begin: bool,
    /// Areas too close to call: the person picks.
    pub choose_between: Vec<PracticeGroup>,
    /// Why the first shelf comes first; none without a Check that counts.
    pub because: Option<WhySuggested>,
}

/// A step of a practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeStep {
    /// Its index.
    pub index: u32,
    /// The step.
    pub text: String,
    /// How often it was done.
    pub done: u32,
    /// How often it was tried.
    pub tried: u32,
    /// What of the ledger it was made of.
    pub own: Option<LedgerEntryId>,
}

/// An attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Its id.
    pub id: AttemptId,
    /// Which step, by its index.
    pub step: u32,
    /// That step; empty for one that is not there any more.
    pub step_text: String,
    /// On which day.
    pub day: CivilDate,
    /// How it went.
    pub outcome: AttemptOutcome,
    /// What was written.
    pub note: Option<String>,
    /// How it felt afterwards, 0 to 4.
    pub after_feeling: Option<i32>,
}

/// A practice as its screen shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct PracticeView {
    /// Its id.
    pub id: String,
    /// Its shelf.
    pub area: PracticeGroup,
    /// Its name.
    pub title: String,
    /// Why it may help.
    pub why: String,
    /// Its steps, smallest first, a person's own after them.
    pub steps: Vec<PracticeStep>,
    /// Where it stands, if it is active.
    pub active: Option<ActivePractice>,
    /// The newest 50 attempts, the newest first.
    pub attempts: Vec<Attempt>,
    /// The days for which an attempt can be written down, today first.
    pub days: Vec<CivilDate>,
    /// Why it is suggested, if anything speaks for it.
    pub because: Option<WhySuggested>,
    /// Whether it can be begun.
    pub may_begin: bool,
    /// Where it cannot, for want of room: what is active.
    pub full_with: Vec<PracticeRef>,
    /// Whether the reminders know of the last command; where not, they may still ask, or not ask.
    pub reminders_told: bool,
}

/// What the first screen shows of practices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PracticeGlimpse {
    /// What is active.
    pub active: Vec<ActivePractice>,
    /// Whether any of it was tried today, after seven days or more without.
    pub came_back: bool,
}

/// A question to write about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromptRef {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: String,
}

/// A card to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearnCard {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Practices it leads to.
    pub practices: Vec<PracticeRef>,
}

/// A pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternCard {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it looks like.
    pub looks_like: String,
    /// Whether the person marked it as one they know.
    pub marked: bool,
    /// Practices it leads to.
    pub practices: Vec<PracticeRef>,
    /// Questions to write about.
    pub prompts: Vec<PromptRef>,
}

/// What there is to learn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearnView {
    /// Cards, in any order to read.
    pub cards: Vec<LearnCard>,
    /// The eight patterns.
    pub patterns: Vec<PatternCard>,
}
