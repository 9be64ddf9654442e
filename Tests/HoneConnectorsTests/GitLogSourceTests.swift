import HoneFacts
import HoneTestSupport
import Testing

@testable import HoneConnectors

/// Histories that come as files.
struct GitLogSourceTests {
    private static let log = """
        commit\tbbbbbbb2\taaaaaaa1\tMary Quill\tmary@example.org\t2026-03-03T10:00:00+01:00\tMary Quill\t2026-03-03T10:00:00+01:00\tAB-7 basket for Mary, fixes #12

        3\t1\tsrc/{old => new}/a.swift
        -\t-\tlogo.png

        commit\taaaaaaa1\t\tMary Quill\tmary@example.org\t2026-03-02T10:00:00Z\tOtto\t2026-03-02T10:00:00Z\tBegin
        5\t0\tsrc/old/a.swift
        commit\tbroken
        9\t9\tlost.txt

        """

    private static let tags = """
        v1\ttag\tbbbbbbb2\tccccccc3\t2026-03-04T10:00:00Z
        v0\tcommit\t\taaaaaaa1\t2026-03-02T10:00:00Z
        what

        """

    private func read(_ folder: CSVFolder, _ log: MemoryFactLog) async throws -> SourceReading {
        let source = GitLogSource(
            settings: GitLogSettings(gitLog: "log.tsv", tags: "tags.tsv"), directory: folder.path, digest: .veiled,
            nowSeconds: 1_800_000_000)
        let cursor = await log.cursors().first?.position
        let reading = try await source.facts(since: cursor) { batches in
            _ = await log.append(batches, from: source.origin, recordedAt: 0, cursor: nil)
        }
        if let position = reading.position {
            _ = await log.append(
                [], from: source.origin, recordedAt: 0, cursor: SourceCursor(origin: source.origin, position: position, readAt: 0))
        }
        return reading
    }

    @Test func `commits, files, tags and HEAD come out, and what is no line of one is named`() async throws {
        let folder = try CSVFolder()
        try folder.write(Self.log, to: "log.tsv")
        try folder.write(Self.tags, to: "tags.tsv")
        let log = MemoryFactLog()
        let reading = try await read(folder, log)
        #expect(reading.diagnostics.map { "\($0.file) \($0.line ?? 0)" } == ["log.tsv 8", "log.tsv 9", "tags.tsv 3"])
        let commits = try #require(try await log.read(.commit).first)
        #expect(commits.ids == ["bbbbbbb2", "aaaaaaa1"])
        #expect(commits.texts("keys")[0] == "AB-7 #12")
        #expect(commits.texts("subject")[0] == "AB-7 basket for ‹person›, fixes #12")
        #expect(commits.integers("committed_at")[0] == Instant(iso: "2026-03-03T09:00:00Z")?.rawValue)
        let files = try #require(try await log.read(.fileChange).first)
        #expect((0..<files.count).map { files.texts("path")[$0] } == ["src/new/a.swift", "logo.png", "src/old/a.swift"])
        #expect(files.texts("old_path")[0] == "src/old/a.swift")
        #expect(files.integers("added") == [3, Instant.missing, 5])
        let tags = try #require(try await log.read(.tag).first)
        #expect((0..<tags.count).map { tags.texts("name")[$0] + " " + tags.texts("sha")[$0] } == ["v1 bbbbbbb2", "v0 aaaaaaa1"])
        #expect(try await log.read(.head).first?.texts("sha")[0] == "bbbbbbb2")
    }

    @Test func `the same files again bring nothing, and other tags are read`() async throws {
        let folder = try CSVFolder()
        try folder.write(Self.log, to: "log.tsv")
        try folder.write(Self.tags, to: "tags.tsv")
        let log = MemoryFactLog()
        _ = try await read(folder, log)
        #expect(try await read(folder, log).recordCount == 0)
        try folder.write(Self.tags + "v2\tcommit\t\tbbbbbbb2\t2026-03-05T10:00:00Z\n", to: "tags.tsv")
        #expect(try await read(folder, log).recordCount == 5)
        #expect(try await log.read(.tag).first?.count == 3)
    }

    @Test(arguments: [
        ("a/{b => c}/d", "a/b/d", "a/c/d"), ("a/{ => c}/d", "a/d", "a/c/d"), ("a/{b => }/d", "a/b/d", "a/d"), ("x => y", "x", "y"),
        ("plain/{x}.txt", "", "plain/{x}.txt"), ("{a => b}", "a", "b"),
    ])
    func `a rename is read as git shortens it`(text: String, old: String, new: String) {
        let (before, after) = GitLogLines.renamed(text)
        #expect(before == old && after == new)
    }

    @Test(arguments: [
        ("Fixes #12", ["#12"]), ("closes: #3, #4 and #5", ["#3", "#4"]), ("See #7", []), ("prefix #8", []), ("Resolved #9. fix #9", ["#9"]),
        ("fixes owner/name#4", []), ("fix #0", []), ("fixes #1, fixes #2", ["#1", "#2"]), ("fixes#6", []), ("#", []),
    ])
    func `closing words name issues`(text: String, numbers: [String]) {
        #expect(ClosingWords.numbers(in: Array(text.utf8)) == numbers)
    }
}

@Suite(.enabled(if: CSVSharedData.isPresent)) struct GitLogRealFilesTests {
    @Test(arguments: [("secp256k1", 2_866, 12), ("titanium-aloy", 4_388, 163), ("titanium-daemon", 1_937, 341)])
    func `the histories of real projects have all their commits and tags`(project: String, commits: Int, tags: Int) async throws {
        let folder = try #require(CSVSharedData.folder) + "/projects/" + project
        let log = MemoryFactLog()
        let source = GitLogSource(
            settings: GitLogSettings(gitLog: folder + "/git-log-numstat.tsv.gz", tags: folder + "/git-tags.tsv"), directory: "/",
            digest: .veiled, nowSeconds: 1_800_000_000)
        let reading = try await source.facts(since: nil) { _ = await log.append($0, from: "x", recordedAt: 0, cursor: nil) }
        #expect(!reading.diagnostics.contains { $0.code == "strange-line" })
        #expect(try await log.read(.commit).first?.count == commits)
        #expect(try await log.read(.tag).first?.count == tags)
    }
}
