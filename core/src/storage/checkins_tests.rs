//! What is saved of a day reads back, whatever it is; and what a day and a note may not be.

use super::*;
use crate::checkin::daily::{CheckInAnswers, DailyCheckIn, TAPS};
use crate::checkin::strip::{self, strip};
use crate::checkin::taps::TapAnswer;
use crate::journal::words::Words;
use crate::storage::Vault;
use crate::storage::journal_samples::{asked_daily, day, in_vault, plan, rows, saving, within};
use crate::storage::samples::create;
use proptest::prelude::*;

fn kept(day: CivilDate, answers: &CheckInAnswers) -> KeptCheckIn {
    DailyCheckIn::current().unwrap().keep(day, answers, Words::current().unwrap()).unwrap()
}

fn a_mood(day: CivilDate, mood: i32) -> KeptCheckIn {
    kept(day, &CheckInAnswers { answers: vec![TapAnswer { item: "mood".into(), value: Some(mood) }], ..CheckInAnswers::default() })
}

/// Answers of every kind to what is asked on `day`; the line keeps them from being none at all.
fn any_answers(day: CivilDate) -> impl Strategy<Value = CheckInAnswers> {
    let items = DailyCheckIn::current().unwrap().items(day, "en").unwrap();
    let taps: Vec<_> = items
        .into_iter()
        .map(|item| {
            let highest = i32::try_from(item.options.len()).unwrap() - 1;
            proptest::option::of(0..=highest).prop_map(move |value| TapAnswer { item: item.id.clone(), value })
        })
        .collect();
    let feelings: Vec<String> = Words::current().unwrap().feelings("en").unwrap().into_iter().map(|feeling| feeling.id).collect();
    let feelings = proptest::sample::subsequence(feelings, 0..=6).prop_shuffle();
    (taps, feelings, "[^\\p{C}\\p{Zl}\\p{Zp}]{0,100}x[^\\p{C}\\p{Zl}\\p{Zp}]{0,100}").prop_map(|(answers, feelings, line)| CheckInAnswers {
        answers,
        feelings,
        line: Some(line),
    })
}

fn any_day() -> impl Strategy<Value = CivilDate> {
    (0..80_000_u32).prop_map(|after| day("1970-01-01").plus_days(after))
}

fn days_with_answers() -> impl Strategy<Value = (CivilDate, CheckInAnswers, CheckInAnswers)> {
    any_day().prop_flat_map(|day| (Just(day), any_answers(day), any_answers(day)))
}

#[test]
fn whatever_is_saved_reads_back() {
    let folder = tempfile::tempdir().unwrap();
    let vault: Vault = create(folder.path());
    proptest!(ProptestConfig::with_cases(200), |((day, first, second) in days_with_answers())| {
        within(&vault, |tx| {
            let (first, second) = (kept(day, &first), kept(day, &second));
            insert(tx, day, &first, &saving(1_000)).unwrap();
            let found = find(tx, day).unwrap().unwrap();
            assert_eq!((&found.kept, found.saved_on), (&first, saving(0).day));
            rewrite(tx, found.seq, &second, 2_000).unwrap();
            let changed = find(tx, day).unwrap().unwrap();
            assert_eq!((&changed.kept, changed.saved_on, changed.seq), (&second, found.saved_on, found.seq));
            assert_eq!(moods(tx, day, day).unwrap(), [(day, second.mood())]);
        });
    });
}

#[test]
fn the_columns_are_the_items_in_their_order() {
    in_vault(|tx| {
        let date = day("2026-11-23");
        for (at, item) in TAPS.into_iter().enumerate() {
            let answers = vec![TapAnswer { item: item.into(), value: Some(1) }];
            let date = date.plus_days(u32::try_from(at).unwrap());
            insert(tx, date, &kept(date, &CheckInAnswers { answers, ..CheckInAnswers::default() }), &saving(1)).unwrap();
            let sql = format!("daily_check_ins WHERE day = '{date}' AND {item} = 1 AND sixth_value IS NULL");
            assert_eq!(rows(tx, &sql), 1, "{item}");
        }
    });
}

