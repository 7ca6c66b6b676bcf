//! Whole-system tests of Ampersand, and what they share.

pub mod architecture;
pub mod bench;
pub mod codes;
pub mod faults;
pub mod files;
pub mod fixture;
pub mod journal;
pub mod pages;
pub mod phone;
pub mod raw;
pub mod reminders;
pub mod together;
pub mod vectors;
pub mod world;
pub mod zones;
