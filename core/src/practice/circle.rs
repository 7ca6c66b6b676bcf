//! The circle: whom and what love comes from, and how widely it is spread.
//!
//! Breadth is an effective number of sources: the exponential of the Shannon entropy of the contacts of the last 28 days
//! (a Hill number of order 1: Hill 1973, *Ecology* 54; Jost 2006, *Oikos* 113). Contacts that are the same in number with
//! each of n sources make it n; the more they rest on one, the nearer it is to 1. It counts contacts, and says nothing
//! about what one of them is worth.

use crate::error::{Field, InvalidInput, Reason};
use crate::journal::entry::breaks_a_line;
use crate::time::CivilDate;

/// Days that the circle looks back on, today included.
pub const CONTACT_DAYS: u32 = 28;
/// Fewest contacts for a figure: with four, one more or less moves it by half a source.
pub const FEWEST_CONTACTS: u32 = 5;
/// Most sources that are not put away.
pub const MOST_SOURCES: u32 = 60;
/// Longest name, in characters.
const MAX_NAME: usize = 40;
/// Past this share of one source a gentle note is shown.
const RESTS_ON_ONE: f64 = 0.8;

/// The kind of love that a source is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LoveKind {
    /// Parents, siblings, children.
    Family,
    /// Friends.
    Friends,
    /// A group, neighbours, a team.
    Community,
    /// Music, books, making something.
    Art,
    /// The partner.
    Partner,
    /// Being good company for oneself.
    Own,
}

impl LoveKind {
    /// Every one, in order.
    pub const ALL: [Self; 6] = [Self::Family, Self::Friends, Self::Community, Self::Art, Self::Partner, Self::Own];

    /// Whether it may be seen: in care mode nothing that leads to the partner is.
    pub const fn is_shown(self, care_mode: bool) -> bool {
        !(care_mode && matches!(self, Self::Partner))
    }
}

/// What a source gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gift {
    /// An open ear.
    Listening,
    /// A hand.
    Help,
    /// A good time.
    Fun,
    /// A place to belong to.
    Belonging,
    /// Making something together.
    Making,
}

impl Gift {
    /// Every one, in order.
    pub const ALL: [Self; 5] = [Self::Listening, Self::Help, Self::Fun, Self::Belonging, Self::Making];
}

/// What a person says about a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceContent {
    /// At most 40 characters of one line.
    pub name: String,
    /// The kind of love.
    pub love: LoveKind,
    /// What it gives, each once.
    pub gives: Vec<Gift>,
}

impl SourceContent {
    /// As it is kept: the name without the spaces around it, the gifts in their order.
    ///
    /// # Errors
    /// `label`, `too_short`, `too_long` or `control_character` · `gives`, `duplicate`.
    pub fn kept(&self) -> Result<Self, InvalidInput> {
        let refused = |reason| Err(InvalidInput::new(Field::Label, reason));
        let name = self.name.trim();
        if name.is_empty() {
            return refused(Reason::TooShort);
        }
        if name.contains(breaks_a_line) {
            return refused(Reason::ControlCharacter);
        }
        if name.chars().count() > MAX_NAME {
            return refused(Reason::TooLong);
        }
        let gives: Vec<Gift> = Gift::ALL.into_iter().filter(|gift| self.gives.contains(gift)).collect();
        if gives.len() != self.gives.len() {
            return Err(InvalidInput::new(Field::Gives, Reason::Duplicate));
        }
        Ok(Self { name: name.to_owned(), love: self.love, gives })
    }
}

/// The first day that the circle of `today` looks at, and the earliest for which a contact can be noted.
pub fn first_day(today: CivilDate) -> CivilDate {
    today.minus_days(CONTACT_DAYS - 1)
}

/// Whether a contact on `day` can be noted, or taken back.
///
/// # Errors
/// `date`, `out_of_range`, for a day that has not begun; `too_late`.
pub fn may_log(day: CivilDate, today: CivilDate) -> Result<(), InvalidInput> {
    let refused = |reason| Err(InvalidInput::new(Field::Date, reason));
    if day > today {
        return refused(Reason::OutOfRange);
    }
    if day < first_day(today) { refused(Reason::TooLate) } else { Ok(()) }
}

/// How widely contacts are spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Contacts in all.
    pub contacts: u32,
    /// Contacts that are missing for a figure; 0 where there is one.
    pub needed: u32,
    /// Effective number of sources: at least 1, at most the number of those with a contact.
    pub effective: Option<f64>,
    /// The source with most contacts, by its place, and its share, 0 to 1. Of several the first.
    pub top: Option<(usize, f64)>,
    /// Whether more than four fifths rest on that one.
    pub rests_on_one: bool,
}

/// How widely contacts are spread, given the number with each source.
pub fn spread(contacts: &[u32]) -> Spread {
    let total: u64 = contacts.iter().copied().map(u64::from).sum();
    let all = u32::try_from(total).unwrap_or(u32::MAX);
    let needed = FEWEST_CONTACTS.saturating_sub(all);
    if needed > 0 {
        return Spread { contacts: all, needed, effective: None, top: None, rests_on_one: false };
    }
    let share = |count: u32| f64::from(count) / f64::from(all);
    let most = contacts.iter().copied().max().unwrap_or_default();
    let top = contacts.iter().position(|count| *count == most).map(|place| (place, share(most)));
    Spread {
        contacts: all,
        needed,
        effective: Some(effective(contacts, all)),
        top,
        rests_on_one: top.is_some_and(|(_, share)| share > RESTS_ON_ONE),
    }
}

/// exp(-sum of p ln p). Where all are equal it is their number, without a rounding.
fn effective(contacts: &[u32], all: u32) -> f64 {
    let with_any: Vec<u32> = contacts.iter().copied().filter(|count| *count > 0).collect();
    let sources = f64::from(u32::try_from(with_any.len()).unwrap_or(u32::MAX));
    if with_any.windows(2).all(|pair| pair[0] == pair[1]) {
        return sources;
    }
    let entropy: f64 = with_any
        .iter()
        .map(|count| {
            let share = f64::from(*count) / f64::from(all);
            -share * libm::log(share)
        })
        .sum();
    libm::exp(entropy).clamp(1.0, sources)
}

#[cfg(test)]
#[path = "circle_tests.rs"]
mod tests;
