//! The relationship check-in through the use-cases: from the first private line to a closed agreement, what is refused, what
//! the reminders hold of it, and that in care mode none of it exists.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use ampersand_core::app::{Afterwards, AgreementDraft, LineDraft, MeetingView, Session};
use ampersand_core::checkin::together::agenda::TogetherHeading::{self, Appreciation, MyBehaviour, OverFunction};
use ampersand_core::checkin::together::agreement::{Review, ReviewOutcome, Who};
use ampersand_core::checkin::together::stage::MeetingMove::{
    BackToPreparing, Choose, Finish, NextTopic, NextTurn, Pause, Start, ToAfterwards, ToAgreements,
};
use ampersand_core::checkin::together::stage::{MeetingMoveKind, MeetingStage, MeetingTurn};
use ampersand_core::error::{Clash, Error, Field, InvalidInput, Missing, Reason};
use ampersand_core::ids::{AgreementId, LineId, MeetingId, TopicId};
use ampersand_core::time::CivilDate;
use ampersand_tests::together::{agreed, brought_to, draft, written};
use ampersand_tests::world::{HOUR, START, at, create, now};

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn in_vault() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 41);
    (folder, session)
}

fn refused<T: std::fmt::Debug>(result: &Result<T, Error>, field: Field, reason: Reason) {
    assert!(matches!(result, Err(Error::Invalid(it)) if *it == InvalidInput::new(field, reason)), "{field} {reason}: {result:?}");
}

fn in_the_way<T: std::fmt::Debug>(result: &Result<T, Error>, clash: Clash) {
    assert!(matches!(result, Err(Error::Conflict { kind, .. }) if *kind == clash), "{clash}: {result:?}");
}

fn missing<T: std::fmt::Debug>(result: &Result<T, Error>, what: Missing) {
    assert!(matches!(result, Err(Error::NotFound { kind, .. }) if *kind == what), "{what}: {result:?}");
}

fn agenda(view: &MeetingView) -> Vec<&str> {
    view.agenda.iter().map(|topic| topic.text.as_str()).collect()
}

fn under(view: &MeetingView, heading: TogetherHeading) -> Vec<(&str, bool, Option<&str>)> {
    let found = view.headings.iter().find(|it| it.heading == heading).unwrap();
    found.lines.iter().map(|line| (line.text.as_str(), line.chosen, line.reworded.as_deref())).collect()
}

