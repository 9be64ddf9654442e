import Foundation
import HoneTestSupport
import Testing

/// What people correct after a first reading must not leave the wrong facts behind, or count anything twice.
@Suite struct CorrectionTests {
    static func edit(_ tool: CommandLineTool, _ old: String, _ new: String) throws {
        let text = try String(contentsOf: tool.folder.file("hone.yaml"), encoding: .utf8)
        #expect(text.contains(old))
        try tool.folder.write(text.replacingOccurrences(of: old, with: new), to: "hone.yaml")
    }

    @Test func `a corrected date format replaces every transition read before`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("id,state,when\nA,Doing,02/03/2026\nA,Done,05/03/2026\n", to: "moves.csv")
        let map = "key=id,status=state,changedOn=when"
        try tool.run("init", "--yes", "--product", "x", "--csv", "moves.csv", "--map", map, "--date-format", "MM/dd/yyyy")
        try tool.run("sync")
        let wrong = try tool.show("cycle-time", "--from", "2026-01-01", "--to", "2026-11-01")
        try Self.edit(tool, "MM/dd/yyyy", "dd/MM/yyyy")
        #expect(try tool.run("sync").output.contains("taken back"))
        let right = try tool.show("cycle-time", "--from", "2026-01-01", "--to", "2026-11-01")
        #expect(wrong.value == 90)
        #expect(right.value == 4 && right.n == 1)
        #expect(try tool.run("sync").output.contains("nothing new"))
    }

    @Test func `items in one export and their transitions in another are the same items`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("ID,Type,Created\nA,bug,2026-03-01T08:00:00Z\n", to: "items.csv")
        try tool.folder.write(
            "ID,State,When\nA,Doing,2026-03-02T08:00:00Z\nA,Done,2026-03-04T08:00:00Z\n", to: "moves.csv")
        let stages = ["--stage", "Doing=active", "--stage", "Done=done"]
        try tool.run(["init", "--yes", "--product", "x", "--csv", "items.csv", "--csv", "moves.csv"] + stages)
        for _ in 0..<2 {
            #expect(try tool.run("sync").code == 0)
            let lead = try tool.show("lead-time", "--from", "2026-01-01", "--to", "2026-11-01", "--kind", "bug")
            #expect(lead.n == 1 && lead.value == 4)
            #expect(try tool.show("cycle-time", "--from", "2026-01-01", "--to", "2026-11-01").value == 3)
        }
    }

    @Test func `rows that could not be used stay known to the doctor until they are mended`() throws {
        let tool = try CommandLineTool()
        func table(_ day: String) -> String {
            "Key,Type,Created,Done\nA,bug,2026-03-01,2026-03-04\nB,bug,2026-03-01,\(day)\nC,bug,2026-03-01,\(day)\n"
        }
        try tool.folder.write(table("31/04/2026"), to: "items.csv")
        let map = "key=Key,type=Type,requestedOn=Created,finishedOn=Done"
        try tool.run("init", "--yes", "--product", "x", "--csv", "items.csv", "--map", map, "--date-format", "yyyy-MM-dd")
        let said = "items.csv:3, column Done: '31/04/2026' is not a date."
        let kept = "items.csv:3, column Done: A value is not a date."
        #expect(try tool.run("sync").errors.contains(said))
        // Nothing is read now, and nothing is mended.
        let second = try tool.run("sync")
        #expect(second.output.contains("hone doctor says what") && !second.errors.contains(said))
        // Who asks for all of it is told as the first time, which takes another look and stores nothing.
        let all = try tool.run("sync", "--verbose")
        #expect(all.errors.contains(kept) && all.errors.contains("items.csv:4, column Done") && all.output.contains("nothing new"))
        #expect(try tool.run("doctor").output.replacingOccurrences(of: "\n     ", with: " ").contains(kept))
        let page = try tool.run("scorecard", "--format", "markdown").output
        #expect(page.contains("Some of it could not be used, such as: A value is not a date"))
        #expect(try tool.run("doctor", "--format", "markdown").output.contains("- \(kept)"))
        #expect(try tool.run("doctor", "--format", "json").output.contains("\"code\": \"no-such-date\""))
        try tool.folder.write(table("2026-04-30"), to: "items.csv")
        #expect(try tool.run("sync").output.contains("2 facts added"))
        #expect(try !tool.run("doctor").output.contains("is not a date"))
        #expect(try !tool.run("sync").output.contains("hone doctor says what"))
    }

    @Test func `changes that a corrected export no longer has count on, and that is said until they are forgotten`() throws {
        let tool = try CommandLineTool()
        let days = (1...9).map { "I\($0),Doing,2026-03-0\($0)\nI\($0),Done,2026-04-0\($0)\n" }
        func write(_ wrong: [Int]) throws {
            let rows = days.joined() + wrong.map { "I\($0),Doing,2026-04-1\($0)\n" }.joined()
            try tool.folder.write("id,state,when\n" + rows, to: "moves.csv")
        }
        try write([1, 2, 3])
        let stages = ["--stage", "Doing=active", "--stage", "Done=done"]
        let map = ["--map", "key=id,status=state,changedOn=when"]
        try tool.run(["init", "--yes", "--product", "x", "--csv", "moves.csv"] + map + stages)
        #expect(try !tool.run("sync").output.contains("no longer in it"))
        let said = "3 facts of before are no longer in it, and still count."
        try write([])
        #expect(try tool.run("sync").output.contains(said))
        func open() throws -> Double? { try tool.show("wip", "--from", "2026-04-20", "--to", "2026-05-01").value }
        #expect(try open() == 3)
        #expect(try tool.run("doctor").output.replacingOccurrences(of: "\n     ", with: " ").contains(said))
        // One more of them is in the export again; the other two are still not.
        try write([2])
        #expect(try tool.run("sync").output.contains("2 facts of before are"))
        try write([])
        #expect(try tool.run("sync").output.contains(said))
        #expect(try tool.run("store", "forget", "csv:moves.csv").code == 0)
        #expect(try !tool.run("sync").output.contains("no longer in it"))
        #expect(try open() == 0 && !tool.run("doctor").output.contains("no longer in it"))
    }

    @Test func `a file that was renamed keeps what it says when its old name is forgotten`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("ID,Closed\n1,2026-01-05\n2,2026-03-06\n", to: "old.csv")
        try tool.run("init", "--yes", "--product", "x", "--csv", "old.csv")
        try tool.run("sync")
        func finished() throws -> Int { try tool.show("throughput", "--from", "2026-01-01", "--to", "2026-04-10").n }
        #expect(try finished() == 2)
        try FileManager.default.moveItem(at: tool.folder.file("old.csv"), to: tool.folder.file("new.csv"))
        try Self.edit(tool, "old.csv", "new.csv")
        #expect(try tool.run("sync").code == 0)
        #expect(try tool.run("doctor").output.contains("hone store forget 'csv:old.csv'"))
        let forgotten = try tool.run("store", "forget", "csv:old.csv")
        #expect(forgotten.output.contains("What it shared with csv:new.csv comes back with the next hone sync."), "\(forgotten.output)")
        #expect(try tool.run("sync").code == 0)
        #expect(try finished() == 2)
        let doctor = try tool.run("doctor").output
        #expect(!doctor.contains("hone store forget") && !doctor.contains("no longer in it"), "\(doctor)")
        #expect(try tool.run("sync").output.contains("nothing new"))
    }

    @Test func `an imported file brings what it shared when it is imported again`() throws {
        let tool = try CommandLineTool()
        let table = "ID,Closed\n1,2026-01-05\n2,2026-03-06\n"
        try tool.folder.write(table, to: "a.csv")
        try tool.folder.write(table + "3,2026-03-07\n", to: "b.csv")
        try tool.run("init", "--yes", "--product", "x", "--csv", "a.csv")
        try tool.run("sync")
        #expect(try tool.run("import", "csv", "b.csv").code == 0)
        let forgotten = try tool.run("store", "forget", "csv:a.csv")
        #expect(forgotten.output.contains("What it shared with csv:b.csv comes back when that is imported again."), "\(forgotten.output)")
        #expect(try tool.run("import", "csv", "b.csv").output.contains("0 facts added, 2 changed, 1 known"))
        #expect(try tool.show("throughput", "--from", "2026-01-01", "--to", "2026-04-10").n == 3)
    }

    static func repository() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.git("init", "-q", "-b", "main")
        for (number, path) in ["app/a", "lib/b", "app/c"].enumerated() {
            let file = tool.folder.file(path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try "x".write(to: file, atomically: true, encoding: .utf8)
            try tool.git("add", "-A", at: "2026-03-0\(number + 2)T10:00:00Z")
            try tool.git("commit", "-q", "-m", "change \(number)", at: "2026-03-0\(number + 2)T10:00:00Z")
            if number != 1 { try tool.git("tag", "v\(number)", at: "2026-03-0\(number + 2)T12:00:00Z") }
        }
        try tool.run("init", "--yes", "--product", "x")
        return tool
    }

    @Test func `two folders of one repository count its releases once`() throws {
        let tool = try Self.repository()
        try Self.edit(tool, "  - git: '.'\n", "  - {git: ., path: app}\n  - {git: ., path: lib}\n")
        try tool.run("sync")
        let releases = try tool.show("release-frequency", "--from", "2026-03-01", "--to", "2026-03-29")
        #expect(releases.n == 2)
        #expect(try tool.show("change-lead-time", "--from", "2026-03-01", "--to", "2026-03-29").n == 2)
        // The first release is that of all before it; the second brought a commit to each folder.
        let batches = try tool.show("batch-size", "--from", "2026-03-01", "--to", "2026-03-29")
        #expect(batches.n == 1 && batches.value == 2)
    }

    @Test func `a repository that is named otherwise is not counted twice`() throws {
        let tool = try Self.repository()
        try tool.run("sync")
        try Self.edit(tool, "  - git: '.'\n", "  - git: '\(tool.folder.url.path)'\n")
        try tool.run("sync")
        #expect(try tool.show("release-frequency", "--from", "2026-03-01", "--to", "2026-03-29").n == 2)
        #expect(try tool.run("doctor").output.contains("hone store forget git:."))
        #expect(try tool.run("store", "forget", "git:.").code == 0)
        #expect(try !tool.run("doctor").output.contains("hone store forget"))
    }

    @Test func `a branch whose commit is missing is damage and not an empty repository`() throws {
        let tool = try Self.repository()
        try tool.git("update-ref", "--no-deref", "refs/heads/other", "HEAD")
        try "1234567890123456789012345678901234567890\n".write(
            to: tool.folder.file(".git/refs/heads/main"), atomically: true, encoding: .utf8)
        let outcome = try tool.run("sync")
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("Objects of this clone are missing"))
    }

    @Test func `a month without anything is a zero, and one that the window cuts is marked`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("ID,Closed\n1,2026-01-05\n2,2026-03-06\n", to: "a.csv")
        try tool.run("init", "--yes", "--product", "x", "--csv", "a.csv")
        try tool.run("sync")
        let shown = try tool.show("throughput", "--from", "2026-01-01", "--to", "2026-04-10", "--by", "month")
        #expect(shown.parts?.map(\.name) == ["2026-01", "2026-02", "2026-03", "2026-04"])
        #expect(shown.parts?.map(\.value) == [1, 0, 1, 0])
        #expect(shown.parts?.map { $0.partial ?? false } == [false, false, false, true])
    }

    @Test func `output that cannot be written is an error`() throws {
        let tool = try CommandLineTool()
        try tool.run("init", "--yes", "--product", "x")
        try tool.run("note", "kept")
        let scratch = try TemporaryFolder()
        let process = try tool.start(["store", "export"], output: URL(fileURLWithPath: "/dev/full"), errors: scratch.file("e"))
        process.waitUntilExit()
        #expect(process.terminationStatus == 74)
    }
}
