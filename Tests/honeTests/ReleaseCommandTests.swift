import Foundation
import HoneTestSupport
import Testing

/// Releases through the built binary, from a git history and a file of items.
@Suite struct ReleaseCommandTests {
    private struct Answer: Decodable {
        struct Release: Decodable {
            struct Days: Decodable, Equatable { let from, to: String }
            struct Items: Decodable {
                let count: Int
                let releaseKnown: Bool
                let kinds: [String: Int]
            }
            struct Number: Decodable {
                let metric: String
                let n: Int
                let value: Double?
            }
            let names: [String]
            let window: Days
            let changes: Int?
            let items: Items?
            let capability: [Number]
        }
        struct Inherited: Decodable {
            struct Line: Decodable, Equatable {
                let cameInWith: String
                let items, bugs, debts, notes: Int
            }
            let lines: [Line]
        }
        let releases: [Release]
        let daysWithARelease: Int
        let inherited: Inherited?
    }

    private func git(_ arguments: String..., on day: String, in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder.path] + arguments
        process.environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Mary Doe", "GIT_AUTHOR_EMAIL": "mary.doe@example.org", "GIT_AUTHOR_DATE": "\(day)T12:00:00Z",
            "GIT_COMMITTER_NAME": "Mary Doe", "GIT_COMMITTER_EMAIL": "mary.doe@example.org", "GIT_COMMITTER_DATE": "\(day)T12:00:00Z",
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    /// v1.0 of 10 September with one change, v1.1 of 20 October with two; three items, and one bug that was open before both.
    private func product() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        let rows = [
            "ID,Type,Requested,Started,Done", "AB-1,feature,2026-08-20,2026-09-01,2026-09-05", "AB-2,bug,2026-09-12,2026-10-01,2026-10-02",
            "AB-3,tool,2026-09-20,2026-10-05,2026-10-10", "AB-4,bug,2026-08-01,,", "AB-5,feature,2026-11-01,,",
        ]
        try tool.folder.write(rows.joined(separator: "\n") + "\n", to: "items.csv")
        let yaml = """
            product: Alloy
            timezone: UTC
            life_cycle: [{kind: kanban}]
            sources:
              - git: .
              - csv: items.csv
                columns: {key: ID, kind: Type, requestedOn: Requested, startedOn: Started, finishedOn: Done}
            releases: {pattern: v*}
            """
        try tool.folder.write(yaml + "\n", to: "hone.yaml")
        let folder = tool.folder.url
        try git("init", "-q", "-b", "main", on: "2026-09-01", in: folder)
        for (day, subject, tag) in [
            ("2026-09-05", "AB-1 sell", "v1.0"), ("2026-10-02", "AB-2 mend", ""), ("2026-10-10", "AB-3 build", "v1.1"),
        ] {
            try git("commit", "-q", "--allow-empty", "-m", subject, on: day, in: folder)
            guard !tag.isEmpty else { continue }
            try git("tag", "-a", "-m", tag, tag, on: tag == "v1.0" ? "2026-09-10" : "2026-10-20", in: folder)
            try git("tag", "trial-\(tag)", on: day, in: folder)
        }
        #expect(try tool.run("sync").code == 0)
        return tool
    }

    private func answer(_ tool: CommandLineTool, _ arguments: String...) throws -> Answer {
        let outcome = try tool.run(["release"] + arguments + ["--format", "json"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    }

    @Test func `both sides of each release, on every form of the page`() throws {
        let tool = try product()
        let list = try answer(tool, "list")
        #expect(list.releases.map(\.names) == [["v1.1"], ["v1.0"]] && list.daysWithARelease == 2)
        #expect(list.releases[0].window == .init(from: "2026-09-11", to: "2026-10-21"))
        #expect(list.releases.map(\.changes) == [2, 1])
        #expect(list.releases[0].items?.kinds == ["bug": 1, "tool": 1] && list.releases[0].items?.releaseKnown == true)
        let share = list.releases[0].capability.first { $0.metric == "improvement-share" }
        #expect(share?.value == 0.5 && share?.n == 2)
        #expect(list.inherited?.lines == [.init(cameInWith: "before v1.0", items: 1, bugs: 1, debts: 0, notes: 0)])
        let shown = try tool.run("release", "list")
        #expect(
            shown.output.contains("2 changes to the default branch; 2 items: 1 bug, 1 tool")
                && shown.output.contains("improvement share 50 % (n 2)"))
        #expect(shown.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try tool.run("report").code == 0)
        for file in ["releases.html", "releases.md", "releases.json"] {
            let text = try String(contentsOf: tool.folder.file("hone-report/\(file)"), encoding: .utf8)
            #expect(text.contains("v1.1") && text.lowercased().contains("improvement"), "\(file)")
        }
        #expect(try String(contentsOf: tool.folder.file("hone-report/index.html"), encoding: .utf8).contains("href=\"releases.html\""))
    }

    @Test func `one release for its notes: the newest, or the one that is named`() throws {
        let tool = try product()
        #expect(try answer(tool, "show").releases.map(\.names) == [["v1.1"]])
        #expect(try answer(tool, "show", "1.0").releases.map(\.changes) == [1])
        let pasted = try tool.run("release", "show", "--format", "markdown")
        #expect(
            pasted.output.hasPrefix("v1.1 came out on 20 Oct 2026: 2 changes to the default branch; 2 items: 1 bug, 1 tool."),
            "\(pasted.output)")
        #expect(pasted.output.contains("| improvement share | 50 % (n 2) |"))
        let wrong = try tool.run("release", "show", "trial-v1.0")
        #expect(wrong.code == 64 && wrong.errors.contains("No release is called 'trial-v1.0'. The last ones are v1.1; v1.0."))
        #expect(try tool.run("release", "list", "--last", "0").code == 64)
    }

    @Test func `old bugs are labelled by release beside their number`() throws {
        let tool = try product()
        let shown = try tool.run("metric", "show", "legacy-bug-count")
        #expect(shown.output.contains("came in before v1.0") && shown.code == 0, "\(shown.output)")
        #expect(try tool.run("metric", "show", "legacy-bug-count", "--format", "json").output.contains("\"came in before v1.0\""))
    }

    @Test func `without a release every form says so`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("ID,Done\nK-1,2026-10-02\n", to: "items.csv")
        let yaml = "product: x\ntimezone: UTC\nsources:\n  - csv: items.csv\n    columns: {key: ID, finishedOn: Done}\n"
        try tool.folder.write(yaml, to: "hone.yaml")
        #expect(try tool.run("sync").code == 0)
        for arguments in [["list"], ["show"], ["list", "--format", "markdown"], ["show", "--format", "markdown"]] {
            let outcome = try tool.run(["release"] + arguments)
            #expect(outcome.code == 0 && outcome.output.contains("No release is known"), "\(arguments)")
        }
        #expect(try answer(tool, "list").releases.isEmpty)
        #expect(try tool.run("report").code == 0)
        #expect(try !String(contentsOf: tool.folder.file("hone-report/index.html"), encoding: .utf8).contains("releases.html"))
    }
}
