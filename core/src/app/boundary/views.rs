//! What the screens of boundaries show.

use crate::assessment::instrument::BoundaryKind;
use crate::ids::{BoundaryId, BoundaryUseId};
use crate::practice::boundary::input::{Belongs, BodySign, Rung, YesNoUnsure};
use crate::practice::boundary::machine::{BoundaryMoveKind, BoundaryState};
use crate::practice::boundary::offer::SafetyOffer;
use crate::practice::boundary::script::ScriptBlank;
use crate::practice::boundary::summary::AfterChange;
use crate::practice::boundary::usage::Outcome;
use crate::time::CivilDate;

/// A limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boundary {
    /// Its id.
    pub id: BoundaryId,
    /// Of which kind.
    pub kind: BoundaryKind,
    /// The limit.
    pub limit: String,
    /// Whose it is to carry.
    pub belongs: Belongs,
    /// Whether it was put away.
    pub put_away: bool,
    /// How often it was used.
    pub uses: u32,
}

/// What the uses of a kind show.
#[derive(Debug, Clone, PartialEq)]
pub struct KindView {
    /// Which.
    pub kind: BoundaryKind,
    /// What it is called.
    pub title: String,
    /// The first small step; none in care mode, nor of sex and touch unless the person wants that suggested.
    pub first_step: Option<String>,
    /// Uses.
    pub uses: u32,
    /// Of these said.
    pub said: u32,
    /// Not said.
    pub not_said: u32,
    /// Answered with respect.
    pub respected: u32,
    /// Answered with something in between.
    pub negotiated: u32,
    /// Ignored.
    pub ignored: u32,
    /// How relief moved; none: not enough yet.
    pub relief: Option<AfterChange>,
    /// How guilt moved; none: not enough yet.
    pub guilt: Option<AfterChange>,
}

/// A use in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UseSummary {
    /// Its id.
    pub id: BoundaryUseId,
    /// Where it is.
    pub state: BoundaryState,
    /// The day on which it was noticed.
    pub began_on: CivilDate,
    /// The day of the last move.
    pub changed_on: CivilDate,
    /// Of which kind its limit is.
    pub kind: Option<BoundaryKind>,
    /// Its limit; before it has one, what the body said.
    pub text: Option<String>,
    /// To whom it is said.
    pub rung: Option<Rung>,
    /// Their name.
    pub person: Option<String>,
    /// How it came out.
    pub outcome: Option<Outcome>,
}

/// All boundaries.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundariesView {
    /// The five kinds.
    pub kinds: Vec<KindView>,
    /// Limits, the newest first; those put away last.
    pub limits: Vec<Boundary>,
    /// Uses that can go on, the newest first.
    pub open: Vec<UseSummary>,
    /// The newest 20 that were looked back on.
    pub done: Vec<UseSummary>,
    /// Whether the safety page is offered, and for what.
    pub safety: Option<SafetyOffer>,
    /// To whom a limit can be said.
    pub rungs: Vec<Rung>,
}

/// A line with blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptLineView {
    /// Its id.
    pub id: String,
    /// Its text, with `{key}` for each blank.
    pub text: String,
    /// Its blanks, in the order of the text.
    pub blanks: Vec<ScriptBlank>,
}

/// A use as its screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UseView {
    /// Its id.
    pub id: BoundaryUseId,
    /// Where it is.
    pub state: BoundaryState,
    /// The day on which it was noticed.
    pub began_on: CivilDate,
    /// The day of the last move.
    pub changed_on: CivilDate,
    /// What the body said.
    pub body: Option<String>,
    /// Whether it felt good or bad.
    pub sign: Option<BodySign>,
    /// Whether it fits what matters.
    pub fits_values: Option<YesNoUnsure>,
    /// Its limit.
    pub boundary: Option<Boundary>,
    /// What to say.
    pub script: Option<String>,
    /// To whom.
    pub rung: Option<Rung>,
    /// Their name.
    pub person: Option<String>,
    /// How it came out.
    pub outcome: Option<Outcome>,
    /// How much relief there was, 0 to 4.
    pub relief: Option<i32>,
    /// How much guilt there was, 0 to 4.
    pub guilt: Option<i32>,
    /// Whether there was fear.
    pub afraid: bool,
    /// What to do next.
    pub next_step: Option<String>,
    /// What can be done now.
    pub moves: Vec<BoundaryMoveKind>,
    /// Limits that can be used again.
    pub limits: Vec<Boundary>,
    /// Lines to begin from.
    pub script_lines: Vec<ScriptLineView>,
    /// To whom it can be said.
    pub rungs: Vec<Rung>,
    /// Whether the safety page is offered, and for what.
    pub safety: Option<SafetyOffer>,
}
