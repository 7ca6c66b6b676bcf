// The language and the place the phone is set to, as the one tag the core takes.

import Foundation

public enum PhoneLocale {
    /// The language the app runs in, and the region the person set, which need not belong to
    /// it: `en-DE` is English in Germany. The language alone where there is no region.
    public static var tag: String { tag(of: .current) }

    static func tag(of locale: Locale) -> String {
        let language = locale.language.languageCode?.identifier ?? "en"
        guard let region = locale.region?.identifier else { return language }
        return "\(language)-\(region)"
    }
}
