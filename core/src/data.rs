//! Reading the shipped JSON: parsed once, checked when it is parsed.

use crate::error::Error;
use serde::de::DeserializeOwned;
use std::sync::OnceLock;

/// Parses `json` on the first call, checks it, and keeps it. `fault` names the file for a developer; it can only
/// surface from a build whose own tests were not run.
pub(crate) fn parsed_once<T: DeserializeOwned>(
    cell: &'static OnceLock<Option<T>>,
    json: &str,
    check: impl FnOnce(&T) -> bool,
    fault: &'static str,
) -> Result<&'static T, Error> {
    cell.get_or_init(|| serde_json::from_str(json).ok().filter(check)).as_ref().ok_or(Error::Internal(fault))
}
