import Foundation
import HoneTestSupport
import Testing

/// The products of Examples/, read as they are. Every number was computed from their files without Hone.
struct ExampleTests {
    private static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Examples")
    private static let environment = ["HONE_NOW": "2026-07-01T12:00:00Z"]
    private static let window = ["--from", "2026-01-01", "--to", "2026-07-02"]

    private func read(_ name: String) throws -> CommandLineTool {
        let tool = try CommandLineTool()
        let folder = Self.examples.appendingPathComponent(name)
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try FileManager.default.copyItem(at: folder.appendingPathComponent(file), to: tool.folder.file(file))
        }
        let outcome = try tool.run("sync", environment: Self.environment)
        #expect(outcome.code == 0 && !outcome.output.contains("not used"), "\(outcome.output) \(outcome.errors)")
        return tool
    }

    private func show(_ tool: CommandLineTool, _ metric: String) throws -> CommandLineTool.Shown {
        let outcome = try tool.run(["metric", "show", metric] + Self.window + ["--format", "json"], environment: Self.environment)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(CommandLineTool.Shown.self, from: Data(outcome.output.utf8))
    }

    @Test(arguments: [
        ("scrum", 29, [23.0, 34], [6.0, 16]), ("kanban", 36, [20, 26], [7, 10]), ("lean-startup", 16, [21, 29], [13, 23]),
    ])
    func `lead and cycle times come out`(name: String, n: Int, lead: [Double], cycle: [Double]) throws {
        let tool = try read(name)
        for (metric, expected) in [("lead-time", lead), ("cycle-time", cycle)] {
            let shown = try show(tool, metric)
            #expect(shown.n == n)
            #expect(["50", "85"].map { shown.percentiles?[$0] } == expected, "\(metric)")
        }
        let page = try tool.run("scorecard", environment: Self.environment)
        #expect(page.code == 0 && page.output.contains("(made up)"))
        #expect(page.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `a Scrum product keeps what its sprints began with apart from what came later`() throws {
        let shown = try show(read("scrum"), "say-do")
        #expect(shown.n == 24 && shown.value == 1)
        #expect(shown.parts?.first?.name == "done of those put in after the start")
    }

    @Test func `a phased product has its defect removal effectiveness and its labour`() throws {
        let tool = try read("phased")
        let removed = try show(tool, "defect-removal-effectiveness")
        #expect(removed.n == 48 && removed.value == 44.0 / 48)
        let labour = try show(tool, "labour-per-bug-fix")
        #expect(labour.n == 48 && labour.value == 2.5 && abs((labour.mean ?? 0) - 162.5 / 48) < 1e-9)
    }

    @Test func `a phased product has its plan, and the improvement lane in it`() throws {
        let tool = try read("phased")
        // Of 1,100 hours all were due; 920 are done, and 1,124 were spent. Of the lane 116, 56 and 88.
        for (metric, all, lane) in [("planned-value", 1100.0, 116.0), ("earned-value", 920, 56), ("actual-cost", 1124, 88)] {
            #expect(try show(tool, metric).value == all)
            let kinds = ["--kind", "tool", "--kind", "process", "--format", "json"]
            let outcome = try tool.run(["metric", "show", metric] + Self.window + kinds, environment: Self.environment)
            #expect(try JSONDecoder().decode(CommandLineTool.Shown.self, from: Data(outcome.output.utf8)).value == lane, "\(metric)")
        }
        let set = try tool.run(["plan", "baseline", "--stated-by", "2026-01-31"], environment: Self.environment)
        #expect(set.output == "Baseline 1: 11 lines, 1,100.00 in all.\n", "\(set.errors)")
    }

    @Test func `the sample product is the same each time, and every page has something on it`() throws {
        let (first, second) = (try CommandLineTool(), try CommandLineTool())
        for tool in [first, second] {
            let outcome = try tool.run("demo")
            #expect(outcome.code == 0, "\(outcome.errors)")
        }
        for command in [["scorecard"], ["metric", "show", "say-do", "--from", "2025-11-01", "--to", "2026-11-01"]] {
            #expect(try first.run(command).output == second.run(command).output)
        }
        for metric in ["lead-time", "change-open-time", "review-rounds", "reopen-rate", "work-without-a-story", "release-frequency"] {
            #expect(try first.show(metric, "--from", "2025-11-01", "--to", "2026-11-01").n > 10, "\(metric)")
        }
        let again = try first.run("demo")
        #expect(again.code == 64 && again.errors.contains("hone.yaml"))
    }
}
