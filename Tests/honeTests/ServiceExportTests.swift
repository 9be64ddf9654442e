import Foundation
import HoneTestSupport
import Testing

/// Real exports of GitHub and Jira, against numbers computed from them independently.
@Suite struct ServiceExportTests {
    static func tool(_ service: String, _ folder: String, prefix: String) throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.run("init", "--yes", "--product", "x", "--timezone", "UTC")
        let path = Shared.path(folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasPrefix(prefix) }.sorted()
        #expect(!files.isEmpty)
        for _ in 0..<2 { #expect(try tool.run(["import", service] + files.map { path + "/" + $0 }).code == 0) }
        return tool
    }

    static let github = "data/real/projects/secp256k1"
    static let jira = "data/real/projects/titanium-aloy"

    @Test(.enabled(if: Shared.has(github), "secp256k1 does not lie in ../shared/data/real/projects"))
    func `GitHub changes and reviews are those counted independently`() throws {
        let tool = try Self.tool("github", Self.github, prefix: "github-")
        let open = try tool.show("change-open-time", "--from", "2009-01-01", "--to", "2027-01-01", "--elapsed")
        #expect(open.n == 944 && open.excluded == ["not-merged": 290])
        #expect(abs((open.value ?? 0) - 105.07) < 0.01 && abs((open.mean ?? 0) - 934.1) < 0.05)
        #expect(abs((open.percentiles?["85"] ?? 0) - 1230.53) < 0.01 && abs((open.percentiles?["95"] ?? 0) - 5365.75) < 0.01)
        let review = try tool.show("time-to-first-review", "--from", "2009-01-01", "--to", "2027-01-01")
        #expect(review.n == 750 && abs((review.value ?? 0) - 12.59) < 0.01)
        let merged = try tool.show("change-open-time", "--from", "2014-01-01", "--to", "2026-01-01", "--by", "month")
        #expect(merged.n == 111 + 106 + 34 + 20 + 16 + 62 + 63 + 84 + 51 + 181 + 68 + 74)
        let issues = try tool.show("lead-time", "--from", "2009-01-01", "--to", "2027-01-01", "--elapsed")
        #expect(issues.n == 436 && abs((issues.value ?? 0) / 24 - 15.24) < 0.01)
        let cycle = try tool.show("cycle-time")
        #expect(!cycle.available && cycle.value == nil)
    }

    @Test(.enabled(if: Shared.has(jira), "titanium-aloy does not lie in ../shared/data/real/projects"))
    func `Jira issues without a changelog have a lead time and no cycle time`() throws {
        let tool = try Self.tool("jira", Self.jira, prefix: "jira-")
        let lead = try tool.show("lead-time", "--from", "2000-01-01", "--to", "2027-01-01", "--elapsed")
        #expect(lead.n == 1283)
        #expect(abs((lead.value ?? 0) / 24 - 20.642) < 0.001 && abs((lead.mean ?? 0) / 24 - 103.77) < 0.01)
        let cycle = try tool.show("cycle-time", "--from", "2000-01-01", "--to", "2027-01-01")
        #expect(!cycle.available && cycle.unavailableReason?.contains("no transitions") == true)
    }
}
