//! Boundaries through the use-cases: the states of a use held against a table with the vault opened anew in between, what
//! the uses of a kind show, the offer of the safety page, care mode, and what is refused.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{BoundariesView, Session, UseView};
use ampersand_core::assessment::instrument::BoundaryKind;
use ampersand_core::ids::{BoundaryId, BoundaryUseId};
use ampersand_core::practice::boundary::input::{Belongs, BodySign, BoundaryMove, Noticed, Rung, YesNoUnsure};
use ampersand_core::practice::boundary::machine::{BoundaryAnswer, BoundaryMoveKind, BoundaryState};
use ampersand_core::practice::boundary::offer::SafetyOffer;
use ampersand_core::practice::boundary::usage::Outcome;
use ampersand_core::time::CivilDate;
use ampersand_tests::files::content_unchanged;
use ampersand_tests::journal::code;
use ampersand_tests::world::{ALL_NO, Seeded, at, create, open};
use std::path::Path;

fn in_vault(f: impl FnOnce(&Session, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    f(&create(folder.path(), 51), folder.path());
}

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn name(kind: BoundaryKind, limit: &str) -> BoundaryMove {
    BoundaryMove::NameLimit { kind, limit: limit.into(), belongs: Belongs::Mine }
}

fn script(rung: Rung, person: Option<&str>) -> BoundaryMove {
    BoundaryMove::ReadyScript { text: "not today".into(), rung, person: person.map(Into::into) }
}

const fn answer(answered: BoundaryAnswer) -> BoundaryMove {
    BoundaryMove::Answer { answered }
}

const fn reflect(relief: Option<i32>, guilt: Option<i32>, afraid: bool) -> BoundaryMove {
    BoundaryMove::Reflect { relief, guilt, afraid, next_step: None }
}

/// Notices something and makes these moves.
fn walked(session: &Session, moves: &[BoundaryMove]) -> UseView {
    let mut view = session.notice_boundary(&at(0, 0), Noticed::default()).unwrap();
    for made in moves {
        view = session.move_boundary(&at(0, 0), view.id, made.clone()).unwrap();
    }
    view
}

/// Says a limit to somebody, who answers it.
fn said(session: &Session, rung: Rung, person: Option<&str>, answered: BoundaryAnswer) -> BoundaryUseId {
    walked(session, &[name(BoundaryKind::Mental, "my view"), script(rung, person), BoundaryMove::Say, answer(answered)]).id
}

/// What follows from where, by the design's own words; all else is illegal.
fn follows(state: BoundaryState, made: &BoundaryMove) -> Option<BoundaryState> {
    use BoundaryState as S;
    match (state, made) {
        (S::Noticed, BoundaryMove::NameLimit { .. } | BoundaryMove::UseLimit { .. }) => Some(S::LimitNamed),
        (S::LimitNamed, BoundaryMove::ReadyScript { .. }) => Some(S::ScriptReady),
        (S::ScriptReady, BoundaryMove::Say) => Some(S::Said),
        (S::ScriptReady, BoundaryMove::NotSay) => Some(S::NotSaid),
        (S::Said, BoundaryMove::Answer { answered: BoundaryAnswer::Respected }) => Some(S::Respected),
        (S::Said, BoundaryMove::Answer { answered: BoundaryAnswer::Negotiated }) => Some(S::Negotiated),
        (S::Said, BoundaryMove::Answer { answered: BoundaryAnswer::Ignored }) => Some(S::Ignored),
        (S::NotSaid | S::Respected | S::Negotiated | S::Ignored, BoundaryMove::Reflect { .. }) => Some(S::Reflected),
        _ => None,
    }
}

/// What the model knows of a use.
#[derive(Clone)]
struct Known {
    id: BoundaryUseId,
    state: BoundaryState,
    limit: Option<String>,
    script: Option<String>,
    outcome: Option<Outcome>,
}

fn drawn(random: &mut Seeded, of: u64) -> usize {
    usize::try_from(random.next_number() >> 8).unwrap_or(0) % usize::try_from(of).unwrap()
}

fn any_move(random: &mut Seeded, limits: &[(BoundaryId, String)]) -> BoundaryMove {
    let n = random.next_number() % 1_000;
    match drawn(random, 9) {
        0 => name(BoundaryKind::Emotional, &format!("limit {n}")),
        1 if !limits.is_empty() => BoundaryMove::UseLimit { boundary: limits[drawn(random, limits.len() as u64)].0 },
        1 | 2 => BoundaryMove::ReadyScript { text: format!("script {n}"), rung: Rung::ALL[drawn(random, 4)], person: None },
        3 => BoundaryMove::Say,
        4 => BoundaryMove::NotSay,
        5 | 6 => answer(BoundaryAnswer::ALL[drawn(random, 3)]),
        _ => reflect(Some(1), None, false),
    }
}

#[test]
fn random_moves_are_legal_or_refused_as_the_table_says() {
    let (mut made_moves, mut refused_moves, mut ended) = (0, 0, 0);
    for seed in 1..=6 {
        let folder = tempfile::tempdir().unwrap();
        let mut session = create(folder.path(), seed);
        let mut random = Seeded(seed * 7_919);
        let mut known: Vec<Known> = Vec::new();
        let mut limits: Vec<(BoundaryId, String)> = Vec::new();
        for round in 0..140 {
            if round % 30 == 29 {
                session.lock();
                session = open(folder.path(), seed + 100 + round).unwrap();
            }
            if known.is_empty() || drawn(&mut random, 8) == 0 {
                let view = session.notice_boundary(&at(0, 0), Noticed::default()).unwrap();
                known.push(Known { id: view.id, state: BoundaryState::Noticed, limit: None, script: None, outcome: None });
            }
            let place = drawn(&mut random, known.len() as u64);
            let it = known[place].clone();
            let made = any_move(&mut random, &limits);
            let offered = session.boundary_use(&at(0, 0), it.id).unwrap().moves;
            let Some(next) = follows(it.state, &made) else {
                assert!(!offered.contains(&made.kind()), "{:?} {made:?}", it.state);
                let told = content_unchanged(folder.path(), || code(session.move_boundary(&at(0, 0), it.id, made.clone())));
                assert_eq!(told, "boundary_move", "{:?} {made:?}", it.state);
                refused_moves += 1;
                continue;
            };
            assert!(offered.contains(&made.kind()), "{:?} {made:?}", it.state);
            let view = session.move_boundary(&at(0, 0), it.id, made.clone()).unwrap();
            let mut now = Known { state: next, ..it };
            match &made {
                BoundaryMove::NameLimit { limit, .. } => {
                    limits.push((view.boundary.clone().unwrap().id, limit.clone()));
                    now.limit = Some(limit.clone());
                }
                BoundaryMove::UseLimit { boundary } => {
                    now.limit = limits.iter().find(|(id, _)| id == boundary).map(|(_, limit)| limit.clone());
                }
                BoundaryMove::ReadyScript { text, .. } => now.script = Some(text.clone()),
                BoundaryMove::NotSay => now.outcome = Some(Outcome::NotSaid),
                BoundaryMove::Answer { answered } => now.outcome = Some((*answered).into()),
                BoundaryMove::Say | BoundaryMove::Reflect { .. } => {}
            }
            known[place] = now;
            made_moves += 1;
            for it in &known {
                let view = session.boundary_use(&at(0, 0), it.id).unwrap();
                let limit = view.boundary.map(|limit| limit.limit);
                assert_eq!((view.state, limit, view.script, view.outcome), (it.state, it.limit.clone(), it.script.clone(), it.outcome));
            }
        }
        ended += known.iter().filter(|it| it.state == BoundaryState::Reflected).count();
        let view = session.boundaries(&at(0, 0)).unwrap();
        assert_eq!((view.open.len() + view.done.len().min(20), view.limits.len()), (known.len(), limits.len()));
    }
    assert!(made_moves > 100 && refused_moves > 100 && ended > 3, "{made_moves} {refused_moves} {ended}");
}

#[test]
fn a_use_is_trained_from_noticing_to_looking_back() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 52);
    let noticed = Noticed { body: Some(" tight chest ".into()), sign: Some(BodySign::Bad), fits_values: Some(YesNoUnsure::No) };
    let began = session.notice_boundary(&at(0, 0), noticed).unwrap();
    assert_eq!((began.state, began.body.as_deref(), began.rungs.len()), (BoundaryState::Noticed, Some("tight chest"), 4));
    assert_eq!((began.sign, began.fits_values), (Some(BodySign::Bad), Some(YesNoUnsure::No)));
    assert_eq!((began.moves, began.limits.len()), (vec![BoundaryMoveKind::NameLimit, BoundaryMoveKind::UseLimit], 0));
    assert!(began.script_lines.len() >= 8 && began.script_lines.iter().any(|line| line.text.contains("{what}")));
    let listed = session.boundaries(&at(0, 0)).unwrap().open;
    assert_eq!((listed.len(), listed[0].text.as_deref(), listed[0].kind), (1, Some("tight chest"), None));

    let on = |days: i64, made: BoundaryMove| session.move_boundary(&at(days, 0), began.id, made).unwrap();
    let named =
        on(1, BoundaryMove::NameLimit { kind: BoundaryKind::Physical, limit: " no visits on Sunday ".into(), belongs: Belongs::NotMine });
    let limit = named.boundary.unwrap();
    assert_eq!((limit.limit.as_str(), limit.belongs, limit.uses), ("no visits on Sunday", Belongs::NotMine, 1));
    let ready = on(2, BoundaryMove::ReadyScript { text: "Sunday is mine".into(), rung: Rung::Safe, person: Some(" Kim ".into()) });
    assert_eq!((ready.rung, ready.person.as_deref(), ready.script.as_deref()), (Some(Rung::Safe), Some("Kim"), Some("Sunday is mine")));
    on(3, BoundaryMove::Say);
    on(4, answer(BoundaryAnswer::Negotiated));
    let last = BoundaryMove::Reflect { relief: Some(4), guilt: Some(0), afraid: false, next_step: Some("again next week".into()) };
    on(9, last);
    session.lock();
    let session = open(folder.path(), 53).unwrap();
    let view = session.boundary_use(&at(9, 0), began.id).unwrap();
    assert_eq!((view.state, view.outcome, view.moves.len()), (BoundaryState::Reflected, Some(Outcome::Negotiated), 0));
    assert_eq!((view.relief, view.guilt, view.afraid, view.next_step.as_deref()), (Some(4), Some(0), false, Some("again next week")));
    assert_eq!((view.began_on, view.changed_on), (day("2026-11-23"), day("2026-12-02")));
    let view = session.boundaries(&at(9, 0)).unwrap();
    assert_eq!((view.open.len(), view.done.len(), view.safety), (0, 1, None));
    assert_eq!((view.done[0].text.as_deref(), view.done[0].kind), (Some("no visits on Sunday"), Some(BoundaryKind::Physical)));

    // The limit can be used again, and put away without its uses.
    let again = session.notice_boundary(&at(10, 0), Noticed::default()).unwrap();
    assert_eq!(again.limits.len(), 1);
    let used = session.move_boundary(&at(10, 0), again.id, BoundaryMove::UseLimit { boundary: limit.id }).unwrap();
    assert_eq!(used.boundary.unwrap().uses, 2);
    let away = session.put_away_boundary(limit.id, true).unwrap();
    assert_eq!((away.limits[0].put_away, away.limits[0].uses), (true, 2));
    let view = session.boundary_use(&at(10, 0), again.id).unwrap();
    assert_eq!((view.limits.len(), view.boundary.unwrap().limit.as_str()), (0, "no visits on Sunday"));
    assert!(!session.put_away_boundary(limit.id, false).unwrap().limits[0].put_away);
    let left = session.delete_boundary_use(again.id).unwrap();
    assert_eq!((left.open.len(), left.limits[0].uses), (0, 1));
    assert_eq!(code(session.boundary_use(&at(10, 0), again.id)), "boundary_use");
}

