//! What the weeks show.

use crate::across::{crosses, record};
use crate::scores::Claim;
use crate::{CivilDate, mirrored};
use ampersand_core::{app, insight};

mirrored! {
    /// What is asked once a day or once a week, as a row of numbers.
    SeriesId = insight::SeriesId {
        /// Mood, 0 to 4.
        Mood,
        /// Energy, 0 to 4.
        Energy,
        /// Own needs met, 0 to 4.
        Needs,
        /// Time of one's own, 0 or 1.
        OwnTime,
        /// Said yes and meant no: 0, never; 1, once; 2, more often.
        YesMeaningNo,
        /// Good contact with somebody else, 0 or 1.
        Contact,
        /// A limit was kept, 0 to 1.
        LimitKept,
        /// The patterns of the weekly pulse, 0 to 100.
        PulsePattern,
        /// The strengths of the weekly pulse, 0 to 100.
        PulseStrength,
        /// Over how many sources contact is spread, from 1 on.
        CirclesBreadth,
    }
}
crosses!(insight::SeriesId => SeriesId, SeriesId => insight::SeriesId);

mirrored! {
    /// What an insight is worked out with.
    InsightKind = insight::InsightKind {
        /// On how many of the last 28 days.
        Count,
        /// Means of the last 7 and 28 days.
        RollingMean,
        /// Exponentially weighted mean.
        SmoothLine,
        /// The last 28 days beside the 28 before.
        Periods,
        /// Whether a series drifts.
        Trend,
        /// Whether two series go together.
        Pair,
        /// Medians by weekday.
        Weekdays,
        /// Reliable change between two Checks.
        CheckChange,
    }
}
crosses!(insight::InsightKind => InsightKind);

mirrored! {
    /// Which way something goes. No direction is the good one.
    Drift = insight::Drift {
        /// Drifting up.
        Up,
        /// Drifting down.
        Down,
        /// About the same.
        Same,
        /// No clear trend.
        Unclear,
    }
}
crosses!(insight::Drift => Drift);

mirrored! {
    /// How far back a chart goes.
    InsightRange = app::InsightRange {
        /// 28 days, or 4 weeks.
        Month,
        /// 90 days, or 13 weeks.
        Quarter,
        /// 365 days, or 52 weeks.
        Year,
    }
}

crosses!(ampersand_core::assessment::change::Claim => Claim);

record! {
    /// The change of one part of the Check.
    PartChange = insight::PartChange {
        /// The part's title.
        title: String,
        /// What may be said.
        claim: Claim,
        /// Later minus baseline, in points of 0 to 100.
        points: f64,
        /// Two-sided p, Holm-adjusted.
        p: f64,
    }
}

/// What an insight says.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum InsightResult {
    /// Not enough yet.
    NotEnough {
        /// How many more answers it takes at least; for the Check, how many more runs that count.
        needed: u32,
    },
    /// On `days` of the last `of` days.
    Count {
        /// Days on which it was so.
        days: u32,
        /// Days that are looked at.
        of: u32,
    },
    /// Means up to today.
    Mean {
        /// Of the last 7 days, with 4 answers or more.
        seven: Option<f64>,
        /// Of the last 28 days, with 12 answers or more.
        twenty_eight: Option<f64>,
    },
    /// Where the smooth line stands.
    Smooth {
        /// At the last answer.
        latest: f64,
    },
    /// Two times of 28 days.
    Periods {
        /// Mean of the 28 days before the last 28.
        earlier: f64,
        /// Mean of the last 28 days.
        later: f64,
        /// Later minus earlier.
        difference: f64,
        /// Lower end of its 95 % interval; none where nothing varied, so that there is none.
        low: Option<f64>,
        /// Upper end.
        high: Option<f64>,
        /// How many independent days the earlier answers are worth.
        n_eff_earlier: f64,
        /// How many the later ones are worth.
        n_eff_later: f64,
        /// Which way.
        direction: Drift,
    },
    /// Whether it drifts.
    Trend {
        /// Which way.
        direction: Drift,
        /// Kendall's tau-a, -1 to 1: of all pairs of days, how many more go up than down.
        tau: f64,
        /// Sen's slope; 0 where most pairs of days are equal, whatever the direction.
        slope_per_week: f64,
        /// Two-sided p.
        p: f64,
    },
    /// Whether two go together.
    Pair {
        /// Spearman's rank correlation.
        rho: f64,
        /// Lower end of its 95 % interval.
        low: f64,
        /// Upper end.
        high: f64,
        /// Two-sided p, Holm-adjusted over the pairs that could be looked at.
        p_holm: f64,
        /// How many independent days the pairs are worth.
        n_eff: f64,
        /// Whether they go together more than chance would have it.
        clear: bool,
    },
    /// Medians, Monday to Sunday.
    Weekdays {
        /// Seven; none for a weekday with fewer than 4 answers.
        medians: Vec<Option<f64>>,
    },
    /// What changed since an earlier Check.
    CheckChange {
        /// The day of the earlier one.
        baseline_day: CivilDate,
        /// The day of the later one.
        run_day: CivilDate,
        /// The parts that something may be said of.
        parts: Vec<PartChange>,
    },
}

