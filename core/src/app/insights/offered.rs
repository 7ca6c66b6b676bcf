//! The insight of the week: chosen when something was answered, kept, and shown until it was seen. The first screen reads
//! what was kept and works nothing out.

use super::{InsightCard, InsightOffer};
use crate::error::Error;
use crate::insight::offer::{self, Candidate, REMEMBERED};
use crate::storage::settings;
use crate::time::CivilDate;
use rusqlite::Transaction;

const NO_INSIGHTS: &str = "no_insights";
const OFFERED: &str = "insight_offered";
const YES: &str = "yes";
const SEEN: &str = "seen";
const NEW: &str = "new";
/// Parts what is kept; no id and no text of an insight holds it.
const LINE: char = '\n';
const COMMA: &str = ",";

/// What is kept of the offers.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kept {
    on: CivilDate,
    seen: bool,
    /// The ids of the last offers, the newest first: the first is this one's.
    ids: Vec<String>,
    title: String,
    text: String,
}

impl Kept {
    fn written(&self) -> String {
        let seen = if self.seen { SEEN } else { NEW };
        [self.on.to_string(), seen.to_owned(), self.ids.join(COMMA), self.title.clone(), self.text.clone()].join(&LINE.to_string())
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(5, LINE);
        let (on, seen) = (parts.next()?.parse().ok()?, parts.next()? == SEEN);
        let ids = parts.next()?.split(COMMA).map(str::to_owned).collect();
        Some(Self { on, seen, ids, title: parts.next()?.to_owned(), text: parts.next()?.to_owned() })
    }

    fn load(tx: &Transaction<'_>) -> Result<Option<Self>, Error> {
        // What cannot be read was never an offer: the next one takes its place.
        Ok(settings::get(tx, OFFERED)?.as_deref().and_then(Self::read))
    }

    fn keep(&self, tx: &Transaction<'_>) -> Result<(), Error> {
        Ok(settings::put(tx, OFFERED, Some(&self.written()))?)
    }
}

/// Whether insights are wanted.
pub(super) fn are_on(tx: &Transaction<'_>) -> Result<bool, Error> {
    Ok(settings::get(tx, NO_INSIGHTS)?.as_deref() != Some(YES))
}

/// Wants insights, or not: then what was offered goes too.
pub(super) fn set(tx: &Transaction<'_>, on: bool) -> Result<(), Error> {
    settings::put(tx, NO_INSIGHTS, (!on).then_some(YES))?;
    if !on {
        settings::put(tx, OFFERED, None)?;
    }
    Ok(())
}

/// Whether one may be chosen today.
pub(super) fn is_due(tx: &Transaction<'_>, today: CivilDate) -> Result<bool, Error> {
    Ok(are_on(tx)? && offer::is_due(today, Kept::load(tx)?.map(|kept| kept.on)))
}

/// Chooses one of the insights and keeps it; where none says enough, nothing changes.
pub(super) fn choose(tx: &Transaction<'_>, today: CivilDate, cards: &[InsightCard]) -> Result<(), Error> {
    let before = Kept::load(tx)?.map_or_else(Vec::new, |kept| kept.ids);
    let candidates: Vec<Candidate<'_>> =
        cards.iter().map(|card| Candidate { id: &card.id, kind: card.kind, n: card.n, result: &card.result }).collect();
    let Some(card) = offer::choose(&candidates, &before).and_then(|place| cards.get(place)) else { return Ok(()) };
    let ids = [card.id.clone()].into_iter().chain(before.into_iter().filter(|id| *id != card.id)).take(REMEMBERED).collect();
    Kept { on: today, seen: false, ids, title: card.title.clone(), text: card.text.clone() }.keep(tx)
}

/// The one of this week, seen or not.
pub(super) fn of_this_week(tx: &Transaction<'_>, today: CivilDate) -> Result<Option<String>, Error> {
    let kept = Kept::load(tx)?.filter(|kept| offer::is_of_this_week(today, kept.on));
    Ok(kept.and_then(|kept| kept.ids.into_iter().next()))
}

/// What the first screen shows: the one of this week, until it was seen.
pub(in crate::app) fn glimpse(tx: &Transaction<'_>, today: CivilDate) -> Result<Option<InsightOffer>, Error> {
    let kept = Kept::load(tx)?.filter(|kept| !kept.seen && offer::is_of_this_week(today, kept.on));
    Ok(kept.and_then(|kept| {
        let Kept { ids, title, text, .. } = kept;
        Some(InsightOffer { id: ids.into_iter().next()?, title, text })
    }))
}

/// Notes that the offered one was seen. Another one was not offered, and nothing changes.
pub(super) fn see(tx: &Transaction<'_>, id: &str) -> Result<(), Error> {
    match Kept::load(tx)? {
        Some(kept) if kept.ids.first().is_some_and(|offered| offered == id) => Kept { seen: true, ..kept }.keep(tx),
        _ => Ok(()),
    }
}
