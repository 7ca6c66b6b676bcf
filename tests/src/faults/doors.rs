//! Somebody who may not write, and somebody who is there already.

use super::kills::{all_there, expected, filled};
use super::look::told;
use super::process::Telling;
use super::{Faults, check};
use crate::files::{bytes_of, copy, differing};
use crate::world::{START, open};
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;
use std::process::Command;

/// Who permissions bind: root is not asked for any.
const NOBODY: &str = "65534";

/// Folders and files that cannot be written: refused with the reason, and nothing is changed.
pub(super) fn read_only(faults: &mut Faults<'_>) {
    let template = filled(0..6);
    let program = faults.program.clone();
    for (what, in_folder, files, database) in
        [("nothing", 0o555, 0o444, 0o444), ("no new file", 0o555, 0o666, 0o666), ("not the database", 0o777, 0o666, 0o444)]
    {
        faults.case(&format!("read-only: {what} can be written"), || {
            let folder = copy(template.path());
            let mode = |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).map_err(|error| error.to_string());
            for name in bytes_of(folder.path()).keys() {
                mode(&folder.path().join(name), files)?;
            }
            mode(&folder.path().join("vault.db"), database)?;
            let before = bytes_of(folder.path());
            mode(folder.path(), in_folder)?;
            let told = bound_by_permissions(&program, folder.path());
            mode(folder.path(), 0o755)?;
            let (told, after) = (told?, bytes_of(folder.path()));
            check(told == ["ready", "refused read_only"], || format!("{told:?}"))?;
            let changed = differing(&before, &after);
            check(changed.is_empty(), || format!("changed: {changed:?}"))?;
            for name in after.keys() {
                mode(&folder.path().join(name), 0o644)?;
            }
            all_there(folder.path(), &expected(0..6))
        });
    }
}

/// Opens in another process whom permissions bind.
fn bound_by_permissions(program: &Path, folder: &Path) -> Result<Vec<String>, String> {
    let place = tempfile::tempdir().map_err(|error| error.to_string())?;
    let is_root = fs::metadata(place.path()).map_err(|error| error.to_string())?.uid() == 0;
    let mut command = if is_root {
        // Somebody else may not reach the place where the program was built.
        let reachable = place.path().join("faults");
        fs::copy(program, &reachable).map_err(|error| error.to_string())?;
        fs::set_permissions(place.path(), Permissions::from_mode(0o755)).map_err(|error| error.to_string())?;
        let mut command = Command::new("setpriv");
        command.args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]).arg(reachable);
        command
    } else {
        Command::new(program)
    };
    command.args(["child", "open"]).arg(folder);
    Telling::start(command)?.ended()
}

/// One vault, several who want it.
pub(super) fn two_processes(faults: &mut Faults<'_>, rounds: u32) {
    let folder = filled(0..6);
    let program = faults.program.clone();
    for round in 0..rounds {
        faults.case(&format!("a vault that another process has open, {}", round + 1), || {
            let holder = Telling::doing(&program, "open", folder.path(), &[])?;
            holder.expect("ready")?;
            holder.expect("done")?;
            let before = bytes_of(folder.path());
            let said = told(open(folder.path(), 0x81).map(drop));
            check(said == "in_use", || said.clone())?;
            let changed = differing(&before, &bytes_of(folder.path()));
            check(changed.is_empty(), || format!("changed: {changed:?}"))?;
            holder.kill()?;
            all_there(folder.path(), &expected(0..6))
        });
        faults.case(&format!("six want the same vault at once, {}", round + 1), || {
            let many: Result<Vec<_>, _> = (0..6).map(|_| Telling::doing(&program, "open", folder.path(), &[])).collect();
            let many = many?;
            let mut opened = 0;
            for one in &many {
                one.expect("ready")?;
                match one.next().as_deref() {
                    Some("done") => opened += 1,
                    Some("refused in_use") => {}
                    other => return Err(format!("it said {other:?}")),
                }
            }
            check(opened == 1, || format!("{opened} have it open, from {START} on"))?;
            for one in many {
                one.kill()?;
            }
            all_there(folder.path(), &expected(0..6))
        });
    }
}
