// The filters of the search, as a person would type them. The core reads them; this only
// spares the typing.

/// One filter that a tap puts into the search field.
public enum SearchFilter: Equatable, Sendable {
    case tag(String)
    case feeling(id: String)
    case from(CivilDate)
    case to(CivilDate)
    case starred

    /// What is written into the field. A tag may hold blanks, so it goes in quotes.
    public var typed: String {
        switch self {
        case .tag(let tag): "tag:\"\(tag)\""
        case .feeling(let id): "feeling:\(id)"
        case .from(let day): "from:\(day)"
        case .to(let day): "to:\(day)"
        case .starred: "starred"
        }
    }

    /// Behind what is typed already, with a blank between and one after it to go on from.
    func added(to text: String) -> String {
        let between = text.isEmpty || text.hasSuffix(" ") ? "" : " "
        return text + between + typed + " "
    }
}

extension SearchFilter {
    /// What can be typed by hand, one of a kind.
    public static let examples = [
        SearchFilter.tag("work"), .feeling(id: "calm"), .from("2026-01-01"), .to("2026-01-31"), .starred,
    ].map(\.typed)
}
