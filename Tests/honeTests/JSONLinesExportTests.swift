import Foundation
import HoneTestSupport
import Testing

/// JSON lines through the built binary: what `hone init`, `import`, `sync` and `check` do with a CSV they do with them.
@Suite struct JSONLinesExportTests {
    /// The rows of a CSV without quotes as objects.
    static func jsonLines(_ csv: String) -> String {
        let rows = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        return rows.dropFirst().map { row in
            "{" + zip(rows[0], row).map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ") + "}\n"
        }.joined()
    }

    private static func pack(_ file: URL, to name: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", file.path]
        try process.run()
        process.waitUntilExit()
        try FileManager.default.moveItem(
            at: file.appendingPathExtension("gz"), to: file.deletingLastPathComponent().appendingPathComponent(name))
    }

    /// The facts of a store but for the file and the time they came from.
    private func facts(_ tool: CommandLineTool) throws -> [String] {
        let outcome = try tool.run("store", "export")
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n").map(String.init).filter { $0.contains("\"table\":\"fact_") }.sorted()
    }

    private func mapped(_ tool: CommandLineTool, _ name: String) throws {
        let options = ["init", "--yes", "--product", "x", "--csv", name, "--map", "key=item,kind=type,status=status,changedOn=at"]
        let outcome = try tool.run(options)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try tool.run("sync").code == 0)
    }

    @Test(arguments: ["moves.jsonl", "moves.ndjson.gz"]) func `a log brings the same facts as rows and as objects`(_ name: String) throws {
        let (rows, objects) = (try CommandLineTool(), try CommandLineTool())
        try rows.folder.write(TransitionExportTests.export, to: "moves.csv")
        try objects.folder.write(Self.jsonLines(TransitionExportTests.export), to: "moves.jsonl")
        if name.hasSuffix(".gz") { try Self.pack(objects.folder.file("moves.jsonl"), to: name) }
        try mapped(rows, "moves.csv")
        try mapped(objects, name)
        #expect(try facts(objects) == facts(rows))
        #expect(try facts(rows).count > 29)
        let again = try objects.run("sync")
        #expect(again.code == 0 && again.output.contains("has not changed"), "\(again.output)")
        #expect(try objects.run("scorecard").code == 0)
        #expect(try objects.run("check").code == rows.run("check").code)
    }

    @Test func `a file is imported with the mapping of hone yaml, and bad lines are named`() throws {
        let tool = try TransitionExportTests.tool()
        let text =
            "{\"item\":\"A9\",\"status\":\"Done\",\"at\":\"2024-04-12T08:00:00Z\",\"type\":\"feature\"}\n{\"item\":\"A9\",\"status\":{}}\nno\n"
        try tool.folder.write(text, to: "later.jsonl")
        let outcome = try tool.run("import", "csv", "later.jsonl")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let said = outcome.output + outcome.errors
        #expect(said.contains("later.jsonl:2") && said.contains("status") && said.contains("object or a list"), "\(said)")
        #expect(said.contains("later.jsonl:3") && said.contains("no JSON object"), "\(said)")
        let shown = try tool.show("throughput", "--from", "2024-03-25", "--to", "2024-04-13", environment: TransitionExportTests.clock)
        #expect(shown.n == 6)
    }

    @Test func `the mapping is guessed from the keys`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write(
            "{\"id\":\"A\",\"type\":\"bug\",\"created\":\"2026-02-03\"}\n{\"id\":\"B\",\"created\":\"2026-02-04\",\"closed\":\"2026-02-24\"}\n",
            to: "board.jsonl")
        let outcome = try tool.run("init", "--yes", "--product", "x", "--csv", "board.jsonl")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let configuration = try String(contentsOf: tool.folder.file("hone.yaml"), encoding: .utf8)
        #expect(configuration.contains("key: id") && configuration.contains("finishedOn: closed"), "\(configuration)")
        #expect(try tool.run("sync").output.contains("2 items"))
    }
}
