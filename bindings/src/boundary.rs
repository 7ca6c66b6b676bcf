//! Boundaries, and the uses by which they are trained.

use crate::across::record;
use crate::{Belongs, BodySign, BoundaryKind, BoundaryMoveKind, BoundaryOutcome, BoundaryState, CivilDate, Rung, SafetyOffer, YesNoUnsure};
use ampersand_core::practice::boundary as rules;
use ampersand_core::{app, ids};

crate::across::text_type! {
    /// The id of a boundary.
    BoundaryId = ids::BoundaryId,
    /// The id of a time at which a boundary was needed.
    BoundaryUseId = ids::BoundaryUseId,
}

record! {
    /// How an after-feeling was at first, and is of late: means, 0 to 4.
    AfterChange = rules::summary::AfterChange {
        /// Of the first uses.
        first: f64,
        /// How many those are.
        first_n: u32,
        /// Of the last uses.
        last: f64,
        /// How many those are.
        last_n: u32,
    }
}

record! {
    /// A limit in the person's own words.
    Boundary = app::Boundary {
        /// Its id.
        id: BoundaryId,
        /// Of which kind.
        kind: BoundaryKind,
        /// The limit.
        limit: String,
        /// Whose it is to carry.
        belongs: Belongs,
        /// Whether it was put away.
        put_away: bool,
        /// How often it was used.
        uses: u32,
    }
}

record! {
    /// What the uses of a kind show.
    KindView = app::KindView {
        /// Which.
        kind: BoundaryKind,
        /// What it is called.
        title: String,
        /// The first small step; none in care mode, nor of sex and touch unless the person wants that suggested.
        first_step: Option<String>,
        /// Uses.
        uses: u32,
        /// Of these said.
        said: u32,
        /// Not said.
        not_said: u32,
        /// Answered with respect.
        respected: u32,
        /// Answered with something in between.
        negotiated: u32,
        /// Ignored.
        ignored: u32,
        /// How relief moved; none: not enough yet.
        relief: Option<AfterChange>,
        /// How guilt moved; none: not enough yet.
        guilt: Option<AfterChange>,
    }
}

record! {
    /// A use in a list.
    UseSummary = app::UseSummary {
        /// Its id.
        id: BoundaryUseId,
        /// Where it is.
        state: BoundaryState,
        /// The day on which it was noticed.
        began_on: CivilDate,
        /// The day of the last move.
        changed_on: CivilDate,
        /// Of which kind its limit is.
        kind: Option<BoundaryKind>,
        /// Its limit; before it has one, what the body said.
        text: Option<String>,
        /// To whom it is said.
        rung: Option<Rung>,
        /// Their name.
        person: Option<String>,
        /// How it came out.
        outcome: Option<BoundaryOutcome>,
    }
}

record! {
    /// All boundaries; care mode is already applied.
    BoundariesView = app::BoundariesView {
        /// The five kinds.
        kinds: Vec<KindView>,
        /// Limits, the newest first; those put away last.
        limits: Vec<Boundary>,
        /// Uses that can go on, the newest first.
        open: Vec<UseSummary>,
        /// The newest 20 that were looked back on.
        done: Vec<UseSummary>,
        /// Whether the safety page is offered, and for what.
        safety: Option<SafetyOffer>,
        /// To whom a limit can be said.
        rungs: Vec<Rung>,
    }
}

record! {
    /// A blank of a line.
    ScriptBlank = rules::script::ScriptBlank {
        /// How it stands in the text, between braces.
        key: String,
        /// What to fill in.
        label: String,
    }
}

record! {
    /// A line to begin from.
    ScriptLine = app::ScriptLineView {
        /// Its id.
        id: String,
        /// Its text, with `{key}` for each blank.
        text: String,
        /// Its blanks, in the order of the text.
        blanks: Vec<ScriptBlank>,
    }
}

record! {
    /// A use as its screen shows it.
    UseView = app::UseView {
        /// Its id.
        id: BoundaryUseId,
        /// Where it is.
        state: BoundaryState,
        /// The day on which it was noticed.
        began_on: CivilDate,
        /// The day of the last move.
        changed_on: CivilDate,
        /// What the body said.
        body: Option<String>,
        /// Whether it felt good or bad.
        sign: Option<BodySign>,
        /// Whether it fits what matters.
        fits_values: Option<YesNoUnsure>,
        /// Its limit.
        boundary: Option<Boundary>,
        /// What to say.
        script: Option<String>,
        /// To whom.
        rung: Option<Rung>,
        /// Their name.
        person: Option<String>,
        /// How it came out.
        outcome: Option<BoundaryOutcome>,
        /// How much relief there was, 0 to 4.
        relief: Option<i32>,
        /// How much guilt there was, 0 to 4.
        guilt: Option<i32>,
        /// Whether there was fear.
        afraid: bool,
        /// What to do next.
        next_step: Option<String>,
        /// What can be done now.
        moves: Vec<BoundaryMoveKind>,
        /// Limits that can be used again.
        limits: Vec<Boundary>,
        /// Lines to begin from.
        script_lines: Vec<ScriptLine>,
        /// To whom it can be said.
        rungs: Vec<Rung>,
        /// Whether the safety page is offered, and for what.
        safety: Option<SafetyOffer>,
    }
}
