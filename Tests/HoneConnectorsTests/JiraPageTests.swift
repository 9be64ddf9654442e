import HoneFacts
import Testing

@testable import HoneConnectors

/// Pages of answers: each says which part of the whole it is.
struct JiraPageTests {
    private static func page(from start: Int, _ changes: [(id: Int, day: Int, before: String, after: String)], of total: Int) -> String {
        let values = changes.map {
            "{\"id\":\"\($0.id)\",\"created\":\"2024-03-0\($0.day)T08:00:00Z\",\"items\":[{\"field\":\"status\",\"fromString\":\"\($0.before)\",\"toString\":\"\($0.after)\"}]}"
        }
        return
            "{\"self\":\"https://jira.example.org/rest/api/2/issue/10063/changelog?startAt=\(start)\",\"startAt\":\(start),\"total\":\(total),\"values\":[\(values.joined(separator: ","))]}"
    }

    @Test(arguments: [["first.json", "second.json"], ["second.json", "first.json"]])
    func `the status an issue began in is that before its first change, in whatever order pages are read`(names: [String]) async throws {
        let folder = try JiraFolder()
        try folder.write(Self.page(from: 0, [(1, 2, "To Do", "Doing")], of: 2), to: "first.json")
        try folder.write(Self.page(from: 1, [(2, 4, "Doing", "Done")], of: 2), to: "second.json")
        for name in names { _ = try await folder.read(name) }
        let created = try await folder.log.read(.transition).flatMap { batch -> [String] in
            (0..<batch.count).filter { batch.integers("ordinal")[$0] == -1 }.map { batch.texts("status")[$0] }
        }
        #expect(created == ["To Do"])
    }

    /// Fractions of a second are not kept, so that ties are real; the Cloud lists the newest first, and its numbers may be missing.
    @Test(arguments: [false, true]) func `changes of one second stand in the order of the file, whichever end it begins with`(
        isPage: Bool
    ) async throws {
        func change(_ at: String, _ before: String, _ after: String) -> String {
            "{\"created\":\"2024-03-0\(at)\",\"items\":[{\"field\":\"status\",\"fromString\":\"\(before)\",\"toString\":\"\(after)\"}]}"
        }
        let changes = [
            change("3T08:00:00Z", "C", "D"), change("2T08:00:00.900Z", "B", "C"), change("2T08:00:00.100Z", "A", "B"),
        ].joined(separator: ",")
        let folder = try JiraFolder()
        let page =
            "{\"self\":\"https://jira.example.org/rest/api/2/issue/10063/changelog?startAt=0\",\"startAt\":0,\"total\":3,\"values\":[\(changes)]}"
        let issue =
            "{\"id\":\"10063\",\"key\":\"AB-1\",\"fields\":{\"created\":\"2024-03-01T08:00:00Z\"},\"changelog\":{\"startAt\":0,\"total\":3,\"histories\":[\(changes)]}}"
        try folder.write(isPage ? page : issue, to: "a.json")
        _ = try await folder.read("a.json")
        let statuses = try await folder.log.read(.transition).flatMap { batch in
            (0..<batch.count).map { (batch.integers("changed_at")[$0], batch.integers("ordinal")[$0], batch.texts("status")[$0]) }
        }.filter { $0.0 != Instant.missing }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        #expect(statuses == (isPage ? ["B", "C", "D"] : ["A", "B", "C", "D"]))
    }

    @Test func `a page says how much of the whole it holds`() async throws {
        let issue = "{\"id\":\"1\",\"key\":\"AB-1\",\"fields\":{\"summary\":\"A\",\"created\":\"2024-03-01T08:00:00Z\"}}"
        let folder = try JiraFolder()
        try folder.write("{\"startAt\":50,\"maxResults\":1,\"total\":1200,\"issues\":[\(issue)]}", to: "page.json")
        try folder.write("{\"isLast\":false,\"nextPageToken\":\"x\",\"issues\":[\(issue)]}", to: "token.json")
        try folder.write("{\"startAt\":0,\"total\":1,\"issues\":[\(issue)]}", to: "whole.json")
        let notes = try await [folder.read("page.json"), folder.read("token.json"), folder.read("whole.json")].map {
            $0.reading.notes.joined()
        }
        #expect(notes[0].contains("; it holds 1 of the 1,200 objects that its pages speak of"))
        #expect(notes[1].contains("; its last page says that more follow"))
        #expect(!notes[2].contains("pages"))
    }

    @Test func `of an issue that is there twice the one that was changed later is used`() async throws {
        func line(_ title: String, _ updated: String) -> String {
            "{\"key\":\"AB-1\",\"fields\":{\"summary\":\"\(title)\",\"created\":\"2024-03-01T08:00:00Z\",\"updated\":\"\(updated)T08:00:00Z\"}}\n"
        }
        let folder = try JiraFolder()
        try folder.write(line("new", "2024-05-02") + line("old", "2024-05-01"), to: "issues.jsonl")
        let outcome = try await folder.read("issues.jsonl")
        #expect(try await outcome.facts(.item).map { $0.values["title"] } == [.text("new")])
    }
}
