import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

@Suite struct ImprovementShareTests {
    /// The sprints of METRICS 1.20: improvement of capacity, in items.
    static let improvement = [3, 5, 0, 4, 6, 2]
    static let capacity = [40, 42, 38, 41, 39, 40]

    private static let start = CalendarDay(number: 20_454)

    private static func observation(
        from: CalendarDay, length: Int, floors: ReserveFloors = ReserveFloors(0.1), _ improvement: [Int] = improvement,
        of capacity: [Int] = capacity
    ) -> Observation {
        var rows: [(key: String, type: String, requested: String, started: String, finished: String)] = []
        for (sprint, (some, all)) in zip(improvement, capacity).enumerated() {
            for item in 0..<all {
                rows.append(("S\(sprint)-\(item)", item < some ? "refactoring" : "feature", "", "", "\(start + sprint * 14 + item % 14)"))
            }
        }
        let interpretation = Interpretation(iterationDays: 14, iterationStart: start, reserveFloors: floors)
        let now = interpretation.zone.startOfDay(start + 200)
        let histories = fold(ExampleFacts.items(rows).tables, interpretation, now: now)
        let window = Window(from: start + (from - CalendarDay(number: 0)), to: start + (from - CalendarDay(number: 0)) + length)
        return observe(ImprovementShare(), histories, MeasureContext(interpretation: interpretation, window: window, now: now))
    }

    @Test func `the worked sprints give their share, its jackknife and the sprints at the floor`() throws {
        let observation = Self.observation(from: CalendarDay(number: 0), length: 84)
        #expect(observation.value == 20.0 / 240)
        let interval = try #require(observation.interval)
        #expect(abs(interval.lower - 0.028) < 0.001 && abs(interval.upper - 0.138) < 0.001)
        // 4 of 41 is 9.8 %: two of six reach a tenth.
        let met = try #require(observation.parts.first { $0.name == "iterations at or above the floor" }?.observation)
        #expect(met.numerator == 2 && met.denominator == 6)
        #expect(abs((met.interval?.lower ?? 0) - 0.10) < 0.005 && abs((met.interval?.upper ?? 0) - 0.70) < 0.005)
        let byKind = observation.parts.dropFirst().map { ($0.name, $0.observation.numerator ?? -1) }
        #expect(byKind.map(\.0) == ["refactoring", "legacy-bug", "process", "tool"])
        #expect(byKind.map(\.1) == [20, 0, 0, 0])
    }

    @Test func `seven of twenty-five are twenty-eight per cent, to the last digit`() throws {
        for (some, all, floor) in [(7, 25, 0.28), (7, 100, 0.07), (7, 50, 0.14)] {
            let observation = Self.observation(
                from: CalendarDay(number: 0), length: 14, floors: ReserveFloors(floor), [some], of: [all])
            #expect(observation.parts.first?.observation.numerator == 1, "\(some) of \(all)")
        }
    }

    @Test func `an iteration whose floor is in another unit is not judged by items`() throws {
        let floors = ReserveFloors(0.1, steps: [.init(nil, from: Self.start + 28)])
        let part = try #require(
            Self.observation(from: CalendarDay(number: 0), length: 84, floors: floors).parts.first {
                $0.name == "iterations at or above the floor"
            }?.observation)
        // Of the first two, 7.5 and 11.9 %, one reaches a tenth.
        #expect(part.numerator == 1 && part.denominator == 2 && part.flags == ["iterations-with-a-floor-in-another-unit": 4])
    }

    @Test(arguments: [(42, 3.0), (43, 4), (56, 4), (57, 4), (200, 4)])
    func `each iteration is judged by the floor that it began with`(raisedOn: Int, met: Double) throws {
        // Shares in percent: 7.5, 11.9, 0, 9.8, 15.4, 5. A floor of 5, and a tenth from a day of the fourth sprint on, or later.
        let floors = ReserveFloors(0.2, steps: [.init(0.05, from: Self.start), .init(0.1, from: Self.start + raisedOn)])
        let observation = Self.observation(from: CalendarDay(number: 0), length: 84, floors: floors)
        let part = try #require(observation.parts.first { $0.name == "iterations at or above the floor" }?.observation)
        #expect(part.numerator == (raisedOn > 70 ? met + 1 : met) && part.denominator == 6)
    }

    @Test func `none of so many is no certainty that there never is one`() throws {
        // The third sprint alone: 0 of 38, and Wilson's upper end is z^2 / (38 + z^2) with z = 1.96.
        let observation = Self.observation(from: CalendarDay(number: 28), length: 14)
        #expect(observation.value == 0 && observation.n == 38)
        let interval = try #require(observation.interval)
        #expect(interval.lower == 0 && abs(interval.upper - 3.8415 / 41.8415) < 1e-4)
    }

    @Test func `an iteration that the window cuts is not judged`() throws {
        let observation = Self.observation(from: CalendarDay(number: 3), length: 70)
        let met = try #require(observation.parts.first { $0.name == "iterations at or above the floor" }?.observation)
        #expect(met.denominator == 4)
        #expect(Self.observation(from: CalendarDay(number: 3), length: 20).parts.first?.observation.value == nil)
    }
}
