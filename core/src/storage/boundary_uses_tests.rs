//! A use reads back wherever it stopped; what care mode hides is left out where it is read; and of a rotten page only its
//! own rows are lost.

use super::*;
use crate::ids::BoundaryId;
use crate::practice::boundary::input::{Belongs, BoundaryMove};
use crate::practice::boundary::machine::BoundaryAnswer;
use crate::practice::boundary::offer::offer;
use crate::storage::boundaries::{self, Limit};
use crate::storage::journal_samples::{day, in_vault, plan, rows};
use crate::storage::samples::{copy, count, create, open as opened};
use crate::storage::{RecoverFrom, recovery_samples};

fn id(n: u32) -> BoundaryUseId {
    let mut bytes = [5; 16];
    bytes[12..].copy_from_slice(&n.to_be_bytes());
    BoundaryUseId::from_bytes(bytes)
}

const LIMIT: BoundaryId = BoundaryId::from_bytes([6; 16]);

fn limit(tx: &Transaction<'_>) {
    boundaries::insert(tx, LIMIT, BoundaryKind::Mental, Belongs::NotMine, "no calls after ten", 1_000).unwrap();
}

/// Every move of a use that ends in `answer` and is looked back on.
fn walk(rung: Rung, person: Option<&str>, answer: BoundaryAnswer, afraid: bool) -> [BoundaryMove; 5] {
    [
        BoundaryMove::UseLimit { boundary: LIMIT },
        BoundaryMove::ReadyScript { text: "not today".into(), rung, person: person.map(Into::into) },
        BoundaryMove::Say,
        BoundaryMove::Answer { answered: answer },
        BoundaryMove::Reflect { relief: Some(3), guilt: Some(1), afraid, next_step: Some("rest".into()) },
    ]
}

/// Notices something and makes the first `moves` of `walk`; each state is read back as it was written.
fn used(tx: &Transaction<'_>, n: u32, walk: &[BoundaryMove]) {
    let noticed = Noticed { body: Some(format!("body{n} tight")), sign: Some(BodySign::Bad), fits_values: Some(YesNoUnsure::Unsure) };
    let mut usage = Usage::noticed(noticed, day("2026-11-01"));
    insert(tx, id(n), &usage, 1_000).unwrap();
    for (after, made) in (1..).zip(walk) {
        assert_eq!(find(tx, id(n)).unwrap().unwrap().usage, usage);
        usage = usage.after(made.clone(), Some(LIMIT), day("2026-11-01").plus_days(after)).unwrap();
        rewrite(tx, id(n), &usage).unwrap();
    }
    let found = find(tx, id(n)).unwrap().unwrap();
    assert_eq!(found.usage, usage);
    assert_eq!(found.limit, usage.boundary.map(|_| (BoundaryKind::Mental, "no calls after ten".to_owned())));
}

#[test]
fn every_state_reads_back_and_may_be_the_last() {
    in_vault(|tx| {
        limit(tx);
        let walk = walk(Rung::Harder, Some("Kim"), BoundaryAnswer::Negotiated, true);
        for stops in 0..=walk.len() {
            used(tx, u32::try_from(stops).unwrap(), &walk[..stops]);
        }
        used(tx, 6, &[walk[0].clone(), walk[1].clone(), BoundaryMove::NotSay]);
        assert_eq!(rows(tx, "boundary_uses WHERE outcome = 'not_said' AND outcome_on = '2026-11-04'"), 1);
        assert_eq!(open(tx, false).unwrap().iter().map(|it| it.id).collect::<Vec<_>>(), [6, 4, 3, 2, 1, 0].map(id));
        assert_eq!(done(tx, false, 20).unwrap().iter().map(|it| it.id).collect::<Vec<_>>(), [id(5)]);
        assert_eq!(done(tx, false, 0).unwrap(), []);
        assert_eq!(open(tx, true).unwrap().iter().map(|it| it.id).collect::<Vec<_>>(), [1, 0].map(id), "not said to anybody yet");
        assert_eq!(done(tx, true, 20).unwrap(), []);
        let Limit { uses, uses_alone, belongs, .. } = boundaries::find(tx, LIMIT).unwrap().unwrap();
        assert_eq!((uses, uses_alone, belongs), (6, 1, Belongs::NotMine));
        let counted = counted(tx).unwrap();
        assert_eq!(counted.len(), 6);
        assert!(counted.iter().any(|it| (it.relief, it.guilt, it.outcome) == (Some(3), Some(1), Some(Outcome::Negotiated))));
        delete(tx, id(5)).unwrap();
        assert_eq!((find(tx, id(5)).unwrap(), rows(tx, "boundaries")), (None, 1), "its limit stays");
    });
}

