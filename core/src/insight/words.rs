//! What insights say, in plain words: *drifting up, drifting down, about the same, no clear trend*, and never that one
//! way is the good one or that one thing makes another. The words are the same in care mode: none of them names a person
//! or a bond.

use super::cards::Card;
use super::{Drift, InsightKind, InsightResult, PartChange, SeriesId};
use crate::assessment::change::Claim;
use crate::error::Error;
use crate::strings::Catalogue;

/// The texts, and the words of the answers.
pub struct Words<'a> {
    texts: &'a Catalogue,
    /// Of the scales, lowest first: mood, energy, needs.
    scales: [Vec<String>; 3],
    /// Of the statements of a week, lowest first.
    statements: Vec<String>,
}

impl<'a> Words<'a> {
    /// Words out of a catalogue, with those of the answers.
    pub const fn new(texts: &'a Catalogue, scales: [Vec<String>; 3], statements: Vec<String>) -> Self {
        Self { texts, scales, statements }
    }

    fn text(&self, key: &str) -> Result<String, Error> {
        Ok(self.texts.text(key)?.to_owned())
    }

    /// What a series is called.
    ///
    /// # Errors
    /// [`Error::Internal`] for a text that the catalogue does not have; so for all of these.
    pub fn series(&self, series: SeriesId) -> Result<String, Error> {
        self.text(match series {
            SeriesId::Mood => "insight.series_mood",
            SeriesId::Energy => "insight.series_energy",
            SeriesId::Needs => "insight.series_needs",
            SeriesId::OwnTime => "insight.series_own_time",
            SeriesId::YesMeaningNo => "insight.series_yes_meaning_no",
            SeriesId::Contact => "insight.series_contact",
            SeriesId::LimitKept => "insight.series_limit_kept",
            SeriesId::PulsePattern => "insight.series_pulse_pattern",
            SeriesId::PulseStrength => "insight.series_pulse_strength",
            SeriesId::CirclesBreadth => "insight.series_circles_breadth",
        })
    }

    /// What an insight is about.
    ///
    /// # Errors
    /// As [`Self::series`].
    pub fn title(&self, card: &Card) -> Result<String, Error> {
        let key = match card.kind {
            InsightKind::Count if card.is_of_check_in() => return self.text("insight.title_check_in"),
            InsightKind::CheckChange => return self.text("insight.title_check"),
            InsightKind::Count => "insight.title_count",
            InsightKind::RollingMean => "insight.title_mean",
            InsightKind::SmoothLine => "insight.title_smooth",
            InsightKind::Periods => "insight.title_periods",
            InsightKind::Trend => "insight.title_trend",
            InsightKind::Pair => "insight.title_pair",
            InsightKind::Weekdays => "insight.title_weekdays",
        };
        let names = card.series.iter().map(|series| self.series(*series)).collect::<Result<Vec<_>, _>>()?;
        match names.as_slice() {
            [one, other] => self.filled(key, &[("one", one), ("other", other)]),
            [series] => self.filled(key, &[("series", series)]),
            _ => Err(Error::Internal("an insight about another number of series than one or two")),
        }
    }

    /// How an insight is worked out.
    ///
    /// # Errors
    /// As [`Self::series`].
    pub fn how(&self, kind: InsightKind) -> Result<String, Error> {
        self.text(match kind {
            InsightKind::Count => "insight.how_count",
            InsightKind::RollingMean => "insight.how_mean",
            InsightKind::SmoothLine => "insight.how_smooth",
            InsightKind::Periods => "insight.how_periods",
            InsightKind::Trend => "insight.how_trend",
            InsightKind::Pair => "insight.how_pair",
            InsightKind::Weekdays => "insight.how_weekdays",
            InsightKind::CheckChange => "insight.how_check",
        })
    }

    /// How the lines of a chart are worked out.
    ///
    /// # Errors
    /// As [`Self::series`].
    pub fn how_of_series(&self, series: SeriesId) -> Result<String, Error> {
        self.text(match series {
            SeriesId::CirclesBreadth => "insight.how_series_breadth",
            _ if series.is_weekly() => "insight.how_series_weeks",
            _ => "insight.how_series_days",
        })
    }

