import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// Repositories that are not a plain checkout.
struct GitSituationTests {
    private func code(_ source: GitSource) async -> GitError.Code? {
        do {
            _ = try await source.facts(since: nil) { _ in }
            return nil
        } catch let error as GitError {
            #expect(error.description.hasSuffix(error.advice))
            return error.code
        } catch {
            return nil
        }
    }

    private func clone(_ fixture: GitFixture, _ arguments: String...) throws -> GitFixture {
        let clone = GitFixture(at: fixture.path + "-clone-" + UUID().uuidString, of: fixture)
        try fixture.git(["clone", "-q"] + arguments + ["file://" + fixture.path, clone.path], as: "Mary Doe <mary.doe@example.org>")
        return clone
    }

    @Test func `an empty repository is no error and says so`() async throws {
        let fixture = try GitFixture()
        let sync = try await fixture.sync()
        #expect(sync.batches.isEmpty)
        #expect(sync.notes.count == 1)
        #expect(sync.notes.first?.contains("no commits yet") == true)
        let sha = try fixture.commit("First")
        #expect(try await fixture.sync(since: sync.position).rows(.commit).map { $0["id"] } == [sha])
    }

    @Test func `a folder that is no repository and a missing folder are told apart`() async throws {
        let fixture = try GitFixture()
        try FileManager.default.removeItem(atPath: fixture.path + "/.git")
        #expect(await code(fixture.source()) == .notRepository)
        let missing = GitFixture(at: fixture.path + "/nowhere", of: fixture)
        #expect(await code(missing.source()) == .pathMissing)
    }

    @Test func `a machine without git is told so`() async throws {
        let fixture = try GitFixture()
        let source = GitSource(
            GitSettings(repository: fixture.path), digest: fixture.digest, nowSeconds: 0, environment: ["PATH": "/nowhere"])
        #expect(await code(source) == .gitMissing)
    }

    @Test func `an old git is told apart from a missing one`() async throws {
        let fixture = try GitFixture()
        let program = try fixture.program("echo git version 2.20.1")
        #expect(await code(fixture.source(program: program)) == .gitTooOld)
    }

