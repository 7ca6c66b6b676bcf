//! `civil_time`: a civil time in a zone, and the day its instant belongs to.

use super::Outcome;
use ampersand_core::error::InvalidInput;
use ampersand_core::time::{CivilDate, CivilTime, ZoneSpan, ZoneTransition};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Transition {
    at: i64,
    offset_s: i32,
}

/// A zone span as the cases have it.
#[derive(Deserialize)]
pub(super) struct Zone {
    id: String,
    from: i64,
    to: i64,
    offset_s: i32,
    transitions: Vec<Transition>,
}

impl Zone {
    pub(super) fn read(self) -> Result<ZoneSpan, InvalidInput> {
        let transitions = self.transitions.into_iter().map(|Transition { at, offset_s }| ZoneTransition { at, offset_s });
        ZoneSpan::new(self.id, self.from, self.to, self.offset_s, transitions.collect())
    }
}

#[derive(Deserialize)]
struct Input {
    zone: Zone,
    date: String,
    time: String,
    day_start: String,
}

pub(super) fn civil_time(input: &Value) -> Outcome {
    let input: Input = Input::deserialize(input).map_err(|error| error.to_string())?;
    answered(input).map_err(|error| error.to_string())
}

fn answered(Input { zone, date, time, day_start }: Input) -> Result<Value, InvalidInput> {
    let zone = zone.read()?;
    let date: CivilDate = date.parse()?;
    let time: CivilTime = time.parse()?;
    let instant = zone.resolve(date, time)?;
    let (shown_date, shown_time) = zone.local(instant)?;
    let day = zone.logical_day(instant, day_start.parse()?)?;
    Ok(json!({
        "instant": instant.millis(),
        "local": format!("{shown_date}T{shown_time}"),
        "same_date": shown_date == date,
        "logical_day": day.to_string(),
    }))
}
