//! What is measured, against what, and how it is told: one table of budgets, one line a row.

#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a measurement that cannot be taken ends the run")]

pub mod by_hand;
pub mod check;
pub mod insight;
pub mod journal;
pub mod journal_by_hand;
pub mod reminders;

use std::time::{Duration, Instant};

/// What a row may cost.
#[derive(Debug, Clone, Copy)]
pub enum Budget {
    /// At most this long.
    Time(Duration),
    /// At most this many times its reference.
    Ratio(f64),
    /// At most this much longer than its reference.
    More(Duration),
    /// Told for information.
    Told,
}

/// The budgets of `09-quality` that this release has something to measure for.
pub const SCORING: Budget = Budget::Time(Duration::from_micros(20));
/// One Check in Rust, beside the same rows written by hand.
pub const CHECK_IN_RUST: Budget = Budget::Told;
/// One Check through another language, beside the one in Rust; by the language's name.
pub const CHECK_THROUGH: &[(&str, Budget)] =
    &[("python", Budget::Ratio(1.3)), ("swift", Budget::Ratio(1.3)), ("kotlin", Budget::More(Duration::from_millis(1)))];

/// A measured row.
#[derive(Debug, Clone)]
pub struct Row {
    /// What was measured.
    pub name: String,
    /// Its median.
    pub measured: Duration,
    /// What it may cost.
    pub budget: Budget,
    /// What it is held against.
    pub reference: Option<Duration>,
}

impl Row {
    fn ratio(&self) -> Option<f64> {
        self.reference.map(|reference| self.measured.as_secs_f64() / reference.as_secs_f64())
    }

    /// Whether it keeps its budget. A budget that needs a reference is not kept without one.
    pub fn is_within(&self) -> bool {
        match self.budget {
            Budget::Time(most) => self.measured < most,
            Budget::Ratio(most) => self.ratio().is_some_and(|ratio| ratio <= most),
            Budget::More(more) => self.reference.is_some_and(|reference| self.measured <= reference + more),
            Budget::Told => true,
        }
    }

    /// The line that is printed.
    pub fn line(&self) -> String {
        let budget = match self.budget {
            Budget::Time(most) => shown(most),
            Budget::Ratio(most) => format!("{most}x"),
            Budget::More(more) => format!("+{}", shown(more)),
            Budget::Told => "-".into(),
        };
        let ratio = self.ratio().map_or_else(|| "-".into(), |ratio| format!("{ratio:.2}x"));
        let verdict = if self.is_within() { "within" } else { "over" };
        format!("bench: {} | {} | {budget} | {ratio} | {verdict}", self.name, shown(self.measured))
    }
}

/// The closing line, and whether every row keeps its budget.
pub fn closing(rows: &[Row]) -> (String, bool) {
    let within = rows.iter().filter(|row| row.is_within()).count();
    let over = rows.len() - within;
    (format!("bench: {} rows, {within} within, {over} over", rows.len()), over == 0 && within > 0)
}

/// In the unit that suits it.
fn shown(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    if micros < 1_000.0 { format!("{micros:.1} us") } else { format!("{:.2} ms", micros / 1_000.0) }
}

/// The middle one, or half-way between the two in the middle.
pub fn median(mut times: Vec<Duration>) -> Duration {
    assert!(!times.is_empty(), "nothing was measured");
    times.sort_unstable();
    let upper = times.len() / 2;
    if times.len().is_multiple_of(2) { (times[upper - 1] + times[upper]) / 2 } else { times[upper] }
}

/// How long `work` takes.
pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let value = work();
    (start.elapsed(), value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(measured: u64, budget: Budget, reference: Option<u64>) -> Row {
        let reference = reference.map(Duration::from_micros);
        Row { name: "a".into(), measured: Duration::from_micros(measured), budget, reference }
    }

    #[test]
    fn a_row_over_its_budget_is_told_and_counted() {
        let rows = [
            row(19, SCORING, None),
            row(20, SCORING, None),
            row(1_300, Budget::Ratio(1.3), Some(1_000)),
            row(1_301, Budget::Ratio(1.3), Some(1_000)),
            row(2_000, Budget::More(Duration::from_millis(1)), Some(1_000)),
            row(2_001, Budget::More(Duration::from_millis(1)), Some(1_000)),
            row(1, Budget::Ratio(1.3), None),
            row(9_000_000, Budget::Told, None),
        ];
        let kept: Vec<bool> = rows.iter().map(Row::is_within).collect();
        assert_eq!(kept, [true, false, true, false, true, false, false, true]);
        assert_eq!(closing(&rows), ("bench: 8 rows, 4 within, 4 over".into(), false));
        assert_eq!(closing(&rows[..1]), ("bench: 1 rows, 1 within, 0 over".into(), true));
        assert!(!closing(&[]).1, "nothing measured is not within");
        assert_eq!(rows[3].line(), "bench: a | 1.30 ms | 1.3x | 1.30x | over");
        assert_eq!(rows[0].line(), "bench: a | 19.0 us | 20.0 us | - | within");
    }

    #[test]
    fn the_median_is_the_middle() {
        let of = |times: &[u64]| median(times.iter().copied().map(Duration::from_micros).collect()).as_micros();
        assert_eq!((of(&[5]), of(&[9, 1, 5]), of(&[1, 9, 5, 6])), (5, 5, 5));
    }
}
