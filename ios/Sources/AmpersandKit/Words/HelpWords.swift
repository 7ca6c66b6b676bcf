// Words for help lines, and what a tap on one opens.

import Foundation

extension Texts {
    public func title(for kind: HelpKind) -> String {
        switch kind {
        case .emergency: helpKindEmergency
        case .partnerAbuse: helpKindPartnerAbuse
        case .crisis: helpKindCrisis
        }
    }
}

extension HelpLine {
    /// What a tap opens: the dialler for a number, the browser for a site, nothing for what is
    /// neither. The dialler asks before it calls.
    public var link: URL? {
        let digits = contact.filter(\.isNumber)
        let isNumber = !digits.isEmpty && contact.allSatisfy { $0.isNumber || " -+()".contains($0) }
        if isNumber { return URL(string: "tel:" + (contact.hasPrefix("+") ? "+" : "") + digits) }
        let isSite = contact.contains(".") && !contact.contains(" ")
        return isSite ? URL(string: "https://" + contact) : nil
    }
}

/// Names of regions, as the locale writes them.
public struct RegionWords: Sendable {
    private let locale: Locale

    public init(locale: Locale = .current) {
        self.locale = locale
    }

    public func name(of region: String) -> String {
        locale.localizedString(forRegionCode: region) ?? region
    }
}
