//! Search.

use crate::across::record;
use crate::{EntrySummary, PageCursor, mirrored};
use ampersand_core::app;

mirrored! {
    /// The order of what was found.
    SearchOrder = app::SearchOrder {
        /// Newest first.
        Newest,
        /// Best first.
        Best,
    }
}

record! {
    /// An entry that was found.
    SearchHit = app::SearchHit {
        /// The entry.
        entry: EntrySummary,
        /// A piece of its text; what was found stands between U+E000 and U+E001.
        snippet: String,
        /// Its title, marked in the same way.
        title: Option<String>,
    }
}

record! {
    /// At most 50 of what was found.
    SearchPage = app::SearchPage {
        /// In the order asked for.
        hits: Vec<SearchHit>,
        /// Where the next page begins; none on the last.
        next: Option<PageCursor>,
        /// Filters that could not be read, as they were typed; the rest was searched.
        ignored: Vec<String>,
    }
}
