import HoneFacts
import Testing

@testable import HoneMetrics

@Suite struct LittlesLawTests {
    private static func part(_ observation: Observation, _ name: String) -> Double? {
        observation.parts.first { $0.name == name }?.observation.value
    }

    @Test(.enabled(if: FlowOracle.isPresent, "flow_events.json does not lie in ../shared/data/oracle"), arguments: FlowOracle.all)
    func `averages and residual are those of the golden cases`(golden: FlowOracle.Case) throws {
        let histories = fold(golden.facts, golden.interpretation, now: golden.now)
        let first = try #require(CalendarDay(iso: golden.input.window[0]))
        let last = try #require(CalendarDay(iso: golden.input.window[1]))
        let law = golden.expected.aggregate.littlesLaw
        let observation = observe(
            LittlesLaw(), histories,
            MeasureContext(interpretation: golden.interpretation, window: Window(from: first, to: last + 1), now: golden.now))
        let inProgress = try #require(Self.part(observation, "average work in progress"))
        let throughput = try #require(Self.part(observation, "throughput"))
        let cycleTime = try #require(Self.part(observation, "average cycle time"))
        #expect(abs(inProgress - law.avgWip) < 1e-9 && law.avgWip == golden.expected.aggregate.avgWipTouched)
        #expect(abs(throughput / 7 * cycleTime - law.throughputXCycleTime) < 1e-9)
        let residual = try #require(observation.value)
        #expect(abs(residual - (law.avgWip - law.throughputXCycleTime)) < 1e-9)
    }

    @Test func `each kind has its own residual, and a window that goes on says so`() throws {
        let facts = ExampleFacts.transitions([
            ("A", "bug", ["2026-03-02T09:00:00Z Doing"]), ("B", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-04T09:00:00Z Done"]),
        ])
        let all = try AvailabilityTests.observation(LittlesLaw(), facts, .board, MetricOptions(grouping: .kind))
        #expect(all.parts.map(\.name) == ["bug", "feature"])
        for part in all.parts {
            let alone = try AvailabilityTests.observation(
                LittlesLaw(), facts, .board, MetricOptions(kinds: WorkKind(rawValue: part.name).map { [$0] }))
            #expect(part.observation.value == alone.value && part.observation.value != all.value)
        }
        let streams = try AvailabilityTests.observation(LittlesLaw(), facts, .board, MetricOptions(grouping: .stream))
        #expect(streams.parts.isEmpty && streams.value == all.value)
        let histories = fold(facts.tables, .board, now: AvailabilityTests.now)
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-07-01")))
        let months = observe(
            Throughput(), histories,
            MeasureContext(interpretation: .board, window: window, options: MetricOptions(grouping: .month), now: AvailabilityTests.now))
        #expect(months.isNotOver && months.parts.map(\.observation.isNotOver) == [false, false, false, true])
    }

    @Test(arguments: UInt64(1)...30)
    func `the residual is the sum of its causes, whatever the history`(seed: UInt64) {
        let histories = fold(ObservationLawTests.facts(seed: seed), .board, now: ObservationLawTests.now)
        for (from, to) in [("2026-01-01", "2026-05-01"), ("2026-02-10", "2026-02-24"), ("2026-04-01", "2026-07-01")] {
            let observation = observe(LittlesLaw(), histories, ObservationLawTests.context(from, to))
            guard let residual = observation.value else { continue }
            let causes = ["from items still open", "from items that left unfinished", "from the time before the window"].compactMap {
                Self.part(observation, $0)
            }
            #expect(causes.count == 3 && abs(causes.reduce(0, +) - residual) < 1e-9)
            let averages = (Self.part(observation, "throughput") ?? 0) / 7 * (Self.part(observation, "average cycle time") ?? 0)
            #expect(abs((Self.part(observation, "average work in progress") ?? 0) - averages - residual) < 1e-9)
        }
    }

    private static func marks(_ rows: [(String, String, String)]) throws -> [String: Int] {
        let window = Window(from: try #require(CalendarDay(iso: "2026-01-05")), to: try #require(CalendarDay(iso: "2026-03-30")))
        let now = Interpretation().zone.startOfDay(window.to)
        let histories = fold(
            ExampleFacts.items(rows.map { ($0.0, "feature", "", $0.1, $0.2) }).tables, Interpretation(), now: now)
        return observe(LittlesLaw(), histories, MeasureContext(interpretation: Interpretation(), window: window, now: now)).flags
    }

    @Test func `as much in as out and no older is stable; piling up and growing old are not`() throws {
        let start = try #require(CalendarDay(iso: "2026-01-05"))
        let steady = (0..<40).map { ("S\($0)", "\(start + 2 * $0)", "\(start + 2 * $0 + 3)") }
        #expect(try Self.marks(steady)["stable"] == 1)
        let piling = (0..<40).map { ("P\($0)", "\(start + 2 * $0)", $0 % 4 == 0 ? "\(start + 2 * $0 + 3)" : "") }
        #expect(try Self.marks(piling)["not-stable"] == 1)
        // Balanced by counts: as many go as come, but the same few stay and grow old.
        let growing = steady + [("old1", "2026-01-05", ""), ("old2", "2026-01-05", "")]
        #expect(try Self.marks(growing)["not-stable"] == 1)
    }
}
