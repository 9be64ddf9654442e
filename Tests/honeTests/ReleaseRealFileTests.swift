import Foundation
import HoneTestSupport
import Testing

private let issues = "data/real/projects/titanium-aloy/jira-issues-ALOY-00.jsonl.gz"

/// A tracker whose versions have dates and whose bugs name affected ones. The numbers are those of `scripts/verify/inherited`.
@Suite(.enabled(if: Shared.has(issues), "needs ../shared/data/real beside the project"))
struct ReleaseRealFileTests {
    private struct Answer: Decodable {
        struct Release: Decodable { let names: [String] }
        struct Inherited: Decodable {
            struct Line: Decodable, Equatable {
                let cameInWith: String
                let items, bugs: Int
            }
            let lines: [Line]
        }
        let releases: [Release]
        let daysWithARelease: Int
        let inherited: Inherited
    }

    @Test func `what Alloy carried at the end, by the release it came in with`() throws {
        let tool = try CommandLineTool()
        let now = ["HONE_NOW": "2023-01-01T12:00:00Z"]
        let path = Shared.path(issues)
        #expect(
            try tool.run(["init", "--yes", "--product", "Alloy", "--timezone", "UTC", "--jira", path], environment: now).code == 0)
        #expect(try tool.run(["sync"], environment: now).code == 0)
        let outcome = try tool.run(["release", "list", "--format", "json"], environment: now)
        let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
        #expect(answer.daysWithARelease == 129 && answer.releases.count == 10)
        #expect(answer.releases[0].names == ["Alloy 1.16.4"] && answer.releases[4].names == ["CLI Release 8.1.0"])
        let lines = answer.inherited.lines
        #expect(lines.map(\.items).reduce(0, +) == 216 && lines.map(\.bugs).reduce(0, +) == 53)
        #expect(lines[4] == .init(cameInWith: "CLI Release 8.1.0", items: 15, bugs: 4))
        let old = try tool.run(["metric", "show", "legacy-bug-count"], environment: now)
        #expect(old.output.contains("came in with CLI Release 8.1.0") && old.output.contains("came in with 28 earlier releases"))
    }
}
