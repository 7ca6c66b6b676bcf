//! When a person is reminded, and when not: rules, the plan made of them, and what is still right to say when a
//! reminder fires.
//!
//! Pure: the instant, the zone's own rules, the salt and all that happened come in as arguments, and the same input has
//! the same answer. A rule here must never see what a person wrote; ids, times and days are all there is.

pub mod diff;
pub mod fire;
pub mod input;
pub mod plan;
pub mod problems;
pub mod repeat;
pub mod rule;
pub mod settings;

#[cfg(test)]
mod samples;
