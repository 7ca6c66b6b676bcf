//! What the journal offers to write with: words for feelings, prompts, forms and the pace that some of them keep.
//!
//! All of it is data (`feelings.v1.json`, `prompts.v1.json`). An id is never given up: entries hold it.

use crate::data::parsed_once;
use crate::error::Error;
use crate::strings::Catalogue;
use crate::time::CivilDate;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::OnceLock;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// A word for a feeling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feeling {
    /// Its id.
    pub id: String,
    /// The word.
    pub label: String,
    /// -2, hard, to 2, good; 0 for a blank one.
    pub valence: i32,
    /// A word for not feeling much; welcome too, and counted apart.
    pub blank: bool,
}

/// A question to write about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: String,
}

/// A form to write by, and when it can be taken next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormOffer {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The headings it asks for.
    pub fields: Vec<String>,
    /// What it asks.
    pub text: Option<String>,
    /// What it ends with.
    pub landing: Option<String>,
    /// How long it is meant to take.
    pub minutes: Option<u32>,
    /// Which session of the pack this is, from 1.
    pub session: Option<u32>,
    /// Sessions of the pack.
    pub sessions: Option<u32>,
    /// Before this moment it is too soon, in milliseconds since 1970.
    pub available_from: Option<i64>,
}

#[derive(Debug, Deserialize)]
struct FeelingFile {
    words: Vec<(String, i32)>,
    blank: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct PromptFile {
    prompts: Vec<ShippedPrompt>,
    forms: Vec<Form>,
}

#[derive(Debug, Deserialize)]
struct ShippedPrompt {
    id: String,
    text: String,
    /// False where it is about the partner.
    #[serde(default = "yes")]
    solo_ok: bool,
}

const fn yes() -> bool {
    true
}

/// A form as shipped. One with `sessions` is a pack that keeps a pace.
#[derive(Debug, Deserialize)]
pub struct Form {
    id: String,
    title: String,
    #[serde(default)]
    fields: Vec<String>,
    text: Option<String>,
    landing: Option<String>,
    minutes: Option<u32>,
    sessions: Option<u32>,
    min_gap_hours: Option<u32>,
    max_gap_days: Option<u32>,
}

/// The words as shipped.
#[derive(Debug)]
pub struct Words {
    feelings: &'static FeelingFile,
    prompts: &'static PromptFile,
}

impl Words {
    /// The words that this build ships.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped files do not hold together.
    pub fn current() -> Result<&'static Self, Error> {
        static FEELINGS: OnceLock<Option<FeelingFile>> = OnceLock::new();
        static PROMPTS: OnceLock<Option<PromptFile>> = OnceLock::new();
        static WORDS: OnceLock<Words> = OnceLock::new();
        let json = include_str!("../../data/feelings.v1.json");
        let feelings = parsed_once(&FEELINGS, json, FeelingFile::holds_together, "feelings.v1.json")?;
        let json = include_str!("../../data/prompts.v1.json");
        let prompts = parsed_once(&PROMPTS, json, PromptFile::holds_together, "prompts.v1.json")?;
        Ok(WORDS.get_or_init(|| Self { feelings, prompts }))
    }

    /// Whether there is a feeling of this id.
    pub fn has_feeling(&self, id: &str) -> bool {
        self.feelings.ids().any(|known| known == id)
    }

    /// The feelings, the blank ones last, in the language closest to `locale`.
    ///
    /// # Errors
    /// [`Error::Internal`] for a feeling that the catalogue has no word for.
    pub fn feelings(&self, locale: &str) -> Result<Vec<Feeling>, Error> {
        let catalogue = Catalogue::closest(locale)?;
        let known = self.feelings.words.iter().map(|(id, valence)| (id, *valence, false));
        let blank = self.feelings.blank.iter().map(|id| (id, 0, true));
        let named = known.chain(blank).map(|(id, valence, blank)| {
            let label = catalogue.text(&format!("feeling.{id}"))?.to_owned();
            Ok(Feeling { id: id.clone(), label, valence, blank })
        });
        named.collect()
    }

    /// Whether there is a prompt of this id, whoever may be asked it.
    pub fn has_prompt(&self, id: &str) -> bool {
        self.prompts.prompts.iter().any(|prompt| prompt.id == id)
    }

    /// The prompts. In care mode those about the partner do not exist.
    pub fn prompts(&self, care_mode: bool) -> Vec<Prompt> {
        self.asked(care_mode).map(ShippedPrompt::shown).collect()
    }

