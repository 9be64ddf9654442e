import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// How little git is asked where little is new.
struct GitGlanceTests {
    /// A source whose git notes what it is asked, and what it was asked so far.
    private func noting(_ fixture: GitFixture) throws -> (source: GitSource, asked: () throws -> [String]) {
        let program = try fixture.program(
            "last=; for word in \"$@\"; do case \"$word\" in -*|*=*) ;; *) case \"$last\" in -C|-c) ;; *) echo \"$word\" >> '\(fixture.path)/asked'; break ;; esac ;; esac; last=$word; done\nexec git \"$@\""
        )
        let file = fixture.path + "/asked"
        return (
            fixture.source(program: program),
            {
                let text = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
                try? FileManager.default.removeItem(atPath: file)
                return text.split(separator: "\n").map(String.init).sorted()
            }
        )
    }

    @Test func `where nothing is new git is not started`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.git("tag", "v1")
        try fixture.git("tag", "-a", "-m", "Second", "v2")
        let (source, asked) = try noting(fixture)
        let first = try await fixture.sync(source)
        _ = try asked()
        let second = try await fixture.sync(source, since: first.position)
        #expect(second.position == nil && second.batches.isEmpty && second.notes.isEmpty)
        #expect(try asked() == [])
    }

    @Test func `refs that only lie elsewhere now are asked for once`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.git("tag", "v1")
        let (source, asked) = try noting(fixture)
        let first = try await fixture.sync(source)
        try fixture.git("pack-refs", "--all")
        _ = try asked()
        let second = try await fixture.sync(source, since: first.position)
        #expect(second.batches.isEmpty && second.position != nil && second.position != first.position)
        #expect(try asked() == ["rev-parse"])
        let third = try await fixture.sync(source, since: second.position)
        #expect(third.batches.isEmpty && third.position == nil)
        #expect(try asked() == [])
        let sha = try fixture.commit("Second")
        #expect(try await fixture.sync(source, since: second.position).rows(.commit).map { $0["id"] } == [sha])
    }

    @Test func `where git keeps its refs in an unusual way, or something is to be said, it is asked each time`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.write("sub/file", "x")
        let tree = GitFixture(at: fixture.path + "-tree", of: fixture)
        try fixture.git("worktree", "add", "-q", "-b", "side", tree.path)
        let inside = GitFixture(at: fixture.path + "/sub", of: fixture)
        for one in [inside, tree] {
            #expect(GitRefFiles(at: one.path) == nil)
            let again = try await one.sync(since: one.sync().position)
            #expect(again.position == nil && again.batches.isEmpty)
        }
        #expect(GitRefFiles(at: fixture.path) != nil)

        try fixture.git("checkout", "-q", "--detach")
        let (source, asked) = try noting(fixture)
        let first = try await fixture.sync(source)
        _ = try asked()
        let second = try await fixture.sync(source, since: first.position)
        #expect(second.notes == first.notes && !second.notes.isEmpty && second.batches.isEmpty)
        #expect(try asked() == ["rev-parse"])

        for (key, value) in [("include.path", "other"), ("extensions.worktreeConfig", "true"), ("remote.origin.promisor", "true")] {
            let before = try #require(FileManager.default.contents(atPath: fixture.path + "/.git/config"))
            try fixture.git("config", key, value)
            #expect(GitRefFiles(at: fixture.path) == nil, "\(key)")
            try before.write(to: URL(fileURLWithPath: fixture.path + "/.git/config"))
        }
        try fixture.git("symbolic-ref", "refs/tags/alias", "refs/heads/main")
        #expect(GitRefFiles(at: fixture.path) == nil)
    }

    @Test func `a HEAD that somebody wrote by hand is git's to read`() async throws {
        for text in [
            "ref:refs/heads/main\n", "ref: refs/heads/main \n", "ref: refs/heads/main\r\n", "ref: refs/heads/main",
            "ref:\trefs/heads/main\n",
        ] {
            let fixture = try GitFixture()
            try fixture.commit("First")
            try Data(text.utf8).write(to: URL(fileURLWithPath: fixture.path + "/.git/HEAD"))
            #expect(GitRefFiles(at: fixture.path) == nil, "\(text.debugDescription)")
            let position = try await fixture.sync().position
            let sha = try fixture.commit("Second")
            try Data(text.utf8).write(to: URL(fileURLWithPath: fixture.path + "/.git/HEAD"))
            #expect(try await fixture.sync(since: position).rows(.commit).map { $0["id"] } == [sha], "\(text.debugDescription)")
        }
    }

    @Test func `tags that are links are git's to read`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        let (tags, away) = (fixture.path + "/.git/refs/tags", fixture.path + "/.git/away")
        try FileManager.default.createDirectory(atPath: away, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: tags + "/team", withDestinationPath: away)
        #expect(GitRefFiles(at: fixture.path) == nil)
        try FileManager.default.removeItem(atPath: tags + "/team")
        #expect(GitRefFiles(at: fixture.path) != nil)
        try FileManager.default.removeItem(atPath: tags)
        try FileManager.default.createSymbolicLink(atPath: tags, withDestinationPath: away)
        #expect(GitRefFiles(at: fixture.path) == nil)
    }

    @Test func `a branch that is left and come back to while git is asked hides nothing`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.git("branch", "other")
        let sha = try fixture.commit("Second")
        let program = try fixture.program(
            "cd '\(fixture.path)'; git symbolic-ref HEAD refs/heads/other; git \"$@\"; code=$?; git symbolic-ref HEAD refs/heads/main; exit $code"
        )
        let first = try await fixture.sync(fixture.source(program: program))
        #expect(first.rows(.commit).count == 1)
        #expect(try await fixture.sync(since: first.position).rows(.commit).map { $0["id"] } == [sha])
        // The same where nothing was new.
        try fixture.git("symbolic-ref", "HEAD", "refs/heads/other")
        let known = try await fixture.sync().position
        try fixture.git("symbolic-ref", "HEAD", "refs/heads/main")
        let again = try await fixture.sync(fixture.source(program: program), since: known)
        #expect(again.batches.isEmpty)
        #expect(try await fixture.sync(since: again.position ?? known).rows(.commit).map { $0["id"] } == [sha])
    }

    @Test func `names only and lines that are wanted now are not nothing new`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        let names = try await fixture.sync(fixture.source(countsLines: false))
        let counted = try await fixture.sync(since: names.position)
        #expect(!counted.batches.isEmpty)
    }

    @Test func `of new commits only they are read, and the files that they changed`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First", file: "a.txt", as: "Zebedee Quux <zeb@quux.example>")
        let (source, asked) = try noting(fixture)
        let first = try await fixture.sync(source)
        _ = try asked()
        let sha = try fixture.commit("After Zebedee", file: "b.txt")
        let second = try await fixture.sync(source, since: first.position)
        #expect(second.rows(.commit).map { $0["id"] } == [sha])
        #expect(second.commit(sha)["subject"] == "After ‹person›")
        #expect(try asked() == ["cat-file", "log", "log", "ls-tree", "rev-parse"])
    }

    @Test func `a change of anything that a sync looks at is seen`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        var position = try await fixture.sync().position
        let changes: [(String, () throws -> Void)] = [
            ("a tag", { try fixture.git("tag", "v1") }), ("an annotated tag", { try fixture.git("tag", "-a", "-m", "x", "v2") }),
            ("a tag that moves", { try fixture.git("tag", "-f", "-a", "-m", "y", "v2") }),
            ("a tag gone", { try fixture.git("tag", "-d", "v1") }),
            ("a mailmap", { try fixture.write(".mailmap", "A <a@example.org> <b@example.org>\n") }),
            ("another branch", { try fixture.git("checkout", "-q", "-b", "side") }),
            ("no branch", { try fixture.git("checkout", "-q", "--detach") }), ("a commit", { try fixture.commit("Second") }),
            ("a tag that is called HEAD", { try fixture.git("update-ref", "refs/tags/HEAD", "HEAD") }),
            ("a tag of a tag", { try fixture.git("tag", "-a", "-m", "z", "v3", "v2") }),
        ]
        for (name, change) in changes {
            try change()
            let sync = try await fixture.sync(since: position)
            #expect(sync.position != nil, "\(name)")
            position = sync.position ?? position
            let again = try await fixture.sync(since: position)
            #expect(again.position == nil && again.batches.isEmpty, "after \(name)")
        }
    }

    @Test func `what is seen at a glance is what git says one by one`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        for name in ["v1", "heads/main", "été"] { try fixture.git("tag", name) }
        try fixture.git("tag", "-a", "-m", "x", "nested-1")
        try fixture.git("tag", "-a", "-m", "x", "nested-2", "nested-1")
        try fixture.write(".mailmap", "A <a@example.org> <b@example.org>\n")
        let bare = GitFixture(at: fixture.path + "-bare", of: fixture)
        try fixture.git("clone", "-q", "--bare", "file://" + fixture.path, bare.path)
        let shallow = GitFixture(at: fixture.path + "-shallow", of: fixture)
        try fixture.commit("Second")
        try fixture.git("clone", "-q", "--depth=1", "file://" + fixture.path, shallow.path)
        let tree = GitFixture(at: fixture.path + "-tree", of: fixture)
        try fixture.git("worktree", "add", "-q", "-b", "side", tree.path)
        try fixture.write("sub/file", "x")
        for path in [fixture.path, fixture.path + "/sub", bare.path, shallow.path, tree.path] {
            let git = GitProcess(program: "git", directory: path, inherited: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"])
            let glance = try #require(try await GitGlance.taken(with: git, path: path))
            let survey = try await GitSurvey.made(with: git, path: path, after: nil, isKnown: false)
            #expect(glance == survey.glance)
            #expect(glance.mailmap.isEmpty == (path == bare.path))
            #expect(glance.isShallow == (path == shallow.path))
        }
    }
}
