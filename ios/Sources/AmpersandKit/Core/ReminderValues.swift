// The core's records for check-ins, pulses and reminders under the names that models, screens and
// tests use. As in Values.swift, the objects that do something are not among them.

import AmpersandCore

public typealias CivilTime = AmpersandCore.CivilTime

// The daily check-in.
public typealias CheckInView = AmpersandCore.CheckInView
public typealias CheckInItem = AmpersandCore.CheckInItem
public typealias CheckInAnswers = AmpersandCore.CheckInAnswers
public typealias CheckInSaved = AmpersandCore.CheckInSaved
public typealias CheckInStrip = AmpersandCore.CheckInStrip
public typealias CheckInNote = AmpersandCore.CheckInNote
public typealias CheckInGlimpse = AmpersandCore.CheckInGlimpse
public typealias TapAnswer = AmpersandCore.TapAnswer
public typealias StripDay = AmpersandCore.StripDay

// The weekly pulse.
public typealias WeekStart = AmpersandCore.WeekStart
public typealias PulseView = AmpersandCore.PulseView
public typealias PulseItem = AmpersandCore.PulseItem
public typealias PulseAnswer = AmpersandCore.PulseAnswer
public typealias PulseSaved = AmpersandCore.PulseSaved
public typealias PulseWeek = AmpersandCore.PulseWeek

// Rules, and what holds for all of them.
public typealias RuleId = AmpersandCore.RuleId
public typealias ReminderKind = AmpersandCore.ReminderKind
public typealias RuleDraft = AmpersandCore.RuleDraft
public typealias RuleView = AmpersandCore.RuleView
public typealias RuleProblem = AmpersandCore.RuleProblem
public typealias ProblemKind = AmpersandCore.ProblemKind
public typealias RulePreview = AmpersandCore.RulePreview
public typealias SuggestedRule = AmpersandCore.SuggestedRule
public typealias SlotTime = AmpersandCore.SlotTime
public typealias Slot = AmpersandCore.Slot
public typealias Repeat = AmpersandCore.Repeat
public typealias Completion = AmpersandCore.Completion
public typealias QuietHours = AmpersandCore.QuietHours
public typealias ReminderSettings = AmpersandCore.ReminderSettings
public typealias RemindersView = AmpersandCore.RemindersView
public typealias RemindersGlimpse = AmpersandCore.RemindersGlimpse

// What is planned, and what became of it.
public typealias FireId = AmpersandCore.FireId
public typealias FireToSet = AmpersandCore.FireToSet
public typealias Replan = AmpersandCore.Replan
public typealias NextFire = AmpersandCore.NextFire
public typealias PreviewFire = AmpersandCore.PreviewFire
public typealias PreviewDrop = AmpersandCore.PreviewDrop
public typealias ReminderItem = AmpersandCore.ReminderItem
public typealias DropReason = AmpersandCore.DropReason
public typealias MissedItem = AmpersandCore.MissedItem
public typealias DueItem = AmpersandCore.DueItem
public typealias OpenTarget = AmpersandCore.OpenTarget
public typealias NotificationPermission = AmpersandCore.NotificationPermission