    /// A prompt by its id; none for one that does not exist, also in care mode.
    pub fn prompt(&self, id: &str, care_mode: bool) -> Option<Prompt> {
        self.asked(care_mode).find(|prompt| prompt.id == id).map(ShippedPrompt::shown)
    }

    /// The prompt of a day: each in its turn, the same all day long.
    pub fn prompt_of(&self, day: CivilDate, care_mode: bool) -> Option<Prompt> {
        let asked: Vec<_> = self.asked(care_mode).collect();
        let count = i64::try_from(asked.len()).ok().filter(|count| *count > 0)?;
        let turn = usize::try_from(day.number().rem_euclid(count)).ok()?;
        asked.get(turn).map(|prompt| prompt.shown())
    }

    fn asked(&self, care_mode: bool) -> impl Iterator<Item = &'static ShippedPrompt> + use<> {
        self.prompts.prompts.iter().filter(move |prompt| prompt.solo_ok || !care_mode)
    }

    /// Every form.
    pub fn forms(&self) -> &'static [Form] {
        &self.prompts.forms
    }

    /// A form by its id.
    pub fn form(&self, id: &str) -> Option<&'static Form> {
        self.forms().iter().find(|form| form.id == id)
    }
}

impl Form {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The name shown.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it ends with.
    pub fn landing(&self) -> Option<&str> {
        self.landing.as_deref()
    }

    /// Whether it keeps a pace, so that it matters when it was written before.
    pub const fn is_paced(&self) -> bool {
        self.sessions.is_some()
    }

    /// What an entry of this form begins with: its headings, with room below each; nothing where it has none.
    pub fn headings(&self) -> String {
        self.fields.iter().flat_map(|field| ["### ", field, "\n\n\n"]).collect()
    }

    /// The form as offered at `now`, after sessions at the times `written`, both in milliseconds since 1970.
    ///
    /// Sessions are `min_gap_hours` apart at least. After `max_gap_days` without one, or after the last one, the pack
    /// begins anew. Times to come, which a clock that was set back leaves, are not looked at.
    pub fn offer(&self, written: &[i64], now: i64) -> FormOffer {
        let mut written: Vec<i64> = written.iter().copied().filter(|at| *at <= now).collect();
        written.sort_unstable();
        let available_from = written.last().zip(self.min_gap_hours).map(|(last, hours)| last + i64::from(hours) * HOUR_MS);
        FormOffer {
            id: self.id.clone(),
            title: self.title.clone(),
            fields: self.fields.clone(),
            text: self.text.clone(),
            landing: self.landing.clone(),
            minutes: self.minutes,
            session: self.sessions.map(|sessions| self.session_at(now, &written, sessions)),
            sessions: self.sessions,
            available_from: available_from.filter(|from| now < *from),
        }
    }

    /// Which session of the pack one at `now` is, from 1.
    fn session_at(&self, now: i64, written: &[i64], sessions: u32) -> u32 {
        let longest = self.max_gap_days.map_or(i64::MAX, |days| i64::from(days) * DAY_MS);
        let mut session = 0;
        let mut last = None;
        for at in written.iter().chain([&now]) {
            let goes_on = session < sessions && last.is_some_and(|last| at - last <= longest);
            session = if goes_on { session + 1 } else { 1 };
            last = Some(at);
        }
        session
    }
}

impl ShippedPrompt {
    fn shown(&self) -> Prompt {
        Prompt { id: self.id.clone(), text: self.text.clone() }
    }
}

impl FeelingFile {
    fn ids(&self) -> impl Iterator<Item = &String> {
        self.words.iter().map(|(id, _)| id).chain(&self.blank)
    }

    fn holds_together(&self) -> bool {
        // Ids stand in the vault with commas between them.
        let named = self.ids().all(|id| is_id(id));
        named && all_differ(self.ids()) && self.words.iter().all(|(_, valence)| (-2..=2).contains(valence)) && !self.blank.is_empty()
    }
}

