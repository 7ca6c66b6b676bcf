// Reads docs/error-codes.md, so that the texts of this shell can be held against it.

import Foundation

@testable import AmpersandKit

/// One documented code, under the variant it belongs to.
struct ErrorCode: CustomStringConvertible {
    let heading: String
    let code: String

    var description: String { "\(heading) \(code)" }

    /// The problem as which it arrives; nil for a table that this shell does not know.
    var problem: Problem? {
        switch heading {
        case "InvalidInput: code": .invalidInput(field: "any", code: code)
        case "NotFound: kind": .notFound(kind: code, id: "1")
        case "Conflict: kind": .conflict(kind: code, id: "1")
        case "Locked: code": .locked(code: code)
        case "Storage: code": .storage(code: code, retryable: false)
        case "TooNew": .tooNew(found: 2, supported: 1)
        case "Internal": .fault(reference: code)
        default: nil
        }
    }

    /// Every code of the document. The table of fields has none: a field says what a code is about.
    static func documented() throws -> [ErrorCode] {
        let file = Repository.root.appendingPathComponent("docs/error-codes.md")
        return read(try String(contentsOf: file, encoding: .utf8))
    }

    static func read(_ text: String) -> [ErrorCode] {
        var heading = ""
        var codes: [ErrorCode] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("## ") {
                heading = String(line.dropFirst(3))
            } else if line.hasPrefix("| `"), heading != "InvalidInput: field" {
                codes.append(ErrorCode(heading: heading, code: String(line.split(separator: "`")[1])))
            }
        }
        return codes
    }
}
