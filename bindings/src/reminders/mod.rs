//! Reminders at the boundary.

mod object;
mod preview;
mod rules;
mod system;
mod views;

pub use object::*;
pub use preview::*;
pub use rules::*;
pub use system::*;
pub use views::*;
