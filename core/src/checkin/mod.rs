//! What a person is asked once a day and once a week: the questions, what may be answered and until when, and what the
//! answers show. Beside it the relationship check-in, and the ledger.
//!
//! A missed day or week is a gap: nothing here counts it as an answer, as a zero, or against anybody.

pub mod daily;
mod keyed;
pub mod ledger;
pub mod moment;
pub mod pulse;
pub mod strip;
pub mod taps;
mod texts;
pub mod together;
pub mod week;

pub use texts::{MAX_LINE, MAX_NOTE, note_of};
