import HoneFacts
import Testing

@testable import HoneMetrics

@Suite struct JoinTests {
    typealias Row = (id: String, dates: [String: String], integers: [String: Int64], texts: [String: String])

    static func commit(_ sha: String, _ parents: String, _ day: Int, keys: String = "", change: String = "") -> Row {
        let at = "2026-03-0\(day)T10:00:00Z"
        return (
            sha, ["committed_at": at, "authored_at": at], ["is_inside": 1, "is_bot": 0],
            ["sha": sha, "parents": parents, "keys": keys, "change_number": change]
        )
    }

    static func histories(_ facts: ExampleFacts) -> Histories { fold(facts.tables, Interpretation(), now: 2_000_000_000) }

    /// main: a, the merge m of the branch b-c, and d straight on it. Change !7 is merged by m and names AB-1; d names AB-2.
    static let facts = ExampleFacts.items([
        ("AB-1", "feature", "2026-03-01", "", "2026-03-05"), ("AB-2", "bug", "2026-03-01", "", "2026-03-09"),
        ("AB-3", "bug", "2026-03-01", "", ""),
    ]).adding(
        .commit,
        [
            commit("a", "", 1), commit("b", "a", 2), commit("c", "b", 3), commit("m", "a c", 4, change: "7"),
            commit("d", "m", 5, keys: "AB-2 XY-9"),
        ]
    ).adding(.head, [("HEAD", [:], ["is_shallow": 0], ["branch": "main", "sha": "d"])])
        .adding(.tag, [("v1", ["tagged_at": "2026-03-04T12:00:00Z"], [:], ["name": "v1", "sha": "m"])])
        .adding(
            .change,
            [
                (
                    "!7", ["opened_at": "2026-03-02T11:00:00Z", "merged_at": "2026-03-04T10:00:00Z"], [:],
                    ["key": "!7", "items": "AB-1"]
                ), ("!8", ["opened_at": "2026-03-02T11:00:00Z", "merged_at": "2026-03-06T10:00:00Z"], [:], ["key": "!8"]),
            ])

    @Test func `a change has the commits that its merge brought, and they lead to the items that it names`() {
        let histories = Self.histories(Self.facts)
        #expect(histories.git.commits.sha == ["a", "b", "c", "m", "d"])
        #expect(histories.joins.changeOfCommit == [-1, 0, 0, 0, -1])
        #expect((0..<5).map { Array(histories.joins.itemsOfCommit[$0]) } == [[], [0], [0], [0], [1]])
    }

    @Test func `an item knows when work on it began, was merged and was released`() {
        let joins = Self.histories(Self.facts).joins
        func raw(_ text: String) -> Int64 { Instant(iso: text)?.rawValue ?? Instant.missing }
        #expect(Array(joins.workedFrom) == [raw("2026-03-02T10:00:00Z"), raw("2026-03-05T10:00:00Z"), Instant.missing])
        #expect(Array(joins.mergedAt) == [raw("2026-03-04T10:00:00Z"), raw("2026-03-05T10:00:00Z"), Instant.missing])
        #expect(Array(joins.releasedAt) == [raw("2026-03-04T12:00:00Z"), Instant.missing, Instant.missing])
    }

