//! The relationship check-in: what is written in private, what of it is chosen, talking about it, and what is agreed on.
//!
//! It works for one person alone: nobody is paired with anybody, and nothing is sent. What this module must never do: put
//! a private line into anything that another person may see. Of a line that was chosen there is a second text, the chosen
//! words; everything beyond the private half is made of those alone.

pub mod agenda;
pub mod agreement;
pub mod stage;

/// Longest private line, and longest topic, in characters.
pub const MAX_TEXT: usize = 500;
/// Most private lines of a check-in.
pub const MAX_LINES: usize = 100;
/// Most topics of an agenda.
pub const MAX_TOPICS: usize = 12;
/// Minutes of a talk.
pub const MINUTES: std::ops::RangeInclusive<u32> = 5..=60;
/// That, unless the person says otherwise.
pub const DEFAULT_MINUTES: u32 = 20;

use super::texts::MAX_NOTE;
use crate::error::{Field, InvalidInput, Reason};
use crate::journal::entry::breaks_a_line;

/// Text of one line as it is kept, without the white space around it.
///
/// # Errors
/// `field`, `too_short`: nothing in it; `control_character`: more than one line, or a sign that cannot be shown;
/// `too_long`: more than `most` characters.
pub fn one_line(text: &str, field: Field, most: usize) -> Result<String, InvalidInput> {
    let text = text.trim();
    if text.is_empty() {
        return Err(InvalidInput::new(field, Reason::TooShort));
    }
    if text.contains(breaks_a_line) {
        return Err(InvalidInput::new(field, Reason::ControlCharacter));
    }
    if text.chars().count() > most {
        return Err(InvalidInput::new(field, Reason::TooLong));
    }
    Ok(text.to_owned())
}

/// Text that may have several lines and may be left out, as it is kept: without the white space around it.
///
/// # Errors
/// `field`, `control_character`: any but line breaks and tabs; `too_long`: more than [`MAX_NOTE`] characters.
pub fn note_if_any(text: Option<&str>, field: Field) -> Result<Option<String>, InvalidInput> {
    let Some(text) = text else { return Ok(None) };
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.contains(|sign: char| sign.is_control() && sign != '\n' && sign != '\t') {
        return Err(InvalidInput::new(field, Reason::ControlCharacter));
    }
    if text.chars().count() > MAX_NOTE {
        return Err(InvalidInput::new(field, Reason::TooLong));
    }
    Ok(Some(text).filter(|text| !text.is_empty()).map(str::to_owned))
}

/// How a talk felt.
///
/// # Errors
/// `felt`, `out_of_range`: beyond 0 to 4.
pub fn felt_of(felt: Option<i32>) -> Result<Option<u8>, InvalidInput> {
    let of = |value: i32| u8::try_from(value).ok().filter(|value| *value <= 4).ok_or(InvalidInput::new(Field::Felt, Reason::OutOfRange));
    felt.map(of).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_is_one_line_of_so_many_characters() {
        let refused = |reason| Err(InvalidInput::new(Field::What, reason));
        for (text, kept) in [
            (" a walk, the two of us \n", Ok("a walk, the two of us")),
            ("äää", Ok("äää")),
            ("", refused(Reason::TooShort)),
            (" \t ", refused(Reason::TooShort)),
            ("one\ntwo", refused(Reason::ControlCharacter)),
            ("one\u{2029}two", refused(Reason::ControlCharacter)),
            (&*"ä".repeat(22), refused(Reason::TooLong)),
        ] {
            assert_eq!(one_line(text, Field::What, 21), kept.map(str::to_owned), "{text:?}");
        }
    }

    #[test]
    fn a_note_may_have_lines_and_be_left_out() {
        let note = |text| note_if_any(text, Field::Learned);
        assert_eq!(note(None), Ok(None));
        assert_eq!(note(Some(" \r\n ")), Ok(None));
        assert_eq!(note(Some(" one\r\ntwo\n")), Ok(Some("one\ntwo".into())));
        assert_eq!(note(Some("a\u{7}b")), Err(InvalidInput::new(Field::Learned, Reason::ControlCharacter)));
        assert_eq!(note(Some(&"ä".repeat(MAX_NOTE + 1))), Err(InvalidInput::new(Field::Learned, Reason::TooLong)));
    }

    #[test]
    fn a_feeling_is_0_to_4() {
        assert_eq!((felt_of(None), felt_of(Some(0)), felt_of(Some(4))), (Ok(None), Ok(Some(0)), Ok(Some(4))));
        for felt in [-1, 5, i32::MIN, i32::MAX] {
            assert_eq!(felt_of(Some(felt)), Err(InvalidInput::new(Field::Felt, Reason::OutOfRange)), "{felt}");
        }
    }
}
