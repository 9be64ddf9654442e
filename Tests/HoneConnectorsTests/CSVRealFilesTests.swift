import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

@Suite(.enabled(if: CSVSharedData.isPresent)) struct CSVRealFilesTests {
    @Test func `the 7digital board export gives its 1,300 items`() async throws {
        let folder = try CSVFolder()
        try folder.write(CSVSharedData.bytes("teams/7digital/7digital-2009-04_2011-04.csv"))
        let settings = try CSVSettings(
            csv: "export.csv",
            columns: ["key": "#", "type": "Type", "requestedOn": "Prioritised", "startedOn": "Dev.Started", "finishedOn": "Done"],
            dateFormat: "dd/MM/yyyy")
        let outcome = try await folder.read(settings)
        let items = try await outcome.facts(.item)
        #expect(items.map(\.id) == (1...1_300).map(String.init))
        #expect(outcome.reading.diagnostics.isEmpty)
        #expect(outcome.reading.recordCount == 1_300)
        let first = try #require(items.first?.values)
        #expect(first["type"] == .text("Production Bug"))
        #expect(["requested_at", "started_at", "finished_at"].map { first[$0] } == days("2010-01-20", "2010-01-20", "2010-01-20"))
        let last = try #require(items.last?.values)
        #expect(last["type"] == .text("Production Bug"))
        #expect(["requested_at", "started_at", "finished_at"].map { last[$0] } == days("2011-04-13", "2011-04-18", "2011-04-18"))
        let types = try #require(try await outcome.log.read(.item).first).texts("type").values
        #expect(Set(types).subtracting([""]).count == 8)
    }

    @Test func `an Azure DevOps export with a mark and dotted times is read`() async throws {
        let folder = try CSVFolder()
        try folder.write(CSVSharedData.bytes("handmade/csv-samples/adodata.csv"))
        let settings = try CSVSettings(
            csv: "export.csv",
            columns: [
                "key": "ID", "kind": "Work Item Type", "title": "Title", "status": "State", "labels": "Tags",
                "startedOn": "Activated Date", "finishedOn": "Closed Date",
            ], dateFormat: "d.M.yyyy HH:mm:ss")
        let outcome = try await folder.read(settings, zone: DateFormatTests.zurich)
        let items = try await outcome.facts(.item)
        #expect(outcome.reading.diagnostics.isEmpty)
        #expect(items.count == outcome.reading.recordCount)
        #expect(items.count == 117)
        #expect(items[0].id == "2502")
        #expect(items[0].values["started_at"] == Instant(iso: "2025-06-07T12:59:28Z").map { .instant($0) })
        #expect(items[2].values["title"] == .text("Show a \"Warning Indication\" if Feature is worked on but not in Progress"))
        #expect(items[2].values["status"] == .text("Removed"))
    }

    @Test func `every sample of another tool ends in facts or in a diagnostic with its file`() async throws {
        let data = try #require(CSVSharedData.folder) + "/handmade/csv-samples"
        let names = try FileManager.default.contentsOfDirectory(atPath: data).filter { $0.hasSuffix(".csv") }.sorted()
        #expect(names.count == 13)
        for name in names {
            let folder = try CSVFolder()
            try folder.write([UInt8](Data(contentsOf: URL(fileURLWithPath: data + "/" + name))), to: name)
            let outcome = try await folder.read(
                CSVSettings(
                    csv: name,
                    columns: [
                        "key": "id", "type": "type", "title": "name", "status": "state", "startedOn": "started_date",
                        "finishedOn": "closed date",
                    ]))
            let isValid = name.contains("-valid-")
            #expect(outcome.live == (isValid ? outcome.reading.recordCount : 0), "\(name)")
            #expect(outcome.reading.diagnostics.isEmpty == isValid, "\(name)")
            for diagnostic in outcome.reading.diagnostics {
                #expect(diagnostic.file == name && diagnostic.line == 1 && diagnostic.field != nil && diagnostic.severity == .refused)
            }
        }
    }

    private func days(_ texts: String...) -> [FactValue?] {
        texts.map { CalendarDay(iso: $0).map { .instant(Instant(day: $0)) } }
    }
}
