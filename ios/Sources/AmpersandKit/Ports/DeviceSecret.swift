// The 32 bytes that open the vault, and the port to where the phone keeps them.

import Foundation

/// The device's secret: 32 random bytes. It never shows itself, not in a log, not in a
/// debugger's summary, not in a failed expectation.
public struct DeviceSecret: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    public static let length = 32

    let bytes: Data

    /// The secret as it was stored. The core refuses one of another length, by its own rule.
    public init(stored bytes: Data) {
        self.bytes = bytes
    }

    /// A fresh one, from the system's cryptographic source.
    public static func fresh() -> DeviceSecret {
        var source = SystemRandomNumberGenerator()
        return DeviceSecret(stored: Data((0..<length).map { _ in UInt8.random(in: .min ... .max, using: &source) }))
    }

    /// Hands the bytes to whoever stores them.
    public func withBytes<T>(_ body: (Data) throws -> T) rethrows -> T {
        try body(bytes)
    }

    public var description: String { "DeviceSecret" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Where the phone keeps the secret. The app's adapter stands on the keychain; the tests
/// bring one that holds it in memory.
public protocol KeyStore: Sendable {
    /// The secret, or nil when there is none. Throws when the store cannot be read just now:
    /// that is not the same as there being none, and nothing may follow from it.
    func load() throws -> DeviceSecret?

    /// Stores the secret, where none may be yet.
    func store(_ secret: DeviceSecret) throws

    /// Removes what an earlier installation left. Called only where there is no vault.
    func removeLeftover() throws
}

/// The folder's protection by the system. Asked before the vault is opened or made, so that
/// no file is ever written without it.
public protocol FileProtection: Sendable {
    /// Makes the folder where it is missing, closes it while the phone has not been unlocked
    /// since its start, and leaves it out of backups.
    func prepare(_ folder: URL) throws
}
