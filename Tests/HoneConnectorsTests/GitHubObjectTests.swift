import HoneFacts
import Testing

@testable import HoneConnectors

/// Objects beyond the wrapper with a timeline: rounds, reopenings, plain answers of the interface, archives.
struct GitHubObjectTests {
    private static func event(_ name: String, _ more: String = "") -> String { "{\"event\":\"\(name)\"\(more)}" }
    private static func at(_ day: Int) -> String { ",\"created_at\":\"2026-01-0\(day)T10:00:00Z\"" }

    @Test func `a push between two reviews begins a round, and a program's review does not`() async throws {
        let (ann, bea, bot) = (GitHubLine.user("ann"), GitHubLine.user("bea"), GitHubLine.user("scan[bot]"))
        let events = [
            Self.event("committed", ",\"sha\":\"aaaa\""), GitHubLine.review("1", by: bea),
            GitHubLine.review("2", by: bea, state: "APPROVED"),
            GitHubLine.review("3", by: ann), Self.event("head_ref_force_pushed"), GitHubLine.review("4", by: bot),
            GitHubLine.review("5", by: bea),
        ]
        let outcome = try await GitHubFolder().read(lines: [GitHubLine.pull(7, events: events)])
        let reviews = try await outcome.facts(.review)
        #expect(reviews.map { $0.values["round"] } == [1, 1, 1, 1, 2].map { .integer($0) })
        #expect(reviews[1].values["state"] == .text("approved"))
        #expect(try await outcome.facts(.change).first?.values["commits"] == .text("aaaa"))
        let unpushed = try await GitHubFolder().read(lines: [GitHubLine.pull(7, events: [GitHubLine.review("1", by: bea)])])
        #expect(try await unpushed.facts(.review).first?.values["round"] == .unknown)
    }

    @Test func `a change names items in its title, its branch and its text`() async throws {
        let more =
            ",\"body\":\"Fixes #12, see #13 and UTF-8\",\"head\":{\"ref\":\"AB-2-cart\"},\"additions\":3,\"deletions\":4"
        let outcome = try await GitHubFolder().read(lines: [GitHubLine.pull(7, more).replacing("Title", with: "AB-1 basket")])
        let change = try #require(try await outcome.facts(.change).first)
        #expect(change.values["items"] == .text("AB-1 AB-2 #12") && change.values["changed_lines"] == .integer(7))
    }

    @Test func `closings and reopenings of an issue are transitions that the tracker itself gives a meaning`() async throws {
        let line = GitHubLine.issue(3, ",\"closed_at\":\"2026-01-09T10:00:00Z\"").replacing("\"open\"", with: "\"closed\"")
            .replacing("\"events\":[]", with: "\"events\":[\(Self.event("closed", Self.at(6))),\(Self.event("reopened", Self.at(7)))]")
        let transitions = try await GitHubFolder().read(lines: [line]).facts(.transition)
        #expect(transitions.map { $0.values["category"] } == [.text("done"), .text("new")])
        #expect(transitions.allSatisfy { $0.values["item"] == .text("#3") })
    }

    @Test func `plain answers of the interface are read, and kinds that no fact is made of are counted`() async throws {
        let review =
            "{\"id\":9,\"state\":\"APPROVED\",\"submitted_at\":\"2026-01-06T10:00:00Z\",\"user\":\(GitHubLine.user("bea")),"
            + "\"pull_request_url\":\"https://api.github.com/repos/Ann/Shop/pulls/7\"}"
        let closing =
            "{\"id\":5,\"event\":\"closed\"\(Self.at(6)),\"issue\":{\"number\":3,\"url\":\"https://api.github.com/repos/Ann/Shop/issues/3\"}}"
        let issue =
            "{\"number\":3,\"title\":\"T\",\"state\":\"open\"\(Self.at(5)),\"html_url\":\"https://github.com/Ann/Shop/issues/3\"}"
        let pull = issue.replacing("issues/3", with: "pull/7").replacing("\"number\":3", with: "\"number\":7,\"merged_at\":null")
        let account = "{\"login\":\"ann\",\"type\":\"User\"}"
        let outcome = try await GitHubFolder().read(lines: [review, closing, issue, pull, account, "{\"what\":1}"])
        #expect(try await outcome.facts(.review).map(\.id) == ["!7:9\u{1f}plain"])
        #expect(try await outcome.facts(.review).first?.values["is_author"] == .unknown)
        #expect(try await outcome.facts(.transition).map(\.id) == ["#3:5"])
        #expect(try await outcome.facts(.item).map(\.id) == ["#3"])
        #expect(try await outcome.facts(.change).map(\.id) == ["!7\u{1f}plain"])
        #expect(outcome.reading.diagnostics.map(\.code) == ["unknown-type", "not-read-yet"])
        #expect(outcome.reading.recordCount == 6)
    }

