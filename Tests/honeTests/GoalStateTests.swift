import Foundation
import HoneTestSupport
import Testing

/// What becomes of goals, on the built binary.
@Suite struct GoalStateTests {
    private static let clock = GoalMeasureTests.clock

    private func say(_ tool: CommandLineTool, _ code: Int32, _ arguments: String...) throws -> CommandLineTool.Outcome {
        let outcome = try tool.run(arguments, environment: Self.clock)
        #expect(outcome.code == code, "\(arguments) \(outcome.output)\(outcome.errors)")
        return outcome
    }

    @Test func `a goal that is met stays on the page with its number, and says so where that falls short again`() throws {
        let tool = try GoalMeasureTests.tool()
        // 1,100 users in the window.
        _ = try say(
            tool, 0, "goal", "add", "--kind", "improve", "Sellers come back", "--measure", "active users", "--target", ">= 1000 users")
        _ = try say(tool, 64, "goal", "reopen", "1", "--reason", "it is open")
        let met = try say(tool, 0, "goal", "met", "1", "--reason", "three good months")
        #expect(met.output.hasPrefix("Goal 1, \"Sellers come back\": met ") && met.output.hasSuffix(": three good months\n"))
        for form in [["scorecard"], ["scorecard", "--format", "markdown"], ["scorecard", "--format", "json"]] {
            let page = try tool.run(form, environment: Self.clock).output
            #expect(page.contains("three good months") && page.contains("1,100 users") || page.contains("\"value\": 1100"), "\(form)")
            #expect(!page.contains("no longer reaches"))
        }
        _ = try say(tool, 0, "goal", "measure", "1", "active users", "--target", ">= 5000 users")
        let page = try tool.run("scorecard", environment: Self.clock).output
        #expect(page.contains("its number no longer reaches the target") && page.contains("> hone goal reopen 1"), "\(page)")
        _ = try say(tool, 0, "goal", "reopen", "1", "--reason", "they stayed away")
        #expect(try tool.run("goal", "list", environment: Self.clock).output.contains("open again since"))
        #expect(try tool.run("decision", "verify", environment: Self.clock).code == 0)
    }

    @Test func `a goal that is given up leaves the page, stays in the list, and takes nothing on`() throws {
        let tool = try GoalMeasureTests.tool()
        _ = try say(tool, 0, "goal", "add", "--kind", "run", "It stays up")
        _ = try say(tool, 1, "check")
        let silent = try say(tool, 64, "goal", "drop", "1", "--reason", " ")
        #expect(silent.errors.contains("Say why"))
        _ = try say(tool, 0, "goal", "drop", "1", "--reason", "another team has it now")
        #expect(try !tool.run("scorecard", environment: Self.clock).output.contains("It stays up"))
        #expect(try tool.run("goal", "list", environment: Self.clock).output.contains("another team has it now"))
        _ = try say(tool, 0, "check")
        _ = try say(tool, 64, "goal", "measure", "1", "active users")
        _ = try say(tool, 64, "goal", "met", "1", "--reason", "still")
        _ = try say(tool, 64, "kpi", "propose", "lead-time", "--goal", "1", "--watch", "--guard", "reopen-rate")
    }

    @Test func `a fourth open goal asks for a reason`() throws {
        let tool = try GoalMeasureTests.tool()
        for number in 1...3 { _ = try say(tool, 0, "goal", "add", "--kind", "improve", "Goal \(number)") }
        let fourth = try say(tool, 64, "goal", "add", "--kind", "vision", "One more")
        #expect(fourth.errors.contains("There are 3 open goals") && fourth.errors.contains("--beyond-three"))
        _ = try say(tool, 0, "goal", "met", "2", "--reason", "it is so")
        _ = try say(tool, 0, "goal", "add", "--kind", "vision", "One more")
        _ = try say(tool, 0, "goal", "add", "--kind", "run", "And another", "--beyond-three", "a law asks for it")
    }
}
