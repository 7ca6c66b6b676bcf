//! Where the vault and the reminders meet.

use super::{Vault, context};
use crate::guard::guard;
use crate::{AmpersandError, NowContext, ReminderTarget, RuleId, RuleLabel, SuggestedRule, list};

/// Reminders, as far as the vault knows of them.
#[uniffi::export]
impl Vault {
    /// Reminders that make sense: the daily check-in; after a Check also the weekly pulse, on the last day of the person's
    /// week, and the next Check, where its day is ahead. Only kinds of which there is no rule with a day to come.
    ///
    /// Errors: as `home`.
    pub fn suggested_reminders(&self, ctx: NowContext) -> Result<Vec<SuggestedRule>, AmpersandError> {
        guard(|| self.session.suggested_reminders(&context(ctx)?).map(list::<_, _>))
    }

    /// What the person's reminders are called; of rules that are gone too.
    ///
    /// Errors: `Locked` · `Storage`.
    pub fn rule_labels(&self) -> Result<Vec<RuleLabel>, AmpersandError> {
        guard(|| self.session.rule_labels().map(list::<_, _>))
    }

    /// What a reminder was made for: where a tapped notification of a practice, an agreement or a relationship check-in
    /// goes. `Nothing` for a rule of the person's own, and for what care mode hides.
    ///
    /// Errors: `Locked` · `Storage`.
    pub fn reminder_target(&self, rule: RuleId) -> Result<ReminderTarget, AmpersandError> {
        guard(|| self.session.reminder_target(rule.0).map(ReminderTarget::from))
    }

    /// Calls a reminder something; none, or nothing but spaces, takes the name away. Answers with all of them.
    ///
    /// Errors: `label`, `too_long` (40 characters) or `control_character` · `Locked` · `Storage`. Nothing is changed.
    pub fn save_rule_label(&self, rule: RuleId, label: Option<String>) -> Result<Vec<RuleLabel>, AmpersandError> {
        guard(|| self.session.save_rule_label(rule.0, label.as_deref()).map(list::<_, _>))
    }
}
