import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct CSVWorkLogTests {
    static let columns = ["key": "Issue", "loggedOn": "Day", "logged": "Hours"]

    @Test func `a row is time logged on an item`() async throws {
        let folder = try CSVFolder()
        try folder.write("Issue,Day,Hours,Who\nA,2026-01-05,1.5,Ann\nA,2026-01-05,1.5,Bob\nB,2026-01-06,0,Ann\n")
        let log = MemoryFactLog()
        let outcome = try await folder.read(values: [:], columns: Self.columns, into: log)
        let logs = try await outcome.facts(.workLog)
        #expect(logs.map { $0.values["item"] } == [.text("A"), .text("A"), .text("B")])
        #expect(logs.map { $0.values["seconds"] } == [.integer(5_400), .integer(5_400), .integer(0)])
        #expect(logs[0].values["logged_at"] == CalendarDay(iso: "2026-01-05").map { .instant(Instant(day: $0)) })
        #expect(Set(logs.map(\.id)).count == 3)
        #expect(try await outcome.facts(.item).isEmpty)
        #expect(outcome.reading.notes == ["export.csv: 3 rows, 3 work logs of 2 items, 3.0 hours."])
        try folder.write("Issue,Day,Hours,Who\nA,2026-01-05,1.5,Bob\nA,2026-01-05,1.5,Ann\nB,2026-01-07,2,Ann\n")
        #expect(
            try await folder.read(values: [:], columns: Self.columns, into: log).appended == AppendCount(added: 1, changed: 0, unchanged: 2)
        )
    }

    @Test func `rows without key, day or usable time are skipped and named`() async throws {
        let folder = try CSVFolder()
        try folder.write("Issue,Day,Hours\n,2026-01-05,1\nA,,1\nA,2026-01-05,\nA,2026-01-05,-2\nA,soon,1\n")
        let outcome = try await folder.read(values: [:], columns: Self.columns)
        #expect(outcome.codes == ["empty-key", "empty-date", "empty-number", "no-such-number", "no-such-date"])
        #expect(outcome.reading.diagnostics.allSatisfy { $0.severity == .skipped && $0.line != nil })
        #expect(outcome.live == 0)
    }
}
