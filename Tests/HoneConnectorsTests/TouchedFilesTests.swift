import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// Files that commits touched, by trees that this program reads itself: always what git tells.
struct TouchedFilesTests {
    /// The folder of a repository's objects, as git says it.
    private func objects(_ fixture: GitFixture) throws -> String {
        let path = try fixture.git("rev-parse", "--git-path", "objects")
        return path.hasPrefix("/") ? path : fixture.path + "/" + path
    }

    private func files(_ record: GitRecord) -> [[String]] {
        record.changes.map { [String(decoding: $0.path, as: UTF8.self), String(decoding: $0.oldPath, as: UTF8.self)] }
    }

    /// The files of each commit as git tells them and as they are found here; nil for what is left to git.
    private func both(
        _ fixture: GitFixture, _ names: GitHeaders.Names = .withRenames, revisions: String = "HEAD"
    ) async throws -> (git: [[[String]]], own: [[[String]]]?) {
        let git = fixture.source().git
        let headers = try await GitHeaders.read(Array((revisions + "\n").utf8), names, with: git)
        let hasFiles = GitLog.commitsWithFiles(headers, boundary: [])
        let touched = try await TouchedFiles.read(headers, hasFiles, in: try objects(fixture), names, with: git)
        var told: [[[String]]] = []
        var own: [[[String]]] = []
        var record = GitRecord()
        var toldCount = 0
        for commit in 0..<headers.count {
            headers.read(commit, withNames: hasFiles[commit], into: &record)
            told.append(files(record))
            headers.read(commit, withNames: false, into: &record)
            touched?.read(commit, &toldCount, into: &record)
            own.append(files(record))
        }
        return (told, touched == nil ? nil : own)
    }

    private func expectAlike(_ fixture: GitFixture, _ names: GitHeaders.Names = .withRenames, revisions: String = "HEAD") async throws {
        let (git, own) = try await both(fixture, names, revisions: revisions)
        #expect(own == git)
        #expect(git.contains { !$0.isEmpty })
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `however a history is stored, the files are those that git tells`(seed: UInt64) async throws {
        var made = MadeHistory(seed: seed)
        let fixture = try GitFixture(bare: true)
        try fixture.git("-c", "fastimport.unpackLimit=100000", "fast-import", "--quiet", input: made.stream(commits: 40))
        try await expectAlike(fixture)
        try await expectAlike(fixture, .withRenamesOfUnchanged)
        try fixture.git("-c", "repack.useDeltaBaseOffset=false", "repack", "-q", "-a", "-d", "-f")
        try await expectAlike(fixture)
        try fixture.git("-c", "fastimport.unpackLimit=100000", "fast-import", "--quiet", input: made.stream(commits: 20))
        try await expectAlike(fixture)
        try await expectAlike(fixture, revisions: "HEAD\n^HEAD~15")
        try fixture.git("repack", "-q", "-d")
        try await expectAlike(fixture)
        try fixture.git("gc", "-q")
        try await expectAlike(fixture)
        let clone = GitFixture(at: fixture.path + "-borrows", of: fixture)
        try fixture.git("clone", "-q", "--bare", "--shared", fixture.path, clone.path)
        try await expectAlike(clone)
    }

    @Test func `names that sort otherwise as folders, modes, links, submodules and an empty tree are told alike`() async throws {
        let fixture = try GitFixture()
        for name in ["a.b", "a-b", "a0", "ab/x", "a/deep/er/and/deeper/still/x"] { try fixture.write(name, name + "\n") }
        let first = try fixture.commit("Root", file: "b")
        try fixture.git("rm", "-q", "-r", "a")
        try fixture.commit("A file where a folder was", file: "a")
        try fixture.git("rm", "-q", "a")
        try fixture.commit("And back", file: "a/x")
        try fixture.git("update-index", "--chmod=+x", "a.b")
        try fixture.git("commit", "-q", "-m", "Only a mode")
        let blob = try fixture.git("hash-object", "-w", "--stdin", input: Array("b".utf8))
        try fixture.git("update-index", "--add", "--cacheinfo", "120000,\(blob),a.b")
        try fixture.git("commit", "-q", "-m", "A link where a file was")
        try fixture.git("update-index", "--add", "--cacheinfo", "160000,\(first),module")
        try fixture.git("commit", "-q", "-m", "A submodule")
        try fixture.git("read-tree", "--empty")
        try fixture.git("commit", "-q", "-m", "Nothing is left")
        try fixture.git("commit", "-q", "--allow-empty", "-m", "Still nothing")
        try await expectAlike(fixture)
        try fixture.git("gc", "-q", "--prune=now")
        try await expectAlike(fixture)
        let tree = GitFixture(at: fixture.path + "-tree", of: fixture)
        try fixture.git("worktree", "add", "-q", "--detach", tree.path)
        try await expectAlike(tree)
    }

    @Test func `the objects are found from a checkout, a folder in it, a bare repository and a linked worktree`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First", file: "deep/er/x")
        let bare = GitFixture(at: fixture.path + "-bare", of: fixture)
        try fixture.git("clone", "-q", "--bare", fixture.path, bare.path)
        let tree = GitFixture(at: fixture.path + "-tree", of: fixture)
        try fixture.git("worktree", "add", "-q", "--detach", tree.path)
        let inner = GitFixture(at: fixture.path + "/deep/er", of: fixture)
        for place in [fixture, inner, bare, tree] {
            let glance = try #require(try await GitGlance.taken(with: place.source().git, path: place.path))
            #expect(FileManager.default.fileExists(atPath: glance.objects + "/pack/."))
            let survey = try await GitSurvey.made(with: place.source().git, path: place.path, after: nil, isKnown: true)
            #expect(survey.glance.objects == glance.objects)
        }
    }

