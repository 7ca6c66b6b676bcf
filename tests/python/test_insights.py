"""The statistics of insights against independent implementations: SciPy, pymannkendall and NumPy, on seeded series with ties and gaps,
short ones, weekly ones and ones in which days are alike. Statistics and p-values agree within 1e-6."""

from __future__ import annotations

import datetime
import math
import unittest

import ampersand as a
import numpy as np
import pymannkendall
from scipy import stats
from test_errors import told
from world import Folder, at, config

SEEDS = range(240)
TOLERANCE = 1e-6
FIRST = datetime.date(2026, 1, 1)


def day(after: int) -> str:
    return (FIRST + datetime.timedelta(days=int(after))).isoformat()


def series(seed: int, fewest: int = 2, most: int = 90) -> tuple[np.ndarray, np.ndarray]:
    """Days after the first one, and values: by turns many ties, few, none; without gaps, with some, weekly; alike and not; drifting
    and not; now and then all equal."""
    chance = np.random.default_rng(seed)
    n = int(chance.integers(fewest, most + 1))
    phi, drift = chance.choice([0.0, 0.3, 0.6, 0.9]), chance.choice([0.0, 0.0, 0.02, -0.05])
    state, values = chance.normal(), []
    for step in range(n):
        values.append(2 + state + drift * step)
        state = phi * state + math.sqrt(1 - phi * phi) * chance.normal()
    values = np.array(values)
    match seed % 4:
        case 0 | 1:
            values = np.clip(np.round(values), 0, 4)
        case 2:
            values = (values > 2).astype(float)
    if seed % 40 == 7:
        values = np.full(n, 3.0)
    match seed % 3:
        case 0:
            days = np.arange(n)
        case 1:
            days = np.sort(chance.choice(np.arange(3 * n), n, replace=False))
        case _:
            days = 7 * np.arange(n)
    return days, values


def points(days, values) -> list[a.DayValue]:
    return [a.DayValue(day=day(after), value=float(value)) for after, value in zip(days, values)]


def lag_1(values: np.ndarray) -> float:
    """The lag-1 autocorrelation, as NumPy's correlation of the row with itself."""
    apart = values - values.mean()
    whole = np.correlate(apart, apart, "full")[len(values) - 1 :]
    return float(whole[1] / whole[0]) if np.ptp(values) > 0 else 0.0


def n_eff(values: np.ndarray) -> float:
    n = len(values)
    if np.ptp(values) == 0:
        return float(n)
    likeness = min(max((n * lag_1(values) + 1) / (n - 3), 0.0), 0.9) if n > 3 else 0.9
    return n * (1 - likeness) / (1 + likeness)


class Agreement(unittest.TestCase):
    def near(self, ours: float | None, theirs: float, what: object) -> None:
        self.assertIsNotNone(ours, what)
        self.assertTrue(math.isfinite(ours), (ours, what))
        self.assertLessEqual(abs(ours - theirs), TOLERANCE * max(1.0, abs(theirs)), (ours, theirs, what))


