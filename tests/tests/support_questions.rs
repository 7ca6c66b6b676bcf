//! The questions to bring to a first session: ticked, added, changed, and what is refused.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::Session;
use ampersand_core::ids::QuestionId;
use ampersand_tests::files::content_unchanged;
use ampersand_tests::journal::code;
use ampersand_tests::world::{at, create, open};
use std::path::Path;

fn in_vault(f: impl FnOnce(&Session, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    f(&create(folder.path(), 42), folder.path());
}

#[test]
fn questions_are_ticked_and_added_and_are_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let ctx = at(0, 0);
    let empty = session.support().unwrap();
    assert_eq!(
        (empty.first_session.len(), empty.questions.len(), empty.own.len(), empty.couple_offered, empty.may_add),
        (5, 10, 0, true, true)
    );
    assert!(empty.questions.iter().all(|question| !question.ticked));
    session.tick_question(&ctx, "cost", true).unwrap();
    session.tick_question(&ctx, "cost", true).unwrap();
    session.tick_question(&ctx, "both-heard", true).unwrap();
    let view = session.save_own_question(&ctx, None, "  May I bring tea? ").unwrap();
    let own = view.own[0].id;
    session.save_own_question(&at(0, 1), None, "Is there a lift?").unwrap();
    let view = session.save_own_question(&at(0, 2), Some(own), "May I bring my dog?").unwrap();
    let ticked: Vec<_> =
        view.questions.iter().filter(|question| question.ticked).map(|question| (question.id.as_str(), question.couple)).collect();
    assert_eq!(ticked, [("cost", false), ("both-heard", true)]);
    assert_eq!(view.own.iter().map(|own| own.text.as_str()).collect::<Vec<_>>(), ["May I bring my dog?", "Is there a lift?"]);
    session.lock();
    let session = open(folder.path(), 2).unwrap();
    assert_eq!(session.support().unwrap(), view);
    let view = session.tick_question(&ctx, "cost", false).unwrap();
    assert_eq!(view.questions.iter().filter(|question| question.ticked).count(), 1);
    assert_eq!(session.delete_own_question(own).unwrap().own.len(), 1);
}

#[test]
fn questions_that_cannot_be_are_refused() {
    in_vault(|session, folder| {
        let ctx = at(0, 0);
        let nobody = QuestionId::from_bytes([9; 16]);
        content_unchanged(folder, || {
            for (found, wanted) in [
                (code(session.tick_question(&ctx, "nobody-asks", true)), "question"),
                (code(session.save_own_question(&ctx, None, " ")), "question too_short"),
                (code(session.save_own_question(&ctx, None, &"x".repeat(301))), "question too_long"),
                (code(session.save_own_question(&ctx, None, "a\nb")), "question control_character"),
                (code(session.save_own_question(&ctx, Some(nobody), "Whose?")), "question"),
                (code(session.delete_own_question(nobody)), "question"),
            ] {
                assert_eq!(found, wanted);
            }
        });
        for n in 0..30 {
            let view = session.save_own_question(&ctx, None, &format!("Question {n}?")).unwrap();
            assert_eq!(view.may_add, n < 29);
        }
        assert_eq!(code(session.save_own_question(&ctx, None, "One more?")), "question too_many");
    });
}
