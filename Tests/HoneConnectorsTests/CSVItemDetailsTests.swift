import HoneFacts
import Testing

@testable import HoneConnectors

/// Time, phases, versions and iterations of items.
@Suite struct CSVItemDetailsTests {
    static let columns = ["key": "ID", "logged": "Spent", "estimated": "Plan"]

    @Test func `time is stored in seconds, and zero stays zero`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read("ID;Spent;Plan\nA;1.5;2,25\nB;0;NA\nC;;\\N\n", columns: Self.columns)
        let items = try await outcome.facts(.item)
        #expect(items.map { $0.values["logged_seconds"] } == [.integer(5_400), .integer(0), .unknown])
        #expect(items.map { $0.values["estimated_seconds"] } == [.integer(8_100), .unknown, .unknown])
        #expect(outcome.codes.isEmpty)
    }

    @Test(arguments: [("hours", 7_200), ("minutes", 120), ("seconds", 2)] as [(String, Int64)])
    func `the unit of time is a setting`(_ unit: String, _ seconds: Int64) async throws {
        let folder = try CSVFolder()
        try folder.write("ID,Spent,Plan\nA,2,2\n")
        let outcome = try await folder.read(values: ["time_unit": .text(unit)], columns: Self.columns)
        #expect(try await outcome.integers(.item, "logged_seconds") == [seconds])
        #expect(try await outcome.integers(.item, "estimated_seconds") == [seconds])
    }

    @Test func `a row goes on without a number that cannot be used, and says so`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read(
            "ID;Spent;Plan\nA;-1;1\nB;1,234;1\nC;Ann Smith;1\nD;1 234.5;1\n", columns: Self.columns)
        #expect(outcome.live == 4)
        #expect(try await outcome.integers(.item, "logged_seconds").isEmpty)
        #expect(try await outcome.integers(.item, "estimated_seconds").count == 4)
        #expect(outcome.codes == ["no-such-number", "doubtful-number", "no-such-number", "doubtful-number"])
        #expect(outcome.reading.diagnostics.map(\.severity) == Array(repeating: .note, count: 4))
        #expect(outcome.reading.diagnostics[1].description.hasPrefix("export.csv:3, column Spent: '1,234' has a sign between thousands"))
        #expect(!outcome.reading.diagnostics.contains { $0.message.contains("Ann") })
    }

    @Test func `phases, severity and versions are the source's words, masked`() async throws {
        let folder = try CSVFolder()
        try folder.write("ID,In,Out,Sev,Fix,Fix\n1,Code,Ann Test,2,\"1.0, 1.1\",2.0\n2,,,,,\n")
        let settings = try CSVSettings(
            csv: "export.csv", columns: ["key": "ID", "injected_phase": "In", "foundPhase": "Out", "severity": "Sev", "versions": "Fix"])
        let outcome = try await folder.read(settings, mask: { $0.replacing("Ann", with: "[name]") })
        let first = try #require(try await outcome.facts(.item).first?.values)
        #expect(first["injected_phase"] == .text("Code") && first["found_phase"] == .text("[name] Test"))
        #expect(first["severity"] == .text("2") && first["versions"] == .text("1.0\u{1f}1.1\u{1f}2.0"))
        let second = try await outcome.facts(.item)[1].values
        #expect(["injected_phase", "found_phase", "severity", "versions"].allSatisfy { second[$0] == .text("") })
    }

    @Test func `affected versions are a list of their own`() async throws {
        let outcome = try await CSVFolder().read(
            "ID,Fix,Affects\n1,2.0,\"1.0, 1.1\"\n2,2.0,\n3,,1.2\n", columns: ["key": "ID", "versions": "Fix", "affected": "Affects"])
        let items = try await outcome.facts(.item).map(\.values)
        #expect(items.map { $0["affected"] } == [.text("1.0\u{1f}1.1"), .text(""), .text("1.2")])
        #expect(items.map { $0["versions"] } == [.text("2.0"), .text("2.0"), .text("")])
    }

    @Test func `the file's own words say what was found before and after the release`() async throws {
        let folder = try CSVFolder()
        try folder.write("ID,How\n1,test\n2,Customer Use\n3,Bob\n4,\n5,Bob\n")
        let words = SettingsValue.table(["before": .list([.text("Test")]), "after": .list([.text("customer use")])])
        let outcome = try await folder.read(values: ["found": words], columns: ["key": "ID", "found": "How"])
        #expect(try await outcome.facts(.item).map { $0.values["found"] } == ["before", "after", "", "", ""].map(FactValue.text))
        #expect(outcome.codes == ["found-word"])
        #expect(outcome.reading.diagnostics[0].message.hasPrefix("2 items were found neither before nor after the release: 'Bob' (2)."))
        try folder.write("ID,How\n1,Before\n2,after\n")
        let plain = try await folder.read(values: [:], columns: ["key": "ID", "found": "How"])
        #expect(try await plain.facts(.item).map { $0.values["found"] } == [.text("before"), .text("after")])
    }

    @Test func `sprints are iterations with their items`() async throws {
        let folder = try CSVFolder()
        let outcome = try await folder.read("ID,s1,s2\nA,7,8\nB,7,NA\nC,,\n", columns: ["key": "ID", "sprint": "s*"])
        let iterations = try await outcome.facts(.iteration)
        #expect(iterations.map(\.id) == ["7", "8"])
        #expect(iterations.map { $0.values["name"] } == [.text("7"), .text("8")])
        let members = try await outcome.facts(.iterationItem)
        #expect(members.map(\.id) == ["7 A 0", "8 A 0", "7 B 0"])
        #expect(members[1].values["iteration"] == .text("8") && members[1].values["item"] == .text("A"))
        #expect(members[1].values["added_at"] == .unknown)
    }

    @Test func `a gzip file is read, and one that is cut off refused`() async throws {
        let folder = try CSVFolder()
        // printf 'ID,Name\nA,a\n' | gzip -n | xxd -i
        let gzip: [UInt8] = [
            0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xf3, 0x74, 0xd1, 0xf1, 0x4b, 0xcc, 0x4d, 0xe5, 0x72, 0xd4, 0x49,
            0xe4, 0x02, 0x00, 0xc4, 0x22, 0xda, 0x99, 0x0c, 0x00, 0x00, 0x00,
        ]
        try folder.write(gzip)
        #expect(try await folder.read(values: [:], columns: ["key": "ID", "title": "Name"]).live == 1)
        try folder.write(gzip.dropLast(9) + [])
        #expect(try await folder.read(values: [:], columns: ["key": "ID"]).codes == ["damaged-gzip"])
    }
}