#[test]
fn a_kind_shows_its_counts_and_from_ten_uses_on_how_the_feeling_moves() {
    in_vault(|session, _| {
        let kind_of = |view: &BoundariesView| view.kinds.iter().find(|it| it.kind == BoundaryKind::Material).unwrap().clone();
        for n in 0..10 {
            if n == 9 {
                let view = kind_of(&session.boundaries(&at(0, 0)).unwrap());
                assert_eq!((view.uses, view.relief), (9, None), "not enough yet");
            }
            let (relief, guilt) = if n < 5 { (1, 4) } else { (3, 2) };
            let ends = if n % 2 == 0 { vec![BoundaryMove::NotSay] } else { vec![BoundaryMove::Say, answer(BoundaryAnswer::Respected)] };
            let moves = [
                vec![name(BoundaryKind::Material, "my money"), script(Rung::Easy, None)],
                ends,
                vec![reflect(Some(relief), Some(guilt), false)],
            ];
            walked(session, &moves.concat());
        }
        walked(session, &[name(BoundaryKind::Material, "my bike")]);
        let view = session.boundaries(&at(0, 0)).unwrap();
        let told = kind_of(&view);
        assert_eq!((told.uses, told.said, told.not_said, told.respected, told.negotiated, told.ignored), (11, 5, 5, 5, 0, 0));
        let (relief, guilt) = (told.relief.unwrap(), told.guilt.unwrap());
        assert!((relief.first - 1.0).abs() < 1e-12 && (relief.last - 3.0).abs() < 1e-12 && (relief.first_n, relief.last_n) == (5, 5));
        assert!((guilt.first - 4.0).abs() < 1e-12 && (guilt.last - 2.0).abs() < 1e-12);
        assert_eq!(view.kinds.len(), 5);
        assert!(view.kinds.iter().all(|it| !it.title.is_empty() && (it.kind == told.kind || it.uses == 0)));
        assert_eq!((view.done.len(), view.open.len()), (10, 1));
    });
}