    /// What the lowest and the highest value of a series mean.
    ///
    /// # Errors
    /// As [`Self::series`].
    pub fn ends(&self, series: SeriesId) -> Result<[String; 2], Error> {
        if series == SeriesId::CirclesBreadth {
            return Ok([self.text("insight.breadth_low")?, self.text("insight.breadth_high")?]);
        }
        let (lowest, highest) = series.ends();
        Ok([self.near(series, lowest)?, self.near(series, highest)?])
    }

    /// The answer that a value of a series is nearest to.
    fn near(&self, series: SeriesId, value: f64) -> Result<String, Error> {
        let (lowest, highest) = series.ends();
        let of = |words: &[String]| {
            let steps = super::variation::number(words.len().saturating_sub(1));
            let step = super::variation::whole(((value - lowest) / (highest - lowest) * steps).round());
            let found = usize::try_from(step).ok().and_then(|step| words.get(step)).or_else(|| words.last());
            found.cloned().ok_or(Error::Internal("a scale without words"))
        };
        match series {
            SeriesId::Mood => of(&self.scales[0]),
            SeriesId::Energy => of(&self.scales[1]),
            SeriesId::Needs => of(&self.scales[2]),
            SeriesId::PulsePattern | SeriesId::PulseStrength => of(&self.statements),
            SeriesId::YesMeaningNo => of(&[
                self.text("check_in.yes_meaning_no.none")?,
                self.text("check_in.yes_meaning_no.once")?,
                self.text("check_in.yes_meaning_no.more")?,
            ]),
            SeriesId::OwnTime | SeriesId::Contact | SeriesId::LimitKept => of(&[self.text("check_in.no")?, self.text("check_in.yes")?]),
            SeriesId::CirclesBreadth => Err(Error::Internal("a breadth has no words")),
        }
    }

    /// What an insight says. `n` is how many answers it rests on.
    ///
    /// # Errors
    /// As [`Self::series`].
    pub fn sentence(&self, card: &Card, n: u32, result: &InsightResult) -> Result<String, Error> {
        let series = card.series.first().copied();
        let near = |value: f64| self.near(series.ok_or(Error::Internal("an insight about nothing"))?, value);
        match result {
            InsightResult::NotEnough { needed } => {
                let of_checks = card.kind == InsightKind::CheckChange;
                let key = if of_checks { "insight.not_enough_checks" } else { "insight.not_enough_answers" };
                self.filled(key, &[("needed", &needed.to_string())])
            }
            InsightResult::Count { days, of } => {
                let key = match series {
                    _ if card.is_of_check_in() => "insight.count_check_in",
                    Some(SeriesId::OwnTime) => "insight.count_own_time",
                    Some(SeriesId::YesMeaningNo) => "insight.count_yes_meaning_no",
                    Some(SeriesId::Contact) => "insight.count_contact",
                    Some(SeriesId::LimitKept) => "insight.count_limit_kept",
                    _ => return Err(Error::Internal("a count of something else")),
                };
                self.filled(key, &[("days", &days.to_string()), ("of", &of.to_string()), ("n", &n.to_string())])
            }
            InsightResult::Mean { seven, twenty_eight } => match (seven, twenty_eight) {
                (Some(week), Some(month)) => self.filled("insight.mean_both", &[("month", &near(*month)?), ("week", &near(*week)?)]),
                (None, Some(month)) => self.filled("insight.mean_month", &[("month", &near(*month)?)]),
                (Some(week), None) => self.filled("insight.mean_week", &[("week", &near(*week)?)]),
                (None, None) => Err(Error::Internal("a mean of nothing")),
            },
            InsightResult::Smooth { latest } => self.filled("insight.smooth", &[("word", &near(*latest)?)]),
            InsightResult::Periods { direction, .. } => self.text(match direction {
                Drift::Up => "insight.periods_up",
                Drift::Down => "insight.periods_down",
                Drift::Same => "insight.periods_same",
                Drift::Unclear => "insight.periods_unclear",
            }),
            InsightResult::Trend { direction, .. } => self.text(match (direction, series.is_some_and(SeriesId::is_weekly)) {
                (Drift::Up, false) => "insight.trend_up_days",
                (Drift::Down, false) => "insight.trend_down_days",
                (Drift::Same, false) => "insight.trend_same_days",
                (Drift::Unclear, false) => "insight.trend_unclear_days",
                (Drift::Up, true) => "insight.trend_up_weeks",
                (Drift::Down, true) => "insight.trend_down_weeks",
                (Drift::Same, true) => "insight.trend_same_weeks",
                (Drift::Unclear, true) => "insight.trend_unclear_weeks",
            }),
            InsightResult::Pair { rho, clear, .. } => self.text(match (clear, *rho > 0.0) {
                (false, _) => "insight.pair_unclear",
                (true, true) => "insight.pair_alike",
                (true, false) => "insight.pair_opposite",
            }),
            InsightResult::Weekdays { medians } => {
                let known = || medians.iter().flatten().copied();
                let (low, high) = (near(known().fold(f64::MAX, f64::min))?, near(known().fold(f64::MIN, f64::max))?);
                if low == high {
                    self.filled("insight.weekdays_same", &[("word", &low)])
                } else {
                    self.filled("insight.weekdays_differ", &[("low", &low), ("high", &high)])
                }
            }
            InsightResult::CheckChange { parts, .. } => self.of_checks(parts),
        }
    }

