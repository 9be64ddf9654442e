import Foundation
import HoneFacts
import HoneTestSupport
import Synchronization
import Testing

@testable import HoneConnectors

/// Histories that come as printed text.
struct GitLogSourceTests {
    private static let first = String(repeating: "1", count: 40)
    private static let second = String(repeating: "2", count: 40)
    private static let third = String(repeating: "3", count: 40)

    private func line(_ sha: String, _ parents: String = "", at date: String = "2026-01-05T10:00:00Z", _ subject: String) -> String {
        "commit\t\(sha)\t\(parents)\tMary Doe\tmary.doe@example.org\t\(date)\tJohn Roe\t\(date)\t\(subject)"
    }

    private func sync(_ folder: TemporaryFolder, since cursor: String? = nil, tags: String? = nil) async throws -> GitSync {
        let source = GitLogSource(
            settings: GitLogSettings(log: "log.tsv", tags: tags), directory: folder.url.path, digest: .veiled, nowSeconds: 1_800_000_000)
        let sync = GitSync()
        let reading = try await source.facts(since: cursor) { sync.store($0) }
        sync.reading.withLock { $0 = reading }
        return sync
    }

    private func sync(log: [String], tags: [String]? = nil) async throws -> GitSync {
        let folder = try TemporaryFolder()
        try folder.write(log.joined(separator: "\n") + "\n", to: "log.tsv")
        if let tags { try folder.write(tags.joined(separator: "\n") + "\n", to: "tags.tsv") }
        return try await sync(folder, tags: tags.map { _ in "tags.tsv" })
    }

    @Test func `a printed log gives the facts of the repository it was printed from`() async throws {
        let fixture = try GitFixture()
        try fixture.write("docs/old.txt", (1...20).map { "line \($0)\n" }.joined())
        try fixture.write("tab\there \"ü\".txt", "a\n")
        try fixture.write("picture.bin", [0, 1, 2, 0, 255])
        try fixture.commit("ABC-1 First (#7)")
        try fixture.git("checkout", "-q", "-b", "side")
        try FileManager.default.createDirectory(atPath: fixture.path + "/docs/new", withIntermediateDirectories: true)
        try fixture.git("mv", "docs/old.txt", "docs/new/old.txt")
        try fixture.commit("Into a folder", as: "John Roe <john@example.org>")
        try fixture.git("mv", "docs/new/old.txt", "docs/old.txt")
        try fixture.commit("Out of the folder")
        try fixture.git("mv", "docs/old.txt", "top.txt")
        try fixture.git("mv", "tab\there \"ü\".txt", "plain.txt")
        try fixture.commit("Out of everything")
        try fixture.git("checkout", "-q", "main")
        try fixture.git("merge", "-q", "--no-ff", "-m", "Merge branch 'side'", "side")
        try fixture.git("tag", "light")
        try fixture.git("tag", "-a", "-m", "One", "v1")

        let folder = try TemporaryFolder()
        let format = "commit%x09%H%x09%P%x09%an%x09%ae%x09%aI%x09%cn%x09%cI%x09%s"
        try folder.write(fixture.git("log", "--numstat", "-M", "--format=" + format), to: "log.tsv")
        let tags = "%(refname:short)%09%(objecttype)%09%(*objectname)%09%(objectname)%09%(creatordate:iso-strict)"
        try folder.write(fixture.git("for-each-ref", "--format=" + tags, "refs/tags"), to: "tags.tsv")
        let source = GitLogSource(
            settings: GitLogSettings(log: "log.tsv", tags: "tags.tsv"), directory: folder.url.path, digest: fixture.digest,
            nowSeconds: 1_800_000_000)
        let printed = GitSync()
        let reading = try await source.facts(since: nil) { printed.store($0) }
        let read = try await fixture.sync()
        for family in [FactFamily.commit, .fileChange, .tag] {
            #expect(Set(printed.rows(family)) == Set(read.rows(family)))
            #expect(printed.rows(family).count == read.rows(family).count)
        }
        #expect(read.rows(.fileChange).count { $0["old_path"] != "" } == 4)
        #expect(printed.rows(.head).map { $0["sha"] } == read.rows(.head).map { $0["sha"] })
        #expect(printed.batches.allSatisfy { $0.origin == "git-log:log.tsv" })
        #expect(reading.diagnostics.isEmpty && reading.notes.isEmpty)
        #expect(reading.recordCount == 7)
    }

    @Test(arguments: [
        ("a/b.txt", "a/b.txt", ""), ("old.txt => new.txt", "new.txt", "old.txt"), ("a/{b => c}/d.txt", "a/c/d.txt", "a/b/d.txt"),
        ("a/{ => c}/d.txt", "a/c/d.txt", "a/d.txt"), ("a/{b => }/d.txt", "a/d.txt", "a/b/d.txt"), ("{ => a}/d.txt", "a/d.txt", "d.txt"),
        ("{a => }/d.txt", "d.txt", "a/d.txt"), ("a/{b.txt => c.txt}", "a/c.txt", "a/b.txt"),
        ("\"t\\tab\" => \"gr\\303\\274n\\\"\"", "grün\"", "t\tab"), ("a/{x}.txt", "a/{x}.txt", ""),
    ])
    func `a path is read as git prints it`(printed: String, path: String, oldPath: String) {
        let names = GitPrintedPath(Array(printed.utf8)[...])
        #expect(String(decoding: names.path, as: UTF8.self) == path)
        #expect(String(decoding: names.oldPath, as: UTF8.self) == oldPath)
    }

