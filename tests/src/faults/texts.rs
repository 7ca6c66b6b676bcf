//! Texts that say of themselves whether they are whole, and what becomes of them step by step.
//!
//! Text `v` of entry `n` is the same each time. Whoever finds one knows from its first word which it is, makes it anew
//! and holds the two against each other: a text that is cut short, mixed or spoilt is told from a whole one without any
//! list of what was written.

use crate::world::Seeded;
use ampersand_core::journal::entry::EntryContent;
use ampersand_core::time::CivilDate;

/// What is done with an entry, one step after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// `begin_entry`: nothing can be seen of it yet.
    Begin,
    /// `edit_entry`: nothing can be seen of it either.
    Edit,
    /// `save_draft` with this text.
    Draft(u32),
    /// `save_entry` with this text.
    Save(u32),
    /// `trash_entries`.
    Trash,
    /// `purge_entries`.
    Purge,
}

/// What can be seen of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct State {
    /// The text in its draft.
    pub(super) draft: Option<u32>,
    /// Its present text.
    pub(super) text: Option<u32>,
    /// Earlier texts, the newest first.
    pub(super) history: Vec<u32>,
    /// Whether it is in the trash.
    pub(super) trashed: bool,
}

/// Everything that is done with entry `n`.
pub(super) fn steps(n: u32) -> Vec<Step> {
    let mut steps = vec![Step::Begin, Step::Draft(0), Step::Draft(1)];
    if n % 5 != 4 {
        steps.push(Step::Save(2));
        if n.is_multiple_of(3) {
            steps.extend([Step::Edit, Step::Draft(3), Step::Save(4)]);
        }
        if n % 7 == 2 {
            steps.extend([Step::Edit, Step::Draft(5)]);
        }
        if n % 6 == 5 {
            steps.push(Step::Trash);
        }
        if n % 12 == 11 {
            steps.push(Step::Purge);
        }
    }
    steps
}

/// What can be seen once the first `count` steps were taken.
pub(super) fn state_after(n: u32, count: usize) -> State {
    let mut state = State::default();
    for step in steps(n).into_iter().take(count) {
        match step {
            Step::Begin | Step::Edit => {}
            Step::Draft(text) => state.draft = Some(text),
            Step::Save(text) => {
                state.draft = None;
                if let Some(before) = state.text.replace(text) {
                    state.history.insert(0, before);
                }
            }
            Step::Trash => state.trashed = true,
            Step::Purge => state = State::default(),
        }
    }
    // A draft of what is in the trash is in no list.
    if state.trashed {
        state.draft = None;
    }
    state
}

/// Text `v` of entry `n`. Most take a part of a page, some several.
pub(super) fn text(n: u32, v: u32) -> EntryContent {
    let mut dice = Seeded(0x7e47_0000 + u64::from(n) * 64 + u64::from(v) + 1);
    let words = match dice.next_number() % 16 {
        0 => 2_400,
        1..=3 => 500,
        number => 10 * number,
    };
    let mut body = first_word(n, v);
    for word in 0..words {
        body.push(if word % 40 == 39 { '\n' } else { ' ' });
        body.extend(["w", &(dice.next_number() % 5_000).to_string()]);
    }
    body.push_str(" end");
    EntryContent {
        title: n.is_multiple_of(2).then(|| format!("Title {n} of {v}")),
        body,
        feelings: if n % 3 == 1 { vec!["calm".into(), "sad".into()] } else { vec![] },
        mood: (!v.is_multiple_of(3)).then(|| i32::try_from(v % 5).unwrap_or(0)),
        tags: (0..n % 4).map(|tag| format!("tag{tag} {}", n % 11)).collect(),
        ..EntryContent::blank(day())
    }
}

/// The word that is in this text alone.
pub(super) fn first_word(n: u32, v: u32) -> String {
    format!("n{n}v{v}")
}

/// Which text this is, if it is one and whole.
///
/// # Errors
/// What is wrong with it.
pub(super) fn known(content: &EntryContent) -> Result<(u32, u32), String> {
    let (n, v) = numbers(&content.body).ok_or_else(|| format!("not one of the texts: {:?}", content.body.get(..40)))?;
    if *content == text(n, v) { Ok((n, v)) } else { Err(format!("text {v} of entry {n} is not whole: {} bytes", content.body.len())) }
}

/// The numbers in the first word.
pub(super) fn numbers(body: &str) -> Option<(u32, u32)> {
    let first = body.split([' ', '\n']).next()?.strip_prefix('n')?;
    let (n, v) = first.split_once('v')?;
    Some((n.parse().ok()?, v.parse().ok()?))
}

fn day() -> CivilDate {
    "2026-11-23".parse().expect("a date")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_knows_itself_and_tells_when_it_is_spoilt() {
        for n in 0..40 {
            assert_eq!(known(&text(n, 3)), Ok((n, 3)));
        }
        let whole = text(9, 2);
        for spoilt in [
            EntryContent { body: whole.body[..whole.body.len() - 1].into(), ..whole.clone() },
            EntryContent { body: whole.body.replacen("v2", "v1", 1), ..whole.clone() },
            EntryContent { title: Some("Another".into()), ..whole.clone() },
            EntryContent { tags: vec![], ..whole.clone() },
            EntryContent { body: String::new(), ..whole.clone() },
        ] {
            assert!(known(&spoilt).is_err());
        }
    }

    #[test]
    fn states_follow_the_steps() {
        assert_eq!(state_after(6, 0), State::default());
        assert_eq!(state_after(6, 3).draft, Some(1));
        assert_eq!(state_after(6, 99), State { text: Some(4), history: vec![2], ..State::default() });
        assert_eq!(state_after(5, 99), State { text: Some(2), trashed: true, ..State::default() });
        assert_eq!(state_after(11, 99), State::default(), "purged");
    }
}
