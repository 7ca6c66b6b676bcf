//! Care phrases: whether a text says, in the first person and of now, that somebody wants to die or to hurt themselves.
//!
//! English alone. Matching is all that is here; the phrases and their guards are data (`care-phrases.v1.json`). It
//! looks at words and knows nothing of a person: it misses much, is wrong now and then, and must never decide more than
//! whether a card with help lines is shown. It keeps nothing, counts nothing and tells nobody.

use crate::data::parsed_once;
use crate::error::Error;
use crate::time::Instant;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use unicode_segmentation::UnicodeSegmentation as _;

/// For how long the card stays away after it was closed.
const REST_MS: i64 = 24 * 3_600_000;

/// Whether a text holds a care phrase that no guard takes back.
pub fn matches(text: &str) -> bool {
    // A file that does not hold together would find nothing; the tests read it.
    phrases().is_ok_and(|phrases| sentences(text).iter().any(|sentence| phrases.found_in(sentence)))
}

/// Whether the card may be shown: switched on, and not closed within the last 24 hours. A closing that lies ahead, from
/// a clock that was wrong then, holds nothing back.
pub fn offers(now: Instant, dismissed_at: Option<Instant>, on: bool) -> bool {
    let resting = |at: Instant| (0..REST_MS).contains(&now.millis().saturating_sub(at.millis()));
    on && !dismissed_at.is_some_and(resting)
}

fn phrases() -> Result<&'static Phrases, Error> {
    static CELL: OnceLock<Option<Phrases>> = OnceLock::new();
    let json = include_str!("../../data/care-phrases.v1.json");
    parsed_once(&CELL, json, Phrases::hold_together, "care-phrases.v1.json")
}

/// The file, and where to look in it.
#[derive(Debug, Deserialize)]
#[serde(from = "File")]
struct Phrases {
    file: File,
    /// By the first word of a phrase: the group and the beginning. Most words of a text begin none.
    openings: BTreeMap<String, Vec<(usize, usize)>>,
}

/// The file: every list holds patterns, see [`Pattern`].
#[derive(Debug, Deserialize)]
struct File {
    /// A word, and the words it is read as: contractions, spellings.
    read_as: BTreeMap<String, Vec<String>>,
    /// Words that change nothing about a phrase and are passed over.
    fillers: BTreeSet<String>,
    /// Words with which a sentence turns: no guard reaches across.
    turns: Vec<Pattern>,
    /// Words that place something in the last days; a group in the past tense asks for one of them.
    recent: Vec<Pattern>,
    /// What may follow a phrase of a group that says nothing about it.
    goes_on: Vec<Pattern>,
    guards: Guards,
    groups: Vec<Group>,
}

/// What takes a phrase back.
#[derive(Debug, Deserialize)]
struct Guards {
    /// Anywhere in the sentence, on this side of a turn.
    around: Vec<Pattern>,
    /// Right before the phrase, with at most `within` words between.
    before: Vec<Pattern>,
    within: usize,
}

/// Phrases: each beginning with each ending.
#[derive(Debug, Deserialize)]
struct Group {
    /// What the group is about, for a reader of the file.
    #[serde(rename = "about")]
    _about: String,
    starts: Vec<Pattern>,
    /// Where there are none the beginnings are whole phrases.
    #[serde(default)]
    ends: Vec<Pattern>,
    /// What may follow, in place of [`File::goes_on`]; a stop or the end always may.
    #[serde(default)]
    then: Vec<Pattern>,
    /// Guards of this group alone, anywhere on this side of a turn.
    #[serde(default)]
    unless: Vec<Pattern>,
    /// Whether it is about the past and wants a word of the last days beside it.
    #[serde(default)]
    recent: bool,
}

/// A row of words: `die`, `dead|gone`, `laugh*` for any ending, `!i|we` for any other word or none, `^` for the place where
/// a sentence or a turn begins.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
struct Pattern(Vec<Word>);

#[derive(Debug)]
enum Word {
    Start,
    One(Vec<Form>),
    Other(Vec<Form>),
}

#[derive(Debug)]
enum Form {
    Whole(String),
    Stem(String),
}

