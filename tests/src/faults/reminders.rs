//! The reminders' file under a receiver and the app at once, kills, and a disk that takes no more: what was acknowledged
//! is there, and the next round tells the system what holds.

use super::process::Telling;
use super::{Faults, check};
use crate::phone::{Phone, daily, reminders};
use crate::world::{Seeded, at};
use ampersand_core::app::Platform;
use ampersand_core::error::Error;
use ampersand_core::ids::RuleId;
use ampersand_core::reminder::rule::ReminderKind;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Answers that a child gives at most: each of a day of its own.
const MOST: u32 = 300;

/// A folder with two rules, one for each child.
fn furnished() -> (tempfile::TempDir, [RuleId; 2]) {
    let folder = tempfile::tempdir().expect("a folder");
    let reminders = reminders(folder.path(), 0x91);
    let save = |time: &str| reminders.save_rule(&at(0, 0), &daily(ReminderKind::Custom, &[time])).expect("saved").id;
    let rules = [save("12:00"), save("20:00")];
    (folder, rules)
}

/// What the child does: answers for a day after the other, each acknowledged by a line, and plans anew in between.
///
/// # Errors
/// The first refusal.
pub(super) fn work(folder: &Path, rule: RuleId, told: &mut dyn FnMut()) -> Result<(), Error> {
    let reminders = reminders(folder, u64::from(std::process::id()));
    let mut phone = Phone::new(Platform::Android);
    let today = at(0, 0).today()?;
    for n in 0..MOST {
        reminders.complete(&at(0, 0), rule, today.minus_days(n), None)?;
        told();
        let replan = reminders.replan(&at(0, 0), phone.platform, phone.permission)?;
        phone.alarms.clear();
        let taken = phone.apply(&replan);
        reminders.registered(replan.generation, &taken)?;
    }
    Ok(())
}

/// Answers of a rule that are there, from today back, with none missing.
fn answered(folder: &Path, rule: RuleId) -> Result<u32, String> {
    let file = rusqlite::Connection::open(folder.join("reminders.db")).map_err(|error| error.to_string())?;
    let sql = "SELECT count(*), coalesce(max(day) - min(day) + 1, 0) FROM completion WHERE rule = ?1";
    let numbers = file.query_row(sql, [rule.as_bytes()], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, u32>(1)?)));
    let (count, span) = numbers.map_err(|error| error.to_string())?;
    check(count == span, || format!("{count} answers over {span} days"))?;
    Ok(count)
}

/// What was acknowledged is there, and the system can be told what holds.
fn whole(folder: &Path, acknowledged: &[(RuleId, u32)]) -> Result<(), String> {
    let opened = reminders(folder, 0x92);
    for (rule, acknowledged) in acknowledged {
        let found = answered(folder, *rule)?;
        check(*acknowledged <= found && found <= acknowledged + 1, || format!("{found} answers of {acknowledged}"))?;
    }
    let mut phone = Phone::new(Platform::Android);
    phone.settle(&opened, &at(0, 0));
    check(opened.view(&at(0, 0)).is_ok_and(|view| view.rules.len() == acknowledged.len()), || "rules are missing".into())?;
    check(phone.settle(&opened, &at(0, 0)).set.is_empty(), || "not settled".into())
}

fn child(program: &Path, folder: &Path, rule: RuleId) -> Result<Telling, String> {
    let child = Telling::doing(program, "reminders", folder, &[&rule.to_string()])?;
    child.expect("ready")?;
    Ok(child)
}

/// How many steps were acknowledged, and what came otherwise.
fn steps(told: &[String]) -> (u32, Vec<&String>) {
    let others: Vec<_> = told.iter().filter(|line| *line != "step").collect();
    (u32::try_from(told.len() - others.len()).unwrap_or(u32::MAX), others)
}

/// Two processes at once; neither is refused, and nothing of either is lost.
pub(super) fn two_processes(faults: &mut Faults<'_>, rounds: u32) {
    let program = faults.program.clone();
    for round in 0..rounds {
        faults.case(&format!("two processes at the reminders, {}", round + 1), || {
            let (folder, rules) = furnished();
            let children = [child(&program, folder.path(), rules[0])?, child(&program, folder.path(), rules[1])?];
            let heard = children.each_ref().map(|child| child.listen(Duration::from_millis(900)));
            let mut both: Vec<_> = rules.into_iter().zip(children).zip(heard).collect();
            // Each writes without a pause, so that one may still wait for its first turn: it has it once the other is gone.
            both.sort_by_key(|(_, told)| std::cmp::Reverse(told.len()));
            let mut acknowledged = Vec::new();
            for ((rule, child), mut told) in both {
                if told.is_empty() {
                    child.expect("step")?;
                    told.push("step".into());
                }
                told.extend(child.kill()?);
                let (taken, others) = steps(&told);
                check(taken > 0 && others.iter().all(|line| *line == "done"), || format!("{taken} steps, and {others:?}"))?;
                acknowledged.push((rule, taken));
            }
            whole(folder.path(), &acknowledged)
        });
    }
}

/// Killed at any moment.
pub(super) fn kills(faults: &mut Faults<'_>, rounds: u32) {
    let program = faults.program.clone();
    let mut random = Seeded(0x93);
    for round in 0..rounds {
        let part = random.next_number() % 250;
        faults.case(&format!("killed at the reminders, {}", round + 1), || {
            let (folder, rules) = furnished();
            let child = child(&program, folder.path(), rules[0])?;
            let mut told = child.listen(Duration::from_millis(part));
            told.extend(child.kill()?);
            whole(folder.path(), &[(rules[0], steps(&told).0), (rules[1], 0)])
        });
    }
}

/// No file may grow beyond so many blocks of 512 bytes.
pub(super) fn file_limit(faults: &mut Faults<'_>, limits: impl Iterator<Item = u32>) {
    let program = faults.program.clone();
    for blocks in limits {
        faults.case(&format!("no file of the reminders may grow beyond {blocks} blocks"), || {
            let (folder, rules) = furnished();
            let mut command = Command::new("sh");
            // Ignored, so that the write is refused instead of the process killed.
            command.args(["-c", "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"", "sh", &blocks.to_string()]);
            command.arg(&program).args(["child", "reminders"]).arg(folder.path()).arg(rules[0].to_string());
            let told = Telling::start(command)?.ended()?;
            let (taken, others) = steps(&told);
            check(others.len() == 2 && ["refused io", "refused disk_full", "done"].contains(&others[1].as_str()), || {
                format!("{others:?}")
            })?;
            // Refused or not, what was acknowledged is there.
            whole(folder.path(), &[(rules[0], taken), (rules[1], 0)])
        });
    }
}
