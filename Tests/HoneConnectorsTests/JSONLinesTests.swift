import HoneFacts
import Testing

@testable import HoneConnectors

/// Lines of objects as a source: the mapping and the facts are those of CSV.
@Suite struct JSONLinesTests {
    static let columns = ["key": "item", "kind": "type", "status": "status", "changed_on": "at"]

    private func read(
        _ text: String, columns: [String: String] = JSONLinesTests.columns, values: [String: SettingsValue] = [:]
    ) async throws -> CSVOutcome {
        let folder = try CSVFolder()
        try folder.write(text, to: "export.jsonl")
        let table = SettingsValue.table(columns.mapValues(SettingsValue.text))
        return try await folder.read(CSVSettings(values.merging(["columns": table]) { old, _ in old }, path: "export.jsonl"))
    }

    @Test func `keys are columns, in any order, with a mark, blank lines and any line end`() async throws {
        let outcome = try await read(
            "\u{feff}{\"item\":\"A\",\"type\":\"bug\",\"status\":\"Idea\",\"at\":\"2026-01-01\",\"by\":{\"name\":[\"x\"]}}\r\n\r\n"
                + " { \"at\" : \"2026-01-02\" , \"status\" : \"Done\", \"item\":\"A\",\"type\":null}\n\n"
                + "{\"status\":\"Id\\u0065a\",\"at\":\"2026-01-03\",\"item\":7}")
        #expect(outcome.reading.diagnostics.isEmpty && outcome.reading.recordCount == 3)
        let facts = try await outcome.facts(.transition)
        #expect(facts.map { $0.values["item"] } == ["A", "A", "7"].map { .text($0) })
        #expect(facts.map { $0.values["status"] } == ["Idea", "Done", "Idea"].map { .text($0) })
        #expect(try await outcome.facts(.item).map { $0.values["type"] } == [.text(""), .text("")])
    }