#[test]
fn the_kind_of_sex_and_touch_is_suggested_by_choice_and_always_there() {
    in_vault(|session, _| {
        let step = |session: &Session| {
            let kinds = session.boundaries(&at(0, 0)).unwrap().kinds;
            kinds.into_iter().map(|it| (it.kind, it.first_step.is_some())).filter(|(_, shown)| *shown).count()
        };
        assert_eq!(step(session), 4);
        let settings = session.settings().unwrap();
        session.save_settings(&ampersand_core::app::Settings { sexual_opt_in: true, ..settings }).unwrap();
        assert_eq!(step(session), 5);
        assert!(walked(session, &[name(BoundaryKind::Sexual, "not now")]).boundary.is_some());
        session.enter_care_mode().unwrap();
        assert_eq!(step(session), 0);
    });
}

#[test]
fn the_safety_page_is_offered_quietly_and_again_for_something_new() {
    in_vault(|session, _| {
        let offered = || {
            let (home, view) = (session.home(&at(0, 0)).unwrap().safety_offer, session.boundaries(&at(0, 0)).unwrap().safety);
            assert_eq!(home, view);
            home
        };
        said(session, Rung::Easy, Some("Kim"), BoundaryAnswer::Ignored);
        said(session, Rung::Easy, Some("Jo"), BoundaryAnswer::Ignored);
        assert_eq!(offered(), None, "once each");
        let second = said(session, Rung::Harder, Some(" kim"), BoundaryAnswer::Ignored);
        assert_eq!(offered(), Some(SafetyOffer::IgnoredTwice));
        assert_eq!(session.boundary_use(&at(0, 0), second).unwrap().safety, Some(SafetyOffer::IgnoredTwice));
        session.dismiss_safety_offer().unwrap();
        assert_eq!(offered(), None);
        said(session, Rung::Easy, Some("Al"), BoundaryAnswer::Ignored);
        assert_eq!(offered(), None, "new, and once");
        said(session, Rung::Easy, Some("KIM"), BoundaryAnswer::Ignored);
        assert_eq!(offered(), Some(SafetyOffer::IgnoredTwice));
        session.move_boundary(&at(0, 0), second, reflect(None, None, true)).unwrap();
        assert_eq!(offered(), Some(SafetyOffer::Fear));
        session.dismiss_safety_offer().unwrap();
        assert_eq!(offered(), None);
        for _ in 0..2 {
            said(session, Rung::Partner, None, BoundaryAnswer::Ignored);
        }
        assert_eq!(offered(), Some(SafetyOffer::IgnoredTwice));
        session.enter_care_mode().unwrap();
        assert_eq!(offered(), None, "what care mode hides is no cause");
        session.dismiss_safety_offer().unwrap();
        session.leave_care_mode(&ALL_NO).unwrap();
        assert_eq!(offered(), Some(SafetyOffer::IgnoredTwice), "nor is it put away there");
    });
}

