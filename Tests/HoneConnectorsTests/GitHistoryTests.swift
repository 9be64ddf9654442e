import HoneFacts
import Testing

@testable import HoneConnectors

/// Commits and the files they changed.
struct GitHistoryTests {
    @Test func `a linear history becomes commits with parents, times and line counts`() async throws {
        let fixture = try GitFixture()
        let first = try fixture.commit("First", text: "a\nb\n")
        let second = try fixture.commit("Second", text: "a\nc\nd\n", authored: GitFixture.start - 60)
        let sync = try await fixture.sync()
        #expect(sync.rows(.commit).map { $0["sha"] } == [second, first])
        #expect(sync.commit(first)["parents"] == "")
        #expect(sync.commit(second)["parents"] == first)
        #expect(sync.commit(second)["authored_at"] == String(GitFixture.start - 60))
        #expect(sync.commit(second)["is_inside"] == "1")
        #expect(sync.commit(second)["is_bot"] == "0")
        #expect(sync.commit(second)["author"] == fixture.digest.pseudonym("mary.doe@example.org"))
        let file = try #require(sync.files(of: second).first)
        #expect(file["id"] == second + "|notes.txt")
        #expect((file["path"], file["added"], file["deleted"]) == ("notes.txt", "2", "1"))
        #expect(sync.recordCount == 2)
        #expect(sync.codes.isEmpty)
    }

    @Test func `a merge names its parents and has no files of its own`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.git("checkout", "-q", "-b", "side")
        let side = try fixture.commit("Side", file: "side.txt")
        try fixture.git("checkout", "-q", "main")
        let main = try fixture.commit("Main", file: "main.txt")
        try fixture.git("merge", "-q", "--no-ff", "-m", "Merge branch 'side'", "side")
        let merge = try fixture.git("rev-parse", "HEAD")
        let sync = try await fixture.sync()
        #expect(sync.commit(merge)["parents"] == "\(main) \(side)")
        #expect(sync.files(of: merge).isEmpty)
        #expect(sync.files(of: side).count == 1)
    }

    @Test func `a rename names the old path, and a binary file has no line counts`() async throws {
        let fixture = try GitFixture()
        try fixture.write("old.txt", (1...20).map { "line \($0)\n" }.joined())
        try fixture.write("picture.bin", [0, 1, 2, 0, 255])
        let first = try fixture.commit("First")
        try fixture.git("mv", "old.txt", "new.txt")
        let second = try fixture.commit("Rename")
        let sync = try await fixture.sync()
        let rename = try #require(sync.files(of: second).first { $0["path"] == "new.txt" })
        #expect((rename["old_path"], rename["added"], rename["deleted"]) == ("old.txt", "0", "0"))
        let picture = try #require(sync.files(of: first).first { $0["path"] == "picture.bin" })
        #expect((picture["added"], picture["deleted"]) == ("-", "-"))
    }

    @Test func `file names with tab, newline, quote and the byte 1 are read as they are`() async throws {
        let fixture = try GitFixture()
        let names = ["tab\there", "new\nline", "quo\"te", "\u{1}one", "ünïcode", "1\t2\tthree"]
        for name in names { try fixture.write(name, name) }
        let sha = try fixture.commit("Names")
        try fixture.git("mv", "tab\there", "\u{1}new\nhome")
        let renamed = try fixture.commit("Rename")
        let sync = try await fixture.sync()
        #expect(Set(sync.files(of: sha).compactMap { $0["path"] }) == Set(names + ["notes.txt"]))
        let rename = try #require(sync.files(of: renamed).first { $0["old_path"] != "" })
        #expect((rename["old_path"], rename["path"]) == ("tab\there", "\u{1}new\nhome"))
    }

    @Test func `a message that is not UTF-8 is read with replacements and counted`() async throws {
        let fixture = try GitFixture()
        let first = try fixture.commit("First")
        // `git commit` would mend the message: the object is written by hand.
        let person = "Mary Doe <mary.doe@example.org> \(GitFixture.start) +0000"
        let header = "tree \(try fixture.git("rev-parse", "HEAD^{tree}"))\nparent \(first)\nauthor \(person)\ncommitter \(person)\n\nGr"
        let object = Array(header.utf8) + [0xFC, 0xDF] + Array("e\n".utf8)
        try fixture.git("reset", "-q", try fixture.git("hash-object", "-t", "commit", "-w", "--stdin", input: object))
        let sync = try await fixture.sync()
        #expect(sync.rows(.commit).first?["subject"] == "Gr\u{FFFD}\u{FFFD}e")
        #expect(sync.codes == ["not-utf8"])
    }

    @Test func `subjects and bodies that look like git's own output do not confuse the reader`() async throws {
        let fixture = try GitFixture()
        let sha = try fixture.commit("\u{1}1\t2\tfile\n\n\u{1}body\n3\t4\tother\n:100644 100644 a b M")
        let empty = try fixture.commit("Empty", text: "\u{1}1\t2\tfile\n\n\u{1}body\n3\t4\tother\n:100644 100644 a b M\n")
        let sync = try await fixture.sync()
        #expect(sync.rows(.commit).count == 2)
        #expect(sync.commit(sha)["subject"] == "\u{1}1\t2\tfile")
        #expect(sync.files(of: sha).count == 1)
        #expect(sync.files(of: empty).isEmpty)
    }

    @Test func `only what lies under the given folder counts, and the other commits are marked`() async throws {
        let fixture = try GitFixture()
        let inside = try fixture.commit("Inside", file: "shop/app/a.txt")
        let outside = try fixture.commit("Outside", file: "shopping/b.txt")
        try fixture.git("mv", "shop/app/a.txt", "gone.txt")
        let leaving = try fixture.commit("Leaving", file: "shopping/b.txt")
        let sync = try await fixture.sync(fixture.source(folder: "/shop/app/"))
        #expect([inside, outside, leaving].map { sync.commit($0)["is_inside"] } == ["1", "0", "1"])
        #expect(sync.rows(.fileChange).count == 2)
        #expect(sync.batches.allSatisfy { $0.origin == "git:\(fixture.path):shop/app" })
    }

    @Test func `commits of the future and of clocks that run apart are counted in notes`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("Skewed", authored: GitFixture.start + 90_000)
        try fixture.commit("Plain")
        let sync = try await fixture.sync(fixture.source(nowSeconds: GitFixture.start - 10_000))
        #expect(sync.codes == ["future-commit", "clock-skew"])
    }

    @Test func `a repository with 64-digit shas is read like any other`() async throws {
        let fixture = try GitFixture(format: "sha256")
        let sha = try fixture.commit("First")
        let sync = try await fixture.sync()
        #expect(sha.utf8.count == 64)
        #expect(sync.commit(sha)["subject"] == "First")
        #expect(sync.rows(.head).first?["sha"] == sha)
    }
}
