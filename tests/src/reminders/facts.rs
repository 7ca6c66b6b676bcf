//! What can be said about a plan from outside, worked out anew.

use ampersand_core::reminder::input::{FireKind, PlanInput, Shown};
use ampersand_core::reminder::plan::{Fire, Plan, plan};
use ampersand_core::time::CivilDate;
use std::collections::BTreeSet;

/// One thing that can be said: rule, day, slot and which of the slot's.
pub type Item = ([u8; 16], CivilDate, u8, FireKind);

/// The plan of what is valid.
///
/// # Panics
/// It is not.
pub fn planned(input: &PlanInput) -> Plan {
    plan(input).expect("valid")
}

/// What `fire` says.
pub fn items(fire: &Fire) -> impl Iterator<Item = Item> {
    fire.items.iter().map(|item| (*item.rule.as_bytes(), fire.day, item.slot, item.kind))
}

/// What all of `fires` say.
pub fn said(fires: &[Fire]) -> BTreeSet<Item> {
    fires.iter().flat_map(items).collect()
}

/// What all of them were about, as shown at their time.
pub fn as_shown<'a>(fires: impl IntoIterator<Item = &'a Fire>) -> Vec<Shown> {
    let of_fire = |fire: &'a Fire| {
        fire.items.iter().map(|item| Shown { rule: item.rule, day: fire.day, slot: item.slot, kind: item.kind, at: fire.at })
    };
    fires.into_iter().flat_map(of_fire).collect()
}

/// Whether any of it was put off.
pub fn holds_snooze(fire: &Fire) -> bool {
    fire.items.iter().any(|item| item.kind == FireKind::Snooze)
}