#[test]
fn in_care_mode_only_what_is_safe_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 54);
    let ctx = at(0, 0);
    let hard = |text: &str, rung| BoundaryMove::ReadyScript { text: text.into(), rung, person: Some("marigold".into()) };
    let hidden = [Rung::Harder, Rung::Partner].map(|rung| {
        let ends = [BoundaryMove::Say, answer(BoundaryAnswer::Ignored), reflect(Some(1), Some(1), true)];
        let moves = [vec![name(BoundaryKind::Emotional, "marigold evening"), hard("marigold", rung)], ends.to_vec()].concat();
        let ended = walked(&session, &moves);
        (ended.id, walked(&session, &moves[..2]).id)
    });
    let hidden_limit = session.boundary_use(&ctx, hidden[0].0).unwrap().boundary.unwrap().id;
    let safe = walked(&session, &[name(BoundaryKind::Emotional, "my morning"), script(Rung::Safe, Some("Kim"))]).id;
    let named = walked(&session, &[name(BoundaryKind::Emotional, "my noon")]).id;
    session.enter_care_mode().unwrap();

    let view = session.boundaries(&ctx).unwrap();
    assert_eq!((view.open.len(), view.done.len(), view.safety), (2, 0, None));
    assert_eq!(view.rungs, [Rung::Easy, Rung::Safe]);
    let told = view.kinds.iter().find(|it| it.kind == BoundaryKind::Emotional).unwrap();
    assert_eq!((told.uses, told.said, told.ignored), (2, 0, 0));
    assert_eq!(view.limits.iter().map(|limit| limit.uses).collect::<Vec<_>>(), [1, 1], "nor limits that were for them alone");
    let one = session.boundary_use(&ctx, named).unwrap();
    let printed = format!("{view:?} {one:?} {:?}", session.home(&ctx).unwrap());
    assert!(!printed.contains("marigold"), "{printed}");
    assert_eq!((one.rungs.len(), one.script_lines.iter().any(|line| line.id == "time-for-me")), (2, false));
    for id in hidden.iter().flat_map(|(ended, open)| [ended, open]) {
        for refused in [
            content_unchanged(folder.path(), || code(session.boundary_use(&ctx, *id))),
            content_unchanged(folder.path(), || code(session.move_boundary(&ctx, *id, BoundaryMove::Say))),
            content_unchanged(folder.path(), || code(session.delete_boundary_use(*id))),
        ] {
            assert_eq!(refused, "care_mode");
        }
    }
    for rung in [Rung::Harder, Rung::Partner] {
        assert_eq!(content_unchanged(folder.path(), || code(session.move_boundary(&ctx, named, hard("x", rung)))), "care_mode");
    }
    let began = session.notice_boundary(&ctx, Noticed::default()).unwrap();
    assert_eq!(began.limits.len(), 2);
    let reused = BoundaryMove::UseLimit { boundary: hidden_limit };
    assert_eq!(content_unchanged(folder.path(), || code(session.move_boundary(&ctx, began.id, reused.clone()))), "care_mode");
    assert_eq!(content_unchanged(folder.path(), || code(session.put_away_boundary(hidden_limit, true))), "care_mode");
    session.delete_boundary_use(began.id).unwrap();
    assert_eq!(code(session.script_text("time-for-me", &["Sunday".into(), "an hour".into()])), "care_mode");
    assert!(session.move_boundary(&ctx, named, hard("x", Rung::Easy)).is_ok());
    assert!(session.move_boundary(&ctx, safe, BoundaryMove::Say).is_ok());

    session.leave_care_mode(&ALL_NO).unwrap();
    let view = session.boundaries(&ctx).unwrap();
    assert_eq!((view.open.len(), view.done.len(), view.rungs.len()), (4, 2, 4), "all of it is there again");
    assert_eq!(session.boundary_use(&ctx, hidden[1].0).unwrap().person.as_deref(), Some("marigold"));
}

