// Words for moods and feelings. Ids come from the core; an id that is not in the catalogue, of
// a newer release for instance, is shown as it is.

extension Texts {
    /// A mood, 0 to 4; the nearest one for what several days have in common.
    public func words(forMood mood: Double) -> String {
        switch mood {
        case ..<0.5: mood0
        case ..<1.5: mood1
        case ..<2.5: mood2
        case ..<3.5: mood3
        default: mood4
        }
    }

    public func words(forMood mood: Int32) -> String { words(forMood: Double(mood)) }

    public func words(forFeeling id: String) -> String {
        switch id {
        case "amazed": feelingAmazed
        case "amused": feelingAmused
        case "angry": feelingAngry
        case "annoyed": feelingAnnoyed
        case "anxious": feelingAnxious
        case "ashamed": feelingAshamed
        case "brave": feelingBrave
        case "calm": feelingCalm
        case "confident": feelingConfident
        case "content": feelingContent
        case "disappointed": feelingDisappointed
        case "discouraged": feelingDiscouraged
        case "disgusted": feelingDisgusted
        case "drained": feelingDrained
        case "embarrassed": feelingEmbarrassed
        case "excited": feelingExcited
        case "fine": feelingFine
        case "frustrated": feelingFrustrated
        case "grateful": feelingGrateful
        case "guilty": feelingGuilty
        case "happy": feelingHappy
        case "hopeful": feelingHopeful
        case "hopeless": feelingHopeless
        case "indifferent": feelingIndifferent
        case "irritated": feelingIrritated
        case "jealous": feelingJealous
        case "joyful": feelingJoyful
        case "lonely": feelingLonely
        case "nothing": feelingNothing
        case "numb": feelingNumb
        case "okay": feelingOkay
        case "overwhelmed": feelingOverwhelmed
        case "passionate": feelingPassionate
        case "peaceful": feelingPeaceful
        case "proud": feelingProud
        case "relieved": feelingRelieved
        case "sad": feelingSad
        case "satisfied": feelingSatisfied
        case "scared": feelingScared
        case "stressed": feelingStressed
        case "surprised": feelingSurprised
        case "worried": feelingWorried
        default: id
        }
    }
}

public enum Moods {
    /// In the order in which they are offered.
    public static let offered: [Int32] = [0, 1, 2, 3, 4]
}
