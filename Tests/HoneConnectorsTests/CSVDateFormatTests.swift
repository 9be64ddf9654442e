import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct DateFormatTests {
    /// Central Europe in 2025: summer time from 30 March 01:00 UTC to 26 October 01:00 UTC.
    static let zurich = ZoneTable(name: "Europe/Zurich", changes: [(0, 3_600), (1_743_296_400, 7_200), (1_761_440_400, 3_600)])

    private func read(_ text: String, _ pattern: String, _ zone: ZoneTable = .utc) throws -> String? {
        try DateFormat(pattern: pattern).instant(text, zone: zone)?.description
    }

    @Test(arguments: [
        ("20/01/2010", "dd/MM/yyyy", "2010-01-20"), ("1/2/2010", "d/M/yyyy", "2010-02-01"), (" 31.12.99 ", "dd.MM.yy", "1999-12-31"),
        ("01-01-70", "dd-MM-yy", "1970-01-01"), ("01-01-69", "dd-MM-yy", "2069-01-01"), ("7 jUn 2025", "d MMM yyyy", "2025-06-07"),
        ("20250607", "yyyyMMdd", "2025-06-07"), ("7.6.2025 14:59:28", "d.M.yyyy HH:mm:ss", "2025-06-07T14:59:28Z"),
        ("07/06/2025 9:05", "dd/MM/yyyy H:mm", "2025-06-07T09:05:00Z"), ("2025-06-07T23", "yyyy-MM-dd'T'HH", "2025-06-07T23:00:00Z"),
        ("29/02/2024", "dd/MM/yyyy", "2024-02-29"), ("Oct-27-2022 3:26 PM", "MMM-dd-yyyy h:mm a", "2022-10-27T15:26:00Z"),
        ("07.06.2025 12:05 am", "dd.MM.yyyy hh:mm a", "2025-06-07T00:05:00Z"),
        ("07.06.2025 12:05pm", "dd.MM.yyyy hh:mma", "2025-06-07T12:05:00Z"),
        ("March 7, 2025", "MMMM d, yyyy", "2025-03-07"), ("Sat, 7 Jun 2025", "EEE, d MMM yyyy", "2025-06-07"),
        ("Saturday 7 JUNE 2025", "EEEE d MMMM yyyy", "2025-06-07"),
        ("Sat Jun 07 2025 09:15:00 GMT+0200 (Central European Summer Time)", "EEE MMM dd yyyy HH:mm:ss 'GMT'Z (z)", "2025-06-07T07:15:00Z"),
        ("7.6.2025 09:15 -03:30", "d.M.yyyy HH:mm Z", "2025-06-07T12:45:00Z"),
        ("7.6.2025 09:15Z", "d.M.yyyy HH:mmZ", "2025-06-07T09:15:00Z"),
        ("7.6.2025 09:15 +02", "d.M.yyyy HH:mm Z", "2025-06-07T07:15:00Z"), ("1749287700", "epoch", "2025-06-07T09:15:00Z"),
        ("1749287700999", "epoch-ms", "2025-06-07T09:15:00Z"), ("7/6/2025", "M.d.yyyy | d/M/yyyy", "2025-06-07"),
        ("2025-06-07T09:15:00+02:00", "d/M/yyyy|iso", "2025-06-07T07:15:00Z"), ("7 | 6 | 2025", "d' | 'M' | 'yyyy", "2025-06-07"),
        ("2024-02", "yyyy-MM", "2024-02-29"), ("12/2025", "MM/yyyy", "2025-12-31"), ("Feb 25", "MMM yy", "2025-02-28"),
        ("Q4 2025", "'Q'Q yyyy", "2025-12-31"), ("2026-Q1", "yyyy-'Q'Q", "2026-03-31"), ("2026-W01", "yyyy-'W'ww", "2026-01-04"),
        ("KW 9 2026", "'KW' w yyyy", "2026-03-01"), ("2026-W53", "yyyy-'W'ww", "2027-01-03"), ("2021-W52", "yyyy-'W'ww", "2022-01-02"),
    ]) func `a date is read by its pattern`(_ text: String, _ pattern: String, _ expected: String) throws {
        #expect(try read(text, pattern) == expected)
    }

    @Test(arguments: [
        ("31/04/2010", "dd/MM/yyyy"), ("29/02/2023", "dd/MM/yyyy"), ("00/01/2010", "dd/MM/yyyy"), ("01/13/2010", "dd/MM/yyyy"),
        ("1/01/2010", "dd/MM/yyyy"), ("01/01/10", "dd/MM/yyyy"), ("01/01/2010 00:00", "dd/MM/yyyy"), ("01/01/20100", "dd/MM/yyyy"),
        ("", "dd/MM/yyyy"), ("1 Foo 2025", "d MMM yyyy"), ("2025-06-07 24:00", "yyyy-MM-dd HH:mm"),
        ("2025-06-07 23:60", "yyyy-MM-dd HH:mm"), ("2025-06-07 13:00 PM", "yyyy-MM-dd h:mm a"),
        ("2025-06-07 0:30 AM", "yyyy-MM-dd h:mm a"), ("2025-06-07 1:30 XM", "yyyy-MM-dd h:mm a"),
        ("01/01/0000", "dd/MM/yyyy"), ("-1/01/2010", "dd/MM/yyyy"), ("٠١/01/2010", "dd/MM/yyyy"), ("Mars 7, 2025", "MMMM d, yyyy"),
        ("Mar 7, 2025", "MMMM d, yyyy"), ("Som, 7 Jun 2025", "EEE, d MMM yyyy"), ("7.6.2025 09:15 +19", "d.M.yyyy HH:mm Z"),
        ("7.6.2025 09:15", "d.M.yyyy HH:mm Z"), ("17492877.5", "epoch"), ("-5", "epoch"), ("9999999999999999", "epoch-ms"),
        ("2025-13", "yyyy-MM"), ("2025-00", "yyyy-MM"), ("2025-01-01", "yyyy-MM"), ("Q5 2025", "'Q'Q yyyy"), ("Q0 2025", "'Q'Q yyyy"),
        ("2025-W53", "yyyy-'W'ww"), ("2025-W00", "yyyy-'W'ww"), ("2025-W1", "yyyy-'W'ww"),
    ]) func `what is not a date of the pattern is none`(_ text: String, _ pattern: String) throws {
        #expect(try read(text, pattern) == nil)
    }

    @Test(arguments: [
        "DD/MM/YYYY", "dd/mm/yyyy", "yyyy", "MM", "yyyy-MM HH:mm", "yyyy-MM-ww", "yyyy-MM-dd Q", "EEE MM yyyy", "yyyy-MM-dd hh:mm",
        "dd MMMMM yyyy", "yyyy-MM-ddTHH:mm", "", "dd/MM/yyyy ss",
        "dd/MM/yyyy 'at", "dd/MM/yyyy HH:mm a", "dd dd MM yyyy", "dd/MM/yyyy Z", "dd/MM/yyyy HH:mm z", "dd/MM/yyyy |", "| iso",
    ])
    func `a pattern that means nothing is an error with advice`(_ pattern: String) {
        #expect(throws: DateFormatError.self) { try DateFormat(pattern: pattern) }
    }

    @Test func `a clock time is the zone's, a day stays a day`() throws {
        #expect(try read("7.6.2025 14:59:28", "d.M.yyyy HH:mm:ss", Self.zurich) == "2025-06-07T12:59:28Z")
        #expect(try read("7.1.2025 14:59:28", "d.M.yyyy HH:mm:ss", Self.zurich) == "2025-01-07T13:59:28Z")
        #expect(try read("7.6.2025", "d.M.yyyy", Self.zurich) == "2025-06-07")
    }

    @Test func `a time shown twice is its first showing, a skipped time the first after the gap`() throws {
        #expect(try read("26.10.2025 02:30", "d.M.yyyy HH:mm", Self.zurich) == "2025-10-26T00:30:00Z")
        #expect(try read("26.10.2025 03:00", "d.M.yyyy HH:mm", Self.zurich) == "2025-10-26T02:00:00Z")
        #expect(try read("30.3.2025 02:30", "d.M.yyyy HH:mm", Self.zurich) == "2025-03-30T01:00:00Z")
        #expect(try read("30.3.2025 01:59", "d.M.yyyy HH:mm", Self.zurich) == "2025-03-30T00:59:00Z")
        #expect(try read("30.3.2025 03:00", "d.M.yyyy HH:mm", Self.zurich) == "2025-03-30T01:00:00Z")
    }

    @Test(arguments: [
        ("2025-06-07", "2025-06-07"), ("2025-06-07T14:59:28Z", "2025-06-07T14:59:28Z"), ("2025-06-07T14:59:28", "2025-06-07T12:59:28Z"),
        ("2025-06-07 14:59", "2025-06-07T12:59:00Z"), ("2025-06-07T14:59:28.123", "2025-06-07T12:59:28Z"),
        ("2025-06-07T14:59:28+02:00", "2025-06-07T12:59:28Z"), ("2025-06-07T14:59:28-0500", "2025-06-07T19:59:28Z"),
        ("2025-06-07T00:30:00", "2025-06-06T22:30:00Z"), (" 2025-06-07 ", "2025-06-07"),
    ]) func `ISO text without an offset is in the zone, with one it is exact`(_ text: String, _ expected: String) {
        #expect(DateFormat.isoInstant(text, zone: Self.zurich)?.description == expected)
    }

    @Test(arguments: [
        "2025-02-30", "2025-6-7", "07/06/2025", "2025-06-07X", "2025-06-07T25:00:00Z", "2025-06-07T14:59:28Zjunk", "", "20250607",
    ])
    func `other text is no ISO date`(_ text: String) {
        #expect(DateFormat.isoInstant(text, zone: .utc) == nil)
    }

    @Test func `every half hour of a year goes to the clock and back`() {
        var wrong = 0
        for step in 0..<17_520 {
            let instant = Int64(1_735_689_600 + step * 1_800)
            let local = instant + Int64(Self.zurich.offset(atSeconds: instant))
            let day = CalendarDay(number: Int32(local / 86_400))
            let back = Self.zurich.seconds(localDay: day, secondsOfDay: Int(local % 86_400))
            let isSecondShowing = (1_761_440_400..<1_761_444_000).contains(instant)
            if back != instant - (isSecondShowing ? 3_600 : 0) { wrong += 1 }
        }
        #expect(wrong == 0)
    }
}
