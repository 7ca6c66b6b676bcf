//! How two texts differ, word by word, in a form that can be read.
//!
//! Texts are compared line by line first, and within what changed word by word, so that a book of a million bytes does
//! not take seconds. Where very much changed, whole lines or all of it are shown as taken out and added: it is said
//! less finely, never wrongly. All pieces but added ones, put together, are the earlier text, and all but those taken
//! out the later one, as long as nothing was shortened.

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

/// Lines of both texts that are compared with each other; beyond that all of them count as changed.
const MOST_LINES: usize = 4_000;
/// Words of a changed stretch in both texts; beyond that whole lines are shown.
const MOST_WORDS: usize = 1_000;
/// Characters that stay visible of a long stretch of sameness, on each side that borders on a change.
const CONTEXT: usize = 80;
/// What stands in the place of what was left out.
const LEFT_OUT: &str = "…";

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffKind {
    /// It is in both.
    Same,
    /// It is in the earlier text alone.
    Removed,
    /// It is in the later text alone.
    Added,
}

/// A piece of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffPiece {
    /// What became of it.
    pub kind: DiffKind,
    /// The piece.
    pub text: String,
}

/// How `later` differs from `earlier`; long stretches of sameness are shortened, with `…` for what was left out.
pub fn difference(earlier: &str, later: &str) -> Vec<DiffPiece> {
    let mut pieces = whole(earlier, later);
    let last = pieces.len().saturating_sub(1);
    for (at, piece) in pieces.iter_mut().enumerate() {
        if piece.kind == DiffKind::Same {
            shorten(&mut piece.text, at > 0, at < last);
        }
    }
    pieces
}

/// The difference with nothing left out.
fn whole(earlier: &str, later: &str) -> Vec<DiffPiece> {
    let mut pieces = Pieces::default();
    let lines = (lines(earlier), lines(later));
    compare(&lines.0, &lines.1, MOST_LINES, &mut pieces, |pieces, removed, added| {
        let (removed, added) = (removed.concat(), added.concat());
        let words = (words(&removed), words(&added));
        compare(&words.0, &words.1, MOST_WORDS, pieces, |pieces, removed, added| {
            pieces.push(DiffKind::Removed, &removed.concat());
            pieces.push(DiffKind::Added, &added.concat());
        });
    });
    rewritten_in_one(&pieces.0)
}

