//! What can go wrong, told in codes.
//!
//! Inside the crate every layer has its own error with its source. What leaves the crate is [`Error`], whose codes are
//! stable and listed in `docs/error-codes.md`. No error ever carries something a person wrote: fields and codes are
//! constants of this file, ids are ids.

use crate::storage::StorageError;

/// Declares an enum of stable codes with `ALL` and `as_str`, so that the documentation can be held against it.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident => $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable text of the code.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

codes! {
    /// The argument that an [`InvalidInput`] is about.
    Field {
        /// The answers of a run, a check-in or a pulse as a whole.
        Answers => "answers",
        /// What somebody wrote in an entry.
        Body => "body",
        /// Most fires of a plan.
        Cap => "cap",
        /// The passphrase so far.
        CurrentPassphrase => "current_passphrase",
        /// Where a page ended.
        Cursor => "cursor",
        /// A civil date, `YYYY-MM-DD`.
        Date => "date",
        /// The shell's 32-byte secret.
        DeviceSecret => "device_secret",
        /// An editor's draft.
        Draft => "draft",
        /// Mean of the patterns of an earlier run.
        EarlierPattern => "earlier_pattern",
        /// The last day of a rule.
        EndsOn => "ends_on",
        /// An entry of the journal.
        Entry => "entry",
        /// The distance of a rule that counts days.
        EveryDays => "every_days",
        /// The feelings of an entry or a check-in.
        Feelings => "feelings",
        /// A reminder that fires.
        Fire => "fire",
        /// A form to write by.
        Form => "form",
        /// Minutes for which a reminder stays worth showing.
        GraceMin => "grace_min",
        /// Days that a plan looks ahead.
        HorizonDays => "horizon_days",
        /// Several entries at once.
        Ids => "ids",
        /// An item of the instrument.
        Item => "item",
        /// Minutes within which reminders become one.
        JoinMin => "join_min",
        /// What a person calls a reminder.
        Label => "label",
        /// The language of the texts.
        Language => "language",
        /// The line of a check-in.
        Line => "line",
        /// Most reminders a day.
        MaxPerDay => "max_per_day",
        /// A month, `YYYY-MM`.
        Month => "month",
        /// A day of the month.
        MonthDay => "month_day",
        /// The mood of an entry.
        Mood => "mood",
        /// Milliseconds spent on an item.
        Ms => "ms",
        /// The name a person wants to be called by.
        Name => "name",
        /// A note that is added to a check-in.
        Note => "note",
        /// The instant of the call.
        Now => "now",
        /// Which weekday of the month.
        Nth => "nth",
        /// Minutes after which a reminder is said once more.
        NudgeAfterMin => "nudge_after_min",
        /// The passphrase.
        Passphrase => "passphrase",
        /// A question to write about.
        Prompt => "prompt",
        /// What is searched for.
        Query => "query",
        /// A region of the help lines.
        Region => "region",
        /// The days of a rule.
        Repeat => "repeat",
        /// A retest of the Check.
        Retest => "retest",
        /// An earlier text of an entry.
        Revision => "revision",
        /// A reminder's rule.
        Rule => "rule",
        /// All rules together.
        Rules => "rules",
        /// A run of the Check.
        Run => "run",
        /// The safety page.
        Safety => "safety",
        /// What the minutes of windows are drawn with.
        Salt => "salt",
        /// The times of a rule.
        Slots => "slots",
        /// What was put off.
        Snoozes => "snoozes",
        /// One tag.
        Tag => "tag",
        /// The tags of an entry.
        Tags => "tags",
        /// A civil time, `HH:MM`.
        Time => "time",
        /// The title of an entry.
        Title => "title",
        /// Until when a reminder is put off.
        Until => "until",
        /// An answer's value.
        Value => "value",
        /// The version of the instrument.
        Version => "version",
        /// A day of the week.
        Weekday => "weekday",
        /// The zone span.
        Zone => "zone",
    }
}

