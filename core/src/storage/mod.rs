//! The encrypted vault and the tables in it.
//!
//! | File | What it is for |
//! | --- | --- |
//! | [`vault`](Vault) | opens, reads, writes and closes; the only door to the tables |
//! | `look` | decides whether a file may be opened at all, and changes nothing while deciding |
//! | `keyring` | the data key, sealed under the device secret |
//! | `connection` | one way to make a connection: key first, then every pragma |
//! | `migrations` | the schema, one step a version |
//! | `runs`, `settings` | one module for each table group |
//! | `files` | names, the lock, whole-file writes |
//! | `error` | what can go wrong, with stable codes |
//!
//! What this module must never do: delete or overwrite a file that may hold something a person wrote; tell a clock,
//! draw randomness or log; put into an error what stands in a row.

#![allow(clippy::doc_markdown, reason = "SQLite and SQLCipher are names, not code")]

mod connection;
mod error;
mod files;
mod keyring;
mod look;
mod migrations;
pub(crate) mod runs;
pub(crate) mod settings;
mod vault;

pub use error::{SqliteFault, StorageError};
pub use files::{Presence, presence};
pub use keyring::DeviceSecret;
pub use migrations::SCHEMA_VERSION;
pub use vault::Vault;

#[cfg(test)]
mod keyring_tests;
#[cfg(test)]
mod migrations_tests;
#[cfg(test)]
mod refusal_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod vault_tests;
