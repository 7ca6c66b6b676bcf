//! The care phrases against labelled sentences, in two parts: the ones the phrases were made with, and the ones held
//! back, which say how good they are elsewhere. See SECURITY.md for what that comes to.

use super::*;
use sha2::{Digest as _, Sha256};

/// Of the sentences the phrases were made with, how many of those found have to be right, and how many be found.
const PRECISION: f64 = 0.95;
const RECALL: f64 = 0.6;

#[derive(Deserialize)]
struct Cases {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    label: Label,
    kind: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Label {
    Care,
    None,
}

fn cases() -> Vec<Case> {
    let json = include_str!("../../data/care-phrases-cases.v1.json");
    serde_json::from_str::<Cases>(json).expect("a list of cases").cases
}

/// A third, chosen by the text alone, so that nothing about the outcome decides.
fn held_back(case: &Case) -> bool {
    Sha256::digest(case.text.as_bytes())[0] % 3 == 0
}

#[derive(Debug, Default)]
struct Measured {
    found: Vec<String>,
    wrong: Vec<String>,
    missed: Vec<String>,
}

impl Measured {
    fn over<'a>(cases: impl Iterator<Item = &'a Case>, matches: impl Fn(&str) -> bool) -> Self {
        let mut measured = Self::default();
        for Case { text, label, kind } in cases {
            let told = format!("{kind}: {text}");
            match (matches(text), label) {
                (true, Label::Care) => measured.found.push(told),
                (true, Label::None) => measured.wrong.push(told),
                (false, Label::Care) => measured.missed.push(told),
                (false, Label::None) => {}
            }
        }
        measured
    }

    fn share(&self, others: &[String]) -> f64 {
        let count = |list: &[String]| f64::from(u32::try_from(list.len()).expect("a few hundred"));
        count(&self.found) / (count(&self.found) + count(others)).max(1.0)
    }

    fn precision(&self) -> f64 {
        self.share(&self.wrong)
    }

    fn recall(&self) -> f64 {
        self.share(&self.missed)
    }

    fn good_enough(&self) -> bool {
        self.precision() >= PRECISION && self.recall() >= RECALL
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "both parts are reported, the held-back one without being judged")]
fn most_of_what_is_found_is_right() {
    let all = cases();
    let (held, known): (Vec<&Case>, Vec<&Case>) = all.iter().partition(|case| held_back(case));
    let (known, held) = (Measured::over(known.into_iter(), matches), Measured::over(held.into_iter(), matches));
    for (part, measured) in [("known", &known), ("held back", &held)] {
        println!("care phrases, {part}: precision {:.3}, recall {:.3}", measured.precision(), measured.recall());
    }
    assert!(known.good_enough(), "wrong: {:#?}, missed: {:#?}", known.wrong, known.missed);
}

#[test]
fn finding_all_or_nothing_is_not_good_enough() {
    let all = cases();
    let known = || all.iter().filter(|case| !held_back(case));
    assert!(!Measured::over(known(), |_| true).good_enough());
    assert!(!Measured::over(known(), |_| false).good_enough());
    assert!(!Measured::over(known(), |text| text.contains("die") || text.contains("myself")).good_enough(), "words alone do not do it");
}

#[test]
fn every_list_of_the_file_is_needed() {
    let all = cases();
    let without = |change: fn(&mut File)| {
        let mut file: File = serde_json::from_str(include_str!("../../data/care-phrases.v1.json")).expect("the file");
        change(&mut file);
        let phrases = Phrases::from(file);
        let known = all.iter().filter(|case| !held_back(case));
        Measured::over(known, |text| sentences(text).iter().any(|sentence| phrases.found_in(sentence)))
    };
    let whole = without(|_| ());
    let wrong = |measured: Measured| measured.wrong.len() > whole.wrong.len();
    let missed = |measured: Measured| measured.missed.len() > whole.missed.len();
    assert!(wrong(without(|file| file.guards.around.clear())), "around");
    assert!(wrong(without(|file| file.guards.before.clear())), "before");
    let no_recent = |file: &mut File| {
        for group in &mut file.groups {
            group.recent = false;
        }
    };
    let no_unless = |file: &mut File| {
        for group in &mut file.groups {
            group.unless.clear();
        }
    };
    assert!(wrong(without(no_recent)), "recent");
    assert!(wrong(without(no_unless)), "unless");
    assert!(missed(without(|file| file.turns.clear())), "turns");
    assert!(missed(without(|file| file.goes_on.clear())), "goes_on");
    assert!(missed(without(|file| file.read_as.clear())), "read_as");
    assert!(missed(without(|file| file.fillers.clear())), "fillers");
}