codes! {
    /// Why an argument was refused.
    Reason {
        /// After the end of the day it is about.
        AfterDayEnd => "after_day_end",
        /// A line break or another control character where none can be shown.
        ControlCharacter => "control_character",
        /// The same thing twice.
        Duplicate => "duplicate",
        /// The same item twice in one set of answers.
        DuplicateItem => "duplicate_item",
        /// The end does not come after the start.
        EndBeforeStart => "end_before_start",
        /// A stretch of time that lies on two days.
        HoldsDayStart => "holds_day_start",
        /// A moment that has passed.
        InPast => "in_past",
        /// Not of the documented form.
        Malformed => "malformed",
        /// An id that is no UUID.
        MalformedId => "malformed_id",
        /// The safety page comes before results.
        NotAnswered => "not_answered",
        /// Nothing at all was answered.
        NothingAnswered => "nothing_answered",
        /// Outside the documented range.
        OutOfRange => "out_of_range",
        /// For a day that is over.
        TooLate => "too_late",
        /// Longer than allowed.
        TooLong => "too_long",
        /// More of them than allowed.
        TooMany => "too_many",
        /// Shorter than allowed.
        TooShort => "too_short",
        /// Before the day from which it makes sense.
        TooSoon => "too_soon",
        /// A feeling that has no word here.
        UnknownFeeling => "unknown_feeling",
        /// A form that this build does not know.
        UnknownForm => "unknown_form",
        /// An item that the instrument does not have.
        UnknownItem => "unknown_item",
        /// A language without a catalogue.
        UnknownLanguage => "unknown_language",
        /// A prompt that this build does not know.
        UnknownPrompt => "unknown_prompt",
        /// A region without help lines.
        UnknownRegion => "unknown_region",
        /// A version of the instrument that this build does not know.
        UnknownVersion => "unknown_version",
        /// Another number of answers than there are questions.
        WrongCount => "wrong_count",
        /// Another length than the documented one.
        WrongLength => "wrong_length",
        /// The span's own numbers contradict each other.
        ZoneSpanInvalid => "zone_span_invalid",
        /// The span does not cover what was asked of it.
        ZoneSpanShort => "zone_span_short",
    }
}

codes! {
    /// What was not found.
    Missing {
        /// A check-in of that day.
        CheckIn => "check_in",
        /// An editor's draft.
        Draft => "draft",
        /// An entry of the journal.
        Entry => "entry",
        /// A reminder that was not fired, or is gone.
        Fire => "fire",
        /// An earlier text of an entry.
        Revision => "revision",
        /// A reminder's rule.
        Rule => "rule",
        /// A run or a draft.
        Run => "run",
        /// A safety copy of the vault.
        Snapshot => "snapshot",
        /// A vault in the folder.
        Vault => "vault",
    }
}

codes! {
    /// What stands in the way.
    Clash {
        /// The check-in was saved on an earlier day, and is not changed any more.
        CheckInFixed => "check_in_fixed",
        /// The draft is older than its recall window.
        DraftExpired => "draft_expired",
        /// There is a draft already that has to be saved or discarded first.
        DraftOpen => "draft_open",
        /// The draft belongs to another version of the instrument.
        DraftVersion => "draft_version",
        /// The entry was changed since the draft began.
        EntryChanged => "entry_changed",
        /// The entry is not in the trash, and only from there it can be purged.
        EntryNotTrashed => "entry_not_trashed",
        /// The entry is in the trash.
        EntryTrashed => "entry_trashed",
        /// The pulse is of a week that is over, and is not changed any more.
        PulseFixed => "pulse_fixed",
        /// The run is finished and is never edited.
        RunFinished => "run_finished",
        /// The run is still a draft.
        RunUnfinished => "run_unfinished",
        /// A newer search took this one's place.
        SearchSuperseded => "search_superseded",
        /// A vault is there already.
        Vault => "vault",
    }
}

codes! {
    /// Why the vault tells nothing.
    Lock {
        /// The app is out of sight.
        Away => "away",
        /// It was locked.
        Locked => "locked",
        /// A passphrase is set, and none was given.
        PassphraseNeeded => "passphrase_needed",
        /// Too many wrong passphrases: no try is taken for a while.
        Wait => "wait",
        /// The passphrase is another one.
        WrongPassphrase => "wrong_passphrase",
    }
}

/// An argument that cannot be taken: which one, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("invalid {field}: {reason}")]
pub struct InvalidInput {
    /// The argument.
    pub field: Field,
    /// Why it was refused.
    pub reason: Reason,
}

impl InvalidInput {
    /// `field` was refused for `reason`.
    pub const fn new(field: Field, reason: Reason) -> Self {
        Self { field, reason }
    }
}

/// What a use-case answers when it cannot do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An argument cannot be taken; nothing was changed.
    #[error(transparent)]
    Invalid(#[from] InvalidInput),
    /// Something asked for by id is not there.
    #[error("no {kind} {id}")]
    NotFound {
        /// What was asked for.
        kind: Missing,
        /// Its id, empty where there can be only one.
        id: String,
    },
    /// The state of the vault does not allow it; nothing was changed.
    #[error("conflict: {kind} {id}")]
    Conflict {
        /// What stands in the way.
        kind: Clash,
        /// The id of what stands in the way, empty where there can be only one.
        id: String,
    },
    /// The vault is locked: no content leaves it.
    #[error("locked: {0}")]
    Locked(Lock),
    /// The vault's files.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A fault of this crate: shipped data that does not hold together, or stored data that no release wrote.
    #[error("internal: {0}")]
    Internal(&'static str),
}
