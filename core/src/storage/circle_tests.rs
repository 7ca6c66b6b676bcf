//! What is saved of a source and of a contact reads back, what neither may be, and what the circle costs.

use super::*;
use crate::storage::Vault;
use crate::storage::journal_samples::{day, in_vault, plan, rows, within};
use crate::storage::samples::{copy, create, open};
use crate::storage::{RecoverFrom, recovery_samples};
use proptest::prelude::*;

const fn id(byte: u8) -> SourceId {
    SourceId::from_bytes([byte; 16])
}

fn named(name: &str, love: LoveKind) -> SourceContent {
    SourceContent { name: name.into(), love, gives: vec![] }
}

fn any_content() -> impl Strategy<Value = SourceContent> {
    let gives = proptest::sample::subsequence(Gift::ALL.to_vec(), 0..=5);
    ("[^\\p{C}\\p{Zl}\\p{Zp}]{1,40}", proptest::sample::select(LoveKind::ALL.to_vec()), gives)
        .prop_map(|(name, love, gives)| SourceContent { name: format!("x{}", name.trim()), love, gives })
}

#[test]
fn whatever_is_saved_reads_back() {
    let folder = tempfile::tempdir().unwrap();
    let vault: Vault = create(folder.path());
    proptest!(ProptestConfig::with_cases(100), |((first, second) in (any_content(), any_content()))| {
        within(&vault, |tx| {
            insert(tx, id(1), &first, 1_000).unwrap();
            assert_eq!(find(tx, id(1)).unwrap(), Some(Source { id: id(1), content: first, archived: false }));
            rewrite(tx, id(1), &second).unwrap();
            set_archived(tx, id(1), true).unwrap();
            let changed = Source { id: id(1), content: second, archived: true };
            assert_eq!(find(tx, id(1)).unwrap(), Some(changed.clone()));
            let today = day("2026-11-23");
            assert_eq!(all(tx, today, today).unwrap(), [Seen { source: changed, contacts: 0, last_on: None }]);
            assert_eq!((count(tx).unwrap(), find(tx, id(2)).unwrap()), (0, None));
        });
    });
}

#[test]
fn contacts_are_counted_by_source_within_the_days_and_one_a_day() {
    in_vault(|tx| {
        let today = day("2026-11-23");
        for (byte, name, love) in [(1, "Ada", LoveKind::Friends), (2, "Choir", LoveKind::Community), (3, "Me", LoveKind::Own)] {
            insert(tx, id(byte), &named(name, love), 1).unwrap();
        }
        for (byte, ago) in [(1, 0), (1, 0), (1, 27), (1, 28), (2, 5), (2, 40)] {
            log(tx, id(byte), today.minus_days(ago), 1).unwrap();
        }
        // Of a clock that was ahead.
        log(tx, id(2), today.plus_days(3), 1).unwrap();
        let seen = |first: CivilDate| {
            all(tx, first, today)
                .unwrap()
                .into_iter()
                .map(|seen| (seen.source.content.name, seen.contacts, seen.last_on))
                .collect::<Vec<_>>()
        };
        let (ada, choir, me) = (Some(today), Some(today.minus_days(5)), None);
        assert_eq!(seen(today.minus_days(27)), [("Ada".into(), 2, ada), ("Choir".into(), 1, choir), ("Me".into(), 0, me)]);
        assert_eq!(seen(today), [("Ada".into(), 1, ada), ("Choir".into(), 0, choir), ("Me".into(), 0, me)]);

        let by_day = contacts(tx, today.minus_days(27), today).unwrap();
        assert_eq!(
            by_day,
            [
                (today.minus_days(27), id(1), LoveKind::Friends),
                (today.minus_days(5), id(2), LoveKind::Community),
                (today, id(1), LoveKind::Friends),
            ]
        );
        undo(tx, id(1), today).unwrap();
        undo(tx, id(1), today).unwrap();
        undo(tx, id(3), today).unwrap();
        assert_eq!(seen(today.minus_days(27))[0], ("Ada".into(), 1, Some(today.minus_days(27))));
        assert_eq!(rows(tx, "circle_contacts"), 5);
    });
}

