//! What an earlier text and a draft have in common: content in the columns of one row.

use crate::journal::entry::{EntryContent, Kept};
use crate::time::CivilDate;
use rusqlite::types::Type;
use rusqlite::{Row, ToSql};

/// The columns of a content, in the order of [`read`] and [`values`].
pub(super) const COLUMNS: &str = "day, mood, prompt, form, starred, feelings, tags, title, body";
/// The columns of what is worked out of it, which follow in [`values`].
pub(super) const WORKED_OUT: &str = "words, excerpt";
/// Columns of both together.
pub(super) const WIDTH: usize = 11;

/// Tags are parted by what no tag holds.
pub(super) const TAG_BREAK: char = '\n';
/// Feelings are parted by what no id holds.
pub(super) const FEELING_BREAK: char = ',';

/// Texts of a content that have to outlive the statement they are bound to.
pub(super) struct Bound<'a> {
    kept: &'a Kept,
    words: u32,
    excerpt: &'a str,
    day: String,
    feelings: String,
    tags: String,
}

impl<'a> Bound<'a> {
    pub(super) fn new(kept: &'a Kept) -> Self {
        let content = kept.content();
        Self {
            kept,
            words: kept.words(),
            excerpt: kept.excerpt(),
            day: content.day.to_string(),
            feelings: content.feelings.join(&FEELING_BREAK.to_string()),
            tags: content.tags.join(&TAG_BREAK.to_string()),
        }
    }

    /// The values of [`COLUMNS`], then those of [`WORKED_OUT`].
    pub(super) fn values(&self) -> [&dyn ToSql; WIDTH] {
        let EntryContent { day: _, title, body, feelings: _, mood, tags: _, prompt, form, starred } = self.kept.content();
        let title: &dyn ToSql = match title {
            Some(title) => title,
            None => &"",
        };
        [&self.day, mood, prompt, form, starred, &self.feelings, &self.tags, title, body, &self.words, &self.excerpt]
    }
}

/// The content in the columns [`COLUMNS`], the first of which is column `from`.
pub(super) fn read(row: &Row<'_>, from: usize) -> rusqlite::Result<EntryContent> {
    Ok(EntryContent {
        day: date(row, from)?,
        mood: row.get(from + 1)?,
        prompt: row.get(from + 2)?,
        form: row.get(from + 3)?,
        starred: row.get(from + 4)?,
        feelings: parted(row.get(from + 5)?, FEELING_BREAK),
        tags: parted(row.get(from + 6)?, TAG_BREAK),
        title: title(row, from + 7)?,
        body: row.get(from + 8)?,
    })
}

/// No title is kept as an empty one, which a title never is.
pub(super) fn title(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<String>> {
    let title: String = row.get(column)?;
    Ok(Some(title).filter(|title| !title.is_empty()))
}

/// What was joined; of nothing, nothing.
pub(super) fn parted(joined: Option<String>, by: char) -> Vec<String> {
    let joined = joined.filter(|joined| !joined.is_empty());
    joined.map_or_else(Vec::new, |joined| joined.split(by).map(str::to_owned).collect())
}

/// A civil date.
pub(super) fn date(row: &Row<'_>, column: usize) -> rusqlite::Result<CivilDate> {
    let text: String = row.get(column)?;
    text.parse().map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
}

/// A civil date that may not be there.
pub(super) fn date_if_any(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<CivilDate>> {
    let text: Option<String> = row.get(column)?;
    let date = text.map(|text| text.parse()).transpose();
    date.map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
}

/// One of a few things that are stored by their stable names.
pub(super) fn word<T: Copy>(row: &Row<'_>, column: usize, all: &[T], key: impl Fn(T) -> &'static str) -> rusqlite::Result<T> {
    let unknown = || rusqlite::Error::InvalidColumnType(column, "a word".into(), Type::Text);
    word_if_any(row, column, all, key)?.ok_or_else(unknown)
}

/// As [`word`], where there may be none.
pub(super) fn word_if_any<T: Copy>(
    row: &Row<'_>,
    column: usize,
    all: &[T],
    key: impl Fn(T) -> &'static str,
) -> rusqlite::Result<Option<T>> {
    let Some(stored) = row.get::<_, Option<String>>(column)? else { return Ok(None) };
    let unknown = || rusqlite::Error::InvalidColumnType(column, "a word".into(), Type::Text);
    all.iter().copied().find(|it| key(*it) == stored).map(Some).ok_or_else(unknown)
}
