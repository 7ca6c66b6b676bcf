//! Of everything that `make faults` does to a vault, a little.

use ampersand_tests::faults::{Form, run};

#[test]
fn a_little_of_every_fault() {
    let mut told = Vec::new();
    let (passed, failed) = run(Form::Short, env!("CARGO_BIN_EXE_faults").into(), &mut |line| told.push(line.to_owned()));
    assert_eq!(failed, 0, "{}", told.join("\n"));
    assert!(passed > 100, "only {passed}:\n{}", told.join("\n"));
}
