import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// Mistakes that other tools make in public, and what is right instead. Numbers are worked out by hand.
@Suite struct PeerMistakeTests {
    static func observation(_ metric: any Metric, _ facts: ExampleFacts, _ interpretation: Interpretation = .board) throws -> Observation {
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-04-01")))
        let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
        let histories = fold(facts.tables, interpretation, now: now)
        return observe(metric, histories, MeasureContext(interpretation: interpretation, window: window, now: now))
    }

    static func finished(_ rows: [(requested: String, finished: String)]) -> ExampleFacts {
        ExampleFacts().adding(
            .item,
            rows.enumerated().map {
                (
                    "I\($0)", ["requested_at": $1.requested, "started_at": $1.requested, "finished_at": $1.finished], [:],
                    ["key": "I\($0)", "type": "feature", "shape": "dates"]
                )
            })
    }

    @Test func `Lighthouse: a percentile is never one rank low where its rank is not whole`() {
        // 85 % of 7 are 5.95 values: the sixth is reached, not the fifth.
        #expect(Quantile.nearestRank(sorted: [1, 2, 3, 4, 5, 6, 7], percent: 85) == 6)
        #expect(Quantile.nearestRank(sorted: [1, 2, 3, 4, 5, 6, 7], percent: 50) == 4)
    }

    @Test func `Lighthouse: limits are not rounded to whole numbers`() throws {
        let limits = try #require(ProcessLimits([3, 4, 3, 5]))
        // Mean 3.75, mean moving range 4/3.
        #expect(abs(limits.upper - (3.75 + 2.66 * 4 / 3)) < 1e-12 && abs(limits.lower - (3.75 - 2.66 * 4 / 3)) < 1e-12)
    }

    @Test func `xmrit: a value on the line is neither above nor below it`() throws {
        let limits = try #require(ProcessLimits([-1, 1, -1, 1]))
        let below = [Double](repeating: -1, count: 4)
        #expect(ChartRule.runOfEight.signs(in: below + [0] + below, limits: limits).isEmpty)
        #expect(ChartRule.runOfEight.signs(in: below + below, limits: limits) == Array(0..<8))
    }

    @Test(arguments: UInt64(1)...10)
    func `jirametrics: there is one rule for a percentile, wherever it is shown`(seed: UInt64) throws {
        var dice = SeededGenerator(seed: seed)
        let days = (0..<(11 + dice.index(below: 30))).map { _ in dice.index(below: 27) }
        let start = try #require(CalendarDay(iso: "2026-03-01"))
        let shown = try Self.observation(LeadTime(), Self.finished(days.map { ("2026-03-01", "\(start + $0)") }), Interpretation())
        let sorted = days.map { Double($0 + 1) }.sorted()
        let percentiles = try #require(shown.percentiles)
        for (percent, value) in [(50, percentiles.p50), (85, percentiles.p85), (95, percentiles.p95)] {
            #expect(value == Quantile.nearestRank(sorted: sorted, percent: percent))
        }
        #expect(Observation.Percentiles(shownOf: days.map { Double($0 + 1) })?.p85 == percentiles.p85)
    }

    @Test func `ActionableAgile: time blocked in a waiting stage is not idle twice`() throws {
        // Two days of work, then two days in the queue, on one of which it was blocked: half of the time, not a quarter.
        let facts = ExampleFacts.transitions([
            (
                "A", "feature",
                ["2026-03-02T09:00:00Z Doing", "2026-03-04T09:00:00Z Review queue", "2026-03-06T09:00:00Z Done"]
            )
        ]).adding(.block, [("1", ["blocked_at": "2026-03-04T12:00:00Z", "unblocked_at": "2026-03-05T12:00:00Z"], [:], ["item": "A"])])
        #expect(try Self.observation(FlowEfficiency(), facts).value == 0.5)
    }

    @Test func `Deloitte: the first day counts, and a forecast can be drawn again`() throws {
        let shown = try Self.observation(LeadTime(), Self.finished([("2026-03-09", "2026-03-09")]), Interpretation())
        #expect(shown.value == 1)
        let sample = try ThroughputSample([0, 2, 1, 0, 3, 1, 0])
        let once = try CountForecast.simulated(days: 20, from: sample, trials: 2_000, seed: 7)
        let again = try CountForecast.simulated(days: 20, from: sample, trials: 2_000, seed: 7)
        #expect(once == again)
    }

    @Test func `MongoDB: no number of rearrangements shows that a change is certain`() throws {
        var dice = SeededGenerator(seed: 5)
        let step = [Double](repeating: 0, count: 20) + [Double](repeating: 1_000, count: 20)
        #expect(try #require(EnergySplit.probability(step, permutations: 99, using: &dice)) == 0.01)
    }

    @Test func `ruptures: every place is looked at, and not every fifth`() throws {
        let step = [Double](repeating: 0, count: 13) + [Double](repeating: 10, count: 14)
        let noisy = step.enumerated().map { $1 + ($0.isMultiple(of: 2) ? 0.1 : -0.1) }
        for cost in [SegmentCost.squared, .absolute, .kernel(gamma: nil)] {
            #expect(Segmentation(noisy, cost: cost, penalty: 3, leastLength: 2)?.changes == [13])
        }
        #expect(SegmentCost.kernel(gamma: 2).value(of: [3, 3, 3, 3], in: 0..<4) == 0)
    }

    @Test func `GitLab, GrimoireLab: what is finished in a window counts, whenever it was asked for`() throws {
        let facts = Self.finished([("2025-06-01", "2026-03-10"), ("2026-03-05", "2026-04-20")])
        let shown = try Self.observation(Throughput(), facts, Interpretation())
        #expect(shown.value == 1)
        #expect(try Self.observation(LeadTime(), facts, Interpretation()).n == 1)
    }
}
