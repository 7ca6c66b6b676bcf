//! Prints the whole exported API, a line each, sorted: what `tests/golden/api.txt` is held against.
//!
//! Read from the metadata inside the compiled library, so that it is what the generators see, and not what the sources
//! seem to say.
//!
//! ```text
//! api-dump LIBRARY
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command: its output is what it is for")]

use std::process::ExitCode;
use uniffi_bindgen::macro_metadata::extract_from_bytes;
use uniffi_meta::{EnumMetadata, FieldMetadata, FnParamMetadata, Metadata, Type};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: api-dump LIBRARY");
        return ExitCode::FAILURE;
    };
    let items = std::fs::read(&path).map_err(|error| error.to_string()).and_then(|bytes| {
        // The generators' own way in; a library without metadata has nothing to say and would look like an empty API.
        extract_from_bytes(&bytes).map_err(|error| error.to_string())
    });
    let mut lines: Vec<String> = match items {
        Ok(items) => items.iter().flat_map(described).collect(),
        Err(error) => {
            eprintln!("api-dump: {}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    };
    lines.sort_unstable();
    lines.dedup();
    if lines.is_empty() {
        eprintln!("api-dump: {}: no exported API in it", path.display());
        return ExitCode::FAILURE;
    }
    for line in lines {
        println!("{line}");
    }
    ExitCode::SUCCESS
}

/// The lines of one exported thing.
fn described(item: &Metadata) -> Vec<String> {
    match item {
        Metadata::Namespace(_) | Metadata::UdlFile(_) => vec![],
        Metadata::Func(f) => vec![call("fn", &f.name, f.is_async, &f.inputs, f.return_type.as_ref(), f.throws.as_ref())],
        Metadata::Constructor(c) => {
            let name = format!("{}.{}", c.self_name, c.name);
            let made = format!(" -> {}", c.self_name);
            vec![call("constructor", &name, c.is_async, &c.inputs, None, None) + &made + &thrown(c.throws.as_ref())]
        }
        Metadata::Method(m) => {
            let name = format!("{}.{}", m.self_name, m.name);
            vec![call("method", &name, m.is_async, &m.inputs, m.return_type.as_ref(), m.throws.as_ref())]
        }
        Metadata::TraitMethod(m) => {
            let name = format!("{}.{}", m.trait_name, m.name);
            vec![call("trait method", &name, m.is_async, &m.inputs, m.return_type.as_ref(), m.throws.as_ref())]
        }
        Metadata::Record(record) => {
            let whole = format!("record {}", record.name);
            let fields = record.fields.iter().enumerate().map(|(at, it)| format!("{whole}.{at:02} {}", field(it)));
            std::iter::once(whole.clone()).chain(fields).collect()
        }
        Metadata::Enum(found) => variants(found),
        Metadata::Object(object) => vec![format!("object {} {:?}", object.name, object.imp)],
        Metadata::CallbackInterface(callback) => vec![format!("callback {}", callback.name)],
        Metadata::CustomType(custom) => vec![format!("typedef {} = {}", custom.name, named(&custom.builtin))],
        Metadata::UniffiTrait(derived) => vec![format!("derived {}.{}", derived.self_name(), derived.name())],
        Metadata::ObjectTraitImpl(of) => vec![format!("implements {} {}", named(&of.ty), named(&of.trait_ty))],
    }
}

/// Variants are numbered: their order is part of what crosses the border.
fn variants(found: &EnumMetadata) -> Vec<String> {
    let kind = if found.shape.is_error() { "error" } else { "enum" };
    let whole = format!("{kind} {}", found.name);
    let variants = found.variants.iter().enumerate().map(|(at, variant)| {
        let fields: Vec<String> = variant.fields.iter().map(field).collect();
        let fields = if fields.is_empty() { String::new() } else { format!(" {{ {} }}", fields.join(", ")) };
        format!("{whole}.{at:02} {}{fields}", variant.name)
    });
    std::iter::once(whole.clone()).chain(variants).collect()
}

fn call(kind: &str, name: &str, is_async: bool, inputs: &[FnParamMetadata], answer: Option<&Type>, error: Option<&Type>) -> String {
    let inputs: Vec<String> =
        inputs.iter().map(|input| format!("{}: {}{}", input.name, named(&input.ty), default(input.default.is_some()))).collect();
    let answer = answer.map(|ty| format!(" -> {}", named(ty))).unwrap_or_default();
    let is_async = if is_async { "async " } else { "" };
    format!("{is_async}{kind} {name}({}){answer}{}", inputs.join(", "), thrown(error))
}

fn thrown(error: Option<&Type>) -> String {
    error.map(|ty| format!(" throws {}", named(ty))).unwrap_or_default()
}

fn field(it: &FieldMetadata) -> String {
    format!("{}: {}{}", it.name, named(&it.ty), default(it.default.is_some()))
}

const fn default(there: bool) -> &'static str {
    if there { " = default" } else { "" }
}

/// A type as it is written in Rust.
fn named(ty: &Type) -> String {
    match ty {
        Type::Optional { inner_type } => format!("Option<{}>", named(inner_type)),
        Type::Sequence { inner_type } => format!("Vec<{}>", named(inner_type)),
        Type::Set { inner_type } => format!("Set<{}>", named(inner_type)),
        Type::Map { key_type, value_type } => format!("Map<{}, {}>", named(key_type), named(value_type)),
        Type::Box { inner_type } => named(inner_type),
        plain => plain.name().map_or_else(|| format!("{plain:?}"), str::to_owned),
    }
}
