import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// When comments that own up to a debt came in.
struct MarkerAgeTests {
    private func rows(_ sync: GitSync) -> [String: [String?]] {
        Dictionary(uniqueKeysWithValues: sync.rows(.file).map { ($0["id"] ?? "", [$0["marker_count"], $0["oldest_marker_at"]]) })
    }

    /// Instant of a commit, seconds since 1970.
    private func at(_ sha: String, _ fixture: GitFixture) throws -> String { try fixture.git("log", "-1", "--format=%ct", sha) }

    @Test func `the oldest comment of today is dated by the commit that brought it`() async throws {
        let fixture = try GitFixture()
        try fixture.write("plain.txt", "TODO\n")
        try fixture.write("clean.c", "int x;\n")
        try fixture.commit("1", file: "a.c", text: "// XXX old\n")
        let second = try fixture.commit("2", file: "a.c", text: "// XXX old\n// TODO kept\n")
        try fixture.commit("3", file: "a.c", text: "// TODO kept\n")
        for number in 4..<9 { try fixture.commit("\(number)", file: "a.c", text: "int x = \(number); // TODO kept\n// HACK \(number)\n") }
        let found = rows(try await fixture.sync())
        #expect(found["a.c"] == ["2", try at(second, fixture)])
        #expect(found["clean.c"] == ["0", "-"] && found["plain.txt"] == ["-", "-"])
    }

    @Test func `a file that was moved keeps the age of its comments`() async throws {
        let fixture = try GitFixture()
        let body = (0..<30).map { "int x\($0);\n" }.joined()
        let first = try fixture.commit("1", file: "a.c", text: body + "// TODO\n")
        try FileManager.default.createDirectory(atPath: fixture.path + "/src", withIntermediateDirectories: true)
        try fixture.git("mv", "a.c", "src/ü b.c")
        try fixture.commit("2")
        try fixture.commit("3", file: "src/ü b.c", text: body + "int y;\n// TODO\n")
        #expect(rows(try await fixture.sync())["src/ü b.c"] == ["1", try at(first, fixture)])
    }

