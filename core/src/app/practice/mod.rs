//! Practices: what is on the shelves, what is active, attempts and plans; and what there is to learn.
//!
//! | File | What it is for |
//! | --- | --- |
//! | `shelves` | every practice, by need |
//! | `one` | one practice, and what is active |
//! | `commands` | beginning, putting down, attempts |
//! | `plans` | if-then plans and their reminders |
//! | `learn` | cards, patterns and marks |
//! | `target` | where a reminder leads |
//! | `views` | what is answered |
//!
//! In care mode what needs the partner does not exist: not in a list, not by its id, not on the first screen. It stays in
//! the vault and is there again afterwards.

mod commands;
mod learn;
mod one;
mod plans;
mod shelves;
mod target;
mod views;

pub(super) use commands::own_step;
pub(super) use one::glimpse;
pub(super) use plans::hidden_rules;
pub use target::ReminderTarget;
pub use views::{
    ActivePractice, Attempt, IfThenPlan, LearnCard, LearnView, PatternCard, PracticeAreaView, PracticeCard, PracticeGlimpse, PracticeRef,
    PracticeStep, PracticeView, PracticesView, PromptRef, WhyPart, WhySuggested,
};
