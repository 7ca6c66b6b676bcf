//! The safety page and care mode. Answers are judged here and kept nowhere.

use super::Session;
use super::settings;
use crate::assessment::help::HelpLines;
use crate::assessment::safety::{self, Judgement, SafetyAnswer, SafetyTexts};
use crate::error::Error;

/// The safety page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetyPage {
    /// The questions.
    pub texts: &'static SafetyTexts,
    /// Whether care mode is on.
    pub care_mode: bool,
    /// Whether the page was answered before; not how.
    pub answered_before: bool,
}

/// What follows from the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetyOutcome {
    /// Whether care mode is on now.
    pub care_mode: bool,
    /// Whether the support card is shown.
    pub show_support: bool,
    /// The care text, in care mode.
    pub care_text: Option<&'static str>,
    /// Help lines, always at hand.
    pub help: HelpLines,
}

impl Session {
    /// The safety page.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn safety_page(&self) -> Result<SafetyPage, Error> {
        let settings = self.read(settings::load)?;
        Ok(SafetyPage { texts: SafetyTexts::current()?, care_mode: settings.care_mode, answered_before: settings.safety_answered })
    }

    /// Takes the answers of the page. Only what follows from them is kept.
    ///
    /// # Errors
    /// `safety`, `wrong_count`; [`Error::Locked`], [`Error::Storage`].
    pub fn answer_safety(&self, answers: &[SafetyAnswer]) -> Result<SafetyOutcome, Error> {
        self.judged(|care_mode| safety::judge(answers, care_mode))
    }

    /// Turns care mode on, without a question.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn enter_care_mode(&self) -> Result<SafetyOutcome, Error> {
        self.judged(|_| Ok(Judgement { care_mode: true, show_support: true }))
    }

    /// Turns care mode off, if the page, asked once more, says five times no.
    ///
    /// # Errors
    /// As [`Self::answer_safety`].
    pub fn leave_care_mode(&self, answers: &[SafetyAnswer]) -> Result<SafetyOutcome, Error> {
        self.judged(|_| safety::judge_leaving(answers))
    }

    fn judged(&self, judge: impl FnOnce(bool) -> Result<Judgement, Error>) -> Result<SafetyOutcome, Error> {
        let outcome = self.write(|tx| {
            let before = settings::load(tx)?;
            let Judgement { care_mode, show_support } = judge(before.care_mode)?;
            settings::put_safety(tx, care_mode)?;
            let care_text = if care_mode { Some(SafetyTexts::current()?.care_text.as_str()) } else { None };
            Ok(SafetyOutcome { care_mode, show_support, care_text, help: self.help_for(before.settings.region.as_deref())? })
        })?;
        if outcome.care_mode {
            // Where that cannot be done, the first screen does it.
            self.rest_rules();
        }
        Ok(outcome)
    }
}
