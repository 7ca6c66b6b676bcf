//! What Kotlin, Swift and Python see of Ampersand.
//!
//! Records of its own, converted by exhaustive destructuring, so that a new field fails to compile and the generator can
//! be changed without touching the core (ADR 2). A method is one delegation. Every exported function returns a
//! `Result`, and a panic inside one comes back as [`AmpersandError::Internal`]; the next call works.
//!
//! Times are milliseconds since 1970, civil dates `YYYY-MM-DD`, ids UUIDs in text.

#![allow(clippy::needless_pass_by_value, reason = "what crosses the boundary is handed over whole")]

mod across;
mod agreement;
mod boundary;
mod boundary_moves;
mod check;
mod checkin;
mod circle;
mod editor;
mod entropy;
mod error;
mod guard;
mod guidance;
mod help;
mod insight;
mod insight_pure;
mod journal;
mod ledger;
mod lock;
mod practice;
mod pure;
mod reminders;
mod result;
mod safety;
mod scores;
mod search;
mod settings;
mod support;
mod time;
mod together;
mod vault;

pub use agreement::*;
pub use boundary::*;
pub use boundary_moves::*;
pub use check::*;
pub use checkin::*;
pub use circle::*;
pub use editor::*;
pub use error::AmpersandError;
pub use guidance::*;
pub use help::*;
pub use insight::*;
pub use insight_pure::*;
pub use journal::*;
pub use ledger::*;
pub use lock::*;
pub use practice::*;
pub use pure::*;
pub use reminders::*;
pub use result::*;
pub use safety::*;
pub use scores::*;
pub use search::*;
pub use settings::*;
pub use support::*;
pub use time::*;
pub use together::*;
pub use vault::*;

uniffi::setup_scaffolding!();

/// Declares an enum of the boundary that has the same variants as one of the core, and both conversions.
macro_rules! mirrored {
    ($(#[$meta:meta])* $name:ident = $core:path { $($(#[$vmeta:meta])* $variant:ident,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl From<$core> for $name {
            fn from(value: $core) -> Self {
                use $core as Core;
                match value { $(Core::$variant => Self::$variant,)+ }
            }
        }

        impl From<$name> for $core {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => Self::$variant,)+ }
            }
        }
    };
}
pub(crate) use mirrored;

/// A small count for the boundary.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Converts a list.
pub(crate) fn list<A, B: From<A>>(items: impl IntoIterator<Item = A>) -> Vec<B> {
    items.into_iter().map(B::from).collect()
}
