import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneLoop

/// What a metric leaves out is counted where its weeks are compared, and said in a brief.
@Suite struct LeftOutTests {
    typealias Sample = ImprovementReadingTests

    /// Items of two Mondays: of the first week one is finished and one cancelled, of the second two are finished and one has no start.
    static var record: WeeklyRecord? {
        var rows = MeasuredRows(.items, unit: .days, summary: .days)
        let monday = CalendarDay(iso: "2026-03-02") ?? CalendarDay(number: 0)
        rows.keep(0, endDay: monday, value: 3)
        rows.exclude(1, endDay: monday + 1, reason: "cancelled")
        rows.keep(2, endDay: monday + 7, value: 4)
        rows.keep(3, endDay: monday + 8, value: 5)
        rows.exclude(4, endDay: monday + 9, reason: "no-start-date")
        rows.exclude(5, endDay: monday + 40, reason: "cancelled")
        return DatedRows(rows, covered: Window(from: monday, to: monday + 14)).flatMap { WeeklyRecord($0) }
    }

    @Test func `it is counted week by week, with its reasons`() throws {
        let record = try #require(Self.record)
        let weeks = record.series.weeks
        #expect(record.leftOut(in: weeks) == LeftOut(["cancelled": 1, "no-start-date": 1], of: 5))
        #expect(record.leftOut(in: weeks.lowerBound..<weeks.lowerBound + 1) == LeftOut(["cancelled": 1], of: 2))
        #expect(record.leftOut(in: 0..<1) == LeftOut([:], of: 0) && LeftOut([:], of: 0).main == nil)
        let both = record.leftOut(in: weeks) + LeftOut(["cancelled": 8], of: 100)
        #expect(both.count == 10 && both.of == 105 && both.main?.reason == "cancelled" && both.main?.count == 9)
    }

    @Test func `work of no known kind is left out of a share of kinds`() throws {
        var rows = MeasuredRows(.items, unit: .share, summary: .improvementShare)
        let monday = CalendarDay(iso: "2026-03-02") ?? CalendarDay(number: 0)
        for (place, value) in [1.0, 0, -1].enumerated() { rows.keep(place, endDay: monday + place, value: value) }
        let record = try #require(DatedRows(rows, covered: Window(from: monday, to: monday + 7)).flatMap { WeeklyRecord($0) })
        #expect(record.leftOut(in: record.series.weeks) == LeftOut(["unclassified": 1], of: 3))
    }

    @Test func `a brief says it in plain words`() {
        let plain = PlainMeasure(EffectMeasure(metric: "cycle-time", definitionVersion: 1, kind: .durations, better: .lower))
        func sentence(_ reasons: [String: Int]) -> String? { PlainLeftOut(leftOut: LeftOut(reasons, of: 140), plain: plain).sentence }
        #expect(sentence([:]) == nil)
        #expect(sentence(["cancelled": 12]) == "Left out: 12 of 140 pieces of work, because the work was given up.")
        #expect(
            sentence(["cancelled": 2, "no-start-date": 10])
                == "Left out: 12 of 140 pieces of work, mostly because what we need to know about them was not written down.")
    }
}
