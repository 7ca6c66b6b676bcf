//! The rules of the journal: what an entry may hold, what is kept of its earlier texts and for how long, the words and
//! questions it offers, what is searched for.
//!
//! Everything here is pure: no clock, no randomness, no file, no database. Nothing here changes what somebody wrote,
//! but for line ends and the form in which accents are written.

pub mod care;
pub mod diff;
pub mod entry;
pub mod listing;
pub mod plain;
pub mod query;
pub mod revision;
pub mod trash;
pub mod words;
