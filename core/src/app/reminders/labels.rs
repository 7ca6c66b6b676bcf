//! What a person calls a reminder. The words are in the vault; the rule itself is in a file that opens without a key.

use crate::app::Session;
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::ids::RuleId;
use crate::storage::labels;

/// Longest label, in characters.
const MAX_LABEL: usize = 40;

/// A reminder's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleLabel {
    /// Of which rule.
    pub rule: RuleId,
    /// The name.
    pub label: String,
}

impl Session {
    /// What the person's reminders are called; of rules that are gone too.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn rule_labels(&self) -> Result<Vec<RuleLabel>, Error> {
        let stored = self.read(|tx| Ok(labels::all(tx)?))?;
        Ok(stored.into_iter().map(|(rule, label)| RuleLabel { rule, label }).collect())
    }

    /// Calls a reminder something, without the spaces around it; none, or nothing but spaces, takes the name away.
    ///
    /// # Errors
    /// `label`, `too_long` or `control_character`; [`Error::Locked`], [`Error::Storage`]. Nothing is changed.
    pub fn save_rule_label(&self, rule: RuleId, label: Option<&str>) -> Result<Vec<RuleLabel>, Error> {
        let label = label.map(str::trim).filter(|label| !label.is_empty());
        if let Some(label) = label {
            if label.chars().any(char::is_control) {
                return Err(InvalidInput::new(Field::Label, Reason::ControlCharacter).into());
            }
            if label.chars().count() > MAX_LABEL {
                return Err(InvalidInput::new(Field::Label, Reason::TooLong).into());
            }
        }
        self.write(|tx| Ok(labels::put(tx, rule, label)?))?;
        self.rule_labels()
    }
}
