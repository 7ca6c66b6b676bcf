//! The short things a person writes while practising: one line each, taken as it is or refused. White space around it is
//! nobody's meaning and goes.

use crate::checkin::note_of;
use crate::error::{Field, InvalidInput, Reason};
use crate::journal::entry::breaks_a_line;

/// Highest answer about a feeling afterwards.
const MOST: i32 = 4;

/// A line as it is kept; none where there is nothing in it.
///
/// # Errors
/// `field`, `control_character`: more than one line, or a sign that cannot be shown; `too_long`, by characters.
pub(crate) fn line_of(text: Option<&str>, field: Field, longest: usize) -> Result<Option<String>, InvalidInput> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    if text.contains(breaks_a_line) {
        return Err(InvalidInput::new(field, Reason::ControlCharacter));
    }
    if text.chars().count() > longest {
        return Err(InvalidInput::new(field, Reason::TooLong));
    }
    Ok(Some(text.to_owned()))
}

/// As [`line_of`], where there has to be something.
///
/// # Errors
/// `field`, `too_short`; as [`line_of`].
pub(crate) fn some_line_of(text: &str, field: Field, longest: usize) -> Result<String, InvalidInput> {
    line_of(Some(text), field, longest)?.ok_or(InvalidInput::new(field, Reason::TooShort))
}

/// A note of up to 1000 characters, which may have lines; none where there is nothing in it.
///
/// # Errors
/// `note`, `control_character`, `too_long`.
pub(crate) fn maybe_note_of(text: Option<&str>) -> Result<Option<String>, InvalidInput> {
    text.filter(|text| !text.trim().is_empty()).map(note_of).transpose()
}

/// How something felt, 0 to 4.
///
/// # Errors
/// `field`, `out_of_range`.
pub(crate) fn feeling_of(value: Option<i32>, field: Field) -> Result<Option<u8>, InvalidInput> {
    let out = InvalidInput::new(field, Reason::OutOfRange);
    value.map(|value| u8::try_from(value).ok().filter(|_| value <= MOST).ok_or(out)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_and_one_line() {
        let refused = |reason| Err(InvalidInput::new(Field::Limit, reason));
        let longest = "ä".repeat(9);
        for (text, kept) in [
            (None, Ok(None)),
            (Some(" \t\n "), Ok(None)),
            (Some("  no calls \n"), Ok(Some("no calls"))),
            (Some(longest.as_str()), Ok(Some(longest.as_str()))),
            (Some("a\nb"), refused(Reason::ControlCharacter)),
            (Some("a\u{2029}b"), refused(Reason::ControlCharacter)),
            (Some("a\0"), refused(Reason::ControlCharacter)),
            (Some(&*format!("{longest}x")), refused(Reason::TooLong)),
        ] {
            assert_eq!(line_of(text, Field::Limit, 9), kept.map(|kept| kept.map(str::to_owned)), "{text:?}");
        }
        assert_eq!(some_line_of("  ", Field::Limit, 9), Err(InvalidInput::new(Field::Limit, Reason::TooShort)));
        assert_eq!(some_line_of(" x ", Field::Limit, 9), Ok("x".into()));
    }

    #[test]
    fn a_feeling_is_0_to_4() {
        let out = Err(InvalidInput::new(Field::Guilt, Reason::OutOfRange));
        for (value, kept) in
            [(None, Ok(None)), (Some(0), Ok(Some(0))), (Some(4), Ok(Some(4))), (Some(5), out), (Some(-1), out), (Some(i32::MAX), out)]
        {
            assert_eq!(feeling_of(value, Field::Guilt), kept, "{value:?}");
        }
    }

    #[test]
    fn a_note_may_be_empty_and_may_have_lines() {
        assert_eq!(maybe_note_of(Some(" \n ")), Ok(None));
        assert_eq!(maybe_note_of(Some("a\r\nb ")), Ok(Some("a\nb".into())));
        assert!(maybe_note_of(Some(&"x".repeat(1_001))).is_err());
    }
}
