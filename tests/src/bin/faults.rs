//! Does to vaults what may happen to them, and counts what they stood: ends `N passed, N failed`.
//!
//! ```text
//! faults [short]
//! faults child ...   the other process: see ampersand_tests::faults::child
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use ampersand_tests::faults::{Form, child, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|what| what == "child") {
        child::run(&arguments[1..]);
        return ExitCode::SUCCESS;
    }
    let form = if arguments.first().is_some_and(|form| form == "short") { Form::Short } else { Form::Whole };
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => {
            eprintln!("faults: {error}");
            return ExitCode::FAILURE;
        }
    };
    let (passed, failed) = run(form, program, &mut |line| println!("{line}"));
    println!("{passed} passed, {failed} failed");
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
