//! Rules that need no vault: scoring, change and guidance of given answers, help lines, texts.

use crate::guard::guard;
use crate::{AmpersandError, CheckAnswers, CheckChange, CheckScores, Guidance, GuidanceInput, HelpLines, list, mirrored};
use ampersand_core::assessment::answers::Answers;
use ampersand_core::assessment::change;
use ampersand_core::assessment::guidance::{self, Circumstances};
use ampersand_core::assessment::help;
use ampersand_core::assessment::instrument::Instrument;
use ampersand_core::assessment::score;
use ampersand_core::error::{Error, Field, InvalidInput, Reason};
use ampersand_core::storage;
use ampersand_core::strings::Catalogue;
use std::path::Path;

mirrored! {
    /// What is in a vault's folder.
    VaultPresence = storage::Presence {
        /// Nothing: a vault can be created.
        Absent,
        /// A vault: it can be opened.
        Present,
        /// A part of a vault: it must not be created over; help is needed.
        Incomplete,
    }
}

/// A text of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct StringEntry {
    /// Its key; plural forms end in their CLDR category (`.one`, `.other`).
    pub key: String,
    /// The text, with placeholders as `{name}` or `{name:int}`.
    pub text: String,
}

fn collect(answers: CheckAnswers) -> Result<(&'static Instrument, Answers), Error> {
    let CheckAnswers { version, answers } = answers;
    let instrument = Instrument::of_version(version)?;
    let given: Vec<_> = list(answers);
    Ok((instrument, Answers::collect(instrument, &given)?))
}

/// Scores given answers. `retest` is whether the person took the Check before.
///
/// Errors: `version`, `unknown_version` · `item`, `unknown_item` or `duplicate_item` · `value`, `out_of_range` ·
/// `ms`, `out_of_range`.
#[uniffi::export]
pub fn score_check(answers: CheckAnswers, retest: bool) -> Result<CheckScores, AmpersandError> {
    guard(|| {
        let (instrument, answers) = collect(answers)?;
        score::score(instrument, &answers, retest).map(CheckScores::from)
    })
}

/// Compares the last of `later` (oldest first, all valid, at least 28 days apart) with `baseline`.
///
/// Errors: as `score_check`; `answers`, `nothing_answered`, when `later` is empty.
#[uniffi::export]
pub fn compare_checks(baseline: CheckAnswers, later: Vec<CheckAnswers>) -> Result<CheckChange, AmpersandError> {
    guard(|| {
        let scored = |answers, retest| collect(answers).and_then(|(instrument, answers)| score::score(instrument, &answers, retest));
        let baseline = scored(baseline, false)?;
        let later = later.into_iter().map(|answers| scored(answers, true)).collect::<Result<Vec<_>, _>>()?;
        let changes = change::compare(&baseline, &later.iter().collect::<Vec<_>>())?;
        changes.map(CheckChange::from).ok_or(Error::from(InvalidInput::new(Field::Answers, Reason::NothingAnswered)))
    })
}

/// Suggests what to practise after given answers.
///
/// Errors: as `score_check`; `earlier_pattern`, `out_of_range` (0 to 100).
#[uniffi::export]
pub fn suggest(input: GuidanceInput) -> Result<Guidance, AmpersandError> {
    guard(|| {
        let GuidanceInput { answers, solo_mode, also_in_past, sexual_opt_in, earlier_pattern } = input;
        let (instrument, answers) = collect(answers)?;
        let scores = score::score(instrument, &answers, false)?;
        let circumstances = Circumstances { solo_mode, also_in_past, sexual_opt_in, earlier_pattern };
        guidance::suggest(instrument, &answers, &scores, circumstances).map(Guidance::from)
    })
}

/// Help lines for a chosen region, else for the region of `locale` (`en-GB`), else the directory alone. Needs no vault:
/// help is never behind a lock.
///
/// Errors: `region`, `unknown_region`.
#[uniffi::export]
pub fn help_lines(region: Option<String>, locale: String) -> Result<HelpLines, AmpersandError> {
    guard(|| help::lines(region.as_deref(), &locale).map(HelpLines::from))
}

/// Every text of a language, in the order of the keys.
///
/// Errors: `language`, `unknown_language`.
#[uniffi::export]
pub fn strings(language: String) -> Result<Vec<StringEntry>, AmpersandError> {
    guard(|| {
        let entries = Catalogue::of(&language)?.entries();
        Ok::<_, Error>(entries.into_iter().map(|(key, text)| StringEntry { key, text: text.to_owned() }).collect())
    })
}

/// What is in a vault's folder. Reads names only and changes nothing.
///
/// Errors: `Storage`, `io`.
#[uniffi::export]
pub fn vault_presence(folder: String) -> Result<VaultPresence, AmpersandError> {
    guard(|| storage::presence(Path::new(&folder)).map(VaultPresence::from))
}
