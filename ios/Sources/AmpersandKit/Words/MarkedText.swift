// A snippet of the search, cut where the core marked what was found. The marks are two
// characters that no keyboard types, so nothing in a text can be mistaken for markup.

/// A piece of a snippet.
public struct MarkedPiece: Equatable, Sendable {
    public let text: String
    /// Whether this is what was searched for.
    public let isFound: Bool
}

extension SearchHit {
    public var snippetPieces: [MarkedPiece] { MarkedPiece.pieces(of: snippet) }
    public var titlePieces: [MarkedPiece]? { title.map(MarkedPiece.pieces) }
}

extension MarkedPiece {
    static let begin: Character = "\u{E000}"
    static let end: Character = "\u{E001}"

    /// The pieces in order, none of them empty, and no mark left in any.
    static func pieces(of marked: String) -> [MarkedPiece] {
        var pieces: [MarkedPiece] = []
        var text = ""
        var isFound = false
        func cut() {
            if !text.isEmpty { pieces.append(MarkedPiece(text: text, isFound: isFound)) }
            text = ""
        }
        // By scalars: a mark followed by a combining one would be a character of its own.
        for scalar in marked.unicodeScalars {
            switch Character(scalar) {
            case begin:
                cut()
                isFound = true
            case end:
                cut()
                isFound = false
            default: text.unicodeScalars.append(scalar)
            }
        }
        cut()
        return pieces
    }
}