class Trends(Agreement):
    """Mann-Kendall and Sen's slope."""

    def test_s_variance_tau_and_slope(self):
        drawn = 0
        for seed in SEEDS:
            days, values = series(seed)
            ours = a.trend_figures(points(days, values))
            theirs = pymannkendall.original_test(values)
            self.near(ours.s, theirs.s, seed)
            self.near(ours.variance, theirs.var_s, seed)
            self.near(ours.tau, theirs.Tau, seed)
            self.near(ours.slope_per_day, stats.theilslopes(values, days)[0], seed)
            drawn += ours.variance > 0
        self.assertGreater(drawn, 200)

    def test_p_without_likeness_is_that_of_the_original_test(self):
        """Values in which neighbours are not alike: nothing raises the variance."""
        same = 0
        for seed in range(720):
            days, values = series(seed, fewest=8)
            ours = a.trend_figures(points(days, values))
            theirs = pymannkendall.original_test(values)
            uncorrected = 0.0 if ours.variance == 0 or ours.s == 0 else (ours.s - math.copysign(1, ours.s)) / math.sqrt(ours.variance)
            self.near(uncorrected, theirs.z if ours.variance else 0.0, seed)
            if ours.inflation == 1.0 and ours.variance:
                self.near(ours.z, theirs.z, seed)
                self.near(ours.p, theirs.p, seed)
                same += 1
            else:
                self.assertGreaterEqual(ours.p, (theirs.p if ours.variance else 1.0) - TOLERANCE, seed)
        self.assertGreater(same, 25)

    def test_the_measured_likeness_is_that_of_yue_and_wang(self):
        """Their first lag, out of pymannkendall's own variance; and Kendall's tau of SciPy for the pairs."""
        checked = 0
        for seed in range(3, 900, 3):  # days without gaps, which is what pymannkendall reckons with
            days, values = series(seed, fewest=8)
            if np.ptp(values) == 0:
                continue
            ours = a.trend_figures(points(days, values))
            n = len(values)
            slope = stats.theilslopes(values, days)[0]
            straight = values - slope * days
            if np.ptp(straight) < 1e-9:
                continue
            factor = 1 + 2 * (1 - 1 / n) * ours.lag_1
            with np.errstate(invalid="ignore"):
                theirs = pymannkendall.yue_wang_modification_test(values, lag=1)
            self.near(ours.variance * factor, theirs.var_s, seed)
            self.near(ours.lag_1, lag_1(straight), seed)
            checked += 1
            if theirs.var_s > 0 and ours.s:
                deviate = (ours.s - math.copysign(1, ours.s)) / math.sqrt(ours.variance * factor)
                self.near(2 * stats.norm.sf(abs(deviate)), theirs.p, seed)
        self.assertGreaterEqual(checked, 200)

    def test_what_the_variance_is_raised_by(self):
        """Yue and Wang's sum for a first-order series, term by term."""
        raised = 0
        for seed in SEEDS:
            days, values = series(seed, fewest=8)
            ours, n = a.trend_figures(points(days, values)), len(values)
            if np.ptp(values) == 0:
                self.assertEqual((ours.s, ours.z, ours.p), (0.0, 0.0, 1.0))
                continue
            straight = values - stats.theilslopes(values, days)[0] * days
            measured = lag_1(straight) if np.ptp(straight) > 1e-9 else ours.lag_1
            likeness = min(max((n * measured + 2) / (n - 4), 0.0), 0.9)
            k = np.arange(1, n)
            inflation = 1 + 2 * float(((1 - k / n) * likeness**k).sum())
            self.near(ours.inflation, inflation, seed)
            z = 0.0 if ours.s == 0 else (ours.s - math.copysign(1, ours.s)) / math.sqrt(ours.variance * inflation)
            self.near(ours.p, 2 * stats.norm.sf(abs(z)), seed)
            raised += inflation > 1.0
        self.assertGreater(raised, 100)

    def test_the_insight_says_what_the_figures_say(self):
        told_of = set()
        for seed in SEEDS:
            days, values = series(seed, fewest=20)
            for weekly, needed in ((False, 28), (True, 8)):
                result = a.trend_of(points(days, values), weekly)
                if len(values) < needed:
                    self.assertEqual(result, a.InsightResult.NOT_ENOUGH(needed=needed - len(values)))
                    continue
                figures = a.trend_figures(points(days, values))
                self.near(result.p, figures.p, seed)
                self.near(result.slope_per_week, 7 * figures.slope_per_day, seed)
                if figures.p < 0.01:
                    self.assertEqual(result.direction, a.Drift.UP if figures.s > 0 else a.Drift.DOWN)
                else:
                    self.assertIn(result.direction, (a.Drift.SAME, a.Drift.UNCLEAR))
                told_of.add(result.direction)
        self.assertEqual(told_of, {a.Drift.UP, a.Drift.DOWN, a.Drift.SAME, a.Drift.UNCLEAR})


