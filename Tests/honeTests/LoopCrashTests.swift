import Foundation
import HoneTestSupport
import Testing

/// Improvements, briefs, ceremonies, the reserve, plans and gates by two programs at once, by kills and on a full disk: nothing that was
/// reported as taken is lost or set aside, the chain is whole, and the store opens.
@Suite struct LoopCrashTests {
    struct Entry: Decodable { let verb: String, changesNothing: Bool }

    static func entries(_ tool: CommandLineTool) throws -> [Entry] {
        let listed = try tool.run("decision", "list", "--format", "json")
        #expect(listed.code == 0, "\(listed.errors)")
        #expect(try tool.run("decision", "verify").code == 0)
        return try JSONDecoder().decode([Entry].self, from: Data(listed.output.utf8))
    }

    /// A phased product, with notes to read and more notes than a small disk has room for.
    static func phased() throws -> CommandLineTool {
        let tool = try PhasedTests.tool()
        try tool.folder.write(RetroTests.notes, to: "retros.md")
        let many = (0..<300).map { "- [ ] \($0) \(String(repeating: "x", count: 150))" }
        try tool.folder.write((["# Retro 2026-10-12", "## Actions"] + many).joined(separator: "\n"), to: "many.md")
        return tool
    }

    /// Commands in an order in which each is possible, with how many decisions each records.
    static let story: [(arguments: [String], records: Int)] = [
        (["goal", "add", "--kind", "run", "The checkout stays up"], 1), (["goal", "measure", "1", "active users"], 1),
        (["note", "it hurts"], 1), (["improvement", "shape", "1", "--kind", "process", "--hurts", "waiting"], 1),
        (["brief", "ask", "1", "--ask", "two days"], 1), (["brief", "answer", "1", "no", "--reason", "not this year"], 1),
        (["improvement", "commit", "1", "--small", "--kind", "tool", "--cost-hours", "4"], 1), (["improvement", "start", "1"], 1),
        (["improvement", "decide", "1", "unmeasured", "--reason", "it is fine"], 1), (["retro", "open"], 1),
        (["retro", "close", "--improvement", "one review", "--improvement", "two builds", "--improvement", "no rush"], 4),
        (["kaizen", "skip", "--reason", "the season"], 1), (["reserve", "set", "--floor", "20 %"], 1),
        (["reserve", "raid", "--reason", "the tax rules change", "--role", "customer"], 1), (["plan", "baseline"], 1),
        (["gate", "add", "design", "--criterion", "schedule-performance >= 0.9"], 1), (["gate", "open", "1"], 1),
        (["gate", "close", "1", "--outcome", "no-go", "--reason", "late", "--lesson", "ask earlier"], 1),
        (["health", "open", "--team", "7"], 1), (["retro", "import", "retros.md"], 11),
    ]

    @Test func `a program that is killed has recorded all of its step or nothing, and what it reported is there`() throws {
        let tool = try Self.phased()
        let scratch = try TemporaryFolder()
        var count = 0
        for (place, (arguments, records)) in Self.story.enumerated() {
            var isTaken = false
            for attempt in 0..<3 where !isTaken {
                let output = scratch.file("o\(place)-\(attempt)")
                let process = try tool.start(arguments, output: output, errors: scratch.file("e"))
                usleep(UInt32(attempt * 30 + place % 5 * 8) * 1_000)
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                let now = try Self.entries(tool).count
                #expect(now == count || now == count + records, "\(arguments): \(count) to \(now)")
                if try !Data(contentsOf: output).isEmpty { #expect(now == count + records, "\(arguments) was reported and is lost") }
                isTaken = now > count
            }
            if !isTaken {
                let outcome = try tool.run(arguments)
                #expect(outcome.code == 0, "\(arguments): \(outcome.errors)")
            }
            count += records
        }
        let entries = try Self.entries(tool)
        #expect(entries.count == count && entries.allSatisfy { !$0.changesNothing })
    }

    @Test func `of two programs at once one is taken, and the other is told and records nothing`() throws {
        let tool = try Self.phased()
        let scratch = try TemporaryFolder()
        // Each of these is possible once.
        let once: Set<String> = [
            "brief ask", "brief answer", "improvement start", "improvement decide", "retro open", "plan baseline", "gate close",
            "health open",
        ]
        for (place, (arguments, _)) in Self.story.enumerated() {
            guard once.contains(arguments.prefix(2).joined(separator: " ")) else {
                #expect(try tool.run(arguments).code == 0, "\(arguments)")
                continue
            }
            let before = try Self.entries(tool).count
            let files = (0..<2).map { (scratch.file("o\(place)-\($0)"), scratch.file("e\(place)-\($0)")) }
            let processes = try files.map { try tool.start(arguments, output: $0.0, errors: $0.1) }
            for process in processes { process.waitUntilExit() }
            let codes = processes.map(\.terminationStatus).sorted()
            #expect(codes.first == 0 && codes.last != 0, "\(arguments): \(codes)")
            for (process, file) in zip(processes, files) where process.terminationStatus != 0 {
                #expect(try !Data(contentsOf: file.1).isEmpty, "\(arguments): nothing was said")
            }
            #expect(try Self.entries(tool).count == before + 1, "\(arguments)")
        }
        #expect(try Self.entries(tool).allSatisfy { !$0.changesNothing })
    }

    @Test func `where there is no room no step is reported as taken`() throws {
        let tool = try Self.phased()
        #expect(try tool.run("note", "it hurts").code == 0)
        let long = String(repeating: "x", count: 60_000)
        for arguments in [
            ["improvement", "shape", "1", "--kind", "process", "--hurts", long], ["improvement", "decline", "1", "--reason", long],
            ["brief", "ask", "1", "--ask", long], ["retro", "close", "--improvement", long], ["retro", "import", "many.md"],
            ["kaizen", "skip", "--reason", long],
            ["reserve", "raid", "--reason", long], ["gate", "add", "design", "--name", long, "--criterion", "throughput >= 3"],
        ] {
            let outcome = try tool.run(arguments, fileBlocks: 100)
            #expect(outcome.code == 74 && outcome.output.isEmpty, "\(arguments.prefix(2)): \(outcome.code) \(outcome.errors.prefix(300))")
            #expect(try Self.entries(tool).count == 1, "\(arguments.prefix(2))")
        }
        #expect(try tool.run("improvement", "decline", "1", "--reason", "no").code == 0)
    }
}
