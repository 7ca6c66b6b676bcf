//! Practices: the small steps of each area. Pure.

pub mod catalogue;
