//! The worked cases under `tests/vectors`, run directly on the core.
//!
//! Each file names what it is about; a file about something unknown is a failure, as is a file without cases. Numbers
//! agree within 1e-9, lists in order.

mod assessment;
mod civil_time;
mod reminder_plan;

use serde::Deserialize;
use serde_json::Value;
use std::path::Path;

/// Largest difference between two numbers that agree.
const TOLERANCE: f64 = 1e-9;

/// A file of cases.
#[derive(Debug, Deserialize)]
struct File {
    what: String,
    version: u32,
    cases: Vec<Case>,
}

#[derive(Debug, Deserialize)]
struct Case {
    name: String,
    input: Value,
    expect: Value,
}

/// How a folder of vectors went.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Cases whose result agrees.
    pub passed: usize,
    /// What did not agree, a line each.
    pub failures: Vec<String>,
}

impl Tally {
    /// Whether every case passed, and there was at least one.
    pub fn is_clean(&self) -> bool {
        self.failures.is_empty() && self.passed > 0
    }

    /// The closing line.
    pub fn summary(&self) -> String {
        let failed = self.failures.len();
        format!("vectors: {} cases, {} passed, {failed} failed", self.passed + failed, self.passed)
    }
}

type Outcome = Result<Value, String>;

/// What the core can be asked.
fn runner(what: &str) -> Option<fn(&Value) -> Outcome> {
    match what {
        "scoring" => Some(assessment::scoring),
        "change" => Some(assessment::change),
        "guidance" => Some(assessment::guidance),
        "civil_time" => Some(civil_time::civil_time),
        "reminder_plan" => Some(reminder_plan::reminder_plan),
        _ => None,
    }
}

/// Runs every `.json` file of a folder.
pub fn run_folder(folder: &Path) -> Tally {
    let mut tally = Tally::default();
    let mut paths: Vec<_> = match std::fs::read_dir(folder) {
        Ok(entries) => entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect(),
        Err(error) => {
            tally.failures.push(format!("{}: {error}", folder.display()));
            return tally;
        }
    };
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")) {
        run_file(path, &mut tally);
    }
    if tally.passed == 0 && tally.failures.is_empty() {
        tally.failures.push(format!("{}: no cases", folder.display()));
    }
    tally
}

fn run_file(path: &Path, tally: &mut Tally) {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string());
    let file: File = match text.and_then(|text| serde_json::from_str(&text).map_err(|error| error.to_string())) {
        Ok(file) => file,
        Err(error) => return tally.failures.push(format!("{name}: {error}")),
    };
    if file.version != 1 {
        return tally.failures.push(format!("{name}: unknown version {}", file.version));
    }
    let Some(run) = runner(&file.what) else {
        return tally.failures.push(format!("{name}: unknown subject {:?}", file.what));
    };
    if file.cases.is_empty() {
        return tally.failures.push(format!("{name}: no cases"));
    }
    for case in &file.cases {
        match run(&case.input).and_then(|found| agree(&case.expect, &found, "")) {
            Ok(()) => tally.passed += 1,
            Err(why) => tally.failures.push(format!("{name}: {}: {why}", case.name)),
        }
    }
}

/// Whether two values agree: numbers within the tolerance, lists in order, objects by the same keys.
fn agree(expected: &Value, found: &Value, at: &str) -> Result<(), String> {
    match (expected, found) {
        (Value::Number(a), Value::Number(b)) => {
            let close = a.as_f64().zip(b.as_f64()).is_some_and(|(a, b)| (a - b).abs() <= TOLERANCE);
            if close { Ok(()) } else { Err(format!("{at}: {b} where {a} is expected")) }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().try_for_each(|(i, (a, b))| agree(a, b, &format!("{at}[{i}]")))
        }
        (Value::Object(a), Value::Object(b)) if a.len() == b.len() && a.keys().all(|key| b.contains_key(key)) => {
            a.iter().try_for_each(|(key, value)| agree(value, &b[key], &format!("{at}.{key}")))
        }
        (a, b) if a == b => Ok(()),
        (a, b) => Err(format!("{at}: {b} where {a} is expected")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn folder(files: &[(&str, Value)]) -> Tally {
        let folder = tempfile::tempdir().expect("folder");
        for (name, content) in files {
            std::fs::write(folder.path().join(name), content.to_string()).expect("written");
        }
        run_folder(folder.path())
    }

    fn time_case(instant: i64) -> Value {
        let zone = json!({"id": "UTC", "from": 0, "to": 4_000_000_000_000_i64, "offset_s": 0, "transitions": []});
        let input = json!({"zone": zone, "date": "2026-11-23", "time": "08:00", "day_start": "04:00"});
        let expect = json!({"instant": instant, "local": "2026-11-23T08:00", "same_date": true, "logical_day": "2026-11-23"});
        json!({"what": "civil_time", "version": 1, "cases": [{"name": "one", "input": input, "expect": expect}]})
    }

    #[test]
    fn a_wrong_expectation_an_unknown_subject_and_an_empty_folder_fail() {
        assert!(folder(&[("good.json", time_case(1_795_420_800_000))]).is_clean());
        let wrong = folder(&[("wrong.json", time_case(1_795_420_800_001))]);
        assert_eq!(wrong.summary(), "vectors: 1 cases, 0 passed, 1 failed");
        for bad in [
            json!({"what": "weather", "version": 1, "cases": []}),
            json!({"what": "scoring", "version": 1, "cases": []}),
            json!({"what": "scoring", "version": 2, "cases": []}),
            json!({"what": "scoring"}),
        ] {
            assert_eq!(folder(&[("bad.json", bad)]).summary(), "vectors: 1 cases, 0 passed, 1 failed");
        }
        assert!(!folder(&[]).is_clean());
        assert!(!run_folder(Path::new("/no/such/folder")).is_clean());
    }

    #[test]
    fn agreement_is_strict_about_everything_but_the_last_digits() {
        assert!(agree(&json!({"a": [1.0, null]}), &json!({"a": [1.000_000_000_5, null]}), "").is_ok());
        for (expected, found) in [
            (json!(1.0), json!(1.000_001)),
            (json!([1, 2]), json!([2, 1])),
            (json!([1]), json!([1, 2])),
            (json!({"a": 1}), json!({"b": 1})),
            (json!({"a": 1}), json!({"a": 1, "b": 2})),
            (json!(null), json!(0)),
            (json!("x"), json!("y")),
        ] {
            assert!(agree(&expected, &found, "").is_err(), "{expected} {found}");
        }
    }
}
