//! What is typed is read as it is meant, and folded so that either spelling finds the other.

use super::*;
use proptest::prelude::*;

fn read(typed: &str) -> Query {
    let feeling_of = |folded: &str| ["calm", "sad"].into_iter().find(|id| *id == folded).map(str::to_owned);
    Query::read(typed, feeling_of).unwrap()
}

fn words(text: &str) -> Term {
    Term::Words { text: text.to_owned(), open: false }
}

fn open(text: &str) -> Term {
    Term::Words { text: text.to_owned(), open: true }
}

fn stretch(text: &str) -> Term {
    Term::Stretch(text.to_owned())
}

fn signs(text: &str) -> Term {
    Term::Signs(text.to_owned())
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

#[test]
fn words_and_phrases_are_parted() {
    for (typed, terms) in [
        ("", vec![]),
        (" \n\t ", vec![]),
        ("river walk ", vec![words("river"), words("walk")]),
        ("river walk", vec![words("river"), open("walk")]),
        ("ri", vec![words("ri")]),
        ("riv", vec![open("riv")]),
        ("riv ", vec![words("riv")]),
        ("riv\u{3000}", vec![words("riv")]),
        ("riv.", vec![words("riv.")]),
        ("don't", vec![words("don't")]),
        ("isn't.it", vec![words("isn't.it")]),
        ("well-known", vec![open("well-known")]),
        ("\"by the river\"", vec![words("by the river")]),
        ("\"by the river", vec![words("by the river")]),
        ("“by the river” home ", vec![words("by the river"), words("home")]),
        ("home\"by the\"river", vec![words("home"), words("by the"), open("river")]),
        ("\"\" \"  \"", vec![]),
        ("walk walk WALK ", vec![words("walk")]),
        ("a\0b", vec![words("a"), words("b")]),
        ("\"a\0b\n\"", vec![words("a b")]),
        ("Straße ", vec![words("strasse")]),
        ("12:30 mood:3 https://example.org ", vec![words("12:30"), words("mood:3"), words("https://example.org")]),
    ] {
        assert_eq!(read(typed).terms, terms, "{typed:?}");
    }
}

#[test]
fn stretches_and_signs_are_told_from_words() {
    for (typed, terms) in [
        ("日", vec![stretch("日")]),
        ("「日記」。", vec![stretch("日記")]),
        ("\"今日は iPhone\"", vec![stretch("今日は iphone")]),
        ("iPhoneを買う", vec![stretch("iphoneを買う")]),
        ("안녕 하루", vec![stretch("안녕"), stretch("하루")]),
        ("ﾊﾟﾝ", vec![stretch("パン")]),
        ("ความรัก", vec![stretch("ความรัก")]),
        ("🦊", vec![signs("🦊")]),
        ("❤\u{fe0f}", vec![signs("❤")]),
        ("👩\u{200d}👧 walk ", vec![signs("👩👧"), words("walk")]),
        ("love❤home ", vec![words("love"), signs("❤"), words("home")]),
        ("love❤hom", vec![words("love"), signs("❤"), open("hom")]),
        ("walk🦊", vec![words("walk"), signs("🦊")]),
        ("日記🦊", vec![stretch("日記"), signs("🦊")]),
        ("\"love ❤ home\"", vec![signs("❤"), words("love ❤ home")]),
        ("\"❤ ❤\" \"!\"", vec![signs("❤ ❤")]),
        (".🦊!", vec![signs("🦊")]),
        ("🇩🇪", vec![signs("🇩🇪")]),
        // Punctuation counts only where there is nothing else.
        ("!!!", vec![signs("!!!")]),
        (":-) ;", vec![signs(":-)"), signs(";")]),
        ("walk - home ", vec![words("walk"), words("home")]),
        ("- starred", vec![]),
        ("c++ ", vec![words("c++")]),
    ] {
        assert_eq!(read(typed).terms, terms, "{typed:?}");
    }
}

#[test]
fn filters_are_taken_out_and_the_rest_is_searched() {
    let query = read("walk tag:Work TAG:#Café tag:\"two words\" feeling:Calm starred home ");
    assert_eq!(query.terms, [words("walk"), words("home")]);
    assert_eq!(query.tags, ["work", "cafe", "two words"]);
    assert_eq!(query.feelings, ["calm"]);
    assert!(query.starred && query.ignored.is_empty());

    assert_eq!(read("\"starred\" STARRED").terms, [words("starred")]);
    assert_eq!(read("tag：仕事").tags, ["仕事"], "a wide colon");
    assert_eq!(read("tag:work tag:WORK").tags, ["work"]);
}

#[test]
fn days_months_and_years_are_read_with_both_ends() {
    for (typed, from, to) in [
        ("from:2026-11-23", Some(day("2026-11-23")), None),
        ("from:2026-11", Some(day("2026-11-01")), None),
        ("to:2026-11", None, Some(day("2026-11-30"))),
        ("to:2024-02", None, Some(day("2024-02-29"))),
        ("to:2026-02", None, Some(day("2026-02-28"))),
        ("from:2026 to:2026", Some(day("2026-01-01")), Some(day("2026-12-31"))),
        ("from:２０２６", Some(day("2026-01-01")), None),
        ("from:2026 from:2025", Some(day("2026-01-01")), None),
        ("to:2026 to:2025", None, Some(day("2025-12-31"))),
        ("from:2027 to:2025", Some(day("2027-01-01")), Some(day("2025-12-31"))),
    ] {
        let query = read(typed);
        assert_eq!((query.from, query.to, query.ignored), (from, to, vec![]), "{typed}");
    }
}

#[test]
fn what_cannot_be_read_is_told_back_as_typed() {
    for typed in [
        "from:yesterday",
        "From:2026-13",
        "to:2026-02-30",
        "from:1899",
        "to:2201",
        "to:26",
        "from:2026-1",
        "from:éééé",
        "feeling:hungry",
        "feeling:",
        "tag:",
        "tag:#",
        "tag:\"\"",
        "from:\"last  week\"",
        "to:\"2026",
    ] {
        let query = read(&format!("{typed} "));
        let told: Vec<&str> = query.ignored.iter().map(|told| told.trim()).collect();
        if typed == "to:\"2026" {
            assert_eq!((told, query.to), (vec![], Some(day("2026-12-31"))), "a quote may be left open");
            continue;
        }
        assert_eq!(told, [typed]);
        assert!(query.is_empty(), "{typed}");
    }
    let query = read("walk from:soon from:soon home ");
    assert_eq!((query.terms.len(), query.ignored.as_slice()), (2, &["from:soon".to_owned()][..]));
}

#[test]
fn a_long_query_is_refused_by_its_characters() {
    assert!(Query::read(&"é".repeat(LONGEST), |_| None).is_ok());
    let refused = Query::read(&"é".repeat(LONGEST + 1), |_| None);
    assert_eq!(refused, Err(InvalidInput::new(Field::Query, Reason::TooLong)));
}

#[test]
fn expressions_quote_everything_but_the_star_of_the_last_word() {
    for (typed, expression) in [
        ("walk hom", Some("\"walk\" \"hom\" *")),
        ("walk AND NOT (home) ", Some("\"walk\" \"and\" \"not\" \"(home)\"")),
        ("title:walk wal* ", Some("\"title:walk\" \"wal*\"")),
        ("NEAR(a b, 5) ^c -d a+b ", Some("\"near(a\" \"b,\" \"5)\" \"^c\" \"-d\" \"a+b\"")),
        ("5＂ ", Some("\"5\"")),
        ("日記帳 🦊 tag:x", None),
    ] {
        assert_eq!(read(typed).words_expression().as_deref(), expression, "{typed}");
    }
    assert_eq!(Term::Words { text: "say\"so\"".into(), open: false }, words("say\"so\""));
    let quoted = Query { terms: vec![words("say \"so\"")], ..Query::default() };
    assert_eq!(quoted.words_expression().as_deref(), Some("\"say \"\"so\"\"\""));
    let query = read("日 日記 日記帳 日記帳を");
    assert_eq!(query.stretches_expression().as_deref(), Some("\"日記帳\" \"日記帳を\""));
    assert_eq!(query.short_stretches().collect::<Vec<_>>(), ["日", "日記"]);
}

#[test]
fn spellings_of_a_word_fold_into_one() {
    for spellings in [
        &["strasse", "straße", "STRASSE", "STRAẞE"][..],
        &["diyarbakir", "Dİyarbakır", "DIYARBAKIR", "diyarbakır"],
        &["οδοσ", "ΟΔΟΣ", "οδός", "Οδος"],
        &["cafe", "café", "cafe\u{301}", "CAFÉ", "ｃａｆé", "CAFÉ"],
        &["nguyen", "Nguyễn", "nguye\u{302}\u{303}n"],
        &["lodz", "Łódź"],
        &["aegir", "Ægir"],
        &["coeur", "cœur"],
        &["fine", "ﬁne"],
        &["パン", "ﾊﾟﾝ", "ハ\u{309a}ン"],
        &["한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"],
        &["שלום", "שָׁלוֹם"],
        &["محمد", "مُحَمَّد"],
        &["softhyphen", "soft\u{ad}hyphen"],
        &["❤", "❤\u{fe0f}"],
        &["you 🥰🦊 too", "you🥰🦊too"],
        &["елка", "ёлка", "ЁЛКА"],
    ] {
        let folded: Vec<String> = spellings.iter().map(|spelling| fold(spelling)).collect();
        assert!(folded.iter().all(|form| form == spellings[0]), "{folded:?}");
    }
    for (one, other) in [("か", "が"), ("क", "कि"), ("กา", "กิ"), ("は", "ハ")] {
        assert_ne!(fold(one), fold(other), "these are different words");
    }
}

#[test]
fn only_a_text_that_needs_it_is_stored_folded() {
    let form = |title: &str, body: &str| search_form(title, body);
    let plain = SearchForm { unbroken: false, folded_title: None, folded_body: None };
    assert_eq!(form("", "It’s been a day… – “quiet” & good. Çà et là, über 3 € 😀☀💔"), plain);
    assert_eq!(form("Straße", "x"), SearchForm { folded_title: Some("strasse".into()), ..plain.clone() });
    assert_eq!(form("a", "日記"), SearchForm { unbroken: true, folded_body: Some("日記".into()), ..plain.clone() });
    assert_eq!(form("日記", ""), SearchForm { unbroken: true, folded_title: Some("日記".into()), ..plain });
}

#[test]
fn scripts_without_breaks_are_known() {
    for text in ["漢", "ひ", "カ", "ｶ", "한", "ㄱ", "ก", "ລ", "ខ", "က", "𠀀", "ㄅ", "x々"] {
        assert!(has_unbroken_script(text) && has_unbroken_script(&fold(text)), "{text}");
    }
    for text in ["", "a", "é", "Ω", "я", "א", "م", "क", "฿", "🦊", "「」", "・"] {
        assert!(!has_unbroken_script(text), "{text}");
    }
}

fn marker(typed: &str) -> Marker {
    Marker::of(&read(typed))
}

/// With brackets where the marks are.
fn shown(text: &str) -> String {
    text.replace(FOUND, "[").replace(FOUND_END, "]")
}

#[test]
fn found_words_are_marked_in_the_text_as_it_was_written() {
    for (typed, text, marked) in [
        ("walk ", "A Walk, a walker, WALK!", "A [Walk], a walker, [WALK]!"),
        ("walk", "A walker walks.", "A [walker] [walks]."),
        ("strasse ", "Die Straße, die STRASSE", "Die [Straße], die [STRASSE]"),
        ("cafe", "Le cafe\u{301} des Cafés", "Le [cafe\u{301}] des [Cafés]"),
        ("istanbul ", "İSTANBUL ıstanbul", "[İSTANBUL] [ıstanbul]"),
        ("\"by the river\"", "By the  RIVER, by a river", "[By the  RIVER], by a river"),
        ("don't ", "I don’t", "I [don’t]"),
        ("by river ", "by the river", "[by] the [river]"),
        ("日記", "今日の日記、日記帳", "今日の[日記]、[日記]帳"),
        ("パン", "朝にﾊﾟﾝを", "朝に[ﾊﾟﾝ]を"),
        ("👩👧", "we 👩\u{200d}👧 two", "we [👩\u{200d}👧] two"),
        ("❤", "so ❤\u{fe0f}!", "so [❤\u{fe0f}]!"),
        ("ss ", "Maß", "Maß"),
        ("nothing ", "else", "else"),
        ("walk ", "w\u{e000}alk walk\u{e001}", "walk [walk]"),
        ("e\u{301} ", "é e E\u{301}x", "[é] [e] E\u{301}x"),
        ("", "all", "all"),
    ] {
        assert_eq!(shown(&marker(typed).line(text)), marked, "{typed}");
    }
}

#[test]
fn a_snippet_is_a_line_without_marks_around_what_was_found() {
    for (typed, text, snippet) in [
        ("walk ", "# A walk\n\nBy the **river**.", "A [walk] By the river."),
        ("river ", "# A walk\n\nBy the **river**.", "A walk By the [river]."),
        ("example ", "see [here](https://example.org)", "see [here](https://[example].org)"),
        ("walk ", "- bread\n- walk home", "bread [walk] home"),
        ("日記", "今日の**日記**です", "今日の[日記]です"),
    ] {
        assert_eq!(marker(typed).snippet(text).map(|text| shown(&text)).as_deref(), Some(snippet), "{text}");
    }
    assert_eq!(marker("walk ").snippet("talk"), None);
    assert_eq!(marker("").snippet("talk"), None);

    let far = format!("{}walk {}", "word ".repeat(100), "more ".repeat(100));
    let snippet = shown(&marker("walk ").snippet(&far).unwrap());
    assert!(snippet.starts_with("…word ") && snippet.contains(" [walk] more ") && snippet.ends_with(" more…"), "{snippet}");
    assert!((120..=170).contains(&snippet.chars().count()), "{snippet}");

    let both = format!("walk {} walk by the river {}", "word ".repeat(60), "more ".repeat(60));
    let snippet = shown(&marker("walk river ").snippet(&both).unwrap());
    assert!(snippet.contains("[walk] by the [river]"), "the place with most of the words: {snippet}");
}

#[test]
fn a_snippet_of_a_stretch_without_spaces_is_short_too() {
    let text = format!("{}日記{}", "あ".repeat(500), "い".repeat(500));
    let snippet = shown(&marker("日記").snippet(&text).unwrap());
    assert!(snippet.contains("あ[日記]い") && snippet.chars().count() <= 166, "{snippet}");
    let text = format!("{}👩\u{200d}👧{}", "🦊".repeat(300), "👩\u{200d}👩\u{200d}👦".repeat(300));
    let snippet = shown(&marker("👩👧").snippet(&text).unwrap());
    assert!(snippet.contains("🦊[👩\u{200d}👧]👩\u{200d}👩\u{200d}👦"), "{snippet}");
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn folding_sees_no_difference_in_how_accents_are_written(text in "\\PC{0,40}") {
        use unicode_normalization::UnicodeNormalization as _;
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(fold(&composed), fold(&text));
        prop_assert_eq!(fold(&decomposed), fold(&text));
    }

    #[test]
    fn marking_changes_nothing_but_the_marks(typed in "\\PC{0,12}", text in "\\PC{0,60}") {
        let without = |text: &str| text.replace([FOUND, FOUND_END], "");
        let marked = marker(&typed).line(&text);
        prop_assert_eq!(without(&marked), without(&text));
        prop_assert_eq!(marked.matches(FOUND).count(), marked.matches(FOUND_END).count());
    }

    #[test]
    fn a_snippet_of_anything_is_balanced(typed in "[a-c日🦊 \"]{0,6}", text in "[a-c日記🦊\u{301}\u{200d}*_`#>\\[\\]() \n]{0,400}") {
        if let Some(snippet) = marker(&typed).snippet(&text) {
            prop_assert!(snippet.contains(FOUND) && !snippet.contains('\n'), "{:?}", snippet);
            prop_assert_eq!(snippet.matches(FOUND).count(), snippet.matches(FOUND_END).count());
        }
    }
}
