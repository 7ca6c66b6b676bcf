// The vault's folder, protected by the system before anything is in it.

import AmpersandKit
import Foundation

struct DataProtection: FileProtection {
    /// What is made in the folder later takes its protection over. "Until first unlock", not
    /// "complete": the core keeps the file open while the phone is locked.
    func prepare(_ folder: URL) throws {
        let protection: [FileAttributeKey: Any] = [
            .protectionKey: FileProtectionType.completeUntilFirstUserAuthentication
        ]
        let files = FileManager.default
        try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: protection)
        // The line above leaves a folder that was there already as it is.
        try files.setAttributes(protection, ofItemAtPath: folder.path)

        var folder = folder
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try folder.setResourceValues(values)
    }
}
