import HoneFacts
import Testing

@testable import HoneConnectors

/// Sprints, flags, moves, versions, work logs, and changes on pages of their own.
struct JiraAgileTests {
    private static let dates = "\"created\":\"2024-03-01T08:00:00Z\",\"summary\":\"A\""

    private static func history(_ id: Int, _ day: Int, _ items: String) -> String {
        "{\"id\":\"\(id)\",\"created\":\"2024-03-0\(day)T08:00:00Z\",\"items\":[\(items)]}"
    }

    private static func issue(_ key: String, _ fields: String, _ histories: [String]) -> String {
        "{\"id\":\"10063\",\"key\":\"\(key)\",\"fields\":{\(dates)\(fields)},\"changelog\":{\"total\":\(histories.count),\"histories\":["
            + histories.joined(separator: ",") + "]}}\n"
    }

    private static func day(_ day: Int) -> FactValue { .instant(Instant(iso: "2024-03-0\(day)T08:00:00Z")) }

    @Test func `an issue was in the sprint it was created in, then in others, and is known by its earlier key`() async throws {
        let moves = [
            Self.history(3, 5, "{\"field\":\"Sprint\",\"from\":\"7, 8\",\"to\":\"8\"}"),
            Self.history(1, 2, "{\"field\":\"Sprint\",\"from\":\"7\",\"to\":\"7, 8\"}"),
            Self.history(2, 4, "{\"field\":\"Key\",\"fromString\":\"OLD-3\",\"toString\":\"NEW-1\"}"),
        ]
        let outcome = try await JiraFolder().read(text: Self.issue("NEW-1", "", moves))
        let stays = try await outcome.facts(.iterationItem).map(\.values)
        #expect(stays.map { $0["iteration"] } == [.text("7"), .text("8")])
        #expect(stays.map { $0["added_at"] } == [Self.day(1), Self.day(2)])
        #expect(stays.map { $0["removed_at"] } == [Self.day(5), .unknown])
        #expect(try await outcome.facts(.item).first?.values["aliases"] == .text("10063 OLD-3"))
    }

    @Test func `a flag blocks from one change to the next`() async throws {
        let flags = [
            Self.history(1, 2, "{\"field\":\"Flagged\",\"toString\":\"Impediment\"}"),
            Self.history(2, 3, "{\"field\":\"Flagged\",\"fromString\":\"Impediment\",\"toString\":\"\"}"),
            Self.history(3, 6, "{\"field\":\"Flagged\",\"toString\":\"Impediment\"}"),
        ]
        let blocks = try await JiraFolder().read(text: Self.issue("AB-1", "", flags)).facts(.block).map(\.values)
        #expect(blocks.map { $0["blocked_at"] } == [Self.day(2), Self.day(6)])
        #expect(blocks.map { $0["unblocked_at"] } == [Self.day(3), .unknown])
    }

    @Test func `sprints come from the agile field of the Cloud and from the text of a Server`() async throws {
        let text =
            "com.atlassian.greenhopper.service.sprint.Sprint@1f[id=5,rapidViewId=3,state=CLOSED,name=Five, the long one,goal=<null>,startDate=2024-03-02T08:00:00Z,endDate=2024-03-09T08:00:00Z,completeDate=<null>]"
        let cloud = "{\"id\":6,\"name\":\"Six\",\"state\":\"active\",\"boardId\":2,\"startDate\":\"2024-03-03T08:00:00Z\"}"
        let fields = ",\"customfield_10020\":[\(cloud)],\"customfield_10005\":[\"\(text)\"]"
        let outcome = try await JiraFolder().read(text: JiraSample.line("AB-1", Self.dates + fields))
        let sprints = try await outcome.facts(.iteration).map(\.values)
        #expect(sprints.map { $0["name"] } == [.text("Five, the long one"), .text("Six")])
        #expect(sprints.map { $0["state"] } == [.text("closed"), .text("active")])
        #expect(sprints.map { $0["started_at"] } == [Self.day(2), Self.day(3)] && sprints[0]["completed_at"] == .unknown)
        // Without a changelog nobody says when it was put in.
        #expect(try await outcome.facts(.iterationItem).allSatisfy { $0.values["added_at"] == .unknown })
    }

    @Test func `versions, estimates, work logs and the category of the status are read`() async throws {
        let fields =
            Self.dates
            + ",\"versions\":[{\"name\":\"0.9\"}],\"fixVersions\":[{\"name\":\"1.0\",\"released\":true,\"releaseDate\":\"2024-03-09\"},{\"name\":\"2.0\",\"released\":false}]"
            + ",\"timeoriginalestimate\":7200,\"status\":{\"name\":\"Doing\",\"statusCategory\":{\"key\":\"indeterminate\"}}"
            + ",\"worklog\":{\"worklogs\":[{\"id\":\"9\",\"started\":\"2024-03-02T08:00:00Z\",\"timeSpentSeconds\":1800,\"author\":{\"displayName\":\"Mary Quill\"}}]}"
        let outcome = try await JiraFolder().read(text: JiraSample.line("AB-1", fields))
        let item = try #require(try await outcome.facts(.item).first).values
        #expect(item["affected"] == .text("0.9"))
        #expect(item["versions"] == .text("1.0\u{1f}2.0") && item["estimated_seconds"] == .integer(7_200))
        #expect(item["logged_seconds"] == .integer(1_800) && item["category"] == .text("active"))
        #expect(try await outcome.facts(.version).map { $0.values["released_at"] } == [.instant(Instant(iso: "2024-03-09")), .unknown])
        #expect(try await outcome.facts(.workLog).map { $0.values["seconds"] } == [.integer(1_800)])
        #expect(await outcome.texts().allSatisfy { !$0.contains("Quill") })
    }

    @Test func `pages of a changelog name their issue by its address, and give the status it was created in`() async throws {
        let page =
            "{\"self\":\"https://x.example/rest/api/3/issue/10063/changelog\",\"values\":["
            + Self.history(2, 3, "{\"field\":\"status\",\"fromString\":\"Doing\",\"toString\":\"Done\"}") + ","
            + Self.history(1, 2, "{\"field\":\"status\",\"fromString\":\"To Do\",\"toString\":\"Doing\"}") + "]}"
        let outcome = try await JiraFolder().read(text: page)
        let steps = try await outcome.facts(.transition).map(\.values)
        #expect(steps.map { $0["status"] } == [.text("To Do"), .text("Doing"), .text("Done")])
        #expect(steps.map { $0["changed_at"] } == [.unknown, Self.day(2), Self.day(3)])
        #expect(steps.map { $0["ordinal"] } == [.integer(-1), .integer(0), .integer(0)])
        #expect(steps.allSatisfy { $0["item"] == .text("10063") })
    }
}
