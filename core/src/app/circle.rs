//! The circle: whom and what love comes from, contacts of one tap, and how widely they are spread.
//!
//! In care mode a source of the partner's kind is not there: it is in no list, no figure and no share, so that what is
//! shown adds up. Its contacts stay in the vault and count again when care mode ends (ADR 14).

use super::{Session, settings};
use crate::error::{Clash, Error, Field, InvalidInput, Missing, Reason};
use crate::ids::SourceId;
use crate::practice::circle::{self, Gift, LoveKind, MOST_SOURCES, SourceContent};
use crate::storage::circle::{self as stored, Seen, Source};
use crate::strings;
use crate::time::{CivilDate, NowContext};
use rusqlite::Transaction;

/// A source as the circle shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CircleSource {
    /// Its id.
    pub id: SourceId,
    /// What the person calls it.
    pub name: String,
    /// The kind of love.
    pub love: LoveKind,
    /// What it gives.
    pub gives: Vec<Gift>,
    /// Whether it was put away.
    pub archived: bool,
    /// Contacts of the last 28 days.
    pub contacts: u32,
    /// The last day with one.
    pub last_on: Option<CivilDate>,
    /// Whether there was one today.
    pub today: bool,
}

/// The source that most contacts were with.
#[derive(Debug, Clone, PartialEq)]
pub struct TopSource {
    /// Its id.
    pub id: SourceId,
    /// What the person calls it.
    pub name: String,
    /// Its share of the contacts, 0 to 1.
    pub share: f64,
}

/// How widely the contacts of the last 28 days are spread.
#[derive(Debug, Clone, PartialEq)]
pub struct Breadth {
    /// Contacts.
    pub contacts: u32,
    /// Contacts that are missing for a figure; 0 where there is one.
    pub needed: u32,
    /// Effective number of sources.
    pub effective: Option<f64>,
    /// The source that most of them were with.
    pub top: Option<TopSource>,
    /// Whether more than four fifths rest on that one.
    pub rests_on_one: bool,
    /// How it is worked out, in plain words.
    pub how: &'static str,
}

/// The circle as its screen shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct CircleView {
    /// The sources in the order in which they came, those that were put away last.
    pub sources: Vec<CircleSource>,
    /// How widely contacts are spread.
    pub breadth: Breadth,
    /// Kinds of love to choose from.
    pub loves: Vec<LoveKind>,
    /// Whether there is room for another source.
    pub may_add: bool,
    /// The days for which a contact can be noted, today first.
    pub days: Vec<CivilDate>,
}

/// A source as a person writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceDraft {
    /// The source that is changed; none for a new one.
    pub id: Option<SourceId>,
    /// 1 to 40 characters of one line.
    pub name: String,
    /// The kind of love.
    pub love: LoveKind,
    /// What it gives, each once.
    pub gives: Vec<Gift>,
}

