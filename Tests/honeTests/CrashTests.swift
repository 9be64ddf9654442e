import Foundation
import HoneFacts
import HoneStore
import HoneTestSupport
import Testing

@Suite struct CrashTests {
    /// An export large enough for a kill to meet it half way.
    static func export(_ tool: CommandLineTool, rows: Int) throws {
        try write(tool, rows: rows)
        let map = "key=ID,kind=Type,requestedOn=Created,finishedOn=Closed"
        #expect(try tool.run("init", "--yes", "--product", "x", "--csv", "a.csv", "--map", map).code == 0)
    }

    static func write(_ tool: CommandLineTool, rows: Int) throws {
        var text = "ID,Type,Created,Closed\n"
        for row in 0..<rows {
            text += "K\(row),story,2026-01-01T08:00:00Z,2026-02-\(row % 28 + 1 < 10 ? "0" : "")\(row % 28 + 1)T09:00:00Z\n"
        }
        try tool.folder.write(text, to: "a.csv")
    }

    @Test func `killed at any point, the store opens and the next sync completes it`() throws {
        let tool = try CommandLineTool()
        try Self.export(tool, rows: 20_000)
        let scratch = try TemporaryFolder()
        for milliseconds in [20, 60, 120, 250, 400, 600] {
            let process = try tool.start(["sync"], output: scratch.file("o"), errors: scratch.file("e"))
            usleep(UInt32(milliseconds) * 1000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        #expect(try tool.run("sync").code == 0)
        let shown = try tool.show("throughput", "--from", "2026-01-01", "--to", "2026-04-01")
        #expect(shown.n == 20_000)
        let again = try tool.run("sync")
        #expect(again.output.contains("nothing new"))
    }

    @Test func `killed while the store is made, there is a store or none`() throws {
        let tool = try CommandLineTool()
        try Self.export(tool, rows: 1_000)
        let scratch = try TemporaryFolder()
        for milliseconds in stride(from: 4, through: 60, by: 2) {
            try? FileManager.default.removeItem(at: tool.folder.file(".hone"))
            let process = try tool.start(["sync"], output: scratch.file("o"), errors: scratch.file("e"))
            usleep(UInt32(milliseconds) * 1000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let outcome = try tool.run("store", "info")
            #expect(outcome.code == 0 || outcome.errors.contains("no store yet"), "\(milliseconds) ms: \(outcome.errors)")
        }
        // What is left of a store that was not finished is in nobody's way.
        try? FileManager.default.removeItem(at: tool.folder.file(".hone"))
        try FileManager.default.createDirectory(at: tool.folder.file(".hone"), withIntermediateDirectories: true)
        try tool.folder.write("half of a store", to: ".hone/store.sqlite.unfinished")
        #expect(try tool.run("sync").code == 0)
        #expect(!FileManager.default.fileExists(atPath: tool.folder.file(".hone/store.sqlite.unfinished").path))
    }

    @Test func `a quota on the file loses nothing that was stored, and the next sync completes it`() throws {
        let tool = try CommandLineTool()
        try Self.export(tool, rows: 5_000)
        #expect(try tool.run("sync").code == 0)
        let size = try Data(contentsOf: tool.folder.file(".hone/store.sqlite")).count
        try Self.write(tool, rows: 80_000)
        for more in [10, 100] {
            let outcome = try tool.run(["sync"], fileBlocks: size / 512 + more)
            #expect(outcome.code == 74)
            #expect(outcome.errors.contains("space") && outcome.errors.contains("store.sqlite"), "\(outcome.errors)")
            let shown = try tool.show("throughput", "--from", "2026-01-01", "--to", "2026-04-01")
            #expect(shown.n >= 5_000)
        }
        #expect(try tool.run("sync").code == 0)
        #expect(try tool.show("throughput", "--from", "2026-01-01", "--to", "2026-04-01").n == 80_000)
    }

    @Test func `two syncs at once are safe`() async throws {
        let tool = try CommandLineTool()
        try Self.export(tool, rows: 5_000)
        let scratch = try TemporaryFolder()
        let processes = try (0..<3).map { try tool.start(["sync"], output: scratch.file("o\($0)"), errors: scratch.file("e\($0)")) }
        for process in processes { process.waitUntilExit() }
        #expect(processes.map(\.terminationStatus) == [0, 0, 0])
        let store = try Store(path: tool.folder.file(".hone/store.sqlite").path)
        #expect(try await store.read(.item).map(\.count) == [5_000])
        #expect(try await store.contents().first { $0.name == "item" }?.rows == 5_000)
    }
}