    @Test func `a table with an object a row is read as those objects`() async throws {
        let folder = try GitHubFolder()
        let issue =
            "{\"number\":3,\"title\":\"T\",\"state\":\"open\",\"created_at\":\"2026-01-05T10:00:00Z\",\"html_url\":\"https://github.com/a/b/issues/3\"}"
        let quoted = "\"" + issue.replacing("\"", with: "\"\"") + "\""
        let review = "\"{\"\"id\"\":1,\"\"state\"\":\"\"APPROVED\"\",\"\"submitted_at\"\":\"\"2026-01-06T10:00:00Z\"\"}\""
        try folder.folder.write(
            "id,data,url\n1,\(quoted),x\n2,,x\n3,\(review),https://api.github.com/repos/a/b/pulls/4/reviews?page=1\n", to: "raw.csv")
        let outcome = try await folder.read("raw.csv")
        #expect(try await outcome.facts(.item).map(\.id) == ["#3"])
        #expect(try await outcome.facts(.review).map(\.id) == ["!4:1\u{1f}plain"])
        #expect(outcome.reading.diagnostics.map { "\($0.code) \($0.line ?? 0)" } == ["no-object 3"])
    }

    @Test func `an archive with plain logins gives issues, changes and reviews, and no login stays in a title`() async throws {
        let subject =
            "\"number\":%,\"title\":\"Ask quill\",\"url\":\"https://github.com/a/b/#/%\",\"state\":\"MERGED\",\"author\":\"zander\",\"labels\":[\"bug\"],\"createdAt\":\"2026-01-05T10:00:00Z\",\"closedAt\":\"2026-01-07T10:00:00Z\""
        let issue = "{" + subject.replacing("%", with: "3").replacing("#", with: "issues").replacing("MERGED", with: "CLOSED") + "}"
        let pull =
            "{" + subject.replacing("%", with: "4").replacing("#", with: "pull")
            + ",\"mergedAt\":\"2026-01-07T10:00:00Z\",\"mergeCommit\":{\"oid\":\"abc\"},\"reviews\":[{\"author\":\"quill\",\"state\":\"APPROVED\",\"createdAt\":\"2026-01-06T10:00:00Z\",\"comments\":[{\"author\":\"quill\"},{\"author\":\"zander\"},{\"originalPosition\":3}]},{\"author\":\"zander\",\"state\":\"COMMENTED\",\"createdAt\":\"2026-01-06T11:00:00Z\",\"comments\":[{}]}]}"
        let folder = try GitHubFolder()
        try folder.folder.write("{\"magic\":\"x\",\"repo\":\"a/b\",\n\"issues\":[\(issue)],\"pulls\":[\(pull)]}\n", to: "archive.json")
        let outcome = try await folder.read("archive.json")
        #expect(outcome.reading.notes == ["archive.json: 2 objects: 1 issue, 1 change, 2 reviews."])
        let change = try #require(try await outcome.facts(.change).first)
        #expect(change.values["title"] == .text("Ask ‹person›") && change.values["merge_sha"] == .text("abc"))
        #expect(change.values["merged_at"] != .unknown && change.values["comment_count"] == .integer(2))
    }

    @Test func `accounts that the product calls programs are programs, and another list is another way to read`() async throws {
        let folder = try GitHubFolder()
        try folder.folder.write(
            GitHubLine.pull(7, events: [GitHubLine.review("1", by: GitHubLine.user("scan-service"))]) + "\n", to: "export.jsonl")
        let settings = GitHubSettings(path: "export.jsonl", botPatterns: ["scan-*"])
        let source = GitHubSource(settings: settings, directory: folder.folder.path, digest: .veiled)
        let log = MemoryFactLog()
        let reading = try await source.facts(since: nil) { _ = await log.append($0, from: "x", recordedAt: 0, cursor: nil) }
        #expect(try await log.read(.review).first?.integers("is_bot") == [1])
        let plain = GitHubSource(settings: GitHubSettings(path: "export.jsonl"), directory: folder.folder.path, digest: .veiled)
        let position = try #require(reading.position)
        #expect(plain.readsAnew(since: position) && !source.readsAnew(since: position))
    }
}
