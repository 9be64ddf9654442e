import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// Length and indentation of the files at HEAD.
struct GitFilesTests {
    private func file(_ path: String, in sync: GitSync) -> [String?]? {
        sync.rows(.file).first { $0["id"] == path }.map { [$0["path"], $0["lines"], $0["indentation_sum"], $0["retracted"]] }
    }

    @Test(arguments: [
        ("", 0, 0), ("a\n\nb", 2, 0), ("\ta\n\t\tb\n", 2, 3), ("    a\n       b\n        c\n", 3, 4), ("\t    a\n    \tb\n", 2, 4),
        ("   a\n   b\n", 2, 0), (" \t \n\r\n\u{C}\n  \r\n", 0, 0), ("a  b\r\n\tc\r\n", 2, 1), ("ä\n\tß", 2, 1),
    ])
    func `lines that are not blank count, a tab is a level and four spaces are one`(text: String, lines: Int64, levels: Int64) throws {
        let shape = try #require(TextShape(Array(text.utf8)[...]))
        #expect((shape.lineCount, shape.indentationSum) == (lines, levels))
    }

    @Test func `a NUL near the beginning makes a file binary`() {
        #expect(TextShape([97, 0]) == nil)
        #expect(TextShape(([UInt8](repeating: 97, count: 8_000) + [0])[...]) != nil)
    }

    @Test func `a pointer of Git LFS stands for a binary file`() {
        #expect(TextShape(Array("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n".utf8)[...]) == nil)
        #expect(TextShape(Array("# version https://git-lfs.github.com/spec/v1\n".utf8)[...])?.lineCount == 1)
    }

    @Test func `files of HEAD become facts, and links, binary and large files do not`() async throws {
        let fixture = try GitFixture()
        try fixture.write("shop/a.swift", "func a() {\n    b()\n\n}\n")
        try fixture.write("empty.txt", "")
        try fixture.write(" new\nline\\n \"ü\".txt", "\ta\n")
        try fixture.write("picture.bin", [0, 1, 2])
        try fixture.write("limit.txt", String(repeating: "x", count: 1_048_576))
        try fixture.write("large.txt", String(repeating: "x", count: 1_048_577))
        try FileManager.default.createSymbolicLink(atPath: fixture.path + "/link", withDestinationPath: "empty.txt")
        try fixture.commit("First")
        let sync = try await fixture.sync()
        #expect(file("shop/a.swift", in: sync) == ["shop/a.swift", "3", "1", "0"])
        #expect(file("empty.txt", in: sync) == ["empty.txt", "0", "0", "0"])
        #expect(file(" new\nline\\n \"ü\".txt", in: sync) == [" new\nline\\n \"ü\".txt", "1", "1", "0"])
        #expect(file("limit.txt", in: sync) == ["limit.txt", "1", "0", "0"])
        #expect(sync.rows(.file).count == 5)
        #expect(sync.notes == ["Files at HEAD without length and indentation: 1 binary or kept by Git LFS, 1 larger than 1 MiB."])
        let position = try #require(sync.position.flatMap { GitPosition($0) })
        #expect(position.files.count == 6 && position.files[" new\nline\\n \"ü\".txt"] != nil)
        #expect(sync.position?.hasSuffix(position.text) == true)
    }

    @Test func `only changed files are read again, and files that are gone are taken back`() async throws {
        let fixture = try GitFixture()
        for name in ["same.txt", "changed.txt", "gone.txt", "renamed.txt", "binary.txt"] { try fixture.write(name, name + "\n") }
        try fixture.commit("First")
        let first = try await fixture.sync()
        try fixture.git("rm", "-q", "gone.txt")
        try fixture.git("mv", "renamed.txt", "new.txt")
        try fixture.write("binary.txt", [0])
        try fixture.commit("Second", file: "changed.txt", text: "a\nb\n")
        let second = try await fixture.sync(since: first.position)
        #expect(file("changed.txt", in: second) == ["changed.txt", "2", "0", "0"])
        #expect(file("new.txt", in: second) == ["new.txt", "1", "0", "0"])
        #expect(second.rows(.file).filter { $0["retracted"] == "1" }.map { $0["id"] } == ["binary.txt", "gone.txt", "renamed.txt"])
        #expect(second.rows(.file).count == 5)
        // A tag alone moves nothing.
        try fixture.git("tag", "v1")
        let third = try await fixture.sync(since: second.position)
        #expect(third.rows(.file).isEmpty && third.rows(.tag).count == 1)
        try fixture.commit("Fourth", file: "same.txt", text: "a\n")
        let fourth = try await fixture.sync(since: third.position)
        #expect(fourth.rows(.file).map { $0["id"] } == ["same.txt"])
        #expect(fourth.notes.count == 1)
    }

    @Test func `files are taken back where the old commit is gone too`() async throws {
        let fixture = try GitFixture()
        let base = try fixture.commit("First")
        try fixture.commit("Second", file: "gone.txt")
        let first = try await fixture.sync()
        try fixture.git("reset", "-q", "--hard", base)
        try fixture.git("reflog", "expire", "--expire=now", "--all")
        try fixture.git("gc", "-q", "--prune=now")
        let second = try await fixture.sync(since: first.position)
        #expect(second.rows(.file).filter { $0["retracted"] == "1" }.map { $0["id"] } == ["gone.txt"])
    }

    @Test func `only files under the given folder are read, wherever in the checkout the source stands`() async throws {
        let fixture = try GitFixture()
        for path in ["shop/app/a.txt", "shop/app/deep/b.txt", "shopping/c.txt", "shop/d.txt"] { try fixture.write(path, "x\n") }
        try fixture.commit("First")
        #expect(
            try await fixture.sync(fixture.source(folder: "shop/app")).rows(.file).map { $0["id"] } == [
                "shop/app/a.txt", "shop/app/deep/b.txt",
            ])
        let inside = GitFixture(at: fixture.path + "/shop", of: fixture)
        #expect(try await inside.sync().rows(.file).count == 5)
    }

    @Test func `a missing object is damage`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        let file = GitTree.File(path: "a.txt", sha: String(repeating: "1", count: 40))
        await #expect(throws: GitError.self) { try await GitTree.read([file], with: fixture.source().git) { _, _ in } }
    }
}
