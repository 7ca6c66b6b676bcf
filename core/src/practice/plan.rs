//! If-then plans: "If this happens, then I will do that", said once aloud.

use super::texts::some_line_of;
use crate::error::{Field, InvalidInput};
use crate::time::CivilTime;

/// Longest half of a plan, in characters.
const MAX_HALF: usize = 120;

/// A plan as a person writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDraft {
    /// For which practice, by id.
    pub practice: String,
    /// When: 1 to 120 characters of one line.
    pub situation: String,
    /// What then: 1 to 120 characters of one line.
    pub action: String,
    /// Whether it was said aloud.
    pub said_aloud: bool,
    /// When to be reminded each day.
    pub remind_at: Option<CivilTime>,
}

impl PlanDraft {
    /// The plan as it is kept: without the white space around its halves.
    ///
    /// # Errors
    /// `situation` or `action`, `too_short`, `too_long` or `control_character`.
    pub fn kept(self) -> Result<Self, InvalidInput> {
        let situation = some_line_of(&self.situation, Field::Situation, MAX_HALF)?;
        let action = some_line_of(&self.action, Field::Action, MAX_HALF)?;
        Ok(Self { situation, action, ..self })
    }
}
