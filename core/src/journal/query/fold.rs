//! What counts as the same letter when somebody searches, and where one word ends.
//!
//! A text is indexed folded and a query is folded by the same rule, so that either spelling finds the other: `ß` and
//! `ss`, dotted and dotless i, the two small sigmas, letters with and without accents, wide and narrow forms. Entries
//! keep their folded text in the vault: **changing what [`fold`] answers needs a migration that folds them anew.**

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What is stored of an entry beside its text, so that it can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchForm {
    /// Whether it has letters of a script that puts no breaks between words.
    pub unbroken: bool,
    /// The title as it is indexed; none where the index makes the same words of the title itself.
    pub folded_title: Option<String>,
    /// The body as it is indexed; none where the index makes the same words of the body itself.
    pub folded_body: Option<String>,
}

/// What to store of a text, for the search.
pub fn search_form(title: &str, body: &str) -> SearchForm {
    let folded = |text: &str| (!text.chars().all(folds_itself)).then(|| fold(text));
    SearchForm { unbroken: has_unbroken_script(title) || has_unbroken_script(body), folded_title: folded(title), folded_body: folded(body) }
}

/// The form in which two spellings of a word are the same: compatibility forms and case taken away, then accents,
/// vowel points and joiners, then the letters that people write in two ways. Folding what is folded changes nothing.
///
/// A space comes between a word and an emoji: the index knows the signs of Unicode 6.1 and takes all later ones for
/// letters.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let heard = text.nfkd().filter(|sign| !is_unheard(*sign));
    let spelt = heard.flat_map(char::to_lowercase).flat_map(respelt).filter(|sign| !is_unheard(*sign)).nfc();
    let mut folded = String::with_capacity(text.len());
    let mut before = ' ';
    for sign in spelt {
        if is_of_word(before) && is_symbol(sign) || is_symbol(before) && is_of_word(sign) {
            folded.push(' ');
        }
        folded.push(sign);
        before = sign;
    }
    folded
}

/// Letters that are one letter to those who write them, and one or two others to those who cannot type them.
fn respelt(sign: char) -> impl Iterator<Item = char> {
    let (first, second) = match sign {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        'ı' => ('i', None),
        'ς' => ('σ', None),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'ħ' => ('h', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

/// Signs that change no word for a reader who skips them: accents, the points of Hebrew and Arabic, joiners, the choice
/// between a coloured and a plain emoji. Marks that carry vowels (those of Indic scripts, Thai, kana) are not among them.
const fn is_unheard(sign: char) -> bool {
    matches!(sign,
        '\u{0300}'..='\u{036f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{0591}'..='\u{05bd}' | '\u{05bf}' | '\u{05c1}'..='\u{05c2}' | '\u{05c4}'..='\u{05c5}' | '\u{05c7}'
        | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}'
        | '\u{00ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Signs of which the index makes the same words as of their folded form, whatever stands beside them. Not all of them:
/// those of which most texts in Latin letters are made, so that such a text need not be stored twice.
const fn folds_itself(sign: char) -> bool {
    match sign {
        'Æ' | 'Ð' | 'Ø' | 'Þ' | 'ß' | 'æ' | 'ð' | 'ø' | 'þ' => false,
        '\u{0}'..='\u{7f}' | '\u{c0}'..='\u{ff}'
        // Dashes, curly quotes, dots; the euro; arrows; symbols.
        | '\u{2010}'..='\u{2027}' | '\u{20ac}' | '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{26ff}'
        // The oldest emoji: weather, animals, hands, hearts, faces.
        | '\u{1f300}'..='\u{1f320}' | '\u{1f400}'..='\u{1f43e}' | '\u{1f442}'..='\u{1f4f7}' | '\u{1f600}'..='\u{1f640}' => true,
        _ => false,
    }
}

/// Whether a text has letters of Han, kana, Hangul, Thai, Lao, Khmer or Myanmar: scripts whose words run on, or change
/// at their ends so that one cannot be told from its neighbours by spaces alone.
pub fn has_unbroken_script(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_unbroken)
}

const fn is_unbroken(sign: char) -> bool {
    matches!(sign,
        '\u{0e01}'..='\u{0e3a}' | '\u{0e40}'..='\u{0eff}'                               // Thai, Lao
        | '\u{1000}'..='\u{109f}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}'   // Myanmar
        | '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}'   // Hangul
        | '\u{1780}'..='\u{17ff}'                                                       // Khmer
        | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}'   // Han, and what stands among it
        | '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{318f}'   // kana, Bopomofo, Hangul letters
        | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ffdc}'                                                       // narrow kana and Hangul
        | '\u{1b000}'..='\u{1b16f}' | '\u{20000}'..='\u{323af}')
}

/// Whether a sign is a part of a word, as the index sees it: letters, digits, and the marks that belong to them.
pub(super) fn is_of_word(sign: char) -> bool {
    if sign.is_ascii() {
        return sign.is_ascii_alphanumeric();
    }
    // Letters in boxes are symbols to the index.
    let boxed = matches!(sign, '\u{1f130}'..='\u{1f189}');
    (sign.is_alphanumeric() && !boxed) || is_combining_mark(sign) || is_unheard(sign)
}

/// Whether a sign stands between two words of a line. Control characters do too: the database would end its text at one.
pub(super) fn is_gap(sign: char) -> bool {
    sign.is_whitespace() || sign.is_control()
}

pub(super) const fn is_punctuation(sign: char) -> bool {
    sign.is_ascii_punctuation()
        || matches!(sign,
            '\u{a1}' | '\u{a7}' | '\u{ab}' | '\u{b6}' | '\u{b7}' | '\u{bb}' | '\u{bf}'
            | '\u{2010}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '\u{30fb}')
}

/// Whether a sign is looked for as it is: neither of a word, nor a gap, nor mere punctuation. Emoji are.
pub(super) fn is_symbol(sign: char) -> bool {
    !is_of_word(sign) && !is_punctuation(sign) && !is_gap(sign)
}

/// The words of a text as the index parts them, by their bytes.
pub(super) fn words(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += extent(&text[at..], |sign| !is_of_word(sign));
        let start = at;
        at += extent(&text[at..], is_of_word);
        (start < at).then_some(start..at)
    })
}

/// Bytes of the signs at the beginning of `text` that are of a kind.
fn extent(text: &str, of_kind: impl Fn(char) -> bool) -> usize {
    text.find(|sign| !of_kind(sign)).unwrap_or(text.len())
}
