import Testing

@testable import HoneFacts

@Suite struct ZoneTableTests {
    /// Central European Time of 2024: summer time from 31 March 01:00 UTC to 27 October 01:00 UTC.
    static let berlin = ZoneTable(
        name: "Europe/Berlin", changes: [(Int64.min / 4, 3600), (1_711_846_800, 7200), (1_729_990_800, 3600)])
    /// A zone that skips midnight: clocks go from 24:00 on the 9th to 01:00 on the 10th of September 2023.
    static let gap = ZoneTable(name: "gap", changes: [(Int64.min / 4, -14_400), (1_694_318_400, -10_800)])

    @Test func `the night summer time begins keeps its dates`() {
        let start = Instant(iso: "2024-03-30T23:30:00Z")
        let end = Instant(iso: "2024-03-31T22:30:00Z")
        #expect(start.map { Self.berlin.day($0).description } == "2024-03-31")
        #expect(end.map { Self.berlin.day($0).description } == "2024-04-01")
    }

    @Test(arguments: ["2024-03-30", "2024-03-31", "2024-04-01", "2024-10-26", "2024-10-27", "2024-10-28"])
    func `the start of a day is its first second`(text: String) throws {
        let day = try #require(CalendarDay(iso: text))
        for zone in [Self.berlin, .utc, Self.gap] {
            let start = zone.startOfDay(day)
            #expect(zone.day(atSeconds: start) == day)
            #expect(zone.day(atSeconds: start - 1) == day + -1)
        }
    }

    @Test func `a day without midnight begins after the gap`() throws {
        let day = try #require(CalendarDay(iso: "2023-09-10"))
        #expect(Self.gap.startOfDay(day) == 1_694_318_400)
    }

    @Test func `a long day has 25 hours`() throws {
        let day = try #require(CalendarDay(iso: "2024-10-27"))
        #expect(Self.berlin.startOfDay(day + 1) - Self.berlin.startOfDay(day) == 25 * 3600)
    }
}