#[test]
fn from_the_first_line_to_a_kept_agreement() {
    let (_folder, session) = in_vault();
    let ctx = at(0, 0);
    let view = session.begin_meeting(&ctx).unwrap();
    let id = view.id;
    assert_eq!((view.stage, view.moves.as_slice()), (MeetingStage::Preparing, [MeetingMoveKind::Choose].as_slice()));
    assert_eq!(view.headings.iter().map(|it| it.heading).collect::<Vec<_>>(), TogetherHeading::ALL);
    assert_eq!(session.begin_meeting(&at(1, 0)).unwrap().id, id, "the open one is answered");
    session.save_line(&ctx, id, &draft(Appreciation, " You laugh at rain ")).unwrap();
    let shirts = written(&session, &ctx, id, "I fold your shirts");
    let secret = written(&session, &ctx, id, "I am tired of it");
    session.move_meeting(&ctx, id, Choose).unwrap();
    let view = session.choose_line(&ctx, id, shirts, Some("The shirts are yours to fold")).unwrap();
    assert_eq!(under(&view, Appreciation), [("You laugh at rain", false, None)]);
    let lines = under(&view, MyBehaviour);
    assert_eq!(lines, [("I fold your shirts", true, Some("The shirts are yours to fold")), ("I am tired of it", false, None)]);
    let rain = view.headings[0].lines[0].id;
    let view = session.choose_line(&ctx, id, rain, None).unwrap();
    assert_eq!(agenda(&view), ["The shirts are yours to fold", "You laugh at rain"]);
    let view = session.move_topic(&ctx, id, view.agenda[1].id, 0).unwrap();
    assert_eq!(agenda(&view), ["You laugh at rain", "The shirts are yours to fold"]);
    // The line behind a topic changes; what was chosen does not.
    let changed = LineDraft { id: Some(shirts), heading: OverFunction, text: "Shirts, always me".into() };
    let view = session.save_line(&ctx, id, &changed).unwrap();
    assert_eq!(agenda(&view)[1], "The shirts are yours to fold");
    assert_eq!(under(&view, OverFunction), [("Shirts, always me", true, Some("The shirts are yours to fold"))]);
    let text = session.agenda_text(id).unwrap();
    assert!(text.contains("The shirts are yours to fold") && !text.contains("always me") && !text.contains("tired"), "{text}");
    assert_eq!(session.unchoose_line(&ctx, id, secret).unwrap().agenda.len(), 2, "it was not there");

    let view = session.move_meeting(&ctx, id, Start { minutes: 25 }).unwrap();
    assert!(view.headings.is_empty() && !view.may_write, "not beside anybody");
    assert_eq!((view.topic, view.turn, view.time_left_s), (Some(0), MeetingTurn::Me, Some(25 * 60)));
    assert_eq!((view.started_at, view.stop_at), (Some(START), Some(START + 25 * 60_000)));
    assert_eq!(session.move_meeting(&ctx, id, NextTurn).unwrap().turn, MeetingTurn::You);
    let view = session.move_meeting(&ctx, id, NextTopic).unwrap();
    assert_eq!((view.topic, view.turn), (Some(1), MeetingTurn::Me));
    assert_eq!(view.agenda.iter().map(|topic| topic.covered).collect::<Vec<_>>(), [true, false]);
    let view = session.move_meeting(&ctx, id, NextTopic).unwrap();
    assert_eq!((view.topic, view.agenda[1].covered), (Some(1), true), "the last one stays");
    session.move_meeting(&ctx, id, ToAgreements).unwrap();
    let what = AgreementDraft { id: None, who: Who::You, what: "Shirts on Sunday".into(), review_on: day("2026-11-30") };
    let view = session.save_agreement(&ctx, id, &what).unwrap();
    let agreement = view.agreements[0].clone();
    assert_eq!((agreement.what.as_str(), agreement.review_on, agreement.due), ("Shirts on Sunday", Some(day("2026-11-30")), false));
    let view = session.save_agreement(&ctx, id, &AgreementDraft { id: Some(agreement.id), who: Who::Both, ..what }).unwrap();
    assert_eq!((view.agreements.len(), view.agreements[0].who), (1, Who::Both));
    session.move_meeting(&ctx, id, ToAfterwards).unwrap();
    let how = Afterwards { felt: Some(3), learned: Some("Rain helps".into()), next_on: Some(day("2026-12-07")) };
    assert_eq!(session.save_afterwards(&ctx, id, &how).unwrap().afterwards, Some(how));
    assert!(session.move_meeting(&ctx, id, Finish).unwrap().moves.is_empty());

    let view = session.together(&at(1, 0)).unwrap();
    assert_eq!((view.meeting, view.next_on, view.agreements.len()), (None, Some(day("2026-12-07")), 1));
    let past = &view.past[0];
    assert_eq!((past.id, past.held_on, past.topics, past.agreements), (id, day("2026-11-23"), 2, 1));
    let glimpse = session.home(&at(7, 0)).unwrap().together.unwrap();
    assert_eq!((glimpse.meeting_open, glimpse.next_on, glimpse.agreements_due), (false, Some(day("2026-12-07")), 1));
    let review = |outcome, next: Option<&str>| Review { outcome, note: Some("went well".into()), next_review_on: next.map(day) };
    let view = session.review_agreement(&at(7, 0), agreement.id, &review(ReviewOutcome::Partly, Some("2026-12-14"))).unwrap();
    assert_eq!((view.agreements[0].review_on, view.agreements[0].due), (Some(day("2026-12-14")), false), "open, with a day");
    let view = session.review_agreement(&at(21, 0), agreement.id, &review(ReviewOutcome::Kept, None)).unwrap();
    assert!(view.agreements.is_empty() && view.reviewed[0].reviews.len() == 2 && !view.reviewed[0].may_review);
    assert_eq!(view.reviewed[0].reviews[0].next_on, Some(day("2026-12-14")));
    assert_eq!(session.home(&at(21, 0)).unwrap().together.unwrap().agreements_due, 0);
}

