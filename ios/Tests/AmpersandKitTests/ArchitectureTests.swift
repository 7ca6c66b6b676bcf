// Reads the sources of the Kit and of the app and holds them to their place: no scoring, no
// reckoning with dates, no database, no log of content, no way around the one owner.

import Foundation
import Testing

/// One source file, without its comments.
private struct Source: Sendable {
    let path: String
    let text: String
    let code: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map(Source.withoutComment)
            .joined(separator: "\n")
    }

    /// The line up to a comment; the slashes of an address are no comment.
    private static func withoutComment(_ line: Substring) -> Substring {
        var rest = line[...]
        while let slashes = rest.range(of: "//") {
            let before = line[..<slashes.lowerBound]
            if before.last != ":" && before.last != "\"" { return before }
            rest = line[slashes.upperBound...]
        }
        return line
    }

    static func all(under folders: [String]) -> [Source] {
        folders.flatMap { folder in
            let base = Repository.ios.appendingPathComponent(folder)
            let found = FileManager.default.enumerator(atPath: base.path)
            return (found?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".swift") }.sorted().map {
                let file = base.appendingPathComponent($0)
                return Source(
                    path: "\(folder)/\($0)", text: (try? String(contentsOf: file, encoding: .utf8)) ?? "")
            }
        }
        .filter { !$0.path.contains("/Generated/") }
    }

    static let shell = all(under: ["App", "Sources/AmpersandKit"])
}

/// Something a shell must not do, with an example that the rule has to find.
private struct Rule: Sendable, CustomTestStringConvertible {
    let name: String
    let pattern: String
    let example: String
    /// The files that may, each for a reason told in its first lines.
    var exempt: [String] = []
    var only: String = ""
    var testDescription: String { name }

    func finds(_ code: String) -> Bool {
        code.range(of: pattern, options: .regularExpression) != nil
    }

