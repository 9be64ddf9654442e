import HoneFacts
import Testing

@testable import HoneConnectors

/// Several rows an item, rows that are left out, and other files about the same items.
@Suite struct CSVRepeatTests {
    static let columns = ["key": "ID", "logged": "Own", "estimated": "Plan", "kind": "Type"]
    static let rows = "ID,Own,Plan,Type,State\nA,1,4,Bug,DONE\nA,2,4,Bug,DONE\nB,5,6,Task,DONE\nC,9,9,Task,Cancelled\n"

    @Test(
        arguments: [
            ("item", [7_200, 18_000, 32_400], 1), ("row", [10_800, 18_000, 32_400], 0), ("logged-by-row", [10_800, 18_000, 32_400], 0),
        ] as [(String, [Int64], Int)])
    func `a setting says whether numbers repeat or add up`(_ text: String, _ logged: [Int64], _ notes: Int) async throws {
        let folder = try CSVFolder()
        try folder.write(Self.rows)
        let outcome = try await folder.read(values: ["repeat": .text(text)], columns: Self.columns)
        #expect(try await outcome.integers(.item, "logged_seconds") == logged)
        #expect(try await outcome.integers(.item, "estimated_seconds").first == (text == "row" ? 28_800 : 14_400))
        #expect(outcome.codes == Array(repeating: "rows-disagree", count: notes))
        #expect(outcome.reading.notes == ["export.csv: 4 rows, 3 items; 1 row with the key of an earlier one."])
    }

    @Test func `rows that go together keep the earliest start and the latest end`() async throws {
        let folder = try CSVFolder()
        try folder.write("ID,From,To\nA,2026-01-05,2026-01-09\nA,2026-01-03,\nA,2026-01-06,2026-01-08\n")
        let outcome = try await folder.read(
            values: ["repeat": .text("item")], columns: ["key": "ID", "startedOn": "From", "finishedOn": "To"])
        let item = try #require(try await outcome.facts(.item).first?.values)
        #expect(item["started_at"] == CalendarDay(iso: "2026-01-03").map { .instant(Instant(day: $0)) })
        #expect(item["finished_at"] == CalendarDay(iso: "2026-01-09").map { .instant(Instant(day: $0)) })
        #expect(outcome.codes.isEmpty)
    }

    @Test func `without the setting the last row of a key counts`() async throws {
        let folder = try CSVFolder()
        try folder.write(Self.rows)
        let outcome = try await folder.read(values: [:], columns: Self.columns)
        #expect(try await outcome.integers(.item, "logged_seconds") == [7_200, 18_000, 32_400])
        #expect(outcome.codes == ["duplicate-key"])
    }

    @Test func `rows are left out by their texts and counted`() async throws {
        let folder = try CSVFolder()
        try folder.write(Self.rows + "D,1,1,NA,x\n")
        func read(_ key: String, _ column: String, _ texts: String...) async throws -> CSVOutcome {
            try await folder.read(
                values: [key: .table([column: .list(texts.map(SettingsValue.text))]), "repeat": .text("row")], columns: Self.columns)
        }
        let skipped = try await read("skip", "state", "CANCELLED", "other")
        #expect(try await skipped.facts(.item).map(\.id) == ["A", "B", "D"])
        #expect(skipped.reading.notes[0].contains("; 1 row left out by skip and only"))
        #expect(skipped.codes.isEmpty)
        #expect(try await read("only", "Type", "bug", "NA").facts(.item).map(\.id) == ["A", "D"])
        let absent = try await read("skip", "Stat", "x")
        #expect(absent.codes == ["missing-column"] && absent.live == 0)
        #expect(absent.reading.diagnostics[0].advice.contains("Did you mean 'State'?"))
    }

