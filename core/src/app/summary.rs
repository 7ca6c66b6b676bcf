//! A summary to bring to a first session: what can be chosen for it, and the document of what was.
//!
//! Nothing gets into it that was not ticked: each part is read from the vault by what the choice names, and by nothing
//! else. Neither the person's name nor that of anybody in the circle is ever looked up.

use super::history::{self, RunSummary};
use super::unshown::Prompts;
use super::{AgreementView, ReviewView, Session, settings, support, together};
use crate::assessment::instrument::{Instrument, Part, ScaleId};
use crate::assessment::score::{Band, Estimate, Level, Scores, TotalId};
use crate::checkin::daily::{DailyCheckIn, TAPS};
use crate::checkin::pulse::{KeptPulse, PulseFigures, WeeklyPulse};
use crate::checkin::together::agreement::ReviewOutcome;
use crate::checkin::week::{Week, WeekStart};
use crate::error::{Clash, Error, Field, InvalidInput, Reason};
use crate::ids::{AgreementId, EntryId, RunId};
use crate::journal::listing::EntrySummary;
use crate::practice::support::SupportTexts;
use crate::practice::support::document::SummaryPart;
use crate::practice::support::summary::{AgreementPart, Answered, CheckIns, CheckPart, EntryPart, Points, PulsePart, Summary};
use crate::storage::{checkins, entries, pulses, timeline};
use crate::strings::Catalogue;
use crate::time::{CivilDate, NowContext};
use rusqlite::Transaction;

/// Entries that can be ticked: the newest of the days that were asked about.
const MOST_ENTRIES: u32 = 200;
/// Weeks of the stretches that are offered; the second one is what a summary begins with.
const RANGES: [u32; 4] = [4, 12, 26, 52];
const USUAL_RANGE: usize = 1;

/// A stretch of days that ends today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SummaryRange {
    /// Its length.
    pub weeks: u32,
    /// The first day.
    pub from: CivilDate,
    /// The last day, today.
    pub to: CivilDate,
}

/// What can be chosen of some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryChoices {
    /// The first day.
    pub from: CivilDate,
    /// The last day.
    pub to: CivilDate,
    /// Today, the latest there can be.
    pub today: CivilDate,
    /// Stretches to choose from.
    pub ranges: Vec<SummaryRange>,
    /// Finished Checks, the newest first.
    pub runs: Vec<RunSummary>,
    /// Agreements that were made or looked at on these days, in the order in which they were made; none in care mode.
    pub agreements: Vec<AgreementView>,
    /// Days with a check-in.
    pub check_ins: u32,
    /// Weeks with a pulse.
    pub pulses: u32,
    /// Entries, the newest first; at most two hundred.
    pub entries: Vec<EntrySummary>,
    /// Whether there are more entries of these days than can be ticked.
    pub more: bool,
    /// Questions that would be brought along.
    pub questions: u32,
}

/// What was ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryChoice {
    /// The first day.
    pub from: CivilDate,
    /// The last day.
    pub to: CivilDate,
    /// Checks.
    pub runs: Vec<RunId>,
    /// Agreements.
    pub agreements: Vec<AgreementId>,
    /// Whether the check-ins are in it.
    pub check_ins: bool,
    /// Whether the pulses are in it.
    pub pulses: bool,
    /// Entries.
    pub entries: Vec<EntryId>,
    /// Whether the questions are in it: those that are ticked, and a person's own.
    pub questions: bool,
}

/// A summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryDocument {
    /// The whole page, as UTF-8.
    pub html: String,
    /// What to call the file; it says nothing about anybody.
    pub file_name: String,
    /// The same words in plain lines, to look at before it is shared.
    pub parts: Vec<SummaryPart>,
}

/// Days that are asked about.
#[derive(Debug, Clone, Copy)]
struct Days {
    from: CivilDate,
    to: CivilDate,
}

