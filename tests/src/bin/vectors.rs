//! Runs the worked cases of a folder on the core: `VECTORS_DIR`, else `tests/vectors`. Ends with one line that counts
//! them; exit 1 when one fails.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors");
    let folder = std::env::var_os("VECTORS_DIR").map_or_else(|| beside.into(), PathBuf::from);
    let tally = ampersand_tests::vectors::run_folder(&folder);
    let mut out = std::io::stdout().lock();
    for failure in &tally.failures {
        let _ = writeln!(out, "{failure}");
    }
    let _ = writeln!(out, "{}", tally.summary());
    if tally.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
