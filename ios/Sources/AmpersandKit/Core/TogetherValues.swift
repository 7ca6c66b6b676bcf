// The core's records for time together, agreements and the ledger under the names that models,
// screens and tests use.

import AmpersandCore

// A talk, from getting ready to looking back.
public typealias MeetingId = AmpersandCore.MeetingId
public typealias LineId = AmpersandCore.LineId
public typealias TopicId = AmpersandCore.TopicId
public typealias TogetherView = AmpersandCore.TogetherView
public typealias TogetherGlimpse = AmpersandCore.TogetherGlimpse
public typealias MeetingView = AmpersandCore.MeetingView
public typealias MeetingSummary = AmpersandCore.MeetingSummary
public typealias MeetingStage = AmpersandCore.MeetingStage
public typealias MeetingMove = AmpersandCore.MeetingMove
public typealias MeetingMoveKind = AmpersandCore.MeetingMoveKind
public typealias MeetingTurn = AmpersandCore.MeetingTurn
public typealias TogetherHeading = AmpersandCore.TogetherHeading
public typealias HeadingView = AmpersandCore.HeadingView
public typealias PrivateLine = AmpersandCore.PrivateLine
public typealias LineDraft = AmpersandCore.LineDraft
public typealias AgendaTopic = AmpersandCore.AgendaTopic
public typealias Afterwards = AmpersandCore.Afterwards

// What was agreed on.
public typealias AgreementId = AmpersandCore.AgreementId
public typealias AgreementView = AmpersandCore.AgreementView
public typealias AgreementDraft = AmpersandCore.AgreementDraft
public typealias Who = AmpersandCore.Who
public typealias Review = AmpersandCore.Review
public typealias ReviewView = AmpersandCore.ReviewView
public typealias ReviewOutcome = AmpersandCore.ReviewOutcome

// Who carries what.
public typealias LedgerEntryId = AmpersandCore.LedgerEntryId
public typealias LedgerWeek = AmpersandCore.LedgerWeek
public typealias LedgerEntry = AmpersandCore.LedgerEntry
public typealias LedgerDraft = AmpersandCore.LedgerDraft
public typealias Whose = AmpersandCore.Whose
public typealias DoneBy = AmpersandCore.DoneBy

// Where a tapped reminder of a practice, an agreement or a talk leads.
public typealias ReminderTarget = AmpersandCore.ReminderTarget
