import Foundation
import Testing

/// Compares text with a file beside the tests, byte for byte. `HONE_RECORD=1` writes the file instead.
enum Snapshot {
    static func expect(_ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
            "Snapshots")
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["HONE_RECORD"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let recorded = try #require(
            try? Data(contentsOf: file), "no snapshot \(name): run with HONE_RECORD=1", sourceLocation: sourceLocation)
        guard recorded != Data(text.utf8) else { return }
        let pairs = zip(String(decoding: recorded, as: UTF8.self).split(separator: "\n"), text.split(separator: "\n"))
        let first = pairs.first { $0 != $1 }.map { "was: \($0)\nis:  \($1)" } ?? "one is longer than the other"
        Issue.record("\(name) differs; HONE_RECORD=1 accepts the new one.\n\(first)", sourceLocation: sourceLocation)
    }
}
