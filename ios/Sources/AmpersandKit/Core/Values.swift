// The core's records under the names that models, screens and tests use. They are plain,
// immutable values. `Vault` itself is not among them, on purpose: the only way to it is the
// `CoreOwner`. `PersonSettings` has a name of its own because SwiftUI has a `Settings`,
// `VaultClock` because the standard library has a `Clock`.

import AmpersandCore

public typealias RunId = AmpersandCore.RunId
public typealias CivilDate = AmpersandCore.CivilDate

// Time as data.
public typealias NowContext = AmpersandCore.NowContext
public typealias ZoneSpan = AmpersandCore.ZoneSpan
public typealias ZoneTransition = AmpersandCore.ZoneTransition
public typealias VaultClock = AmpersandCore.Clock
public typealias Month = AmpersandCore.Month

// Taking the Check.
public typealias AnswerLabel = AmpersandCore.AnswerLabel
public typealias CheckItem = AmpersandCore.CheckItem
public typealias ItemAnswer = AmpersandCore.ItemAnswer
public typealias CheckDraft = AmpersandCore.CheckDraft
public typealias CheckProgress = AmpersandCore.CheckProgress
public typealias CheckReview = AmpersandCore.CheckReview
public typealias CheckOverview = AmpersandCore.CheckOverview
public typealias DraftSummary = AmpersandCore.DraftSummary
public typealias DraftState = AmpersandCore.DraftState
public typealias PartnerContext = AmpersandCore.PartnerContext
public typealias LifeEvent = AmpersandCore.LifeEvent
public typealias RetestOffer = AmpersandCore.RetestOffer

// Its result.
public typealias RunSummary = AmpersandCore.RunSummary
public typealias RunPage = AmpersandCore.RunPage
public typealias Inclusion = AmpersandCore.Inclusion
public typealias CheckResult = AmpersandCore.CheckResult
public typealias ScaleCard = AmpersandCore.ScaleCard
public typealias TotalCard = AmpersandCore.TotalCard
public typealias ScaleId = AmpersandCore.ScaleId
public typealias TotalId = AmpersandCore.TotalId
public typealias Part = AmpersandCore.Part
public typealias Level = AmpersandCore.Level
public typealias Band = AmpersandCore.Band
public typealias Estimate = AmpersandCore.Estimate
public typealias Quality = AmpersandCore.Quality
public typealias QualityFlag = AmpersandCore.QualityFlag
public typealias Change = AmpersandCore.Change
public typealias ChangeReport = AmpersandCore.ChangeReport
public typealias Claim = AmpersandCore.Claim
public typealias Suggestion = AmpersandCore.Suggestion
public typealias NeedPart = AmpersandCore.NeedPart
public typealias Practice = AmpersandCore.Practice
public typealias PracticeArea = AmpersandCore.PracticeArea
public typealias BoundarySuggestion = AmpersandCore.BoundarySuggestion
public typealias BoundaryKind = AmpersandCore.BoundaryKind
public typealias CardKind = AmpersandCore.CardKind
public typealias CareNote = AmpersandCore.CareNote

// Home, settings, safety, help.
public typealias Home = AmpersandCore.Home
public typealias PersonSettings = AmpersandCore.Settings
public typealias BaselineChoice = AmpersandCore.BaselineChoice
public typealias SafetyPage = AmpersandCore.SafetyPage
public typealias SafetyQuestion = AmpersandCore.SafetyQuestion
public typealias SafetyAnswer = AmpersandCore.SafetyAnswer
public typealias SafetyOutcome = AmpersandCore.SafetyOutcome
public typealias HelpLines = AmpersandCore.HelpLines
public typealias HelpLine = AmpersandCore.HelpLine
public typealias HelpKind = AmpersandCore.HelpKind
public typealias VaultPresence = AmpersandCore.VaultPresence

// The journal: months, entries, drafts.
public typealias EntryId = AmpersandCore.EntryId
public typealias DraftId = AmpersandCore.DraftId
public typealias PageCursor = AmpersandCore.PageCursor
public typealias JournalView = AmpersandCore.JournalView
public typealias JournalHome = AmpersandCore.JournalHome
public typealias MonthDay = AmpersandCore.MonthDay
public typealias EntrySummary = AmpersandCore.EntrySummary
public typealias EntryPage = AmpersandCore.EntryPage
public typealias EntryView = AmpersandCore.EntryView
public typealias EntryContent = AmpersandCore.EntryContent
public typealias OpenDraft = AmpersandCore.OpenDraft
public typealias NewEntry = AmpersandCore.NewEntry
public typealias Editor = AmpersandCore.Editor
public typealias Feeling = AmpersandCore.Feeling
public typealias Prompt = AmpersandCore.Prompt
public typealias FormOffer = AmpersandCore.FormOffer
public typealias DraftSaved = AmpersandCore.DraftSaved
public typealias SavedEntry = AmpersandCore.SavedEntry
public typealias ConflictChoice = AmpersandCore.ConflictChoice

// Its history, its trash, its search.
public typealias EntryHistory = AmpersandCore.EntryHistory
public typealias RevisionKind = AmpersandCore.RevisionKind
public typealias RevisionSummary = AmpersandCore.RevisionSummary
public typealias RevisionView = AmpersandCore.RevisionView
public typealias DiffKind = AmpersandCore.DiffKind
public typealias DiffPiece = AmpersandCore.DiffPiece
public typealias Purged = AmpersandCore.Purged
public typealias SearchOrder = AmpersandCore.SearchOrder
public typealias SearchHit = AmpersandCore.SearchHit
public typealias SearchPage = AmpersandCore.SearchPage

// The lock, safety copies, upkeep, recovery.
public typealias Grace = AmpersandCore.Grace
public typealias LockState = AmpersandCore.LockState
public typealias Strength = AmpersandCore.Strength
public typealias StrengthHint = AmpersandCore.StrengthHint
public typealias SnapshotKind = AmpersandCore.SnapshotKind
public typealias SnapshotSummary = AmpersandCore.SnapshotSummary
public typealias UpkeepProgress = AmpersandCore.UpkeepProgress
public typealias RecoveryOffer = AmpersandCore.RecoveryOffer
public typealias RecoverFrom = AmpersandCore.RecoverFrom
public typealias Recovered = AmpersandCore.Recovered
