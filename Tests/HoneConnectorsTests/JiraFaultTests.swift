import HoneFacts
import Testing

@testable import HoneConnectors

struct JiraFaultTests {
    @Test func `what is no issue is skipped with its line`() async throws {
        let text =
            JiraSample.line("A-1", "") + "{\"key\":\"A-2\",\"fields\n" + "\n" + "{\"id\":\"5\",\"fields\":{}}\n" + "17\n"
            + JiraSample.line("A-3", "")
        let outcome = try await JiraFolder().read(text: text)
        #expect(outcome.codes == ["bad-json", "no-key", "bad-json"])
        #expect(outcome.reading.diagnostics.map(\.line) == [2, 4, 5])
        #expect(outcome.reading.diagnostics.allSatisfy { $0.severity == .skipped && $0.file == "issues.json" })
        #expect(try await outcome.facts(.item).map(\.id) == ["A-1", "A-3"])
        #expect(outcome.reading.recordCount == 5)
        #expect(
            outcome.reading.notes == [
                "issues.json: 2 issues, 0 resolved, 0 changes of status; 2 without the date they were created on; 3 objects or fields not used."
            ])
    }

    @Test func `in a list the message says which object`() async throws {
        let outcome = try await JiraFolder().read(text: "[{\"key\":\"A-1\"},7,null,{\"self\":\"x\"}]")
        #expect(outcome.codes == ["bad-json", "bad-json", "no-key"])
        #expect(outcome.reading.diagnostics.map { String($0.message.prefix(8)) } == ["Object 2", "Object 3", "Object 4"])
        #expect(try await outcome.facts(.item).map(\.id) == ["A-1"])
    }

    @Test func `one odd field never loses the issue`() async throws {
        let odd = ["7", "\"x\"", "null", "[]", "{}", "[null,[1],{}]", "true", "1e400"]
        let names = [
            "summary", "issuetype", "status", "resolution", "labels", "components", "timespent", "aggregatetimespent", "subtasks",
            "reporter", "comment", "worklog", "customfield_1",
        ]
        for value in odd {
            for name in names {
                let outcome = try await JiraFolder().read(text: JiraSample.line("A-1", "\"created\":\"2024-01-02\",\"\(name)\":\(value)"))
                #expect(try await outcome.facts(.item).count == 1, "\(name) \(value)")
            }
            for changelog in ["\(value)", "{\"histories\":\(value)}", "{\"histories\":[{\"created\":\(value),\"items\":\(value)}]}"] {
                let outcome = try await JiraFolder().read(text: "{\"key\":\"A-1\",\"fields\":{},\"changelog\":\(changelog)}")
                #expect(try await outcome.facts(.item).count == 1, "\(changelog)")
            }
            let outcome = try await JiraFolder().read(text: "{\"key\":\"A-1\",\"fields\":\(value)}")
            #expect(try await outcome.facts(.item).count == 1, "\(value)")
        }
    }

    @Test func `a date that is none is skipped, the issue stays`() async throws {
        let fields = "\"created\":\"2024-02-31T00:00:00.000+0000\",\"resolutiondate\":\"2024-03-01T00:00:00.000+0000\""
        let changelog = """
            "changelog":{"histories":[{"created":"soon","items":[{"field":"status","fromString":"A","toString":"B"}]}]}
            """
        let outcome = try await JiraFolder().read(text: "{\"key\":\"A-1\",\"fields\":{\(fields)},\(changelog)}")
        #expect(outcome.codes == ["no-such-date", "no-such-date"])
        #expect(outcome.reading.diagnostics.map(\.field) == ["created", "changelog"])
        let item = try #require(try await outcome.facts(.item).first?.values)
        #expect(item["requested_at"] == .unknown)
        #expect(item["finished_at"] == Instant(iso: "2024-03-01T00:00:00Z").map { .instant($0) })
    }

    @Test func `a file that is not JSON is refused`() async throws {
        for text in ["key,summary\nA-1,one\n", "[\n{\"key\":\"A-1\"},\n", "{\n\"issues\": [\n", "<rss/>"] {
            let outcome = try await JiraFolder().read(text: text)
            #expect(outcome.codes == ["bad-json"])
            #expect(outcome.reading.diagnostics.first?.severity == .refused)
            #expect(outcome.reading.position == nil)
            #expect(outcome.live == 0)
        }
        let missing = try await JiraFolder().read("nowhere.json")
        #expect(missing.codes == ["no-such-file"])
    }

    @Test func `an issue that is in a file twice is one`() async throws {
        let text = JiraSample.line("A-1", "\"summary\":\"old\"") + JiraSample.line("A-1", "\"summary\":\"new\"")
        let outcome = try await JiraFolder().read(text: text)
        #expect(outcome.codes == ["duplicate-key"])
        #expect(try await outcome.facts(.item).map(\.values["title"]) == [.text("new")])
        #expect(outcome.appended == AppendCount(added: 1))
    }

    @Test func `time of sub-tasks is not counted on the issue above them`() async throws {
        let text =
            JiraSample.line("A-1", "\"timespent\":null,\"aggregatetimespent\":60,\"subtasks\":[{\"key\":\"A-2\"}]")
            + JiraSample.line("A-2", "\"timespent\":60,\"aggregatetimespent\":60,\"subtasks\":[]")
            + JiraSample.line("A-3", "\"aggregatetimespent\":\"90\"")
        let outcome = try await JiraFolder().read(text: text)
        #expect(try await outcome.facts(.item).map(\.values["logged_seconds"]) == [.unknown, .integer(60), .integer(90)])
    }
}
