import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// Objects as the interface lists many of them: pull requests and reviews on pages of their own, without timelines.
@Suite struct GitHubPlainTests {
    private static let address = "https://api.github.com/repos/Ann/Shop/pulls/"

    private static func pull(_ number: Int, title: String = "Title", by author: String = "ann", updated: String = "2026-01-08") -> String {
        "{\"number\":\(number),\"url\":\"\(address)\(number)\",\"state\":\"closed\",\"title\":\"\(title)\",\"user\":\(GitHubLine.user(author)),"
            + "\"created_at\":\"2026-01-05T10:00:00Z\",\"updated_at\":\"\(updated)T00:00:00Z\",\"closed_at\":\"2026-01-07T00:00:00Z\","
            + "\"merged_at\":\"2026-01-07T00:00:00Z\",\"head\":{},\"base\":{}}"
    }

    private static func review(_ id: Int, of number: Int, by user: String, at day: String = "2026-01-06") -> String {
        "{\"id\":\(id),\"user\":\(user),\"state\":\"APPROVED\",\"submitted_at\":\"\(day)T10:00:00Z\",\"pull_request_url\":\"\(address)\(number)\"}"
    }

    private func histories(_ folder: GitHubFolder) async throws -> ChangeHistories {
        fold(try await FactTables(log: folder.log), Interpretation(), now: 2_000_000_000).changes
    }

    @Test func `reviews on pages of their own know whether they are the author's`() async throws {
        let folder = try GitHubFolder()
        try folder.folder.write("[\(Self.pull(1)),\(Self.pull(2)),\(Self.pull(3, by: "ghost"))]", to: "pulls.json")
        let reviews = [
            Self.review(1, of: 1, by: GitHubLine.user("Ann")), Self.review(2, of: 1, by: GitHubLine.user("ben")),
            Self.review(3, of: 2, by: GitHubLine.user("helper[bot]")), Self.review(4, of: 2, by: GitHubLine.user("ann")),
            Self.review(5, of: 3, by: "null"),
        ]
        try folder.folder.write("[\(reviews.joined(separator: ","))]", to: "reviews.json")
        _ = try await folder.read("reviews.json")
        _ = try await folder.read("pulls.json")
        let changes = try await histories(folder)
        #expect(changes.key == ["!1", "!2", "!3"])
        // Of the third nobody knows whether the two deleted accounts were one.
        #expect(changes.reviews.count == [1, 0, 0] && changes.reviews.countBeforeMerge == [1, 0, 0])
        #expect(changes.people.reviewers[0].count == 1 && changes.people.reviewers[1].isEmpty)
    }

    @Test func `a plain page takes nothing from a fuller export, whichever is read last`() async throws {
        let full = GitHubLine.pull(1, ",\"additions\":3,\"deletions\":1", events: [GitHubLine.review("7", by: GitHubLine.user("ben"))])
            .replacing("\"comments\":[]", with: "\"comments\":[{\"user\":\(GitHubLine.user("ben")),\"path\":\"a\"}]")
        for names in [["full.jsonl", "page.json"], ["page.json", "full.jsonl"]] {
            let folder = try GitHubFolder()
            try folder.folder.write(full + "\n", to: "full.jsonl")
            try folder.folder.write("[\(Self.pull(1))]", to: "page.json")
            for name in names { _ = try await folder.read(name) }
            let changes = try await histories(folder)
            #expect(changes.count == 1 && changes.commentCount == [1] && changes.reviews.count == [1])
        }
    }

    @Test func `a page of reviews takes no rounds from their timeline, and adds none`() async throws {
        let full = GitHubLine.pull(
            1, events: ["{\"event\":\"committed\",\"sha\":\"a1\"}", GitHubLine.review("7", by: GitHubLine.user("ben"))])
        let folder = try GitHubFolder()
        try folder.folder.write(full + "\n", to: "full.jsonl")
        try folder.folder.write("[\(Self.review(7, of: 1, by: GitHubLine.user("ben")))]", to: "reviews.json")
        for name in ["full.jsonl", "reviews.json"] { _ = try await folder.read(name) }
        let changes = try await histories(folder)
        #expect(changes.reviews.count == [1] && changes.reviews.roundCount == [1] && changes.people.reviewers[0].count == 1)
    }

    @Test func `an older page does not undo a merge`() async throws {
        let folder = try GitHubFolder()
        try folder.folder.write("[\(Self.pull(1))]", to: "new.json")
        let open = Self.pull(1).replacing("\"merged_at\":\"2026-01-07T00:00:00Z\"", with: "\"merged_at\":null")
            .replacing("\"closed_at\":\"2026-01-07T00:00:00Z\"", with: "\"closed_at\":null")
        try folder.folder.write("{\"type\":\"pull\",\"pull\":\(open),\"events\":[],\"comments\":[]}\n", to: "old.jsonl")
        for name in ["new.json", "old.jsonl"] { _ = try await folder.read(name) }
        #expect(try await histories(folder).mergedAt != [Instant.missing])
    }

    @Test func `of two objects of one number the one that was changed later is used`() async throws {
        let folder = try GitHubFolder()
        try folder.folder.write("[\(Self.pull(1, title: "new", updated: "2026-01-09")),\(Self.pull(1, title: "old"))]", to: "pulls.json")
        let outcome = try await folder.read("pulls.json")
        #expect(try await outcome.facts(.change).map { $0.values["title"] } == [.text("new")])
        #expect(outcome.codes == ["duplicate-number"])
    }

    @Test func `programs that hone.yaml names write no comments either`() async throws {
        let folder = try GitHubFolder()
        let line = GitHubLine.pull(1).replacing(
            "\"comments\":[]",
            with:
                "\"comments\":[{\"user\":\(GitHubLine.user("Helper")),\"path\":\"a\"},{\"user\":\(GitHubLine.user("ben")),\"path\":\"a\"}]")
        try folder.folder.write(line + "\n", to: "export.jsonl")
        for (patterns, count) in [([String](), Int64(2)), (["helper"], 1)] {
            let source = GitHubSource(
                settings: GitHubSettings(path: "export.jsonl", botPatterns: patterns), directory: folder.folder.path, digest: .veiled)
            let log = MemoryFactLog()
            _ = try await source.facts(since: nil) { _ = await log.append($0, from: "a", recordedAt: 0, cursor: nil) }
            #expect(try await log.read(.change).map { $0.integers("comment_count") } == [[count]])
        }
    }
}
