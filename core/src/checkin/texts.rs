//! The two things that can be written: a line with the answers, and a note added later.
//!
//! What a person wrote is taken as it is, or refused. White space around it is nobody's meaning and goes.

use crate::error::{Field, InvalidInput, Reason};
use crate::journal::entry::breaks_a_line;

/// Longest line, in characters.
pub const MAX_LINE: usize = 280;
/// Longest note, in characters.
pub const MAX_NOTE: usize = 1_000;

/// The line as it is kept; none where there is nothing in it.
///
/// # Errors
/// `line`, `control_character`: more than one line, or a sign that cannot be shown; `too_long`.
pub(super) fn line_of(line: Option<&str>) -> Result<Option<String>, InvalidInput> {
    let Some(line) = line.map(str::trim).filter(|line| !line.is_empty()) else { return Ok(None) };
    if line.contains(breaks_a_line) {
        return Err(InvalidInput::new(Field::Line, Reason::ControlCharacter));
    }
    if line.chars().count() > MAX_LINE {
        return Err(InvalidInput::new(Field::Line, Reason::TooLong));
    }
    Ok(Some(line.to_owned()))
}

/// A note as it is kept. It may have several lines.
///
/// # Errors
/// `note`, `too_short`: nothing in it; `control_character`: any but line breaks and tabs; `too_long`.
pub fn note_of(text: &str) -> Result<String, InvalidInput> {
    let refused = |reason| Err(InvalidInput::new(Field::Note, reason));
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.is_empty() {
        return refused(Reason::TooShort);
    }
    if text.contains(|sign: char| sign.is_control() && sign != '\n' && sign != '\t') {
        return refused(Reason::ControlCharacter);
    }
    if text.chars().count() > MAX_NOTE {
        return refused(Reason::TooLong);
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_of_280_characters() {
        let refused = |reason| Err(InvalidInput::new(Field::Line, reason));
        let longest = "ä".repeat(MAX_LINE);
        for (line, kept) in [
            (None, Ok(None)),
            (Some(" \t\n "), Ok(None)),
            (Some("  a quiet day \n"), Ok(Some("a quiet day"))),
            (Some(longest.as_str()), Ok(Some(longest.as_str()))),
            (Some("one\ntwo"), refused(Reason::ControlCharacter)),
            (Some("one\u{2028}two"), refused(Reason::ControlCharacter)),
            (Some("one\0"), refused(Reason::ControlCharacter)),
            (Some(&*format!("{longest}x")), refused(Reason::TooLong)),
        ] {
            assert_eq!(line_of(line), kept.map(|kept| kept.map(str::to_owned)), "{line:?}");
        }
    }

    #[test]
    fn a_note_has_1_to_1000_characters_and_may_have_lines() {
        let refused = |reason| Err(InvalidInput::new(Field::Note, reason));
        let longest = "ä".repeat(MAX_NOTE);
        for (note, kept) in [
            ("x", Ok("x")),
            (" one\r\ntwo\rthree\t3\n", Ok("one\ntwo\nthree\t3")),
            (longest.as_str(), Ok(longest.as_str())),
            ("", refused(Reason::TooShort)),
            (" \r\n\t", refused(Reason::TooShort)),
            ("a\u{7}b", refused(Reason::ControlCharacter)),
            (&format!("{longest}x"), refused(Reason::TooLong)),
        ] {
            assert_eq!(note_of(note), kept.map(str::to_owned), "{note:?}");
        }
    }
}