#[test]
fn what_cannot_be_taken_is_refused_and_changes_nothing() {
    in_vault(|session, folder| {
        let ctx = at(0, 0);
        let began = walked(session, &[]).id;
        let named = walked(session, &[name(BoundaryKind::Mental, "my view")]).id;
        let told = walked(session, &[name(BoundaryKind::Mental, "my view"), script(Rung::Easy, None), BoundaryMove::NotSay]).id;
        for (refused, id, made) in [
            ("limit too_short", began, name(BoundaryKind::Mental, " ")),
            ("limit too_long", began, name(BoundaryKind::Mental, &"x".repeat(201))),
            ("boundary", began, BoundaryMove::UseLimit { boundary: BoundaryId::from_bytes([9; 16]) }),
            ("boundary_use", BoundaryUseId::from_bytes([9; 16]), BoundaryMove::Say),
            ("script control_character", named, BoundaryMove::ReadyScript { text: "a\nb".into(), rung: Rung::Easy, person: None }),
            ("person too_long", named, script(Rung::Easy, Some(&"x".repeat(41)))),
            ("relief out_of_range", told, reflect(Some(5), None, false)),
            ("guilt out_of_range", told, reflect(None, Some(-1), false)),
            ("boundary_move", told, BoundaryMove::Say),
        ] {
            assert_eq!(content_unchanged(folder, || code(session.move_boundary(&ctx, id, made.clone()))), refused, "{made:?}");
        }
        let body = |text: &str| Noticed { body: Some(text.into()), ..Noticed::default() };
        for (refused, noticed) in [("body_sign too_long", body(&"x".repeat(301))), ("body_sign control_character", body("a\u{2028}b"))] {
            assert_eq!(content_unchanged(folder, || code(session.notice_boundary(&ctx, noticed.clone()))), refused);
        }
        assert_eq!(content_unchanged(folder, || code(session.put_away_boundary(BoundaryId::from_bytes([9; 16]), true))), "boundary");
        assert_eq!(content_unchanged(folder, || code(session.delete_boundary_use(BoundaryUseId::from_bytes([9; 16])))), "boundary_use");
        assert_eq!(content_unchanged(folder, || code(session.script_text("other", &[]))), "script_line unknown_script_line");
        assert_eq!(content_unchanged(folder, || code(session.script_text("pause", &[]))), "fills wrong_count");
        assert_eq!(session.script_text("pause", &["a day".into()]).unwrap(), "I need a day before I answer.");
    });
}
