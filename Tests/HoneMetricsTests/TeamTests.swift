import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// No number about how people work together stands on fewer people than the smallest group.
@Suite struct TeamTests {
    static let now = Instant(iso: "2026-05-01T00:00:00Z")?.seconds ?? 0

    static func observation(
        _ metric: any Metric, _ facts: ExampleFacts, smallest: Int = 5, options: MetricOptions = MetricOptions()
    ) throws -> (shown: Observation, rows: [MetricRow]) {
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-05-01")))
        let interpretation = Interpretation(smallestGroup: smallest)
        let histories = fold(facts.tables, interpretation, now: now)
        let context = MeasureContext(interpretation: interpretation, window: window, options: options, now: now)
        guard case .rows(let rows) = metric.measure(histories, context) else { return (observe(metric, histories, context), []) }
        return (observe(metric, histories, context), rows.rows(in: window, histories, .utc))
    }

    /// As many people as asked for, each with a change that the next one reviews.
    static func changes(people: Int) -> ExampleFacts {
        TeamExample.changes((0..<people).map { ("!\($0)", "P\($0)", ["P\(($0 + 1) % people)"]) })
    }

    static let ofChanges: [any Metric] = [MergedWithoutReview(), TimeToFirstReview(), ReviewLoadSpread()]
    static let ofCommits: [any Metric] = [WorkSharing(), CoAuthoredShare()]

    @Test func `every metric of collaboration hands over who stands behind it`() {
        for metric in Catalogue.metrics where metric.definition.family == .collaboration {
            #expect(metric is any TeamMetric, "\(metric.definition.id)")
        }
    }

    @Test(arguments: [3, 5, 8])
    func `one person too few is refused with a reason, in the value and in the rows`(smallest: Int) throws {
        for metric in Self.ofChanges {
            let few = try Self.observation(metric, Self.changes(people: smallest - 1), smallest: smallest)
            #expect(few.shown.value == nil && few.shown.interval == nil && few.rows.isEmpty, "\(metric.definition.id)")
            #expect(few.shown.unavailableReason?.hasPrefix("Too few people: fewer than \(smallest)") == true)
            let enough = try Self.observation(metric, Self.changes(people: smallest), smallest: smallest)
            #expect(enough.shown.value != nil && enough.shown.isAvailable && !enough.rows.isEmpty, "\(metric.definition.id)")
        }
        for metric in Self.ofCommits {
            let names = (0..<smallest).map { "P\($0)" }
            let few = try Self.observation(
                metric, TeamExample.commits(names.dropLast() + ["P0 with P1"], merge: false), smallest: smallest)
            #expect(few.shown.value == nil && few.rows.isEmpty && !few.shown.isAvailable, "\(metric.definition.id)")
            let enough = try Self.observation(metric, TeamExample.commits(names + ["P0 with P1"], merge: false), smallest: smallest)
            #expect(enough.shown.value != nil, "\(metric.definition.id)")
        }
    }

    @Test func `no setting makes a group smaller than three`() throws {
        #expect(Interpretation(smallestGroup: 1).smallestGroup == 3)
        let shown = try Self.observation(MergedWithoutReview(), Self.changes(people: 2), smallest: 0).shown
        #expect(!shown.isAvailable)
        var interpretation = Interpretation()
        interpretation.smallestGroup = 1
        #expect(GroupSpread([[0], [1]], of: [0, 1], interpretation) == nil)
    }

    @Test func `a month of too few people is refused although the whole is not`() throws {
        var facts = Self.changes(people: 5)
        facts = facts.adding(
            .change,
            [
                (
                    "!9", ["opened_at": "2026-04-02T09:00:00Z", "merged_at": "2026-04-02T12:00:00Z", "closed_at": "2026-04-02T12:00:00Z"],
                    [:], ["key": "!9", "author": "P0"]
                )
            ])
        let shown = try Self.observation(MergedWithoutReview(), facts, options: MetricOptions(grouping: .month)).shown
        #expect(shown.value != nil && shown.n == 6)
        let april = try #require(shown.parts.first { $0.name == "2026-04" }).observation
        #expect(april.value == nil && april.unavailableReason?.hasPrefix("Too few people") == true)
    }

    @Test func `a source that does not know people is said to be one`() throws {
        let facts = ExampleFacts.changes(
            [("!1", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z", "2026-03-03T09:00:00Z")],
            reviews: [("!1", "2026-03-02T12:00:00Z", false)])
        let shown = try Self.observation(MergedWithoutReview(), facts).shown
        #expect(shown.value == 0 && shown.flags["contributors-not-known"] == 1)
    }

    @Test func `a spread does not depend on who has which code, nor on the order`() throws {
        let pieces: [[Int]] = [[0], [0], [1], [0, 2], [3], [0]]
        let spread = try #require(GroupSpread(pieces.map { $0[...] }, of: [0, 1, 2, 3, 4], Interpretation()))
        let turned = try #require(
            GroupSpread(pieces.reversed().map { ArraySlice($0.map { 7 - $0 }) }, of: [7, 6, 5, 4, 3], Interpretation()))
        #expect(spread.gini == turned.gini && spread.giniInterval == turned.giniInterval)
        // Holdings 0, 1, 1, 1, 4: differences between all pairs add up to 32 of 2 x 20 x mean 1.4.
        #expect(abs(spread.gini - 4.0 / 7) < 1e-12)
        #expect(abs(spread.shareOfLargest - 4.0 / 7) < 1e-12 && spread.fewestWithHalf == 1)
        let interval = try #require(spread.giniInterval)
        #expect(interval.lower <= spread.gini && spread.gini <= interval.upper)
    }
}
