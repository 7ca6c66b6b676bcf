//! The place in a text where something was found, with the found words marked.
//!
//! Marks are two characters for private use, never HTML; a shell draws them bold. They are put into the text as it was
//! written, not as it was folded, so that `Straße` is shown to somebody who looked for `strasse`. A text that holds such
//! characters itself is shown without them.

use super::fold::{fold, words};
use super::{Query, Term};
use crate::journal::plain;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

/// Stands before what was found.
pub const FOUND: char = '\u{e000}';
/// Stands behind what was found.
pub const FOUND_END: char = '\u{e001}';

/// How much of a text a snippet shows, in characters as they are counted by a reader.
const SHOWN: usize = 160;
/// So much of it stands before the first word that was found.
const BEFORE: usize = 40;
/// How far behind the first word that was found a better place is looked for, in bytes.
const FAR: usize = 16 * 1024;

/// Finds in a text what a query looks for.
#[derive(Debug)]
pub struct Marker {
    phrases: Vec<Phrase>,
    /// Stretches and signs, folded.
    anywhere: Vec<String>,
}

/// Words in their order, folded, and whether the last one may go on.
#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    open: bool,
}

/// What was found: which of the terms, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    term: usize,
    at: Range<usize>,
}

impl Marker {
    /// For the terms of a query.
    pub fn of(query: &Query) -> Self {
        let mut marker = Self { phrases: Vec::new(), anywhere: Vec::new() };
        for term in &query.terms {
            match term {
                Term::Words { text, open } => {
                    let words = words(text).map(|at| text[at].to_owned()).collect();
                    marker.phrases.push(Phrase { words, open: *open });
                }
                Term::Stretch(text) | Term::Signs(text) => marker.anywhere.push(text.clone()),
            }
        }
        marker
    }

    /// A whole line with its found words marked.
    pub fn line(&self, line: &str) -> String {
        marked(line, &together(self.found(line)))
    }

    /// A line in which nothing is marked, and nothing looks as if it were.
    pub fn plain(&self, line: &str) -> String {
        marked(line, &[])
    }

    /// Where the body holds most of what was sought, without its marks of Markdown; none where nothing is found in it.
    pub fn snippet(&self, body: &str) -> Option<String> {
        let found = self.found(body);
        let window = best_window(body, &found)?;
        let inside = found.into_iter().filter(|found| window.start <= found.at.start && found.at.end <= window.end);
        let inside: Vec<Range<usize>> = together(inside.collect());
        let inside: Vec<_> = inside.into_iter().map(|at| at.start - window.start..at.end - window.start).collect();
        let marked = marked(&body[window.clone()], &inside);
        // What was found may stand where plain text has nothing: in the address of a link, say.
        let shows = |plain: &String| plain.contains(FOUND) && plain.matches(FOUND).count() == plain.matches(FOUND_END).count();
        let plain = may_be_markdown(&marked).then(|| plain::one_line(&marked)).filter(shows);
        let text = plain.unwrap_or_else(|| marked.split_whitespace().collect::<Vec<_>>().join(" "));
        let (before, after) = (body[..window.start].trim_start(), body[window.end..].trim_end());
        Some([if before.is_empty() { "" } else { "…" }, &text, if after.is_empty() { "" } else { "…" }].concat())
    }

    /// What is found, in the order of its beginnings; not much further than [`FAR`] behind the first of it.
    fn found(&self, text: &str) -> Vec<Found> {
        let mut found = self.phrases_in(text);
        found.extend(self.anywhere_in(text));
        found.sort_by_key(|found| (found.at.start, found.at.end));
        found
    }

    fn phrases_in(&self, text: &str) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        if self.phrases.is_empty() {
            return found;
        }
        let mut seen: Vec<Range<usize>> = Vec::new();
        for word in words(text) {
            if found.first().is_some_and(|first| word.start > first.at.start + FAR) {
                break;
            }
            seen.push(word);
            for (term, phrase) in self.phrases.iter().enumerate() {
                if let Some(at) = phrase.ends(text, &seen) {
                    found.push(Found { term, at });
                }
            }
        }
        found
    }

    /// Letter by letter, because a folded text has other places than its original.
    fn anywhere_in(&self, text: &str) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        if self.anywhere.is_empty() {
            return found;
        }
        let mut folded = String::new();
        // Where each letter begins: in the folded text, and in the original.
        let mut letters: Vec<(usize, usize)> = Vec::new();
        for (start, letter) in text.grapheme_indices(true) {
            if found.first().is_some_and(|first| start > first.at.start + FAR) {
                break;
            }
            letters.push((folded.len(), start));
            folded.push_str(&fold(letter));
            for (term, sought) in self.anywhere.iter().enumerate().filter(|(_, sought)| folded.ends_with(*sought)) {
                let from = folded.len() - sought.len();
                let first = letters.partition_point(|(at, _)| *at <= from).saturating_sub(1);
                let begin = letters.get(first).map_or(start, |(_, original)| *original);
                found.push(Found { term: self.phrases.len() + term, at: begin..start + letter.len() });
            }
        }
        found
    }
}