class Periods(Agreement):
    """Welch's t with an effective n."""

    def test_interval_freedom_and_p(self):
        enough = few = flat = 0
        for seed in SEEDS:
            earlier, later = series(seed, 5, 28)[1], series(seed + 1_000, 5, 28)[1]
            ours = a.compare_values([*earlier], [*later])
            ns = [n_eff(earlier), n_eff(later)]
            if min(len(earlier), len(later)) < 10 or min(ns) < 2:
                self.assertIsNone(ours, seed)
                few += 1
                continue
            for mine, theirs in zip((ours.earlier, ours.later, ours.n_eff_earlier, ours.n_eff_later), (earlier.mean(), later.mean(), *ns)):
                self.near(mine, theirs, seed)
            if np.ptp(earlier) == 0 and np.ptp(later) == 0:
                self.assertIsNone(ours.uncertainty)
                flat += 1
                continue
            theirs = stats.ttest_ind_from_stats(later.mean(), later.std(ddof=1), ns[1], earlier.mean(), earlier.std(ddof=1), ns[0], equal_var=False)
            parts = [earlier.var(ddof=1) / ns[0], later.var(ddof=1) / ns[1]]
            freedom = sum(parts) ** 2 / sum(part**2 / (n - 1) for part, n in zip(parts, ns))
            low, high = stats.t.interval(0.95, freedom, ours.difference, math.sqrt(sum(parts)))
            self.near(ours.uncertainty.p, theirs.pvalue, seed)
            self.near(ours.uncertainty.freedom, freedom, seed)
            self.near(ours.uncertainty.low, low, seed)
            self.near(ours.uncertainty.high, high, seed)
            enough += 1
        for seed in range(2_000, 2_400):
            # The same with more days each, so that more than 200 have enough.
            earlier, later = series(seed, 20, 28)[1], series(seed + 1_000, 20, 28)[1]
            ours, ns = a.compare_values([*earlier], [*later]), [n_eff(earlier), n_eff(later)]
            if ours is None or ours.uncertainty is None:
                continue
            theirs = stats.ttest_ind_from_stats(later.mean(), later.std(ddof=1), ns[1], earlier.mean(), earlier.std(ddof=1), ns[0], equal_var=False)
            self.near(ours.uncertainty.p, theirs.pvalue, seed)
            enough += 1
        self.assertGreater(enough, 200)
        self.assertGreater(few, 20)

    def test_effective_n(self):
        for seed in SEEDS:
            values = series(seed)[1]
            self.near(a.effective_n([*values]), n_eff(values), seed)
            self.assertLessEqual(a.effective_n([*values]), len(values))


class Pairs(Agreement):
    """Spearman, Fisher, Holm."""

    def test_rho_interval_and_p(self):
        enough = few = 0
        for seed in range(400):
            one = series(2 * seed, 60, 200)[1]
            other = series(2 * seed + 1, 60, 200)[1]
            n = min(len(one), len(other))
            one, other = one[:n], other[:n]
            if seed % 5 == 0:
                other = np.round(other + one)
            ours = a.pair_figures([*one], [*other])
            likeness = min(max(lag_1(one) * lag_1(other), 0.0), 0.9)
            effective = n * (1 - likeness) / (1 + likeness)
            if effective < 30 or np.ptp(one) == 0 or np.ptp(other) == 0:
                self.assertIsNone(ours, seed)
                few += 1
                continue
            rho = stats.spearmanr(one, other).statistic
            reach = math.sqrt(1.06 / (effective - 3))
            centre = math.atanh(max(min(rho, 1 - 1e-9), 1e-9 - 1))
            self.near(ours.rho, rho, seed)
            self.near(ours.n_eff, effective, seed)
            self.near(ours.low, math.tanh(centre - stats.norm.ppf(0.975) * reach), seed)
            self.near(ours.high, math.tanh(centre + stats.norm.ppf(0.975) * reach), seed)
            self.near(ours.p, 2 * stats.norm.sf(abs(centre / reach)), seed)
            enough += 1
        self.assertGreater(enough, 200)
        self.assertGreater(few, 10)

    def test_holm(self):
        def by_definition(p: np.ndarray) -> list[float]:
            """The largest of all steps up to each p, without sorting in place."""
            rank = {at: place for place, at in enumerate(np.argsort(p, kind="stable"))}
            step = [min(1.0, (len(p) - rank[at]) * p[at]) for at in range(len(p))]
            return [max(step[other] for other in range(len(p)) if rank[other] <= rank[at]) for at in range(len(p))]

        for seed in SEEDS:
            chance = np.random.default_rng(seed)
            p = np.round(chance.random(int(chance.integers(0, 9))) ** 3, 3 if seed % 2 else 12)
            ours = a.holm_adjusted([*p])
            self.assertEqual(len(ours), len(p))
            for mine, theirs in zip(ours, by_definition(p)):
                self.near(mine, theirs, seed)


