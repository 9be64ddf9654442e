import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct GitHubSourceTests {
    @Test func `a closed issue is an item with the dates of the object itself`() async throws {
        let more =
            ",\"state\":\"closed\",\"state_reason\":\"not_planned\",\"closed_at\":\"2026-02-01T08:00:00Z\",\"type\":{\"name\":\"Bug\"},"
            + "\"labels\":[{\"name\":\"area: docs\"},\"by Ann\"]"
        let line = GitHubLine.issue(7, more).replacing("\"state\":\"open\",", with: "")
        let outcome = try await GitHubFolder().read(lines: [line])
        let items = try await outcome.facts(.item)
        let item = try #require(items.first)
        #expect(items.count == 1 && item.id == "#7" && item.values["key"] == .text("#7"))
        #expect(item.values["requested_at"] == Self.instant("2026-01-05T10:00:00Z"))
        #expect(item.values["finished_at"] == Self.instant("2026-02-01T08:00:00Z"))
        #expect(item.values["started_at"] == .unknown)
        #expect(
            ["type", "status", "reason", "shape"].map { item.values[$0] } == ["Bug", "closed", "not planned", "dates"].map { .text($0) })
        #expect(item.values["labels"] == .text("area: docs\u{1f}by ‹person›"))
        #expect(outcome.reading.notes == ["export.jsonl: 1 object: 1 issue, 0 changes, 0 reviews."])
        #expect(outcome.reading.diagnostics.isEmpty)
    }

    @Test func `completed is no reason, and an open issue is not finished`() async throws {
        let closed = ",\"closed_at\":\"2026-02-01T08:00:00Z\""
        let outcome = try await GitHubFolder().read(lines: [
            GitHubLine.issue(1, ",\"state_reason\":\"completed\"" + closed).replacing("\"open\"", with: "\"closed\""),
            GitHubLine.issue(2, ",\"state_reason\":\"reopened\"" + closed),
        ])
        let items = try await outcome.facts(.item)
        #expect(items.map { $0.values["reason"] } == [.text(""), .text("reopened")])
        #expect(items.map { $0.values["finished_at"] } == [Self.instant("2026-02-01T08:00:00Z"), .unknown])
    }

    @Test func `a closed issue without a date takes that of its last closing`() async throws {
        let events = "\"events\":[{\"event\":\"closed\",\"created_at\":\"2026-02-03T00:00:00Z\",\"actor\":null}]"
        let closed = GitHubLine.issue(1).replacing("\"open\"", with: "\"closed\"")
        let outcome = try await GitHubFolder().read(lines: [
            closed.replacing("\"events\":[]", with: events), closed.replacing("\"number\":1,", with: "\"number\":2,"),
        ])
        let items = try await outcome.facts(.item)
        #expect(items.map { $0.values["finished_at"] } == [Self.instant("2026-02-03T00:00:00Z"), .unknown])
        #expect(outcome.codes == ["no-such-date"])
        #expect(outcome.reading.diagnostics.map(\.severity) == [.note])
    }

    @Test func `a pull request is a change, and its timeline has the reviews`() async throws {
        let merged =
            ",\"merged\":true,\"merged_at\":\"2026-01-07T00:00:00Z\",\"closed_at\":\"2026-01-07T00:00:00Z\",\"merge_commit_sha\":\"abc\""
        let events = [
            GitHubLine.review("11", by: GitHubLine.user("Ben")), GitHubLine.review("\"PRR_x\"", by: GitHubLine.user("ANN")),
            GitHubLine.review("13", by: GitHubLine.user("helper[bot]")), GitHubLine.review("14", by: GitHubLine.user("tool", type: "Bot")),
            GitHubLine.review("15", by: "null"), GitHubLine.review("15", by: "null"),
        ]
        let outcome = try await GitHubFolder().read(lines: [
            GitHubLine.pull(3, merged, events: events).replacing("\"open\"", with: "\"closed\"")
        ])
        let change = try #require(try await outcome.facts(.change).first)
        #expect(change.id == "!3")
        #expect(change.values["opened_at"] == Self.instant("2026-01-05T10:00:00Z"))
        #expect(change.values["merged_at"] == Self.instant("2026-01-07T00:00:00Z"))
        #expect(change.values["merge_sha"] == .text("abc"))
        #expect(change.values["author"] == .text(Digest.veiled.pseudonym("ann")))
        let reviews = try await outcome.facts(.review)
        #expect(reviews.map(\.id) == ["!3:11", "!3:PRR_x", "!3:13", "!3:14", "!3:15"])
        #expect(reviews.allSatisfy { $0.values["change"] == .text("!3") })
        #expect(reviews.map { $0.values["is_author"] } == [0, 1, 0, 0, 0].map { .integer($0) })
        #expect(reviews.map { $0.values["is_bot"] } == [0, 0, 1, 0, 0].map { .integer($0) })
        #expect(reviews.last?.values["reviewer"] == .text(""))
    }

    @Test func `a commit that was never merged is not the merge of its change`() async throws {
        let outcome = try await GitHubFolder().read(lines: [GitHubLine.pull(3, ",\"merge_commit_sha\":\"abc\"")])
        #expect(try await outcome.facts(.change).map { $0.values["merge_sha"] } == [.text("")])
    }

    @Test func `whether a deleted account reviewed its own change is not known`() async throws {
        let events = [GitHubLine.review("1", by: "null"), GitHubLine.review("2", by: GitHubLine.user("ben"))]
        let outcome = try await GitHubFolder().read(lines: [GitHubLine.pull(3, author: GitHubLine.user("ghost"), events: events)])
        #expect(try await outcome.facts(.review).map { $0.values["is_author"] } == [.unknown, .integer(0)])
        #expect(try await outcome.facts(.change).map { $0.values["author"] } == [.text("")])
    }

    @Test func `a pending review is left out and counted, one without a date is named`() async throws {
        let events = [
            GitHubLine.review("1", by: GitHubLine.user("ben"), at: nil, state: "pending"),
            GitHubLine.review("2", by: GitHubLine.user("ben"), at: nil),
        ]
        let outcome = try await GitHubFolder().read(lines: [GitHubLine.pull(3, events: events)])
        #expect(try await outcome.facts(.review).isEmpty)
        #expect(outcome.codes == ["no-such-date"])
        #expect(outcome.reading.notes == ["export.jsonl: 1 object: 0 issues, 1 change, 0 reviews; 1 review not yet submitted left out."])
    }

    @Test func `people whom a line names are masked in the titles of all lines`() async throws {
        let commit = "{\"event\":\"committed\",\"author\":{\"name\":\"Cleo Quark\",\"email\":\"cq@example.org\"},\"committer\":null}"
        let titled = { (text: String) in GitHubLine.issue(1).replacing("\"Title\"", with: "\"\(text)\"") }
        let outcome = try await GitHubFolder().read(lines: [
            titled("As Quark and zed77 said, and dependabot"),
            GitHubLine.pull(2, events: [commit, GitHubLine.review("1", by: GitHubLine.user("zed77"))]),
            GitHubLine.pull(3, author: GitHubLine.user("dependabot[bot]", type: "Bot")),
        ])
        #expect(try await outcome.facts(.item).map { $0.values["title"] } == [.text("As ‹person› and ‹person› said, and dependabot")])
    }

    @Test func `two repositories do not collide, and neither is named`() async throws {
        let outcome = try await GitHubFolder().read(lines: [
            GitHubLine.issue(1), GitHubLine.issue(1, in: "ann/other"), GitHubLine.pull(1), GitHubLine.issue(2, in: "ANN/Shop"),
        ])
        let batches = Array(try await outcome.log.read(.item))
        #expect(batches.map(\.ids).sorted { $0.count > $1.count } == [["#1", "#2"], ["#1"]])
        #expect(Set(batches.map(\.origin)).count == 2)
        let changes = Array(try await outcome.log.read(.change))
        #expect(changes.map(\.origin) == batches.filter { $0.count == 2 }.map(\.origin))
        let origins = (batches + changes).map(\.origin)
        #expect(origins.allSatisfy { $0.hasPrefix("github:") && $0.utf8.count == 15 && !$0.contains("ann") })
    }

    @Test func `reading the same bytes again reads nothing, more lines add only theirs`() async throws {
        let folder = try GitHubFolder()
        #expect(try await folder.read(lines: [GitHubLine.issue(1), GitHubLine.pull(2)]).appended == AppendCount(added: 2))
        let again = try await folder.read()
        #expect(again.appended == AppendCount())
        #expect(again.reading.position == nil)
        #expect(again.reading.notes == ["export.jsonl has not changed since it was last read."])
        let more = try await folder.read(lines: [GitHubLine.issue(1), GitHubLine.pull(2), GitHubLine.issue(3)])
        #expect(more.appended == AppendCount(added: 1, unchanged: 2))
    }

    @Test func `another salt reads anew`() async throws {
        let outcome = try await GitHubFolder().read(lines: [GitHubLine.issue(1)])
        let position = try #require(outcome.reading.position)
        let settings = GitHubSettings(path: "export.jsonl")
        #expect(!GitHubSource(settings: settings, directory: "", digest: .veiled).readsAnew(since: position))
        let other = Digest(pseudonym: { "other " + $0 }, fingerprint: Digest.veiled.fingerprint)
        #expect(GitHubSource(settings: settings, directory: "", digest: other).readsAnew(since: position))
        #expect(!GitHubSource(settings: settings, directory: "", digest: other).readsAnew(since: "something else"))
    }

    static func instant(_ text: String) -> FactValue? { Instant(iso: text).map { .instant($0) } }
}
