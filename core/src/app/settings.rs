//! What a person set, and the two flags that the safety page leaves.

use super::Session;
use super::lock::{self, Grace};
use crate::assessment::draft::PartnerContext;
use crate::assessment::help;
use crate::assessment::run::BaselineChoice;
use crate::checkin::week::WeekStart;
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::storage::{runs, settings};
use rusqlite::Transaction;

/// Longest name, in characters.
const MAX_NAME: usize = 60;

const NAME: &str = "name";
const REGION: &str = "region";
const PARTNER_CONTEXT: &str = "partner_context";
const ALSO_IN_PAST: &str = "also_in_past";
const SEXUAL_OPT_IN: &str = "sexual_opt_in";
const BASELINE: &str = "baseline";
const AUTO_LOCK: &str = "auto_lock";
const WEEK_START: &str = "week_start";
const NO_CARE_PHRASES: &str = "no_care_phrases";
const CARE_MODE: &str = "care_mode";
const SAFETY_ANSWERED: &str = "safety_answered";
const WELCOMED: &str = "welcomed";
const YES: &str = "yes";
const SECOND: &str = "second";

/// What a person can set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What to be called; at most 60 characters of one line.
    pub name: Option<String>,
    /// Region of the help lines; none follows the device.
    pub region: Option<String>,
    /// Whom the Check is about.
    pub partner_context: PartnerContext,
    /// The pattern is known from past relationships too.
    pub also_in_past: bool,
    /// Whether the boundary of sex and touch may be suggested.
    pub sexual_opt_in: bool,
    /// Which valid run others are compared with.
    pub baseline: BaselineChoice,
    /// How long the app may be out of sight before it locks itself; matters where a passphrase is set.
    pub auto_lock: Grace,
    /// Whether the words of an entry or a check-in may bring up a card with help lines.
    pub care_phrases: bool,
    /// The day on which a week starts.
    pub week_start: WeekStart,
}

/// All that is stored: the settings, and what other screens decided.
pub(super) struct Stored {
    pub(super) settings: Settings,
    pub(super) care_mode: bool,
    pub(super) safety_answered: bool,
    pub(super) welcomed: bool,
}

impl Session {
    /// The settings.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn settings(&self) -> Result<Settings, Error> {
        Ok(self.read(load)?.settings)
    }

    /// Saves the settings and answers with what was saved: a name without the spaces around it.
    ///
    /// # Errors
    /// `name`, `too_long` or `control_character`; `region`, `unknown_region`; nothing is changed. [`Error::Locked`],
    /// [`Error::Storage`].
    pub fn save_settings(&self, settings: &Settings) -> Result<Settings, Error> {
        let name = checked_name(settings.name.as_deref())?;
        if let Some(region) = &settings.region {
            help::check_region(region)?;
        }
        self.write(|tx| {
            settings::put(tx, NAME, name)?;
            settings::put(tx, REGION, settings.region.as_deref())?;
            settings::put(tx, PARTNER_CONTEXT, Some(runs::context_key(settings.partner_context)))?;
            put_flag(tx, ALSO_IN_PAST, settings.also_in_past)?;
            put_flag(tx, SEXUAL_OPT_IN, settings.sexual_opt_in)?;
            put_baseline(tx, settings.baseline)?;
            settings::put(tx, AUTO_LOCK, lock::key_of(settings.auto_lock))?;
            put_flag(tx, NO_CARE_PHRASES, !settings.care_phrases)?;
            settings::put(tx, WEEK_START, week_start_key(settings.week_start))?;
            Ok(load(tx)?.settings)
        })
    }

    /// Ends the first run: the welcome is not shown again.
    ///
    /// # Errors
    /// As [`Self::save_settings`].
    pub fn complete_first_run(&self, name: Option<&str>) -> Result<Settings, Error> {
        let name = checked_name(name)?;
        self.write(|tx| {
            settings::put(tx, NAME, name)?;
            put_flag(tx, WELCOMED, true)?;
            Ok(load(tx)?.settings)
        })
    }

    /// Chooses the run that others are compared with.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn choose_baseline(&self, choice: BaselineChoice) -> Result<Settings, Error> {
        self.write(|tx| {
            put_baseline(tx, choice)?;
            Ok(load(tx)?.settings)
        })
    }
}

fn checked_name(name: Option<&str>) -> Result<Option<&str>, InvalidInput> {
    let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) else { return Ok(None) };
    if name.chars().any(char::is_control) {
        return Err(InvalidInput::new(Field::Name, Reason::ControlCharacter));
    }
    if name.chars().count() > MAX_NAME {
        return Err(InvalidInput::new(Field::Name, Reason::TooLong));
    }
    Ok(Some(name))
}

pub(super) fn load(tx: &Transaction<'_>) -> Result<Stored, Error> {
    let flag = |key| settings::get(tx, key).map(|value| value.as_deref() == Some(YES));
    let baseline = settings::get(tx, BASELINE)?;
    let settings = Settings {
        name: settings::get(tx, NAME)?,
        region: settings::get(tx, REGION)?,
        partner_context: match settings::get(tx, PARTNER_CONTEXT)? {
            Some(key) => runs::context_of(&key)?,
            None => PartnerContext::Current,
        },
        also_in_past: flag(ALSO_IN_PAST)?,
        sexual_opt_in: flag(SEXUAL_OPT_IN)?,
        baseline: if baseline.as_deref() == Some(SECOND) { BaselineChoice::Second } else { BaselineChoice::First },
        auto_lock: grace(tx)?,
        care_phrases: !flag(NO_CARE_PHRASES)?,
        week_start: week_start(tx)?,
    };
    Ok(Stored { settings, care_mode: flag(CARE_MODE)?, safety_answered: flag(SAFETY_ANSWERED)?, welcomed: flag(WELCOMED)? })
}

/// The stored word of a start of the week; none for the usual one.
const fn week_start_key(start: WeekStart) -> Option<&'static str> {
    match start {
        WeekStart::Monday => None,
        WeekStart::Saturday => Some("saturday"),
        WeekStart::Sunday => Some("sunday"),
    }
}

fn week_start(tx: &Transaction<'_>) -> Result<WeekStart, Error> {
    let stored = settings::get(tx, WEEK_START)?;
    Ok(WeekStart::ALL.into_iter().find(|start| week_start_key(*start) == stored.as_deref()).unwrap_or_default())
}

/// How long the app may be out of sight.
pub(super) fn grace(tx: &Transaction<'_>) -> Result<Grace, Error> {
    Ok(lock::grace_of(settings::get(tx, AUTO_LOCK)?.as_deref()))
}

/// Keeps what the safety page leaves: that it was answered, and whether care mode is on.
pub(super) fn put_safety(tx: &Transaction<'_>, care_mode: bool) -> Result<(), Error> {
    put_flag(tx, SAFETY_ANSWERED, true)?;
    put_flag(tx, CARE_MODE, care_mode)
}

fn put_flag(tx: &Transaction<'_>, key: &str, on: bool) -> Result<(), Error> {
    Ok(settings::put(tx, key, on.then_some(YES))?)
}

fn put_baseline(tx: &Transaction<'_>, choice: BaselineChoice) -> Result<(), Error> {
    let value = match choice {
        BaselineChoice::First => None,
        BaselineChoice::Second => Some(SECOND),
    };
    Ok(settings::put(tx, BASELINE, value)?)
}
