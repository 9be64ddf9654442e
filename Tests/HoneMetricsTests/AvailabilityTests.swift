import HoneFacts
import Testing

@testable import HoneMetrics

/// Zero, undefined and unavailable are three things.
@Suite struct AvailabilityTests {
    static let now = Instant(iso: "2026-06-01T00:00:00Z")?.seconds ?? 0

    static func observation(
        _ metric: some Metric, _ facts: ExampleFacts, _ interpretation: Interpretation = .board, _ options: MetricOptions = MetricOptions()
    ) throws -> Observation {
        let window = Window(from: try #require(CalendarDay(iso: "2026-01-01")), to: try #require(CalendarDay(iso: "2026-06-01")))
        let histories = fold(facts.tables, interpretation, now: now)
        return observe(
            metric, histories, MeasureContext(interpretation: interpretation, window: window, options: options, now: now))
    }

    @Test func `an item that says it was created after it was done stays done`() throws {
        let facts = ExampleFacts().adding(
            .item, [("A", ["requested_at": "2026-03-10T09:00:00Z"], [:], ["key": "A", "type": "feature", "shape": "steps"])]
        ).adding(
            .transition,
            [
                ("0", [:], ["ordinal": -1], ["item": "A", "status": "Backlog"]),
                ("1", ["changed_at": "2026-03-03T09:00:00Z"], [:], ["item": "A", "status": "Doing"]),
                ("2", ["changed_at": "2026-03-04T09:00:00Z"], [:], ["item": "A", "status": "Done"]),
            ])
        #expect(try Self.observation(Throughput(), facts).value == 1)
        #expect(try Self.observation(CycleTime(), facts).percentiles?.p50 == 2)
    }

    static let untouched = ExampleFacts.transitions([("A", "feature", ["2026-03-02T09:00:00Z Backlog"])])

    @Test func `a board on which nothing has begun has zero in progress, and no cycle time yet`() throws {
        let wip = try Self.observation(WorkInProgress(), Self.untouched)
        #expect(wip.isAvailable && wip.value == 0 && wip.excluded == ["not-started": 1])
        for isElapsed in [false, true] {
            let cycle = try Self.observation(CycleTime(), Self.untouched, .board, MetricOptions(isElapsed: isElapsed))
            #expect(cycle.isAvailable && cycle.value == nil && cycle.n == 0)
        }
    }

    @Test func `transitions without a stage map are not called missing transitions`() throws {
        for metric in [CycleTime(), WorkInProgress(), WorkItemAge()] as [any Metric] {
            let reason = try Self.observation(metric, Self.untouched, Interpretation()).unavailableReason
            #expect(reason == "The items have transitions, and no stages in hone.yaml say what their statuses mean.")
        }
    }

    @Test func `no bug at all is zero where every kind is known, and unknown where one is not`() throws {
        let known = ExampleFacts.items([("A", "feature", "2025-01-01", "", "")])
        #expect(try Self.observation(LegacyBugCount(), known).value == 0)
        let unknown = ExampleFacts.items([("A", "Chore", "2025-01-01", "", "")])
        #expect(try !Self.observation(LegacyBugCount(), unknown).isAvailable)
    }

    @Test func `dates without a time of day have no hours`() throws {
        let facts = ExampleFacts.items([("A", "feature", "2026-03-01", "2026-03-02", "2026-03-04")])
        let hours = try Self.observation(LeadTime(), facts, .board, MetricOptions(isElapsed: true))
        #expect(!hours.isAvailable && hours.value == nil)
    }

    @Test func `commits cannot be chosen by work kind`() throws {
        let facts = ExampleFacts.git(commits: [("a", "", "2026-03-01T00:00:00Z")], tags: [("v1", "a", "2026-03-02T00:00:00Z")])
        let shown = try Self.observation(ReleaseFrequency(), facts, .board, MetricOptions(kinds: [.bug]))
        #expect(shown.unavailableReason?.contains("no work kind") == true)
    }

    @Test func `with transitions and no stage map, the tracker's own dates still count`() throws {
        var tables = ExampleFacts.transitions([("A", "bug", ["2026-03-02T09:00:00Z To Do", "2026-03-05T09:00:00Z Closed"])]).tables
        var dates = FactBatch(.item, origin: "example")
        dates.append(
            id: "A dates",
            integers: [
                "requested_at": Instant(iso: "2026-03-02T09:00:00Z")?.rawValue ?? 0,
                "finished_at": Instant(iso: "2026-03-05T09:00:00Z")?.rawValue ?? 0,
            ], texts: ["key": "A", "type": "bug", "shape": "dates"])
        let moves = Array(tables[.item])[0]
        for row in 0..<moves.count { dates.append(id: moves.id(row), row: moves.row(row)) }
        tables.batches[.item] = [dates]
        let histories = fold(tables, Interpretation(), now: Self.now)
        let window = Window(from: try #require(CalendarDay(iso: "2026-01-01")), to: try #require(CalendarDay(iso: "2026-06-01")))
        let context = MeasureContext(interpretation: Interpretation(), window: window, now: Self.now)
        #expect(histories.items.count == 1)
        #expect(observe(LeadTime(), histories, context).value == 4)
    }

    @Test func `a change whose opening is unknown is left out with a reason, not in silence`() throws {
        let facts = ExampleFacts.changes(
            [("1", "", "2026-03-03T09:00:00Z", "2026-03-03T09:00:00Z"), ("2", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z", "")],
            reviews: [("1", "2026-03-03T08:00:00Z", false), ("2", "2026-03-02T11:00:00Z", false)])
        for metric in [ChangeOpenTime(), TimeToFirstReview()] as [any Metric] {
            let shown = try Self.observation(metric, facts)
            #expect(shown.n == 1 && shown.eligible == 2 && shown.excluded == ["no-open-date": 1])
        }
    }
}
