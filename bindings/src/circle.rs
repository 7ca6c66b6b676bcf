//! The circle: whom and what love comes from.

use crate::across::{crosses, record, text_type};
use crate::{CivilDate, mirrored};
use ampersand_core::practice::circle as core_circle;
use ampersand_core::{app, ids};

text_type! {
    /// The id of somebody or something in the circle.
    SourceId = ids::SourceId,
}

mirrored! {
    /// The kind of love that a source is of.
    LoveKind = core_circle::LoveKind {
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
}
crosses!(core_circle::LoveKind => LoveKind, LoveKind => core_circle::LoveKind);

mirrored! {
    /// What a source gives.
    Gift = core_circle::Gift {
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
}
crosses!(core_circle::Gift => Gift, Gift => core_circle::Gift);

record! {
    /// A source in the circle.
    CircleSource = app::CircleSource {
        /// Its id.
        id: SourceId,
        /// What the person calls it.
        name: String,
        /// The kind of love.
        love: LoveKind,
        /// What it gives.
        gives: Vec<Gift>,
        /// Whether it was put away. No contact can be noted then; those that were stay, and count.
        archived: bool,
        /// Contacts of the last 28 days.
        contacts: u32,
        /// The last day with one.
        last_on: Option<CivilDate>,
        /// Whether there was one today.
        today: bool,
    }
}

record! {
    /// The source that most contacts were with.
    TopSource = app::TopSource {
        /// Its id.
        id: SourceId,
        /// What the person calls it.
        name: String,
        /// Its share of the contacts, 0 to 1.
        share: f64,
    }
}

record! {
    /// How widely the contacts of the last 28 days are spread.
    Breadth = app::Breadth {
        /// Contacts.
        contacts: u32,
        /// Contacts that are missing for a figure; 0 where there is one.
        needed: u32,
        /// Effective number of sources: 1 where all rests on one, n where n have the same number of contacts.
        effective: Option<f64>,
        /// The source that most of them were with.
        top: Option<TopSource>,
        /// Whether more than four fifths rest on that one: a gentle note says so.
        rests_on_one: bool,
        /// How it is worked out, in plain words.
        how: String,
    }
}

record! {
    /// The circle.
    CircleView = app::CircleView {
        /// The sources in the order in which they came, those that were put away last.
        sources: Vec<CircleSource>,
        /// How widely contacts are spread.
        breadth: Breadth,
        /// Kinds of love to choose from.
        loves: Vec<LoveKind>,
        /// Whether there is room for another source.
        may_add: bool,
        /// The days for which a contact can be noted, today first.
        days: Vec<CivilDate>,
    }
}

record! { both
    /// A source as a person writes it.
    SourceDraft = app::SourceDraft {
        /// The source that is changed; none for a new one.
        id: Option<SourceId>,
        /// 1 to 40 characters of one line.
        name: String,
        /// The kind of love.
        love: LoveKind,
        /// What it gives, each once.
        gives: Vec<Gift>,
    }
}
