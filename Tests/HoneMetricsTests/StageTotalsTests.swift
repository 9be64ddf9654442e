import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

@Suite struct StageTotalsTests {
    private static let window = Window(from: CalendarDay(number: 20_513), to: CalendarDay(number: 20_544))

    /// Two items that are finished in March 2026, one that is open, and one that is finished in April.
    private static var histories: Histories {
        let facts = ExampleFacts.transitions([
            (
                "A", "feature",
                [
                    "2026-03-01T09:00:00Z Backlog", "2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Backlog",
                    "2026-03-04T09:00:00Z Doing", "2026-03-05T09:00:00Z Done",
                ]
            ),
            ("B", "bug", ["2026-03-01T00:00:00Z Backlog", "2026-03-01T12:00:00Z Review", "2026-03-02T00:00:00Z Done"]),
            ("C", "bug", ["2026-03-01T00:00:00Z Backlog"]),
            ("D", "bug", ["2026-03-01T00:00:00Z Backlog", "2026-04-02T00:00:00Z Done"]),
        ])
        return fold(facts.tables, .board, now: 1_780_000_000)
    }

    private static var context: MeasureContext {
        MeasureContext(interpretation: .board, window: window, now: 1_780_000_000).over(window)
    }

    @Test func `stages are added up in hours, over the items that are finished in the window`() throws {
        let totals = try #require(StageTime().totals(Self.histories.items, Self.context))
        #expect(totals.names == ["Backlog", "Ready", "Doing", "Review queue", "Review"])
        // A: two days in the backlog and two in work; B: half a day each in the backlog and in review.
        #expect(totals.hours.sums == [60, 0, 48, 0, 12] && totals.finishedCount == 2)
        #expect(totals.itemCounts == [2, 0, 1, 0, 1])
    }

    @Test func `they are the sums behind the parts of the metric`() throws {
        let totals = try #require(StageTime().totals(Self.histories.items, Self.context))
        let observation = observe(StageTime(), Self.histories, Self.context)
        for (place, name) in totals.names.enumerated() {
            let part = try #require(observation.parts.first { $0.name == name }?.observation)
            #expect(part.n == totals.itemCounts[place])
            #expect((part.mean ?? 0) * Double(part.n) == totals.hours.sums[place])
        }
    }

    @Test func `where no stages are mapped there are none`() {
        let facts = ExampleFacts.items([("A", "feature", "2026-03-01", "2026-03-02", "2026-03-03")])
        #expect(StageTime().totals(fold(facts.tables, Interpretation(), now: 1_780_000_000).items, Self.context) == nil)
    }

    @Test func `several windows find the items that each of them finds alone`() {
        let items = Self.histories.items
        let day: Int64 = 86_400
        let ranges = stride(from: Int64(20_500), to: 20_560, by: 3).map { $0 * day..<($0 + 2) * day }
        #expect(items.alive(inEachOf: ranges) == ranges.map { items.alive($0) })
        #expect(ranges.map { items.alive($0, among: [0, 2]) } == ranges.map { items.alive($0).filter { $0 == 0 || $0 == 2 } })
        // B ends on the second of March: five days later nothing is known that it could be part of.
        #expect(items.alive(20_520 * day..<20_521 * day) == [2, 3])
    }
}
