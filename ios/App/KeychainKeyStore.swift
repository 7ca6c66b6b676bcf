// The device's secret in the keychain: on this phone only, readable after the first unlock
// since its start, in no backup and in no cloud.

import AmpersandKit
import Foundation
import Security

struct KeychainKeyStore: KeyStore {
    /// The keychain said no; the number is its own, and says nothing about the person.
    struct Refused: Error {
        let status: OSStatus
    }

    private var item: [String: Any] {
        [
            kSecClass as String: kSecClassGenericPassword,
            kSecAttrService as String: "app.ampersand.vault",
            kSecAttrAccount as String: "device-secret",
            kSecAttrSynchronizable as String: false,
            kSecUseDataProtectionKeychain as String: true,
        ]
    }

    func load() throws -> DeviceSecret? {
        var query = item
        query[kSecReturnData as String] = true
        query[kSecMatchLimit as String] = kSecMatchLimitOne
        var found: CFTypeRef?
        let status = SecItemCopyMatching(query as CFDictionary, &found)
        // "Not found" is the one answer that means there is no key. Every other one, such as
        // "interaction not allowed" before the first unlock, means that it cannot be told.
        if status == errSecItemNotFound { return nil }
        guard status == errSecSuccess, let bytes = found as? Data else { throw Refused(status: status) }
        return DeviceSecret(stored: bytes)
    }

    func store(_ secret: DeviceSecret) throws {
        var attributes = item
        attributes[kSecAttrAccessible as String] = kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
        attributes[kSecValueData as String] = secret.withBytes { $0 }
        let status = SecItemAdd(attributes as CFDictionary, nil)
        guard status == errSecSuccess else { throw Refused(status: status) }
    }

    func removeLeftover() throws {
        let status = SecItemDelete(item as CFDictionary)
        guard status == errSecSuccess || status == errSecItemNotFound else { throw Refused(status: status) }
    }
}
