import Testing

@testable import HoneFacts

@Suite struct CalendarDayTests {
    @Test func `known days have their numbers and weekdays`() throws {
        #expect(CalendarDay(iso: "1970-01-01")?.number == 0)
        #expect(CalendarDay(iso: "2000-03-01")?.number == 11_017)
        #expect(CalendarDay(iso: "1969-12-31")?.number == -1)
        #expect(try #require(CalendarDay(iso: "2026-11-22")).weekday == 7)
        #expect(try #require(CalendarDay(iso: "2026-11-23")).weekday == 1)
    }

    @Test func `every day of four centuries survives the way to text and back`() {
        for number in Int32(-80_000)...Int32(70_000) {
            let day = CalendarDay(number: number)
            #expect(CalendarDay(iso: day.description) == day)
            if CalendarDay(iso: day.description) != day { return }
        }
    }

    @Test(arguments: ["2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "26-01-01", "2026-1-01", "2026-01-01 ", "x"])
    func `a day that does not exist is nil`(text: String) {
        #expect(CalendarDay(iso: text) == nil)
    }

    @Test func `a month later is the same day, or the last of a shorter month`() throws {
        let day = try #require(CalendarDay(iso: "2024-01-31"))
        #expect(day.adding(months: 1).description == "2024-02-29")
        #expect(day.adding(months: 13).description == "2025-02-28")
        #expect(day.adding(months: -2).description == "2023-11-30")
    }
}