#[test]
fn a_gift_of_a_later_release_does_not_hide_the_source() {
    in_vault(|tx| {
        insert(tx, id(1), &SourceContent { gives: vec![Gift::Fun], ..named("Ada", LoveKind::Friends) }, 1).unwrap();
        tx.execute("UPDATE circle_sources SET gives = 'singing,fun'", []).unwrap();
        assert_eq!(find(tx, id(1)).unwrap().unwrap().content.gives, [Gift::Fun]);
    });
}

#[test]
fn values_outside_their_range_are_refused() {
    in_vault(|tx| {
        insert(tx, id(1), &named("Ada", LoveKind::Friends), 1).unwrap();
        log(tx, id(1), day("2026-11-23"), 1).unwrap();
        assert!(insert(tx, id(1), &named("Bo", LoveKind::Friends), 1).is_err(), "an id is one source's");
        for refused in [
            "UPDATE circle_sources SET name = ''",
            "UPDATE circle_sources SET love = 'work'",
            "UPDATE circle_sources SET archived = 2",
            "UPDATE circle_sources SET id = x'00'",
            "UPDATE circle_contacts SET day = '2026'",
            "UPDATE circle_contacts SET source = x'00'",
            "INSERT INTO circle_contacts (source, day, logged_at) SELECT source, day, 2 FROM circle_contacts",
        ] {
            assert!(tx.execute(refused, []).is_err(), "{refused}");
        }
    });
}

/// Sources with a contact on each of so many days, in turns.
fn contacts_daily(tx: &Transaction<'_>, days: u32) {
    for byte in 1..=40 {
        insert(tx, id(byte), &named(&format!("source{byte} of the river"), LoveKind::Friends), i64::from(byte)).unwrap();
    }
    for n in 0..days {
        log(tx, id(u8::try_from(n % 40).unwrap() + 1), day("2024-01-01").plus_days(n), i64::from(n)).unwrap();
    }
}

#[test]
fn what_the_circle_asks_for_costs_the_same_after_ten_years() {
    in_vault(|tx| {
        contacts_daily(tx, 900);
        tx.execute_batch("ANALYZE").unwrap();
        let steps = plan(tx, &all_sql());
        let by_source = "SEARCH circle_contacts USING COVERING INDEX sqlite_autoindex_circle_contacts_1";
        assert!(steps.contains(&format!("{by_source} (source=? AND day>? AND day<?)")), "{steps}");
        assert!(steps.contains(&format!("{by_source} (source=? AND day<?)")), "{steps}");
        assert!(!steps.contains("SCAN circle_contacts"), "{steps}");
        let steps = plan(tx, CONTACTS);
        assert!(
            steps.contains("SEARCH c USING COVERING INDEX circle_contacts_by_day (day>? AND day<?)") && !steps.contains("SCAN c"),
            "{steps}"
        );
    });
}

/// A contact points to its source by id: the rows of a page that rots are lost, and no others.
#[test]
fn of_a_rotten_page_only_its_rows_are_lost() {
    let whole = tempfile::tempdir().unwrap();
    let vault = create(whole.path());
    vault
        .write(|tx| {
            contacts_daily(tx, 1_200);
            Ok::<_, StorageError>(())
        })
        .unwrap();
    drop(vault);
    let counted = |folder: &std::path::Path| {
        let vault = open(folder).unwrap();
        ["circle_sources", "circle_contacts"].map(|table| crate::storage::samples::count(&vault, table))
    };
    assert_eq!(counted(whole.path()), [40, 1_200]);
    let pages = std::fs::read(whole.path().join("vault.db")).unwrap().len() / 4096;
    let mut hit = 0;
    for page in (pages - 30..pages).rev() {
        let folder = copy(whole.path());
        recovery_samples::rot(folder.path(), "vault.db", 4096 * page + 2000);
        let Ok(recovered) = recovery_samples::bring_back(folder.path(), RecoverFrom::File) else { continue };
        if recovered.lost_tables == ["circle_contacts"] {
            let [sources, contacts] = counted(folder.path());
            assert!(sources == 40 && (1_050..1_200).contains(&contacts), "page {page}: {sources}, {contacts}");
            hit += 1;
        }
    }
    assert!(hit > 3, "{hit}");
}
