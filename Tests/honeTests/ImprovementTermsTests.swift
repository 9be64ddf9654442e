import Foundation
import HoneTestSupport
import Testing

/// What a commitment takes, asked for in one answer by the built binary.
@Suite struct ImprovementTermsTests {
    private static func asked(_ arguments: String..., of tool: CommandLineTool) throws -> [String] {
        let outcome = try tool.run(["improvement"] + arguments, environment: ["COLUMNS": "80"])
        #expect(outcome.code == 64 && outcome.output.isEmpty, "\(outcome.output)")
        let lines = outcome.errors.split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.count <= 80 }, "\(outcome.errors)")
        return lines
    }

    /// The command line of an answer, as somebody takes it from there.
    private static func taken(_ lines: [String]) throws -> String {
        let start = try #require(lines.firstIndex { $0.hasPrefix("For example") })
        return lines[(start + 1)...].joined(separator: "\n")
    }

    private static func run(_ line: String, with tool: CommandLineTool) throws -> CommandLineTool.Outcome {
        try tool.folder.write("hone() { \"\(CommandLineTool.binary.path)\" \"$@\"; }\n\(line)\n", to: "line.sh")
        let scratch = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["line.sh"]
        process.currentDirectoryURL = tool.folder.url
        process.environment = ["HONE_NOW": "2026-11-22T12:00:00Z", "PATH": "/usr/bin:/bin"]
        for name in ["out", "err"] { _ = FileManager.default.createFile(atPath: scratch.file(name).path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: scratch.file("out"))
        process.standardError = try FileHandle(forWritingTo: scratch.file("err"))
        try process.run()
        process.waitUntilExit()
        func text(_ name: String) throws -> String { String(decoding: try Data(contentsOf: scratch.file(name)), as: UTF8.self) }
        return CommandLineTool.Outcome(code: process.terminationStatus, output: try text("out"), errors: try text("err"))
    }

    @Test func `what is missing is named at once, and the example can be taken as it is`() throws {
        let tool = try KPIAgreementTests.tool()
        try tool.run("note", "review takes days")
        let all = try Self.asked("commit", "1", of: tool)
        for option in ["--kind", "--hypothesis", "--metric", "--guard", "--expect"] {
            #expect(all.contains { $0.hasPrefix(option + " ") }, "\(option): \(all)")
        }
        let example = try Self.taken(all)
        #expect(
            example == """
                  hone improvement commit 1 --kind process --metric cycle-time \\
                    --hypothesis "changing X will move Y" --expect "10-30 %" \\
                    --guard throughput --guard-better higher
                """, "\(example)")
        let committed = try Self.run(example, with: tool)
        #expect(committed.code == 0 && committed.output.contains("committed, not in"), "\(committed.errors)")
    }

    @Test func `an example says again what was said, and nothing is recorded before all is there`() throws {
        let tool = try KPIAgreementTests.tool()
        try tool.run("note", "review takes days")
        let some = try Self.asked(
            "commit", "1", "--kind", "tool", "--hurts", "a $wait", "--hypothesis", "a \"quick\" $look helps", "--expect", "much", of: tool)
        #expect(!some.contains { $0.hasPrefix("--kind") || $0.hasPrefix("--hypothesis") })
        #expect(some.contains("--expect is 'much'; write it as \"10-30 %\"."))
        #expect(try tool.run("improvement", "list").output.contains("noted, not"))
        let committed = try Self.run(try Self.taken(some), with: tool)
        #expect(committed.code == 0, "\(committed.errors)")
        let shown = try tool.run("improvement", "show", "1", "--format", "json").output
        #expect(shown.contains("a $wait") && shown.contains("a \\\"quick\\\" $look helps") && shown.contains("\"tool\""), "\(shown)")
    }

    @Test func `a way that is better is asked for beside the number that was named`() throws {
        let tool = try KPIAgreementTests.tool()
        try tool.run("note", "review takes days")
        let line = try Self.taken(
            try Self.asked("commit", "1", "--kind", "tool", "--metric", "flow-distribution", "--hypothesis", "x", of: tool))
        #expect(line.contains("--metric flow-distribution") && line.contains("--better lower") && line.contains("--expect \"5-15 points\""))
        #expect(try Self.taken(try Self.asked("preview", "1", of: tool)) == "  hone improvement preview 1 --metric cycle-time")
        #expect(try Self.asked("start", "1", of: tool).joined(separator: " ").contains("hone improvement commit 1 says what that takes"))
        #expect(
            try tool.run("improvement", "shape", "1", "--kind", "tool").output.contains("commit 1 … (without more it says what it takes)"))
    }
}
