//! A summary to bring to a first session: out of values that were chosen one by one, and nothing else.
//!
//! It never has a name in it, neither of the person nor of anybody else that the app knows of; what a person wrote in
//! what they ticked stands as they wrote it. Nor does it ever say that care mode is on, by a word or by a text that only
//! stands there then: a page can be seen by the one whom somebody fears. What care mode hides is left out, and that is
//! all.

use super::SupportTexts;
use super::document::{Block, Document, Section};
use crate::assessment::score::Estimate;
use crate::checkin::daily::{CheckInItem, TapKind};
use crate::checkin::together::agreement::{ReviewOutcome, Who};
use crate::journal::plain;
use crate::time::CivilDate;

/// The texts that a summary is made with, by key.
pub(super) const WORDS: [&str; 45] = [
    "about",
    "agreement_column",
    "agreements_heading",
    "answers_column",
    "check_about",
    "check_column",
    "check_heading",
    "check_in_column",
    "check_in_days",
    "check_in_heading",
    "check_low_confidence",
    "choice_of",
    "entries_heading",
    "entry_of",
    "from_to",
    "give",
    "give_column",
    "made_column",
    "middle_column",
    "no_points",
    "pattern_column",
    "pattern_total",
    "patterns",
    "points_column",
    "pulse_heading",
    "pulse_weeks",
    "questions_heading",
    "range",
    "review_column",
    "review_kept",
    "review_let_go",
    "review_not_yet",
    "review_open",
    "review_partly",
    "strength_column",
    "strength_total",
    "strengths",
    "title",
    "week_column",
    "who_both",
    "who_column",
    "who_me",
    "who_you",
    "words_column",
    "yes_of",
];

/// A line of a Check: a scale or a total.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    /// Its name.
    pub title: String,
    /// Its points with their error and the words of their band; none where too little was answered.
    pub estimate: Option<(Estimate, String)>,
}

/// A finished Check.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckPart {
    /// The day it was finished on.
    pub day: CivilDate,
    /// Whether its answers look hurried or mechanical.
    pub low_confidence: bool,
    /// The four patterns and their total.
    pub patterns: Vec<Points>,
    /// The four strengths and their total.
    pub strengths: Vec<Points>,
}

/// What was answered to one item on the days of the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The item.
    pub item: CheckInItem,
    /// The answers, those that were left out left out.
    pub values: Vec<u8>,
}

/// The check-ins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIns {
    /// Days with one.
    pub days: u32,
    /// Days in all.
    pub of: u32,
    /// By item.
    pub items: Vec<Answered>,
}

/// The pulse of a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PulsePart {
    /// The first day of the week.
    pub from: CivilDate,
    /// The patterns, 0 to 100; none where too little was answered.
    pub pattern: Option<f64>,
    /// The strengths, in the same way.
    pub strength: Option<f64>,
}

/// An agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementPart {
    /// What was agreed.
    pub what: String,
    /// Who does it.
    pub who: Who,
    /// The day it was made on.
    pub made_on: CivilDate,
    /// How it went when somebody looked last.
    pub outcome: Option<ReviewOutcome>,
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPart {
    /// The day it was written for.
    pub day: CivilDate,
    /// Its title.
    pub title: Option<String>,
    /// Its text, with marks of Markdown.
    pub body: String,
}

/// Everything that was chosen. What is empty has no part in the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The first day.
    pub from: CivilDate,
    /// The last day.
    pub to: CivilDate,
    /// Checks, in the order of their days.
    pub checks: Vec<CheckPart>,
    /// Check-ins.
    pub check_ins: Option<CheckIns>,
    /// Pulses, in the order of their weeks.
    pub pulses: Option<Vec<PulsePart>>,
    /// Agreements.
    pub agreements: Vec<AgreementPart>,
    /// Entries, in the order of their days.
    pub entries: Vec<EntryPart>,
    /// Questions to ask.
    pub questions: Vec<String>,
}

impl Summary {
    /// The document of what was chosen.
    pub fn document(&self, texts: &SupportTexts) -> Document {
        let words = Writer(texts);
        let range = words.filled("range", &[("from", &self.from.to_string()), ("to", &self.to.to_string())]);
        let opening = vec![range, words.of("about")];
        let sections = self.checks.iter().map(|check| words.check(check));
        let sections = sections
            .chain(self.check_ins.as_ref().map(|check_ins| words.check_ins(check_ins)))
            .chain(self.pulses.as_ref().map(|pulses| words.pulses(pulses)))
            .chain((!self.agreements.is_empty()).then(|| words.agreements(&self.agreements)))
            .chain((!self.entries.is_empty()).then(|| words.entries(&self.entries)))
            .chain((!self.questions.is_empty()).then(|| words.questions(&self.questions)));
        Document { language: texts.language.clone(), title: words.of("title"), opening, sections: sections.collect() }
    }
}

/// Values put into words.
struct Writer<'a>(&'a SupportTexts);

