//! A text in short: its words counted, and how it begins, without the marks of Markdown.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use unicode_segmentation::UnicodeSegmentation as _;

/// Longest excerpt, in characters.
pub const EXCERPT: usize = 160;

/// So much of a text is read for its excerpt: enough for any that is not made of marks.
const READ: usize = 4_096;

/// Words by Unicode's rules (UAX 29). Marks of Markdown are none.
pub fn words(text: &str) -> u32 {
    u32::try_from(text.unicode_words().count()).unwrap_or(u32::MAX)
}

/// How a text begins, as one line without marks: at most [`EXCERPT`] characters, and never a part of one that is made of
/// several (a letter with its accents, an emoji with its parts).
pub fn excerpt(markdown: &str) -> String {
    read(markdown).shortened()
}

/// As [`excerpt`], of a stretch that somebody else has cut to a readable length.
pub(super) fn one_line(markdown: &str) -> String {
    read(markdown).text
}

/// A whole text without marks: its paragraphs, headings and points of lists one by one, none of them empty. A line that
/// was broken on purpose stays broken.
pub fn paragraphs(markdown: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS) {
        let Some(last) = parts.last_mut() else { break };
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => last.push_str(&text),
            Event::SoftBreak => last.push(' '),
            Event::HardBreak => last.push('\n'),
            Event::Start(Tag::Item)
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Item) => {
                parts.push(String::new());
            }
            _ => {}
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn read(markdown: &str) -> Line {
    let mut plain = Line::default();
    for event in Parser::new_ext(beginning(markdown), Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => plain.take(&text),
            Event::SoftBreak
            | Event::HardBreak
            | Event::Start(Tag::Item)
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock) => plain.part(),
            _ => {}
        }
        if plain.full() {
            break;
        }
    }
    plain
}

/// The first [`READ`] bytes, or a little less: up to a whole character.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(READ);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// One line that grows; stretches of white space become one space.
#[derive(Default)]
struct Line {
    text: String,
    parted: bool,
    characters: usize,
}

impl Line {
    fn take(&mut self, more: &str) {
        for sign in more.chars() {
            if self.full() {
                return;
            }
            if sign.is_whitespace() || sign.is_control() {
                self.part();
                continue;
            }
            if std::mem::take(&mut self.parted) && !self.text.is_empty() {
                self.text.push(' ');
                self.characters += 1;
            }
            self.text.push(sign);
            self.characters += 1;
        }
    }

    const fn part(&mut self) {
        self.parted = true;
    }

    /// Long enough that no character at the end of the excerpt can still be waiting for its last part, unless it has
    /// more parts than any language's.
    const fn full(&self) -> bool {
        self.characters > 2 * EXCERPT
    }

    fn shortened(self) -> String {
        let mut left = EXCERPT;
        let fits = |grapheme: &&str| {
            let characters = grapheme.chars().count();
            let fits = characters <= left;
            left = left.saturating_sub(characters);
            fits
        };
        let mut text: String = self.text.graphemes(true).take_while(fits).collect();
        text.truncate(text.trim_end().len());
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out_and_lines_become_one() {
        for (markdown, plain) in [
            ("", ""),
            ("  \n\n ", ""),
            ("Today was **good**, and _quiet_.", "Today was good, and quiet."),
            ("# A walk\n\nBy the river.\nAlone.", "A walk By the river. Alone."),
            ("- bread\n- milk\n\n1. rest", "bread milk rest"),
            ("- [ ] call Mum\n- [x] sleep", "call Mum sleep"),
            ("> said the river\n\n---\n\nand `went on`", "said the river and went on"),
            ("[a page](https://example.org/x) and ![a tree](tree.png)", "a page and a tree"),
            ("```\nlet it = be;\n```\nafter", "let it = be; after"),
            ("~~never~~ sometimes", "never sometimes"),
            ("one  \ntwo\\\nthree", "one two three"),
            ("2 * 3 * 4 and snake_case_word", "2 * 3 * 4 and snake_case_word"),
            ("<b>not</b> a page", "<b>not</b> a page"),
            ("&amp; \\*", "& *"),
            ("日本語の**日記**", "日本語の日記"),
        ] {
            assert_eq!(excerpt(markdown), plain, "{markdown}");
        }
    }

    #[test]
    fn a_whole_text_keeps_its_paragraphs_and_no_marks() {
        for (markdown, plain) in [
            ("", &[][..]),
            ("  \n\n ", &[]),
            ("# A **walk**\n\nBy the river.\nAlone.\n\n---\n\nHome.", &["A walk", "By the river. Alone.", "Home."]),
            ("- bread\n- milk\n  - oat\n\n1. rest", &["bread", "milk", "oat", "rest"]),
            ("- [ ] call Mum\n- [x] sleep", &["call Mum", "sleep"]),
            ("> said the river", &["said the river"]),
            ("[a page](https://example.org/x) ![a tree](tree.png)", &["a page a tree"]),
            ("one  \ntwo\\\nthree", &["one\ntwo\nthree"]),
            ("```\nlet it = be;\n  more\n```", &["let it = be;\n  more"]),
            ("<b>not</b> a page\n\n<script>\nalert(1)\n</script>", &["<b>not</b> a page", "<script>\nalert(1)\n</script>"]),
            ("日本語の**日記**", &["日本語の日記"]),
        ] {
            assert_eq!(paragraphs(markdown), plain, "{markdown}");
        }
        assert_eq!(paragraphs(&"word ".repeat(5_000))[0].len(), 24_999, "however long it is");
    }

    #[test]
    fn an_excerpt_is_short_and_cuts_no_character() {
        let text = excerpt(&"word ".repeat(100));
        assert!(text.chars().count() <= EXCERPT && text.ends_with("word"), "{text}");
        for whole in ["👩\u{200d}👩\u{200d}👧", "e\u{301}\u{323}", "🇩🇪", "ก\u{e33}"] {
            for before in 0..=10 {
                let text = excerpt(&format!("{}{}", "x".repeat(150 + before), whole.repeat(9)));
                let rest = &text[150 + before..];
                assert_eq!(rest.replace(whole, ""), "", "{before} {whole}");
                assert!(text.chars().count() <= EXCERPT, "{text}");
            }
        }
        assert_eq!(excerpt(&"é".repeat(READ)).chars().count(), EXCERPT, "also where the reading stops within a character");
    }

    #[test]
    fn words_are_counted_in_any_script() {
        for (text, count) in [
            ("", 0),
            (" \n ", 0),
            ("one", 1),
            ("It's a **bold** step, isn't it?", 6),
            ("- - -\n***\n👩\u{200d}👧", 0),
            ("3.14 and 10", 3),
            ("grüße aus köln", 3),
            ("日本語", 3),
        ] {
            assert_eq!(words(text), count, "{text}");
        }
    }
}
