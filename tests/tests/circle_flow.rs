//! The circle through the use-cases: sources, contacts, breadth, what is refused, and care mode.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{CircleView, Session, SourceDraft};
use ampersand_core::ids::SourceId;
use ampersand_core::practice::circle::{Gift, LoveKind};
use ampersand_core::time::{CivilDate, NowContext};
use ampersand_tests::files::{content_unchanged, copy, readable};
use ampersand_tests::journal::code;
use ampersand_tests::pages::{clear, places};
use ampersand_tests::world::{ALL_NO, SECRET, at, create, open};
use std::path::Path;

fn in_vault(f: impl FnOnce(&Session, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    f(&create(folder.path(), 31), folder.path());
}

fn draft(name: &str, love: LoveKind) -> SourceDraft {
    SourceDraft { id: None, name: name.into(), love, gives: vec![] }
}

/// Adds a source and answers with its id.
fn added(session: &Session, name: &str, love: LoveKind) -> SourceId {
    let view = session.save_source(&at(0, 0), &draft(name, love)).unwrap();
    id_of(&view, name)
}

fn id_of(view: &CircleView, name: &str) -> SourceId {
    view.sources.iter().find(|source| source.name == name).unwrap().id
}

fn names(view: &CircleView) -> Vec<&str> {
    view.sources.iter().map(|source| source.name.as_str()).collect()
}

fn ago(ctx: &NowContext, days: u32) -> CivilDate {
    ctx.today().unwrap().minus_days(days)
}

#[test]
fn sources_and_contacts_are_there_again_after_opening_anew() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let empty = session.circle(&at(0, 0)).unwrap();
    assert_eq!((empty.sources.len(), empty.breadth.contacts, empty.breadth.needed, empty.may_add), (0, 0, 5, true));
    assert_eq!((empty.days.len(), empty.days[0], empty.days[27]), (28, ago(&at(0, 0), 0), ago(&at(0, 0), 27)));
    assert_eq!(empty.loves, LoveKind::ALL);
    assert!(empty.breadth.effective.is_none() && empty.breadth.top.is_none() && empty.breadth.how.contains("28 days"));

    let gives = vec![Gift::Fun, Gift::Listening];
    let saved = session.save_source(&at(0, 0), &SourceDraft { gives, ..draft("  Ada ", LoveKind::Friends) }).unwrap();
    let ada = id_of(&saved, "Ada");
    assert_eq!(saved.sources[0].gives, [Gift::Listening, Gift::Fun]);
    let once = session.log_contact(&at(0, 0), ada, ago(&at(0, 0), 0)).unwrap();
    let twice = session.log_contact(&at(0, 1), ada, ago(&at(0, 0), 0)).unwrap();
    assert_eq!(once, twice, "one a day, however often it is tapped");
    assert!(once.sources[0].today && once.sources[0].contacts == 1 && once.sources[0].last_on == Some(ago(&at(0, 0), 0)));

    session.lock();
    let session = open(folder.path(), 2).unwrap();
    assert_eq!(session.circle(&at(0, 2)).unwrap(), once);
    let tomorrow = session.circle(&at(1, 0)).unwrap();
    assert!(!tomorrow.sources[0].today && tomorrow.sources[0].contacts == 1);
    let past = session.circle(&at(28, 0)).unwrap();
    assert_eq!((past.sources[0].contacts, past.sources[0].last_on), (0, Some(ago(&at(0, 0), 0))), "it was, if not of late");
    let renamed = SourceDraft { id: Some(ada), ..draft("Ada from the choir", LoveKind::Community) };
    let renamed = session.save_source(&at(1, 0), &renamed).unwrap();
    assert_eq!((names(&renamed), renamed.sources[0].contacts), (vec!["Ada from the choir"], 1));
    let undone = session.undo_contact(&at(1, 0), ada, ago(&at(1, 0), 1)).unwrap();
    assert_eq!((undone.sources[0].contacts, undone.sources[0].last_on), (0, None));
    assert_eq!(session.undo_contact(&at(1, 0), ada, ago(&at(1, 0), 1)).unwrap(), undone, "nothing to take back");
}