impl Session {
    /// What can be chosen for a summary of some days; without them, of the last twelve weeks.
    ///
    /// # Errors
    /// `date`, `out_of_range`, for a day that has not begun, or `end_before_start` · `zone`, `zone_span_short`;
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn summary_choices(&self, ctx: &NowContext, from: Option<CivilDate>, to: Option<CivilDate>) -> Result<SummaryChoices, Error> {
        let today = ctx.today()?;
        let ranges = RANGES.map(|weeks| SummaryRange { weeks, from: today.minus_days(weeks * 7 - 1), to: today });
        let days = Days::of(from.unwrap_or(ranges[USUAL_RANGE].from), to.unwrap_or(today), today)?;
        self.read(|tx| {
            let stored = settings::load(tx)?;
            let prompts = Prompts::in_mode(stored.care_mode)?;
            let mut entries = timeline::between(tx, days.from, days.to, MOST_ENTRIES + 1)?;
            let more = entries.len() > MOST_ENTRIES as usize;
            entries.truncate(MOST_ENTRIES as usize);
            Ok(SummaryChoices {
                from: days.from,
                to: days.to,
                today,
                ranges: ranges.into(),
                runs: runs(tx, days)?,
                agreements: if stored.care_mode { Vec::new() } else { together::agreements_between(tx, days.from, days.to, today)? },
                check_ins: counted(checkins::tapped(tx, days.from, days.to)?.len()),
                pulses: counted(weeks(tx, days, stored.settings.week_start)?.len()),
                entries: entries.into_iter().map(|entry| prompts.summary(entry)).collect(),
                more,
                questions: counted(support::brought(tx)?.len()),
            })
        })
    }

    /// The document of what was ticked.
    ///
    /// # Errors
    /// As [`Self::summary_choices`] · `choice`, `nothing_chosen` · `run`, `agreement` or `entry`, `not_offered`, for what
    /// is of other days, in the trash or gone, and `duplicate`, for what is ticked twice · `entry`, `too_many` ·
    /// [`Error::Conflict`], `care_mode`, for agreements.
    pub fn summary(&self, ctx: &NowContext, choice: &SummaryChoice) -> Result<SummaryDocument, Error> {
        let today = ctx.today()?;
        let days = Days::of(choice.from, choice.to, today)?;
        each_once(&choice.runs, Field::Run)?;
        each_once(&choice.entries, Field::Entry)?;
        each_once(&choice.agreements, Field::Agreement)?;
        if choice.entries.len() > MOST_ENTRIES as usize {
            return Err(InvalidInput::new(Field::Entry, Reason::TooMany).into());
        }
        let texts = SupportTexts::current()?;
        let summary = self.read(|tx| self.chosen(tx, choice, days, today))?;
        let document = summary.document(texts);
        if document.sections.is_empty() {
            return Err(InvalidInput::new(Field::Choice, Reason::NothingChosen).into());
        }
        Ok(SummaryDocument { html: document.html(), file_name: format!("notes-{today}.html"), parts: document.parts() })
    }

    fn chosen(&self, tx: &Transaction<'_>, choice: &SummaryChoice, days: Days, today: CivilDate) -> Result<Summary, Error> {
        let stored = settings::load(tx)?;
        let pulses = choice.pulses.then(|| pulses_of(tx, days, stored.settings.week_start)).transpose()?;
        Ok(Summary {
            from: days.from,
            to: days.to,
            checks: self.checks(tx, &choice.runs, days)?,
            check_ins: choice.check_ins.then(|| self.check_ins_of(tx, days)).transpose()?,
            pulses,
            agreements: agreements_of(tx, &choice.agreements, days, stored.care_mode, today)?,
            entries: entries_of(tx, &choice.entries, days)?,
            questions: if choice.questions { support::brought(tx)? } else { Vec::new() },
        })
    }

