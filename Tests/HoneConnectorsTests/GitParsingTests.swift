import HoneFacts
import Testing

@testable import HoneConnectors

/// Cutting git's output into commits and files.
struct GitParsingTests {
    private func pieces(_ text: String, _ size: Int) -> [[UInt8]] {
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min(bytes.count, $0 + size)]) }
    }

    private func words(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(arguments: [1, 2, 3, 7, 100_000])
    func `files that arrive in pieces of any size are read alike`(size: Int) throws {
        let text = "\u{1}aa\0\n1\t2\tone\n\0" + "-\t-\t\0old\0new\0" + "\u{1}bb\0" + "\u{1}cc\0\n3\t0\t\u{1}x\0"
        var parser = GitChangesParser()
        var commits: [GitChangesParser.Commit] = []
        for piece in pieces(text, size) {
            parser.read(piece)
            while let commit = parser.take() { commits.append(commit) }
        }
        let isWhole = parser.finish()
        #expect(isWhole)
        while let commit = parser.take() { commits.append(commit) }
        #expect(commits.map { words($0.sha) } == ["aa", "bb", "cc"])
        #expect(commits.map { $0.changes.map { words($0.path) } } == [["one\n", "new"], [], ["\u{1}x"]])
        #expect(commits[0].changes.map { words($0.oldPath) } == ["", "old"])
        #expect(commits[0].changes.map(\.added) == [1, nil])
        #expect(parser.strangeCount == 0)
    }

    @Test func `files that are cut off are noticed`() {
        for text in ["\u{1}aa\0\n1\t2\ton", "\u{1}aa\0\n1\t2\t\0old\0", "\u{1}aa"] {
            var parser = GitChangesParser()
            parser.read(Array(text.utf8))
            let isWhole = parser.finish()
            #expect(!isWhole)
        }
    }

    @Test func `headers are cut into the fields of each commit, and a part of one is noticed`() async throws {
        let fixture = try GitFixture()
        let first = try fixture.commit("First\n\nBody")
        let second = try fixture.commit("Second", as: "John Roe <john@example.org>")
        let headers = try await GitHeaders.read(Array((second + "\n").utf8), with: fixture.source().git)
        #expect(headers.isWhole && headers.count == 2)
        var records = [GitRecord(), GitRecord()]
        for commit in [0, 1] { headers.read(commit, withNames: false, into: &records[commit]) }
        #expect(records.map { words($0.sha) } == [second, first])
        #expect(records.map { words($0.subject) } == ["Second", "First"])
        #expect(words(records[1].body) == "Body\n")
        #expect(records.map { words($0.authorName) } == ["John Roe", "Mary Doe"])
        let fields = GitHeaders.Field.allCases.map { String(decoding: headers.bytes($0, of: 0), as: UTF8.self) }
        let cut = GitHeaders(Array((fields.joined(separator: "\0") + "\0" + "65\0").utf8))
        #expect(!cut.isWhole && cut.count == 1)
    }

    @Test func `commits that two processes share come in the order of the history`() async throws {
        let fixture = try GitFixture()
        var input = ""
        for number in 1...700 {
            input += "commit refs/heads/main\ncommitter Mary Doe <mary@example.org> \(GitFixture.start + Int64(number)) +0000\n"
            input += "data 3\n\(100 + number)\nM 644 inline file\(number).txt\ndata 2\na\n\n"
        }
        try fixture.git("fast-import", "--quiet", input: Array(input.utf8))
        let sync = try await fixture.sync()
        let commits = sync.rows(.commit)
        #expect(commits.map { $0["subject"] } == (1...700).reversed().map { String(100 + $0) })
        #expect(sync.rows(.fileChange).map { $0["sha"] } == commits.map { $0["sha"] })
        #expect(sync.rows(.fileChange).map { $0["path"] } == (1...700).reversed().map { "file\($0).txt" })
    }
}
