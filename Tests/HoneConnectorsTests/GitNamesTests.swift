import Foundation
import HoneFacts
import Synchronization
import Testing

@testable import HoneConnectors

/// Names first and line counts after.
struct GitNamesTests {
    /// A history with everything that a changed path can be.
    private func strangeHistory() throws -> GitFixture {
        let fixture = try GitFixture()
        let body = (1...40).map { "line \($0)\n" }.joined()
        try fixture.write("A", "root\n")
        try fixture.write("R100", body)
        try fixture.write("binary.bin", [1, 0, 2, 0, 3])
        let first = try fixture.commit("Root", file: "deep/er/b.txt", text: body)
        try fixture.git("mv", "R100", "moved.txt")
        try fixture.commit("Rename unchanged")
        try fixture.git("mv", "moved.txt", "deep/moved again.txt")
        try fixture.commit("Rename with a change", file: "deep/moved again.txt", text: body + "more\n")
        try fixture.write("binary.bin", [1, 0, 2, 0, 4])
        try fixture.commit("Binary", file: "M")
        try fixture.git("update-index", "--chmod=+x", "A")
        try fixture.git("commit", "-q", "-m", "Mode")
        try fixture.git("checkout", "-q", "-b", "side")
        try fixture.commit("Side", file: "side.txt")
        try fixture.git("checkout", "-q", "main")
        try fixture.commit("Main", file: "A", text: "changed\n")
        try fixture.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
        try fixture.git("update-index", "--add", "--cacheinfo", "160000,\(first),module")
        try fixture.git("commit", "-q", "-m", "Submodule")
        try fixture.git("rm", "-q", "--cached", "module")
        try fixture.commit("Gone and empty", file: "empty", text: "")
        try fixture.git("rm", "-q", "M")
        try fixture.commit("Line break\n\nA body\nM\u{1}\n", file: "two\nlines", text: body)
        let blob = try fixture.git("hash-object", "-w", "--stdin", input: Array("odd\n".utf8))
        let entries = Array("100644 \(blob)\tcaf".utf8) + [0xE9, 0] + Array("120000 \(blob)\tA\0".utf8)
        try fixture.git("update-index", "-z", "--index-info", input: entries)
        try fixture.git("commit", "-q", "-m", "Not UTF-8, and a link where a file was")
        try fixture.git("tag", "v1")
        return fixture
    }

    private func live(_ log: MemoryFactLog) async -> [String] {
        let tables = await log.read(FactFamily.allCases)
        return FactFamily.allCases.flatMap { family in
            tables[family].flatMap { batch in (0..<batch.count).map { "\(family) \(batch.id($0)) \(batch.row($0))" } }
        }.sorted()
    }

    /// What the metrics read of files.
    private func files(_ log: MemoryFactLog) async -> String {
        let files = fold(await log.read(FactFamily.allCases), Interpretation(), now: 1_800_000_000).files
        let touches = (0..<files.count).map { file in
            files.touches(of: file).map { "\(files.touchKind[$0]) \(files.commitAt[Int(files.touchCommit[$0])])" }
        }
        return "\(files.path) \(files.bornAt) \(files.goneAt) \(files.isBinary) \(files.lines) \(files.uncountedCommitCount) \(touches)"
    }

    private struct Stopped: Error {}

    /// Reads into a log; stops where more than so many groups were stored.
    @discardableResult
    private func sync(
        _ fixture: GitFixture, _ source: GitSource, since cursor: String?, into log: MemoryFactLog, groups: Int = .max
    ) async throws -> SourceReading? {
        let sync = GitSync()
        do {
            let reading = try await source.facts(since: cursor) { group in
                if sync.groups.withLock({ $0.count }) >= groups { throw Stopped() }
                sync.store(group)
                _ = await log.append(group, from: source.origin, recordedAt: 1, cursor: nil)
            }
            return reading
        } catch is Stopped {
            return nil
        }
    }

    @Test func `names are the paths that are counted, renames and odd bytes among them`() async throws {
        let fixture = try strangeHistory()
        let counted = try await fixture.sync()
        let named = try await fixture.sync(fixture.source(countsLines: false))
        func paths(_ sync: GitSync) -> [[String?]] { sync.rows(.fileChange).map { [$0["sha"], $0["path"], $0["old_path"]] } }
        #expect(paths(named) == paths(counted))
        #expect(paths(named).count > 15)
        #expect(paths(named).contains { $0[1] == "deep/moved again.txt" && $0[2] == "moved.txt" })
        #expect(named.rows(.fileChange).allSatisfy { $0["added"] == "-" && $0["deleted"] == "-" })
        #expect(named.rows(.commit) == counted.rows(.commit) && named.rows(.tag) == counted.rows(.tag))
        #expect(named.codes == counted.codes)
        #expect(named.rows(.file).isEmpty && !counted.rows(.file).isEmpty)
        #expect(named.rows(.head).map { $0["uncounted_commits"] } == ["11"])
        #expect(counted.rows(.head).map { $0["uncounted_commits"] } == ["0"])
        #expect(named.notes.contains { $0.hasPrefix("Names only: 11 commits are without line counts yet. hone sync counts them") })
    }

