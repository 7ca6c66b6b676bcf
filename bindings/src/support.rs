//! Support: a first session, questions to ask there, and a summary to bring along.

use crate::across::{crosses, record, text_type};
use crate::{AgreementId, AgreementView, CivilDate, EntryId, EntrySummary, RunId, RunSummary};
use ampersand_core::practice::support::document;
use ampersand_core::{app, ids};

text_type! {
    /// The id of a question of a person's own.
    QuestionId = ids::QuestionId,
}

crosses!(RunId => ids::RunId, ids::RunId => RunId, app::RunSummary => RunSummary);

impl From<RunId> for ids::RunId {
    fn from(id: RunId) -> Self {
        id.0
    }
}

record! {
    /// A question of the list.
    SupportQuestion = app::SupportQuestion {
        /// Its id.
        id: String,
        /// The question.
        text: String,
        /// Whether it is one for couples.
        couple: bool,
        /// Whether it is brought along.
        ticked: bool,
    }
}

record! {
    /// A question of a person's own. It is always brought along.
    OwnQuestion = app::OwnQuestion {
        /// Its id.
        id: QuestionId,
        /// The question; at most 300 characters of one line.
        text: String,
    }
}

record! {
    /// What a first session is like, and what to ask there.
    SupportView = app::SupportView {
        /// What it is like, by paragraph.
        first_session: Vec<String>,
        /// The questions in their order.
        questions: Vec<SupportQuestion>,
        /// A person's own.
        own: Vec<OwnQuestion>,
        /// Whether there are questions for couples among them.
        couple_offered: bool,
        /// Whether there is room for another one of their own.
        may_add: bool,
    }
}

record! {
    /// A stretch of days that ends today.
    SummaryRange = app::SummaryRange {
        /// Its length.
        weeks: u32,
        /// The first day.
        from: CivilDate,
        /// The last day, today.
        to: CivilDate,
    }
}

record! {
    /// What can be chosen for a summary of some days.
    SummaryChoices = app::SummaryChoices {
        /// The first day.
        from: CivilDate,
        /// The last day.
        to: CivilDate,
        /// Today, the latest there can be.
        today: CivilDate,
        /// Stretches to choose from.
        ranges: Vec<SummaryRange>,
        /// Finished Checks, the newest first.
        runs: Vec<RunSummary>,
        /// Agreements that were made or looked at on these days; none in care mode.
        agreements: Vec<AgreementView>,
        /// Days with a check-in.
        check_ins: u32,
        /// Weeks with a pulse.
        pulses: u32,
        /// Entries, the newest first; at most 200.
        entries: Vec<EntrySummary>,
        /// Whether there are more entries of these days than can be ticked.
        more: bool,
        /// Questions that would be brought along.
        questions: u32,
    }
}

record! { both
    /// What was ticked. At least one part has to be.
    SummaryChoice = app::SummaryChoice {
        /// The first day.
        from: CivilDate,
        /// The last day.
        to: CivilDate,
        /// Checks.
        runs: Vec<RunId>,
        /// Agreements.
        agreements: Vec<AgreementId>,
        /// Whether the check-ins are in it.
        check_ins: bool,
        /// Whether the pulses are in it.
        pulses: bool,
        /// Entries; at most 200.
        entries: Vec<EntryId>,
        /// Whether the questions are in it: those that are ticked, and a person's own.
        questions: bool,
    }
}

record! {
    /// A part of the document in plain lines, to look at before it is shared.
    SummaryPart = document::SummaryPart {
        /// Its heading.
        heading: Option<String>,
        /// Its words, in their order.
        lines: Vec<String>,
    }
}

record! {
    /// A summary: one page without a script, a picture or an address, ready to be printed or shared.
    SummaryDocument = app::SummaryDocument {
        /// The whole page, as UTF-8.
        html: String,
        /// What to call the file; it says nothing about anybody.
        file_name: String,
        /// The same words in plain lines.
        parts: Vec<SummaryPart>,
    }
}
