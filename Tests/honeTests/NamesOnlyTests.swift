import Foundation
import HoneTestSupport
import Testing

/// `hone sync --names-only` and what is said until the lines are counted.
@Suite struct NamesOnlyTests {
    private func git(_ arguments: String..., in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder.path] + arguments
        process.environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Mary Doe", "GIT_AUTHOR_EMAIL": "mary.doe@example.org", "GIT_AUTHOR_DATE": "2026-11-01T12:00:00Z",
            "GIT_COMMITTER_NAME": "Mary Doe", "GIT_COMMITTER_EMAIL": "mary.doe@example.org", "GIT_COMMITTER_DATE": "2026-11-01T12:00:00Z",
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    private func product() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.folder.write("product: x\ntimezone: UTC\nsources:\n  - git: .\n", to: "hone.yaml")
        try tool.folder.write(".hone/\nhone.yaml\n", to: ".gitignore")
        try tool.folder.write("int a() {\n    return 1;\n}\n", to: "a.c")
        try git("init", "-q", "-b", "main", in: tool.folder.url)
        try git("add", "-A", in: tool.folder.url)
        try git("commit", "-q", "-m", "First", in: tool.folder.url)
        try tool.folder.write("int b() {\n    return 2;\n}\n", to: "a.c")
        try git("commit", "-q", "-a", "-m", "Second", in: tool.folder.url)
        return tool
    }

    private func readings(_ tool: CommandLineTool) throws -> [String] {
        let live = try tool.run("store", "export").output.split(separator: "\n").filter {
            $0.contains("\"is_superseded\":0") && $0.contains("\"is_retracted\":0")
        }
        let facts = live.map { line in
            line.split(separator: ",").filter { !$0.contains("recorded_at") && !$0.contains("\"segment\"") }.joined(separator: ",")
        }
        let metrics = try ["knowledge-concentration", "code-hotspots", "change-lead-time", "release-frequency"].map { metric in
            try tool.run("metric", "show", metric, "--format", "json").output
        }
        return facts.sorted() + metrics
    }

    @Test func `names first: what stands on lines is not available, says how to have it, and the next sync brings it`() throws {
        let tool = try product()
        let named = try tool.run("sync", "--names-only")
        #expect(named.code == 0)
        #expect(named.output.contains("2 commits are without line counts yet. hone sync counts them"))
        #expect(try tool.run("sync", "--names-only").output.contains("nothing new"))
        for metric in ["knowledge-concentration", "code-hotspots"] {
            let shown = try tool.run("metric", "show", metric, "--from", "2026-10-20", "--to", "2026-11-20")
            #expect(shown.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("un hone sync"), "\(shown.output)")
        }
        let doctor = try tool.run("doctor", "--format", "json").output
        #expect(doctor.contains("the lines of 2 commits") && doctor.contains("which is not zero"))
        // What has nothing to stand on is named with what it needs, once, and in no row of the table.
        let text = try tool.run("doctor").output
        #expect(!text.contains("\nhand-offs ") && text.contains(" more have nothing to stand on: what they need stands below."))
        #expect(text.replacing(/\s+/, with: " ").contains("hand-offs per item; wait on the product side"))
        #expect(try tool.run("sync").output.contains("4 changed"))
        #expect(try tool.run("sync").output.contains("nothing new"))
        #expect(try !tool.run("doctor", "--format", "json").output.contains("the lines of"))
        let after = try readings(tool)
        try FileManager.default.removeItem(at: tool.folder.file(".hone/store.sqlite"))
        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(at: tool.folder.file(".hone/store.sqlite" + end)) }
        #expect(try tool.run("sync").code == 0)
        #expect(try readings(tool) == after)
    }

    @Test func `line_counts of a source decides for every sync`() throws {
        let tool = try product()
        let yaml = "product: x\ntimezone: UTC\nsources:\n  - git: .\n"
        try tool.folder.write(yaml + "    line_counts: false\n", to: "hone.yaml")
        #expect(try tool.run("sync").output.contains("2 commits are without line counts yet"))
        #expect(try tool.run("sync").output.contains("nothing new"))
        try tool.folder.write(yaml, to: "hone.yaml")
        #expect(try tool.run("sync").output.contains("4 changed"))
    }
}
