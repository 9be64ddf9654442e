import Foundation
import HoneLoop
import HoneStore
import HoneTestSupport
import Testing

/// A team that has notes of its retrospectives and nothing else, through the built binary.
@Suite struct RetroTests {
    static let notes = """
        # Team retros
        ## Retro 2026-10-12
        ### Went well
        - Zebulon paired with everybody
        ### Actions
        - [x] Automate the release notes (Zebulon Quatermain, due 2026-11-30)
        - [ ] Split the slow suite (@ottoline-f)
        - Buy a bigger build server - declined: Zebulon found no budget
        ## Sprint 12 retrospective (26 October 2026)
        - [ ] Split the slow suite
        | Action | Owner | Due | Status |
        |---|---|---|---|
        | Thank Mortimer on Fridays | Mortimer | 2026-11-02 | done 2026-11-02 |
        ## Retro 2026-11-16
        """

    static func tool() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        #expect(try tool.run("init", "--yes", "--product", "x", "--timezone", "UTC", "--life-cycle", "scrum").code == 0)
        try tool.folder.write(notes, to: "retros.md")
        return tool
    }

    @Test func `notes alone fill the scorecard`() throws {
        let tool = try Self.tool()
        #expect(try tool.run("retro", "health").output.hasPrefix("No retrospective has been read yet."))
        let read = try tool.run("retro", "import", "retros.md")
        #expect(read.code == 0 && read.errors.isEmpty)
        #expect(
            read.output == """
                retros.md: 3 retrospectives, 5 improvements
                  left out: 1 said in the room, 3 owners
                Recorded: 3 ceremonies held, 4 improvements noted, 1 listed again, 2 done, 1 dropped.

                """)
        let page = try tool.run("scorecard", environment: ["COLUMNS": "200"]).output
        #expect(
            page.contains("WHERE improvement lives: a retrospective about every 17.5 days (2 of 2 sprints had one), last one 6 d ago\n"))
        #expect(page.contains("from retrospectives: 4 improvements noted, 2 done, 1 dropped, 1 open (41 d)\n"))
        let markdown = try tool.run("scorecard", "--format", "markdown").output
        #expect(markdown.contains("- from retrospectives: 4 improvements noted"))
        #expect(try tool.run("scorecard", "--format", "json").output.contains("\"fromCeremonies\": \"from retrospectives: 4"))
        #expect(try tool.run("report").code == 0)
        #expect(try String(contentsOf: tool.folder.file("hone-report/index.html"), encoding: .utf8).contains("4 improvements noted"))
    }

    @Test func `health and list are in three forms, and no line is wider than the terminal`() throws {
        let tool = try Self.tool()
        try tool.run("retro", "import", "retros.md")
        for command in ["health", "list"] {
            let table = try tool.run("retro", command)
            #expect(table.code == 0 && table.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
            #expect(try tool.run("retro", command, "--format", "markdown").output.hasPrefix("| "))
            let json = try tool.run("retro", command, "--format", "json").output
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
        }
        let health = try tool.run("retro", "health").output
        #expect(health.contains("done by the next  1 of the 3 after which there was a retrospective"))
        #expect(health.contains("done on time      1 of the 1 that are due by now"))
        #expect(try tool.run("retro", "list").output.contains("2026-10-26      1             1     1        0     0"))
        #expect(try tool.run("retro", "health", "--from", "2999-01-01").code == 64)
    }

    @Test func `reading again adds only the box that became checked`() async throws {
        let tool = try Self.tool()
        try tool.run("retro", "import", "retros.md")
        #expect(try tool.run("retro", "import", "retros.md").output.hasSuffix("\nNothing new.\n"))
        let checked = Self.notes.replacingOccurrences(of: "26 October 2026)\n- [ ]", with: "26 October 2026)\n- [x]")
        try tool.folder.write(checked, to: "retros.md")
        #expect(try tool.run("retro", "import", "retros.md").output.contains("0 improvements noted, 0 listed again, 1 done, 0 dropped."))
        let store = try Store(path: tool.folder.file(".hone/store.sqlite").path)
        #expect(try await store.decisions().count == 3 + 4 + 1 + 2 + 1 + 1)
    }

    @Test func `nobody's name and nothing that was said is in the store or in any output`() throws {
        let tool = try Self.tool()
        var outputs = [try tool.run("retro", "import", "retros.md", "--verbose")]
        try tool.folder.write("Date,Action,Who,Status\n2026-11-16,ask Zebulon,Zebulon,perhaps\n", to: "actions.csv")
        outputs.append(try tool.run("retro", "import", "actions.csv", "-v"))
        for command in [["retro", "list"], ["retro", "health"], ["scorecard"], ["store", "export"], ["report"]] {
            outputs.append(try tool.run(command))
        }
        #expect(outputs.allSatisfy { $0.code == 0 })
        for name in ["retros.md", "actions.csv"] { try FileManager.default.removeItem(at: tool.folder.file(name)) }
        #expect(try NoNameTests.leaks(under: tool.folder.url).isEmpty)
        let text = outputs.map { $0.output + $0.errors }.joined()
        for needle in NoNameTests.needles + ["paired"] { #expect(!text.contains(needle)) }
    }

    @Test func `what cannot be read is a sentence and code 65`() throws {
        let tool = try Self.tool()
        try tool.folder.write("- [ ] someday\n", to: "someday.md")
        let outcome = try tool.run("retro", "import", "retros.md", "someday.md", "none.csv")
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("someday.md: Nothing in it and nothing in its name says when"))
        #expect(outcome.errors.contains("none.csv: There is no such file."))
        // What could be read is recorded.
        #expect(try tool.run("retro", "list").output.contains("2026-11-16"))
    }
}
