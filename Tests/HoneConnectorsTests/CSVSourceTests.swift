import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct CSVSourceTests {
    static let dates = ["key": "ID", "type": "Type", "title": "Name", "requested_on": "Created", "finished_on": "Done"]

    @Test func `a row with dates is an item`() async throws {
        let folder = try CSVFolder()
        let text = "ID,Type,Name,Created,Done,Tags\nA-1,Bug,\"Fix, now\",2026-01-05,2026-01-09,x\nA-2,NA,-,2026-01-06,N/A,\n"
        let outcome = try await folder.read(text, columns: Self.dates)
        let items = try await outcome.facts(.item)
        #expect(items.map(\.id) == ["A-1", "A-2"])
        #expect(items[0].values["key"] == .text("A-1"))
        #expect(items[0].values["type"] == .text("Bug"))
        #expect(items[0].values["title"] == .text("Fix, now"))
        #expect(items[0].values["requested_at"] == CalendarDay(year: 2026, month: 1, day: 5).map { .instant(Instant(day: $0)) })
        #expect(items[0].values["shape"] == .text("dates"))
        #expect(items[1].values["type"] == .text(""))
        #expect(items[1].values["title"] == .text(""))
        #expect(items[1].values["finished_at"] == .unknown)
        #expect(outcome.reading.recordCount == 2)
        #expect(outcome.reading.diagnostics.isEmpty)
    }

    @Test func `labels are split, masked and joined, over all columns of the name`() async throws {
        let folder = try CSVFolder()
        try folder.write("ID,Labels,Labels,Name\n1,\"a, b ;Ann\",c|a,Ask Ann\n2,,NA,x\n")
        let settings = try CSVSettings(csv: "export.csv", columns: ["key": "ID", "labels": "Labels", "title": "Name"])
        let outcome = try await folder.read(settings, mask: { $0.replacing("Ann", with: "[name]") })
        let items = try await outcome.facts(.item)
        #expect(items.map { $0.values["labels"] } == [.text("a\u{1f}b\u{1f}[name]\u{1f}c"), .text("")])
        #expect(items[0].values["title"] == .text("Ask [name]"))
    }

    @Test func `a date that does not exist skips its row and says where`() async throws {
        let folder = try CSVFolder()
        let text = "ID;Done\nA-1;31/04/2010\nA-2;30/04/2010\nA-3;Ann Smith\n"
        let outcome = try await folder.read(text, columns: ["key": "ID", "finishedOn": "Done"], dateFormat: "dd/MM/yyyy")
        #expect(try await outcome.facts(.item).map(\.id) == ["A-2"])
        let first = try #require(outcome.reading.diagnostics.first)
        #expect(first.description.hasPrefix("export.csv:2, column Done: '31/04/2010' is not a date."))
        #expect(first.code == "no-such-date" && first.severity == .skipped)
        #expect(!outcome.reading.diagnostics.contains { $0.message.contains("Ann") })
    }

    @Test func `of two rows with one key the last is used and both lines are named`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read("ID,Name\nA,old\nB,x\nA,new\n,none\n", columns: ["key": "id", "title": "name"])
        let items = try await outcome.facts(.item)
        #expect(items.map { $0.values["title"] } == [.text("new"), .text("x")])
        #expect(outcome.codes == ["duplicate-key", "empty-key"])
        #expect(outcome.reading.diagnostics[0].message.contains("Lines 2 and 4"))
    }

    @Test func `a quote that is not closed is told with all the lines it took in`() async throws {
        let folder = try CSVFolder()
        let columns = ["key": "ID", "title": "Name", "finished_on": "Done"]
        let lost = try await folder.read(
            "ID,Name,Done\nA,one,2026-01-01\nB,\"open,2026-01-02\nC,\"three\",2026-01-03\nD,four,2026-01-04\n", columns: columns)
        #expect(try await lost.facts(.item).map(\.id) == ["A", "D"])
        #expect(lost.codes == ["lost-quote"] && lost.reading.diagnostics[0].message.hasPrefix("Lines 3 to 4 read as one row"))
        #expect(lost.reading.notes[0].hasSuffix("1 row not used, and 1 line behind an open quote."))
        let rest = try await folder.read("ID,Name,Done\nA,one,2026-01-01\nB,\"open,2026-01-02\nC,three,2026-01-03\n", columns: columns)
        #expect(rest.codes == ["unterminated-quote"] && rest.reading.diagnostics[0].message.contains("takes in all lines to "))
    }

    @Test func `a line of sums is no item, and an item of that name with dates is one`() async throws {
        let folder = try CSVFolder()
        try folder.write("Id,Done,Hours\nA,2026-01-01,3\nSum,2026-01-02,4\nGrand Total,,7\n")
        let outcome = try await folder.read(
            CSVSettings(csv: "export.csv", columns: ["key": "Id", "finishedOn": "Done", "logged": "Hours"]))
        #expect(outcome.codes == ["sum-line"] && outcome.reading.diagnostics[0].line == 4)
        #expect(try await outcome.facts(.item).count == 2)
    }

    @Test func `keys that are one text to Unicode are one item`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read("ID,Name\nCaf\u{e9},a\nCafe\u{301},b\n", columns: ["key": "ID", "title": "Name"])
        #expect(outcome.codes == ["duplicate-key"])
        #expect(outcome.appended.added == 1)
    }

    @Test func `short rows without a mapped field are skipped, others are used`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read("ID,Name,Rest\nA,a\nB\nC,c,1,2\n", columns: ["key": "ID", "title": "Name"])
        #expect(try await outcome.facts(.item).map(\.id) == ["A", "C"])
        #expect(outcome.codes == ["short-row", "long-row"])
        #expect(outcome.reading.diagnostics.map(\.line) == [3, 4])
        #expect(outcome.reading.diagnostics[0].field == "Name")
    }

    @Test func `a missing column refuses the file and names the nearest`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read(
            "ID,Name,Closed Date\n1,a,2026-01-01\n", columns: ["key": "ID", "finishedOn": "Closed Dat", "title": "Name"])
        let diagnostic = try #require(outcome.reading.diagnostics.first)
        #expect(diagnostic.severity == .refused && diagnostic.code == "missing-column" && diagnostic.field == "Closed Dat")
        #expect(diagnostic.message.contains("'ID', 'Name', 'Closed Date'"))
        #expect(diagnostic.advice.contains("Did you mean 'Closed Date'?"))
        #expect(outcome.live == 0 && outcome.reading.position == nil)
    }

    @Test func `column names are found without regard to case and signs`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read(
            "Item ID,closed-date\nA,2026-01-01\n", columns: ["key": "item_id", "finishedOn": "Closed.Date"])
        #expect(outcome.live == 1)
    }

    @Test func `invalid bytes are replaced and their line and field named`() async throws {
        let folder = try CSVFolder()
        try folder.write(Array("ID,Name,Other\nA,ok,x\nB,caf".utf8) + [0xE9] + Array(",y\n".utf8))
        let settings = try CSVSettings(csv: "export.csv", columns: ["key": "ID", "title": "Name"], encoding: "utf-8")
        let outcome = try await folder.read(settings)
        #expect(try await outcome.facts(.item).map { $0.values["title"] } == [.text("ok"), .text("caf\u{fffd}")])
        #expect(outcome.reading.diagnostics.map(\.code) == ["invalid-bytes"])
        #expect(outcome.reading.diagnostics.first?.line == 3)
        #expect(outcome.reading.diagnostics.first?.field == "Name")
    }

    @Test func `clock times are read in the source's zone`() async throws {
        let folder = try CSVFolder()
        try folder.write("ID,Done\nA,2025-06-07T14:59:28\nB,2025-06-07T14:59:28Z\nC,2025-06-07\n")
        let outcome = try await folder.read(
            CSVSettings(csv: "export.csv", columns: ["key": "ID", "finishedOn": "Done"]), zone: DateFormatTests.zurich)
        let times = try await outcome.facts(.item).compactMap { fact -> String? in
            if case .integer(let raw) = fact.values["finished_at"] { Instant(rawValue: raw).description } else { nil }
        }
        #expect(times == ["2025-06-07T12:59:28Z", "2025-06-07T14:59:28Z", "2025-06-07"])
    }

    @Test func `reading an unchanged file again reads nothing`() async throws {
        let folder = try CSVFolder()
        let log = MemoryFactLog()
        try folder.write("ID,Name\nA,a\nB,b\n")
        let settings = try CSVSettings(csv: "export.csv", columns: ["key": "ID", "title": "Name"])
        let first = try await folder.read(settings, into: log)
        let second = try await folder.read(settings, into: log)
        #expect(first.appended.added == 2)
        #expect(second.appended == AppendCount())
        #expect(second.reading.position == nil)
        #expect(second.reading.notes == ["export.csv has not changed since it was last read."])
        let other = try CSVSettings(csv: "export.csv", columns: ["key": "Name"])
        #expect(try await folder.read(other, into: log).appended.added == 2)
    }

    @Test func `reading without the cursor adds nothing either`() async throws {
        let folder = try CSVFolder()
        try folder.write("item,status,when\nA,Doing,2026-01-05\nA,Done,2026-01-05\nB,Doing,2026-01-05\nA,Doing,2026-01-05\n")
        let settings = try CSVSettings(csv: "export.csv", columns: ["key": "item", "status": "status", "changedOn": "when"])
        let log = MemoryFactLog()
        let source = CSVSource(settings: settings, directory: folder.path, zone: .utc, digest: .plain, mask: { $0 })
        let counts = CSVCounts()
        for _ in 0..<2 {
            _ = try await source.facts(since: nil) { try await counts.add(log.append($0, recordedAt: 0, cursor: nil), live: 0) }
        }
        #expect(await counts.total == AppendCount(added: 6, changed: 0, unchanged: 6))
    }

    @Test func `a shorter file of numbered rows replaces the longer one`() async throws {
        let folder = try CSVFolder()
        let log = MemoryFactLog()
        let settings = try CSVSettings(csv: "export.csv", columns: ["key": "#", "finishedOn": "Done"])
        try folder.write("Done\n2026-01-01\n2026-01-02\n2026-01-03\n2026-01-04\n")
        let first = try await folder.read(settings, into: log)
        #expect(first.reading.position?.hasSuffix("rows=4") == true)
        try folder.write("Done\n2026-02-01\n2026-02-30\n2026-02-03\n")
        let second = try await folder.read(settings, into: log)
        #expect(try await second.facts(.item).map(\.id) == ["1", "3"])
        #expect(second.codes == ["no-such-date"])
        #expect(second.reading.position?.hasSuffix("rows=3") == true)
        try folder.write("Done\n2026-01-01\n2026-01-02\n2026-01-03\n2026-01-04\n")
        #expect(try await folder.read(settings, into: log).facts(.item).count == 4)
    }

    @Test func `numbered rows that get keys are taken back`() async throws {
        let folder = try CSVFolder()
        let log = MemoryFactLog()
        try folder.write("ID,Done\nA,2026-01-01\n1,2026-01-02\n")
        _ = try await folder.read(CSVSettings(csv: "export.csv", columns: ["key": "#", "finishedOn": "Done"]), into: log)
        let outcome = try await folder.read(CSVSettings(csv: "export.csv", columns: ["key": "ID", "finishedOn": "Done"]), into: log)
        #expect(try await Set(outcome.facts(.item).map(\.id)) == ["A", "1"])
    }

    @Test func `diagnostics beyond a thousand are counted in the last one`() async throws {
        let folder = try CSVFolder()
        let text = "ID,Done\n" + (1...2_500).map { "A\($0),31/02/2026\n" }.joined()
        let outcome = try await folder.read(text, columns: ["key": "ID", "finishedOn": "Done"])
        #expect(outcome.reading.diagnostics.count == 1_001)
        let last = try #require(outcome.reading.diagnostics.last)
        #expect(last.message.contains("1500 no-such-date"))
        #expect(last.severity == .skipped)
        #expect(outcome.reading.notes.first?.contains("2,500 rows not used") == true)
    }

    @Test(arguments: [
        "missing.csv", "", "../outside.csv", "a/../../outside.csv", ".", "/dev/zero", "/dev/null", "pipe", "empty.csv", "blank.csv",
        "a\u{0}b", "export.csv/x",
    ])
    func `what is not a file with records is refused at once`(_ name: String) async throws {
        let folder = try CSVFolder()
        try folder.write("")
        try folder.write("", to: "empty.csv")
        try folder.write("\n\r\n  \n", to: "blank.csv")
        mkfifo(folder.path + "/pipe", 0o600)
        let outcome = try await folder.read(CSVSettings(csv: name, columns: ["key": "ID"]))
        #expect(outcome.reading.diagnostics.map(\.severity) == [.refused])
        #expect(outcome.reading.diagnostics.first?.file == name)
        #expect(outcome.reading.position == nil)
    }
}
