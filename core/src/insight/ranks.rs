//! Ranks and ties.

/// The rank of each value, from 1; equal values share the mean of their ranks.
pub(super) fn ranks(values: &[f64]) -> Vec<f64> {
    let mut ranked = vec![0.0; values.len()];
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|one, other| values[*one].total_cmp(&values[*other]));
    let mut before = 0;
    for tied in order.chunk_by(|one, other| same(values[*one], values[*other])) {
        let rank = f64::midpoint(super::variation::number(before + 1), super::variation::number(before + tied.len()));
        for at in tied {
            ranked[*at] = rank;
        }
        before += tied.len();
    }
    ranked
}

/// How many values are tied with each other, group by group.
pub(super) fn ties(values: &[f64]) -> Vec<usize> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.chunk_by(|one, other| same(*one, *other)).map(<[f64]>::len).collect()
}

#[expect(clippy::float_cmp, reason = "the same answers are the same numbers")]
fn same(one: f64, other: f64) -> bool {
    one == other
}
