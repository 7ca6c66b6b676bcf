// An entry as something that can be written in: the core's record is immutable.

/// A copy of an entry's content with fields that can be set.
public struct EntryForm: Equatable, Sendable {
    public var day: CivilDate
    /// Empty for none: a field on a screen knows no other way to say it.
    public var title: String
    public var body: String
    public var feelings: [String]
    public var mood: Int32?
    public var tags: [String]
    public var prompt: String?
    public var form: String?
    public var starred: Bool

    init(_ content: EntryContent) {
        day = content.day
        title = content.title ?? ""
        body = content.body
        feelings = content.feelings
        mood = content.mood
        tags = content.tags
        prompt = content.prompt
        form = content.form
        starred = content.starred
    }

    /// What goes to the core.
    var content: EntryContent {
        EntryContent(
            day: day, title: title.isEmpty ? nil : title, body: body, feelings: feelings, mood: mood, tags: tags,
            prompt: prompt, form: form, starred: starred)
    }

    /// What was typed, apart from what was chosen.
    var written: Written { Written(title: title, body: body) }

    /// Whether nothing was put into it yet. What to do with that is the core's to say.
    var isBlank: Bool {
        title.isEmpty && body.isEmpty && feelings.isEmpty && mood == nil && tags.isEmpty && !starred
    }

    /// A field that the core can refuse, by the name it gives it.
    enum Field: String {
        case day = "date"
        case title, body, feelings, mood, tags, tag, prompt, form

        /// Typed text stays on the screen when it is refused; a choice is taken back.
        var isTyped: Bool { self == .title || self == .body }
    }

    /// The same with one field as it was in another.
    func with(_ field: Field, as other: EntryForm) -> EntryForm {
        var copy = self
        switch field {
        case .day: copy.day = other.day
        case .title: copy.title = other.title
        case .body: copy.body = other.body
        case .feelings: copy.feelings = other.feelings
        case .mood: copy.mood = other.mood
        case .tags, .tag: copy.tags = other.tags
        case .prompt: copy.prompt = other.prompt
        case .form: copy.form = other.form
        }
        return copy
    }
}

/// What a person typed.
public struct Written: Equatable, Sendable {
    public var title: String
    public var body: String
}
