//! How hard a passphrase is to guess: a hint while it is typed, kept nowhere. It refuses nothing but what is too short.
//!
//! A coarse measure on purpose. Wrong tries are slowed down and the device's secret is needed too, so that the one to
//! keep out is somebody who knows the person and types guesses.

use crate::storage::Passphrase;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use zeroize::Zeroizing;

/// How hard a passphrase is to guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength {
    /// 0, not at all, to 4, very.
    pub level: u32,
    /// What would help.
    pub hint: StrengthHint,
}

/// How a passphrase could be better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StrengthHint {
    /// It is too short to be taken.
    TooShort,
    /// Many people use it.
    Common,
    /// It repeats itself.
    Repeats,
    /// More words would make it stronger.
    AddWords,
    /// It is good.
    Good,
}

/// Rows of a keyboard and of the alphabet: what follows them is no more than its first letter and its length.
const RUNS: [&str; 6] = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop"];
/// Bits of a word, as of one out of some 2,000; of any other letter, digit or sign, about that of a letter in a text
/// that somebody made up.
const BITS_OF_WORD: u32 = 11;
const BITS_OF_SIGN: u32 = 4;
/// Letters from which on a piece counts as a word and no longer by its signs.
const LETTERS_OF_WORD: usize = 3;

/// Whether `text` would do, and what would make it better.
pub fn passphrase_strength(text: &str) -> Strength {
    let text = text.trim();
    let of = |level, hint| Strength { level, hint };
    if text.chars().count() < Passphrase::FEWEST {
        return of(0, StrengthHint::TooShort);
    }
    let folded = Zeroizing::new(text.to_lowercase());
    if is_common(&folded) {
        return of(0, StrengthHint::Common);
    }
    if repeats(&folded) {
        return of(1, StrengthHint::Repeats);
    }
    match bits(&folded) {
        0..30 => of(1, StrengthHint::AddWords),
        30..42 => of(2, StrengthHint::AddWords),
        42..54 => of(3, StrengthHint::Good),
        _ => of(4, StrengthHint::Good),
    }
}

/// Whether it is one of those that everybody tries first, whatever digits and signs were put around it.
fn is_common(folded: &str) -> bool {
    static COMMON: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let common = COMMON.get_or_init(|| include_str!("../../data/common-passphrases.v1.txt").lines().collect());
    let core = folded.trim_matches(|sign: char| !sign.is_alphabetic());
    let joined: Zeroizing<String> = Zeroizing::new(folded.chars().filter(|sign| sign.is_alphanumeric()).collect());
    [folded, core, joined.as_str()].iter().any(|form| common.contains(form)) || is_run(&joined)
}

/// Whether it is all of one row, in either direction.
fn is_run(text: &str) -> bool {
    let backwards: Zeroizing<String> = Zeroizing::new(text.chars().rev().collect());
    !text.is_empty() && RUNS.iter().any(|run| run.contains(text) || run.contains(backwards.as_str()))
}

/// Whether it is one piece again and again, or made of very few signs.
fn repeats(folded: &str) -> bool {
    let signs: Vec<char> = folded.chars().collect();
    let few = signs.iter().collect::<BTreeSet<_>>().len() <= 3;
    few || (1..=signs.len() / 2).any(|length| signs.iter().zip(&signs[length..]).all(|(sign, later)| sign == later))
}

/// A word is worth what it takes to guess a word, each only once; a sign between them what it takes to guess a sign.
fn bits(folded: &str) -> u32 {
    let signs = folded.chars().filter(|sign| !sign.is_alphanumeric() && !sign.is_whitespace()).count();
    let of_signs = u32::try_from(signs).unwrap_or(u32::MAX).saturating_mul(BITS_OF_SIGN);
    let pieces: BTreeSet<&str> = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|piece| !piece.is_empty()).collect();
    let of_piece = |piece: &&str| {
        let signs = u32::try_from(piece.chars().count()).unwrap_or(u32::MAX);
        let by_signs = signs.saturating_mul(BITS_OF_SIGN);
        let is_word = piece.chars().all(char::is_alphabetic) && piece.chars().count() >= LETTERS_OF_WORD;
        if is_word { by_signs.min(BITS_OF_WORD.saturating_add(signs)) } else { by_signs }
    };
    pieces.iter().map(of_piece).fold(of_signs, u32::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_fit_what_was_typed() {
        use StrengthHint::{AddWords, Common, Good, Repeats, TooShort};
        for (text, level, hint) in [
            ("", 0, TooShort),
            ("1234567", 0, TooShort),
            ("       short       ", 0, TooShort),
            ("password", 0, Common),
            ("Password123!", 0, Common),
            ("iloveyou", 0, Common),
            ("12345678", 0, Common),
            ("87654321", 0, Common),
            ("abcdefgh", 0, Common),
            ("QWERTYUIOP", 0, Common),
            ("aaaaaaaa", 1, Repeats),
            ("lalalalala", 1, Repeats),
            ("tree tree tree ", 1, Repeats),
            ("11112222", 1, Repeats),
            ("marmalade", 1, AddWords),
            ("green marmalade", 2, AddWords),
            ("green marmalade train", 3, Good),
            ("green marmalade train whistle", 4, Good),
            ("k7#pz!w2", 2, AddWords),
            ("vx8qm2zt9rk4w6", 4, Good),
            ("зелёный мармелад поезд", 3, Good),
        ] {
            assert_eq!(passphrase_strength(text), Strength { level, hint }, "{text}");
        }
    }

    #[test]
    fn more_is_never_weaker() {
        let mut text = String::from("lantern ");
        let mut before = passphrase_strength(&text).level;
        for word in ["meadow", "spoon", "gravel", "kite", "harbour"] {
            text.push_str(word);
            text.push(' ');
            let level = passphrase_strength(&text).level;
            assert!(level >= before, "{text}");
            before = level;
        }
        assert_eq!(before, 4);
    }
}