class Lines(Agreement):
    """Counts, means, the smooth line, weekdays."""

    def test_means_and_the_smooth_line(self):
        for seed in SEEDS:
            days, values = series(seed)
            last = int(days[-1])
            chart = a.lines_of_series(points(days, values), day(0), day(last))
            self.assertEqual([point.day for point in chart], [day(after) for after in range(last + 1)])
            known = dict(zip((int(after) for after in days), values))
            line = a.smooth_line([*values])
            # As a weighted sum in one go and not step by step.
            weights = lambda n: np.array([0.8**n if k == 0 else 0.2 * 0.8 ** (n - k) for k in range(n + 1)])
            by_sum = [float(weights(n) @ values[: n + 1]) for n in range(len(values))]
            for mine, theirs in zip(line, by_sum):
                self.near(mine, theirs, seed)
            entry = {int(after): place for place, after in enumerate(days)}
            for after, point in enumerate(chart):
                for mine, width, fewest in ((point.seven, 7, 4), (point.twenty_eight, 28, 12)):
                    inside = [known[at] for at in range(after - width + 1, after + 1) if at in known]
                    if len(inside) < fewest:
                        self.assertIsNone(mine)
                    else:
                        self.near(mine, float(np.mean(inside)), (seed, after))
                if entry.get(after, 0) < 9:
                    self.assertIsNone(point.smooth)
                else:
                    self.near(point.smooth, by_sum[entry[after]], seed)
                self.assertEqual(point.value, known.get(after))

    def test_weekdays(self):
        some = 0
        for seed in SEEDS:
            days, values = series(seed)
            ours = a.weekday_medians(points(days, values))
            for weekday in range(7):
                of_it = [value for after, value in zip(days, values) if (FIRST + datetime.timedelta(days=int(after))).weekday() == weekday]
                if len(of_it) < 4:
                    self.assertIsNone(ours[weekday])
                else:
                    self.near(ours[weekday], float(np.median(of_it)), seed)
                    some += 1
        self.assertGreater(some, 200)

    def test_counts(self):
        for seed in SEEDS:
            days, values = series(seed)
            last = int(days[-1])
            inside = [value for after, value in zip(days, values) if last - 27 <= after]
            self.assertEqual(a.count_of_days(points(days, values), day(last)), a.InsightResult.COUNT(days=sum(value > 0 for value in inside), of=28))