impl From<insight::InsightResult> for InsightResult {
    fn from(result: insight::InsightResult) -> Self {
        use insight::InsightResult as Core;
        match result {
            Core::NotEnough { needed } => Self::NotEnough { needed },
            Core::Count { days, of } => Self::Count { days, of },
            Core::Mean { seven, twenty_eight } => Self::Mean { seven, twenty_eight },
            Core::Smooth { latest } => Self::Smooth { latest },
            Core::Periods { earlier, later, difference, low, high, n_eff_earlier, n_eff_later, direction } => {
                Self::Periods { earlier, later, difference, low, high, n_eff_earlier, n_eff_later, direction: direction.into() }
            }
            Core::Trend { direction, tau, slope_per_week, p } => Self::Trend { direction: direction.into(), tau, slope_per_week, p },
            Core::Pair { rho, low, high, p_holm, n_eff, clear } => Self::Pair { rho, low, high, p_holm, n_eff, clear },
            Core::Weekdays { medians } => Self::Weekdays { medians: medians.to_vec() },
            Core::CheckChange { baseline_day, run_day, parts } => {
                Self::CheckChange { baseline_day: baseline_day.into(), run_day: run_day.into(), parts: crate::list(parts) }
            }
        }
    }
}
crosses!(insight::InsightResult => InsightResult);

record! {
    /// One insight.
    InsightCard = app::InsightCard {
        /// Its stable id.
        id: String,
        /// Its method.
        kind: InsightKind,
        /// What it looks at; none for the Check.
        series: Vec<SeriesId>,
        /// What it is about.
        title: String,
        /// What it says, in plain words.
        text: String,
        /// How many answers it rests on; of a pair, days with both; of the Check, runs that count.
        n: u32,
        /// How many days were asked in the time it looks at; of the pulse, weeks; of the Check, runs.
        asked_days: u32,
        /// Asked and not answered.
        gaps: u32,
        /// The stable name of its method.
        method_key: String,
        /// How it was worked out.
        how: String,
        /// Its figures.
        result: InsightResult,
    }
}

record! {
    /// The list of insights.
    InsightsView = app::InsightsView {
        /// Whether insights are wanted; where not, there are no cards.
        on: bool,
        /// The id of the one that is offered this week.
        offered: Option<String>,
        /// Every insight, in a fixed order; also those that have not enough yet.
        cards: Vec<InsightCard>,
    }
}

record! {
    /// A day of a chart, or a week by its first day.
    SeriesPoint = insight::series::SeriesPoint {
        /// The day.
        day: CivilDate,
        /// What was answered; none is a gap.
        value: Option<f64>,
        /// Mean of the 7 days up to it; none for weeks.
        seven: Option<f64>,
        /// Mean of the 28 days, or the four weeks, up to it.
        twenty_eight: Option<f64>,
        /// The smooth line.
        smooth: Option<f64>,
    }
}

record! {
    /// A series as a chart, a table and a sentence.
    SeriesView = app::SeriesView {
        /// Which.
        id: SeriesId,
        /// What it is about.
        title: String,
        /// What the lowest value means.
        low_label: String,
        /// What the highest value means.
        high_label: String,
        /// The lowest value of the chart.
        min: f64,
        /// The highest value of the chart.
        max: f64,
        /// Every day, or every week, the oldest first; none when insights are off.
        points: Vec<SeriesPoint>,
        /// Points with a value.
        n: u32,
        /// Asked and not answered.
        gaps: u32,
        /// How the lines were worked out.
        how: String,
        /// The chart in a few sentences, for who does not see it.
        summary: String,
    }
}

record! {
    /// The insight that the first screen offers.
    InsightOffer = app::InsightOffer {
        /// The insight's id.
        id: String,
        /// What it is about.
        title: String,
        /// What it said when it was chosen.
        text: String,
    }
}