#[test]
fn a_pause_ends_it_kindly_and_the_time_is_told_by_the_moment_of_the_call() {
    let (_folder, session) = in_vault();
    let id = brought_to(&session, &at(0, 0), MeetingStage::Meeting).id;
    let left = |millis: i64| session.meeting(&now(START + millis), id).unwrap();
    assert_eq!((left(60_000).time_left_s, left(60_000).ending), (Some(19 * 60), None));
    let over = left(20 * 60_000);
    assert!(over.time_left_s == Some(0) && over.ending.is_some(), "{over:?}");
    assert_eq!(left(3 * HOUR).time_left_s, Some(0));
    assert_eq!(left(-HOUR).time_left_s, Some(20 * 60), "the clock was set back");
    let ended = session.move_meeting(&at(0, 0), id, Pause).unwrap();
    assert!(ended.ending.is_some() && ended.ending != over.ending && ended.may_look_back && ended.moves.is_empty());
    let how = Afterwards { felt: Some(1), learned: None, next_on: None };
    assert_eq!(session.save_afterwards(&at(0, 1), id, &how).unwrap().afterwards, Some(how));
    let view = session.together(&at(0, 1)).unwrap();
    assert_eq!((view.meeting, view.past[0].stage), (None, MeetingStage::EndedEarly));
    assert_ne!(session.begin_meeting(&at(1, 0)).unwrap().id, id);
}

#[test]
fn what_is_written_has_its_limits() {
    let (_folder, session) = in_vault();
    let ctx = at(0, 0);
    let id = session.begin_meeting(&ctx).unwrap().id;
    let save = |text: &str| session.save_line(&ctx, id, &draft(MyBehaviour, text));
    refused(&save(" "), Field::Line, Reason::TooShort);
    refused(&save("one\ntwo"), Field::Line, Reason::ControlCharacter);
    refused(&save(&"ä".repeat(501)), Field::Line, Reason::TooLong);
    for n in 0..100 {
        save(&format!("line {n}")).unwrap();
    }
    refused(&save("one more"), Field::Lines, Reason::TooMany);
    let view = session.move_meeting(&ctx, id, Choose).unwrap();
    let lines: Vec<LineId> = view.headings.iter().flat_map(|it| &it.lines).map(|line| line.id).collect();
    for line in &lines[..12] {
        session.choose_line(&ctx, id, *line, None).unwrap();
    }
    refused(&session.choose_line(&ctx, id, lines[12], None), Field::Topics, Reason::TooMany);
    refused(&session.choose_line(&ctx, id, lines[0], Some("\u{2028}x\u{2028}y")), Field::Line, Reason::ControlCharacter);
    assert_eq!(session.choose_line(&ctx, id, lines[0], Some("in other words")).unwrap().agenda.len(), 12, "one that is there");
    for minutes in [0, 4, 61] {
        refused(&session.move_meeting(&ctx, id, Start { minutes }), Field::Minutes, Reason::OutOfRange);
    }
    session.move_meeting(&ctx, id, Start { minutes: 5 }).unwrap();
    session.move_meeting(&ctx, id, ToAgreements).unwrap();
    let agree = |what: &str, on: &str| {
        let draft = AgreementDraft { id: None, who: Who::Me, what: what.into(), review_on: day(on) };
        session.save_agreement(&ctx, id, &draft)
    };
    refused(&agree("", "2026-11-24"), Field::What, Reason::TooShort);
    refused(&agree(&"x".repeat(201), "2026-11-24"), Field::What, Reason::TooLong);
    refused(&agree("today", "2026-11-23"), Field::ReviewOn, Reason::InPast);
    refused(&agree("long ago", "1999-11-23"), Field::ReviewOn, Reason::InPast);
    for n in 0..20 {
        agree(&format!("agreement {n}"), "2026-11-24").unwrap();
    }
    refused(&agree("one more", "2026-11-24"), Field::Agreements, Reason::TooMany);
    session.move_meeting(&ctx, id, ToAfterwards).unwrap();
    let how = |felt, learned: &str, next: Option<&str>| {
        session.save_afterwards(&ctx, id, &Afterwards { felt, learned: Some(learned.into()), next_on: next.map(day) })
    };
    refused(&how(Some(5), "", None), Field::Felt, Reason::OutOfRange);
    refused(&how(None, &"x".repeat(1_001), None), Field::Learned, Reason::TooLong);
    refused(&how(None, "a\u{7}", None), Field::Learned, Reason::ControlCharacter);
    refused(&how(None, "", Some("2026-11-23")), Field::NextOn, Reason::InPast);
    assert_eq!(session.meeting(&ctx, id).unwrap().afterwards, None, "nothing was changed");
}