    fn checks(&self, tx: &Transaction<'_>, ids: &[RunId], days: Days) -> Result<Vec<CheckPart>, Error> {
        let instrument = Instrument::current()?;
        let words = Catalogue::closest(&self.locale)?;
        let offered = runs(tx, days)?;
        if ids.iter().any(|id| offered.iter().all(|run| run.id != *id)) {
            return Err(InvalidInput::new(Field::Run, Reason::NotOffered).into());
        }
        // The oldest first.
        let chosen = offered.into_iter().rev().filter(|run| ids.contains(&run.id));
        let parts = chosen.map(|run| {
            let found = history::finished_run(tx, run.id)?;
            let (around, _) = history::around(tx, instrument, &found)?;
            let scores = around.into_iter().find(|other| other.id == run.id).map(|other| other.scores);
            let scores = scores.ok_or(InvalidInput::new(Field::Run, Reason::NotOffered))?;
            check_part(&run, &scores, instrument, words)
        });
        parts.collect()
    }

    fn check_ins_of(&self, tx: &Transaction<'_>, days: Days) -> Result<CheckIns, Error> {
        let given = checkins::tapped(tx, days.from, days.to)?;
        let asked = DailyCheckIn::current()?.items(days.to, &self.locale)?;
        let items = asked.into_iter().take(TAPS.len()).enumerate().map(|(place, item)| {
            let values = given.iter().filter_map(|taps| taps[place]).collect();
            Answered { item, values }
        });
        Ok(CheckIns { days: counted(given.len()), of: days.count(), items: items.collect() })
    }
}

impl Days {
    fn of(from: CivilDate, to: CivilDate, today: CivilDate) -> Result<Self, InvalidInput> {
        let refused = |reason| Err(InvalidInput::new(Field::Date, reason));
        if to > today {
            return refused(Reason::OutOfRange);
        }
        if from > to { refused(Reason::EndBeforeStart) } else { Ok(Self { from, to }) }
    }

    fn count(self) -> u32 {
        u32::try_from(self.to.days_since(self.from)).unwrap_or_default() + 1
    }

    fn hold(self, day: CivilDate) -> bool {
        self.from <= day && day <= self.to
    }
}