    @Test func `what came by a branch is dated when the branch came onto the main line`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("1", file: "a.c", text: "int x;\n")
        try fixture.git("checkout", "-q", "-b", "side")
        try fixture.commit("2", file: "a.c", text: "int x;\n// TODO\n")
        try fixture.git("checkout", "-q", "main")
        try fixture.commit("3", file: "b.c", text: "int y;\n")
        try fixture.git("merge", "-q", "--no-ff", "-m", "4", "side")
        let merge = try fixture.git("rev-parse", "HEAD")
        #expect(rows(try await fixture.sync())["a.c"] == ["1", try at(merge, fixture)])
    }

    @Test func `a later sync gives what a first one gives`() async throws {
        let fixture = try GitFixture()
        var position: String?
        var known: [String: [String?]] = [:]
        let texts = [
            "int x;\n", "int x;\n// TODO a\n", "int x;\n// TODO a\n// XXX b\n", "// XXX b\n", "int y;\n// XXX b\n", "int y;\n",
            "// HACK c\n",
        ]
        for (number, text) in texts.enumerated() {
            try fixture.commit("\(number)", file: "a.c", text: text)
            try fixture.commit("other \(number)", file: "b.c", text: "int z = \(number);\n// TODO for ever\n")
            let sync = try await fixture.sync(since: position)
            position = sync.position
            known.merge(rows(sync)) { $1 }
            #expect(known == rows(try await fixture.sync()), "\(number)")
        }
        let again = try await fixture.sync(since: position)
        #expect(again.rows(.file).isEmpty)
    }

    @Test func `a later sync dates comments as a first one does, through moves, merges and a forced push`() async throws {
        let fixture = try GitFixture()
        let body = (0..<30).map { "int x\($0);\n" }.joined()
        try fixture.commit("1", file: "a.c", text: body)
        try fixture.commit("2", file: "b.c", text: body + "// TODO old\n// XXX older\n")
        var (position, known): (String?, [String: [String?]]) = (nil, [:])
        func compare(_ step: String, _ paths: Set<String> = ["a.c", "b.c", "born.c", "moved.c", "notes.txt"]) async throws {
            let sync = try await fixture.sync(since: position)
            position = sync.position
            for row in sync.rows(.file) {
                known[row["id"] ?? ""] = row["marker_count"] == nil ? nil : [row["marker_count"], row["oldest_marker_at"]]
            }
            let whole = rows(try await fixture.sync())
            let asked = whole.filter { paths.contains($0.key) }
            #expect(!asked.isEmpty && known.filter { asked[$0.key] != nil } == asked, "\(step)")
        }
        try await compare("first")
        try fixture.git("mv", "a.c", "moved.c")
        try fixture.commit("3")
        try fixture.commit("4", file: "moved.c", text: body + "// TODO new\n")
        try fixture.commit("5", file: "born.c", text: "// HACK born\n")
        try await compare("moved and born")
        try fixture.commit("6", file: "b.c", text: body + "// XXX older\n")
        try await compare("the oldest is gone, one as old is left")
        // The branch of today becomes the side of a merge: where HEAD stood is not on the main line any more.
        try fixture.git("checkout", "-q", "-b", "other", "HEAD~2")
        try fixture.commit("7", file: "moved.c", text: body + "// TODO new\n// FIXME more\n")
        try fixture.git("merge", "-q", "--no-ff", "-m", "8", "main")
        try await compare("a merge from the other side", ["moved.c"])
        try fixture.git("checkout", "-q", "--orphan", "fresh")
        try fixture.commit("9", file: "moved.c", text: body + "// TODO fresh\n")
        try fixture.git("reflog", "expire", "--expire=now", "--all")
        try fixture.git("branch", "-D", "main", "other")
        try fixture.git("gc", "-q", "--prune=now")
        try await compare("another history, the old one gone", ["moved.c"])
    }

    @Test func `files that an older version read are read again, without their commits`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("1", file: "a.c", text: "// TODO\n")
        let first = try await fixture.sync()
        var position = try #require(first.position.flatMap { GitPosition($0) })
        position.state = "as it was then"
        position.files = position.files.mapValues { String($0.dropFirst().prefix { $0 != "@" }) }
        let second = try await fixture.sync(since: position.text)
        #expect(rows(second) == rows(first) && second.rows(.commit).isEmpty)
    }

    @Test func `where history begins in the middle, an age that may be longer is not known`() async throws {
        let fixture = try GitFixture()
        for number in 0..<4 { try fixture.commit("\(number)", file: "a.c", text: "// TODO\nint x = \(number);\n") }
        try fixture.commit("new", file: "b.c", text: "// XXX\n")
        let path = fixture.path + "-shallow"
        try fixture.git("clone", "-q", "--depth", "2", "file://" + fixture.path, path)
        let found = rows(try await GitFixture(at: path, of: fixture).sync())
        #expect(found["a.c"] == ["1", "-"])
        #expect(found["b.c"] == ["1", try at("HEAD", fixture)])
    }

    @Test func `the versions of a file are read from a log that comes in single bytes`() throws {
        var reading = MarkerVersions(["b"])
        let log =
            "3\0\n:100644 100644 a1 a2 M\0b\0" + "2\0\n:100644 100644 a0 a1 R090\0a\0b\0:000000 100644 00 c1 A\0c\0"
            + "1\0\n:000000 100644 00 a0 A\0a\0"
        for byte in log.utf8 { reading.read([byte]) }
        #expect(reading.versions["b"]?.map(\.sha) == ["a2", "a1", "a0"])
        #expect(reading.versions["b"]?.map(\.seconds) == [3, 2, 1])
        #expect(reading.versions.count == 1)
    }
}
