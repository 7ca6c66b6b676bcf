// Words for the lock, the passphrase and the wait after too many wrong ones.

extension Texts {
    /// How long the next try has to wait; nil when it need not.
    public func words(forWait wait: Duration) -> String? {
        guard wait > .zero else { return nil }
        // Rounded up: nobody is told a moment at which it is still too early.
        let seconds = Int(wait.components.seconds) + (wait.components.attoseconds > 0 ? 1 : 0)
        return seconds <= 90 ? lockWaitSeconds(n: seconds) : lockWaitMinutes(n: (seconds + 59) / 60)
    }

    public func words(for grace: Grace) -> String {
        switch grace {
        case .atOnce: graceAtOnce
        case .seconds30: graceSeconds30
        case .minute1: graceMinute1
        case .minutes5: graceMinutes5
        }
    }

    /// How hard a passphrase is to guess, as a level.
    public func level(of strength: Strength) -> String {
        let words =
            switch strength.level {
            case 0: strengthLevel0
            case 1: strengthLevel1
            case 2: strengthLevel2
            case 3: strengthLevel3
            default: strengthLevel4
            }
        return strengthLabel(strength: words)
    }

    /// What would make it harder.
    public func words(for hint: StrengthHint) -> String {
        switch hint {
        case .tooShort: strengthTooShort
        case .common: strengthCommon
        case .repeats: strengthRepeats
        case .addWords: strengthAddWords
        case .good: strengthGood
        }
    }

    public func words(for done: PassphraseModel.Done) -> String {
        switch done {
        case .set: passphraseSetDone
        case .changed: passphraseChangeDone
        case .removed: passphraseRemoveDone
        }
    }
}

extension Grace {
    /// In the order in which they are offered.
    public static let offered: [Grace] = [.atOnce, .seconds30, .minute1, .minutes5]
}
