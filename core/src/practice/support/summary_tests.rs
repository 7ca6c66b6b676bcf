//! What a summary says, worked out by hand; that nothing in it is a mark of HTML; and that preview and page say the same.

use super::*;
use crate::assessment::instrument::AnswerLabel;
use crate::assessment::score::{Band, Level};
use crate::practice::support::document::SummaryPart;
use crate::practice::support::html::escaped;
use proptest::prelude::*;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn texts() -> &'static SupportTexts {
    SupportTexts::current().unwrap()
}

/// Nothing chosen.
fn empty() -> Summary {
    Summary {
        from: day("2026-10-27"),
        to: day("2026-11-23"),
        checks: vec![],
        check_ins: None,
        pulses: None,
        agreements: vec![],
        entries: vec![],
        questions: vec![],
    }
}

fn points(title: &str, estimate: Option<(f64, f64)>) -> Points {
    let band = Band { from: Level::Low, to: Level::Middle };
    Points {
        title: title.into(),
        estimate: estimate.map(|(score, sem)| (Estimate { score, sem, band }, "between rarely and sometimes".into())),
    }
}

fn check() -> CheckPart {
    CheckPart {
        day: day("2026-11-20"),
        low_confidence: false,
        patterns: vec![points("Looking outward first", Some((37.5, 8.25))), points("Putting myself last", None)],
        strengths: vec![points("Boundaries", Some((50.0, 9.0)))],
    }
}

fn item(text: &str, kind: TapKind, labels: &[&str]) -> CheckInItem {
    let options = (0..).zip(labels).map(|(value, label)| AnswerLabel { value, label: (*label).to_owned() }).collect();
    CheckInItem { id: "an-item".into(), kind, text: text.into(), options }
}

const SCALE: [&str; 5] = ["very low", "low", "in between", "good", "very good"];

fn entry(title: Option<&str>, body: &str) -> EntryPart {
    EntryPart { day: day("2026-11-22"), title: title.map(str::to_owned), body: body.into() }
}

/// A part for everything there is.
fn full() -> Summary {
    let answered = |text: &str, kind, labels: &[&str], values: &[u8]| Answered { item: item(text, kind, labels), values: values.into() };
    let agreement = |what: &str, who, outcome| AgreementPart { what: what.into(), who, made_on: day("2026-11-01"), outcome };
    Summary {
        checks: vec![check()],
        check_ins: Some(CheckIns {
            days: 3,
            of: 28,
            items: vec![
                answered("How is your mood?", TapKind::Scale, &SCALE, &[4, 1, 3]),
                answered("Energy?", TapKind::Scale, &SCALE, &[1, 4]),
                answered("Needs?", TapKind::Scale, &SCALE, &[]),
                answered("Did you say yes?", TapKind::Choice, &["no", "once", "often"], &[0, 2, 2]),
                answered("Time for yourself?", TapKind::YesNo, &["no", "yes"], &[1, 0, 1]),
            ],
        }),
        pulses: Some(vec![
            PulsePart { from: day("2026-11-09"), pattern: Some(37.5), strength: None },
            PulsePart { from: day("2026-11-16"), pattern: Some(25.0), strength: Some(68.75) },
        ]),
        agreements: vec![
            agreement("Phones away at dinner", Who::Both, Some(ReviewOutcome::Partly)),
            agreement("I say when I am tired", Who::Me, None),
        ],
        entries: vec![entry(Some("By the river"), "I **walked**.\n\n- alone\n- slowly"), entry(None, "Rain.")],
        questions: vec!["What does it cost?".into(), "May I bring tea?".into()],
        ..empty()
    }
}

fn part<'a>(parts: &'a [SummaryPart], heading: &str) -> &'a [String] {
    &parts.iter().find(|part| part.heading.as_deref() == Some(heading)).unwrap_or_else(|| panic!("no {heading}")).lines
}

