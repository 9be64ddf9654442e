import Testing

@testable import HoneFacts

@Suite struct WorkingCalendarTests {
    @Test func `Monday to Friday is five, Friday to Monday two`() throws {
        let monday = try #require(CalendarDay(iso: "2026-03-02"))
        let calendar = WorkingCalendar()
        #expect(calendar.days(from: monday, through: monday + 4) == 5)
        #expect(calendar.days(from: monday + 4, through: monday + 7) == 2)
        #expect(calendar.days(from: monday + 5, through: monday + 6) == 1)
    }

    @Test func `counting by formula is counting one by one`() throws {
        let first = try #require(CalendarDay(iso: "2025-12-15"))
        let holidays = Set([10, 11, 13, 17, 26, 40, 41].map { first + $0 })
        for weekdays in [Set([1, 2, 3, 4, 5]), Set([6, 7]), Set([1, 3])] {
            let calendar = WorkingCalendar(weekdays: weekdays, holidays: holidays)
            for start in 0..<30 {
                for length in 0..<40 {
                    let from = first + start
                    let counted = (0...length).count { calendar.isWorkingDay(from + $0) }
                    #expect(calendar.days(from: from, through: from + length) == max(1, counted))
                }
            }
        }
    }
}
