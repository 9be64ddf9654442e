import HoneFacts
import Testing

@testable import HoneConnectors

/// Tags and HEAD.
struct GitTagTests {
    @Test func `annotated tags carry the tagger's date, lightweight tags the commit's`() async throws {
        let fixture = try GitFixture()
        let sha = try fixture.commit("First")
        let committed = try fixture.git("log", "-1", "--format=%ct")
        try fixture.git("tag", "light")
        try fixture.git("tag", "-a", "-m", "One", "v1.0")
        let tagged = try fixture.git("for-each-ref", "--format=%(taggerdate:unix)", "refs/tags/v1.0")
        let tags = try await fixture.sync().rows(.tag)
        #expect(tags.map { $0["id"] } == ["light", "v1.0"])
        #expect(tags.map { $0["sha"] } == [sha, sha])
        #expect(tags.map { $0["tagged_at"] } == [committed, tagged])
    }

    @Test func `a tag of a tag is followed, and a tag of a file is skipped with a note`() async throws {
        let fixture = try GitFixture()
        let sha = try fixture.commit("First")
        try fixture.git("tag", "-a", "-m", "One", "inner")
        try fixture.git("tag", "-a", "-m", "Two", "outer", "inner")
        try fixture.git("tag", "file", "HEAD:notes.txt")
        let sync = try await fixture.sync()
        #expect(sync.rows(.tag).map { $0["id"] } == ["inner", "outer"])
        #expect(sync.rows(.tag).map { $0["sha"] } == [sha, sha])
        #expect(sync.codes == ["tag-of-no-commit"])
    }

    @Test func `a moved tag is a new version of its fact, a deleted one is retracted`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.git("tag", "moving")
        try fixture.git("tag", "leaving")
        let first = try await fixture.sync()
        let second = try fixture.commit("Second")
        try fixture.git("tag", "-f", "moving")
        try fixture.git("tag", "-d", "leaving")
        let tags = try await fixture.sync(since: first.position).rows(.tag)
        #expect(tags.first { $0["id"] == "moving" }?["sha"] == second)
        #expect(tags.first { $0["id"] == "leaving" }?["retracted"] == "1")
        #expect(tags.count == 2)
    }

    @Test func `a commit that only a tag reaches is read`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.git("checkout", "-q", "-b", "release")
        let side = try fixture.commit("Release only")
        try fixture.git("tag", "v1")
        try fixture.git("checkout", "-q", "main")
        #expect(try await fixture.sync().commit(side)["subject"] == "Release only")
    }

    @Test func `the id of a tag names no person and stays apart from others that look the same`() async throws {
        let fixture = try GitFixture()
        try fixture.commit("First")
        try fixture.git("tag", "mary-1")
        try fixture.git("tag", "doe-1")
        let sync = try await fixture.sync()
        let tags = sync.rows(.tag)
        #expect(tags.map { $0["name"] } == ["‹person›-1", "‹person›-1"])
        #expect(Set(tags.map { $0["id"] }).count == 2)
        #expect(tags.contains { $0["id"] == "‹person›-1 " + fixture.digest.pseudonym("mary-1") })
        let position = try #require(sync.position.flatMap { GitPosition($0) })
        #expect(Set(position.tags.keys) == Set(tags.compactMap { $0["id"] }))
        #expect(sync.position?.hasSuffix(position.text) == true)
    }

    @Test func `head says branch, commit and that it is detached`() async throws {
        let fixture = try GitFixture()
        let sha = try fixture.commit("First")
        let first = try await fixture.sync()
        #expect(first.rows(.head).first.map { [$0["branch"], $0["sha"], $0["is_shallow"]] } == ["main", sha, "0"])
        try fixture.git("checkout", "-q", "--detach")
        let second = try await fixture.sync(since: first.position)
        #expect(second.rows(.head).first?["branch"] == "detached")
        #expect(second.rows(.commit).isEmpty)
        #expect(second.notes.contains { $0.hasPrefix("HEAD is detached") })
    }
}