#[test]
fn every_part_says_what_was_worked_out_by_hand() {
    let parts = full().document(texts()).parts();
    let headings: Vec<_> = parts.iter().map(|part| part.heading.clone().unwrap()).collect();
    assert_eq!(
        headings,
        [
            "Notes for a first session",
            "The Check of 2026-11-20",
            "Days with a check-in",
            "Weeks with a pulse",
            "Agreements",
            "From the journal",
            "Questions to ask"
        ]
    );
    assert_eq!(part(&parts, "Notes for a first session")[0], "From 2026-10-27 to 2026-11-23");
    assert_eq!(
        part(&parts, "The Check of 2026-11-20")[1..],
        [
            "Looking outward first · Points: 37.5 · Give: 8.2 up or down · In words: between rarely and sometimes",
            "Putting myself last · Points: too few answers",
            "Boundaries · Points: 50 · Give: 9 up or down · In words: between rarely and sometimes"
        ]
    );
    assert_eq!(
        part(&parts, "Days with a check-in"),
        [
            "There is a check-in for 3 of 28 days. A day without one is a gap and no zero.",
            // 1, 3, 4: the one in the middle. 1, 4: two, and both are said. No answer: no row.
            "How is your mood? · Answers: 3 · In the middle: good",
            "Energy? · Answers: 2 · In the middle: low to very good",
            "Did you say yes? · Answers: 3 · In the middle: no: 1, often: 2",
            "Time for yourself? · Answers: 3 · In the middle: yes on 2 of 3"
        ]
    );
    assert_eq!(
        part(&parts, "Weeks with a pulse")[1..],
        ["2026-11-09 · In the way: 37.5 · To stand on: too few answers", "2026-11-16 · In the way: 25 · To stand on: 68.8"]
    );
    assert_eq!(
        part(&parts, "Agreements"),
        [
            "Phones away at dinner · Who: both of us · Made on: 2026-11-01 · Looked at: kept in part",
            "I say when I am tired · Who: me · Made on: 2026-11-01 · Looked at: not yet"
        ]
    );
    assert_eq!(part(&parts, "From the journal"), ["2026-11-22 · By the river", "I walked.", "alone", "slowly", "2026-11-22", "Rain."]);
    assert_eq!(part(&parts, "Questions to ask"), ["What does it cost?", "May I bring tea?"]);
}

#[test]
fn what_was_not_chosen_has_no_part() {
    assert_eq!(empty().document(texts()).sections, []);
    let one = Summary { pulses: Some(vec![]), ..empty() };
    let parts = one.document(texts()).parts();
    assert_eq!((parts.len(), part(&parts, "Weeks with a pulse").len()), (2, 1), "a part without a table says what it would be");
}

#[test]
fn answers_that_look_hurried_say_so() {
    let hurried = Summary { checks: vec![CheckPart { low_confidence: true, ..check() }], ..empty() };
    let said = |summary: &Summary| summary.document(texts()).html().contains("These answers look hurried.");
    assert!(said(&hurried) && !said(&Summary { checks: vec![check()], ..empty() }));
}

#[test]
fn medians_are_the_answers_in_the_middle() {
    for (values, by_hand) in [
        (&[][..], None),
        (&[2], Some((2, 2))),
        (&[4, 0], Some((0, 4))),
        (&[3, 1, 2], Some((2, 2))),
        (&[0, 4, 4, 1], Some((1, 4))),
        (&[1, 1, 1, 4], Some((1, 1))),
    ] {
        assert_eq!(middles(values), by_hand, "{values:?}");
    }
}

#[test]
fn what_is_filled_in_is_not_filled_in_again() {
    let words = Writer(texts());
    assert_eq!(words.filled("choice_of", &[("choice", "{count}"), ("count", "7")]), "{count}: 7");
    assert_eq!(words.filled("yes_of", &[]), "yes on  of ");
}

/// Tags of the page in their order, each closed where it has to be; text is what lies between.
fn read(page: &str) -> (Vec<String>, String) {
    let (mut tags, mut open, mut text) = (Vec::new(), Vec::new(), String::new());
    let mut rest = page.strip_prefix("<!DOCTYPE html>").unwrap();
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains('>'), "a loose mark: {before}");
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap();
        rest = after;
        let name = tag.split(' ').next().unwrap().to_owned();
        if let Some(closed) = name.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(closed));
        } else {
            if name != "meta" {
                open.push(name.clone());
            }
            tags.push(name);
        }
    }
    assert_eq!((open.len(), rest), (0, "\n"));
    (tags, text)
}

