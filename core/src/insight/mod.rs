//! What the weeks show: each figure with how many answers it rests on, how many days were asked, and how it was worked
//! out.
//!
//! Pure: series and dates come in, figures go out. A figure that cannot be worked out, because there is too little or
//! because nothing varied, is [`InsightResult::NotEnough`] or [`Drift::Same`], never a number that is none. Nothing
//! here predicts, reads what somebody wrote, or says which way is the good one: the words are *drifting up, drifting
//! down, about the same, no clear trend*.
//!
//! ```text
//! series        values by day, with gaps; means and the smooth line
//! variation     mean, variance, likeness of neighbours, effective n
//! distribution  p of a normal and of a Student's t deviate
//! compare  trend  together  weekdays  counts      one statistic each
//! cards         which insights there are, and over which days
//! ```

pub mod cards;
pub mod compare;
pub mod counts;
mod distribution;
pub mod known;
pub mod lately;
mod lines;
pub mod offer;
mod ranks;
pub mod series;
pub mod together;
pub mod trend;
mod variation;
pub mod weekdays;
pub mod words;

pub use variation::effective_n;

use crate::assessment::change::Claim;
use crate::time::CivilDate;

/// What is asked once a day or once a week, as a row of numbers by day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SeriesId {
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
    /// Good contact with somebody besides the partner, 0 or 1.
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

impl SeriesId {
    /// Every one.
    pub const ALL: [Self; 10] = [
        Self::Mood,
        Self::Energy,
        Self::Needs,
        Self::OwnTime,
        Self::YesMeaningNo,
        Self::Contact,
        Self::LimitKept,
        Self::PulsePattern,
        Self::PulseStrength,
        Self::CirclesBreadth,
    ];

    /// Its part in the id of an insight.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Mood => "mood",
            Self::Energy => "energy",
            Self::Needs => "needs",
            Self::OwnTime => "own_time",
            Self::YesMeaningNo => "yes_meaning_no",
            Self::Contact => "contact",
            Self::LimitKept => "limit_kept",
            Self::PulsePattern => "pulse_pattern",
            Self::PulseStrength => "pulse_strength",
            Self::CirclesBreadth => "circles_breadth",
        }
    }

    /// Whether it has one value a week and not one a day.
    pub const fn is_weekly(self) -> bool {
        matches!(self, Self::PulsePattern | Self::PulseStrength)
    }

    /// The lowest and the highest value; of the breadth, what is drawn at least.
    pub const fn ends(self) -> (f64, f64) {
        match self {
            Self::Mood | Self::Energy | Self::Needs => (0.0, 4.0),
            Self::YesMeaningNo => (0.0, 2.0),
            Self::OwnTime | Self::Contact | Self::LimitKept => (0.0, 1.0),
            Self::PulsePattern | Self::PulseStrength => (0.0, 100.0),
            Self::CirclesBreadth => (1.0, 5.0),
        }
    }

    /// From its lowest to its highest value.
    pub const fn width(self) -> f64 {
        let (lowest, highest) = self.ends();
        highest - lowest
    }
}

/// What an insight is worked out with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InsightKind {
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

impl InsightKind {
    /// The name of its method. It is stable.
    pub const fn method(self) -> &'static str {
        match self {
            Self::Count => "count_of_days",
            Self::RollingMean => "rolling_mean",
            Self::SmoothLine => "exponential_mean",
            Self::Periods => "welch_effective_n",
            Self::Trend => "mann_kendall_lag_1",
            Self::Pair => "spearman_effective_n_holm",
            Self::Weekdays => "weekday_median",
            Self::CheckChange => "reliable_change",
        }
    }
}

/// Which way something goes. No direction is the good one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Drift {
    /// Drifting up.
    Up,
    /// Drifting down.
    Down,
    /// About the same: what is uncertain about it leaves no room for more than little.
    Same,
    /// No clear trend: it may be about the same or not.
    Unclear,
}

/// The change of one part of the Check.
#[derive(Debug, Clone, PartialEq)]
pub struct PartChange {
    /// The part's title.
    pub title: String,
    /// What may be said.
    pub claim: Claim,
    /// Later minus baseline, in points of 0 to 100.
    pub points: f64,
    /// Two-sided p, Holm-adjusted.
    pub p: f64,
}

/// What an insight says.
#[derive(Debug, Clone, PartialEq)]
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
        /// None for a weekday with fewer than 4 answers.
        medians: [Option<f64>; 7],
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

#[cfg(test)]
mod false_alarm_tests;
