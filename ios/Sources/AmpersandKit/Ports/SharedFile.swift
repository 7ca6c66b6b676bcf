// The one thing that leaves the vault as a file: the page that a person made to bring along. It
// lies in a folder of its own among the temporary files, protected, for as long as it is on the
// screen, and is gone afterwards. Nothing but what was ticked is ever in it.

import Foundation

/// The folder of the file that is shown to be shared.
struct SharedFile: Sendable {
    let folder: URL
    let protection: any FileProtection

    /// Under the system's temporary files, which no backup holds.
    init(in temporary: URL, protection: any FileProtection) {
        folder = temporary.appendingPathComponent("Shared", isDirectory: true)
        self.protection = protection
    }

    /// The file, with nothing else beside it.
    func put(_ document: SummaryDocument) throws(Problem) -> URL {
        remove()
        do { try protection.prepare(folder) } catch { throw .folderUnprotected }
        // The name is the core's; a name that leads somewhere else would not be one.
        let file = folder.appendingPathComponent((document.fileName as NSString).lastPathComponent)
        do {
            try Data(document.html.utf8).write(to: file)
        } catch {
            remove()
            throw .storage(code: "io", retryable: true)
        }
        return file
    }

    /// Also what an app that was ended left behind.
    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}
