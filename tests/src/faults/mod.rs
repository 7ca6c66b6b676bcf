//! What may happen to a vault, done to it on purpose: `make faults`, and a short form of it in `make test`.
//!
//! After each of them: the vault opens or says exactly why not; no acknowledged save is lost; nothing readable is
//! destroyed; a recovery brings back what can be read.

#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a helper that fails is a case that fails")]

pub mod child;
mod doors;
mod full;
mod kills;
mod look;
mod process;
mod reminders;
mod rot;
mod texts;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

/// How much of it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// All of it, some minutes long.
    Whole,
    /// Of everything a little.
    Short,
}

/// Counts what passed and what did not.
pub struct Faults<'a> {
    /// The program that is the other process.
    program: PathBuf,
    tell: &'a mut dyn FnMut(&str),
    passed: u32,
    failed: u32,
}

impl Faults<'_> {
    /// One case; a panic in it is a failure.
    fn case(&mut self, name: &str, case: impl FnOnce() -> Result<(), String>) {
        let outcome = catch_unwind(AssertUnwindSafe(case)).unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
            Err(format!("panicked: {}", text.unwrap_or("without a text")))
        });
        match outcome {
            Ok(()) => self.passed += 1,
            Err(why) => {
                self.failed += 1;
                (self.tell)(&format!("FAILED {name}: {why}"));
            }
        }
    }

    /// A part with its name and, at its end, its count.
    fn part(&mut self, name: &str, part: impl FnOnce(&mut Self)) {
        let before = (self.passed, self.failed);
        let start = std::time::Instant::now();
        part(self);
        let (passed, failed) = (self.passed - before.0, self.failed - before.1);
        (self.tell)(&format!("faults: {name}: {passed} passed, {failed} failed ({:.1} s)", start.elapsed().as_secs_f64()));
    }
}

/// Does all of it with `program` as the other process; how many cases passed, and how many failed.
pub fn run(form: Form, program: PathBuf, tell: &mut dyn FnMut(&str)) -> (u32, u32) {
    let mut faults = Faults { program, tell, passed: 0, failed: 0 };
    let whole = form == Form::Whole;
    let of = |many: u32, few: u32| if whole { many } else { few };
    let at = |many: usize, few: usize| if whole { many } else { few };
    faults.part("kill in a write loop", |faults| kills::write_loop(faults, of(200, 10)));
    faults.part("a limit of files' sizes", |faults| full::file_limit(faults, at(400, 5)));
    let mut tried = false;
    faults.part("a full disk", |faults| {
        tried = full::disk(faults, at(160, 3));
        if whole {
            full::creating(faults);
        }
    });
    if !tried {
        (faults.tell)("faults: a small file system takes root to mount: a full disk was tried by the limit of files' sizes alone");
    }
    faults.part("flipped bytes", |faults| rot::flips(faults, of(120, 16), at(1, 256), at(100, 5)));
    faults.part("files cut short", |faults| rot::cuts(faults, of(40, 8), at(1, 24)));
    faults.part("read-only", doors::read_only);
    faults.part("two processes", |faults| doors::two_processes(faults, of(10, 1)));
    faults.part("reminders", |faults| {
        reminders::two_processes(faults, of(10, 2));
        reminders::kills(faults, of(40, 4));
        reminders::file_limit(faults, (1..of(200, 140)).step_by(at(3, 40)));
    });
    faults.part("kill during migration", |faults| kills::migration(faults, of(40, 3)));
    faults.part("kill during a change of the passphrase", |faults| kills::passphrase(faults, at(3, 1), of(12, 1)));
    faults.part("kill during upkeep with safety copies", |faults| kills::upkeep(faults, of(40, 2), of(200, 30)));
    faults.part("kill during a purge", |faults| kills::purge(faults, of(40, 3), of(240, 30)));
    faults.part("kill during erasing", |faults| kills::erase(faults, of(60, 4)));
    faults.part("kill during a recovery", |faults| kills::recovery(faults, of(40, 2), of(200, 30)));
    (faults.passed, faults.failed)
}

/// An error where `holds` is not so.
fn check(holds: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(why()) }
}
