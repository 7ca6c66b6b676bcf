// How the vault comes to be open: protection, key, passphrase, in that order. It deletes and
// overwrites nothing; a key that is not there, one that does not fit, and one that the phone
// does not give out yet are three different problems.

import Foundation

/// The steps to an open vault, for the models that need them.
struct Opening: Sendable {
    let owner: CoreOwner
    let folder: URL
    let keys: any KeyStore
    let protection: any FileProtection
    let time: any TimeSource

    /// A first run: protection before the first file, and no key of an earlier installation.
    /// The key is stored before the vault is made; the other way round, a phone that dies in
    /// between would be left with a vault that nothing opens.
    func create() async throws(Problem) {
        do { try protection.prepare(folder) } catch { throw .folderUnprotected }
        let secret = DeviceSecret.fresh()
        do {
            try keys.removeLeftover()
            try keys.store(secret)
        } catch {
            throw .keyUnavailable
        }
        try await owner.create(secret, at: time.clock)
    }

    /// A passphrase that is asked for and not given ends with `passphrase_needed`.
    func open(passphrase: String?) async throws(Problem) {
        try await owner.open(secret(), passphrase: passphrase, at: time.clock)
    }

    /// What a damaged vault can be brought back from.
    func recoveryOffer(passphrase: String?) async throws(Problem) -> RecoveryOffer {
        try await owner.recoveryOffer(secret(), passphrase: passphrase, at: time.clock)
    }

    func recover(from source: RecoverFrom, passphrase: String?) async throws(Problem) -> Recovered {
        try await owner.recover(from: source, secret(), passphrase: passphrase, at: time.clock)
    }

    /// Everything, for good: the vault, and the phone's half of its key.
    func erase() async throws(Problem) {
        try await owner.eraseEverything()
        do { try keys.removeLeftover() } catch { throw .keyUnavailable }
    }

    private func secret() throws(Problem) -> DeviceSecret {
        let found: DeviceSecret?
        do { found = try keys.load() } catch { throw .keyUnavailable }
        guard let found else { throw .keyLost }
        return found
    }
}