class Refused(unittest.TestCase):
    """What is no series, and what says too little."""

    def test_what_is_no_number(self):
        for wrong in (math.nan, math.inf, -math.inf):
            row = [a.DayValue(day=day(0), value=1.0), a.DayValue(day=day(1), value=wrong)]
            for call in (
                lambda: a.count_of_days(row, day(1)),
                lambda: a.lines_of_series(row, day(0), day(1)),
                lambda: a.trend_figures(row),
                lambda: a.trend_of(row, False),
                lambda: a.compare_periods(row, 4.0, day(1)),
                lambda: a.weekday_medians(row),
                lambda: a.smooth_line([1.0, wrong]),
                lambda: a.effective_n([wrong]),
                lambda: a.compare_values([wrong], [1.0]),
                lambda: a.compare_values([1.0], [wrong]),
                lambda: a.pair_figures([wrong], [1.0]),
                lambda: a.holm_adjusted([wrong]),
            ):
                self.assertEqual(told(call), ("InvalidInput", "value", "not_finite"))

    def test_days_out_of_order_lengths_and_ranges(self):
        for days in ([1, 0], [1, 1]):
            row = points(days, [1.0, 2.0])
            for call in (lambda: a.trend_figures(row), lambda: a.count_of_days(row, day(1)), lambda: a.weekday_medians(row)):
                self.assertEqual(told(call), ("InvalidInput", "date", "out_of_order"))
        self.assertEqual(told(lambda: a.pair_figures([1.0], [])), ("InvalidInput", "values", "lengths_differ"))
        self.assertEqual(told(lambda: a.holm_adjusted([1.5])), ("InvalidInput", "value", "out_of_range"))
        self.assertEqual(told(lambda: a.compare_periods([], 0.0, day(0))), ("InvalidInput", "value", "out_of_range"))
        self.assertEqual(told(lambda: a.lines_of_series([], "1900-01-01", "2200-12-31")), ("InvalidInput", "date", "out_of_range"))
        self.assertEqual(told(lambda: a.trend_figures(points(range(2_001), range(2_001)))), ("InvalidInput", "values", "too_many"))

    def test_no_data_one_value_all_equal(self):
        self.assertEqual((a.trend_figures([]), a.trend_figures(points([0], [1.0]))), (None, None))
        self.assertEqual(a.trend_of([], False), a.InsightResult.NOT_ENOUGH(needed=28))
        self.assertEqual(a.compare_periods([], 4.0, day(0)), a.InsightResult.NOT_ENOUGH(needed=20))
        self.assertEqual(a.count_of_days([], day(0)), a.InsightResult.NOT_ENOUGH(needed=1))
        self.assertEqual((a.smooth_line([]), a.holm_adjusted([]), a.weekday_medians([])), ([], [], [None] * 7))
        self.assertIsNone(a.pair_figures([1.0] * 50, [2.0] * 50))
        equal = a.trend_of(points(range(30), [2.0] * 30), False)
        self.assertEqual((equal.direction, equal.p, equal.slope_per_week), (a.Drift.SAME, 1.0, 0.0))
        both = a.compare_periods(points(range(56), [2.0] * 56), 4.0, day(55))
        self.assertEqual((both.direction, both.difference, both.low, both.high), (a.Drift.SAME, 0.0, None, None))


class Vaults(unittest.TestCase):
    """The list and a chart of a vault."""

    def test_three_weeks_of_moods(self):
        vault = a.Vault.create(config(Folder(self).path))
        self.addCleanup(lambda: vault.lock())
        self.assertEqual({type(card.result) for card in vault.insights(at()).cards}, {a.InsightResult.NOT_ENOUGH})
        for days in range(21):
            answers = a.CheckInAnswers(answers=[a.TapAnswer(item="mood", value=days % 5)], feelings=[], line=None)
            vault.save_check_in(at(days), vault.check_in(at(days), None).day, answers)
        view = vault.insights(at(20))
        mean = next(card for card in view.cards if card.id == "mean.mood")
        self.assertEqual((mean.n, mean.asked_days, mean.gaps), (21, 21, 0))
        self.assertAlmostEqual(mean.result.twenty_eight, np.mean([days % 5 for days in range(21)]))
        chart = vault.insight_series(at(20), a.SeriesId.MOOD, a.InsightRange.MONTH)
        self.assertEqual((len(chart.points), chart.n, chart.gaps, chart.low_label, chart.high_label), (28, 21, 0, "very bad", "very good"))
        self.assertEqual([point.value for point in chart.points], [None] * 7 + [float(days % 5) for days in range(21)])
        self.assertEqual(told(lambda: vault.insight_seen("no.such")), ("NotFound", "insight", ""))
        off = vault.set_insights(at(20), False)
        self.assertEqual((off.on, off.cards, vault.home(at(20)).insight), (False, [], None))


if __name__ == "__main__":
    unittest.main()
