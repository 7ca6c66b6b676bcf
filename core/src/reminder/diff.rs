//! What the operating system has to be told so that it holds a plan's fires and nothing else.

use super::plan::{Fire, FireId, FireItem};
use crate::time::CivilDate;

/// What to set, to cancel, and to take off the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff {
    /// Fires to set; one that is registered under the same id is replaced.
    pub set: Vec<Fire>,
    /// Registered fires that are no longer planned.
    pub cancel: Vec<FireId>,
    /// Notifications that ask for nothing any more.
    pub withdraw: Vec<FireId>,
}

/// Compares what is `registered` with the planned `fires`, and looks through the `notices` on screen. An alarm on its
/// way is still in the plan of a shell that can deliver late, so it is neither doubled nor cancelled.
pub fn diff(registered: &[Fire], fires: &[Fire], notices: &[Fire], is_done: impl Fn(CivilDate, &FireItem) -> bool) -> Diff {
    let stands = |fire: &Fire| registered.iter().any(|other| other.id == fire.id && other.at == fire.at && other.items == fire.items);
    let planned = |id: FireId| fires.iter().any(|fire| fire.id == id);
    let over = |notice: &&Fire| notice.items.iter().all(|item| is_done(notice.day, item));
    Diff {
        set: fires.iter().filter(|fire| !stands(fire)).cloned().collect(),
        cancel: registered.iter().map(|fire| fire.id).filter(|id| !planned(*id)).collect(),
        withdraw: notices.iter().filter(over).map(|notice| notice.id).collect(),
    }
}

#[cfg(test)]
#[path = "diff_tests.rs"]
mod tests;
