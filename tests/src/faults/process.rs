//! Another process that does something, until it has done it or is killed.

use crate::world::Seeded;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long nothing may be heard of a child before it counts as stuck.
const STUCK: Duration = Duration::from_mins(2);

/// A child that tells what it does, a line each.
pub(super) struct Telling {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
}

impl Telling {
    /// Starts `command`.
    ///
    /// # Errors
    /// Those of the system.
    pub(super) fn start(mut command: Command) -> Result<Self, String> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .map_err(|error| format!("{command:?}: {error}"))?;
        let output = child.stdout.take().ok_or("no output")?;
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Self { stdin: child.stdin.take(), child, lines })
    }

    /// Starts `program` with these arguments.
    ///
    /// # Errors
    /// Those of the system.
    pub(super) fn doing(program: &Path, what: &str, folder: &Path, more: &[&str]) -> Result<Self, String> {
        let mut command = Command::new(program);
        command.arg("child").arg(what).arg(folder).args(more);
        Self::start(command)
    }

    /// The next line; none when there is no more.
    pub(super) fn next(&self) -> Option<String> {
        self.lines.recv_timeout(STUCK).ok()
    }

    /// Waits for `line`.
    ///
    /// # Errors
    /// What came instead.
    pub(super) fn expect(&self, line: &str) -> Result<(), String> {
        match self.next() {
            Some(told) if told == line => Ok(()),
            told => Err(format!("it said {told:?} and not {line:?}")),
        }
    }

    /// Listens for at most `time`, and ends at once when it said everything.
    pub(super) fn listen(&self, time: Duration) -> Vec<String> {
        let start = Instant::now();
        let mut told = Vec::new();
        while let Some(left) = time.checked_sub(start.elapsed()) {
            match self.lines.recv_timeout(left) {
                Ok(line) => told.push(line),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        told
    }

    /// Kills it, with the signal that nobody can catch, and hears what it had still said.
    ///
    /// # Errors
    /// Those of the system.
    pub(super) fn kill(mut self) -> Result<Vec<String>, String> {
        self.child.kill().map_err(|error| error.to_string())?;
        self.child.wait().map_err(|error| error.to_string())?;
        Ok(self.lines.iter().collect())
    }

    /// Lets go of it and hears what it says up to its end.
    ///
    /// # Errors
    /// Those of the system; that it ended otherwise than by itself.
    pub(super) fn ended(mut self) -> Result<Vec<String>, String> {
        drop(self.stdin.take());
        let mut told = Vec::new();
        while let Some(line) = self.next() {
            told.push(line);
        }
        let status = self.child.wait().map_err(|error| error.to_string())?;
        if status.success() { Ok(told) } else { Err(format!("it ended with {status} after {told:?}")) }
    }
}

/// How long the child takes from `ready` to `done` when nobody disturbs it.
///
/// # Errors
/// That it does not come to its end.
pub(super) fn undisturbed(child: Telling) -> Result<Duration, String> {
    child.expect("ready")?;
    let start = Instant::now();
    child.expect("done")?;
    let time = start.elapsed();
    child.ended()?;
    Ok(time)
}

/// Kills the child at a random moment between `ready` and a little after `whole`; whether it had said `done`.
///
/// # Errors
/// That it was refused what it does.
pub(super) fn killed_within(child: Telling, whole: Duration, random: &mut Seeded) -> Result<bool, String> {
    child.expect("ready")?;
    let part = u32::try_from(random.next_number() % 1_100).unwrap_or(0);
    let mut told = child.listen(whole * part / 1_000);
    told.extend(child.kill()?);
    match told.as_slice() {
        [] => Ok(false),
        [done] if done == "done" => Ok(true),
        other => Err(format!("it said {other:?}")),
    }
}