impl Session {
    /// The circle.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn circle(&self, ctx: &NowContext) -> Result<CircleView, Error> {
        let today = ctx.today()?;
        self.read(|tx| self.circle_view(tx, today))
    }

    /// Saves a source: a new one, or other words for one that is there.
    ///
    /// # Errors
    /// `label`, `too_short`, `too_long` or `control_character` · `gives`, `duplicate` · `source`, `too_many` ·
    /// [`Error::NotFound`], `source` · [`Error::Conflict`], `care_mode`, for a source of the partner's kind; nothing is
    /// changed · as [`Self::circle`].
    pub fn save_source(&self, ctx: &NowContext, draft: &SourceDraft) -> Result<CircleView, Error> {
        let today = ctx.today()?;
        let SourceDraft { id, name, love, gives } = draft;
        let kept = SourceContent { name: name.clone(), love: *love, gives: gives.clone() }.kept()?;
        self.write(|tx| {
            if !love.is_shown(settings::load(tx)?.care_mode) {
                return Err(in_care_mode());
            }
            if let Some(id) = id {
                shown(tx, *id)?;
                stored::rewrite(tx, *id, &kept)?;
            } else {
                has_room(tx)?;
                let id = self.drawn(|entropy| SourceId::new(ctx.now, entropy))?;
                stored::insert(tx, id, &kept, ctx.now.millis())?;
            }
            self.circle_view(tx, today)
        })
    }

    /// Puts a source away, or back into the circle. Its contacts stay, and count.
    ///
    /// # Errors
    /// [`Error::NotFound`], `source` · `source`, `too_many`, where there is no room for it · [`Error::Conflict`],
    /// `care_mode`, for a source of the partner's kind; nothing is changed · as [`Self::circle`].
    pub fn archive_source(&self, ctx: &NowContext, id: SourceId, archived: bool) -> Result<CircleView, Error> {
        let today = ctx.today()?;
        self.write(|tx| {
            if shown(tx, id)?.archived && !archived {
                has_room(tx)?;
            }
            stored::set_archived(tx, id, archived)?;
            self.circle_view(tx, today)
        })
    }

    /// Notes that there was contact with a source on a day: one a day, however often it is noted.
    ///
    /// # Errors
    /// `date`, `out_of_range` or `too_late` · [`Error::NotFound`], `source` · [`Error::Conflict`], `source_archived`, or
    /// `care_mode` for a source of the partner's kind; nothing is changed · as [`Self::circle`].
    pub fn log_contact(&self, ctx: &NowContext, source: SourceId, day: CivilDate) -> Result<CircleView, Error> {
        let today = ctx.today()?;
        circle::may_log(day, today)?;
        self.write(|tx| {
            if shown(tx, source)?.archived {
                return Err(Error::Conflict { kind: Clash::SourceArchived, id: source.to_string() });
            }
            stored::log(tx, source, day, ctx.now.millis())?;
            self.circle_view(tx, today)
        })
    }

    /// Takes back that there was contact on a day. Where none was noted, nothing happens.
    ///
    /// # Errors
    /// As [`Self::log_contact`], but that a source may be put away.
    pub fn undo_contact(&self, ctx: &NowContext, source: SourceId, day: CivilDate) -> Result<CircleView, Error> {
        let today = ctx.today()?;
        circle::may_log(day, today)?;
        self.write(|tx| {
            shown(tx, source)?;
            stored::undo(tx, source, day)?;
            self.circle_view(tx, today)
        })
    }

    fn circle_view(&self, tx: &Transaction<'_>, today: CivilDate) -> Result<CircleView, Error> {
        let care_mode = settings::load(tx)?.care_mode;
        let first = circle::first_day(today);
        let mut sources = stored::all(tx, first, today)?;
        let may_add = stored::count(tx)? < MOST_SOURCES;
        sources.retain(|seen| seen.source.content.love.is_shown(care_mode));
        // Stable: each half keeps its order.
        sources.sort_by_key(|seen| seen.source.archived);
        Ok(CircleView {
            breadth: breadth(&sources, strings::Catalogue::closest(&self.locale)?.text("circle.how")?),
            sources: sources.into_iter().map(|seen| shown_as(seen, today)).collect(),
            loves: LoveKind::ALL.into_iter().filter(|love| love.is_shown(care_mode)).collect(),
            may_add,
            days: (0..circle::CONTACT_DAYS).map(|ago| today.minus_days(ago)).collect(),
        })
    }
}

fn breadth(sources: &[Seen], how: &'static str) -> Breadth {
    let contacts: Vec<u32> = sources.iter().map(|seen| seen.contacts).collect();
    let circle::Spread { contacts, needed, effective, top, rests_on_one } = circle::spread(&contacts);
    let top = top.and_then(|(place, share)| {
        let source = &sources.get(place)?.source;
        Some(TopSource { id: source.id, name: source.content.name.clone(), share })
    });
    Breadth { contacts, needed, effective, top, rests_on_one, how }
}

fn shown_as(Seen { source, contacts, last_on }: Seen, today: CivilDate) -> CircleSource {
    let Source { id, content: SourceContent { name, love, gives }, archived } = source;
    CircleSource { id, name, love, gives, archived, contacts, last_on, today: last_on == Some(today) }
}

/// A source by its id, if it may be seen.
fn shown(tx: &Transaction<'_>, id: SourceId) -> Result<Source, Error> {
    let found = stored::find(tx, id)?.ok_or_else(|| Error::NotFound { kind: Missing::Source, id: id.to_string() })?;
    if found.content.love.is_shown(settings::load(tx)?.care_mode) { Ok(found) } else { Err(in_care_mode()) }
}

fn has_room(tx: &Transaction<'_>) -> Result<(), Error> {
    if stored::count(tx)? < MOST_SOURCES { Ok(()) } else { Err(InvalidInput::new(Field::Source, Reason::TooMany).into()) }
}

const fn in_care_mode() -> Error {
    Error::Conflict { kind: Clash::CareMode, id: String::new() }
}
