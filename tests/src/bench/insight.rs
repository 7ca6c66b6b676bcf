//! Insights on a vault of ten years: the list and a chart of a year, beside reading the same rows with plain SQL.

use super::{Budget, Row, journal_by_hand as by_hand, median, timed};
use crate::fixture::{self, END, TEN_YEARS, copy_into};
use crate::raw;
use crate::world::{SECRET, Seeded, key_of, now, secret_of};
use ampersand_core::app::{InsightRange, Session};
use ampersand_core::insight::SeriesId;
use rusqlite::params;
use std::path::Path;
use std::time::Duration;

const READINGS: usize = 31;
const LIST: Duration = Duration::from_millis(50);
const CHART: Duration = Duration::from_millis(20);

/// Measures on a copy of the vault below `fixtures`.
pub fn rows(disk: &Path, fixtures: &Path) -> Vec<Row> {
    let folder = disk.join("insights");
    copy_into(&fixture::vault(fixtures, TEN_YEARS), &folder);
    let (key, secret, ctx) = (raw::data_key(&folder, &SECRET), secret_of(SECRET[0]), now(END));
    let session = Session::open(&key_of(&folder, &secret), "en-GB", Box::new(Seeded(9))).expect("it opens");
    let db = by_hand::open(&folder, &key);
    let today = ctx.today().expect("a day");
    let (first, last) = (today.minus_days(364).to_string(), today.to_string());
    let (mut every_one, mut chart, mut hand) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..=READINGS {
        let (all, view) = timed(|| session.insights(&ctx).expect("insights"));
        let (year, series) = timed(|| session.insight_series(&ctx, SeriesId::Mood, InsightRange::Year).expect("a chart"));
        let (plain, moods) = timed(|| {
            let sql =
                "SELECT day, mood, energy, needs, yes_meaning_no, own_time FROM daily_check_ins WHERE day BETWEEN ?1 AND ?2 ORDER BY day";
            let mut statement = db.prepare_cached(sql).expect("prepared");
            let rows = statement.query_map(params![first, last], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<f64>>(1)?)));
            rows.expect("rows").map(|row| row.expect("a row")).filter(|(_, mood)| mood.is_some()).count()
        });
        assert!(view.cards.len() >= 29 && series.points.len() == 365);
        assert_eq!(series.n as usize, moods, "both have to read the same");
        // The first one is for the caches.
        if turn > 0 {
            every_one.push(all);
            chart.push(year);
            hand.push(plain);
        }
    }
    let [every_one, chart, hand] = [every_one, chart, hand].map(median);
    let row = |name: &str, measured, budget, reference| Row { name: name.into(), measured, budget, reference };
    vec![
        row("insights, every one, ten years", every_one, Budget::Time(LIST), None),
        row("365-day insight, ten years", chart, Budget::Time(CHART), None),
        row("365-day insight, beside SQL by hand", chart, Budget::Told, Some(hand)),
    ]
}
