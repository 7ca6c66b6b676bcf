use super::*;

fn words() -> &'static Words {
    Words::current().expect("shipped")
}

fn content() -> EntryContent {
    EntryContent { body: "A day.".into(), ..EntryContent::blank("2026-11-23".parse().expect("a date")) }
}

fn refusal(change: impl FnOnce(&mut EntryContent)) -> Option<(&'static str, &'static str)> {
    let mut content = content();
    change(&mut content);
    Kept::new(&content, words()).err().map(|error| (error.field.as_str(), error.reason.as_str()))
}

fn kept(change: impl FnOnce(&mut EntryContent)) -> EntryContent {
    let mut content = content();
    change(&mut content);
    Kept::new(&content, words()).expect("within its limits").content().clone()
}

fn many(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("tag {n}")).collect()
}

#[test]
fn each_limit_is_told_by_field_and_reason() {
    type Change = fn(&mut EntryContent);
    let cases: [(Change, Option<(&str, &str)>); 30] = [
        (|c| c.title = Some("é".repeat(200)), None),
        (|c| c.title = Some("é".repeat(201)), Some(("title", "too_long"))),
        (|c| c.title = Some("one\ntwo".into()), Some(("title", "control_character"))),
        (|c| c.title = Some("one\u{2028}two".into()), Some(("title", "control_character"))),
        (|c| c.body = "x".repeat(1_000_000), None),
        (|c| c.body = "x".repeat(1_000_001), Some(("body", "too_long"))),
        (|c| c.body = "ä".repeat(500_001), Some(("body", "too_long"))),
        (|c| c.body = "\r\n".repeat(1_000_000), None),
        (|c| c.body = "a\0b".into(), Some(("body", "control_character"))),
        (|c| c.body = "a\u{1b}b".into(), Some(("body", "control_character"))),
        (|c| c.body = "a\u{85}b".into(), Some(("body", "control_character"))),
        (|c| c.body = "a\tb\nc".into(), None),
        (|c| c.body = String::new(), None),
        (|c| c.feelings = ["sad", "calm", "fine", "numb", "angry", "happy"].map(String::from).to_vec(), None),
        (
            |c| c.feelings = ["sad", "calm", "fine", "numb", "angry", "happy", "brave"].map(String::from).to_vec(),
            Some(("feelings", "too_many")),
        ),
        (|c| c.feelings = vec!["sadly".into()], Some(("feelings", "unknown_feeling"))),
        (|c| c.feelings = vec!["sad".into(), "sad".into()], Some(("feelings", "duplicate"))),
        (|c| c.mood = Some(0), None),
        (|c| c.mood = Some(5), Some(("mood", "out_of_range"))),
        (|c| c.mood = Some(-1), Some(("mood", "out_of_range"))),
        (|c| c.tags = many(20), None),
        (|c| c.tags = many(21), Some(("tags", "too_many"))),
        (|c| c.tags = many(10_000), Some(("tags", "too_many"))),
        (|c| c.tags = vec!["x".repeat(41)], Some(("tag", "too_long"))),
        (|c| c.tags = vec!["  ".into()], Some(("tag", "too_short"))),
        (|c| c.tags = vec!["#work".into()], Some(("tag", "malformed"))),
        (|c| c.tags = vec!["a\nb".into()], Some(("tag", "control_character"))),
        (|c| c.prompt = Some("body-yes".into()), Some(("prompt", "unknown_prompt"))),
        (|c| c.form = Some("poem".into()), Some(("form", "unknown_form"))),
        (|c| (c.prompt, c.form) = (Some("body-no".into()), Some("deep-write".into())), None),
    ];
    for (at, (change, expected)) in cases.into_iter().enumerate() {
        assert_eq!(refusal(change), expected, "case {at}");
    }
}

#[test]
fn line_ends_and_the_space_around_become_alike_and_nothing_else() {
    assert_eq!(kept(|c| c.body = " one\r\ntwo\rthree\n\n ".into()).body, " one\ntwo\nthree\n\n ");
    assert_eq!(kept(|c| c.body = "e\u{301} 👩\u{200d}👧 \u{200b}".into()).body, "e\u{301} 👩\u{200d}👧 \u{200b}");
    assert_eq!(kept(|c| c.title = Some("  A walk ".into())).title.as_deref(), Some("A walk"));
    assert_eq!(kept(|c| c.title = Some("  ".into())).title, None);
    assert_eq!(kept(|c| c.tags = vec![" cafe\u{301} ".into()]).tags, ["caf\u{e9}"]);
}

#[test]
fn a_tag_typed_twice_is_kept_once_as_it_was_first() {
    let tags = ["Work", "mum", "WORK", "work ", "Mum"].map(String::from).to_vec();
    assert_eq!(kept(|c| c.tags = tags).tags, ["Work", "mum"]);
    assert_eq!(kept(|c| c.tags = vec!["❤\u{fe0f}".into(), "🌊".into()]).tags.len(), 2, "signs are tags too");
}

#[test]
fn untouched_is_what_holds_nothing_but_a_forms_headings() {
    let blank = EntryContent { body: " \n".into(), ..content() };
    assert!(blank.is_untouched(words()));
    let headings = words().form("thought-record").expect("a form").headings();
    let form = EntryContent { form: Some("thought-record".into()), body: headings.clone(), ..content() };
    assert!(form.is_untouched(words()));
    assert!(!EntryContent { form: None, ..form.clone() }.is_untouched(words()), "without the form they are words");
    assert!(!EntryContent { body: format!("{headings}x"), ..form }.is_untouched(words()));
    assert!(!EntryContent { mood: Some(2), ..blank.clone() }.is_untouched(words()));
    assert!(check_new(&Kept::unchecked(blank), words()).is_err());
    assert!(check_new(&Kept::unchecked(content()), words()).is_ok());
}

#[test]
fn a_star_says_nothing_that_history_would_keep() {
    assert!(content().says_the_same(&EntryContent { starred: true, ..content() }));
    let day = "2026-11-22".parse().expect("a date");
    for other in [
        EntryContent { day, ..content() },
        EntryContent { title: Some("A".into()), ..content() },
        EntryContent { body: "A day. ".into(), ..content() },
        EntryContent { feelings: vec!["sad".into()], ..content() },
        EntryContent { mood: Some(0), ..content() },
        EntryContent { tags: vec!["a".into()], ..content() },
        EntryContent { prompt: Some("body-no".into()), ..content() },
        EntryContent { form: Some("deep-write".into()), ..content() },
    ] {
        assert!(!content().says_the_same(&other), "{other:?}");
    }
}
