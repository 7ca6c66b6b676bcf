//! The summary through the use-cases: what can be chosen for it, and that nothing but that is in it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use ampersand_core::app::{AgreementDraft, LineDraft, NewEntry, Session, Settings, SourceDraft, SummaryChoice, SummaryDocument};
use ampersand_core::assessment::instrument::ScaleId;
use ampersand_core::checkin::daily::CheckInAnswers;
use ampersand_core::checkin::taps::TapAnswer;
use ampersand_core::checkin::together::agenda::TogetherHeading;
use ampersand_core::checkin::together::agreement::{Review, ReviewOutcome, Who};
use ampersand_core::checkin::together::stage::MeetingMove;
use ampersand_core::ids::{AgreementId, EntryId, RunId};
use ampersand_core::journal::entry::EntryContent;
use ampersand_core::practice::circle::LoveKind;
use ampersand_core::time::{CivilDate, NowContext};
use ampersand_tests::files::content_unchanged;
use ampersand_tests::journal::code;
use ampersand_tests::world::{ALL_NO, at, create, leaning, taken};
use std::path::Path;

fn in_vault(f: impl FnOnce(&Session, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    f(&create(folder.path(), 41), folder.path());
}

fn day(ctx: &NowContext) -> CivilDate {
    ctx.today().unwrap()
}

/// An entry for the day of `ctx`.
fn entry(session: &Session, ctx: &NowContext, title: &str, body: &str) -> EntryId {
    let editor = session.begin_entry(ctx, &NewEntry::default()).unwrap();
    let content = EntryContent { title: Some(title.into()), body: body.into(), ..editor.content };
    session.save_entry(ctx, editor.draft, &content).unwrap().entry.id
}

fn mood(session: &Session, ctx: &NowContext, value: i32, line: &str) {
    let answers = vec![TapAnswer { item: "mood".into(), value: Some(value) }, TapAnswer { item: "own_time".into(), value: Some(1) }];
    let answers = CheckInAnswers { answers, feelings: vec!["calm".into()], line: Some(line.into()) };
    session.save_check_in(ctx, day(ctx), &answers).unwrap();
}

fn pulse(session: &Session, ctx: &NowContext, value: i32) {
    let answers: Vec<TapAnswer> = (1..=8).map(|n| TapAnswer { item: format!("P{n}"), value: Some(value) }).collect();
    session.save_pulse(ctx, day(ctx), &answers).unwrap();
}

/// Nothing ticked, of the two months from [`at`]`(0, 0)` on.
fn nothing() -> SummaryChoice {
    SummaryChoice {
        from: day(&at(0, 0)),
        to: day(&at(60, 0)),
        runs: vec![],
        agreements: vec![],
        check_ins: false,
        pulses: false,
        entries: vec![],
        questions: false,
    }
}

fn made(session: &Session, choice: &SummaryChoice) -> SummaryDocument {
    session.summary(&at(60, 0), choice).unwrap()
}

/// All that a summary shows, as a page and as a preview.
fn shown(document: &SummaryDocument) -> String {
    format!("{}{:?}", document.html, document.parts)
}

/// The words that mark each thing that is in a furnished vault.
const NAME: &str = "Marguerite";
const SOURCE: &str = "Bartholomew";
const ENTRIES: [&str; 3] = ["kingfisher", "lamplighter", "windowsill"];
const TITLES: [&str; 3] = ["Heron", "Bakery", "Attic"];
const LINE: &str = "pelargonium";
const OWN: &str = "May I bring my dog?";
const TICKED: &str = "What does it cost, and does my insurance pay a part?";

struct Furnished {
    runs: Vec<RunId>,
    entries: Vec<EntryId>,
}

/// A vault with something of everything, each with a word of its own.
fn furnished(session: &Session) -> Furnished {
    session.complete_first_run(Some(NAME)).unwrap();
    session.answer_safety(&ALL_NO).unwrap();
    session.save_source(&at(0, 0), &SourceDraft { id: None, name: SOURCE.into(), love: LoveKind::Friends, gives: vec![] }).unwrap();
    let first = taken(session, &at(0, 0), leaning(3, 1));
    for n in 0..3 {
        mood(session, &at(n, 1), i32::try_from(n).unwrap() + 1, LINE);
    }
    pulse(session, &at(0, 1), 1);
    pulse(session, &at(7, 1), 3);
    let entries = (0..3).map(|n| {
        entry(
            session,
            &at(n, 2),
            TITLES[usize::try_from(n).unwrap()],
            &format!("# I saw\n\nA **{}**.", ENTRIES[usize::try_from(n).unwrap()]),
        )
    });
    let entries = entries.collect();
    session.tick_question(&at(0, 0), "cost", true).unwrap();
    session.save_own_question(&at(0, 0), None, OWN).unwrap();
    let second = taken(session, &at(60, 0), leaning(1, 3));
    Furnished { runs: vec![first, second], entries }
}

#[test]
fn the_choices_are_those_of_the_days() {
    in_vault(|session, _| {
        let Furnished { runs, entries } = furnished(session);
        let all = session.summary_choices(&at(60, 0), None, None).unwrap();
        assert_eq!((all.from, all.to, all.today), (day(&at(60, 0)).minus_days(83), day(&at(60, 0)), day(&at(60, 0))));
        assert_eq!(
            all.ranges.iter().map(|range| (range.weeks, range.to.days_since(range.from))).collect::<Vec<_>>(),
            [(4, 27), (12, 83), (26, 181), (52, 363)]
        );
        assert_eq!(all.runs.iter().map(|run| run.id).collect::<Vec<_>>(), [runs[1], runs[0]]);
        assert_eq!(all.entries.iter().map(|entry| entry.id).collect::<Vec<_>>(), [entries[2], entries[1], entries[0]]);
        assert_eq!((all.check_ins, all.pulses, all.more, all.questions), (3, 2, false, 2));
        let one = session.summary_choices(&at(60, 0), Some(day(&at(1, 0))), Some(day(&at(1, 0)))).unwrap();
        assert_eq!((one.runs.len(), one.check_ins, one.pulses, one.entries.len()), (0, 1, 0, 1));
        session.trash_entries(&at(60, 0), &[entries[1]]).unwrap();
        assert_eq!(session.summary_choices(&at(60, 0), Some(day(&at(1, 0))), Some(day(&at(1, 0)))).unwrap().entries.len(), 0);
    });
}

#[test]
fn two_hundred_entries_are_offered_and_it_says_that_there_are_more() {
    in_vault(|session, _| {
        for n in 0..201 {
            entry(session, &at(0, 0), "Many", &format!("number {n}"));
        }
        let choices = session.summary_choices(&at(0, 0), None, None).unwrap();
        assert_eq!((choices.entries.len(), choices.more), (200, true));
        session.trash_entries(&at(0, 0), &[choices.entries[0].id]).unwrap();
        let choices = session.summary_choices(&at(0, 0), None, None).unwrap();
        assert_eq!((choices.entries.len(), choices.more), (200, false));
        let choice = SummaryChoice { entries: choices.entries.iter().map(|entry| entry.id).collect(), ..nothing() };
        let page = session.summary(&at(60, 0), &choice).unwrap().html;
        assert_eq!(page.matches("<h3").count(), 200);
    });
}

#[test]
fn nothing_but_what_was_ticked_is_in_it() {
    in_vault(|session, _| {
        let Furnished { runs, entries } = furnished(session);
        let one = |n: usize| SummaryChoice { entries: vec![entries[n]], ..nothing() };
        // Each choice with the words that may be in it; all other marked words may not.
        let second_check = format!("The Check of {}", day(&at(60, 0)));
        let marked = [
            NAME,
            SOURCE,
            ENTRIES[0],
            ENTRIES[1],
            ENTRIES[2],
            TITLES[0],
            TITLES[1],
            TITLES[2],
            LINE,
            OWN,
            TICKED,
            "The Check of",
            &second_check,
            "Days with a check-in",
            "Weeks with a pulse",
            "Agreements",
        ];
        let cases: [(SummaryChoice, &[&str]); 8] = [
            (one(0), &[ENTRIES[0], TITLES[0]]),
            (one(2), &[ENTRIES[2], TITLES[2]]),
            (SummaryChoice { entries: vec![entries[1], entries[0]], ..nothing() }, &[ENTRIES[0], TITLES[0], ENTRIES[1], TITLES[1]]),
            (SummaryChoice { runs: vec![runs[0]], ..nothing() }, &["The Check of"]),
            (SummaryChoice { runs: vec![runs[1]], ..nothing() }, &["The Check of", &second_check]),
            (SummaryChoice { check_ins: true, ..nothing() }, &["Days with a check-in"]),
            (SummaryChoice { pulses: true, ..nothing() }, &["Weeks with a pulse"]),
            (SummaryChoice { questions: true, ..nothing() }, &[OWN, TICKED]),
        ];
        for (choice, may) in &cases {
            let shown = shown(&made(session, choice));
            for word in marked {
                assert_eq!(shown.contains(word), may.contains(&word), "{word} in {choice:?}");
            }
        }
    });
}

#[test]
fn it_says_what_the_screens_say() {
    in_vault(|session, _| {
        let Furnished { runs, entries } = furnished(session);
        let choice = SummaryChoice { runs: runs.clone(), check_ins: true, pulses: true, entries, questions: true, ..nothing() };
        let document = made(session, &choice);
        assert_eq!(document.file_name, format!("notes-{}.html", day(&at(60, 0))));
        let result = session.check_result(runs[0]).unwrap();
        let estimate = result.scores.estimate(ScaleId::Ef).unwrap();
        let page = &document.html;
        let cell = |value: f64| {
            let text = format!("{value:.1}");
            text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
        };
        for said in [
            result.titles[0].to_owned(),
            format!("<td dir=\"auto\">{}</td>", cell(estimate.score)),
            format!("{} up or down", cell(estimate.sem)),
            "There is a check-in for 3 of 61 days.".into(),
            // Moods of 1, 2 and 3.
            "yes on 3 of 3".into(),
            "From 2026-11-23 to 2027-01-22".into(),
            "<p dir=\"auto\">A lamplighter.</p>".into(),
        ] {
            assert!(page.contains(&said), "{said}");
        }
        let heads: Vec<_> = document.parts.iter().filter_map(|part| part.heading.as_deref()).collect();
        assert_eq!(heads.len(), 7, "{heads:?}");
        assert!(heads[1] < heads[2], "the older Check comes first: {heads:?}");
        assert_eq!(made(session, &choice), document, "the same each time");
    });
}

/// A whole check-in with the partner on the day of `ctx`, and what was agreed on.
fn agreed(session: &Session, ctx: &NowContext, all: &[&str]) -> Vec<AgreementId> {
    let id = session.begin_meeting(ctx).unwrap().id;
    let line = LineDraft { id: None, heading: TogetherHeading::Appreciation, text: "private to me".into() };
    let line = session.save_line(ctx, id, &line).unwrap().headings[0].lines[0].id;
    session.move_meeting(ctx, id, MeetingMove::Choose).unwrap();
    session.choose_line(ctx, id, line, Some("said out loud")).unwrap();
    session.move_meeting(ctx, id, MeetingMove::Start { minutes: 20 }).unwrap();
    session.move_meeting(ctx, id, MeetingMove::ToAgreements).unwrap();
    for what in all {
        let draft = AgreementDraft { id: None, who: Who::Both, what: (*what).into(), review_on: day(ctx).plus_days(7) };
        session.save_agreement(ctx, id, &draft).unwrap();
    }
    let view = session.move_meeting(ctx, id, MeetingMove::ToAfterwards).unwrap();
    session.move_meeting(ctx, id, MeetingMove::Finish).unwrap();
    view.agreements.iter().map(|agreement| agreement.id).collect()
}

#[test]
fn agreements_are_ticked_one_by_one_and_are_absent_in_care_mode() {
    in_vault(|session, folder| {
        furnished(session);
        let ids = agreed(session, &at(10, 0), &["Phones away at dinner", "A walk on Sundays"]);
        let review = Review { outcome: ReviewOutcome::Partly, note: Some("a secret note".into()), next_review_on: None };
        session.review_agreement(&at(17, 0), ids[0], &review).unwrap();
        let of = |from, to| session.summary_choices(&at(60, 0), Some(day(&at(from, 0))), Some(day(&at(to, 0)))).unwrap().agreements;
        assert_eq!(of(0, 60).iter().map(|agreement| agreement.id).collect::<Vec<_>>(), ids);
        assert_eq!(
            (of(0, 9).len(), of(10, 10).len(), of(11, 20).len(), of(18, 60).len()),
            (0, 2, 1, 0),
            "made, or looked at, on these days"
        );
        let one = |n: usize| SummaryChoice { agreements: vec![ids[n]], ..nothing() };
        let shown_of = |choice: &SummaryChoice| shown(&made(session, choice));
        let (first, second) = (shown_of(&one(0)), shown_of(&one(1)));
        assert!(first.contains("Phones away at dinner") && first.contains("kept in part") && !first.contains("A walk on Sundays"));
        assert!(second.contains("A walk on Sundays") && second.contains("not yet") && !second.contains("Phones away"));
        for private in ["private to me", "said out loud", "a secret note"] {
            assert!(!first.contains(private) && !second.contains(private), "{private}");
        }
        // What was found later is not yet known by then.
        let early = SummaryChoice { to: day(&at(16, 0)), ..one(0) };
        assert!(shown_of(&early).contains("not yet"));
        for (choice, wanted) in [
            (SummaryChoice { agreements: vec![ids[0], ids[0]], ..nothing() }, "agreement duplicate"),
            (SummaryChoice { to: day(&at(9, 0)), ..one(0) }, "agreement not_offered"),
            (SummaryChoice { agreements: vec![AgreementId::from_bytes([9; 16])], ..nothing() }, "agreement not_offered"),
        ] {
            assert_eq!(code(session.summary(&at(60, 0), &choice)), wanted);
        }

        session.enter_care_mode().unwrap();
        assert_eq!(of(0, 60), []);
        content_unchanged(folder, || assert_eq!(code(session.summary(&at(60, 0), &one(0))), "care_mode"));
        let both = SummaryChoice { check_ins: true, ..nothing() };
        assert!(!shown_of(&both).contains("Agreements"));
        session.leave_care_mode(&ALL_NO).unwrap();
        assert_eq!(shown_of(&one(0)), first);
    });
}

#[test]
fn what_cannot_be_chosen_is_refused() {
    in_vault(|session, folder| {
        let Furnished { runs, entries } = furnished(session);
        let late = entry(session, &at(70, 0), "Later", "of another day");
        session.trash_entries(&at(60, 0), &[entries[1]]).unwrap();
        let (ctx, today) = (at(70, 0), day(&at(70, 0)));
        content_unchanged(folder, || {
            for (choice, wanted) in [
                (nothing(), "choice nothing_chosen"),
                (SummaryChoice { entries: vec![entries[1]], ..nothing() }, "entry not_offered"),
                (SummaryChoice { entries: vec![late], ..nothing() }, "entry not_offered"),
                (SummaryChoice { entries: vec![EntryId::from_bytes([9; 16])], ..nothing() }, "entry not_offered"),
                (SummaryChoice { entries: vec![entries[0], entries[0]], ..nothing() }, "entry duplicate"),
                (SummaryChoice { runs: vec![RunId::from_bytes([9; 16])], ..nothing() }, "run not_offered"),
                (SummaryChoice { runs: vec![runs[0], runs[0]], ..nothing() }, "run duplicate"),
                (SummaryChoice { runs: vec![runs[1]], to: day(&at(8, 0)), ..nothing() }, "run not_offered"),
                (SummaryChoice { from: day(&at(1, 0)), to: day(&at(0, 0)), check_ins: true, ..nothing() }, "date end_before_start"),
                (SummaryChoice { to: today.plus_days(1), check_ins: true, ..nothing() }, "date out_of_range"),
            ] {
                assert_eq!(code(session.summary(&ctx, &choice)), wanted, "{choice:?}");
            }
            assert_eq!(code(session.summary_choices(&ctx, Some(today), Some(today.minus_days(1)))), "date end_before_start");
            assert_eq!(code(session.summary_choices(&ctx, None, Some(today.plus_days(1)))), "date out_of_range");
        });
        session.tick_question(&ctx, "cost", false).unwrap();
        let own = session.support().unwrap().own[0].id;
        session.delete_own_question(own).unwrap();
        assert_eq!(code(session.summary(&ctx, &SummaryChoice { questions: true, ..nothing() })), "choice nothing_chosen", "none is ticked");
    });
}

#[test]
fn the_edges_of_the_days_are_in_it() {
    in_vault(|session, _| {
        furnished(session);
        let of = |from: i64, to: i64| {
            let choice = SummaryChoice { from: day(&at(from, 0)), to: day(&at(to, 0)), check_ins: true, pulses: true, ..nothing() };
            let parts = made(session, &choice).parts;
            (parts[1].lines[0].clone(), parts[2].lines.len() - 1)
        };
        assert_eq!(of(0, 2), ("There is a check-in for 3 of 3 days. A day without one is a gap and no zero.".into(), 1));
        assert_eq!(of(1, 7), ("There is a check-in for 2 of 7 days. A day without one is a gap and no zero.".into(), 1));
        assert_eq!(of(0, 7).1, 2);
        assert_eq!(of(3, 3), ("There is a check-in for 0 of 1 days. A day without one is a gap and no zero.".into(), 0));
    });
}

/// A page can be seen by the one whom somebody fears: it is the same page, with less on it.
#[test]
fn in_care_mode_the_couple_is_in_no_question_and_the_page_does_not_say_why() {
    in_vault(|session, folder| {
        let Furnished { runs, .. } = furnished(session);
        session.tick_question(&at(0, 0), "both-heard", true).unwrap();
        let couple = session.support().unwrap().questions.into_iter().filter(|question| question.couple).collect::<Vec<_>>();
        assert_eq!(couple.len(), 3);
        let choice = SummaryChoice { runs, questions: true, ..nothing() };
        let before = made(session, &choice);
        assert!(before.html.contains(&couple[1].text));

        session.enter_care_mode().unwrap();
        let view = session.support().unwrap();
        assert!(!view.couple_offered && view.questions.len() == 7);
        let during = made(session, &choice);
        for question in &couple {
            assert!(!format!("{view:?}{}", shown(&during)).contains(&question.text), "{}", question.id);
            assert_eq!(code(session.tick_question(&at(0, 0), &question.id, false)), "care_mode");
        }
        let without = |page: &str| page.replace(&format!("<li dir=\"auto\">{}</li>\n", couple[1].text), "");
        assert!(without(&before.html) == during.html, "but for that question it is the page of before");
        content_unchanged(folder, || assert!(made(session, &choice) == during));
        session.leave_care_mode(&ALL_NO).unwrap();
        assert_eq!(made(session, &choice), before);
    });
}

#[test]
fn a_name_that_was_set_is_never_in_it_and_a_locked_vault_tells_nothing() {
    in_vault(|session, _| {
        let Furnished { runs, entries } = furnished(session);
        let settings = session.settings().unwrap();
        session.save_settings(&Settings { name: Some("Wilhelmina".into()), ..settings }).unwrap();
        let choice = SummaryChoice { runs, check_ins: true, pulses: true, entries, questions: true, ..nothing() };
        assert!(!shown(&made(session, &choice)).contains("Wilhelmina"));
        session.lock();
        assert_eq!(code(session.summary(&at(60, 0), &choice)), "locked: locked");
        assert_eq!(code(session.support()), "locked: locked");
    });
}