    @Test func `a commit made after its item was finished does not hold it back, in whichever order commits come`() throws {
        // K-1 was finished on the 3rd; its commit of the 2nd is in v2, a later one of the 5th is in no release.
        let rows = [Self.commit("b", "a", 2, keys: "K-1"), Self.commit("c", "b", 4), Self.commit("d", "c", 5, keys: "K-1")]
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let facts = ExampleFacts.items([("K-1", "feature", "2026-03-01", "", "2026-03-03T10:00:00Z")])
                .adding(.commit, [Self.commit("a", "", 1)] + order.map { rows[$0] })
                .adding(.head, [("HEAD", [:], ["is_shallow": 0], ["branch": "main", "sha": "d"])])
                .adding(.tag, [("v2", ["tagged_at": "2026-03-04T12:00:00Z"], [:], ["name": "v2", "sha": "c"])])
            let joins = Self.histories(facts).joins
            #expect(Array(joins.releasedAt) == [Instant(iso: "2026-03-04T12:00:00Z")?.rawValue])
            let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-03-09")))
            let now = try #require(Instant(iso: "2026-03-09T00:00:00Z")).seconds
            let histories = fold(facts.tables, Interpretation(), now: now)
            let waiting = observe(
                FinishedNotReleased(), histories, MeasureContext(interpretation: Interpretation(), window: window, now: now))
            #expect(waiting.value == 0)
        }
    }

    @Test func `a release whose commit is not in the log is no batch of nothing, and not the first`() throws {
        let facts = ExampleFacts().adding(.commit, [Self.commit("a", "", 1), Self.commit("b", "a", 3), Self.commit("c", "b", 5)])
            .adding(.head, [("HEAD", [:], ["is_shallow": 0], ["branch": "main", "sha": "c"])])
            .adding(
                .tag,
                [("v0", "gone", 1), ("v1", "a", 2), ("v2", "b", 4), ("v2.1", "elsewhere", 5), ("v3", "c", 6)].map {
                    ($0.0, ["tagged_at": "2026-03-0\($0.2)T12:00:00Z"], [:], ["name": $0.0, "sha": $0.1])
                })
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-03-30")))
        let context = MeasureContext(interpretation: Interpretation(), window: window, now: 2_000_000_000)
        let batches = observe(BatchSize(), Self.histories(facts), context)
        #expect(batches.n == 2 && batches.percentiles?.p95 == 1)
        #expect(batches.excluded == ["back-fill": 1, "commits-not-known": 2])
        let lead = observe(ChangeLeadTime(), Self.histories(facts), context)
        #expect(lead.n == 2 && lead.excluded == ["back-fill": 1] && lead.value == 26)
    }

    @Test func `the coverage of every join is counted`() {
        let coverage = Self.histories(Self.facts).joins.coverage
        #expect(
            coverage.map { "\($0.id) \($0.joined)/\($0.of)" } == [
                "commit-item 3/4", "commit-change 2/4", "change-commit 1/2", "change-item 1/2", "item-commit 2/3", "item-change 1/3",
                "item-release 1/2",
            ])
    }

    @Test func `a key from before a move still leads to the item`() {
        let moved = ExampleFacts.items([("NEW-1", "bug", "2026-03-01", "", "")]).with("aliases", ["NEW-1": "AB-2 10023"])
        var facts = Self.facts
        facts = moved.adding(.commit, [Self.commit("a", "", 1, keys: "AB-2")]).adding(
            .head, [("HEAD", [:], ["is_shallow": 0], ["branch": "main", "sha": "a"])]
        ).adding(.workLog, [("w", [:], ["seconds": 1800], ["item": "10023"]), ("v", [:], ["seconds": 600], ["item": "NEW-1"])])
        let histories = Self.histories(facts)
        #expect(Array(histories.joins.itemsOfCommit[0]) == [0])
        #expect(Array(histories.items.loggedSeconds) == [2400])
    }

    @Test func `a tracker's closings tell what came back, and its own dates stay`() throws {
        let facts = ExampleFacts.items([("#1", "", "2026-03-01", "", "2026-03-20T00:00:00Z"), ("#2", "", "2026-03-01", "", "2026-03-08")])
            .adding(
                .transition,
                [("#1", "closed", "done", 5), ("#1", "open", "new", 7), ("#1", "closed", "done", 19), ("#2", "closed", "done", 8)].map {
                    (
                        "\($0.0) \($0.3)", ["changed_at": "2026-03-\($0.3 < 10 ? "0" : "")\($0.3)T10:00:00Z"], ["ordinal": 0],
                        ["item": $0.0, "status": $0.1, "category": $0.2]
                    )
                })
        for interpretation in [Interpretation(), .board] {
            let items = fold(facts.tables, interpretation, now: 2_000_000_000)
            #expect(items.items.isReopened == [true, false] && items.items.hasTransitions == [false, false])
            #expect(items.items.finishedAt[0] == Instant(iso: "2026-03-20T00:00:00Z")?.rawValue)
            #expect(items.items.firstFinishedAt[0] == Instant(iso: "2026-03-05T10:00:00Z")?.rawValue)
            #expect(items.remarks.isEmpty)
        }
    }

    @Test func `the status that an item was created in has the item's date`() throws {
        let facts = ExampleFacts.items([("A", "", "2026-03-01T08:00:00Z", "", "")]).adding(
            .transition,
            [
                ("A 0", [:], ["ordinal": -1], ["item": "A", "status": "Backlog"]),
                ("A 1", ["changed_at": "2026-03-02T08:00:00Z"], ["ordinal": 0], ["item": "A", "status": "Doing"]),
            ])
        let items = fold(facts.tables, .board, now: 2_000_000_000).items
        #expect(items.visits.enteredAt == [1_772_352_000, 1_772_438_400])
        #expect(Array(items.startedAt) == [Instant(seconds: 1_772_438_400).rawValue])
    }
}
