//! What can go wrong, told in codes.
//!
//! Inside the crate every layer has its own error with its source. What leaves the crate is [`Error`], whose codes are
//! stable and listed in `docs/error-codes.md`. No error ever carries something a person wrote: fields and codes are
//! constants of `codes`, ids are ids.

use crate::storage::StorageError;

/// Declares an enum of stable codes with `ALL` and `as_str`, so that the documentation can be held against it.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident => $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable text of the code.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

mod codes;

pub use codes::{Clash, Field, Lock, Missing, Reason};

/// An argument that cannot be taken: which one, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("invalid {field}: {reason}")]
pub struct InvalidInput {
    /// The argument.
    pub field: Field,
    /// Why it was refused.
    pub reason: Reason,
}

impl InvalidInput {
    /// `field` was refused for `reason`.
    pub const fn new(field: Field, reason: Reason) -> Self {
        Self { field, reason }
    }
}

/// What a use-case answers when it cannot do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An argument cannot be taken; nothing was changed.
    #[error(transparent)]
    Invalid(#[from] InvalidInput),
    /// Something asked for by id is not there.
    #[error("no {kind} {id}")]
    NotFound {
        /// What was asked for.
        kind: Missing,
        /// Its id, empty where there can be only one.
        id: String,
    },
    /// The state of the vault does not allow it; nothing was changed.
    #[error("conflict: {kind} {id}")]
    Conflict {
        /// What stands in the way.
        kind: Clash,
        /// The id of what stands in the way, empty where there can be only one.
        id: String,
    },
    /// The vault is locked: no content leaves it.
    #[error("locked: {0}")]
    Locked(Lock),
    /// The vault's files.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A fault of this crate: shipped data that does not hold together, or stored data that no release wrote.
    #[error("internal: {0}")]
    Internal(&'static str),
}
