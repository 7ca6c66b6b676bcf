// What the journal must refuse or repair, seen from Swift: broken text of a host, sizes, dates,
// ids of other kinds, and calls after a lock or an erasing.

import AmpersandCore
import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct JournalBadInputTests {
    let folder = Folder()
    let time = FakeTime()

    private var config: VaultConfig {
        VaultConfig(
            folder: folder.url.path, deviceSecret: Data(repeating: 7, count: 32), passphrase: nil, locale: "en",
            clock: time.both)
    }

    private func begun() throws -> (Vault, Editor) {
        let vault = try Vault.create(config: config)
        return (vault, try vault.beginEntry(ctx: time.now(), new: NewEntry(day: nil, prompt: nil, form: nil)))
    }

    private func content(_ body: String, title: String? = nil, day: String = "2026-11-23", tags: [String] = [])
        -> EntryContent
    {
        EntryContent(
            day: day, title: title, body: body, feelings: [], mood: nil, tags: tags, prompt: nil, form: nil,
            starred: false)
    }

    private func invalid(_ field: String, _ code: String) -> AmpersandError {
        .InvalidInput(field: field, code: code)
    }

    // MARK: Text

    private static let broken: [([UInt16], String)] = [
        ([0x61, 0xD83D, 0x62], "a\u{FFFD}b"),
        ([0xDE00, 0x61], "\u{FFFD}a"),
        ([0x61, 0xD83D], "a\u{FFFD}"),
        ([0xD83D, 0xD83D, 0xDE00], "\u{FFFD}😀"),
        ([0xDE00, 0xD83D], "\u{FFFD}\u{FFFD}"),
    ]

    /// A Swift string cannot hold half of a surrogate pair: whoever hands one over gets the
    /// replacement character, before the core is ever asked. Everything around it is kept.
    @Test(arguments: Self.broken)
    private func halfASurrogateBecomesTheReplacementCharacter(_ units: [UInt16], _ expected: String) throws {
        let (vault, editor) = try begun()
        let decoded = String(decoding: units, as: UTF16.self)
        #expect(decoded == expected)
        _ = try vault.saveDraft(ctx: time.now(), draft: editor.draft, content: content(decoded))
        #expect(try vault.resumeDraft(ctx: time.now(), draft: editor.draft).content.body == expected)
        // The way text comes in from the system: through Foundation's strings.
        let bridged = NSString(characters: units, length: units.count) as String
        let saved = try vault.saveEntry(ctx: time.now(), draft: editor.draft, content: content("x" + bridged))
        let stored = saved.entry.content.body
        #expect(stored.hasPrefix("x"))
        #expect(stored.unicodeScalars.allSatisfy { !(0xD800...0xDFFF).contains($0.value) })
        #expect(stored == "x" + expected)
    }

    @Test(arguments: [
        "👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈", "e\u{301}\u{302}\u{303}", "שָׁלוֹם", "ไทย", "日本語", "\u{202E}right to left\u{202C}", "İıß ς",
        String(repeating: "\u{301}", count: 1_000), "tab\tand\nnew line", "\u{E000}not a mark\u{E001}", "\u{FFFD}",
    ])
    func everyKindOfTextComesBackAsItWas(_ text: String) throws {
        let (vault, editor) = try begun()
        let saved = try vault.saveEntry(ctx: time.now(), draft: editor.draft, content: content(text))
        #expect(Array(saved.entry.content.body.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func textThatIsRefusedLeavesTheDraftAsItWas() throws {
        let (vault, editor) = try begun()
        _ = try vault.saveDraft(ctx: time.now(), draft: editor.draft, content: content("kept"))
        let cases: [(EntryContent, AmpersandError)] = [
            (content("a\0b"), invalid("body", "control_character")),
            (content("a\u{7}b"), invalid("body", "control_character")),
            (content("x", title: "a\nb"), invalid("title", "control_character")),
            (content(String(repeating: "x", count: 1_000_001)), invalid("body", "too_long")),
            (content(String(repeating: "😀", count: 250_001)), invalid("body", "too_long")),
            (content("x", title: String(repeating: "x", count: 201)), invalid("title", "too_long")),
            (content("x", tags: (0..<10_000).map { "tag \($0)" }), invalid("tags", "too_many")),
            (content("x", tags: ["a#b"]), invalid("tag", "malformed")),
            (content("x", tags: [""]), invalid("tag", "too_short")),
            (content("x", day: "1899-12-31"), invalid("date", "out_of_range")),
            (content("x", day: "2201-01-01"), invalid("date", "out_of_range")),
            (content("x", day: "2026-02-30"), invalid("date", "malformed")),
            (content("x", day: "tomorrow"), invalid("date", "malformed")),
        ]
        for (content, error) in cases {
            #expect(throws: error) { try vault.saveDraft(ctx: time.now(), draft: editor.draft, content: content) }
            #expect(throws: error) { try vault.saveEntry(ctx: time.now(), draft: editor.draft, content: content) }
        }
        #expect(try vault.resumeDraft(ctx: time.now(), draft: editor.draft).content.body == "kept")
    }

    // MARK: Ids, cursors, months

    @Test func idsOfOtherKinds() throws {
        let (vault, editor) = try begun()
        let saved = try vault.saveEntry(ctx: time.now(), draft: editor.draft, content: content("text"))
        let now = time.now()
        #expect(throws: AmpersandError.NotFound(kind: "entry", id: editor.draft)) {
            try vault.entry(id: editor.draft)
        }
        #expect(throws: AmpersandError.NotFound(kind: "draft", id: saved.entry.id)) {
            try vault.resumeDraft(ctx: now, draft: saved.entry.id)
        }
        #expect(throws: AmpersandError.NotFound(kind: "draft", id: editor.draft)) {
            try vault.saveDraft(ctx: now, draft: editor.draft, content: content("late"))
        }
        #expect(throws: AmpersandError.NotFound(kind: "revision", id: "9")) {
            try vault.revision(id: saved.entry.id, revision: 9)
        }
        #expect(throws: invalid("entry", "malformed_id")) { try vault.entry(id: "no id") }
        #expect(throws: invalid("draft", "malformed_id")) { try vault.resumeDraft(ctx: now, draft: "") }
        #expect(throws: invalid("cursor", "malformed")) { try vault.trash(after: "no cursor") }
        #expect(throws: invalid("cursor", "malformed")) {
            try vault.search(ctx: now, text: "", order: .newest, after: "no cursor")
        }
        for month in ["2026-13", "2026-1", "November", ""] {
            #expect(throws: invalid("month", "malformed")) { try vault.journal(ctx: now, month: month) }
        }
        #expect(throws: invalid("prompt", "unknown_prompt")) {
            try vault.beginEntry(ctx: now, new: NewEntry(day: nil, prompt: "none", form: nil))
        }
        #expect(throws: invalid("form", "unknown_form")) {
            try vault.beginEntry(ctx: now, new: NewEntry(day: nil, prompt: nil, form: "none"))
        }
        #expect(throws: AmpersandError.self) { try vault.trashEntries(ctx: now, ids: [saved.entry.id, "no id"]) }
        #expect(try vault.entry(id: saved.entry.id).trashedAt == nil)
    }

    // MARK: Afterwards

    @Test func afterALockAndAfterAnErasing() throws {
        let (vault, editor) = try begun()
        let locked = AmpersandError.Locked(code: "locked")
        func expectShut(_ vault: Vault) {
            let now = time.now()
            #expect(throws: locked) { try vault.journal(ctx: now, month: nil) }
            #expect(throws: locked) { try vault.saveDraft(ctx: now, draft: editor.draft, content: content("x")) }
            #expect(throws: locked) { try vault.search(ctx: now, text: "x", order: .best, after: nil) }
            #expect(throws: locked) { try vault.beginUpkeep(ctx: now) }
            #expect(throws: locked) { try vault.snapshots() }
        }
        try vault.lock()
        #expect(try vault.cameBack(clock: time.both), "a locked vault says that it is locked")
        expectShut(vault)
        let again = try Vault.open(config: config)
        try again.eraseEverything()
        expectShut(again)
        #expect(throws: locked) { try again.eraseEverything() }
        #expect(try vaultPresence(folder: folder.url.path) == .absent)
    }
}
