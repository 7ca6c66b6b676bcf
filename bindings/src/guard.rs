//! A panic inside a call surfaces as the internal error, and the next call works.

use crate::AmpersandError;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::Once;

thread_local! {
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs one exported call. Unwinding rolls a transaction back, and no lock stays poisoned (the core recovers them), so
/// nothing half done is seen afterwards.
pub(crate) fn guard<T, E: Into<AmpersandError>>(call: impl FnOnce() -> Result<T, E>) -> Result<T, AmpersandError> {
    note_places();
    if let Ok(answer) = catch_unwind(AssertUnwindSafe(call)) {
        return answer.map_err(Into::into);
    }
    let place = PLACE.with(RefCell::take).unwrap_or_else(|| "unknown".into());
    Err(AmpersandError::Internal { reference: place })
}

/// Replaces the hook that prints a panic's text: the text could quote what a person wrote, so that only its place in
/// the code is kept.
fn note_places() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        set_hook(Box::new(|info| {
            let place = info.location().map(|place| format!("panic at {}:{}", place.file(), place.line()));
            PLACE.with(|slot| *slot.borrow_mut() = place);
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_tells_its_place_and_not_its_text() {
        let caught = guard(|| -> Result<(), AmpersandError> { panic!("dear diary") });
        let Err(AmpersandError::Internal { reference }) = caught else { panic!("not the internal error") };
        assert!(reference.contains("guard.rs:") && !reference.contains("diary"), "{reference}");
        assert_eq!(guard(|| Ok::<_, AmpersandError>(1)), Ok(1), "the next call works");
    }
}
