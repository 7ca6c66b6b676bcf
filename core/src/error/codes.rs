//! The stable codes, each enum in alphabetical order. A code never changes its meaning; `docs/error-codes.md` has a row for
//! each.

codes! {
    /// The argument that an [`InvalidInput`](super::InvalidInput) is about.
    Field {
        /// What one will do, in a plan.
        Action => "action",
        /// How it felt afterwards.
        AfterFeeling => "after_feeling",
        /// An agreement.
        Agreement => "agreement",
        /// All agreements that are open.
        Agreements => "agreements",
        /// The answers of a run, a check-in or a pulse as a whole.
        Answers => "answers",
        /// An attempt at a practice.
        Attempt => "attempt",
        /// What somebody wrote in an entry.
        Body => "body",
        /// What a body told somebody.
        BodySign => "body_sign",
        /// A boundary.
        Boundary => "boundary",
        /// A time at which a boundary was needed.
        BoundaryUse => "boundary_use",
        /// Most fires of a plan.
        Cap => "cap",
        /// What a summary is made of.
        Choice => "choice",
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
        /// How a talk felt.
        Felt => "felt",
        /// What is filled into the blanks of a line.
        Fills => "fills",
        /// A reminder that fires.
        Fire => "fire",
        /// A form to write by.
        Form => "form",
        /// What somebody in the circle gives.
        Gives => "gives",
        /// Minutes for which a reminder stays worth showing.
        GraceMin => "grace_min",
        /// How much guilt there was.
        Guilt => "guilt",
        /// Days that a plan looks ahead.
        HorizonDays => "horizon_days",
        /// Several entries at once.
        Ids => "ids",
        /// An item of the instrument.
        Item => "item",
        /// Minutes within which reminders become one.
        JoinMin => "join_min",
        /// What a person calls a reminder, or somebody in the circle.
        Label => "label",
        /// The language of the texts.
        Language => "language",
        /// What was learned of a talk.
        Learned => "learned",
        /// An entry of the ledger.
        LedgerEntry => "ledger_entry",
        /// A limit in a person's own words.
        Limit => "limit",
        /// The line of a check-in.
        Line => "line",
        /// All private lines of a relationship check-in.
        Lines => "lines",
        /// Most reminders a day.
        MaxPerDay => "max_per_day",
        /// A relationship check-in.
        Meeting => "meeting",
        /// How long a talk is to be.
        Minutes => "minutes",
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
        /// The day of the next relationship check-in.
        NextOn => "next_on",
        /// What one will do next.
        NextStep => "next_step",
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
        /// A pattern that a person may know.
        Pattern => "pattern",
        /// Whom a limit is said to.
        Person => "person",
        /// A practice.
        Practice => "practice",
        /// A question to write about.
        Prompt => "prompt",
        /// What is searched for.
        Query => "query",
        /// A question of a person's own, or one of the list.
        Question => "question",
        /// A region of the help lines.
        Region => "region",
        /// How much relief there was.
        Relief => "relief",
        /// The days of a rule.
        Repeat => "repeat",
        /// A retest of the Check.
        Retest => "retest",
        /// The day on which an agreement is looked at again.
        ReviewOn => "review_on",
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
        /// What one is going to say.
        Script => "script",
        /// A line with blanks.
        ScriptLine => "script_line",
        /// When it is, in a plan.
        Situation => "situation",
        /// The times of a rule.
        Slots => "slots",
        /// What was put off.
        Snoozes => "snoozes",
        /// Somebody or something in the circle.
        Source => "source",
        /// A step of a practice.
        Step => "step",
        /// One tag.
        Tag => "tag",
        /// The tags of an entry.
        Tags => "tags",
        /// A civil time, `HH:MM`.
        Time => "time",
        /// The title of an entry.
        Title => "title",
        /// A topic of an agenda.
        Topic => "topic",
        /// All topics of an agenda.
        Topics => "topics",
        /// Until when a reminder is put off.
        Until => "until",
        /// An answer's value.
        Value => "value",
        /// Two rows of values that belong together.
        Values => "values",
        /// The version of the instrument.
        Version => "version",
        /// A day of the week.
        Weekday => "weekday",
        /// What was agreed on, or what somebody carried.
        What => "what",
        /// The zone span.
        Zone => "zone",
    }
}

