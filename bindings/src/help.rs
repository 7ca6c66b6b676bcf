//! Help lines.

use crate::{list, mirrored};
use ampersand_core::assessment::help as core_help;

mirrored! {
    /// What a help line is for.
    HelpKind = core_help::HelpKind {
        /// Danger now.
        Emergency,
        /// A partner who hurts or frightens.
        PartnerAbuse,
        /// A crisis, or thoughts of ending one's life.
        Crisis,
    }
}

/// A help line.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct HelpLine {
    /// What it is for.
    pub kind: HelpKind,
    /// Its name.
    pub name: String,
    /// A number or an address.
    pub contact: String,
    /// Another way to reach it.
    pub also: Option<String>,
    /// "Check this number before you rely on it."
    pub check_first: bool,
}

impl From<core_help::HelpLine> for HelpLine {
    fn from(core_help::HelpLine { kind, name, contact, also, check_first }: core_help::HelpLine) -> Self {
        Self { kind: kind.into(), name, contact, also, check_first }
    }
}

/// The help lines of a region.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct HelpLines {
    /// The region whose lines these are; none where only the directory is known.
    pub region: Option<String>,
    /// Emergency first.
    pub lines: Vec<HelpLine>,
    /// Name of the directory for every other place.
    pub directory_name: String,
    /// Its address.
    pub directory_url: String,
    /// Whether the whole list still has to be checked before a person relies on it.
    pub check_first: bool,
    /// Regions that can be chosen, ISO 3166 codes in order.
    pub regions: Vec<String>,
}

impl From<core_help::HelpLines> for HelpLines {
    fn from(help: core_help::HelpLines) -> Self {
        let core_help::HelpLines { region, lines, directory_name, directory_url, check_first, regions } = help;
        Self { region, lines: list(lines), directory_name, directory_url, check_first, regions }
    }
}
