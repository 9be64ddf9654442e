import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct CSVPeopleTests {
    private func read(_ text: String, people: [String]) async throws -> CSVOutcome {
        let folder = try CSVFolder()
        try folder.write(text)
        return try await folder.read(
            values: ["people": .list(people.map(SettingsValue.text))], columns: ["key": "ID", "title": "Name", "labels": "Tags"])
    }

    @Test func `names of a people column are masked in every text and stored nowhere`() async throws {
        let outcome = try await read(
            "ID,Name,Tags,Owner,Tester\n1,Ask Marla about it,late;zorro,Nobody,zorro\n2,x,y,\"Marla Quist <mquist@example.org>\",\n",
            people: ["Owner", "Tester"])
        let items = try await outcome.facts(.item)
        #expect(items[0].values["title"] == .text("Ask \(NameMask.replacement) about it"))
        #expect(items[0].values["labels"] == .text("late\u{1f}\(NameMask.replacement)"))
        let stored = items.flatMap { $0.values.values.map { String(describing: $0).lowercased() } }
        #expect(!stored.contains { text in ["marla", "quist", "zorro"].contains { text.contains($0) } })
    }

    @Test func `a people column that no file has refuses the reading`() async throws {
        let outcome = try await read("ID,Name,Tags\n1,a,b\n", people: ["Owner"])
        #expect(outcome.codes == ["missing-column"] && outcome.live == 0 && outcome.reading.position == nil)
        #expect(outcome.reading.diagnostics[0].field == "Owner")
    }
}