impl From<String> for Pattern {
    fn from(words: String) -> Self {
        let form = |form: &str| form.strip_suffix('*').map_or_else(|| Form::Whole(form.to_owned()), |stem| Form::Stem(stem.to_owned()));
        let forms = |forms: &str| forms.split('|').map(form).collect();
        let word = |word: &str| match (word, word.strip_prefix('!')) {
            ("^", _) => Word::Start,
            (_, Some(others)) => Word::Other(forms(others)),
            (word, None) => Word::One(forms(word)),
        };
        Self(words.split_whitespace().map(word).collect())
    }
}

impl Form {
    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => whole == word,
            Self::Stem(stem) => word.starts_with(stem.as_str()),
        }
    }
}

impl Pattern {
    /// Where the pattern ends when it begins at `from`, if it fits there.
    fn fits(&self, part: &[Token], from: usize) -> Option<usize> {
        let mut at = from;
        for word in &self.0 {
            let token = part.get(at);
            match word {
                Word::Start if at == 0 => {}
                Word::Other(_) if token.is_none() => return None,
                Word::One(forms) if token.is_some_and(|token| forms.iter().any(|form| form.fits(&token.word))) => at += 1,
                Word::Other(forms) if !token.is_some_and(|token| forms.iter().any(|form| form.fits(&token.word))) => at += 1,
                _ => return None,
            }
        }
        Some(at)
    }

    /// The words it can begin with; none where it does not begin with whole words.
    fn first_words(&self) -> Option<Vec<String>> {
        let whole = |form: &Form| match form {
            Form::Whole(word) => Some(word.clone()),
            Form::Stem(_) => None,
        };
        match self.0.iter().find(|word| !matches!(word, Word::Start))? {
            Word::One(forms) => forms.iter().map(whole).collect(),
            Word::Start | Word::Other(_) => None,
        }
    }

    fn is_in(&self, part: &[Token]) -> bool {
        (0..part.len()).any(|from| self.fits(part, from).is_some())
    }
}

/// A word as it is compared, and whether a comma or another stop stands before it.
#[derive(Debug)]
struct Token {
    word: String,
    after_stop: bool,
}

impl From<File> for Phrases {
    fn from(file: File) -> Self {
        let mut openings: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (group, of) in file.groups.iter().enumerate() {
            for (start, pattern) in of.starts.iter().enumerate() {
                for word in pattern.first_words().unwrap_or_default() {
                    openings.entry(word).or_default().push((group, start));
                }
            }
        }
        Self { file, openings }
    }
}

impl Phrases {
    fn hold_together(&self) -> bool {
        let File { turns, recent, goes_on, guards, groups, .. } = &self.file;
        let lists = [turns, recent, goes_on, &guards.around, &guards.before];
        let of_groups = groups.iter().flat_map(|group| [&group.starts, &group.ends, &group.then, &group.unless]);
        let whole = lists.into_iter().chain(of_groups).flatten().all(|pattern| !pattern.0.is_empty());
        let begins = |group: &Group| !group.starts.is_empty() && group.starts.iter().all(|start| start.first_words().is_some());
        whole && !groups.is_empty() && groups.iter().all(begins)
    }

    fn found_in(&self, sentence: &str) -> bool {
        let tokens = self.tokens(sentence);
        let turns = (1..tokens.len()).filter(|at| self.file.turns.iter().any(|turn| turn.fits(&tokens, *at).is_some()));
        let mut from = 0;
        for to in turns.chain([tokens.len()]) {
            if tokens.get(from..to).is_some_and(|part| self.found_in_part(part)) {
                return true;
            }
            from = to;
        }
        false
    }