#[test]
fn the_page_needs_nothing_beside_it() {
    let page = full().document(texts()).html();
    let (tags, _) = read(&page);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"));
    assert!(page.contains("@media print") && page.contains("@page"));
    for never in ["script", "a", "img", "link", "iframe", "form", "object", "base", "svg"] {
        assert!(!tags.iter().any(|tag| tag == never), "{never}");
    }
    for never in ["http:", "https:", "url(", "@import", "//", " on", "javascript"] {
        let marks: String = page.split('<').filter_map(|part| part.split_once('>')).map(|(tag, _)| tag).collect();
        assert!(!marks.contains(never) && !page.split("</style>").next().unwrap().contains(never), "{never}");
    }
    let of = |name: &str| tags.iter().filter(|tag| *tag == name).count();
    assert_eq!((of("h1"), of("h2"), of("h3"), of("table"), of("caption"), of("section")), (1, 6, 2, 5, 5, 6));
    assert_eq!(page.matches("<th scope=\"col\"").count(), 4 + 4 + 3 + 3 + 4);
    assert_eq!(page.matches("<th scope=\"row\"").count(), 2 + 1 + 4 + 2 + 2);
}

/// Texts that would be marks.
const ATTACKS: [&str; 9] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></table><h1>mine",
    "\"><b>",
    "' onload='alert(1)",
    "&lt;script&gt;&#60;b&#62;",
    "<!-- ",
    "]]><style>body{display:none}</style>",
    "\u{202e}<a href=\"https://example.org\">\u{0}\u{8}",
];

#[test]
fn whatever_is_written_is_text_and_no_mark() {
    let quiet = read(&with_texts(["calm"; 9]).document(texts()).html()).0;
    for attack in ATTACKS {
        let page = with_texts([attack; 9]).document(texts()).html();
        let (tags, text) = read(&page);
        assert_eq!(tags, quiet, "{attack}");
        let shown = escaped(attack);
        assert!(text.matches(shown.trim()).count() >= 8, "{attack} is shown as it was written: {text}");
    }
}

/// A summary with a text of a person in every place that takes one; entries in a place that Markdown does not read.
fn with_texts(texts: [&str; 9]) -> Summary {
    let [title, band, label, question, option, what, entry_title, body, own] = texts.map(str::to_owned);
    let band_of = Band { from: Level::Low, to: Level::High };
    let points = Points { title, estimate: Some((Estimate { score: 1.0, sem: 1.0, band: band_of }, band)) };
    Summary {
        checks: vec![CheckPart { day: day("2026-11-20"), low_confidence: true, patterns: vec![points.clone()], strengths: vec![points] }],
        check_ins: Some(CheckIns {
            days: 1,
            of: 1,
            items: vec![
                Answered { item: item(&question, TapKind::Scale, &[&label]), values: vec![0] },
                Answered { item: item("Asked", TapKind::Choice, &[&option]), values: vec![0] },
            ],
        }),
        agreements: vec![AgreementPart { what, who: Who::Me, made_on: day("2026-11-01"), outcome: None }],
        entries: vec![EntryPart { day: day("2026-11-22"), title: Some(entry_title), body: format!("```\n{body}\n```") }],
        questions: vec![own],
        ..empty()
    }
}

#[test]
fn text_is_escaped_sign_by_sign() {
    assert_eq!(escaped("a<b>&\"'\n\tü\u{0}\u{7f}\u{85}"), "a&lt;b&gt;&amp;&quot;&#39;\n\tü");
}

proptest! {
    #[test]
    fn no_text_breaks_the_page_and_each_is_in_the_preview(body in "[<>&\"'a-z /!\\-\n*_`#=\\[\\]()]{0,80}", title in "[<>&\"'a-z]{1,40}") {
        let summary = Summary {
            entries: vec![entry(Some(&title), &body)],
            questions: vec![title.clone()],
            ..empty()
        };
        let document = summary.document(texts());
        let (tags, text) = read(&document.html());
        let heads = tags.iter().filter(|tag| ["h1", "h2", "h3", "li"].contains(&tag.as_str())).count();
        prop_assert_eq!(heads, 5, "one title, two parts, one entry, one question");
        for line in document.parts().iter().flat_map(|part| &part.lines) {
            prop_assert!(text.contains(&escaped(line)), "{line:?} is in the preview and not on the page");
        }
    }
}