    @Test(arguments: [false, true]) func `a line that cannot be used is named, and the rest goes on`(_ isHeld: Bool) async throws {
        let good = "{\"item\":\"A\",\"status\":\"Done\",\"at\":\"2026-01-05\",\"type\":\"bug\"}\n"
        let bad = [
            "{\"item\":\"B\",\"status\":\"Done\",\"at\":\"2026-01-05\"", "[1]",
            "{\"item\":\"B\",\"status\":[\"Done\"],\"at\":\"2026-01-05\"}",
            "{\"item\":\"B\",\"status\":\"a\\u0000b\",\"at\":\"2026-01-05\"}", "{\"item\":\"B\",\"at\":\"2026-01-05\"}",
            "{\"item\":\"B\",\"status\":\"Done\",\"at\":20260105}", "{\"item\":null,\"status\":\"Done\",\"at\":\"2026-01-05\"}",
        ]
        // An older row sends the file the way that holds all rows.
        let end = isHeld ? "{\"item\":\"A\",\"status\":\"Idea\",\"at\":\"2026-01-01\"}\n" : "\n"
        let outcome = try await read(good + bad.joined(separator: "\n") + "\n" + end)
        #expect(
            outcome.codes == ["bad-json", "bad-json", "nested-value", "nul-byte", "empty-status", "no-such-date", "empty-key"])
        #expect(outcome.reading.diagnostics.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
        #expect(outcome.reading.diagnostics.map(\.field) == [nil, nil, "status", nil, "status", "at", "item"])
        #expect(try await outcome.facts(.transition).count == (isHeld ? 2 : 1))
        #expect(outcome.reading.recordCount == (isHeld ? 9 : 8))
    }

    @Test func `a key that no object has is refused, with the keys that they have`() async throws {
        let outcome = try await read("{\"item\":\"A\",\"status\":\"x\"}\n{\"when\":\"2026-01-05\",\"types\":\"bug\"}\n")
        #expect(outcome.codes == ["missing-column", "missing-column"] && outcome.live == 0)
        let message = try #require(outcome.reading.diagnostics.first?.message)
        #expect(message == "No object has a key of this name for kind; they have 'item', 'status', 'when', 'types'.")
        #expect(outcome.reading.diagnostics.first?.advice.hasPrefix("Did you mean 'types'?") == true)
    }

    @Test func `a key that only the last object has is found`() async throws {
        let line = "{\"item\":\"A\",\"status\":\"Idea\",\"at\":\"2026-01-05\",\"pad\":\"\(String(repeating: "x", count: 50_000))\"}\n"
        let outcome = try await read(
            String(repeating: line, count: 100)
                + "{\"Item\":\"A\",\"item\":\"B\",\"TYPE\":\"bug\",\"status\":\"Idea\",\"at\":\"2026-01-06\"}\n")
        #expect(Set(outcome.codes) == ["duplicate-row"])
        #expect(try await outcome.facts(.item).map { $0.values["type"] } == [.text(""), .text("bug")])
        #expect(try await outcome.facts(.transition).count == 2)
    }

    @Test(arguments: [("", "empty-file"), ("\n \n\r\n", "empty-file"), ("item,status\nA,x\n", "no-objects"), ("[\n{}\n", "missing-column")])
    func `a file without objects is refused`(_ text: String, _ code: String) async throws {
        let outcome = try await read(text)
        #expect(Set(outcome.codes) == [code] && outcome.live == 0)
    }

    @Test func `items, joined files, rules and people read objects too`() async throws {
        let folder = try CSVFolder()
        try folder.write(
            "{\"Task\":\"T1\",\"Type\":\"Bug\",\"Title\":\"by Ada Lovelace\",\"Hours\":1.5,\"Who\":\"Ada Lovelace\"}\n"
                + "{\"Task\":\"T2\",\"Type\":\"Template\",\"Title\":\"x\",\"Hours\":12,\"Who\":null}\n", to: "tasks.ndjson")
        try folder.write("{\"TaskNumber\":\"T1\",\"Completed\":\"2026-02-03\"}\n", to: "dates.jsonl")
        let settings = try CSVSettings(
            [
                "columns": .table(["key": .text("Task"), "kind": .text("Type"), "title": .text("Title"), "logged": .text("Hours")]),
                "skip": .table(["Type": .list([.text("template")])]), "people": .list([.text("Who")]),
                "join": .list([
                    .table([
                        "csv": .text("dates.jsonl"), "key": .text("TaskNumber"), "columns": .table(["finishedOn": .text("Completed")]),
                    ])
                ]),
            ], path: "tasks.ndjson")
        let outcome = try await folder.read(settings)
        #expect(outcome.reading.diagnostics.isEmpty)
        let items = try await outcome.facts(.item)
        #expect(items.map { $0.values["key"] } == [.text("T1")])
        #expect(items[0].values["logged_seconds"] == .integer(5_400))
        #expect(items[0].values["finished_at"] == .instant(Instant(day: try #require(CalendarDay(iso: "2026-02-03")))))
        #expect(items[0].values["title"] != .text("by Ada Lovelace"))
    }

    @Test func `the mapping is guessed from the keys of all objects`() throws {
        let folder = try CSVFolder()
        try folder.write("{\"id\":\"A\",\"created\":\"03/02/2026\"}\n{\"id\":\"B\",\"closed\":\"24/02/2026\"}\n", to: "board.jsonl")
        let guess = try CSVGuess(path: "board.jsonl", directory: folder.path, delimiter: nil, encoding: nil)
        #expect(guess.columns.map { "\($0.field)=\($0.column)" } == ["key=id", "requestedOn=created", "finishedOn=closed"])
        #expect(guess.dateFormat == "dd/MM/yyyy")
    }

    @Test(arguments: ["a.jsonl", "B.NDJSON", "c.jsonl.gz", "d.ndjson.GZ"]) func `the ending says what is in it`(_ name: String) {
        #expect(JSONLinesReader.isName(name))
        #expect(!JSONLinesReader.isName(name + ".csv"))
    }

    @Test(arguments: 0..<30) func `objects and rows of one log bring the same facts`(_ seed: Int) async throws {
        let log = CSVMadeLog(seed: seed)
        let folder = try CSVFolder()
        try folder.write(log.csv, to: "log.csv")
        try folder.write(log.jsonLines, to: "log.jsonl")
        let rows = try await folder.read(CSVSettings(csv: "log.csv", columns: log.columns))
        let objects = try await folder.read(CSVSettings(csv: "log.jsonl", columns: log.columns))
        #expect(rows.reading.recordCount == objects.reading.recordCount)
        #expect(rows.codes == objects.codes)
        for family in [FactFamily.transition, .item] {
            let facts = try await rows.facts(family)
            #expect(try await objects.facts(family).map(\.id) == facts.map(\.id))
            #expect(try await objects.facts(family).map(\.values) == facts.map(\.values))
        }
        #expect(try await !rows.facts(.transition).isEmpty)
    }
}
