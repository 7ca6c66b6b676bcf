// The core's records for practices, learning and boundaries under the names that models, screens
// and tests use. As in Values.swift, the objects that do something are not among them.

import AmpersandCore

// Practices.
public typealias AttemptId = AmpersandCore.AttemptId
public typealias PracticeGroup = AmpersandCore.PracticeGroup
public typealias AttemptOutcome = AmpersandCore.AttemptOutcome
public typealias PracticesView = AmpersandCore.PracticesView
public typealias PracticeAreaView = AmpersandCore.PracticeAreaView
public typealias PracticeCard = AmpersandCore.PracticeCard
public typealias PracticeRef = AmpersandCore.PracticeRef
public typealias ActivePractice = AmpersandCore.ActivePractice
public typealias IfThenPlan = AmpersandCore.IfThenPlan
public typealias PracticeView = AmpersandCore.PracticeView
public typealias PracticeStep = AmpersandCore.PracticeStep
public typealias Attempt = AmpersandCore.Attempt
public typealias NewAttempt = AmpersandCore.NewAttempt
public typealias PlanDraft = AmpersandCore.PlanDraft
public typealias WhyPart = AmpersandCore.WhyPart
public typealias WhySuggested = AmpersandCore.WhySuggested
public typealias PracticeGlimpse = AmpersandCore.PracticeGlimpse

// Learning.
public typealias LearnView = AmpersandCore.LearnView
public typealias LearnCard = AmpersandCore.LearnCard
public typealias PatternCard = AmpersandCore.PatternCard
public typealias PromptRef = AmpersandCore.PromptRef

// Boundaries.
public typealias BoundaryId = AmpersandCore.BoundaryId
public typealias BoundaryUseId = AmpersandCore.BoundaryUseId
public typealias Belongs = AmpersandCore.Belongs
public typealias Rung = AmpersandCore.Rung
public typealias BoundaryState = AmpersandCore.BoundaryState
public typealias BodySign = AmpersandCore.BodySign
public typealias YesNoUnsure = AmpersandCore.YesNoUnsure
public typealias BoundaryMove = AmpersandCore.BoundaryMove
public typealias BoundaryMoveKind = AmpersandCore.BoundaryMoveKind
public typealias BoundaryOutcome = AmpersandCore.BoundaryOutcome
public typealias BoundaryAnswer = AmpersandCore.BoundaryAnswer
public typealias BoundariesView = AmpersandCore.BoundariesView
public typealias KindView = AmpersandCore.KindView
public typealias Boundary = AmpersandCore.Boundary
public typealias AfterChange = AmpersandCore.AfterChange
public typealias UseSummary = AmpersandCore.UseSummary
public typealias UseView = AmpersandCore.UseView
public typealias Noticed = AmpersandCore.Noticed
public typealias ScriptLine = AmpersandCore.ScriptLine
public typealias ScriptBlank = AmpersandCore.ScriptBlank
public typealias SafetyOffer = AmpersandCore.SafetyOffer
