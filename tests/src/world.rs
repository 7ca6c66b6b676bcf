//! A person with a vault, for the tests: a fixed secret, fixed randomness, days that are told instead of read, and
//! ways to take a whole Check.

#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a helper that fails is a test that fails")]

use ampersand_core::app::{NewCheck, Session, VaultKey};
use ampersand_core::assessment::answers::ItemAnswer;
use ampersand_core::assessment::draft::PartnerContext;
use ampersand_core::assessment::instrument::{Instrument, Item};
use ampersand_core::assessment::run::LifeEvent;
use ampersand_core::assessment::safety::SafetyAnswer;
use ampersand_core::error::Error;
use ampersand_core::ids::{Entropy, EntropyUnavailable, RunId};
use ampersand_core::storage::DeviceSecret;
use ampersand_core::time::{Clock, Instant, NowContext, ZoneSpan};
use std::path::Path;

/// The device secret of every fixture and most tests.
pub const SECRET: [u8; 32] = [7; 32];
/// 2026-11-23, 09:00 UTC.
pub const START: i64 = 1_795_424_400_000;
/// A day.
pub const DAY: i64 = 86_400_000;
/// An hour.
pub const HOUR: i64 = 3_600_000;

/// Random enough for a test, and the same each time for the same seed (xorshift64).
#[derive(Debug, Clone)]
pub struct Seeded(pub u64);

impl Seeded {
    /// The next number.
    pub fn next_number(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

impl Entropy for Seeded {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyUnavailable> {
        for byte in bytes {
            *byte = self.next_number().to_le_bytes()[3];
        }
        Ok(())
    }
}

/// The device secret that is 32 times `byte`.
pub fn secret_of(byte: u8) -> DeviceSecret {
    DeviceSecret::try_from(&[byte; 32][..]).expect("32 bytes")
}

/// What opens the vault in `folder` without a passphrase, at [`START`].
pub fn key_of<'a>(folder: &'a Path, secret: &'a DeviceSecret) -> VaultKey<'a> {
    VaultKey { folder, secret, passphrase: None, clock: clock(0) }
}

/// `millis` after [`START`], by both readings.
pub fn clock(millis: i64) -> Clock {
    Clock { now: Instant::from_millis(START + millis).expect("an instant"), monotonic_ms: HOUR + millis }
}

/// Creates a vault.
pub fn create(folder: &Path, seed: u64) -> Session {
    Session::create(&key_of(folder, &secret_of(SECRET[0])), "en-GB", Box::new(Seeded(seed))).expect("a new vault")
}

/// Opens a vault. The seed must not be the one it was created with, or ids would repeat.
///
/// # Errors
/// As [`Session::open`].
pub fn open(folder: &Path, seed: u64) -> Result<Session, Error> {
    Session::open(&key_of(folder, &secret_of(SECRET[0])), "en-GB", Box::new(Seeded(seed)))
}

/// `days` and `hours` after [`START`], in UTC.
pub fn at(days: i64, hours: i64) -> NowContext {
    now(START + days * DAY + hours * HOUR)
}

/// An instant in UTC.
pub fn now(millis: i64) -> NowContext {
    let zone = ZoneSpan::new("UTC".into(), 0, 7_000_000_000_000, 0, vec![]).expect("a zone");
    NowContext { now: Instant::from_millis(millis).expect("an instant"), zone }
}

/// The shipped questions.
pub fn instrument() -> &'static Instrument {
    Instrument::current().expect("shipped")
}

/// An answer that took its time.
pub fn given(item: &str, value: i32) -> ItemAnswer {
    ItemAnswer { item: item.into(), value: Some(value), ms: Some(4_000) }
}

/// A run about the current partner.
pub fn current(fresh: bool) -> NewCheck {
    NewCheck { partner_context: PartnerContext::Current, fresh }
}

/// Begins a draft and answers every item with `value`; none leaves it out.
pub fn answered(session: &Session, ctx: &NowContext, new: NewCheck, value: impl Fn(&Item) -> Option<i32>) -> RunId {
    let run = session.begin_check(ctx, new).expect("a draft").run;
    for item in &instrument().items {
        if let Some(value) = value(item) {
            session.answer_check(ctx, run, &given(&item.id, value)).expect("answered");
        }
    }
    run
}

/// Takes a whole Check.
pub fn taken(session: &Session, ctx: &NowContext, value: impl Fn(&Item) -> Option<i32>) -> RunId {
    let run = answered(session, ctx, current(false), value);
    session.finish_check(ctx, run, &[LifeEvent::Moved]).expect("finished").id
}

/// An answer that keys to `pattern` on a pattern's item and to `strength` on a strength's, one step off on every
/// third so that nothing looks mechanical.
pub fn leaning(pattern: i32, strength: i32) -> impl Fn(&Item) -> Option<i32> {
    use ampersand_core::assessment::instrument::Part;
    move |item| {
        let keyed = if item.scale.part() == Part::Pattern { pattern } else { strength };
        let place = instrument().position(&item.id).expect("an item");
        let keyed = if place.is_multiple_of(3) { (keyed + if keyed < 2 { 1 } else { -1 }).clamp(0, 4) } else { keyed };
        Some(if item.reversed { 4 - keyed } else { keyed })
    }
}

/// Five times no.
pub const ALL_NO: [SafetyAnswer; 5] = [SafetyAnswer::No; 5];
