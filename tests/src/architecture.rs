//! Which part may name which: the arrows of the architecture, read out of the sources.
//!
//! Every path in a file is looked at, `use` trees taken apart. Comments and what is compiled only for tests do not
//! count.

/// Longest file, in lines; past that it is usually two.
pub const MOST_LINES: usize = 400;

/// Clocks, randomness and the outside world: nothing in the core reaches for them, they come in as arguments.
const OUTSIDE: &[&str] =
    &["getrandom", "rand", "SystemTime", "Utc", "Local", "std::env", "std::net", "std::process", "std::time", "uniffi", "ampersand_ffi"];
/// Files and the database: not for a rule.
const STORED: &[&str] = &["std::fs", "std::io", "std::path", "rusqlite", "rusqlite_migration", "rustix"];
const PURE: &[&str] = &[
    "assessment/",
    "checkin/",
    "insight/",
    "journal/",
    "practice/",
    "reminder/",
    "time.rs",
    "time/",
    "ids.rs",
    "error.rs",
    "error/",
    "strings.rs",
    "data.rs",
];
/// Modules of rules that the storage keeps rows for.
const RULED: &[&str] = &["assessment", "insight", "practice", "reminder"];
/// Of these, the types that stand in rows.
const ROW_TYPES: &[&str] = &[
    "crate::assessment::draft",
    "crate::assessment::instrument::BoundaryKind",
    "crate::assessment::run",
    "crate::practice::active::Days",
    "crate::practice::active::StepCount",
    "crate::practice::attempt::AttemptOutcome",
    "crate::practice::attempt::KeptAttempt",
    "crate::practice::boundary::input",
    "crate::practice::boundary::machine::BoundaryState",
    "crate::practice::boundary::offer::Concern",
    "crate::practice::boundary::summary::Counted",
    "crate::practice::boundary::usage",
    "crate::practice::circle::Gift",
    "crate::practice::circle::LoveKind",
    "crate::practice::circle::SourceContent",
    "crate::practice::plan::PlanDraft",
    "crate::reminder::input",
    "crate::reminder::plan::Fire",
    "crate::reminder::plan::FireId",
    "crate::reminder::plan::FireItem",
    "crate::reminder::repeat",
    "crate::reminder::rule",
    "crate::reminder::settings",
];
/// What the bindings may take from the storage; all else goes through the use-cases.
const STORAGE_FOR_BINDINGS: &[&str] = &["StorageError", "DeviceSecret", "Presence", "presence"];

/// What is wrong with a source file, given by its path in the repository.
pub fn faults(path: &str, source: &str) -> Vec<String> {
    let code = shipped(source);
    let mut faults: Vec<String> =
        paths(&code).iter().filter_map(|named| refusal(path, named).map(|why| format!("{path}: {named}: {why}"))).collect();
    let lines = code.lines().count();
    if lines > MOST_LINES {
        faults.push(format!("{path}: {lines} lines, at most {MOST_LINES}"));
    }
    faults
}

/// What is wrong with a crate's manifest: a dependency that its place does not allow.
pub fn manifest_faults(path: &str, manifest: &str) -> Vec<String> {
    let banned: &[&str] = match path {
        "core/Cargo.toml" => &["uniffi", "getrandom", "ampersand-ffi"],
        "bindings/Cargo.toml" => &["rusqlite", "rusqlite_migration", "chrono"],
        _ => &[],
    };
    let named = manifest.lines().map(|line| line.split(['.', '=', ' ']).next().unwrap_or_default());
    named.filter(|name| banned.contains(name)).map(|name| format!("{path}: depends on {name}")).collect()
}

fn refusal(file: &str, named: &str) -> Option<&'static str> {
    if let Some(place) = file.strip_prefix("bindings/src/") {
        return binding_refusal(place, named);
    }
    let place = file.strip_prefix("core/src/")?;
    if OUTSIDE.iter().any(|outside| holds(named, outside)) {
        return Some("comes in as an argument, or belongs to another crate");
    }
    let pure = PURE.iter().any(|pure| place.starts_with(pure));
    if pure && STORED.iter().any(|stored| holds(named, stored)) {
        return Some("a rule touches no file and no database");
    }
    let own_error = place == "error.rs" && matches!(named, "crate::storage::StorageError" | "storage::StorageError");
    if pure && !own_error && module(named, "storage") {
        return Some("a rule does not know the storage");
    }
    if (pure || place.starts_with("storage/")) && module(named, "app") {
        return Some("only a shell's side may know the use-cases");
    }
    let ruled = RULED.iter().any(|ruled| module(named, ruled));
    if place.starts_with("storage/") && ruled && !ROW_TYPES.iter().any(|allowed| holds(named, allowed)) {
        return Some("the storage keeps rows; it knows their types and no rule");
    }
    if place.starts_with("app/") && ["std::fs", "std::io"].iter().any(|file| holds(named, file)) {
        return Some("files belong to the storage");
    }
    None
}

