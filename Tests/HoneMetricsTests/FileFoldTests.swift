import HoneFacts
import Testing

@testable import HoneMetrics

@Suite struct FileFoldTests {
    typealias Commit = (sha: String, parents: String, at: String)

    static func fold(
        _ commits: [Commit], _ changes: [(sha: String, author: String, lines: [String])],
        tree: [(path: String, lines: Int64, indentationSum: Int64)] = []
    ) -> FileHistories {
        HoneFacts.fold(
            ExampleFacts.git(commits: commits, tags: []).touching(changes, tree: tree).tables, Interpretation(), now: 2_000_000_000
        ).files
    }

    /// A straight history of one commit a day, as many as there are changes.
    static func straight(_ changes: [(author: String, lines: [String])], tree: [(String, Int64, Int64)] = []) -> FileHistories {
        let names = changes.indices.map { "c\($0)" }
        let commits = names.indices.map { row -> Commit in
            (names[row], row == 0 ? "" : names[row - 1], "2026-03-\(10 + row)T12:00:00Z")
        }
        return fold(commits, zip(names, changes).map { ($0, $1.author, $1.lines) }, tree: tree)
    }

    static func paths(_ files: FileHistories) -> [String] {
        (0..<files.count).filter { files.isAtHead[$0] }.map { files.path[$0] }.sorted()
    }

    static func kinds(_ files: FileHistories, _ path: String) -> [FileHistories.Touch] {
        guard let file = (0..<files.count).first(where: { files.path[$0] == path && files.isAtHead[$0] }) else { return [] }
        return files.touches(of: file).map { files.touchKind[$0] }
    }

    @Test func `a file keeps its history through renames`() {
        let files = Self.straight([("Ann", ["+9 a"]), ("Bo", ["+0 a => b"]), ("Ann", ["+1 b"]), ("Bo", ["+1 -1 b => d/c"])])
        #expect(Self.paths(files) == ["d/c"])
        #expect(Self.kinds(files, "d/c") == [.added, .changed, .changed, .changed])
        #expect(files.touches(of: 0).map { files.commitDeveloper[Int(files.touchCommit[$0])] } == [0, 1, 0, 1])
    }

    @Test func `a path that is used again after a rename is another file`() {
        let files = Self.straight([("Ann", ["+9 a"]), ("Bo", ["+0 a => b"]), ("Bo", ["+3 a"]), ("Ann", ["+1 b"])])
        #expect(Self.paths(files) == ["a", "b"])
        #expect(Self.kinds(files, "a") == [.added])
        #expect(Self.kinds(files, "b") == [.added, .changed, .changed])
    }

    @Test func `a branch that does not know of a rename still changes the same file`() {
        let files = Self.fold(
            [
                ("r", "", "2026-03-01"), ("moved", "r", "2026-03-02"), ("side", "r", "2026-03-03"), ("m", "moved side", "2026-03-04"),
            ], [("r", "Ann", ["+9 a"]), ("moved", "Ann", ["+0 a => b"]), ("side", "Bo", ["+2 a"])])
        #expect(Self.paths(files) == ["b"])
        #expect(Self.kinds(files, "b") == [.added, .changed, .changed])
    }

    @Test func `without a tree, a file is gone with its last known line, and an image is never known to be gone`() {
        let files = Self.straight([
            ("Ann", ["+9 a", "+4 b", "binary c.png", "+0 empty"]), ("Bo", ["+1 -2 a", "+0 -3 b"]), ("Bo", ["+0 -8 a", "binary c.png"]),
        ])
        #expect(Self.paths(files) == ["b", "c.png", "empty"])
        #expect((0..<files.count).map { files.isBinary[$0] } == [false, false, true, false])
        let a = files.path.firstIndex(of: "a") ?? 0
        #expect(Instant(rawValue: files.goneAt[a]).description == "2026-03-12T12:00:00Z")
        #expect(files.isThere(a, at: files.bornAt[a]) && !files.isThere(a, at: files.goneAt[a]))
    }

    @Test func `the tree says which files are at HEAD, whatever the lines add up to`() {
        let files = Self.straight(
            [("Ann", ["+9 a", "+4 b"]), ("Bo", ["+0 -9 a"])], tree: [("a", 7, 3), ("unknown", 1, 0)])
        #expect(Self.paths(files) == ["a", "unknown"])
        let a = files.path.firstIndex(of: "a") ?? 0
        #expect(files.lines[a] == 7 && files.indentationSum[a] == 3)
        #expect(Self.kinds(files, "unknown").isEmpty)
    }

    @Test func `who brings a file back has added it again`() {
        let files = Self.straight([("Ann", ["+9 a"]), ("Ann", ["+0 -9 a"]), ("Bo", ["+9 a"]), ("Ann", ["+1 a"])])
        #expect(Self.kinds(files, "a") == [.added, .deleted, .added, .changed])
    }

    @Test func `commits are walked by date, and never before their parents`() {
        // The clock of the second commit was a month behind.
        let files = Self.fold(
            [("a", "", "2026-03-01"), ("b", "a", "2026-02-01"), ("c", "b", "2026-03-03")],
            [("a", "Ann", ["+9 x"]), ("b", "Bo", ["+0 x => y"]), ("c", "Ann", ["+1 y"])])
        #expect(Self.paths(files) == ["y"])
        #expect(Self.kinds(files, "y") == [.added, .changed, .changed])
    }

    @Test func `commits that HEAD does not reach touch nothing, those of programs touch without a person`() {
        let files = Self.fold(
            [("a", "", "2026-03-01"), ("lost", "a", "2026-03-02"), ("b", "a", "2026-03-03")],
            [("a", "Ann", ["+9 x"]), ("lost", "Bo", ["+9 y"]), ("b", "dep[bot]", ["+1 x"])])
        #expect(Self.paths(files) == ["x"])
        #expect(files.programCommitCount == 1)
        #expect(files.touches(of: 0).map { files.commitDeveloper[Int(files.touchCommit[$0])] } == [0, -1])
    }

    @Test func `two sources of one repository bring each file once`() {
        var tables = ExampleFacts.git(commits: [("a", "", "2026-03-01")], tags: []).touching([("a", "Ann", ["+9 x", "+9 y"])]).tables
        for (family, batches) in tables.batches {
            for batch in batches {
                var copy = FactBatch(family, origin: "second")
                for row in 0..<batch.count { copy.append(id: batch.id(row), row: batch.row(row)) }
                tables.batches[family]?.append(copy)
            }
        }
        let files = HoneFacts.fold(tables, Interpretation(), now: 2_000_000_000).files
        #expect(files.path == ["x", "y"])
    }
}
