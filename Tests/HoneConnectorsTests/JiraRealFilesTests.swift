import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

@Suite(.enabled(if: CSVSharedData.isPresent)) struct JiraRealFilesTests {
    private func read(_ name: String, into log: MemoryFactLog = MemoryFactLog()) async throws -> CSVOutcome {
        try await JiraFolder(log: log).read(#require(CSVSharedData.folder) + "/" + name)
    }

    @Test func `the Alloy project has its 1,499 issues and their known times`() async throws {
        let outcome = try await read("projects/titanium-aloy/jira-issues-ALOY-00.jsonl.gz")
        #expect(outcome.reading.diagnostics.isEmpty)
        #expect(outcome.reading.notes.first?.contains(": 1,499 issues, 1,283 resolved, 0 changes of status; ") == true)
        let items = try await outcome.facts(.item).map(\.values)
        #expect(items.count == 1_499)
        #expect(items.allSatisfy { $0["shape"] == .text("dates") && $0["requested_at"] != .unknown })
        let days = items.compactMap { item -> Double? in
            guard case .integer(let from) = item["requested_at"], case .integer(let to) = item["finished_at"] else { return nil }
            return Double(Instant(rawValue: to).seconds - Instant(rawValue: from).seconds) / 86_400
        }.sorted()
        try #require(days.count == 1_283)
        #expect(abs(days[641] - 20.642) < 0.0005)
        #expect(abs(days.reduce(0, +) / 1_283 - 103.77) < 0.005)
        #expect(try await outcome.facts(.transition).isEmpty)
    }

    @Test func `no title of the Titanium projects holds the name of somebody who took part`() async throws {
        for (path, count) in [("titanium-daemon/jira-issues-DAEMON-00", 317), ("titanium-aloy/jira-issues-ALOY-00", 1_499)] {
            let name = "projects/" + path + ".jsonl.gz"
            let outcome = try await read(name)
            #expect(outcome.reading.recordCount == count)
            let bytes = try #require(Gzip.inflated(CSVSharedData.bytes(name)))
            let names = Set(String(decoding: bytes, as: UTF8.self).matches(of: /"displayName":"([^"\\]+ [^"\\]+)"/).map { String($0.1) })
            #expect(names.count > 10)
            // Names of two letters are not masked: too many words begin with them.
            let texts = await outcome.texts().joined(separator: "\n").lowercased()
            let found = names.filter { $0.count > 5 && texts.contains($0.lowercased()) }
            #expect(found.isEmpty)
        }
    }

    @Test func `the Titanium modules are read whole`() async throws {
        let outcome = try await read("projects/titanium-mod/jira-issues-MOD-00.jsonl.gz")
        #expect(outcome.reading.diagnostics.isEmpty)
        #expect(try await outcome.facts(.item).count == outcome.reading.recordCount)
    }

    @Test func `issues of the Cloud, a file each, give their changes of status`() async throws {
        let log = MemoryFactLog()
        let folder = "connectors/jirametrics/complete_sample/sample_issues/"
        for key in ["SP-1", "SP-2", "SP-5", "SP-7", "SP-8", "SP-11"] {
            #expect(try await read(folder + key + ".json", into: log).reading.diagnostics.isEmpty)
        }
        let outcome = try await read(folder + "SP-5.json", into: log)
        #expect(outcome.live == 0)
        #expect(try await outcome.facts(.item).count == 12)
        #expect(
            try await outcome.transitions().filter { $0.hasPrefix("SP-5 ") } == [
                "SP-5 Backlog 2021-06-18T18:41:58Z 0", "SP-5 Selected for Development 2021-06-23T12:44:38Z 0",
                "SP-5 In Progress 2021-08-29T18:04:49Z 0", "SP-5 Review 2021-09-06T04:34:11Z 0", "SP-5 Done 2021-09-06T04:34:14Z 0",
                "SP-5 Selected for Development 2021-10-11T12:48:42Z 0", "SP-5 In Progress 2021-10-11T12:49:04Z 0",
                "SP-5 Done 2021-10-11T12:49:07Z 0",
            ])
    }

    @Test func `pages of a search of a Server are read, other answers of its interface are told apart`() async throws {
        let first = try await read("connectors/perceval-jira/jira_issues_page_1.json")
        #expect(first.reading.diagnostics.isEmpty && first.reading.recordCount == 2)
        let empty = try await read("connectors/perceval-jira/jira_issues_page_empty.json")
        #expect(empty.reading.diagnostics.isEmpty && empty.reading.recordCount == 0)
        let comments = try await read("connectors/perceval-jira/jira_comments_issue_page_1.json")
        #expect(comments.codes == ["no-key"])
        let fields = try await read("connectors/perceval-jira/jira_fields.json")
        #expect(
            fields.codes == ["not-read-yet"]
                && fields.reading.diagnostics.first?.message.hasPrefix("44 objects of a kind that is not read yet: fields") == true)
    }

    @Test func `raw tables of a collector are read, every row a fact or counted`() async throws {
        let log = MemoryFactLog()
        let folder = "connectors/devlake-jira/_raw_jira_api_"
        let issues = try await read(folder + "issues.csv", into: log)
        #expect(issues.reading.recordCount == 33 && issues.codes.isEmpty)
        let pages = try await read(folder + "issue_changelogs.csv", into: log)
        #expect(pages.reading.notes.first?.contains("279 changes on pages of their own") == true && pages.codes.isEmpty)
        let sprints = try await read(folder + "sprints.csv", into: log)
        #expect(sprints.reading.notes.first?.contains("; 30 sprints.") == true)
        let logs = try await read(folder + "worklogs.csv", into: log)
        #expect(try await logs.facts(.workLog).count == 30)
        for (name, count) in [("remotelinks", 151), ("users", 30), ("projects", 12), ("development_panels", 91), ("issue_types", 7)] {
            let other = try await read(folder + name + ".csv", into: log)
            #expect(other.codes == ["not-read-yet"] && other.reading.recordCount == count, "\(name)")
        }
    }
}