    @Test func `authors and committers are masked in subjects and tags`() async throws {
        let sync = try await sync(
            log: [line(Self.first, "", "Thanks Mary and Roe")], tags: ["roe-1\tcommit\t\t\(Self.first)\t2026-01-06T00:00:00Z"])
        #expect(sync.commit(Self.first)["subject"] == "Thanks ‹person› and ‹person›")
        #expect(sync.rows(.tag).map { $0["name"] } == ["‹person›-1"])
        for name in ["mary", "doe", "roe", "john"] { #expect(!sync.allText.lowercased().contains(name)) }
    }

    @Test func `bad lines are told with their numbers, and the rest goes on`() async throws {
        let sync = try await sync(
            log: [
                "1\t2\tearly.txt",  // 1
                line(Self.third, Self.second, at: "someday", "Third"),  // 2
                "",
                "1\t-\tgood.txt\r",  // 4
                "x\t2\tbad.txt",  // 5
                "nonsense",  // 6
                "commit\t\(Self.second)\tMary",  // 7
                "1\t2\tits-file.txt",
                line("Mary", "", "Not a sha"),  // 9
                line(Self.second, "mary", "Not a parent"),  // 10
                line(Self.first, "", "First\twith a tab"),
                line(Self.first, "", "Again"),  // 12
            ],
            tags: [
                "v1\ttag\t\(Self.first)\t\(Self.second)\t2026-01-06T00:00:00+02:00",
                "v1\ttag\t\(Self.first)\t\(Self.second)\t2026-01-06T00:00:00Z",  // 2
                "v2\ttag\t\t\(Self.second)\t2026-01-06T00:00:00Z",  // 3
                "v3\tcommit\t\t\(Self.first)\tnever",  // 4
                "v4",  // 5
                "v5\tcommit\t\t\(Self.second)\t2026-01-07T00:00:00Z",
            ])
        let diagnostics = sync.reading.withLock { $0.diagnostics }
        let places = diagnostics.map { "\($0.file):\($0.line ?? 0) \($0.code)" }
        #expect(
            places == [
                "log.tsv:1 file-without-commit", "log.tsv:2 no-date", "log.tsv:2 no-date", "log.tsv:5 strange-line",
                "log.tsv:6 strange-line", "log.tsv:7 short-commit", "log.tsv:9 no-sha", "log.tsv:10 no-sha",
                "log.tsv:12 duplicate-commit", "tags.tsv:2 duplicate-tag", "tags.tsv:3 tag-of-no-commit", "tags.tsv:4 no-date",
                "tags.tsv:5 short-tag",
            ])
        #expect(sync.rows(.commit).map { $0["id"] } == [Self.third, Self.first])
        #expect(sync.commit(Self.first)["subject"] == "First\twith a tab")
        #expect(sync.rows(.fileChange).map { [$0["path"], $0["added"], $0["deleted"]] } == [["good.txt", "1", "-"]])
        #expect(sync.rows(.tag).map { $0["id"] } == ["v1", "v3", "v5"])
        #expect(sync.rows(.tag).map { $0["tagged_at"] } == ["1767650400", "-", "1767744000"])
        #expect(sync.rows(.head).map { [$0["sha"], $0["is_shallow"]] } == [[Self.third, "1"]])
        #expect(sync.notes.count == 2)
        #expect(sync.notes.last?.hasPrefix("1 tag names a commit that the log does not hold") == true)
        #expect(sync.recordCount == 12)
        #expect(!sync.allText.contains("mary") && !sync.allText.contains("Mary"))
    }

    @Test func `the same files are read once, and again when one of them changes`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(line(Self.first, "", "First"), to: "log.tsv")
        try folder.write("", to: "none.tsv")
        try folder.write("v1\tcommit\t\t\(Self.first)\t2026-01-06T00:00:00Z", to: "tags.tsv")
        let one = try await sync(folder, tags: "tags.tsv")
        let two = try await sync(folder, since: one.position, tags: "tags.tsv")
        #expect(one.batches.map(\.count) == [1, 1, 1])
        #expect(two.batches.isEmpty && two.position == nil && two.notes.count == 1)
        try folder.write("v2\tcommit\t\t\(Self.first)\t2026-01-06T00:00:00Z", to: "tags.tsv")
        #expect(try await sync(folder, since: one.position, tags: "tags.tsv").rows(.tag).map { $0["id"] } == ["v2"])
        #expect(try await sync(folder).rows(.tag).isEmpty)
        #expect(try await sync(folder, tags: "none.tsv").rows(.commit).count == 1)
        #expect(try await sync(folder, tags: "missing.tsv").codes == ["no-such-file"])
    }

    @Test func `a file without a commit is refused`() async throws {
        let sync = try await sync(log: ["id,title", "1,First"])
        #expect(sync.codes == ["strange-line", "strange-line", "no-commits"])
        #expect(sync.position == nil && sync.batches.isEmpty)
    }
}