    @Test func `a submodule that a checkout hides stays hidden`() async throws {
        let fixture = try GitFixture()
        let first = try fixture.commit("First")
        try fixture.write(".gitmodules", "[submodule \"m\"]\n\tpath = m\n\turl = ../m\n\tignore = all\n")
        try fixture.git("add", ".gitmodules")
        try fixture.git("update-index", "--add", "--cacheinfo", "160000,\(first),m")
        try fixture.git("commit", "-q", "-m", "A submodule")
        let (git, own) = try await both(fixture)
        #expect(own == git)
        #expect(git.first == [[".gitmodules", ""]])
    }

    @Test func `modes of old trees are read as git reads them`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First", file: "x")
        let blob = try fixture.git("rev-parse", "HEAD:x")
        let name = try #require(ObjectName(hex: Array(blob.utf8)[...]))
        var parent = try fixture.git("rev-parse", "HEAD")
        for mode in ["100664", "100775", "100600"] {
            let entry = Array("\(mode) x\0".utf8) + bytes(name)
            let tree = try fixture.git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", input: entry)
            parent = try fixture.git("commit-tree", tree, "-p", parent, "-m", mode)
        }
        try fixture.git("reset", "-q", "--soft", parent)
        let (git, own) = try await both(fixture)
        #expect(own == git)
        #expect(git.map(\.count) == [1, 1, 0, 1])
    }

    private func bytes(_ name: ObjectName) -> [UInt8] {
        stride(from: 0, to: 40, by: 2).map { place in
            UInt8(name.hex.dropFirst(place).prefix(2), radix: 16) ?? 0
        }
    }

    @Test func `what is not understood is left to git`() async throws {
        let modern = try GitFixture(format: "sha256")
        try modern.commit("First")
        #expect(try await both(modern).own == nil)
        #expect(try await modern.sync(modern.source(countsLines: false)).rows(.fileChange).count == 1)
        let fixture = try GitFixture()
        try fixture.commit("First", file: "deep/a")
        try fixture.commit("Second", file: "deep/b")
        #expect(try await both(fixture).own?.count == 2)
        let folder = try objects(fixture)
        try "\"/odd\\npath\"\n".write(toFile: folder + "/info/alternates", atomically: true, encoding: .utf8)
        #expect(try await both(fixture).own == nil)
        try FileManager.default.removeItem(atPath: folder + "/info/alternates")
        let git = fixture.source().git
        let headers = try await GitHeaders.read(Array("HEAD\n".utf8), with: git)
        let tree = try fixture.git("rev-parse", "HEAD:deep")
        try FileManager.default.removeItem(atPath: "\(folder)/\(tree.prefix(2))/\(tree.dropFirst(2))")
        #expect(try await TouchedFiles.read(headers, [true, true], in: folder, .withRenames, with: git) == nil)
    }

    @Test func `a refresh and a first reading by names end in the same files`() async throws {
        var made = MadeHistory(seed: 77)
        let fixture = try GitFixture(bare: true)
        try fixture.git("fast-import", "--quiet", input: made.stream(commits: 30))
        let early = try await fixture.sync(fixture.source(countsLines: false))
        try fixture.git("fast-import", "--quiet", input: made.stream(commits: 30))
        let late = try await fixture.sync(fixture.source(countsLines: false), since: early.position)
        let once = try await fixture.sync(fixture.source(countsLines: false))
        func sorted(_ rows: [[String: String]]) -> [String] {
            rows.map { "\($0["sha"] ?? "") \($0["path"] ?? "") \($0["old_path"] ?? "")" }.sorted()
        }
        #expect(sorted(early.rows(.fileChange) + late.rows(.fileChange)) == sorted(once.rows(.fileChange)))
        #expect(once.rows(.fileChange).contains { $0["old_path"] != "" && $0["old_path"] != "-" })
    }
}
