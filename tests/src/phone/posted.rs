//! What came on a phone's screen, and that none of it came twice.

use ampersand_core::app::ReminderItem;
use ampersand_core::reminder::input::FireKind;
use ampersand_core::reminder::plan::FireId;
use ampersand_core::time::CivilDate;

/// A notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// Its id.
    pub id: FireId,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// What a clock showed.
    pub clock: String,
    /// The day it asks about.
    pub day: CivilDate,
    /// What it asks for.
    pub items: Vec<ReminderItem>,
    /// The key of its text.
    pub copy_key: String,
    /// Whether it made no sound.
    pub silent: bool,
}

/// Everything that was ever on a phone's screen.
#[derive(Debug, Clone, Default)]
pub struct Posts(Vec<Posted>);

impl Posts {
    /// One more.
    ///
    /// # Panics
    /// Part of it was there before: nothing but what was put off may come twice.
    pub fn push(&mut self, posted: Posted) {
        let same = |item: &ReminderItem, day| {
            let of = |other: &ReminderItem| (other.rule, other.slot, other.fire) == (item.rule, item.slot, item.fire);
            item.fire != FireKind::Snooze && self.0.iter().any(|before| before.day == day && before.items.iter().any(of))
        };
        let twice = posted.items.iter().find(|item| same(item, posted.day));
        assert!(twice.is_none(), "twice: {twice:?} of {} at {}", posted.day, posted.clock);
        self.0.push(posted);
    }

    /// All of them, in order.
    pub fn all(&self) -> &[Posted] {
        &self.0
    }

    /// What clocks showed at each.
    pub fn clocks(&self) -> Vec<&str> {
        self.0.iter().map(|posted| posted.clock.as_str()).collect()
    }

    /// What clocks showed at those of one day of the calendar.
    pub fn on(&self, date: &str) -> Vec<&str> {
        self.clocks().into_iter().filter_map(|clock| clock.strip_prefix(date).map(str::trim_start)).collect()
    }

    /// The latest.
    pub fn last(&self) -> &Posted {
        self.0.last().expect("one came")
    }
}