#[test]
fn a_limit_is_put_away_and_taken_out() {
    in_vault(|tx| {
        limit(tx);
        let other = BoundaryId::from_bytes([7; 16]);
        boundaries::insert(tx, other, BoundaryKind::Sexual, Belongs::Mine, "not now", 2_000).unwrap();
        let order = |tx: &Transaction<'_>| boundaries::all(tx).unwrap().into_iter().map(|it| (it.id, it.put_away)).collect::<Vec<_>>();
        assert_eq!(order(tx), [(other, false), (LIMIT, false)]);
        assert!(boundaries::put_away(tx, other, true).unwrap());
        assert_eq!(order(tx), [(LIMIT, false), (other, true)]);
        assert!(boundaries::put_away(tx, other, false).unwrap());
        assert!(!boundaries::put_away(tx, BoundaryId::from_bytes([8; 16]), true).unwrap());
        assert_eq!(order(tx)[0], (other, false));
    });
}

#[test]
fn an_offer_that_was_put_away_comes_back_with_something_new() {
    in_vault(|tx| {
        limit(tx);
        let told = |tx: &Transaction<'_>| offer(&concerns(tx).unwrap(), false);
        let ignored = |afraid| walk(Rung::Easy, Some("Kim"), BoundaryAnswer::Ignored, afraid);
        used(tx, 1, &ignored(false)[..4]);
        assert!(told(tx).is_none() && concerns(tx).unwrap().len() == 1);
        used(tx, 2, &ignored(false)[..4]);
        assert!(told(tx).is_some());
        put_offer_away(tx, false).unwrap();
        assert!(told(tx).is_none());
        // Fear about what was ignored before is new.
        let before = find(tx, id(2)).unwrap().unwrap().usage;
        rewrite(tx, id(2), &before.after(ignored(true)[4].clone(), None, day("2026-11-09")).unwrap()).unwrap();
        assert!(told(tx).is_some());
        put_offer_away(tx, false).unwrap();
        rewrite(tx, id(2), &find(tx, id(2)).unwrap().unwrap().usage).unwrap();
        assert!(told(tx).is_none(), "the same once more is not new");
        used(tx, 3, &walk(Rung::Partner, None, BoundaryAnswer::Respected, true));
        assert!(told(tx).is_some());
        put_offer_away(tx, true).unwrap();
        assert!(told(tx).is_some(), "what care mode hides is not put away in it");
    });
}

#[test]
fn values_outside_their_range_are_refused() {
    in_vault(|tx| {
        limit(tx);
        used(tx, 1, &walk(Rung::Easy, None, BoundaryAnswer::Respected, false));
        for refused in [
            "UPDATE boundary_uses SET state = 'done'",
            "UPDATE boundary_uses SET rung = 'boss'",
            "UPDATE boundary_uses SET outcome = 'won'",
            "UPDATE boundary_uses SET outcome_on = NULL",
            "UPDATE boundary_uses SET relief = 5",
            "UPDATE boundary_uses SET guilt = -1",
            "UPDATE boundary_uses SET sign = 'so-so'",
            "UPDATE boundaries SET kind = 'digital'",
            "UPDATE boundaries SET words = ''",
            "UPDATE boundaries SET mine = 2",
        ] {
            assert!(tx.execute(refused, []).is_err(), "{refused}");
        }
    });
}

#[test]
fn what_the_first_screen_asks_for_costs_the_same_after_ten_years() {
    in_vault(|tx| {
        limit(tx);
        for n in 0..300 {
            let answer = if n % 50 == 0 { BoundaryAnswer::Ignored } else { BoundaryAnswer::Respected };
            used(tx, n, &walk(Rung::Easy, Some("Kim"), answer, false));
        }
        tx.execute_batch("ANALYZE").unwrap();
        let steps = plan(tx, CONCERNS);
        assert!(steps.contains("boundary_uses USING COVERING INDEX boundary_uses_of_concern"), "{steps}");
        assert_eq!(concerns(tx).unwrap().len(), 6);
    });
}

#[test]
fn of_a_rotten_page_only_its_rows_are_lost() {
    let whole = tempfile::tempdir().unwrap();
    let vault = create(whole.path());
    vault
        .write(|tx| {
            limit(tx);
            for n in 0..400 {
                used(tx, n, &walk(Rung::Easy, Some("Kim"), BoundaryAnswer::Respected, false));
            }
            Ok::<_, StorageError>(())
        })
        .unwrap();
    drop(vault);
    let pages = std::fs::read(whole.path().join("vault.db")).unwrap().len() / 4096;
    let mut hit = 0;
    for page in (pages - 24..pages).rev() {
        let folder = copy(whole.path());
        recovery_samples::rot(folder.path(), "vault.db", 4096 * page + 2000);
        let Ok(recovered) = recovery_samples::bring_back(folder.path(), RecoverFrom::File) else { continue };
        if recovered.lost_tables == ["boundary_uses"] {
            let vault = opened(folder.path()).unwrap();
            let left = count(&vault, "boundary_uses");
            assert!((340..400).contains(&left), "page {page}: {left}");
            assert_eq!(count(&vault, "boundary_uses WHERE body <> printf('body%d tight', seq - 1)"), 0, "page {page}");
            assert_eq!(count(&vault, "boundaries"), 1);
            hit += 1;
        }
    }
    assert!(hit > 3, "{hit}");
}