    fn found_in_part(&self, part: &[Token]) -> bool {
        let holds = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.is_in(part));
        let found = self.groups_in(part);
        let mut told = found.into_iter().filter(|group| !holds(&group.unless) && (!group.recent || holds(&self.file.recent)));
        told.next().is_some() && !holds(&self.file.guards.around)
    }

    /// The groups of which a phrase stands here without a guard beside it, each once.
    fn groups_in(&self, part: &[Token]) -> Vec<&Group> {
        let mut found = BTreeSet::new();
        for (from, token) in part.iter().enumerate() {
            for (at, start) in self.openings.get(&token.word).into_iter().flatten() {
                let Some(group) = self.file.groups.get(*at).filter(|_| !found.contains(at)) else { continue };
                if self.stands(group, *start, part, from) && !self.taken_back(part, from) {
                    found.insert(*at);
                }
            }
        }
        found.into_iter().filter_map(|at| self.file.groups.get(at)).collect()
    }

    /// Whether a phrase of a group that begins in one way stands at `from`, with nothing after it that makes it another.
    fn stands(&self, group: &Group, start: usize, part: &[Token], from: usize) -> bool {
        let Some(middle) = group.starts.get(start).and_then(|start| start.fits(part, from)) else { return false };
        let then = if group.then.is_empty() { &self.file.goes_on } else { &group.then };
        let stops = |at: usize| part.get(at).is_none_or(|next| next.after_stop);
        let ends_well = |at: usize| stops(at) || then.iter().any(|then| then.fits(part, at).is_some());
        let mut ends = group.ends.iter().filter_map(|end| end.fits(part, middle));
        if group.ends.is_empty() { ends_well(middle) } else { ends.any(ends_well) }
    }

    /// Whether a guard stands right before a phrase that begins at `from`.
    fn taken_back(&self, part: &[Token], from: usize) -> bool {
        let near = |end: usize| end <= from && from - end <= self.file.guards.within;
        // No further back than it could reach: a text of a million words is no reason to wait.
        let reach = |guard: &Pattern| from.saturating_sub(guard.0.len() + self.file.guards.within)..from;
        let before = |guard: &Pattern| reach(guard).any(|at| guard.fits(part, at).is_some_and(near));
        self.file.guards.before.iter().any(before)
    }

    /// The words of a sentence in the form in which they are compared.
    fn tokens(&self, sentence: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut after_stop = false;
        for piece in sentence.split_word_bounds() {
            if !piece.contains(char::is_alphanumeric) {
                after_stop |= piece.contains([',', ';', ':', '.', '–', '—', '(', ')', '…']);
                continue;
            }
            let letters = piece.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase);
            let word: String = letters.collect();
            let read = match self.file.read_as.get(&word) {
                Some(words) => words.clone(),
                None => vec![word],
            };
            for word in read.into_iter().filter(|word| !self.file.fillers.contains(word)) {
                tokens.push(Token { word, after_stop });
                after_stop = false;
            }
        }
        tokens
    }
}

/// The sentences of a text without what is quoted: what stands in quotation marks, and lines that open with `>`, as
/// Markdown marks a quotation.
fn sentences(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('>')).map(unquoted);
    lines.flat_map(|line| line.unicode_sentences().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// A line without what stands in quotation marks. A mark that is never closed opens nothing.
fn unquoted(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    // Marks of which no closing one is left: looked for once, so that a line full of them costs no more than another.
    let mut never_closed = Vec::new();
    let (mut rest, mut before) = (line, None);
    while let Some(sign) = rest.chars().next() {
        let after = &rest[sign.len_utf8()..];
        if opens(sign, before, after) && !never_closed.contains(&sign) {
            if let Some(after) = after_quotation(sign, after) {
                // A stop, so that what stood apart stays apart.
                kept.push_str(" , ");
                (rest, before) = (after, None);
                continue;
            }
            never_closed.push(sign);
        }
        kept.push(sign);
        (rest, before) = (after, Some(sign));
    }
    kept
}

/// Whether a sign can open a quotation; a single mark only before a word, else it is an apostrophe.
fn opens(sign: char, before: Option<char>, after: &str) -> bool {
    let single = before.is_none_or(char::is_whitespace) && after.starts_with(char::is_alphanumeric);
    matches!(sign, '"' | '“' | '„' | '«') || (matches!(sign, '\'' | '‘') && single)
}

/// What comes after the quotation that `mark` has opened, if something closes it.
fn after_quotation(mark: char, text: &str) -> Option<&str> {
    let closed = match mark {
        '"' => text.split_once('"'),
        '“' | '„' => text.split_once(['”', '“']),
        '«' => text.split_once('»'),
        _ => closed_single(text),
    };
    closed.map(|(_, after)| after)
}

/// Splits at the first single mark that ends a word, which an apostrophe inside a word does not.
fn closed_single(text: &str) -> Option<(&str, &str)> {
    let mut ends = text.match_indices(['\'', '’']);
    ends.find(|(at, _)| {
        let after = text[*at..].chars().nth(1);
        let word_before = text[..*at].chars().next_back().is_some_and(|sign| !sign.is_whitespace());
        word_before && !after.is_some_and(char::is_alphanumeric)
    })
    .map(|(at, mark)| (&text[..at], &text[at + mark.len()..]))
}

#[cfg(test)]
#[path = "care_tests.rs"]
mod tests;
