//! Measures what has a budget and prints a line a row; exit 1 when one is over.
//!
//! ```text
//! bench DISK MEMORY FIXTURES [LANGUAGE=COMMAND | LANGUAGE:COMMAND]...
//! ```
//! Vaults are made in the folder DISK, where they live in earnest; in the folder MEMORY for a budget that is a
//! difference, which does not depend on the disk and would drown in its noise. The journal is measured on copies of the
//! vaults below FIXTURES, which are made there if they are missing. A COMMAND is started with `turns` and a folder, and
//! takes one Check for each line that it reads, told as JSON with its `median_ms`; `LANGUAGE:COMMAND` is started anew for
//! each, with `1` and a folder. Every Check of a language comes right after one in Rust, so that a busy moment of the
//! machine hits both.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command: it prints, and ends where it cannot measure"
)]

use ampersand_tests::bench::{
    Budget, CHECK_IN_RUST, CHECK_THROUGH, Row, SCORING, by_hand, check, closing, insight, journal, median, reminders,
};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitCode, Stdio};
use std::time::Duration;

/// Checks of each language, each after one in Rust.
const TURNS: usize = 31;
const SCORINGS: usize = 200;

/// A language and what was measured in it.
struct Language {
    name: &'static str,
    budget: Budget,
    /// Where its vaults and those of the Rust beside it are made.
    place: PathBuf,
    folder: PathBuf,
    program: Program,
    rust: Vec<Duration>,
    own: Vec<Duration>,
}

/// How a language is asked for one Check.
enum Program {
    /// It waits for a line, and answers with one.
    Waiting(Child, BufReader<ChildStdout>),
    /// It is started anew.
    Anew(String),
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let mut folder = || arguments.next().map(PathBuf::from);
    let (Some(disk), Some(memory), Some(fixtures)) = (folder(), folder(), folder()) else {
        eprintln!("usage: bench DISK MEMORY FIXTURES [LANGUAGE=COMMAND | LANGUAGE:COMMAND]...");
        return ExitCode::FAILURE;
    };
    let rows = match measured(&disk, &memory, &fixtures, &arguments.collect::<Vec<_>>()) {
        Ok(rows) => rows,
        Err(why) => {
            eprintln!("bench: {why}");
            return ExitCode::FAILURE;
        }
    };
    for row in &rows {
        println!("{}", row.line());
    }
    let (line, within) = closing(&rows);
    println!("{line}");
    if within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn measured(disk: &Path, memory: &Path, fixtures: &Path, arguments: &[String]) -> Result<Vec<Row>, String> {
    let mut languages = arguments.iter().map(|argument| prepared(disk, memory, argument)).collect::<Result<Vec<_>, _>>()?;
    let scoring: Vec<Duration> = (0..SCORINGS).map(|_| check::scoring()).collect();

    let in_rust = |folder: &Path| check::in_rust(&folder.join("rust"));
    let by_hand = || by_hand::one_check(&disk.join("by-hand"));
    // Once for the caches of files and code.
    let _ = (in_rust(disk), by_hand());
    let (hand, rust): (Vec<_>, Vec<_>) = (0..TURNS).map(|_| (by_hand(), in_rust(disk))).unzip();
    for language in &mut languages {
        // The first one starts it and lets it get warm.
        asked(language)?;
        for _ in 0..TURNS {
            language.rust.push(in_rust(&language.place));
            let own = asked(language)?;
            language.own.push(own);
        }
        if let Program::Waiting(child, _) = &mut language.program {
            drop(child.stdin.take());
            let _ = child.wait();
        }
    }
    let row = |name: &str, measured, budget, reference| Row { name: name.into(), measured, budget, reference };
    let mut rows = vec![
        row("score a Check", median(scoring), SCORING, None),
        row("one Check in Rust, beside SQL by hand", median(rust), CHECK_IN_RUST, Some(median(hand))),
    ];
    for Language { name, budget, rust, own, .. } in languages {
        rows.push(row(&format!("one Check through {name}, beside Rust"), median(own), budget, Some(median(rust))));
    }
    rows.extend(reminders::rows(disk));
    rows.extend(journal::rows(disk, fixtures));
    rows.extend(insight::rows(disk, fixtures));
    Ok(rows)
}

fn prepared(disk: &Path, memory: &Path, argument: &str) -> Result<Language, String> {
    let at = argument.find(['=', ':']).ok_or_else(|| format!("neither = nor : in {argument}"))?;
    let (name, command) = (&argument[..at], &argument[at + 1..]);
    let (name, budget) = *CHECK_THROUGH.iter().find(|(known, _)| *known == name).ok_or_else(|| format!("no budget for {name}"))?;
    let place = if matches!(budget, Budget::More(_)) { memory } else { disk }.to_owned();
    let folder = place.join(name);
    let program = if argument[at..].starts_with(':') {
        Program::Anew(command.to_owned())
    } else {
        let child = Command::new(command).arg("turns").arg(&folder).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = child.map_err(|error| format!("{name}: {command}: {error}"))?;
        let answers = child.stdout.take().ok_or_else(|| format!("{name}: {command}: no output"))?;
        Program::Waiting(child, BufReader::new(answers))
    };
    Ok(Language { name, budget, place, folder, program, rust: vec![], own: vec![] })
}

/// How long one Check took in the language, by its own clock.
fn asked(language: &mut Language) -> Result<Duration, String> {
    let Language { name, folder, program, .. } = language;
    let told = match program {
        Program::Anew(command) => {
            let output = Command::new(&*command).arg("1").arg(folder).stderr(Stdio::inherit()).output();
            String::from_utf8_lossy(&output.map_err(|error| format!("{name}: {command}: {error}"))?.stdout).into_owned()
        }
        Program::Waiting(child, answers) => line(child, answers).map_err(|error| format!("{name}: {error}"))?,
    };
    let json = told.lines().rev().find_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let millis = json.and_then(|json| json["median_ms"].as_f64());
    millis.map(|millis| Duration::from_secs_f64(millis / 1_000.0)).ok_or_else(|| format!("{name}: no median in {told:?}"))
}

/// Asks a waiting program and takes its line.
fn line(child: &mut Child, answers: &mut BufReader<ChildStdout>) -> std::io::Result<String> {
    let mut line = String::new();
    if let Some(stdin) = &mut child.stdin {
        stdin.write_all(b"\n")?;
        stdin.flush()?;
        answers.read_line(&mut line)?;
    }
    Ok(line)
}
