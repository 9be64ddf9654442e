import Foundation
import HoneTestSupport
import Testing

/// Nothing that was reported as taken is lost, and no chain is broken: by programs at once, by kills, by a full disk.
@Suite struct DecisionCrashTests {
    static func tool() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        #expect(try tool.run("init", "--yes", "--product", "x", "--timezone", "UTC").code == 0)
        return tool
    }

    static func notes(_ tool: CommandLineTool) throws -> Set<String> {
        struct Entry: Decodable { let text: String? }
        let listed = try tool.run("decision", "list", "--format", "json")
        #expect(listed.code == 0)
        return Set(try JSONDecoder().decode([Entry].self, from: Data(listed.output.utf8)).map { $0.text ?? "" })
    }

    @Test func `programs at once all succeed, on a store that none of them found`() throws {
        let tool = try Self.tool()
        let scratch = try TemporaryFolder()
        let processes = try (0..<6).map {
            try tool.start(["note", "note \($0)"], output: scratch.file("o\($0)"), errors: scratch.file("e\($0)"))
        }
        for process in processes { process.waitUntilExit() }
        #expect(processes.allSatisfy { $0.terminationStatus == 0 })
        #expect(try Self.notes(tool) == Set((0..<6).map { "note \($0)" }))
        #expect(try tool.run("decision", "verify").output == "The decision log is whole: 6 entries of 1 writer.\n")
    }

    @Test func `killed programs lose nothing that they reported`() throws {
        let tool = try Self.tool()
        let scratch = try TemporaryFolder()
        try tool.run("note", "first")
        var reported: Set<String> = ["first"]
        for number in 0..<16 {
            let output = scratch.file("o\(number)")
            let process = try tool.start(["note", "note \(number)"], output: output, errors: scratch.file("e"))
            usleep(UInt32(number) * 4_000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if try Data(contentsOf: output).isEmpty == false { reported.insert("note \(number)") }
        }
        let kept = try Self.notes(tool)
        #expect(kept.isSuperset(of: reported))
        #expect(try tool.run("decision", "verify").code == 0)
        #expect(try tool.run("note", "last").code == 0)
    }

    @Test func `where there is no room for a decision it is not reported as taken`() throws {
        let tool = try Self.tool()
        try tool.run("note", "kept")
        let long = String(repeating: "x", count: 100_000)
        let outcome = try tool.run(["note", long], fileBlocks: 100)
        #expect(outcome.code == 74 && outcome.errors.contains("space"), "\(outcome.errors)")
        #expect(try Self.notes(tool) == ["kept"])
        #expect(try tool.run("decision", "verify").code == 0)
        #expect(try tool.run("note", "later").code == 0)
    }

    @Test func `an import is taken whole or not at all`() throws {
        let (one, two) = (try Self.tool(), try Self.tool())
        for number in 0..<5 { try one.run("note", "note \(number) " + String(repeating: "y", count: 20_000)) }
        try one.run("decision", "export", "log.jsonl")
        let file = one.folder.file("log.jsonl").path
        try two.run("note", "own")
        #expect(try two.run(["decision", "import", file], fileBlocks: 100).code == 74)
        #expect(try Self.notes(two) == ["own"])
        #expect(try two.run("decision", "import", file).code == 0)
        #expect(try Self.notes(two).count == 7)  // five, its own, and the note that they met
    }
}
