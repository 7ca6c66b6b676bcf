//! Help lines by region, offline.

use crate::data::parsed_once;
use crate::error::{Error, Field, InvalidInput, Reason};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Member states of the European Union, where 112 reaches an emergency service (Directive (EU) 2018/1972, article 109);
/// used for members without a list of their own.
const EU_MEMBERS: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL",
    "PT", "RO", "SE", "SI", "SK",
];
const EU: &str = "EU";

/// What a line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpKind {
    /// Danger now.
    Emergency,
    /// A partner who hurts or frightens.
    PartnerAbuse,
    /// Thoughts of ending one's life, or a crisis.
    Crisis,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Confidence {
    Seen,
    Unconfirmed,
}

#[derive(Debug, Clone, Deserialize)]
struct ListedLine {
    kind: HelpKind,
    name: String,
    contact: String,
    #[serde(default)]
    also: Option<String>,
    confidence: Confidence,
}

#[derive(Debug, Clone, Deserialize)]
struct Directory {
    name: String,
    url: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Listing {
    verified_on: Option<String>,
    fallback: Directory,
    countries: BTreeMap<String, Vec<ListedLine>>,
    region_fallback: BTreeMap<String, Vec<ListedLine>>,
}

/// A help line as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// The help lines of a region.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The regions that can be chosen, in order.
    pub regions: Vec<String>,
}

fn listing() -> Result<&'static Listing, Error> {
    static CELL: OnceLock<Option<Listing>> = OnceLock::new();
    let whole = |listing: &Listing| !listing.countries.is_empty() && listing.region_fallback.contains_key(EU);
    parsed_once(&CELL, include_str!("../../data/helplines.v1.json"), whole, "helplines.v1.json")
}

/// Help lines for the person's choice, else for the locale's region, else the directory alone.
///
/// # Errors
/// `region`, `unknown_region`, for a choice that has no lines.
pub fn lines(chosen: Option<&str>, locale: &str) -> Result<HelpLines, Error> {
    if let Some(region) = chosen {
        check_region(region)?;
    }
    let listing = listing()?;
    let region = chosen.map(str::to_owned).or_else(|| region_of(locale));
    let found = region.as_deref().and_then(|region| {
        let own = listing.countries.get(region);
        let shared = || if EU_MEMBERS.contains(&region) { listing.region_fallback.get(EU) } else { None };
        own.or_else(shared)
    });
    let all_unverified = listing.verified_on.is_none();
    let shown = |line: &ListedLine| HelpLine {
        kind: line.kind,
        name: line.name.clone(),
        contact: line.contact.clone(),
        also: line.also.clone(),
        check_first: all_unverified || line.confidence == Confidence::Unconfirmed,
    };
    Ok(HelpLines {
        region: region.filter(|_| found.is_some()),
        lines: found.map(|lines| lines.iter().map(shown).collect()).unwrap_or_default(),
        directory_name: listing.fallback.name.clone(),
        directory_url: listing.fallback.url.clone(),
        check_first: all_unverified,
        regions: listing.countries.keys().cloned().collect(),
    })
}

/// Whether a region can be chosen.
///
/// # Errors
/// `region`, `unknown_region`.
pub fn check_region(region: &str) -> Result<(), Error> {
    if listing()?.countries.contains_key(region) || EU_MEMBERS.contains(&region) {
        Ok(())
    } else {
        Err(InvalidInput::new(Field::Region, Reason::UnknownRegion).into())
    }
}

/// The region subtag of a locale (`en-GB`, `de_AT`, `zh-Hant-TW`): two letters after the language.
fn region_of(locale: &str) -> Option<String> {
    let subtag = locale.split(['-', '_', '.']).skip(1).find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic()));
    subtag.map(str::to_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(chosen: Option<&str>, locale: &str) -> HelpLines {
        lines(chosen, locale).expect("listed")
    }

    #[test]
    fn the_choice_comes_before_the_locale_and_the_directory_last() {
        assert_eq!(found(Some("DE"), "en-US").region.as_deref(), Some("DE"));
        for locale in ["en-US", "en_US", "en-Latn-US", "en-us"] {
            assert_eq!(found(None, locale).lines[0].contact, "911", "{locale}");
        }
        for locale in ["en", "", "en-001", "ja-JP"] {
            let lines = found(None, locale);
            assert!(lines.region.is_none() && lines.lines.is_empty() && !lines.directory_url.is_empty(), "{locale}");
        }
    }

    #[test]
    fn a_member_state_without_a_list_gets_the_common_number() {
        let lines = found(None, "pt-PT");
        assert_eq!((lines.region.as_deref(), lines.lines[0].contact.as_str()), (Some("PT"), "112"));
    }

    #[test]
    fn every_line_says_to_check_it_until_the_list_is_verified() {
        let lines = found(Some("GB"), "en");
        assert!(lines.check_first && lines.lines.iter().all(|line| line.check_first));
        assert_eq!(lines.lines[0].kind, HelpKind::Emergency);
    }

    #[test]
    fn an_unknown_choice_is_refused() {
        for region in ["ZZ", "us", "", "USA"] {
            assert!(matches!(lines(Some(region), "en"), Err(Error::Invalid(e)) if e.field == Field::Region), "{region}");
        }
    }
}
