//! The encrypted vault and the tables in it.
//!
//! | File | What it is for |
//! | --- | --- |
//! | [`vault`](Vault) | opens, reads, writes and closes; the only door to the tables |
//! | `look` | decides whether a file may be opened at all, and changes nothing while deciding |
//! | `log` | whether the log beside a file still holds everything that was saved into it |
//! | `keyring` | the data key, sealed under the device secret and a passphrase |
//! | `passphrase` | what is typed, and how dear a try is |
//! | `tries` | wrong passphrases, and how long the next one waits |
//! | `unlock` | from the keyring's files to the data key, and from one wrap to the next |
//! | `snapshots` | safety copies |
//! | `check` | whether the database is sound, and what is due |
//! | `recovery`, `salvage` | a damaged file out of the way, and back what can be read |
//! | `erase` | the one that destroys, key first |
//! | `reader` | who reads, and from when on beside the writer |
//! | `searcher` | the connection that searches, and whose turn it is |
//! | `search` | the indexes of words, and what is found by them |
//! | `connection` | one way to make a connection: key first, then every pragma |
//! | `migrations` | the schema, one step a version |
//! | `runs`, `settings` | one module for each table group |
//! | `entries`, `timeline` | the journal's entries, one at a time and in lists |
//! | `checkins`, `pulses` | what is answered once a day, and once a week |
//! | `practices` | what is practised, tried and planned, and the patterns a person marked |
//! | `boundaries`, `boundary_uses` | limits, and the times at which they were needed |
//! | `circle`, `support` | sources and contacts; questions to bring along |
//! | `meetings`, `private_lines`, `agendas`, `agreements` | the relationship check-in: what is private, what was chosen, what was agreed on |
//! | `errands` | what the reminders have still to be told of that |
//! | `ledger` | what somebody carried, and whose it was |
//! | `drafts`, `revisions` | what is being written, and earlier texts; `texts` is what the two have in common |
//! | `labels` | what a person calls a reminder |
//! | `reminders` | the reminders' state: another database, without a key |
//! | `files` | names, whole-file writes |
//! | `lock` | who has the folder, and whose turn it is in it |
//! | `error` | what can go wrong, with stable codes |
//!
//! What this module must never do: delete or overwrite a file that may hold something a person wrote, but in `erase`;
//! tell a clock, draw randomness or log; put into an error what stands in a row.

#![allow(clippy::doc_markdown, reason = "SQLite and SQLCipher are names, not code")]

pub(crate) mod agendas;
pub(crate) mod agreements;
pub(crate) mod boundaries;
pub(crate) mod boundary_uses;
pub(crate) mod check;
pub(crate) mod checkins;
pub(crate) mod circle;
mod connection;
pub(crate) mod drafts;
pub(crate) mod entries;
mod erase;
pub(crate) mod errands;
mod error;
mod files;
mod keyring;
pub(crate) mod labels;
pub(crate) mod ledger;
mod lock;
mod log;
mod look;
pub(crate) mod meetings;
mod migrations;
mod passphrase;
pub(crate) mod practices;
pub(crate) mod private_lines;
pub(crate) mod pulses;
mod reader;
mod recovery;
pub(crate) mod reminders;
pub(crate) mod revisions;
pub(crate) mod runs;
mod salvage;
pub(crate) mod search;
mod searcher;
pub(crate) mod series;
pub(crate) mod settings;
mod snapshots;
pub(crate) mod support;
mod texts;
pub(crate) mod timeline;
mod tries;
mod unlock;
mod vault;

pub use erase::finish_erasing;
pub use error::{SqliteFault, StorageError};
pub use files::{Presence, presence};
pub use keyring::DeviceSecret;
pub use migrations::SCHEMA_VERSION;
pub use passphrase::Passphrase;
pub use recovery::{RecoverFrom, Recovered, RecoveryOffer};
pub(crate) use recovery::{offer, recover};
pub(crate) use searcher::Turn;
pub use snapshots::{SnapshotKind, SnapshotSummary};
pub(crate) use vault::Running;
pub use vault::{LockState, Vault, lock_state};

#[cfg(test)]
mod erase_tests;
#[cfg(test)]
mod journal_samples;
#[cfg(test)]
mod keyring_tests;
#[cfg(test)]
mod log_tests;
#[cfg(test)]
mod migrations_tests;
#[cfg(test)]
mod passphrase_tests;
#[cfg(test)]
mod recovery_samples;
#[cfg(test)]
mod recovery_tests;
#[cfg(test)]
mod refusal_tests;
#[cfg(test)]
mod salvage_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod snapshots_tests;
#[cfg(test)]
mod traces_tests;
#[cfg(test)]
mod vault_tests;