    fn of_checks(&self, parts: &[PartChange]) -> Result<String, Error> {
        let sure = |part: &&PartChange| matches!(part.claim, Claim::Likely | Claim::SeenTwice);
        let titles = |up: bool| {
            let way = parts.iter().filter(sure).filter(|part| (part.points > 0.0) == up).map(|part| part.title.as_str());
            way.collect::<Vec<_>>().join(", ")
        };
        match (titles(true), titles(false)) {
            (up, down) if !up.is_empty() && !down.is_empty() => self.filled("insight.check_both", &[("up", &up), ("down", &down)]),
            (up, _) if !up.is_empty() => self.filled("insight.check_up", &[("parts", &up)]),
            (_, down) if !down.is_empty() => self.filled("insight.check_down", &[("parts", &down)]),
            _ if parts.iter().any(|part| part.claim == Claim::Unclear) => self.text("insight.check_unclear"),
            _ => self.text("insight.check_same"),
        }
    }

    /// A chart in a few sentences. `of` is how many days or weeks it shows.
    ///
    /// # Errors
    /// As [`Self::series`].
    pub fn summary(&self, series: SeriesId, values: &[f64], of: u32, gaps: u32) -> Result<String, Error> {
        let key = if series.is_weekly() { "insight.summary_weeks" } else { "insight.summary_days" };
        let n = values.len().to_string();
        let counts = [("series", &self.series(series)?), ("of", &of.to_string()), ("n", &n), ("gaps", &gaps.to_string())];
        let counts = self.filled(key, &counts.map(|(name, value)| (name, value.as_str())))?;
        let rest = match values.last() {
            None => self.text("insight.summary_none")?,
            Some(_) if series == SeriesId::CirclesBreadth => return Ok(counts),
            Some(last) => {
                let low = self.near(series, values.iter().copied().fold(f64::MAX, f64::min))?;
                let high = self.near(series, values.iter().copied().fold(f64::MIN, f64::max))?;
                self.filled("insight.summary_ends", &[("low", &low), ("high", &high), ("last", &self.near(series, *last)?)])?
            }
        };
        Ok(format!("{counts} {rest}"))
    }

    /// A text with its blanks filled in.
    fn filled(&self, key: &str, values: &[(&str, &str)]) -> Result<String, Error> {
        let mut rest = self.texts.text(key)?;
        let mut filled = String::new();
        while let Some((before, blank)) = rest.split_once('{') {
            let (name, after) = blank.split_once('}').ok_or(Error::Internal("a blank without an end"))?;
            let name = name.strip_suffix(":int").unwrap_or(name);
            let (_, value) = values.iter().find(|(known, _)| *known == name).ok_or(Error::Internal("a blank of another name"))?;
            filled.push_str(before);
            filled.push_str(value);
            rest = after;
        }
        filled.push_str(rest);
        Ok(filled)
    }
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
