import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// Reading again and again.
struct GitSyncTests {
    @Test func `a second sync of the same history hands over nothing`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.git("tag", "v1")
        let first = try await fixture.sync()
        let second = try await fixture.sync(since: first.position)
        #expect(second.batches.isEmpty)
        #expect(second.position == nil)
    }

    @Test func `storing one reading twice adds nothing the second time`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.git("tag", "v1")
        let log = MemoryFactLog()
        let one = try await fixture.sync()
        let two = try await fixture.sync()
        let added = try await log.append(one.batches, recordedAt: 1, cursor: nil)
        let again = try await log.append(two.batches, recordedAt: 2, cursor: nil)
        #expect(added == AppendCount(added: 5))
        #expect(again == AppendCount(unchanged: 5))
    }

    @Test func `a branch that is renamed changes where HEAD stands and nothing else`() async throws {
        let fixture = try GitFixture()
        let sha = try fixture.commit("First")
        let first = try await fixture.sync()
        try fixture.git("branch", "-m", "main", "trunk")
        let second = try await fixture.sync(since: first.position)
        #expect(second.rows(.head).map { [$0["id"], $0["branch"], $0["sha"]] } == [["HEAD", "trunk", sha]])
        #expect(second.batches.count == 1)
    }

    @Test func `a position of an older reading of commits reads them again and still takes tags back`() async throws {
        let fixture = try GitFixture()
        let sha = try fixture.commit("First")
        var old = try #require(try await fixture.sync().position.flatMap { GitPosition($0) })
        old.rules = "older"
        old.state = "older"
        old.tags = ["gone": sha]
        let sync = try await fixture.sync(since: old.text)
        #expect(sync.rows(.commit).map { $0["id"] } == [sha])
        #expect(sync.rows(.file).count == 1)
        #expect(sync.rows(.tag).map { [$0["id"], $0["retracted"]] } == [["gone", "1"]])
    }

    @Test func `the next sync reads only what is new, also of a merged branch`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        let first = try await fixture.sync()
        try fixture.git("checkout", "-q", "-b", "side")
        let side = try fixture.commit("Side", file: "side.txt")
        try fixture.git("checkout", "-q", "main")
        let main = try fixture.commit("Main")
        try fixture.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
        let merge = try fixture.git("rev-parse", "HEAD")
        let second = try await fixture.sync(since: first.position)
        #expect(Set(second.rows(.commit).compactMap { $0["id"] }) == [side, main, merge])
        #expect(second.position != first.position)
    }

    @Test func `after a forced push the new commits are read and nothing is retracted`() async throws {
        let fixture = try GitFixture()
        let base = try fixture.commit("First")
        try fixture.commit("Second")
        let first = try await fixture.sync()
        try fixture.git("reset", "-q", "--hard", base)
        let other = try fixture.commit("Other")
        let second = try await fixture.sync(since: first.position)
        #expect(second.rows(.commit).map { $0["id"] } == [other])
        #expect(second.rows(.head).first?["sha"] == other)
        #expect(second.batches.allSatisfy { !$0.hasRetractions })
    }

    @Test func `after a forced push and a prune the history is read again`() async throws {
        let fixture = try GitFixture()
        let base = try fixture.commit("First")
        try fixture.commit("Second")
        let first = try await fixture.sync()
        try fixture.git("reset", "-q", "--hard", base)
        let other = try fixture.commit("Other")
        try fixture.git("reflog", "expire", "--expire=now", "--all")
        try fixture.git("gc", "-q", "--prune=now")
        let second = try await fixture.sync(since: first.position)
        #expect(Set(second.rows(.commit).compactMap { $0["id"] }) == [base, other])
    }

    @Test func `a cursor of another version is read past, from the beginning`() async throws {
        let fixture = try GitFixture()
        let sha = try fixture.commit("First")
        #expect(try await fixture.sync(since: "hone-git 0\nwhatever").rows(.commit).map { $0["id"] } == [sha])
    }

    @Test func `a sink that fails ends the reading with its error`() async throws {
        struct Full: Error {}
        let fixture = try GitFixture()
        try fixture.commit("First")
        await #expect(throws: Full.self) {
            _ = try await fixture.source().facts(since: nil) { _ in throw Full() }
        }
    }

    @Test func `commits come in groups with their files, none over the limit by more than one commit`() throws {
        let fixture = try GitFixture()
        var facts = CommitFacts(
            origin: "git:.", folder: nil, digest: fixture.digest, mask: .off, bots: BotNames([]), people: GitPeople(), boundary: [], now: 0)
        var record = GitRecord()
        record.changes = (0..<10).map { GitFileChange(path: Array("\($0)".utf8)[...], oldPath: [], added: 1, deleted: 1) }
        var count = 0
        while !facts.isFull {
            record.sha = Array(String(count).utf8)[...]
            facts.add(record)
            count += 1
        }
        let group = facts.take()
        #expect(group.map(\.family) == [.commit, .fileChange])
        #expect(group[0].count == count)
        #expect(group[1].count == count * 10)
        #expect(group[1].count < CommitFacts.changeLimit + 10)
        #expect(facts.take().isEmpty)
    }
}