codes! {
    /// Why an argument was refused.
    Reason {
        /// After the end of the day it is about.
        AfterDayEnd => "after_day_end",
        /// Before the day on which it was agreed on.
        BeforeAgreement => "before_agreement",
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
        /// Rows of different lengths.
        LengthsDiffer => "lengths_differ",
        /// Of an agreement that is let go of.
        LetGo => "let_go",
        /// Not of the documented form.
        Malformed => "malformed",
        /// An id that is no UUID.
        MalformedId => "malformed_id",
        /// The safety page comes before results.
        NotAnswered => "not_answered",
        /// No number, or one without end.
        NotFinite => "not_finite",
        /// Not among what can be chosen here.
        NotOffered => "not_offered",
        /// Nothing at all was answered.
        NothingAnswered => "nothing_answered",
        /// Nothing at all was chosen.
        NothingChosen => "nothing_chosen",
        /// Of another relationship check-in.
        OtherMeeting => "other_meeting",
        /// Not after the one before it.
        OutOfOrder => "out_of_order",
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
        /// A pattern that this build does not know.
        UnknownPattern => "unknown_pattern",
        /// A practice that this build does not know.
        UnknownPractice => "unknown_practice",
        /// A prompt that this build does not know.
        UnknownPrompt => "unknown_prompt",
        /// A region without help lines.
        UnknownRegion => "unknown_region",
        /// A line with blanks that this build does not know.
        UnknownScriptLine => "unknown_script_line",
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
        /// An agreement.
        Agreement => "agreement",
        /// An attempt at a practice.
        Attempt => "attempt",
        /// A boundary.
        Boundary => "boundary",
        /// A time at which a boundary was needed.
        BoundaryUse => "boundary_use",
        /// A check-in of that day.
        CheckIn => "check_in",
        /// An editor's draft.
        Draft => "draft",
        /// An entry of the journal.
        Entry => "entry",
        /// A reminder that was not fired, or is gone.
        Fire => "fire",
        /// An insight.
        Insight => "insight",
        /// An entry of the ledger.
        LedgerEntry => "ledger_entry",
        /// A private line.
        Line => "line",
        /// A relationship check-in.
        Meeting => "meeting",
        /// A question of a person's own, or one of the list.
        Question => "question",
        /// An earlier text of an entry.
        Revision => "revision",
        /// A reminder's rule.
        Rule => "rule",
        /// A run or a draft.
        Run => "run",
        /// A safety copy of the vault.
        Snapshot => "snapshot",
        /// Somebody or something in the circle.
        Source => "source",
        /// A topic of an agenda.
        Topic => "topic",
        /// A vault in the folder.
        Vault => "vault",
    }
}

codes! {
    /// What stands in the way.
    Clash {
        /// The agreement is closed.
        AgreementClosed => "agreement_closed",
        /// The move does not follow from where the boundary's use is.
        BoundaryMove => "boundary_move",
        /// It faces the partner, and care mode is on.
        CareMode => "care_mode",
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
        /// It does not follow from the stage of the relationship check-in.
        MeetingMove => "meeting_move",
        /// Only what was somebody else's can be handed back.
        NotTheirs => "not_theirs",
        /// The practice was not begun, or was put down.
        PracticeNotActive => "practice_not_active",
        /// As many practices as there may be at a time are active.
        PracticesFull => "practices_full",
        /// The pulse is of a week that is over, and is not changed any more.
        PulseFixed => "pulse_fixed",
        /// The run is finished and is never edited.
        RunFinished => "run_finished",
        /// The run is still a draft.
        RunUnfinished => "run_unfinished",
        /// A newer search took this one's place.
        SearchSuperseded => "search_superseded",
        /// It was put away, and takes no new contact.
        SourceArchived => "source_archived",
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
