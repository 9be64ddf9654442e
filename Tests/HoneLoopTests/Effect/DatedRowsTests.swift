import HoneFacts
import HoneStatistics
import Testing

@testable import HoneLoop

/// From dated rows to whole weeks.
@Suite struct DatedRowsTests {
    private func rows(_ days: [String], covered: (String, String)? = nil) -> DatedRows {
        DatedRows(
            days: days.map(HandMadeLoop.day), values: .counts(days.map { _ in 1 }),
            covered: covered.map { Window(from: HandMadeLoop.day($0.0), to: HandMadeLoop.day($0.1)) })
    }

    /// The Monday of the first whole week and that of the last.
    private func span(_ rows: DatedRows) -> [String] {
        rows.wholeWeeks.isEmpty
            ? [] : [rows.wholeWeeks.lowerBound, rows.wholeWeeks.upperBound - 1].map { CalendarDay(week: $0).description }
    }

    @Test(arguments: ["1969-12-29", "1970-01-01", "1970-01-04", "1970-01-05", "2024-02-29", "2026-11-22", "0001-01-01", "9999-12-31"])
    func `a week runs from Monday to Sunday`(text: String) {
        let day = HandMadeLoop.day(text)
        let monday = CalendarDay(week: day.week)
        #expect(monday.weekday == 1)
        #expect(monday == day.startOfWeek)
        #expect((monday + 6).week == day.week && (monday + 7).week == day.week + 1)
    }

    @Test func `weeks that the record begins or ends in are left out`() {
        // Wednesday to Tuesday, with every day of the week in between.
        let days = (0..<21).map { (HandMadeLoop.day("2026-03-04") + $0).description }
        #expect(span(rows(days)) == ["2026-03-09", "2026-03-16"])
    }

    @Test func `a record of working days is whole up to a Friday`() {
        let days = ["2026-03-02", "2026-03-05", "2026-03-10", "2026-03-20"]
        #expect(span(rows(days)) == ["2026-03-02", "2026-03-16"])
        #expect(span(rows(days + ["2026-03-08"])) == ["2026-03-02", "2026-03-09"])
    }

    @Test func `a row a week loses no week, whatever its weekday`() {
        #expect(span(rows(["2026-03-02", "2026-03-09", "2026-03-16"])) == ["2026-03-02", "2026-03-16"])
        #expect(span(rows(["2026-03-05", "2026-03-12"])) == ["2026-03-02", "2026-03-09"])
    }

    @Test func `what the record covers is believed`() {
        let days = ["2026-03-04", "2026-03-17"]
        #expect(span(rows(days, covered: ("2026-03-02", "2026-03-30"))) == ["2026-03-02", "2026-03-23"])
        #expect(span(rows(days, covered: ("2026-03-03", "2026-03-29"))) == ["2026-03-09", "2026-03-16"])
        #expect(span(rows(days, covered: ("2026-03-03", "2026-03-05"))) == [])
    }

    @Test func `counts have zeros, durations and shares have gaps`() throws {
        let days = ["2026-03-02", "2026-03-02", "2026-03-16"].map(HandMadeLoop.day)
        let counts = try #require(WeeklyRecord(DatedRows(days: days, values: .counts([2, 1, 5]))))
        #expect(counts.series.items == [3, 0, 5] && counts.series.weights == [1, 1, 1])
        let durations = try #require(WeeklyRecord(DatedRows(days: days, values: .durations([4, 0, 9], smallestUnit: nil))))
        #expect(durations.series.items == [2, 0, 1] && durations.series.weights[1] == 0)
        #expect(durations.smallestUnit == 4)
        let shares = try #require(WeeklyRecord(DatedRows(days: days, values: .shares(successes: [1, 0, 3], trials: [1, 1, 4]))))
        #expect(shares.series.values == [0.5, 0, 0.75] && shares.series.items == [2, 0, 4])
        let weeks = counts.series.weeks
        #expect(counts.median(in: weeks) == 3 && durations.median(in: weeks) == 4 && shares.median(in: weeks) == 0.625)
        #expect(durations.levels(in: weeks) == [2, nil, 9] && counts.levels(in: weeks) == [3, 0, 5])
    }

    @Test func `rows that are no such values are refused`() {
        let day = [HandMadeLoop.day("2026-03-02")]
        #expect(WeeklyRecord(DatedRows(days: day, values: .durations([-1], smallestUnit: nil))) == nil)
        #expect(WeeklyRecord(DatedRows(days: day, values: .shares(successes: [2], trials: [1]))) == nil)
        #expect(WeeklyRecord(DatedRows(days: day, values: .counts([-1]))) == nil)
        #expect(WeeklyRecord(DatedRows(days: day, values: .counts([]))) == nil)
    }
}
