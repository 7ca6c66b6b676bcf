//! The Me & Us Check: instrument, answers, scores, quality, change, guidance, the safety gate and help lines.
//!
//! Pure: no clock, no randomness, no file, no database. Formulas and constants: design 02, whose sources are named at
//! each function. Nothing here ever says that a person *is* something; it says how often something shows up, and how
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
