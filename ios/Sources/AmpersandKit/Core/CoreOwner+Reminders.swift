// The owner's calls for the reminders. Their file needs no key: most of this works while the
// vault is shut. Every call is one delegation to the core.

import AmpersandCore

extension CoreOwner {
    // MARK: The person's screens

    public func remindersView(at now: NowContext) throws(Problem) -> RemindersView {
        try inReminders { try $0.view(ctx: now) }
    }

    /// What saving would do; nothing is changed.
    public func preview(of draft: RuleDraft, at now: NowContext) throws(Problem) -> RulePreview {
        try inReminders { try $0.previewRule(ctx: now, draft: draft) }
    }

    /// What saving would do; nothing is changed.
    public func preview(of settings: ReminderSettings, at now: NowContext) throws(Problem) -> RulePreview {
        try inReminders { try $0.previewSettings(ctx: now, settings: settings) }
    }

    public func save(_ draft: RuleDraft, at now: NowContext) throws(Problem) -> RuleView {
        try inReminders { try $0.saveRule(ctx: now, draft: draft) }
    }

    public func save(_ settings: ReminderSettings, at now: NowContext) throws(Problem) {
        _ = try inReminders { try $0.saveSettings(ctx: now, settings: settings) }
    }

    public func delete(rule: RuleId, at now: NowContext) throws(Problem) {
        try inReminders { try $0.deleteRule(ctx: now, id: rule) }
    }

    public func enable(rule: RuleId, _ isOn: Bool, at now: NowContext) throws(Problem) {
        _ = try inReminders { try $0.enableRule(ctx: now, id: rule, enabled: isOn) }
    }

    /// Brings a resting rule back.
    public func resume(rule: RuleId, at now: NowContext) throws(Problem) {
        _ = try inReminders { try $0.resumeRule(ctx: now, id: rule) }
    }

    /// Done, for what has no screen of its own.
    public func complete(rule: RuleId, day: CivilDate, at now: NowContext) throws(Problem) {
        try inReminders { try $0.complete(ctx: now, rule: rule, day: day, slot: nil) }
    }

    public func seenMissed(at now: NowContext) throws(Problem) {
        try inReminders { try $0.seenMissed(ctx: now) }
    }

    /// Sets a damaged file aside and begins a new one.
    public func startRemindersOver(at now: NowContext) throws(Problem) {
        reminders = nil
        reminders = try translated { try Reminders.startOver(folder: folder.path, ctx: now) }
    }

    // MARK: What lies in the vault

    public func suggestedReminders(at now: NowContext) throws(Problem) -> [SuggestedRule] {
        try inVault { try $0.suggestedReminders(ctx: now) }
    }

    /// The names that a person gave to rules of their own.
    public func ruleLabels() throws(Problem) -> [RuleId: String] {
        try inVault { try $0.ruleLabels().reduce(into: [:]) { $0[$1.rule] = $1.label } }
    }

    public func save(label: String?, of rule: RuleId) throws(Problem) {
        _ = try inVault { try $0.saveRuleLabel(rule: rule, label: label) }
    }

    // MARK: What the phone is told, and tells

    public func replan(_ permission: NotificationPermission, at now: NowContext) throws(Problem) -> Replan {
        try inReminders { try $0.replan(ctx: now, platform: .ios, permission: permission) }
    }

    /// False when another plan was made in between: then it has to be asked for again.
    public func registered(_ ids: [FireId], of generation: Int64) throws(Problem) -> Bool {
        try inReminders { try $0.registered(generation: generation, ids: ids) }
    }

    public func opened(_ id: FireId, at now: NowContext) throws(Problem) -> OpenTarget {
        try inReminders { try $0.opened(ctx: now, id: id) }
    }

    /// Puts a shown reminder off; nil when its day has no later moment.
    public func later(_ id: FireId, at now: NowContext) throws(Problem) -> Int64? {
        try inReminders { try $0.later(ctx: now, id: id) }
    }

    // MARK: Inside

    private func inReminders<T>(_ body: (Reminders) throws -> T) throws(Problem) -> T {
        let open = if let reminders { reminders } else { try translated { try Reminders.open(folder: folder.path) } }
        reminders = open
        return try translated { try body(open) }
    }
}
