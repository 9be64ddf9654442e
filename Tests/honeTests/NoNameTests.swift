import Foundation
import HoneConnectors
import HoneFacts
import HoneStore
import HoneTestSupport
import Testing

/// No name of a person in the store, the files beside it, or any output.
@Suite struct NoNameTests {
    static let needles = [
        "Zebulon", "Quatermain", "zq@person", "zquat", "Ottoline", "Featherstonehaugh", "of@person", "ottoline-f", "Mortimer", "mo@person",
    ]

    static func repository() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        func git(_ arguments: String...) throws {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments =
                ["git", "-c", "user.name=Zebulon Quatermain", "-c", "user.email=zquat+zq@person.example", "-C", tool.folder.url.path]
                + arguments
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        try git("init", "-q", "-b", "main")
        for number in 0..<12 {
            try tool.folder.write(String(repeating: "x\n", count: number + 1), to: "f\(number % 4).txt")
            try git("add", "-A")
            let messages = [
                "change \(number)\n\nCo-authored-by: Ottoline Featherstonehaugh <of@person.example>",
                "Merge pull request #\(number) from zquat/fix-\(number)", "thanks @ottoline-f, as Zebulon said",
                "Signed-off by mail to Mortimer Quatermain <mo@person.example>",
            ]
            try git("commit", "-q", "-m", messages[number % 4])
        }
        try git("tag", "-a", "v1.0-zebulon", "-m", "by Zebulon")
        try git("tag", "v1.1")
        return tool
    }

    /// Every file under a folder, except git's own, that holds a needle.
    static func leaks(under folder: URL) throws -> [String] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return try files.filter { url in
            let path = url.path.replacingOccurrences(of: folder.path, with: "")
            guard !path.hasPrefix("/.git/"), !url.hasDirectoryPath else { return false }
            let bytes = try Data(contentsOf: url)
            return needles.contains { bytes.range(of: Data($0.utf8)) != nil }
        }.map(\.path)
    }

    @Test func `no name in the store, its export, the report or any output`() throws {
        let tool = try Self.repository()
        #expect(try tool.run("init", "--yes", "--product", "p").code == 0)
        #expect(try tool.run("sync").code == 0)
        let commands = [
            ["store", "export"], ["scorecard"], ["scorecard", "--format", "json"], ["report"], ["doctor"], ["store", "info"],
            ["metric", "show", "change-lead-time", "--from", "2000-01-01", "--to", "2030-01-01", "--rows", "--format", "json"],
            ["metric", "show", "release-frequency", "--from", "2000-01-01", "--to", "2030-01-01", "--rows"],
        ]
        for command in commands {
            let outcome = try tool.run(command, environment: ["HONE_NOW": ""])
            #expect(outcome.code == 0, "\(command) \(outcome.errors)")
            #expect(!outcome.output.isEmpty)
            for needle in Self.needles { #expect(!(outcome.output + outcome.errors).contains(needle), "\(command) \(needle)") }
        }
        #expect(try tool.run("store", "export").output.contains("fact_commit"))
        #expect(try Self.leaks(under: tool.folder.url) == [])
    }

    @Test func `names where dates, numbers and words should be are told once and stored nowhere`() throws {
        let tool = try CommandLineTool()
        let rows = ["A,2026-03-01,2026-03-04,3,before", "B,zquat 7,2026-03-04,3,Zebulon", "C,2026-03-01,2026-03-04,ottoline-f9,Zebulon"]
        try tool.folder.write((["Key,Created,Done,Hours,Found"] + rows).joined(separator: "\n") + "\n", to: "items.csv")
        let map = "key=Key,requestedOn=Created,finishedOn=Done,logged=Hours,found=Found"
        #expect(try tool.run("init", "--yes", "--product", "p", "--csv", "items.csv", "--map", map).code == 0)
        // People see what stands there while they read it.
        #expect(try tool.run("sync").errors.contains("'zquat 7' is not a date"))
        #expect(try tool.run("doctor").output.contains("A value is not a date"))
        for command in [
            ["store", "export"], ["scorecard"], ["doctor"], ["doctor", "--format", "json"], ["sync", "--verbose"], ["report"],
        ] {
            let outcome = try tool.run(command)
            for needle in Self.needles { #expect(!(outcome.output + outcome.errors).contains(needle), "\(command) \(needle)") }
        }
        #expect(try Self.leaks(under: tool.folder.url).filter { !$0.hasSuffix("/items.csv") } == [])
    }

    @Test func `with the mask off the same search finds names, so the search can fail`() async throws {
        let tool = try Self.repository()
        let store = try Store(path: tool.folder.file("store.sqlite").path)
        let digest = Digest(pseudonym: { String($0.hashValue) }, fingerprint: { _ in "f" })
        let source = GitSource(
            GitSettings(repository: tool.folder.url.path), digest: digest, nowSeconds: 2_000_000_000,
            environment: ProcessInfo.processInfo.environment, mask: .off)
        _ = try await source.facts(since: nil) { _ = try await store.append($0, recordedAt: 0, cursor: nil) }
        #expect(try !Self.leaks(under: tool.folder.url).isEmpty)
    }
}
