import HoneFacts
import Testing

@testable import HoneMetrics

@Suite struct GitFoldTests {
    static func fold(
        _ commits: [(sha: String, parents: String, at: String)], _ tags: [(name: String, sha: String, at: String)],
        pattern: String = "*"
    ) -> GitHistories {
        HoneFacts.fold(
            ExampleFacts.git(commits: commits, tags: tags).tables, Interpretation(releasePattern: GlobPattern(pattern)),
            now: 2_000_000_000
        ).git
    }

    @Test func `a commit belongs to the first release that reaches it, by instant and not by name`() {
        let git = Self.fold(
            [("a", "", "2026-01-01"), ("b", "a", "2026-01-02"), ("c", "b", "2026-01-03"), ("d", "c", "2026-01-04")],
            [("v9", "b", "2026-01-05"), ("v1", "c", "2026-01-10"), ("v2", "c", "2026-01-20")])
        #expect(git.releases.name == ["v9", "v1"])
        #expect(git.commits.release == [0, 0, 1, -1])
    }

    @Test func `a tag on a release branch releases what the default branch shares with it, and its own commits count nowhere`() {
        let git = Self.fold(
            [("a", "", "2026-01-01"), ("fix", "a", "2026-01-02"), ("b", "a", "2026-01-03")], [("v1", "fix", "2026-01-04")])
        #expect(git.commits.sha == ["a", "b"])
        #expect(git.commits.release == [0, -1])
        #expect(git.unreachableCount == 1)
    }

    @Test func `a batch of a release branch holds its own commits, once`() {
        let commits = [
            ("a", "", "2026-01-01"), ("b", "a", "2026-01-02"), ("fix", "a", "2026-01-03"), ("more", "fix", "2026-01-04"),
            ("c", "b", "2026-01-05"),
        ]
        let tags = [
            ("v1.0", "a", "2026-01-01"), ("v1.1", "c", "2026-01-05"), ("v1.0.1", "fix", "2026-01-06"), ("v1.0.2", "more", "2026-01-07"),
        ]
        let git = Self.fold(commits, tags)
        #expect(git.releases.name == ["v1.0", "v1.1", "v1.0.1", "v1.0.2"] && git.releases.commitCount == [1, 2, 1, 1])
    }

    @Test func `of several tags on one commit the one that says most is the release, and all are found`() {
        let facts = ExampleFacts.git(
            commits: [("a", "", "2026-01-01"), ("b", "a", "2026-01-03")],
            tags: [
                ("v1", "a", "2026-01-02"), ("v1.0.0-rc1", "a", "2026-01-01"), ("v1.0.0", "a", "2026-01-02"), ("v2.0", "b", "2026-01-03"),
            ])
        let histories = HoneFacts.fold(facts.tables, Interpretation(), now: 2_000_000_000)
        let git = histories.git
        #expect(git.releases.name == ["v1.0.0", "v2.0"] && git.releases.otherNames[0].sorted() == ["v1", "v1.0.0-rc1"])
        let days = ReleaseDays(histories, .utc, now: 2_000_000_000)
        #expect(["v1", "1.0.0", "v1.0.0-rc1", "2.0", "3"].map { days.place(of: $0) } == [0, 0, 0, 1, nil])
    }

    @Test func `commits left behind by a rebase are in no metric`() {
        let git = Self.fold([("a", "", "2026-01-01"), ("old", "a", "2026-01-02"), ("new", "a", "2026-01-03")], [])
        #expect(git.commits.sha == ["a", "new"])
        #expect(git.unreachableCount == 1)
    }

    @Test func `a log that makes a commit its own ancestor is read to its end`() {
        let git = Self.fold(
            [("a", "c", "2026-01-01"), ("b", "b a", "2026-01-02"), ("c", "b", "2026-01-03")], [("v1", "c", "2026-01-04")])
        // The circle is cut where it closes: then nothing reaches the first commit.
        #expect(git.commits.sha.sorted() == ["b", "c"])
        #expect(git.commits.release == [0, 0])
        #expect(git.unreachableCount == 1)
    }

    @Test func `only tags that fit the pattern are releases`() {
        let git = Self.fold([("a", "", "2026-01-01")], [("v1", "a", "2026-01-01"), ("nightly", "a", "2026-01-02")], pattern: "v*")
        #expect(git.releases.name == ["v1"])
        #expect(git.otherTagCount == 1)
    }

    @Test func `a merge brings what its branch holds, from its oldest commit on`() {
        let git = Self.fold(
            [
                ("a", "", "2026-01-01T00:00:00Z"), ("x", "a", "2026-01-02T00:00:00Z"), ("y", "x", "2026-01-05T00:00:00Z"),
                ("b", "a", "2026-01-06T00:00:00Z"), ("m", "b y", "2026-01-07T00:00:00Z"),
            ], [])
        #expect(git.integrations.sha == ["a", "b", "m"])
        #expect(git.integrations.isMerge == [false, false, true])
        #expect(Instant(rawValue: git.integrations.openedAt[2]).description == "2026-01-02T00:00:00Z")
        #expect(Instant(rawValue: git.integrations.mergedAt[2]).description == "2026-01-07T00:00:00Z")
    }

    @Test func `a commit later than its release is excluded as clock skew`() {
        let facts = ExampleFacts.git(
            commits: [("a", "", "2026-01-01T00:00:00Z"), ("b", "a", "2026-01-09T00:00:00Z")],
            tags: [("v1", "a", "2026-01-02T00:00:00Z"), ("v2", "b", "2026-01-05T00:00:00Z")])
        let histories = HoneFacts.fold(facts.tables, Interpretation(), now: 2_000_000_000)
        let window = Window(from: CalendarDay(number: 20_000), to: CalendarDay(number: 21_000))
        let observation = observe(
            ChangeLeadTime(), histories, MeasureContext(interpretation: Interpretation(), window: window, now: 2_000_000_000))
        #expect(observation.excluded == ["back-fill": 1, "clock-skew": 1])
        #expect(observation.value == nil && observation.isAvailable)
    }
}
