// The owner's calls for the vault itself: passphrase, being away, upkeep, safety copies,
// recovery, erasing. Every call is one delegation to the core.

import AmpersandCore

extension CoreOwner {
    // MARK: The lock

    /// Whether a passphrase is asked for, and how long no try is taken. Needs no key.
    public func lockState(at clock: VaultClock) throws(Problem) -> LockState {
        try translated { try AmpersandCore.lockState(folder: folder.path, clock: clock) }
    }

    /// How hard a passphrase is to guess. It is looked at and not kept.
    public func strength(of text: String) throws(Problem) -> Strength {
        try translated { try passphraseStrength(text: text) }
    }

    /// Sets the first passphrase, or another one when the current one is right.
    public func setPassphrase(_ new: String, current: String?, at clock: VaultClock) throws(Problem) {
        try inVault { try $0.setPassphrase(current: current, new: new, clock: clock) }
    }

    public func removePassphrase(_ current: String, at clock: VaultClock) throws(Problem) {
        try inVault { try $0.removePassphrase(current: current, clock: clock) }
    }

    /// The app is out of sight: from now on only drafts are taken, where there is a passphrase.
    public func wentAway(at clock: VaultClock) throws(Problem) {
        try inVault { try $0.wentAway(clock: clock) }
    }

    /// The app is back. True when it was away for too long and locked itself: then the vault
    /// is let go of here too.
    public func cameBack(at clock: VaultClock) throws(Problem) -> Bool {
        let isLocked = try inVault { try $0.cameBack(clock: clock) }
        if isLocked { vault = nil }
        return isLocked
    }

    // MARK: Upkeep and safety copies

    public func beginUpkeep(at now: NowContext) throws(Problem) -> UpkeepProgress {
        try inVault { try $0.beginUpkeep(ctx: now) }
    }

    public func stepUpkeep(at now: NowContext, budget: UInt32) throws(Problem) -> UpkeepProgress {
        try inVault { try $0.stepUpkeep(ctx: now, budget: budget) }
    }

    public func stopUpkeep() throws(Problem) {
        try inVault { try $0.stopUpkeep() }
    }

    public func snapshots() throws(Problem) -> [SnapshotSummary] {
        try inVault { try $0.snapshots() }
    }

    public func deleteSnapshots() throws(Problem) {
        try inVault { try $0.deleteSnapshots() }
    }

    // MARK: Recovery

    /// What a damaged vault can be brought back from. Changes nothing.
    public func recoveryOffer(
        _ secret: DeviceSecret, passphrase: String?, at clock: VaultClock
    ) throws(Problem) -> RecoveryOffer {
        vault = nil
        return try translated { try AmpersandCore.recoveryOffer(config: config(secret, passphrase, clock)) }
    }

    /// Moves the damaged files aside and brings back what it can; nothing is deleted.
    public func recover(
        from source: RecoverFrom, _ secret: DeviceSecret, passphrase: String?, at clock: VaultClock
    ) throws(Problem) -> Recovered {
        vault = nil
        return try translated { try recoverVault(config: config(secret, passphrase, clock), from: source) }
    }

    // MARK: Erasing

    /// The key first, then the files. There is no way back. The vault is let go of even where
    /// a file could not be removed: without its key nothing can be done with it.
    public func eraseEverything() throws(Problem) {
        defer { vault = nil }
        try inVault { try $0.eraseEverything() }
    }

    /// Finishes an erasing that was cut short; does nothing where none was.
    public func finishErasing() throws(Problem) {
        try translated { try resumeErase(folder: folder.path) }
    }
}
