import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct HolidaysTests {
    private func read(_ text: String, _ format: String? = nil) throws -> (days: [String], codes: [String], lines: [Int?]) {
        let (days, diagnostics) = try Holidays.read(
            bytes: Array(text.utf8), path: "days", dateFormat: format.map { try DateFormat(pattern: $0) })
        return (days.sorted().map(\.description), diagnostics.map(\.code), diagnostics.map(\.line))
    }

    @Test func `every cell that reads as a date is a holiday`() throws {
        let text = "New Year,Christmas\n\"1 Jan 2026\",2026-12-25\n,\"25 Dec 2027\"\n"
        let outcome = try read(text)
        #expect(outcome.days == ["2026-01-01", "2026-12-25", "2027-12-25"])
        #expect(outcome.codes.isEmpty)
    }

    @Test func `names may stand beside the dates, and a format may be given`() throws {
        let outcome = try read("date;title\n25/12/2026;Christmas Day\n26/12/2026;Boxing Day\n", "dd/MM/yyyy")
        #expect(outcome.days == ["2026-12-25", "2026-12-26"])
        #expect(outcome.codes.isEmpty)
    }

    @Test func `one date a line without a header is enough`() throws {
        #expect(try read("2026-01-01\n2026-04-03\n").days == ["2026-01-01", "2026-04-03"])
    }

    @Test func `a date that does not exist is named with line and column`() throws {
        let outcome = try read("day\n31 Apr 2026\n2026-05-01\nsome words\n")
        #expect(outcome.days == ["2026-05-01"])
        #expect(outcome.codes == ["no-such-date", "no-date"])
        #expect(outcome.lines == [2, 4])
    }

    @Test(arguments: ["", "only words\n", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "\u{1f}\u{0}\u{0}\u{0}"])
    func `a file that names no day is refused`(_ text: String) throws {
        let outcome = try read(text)
        #expect(outcome.days.isEmpty)
        #expect(!outcome.codes.isEmpty)
    }

    static let calendar = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260101
        SUMMARY:New Year
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261224
        DTEND;VALUE=DATE:20261227
        BEGIN:VALARM
        DTSTART:19990101T000000
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;TZID="Europe/Zu
         rich: x":20260801
         T090000
        RRULE:FREQ=YEARLY
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20260431
        END:VEVENT
        BEGIN:VEVENT
        STATUS:CANCELLED
        DTSTART;VALUE=DATE:20260501
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:no date
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20260102
        """

    @Test(arguments: ["\n", "\r\n"]) func `events of a calendar give their days`(_ end: String) throws {
        let outcome = try read(Self.calendar.replacing("\n", with: end))
        #expect(outcome.days == ["2026-01-01", "2026-08-01", "2026-12-24", "2026-12-25", "2026-12-26"])
        #expect(outcome.codes == ["repeating-event", "no-such-date", "cancelled-event", "no-such-date", "unterminated-event"])
        #expect(outcome.lines == [13, 20, 22, 26, 29])
    }

    @Test(.enabled(if: CSVSharedData.isPresent)) func `the bank holidays of England and Wales are read`() throws {
        let bytes = try CSVSharedData.bytes("teams/7digital/england-wales-holidays.csv")
        let (days, diagnostics) = Holidays.read(bytes: bytes, path: "england-wales-holidays.csv")
        #expect(diagnostics.isEmpty)
        let cells = String(decoding: bytes, as: UTF8.self).matches(of: /\d+ [A-Z][a-z][a-z] \d{4}/).map { String($0.output) }
        #expect(days.count == Set(cells).count)
        #expect(days.min()?.description == "2002-01-01")
        #expect(days.contains(try #require(CalendarDay(iso: "2010-12-27"))))
    }
}
