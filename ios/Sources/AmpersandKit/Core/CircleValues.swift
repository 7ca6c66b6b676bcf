// The core's records for the circle, for a therapist's page and for what the weeks show, under
// the names that models, screens and tests use.

import AmpersandCore

// The circle.
public typealias SourceId = AmpersandCore.SourceId
public typealias CircleView = AmpersandCore.CircleView
public typealias CircleSource = AmpersandCore.CircleSource
public typealias SourceDraft = AmpersandCore.SourceDraft
public typealias Breadth = AmpersandCore.Breadth
public typealias LoveKind = AmpersandCore.LoveKind
public typealias Gift = AmpersandCore.Gift

// What to bring to a therapist.
public typealias QuestionId = AmpersandCore.QuestionId
public typealias SupportView = AmpersandCore.SupportView
public typealias SupportQuestion = AmpersandCore.SupportQuestion
public typealias OwnQuestion = AmpersandCore.OwnQuestion
public typealias SummaryChoices = AmpersandCore.SummaryChoices
public typealias SummaryChoice = AmpersandCore.SummaryChoice
public typealias SummaryDocument = AmpersandCore.SummaryDocument
public typealias SummaryRange = AmpersandCore.SummaryRange
public typealias SummaryPart = AmpersandCore.SummaryPart

// What the weeks show.
public typealias InsightsView = AmpersandCore.InsightsView
public typealias InsightCard = AmpersandCore.InsightCard
public typealias InsightKind = AmpersandCore.InsightKind
public typealias InsightResult = AmpersandCore.InsightResult
public typealias InsightRange = AmpersandCore.InsightRange
public typealias InsightOffer = AmpersandCore.InsightOffer
public typealias SeriesId = AmpersandCore.SeriesId
public typealias SeriesView = AmpersandCore.SeriesView
public typealias SeriesPoint = AmpersandCore.SeriesPoint
