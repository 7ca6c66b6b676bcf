//! Where a page ended, as a text that means nothing to a shell.

use crate::error::{Field, InvalidInput, Reason};
use std::fmt::{self, Display, Write as _};
use std::str::FromStr;

/// Longer than any that was given out.
const LONGEST: usize = 200;
const MALFORMED: InvalidInput = InvalidInput::new(Field::Cursor, Reason::Malformed);

/// Where a page ended. It holds the place in the order, not a number of rows, so that it stays right while entries
/// come and go; it holds nothing that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageCursor(String);

impl PageCursor {
    /// A cursor of the list `kind`; parts are numbers, dates and ids.
    pub(super) fn of(kind: &str, parts: &[&dyn Display]) -> Self {
        let mut text = kind.to_owned();
        for part in parts {
            // Writing into a string cannot fail.
            let _ = write!(text, ".{part}");
        }
        Self(text)
    }

    /// The parts of a cursor of the list `kind`.
    ///
    /// # Errors
    /// `cursor`, `malformed`: it is of another list, or has another number of parts.
    pub(super) fn parts<const N: usize>(&self, kind: &str) -> Result<[&str; N], InvalidInput> {
        let mut parts = self.0.split('.');
        if parts.next() != Some(kind) {
            return Err(MALFORMED);
        }
        parts.collect::<Vec<_>>().try_into().map_err(|_| MALFORMED)
    }
}

/// A part of a cursor, read.
///
/// # Errors
/// `cursor`, `malformed`.
pub(super) fn part<T: FromStr>(text: &str) -> Result<T, InvalidInput> {
    text.parse().map_err(|_| MALFORMED)
}

impl Display for PageCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for PageCursor {
    type Err = InvalidInput;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = |byte: u8| byte.is_ascii_alphanumeric() || b".-".contains(&byte);
        let shaped = !text.is_empty() && text.len() <= LONGEST && text.bytes().all(known);
        if shaped { Ok(Self(text.to_owned())) } else { Err(MALFORMED) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_by_the_list_that_gave_it_out_alone() {
        let cursor = PageCursor::of("timeline", &[&"2026-11-23", &-5_i64]);
        let again: PageCursor = cursor.to_string().parse().expect("its own text");
        assert_eq!(again, cursor);
        assert_eq!(cursor.parts("timeline"), Ok(["2026-11-23", "-5"]));
        assert_eq!(part::<i64>("-5"), Ok(-5));
        assert_eq!(cursor.parts::<2>("trash"), Err(MALFORMED));
        assert_eq!(cursor.parts::<1>("timeline"), Err(MALFORMED));
        assert_eq!(part::<i64>("x"), Err(MALFORMED));
        for text in ["", "a b", "timeline,1", "päge", "x\n", &"x".repeat(201)] {
            assert_eq!(text.parse::<PageCursor>(), Err(MALFORMED), "{text}");
        }
    }
}
