import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

@Suite struct OpenItemsSurvivalTests {
    /// The 6-mercaptopurine arm of Freireich et al., Blood 21, 1963: S(6) = 0.857, S(23) = 0.448, median 23.
    static let freireich: [(weeks: Int, isOver: Bool)] =
        [6, 6, 6, 7, 10, 13, 16, 22, 23].map { ($0, true) } + [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map { ($0, false) }

    /// Items with these days, read at the end of 2026-03-31.
    private static func observation(_ days: [(Int, Bool)]) throws -> Observation {
        let last = try #require(CalendarDay(iso: "2026-03-31"))
        let rows = days.enumerated().map { number, item in
            ("K\(number)", "feature", "", "\(last + 1 + -item.0)", item.1 ? "\(last)" : "")
        }
        let now = Interpretation().zone.startOfDay(last + 1)
        let histories = fold(ExampleFacts.items(rows).tables, Interpretation(), now: now)
        let window = Window(from: last + -30, to: last + 1)
        return observe(OpenItemsSurvival(), histories, MeasureContext(interpretation: Interpretation(), window: window, now: now))
    }

    @Test func `Freireich's published curve`() throws {
        let observation = try Self.observation(Self.freireich)
        #expect(observation.value == 23 && observation.n == 21)
        #expect(observation.interval?.lower == 13 && observation.interval?.upper == .infinity)
        // S(7) = 0.807: published beside S(6) = 0.857.
        let done = observation.parts.first { $0.name == "done within 7 days" }?.observation
        #expect(abs((done?.value ?? 0) - (1 - 0.807)) < 0.0005)
        let interval = try #require(done?.interval)
        #expect(interval.lower < 1 - 0.807 && 1 - 0.807 < interval.upper)
        // After the longest open one nothing is known.
        #expect(observation.parts.first { $0.name == "done within 60 days" }?.observation.value == nil)
    }

    @Test func `a flag says where finished items alone would mislead, and only there`() throws {
        #expect(try Self.observation(Self.freireich).flags[Observation.finishedOnlyDiffers] == 1)
        let young = (1...30).map { ($0, true) }
        #expect(try Self.observation(young).flags[Observation.finishedOnlyDiffers] == nil)
        #expect(try Self.observation(young + [(1, false), (2, false)]).flags[Observation.finishedOnlyDiffers] == nil)
        #expect(try Self.observation(young + (0..<9).map { (40 + $0, false) }).flags[Observation.finishedOnlyDiffers] == 1)
    }

    @Test func `what ended later was open at the window's end`() throws {
        let facts = ExampleFacts.transitions([
            ("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-04T09:00:00Z Done", "2026-04-20T09:00:00Z Doing"]),
            ("B", "feature", ["2026-03-02T09:00:00Z Doing", "2026-04-20T09:00:00Z Done"]),
        ])
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-04-01")))
        let now = Instant(iso: "2026-06-01T00:00:00Z")?.seconds ?? 0
        let histories = fold(facts.tables, .board, now: now)
        let observation = observe(OpenItemsSurvival(), histories, MeasureContext(interpretation: .board, window: window, now: now))
        // A stood in done, B had been open for 30 days.
        #expect(observation.n == 2 && observation.value == 3 && observation.flags["still-open"] == 1)
    }
}
