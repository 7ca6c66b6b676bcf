//! The child that the kill test kills: goes on answering, and says so after each answer.
//!
//! ```text
//! answer-loop FOLDER FIRST
//! ```
//! Answer number `n` of the sequence goes to item `n % 38` with the value `(n / 38 + n) % 5`. Prints the number of the
//! run, then each `n` once its answer was acknowledged; ends only when it is killed, or at a fault.

#![allow(clippy::expect_used, reason = "a fault ends it, and the test sees that")]

use ampersand_tests::world::{at, current, given, instrument, open};
use std::io::Write as _;
use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let first: usize = arguments[2].parse().expect("a number");
    // The seed only makes ids, and the draft is there already.
    let session = open(Path::new(&arguments[1]), 1 + first as u64).expect("the vault opens");
    let draft = session.begin_check(&at(0, 1), current(false)).expect("the draft goes on");
    assert!(draft.resumed, "a second draft");
    let mut out = std::io::stdout().lock();
    let mut say = |line: &str| writeln!(out, "{line}").and_then(|()| out.flush()).expect("somebody listens");
    say(&draft.run.to_string());
    for n in first.. {
        let item = &instrument().items[n % instrument().items.len()].id;
        let value = i32::try_from((n / 38 + n) % 5).expect("small");
        session.answer_check(&at(0, 1), draft.run, &given(item, value)).expect("answered");
        say(&n.to_string());
    }
}