    @Test func `names first and lines after end as all at once`() async throws {
        let fixture = try strangeHistory()
        let (log, whole) = (MemoryFactLog(), MemoryFactLog())
        let named = try await sync(fixture, fixture.source(countsLines: false), since: nil, into: log)
        let namedAgain = try await sync(fixture, fixture.source(countsLines: false), since: named?.position, into: log)
        #expect(namedAgain != nil && namedAgain?.position == nil)
        let counted = try await sync(fixture, fixture.source(), since: named?.position, into: log)
        let again = try await sync(fixture, fixture.source(), since: counted?.position, into: log)
        #expect(again != nil && again?.position == nil)
        let once = try await sync(fixture, fixture.source(), since: nil, into: whole)
        #expect(counted?.position == once?.position)
        let (mine, theirs) = (await live(log), await live(whole))
        #expect(mine == theirs)
        let (myFiles, theirFiles) = (await files(log), await files(whole))
        #expect(myFiles == theirFiles)
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `any order of syncs, new commits and interruptions ends as all at once`(seed: UInt64) async throws {
        var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: UInt64) -> UInt64 {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            return random % bound
        }
        let fixture = try GitFixture()
        let (log, whole) = (MemoryFactLog(), MemoryFactLog())
        var position: String?
        for step in 0..<7 {
            for commit in 0...next(2) {
                let name = "f\(next(4)).txt"
                if next(4) == 0, FileManager.default.fileExists(atPath: fixture.path + "/" + name) {
                    try fixture.git("mv", "-f", name, "f\(next(4))-\(step).txt")
                }
                if next(3) == 0 { try fixture.write("b\(next(2)).bin", [0, UInt8(step), UInt8(next(200))]) }
                let lines = (0...next(30)).map { "\(name) \($0)\n" }.joined()
                try fixture.commit("\(step) \(commit)", file: name, text: lines)
            }
            let source = fixture.source(countsLines: next(2) == 0)
            let groups = next(3) == 0 ? Int(next(3)) : .max
            let reading = try await sync(fixture, source, since: position, into: log, groups: groups)
            position = reading?.position ?? position
        }
        try await sync(fixture, fixture.source(), since: position, into: log)
        try await sync(fixture, fixture.source(), since: nil, into: whole)
        let (mine, theirs) = (await live(log), await live(whole))
        #expect(mine == theirs)
        let (myFiles, theirFiles) = (await files(log), await files(whole))
        #expect(myFiles == theirFiles)
    }

    @Test func `names of new commits take no count back, and files of HEAD are kept up with`() async throws {
        let fixture = try GitFixture()
        let first = try fixture.commit("First")
        let log = MemoryFactLog()
        let counted = try await sync(fixture, fixture.source(), since: nil, into: log)
        try fixture.commit("Second", text: "1\n2\n3\n")
        let named = try await sync(fixture, fixture.source(countsLines: false), since: counted?.position, into: log)
        let after = await log.read([.fileChange, .file, .head])
        #expect(after[.fileChange].flatMap { $0.integers("added") } == [1, Instant.missing])
        #expect(after[.file].flatMap { $0.integers("lines") } == [3])
        #expect(after[.head].flatMap { $0.integers("uncounted_commits") } == [1])
        #expect(named?.position.flatMap { GitPosition($0) }?.countedTips == [first])
        // A mailmap makes all commits be read again: those that were counted are counted again.
        try fixture.write(".mailmap", "<new@example.org> <mary.doe@example.org>\n")
        try await sync(fixture, fixture.source(countsLines: false), since: named?.position, into: log)
        let counts = await log.read([.fileChange])[.fileChange].flatMap { $0.integers("added") }
        #expect(counts == [1, 3])
    }

    @Test func `a shallow clone whose only commit has no known files still waits for its tree`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.commit("Second")
        let clone = GitFixture(at: fixture.path + "-shallow", of: fixture)
        try fixture.git("clone", "-q", "--depth=1", "file://" + fixture.path, clone.path)
        let named = try await clone.sync(clone.source(countsLines: false))
        #expect(named.rows(.file).isEmpty && named.rows(.head).map { $0["uncounted_commits"] } == ["0"])
        let counted = try await clone.sync(since: named.position)
        #expect(counted.rows(.file).count == 1)
    }

    @Test func `headers with names that are cut off are noticed`() throws {
        let fields = GitHeaders.Field.allCases.map { "\($0)" }
        let commit = fields.joined(separator: "\0") + "\0"
        let whole = GitHeaders(Array((commit + "\nM\0a\0R087\0b\0c\0" + commit).utf8))
        #expect(whole.isWhole && whole.count == 2)
        var record = GitRecord()
        whole.read(0, withNames: true, into: &record)
        #expect(record.changes.map { String(decoding: $0.path, as: UTF8.self) } == ["a", "c"])
        #expect(record.changes.map { String(decoding: $0.oldPath, as: UTF8.self) } == ["", "b"])
        whole.read(1, withNames: true, into: &record)
        #expect(record.changes.isEmpty)
        for text in [commit + "\nM\0", commit + "\nM\0a\0R100\0b\0", commit + commit.dropLast(6)] {
            let headers = GitHeaders(Array(text.utf8))
            #expect(!headers.isWhole && headers.count <= 1)
        }
    }
}