    @Test func `a second file brings more about the items, and every row is accounted for`() async throws {
        let folder = try CSVFolder()
        try folder.write("ID,Name\nA,a\nB,b\nC,c\n")
        try folder.write(
            "Key;Done;Kind\nB;2026-01-05;Bug\nA;;\nX;2026-01-06;Bug\nB;2026-01-05;Bug\nB;2026-02-30;Bug\nB;;Task\n", to: "more.csv")
        let join = SettingsValue.list([Self.join("more.csv", "Key", ["finishedOn": "Done", "kind": "Kind"])])
        let log = MemoryFactLog()
        let outcome = try await folder.read(values: ["join": join], columns: ["key": "ID", "title": "Name"], into: log)
        let items = try await outcome.facts(.item)
        #expect(items.map { $0.values["title"] } == [.text("a"), .text("b"), .text("c")])
        #expect(items.map { $0.values["type"] } == [.text(""), .text("Task"), .text("")])
        #expect(items[1].values["finished_at"] == CalendarDay(iso: "2026-01-05").map { .instant(Instant(day: $0)) })
        #expect(outcome.codes == ["no-such-date", "rows-disagree"])
        #expect(outcome.reading.diagnostics.allSatisfy { $0.file == "more.csv" })
        #expect(
            outcome.reading.notes == [
                "export.csv: 3 rows, 3 items.",
                "more.csv: 6 rows, 4 match 2 items; 1 item without a row; 1 row with the key of no item; 1 row with nothing that is mapped; 1 row not used.",
            ])
        #expect(try await folder.read(values: ["join": join], columns: ["key": "ID", "title": "Name"], into: log).reading.position == nil)
        try folder.write("Key;Done;Kind\nC;2026-01-07;Bug\n", to: "more.csv")
        let changed = try await folder.read(values: ["join": join], columns: ["key": "ID", "title": "Name"], into: log)
        #expect(try await changed.facts(.item).map { $0.values["type"] } == [.text(""), .text(""), .text("Bug")])
    }

    @Test func `a file of events joins once for each kind of event`() async throws {
        let folder = try CSVFolder()
        try folder.write("ID\nA\nB\n")
        try folder.write("ID,What,At\nA,OPEN,2026-01-01\nA,CLOSE,2026-01-03\nB,OPEN,2026-01-02\n", to: "events.csv")
        let joins = [("OPEN", "requestedOn"), ("CLOSE", "finishedOn")].map { word, field in
            Self.join("events.csv", "ID", [field: "At"], ["only": .table(["What": .list([.text(word)])])])
        }
        let outcome = try await folder.read(values: ["join": .list(joins)], columns: ["key": "ID"])
        #expect(try await outcome.integers(.item, "requested_at").count == 2)
        #expect(try await outcome.integers(.item, "finished_at").count == 1)
    }

    @Test func `without its second file nothing is read`() async throws {
        let folder = try CSVFolder()
        try folder.write("ID\nA\n")
        let values: [String: SettingsValue] = ["join": .list([Self.join("none.csv", "ID", ["kind": "Kind"])])]
        let outcome = try await folder.read(values: values, columns: ["key": "ID"])
        #expect(outcome.codes == ["no-such-file"] && outcome.live == 0)
        try folder.write("ID\nA\n", to: "none.csv")
        let other = try await folder.read(values: values, columns: ["key": "ID"])
        #expect(other.codes == ["missing-column"] && other.live == 0 && other.reading.position == nil)
    }

    @Test(arguments: 0..<60) func `time adds up over the rows that can be used, whatever stands between them`(_ seed: Int) async throws {
        var random = CSVRandom(state: UInt64(seed))
        let folder = try CSVFolder()
        var (text, other) = ("ID;Own;State\n", "Key;Kind;Spare\n")
        var (expected, keys, leftOut, unusable) = (Int64(0), Set<Int>(), 0, 0)
        for _ in 0..<200 {
            let (key, quarters, state) = (random.below(60), random.below(40), random.below(5))
            let cells = ["\(quarters / 4).\(quarters % 4 * 25)", "-3", "1,234", "", "x"]
            let kind = random.below(12) < 8 ? 0 : random.below(5)
            text += "K\(key);\(cells[kind]);\(state == 0 ? "OFF" : "ON")\n"
            if state == 0 {
                leftOut += 1
                continue
            }
            keys.insert(key)
            if kind == 0 { expected += Int64(quarters) * 900 } else if kind != 3 { unusable += 1 }
        }
        var strays = 0
        for _ in 0..<100 {
            let key = random.below(80)
            other += "K\(key);Bug;\n"
            if !keys.contains(key) { strays += 1 }
        }
        try folder.write(text)
        try folder.write(other, to: "other.csv")
        let outcome = try await folder.read(
            values: [
                "repeat": .text("row"), "skip": .table(["State": .list([.text("off")])]),
                "join": .list([Self.join("other.csv", "Key", ["kind": "Kind"])]),
            ], columns: ["key": "ID", "logged": "Own"])
        #expect(try await outcome.facts(.item).count == keys.count)
        #expect(try await outcome.integers(.item, "logged_seconds").reduce(0, +) == expected)
        #expect(outcome.codes.count == unusable && Set(outcome.codes) == ["no-such-number", "doubtful-number"])
        let merged = 200 - leftOut - keys.count
        #expect(
            outcome.reading.notes[0]
                == "export.csv: 200 rows, \(CountText.counted(keys.count, "item")); \(CountText.counted(merged, "row")) with the key of an earlier one; "
                + "\(CountText.counted(leftOut, "row")) left out by skip and only.")
        #expect(outcome.reading.notes[1].contains("; \(CountText.counted(strays, "row")) with the key of no item"))
    }

    static func join(
        _ path: String, _ key: String, _ columns: [String: String], _ more: [String: SettingsValue] = [:]
    ) -> SettingsValue {
        .table(more.merging(["csv": .text(path), "key": .text(key), "columns": .table(columns.mapValues(SettingsValue.text))]) { $1 })
    }
}
