import Foundation
import HoneFacts
import Synchronization

@testable import HoneConnectors

/// A real repository in a temporary folder, made by git with fixed people and dates.
final class GitFixture: Sendable {
    static let start: Int64 = 1_700_000_000
    let path: String
    private let origin: GitFixture?
    private let minutes = Mutex<Int64>(0)

    init(bare: Bool = false, format: String? = nil) throws {
        origin = nil
        path = NSTemporaryDirectory() + "hone-git-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try git("init", "-q", "-b", "main", bare ? "--bare" : "", format.map { "--object-format=" + $0 } ?? "")
    }

    /// A repository that git made itself (a clone, a worktree) from another one, which has to live as long.
    init(at path: String, of origin: GitFixture? = nil) {
        self.path = path
        self.origin = origin
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs git in the repository; the commits it makes are one minute apart.
    @discardableResult
    func git(
        _ arguments: String..., as author: String = "Mary Doe <mary.doe@example.org>", authored: Int64? = nil, input: [UInt8]? = nil
    ) throws -> String {
        try git(arguments, as: author, authored: authored, input: input)
    }

    @discardableResult
    func git(_ arguments: [String], as author: String, authored: Int64? = nil, input: [UInt8]? = nil) throws -> String {
        let now =
            Self.start
            + minutes.withLock { count in
                count += 1
                return count * 60
            }
        let person = GitIdentity(contact: author)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", path] + arguments.filter { !$0.isEmpty }
        process.environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": person.name, "GIT_AUTHOR_EMAIL": person.mail, "GIT_COMMITTER_NAME": person.name,
            "GIT_COMMITTER_EMAIL": person.mail, "GIT_AUTHOR_DATE": "\(authored ?? now) +0000", "GIT_COMMITTER_DATE": "\(now) +0000",
            "GIT_ALLOW_PROTOCOL": "file",
        ]
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        let stdin = Pipe()
        process.standardInput = stdin
        try process.run()
        stdin.fileHandleForWriting.write(Data(input ?? []))
        stdin.fileHandleForWriting.closeFile()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: "git \(arguments): \(complaint)") }
        return text.trimmingCharacters(in: .newlines)
    }

    func write(_ file: String, _ text: String) throws {
        try write(file, Array(text.utf8))
    }

    func write(_ file: String, _ bytes: [UInt8]) throws {
        let full = path + "/" + file
        try FileManager.default.createDirectory(
            atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: full))
    }

    /// Writes a file, commits everything and gives the sha.
    @discardableResult
    func commit(
        _ message: String, file: String = "notes.txt", text: String? = nil, as author: String = "Mary Doe <mary.doe@example.org>",
        authored: Int64? = nil
    ) throws -> String {
        try write(file, text ?? message + "\n")
        try git("add", "-A")
        try git("commit", "-q", "--allow-empty", "-m", message, as: author, authored: authored)
        return try git("rev-parse", "HEAD")
    }

    /// Every file below the folder with its bytes' digest.
    func contents() throws -> [String: Int] {
        var found: [String: Int] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            found[name] = FileManager.default.contents(atPath: path + "/" + name).map { Array($0).hashValue } ?? 0
        }
        return found
    }

    var digest: Digest {
        Digest(
            pseudonym: { text in
                let hash = NameWord.hash(text.utf8)
                return String(repeating: "0", count: 16 - String(hash, radix: 16).count) + String(hash, radix: 16)
            },
            fingerprint: { String(NameWord.hash($0), radix: 16) })
    }

    /// A program beside the repository that answers in git's place; what it does not answer it may pass on to git.
    func program(_ script: String) throws -> String {
        // Written by a child: a file that this process still holds open for writing cannot be started by it.
        try git("-c", "alias.keep=!cat > git-stand-in && chmod 755 git-stand-in", "keep", input: Array("#!/bin/sh\n\(script)\n".utf8))
        return path + "/git-stand-in"
    }

    func source(
        folder: String? = nil, bots: [String] = [], mask: NameMask? = nil, nowSeconds: Int64 = 1_800_000_000, program: String = "git",
        countsLines: Bool = true
    ) -> GitSource {
        GitSource(
            GitSettings(repository: path, folder: folder, botPatterns: bots, countsLines: countsLines), digest: digest,
            nowSeconds: nowSeconds,
            environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent"], program: program, mask: mask)
    }

    func sync(_ source: GitSource? = nil, since cursor: String? = nil) async throws -> GitSync {
        let source = source ?? self.source()
        let sync = GitSync()
        let reading = try await source.facts(since: cursor) { sync.store($0) }
        sync.reading.withLock { $0 = reading }
        return sync
    }
}

/// What one reading handed over.
final class GitSync: Sendable {
    let groups = Mutex<[[FactBatch]]>([])
    let reading = Mutex(SourceReading())

    var position: String? { reading.withLock { $0.position } }
    var recordCount: Int { reading.withLock { $0.recordCount } }
    var notes: [String] { reading.withLock { $0.notes } }
    var codes: [String] { reading.withLock { $0.diagnostics.map(\.code) } }
    func store(_ group: [FactBatch]) { groups.withLock { $0.append(group) } }
    var batches: [FactBatch] { groups.withLock { $0.flatMap { $0 } } }

    /// Facts of a family as columns by name, integers written out and missing ones as `-`.
    func rows(_ family: FactFamily) -> [[String: String]] {
        batches.filter { $0.family == family }.flatMap { batch in
            (0..<batch.count).map { index in
                var row = ["id": batch.id(index), "retracted": batch.isRetracted(index) ? "1" : "0"]
                for (schema, value) in zip(family.columns, batch.row(index)) {
                    switch value {
                    case .integer(let number):
                        row[schema.name] = String(schema.kind == .instant ? Instant(rawValue: number).seconds : number)
                    case .text(let text): row[schema.name] = text
                    case .unknown: row[schema.name] = "-"
                    }
                }
                return row
            }
        }
    }

    func commit(_ sha: String) -> [String: String] { rows(.commit).first { $0["id"] == sha } ?? [:] }
    func files(of sha: String) -> [[String: String]] { rows(.fileChange).filter { $0["sha"] == sha } }

    /// Everything textual in every batch, ids and position included.
    var allText: String {
        var texts = batches.flatMap { $0.ids + [$0.origin] }
        for batch in batches {
            for case .texts(let column) in batch.columns { texts += column.values }
        }
        return (texts + [position ?? ""] + notes + reading.withLock { $0.diagnostics.map(\.description) }).joined(separator: "\n")
    }
}
