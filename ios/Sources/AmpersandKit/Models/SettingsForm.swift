// The settings as something that can be changed before it is saved: the core's record is
// immutable.

/// A copy of the settings with fields that can be set.
struct SettingsForm: Equatable {
    var name: String?
    var region: String?
    var partnerContext: PartnerContext
    var alsoInPast: Bool
    var sexualOptIn: Bool
    var baseline: BaselineChoice
    var autoLock: Grace
    var carePhrases: Bool
    var weekStart: WeekStart

    init(_ settings: PersonSettings) {
        name = settings.name
        region = settings.region
        partnerContext = settings.partnerContext
        alsoInPast = settings.alsoInPast
        sexualOptIn = settings.sexualOptIn
        baseline = settings.baseline
        autoLock = settings.autoLock
        carePhrases = settings.carePhrases
        weekStart = settings.weekStart
    }

    /// What goes to the core.
    var settings: PersonSettings {
        PersonSettings(
            name: name, region: region, partnerContext: partnerContext, alsoInPast: alsoInPast,
            sexualOptIn: sexualOptIn, baseline: baseline, autoLock: autoLock, carePhrases: carePhrases,
            weekStart: weekStart)
    }
}
