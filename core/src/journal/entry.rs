//! What an entry holds, and its limits.
//!
//! What a person wrote is taken as it is, or refused with the argument and the reason. Three things are made alike,
//! because they differ without anybody having meant it: line ends (CRLF and CR become LF), white space around a title
//! or a tag, and the ways in which accents of a tag are written (NFC).

use super::plain;
use super::query::fold;
use super::words::Words;
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::time::CivilDate;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization as _;

/// Longest title, in characters.
pub const MAX_TITLE: usize = 200;
/// Longest body, in bytes of UTF-8.
pub const MAX_BODY: usize = 1_000_000;
/// Most feelings.
pub const MAX_FEELINGS: usize = 6;
/// Most tags.
pub const MAX_TAGS: usize = 20;
/// Longest tag, in characters.
pub const MAX_TAG: usize = 40;
/// Moods go from 0, very bad, to this, very good.
pub const BEST_MOOD: i32 = 4;

/// What a person writes in an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryContent {
    /// The civil date it is written for.
    pub day: CivilDate,
    /// At most [`MAX_TITLE`] characters of one line.
    pub title: Option<String>,
    /// Markdown; at most [`MAX_BODY`] bytes. Line breaks and tabs are its only control characters.
    pub body: String,
    /// At most [`MAX_FEELINGS`], by id, each once.
    pub feelings: Vec<String>,
    /// 0 to [`BEST_MOOD`].
    pub mood: Option<i32>,
    /// At most [`MAX_TAGS`], each of 1 to [`MAX_TAG`] characters of one line without `#`.
    pub tags: Vec<String>,
    /// The prompt it answers, by id.
    pub prompt: Option<String>,
    /// The form it fills in, by id.
    pub form: Option<String>,
    /// Whether it is marked with a star.
    pub starred: bool,
}

impl EntryContent {
    /// Nothing yet, for `day`.
    pub const fn blank(day: CivilDate) -> Self {
        Self {
            day,
            title: None,
            body: String::new(),
            feelings: Vec::new(),
            mood: None,
            tags: Vec::new(),
            prompt: None,
            form: None,
            starred: false,
        }
    }

    /// Whether nobody has written or chosen anything: an empty body, or nothing but the headings of the form.
    pub fn is_untouched(&self, words: &Words) -> bool {
        let headings = self.form.as_deref().and_then(|id| words.form(id)).map(super::words::Form::headings);
        let body = self.body.trim();
        let blank = body.is_empty() || headings.is_some_and(|headings| headings.trim() == body);
        blank && self.title.is_none() && self.feelings.is_empty() && self.mood.is_none() && self.tags.is_empty() && !self.starred
    }

    /// Whether a save would change what the history keeps: anything but the star.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let Self { day, title, body, feelings, mood, tags, prompt, form, starred: _ } = self;
        *day == other.day
            && *title == other.title
            && *body == other.body
            && *feelings == other.feelings
            && *mood == other.mood
            && *tags == other.tags
            && *prompt == other.prompt
            && *form == other.form
    }
}

/// Content within its limits, as it is kept, with what is worked out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    content: EntryContent,
    words: u32,
    excerpt: String,
}

impl Kept {
    /// Holds `content` to its limits.
    ///
    /// # Errors
    /// `title`, `too_long` or `control_character` · `body`, `too_long` or `control_character` · `feelings`, `too_many`,
    /// `unknown_feeling` or `duplicate` · `mood`, `out_of_range` · `tags`, `too_many` · `tag`, `too_long`, `too_short`,
    /// `malformed` or `control_character` · `prompt`, `unknown_prompt` · `form`, `unknown_form`.
    pub fn new(content: &EntryContent, words: &Words) -> Result<Self, InvalidInput> {
        let EntryContent { day, title, body, feelings, mood, tags, prompt, form, starred } = content;
        if mood.is_some_and(|mood| !(0..=BEST_MOOD).contains(&mood)) {
            return Err(InvalidInput::new(Field::Mood, Reason::OutOfRange));
        }
        if prompt.as_ref().is_some_and(|id| !words.has_prompt(id)) {
            return Err(InvalidInput::new(Field::Prompt, Reason::UnknownPrompt));
        }
        if form.as_ref().is_some_and(|id| words.form(id).is_none()) {
            return Err(InvalidInput::new(Field::Form, Reason::UnknownForm));
        }
        check_feelings(feelings, words)?;
        Ok(Self::unchecked(EntryContent {
            day: *day,
            title: title_of(title.as_deref())?,
            body: body_of(body)?,
            feelings: feelings.clone(),
            mood: *mood,
            tags: tags_of(tags)?,
            prompt: prompt.clone(),
            form: form.clone(),
            starred: *starred,
        }))
    }