#[test]
fn breadth_comes_with_the_fifth_contact_and_says_what_rests_on_one() {
    in_vault(|session, _| {
        let ctx = at(0, 0);
        let (ada, choir) = (added(session, "Ada", LoveKind::Friends), added(session, "Choir", LoveKind::Community));
        for (n, needed) in (0..4).zip([4, 3, 2, 1]) {
            let view = session.log_contact(&ctx, ada, ago(&ctx, n)).unwrap();
            assert_eq!((view.breadth.needed, view.breadth.effective, view.breadth.top.is_some()), (needed, None, false));
        }
        let view = session.log_contact(&ctx, choir, ago(&ctx, 27)).unwrap();
        // 4 and 1 of 5: exp(0.8 * 0.2231435513 + 0.2 * 1.6094379124).
        assert!((view.breadth.effective.unwrap() - 1.649_384_888_466_117_7).abs() < 1e-9);
        let top = view.breadth.top.clone().unwrap();
        assert_eq!((top.id, top.name.as_str(), top.share, view.breadth.rests_on_one), (ada, "Ada", 0.8, false));
        let view = session.log_contact(&ctx, ada, ago(&ctx, 9)).unwrap();
        assert!(view.breadth.rests_on_one, "5 of 6 is more than four fifths");
        // A day later the choir's is 28 days old.
        let later = session.circle(&at(1, 0)).unwrap();
        assert_eq!((later.breadth.contacts, later.breadth.effective), (5, Some(1.0)));
    });
}

#[test]
fn what_is_put_away_takes_no_contact_and_those_it_had_count() {
    in_vault(|session, _| {
        let ctx = at(0, 0);
        let (ada, bo) = (added(session, "Ada", LoveKind::Friends), added(session, "Bo", LoveKind::Family));
        for n in 0..5 {
            session.log_contact(&ctx, ada, ago(&ctx, n)).unwrap();
        }
        let view = session.archive_source(&ctx, ada, true).unwrap();
        assert_eq!((names(&view), view.sources[1].archived, view.breadth.contacts), (vec!["Bo", "Ada"], true, 5));
        assert_eq!(code(session.log_contact(&ctx, ada, ago(&ctx, 7))), "source_archived");
        assert_eq!(session.undo_contact(&ctx, ada, ago(&ctx, 0)).unwrap().breadth.contacts, 4);
        assert_eq!(names(&session.archive_source(&ctx, ada, false).unwrap()), ["Ada", "Bo"]);
        assert!(session.log_contact(&ctx, bo, ago(&ctx, 0)).unwrap().sources[1].today);
    });
}

#[test]
fn there_is_room_for_sixty_that_are_not_put_away() {
    in_vault(|session, _| {
        let ctx = at(0, 0);
        let first = added(session, "Source 0", LoveKind::Art);
        for n in 1..60 {
            let view = session.save_source(&ctx, &draft(&format!("Source {n}"), LoveKind::Art)).unwrap();
            assert_eq!(view.may_add, n < 59, "{n}");
        }
        assert_eq!(code(session.save_source(&ctx, &draft("One more", LoveKind::Art))), "source too_many");
        session.archive_source(&ctx, first, true).unwrap();
        session.archive_source(&ctx, first, true).unwrap();
        assert!(!session.save_source(&ctx, &draft("One more", LoveKind::Art)).unwrap().may_add);
        assert_eq!(code(session.archive_source(&ctx, first, false)), "source too_many");
        let words = SourceDraft { id: Some(first), ..draft("Other words", LoveKind::Own) };
        assert_eq!(names(&session.save_source(&ctx, &words).unwrap())[60], "Other words", "changing needs no room");
    });
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    in_vault(|session, folder| {
        let ctx = at(0, 0);
        let ada = added(session, "Ada", LoveKind::Friends);
        let nobody = SourceId::from_bytes([9; 16]);
        let today = ago(&ctx, 0);
        content_unchanged(folder, || {
            for (found, wanted) in [
                (code(session.save_source(&ctx, &draft("", LoveKind::Own))), "label too_short"),
                (code(session.save_source(&ctx, &draft(&"x".repeat(41), LoveKind::Own))), "label too_long"),
                (code(session.save_source(&ctx, &draft("a\nb", LoveKind::Own))), "label control_character"),
                (
                    code(session.save_source(&ctx, &SourceDraft { gives: vec![Gift::Fun; 2], ..draft("Bo", LoveKind::Own) })),
                    "gives duplicate",
                ),
                (code(session.save_source(&ctx, &SourceDraft { id: Some(nobody), ..draft("Bo", LoveKind::Own) })), "source"),
                (code(session.archive_source(&ctx, nobody, true)), "source"),
                (code(session.log_contact(&ctx, nobody, today)), "source"),
                (code(session.undo_contact(&ctx, nobody, today)), "source"),
                (code(session.log_contact(&ctx, ada, today.plus_days(1))), "date out_of_range"),
                (code(session.log_contact(&ctx, ada, today.minus_days(28))), "date too_late"),
                (code(session.undo_contact(&ctx, ada, today.minus_days(28))), "date too_late"),
            ] {
                assert_eq!(found, wanted);
            }
        });
    });
}