impl Writer<'_> {
    fn of(&self, key: &str) -> String {
        self.0.word(key).to_owned()
    }

    /// A text with its blanks filled in. What is filled in is never looked into for blanks itself.
    fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut text = String::new();
        let mut rest = self.0.word(key);
        while let Some((before, blank)) = rest.split_once('{') {
            let (name, after) = blank.split_once('}').unwrap_or((blank, ""));
            text.push_str(before);
            text.push_str(values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
            rest = after;
        }
        text + rest
    }

    fn columns(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.of(key)).collect()
    }

    fn check(&self, check: &CheckPart) -> Section {
        let heading = self.filled("check_heading", &[("day", &check.day.to_string())]);
        let mut blocks = vec![Block::Text(self.of("check_about"))];
        blocks.extend(check.low_confidence.then(|| Block::Text(self.of("check_low_confidence"))));
        for (caption, points) in [("patterns", &check.patterns), ("strengths", &check.strengths)] {
            let rows = points.iter().map(|points| self.points(points)).collect();
            let columns = self.columns(&["check_column", "points_column", "give_column", "words_column"]);
            blocks.push(Block::Table { caption: self.of(caption), columns, rows });
        }
        Section { heading, blocks }
    }

    fn points(&self, points: &Points) -> Vec<String> {
        let Some((estimate, band)) = &points.estimate else {
            return vec![points.title.clone(), self.of("no_points"), String::new(), String::new()];
        };
        let give = self.filled("give", &[("sem", &figure(estimate.sem))]);
        vec![points.title.clone(), figure(estimate.score), give, band.clone()]
    }

    fn check_ins(&self, check_ins: &CheckIns) -> Section {
        let days = [("days", check_ins.days.to_string()), ("of", check_ins.of.to_string())];
        let days = self.filled("check_in_days", &days.each_ref().map(|(key, value)| (*key, value.as_str())));
        let mut blocks = vec![Block::Text(days)];
        if check_ins.items.iter().any(|answered| !answered.values.is_empty()) {
            let rows = check_ins.items.iter().filter(|answered| !answered.values.is_empty()).map(|answered| self.answered(answered));
            let columns = self.columns(&["check_in_column", "answers_column", "middle_column"]);
            blocks.push(Block::Table { caption: self.of("check_in_heading"), columns, rows: rows.collect() });
        }
        Section { heading: self.of("check_in_heading"), blocks }
    }

    fn answered(&self, Answered { item, values }: &Answered) -> Vec<String> {
        let label =
            |value: u8| item.options.iter().find(|option| option.value == value).map_or_else(String::new, |option| option.label.clone());
        let count = |value: u8| values.iter().map(|other| usize::from(*other == value)).sum::<usize>();
        let middle = match item.kind {
            TapKind::Scale => match middles(values) {
                Some((low, high)) if low == high => label(low),
                Some((low, high)) => self.filled("from_to", &[("from", &label(low)), ("to", &label(high))]),
                None => String::new(),
            },
            TapKind::YesNo => {
                let (yes, of) = (count(1).to_string(), values.len().to_string());
                self.filled("yes_of", &[("yes", &yes), ("of", &of)])
            }
            TapKind::Choice => {
                let given = item.options.iter().map(|option| (&option.label, count(option.value))).filter(|(_, count)| *count > 0);
                let words = given.map(|(label, count)| self.filled("choice_of", &[("choice", label), ("count", &count.to_string())]));
                words.collect::<Vec<_>>().join(", ")
            }
        };
        vec![item.text.clone(), values.len().to_string(), middle]
    }

    fn pulses(&self, pulses: &[PulsePart]) -> Section {
        let cell = |value: Option<f64>| value.map_or_else(|| self.of("no_points"), figure);
        let row = |pulse: &PulsePart| vec![pulse.from.to_string(), cell(pulse.pattern), cell(pulse.strength)];
        let mut blocks = vec![Block::Text(self.of("pulse_weeks"))];
        if !pulses.is_empty() {
            let columns = self.columns(&["week_column", "pattern_column", "strength_column"]);
            blocks.push(Block::Table { caption: self.of("pulse_heading"), columns, rows: pulses.iter().map(row).collect() });
        }
        Section { heading: self.of("pulse_heading"), blocks }
    }

    fn agreements(&self, agreements: &[AgreementPart]) -> Section {
        let who = |who| match who {
            Who::Me => "who_me",
            Who::You => "who_you",
            Who::Both => "who_both",
        };
        let looked = |outcome| match outcome {
            None => "review_open",
            Some(ReviewOutcome::Kept) => "review_kept",
            Some(ReviewOutcome::Partly) => "review_partly",
            Some(ReviewOutcome::NotYet) => "review_not_yet",
            Some(ReviewOutcome::LetGo) => "review_let_go",
        };
        let row = |agreement: &AgreementPart| {
            vec![agreement.what.clone(), self.of(who(agreement.who)), agreement.made_on.to_string(), self.of(looked(agreement.outcome))]
        };
        let columns = self.columns(&["agreement_column", "who_column", "made_column", "review_column"]);
        let table = Block::Table { caption: self.of("agreements_heading"), columns, rows: agreements.iter().map(row).collect() };
        Section { heading: self.of("agreements_heading"), blocks: vec![table] }
    }

    fn entries(&self, entries: &[EntryPart]) -> Section {
        let blocks = entries.iter().flat_map(|EntryPart { day, title, body }| {
            let day = self.filled("entry_of", &[("day", &day.to_string())]);
            let heading = title.as_ref().map_or_else(|| day.clone(), |title| format!("{day} · {title}"));
            [Block::Heading(heading)].into_iter().chain(plain::paragraphs(body).into_iter().map(Block::Text)).collect::<Vec<_>>()
        });
        Section { heading: self.of("entries_heading"), blocks: blocks.collect() }
    }

    fn questions(&self, questions: &[String]) -> Section {
        Section { heading: self.of("questions_heading"), blocks: vec![Block::List(questions.to_vec())] }
    }
}

/// With one decimal, and without one that says nothing.
fn figure(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// The two answers in the middle, the lower and the upper median: one and the same where their number is odd.
fn middles(values: &[u8]) -> Option<(u8, u8)> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let last = sorted.len().checked_sub(1)?;
    Some((sorted[last / 2], sorted[sorted.len() / 2]))
}

#[cfg(test)]
#[path = "summary_tests.rs"]
mod tests;
