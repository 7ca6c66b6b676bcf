//! One Check: begin, 38 answers, finish, result. The same calls and the same answers in every language.

use super::timed;
use crate::world::{ALL_NO, SECRET, Seeded, current, instrument, key_of, now, secret_of};
use ampersand_core::app::Session;
use ampersand_core::assessment::answers::{Answers, ItemAnswer};
use ampersand_core::assessment::score::score;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

/// 2026-11-23, 12:00 UTC.
pub const NOW: i64 = 1_795_435_200_000;
/// Scorings that are timed together: one alone is shorter than a clock is sure of.
const BATCH: u32 = 200;

fn answers() -> Vec<ItemAnswer> {
    let value = |position: usize| i32::try_from(position * 7 % 5).ok();
    let items = instrument().items.iter().enumerate();
    items.map(|(position, item)| ItemAnswer { item: item.id.clone(), value: value(position), ms: Some(3_000) }).collect()
}

/// Takes one Check in a new vault in `folder`, which is removed after it; opening is not timed.
pub fn in_rust(folder: &Path) -> Duration {
    let secret = secret_of(SECRET[0]);
    let created = Session::create(&key_of(folder, &secret), "en", Box::new(Seeded(3))).expect("a vault");
    created.answer_safety(&ALL_NO).expect("answered");
    created.lock();
    let session = Session::open(&key_of(folder, &secret), "en", Box::new(Seeded(4))).expect("it opens");
    let (ctx, answers) = (now(NOW), answers());
    let (time, scales) = timed(|| {
        let draft = session.begin_check(&ctx, current(false)).expect("begun");
        for answer in &answers {
            session.answer_check(&ctx, draft.run, answer).expect("answered");
        }
        session.finish_check(&ctx, draft.run, &[]).expect("finished");
        session.check_result(draft.run).expect("a result").scores.scales.len()
    });
    assert_eq!(scales, 8);
    session.lock();
    std::fs::remove_dir_all(folder).expect("removed");
    time
}

/// Scores a whole Check: answers checked, scored, judged.
pub fn scoring() -> Duration {
    let answers = answers();
    let (time, ()) = timed(|| {
        for _ in 0..BATCH {
            let given = Answers::collect(instrument(), black_box(&answers)).expect("valid");
            black_box(score(instrument(), &given, false).expect("scored"));
        }
    });
    time / BATCH
}