#[test]
fn one_a_day_and_the_strip_has_its_days() {
    in_vault(|tx| {
        let today = day("2026-11-23");
        for (ago, mood) in [(0, 3), (1, 0), (27, 4), (28, 1)] {
            let date = today.minus_days(ago);
            insert(tx, date, &a_mood(date, mood), &saving(1)).unwrap();
        }
        assert!(insert(tx, today, &a_mood(today, 1), &saving(2)).is_err());
        let strip = strip(today, &moods(tx, strip::first_day(today), today).unwrap(), None);
        let shown: Vec<_> = strip.days.iter().filter(|day| day.answered).map(|day| (day.day, day.mood)).collect();
        assert_eq!(shown, [(today.minus_days(27), Some(4)), (today.minus_days(1), Some(0)), (today, Some(3))]);
        assert_eq!(strip.answered, 3);
        let tapped: Vec<_> = tapped(tx, today.minus_days(27), today.minus_days(1)).unwrap();
        assert_eq!(tapped, [4, 0].map(|mood| [Some(mood), None, None, None, None]), "those of the days, the oldest first");
    });
}

#[test]
fn the_last_day_before_today_was_saved_before_today() {
    in_vault(|tx| {
        let today = day("2026-11-23");
        assert_eq!(last_before(tx, today).unwrap(), None);
        let save = |of: CivilDate, on: CivilDate| insert(tx, of, &a_mood(of, 1), &Saving { day: on, ..saving(1) }).unwrap();
        save(today.minus_days(9), today.minus_days(8));
        save(today.minus_days(1), today);
        save(today, today);
        assert_eq!(last_before(tx, today).unwrap(), Some(today.minus_days(9)), "yesterday's was given late, today");
        // Of a clock that was ahead.
        save(today.plus_days(400), today.plus_days(400));
        assert_eq!(last_before(tx, today).unwrap(), Some(today.minus_days(9)));
        assert_eq!(last_before(tx, today.plus_days(1)).unwrap(), Some(today));
    });
}

#[test]
fn notes_stay_with_their_day_in_the_order_in_which_they_came() {
    in_vault(|tx| {
        let (one, other) = (day("2026-11-22"), day("2026-11-23"));
        for (of, at, text) in [(one, 5, "first"), (other, 6, "elsewhere"), (one, 4, "second, by a clock set back")] {
            add_note(tx, of, &Note { at, text: text.into() }).unwrap();
        }
        let texts: Vec<_> = notes(tx, one).unwrap().into_iter().map(|note| (note.at, note.text)).collect();
        assert_eq!(texts, [(5, "first".to_owned()), (4, "second, by a clock set back".to_owned())]);
        assert_eq!(notes(tx, other).unwrap().len(), 1);
    });
}

#[test]
fn values_outside_their_range_are_refused() {
    in_vault(|tx| {
        let date = day("2026-11-23");
        insert(tx, date, &a_mood(date, 1), &saving(1)).unwrap();
        add_note(tx, date, &Note { at: 1, text: "a note".into() }).unwrap();
        for refused in [
            "UPDATE daily_check_ins SET mood = 5",
            "UPDATE daily_check_ins SET energy = -1",
            "UPDATE daily_check_ins SET needs = 5",
            "UPDATE daily_check_ins SET yes_meaning_no = -1",
            "UPDATE daily_check_ins SET own_time = 2",
            "UPDATE daily_check_ins SET sixth = ''",
            "UPDATE daily_check_ins SET version = 0",
            "UPDATE daily_check_ins SET day = '2026'",
            "UPDATE daily_check_ins SET saved_on = ''",
            "UPDATE daily_check_ins SET mood = 'good'",
            "UPDATE daily_notes SET text = ''",
            "UPDATE daily_notes SET day = ''",
            "INSERT INTO rule_labels (rule, label) VALUES (x'00', 'water')",
            "INSERT INTO rule_labels (rule, label) VALUES (zeroblob(16), '')",
        ] {
            assert!(tx.execute(refused, []).is_err(), "{refused}");
        }
    });
}

#[test]
fn what_the_first_screen_asks_for_costs_the_same_after_ten_years() {
    in_vault(|tx| {
        asked_daily(tx, 300);
        tx.execute_batch("ANALYZE").unwrap();
        let by_day = "daily_check_ins USING INDEX sqlite_autoindex_daily_check_ins_1";
        for (sql, index) in [
            (MOODS, format!("{by_day} (day>? AND day<?)")),
            (TAPPED, format!("{by_day} (day>? AND day<?)")),
            (LAST_BEFORE, format!("{by_day} (day<?)")),
            (NOTES, "daily_notes USING INDEX daily_notes_by_day (day=?)".into()),
        ] {
            assert_eq!(plan(tx, sql), format!("SEARCH {index}"), "{sql}");
        }
    });
}
