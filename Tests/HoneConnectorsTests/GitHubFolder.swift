import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// A folder of its own for one test, with files of GitHub objects in it.
struct GitHubFolder {
    let folder: CSVFolder
    let log = MemoryFactLog()

    init() throws { folder = try CSVFolder() }

    /// Reads a file of the folder the way a workflow does: facts, then the cursor.
    func read(_ name: String = "export.jsonl") async throws -> CSVOutcome {
        let source = GitHubSource(settings: GitHubSettings(path: name), directory: folder.path, digest: .veiled)
        let cursor = await log.cursors().first { $0.origin == source.origin }
        let counts = CSVCounts()
        let reading = try await source.facts(since: cursor?.position) { batches in
            let count = await log.append(batches, from: source.origin, recordedAt: 0, cursor: nil)
            await counts.add(count, live: batches.reduce(0) { $0 + $1.count })
        }
        if let position = reading.position {
            let cursor = SourceCursor(origin: source.origin, position: position, readAt: 0)
            _ = await log.append([], from: source.origin, recordedAt: 0, cursor: cursor)
        }
        return await CSVOutcome(reading: reading, appended: counts.total, live: counts.live, log: log)
    }

    func read(lines: [String]) async throws -> CSVOutcome {
        try folder.write(lines.joined(separator: "\n") + "\n", to: "export.jsonl")
        return try await read()
    }
}

/// Objects as GitHub writes them, shortened to what a test is about.
enum GitHubLine {
    static func issue(_ number: Int, in repository: String = "ann/shop", _ more: String = "") -> String {
        "{\"type\":\"issue\",\"issue\":{\"number\":\(number),\"html_url\":\"https://github.com/\(repository)/issues/\(number)\","
            + "\"state\":\"open\",\"title\":\"Title\",\"user\":\(user("ann")),\"created_at\":\"2026-01-05T10:00:00Z\"\(more)},\"events\":[]}"
    }

    static func pull(_ number: Int, author: String = user("ann"), _ more: String = "", events: [String] = []) -> String {
        "{\"type\":\"pull\",\"pull\":{\"number\":\(number),\"url\":\"https://api.github.com/repos/Ann/Shop/pulls/\(number)\","
            + "\"state\":\"open\",\"title\":\"Title\",\"user\":\(author),\"created_at\":\"2026-01-05T10:00:00Z\"\(more)},"
            + "\"events\":[\(events.joined(separator: ","))],\"comments\":[]}"
    }

    static func review(_ id: String, by user: String, at date: String? = "2026-01-06T10:00:00Z", state: String = "COMMENTED") -> String {
        "{\"event\":\"reviewed\",\"id\":\(id),\"user\":\(user),\"state\":\"\(state)\",\"submitted_at\":\(date.map { "\"\($0)\"" } ?? "null")}"
    }

    static func user(_ login: String, type: String = "User") -> String { "{\"login\":\"\(login)\",\"type\":\"\(type)\"}" }
}

extension Digest {
    /// Pseudonyms that do not show the login. Of large files some bytes are enough to tell them apart.
    static let veiled = Digest(
        pseudonym: { Digest.plain.fingerprint(Array($0.utf8)) },
        fingerprint: { bytes in
            let some = stride(from: 0, to: bytes.count, by: max(1, bytes.count / 65_536)).map { bytes[$0] }
            return Digest.plain.fingerprint(some + Array("\(bytes.count)".utf8))
        })
}
