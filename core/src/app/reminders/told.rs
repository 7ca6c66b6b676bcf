//! What the vault's use-cases tell the reminders in the same call: that something was answered.

use crate::app::Session;
use crate::error::Error;
use crate::reminder::input::Completed;
use crate::reminder::rule::ReminderKind;
use crate::storage::reminders::{past, rules};
use crate::time::CivilDate;

impl Session {
    /// Records that what reminders of this kind ask for was done, for the whole of each of `days`. Answers whether the
    /// reminders know it; where there are none there is nothing to know. The vault's own saving never fails for it: the
    /// first screen makes up for it.
    pub(in crate::app) fn completed(&self, kind: ReminderKind, days: impl IntoIterator<Item = CivilDate>) -> bool {
        let told = self.reminders.write(|tx| {
            let rules = rules::all(tx)?;
            for day in days {
                for rule in rules.iter().filter(|rule| rule.kind == kind) {
                    past::complete(tx, &Completed { rule: rule.id, day, slot: None })?;
                }
            }
            Ok::<_, Error>(())
        });
        told.is_ok()
    }
}