impl PromptFile {
    fn holds_together(&self) -> bool {
        let prompts = all_differ(self.prompts.iter().map(|prompt| &prompt.id))
            && self.prompts.iter().all(|prompt| is_id(&prompt.id) && !prompt.text.is_empty())
            && self.prompts.iter().any(|prompt| prompt.solo_ok);
        let forms = all_differ(self.forms.iter().map(|form| &form.id))
            && self.forms.iter().all(|form| is_id(&form.id) && !form.title.is_empty() && form.sessions != Some(0));
        prompts && forms
    }
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

fn all_differ<'a>(ids: impl Iterator<Item = &'a String>) -> bool {
    let mut seen = BTreeSet::new();
    let mut ids = ids;
    ids.all(|id| seen.insert(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> &'static Words {
        Words::current().expect("shipped")
    }

    fn day(text: &str) -> CivilDate {
        text.parse().expect("a date")
    }

    #[test]
    fn feelings_have_a_word_each_and_blank_ones_stand_apart() {
        let feelings = words().feelings("en-GB").expect("named");
        assert_eq!((feelings.len(), feelings.iter().filter(|feeling| feeling.blank).count()), (42, 4));
        assert!(feelings.iter().all(|feeling| !feeling.label.is_empty() && words().has_feeling(&feeling.id)));
        assert!(feelings[38..].iter().all(|feeling| feeling.blank && feeling.valence == 0));
        assert!(!words().has_feeling("Sad") && !words().has_feeling(""));
    }

    #[test]
    fn prompts_take_turns_and_care_mode_leaves_out_those_about_the_partner() {
        let about_partner = "for-who-they-are";
        let all = words().prompts(false);
        let alone = words().prompts(true);
        assert!(all.iter().any(|prompt| prompt.id == about_partner) && words().has_prompt(about_partner));
        assert_eq!(alone.len() + 1, all.len());
        assert_eq!(words().prompt(about_partner, true), None);
        assert_eq!(words().prompt(about_partner, false).map(|prompt| prompt.id).as_deref(), Some(about_partner));
        for (care_mode, prompts) in [(false, &all), (true, &alone)] {
            let first = day("2026-11-23");
            let turn: Vec<_> = (0..12).filter_map(|n| words().prompt_of(first.plus_days(n), care_mode)).collect();
            let period = u32::try_from(prompts.len()).expect("few");
            assert!(prompts.iter().all(|prompt| turn.contains(prompt)), "each has its turn, care mode {care_mode}");
            assert_eq!(words().prompt_of(first, care_mode), words().prompt_of(first.plus_days(period), care_mode));
        }
        assert!(words().prompt_of(day("1900-01-01"), true).is_some(), "also before 1970");
    }

    #[test]
    fn a_pack_keeps_its_pace_and_begins_anew() {
        let form = words().form("deep-write").expect("a form");
        let day = |n: f64| {
            #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds of a few days")]
            let ms = (n * 86_400_000.0) as i64;
            1_795_000_000_000 + ms
        };
        for (written, now, session, available_in_days) in [
            (&[][..], 0.0, 1, None),
            (&[0.0], 0.5, 2, Some(1.0)),
            (&[0.0], 1.0, 2, None),
            (&[0.0], 3.0, 2, None),
            (&[0.0], 3.1, 1, None),
            (&[0.0, 1.0, 2.0], 3.0, 4, None),
            (&[0.0, 1.0, 2.0, 3.0], 3.5, 1, Some(4.0)),
            (&[0.0, 1.0, 2.0, 3.0], 4.0, 1, None),
            (&[0.0, 1.0, 2.0, 3.0, 4.0], 5.0, 2, None),
            (&[0.0, 1.0, 5.0], 6.0, 2, None),
            // In no order, and one from a clock that was ahead.
            (&[1.0, 0.0, 900.0], 2.0, 3, None),
        ] {
            let written: Vec<i64> = written.iter().map(|n| day(*n)).collect();
            let offer = form.offer(&written, day(now));
            assert_eq!((offer.session, offer.sessions), (Some(session), Some(4)), "{written:?} at {now}");
            assert_eq!(offer.available_from, available_in_days.map(day), "{written:?} at {now}");
        }
        assert!(form.is_paced() && form.landing().is_some_and(|text| !text.is_empty()) && form.headings().is_empty());
    }

    #[test]
    fn a_form_with_fields_begins_with_its_headings() {
        let form = words().form("thought-record").expect("a form");
        assert!(!form.is_paced());
        assert!(form.headings().starts_with("### What happened\n\n\n### Feeling, 0 to 10\n"));
        let offer = form.offer(&[5, 6], 7);
        assert_eq!((offer.session, offer.available_from, offer.fields.len()), (None, None, 6));
    }
}