    @Test func `git dying half way is an error with its last line masked, and half a commit is not stored`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        let program = try fixture.program(
            """
            case "$*" in *numstat*)
              printf '\\001abc\\000\\000Mary'
              echo 'warning: long story' >&2
              echo 'fatal: Mary broke it' >&2
              exit 128;;
            esac
            exec git "$@"
            """)
        let sync = GitSync()
        do {
            _ = try await fixture.source(program: program).facts(since: nil) { sync.store($0) }
            Issue.record("reading went on")
        } catch let error as GitError {
            #expect(error.code == .stopped)
            #expect(error.cause == "git said: fatal: ‹person› broke it")
        }
        #expect(sync.batches.isEmpty)
    }

    @Test func `a long complaint on the error stream does not stop the reading`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        let program = try fixture.program("yes 'warning: again' | head -c 300000 >&2\nexec git \"$@\"")
        #expect(try await fixture.sync(fixture.source(program: program)).rows(.commit).count == 1)
    }

    @Test func `git's sentences about ownership and damage become advice`() {
        #expect(GitError.opening(".", said: "fatal: detected dubious ownership in repository at '/x'").advice.contains("safe.directory"))
        #expect(GitError.stopped("log", status: "exited(128)", said: "fatal: unable to read 1234").code == .objectsMissing)
    }

    @Test func `a damaged repository ends in git's own last line and keeps the cursor`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        let blob = try fixture.git("rev-parse", "HEAD:notes.txt")
        try fixture.commit("Second", text: "other\n")
        try FileManager.default.removeItem(atPath: "\(fixture.path)/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))")
        #expect(await code(fixture.source()) == .objectsMissing)
    }

    @Test func `a bare repository is read like a checkout, with the mailmap of its HEAD`() async throws {
        let fixture = try GitFixture()
        try fixture.write(".mailmap", "<mary@new.example> <mary.doe@example.org>\n")
        let sha = try fixture.commit("First")
        let bare = try clone(fixture, "--bare")
        let sync = try await bare.sync()
        #expect(sync.commit(sha)["author"] == fixture.digest.pseudonym("mary@new.example"))
        #expect(sync.files(of: sha).count == 2)
    }

    @Test func `a shallow clone says where its numbers begin, and is read again when it deepens`() async throws {
        let fixture = try GitFixture()
        let first = try fixture.commit("First")
        let second = try fixture.commit("Second")
        let third = try fixture.commit("Third")
        let shallow = try clone(fixture, "--depth=2")
        let sync = try await shallow.sync()
        #expect(Set(sync.rows(.commit).compactMap { $0["id"] }) == [second, third])
        #expect(sync.files(of: second).isEmpty)
        #expect(sync.commit(second)["parents"] == "")
        #expect(sync.files(of: third).count == 1)
        #expect(sync.rows(.head).first?["is_shallow"] == "1")
        #expect(sync.notes.contains { $0.contains("shallow") })
        try shallow.git("fetch", "-q", "--unshallow")
        let deep = try await shallow.sync(since: sync.position)
        #expect(Set(deep.rows(.commit).compactMap { $0["id"] }) == [first, second, third])
        #expect(deep.files(of: second).count == 1)
        #expect(deep.commit(second)["parents"] == first)
        #expect(deep.rows(.head).first?["is_shallow"] == "0")
    }

    @Test func `a partial clone gives names without line counts, and nothing is fetched`() async throws {
        let fixture = try GitFixture()
        try fixture.git("config", "uploadpack.allowFilter", "true")
        try fixture.commit("First", file: "a.txt", text: "a\nb\n")
        try fixture.git("mv", "a.txt", "b.txt")
        let second = try fixture.commit("Second", file: "c.txt")
        let partial = try clone(fixture, "--filter=blob:none", "--no-checkout")
        let before = try partial.contents()
        let sync = try await partial.sync()
        let rename = try #require(sync.files(of: second).first { $0["path"] == "b.txt" })
        #expect((rename["old_path"], rename["added"], rename["deleted"]) == ("a.txt", "-", "-"))
        #expect(sync.files(of: second).contains { $0["path"] == "c.txt" && $0["added"] == "-" })
        #expect(sync.notes.contains { $0.contains("not yet read: line counts of a partial clone") })
        #expect(sync.rows(.file).isEmpty && sync.notes.contains(GitFiles.absentNote))
        #expect(try partial.contents() == before)
    }

    @Test func `a partial clone that was checked out has the files of HEAD`() async throws {
        let fixture = try GitFixture()
        try fixture.git("config", "uploadpack.allowFilter", "true")
        try fixture.commit("First", text: "a\n")
        try fixture.commit("Second", text: "a\nb\n")
        let partial = try clone(fixture, "--filter=blob:none")
        let sync = try await partial.sync()
        #expect(sync.rows(.file).map { [$0["id"], $0["lines"]] } == [["notes.txt", "2"]])
        #expect(!sync.notes.contains(GitFiles.absentNote))
        try fixture.git("config", "uploadpack.allowAnySHA1InWant", "true")
        let treeless = try clone(fixture, "--filter=tree:0", "--no-checkout")
        #expect(await code(treeless.source()) == .objectsMissing)
    }

    @Test func `a submodule is a changed path and no file`() async throws {
        let fixture = try GitFixture()
        let first = try fixture.commit("First")
        try fixture.git("update-index", "--add", "--cacheinfo", "160000,\(first),module")
        try fixture.git("commit", "-q", "-m", "Module")
        let second = try fixture.git("rev-parse", "HEAD")
        let sync = try await fixture.sync()
        #expect(sync.files(of: second).map { $0["path"] } == ["module"])
        #expect(sync.rows(.file).map { $0["id"] } == ["notes.txt"])
    }

    @Test func `a file of 100 MB is a changed file and is not measured`() async throws {
        let fixture = try GitFixture()
        try fixture.write("huge.bin", "")
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: fixture.path + "/huge.bin"))
        try file.truncate(atOffset: 104_857_600)
        try file.close()
        try fixture.git("config", "core.compression", "1")
        let sha = try fixture.commit("Huge")
        let sync = try await fixture.sync()
        #expect(sync.files(of: sha).map { [$0["path"], $0["added"]] } == [["huge.bin", "-"], ["notes.txt", "1"]])
        #expect(sync.rows(.file).map { $0["id"] } == ["notes.txt"])
        #expect(sync.notes == ["Files at HEAD without length and indentation: 0 binary or kept by Git LFS, 1 larger than 1 MiB."])
    }

    @Test func `repositories and folders of one repository keep their facts apart in one log`() async throws {
        let (shop, tools) = (try GitFixture(), try GitFixture())
        try shop.write("cart/a.txt", "a\n")
        try shop.write("till/b.txt", "b\n")
        try shop.commit("First", file: "till/c.txt")
        try tools.commit("First")
        let log = MemoryFactLog()
        for source in [shop.source(folder: "cart"), shop.source(folder: "till"), tools.source()] {
            let sync = try await shop.sync(source)
            let count = await log.append(sync.batches, from: source.origin, recordedAt: 1, cursor: nil)
            #expect(count.unchanged == 0 && count.changed == 0)
        }
        let read = await log.read([.head, .commit, .file])
        #expect(Set(read[.head].map(\.origin)).count == 3)
        #expect(read[.commit].map(\.count) == [1, 1, 1])
        #expect(read[.file].map(\.ids) == [["cart/a.txt"], ["till/b.txt", "till/c.txt"], ["notes.txt"]])
    }

    @Test func `a worktree of another checkout is read`() async throws {
        let fixture = try GitFixture()
        let sha = try fixture.commit("First")
        let tree = GitFixture(at: fixture.path + "-tree", of: fixture)
        try fixture.git("worktree", "add", "-q", "-b", "side", tree.path)
        let sync = try await tree.sync()
        #expect(sync.rows(.commit).map { $0["id"] } == [sha])
        #expect(sync.rows(.head).first?["branch"] == "side")
    }

    @Test func `replaced and grafted history is read as it was committed`() async throws {
        let fixture = try GitFixture()
        let first = try fixture.commit("First")
        let second = try fixture.commit("Second")
        try fixture.git("replace", "--graft", second)
        try fixture.write(".git/info/grafts", second + "\n")
        #expect(try fixture.git("log", "--format=%P", "-1") == "")
        let sync = try await fixture.sync()
        #expect(sync.commit(second)["parents"] == first)
        #expect(sync.rows(.commit).map { $0["id"] } == [second, first])
        #expect(sync.notes.isEmpty)
    }
}
