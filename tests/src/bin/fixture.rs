//! Makes the vaults that were written in for years, where they are missing, and prints their folders.
//!
//! ```text
//! fixture FOLDER ENTRIES...
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use ampersand_tests::fixture;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let root = arguments.next().map(PathBuf::from);
    let sizes: Result<Vec<usize>, _> = arguments.map(|size| size.parse()).collect();
    let (Some(root), Ok(sizes)) = (root, sizes) else {
        eprintln!("usage: fixture FOLDER ENTRIES...");
        return ExitCode::FAILURE;
    };
    for size in sizes {
        println!("{}", fixture::vault(&root, size).display());
    }
    ExitCode::SUCCESS
}