/// Where words were replaced one after the other the spaces between them are the same, and old and new would be read in
/// turns. Such a stretch becomes one piece taken out and one added, each a text that can be read.
fn rewritten_in_one(pieces: &[DiffPiece]) -> Vec<DiffPiece> {
    let is_change = |piece: &DiffPiece| piece.kind != DiffKind::Same;
    let is_space = |piece: &DiffPiece| piece.text.chars().all(|c| c.is_whitespace() && c != '\n');
    let mut whole = Pieces::default();
    let mut rest = pieces;
    while let Some(first) = rest.first() {
        let mut length = rest.iter().take_while(|piece| is_change(piece)).count();
        while length > 0 && rest[length..].first().is_some_and(is_space) {
            match rest[length + 1..].iter().take_while(|piece| is_change(piece)).count() {
                0 => break,
                more => length += 1 + more,
            }
        }
        let (stretch, after) = rest.split_at(length.max(1));
        let but = |left_out| stretch.iter().filter(|piece| piece.kind != left_out).map(|piece| piece.text.as_str()).collect::<String>();
        let (removed, added) = (but(DiffKind::Added), but(DiffKind::Removed));
        if length == 0 {
            whole.push(first.kind, &first.text);
        } else if removed.trim().is_empty() || added.trim().is_empty() {
            for piece in stretch {
                whole.push(piece.kind, &piece.text);
            }
        } else {
            whole.push(DiffKind::Removed, &removed);
            whole.push(DiffKind::Added, &added);
        }
        rest = after;
    }
    whole.0
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Words and what stands between them, by Unicode's rules (UAX 29); together they are the text.
fn words(text: &str) -> Vec<&str> {
    text.split_word_bounds().collect()
}

/// Compares two lists of parts; what is the same on both ends is not even looked at twice. Hands each changed stretch
/// to `changed`.
fn compare<'a>(
    earlier: &[&'a str],
    later: &[&'a str],
    most: usize,
    pieces: &mut Pieces,
    changed: impl Fn(&mut Pieces, &[&'a str], &[&'a str]),
) {
    let before = earlier.iter().zip(later).take_while(|(a, b)| a == b).count();
    let (earlier_rest, later_rest) = (&earlier[before..], &later[before..]);
    let after = earlier_rest.iter().rev().zip(later_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (earlier_end, later_end) = (earlier_rest.len() - after, later_rest.len() - after);
    let (old, new) = (&earlier_rest[..earlier_end], &later_rest[..later_end]);

    pieces.push(DiffKind::Same, &earlier[..before].concat());
    if old.len() + new.len() > most {
        changed(pieces, old, new);
    } else {
        for step in capture_diff_slices(Algorithm::Myers, old, new) {
            let (old, new) = (&old[step.old_range()], &new[step.new_range()]);
            match step.tag() {
                DiffTag::Equal => pieces.push(DiffKind::Same, &old.concat()),
                DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => changed(pieces, old, new),
            }
        }
    }
    pieces.push(DiffKind::Same, &earlier_rest[earlier_end..].concat());
}

/// Pieces in order; neighbours of a kind become one, and empty ones none.
#[derive(Default)]
struct Pieces(Vec<DiffPiece>);

impl Pieces {
    fn push(&mut self, kind: DiffKind, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.0.last_mut().filter(|last| last.kind == kind) {
            Some(last) => last.text.push_str(text),
            None => self.0.push(DiffPiece { kind, text: text.to_owned() }),
        }
    }
}

/// Leaves of a long stretch what borders on a change before it and after it, in whole words.
fn shorten(text: &mut String, change_before: bool, change_after: bool) {
    let words = words(text);
    let head = if change_before { fitting(words.iter()) } else { 0 };
    let tail = if change_after { fitting(words.iter().rev()) } else { 0 };
    let all: usize = words.iter().map(|word| word.chars().count()).sum();
    if all <= 3 * CONTEXT || head + tail >= words.len() {
        return;
    }
    *text = [words[..head].concat().as_str(), LEFT_OUT, words[words.len() - tail..].concat().as_str()].concat();
}

/// How many words from the beginning take up no more room than the context.
fn fitting<'a>(words: impl Iterator<Item = &'a &'a str>) -> usize {
    let mut left = CONTEXT;
    words
        .take_while(|word| {
            let length = word.chars().count();
            let fits = length <= left;
            left = left.saturating_sub(length);
            fits
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `=same`, `-removed`, `+added`, one after the other.
    fn shown(pieces: &[DiffPiece]) -> String {
        let sign = |kind| match kind {
            DiffKind::Same => "[=",
            DiffKind::Removed => "[-",
            DiffKind::Added => "[+",
        };
        pieces.iter().flat_map(|piece| [sign(piece.kind), &piece.text, "]"]).collect()
    }

    #[test]
    fn words_are_taken_out_and_added() {
        for (earlier, later, pieces) in [
            ("", "", ""),
            ("a day", "a day", "[=a day]"),
            ("", "a day", "[+a day]"),
            ("a day", "", "[-a day]"),
            ("a good day", "a very good day", "[=a ][+very ][=good day]"),
            ("I said no.", "I said yes.", "[=I said ][-no][+yes][=.]"),
            ("one\ntwo\nthree\n", "one\nthree\n", "[=one\n][-two\n][=three\n]"),
            ("one\ntwo x\nthree", "zero\none\ntwo y\nthree", "[+zero\n][=one\ntwo ][-x][+y][=\nthree]"),
            ("Now it is late.", "We talked for an hour.", "[-Now it is late][+We talked for an hour][=.]"),
            ("a walk", "a long slow walk", "[=a ][+long slow ][=walk]"),
            ("the big red car\nstays", "the small blue car\nstays", "[=the ][-big red][+small blue][= car\nstays]"),
            ("naïve", "naïveté", "[-naïve][+naïveté]"),
        ] {
            assert_eq!(shown(&difference(earlier, later)), pieces, "{earlier} -> {later}");
        }
    }

    #[test]
    fn long_stretches_of_sameness_are_shortened_around_the_changes() {
        let long = "word ".repeat(200);
        let pieces = difference(&format!("{long}old"), &format!("{long}new"));
        assert_eq!(shown(&pieces), format!("[=…{}][-old][+new]", "word ".repeat(16)));
        let pieces = difference(&format!("old {long}old"), &format!("new {long}new"));
        assert_eq!(shown(&pieces[2..3]), format!("[= {}…{}]", "word ".repeat(15) + "word", "word ".repeat(16)));
        assert_eq!(shown(&difference(&long, &long)), "[=…]", "nothing has changed");
        let short = "word ".repeat(40);
        assert_eq!(shown(&difference(&format!("{short}a"), &format!("{short}b"))), format!("[={short}][-a][+b]"));
    }

    #[test]
    fn a_very_long_text_is_still_told_apart() {
        let numbered = |word: &str, n: u32| [word, " ", &n.to_string(), "\n"].concat();
        let earlier: String = (0..60_000).map(|n| numbered("line", n)).collect();
        let later = earlier.replace("line 30000\n", "line thirty\n");
        assert_eq!(shown(&whole(&earlier, &later)[1..3]), "[-30000][+thirty]");
        let reversed: String = (0..60_000).rev().map(|n| numbered("row", n)).collect();
        assert_eq!(whole(&earlier, &reversed).len(), 3, "all taken out, all added, but for the last line end");
    }

    proptest! {
        #[test]
        fn the_pieces_are_both_texts(earlier in "([a-c ]{0,9}\n?){0,6}", later in "([a-c ]{0,9}\n?){0,6}") {
            let pieces = whole(&earlier, &later);
            let but = |left_out| pieces.iter().filter(|piece| piece.kind != left_out).map(|piece| piece.text.as_str()).collect::<String>();
            prop_assert_eq!(but(DiffKind::Added), earlier);
            prop_assert_eq!(but(DiffKind::Removed), later);
        }
    }
}
