// What can go wrong, in the Kit's own words, and the one place where the core's errors are
// turned into it.

import AmpersandCore

/// Why something did not work. The first seven are the core's variants; the last three are
/// the phone's. None carries anything that a person wrote.
public enum Problem: Error, Equatable, Hashable, Sendable {
    case invalidInput(field: String, code: String)
    case notFound(kind: String, id: String)
    case conflict(kind: String, id: String)
    case locked(code: String)
    case storage(code: String, retryable: Bool)
    case tooNew(found: UInt32, supported: UInt32)
    /// A fault in the app itself, a panic in the core among them.
    case fault(reference: String)

    /// The vault is here and its key is not. Told apart from a wrong key.
    case keyLost
    /// The key store cannot be read just now, as before the first unlock after a start.
    case keyUnavailable
    /// The folder could not be made, or not be protected.
    case folderUnprotected

    /// Exhaustive over the core's variants: a new one does not compile until it is placed.
    init(_ error: any Error) {
        guard let error = error as? AmpersandError else {
            // The generated code's own errors: a panic in the core, or a broken build.
            self = .fault(reference: "call")
            return
        }
        switch error {
        case .InvalidInput(let field, let code): self = .invalidInput(field: field, code: code)
        case .NotFound(let kind, let id): self = .notFound(kind: kind, id: id)
        case .Conflict(let kind, let id): self = .conflict(kind: kind, id: id)
        case .Locked(let code): self = .locked(code: code)
        case .Storage(let code, let retryable): self = .storage(code: code, retryable: retryable)
        case .TooNew(let found, let supported): self = .tooNew(found: found, supported: supported)
        case .Internal(let reference): self = .fault(reference: reference)
        }
    }
}