#[test]
fn lines_topics_and_agreements_of_another_check_in_are_refused() {
    let (_folder, session) = in_vault();
    let ctx = at(0, 0);
    let first = brought_to(&session, &ctx, MeetingStage::Choosing);
    let (line, topic) = (first.headings.iter().flat_map(|it| &it.lines).next().unwrap().id, first.agenda[0].id);
    session.move_meeting(&ctx, first.id, Start { minutes: 20 }).unwrap();
    session.move_meeting(&ctx, first.id, ToAgreements).unwrap();
    let other = AgreementDraft { id: None, who: Who::Me, what: "Walks".into(), review_on: day("2026-11-30") };
    let agreement = session.save_agreement(&ctx, first.id, &other).unwrap().agreements[0].id;
    session.move_meeting(&ctx, first.id, ToAfterwards).unwrap();
    session.move_meeting(&ctx, first.id, Finish).unwrap();

    let id = brought_to(&session, &ctx, MeetingStage::Choosing).id;
    let change = LineDraft { id: Some(line), heading: MyBehaviour, text: "mine now".into() };
    refused(&session.save_line(&ctx, id, &change), Field::Line, Reason::OtherMeeting);
    refused(&session.choose_line(&ctx, id, line, None), Field::Line, Reason::OtherMeeting);
    refused(&session.unchoose_line(&ctx, id, line), Field::Line, Reason::OtherMeeting);
    refused(&session.delete_line(&ctx, id, line), Field::Line, Reason::OtherMeeting);
    refused(&session.move_topic(&ctx, id, topic, 0), Field::Topic, Reason::OtherMeeting);
    let nobody = [9; 16];
    missing(&session.meeting(&ctx, MeetingId::from_bytes(nobody)), Missing::Meeting);
    missing(&session.choose_line(&ctx, id, LineId::from_bytes(nobody), None), Missing::Line);
    missing(&session.move_topic(&ctx, id, TopicId::from_bytes(nobody), 0), Missing::Topic);
    session.move_meeting(&ctx, id, Start { minutes: 20 }).unwrap();
    session.move_meeting(&ctx, id, ToAgreements).unwrap();
    let moved = AgreementDraft { id: Some(agreement), ..other };
    refused(&session.save_agreement(&ctx, id, &moved), Field::Agreement, Reason::OtherMeeting);
    refused(&session.delete_agreement(&ctx, id, agreement), Field::Agreement, Reason::OtherMeeting);
    missing(&session.delete_agreement(&ctx, id, AgreementId::from_bytes(nobody)), Missing::Agreement);
}

#[test]
fn an_agreement_is_looked_at_from_its_own_day_on_and_while_it_is_open() {
    let (_folder, session) = in_vault();
    let (_, agreement) = agreed(&session, &at(3, 0), "Walks", "2026-11-30");
    let review = |outcome, next: Option<&str>| Review { outcome, note: None, next_review_on: next.map(day) };
    let kept = review(ReviewOutcome::Kept, None);
    missing(&session.review_agreement(&at(3, 0), AgreementId::from_bytes([9; 16]), &kept), Missing::Agreement);
    // The clock was set back to before it was made.
    refused(&session.review_agreement(&at(2, 0), agreement.id, &kept), Field::Date, Reason::BeforeAgreement);
    assert!(!session.together(&at(2, 0)).unwrap().agreements[0].may_review);
    let gone = review(ReviewOutcome::LetGo, Some("2026-12-24"));
    refused(&session.review_agreement(&at(3, 0), agreement.id, &gone), Field::ReviewOn, Reason::LetGo);
    let back = review(ReviewOutcome::NotYet, Some("2026-11-26"));
    refused(&session.review_agreement(&at(3, 0), agreement.id, &back), Field::ReviewOn, Reason::InPast);
    assert!(session.together(&at(3, 0)).unwrap().agreements[0].reviews.is_empty(), "nothing was changed");
    session.review_agreement(&at(3, 0), agreement.id, &kept).unwrap();
    in_the_way(&session.review_agreement(&at(4, 0), agreement.id, &kept), Clash::AgreementClosed);
    let change = AgreementDraft { id: Some(agreement.id), who: Who::Me, what: "Runs".into(), review_on: day("2026-12-24") };
    in_the_way(&session.save_agreement(&at(4, 0), agreement.meeting, &change), Clash::AgreementClosed);
}