fn binding_refusal(place: &str, named: &str) -> Option<&'static str> {
    if STORED.iter().any(|stored| *stored != "std::path" && holds(named, stored)) {
        return Some("the bindings reach nothing but the core");
    }
    if holds(named, "getrandom") && place != "entropy.rs" {
        return Some("randomness comes from one place");
    }
    let mut segments = named.split("::").skip_while(|segment| *segment != "storage").skip(1);
    let beyond = segments.next();
    (module(named, "storage") && beyond.is_some_and(|name| !STORAGE_FOR_BINDINGS.contains(&name)))
        .then_some("the use-cases are the way to the storage")
}

/// Whether `sought` is in the path, segment by segment.
fn holds(named: &str, sought: &str) -> bool {
    let (named, sought): (Vec<&str>, Vec<&str>) = (named.split("::").collect(), sought.split("::").collect());
    // One word alone can be a variable; a path or an import cannot.
    (named.len() > 1 || sought.len() == 1 && sought[0].starts_with(char::is_uppercase))
        && named.windows(sought.len()).any(|part| part == sought)
}

fn module(named: &str, name: &str) -> bool {
    let segments: Vec<&str> = named.split("::").collect();
    let at = segments.iter().position(|segment| *segment == name);
    at.is_some_and(|at| {
        segments.len() > 1 && segments[..at].iter().all(|before| ["crate", "super", "self", "ampersand_core"].contains(before))
    })
}

/// The source without comments, texts and the test module at its end.
fn shipped(source: &str) -> String {
    let end = source.find("#[cfg(test)]\nmod ").unwrap_or(source.len());
    let mut code = String::new();
    for line in source[..end].lines() {
        let mut outside = true;
        let mut before = ' ';
        for sign in line.chars() {
            if outside && before == '/' && sign == '/' {
                code.pop();
                break;
            }
            if sign == '"' && before != '\\' && before != '\'' {
                outside = !outside;
            }
            if outside {
                code.push(sign);
            }
            before = sign;
        }
        code.push('\n');
    }
    code
}

/// Every path of at least two segments, every capitalised name, and every leaf of every `use` tree.
fn paths(code: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for statement in code.split(';') {
        let start = statement.rfind("use ").filter(|at| {
            let before = statement[..*at].trim_end();
            before.is_empty() || before.ends_with(['}', '{', ']', ')']) || before.ends_with("pub")
        });
        if let Some(start) = start {
            leaves("", &statement[start + 4..], &mut found);
        }
    }
    let mut word = String::new();
    for sign in code.chars().chain([' ']) {
        if sign.is_alphanumeric() || sign == '_' || sign == ':' {
            word.push(sign);
        } else {
            let path = word.trim_matches(':');
            // What ends with `::` is the trunk of a `use` tree, which was taken apart above.
            if !word.ends_with("::") && (path.contains("::") || path.starts_with(char::is_uppercase)) {
                found.push(path.to_owned());
            }
            word.clear();
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Takes a `use` tree apart: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn leaves(prefix: &str, tree: &str, found: &mut Vec<String>) {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        let leaf = tree.split(" as ").next().unwrap_or_default().trim().trim_start_matches("::");
        found.push(format!("{prefix}{leaf}"));
        return;
    };
    let prefix = format!("{prefix}{}", tree[..open].trim().trim_start_matches("::"));
    let inside = tree[open + 1..].trim_end().trim_end_matches('}');
    let (mut depth, mut from) = (0_usize, 0);
    for (at, sign) in inside.char_indices().chain([(inside.len(), ',')]) {
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 || at == inside.len() => {
                if !inside[from..at].trim().is_empty() {
                    // The closing brace of a tree at the end was taken off with this one's.
                    let part = &inside[from..at];
                    let missing = part.matches('{').count().saturating_sub(part.matches('}').count());
                    leaves(&prefix, &format!("{part}{}", "}".repeat(missing)), found);
                }
                from = at + 1;
            }
            _ => {}
        }
    }
}