    static let all = [
        Rule(
            name: "reckons with dates",
            pattern: #"date\(byAdding|addingTimeInterval|[dD]ateComponents|DateInterval|timeIntervalSince\(|"#
                + #"Calendar\.|86_?400|startOfDay|isDateIn|advanced\(by|\.distance\(to"#,
            example: "Calendar.current.date(byAdding: .day, value: 28, to: day)",
            exempt: ["Sources/AmpersandKit/Ports/ZoneProbe.swift", "App/NotificationCentre.swift"]),
        Rule(
            name: "scores",
            pattern:
                #"(?i)\b(mean|average|sqrt|squareRoot|erfc?|pow|sd|sem|variance|reversed|keyed|holm)\b|\* *25\b|/ *38\b"#,
            example: "let mean = values.reduce(0, +) / Double(values.count)",
            exempt: [
                "Sources/AmpersandKit/Words/EstimateBar.swift", "Sources/AmpersandKit/Words/CheckInWords.swift",
            ]),
        Rule(
            name: "knows a cut or a threshold of the instrument",
            pattern: #"37\.5|62\.5|1\.28|0\.05\b|\b42\b|\b28\b|minAnswered"#,
            example: "if estimate.score >= 62.5 { }"),
        Rule(
            name: "talks to a database",
            pattern: #"\b(SELECT|INSERT INTO|UPDATE [a-z]|DELETE FROM|CREATE TABLE|PRAGMA)\b|import SQLite|sqlite3_"#,
            example: #"db.run("SELECT value FROM answer")"#),
        Rule(
            name: "writes to a log",
            pattern: #"\b(print|debugPrint|dump|NSLog|os_log|Logger|fputs)\s*\("#,
            example: #"print("answered \(value)")"#),
        Rule(
            name: "uses the network",
            pattern: #"URLSession|import Network|NWConnection|CFSocket|WKWebView"#,
            example: "let session = URLSession.shared"),
        Rule(
            name: "keeps content outside the vault",
            pattern: #"UserDefaults|AppStorage|SceneStorage|NSUbiquitous|\.write\(to:"#,
            example: #"@AppStorage("name") var name = """#,
            exempt: ["App/RootView.swift", "Sources/AmpersandKit/Ports/SharedFile.swift"]),
        Rule(
            name: "notifies in a way that was not agreed",
            pattern: #"repeats: true|TimeIntervalNotification|timeSensitive|provisional|critical|\.badge|setBadge"#,
            example: "UNCalendarNotificationTrigger(dateMatching: parts, repeats: true)"),
        Rule(
            name: "goes past the owner of the core",
            pattern: #"import AmpersandCore|import AmpersandFFI|\bVault\b\("#,
            example: "import AmpersandCore",
            exempt: [
                "Sources/AmpersandKit/Core/CoreOwner.swift", "Sources/AmpersandKit/Core/Problem.swift",
                "Sources/AmpersandKit/Core/Values.swift",
                "Sources/AmpersandKit/Core/CoreOwner+Boundary.swift",
                "Sources/AmpersandKit/Core/CircleValues.swift",
                "Sources/AmpersandKit/Core/CoreOwner+CheckIns.swift",
                "Sources/AmpersandKit/Core/CoreOwner+Circle.swift",
                "Sources/AmpersandKit/Core/CoreOwner+Journal.swift",
                "Sources/AmpersandKit/Core/CoreOwner+Practice.swift",
                "Sources/AmpersandKit/Core/CoreOwner+Reminders.swift",
                "Sources/AmpersandKit/Core/PracticeValues.swift",
                "Sources/AmpersandKit/Core/ReminderValues.swift",
                "Sources/AmpersandKit/Core/CoreOwner+Together.swift",
                "Sources/AmpersandKit/Core/CoreOwner+Vault.swift",
                "Sources/AmpersandKit/Core/TogetherValues.swift",
            ]),
        Rule(
            name: "draws in the Kit",
            pattern: #"import (SwiftUI|Charts|UIKit|Security|UserNotifications|BackgroundTasks)"#,
            example: "import SwiftUI", only: "Sources/AmpersandKit"),
        Rule(
            name: "says something that is not in the catalogue",
            pattern:
                #"(Text|Button|Label|Heading|SoftText|Toggle|Picker|TextField|Link|ProgressView|title:|hint:|detail:|"#
                + #"navigationTitle|accessibilityLabel|accessibilityHint|accessibilityValue)[( ]*"[^"]"#,
            example: #"Text("Hello")"#, only: "App"),
        Rule(
            name: "leaves something for later",
            // Put together, or this very file would be found by whoever looks for the words.
            pattern: #"\b(TO"# + "DO|FIX" + "ME|X" + #"XX|HA"# + #"CK)\b"#,
            example: "// TO" + "DO: later"),
    ]
}

@Suite struct ArchitectureTests {
    @Test func theSourcesAreFound() {
        #expect(Source.shell.filter { $0.path.hasPrefix("App/") }.count > 15)
        #expect(Source.shell.filter { $0.path.hasPrefix("Sources/AmpersandKit/") }.count > 15)
        #expect(Source.shell.allSatisfy { !$0.text.isEmpty })
    }

    @Test(arguments: Rule.all)
    private func nobodyBreaks(_ rule: Rule) {
        let breaking = Source.shell.filter { source in
            source.path.hasPrefix(rule.only) && !rule.exempt.contains(source.path)
                && rule.finds(rule.name.hasPrefix("leaves") ? source.text : source.code)
        }
        #expect(breaking.isEmpty, "\(breaking.map(\.path))")
    }

    /// A rule that finds nothing proves nothing.
    @Test(arguments: Rule.all)
    private func everyRuleFindsItsExample(_ rule: Rule) {
        #expect(rule.finds(rule.example))
    }

    /// An exemption that is no longer needed is taken away.
    @Test(arguments: Rule.all)
    private func everyExemptionIsNeeded(_ rule: Rule) throws {
        for path in rule.exempt {
            let source = try #require(Source.shell.first { $0.path == path }, "\(path) is gone")
            #expect(rule.finds(source.code), "\(path) needs no exemption")
        }
    }

    @Test func commentsAreNotCode() {
        let source = Source(path: "x", text: "let a = 1  // Calendar.current\nlet b = \"https://x\" // mean")
        #expect(!source.code.contains("Calendar"))
        #expect(!source.code.contains("mean"))
        #expect(source.code.contains("https://x"))
    }

    @Test func aFileIsOneRoomAndSaysWhatItIsFor() {
        for source in Source.all(under: ["App", "Sources/AmpersandKit", "Tests", "Checks", "bench"]) {
            #expect(source.text.hasPrefix("// "), "\(source.path) does not open with what it is for")
            #expect(source.text.split(separator: "\n").count <= 400, "\(source.path) is two rooms")
        }
    }

    @Test func theKitNeedsNothingButFoundation() {
        let allowed: Set = ["Foundation", "Observation", "Dispatch", "AmpersandCore"]
        for source in Source.shell where source.path.hasPrefix("Sources/AmpersandKit") {
            let imported = source.code.matches(of: /(?m)^import (\w+)/).map { String($0.output.1) }
            #expect(Set(imported).isSubset(of: allowed), "\(source.path) imports \(imported)")
        }
    }

    /// Help is one tap away on every screen: what has a bar at the top has help in it.
    @Test func everyScreenHasHelp() {
        let screens = Source.shell.filter {
            $0.path.hasPrefix("App/")
                && ($0.code.contains("NavigationStack {") || $0.code.contains(".navigationTitle("))
        }
        #expect(screens.count >= 7)
        for screen in screens where screen.path != "App/HelpView.swift" {
            #expect(screen.code.contains(".helpInToolbar()"), "\(screen.path) has no way to help")
        }
    }

    /// A sheet lies above the cover of the view below it.
    @Test func everySheetIsCovered() {
        let covered: Set = ["SafetyView", "HelpView", "EditorView"]
        for name in covered {
            let source = Source.shell.first { $0.path == "App/\(name).swift" }
            #expect(source?.code.contains(".privacyCover()") == true, "\(name)")
        }
        let sheets = Source.shell.flatMap { source in
            source.code.matches(of: /\.(?:sheet|fullScreenCover)\([^{]*\{\s*(\w+)/).map { String($0.output.1) }
        }
        let calls = Source.shell.flatMap { $0.code.matches(of: /\.(?:sheet|fullScreenCover|popover)\(/) }
        #expect(Set(sheets) == covered, "\(sheets)")
        #expect(sheets.count == calls.count, "a cover over the page is drawn in a way this check does not see")
    }

    /// Outside the vault the app remembers which draft was open, by its id, and nothing else.
    @Test func whatTheSceneRemembersIsADraftsIdAlone() throws {
        let root = try #require(Source.shell.first { $0.path == "App/RootView.swift" })
        let stored = root.code.matches(of: /@SceneStorage\([^)]*\) .*/).map { String($0.output) }
        #expect(stored == [#"@SceneStorage("draft") private var draft: DraftId?"#])
        let written = root.code.matches(of: /(?m)^ *draft = (.+)$/).map { String($0.output.1) }
        #expect(written == ["model.editor.state.openDraft", "open"])
        #expect(root.code.contains(".onChange(of: model.editor.state.openDraft) { _, open in"))
    }

    /// What leaves the app leaves it through the system's own share sheet, on the two pages that show
    /// it word for word, and is what that page shows.
    @Test func onlyWhatWasLookedAtIsShared() {
        let shared = Source.shell.flatMap { source in
            source.code.matches(of: /ShareLink\(item: (\w+)\)/).map { "\(source.path): \($0.output.1)" }
        }
        #expect(shared.sorted() == ["App/AgendaPage.swift: agenda", "App/SummaryPage.swift: file"])
        let calls = Source.shell.flatMap { $0.code.matches(of: /ShareLink|UIActivityViewController|UIPasteboard/) }
        #expect(calls.count == shared.count, "something is handed on in a way this check does not see")
    }

    /// A reminder goes by the clock on the wall: neither a zone nor a calendar is handed to the phone.
    @Test func aNotificationHasNoZone() throws {
        let centre = try #require(Source.shell.first { $0.path == "App/NotificationCentre.swift" })
        let set = centre.code.matches(of: /components\.(\w+) =/).map { String($0.output.1) }
        #expect(set == ["year", "month", "day", "hour", "minute", "second"])
        #expect(!centre.code.contains("TimeZone") && !centre.code.contains("Calendar("))
    }

    /// The system looks for the background task under the name that the app gives it.
    @Test func theBackgroundTaskIsDeclared() throws {
        let refresh = try #require(Source.shell.first { $0.path == "App/BackgroundRefresh.swift" })
        let name = try #require(refresh.code.firstMatch(of: /identifier = "([^"]+)"/)).output.1
        let project = try String(contentsOf: Repository.ios.appendingPathComponent("project.yml"), encoding: .utf8)
        #expect(project.contains("BGTaskSchedulerPermittedIdentifiers: [\(name)]"))
        #expect(project.contains("UIBackgroundModes: [fetch]"))
    }

    /// The keyboard helps with everything but a passphrase, and a passphrase is never typed into
    /// anything else.
    @Test func onlyPassphrasesAreKeptFromTheKeyboard() throws {
        func holding(_ words: String) -> [String] {
            Source.shell.filter { $0.code.contains(words) }.map(\.path)
        }
        #expect(holding(".autocorrectionDisabled()") == ["App/UnlockView.swift"])
        #expect(holding("SecureField(") == ["App/UnlockView.swift"])
        let unlock = try #require(Source.shell.first { $0.path == "App/UnlockView.swift" })
        #expect(unlock.code.matches(of: /\.modifier\(PassphraseEntry\(\)\)/).count == 2)
        let passphrase = try #require(Source.shell.first { $0.path == "App/PassphraseView.swift" })
        #expect(!passphrase.code.contains("TextField("))
    }

    /// The cover stays until the core has said whether it locked itself.
    @Test func theCoverWaitsForTheLock() throws {
        let cover = try #require(Source.shell.first { $0.path == "App/PrivacyCover.swift" })
        #expect(cover.code.contains("scenePhase != .active || model.state.isAway"))
    }
}
