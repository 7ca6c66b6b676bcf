//! A kill between any two answers loses none that was acknowledged, and a draft goes on after it.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_tests::world::{ALL_NO, Seeded, at, create, current, instrument, open};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

const ROUNDS: u64 = 50;

/// What is stored when the first `count` answers of the sequence were taken.
fn expected(count: usize) -> BTreeMap<String, i32> {
    let items = &instrument().items;
    (0..count).map(|n| (items[n % items.len()].id.clone(), i32::try_from((n / 38 + n) % 5).unwrap())).collect()
}

#[test]
fn no_acknowledged_answer_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 3);
    let run = session.begin_check(&at(0, 0), current(false)).unwrap().run;
    session.lock();

    let mut random = Seeded(50);
    let (mut taken, mut acknowledged, mut in_flight) = (0, 0, 0);
    for round in 0..ROUNDS {
        let kill_after = usize::try_from(random.next_number() % 16).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_answer-loop"))
            .args([folder.path().to_str().unwrap(), &taken.to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert_eq!(lines.next().expect("it opens the vault").unwrap(), run.to_string(), "round {round}");
        let mut told: Vec<usize> = lines.by_ref().take(kill_after).map(|line| line.unwrap().parse().unwrap()).collect();
        child.kill().unwrap();
        // What it had said before the kill reached it.
        told.extend(lines.map(|line| line.unwrap().parse::<usize>().unwrap()));
        child.wait().unwrap();
        assert!(told.len() >= kill_after, "round {round}: it ended by itself");
        assert!(told.iter().copied().eq(taken..taken + told.len()), "round {round}: {told:?}");

        let before = taken + told.len();
        let session = open(folder.path(), 1_000 + round).unwrap();
        let draft = session.resume_check(&at(0, 2), run).unwrap();
        let found: BTreeMap<String, i32> = draft.answers.iter().map(|answer| (answer.item.clone(), answer.value.unwrap())).collect();
        // The answer being taken when the kill came is there whole, or not at all.
        taken = if found == expected(before) { before } else { before + 1 };
        assert_eq!(found, expected(taken), "round {round}, {before} acknowledged");
        assert_eq!(draft.next, taken.min(38), "round {round}");
        acknowledged += told.len();
        in_flight += usize::from(taken > before);
        session.lock();
    }
    assert!(acknowledged > 200, "{acknowledged} answers in all: too few to say anything");
    assert!(in_flight < acknowledged, "{in_flight} of {acknowledged}");

    let session = open(folder.path(), 9).unwrap();
    session.finish_check(&at(0, 3), run, &[]).unwrap();
    session.answer_safety(&ALL_NO).unwrap();
    assert_eq!(session.check_result(run).unwrap().run.answered, 38);
}
