//! What is written while practising can be read in no file, and what was deleted is on no page.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::assessment::instrument::BoundaryKind;
use ampersand_core::practice::attempt::{AttemptOutcome, NewAttempt};
use ampersand_core::practice::boundary::input::{Belongs, BoundaryMove, Noticed, Rung};
use ampersand_core::practice::plan::PlanDraft;
use ampersand_tests::files::{copy, readable};
use ampersand_tests::pages::{clear, places};
use ampersand_tests::world::{SECRET, at, create};

const KEPT: [&str; 4] = ["pelargonium terrace", "kingfisher causeway", "marginal lamplighter", "juniper gatekeeper"];
const DELETED: [&str; 5] = ["velvet anemometer", "copper nightjar", "saffron ferryman", "bramble astrolabe", "thistle cartographer"];

#[test]
fn what_is_written_while_practising_can_be_read_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 61);
    let ctx = at(0, 0);
    let stored = ["practice_attempts", "boundary_uses", "own-ten", "people_pleasing"];
    let words: Vec<String> = KEPT.into_iter().chain(DELETED).chain(stored).map(str::to_owned).collect();
    let unreadable = |when: &str| assert_eq!(readable(copy(folder.path()).path(), &words), Vec::<String>::new(), "{when}");
    let in_the_clear = |word: &str| !places(&clear(folder.path(), &SECRET), word).is_empty();
    let long = |text: &str| format!("{text}{}", ", rain and tea".repeat(12));

    session.begin_practice(&ctx, "own-ten").unwrap();
    let note = Some(KEPT[0].to_owned());
    let day = ctx.today().unwrap();
    let attempt = NewAttempt { practice: "own-ten".into(), step: 0, day, outcome: AttemptOutcome::Done, note, after_feeling: None };
    session.record_attempt(&ctx, &attempt).unwrap();
    let plan = |situation: &str, action: &str| PlanDraft {
        practice: "own-ten".into(),
        situation: situation.into(),
        action: action.into(),
        said_aloud: false,
        remind_at: Some("20:00".parse().unwrap()),
    };
    session.plan_practice(&ctx, plan(DELETED[0], "walk")).unwrap();
    session.drop_plan(&ctx, "own-ten").unwrap();
    session.plan_practice(&ctx, plan(KEPT[1], "walk")).unwrap();
    session.mark_pattern("people_pleasing", true).unwrap();
    let body = Some(long(DELETED[1]));
    let began = session.notice_boundary(&ctx, Noticed { body, ..Noticed::default() }).unwrap().id;
    let limit = BoundaryMove::NameLimit { kind: BoundaryKind::Mental, limit: KEPT[2].into(), belongs: Belongs::Mine };
    session.move_boundary(&ctx, began, limit).unwrap();
    let script = BoundaryMove::ReadyScript { text: long(DELETED[2]), rung: Rung::Easy, person: Some(DELETED[3].into()) };
    session.move_boundary(&ctx, began, script).unwrap();
    session.move_boundary(&ctx, began, BoundaryMove::NotSay).unwrap();
    let back = BoundaryMove::Reflect { relief: None, guilt: None, afraid: false, next_step: Some(long(DELETED[4])) };
    session.move_boundary(&ctx, began, back).unwrap();
    for word in DELETED.iter().skip(1).chain(&KEPT[..3]) {
        assert!(in_the_clear(word), "{word} would not be found");
    }
    unreadable("open, with its log");
    session.delete_boundary_use(began).unwrap();
    let noticed = Noticed { body: Some(KEPT[3].into()), ..Noticed::default() };
    session.notice_boundary(&ctx, noticed).unwrap();
    unreadable("after deleting");
    session.lock();
    unreadable("closed");
    for word in KEPT.iter().chain(&stored) {
        assert!(in_the_clear(word), "{word} would not be found");
    }
    for word in DELETED {
        assert!(!in_the_clear(word), "{word} is still on a page");
    }
}
