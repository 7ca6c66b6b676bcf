//! Where a reminder leads that the vault made.

use crate::app::{Session, settings};
use crate::error::Error;
use crate::ids::{AgreementId, MeetingId, RuleId};
use crate::practice::catalogue::Catalogue;
use crate::storage::{agreements, meetings, practices};

/// What a reminder was made for.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Nothing that is there: the rule is the person's own, or care mode hides what it was made for.
    Nothing,
}

impl Session {
    /// What a reminder was made for.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn reminder_target(&self, rule: RuleId) -> Result<ReminderTarget, Error> {
        self.read(|tx| {
            let care_mode = settings::load(tx)?.care_mode;
            if let Some(id) = practices::by_rule(tx, rule)? {
                let open = Catalogue::current()?.practice(&id, care_mode).is_ok();
                return Ok(if open { ReminderTarget::Practice { id } } else { ReminderTarget::Nothing });
            }
            if care_mode {
                return Ok(ReminderTarget::Nothing);
            }
            if let Some(id) = agreements::by_rule(tx, rule)? {
                return Ok(ReminderTarget::Agreement { id });
            }
            Ok(meetings::by_rule(tx, rule)?.map_or(ReminderTarget::Nothing, |id| ReminderTarget::Meeting { id }))
        })
    }
}
