// What every view may ask its surroundings for: the texts, the colours, the locale's words.

import AmpersandKit
import SwiftUI

private struct TextsKey: EnvironmentKey {
    static let defaultValue: any Texts = EnglishTexts()
}

extension EnvironmentValues {
    /// The texts in the person's language.
    var texts: any Texts {
        get { self[TextsKey.self] }
        set { self[TextsKey.self] = newValue }
    }

    /// The colours for the light or the dark look, whichever is on.
    var palette: Palette { Palette(colorScheme) }

    /// How the locale writes days and numbers.
    var days: DayWords { DayWords(locale: locale, zone: timeZone) }
}
