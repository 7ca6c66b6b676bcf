//! Reads what insights are made of, and puts it into series.

use crate::app::settings::Stored;
use crate::checkin::daily::DailyCheckIn;
use crate::checkin::pulse::{PulseFigures, WeeklyPulse};
use crate::checkin::week::{Week, WeekStart};
use crate::error::Error;
use crate::ids::SourceId;
use crate::insight::SeriesId;
use crate::insight::known::{self, DayTaps, Known, Noted, WeekFigures};
use crate::insight::series::DayValue;
use crate::practice::circle::{self as breadth, LoveKind};
use crate::storage::series::{self, TapRow};
use crate::storage::{circle, pulses};
use crate::time::CivilDate;
use rusqlite::Transaction;

/// Everything up to today, without the breadth of the circle. What care mode hides is in no figure while it is on.
pub(super) fn known(tx: &Transaction<'_>, today: CivilDate, stored: &Stored) -> Result<Known, Error> {
    let start = stored.settings.week_start;
    let first = today.minus_days(known::DAYS - 1);
    let contacts = circle::contacts(tx, first, today)?;
    let others = contacts.into_iter().filter(|(_, _, love)| !matches!(love, LoveKind::Partner | LoveKind::Own));
    let taps = series::taps(tx, first, today)?.into_iter();
    let weeks_since = pulses::since(tx)?.map(|day| Week::of(day, start).from);
    let noted = Noted {
        check_ins: taps.map(|TapRow { day, taps, sixth, sixth_tap }| DayTaps { day, taps, sixth, sixth_tap }).collect(),
        since: series::since(tx)?,
        weeks: weeks(tx, Week::of(first, start).from, today, start)?,
        weeks_since,
        contacts: others.map(|(day, _, _)| day).collect(),
        limits: series::limits(tx, first, today, stored.care_mode)?,
        breadth: Vec::new(),
    };
    Known::of(&noted, today)
}

/// The breadth of the circle on each day from `first` on that has one, of the sources that are shown.
pub(super) fn breadth(tx: &Transaction<'_>, first: CivilDate, today: CivilDate, care_mode: bool) -> Result<Vec<DayValue>, Error> {
    let mut contacts = circle::contacts(tx, breadth::first_day(first), today)?;
    contacts.retain(|(_, _, love)| love.is_shown(care_mode));
    let mut sources: Vec<SourceId> = contacts.iter().map(|(_, source, _)| *source).collect();
    sources.sort_unstable();
    sources.dedup();
    let mut counts = vec![0_u32; sources.len()];
    let place = |source: &SourceId| sources.binary_search(source).ok();
    let (mut entered, mut left) = (contacts.iter().peekable(), contacts.iter().peekable());
    let mut days = Vec::new();
    for day in (0..).map(|days| first.plus_days(days)).take_while(|day| *day <= today) {
        while let Some((_, source, _)) = entered.next_if(|(of, _, _)| *of <= day) {
            if let Some(count) = place(source).and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        while let Some((_, source, _)) = left.next_if(|(of, _, _)| *of < breadth::first_day(day)) {
            if let Some(count) = place(source).and_then(|at| counts.get_mut(at)) {
                *count -= 1;
            }
        }
        days.extend(breadth::spread(&counts).effective.map(|value| DayValue { day, value }));
    }
    Ok(days)
}

/// The figures of the weeks with a pulse. Where two lie in one week, the later one speaks for it.
fn weeks(tx: &Transaction<'_>, first: CivilDate, today: CivilDate, start: WeekStart) -> Result<Vec<WeekFigures>, Error> {
    let shipped = WeeklyPulse::current()?;
    let mut weeks: Vec<WeekFigures> = Vec::new();
    for pulse in pulses::between(tx, first, today)? {
        let PulseFigures { pattern, strength } = shipped.figures(&pulse.kept);
        let from = Week::of(pulse.day, start).from;
        if weeks.last().is_some_and(|last| last.from == from) {
            weeks.pop();
        }
        weeks.push(WeekFigures { from, pattern, strength });
    }
    Ok(weeks)
}

/// The series that has its turn on a day.
pub(super) fn turn(check_in: &DailyCheckIn, day: CivilDate) -> Option<SeriesId> {
    SeriesId::ALL.into_iter().find(|id| id.key() == check_in.turn(day))
}

/// The first days of the last `count` weeks, the oldest first.
pub(super) fn last_weeks(today: CivilDate, start: WeekStart, count: u32) -> Vec<CivilDate> {
    (0..count).rev().map(|ago| Week::of(today, start).earlier(ago).from).collect()
}
