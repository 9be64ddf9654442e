import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// What a clock says of where it stands must not change a number.
@Suite struct ZoneLawTests {
    static let berlin = ZoneTable(
        name: "Europe/Berlin",
        changes: [
            (start: 1_698_541_200, offset: 3_600), (start: 1_711_846_800, offset: 7_200), (start: 1_761_440_400, offset: 3_600),
            (start: 1_774_746_000, offset: 7_200), (start: 1_792_890_000, offset: 3_600),
        ])

    @Test func `nearly all metrics have something to say here`() {
        // Of the work that was finished too little has a known kind and a story; the last three are about decisions, which are no facts.
        let histories = fold(WholeCatalogue.facts(seed: 1), WholeCatalogue.board, now: WholeCatalogue.now)
        let silent = Catalogue.metrics.filter { observe($0, histories, WholeCatalogue.context()).eligible == 0 }
        #expect(
            silent.map(\.definition.id) == [
                "work-without-a-story", "retro-follow-through", "build-measure-learn", "validated-learning-rate",
            ])
    }

    @Test(arguments: [UInt64(1), 2, 3], [-11 * 3_600, -3 * 3_600 - 1_800, 5 * 3_600 + 2_700, 14 * 3_600])
    func `facts and zone shifted together move no number`(seed: UInt64, offset: Int) {
        let facts = WholeCatalogue.facts(seed: seed)
        var there = WholeCatalogue.board
        there.zone = ZoneTable(name: "there", changes: [(start: 0, offset: offset)])
        let shifted = WholeCatalogue.moved(facts) { $0 - Int64(offset) }
        let here = fold(facts, WholeCatalogue.board, now: WholeCatalogue.now)
        let other = fold(shifted, there, now: WholeCatalogue.now - Int64(offset))
        let (left, right) = (WholeCatalogue.context(), WholeCatalogue.context(there, now: WholeCatalogue.now - Int64(offset)))
        for metric in Catalogue.metrics {
            #expect(
                ObservationLawTests.told(observe(metric, here, left)) == ObservationLawTests.told(observe(metric, other, right)),
                "\(metric.definition.id)")
        }
    }

    /// The night of 29 March 2026 has no hour from two to three: what the clock then says is said an hour later instead.
    private static func inBerlin(_ local: Int64) -> Int64 {
        let change: Int64 = 1_774_746_000
        let guess = local - 3_600
        return guess < change ? guess : local - 7_200 < change ? change : local - 7_200
    }

    @Test(arguments: UInt64(1)...6)
    func `a night in which the clocks change moves no day, and no hour by more than one`(seed: UInt64) {
        let facts = WholeCatalogue.facts(seed: seed)
        var there = WholeCatalogue.board
        there.zone = Self.berlin
        let local = WholeCatalogue.moved(facts, Self.inBerlin)
        let now = Self.inBerlin(WholeCatalogue.now)
        let (here, other) = (fold(facts, WholeCatalogue.board, now: WholeCatalogue.now), fold(local, there, now: now))
        let (left, right) = (WholeCatalogue.context(), WholeCatalogue.context(there, now: now))
        for metric in Catalogue.metrics {
            let (one, two) = (observe(metric, here, left), observe(metric, other, right))
            #expect(one.n == two.n && one.excluded == two.excluded, "\(metric.definition.id)")
            switch one.unit {
            case .hours:
                #expect(abs((one.value ?? 0) - (two.value ?? 0)) <= 1 + 1e-9, "\(metric.definition.id)")
            case .days, .workingDays, .items, .count, .perWeek:
                #expect(one.value == two.value, "\(metric.definition.id)")
            // Shares of hours and sums of them may move a little.
            default: #expect((one.value == nil) == (two.value == nil), "\(metric.definition.id)")
            }
        }
    }

    @Test func `the night of the definition counts two days and 23 hours`() throws {
        let facts = ExampleFacts.transitions([("A", "feature", ["2024-03-30T23:30:00Z Doing", "2024-03-31T22:30:00Z Done"])])
        let board = Interpretation(zone: Self.berlin, stages: Interpretation.board.stages)
        let now = try #require(Instant(iso: "2024-05-01T00:00:00Z")).seconds
        let histories = fold(facts.tables, board, now: now)
        let window = Window(from: try #require(CalendarDay(iso: "2024-04-01")), to: try #require(CalendarDay(iso: "2024-04-02")))
        func observed(_ options: MetricOptions) -> Observation {
            observe(CycleTime(), histories, MeasureContext(interpretation: board, window: window, options: options, now: now))
        }
        #expect(observed(MetricOptions()).value == 2)
        #expect(observed(MetricOptions(isElapsed: true)).value == 23)
    }
}
