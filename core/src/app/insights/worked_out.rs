//! Works every insight out.

use super::read::{last_weeks, turn};
use super::{InsightCard, read};
use crate::app::history;
use crate::app::settings::Stored;
use crate::assessment::change;
use crate::assessment::instrument::{Instrument, ScaleId};
use crate::assessment::run::{Comparison, comparison};
use crate::assessment::score::Scores;
use crate::checkin::daily::DailyCheckIn;
use crate::checkin::pulse::WeeklyPulse;
use crate::checkin::week::WeekStart;
use crate::error::Error;
use crate::insight::cards::{self, Card};
use crate::insight::known::{self, Known};
use crate::insight::series::Series;
use crate::insight::words::Words;
use crate::insight::{InsightKind, InsightResult, PartChange, SeriesId, compare, counts, lately, together, trend, weekdays};
use crate::strings::Catalogue;
use crate::time::CivilDate;
use rusqlite::Transaction;

/// How many answers an insight rests on, how many there could be, and what it says.
struct Figures {
    n: usize,
    asked: u32,
    result: InsightResult,
}

/// The words of insights, in the language closest to `locale`.
pub(super) fn words(locale: &str, today: CivilDate) -> Result<Words<'static>, Error> {
    let items = DailyCheckIn::current()?.items(today, locale)?;
    let scale = |id: &str| {
        let labels = items.iter().filter(|item| item.id == id).flat_map(|item| &item.options);
        labels.map(|label| label.label.clone()).collect()
    };
    let statements = WeeklyPulse::current()?.answers.iter().map(|answer| answer.label.clone()).collect();
    Ok(Words::new(Catalogue::closest(locale)?, ["mood", "energy", "needs"].map(scale), statements))
}

/// Every insight, in its order. That of the Check is left out until the safety page was answered, as results are.
pub(super) fn cards(tx: &Transaction<'_>, today: CivilDate, stored: &Stored, locale: &str) -> Result<Vec<InsightCard>, Error> {
    let (check_in, start) = (DailyCheckIn::current()?, stored.settings.week_start);
    let words = words(locale, today)?;
    let known = read::known(tx, today, stored)?;
    let mut pairs = pairs(&known, check_in).into_iter();
    let mut shown = Vec::new();
    for card in cards::all() {
        let figures = match card.kind {
            InsightKind::Pair => pairs.next(),
            InsightKind::CheckChange => of_checks(tx, stored)?,
            _ => Some(of_series(&card, &known, check_in, start)),
        };
        let Some(Figures { n, asked, result }) = figures else { continue };
        let n_told = u32::try_from(n).unwrap_or(u32::MAX);
        shown.push(InsightCard {
            id: card.id(),
            kind: card.kind,
            title: words.title(&card)?,
            text: words.sentence(&card, n_told, &result)?,
            n: n_told,
            asked_days: asked,
            gaps: known::gaps(asked, n),
            method_key: card.kind.method(),
            how: words.how(card.kind)?,
            series: card.series,
            result,
        });
    }
    Ok(shown)
}

/// An insight about one series, or about having checked in.
fn of_series(card: &Card, known: &Known, check_in: &DailyCheckIn, start: WeekStart) -> Figures {
    let today = known.today();
    let id = card.series.first().copied().unwrap_or(SeriesId::Mood);
    let whole = if card.is_of_check_in() { known.check_ins().clone() } else { known.series(id) };
    if card.kind == InsightKind::Trend && id.is_weekly() {
        let weeks = last_weeks(today, start, trend::WEEKS);
        let looked_at = whole.between(weeks.first().copied().unwrap_or(today), today);
        return Figures { n: looked_at.n(), asked: known.asked_weeks(&weeks), result: trend::trend(&looked_at, true) };
    }
    let days = match card.kind {
        InsightKind::Count => counts::DAYS,
        InsightKind::RollingMean => lately::DAYS,
        InsightKind::Periods => 2 * compare::DAYS,
        InsightKind::Trend => trend::DAYS,
        InsightKind::Weekdays => weekdays::DAYS,
        InsightKind::SmoothLine | InsightKind::Pair | InsightKind::CheckChange => known::DAYS,
    };
    let first = today.minus_days(days - 1);
    let looked_at = whole.between(first, today);
    let result = match card.kind {
        InsightKind::Count if card.is_of_check_in() => counts::answered(&looked_at, today),
        InsightKind::Count => counts::above_zero(&looked_at, today),
        InsightKind::RollingMean => lately::means(&looked_at, today),
        InsightKind::Periods => compare::periods(&looked_at, id.width(), today),
        InsightKind::Trend => trend::trend(&looked_at, false),
        InsightKind::Weekdays => weekdays::weekdays(&looked_at),
        InsightKind::SmoothLine | InsightKind::Pair | InsightKind::CheckChange => lately::smooth(&looked_at),
    };
    Figures { n: looked_at.n(), asked: known.asked(&[id], first, |day| turn(check_in, day)), result }
}

/// The pairs, in their order.
fn pairs(known: &Known, check_in: &DailyCheckIn) -> Vec<Figures> {
    let first = known.today().minus_days(together::DAYS - 1);
    let rows: Vec<[Series; 2]> = together::PAIRS.iter().map(|pair| pair.map(|id| known.series(id).between(first, known.today()))).collect();
    let results = together::pairs(&rows).into_iter();
    let figures = |((pair, [one, other]), result): ((&[SeriesId; 2], &[Series; 2]), InsightResult)| Figures {
        n: one.paired(other).0.len(),
        asked: known.asked(pair, first, |day| turn(check_in, day)),
        result,
    };
    together::PAIRS.iter().zip(&rows).zip(results).map(figures).collect()
}

/// The last run that counts beside the one it is compared with.
fn of_checks(tx: &Transaction<'_>, stored: &Stored) -> Result<Option<Figures>, Error> {
    if !stored.safety_answered {
        return Ok(None);
    }
    let instrument = Instrument::current()?;
    let runs = history::of_context(tx, instrument, stored.settings.partner_context)?;
    let counted = runs.iter().filter(|run| run.counts).count();
    let asked = u32::try_from(runs.len()).unwrap_or(u32::MAX);
    let of = |result| Ok(Some(Figures { n: counted, asked, result }));
    let not_enough = InsightResult::NotEnough { needed: u32::try_from(2_usize.saturating_sub(counted).max(1)).unwrap_or(1) };
    let Some(at) = runs.iter().rposition(|run| run.counts) else { return of(not_enough) };
    let Comparison::With { baseline, confirming } = comparison(&runs, at, stored.settings.baseline)? else { return of(not_enough) };
    let later: Vec<&Scores> = confirming.map(|run| &run.scores).into_iter().chain([&runs[at].scores]).collect();
    let Some(changes) = change::compare(&baseline.scores, &later)? else { return of(not_enough) };
    let parts = ScaleId::ALL.into_iter().zip(changes.scales).filter_map(|(scale, change)| {
        let figures = change.figures?;
        let title = instrument.scale(scale).title.clone();
        Some(PartChange { title, claim: change.claim, points: figures.points, p: figures.p })
    });
    of(InsightResult::CheckChange { baseline_day: baseline.day, run_day: runs[at].day, parts: parts.collect() })
}
