//! What the weeks show: the list of insights, a series as a chart, and the one that is offered.

mod offered;
mod read;
mod worked_out;

pub(super) use offered::glimpse;

use super::{Session, settings};
use crate::checkin::daily::DailyCheckIn;
use crate::error::{Error, Missing};
use crate::insight::series::{Series, SeriesPoint};
use crate::insight::{InsightKind, InsightResult, SeriesId, cards, known};
use crate::time::{CivilDate, NowContext};
use rusqlite::Transaction;

/// How far back a chart goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsightRange {
    /// 28 days, or 4 weeks.
    Month,
    /// 90 days, or 13 weeks.
    Quarter,
    /// 365 days, or 52 weeks.
    Year,
}

/// One insight.
#[derive(Debug, Clone, PartialEq)]
pub struct InsightCard {
    /// Its stable id.
    pub id: String,
    /// Its method.
    pub kind: InsightKind,
    /// What it looks at; none for the Check.
    pub series: Vec<SeriesId>,
    /// What it is about.
    pub title: String,
    /// What it says, in plain words.
    pub text: String,
    /// How many answers it rests on; of a pair, days with both; of the Check, runs that count.
    pub n: u32,
    /// How many days were asked in the time it looks at; of the pulse, weeks; of the Check, runs.
    pub asked_days: u32,
    /// Asked and not answered.
    pub gaps: u32,
    /// The stable name of its method.
    pub method_key: &'static str,
    /// How it was worked out.
    pub how: String,
    /// Its figures.
    pub result: InsightResult,
}

/// The list of insights.
#[derive(Debug, Clone, PartialEq)]
pub struct InsightsView {
    /// Whether insights are wanted; where not, there are no cards and nothing is worked out.
    pub on: bool,
    /// The id of the one that is offered this week.
    pub offered: Option<String>,
    /// Every insight, in a fixed order; also those that have not enough yet.
    pub cards: Vec<InsightCard>,
}

/// A series as a chart, a table and a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesView {
    /// Which.
    pub id: SeriesId,
    /// What it is about.
    pub title: String,
    /// What the lowest value means.
    pub low_label: String,
    /// What the highest value means.
    pub high_label: String,
    /// The lowest value of the chart.
    pub min: f64,
    /// The highest value of the chart.
    pub max: f64,
    /// Every day, or every week, the oldest first; none when insights are off.
    pub points: Vec<SeriesPoint>,
    /// Points with a value.
    pub n: u32,
    /// Asked and not answered.
    pub gaps: u32,
    /// How the lines were worked out.
    pub how: String,
    /// The chart in a few sentences, for who does not see it.
    pub summary: String,
}

/// The insight that the first screen offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InsightOffer {
    /// The insight's id.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What it said when it was chosen.
    pub text: String,
}

impl Session {
    /// Every insight, worked out now.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn insights(&self, ctx: &NowContext) -> Result<InsightsView, Error> {
        let today = ctx.today()?;
        self.read(|tx| self.insights_view(tx, today))
    }

    /// A series as a chart.
    ///
    /// # Errors
    /// As [`Self::insights`].
    pub fn insight_series(&self, ctx: &NowContext, series: SeriesId, range: InsightRange) -> Result<SeriesView, Error> {
        let today = ctx.today()?;
        self.read(|tx| {
            let words = worked_out::words(&self.locale, today)?;
            let ([low_label, high_label], (min, lowest_top)) = (words.ends(series)?, series.ends());
            let points = if offered::are_on(tx)? { points(tx, today, series, range)? } else { Points::default() };
            let values: Vec<f64> = points.points.iter().filter_map(|point| point.value).collect();
            let shown = u32::try_from(points.points.len()).unwrap_or(u32::MAX);
            let gaps = known::gaps(points.asked, values.len());
            Ok(SeriesView {
                id: series,
                title: words.series(series)?,
                low_label,
                high_label,
                min,
                max: values.iter().copied().fold(lowest_top, f64::max),
                n: u32::try_from(values.len()).unwrap_or(u32::MAX),
                gaps,
                how: words.how_of_series(series)?,
                summary: words.summary(series, &values, shown, gaps)?,
                points: points.points,
            })
        })
    }

    /// Wants insights, or not: then there are none, and none is offered.
    ///
    /// # Errors
    /// As [`Self::insights`].
    pub fn set_insights(&self, ctx: &NowContext, on: bool) -> Result<InsightsView, Error> {
        let today = ctx.today()?;
        self.write(|tx| {
            offered::set(tx, on)?;
            self.insights_view(tx, today)
        })
    }

    /// The offered insight was looked at, or put away: it is not offered any more.
    ///
    /// # Errors
    /// [`Error::NotFound`], `insight`, for an id that no insight has; [`Error::Locked`], [`Error::Storage`].
    pub fn insight_seen(&self, id: &str) -> Result<(), Error> {
        if !cards::all().iter().any(|card| card.id() == id) {
            return Err(Error::NotFound { kind: Missing::Insight, id: String::new() });
        }
        self.write(|tx| offered::see(tx, id))
    }

    /// Chooses the insight of the week, if it is time for one. What was answered is saved by now, and an insight that
    /// could not be worked out must not look as if it was not: the next answer tries again.
    pub(super) fn offer_insight(&self, today: CivilDate) {
        let due = self.read(|tx| offered::is_due(tx, today)).unwrap_or(false);
        if due {
            let _later = self.write(|tx| {
                let cards = worked_out::cards(tx, today, &settings::load(tx)?, &self.locale)?;
                offered::choose(tx, today, &cards)
            });
        }
    }

    fn insights_view(&self, tx: &Transaction<'_>, today: CivilDate) -> Result<InsightsView, Error> {
        if !offered::are_on(tx)? {
            return Ok(InsightsView { on: false, offered: None, cards: Vec::new() });
        }
        let cards = worked_out::cards(tx, today, &settings::load(tx)?, &self.locale)?;
        Ok(InsightsView { on: true, offered: offered::of_this_week(tx, today)?, cards })
    }
}

/// The points of a chart, and how many were asked.
#[derive(Default)]
struct Points {
    points: Vec<SeriesPoint>,
    asked: u32,
}

fn points(tx: &Transaction<'_>, today: CivilDate, series: SeriesId, range: InsightRange) -> Result<Points, Error> {
    let (days, weeks) = match range {
        InsightRange::Month => (28, 4),
        InsightRange::Quarter => (90, 13),
        InsightRange::Year => (365, 52),
    };
    let first = today.minus_days(days - 1);
    let stored = settings::load(tx)?;
    if series == SeriesId::CirclesBreadth {
        let breadth = Series::new(read::breadth(tx, first, today, stored.care_mode)?)?;
        let asked = u32::try_from(breadth.n()).unwrap_or(u32::MAX);
        let bare = |point: SeriesPoint| SeriesPoint { seven: None, twenty_eight: None, smooth: None, ..point };
        return Ok(Points { points: breadth.chart(first, today).into_iter().map(bare).collect(), asked });
    }
    let start = stored.settings.week_start;
    let known = read::known(tx, today, &stored)?;
    let whole = known.series(series);
    if series.is_weekly() {
        let weeks = read::last_weeks(today, start, weeks);
        return Ok(Points { points: whole.chart_of_weeks(&weeks), asked: known.asked_weeks(&weeks) });
    }
    let check_in = DailyCheckIn::current()?;
    let asked = known.asked(&[series], first, |day| read::turn(check_in, day));
    Ok(Points { points: whole.chart(first, today), asked })
}
