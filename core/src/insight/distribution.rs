//! The two distributions that figures are held against. Out of `libm` alone, so that they are the same on every system.

use std::f64::consts::SQRT_2;

/// The deviate that 95 % of a normal distribution lie within, either way.
pub(super) const Z_95: f64 = 1.959_963_984_540_054;
/// What is left outside of a 95 % interval.
const OUTSIDE: f64 = 0.05;
/// Below and above every deviate of Student's t for 95 %: 1.96 with endless degrees of freedom, 12.7 with one.
const T_95_ENDS: [f64; 2] = [1.9, 13.0];
/// Halvings of that stretch: down to the last bits of the deviate.
const HALVINGS: u32 = 52;
/// Terms of the continued fraction; some sixty are the most that it takes here.
const TERMS: u32 = 500;
/// Nearer to 1 than this a further term changes nothing.
const SETTLED: f64 = 1e-16;
/// In the place of a 0 that would be divided by (Lentz 1976).
const NOT_ZERO: f64 = 1e-300;

/// Two-sided p of a standard normal deviate.
pub(super) fn normal_p(z: f64) -> f64 {
    libm::erfc(z.abs() / SQRT_2)
}

/// Two-sided p of Student's t: `I_x(f/2, 1/2)` at `x = f/(f + t^2)` (Abramowitz & Stegun 26.7.1).
pub(super) fn t_p(deviate: f64, freedom: f64) -> f64 {
    let square = deviate * deviate;
    incomplete_beta(freedom / 2.0, 0.5, freedom / (freedom + square), square / (freedom + square))
}

/// The deviate that 95 % of Student's t lie within, either way, with one degree of freedom or more.
pub(super) fn t_95(freedom: f64) -> f64 {
    let [mut low, mut high] = T_95_ENDS;
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if t_p(middle, freedom) > OUTSIDE { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// The regularised incomplete beta function at `x`, with `rest` for `1 - x`, which loses no digits where `x` is near 1.
fn incomplete_beta(a: f64, b: f64, x: f64, rest: f64) -> f64 {
    if x <= 0.0 || rest <= 0.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    let front = libm::exp(libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) + a * libm::log(x) + b * libm::log(rest));
    // Each side of this the fraction settles quickly, and by symmetry one side tells the other.
    if x < (a + 1.0) / (a + b + 2.0) { front * fraction(a, b, x) / a } else { 1.0 - front * fraction(b, a, rest) / b }
}

/// The continued fraction of DLMF 8.17.22, by the method of Lentz as Thompson & Barnett (1986) have it.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let kept = |value: f64| if value.abs() < NOT_ZERO { NOT_ZERO } else { value };
    let mut above = 1.0;
    let mut below = 1.0 / kept(1.0 - (a + b) * x / (a + 1.0));
    let mut value = below;
    for term in 1..TERMS {
        let n = f64::from(term);
        let even = n * (b - n) * x / ((a + 2.0 * n - 1.0) * (a + 2.0 * n));
        let odd = -(a + n) * (a + b + n) * x / ((a + 2.0 * n) * (a + 2.0 * n + 1.0));
        let mut last = 1.0;
        for step in [even, odd] {
            below = 1.0 / kept(1.0 + step * below);
            above = kept(1.0 + step / above);
            last = above * below;
            value *= last;
        }
        if (last - 1.0_f64).abs() < SETTLED {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Deviates of printed tables, to their last digit.
    #[test]
    fn the_tables_are_met() {
        for (freedom, deviate) in
            [(1.0, 12.706_204_736), (2.0, 4.302_652_730), (9.0, 2.262_157_163), (54.0, 2.004_879_288), (1e6, 1.959_966_357)]
        {
            assert!((t_95(freedom) - deviate).abs() < 1e-8, "{freedom}: {}", t_95(freedom));
            assert!((t_p(deviate, freedom) - 0.05).abs() < 1e-9, "{freedom}");
        }
        assert!((normal_p(Z_95) - 0.05).abs() < 1e-15 && (normal_p(0.0) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn the_ends_are_numbers() {
        assert!((t_p(0.0, 5.0) - 1.0).abs() < 1e-15 && t_p(1e200, 5.0) < 1e-100 && t_p(f64::MAX, 5.0).is_finite());
        assert!((t_95(1.0) - 12.706_204_736).abs() < 1e-8);
    }
}
