//! How values vary and how alike neighbours are: what every statement of uncertainty here rests on.

/// The highest likeness of neighbours that is reckoned with. A short row of nearly equal days can look like more, and
/// would leave nothing of `n`.
const MOST_LIKENESS: f64 = 0.9;

/// A count as a number.
pub(super) fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// The mean; none of nothing.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / number(values.len()))
}

/// Sum of the squared deviations from the mean. Exactly 0 where all are equal, whatever the mean was rounded to.
pub(super) fn squares(values: &[f64]) -> f64 {
    let Some(mean) = mean(values).filter(|_| !all_equal(values)) else { return 0.0 };
    values.iter().map(|value| (value - mean) * (value - mean)).sum()
}

/// The sample variance, with `n - 1`; 0 of one value.
pub(super) fn variance(values: &[f64]) -> f64 {
    if values.len() < 2 { 0.0 } else { squares(values) / number(values.len() - 1) }
}

/// Whether there is no variance.
#[expect(clippy::float_cmp, reason = "the same answers are the same numbers")]
pub(super) fn all_equal(values: &[f64]) -> bool {
    values.windows(2).all(|pair| pair[0] == pair[1])
}

/// Likeness of neighbours: the lag-1 autocorrelation `sum (x_i - m)(x_(i+1) - m) / sum (x_i - m)^2` (Box & Jenkins 1970),
/// from one answer to the next. Across a gap neighbours are further apart and less alike, and the estimate sees just
/// that. 0 where nothing varies: then there is nothing to be alike in.
pub(super) fn lag_1(values: &[f64]) -> f64 {
    let squares = squares(values);
    let Some(mean) = mean(values).filter(|_| squares > 0.0) else { return 0.0 };
    values.windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean)).sum::<f64>() / squares
}

/// Within what is reckoned with: 0 to 0.9. Neighbours that are less alike than chance would raise the effective n above
/// n; nobody is told of more certainty than so many independent days would give.
pub(super) fn clipped(likeness: f64) -> f64 {
    likeness.clamp(0.0, MOST_LIKENESS)
}

/// Likeness of neighbours in a row of `n` with what a short row hides of it: around the row's own mean it is measured too
/// low by about `(1 + 3 r)/n` (Kendall 1954; Marriott & Pope 1954), so that `r = (n r_1 + 1)/(n - 3)`; then clipped.
pub(super) fn unhidden(lag_1: f64, n: f64) -> f64 {
    clipped(if n > 3.0 { (n * lag_1 + 1.0) / (n - 3.0) } else { 1.0 })
}

/// How many independent answers `n` answers are worth: `n (1 - r)/(1 + r)` (Bayley & Hammersley 1946, for a first-order
/// autoregressive series), `r` the likeness of neighbours within 0 and 0.9, with what a short row hides of it (ADR 13). At
/// most `n`; all of `n` where nothing varies.
pub fn effective_n(values: &[f64]) -> f64 {
    let n = number(values.len());
    if all_equal(values) { n } else { shrunk(n, unhidden(lag_1(values), n)) }
}

/// `n (1 - r)/(1 + r)`.
pub(super) fn shrunk(n: f64, r: f64) -> f64 {
    n * (1.0 - r) / (1.0 + r)
}

/// The smallest whole number of further answers that raises an effective n to `enough`, as alike as they were so far.
pub(super) fn still_needed(n: usize, n_eff: f64, enough: f64) -> u32 {
    let each = if n_eff > 0.0 { n_eff / number(n) } else { 1.0 };
    whole(((enough - n_eff) / each).ceil()).max(1)
}

/// A small number without its fraction.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within the type before")]
pub(super) fn whole(number: f64) -> u32 {
    number.clamp(0.0, f64::from(u32::MAX)) as u32
}

/// The median, half-way between the middle two of an even count; none of nothing.
pub(super) fn median(mut values: Vec<f64>) -> Option<f64> {
    let middle = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let odd = !values.len().is_multiple_of(2);
    let (below, upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    let lower = below.iter().copied().max_by(f64::total_cmp);
    Some(lower.filter(|_| !odd).map_or(*upper, |lower| f64::midpoint(lower, *upper)))
}

#[cfg(test)]
#[path = "variation_tests.rs"]
mod tests;