fn counted(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn each_once<T: PartialEq>(ids: &[T], field: Field) -> Result<(), InvalidInput> {
    let twice = ids.iter().enumerate().any(|(at, id)| ids[..at].contains(id));
    if twice { Err(InvalidInput::new(field, Reason::Duplicate)) } else { Ok(()) }
}

/// The finished Checks of some days that this release can read, the newest first.
fn runs(tx: &Transaction<'_>, days: Days) -> Result<Vec<RunSummary>, Error> {
    let instrument = Instrument::current()?;
    let all = history::summaries(tx, instrument)?.into_iter().rev();
    Ok(all.filter(|run| days.hold(run.day) && run.version == instrument.version).collect())
}

/// The pulses of some days by their weeks. Where two lie in one week, the later one speaks for it.
fn weeks(tx: &Transaction<'_>, days: Days, start: WeekStart) -> Result<Vec<(Week, KeptPulse)>, Error> {
    let mut weeks: Vec<(Week, KeptPulse)> = Vec::new();
    for pulse in pulses::between(tx, days.from, days.to)? {
        let week = Week::of(pulse.day, start);
        if weeks.last().is_some_and(|(last, _)| *last == week) {
            weeks.pop();
        }
        weeks.push((week, pulse.kept));
    }
    Ok(weeks)
}

/// The agreements that were ticked, in the order in which they were made. In care mode there are none.
fn agreements_of(
    tx: &Transaction<'_>,
    ids: &[AgreementId],
    days: Days,
    care_mode: bool,
    today: CivilDate,
) -> Result<Vec<AgreementPart>, Error> {
    if care_mode && !ids.is_empty() {
        return Err(Error::Conflict { kind: Clash::CareMode, id: String::new() });
    }
    let offered = if ids.is_empty() { Vec::new() } else { together::agreements_between(tx, days.from, days.to, today)? };
    if ids.iter().any(|id| offered.iter().all(|agreement| agreement.id != *id)) {
        return Err(InvalidInput::new(Field::Agreement, Reason::NotOffered).into());
    }
    let chosen = offered.into_iter().filter(|agreement| ids.contains(&agreement.id));
    Ok(chosen
        .map(|AgreementView { what, who, made_on, reviews, .. }| AgreementPart { what, who, made_on, outcome: last_look(&reviews, days) })
        .collect())
}

/// How an agreement went when somebody looked last, by the last of the days.
fn last_look(reviews: &[ReviewView], days: Days) -> Option<ReviewOutcome> {
    reviews.iter().rev().find(|review| review.on <= days.to).map(|review| review.outcome)
}

/// The pulses of some days with their figures.
fn pulses_of(tx: &Transaction<'_>, days: Days, start: WeekStart) -> Result<Vec<PulsePart>, Error> {
    let shipped = WeeklyPulse::current()?;
    let part = |(week, kept): (Week, KeptPulse)| {
        let PulseFigures { pattern, strength } = shipped.figures(&kept);
        PulsePart { from: week.from, pattern, strength }
    };
    Ok(weeks(tx, days, start)?.into_iter().map(part).collect())
}

/// The entries that were ticked, the oldest first. None may be of another day or in the trash.
fn entries_of(tx: &Transaction<'_>, ids: &[EntryId], days: Days) -> Result<Vec<EntryPart>, Error> {
    let mut found = Vec::new();
    for id in ids {
        let entry = entries::find(tx, *id)?.filter(|entry| entry.trashed.is_none() && days.hold(entry.content.day));
        let entry = entry.ok_or(InvalidInput::new(Field::Entry, Reason::NotOffered))?;
        found.push((entry.content.day, entry.written_at, entry.content));
    }
    found.sort_by_key(|(day, written_at, _)| (*day, *written_at));
    Ok(found.into_iter().map(|(day, _, content)| EntryPart { day, title: content.title, body: content.body }).collect())
}

fn check_part(run: &RunSummary, scores: &Scores, instrument: &Instrument, words: &Catalogue) -> Result<CheckPart, Error> {
    let texts = SupportTexts::current()?;
    let points = |title: &str, part: Part, estimate: Option<Estimate>| -> Result<Points, Error> {
        let estimate =
            estimate.map(|estimate| Ok::<_, Error>((estimate, band_words(words, part, estimate.band)?.to_owned()))).transpose()?;
        Ok(Points { title: title.to_owned(), estimate })
    };
    let of = |total: TotalId, part: Part, title: &str| -> Result<Vec<Points>, Error> {
        let scales = total.scales().into_iter().map(|scale: ScaleId| points(&instrument.scale(scale).title, part, scores.estimate(scale)));
        let together = scores.totals.iter().find(|result| result.total == total).and_then(|result| result.estimate);
        scales.chain([points(texts.word(title), part, together)]).collect()
    };
    Ok(CheckPart {
        day: run.day,
        low_confidence: run.low_confidence,
        patterns: of(TotalId::Pattern, Part::Pattern, "pattern_total")?,
        strengths: of(TotalId::Strength, Part::Strength, "strength_total")?,
    })
}

/// The words of a band, as the result screen has them.
fn band_words(words: &Catalogue, part: Part, band: Band) -> Result<&str, Error> {
    let part = match part {
        Part::Pattern => "pattern",
        Part::Strength => "strength",
    };
    let (from, to) = (level_key(band.from), level_key(band.to));
    let level = if from == to { from.to_owned() } else { format!("{from}_{to}") };
    words.text(&format!("band.{part}_{level}"))
}

const fn level_key(level: Level) -> &'static str {
    match level {
        Level::Low => "low",
        Level::Middle => "middle",
        Level::High => "high",
    }
}
