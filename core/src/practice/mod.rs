//! Practices: the small steps of each area. Pure.

pub mod active;
pub mod attempt;
pub mod boundary;
pub mod catalogue;
pub mod circle;
pub mod learn;
pub mod plan;
pub mod support;
pub(crate) mod texts;
