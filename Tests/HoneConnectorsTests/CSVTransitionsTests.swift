import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct CSVTransitionsTests {
    static let events = ["key": "item", "type": "type", "team": "team", "status": "status", "changed_on": "at"]
    static let text = """
        item,type,team,status,at
        W1,story,team-01,idea,2024-03-05T14:22:31Z
        W2,bug,team-02,idea,2024-03-05T15:00:00Z
        W1,bug,team-03,done,2024-03-08T09:00:00Z
        W1,story,team-01,review,2024-03-07T09:00:00Z

        """

    @Test func `a row is a change of status, and the latest row describes the item`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read(Self.text, columns: Self.events)
        let transitions = try await outcome.facts(.transition)
        #expect(transitions.map { $0.values["item"] } == ["W1", "W2", "W1", "W1"].map { .text($0) })
        let raw = try #require(Instant(iso: "2024-03-05T14:22:31Z")).rawValue
        #expect(transitions[0].id == "W1|idea|\(raw)|0")
        #expect(transitions[0].values["changed_at"] == .integer(raw))
        let items = try await outcome.facts(.item)
        #expect(items.map(\.id) == ["W1|transitions", "W2|transitions"])
        #expect(items[0].values["type"] == .text("bug"))
        #expect(items[0].values["stream"] == .text("team-03"))
        #expect(items[0].values["shape"] == .text("transitions"))
        #expect(items[0].values["requested_at"] == .unknown)
        #expect(outcome.reading.diagnostics.isEmpty)
    }

    @Test(arguments: [false, true]) func `rows of one item at one instant are numbered in file order`(_ isMixed: Bool) async throws {
        let folder = try CSVFolder()
        let earlier = "A,Idea,2026-01-01\n"
        let day = "A,Doing,2026-01-05\nB,Doing,2026-01-05\nA,Review,2026-01-05\nA,Doing,2026-01-05\n"
        let text = "key,status,day\n" + (isMixed ? day + earlier : earlier + day)
        let outcome = try await folder.read(text, columns: ["key": "key", "status": "status", "changedOn": "day"])
        let facts = try await outcome.facts(.transition).filter { $0.values["item"] == .text("A") && $0.values["status"] != .text("Idea") }
        #expect(facts.map { $0.values["ordinal"] } == [.integer(0), .integer(1), .integer(2)])
        #expect(facts.map { $0.values["status"] } == [.text("Doing"), .text("Review"), .text("Doing")])
    }

    @Test func `a row that says the same again is skipped`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read(
            "key,status,day\nA,Doing,2026-01-05\nA,Doing,2026-01-05\nA,Done,2026-01-05\n",
            columns: ["key": "key", "status": "status", "changedOn": "day"])
        #expect(outcome.codes == ["duplicate-row"])
        #expect(outcome.reading.diagnostics.first?.line == 3)
        #expect(try await outcome.facts(.transition).count == 2)
    }

    @Test func `a longer export of the same rows adds only what is new`() async throws {
        let folder = try CSVFolder()
        let log = MemoryFactLog()
        let settings = try CSVSettings(csv: "export.csv", columns: Self.events)
        try folder.write(Self.text)
        let first = try await folder.read(settings, into: log)
        try folder.write(Self.text + "W2,bug,team-02,ready,2024-03-09T09:00:00Z\n")
        let second = try await folder.read(settings, into: log)
        #expect(first.appended.added == 6)
        #expect(second.appended == AppendCount(added: 1, changed: 0, unchanged: 6))
    }

    @Test func `the requested date comes from the latest row`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read(
            "key,status,day,asked\nA,Done,2026-01-05,2025-12-24\nA,Idea,2026-01-01,2025-12-01\n",
            columns: ["key": "key", "status": "status", "changedOn": "day", "requestedOn": "asked"])
        let day = try #require(CalendarDay(iso: "2025-12-24"))
        #expect(try await outcome.facts(.item).map { $0.values["requested_at"] } == [.instant(Instant(day: day))])
    }

    @Test func `rows without key, status or date are skipped and named`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read(
            "key,status,day\n,Done,2026-01-05\nA,,2026-01-05\nA,Done,NA\nA,Done,2026-13-05\nA,Done,2026-01-05\n",
            columns: ["key": "key", "status": "status", "changedOn": "day"])
        #expect(outcome.codes == ["empty-key", "empty-status", "empty-date", "no-such-date"])
        #expect(outcome.reading.diagnostics.map(\.field) == ["key", "status", "day", "day"])
        #expect(outcome.reading.diagnostics.map(\.line) == [2, 3, 4, 5])
        #expect(try await outcome.facts(.transition).count == 1)
    }

    @Test func `many rows come in groups of bounded size`() async throws {
        let folder = try CSVFolder()
        let rows = (0..<70_000).map { "W\($0 / 7),s\($0 % 7),2024-03-0\($0 % 7 + 1)T10:00:00Z\n" }
        try folder.write("item,status,at\n" + rows.joined())
        let settings = try CSVSettings(csv: "export.csv", columns: ["key": "item", "status": "status", "changedOn": "at"])
        let source = CSVSource(settings: settings, directory: folder.path, zone: .utc, digest: .plain, mask: { $0 })
        let sizes = CSVSizes()
        _ = try await source.facts(since: nil) { await sizes.add($0.map(\.count)) }
        #expect(await sizes.all == [70_000, 10_000])
    }

    @Test func `groups of any size say the same`() throws {
        let settings = try CSVSettings(csv: "export.csv", columns: ["key": "item", "status": "status", "changedOn": "at"])
        let rows = (0..<40).map { "W\($0 * 7 % 11),s\($0),2024-03-\(10 + $0 % 19)T10:00:00Z\n" }
        func facts(_ batchSize: Int) -> (rows: [[FactValue]], sizes: [Int]) {
            var table = CSVTransitions(mask: { $0 }, holdsRows: true, batchSize: batchSize)
            var reading = CSVImport(settings: settings, zone: .utc, mask: { $0 })
            #expect(reading.read(Array(("item,status,at\n" + rows.joined()).utf8), into: &table))
            table.finish(&reading.diagnostics)
            let groups = (0..<table.groupCount).map { table.group($0, origin: "a") }
            return (groups.flatMap { group in (0..<group.count).map { group.row($0) } }, groups.map(\.count))
        }
        let whole = facts(1_000)
        #expect(whole.sizes == [11, 40])
        for size in [1, 3, 11, 12, 40] { #expect(facts(size).rows == whole.rows, "\(size)") }
        #expect(facts(11).sizes == [11, 11, 11, 11, 7])
    }
}

actor CSVSizes {
    private(set) var all: [Int] = []
    func add(_ sizes: [Int]) { all += sizes }
}
