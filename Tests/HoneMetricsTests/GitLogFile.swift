import Foundation
import HoneFacts

@testable import HoneMetrics

/// Reads a recorded git log (tab-separated, newest first) into facts, as plainly as can be.
struct GitLogFile {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data/real/projects")
    static let arePresent = FileManager.default.fileExists(atPath: folder.path)

    var tables = FactTables()

    init(_ url: URL) throws {
        var commits = FactBatch(.commit, origin: "log")
        var changes = FactBatch(.fileChange, origin: "log")
        var head = FactBatch(.head, origin: "log")
        var sha = ""
        for line in String(decoding: try Self.unpacked(url), as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if fields[0] == "commit", fields.count >= 8 {
                sha = fields[1]
                if head.isEmpty { head.append(id: "HEAD", integers: ["is_shallow": 0], texts: ["branch": "", "sha": sha]) }
                commits.append(
                    id: sha,
                    integers: [
                        "committed_at": Instant(iso: fields[7])?.rawValue ?? Instant.missing, "is_inside": 1,
                        "is_bot": Self.isProgram(fields[3], fields[4]) ? 1 : 0,
                    ], texts: ["sha": sha, "parents": fields[2], "author": fields[4].isEmpty ? fields[3] : fields[4].lowercased()])
            } else if fields.count == 3 {
                let (old, new) = Self.paths(fields[2])
                changes.append(
                    id: "\(sha):\(changes.count)",
                    row: [.text(sha), .text(new), .text(old), Self.number(fields[0]), Self.number(fields[1])])
            }
        }
        tables = FactTables([.commit: [commits], .fileChange: [changes], .head: [head]])
    }

    private static func number(_ text: String) -> FactValue { Int64(text).map(FactValue.integer) ?? .unknown }

    private static func isProgram(_ name: String, _ mail: String) -> Bool {
        name.hasSuffix("[bot]") || mail.prefix { $0 != "@" }.hasSuffix("[bot]")
            || [
                "dependabot-preview", "greenkeeper", "greenkeeperio-bot", "snyk bot", "snyk-bot", "renovate bot", "github-actions",
                "semantic-release-bot",
            ].contains(name.lowercased())
    }

    /// `a/{b => c}/d` and `a => b` as git writes a rename.
    private static func paths(_ text: String) -> (old: String, new: String) {
        guard let arrow = text.range(of: " => ") else { return ("", text) }
        guard let open = text[..<arrow.lowerBound].lastIndex(of: "{"), let close = text[arrow.upperBound...].firstIndex(of: "}") else {
            return (String(text[..<arrow.lowerBound]), String(text[arrow.upperBound...]))
        }
        func path(_ middle: Substring) -> String {
            (text[..<open] + middle + text[text.index(after: close)...]).replacingOccurrences(of: "//", with: "/")
        }
        return (path(text[text.index(after: open)..<arrow.lowerBound]), path(text[arrow.upperBound..<close]))
    }

    static func unpacked(_ url: URL) throws -> Data {
        guard url.pathExtension == "gz" else { return try Data(contentsOf: url) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", url.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }
}
