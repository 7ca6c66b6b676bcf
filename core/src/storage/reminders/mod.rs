//! The reminders' state: a small database of its own in the vault's folder, without a key and without the vault's lock
//! (ADR 4).
//!
//! | File | What it is for |
//! | --- | --- |
//! | `file` | the file: made, opened, looked at, set aside; one transaction at a time |
//! | `cells` | what stands in a row, and that what cannot stand there is damage |
//! | `settings` | what holds for all rules, and where the last plan stands |
//! | `rules` | the rules and their times |
//! | `past` | what was answered, shown and put off |
//! | `fires` | what is planned, registered with the system, and on screen |
//! | `missed` | what came too late, and what the system never delivered |
//!
//! What this module must never do: take a text. Every column is a whole number or an id, and who has the file without
//! the key learns times and days and nothing else.

mod cells;
mod file;
pub(crate) mod fires;
pub(crate) mod missed;
pub(crate) mod past;
pub(crate) mod rules;
pub(crate) mod settings;

pub(crate) use file::ReminderFile;

#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod rows_tests;
#[cfg(test)]
mod samples;