    /// Content that was held to its limits before: it comes from the vault. What an older release took is taken here
    /// too, whatever the limits are today.
    pub fn unchecked(content: EntryContent) -> Self {
        Self { words: plain::words(&content.body), excerpt: plain::excerpt(&content.body), content }
    }

    /// The content.
    pub const fn content(&self) -> &EntryContent {
        &self.content
    }

    /// Words of the body.
    pub const fn words(&self) -> u32 {
        self.words
    }

    /// How the body begins.
    pub fn excerpt(&self) -> &str {
        &self.excerpt
    }
}

fn title_of(title: Option<&str>) -> Result<Option<String>, InvalidInput> {
    let Some(title) = title.map(str::trim).filter(|title| !title.is_empty()) else { return Ok(None) };
    if title.contains(breaks_a_line) {
        return Err(InvalidInput::new(Field::Title, Reason::ControlCharacter));
    }
    if title.chars().count() > MAX_TITLE {
        return Err(InvalidInput::new(Field::Title, Reason::TooLong));
    }
    Ok(Some(title.to_owned()))
}

fn body_of(body: &str) -> Result<String, InvalidInput> {
    let body = if body.contains('\r') { body.replace("\r\n", "\n").replace('\r', "\n") } else { body.to_owned() };
    if body.len() > MAX_BODY {
        return Err(InvalidInput::new(Field::Body, Reason::TooLong));
    }
    if body.contains(|sign: char| sign.is_control() && sign != '\n' && sign != '\t') {
        return Err(InvalidInput::new(Field::Body, Reason::ControlCharacter));
    }
    Ok(body)
}

/// Holds feelings to their limits.
///
/// # Errors
/// `feelings`, `too_many`, `unknown_feeling` or `duplicate`.
pub(crate) fn check_feelings(feelings: &[String], words: &Words) -> Result<(), InvalidInput> {
    let refused = |reason| Err(InvalidInput::new(Field::Feelings, reason));
    if feelings.len() > MAX_FEELINGS {
        return refused(Reason::TooMany);
    }
    if !feelings.iter().all(|id| words.has_feeling(id)) {
        return refused(Reason::UnknownFeeling);
    }
    if feelings.iter().collect::<BTreeSet<_>>().len() < feelings.len() {
        return refused(Reason::Duplicate);
    }
    Ok(())
}

/// Tags as they are kept: a tag that is there twice, however it is written, is kept as it was written first.
///
/// # Errors
/// As [`Kept::new`] about tags.
pub fn tags_of(tags: &[String]) -> Result<Vec<String>, InvalidInput> {
    if tags.len() > MAX_TAGS {
        return Err(InvalidInput::new(Field::Tags, Reason::TooMany));
    }
    let mut seen = BTreeSet::new();
    let mut kept = Vec::with_capacity(tags.len());
    for tag in tags {
        let tag = tag_of(tag)?;
        if seen.insert(tag_key(&tag)) {
            kept.push(tag);
        }
    }
    Ok(kept)
}

/// What makes two tags the same: case, accents and width do not part them.
pub fn tag_key(tag: &str) -> String {
    let folded = fold(tag);
    // Of a tag that folding leaves nothing of, itself is its key.
    if folded.trim().is_empty() { tag.to_owned() } else { folded }
}

fn tag_of(tag: &str) -> Result<String, InvalidInput> {
    let refused = |reason| Err(InvalidInput::new(Field::Tag, reason));
    let tag: String = tag.trim().nfc().collect();
    if tag.is_empty() {
        return refused(Reason::TooShort);
    }
    if tag.contains(breaks_a_line) {
        return refused(Reason::ControlCharacter);
    }
    if tag.contains('#') {
        return refused(Reason::Malformed);
    }
    if tag.chars().count() > MAX_TAG {
        return refused(Reason::TooLong);
    }
    Ok(tag)
}

/// Control characters, and Unicode's two separators that end a line or a paragraph.
pub(crate) fn breaks_a_line(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}')
}

/// Content that may be saved as a new entry.
///
/// # Errors
/// `body`, `too_short`: there is nothing in it.
pub fn check_new(kept: &Kept, words: &Words) -> Result<(), Error> {
    if kept.content.is_untouched(words) {
        return Err(InvalidInput::new(Field::Body, Reason::TooShort).into());
    }
    Ok(())
}

#[cfg(test)]
#[path = "entry_tests.rs"]
mod tests;
