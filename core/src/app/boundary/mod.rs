//! Boundaries: limits, the uses by which they are trained, and what those show.
//!
//! | File | What it is for |
//! | --- | --- |
//! | `lists` | all boundaries, and the offer of the safety page |
//! | `one` | a use, and the moves it makes |
//! | `views` | what is answered |
//!
//! In care mode only what is said to somebody easy or safe exists, and what was not said to anybody yet. The rest stays in
//! the vault and is there again afterwards.

mod lists;
mod one;
mod views;

pub(super) use lists::safety_offer;
pub use views::{BoundariesView, Boundary, KindView, ScriptLineView, UseSummary, UseView};
