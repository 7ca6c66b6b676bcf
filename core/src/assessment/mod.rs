//! The Me & Us Check: instrument, answers, scores, quality, change, guidance, the safety gate and help lines.
//!
//! Pure: no clock, no randomness, no file, no database. Each formula names its source, and
//! the constants are assumed until this instrument has a study of its own (ADR 8). Nothing here ever says that a person *is* something; it says how often something shows up, and how
//! sure that is.

pub mod answers;
pub mod change;
pub mod draft;
pub mod guidance;
pub mod help;
pub mod instrument;
pub mod psychometrics;
pub mod quality;
pub mod retest;
pub mod run;
pub mod safety;
pub mod score;
