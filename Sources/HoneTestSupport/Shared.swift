package import Foundation

/// The folder of test data beside the project. Tests that need it name themselves as skipped where it is absent.
package enum Shared {
    package static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared")

    package static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }

    package static func path(_ path: String) -> String { folder.appendingPathComponent(path).path }
}