#[test]
fn an_agenda_without_a_topic_is_no_text_and_starts_no_talk() {
    let (_folder, session) = in_vault();
    let id = brought_to(&session, &at(0, 0), MeetingStage::Preparing).id;
    refused(&session.agenda_text(id), Field::Topics, Reason::NothingChosen);
    let view = session.move_meeting(&at(0, 0), id, Choose).unwrap();
    assert!(!view.moves.contains(&MeetingMoveKind::Start));
    in_the_way(&session.move_meeting(&at(0, 0), id, Start { minutes: 20 }), Clash::MeetingMove);
    let line = written(&session, &at(0, 0), id, "one more");
    session.choose_line(&at(0, 0), id, line, None).unwrap();
    session.move_meeting(&at(0, 0), id, BackToPreparing).unwrap();
    let view = session.delete_line(&at(0, 0), id, line).unwrap();
    assert!(view.agenda.is_empty(), "a deleted line takes its topic along");
}

#[test]
fn a_deleted_check_in_takes_everything_of_it_along() {
    let (folder, session) = in_vault();
    let (id, agreement) = agreed(&session, &at(0, 0), "Walks by the mill", "2026-11-30");
    let review = Review { outcome: ReviewOutcome::Partly, note: Some("muddy".into()), next_review_on: Some(day("2026-12-09")) };
    session.review_agreement(&at(0, 1), agreement.id, &review).unwrap();
    let view = session.delete_meeting(&at(0, 2), id).unwrap();
    assert!(view.meeting.is_none() && view.agreements.is_empty() && view.reviewed.is_empty() && view.reminders_told);
    missing(&session.delete_meeting(&at(0, 2), id), Missing::Meeting);
    drop(session);
    let rows = ampersand_tests::raw::rows(folder.path(), &ampersand_tests::world::SECRET);
    let left: Vec<_> = rows.iter().filter(|row| ["mill", "shirts", "muddy"].iter().any(|word| row.contains(word))).collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(ampersand_tests::together::rules(folder.path(), &at(0, 3)).is_empty());
}

#[test]
fn in_care_mode_none_of_it_exists_and_afterwards_it_is_there_again() {
    let (_folder, session) = in_vault();
    let (id, agreement) = agreed(&session, &at(0, 0), "Walks", "2026-11-30");
    let before = session.together(&at(0, 1)).unwrap();
    session.enter_care_mode().unwrap();
    let ctx = at(0, 2);
    let review = Review { outcome: ReviewOutcome::Kept, note: None, next_review_on: None };
    let line = LineId::from_bytes([1; 16]);
    let agree = AgreementDraft { id: None, who: Who::Me, what: "x".into(), review_on: day("2026-12-24") };
    in_the_way(&session.together(&ctx), Clash::CareMode);
    in_the_way(&session.meeting(&ctx, id), Clash::CareMode);
    in_the_way(&session.begin_meeting(&ctx), Clash::CareMode);
    in_the_way(&session.save_line(&ctx, id, &draft(MyBehaviour, "x")), Clash::CareMode);
    in_the_way(&session.delete_line(&ctx, id, line), Clash::CareMode);
    in_the_way(&session.choose_line(&ctx, id, line, None), Clash::CareMode);
    in_the_way(&session.unchoose_line(&ctx, id, line), Clash::CareMode);
    in_the_way(&session.move_topic(&ctx, id, TopicId::from_bytes([1; 16]), 0), Clash::CareMode);
    in_the_way(&session.move_meeting(&ctx, id, ToAfterwards), Clash::CareMode);
    in_the_way(&session.save_agreement(&ctx, id, &agree), Clash::CareMode);
    in_the_way(&session.delete_agreement(&ctx, id, agreement.id), Clash::CareMode);
    in_the_way(&session.save_afterwards(&ctx, id, &Afterwards::default()), Clash::CareMode);
    in_the_way(&session.review_agreement(&ctx, agreement.id, &review), Clash::CareMode);
    in_the_way(&session.agenda_text(id), Clash::CareMode);
    in_the_way(&session.delete_meeting(&ctx, id), Clash::CareMode);
    assert_eq!(session.home(&ctx).unwrap().together, None);
    assert!(!format!("{:?}", session.suggested_reminders(&ctx).unwrap()).contains("Together"));
    session.leave_care_mode(&ampersand_tests::world::ALL_NO).unwrap();
    assert_eq!(session.together(&at(0, 1)).unwrap(), before);
}
