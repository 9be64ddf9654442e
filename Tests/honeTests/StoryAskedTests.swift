import Foundation
import HoneTestSupport
import Testing

/// Invariant I8: an improvement that is promised has a story, says that it has none on purpose, or is asked for one.
@Suite struct StoryAskedTests {
    @Test func `an improvement without a story is asked for one from its promise on`() throws {
        let tool = try CommandLineTool()
        #expect(try tool.run("init", "--yes", "--product", "x", "--timezone", "UTC").code == 0)
        func shown() throws -> String { try tool.run(["improvement", "show", "1"], environment: ["COLUMNS": "160"]).output }
        for arguments in [["note", "it hurts"], ["improvement", "shape", "1", "--kind", "tool"]] {
            #expect(try tool.run(arguments).code == 0)
            #expect(try !shown().contains("none named"))
        }
        for arguments in [
            ["improvement", "commit", "1", "--small", "--kind", "tool", "--cost-hours", "4"], ["improvement", "start", "1"],
        ] {
            #expect(try tool.run(arguments).code == 0)
            #expect(try shown().contains("none named: hone improvement story 1"))
        }
        #expect(try tool.run("improvement", "story", "1", "--none", "--reason", "an hour of work").code == 0)
        #expect(try shown().contains("none, on purpose: an hour of work") && !shown().contains("none named"))
    }
}