#[test]
fn in_care_mode_the_partner_is_in_no_list_no_figure_and_no_share() {
    in_vault(|session, folder| {
        let ctx = at(0, 0);
        let (sam, ada) = (added(session, "Sam-the-partner", LoveKind::Partner), added(session, "Ada", LoveKind::Friends));
        for n in 0..20 {
            session.log_contact(&ctx, sam, ago(&ctx, n)).unwrap();
        }
        for n in 0..3 {
            session.log_contact(&ctx, ada, ago(&ctx, n)).unwrap();
        }
        let before = session.circle(&ctx).unwrap();
        assert!(before.breadth.rests_on_one && before.breadth.top.as_ref().unwrap().id == sam);

        session.enter_care_mode().unwrap();
        let view = session.circle(&ctx).unwrap();
        assert_eq!((names(&view), view.breadth.contacts, view.breadth.needed), (vec!["Ada"], 3, 2));
        assert!(!view.loves.contains(&LoveKind::Partner) && view.loves.len() == 5 && !view.breadth.rests_on_one);
        let printed = format!("{view:?}");
        assert!(!printed.contains("Sam-the-partner") && !printed.contains(&format!("{sam:?}")), "{printed}");
        content_unchanged(folder, || {
            for refused in [
                code(session.save_source(&ctx, &draft("Kim", LoveKind::Partner))),
                code(session.save_source(&ctx, &SourceDraft { id: Some(ada), ..draft("Ada", LoveKind::Partner) })),
                code(session.save_source(&ctx, &SourceDraft { id: Some(sam), ..draft("Sam", LoveKind::Friends) })),
                code(session.archive_source(&ctx, sam, true)),
                code(session.log_contact(&ctx, sam, ago(&ctx, 25))),
                code(session.undo_contact(&ctx, sam, ago(&ctx, 0))),
            ] {
                assert_eq!(refused, "care_mode");
            }
        });
        session.leave_care_mode(&ALL_NO).unwrap();
        assert_eq!(session.circle(&ctx).unwrap(), before, "it was hidden, and is there again");
    });
}

/// A name, and what it was changed to.
const NAMES: [&str; 2] = ["pelargonium windowsill", "kingfisher causeway"];

#[test]
fn a_name_can_be_read_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 23);
    let words: Vec<String> = NAMES.into_iter().chain(["belonging", "circle_sources", "community"]).map(str::to_owned).collect();
    let unreadable = |when: &str| assert_eq!(readable(copy(folder.path()).path(), &words), Vec::<String>::new(), "{when}");
    let in_the_clear = |word: &str| !places(&clear(folder.path(), &SECRET), word).is_empty();
    let id = added(&session, NAMES[0], LoveKind::Community);
    unreadable("the name");
    assert!(in_the_clear(NAMES[0]), "what is looked for would be found");
    let other = SourceDraft { id: Some(id), gives: vec![Gift::Belonging], ..draft(NAMES[1], LoveKind::Community) };
    session.save_source(&at(0, 0), &other).unwrap();
    session.log_contact(&at(0, 0), id, ago(&at(0, 0), 0)).unwrap();
    unreadable("open, with its log");
    session.lock();
    unreadable("closed");
    for word in &words[1..] {
        assert!(in_the_clear(word), "{word} would not be found");
    }
    assert!(!in_the_clear(NAMES[0]), "an earlier name is on no page");
}
