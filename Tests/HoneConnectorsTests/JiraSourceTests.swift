import HoneFacts
import Testing

@testable import HoneConnectors

struct JiraSourceTests {
    @Test func `an issue of the Cloud gives its dates and its changes of status`() async throws {
        let outcome = try await JiraFolder().read(text: JiraSample.cloud)
        #expect(outcome.reading.diagnostics.isEmpty)
        #expect(outcome.reading.notes == ["issues.json: 1 issue, 1 resolved, 2 changes of status."])
        let items = try await outcome.facts(.item)
        #expect(items.map(\.id) == ["SHOP-7", "SHOP-7\u{1f}transitions"])
        let created = try #require(Instant(iso: "2024-03-04T08:00:00Z"))
        let resolved = try #require(Instant(iso: "2024-03-08T16:30:00Z"))
        #expect(
            items[0].values.filter { $0.value != .unknown && $0.value != .text("") } == [
                "key": .text("SHOP-7"), "type": .text("Story"), "title": .text("Ask ‹person› about the basket"),
                "labels": .text("checkout\u{1f}‹person›\u{1f}Basket\u{1f}Payment"), "stream": .text("Basket"),
                "requested_at": .instant(created), "finished_at": .instant(resolved), "status": .text("Done"), "reason": .text("Fixed"),
                "logged_seconds": .integer(5_400), "shape": .text("dates"),
            ])
        let known = items[1].values.filter { $0.value != .unknown && $0.value != .text("") }
        #expect(known == ["key": .text("SHOP-7"), "requested_at": .instant(created), "shape": .text("transitions")])
        #expect(
            try await outcome.transitions() == [
                "SHOP-7 To Do 2024-03-04T08:00:00Z 0", "SHOP-7 Review 2024-03-08T16:30:00Z 0", "SHOP-7 Done 2024-03-08T16:30:00Z 1",
            ])
        #expect(try await outcome.facts(.transition).map(\.id).last == "SHOP-7|Done|\(resolved.rawValue)|1")
    }

    @Test func `no name of anybody is in any text`() async throws {
        let folder = try JiraFolder()
        let names = ["Mary", "Quill", "mquill", "Otto", "Zander", "Ines", "Falke", "ifalke", "Piet", "Uhu"]
        try folder.write(JiraSample.cloud.replacing("\n", with: " ") + "\n", to: "a.jsonl")
        let first = JiraSample.line("SHOP-8", "\"summary\":\"\(names.joined(separator: ", ")) met\",\"status\":\"Wait for Otto\"")
        try folder.write(first + JiraSample.cloud.replacing("\n", with: " "), to: "a.jsonl")
        let texts = try await folder.read("a.jsonl").texts()
        #expect(texts.contains("Wait for ‹person›"))
        for name in names { #expect(!texts.contains { $0.lowercased().contains(name.lowercased()) }, "\(name)") }
    }

    @Test func `a changelog without a change of status says that the status is the first`() async throws {
        let issue = """
            {"key":"A-1","fields":{"created":"2024-01-02T00:00:00.000+0000","status":{"name":"Open"}},
             "changelog":{"total":1,"histories":[{"created":"2024-01-03T00:00:00.000+0000","items":[{"field":"summary"}]}]}}
            """
        let outcome = try await JiraFolder().read(text: issue)
        #expect(try await outcome.transitions() == ["A-1 Open 2024-01-02T00:00:00Z 0"])
        #expect(outcome.reading.notes == ["issues.json: 1 issue, 0 resolved, 0 changes of status."])
    }

    @Test func `a changelog that is cut is used and said, without the status before it`() async throws {
        let outcome = try await JiraFolder().read(text: JiraSample.cloud.replacing("\"total\": 3", with: "\"total\": 120"))
        #expect(outcome.codes == ["changelog-cut"])
        #expect(outcome.reading.diagnostics[0].severity == .note)
        #expect(outcome.reading.diagnostics[0].message.contains("SHOP-7"))
        #expect(
            try await outcome.transitions() == ["SHOP-7 Review 2024-03-08T16:30:00Z 0", "SHOP-7 Done 2024-03-08T16:30:00Z 1"])
    }

    @Test func `a cut changelog without changes of status leaves the dates`() async throws {
        let issue = """
            {"key":"A-1","fields":{"created":"2024-01-02T00:00:00.000+0000","status":{"name":"Open"}},"changelog":{"total":9,"histories":[]}}
            """
        let outcome = try await JiraFolder().read(text: issue)
        #expect(outcome.codes == ["changelog-cut"])
        #expect(try await outcome.facts(.item).map(\.id) == ["A-1"])
    }

    @Test(arguments: ["[%]", "{\"startAt\":0,\"total\":2,\"issues\":[%]}", "\u{feff}[\n%\n]", "{\n\"issues\": [\n%\n]\n}\n"])
    func `a list and a search result hold the same issues`(form: String) async throws {
        let issues = [JiraSample.line("A-1", "\"summary\":\"one\""), JiraSample.line("A-2", "\"summary\":\"two\"")]
        let outcome = try await JiraFolder().read(text: form.replacing("%", with: issues.joined(separator: ",")))
        #expect(outcome.reading.diagnostics.isEmpty)
        #expect(try await outcome.facts(.item).map(\.values["title"]) == [.text("one"), .text("two")])
        #expect(outcome.reading.recordCount == 2)
    }

    @Test func `lines may be issues or pages of a search`() async throws {
        let text = JiraSample.line("A-1", "") + "\r\n{\"issues\":[" + JiraSample.line("A-2", "").replacing("\n", with: "") + "]}\r\n"
        let outcome = try await JiraFolder().read(text: text)
        #expect(try await outcome.facts(.item).map(\.id) == ["A-1", "A-2"])
        #expect(outcome.reading.diagnostics.isEmpty)
    }

    @Test func `gzip is unpacked`() async throws {
        let folder = try JiraFolder()
        try folder.writePacked(JiraSample.line("A-1", "\"summary\":\"one\""))
        let outcome = try await folder.read("issues.json.gz")
        #expect(outcome.reading.diagnostics.isEmpty)
        #expect(try await outcome.facts(.item).map(\.id) == ["A-1"])
    }

    @Test func `an unchanged file is not read again, a changed one adds what changed`() async throws {
        let folder = try JiraFolder()
        try folder.write(JiraSample.cloud)
        #expect(try await folder.read().appended == AppendCount(added: 5))
        let again = try await folder.read()
        #expect(again.appended == AppendCount())
        #expect(again.reading.position == nil)
        #expect(again.reading.notes == ["issues.json has not changed since it was last read."])
        let changed = try await folder.read(text: JiraSample.cloud.replacing("5400", with: "7200"))
        #expect(changed.appended == AppendCount(changed: 1, unchanged: 4))
    }

    @Test func `two exports that overlap do not double`() async throws {
        let folder = try JiraFolder()
        let cloud = JiraSample.cloud.replacing("\n", with: " ") + "\n"
        try folder.write(cloud + JiraSample.line("SHOP-8", "\"summary\":\"eight\""), to: "a.jsonl")
        try folder.write(JiraSample.line("SHOP-9", "\"summary\":\"nine\"") + cloud, to: "b.jsonl")
        #expect(try await folder.read("a.jsonl").appended == AppendCount(added: 6))
        let second = try await folder.read("b.jsonl")
        #expect(second.appended == AppendCount(added: 1, unchanged: 5))
        #expect(try await second.facts(.item).map(\.id).sorted() == ["SHOP-7", "SHOP-7\u{1f}transitions", "SHOP-8", "SHOP-9"])
        #expect(try await second.facts(.transition).count == 3)
    }

    @Test func `a position of another version is read anew`() throws {
        let source = JiraSource(settings: JiraSettings(jira: "a"), directory: ".", digest: .plain)
        #expect(source.origin == "jira:a" && source.factOrigin == "jira")
        #expect(!source.readsAnew(since: ExportPosition(bytes: [1], version: JiraSource.readingVersion, digest: .plain).text))
        #expect(source.readsAnew(since: ExportPosition(bytes: [1], version: 0, digest: .plain).text))
        #expect(JiraSettings.schema.keys.map(\.name) == ["jira"])
    }
}
