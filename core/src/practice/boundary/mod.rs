//! Boundary training: from what the body says to what was said, and how that was answered.
//!
//! | File | What it is for |
//! | --- | --- |
//! | `machine` | the states of a use and the moves between them |
//! | `input` | what a person writes on the way, and what of it is taken |
//! | `usage` | a use, and what a move makes of it |
//! | `script` | lines with blanks to begin from |
//! | `summary` | what the uses of a kind show |
//! | `offer` | when the safety page is offered |
//!
//! Each state may be the last. Nothing here sends, suggests or says anything to anybody.

pub mod input;
pub mod machine;
pub mod offer;
pub mod script;
pub mod summary;
pub mod usage;