#[test]
fn the_cases_are_many_of_each_kind_and_each_stands_once() {
    let all = cases();
    let count = |kind: &str, label| all.iter().filter(|case| case.kind == kind && case.label == label).count();
    for kind in ["plain", "passive", "self_harm", "recent", "conditional", "contrast", "spelling", "long"] {
        assert!(count(kind, Label::Care) >= 6 && count(kind, Label::None) == 0, "{kind}");
    }
    for kind in ["negation", "past", "other_person", "quote", "fiction", "topic", "idiom", "relationship", "accident", "sleep", "everyday"]
    {
        assert!(count(kind, Label::None) >= 6 && count(kind, Label::Care) == 0, "{kind}");
    }
    let texts: BTreeSet<&str> = all.iter().map(|case| case.text.as_str()).collect();
    let held = all.iter().filter(|case| held_back(case)).count();
    assert_eq!(texts.len(), all.len());
    assert!((all.len() / 4..all.len() / 2).contains(&held), "{held} of {} held back", all.len());
}

#[test]
fn each_pattern_is_written_in_the_form_in_which_words_are_compared() {
    let phrases = &phrases().expect("the file holds together").file;
    let groups = phrases.groups.iter().flat_map(|group| [&group.starts, &group.ends, &group.then, &group.unless]);
    let lists = [&phrases.turns, &phrases.recent, &phrases.goes_on, &phrases.guards.around, &phrases.guards.before];
    let patterns = lists.into_iter().chain(groups).flatten();
    let words = patterns.flat_map(|pattern| &pattern.0).flat_map(|word| match word {
        Word::Start => &[][..],
        Word::One(forms) | Word::Other(forms) => forms,
    });
    for form in words {
        let (Form::Whole(word) | Form::Stem(word)) = form;
        let plain = !word.is_empty() && word.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit());
        let replaced = phrases.fillers.contains(word) || phrases.read_as.contains_key(word);
        assert!(plain && !(replaced && matches!(form, Form::Whole(_))), "never fits: {word:?}");
    }
}

#[test]
fn what_is_quoted_is_not_said() {
    for said in [
        "I want to die.",
        "it’s my dog's day and I want to die",
        "I \"just want to die",
        "'tis late. I want to die",
        "\"No\", I said. I want to die.",
    ] {
        assert!(matches(said), "{said}");
    }
    for quoted in [
        "“I want to die”",
        "\"I want to die.\"",
        "„I want to die“",
        "«I want to die»",
        "'I want to die'",
        "‘I don’t want to live’",
        "> I want to die",
        "  > a\n> I want to die",
    ] {
        assert!(!matches(quoted), "{quoted}");
    }
}

#[test]
fn marks_lines_and_spellings_hide_nothing() {
    for text in [
        "*I want to die*",
        "_I want to die_",
        "# Today\n\nI want to **die**",
        "I’m suicidal",
        "IM SUICIDAL",
        "fine\r\ni wanna die",
        "I want\u{a0}to die",
        "é 🙂 I want to die 🙂",
    ] {
        assert!(matches(text), "{text:?}");
    }
    for text in ["", " ", "\n>\n", "I want\n\nto die my hair", "🙂🙂", "\"", "'", "want", "^", "!i"] {
        assert!(!matches(text), "{text:?}");
    }
}

#[test]
fn no_guard_reaches_across_a_turn_or_a_sentence() {
    assert!(matches("I used to laugh at it. I want to die."));
    assert!(matches("I used to be happy but now I want to die."));
    assert!(!matches("I used to be so sad that I want to die was all I said."));
    assert!(matches("He said no. I want to die.") && !matches("He said I want to die."));
}

#[test]
fn a_long_text_is_read_to_its_end() {
    for filler in ["I want to die of joy, ", "he said ", "“", "'a ", "but ", "\n", "🙂"] {
        let many = filler.repeat(20_000 / filler.len());
        assert!(!matches(&many), "{filler:?}");
        assert!(matches(&format!("{many}\nI want to die.")), "{filler:?}");
    }
}

#[test]
fn the_card_rests_for_a_day_after_it_was_closed() {
    let at = |ms| Instant::from_millis(1_790_000_000_000 + ms).expect("in range");
    assert!(offers(at(0), None, true) && !offers(at(0), None, false));
    for (since, shown) in
        [(0, false), (1, false), (REST_MS - 1, false), (REST_MS, true), (REST_MS * 30, true), (-1, true), (-REST_MS * 365, true)]
    {
        assert_eq!(offers(at(since), Some(at(0)), true), shown, "{since} ms after");
        assert!(!offers(at(since), Some(at(0)), false), "{since} ms after, switched off");
    }
}
