//! Lines with blanks, to find one's own words from. They are filled in here and go nowhere.

use super::input::MAX_SCRIPT;
use crate::data::parsed_once;
use crate::error::{Clash, Error, Field, InvalidInput, Reason};
use crate::practice::texts::some_line_of;
use serde::Deserialize;
use std::sync::OnceLock;

/// Longest filling of a blank, in characters.
const MAX_FILL: usize = 80;

/// A blank of a line.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ScriptBlank {
    /// How it stands in the text, between braces.
    pub key: String,
    /// What to fill in.
    pub label: String,
}

/// A line with blanks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ScriptLine {
    /// Its id.
    pub id: String,
    /// Its text, with `{key}` for each blank.
    pub text: String,
    /// Its blanks, in the order of the text.
    pub blanks: Vec<ScriptBlank>,
    /// False where it is for the partner.
    solo_ok: bool,
}

/// The lines as shipped.
#[derive(Debug, Deserialize)]
pub struct Scripts {
    lines: Vec<ScriptLine>,
}

impl Scripts {
    /// The lines that this build ships.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped file does not hold together.
    pub fn current() -> Result<&'static Self, Error> {
        static CELL: OnceLock<Option<Scripts>> = OnceLock::new();
        let json = include_str!("../../../data/scripts.v1.json");
        parsed_once(&CELL, json, Self::holds_together, "scripts.v1.json")
    }

    /// The lines, in order. In care mode those for the partner do not exist.
    pub fn lines(&self, care_mode: bool) -> impl Iterator<Item = &ScriptLine> {
        self.lines.iter().filter(move |line| line.solo_ok || !care_mode)
    }

    /// A line with its blanks filled in.
    ///
    /// # Errors
    /// `script_line`, `unknown_script_line` · [`Error::Conflict`], `care_mode`, for one that does not exist in care mode ·
    /// `fills`, `wrong_count`, `too_short`, `too_long` (80 characters each) or `control_character` · `script`, `too_long`.
    pub fn filled(&self, id: &str, fills: &[String], care_mode: bool) -> Result<String, Error> {
        let unknown = InvalidInput::new(Field::ScriptLine, Reason::UnknownScriptLine);
        let line = self.lines.iter().find(|line| line.id == id).ok_or(unknown)?;
        if care_mode && !line.solo_ok {
            return Err(Error::Conflict { kind: Clash::CareMode, id: String::new() });
        }
        if fills.len() != line.blanks.len() {
            return Err(InvalidInput::new(Field::Fills, Reason::WrongCount).into());
        }
        let mut text = String::new();
        let mut rest = line.text.as_str();
        for (blank, fill) in line.blanks.iter().zip(fills) {
            let (before, after) = rest.split_once(&blank.in_text()).ok_or(Error::Internal("scripts.v1.json"))?;
            text.push_str(before);
            text.push_str(&some_line_of(fill, Field::Fills, MAX_FILL)?);
            rest = after;
        }
        text.push_str(rest);
        if text.chars().count() > MAX_SCRIPT {
            return Err(InvalidInput::new(Field::Script, Reason::TooLong).into());
        }
        Ok(text)
    }

    fn holds_together(&self) -> bool {
        let unique = self.lines.iter().enumerate().all(|(at, line)| self.lines.iter().position(|other| other.id == line.id) == Some(at));
        unique
            && self.lines.iter().all(ScriptLine::holds_together)
            && self.lines(true).count() >= 4
            && self.lines.iter().any(|line| !line.solo_ok)
    }
}

impl ScriptBlank {
    fn in_text(&self) -> String {
        format!("{{{}}}", self.key)
    }
}

impl ScriptLine {
    /// Every blank stands in the text once, in order, and nothing else there looks like one.
    fn holds_together(&self) -> bool {
        let mut rest = self.text.as_str();
        for blank in &self.blanks {
            let Some((before, after)) = rest.split_once(&blank.in_text()) else { return false };
            if blank.label.is_empty() || before.contains(['{', '}']) {
                return false;
            }
            rest = after;
        }
        !self.id.is_empty() && !self.text.is_empty() && !rest.contains(['{', '}'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(id: &str, fills: &[&str], care_mode: bool) -> Result<String, String> {
        let fills: Vec<String> = fills.iter().map(|fill| (*fill).to_owned()).collect();
        Scripts::current().expect("shipped").filled(id, &fills, care_mode).map_err(|error| error.to_string())
    }

    #[test]
    fn blanks_are_filled_in_order() {
        assert_eq!(filled("carry", &[], true), Ok("I care, and this is yours to carry.".into()));
        let told = filled("yes-no-later", &[" tea ", "the car", "the {no} talk"], true);
        assert_eq!(told, Ok("Yes to tea. No to the car. And the {no} talk another time.".into()), "what was typed is not a blank");
        for (id, fills, told) in [
            ("no such line", vec![], "invalid script_line: unknown_script_line"),
            ("carry", vec!["x"], "invalid fills: wrong_count"),
            ("yes-no-later", vec!["a", "b"], "invalid fills: wrong_count"),
            ("yes-no-later", vec!["a", " ", "b"], "invalid fills: too_short"),
            ("yes-no-later", vec!["a", "b\nc", "d"], "invalid fills: control_character"),
        ] {
            assert_eq!(filled(id, &fills, false), Err(told.into()), "{id} {fills:?}");
        }
        let long = "x".repeat(81);
        assert_eq!(filled("yes-no-later", &[&long, "a", "b"], false), Err("invalid fills: too_long".into()));
    }

    #[test]
    fn lines_for_the_partner_do_not_exist_in_care_mode() {
        let lines = Scripts::current().expect("shipped");
        let with_partner: Vec<_> = lines.lines(false).filter(|line| !lines.lines(true).any(|other| other.id == line.id)).collect();
        assert!(!with_partner.is_empty());
        for line in with_partner {
            let fills: Vec<&str> = line.blanks.iter().map(|_| "this").collect();
            assert!(filled(&line.id, &fills, false).is_ok(), "{}", line.id);
            assert_eq!(filled(&line.id, &fills, true), Err("conflict: care_mode ".into()), "{}", line.id);
        }
    }

    #[test]
    fn a_line_whose_text_and_blanks_disagree_is_refused() {
        let line = |text: &str, keys: &[&str]| ScriptLine {
            id: "x".into(),
            text: text.into(),
            blanks: keys.iter().map(|key| ScriptBlank { key: (*key).into(), label: "it".into() }).collect(),
            solo_ok: true,
        };
        assert!(line("I need {a} and {b}.", &["a", "b"]).holds_together());
        for (text, keys) in [("I need {a}.", &[][..]), ("I need.", &["a"]), ("{b} {a}", &["a", "b"]), ("{a} {a}", &["a"]), ("", &[])] {
            assert!(!line(text, keys).holds_together(), "{text}");
        }
    }
}
