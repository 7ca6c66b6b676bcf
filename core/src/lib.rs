//! The rules and the encrypted store of Ampersand.
//!
//! ```text
//! time  ids  error  strings          words that everything uses
//! assessment  checkin  insight  journal  practice  reminder
//!                                    pure rules: no clock, no randomness, no file, no database
//!        ^
//! storage                            the encrypted vault, one module for each table group
//!        ^
//! app                                the use-cases: the only place that sees both
//! ```
//!
//! The main job, end to end: a Check is answered in a vault, and scored when it is looked at.
//!
//! ```
//! use ampersand_core::app::{NewCheck, Session, VaultKey};
//! use ampersand_core::assessment::answers::ItemAnswer;
//! use ampersand_core::assessment::draft::PartnerContext;
//! use ampersand_core::assessment::safety::SafetyAnswer;
//! use ampersand_core::ids::{Entropy, EntropyUnavailable};
//! use ampersand_core::storage::DeviceSecret;
//! use ampersand_core::time::{Clock, Instant, NowContext, ZoneSpan};
//!
//! /// Random enough for an example; the shells' comes from the operating system.
//! struct Fixed(u8);
//! impl Entropy for Fixed {
//!     fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyUnavailable> {
//!         for byte in bytes {
//!             self.0 = self.0.wrapping_mul(5).wrapping_add(3);
//!             *byte = self.0;
//!         }
//!         Ok(())
//!     }
//! }
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let folder = tempfile::tempdir()?;
//! let zone = ZoneSpan::new("UTC".into(), 0, 4_000_000_000_000, 0, vec![])?;
//! let now = NowContext { now: Instant::from_millis(1_790_000_000_000)?, zone };
//! let secret = DeviceSecret::try_from(&[7; 32][..])?;
//!
//! let clock = Clock { now: now.now, monotonic_ms: 5_000 };
//! let key = VaultKey { folder: folder.path(), secret: &secret, passphrase: None, clock };
//! let session = Session::create(&key, "en", Box::new(Fixed(1)))?;
//! let draft = session.begin_check(&now, NewCheck { partner_context: PartnerContext::Current, fresh: false })?;
//! for item in &draft.instrument.items {
//!     session.answer_check(&now, draft.run, &ItemAnswer { item: item.id.clone(), value: Some(3), ms: None })?;
//! }
//! session.finish_check(&now, draft.run, &[])?;
//! session.answer_safety(&[SafetyAnswer::No; 5])?;
//!
//! let result = session.check_result(draft.run)?;
//! assert_eq!(result.scores.scales[0].answered, 6);
//! # Ok(())
//! # }
//! ```

pub mod app;
pub mod assessment;
pub mod checkin;
mod data;
pub mod error;
pub mod ids;
pub mod insight;
pub mod journal;
pub mod practice;
pub mod reminder;
pub mod storage;
pub mod strings;
pub mod time;