impl Phrase {
    /// Where the phrase stands, if it ends with the last word seen.
    fn ends(&self, text: &str, seen: &[Range<usize>]) -> Option<Range<usize>> {
        let first = seen.len().checked_sub(self.words.len())?;
        let stands = &seen[first..];
        let all = stands.iter().zip(&self.words).enumerate().all(|(index, (at, word))| {
            let open = self.open && index + 1 == self.words.len();
            same(&text[at.clone()], word, open)
        });
        Some(stands.first()?.start..stands.last()?.end).filter(|_| all)
    }
}

/// Whether a word of the text is the folded word, or begins with it.
fn same(word: &str, folded: &str, open: bool) -> bool {
    if word.is_ascii() {
        let begins = word.as_bytes().get(..folded.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(folded.as_bytes()));
        return begins && (open || word.len() == folded.len());
    }
    let word = fold(word);
    if open { word.starts_with(folded) } else { word == folded }
}

/// Joins what overlaps.
fn together(found: Vec<Found>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for Found { at, .. } in found {
        match joined.last_mut() {
            Some(last) if at.start < last.end => last.end = last.end.max(at.end),
            _ => joined.push(at),
        }
    }
    joined
}

/// The stretch of text that holds the most of the terms, the earliest of its kind.
fn best_window(text: &str, found: &[Found]) -> Option<Range<usize>> {
    let terms_near = |start: usize| {
        let near = found[start..].iter().take_while(|other| other.at.end <= found[start].at.start + SHOWN - BEFORE);
        let mut terms: Vec<usize> = near.map(|other| other.term).collect();
        terms.sort_unstable();
        terms.dedup();
        terms.len()
    };
    let first = found.first()?;
    let one_term = found.iter().all(|other| other.term == first.term);
    let best = if one_term { Some(0) } else { (0..found.len()).rev().max_by_key(|start| terms_near(*start)) };
    let at = &found[best?].at;
    let start = beginning(text, at.start);
    let end = start + letters(&text[start..], SHOWN);
    Some(start..ending(text, end).max(at.end))
}

/// Whether a stretch of text can hold any mark at all. Most do not, and reading Markdown is the dearest part of a snippet.
fn may_be_markdown(text: &str) -> bool {
    let of_a_line = |line: &str| {
        line.starts_with(['\t', '-', '+', '=']) || line.starts_with("    ") || line.starts_with(|sign: char| sign.is_ascii_digit())
    };
    text.contains(['*', '_', '`', '#', '[', '<', '>', '&', '\\', '~'])
        || text.lines().any(|line| of_a_line(line) || of_a_line(line.trim_start()))
}

/// Bytes of the first letters of a text, at most `most` of them.
fn letters(text: &str, most: usize) -> usize {
    match text.as_bytes().get(..most) {
        // A letter of one byte goes on only where the next one is of more.
        Some(bytes) if bytes.is_ascii() && text.as_bytes().get(most).is_none_or(u8::is_ascii) && !bytes.contains(&b'\r') => most,
        _ => text.graphemes(true).take(most).map(str::len).sum(),
    }
}

/// A place to begin, at most [`BEFORE`] letters ahead of `at`: after a space if there is one, else between two letters.
fn beginning(text: &str, at: usize) -> usize {
    let before = text[..at].grapheme_indices(true).rev().take(BEFORE);
    let places: Vec<usize> = before.map(|(start, _)| start).collect();
    let Some(furthest) = places.last().copied() else { return at };
    if furthest == 0 || text[..furthest].ends_with(char::is_whitespace) {
        return furthest;
    }
    let space = text[furthest..at].find(char::is_whitespace);
    space.map_or(furthest, |space| furthest + space)
}

/// A place to end, at most a word ahead of `at`.
fn ending(text: &str, at: usize) -> usize {
    if at == text.len() || text[at..].starts_with(char::is_whitespace) {
        return at;
    }
    let word = text[..at].chars().rev().take_while(|sign| !sign.is_whitespace()).map(char::len_utf8).sum::<usize>();
    // A stretch without spaces is cut where it is.
    if word > 4 * BEFORE { at } else { at - word }
}

/// The text with marks around `found`, and without such characters of its own.
fn marked(text: &str, found: &[Range<usize>]) -> String {
    let mut marked = String::with_capacity(text.len() + 6 * found.len());
    let mut done = 0;
    for at in found {
        push_own(&mut marked, &text[done..at.start]);
        marked.push(FOUND);
        push_own(&mut marked, &text[at.clone()]);
        marked.push(FOUND_END);
        done = at.end;
    }
    push_own(&mut marked, &text[done..]);
    marked
}

fn push_own(marked: &mut String, text: &str) {
    marked.extend(text.chars().filter(|sign| !matches!(*sign, FOUND | FOUND_END)));
}
