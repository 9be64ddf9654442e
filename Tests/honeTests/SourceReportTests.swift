import Foundation
import HoneTestSupport
import Testing

/// What `hone sync` and its neighbours say of sources, on the built binary.
@Suite struct SourceReportTests {
    @Test func `a file that is named twice is read once, and said`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("id,done\n1,2026-01-01\n", to: "a.csv")
        let twice = ["--csv", "a.csv", "--csv", "./a.csv", "--map", "key=id,finishedOn=done"]
        let made = try tool.run(["init", "--yes", "--product", "x"] + twice)
        #expect(made.code == 0 && made.output.contains("./a.csv is named more than once; it is read once."))
        let yaml = try String(contentsOf: tool.folder.file("hone.yaml"), encoding: .utf8)
        #expect(yaml.components(separatedBy: "- csv:").count == 2)
        let imported = try tool.run("import", "csv", "a.csv", "a.csv", "./a.csv")
        #expect(
            imported.output.hasPrefix("a.csv is named more than once; it is read once.\ncsv:a.csv: 1 facts added"), "\(imported.output)")
        #expect(imported.output.components(separatedBy: "csv:a.csv:").count == 2)

        let source = "  - csv: a.csv\n    columns: {key: id, finishedOn: done}\n"
        try tool.folder.write("product: x\nsources:\n\(source)\(source)", to: "hone.yaml")
        let refused = try tool.run("sync")
        #expect(
            refused.code == 78 && refused.errors.hasPrefix("hone.yaml:5: sources[2] is sources[1] of line 3 again"), "\(refused.errors)")
    }

    @Test func `a file that is gone is named by the doctor, and what it told counts on`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("ID,Created,Done\n1,2026-01-01,2026-01-05\n", to: "a.csv")
        try tool.run("init", "--yes", "a.csv")
        try tool.run("sync")
        #expect(try tool.run("doctor").output.contains("the file a.csv") == false)
        try FileManager.default.removeItem(at: tool.folder.file("a.csv"))
        #expect(try tool.run("sync").code == 65)
        let doctor = try tool.run("doctor").output.replacing(/\s+/, with: " ")
        #expect(doctor.contains("the file a.csv: hone.yaml names it, and it is not there. What it told before counts on."))
        #expect(doctor.contains("1 work item"), "\(doctor)")
    }

    @Test func `what is odd is told in part, counted whole, and told again to who asks`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("id,done\n0,2026-01-01\n" + (1...1_006).map { "\($0),never\n" }.joined(), to: "a.csv")
        try tool.run("init", "--yes", "--product", "x")
        let told = try tool.run("import", "csv", "a.csv", "--map", "key=id,finishedOn=done").errors
        #expect(
            told.hasSuffix(
                "... and 995 more: add --verbose\n  a.csv: 6 more of the same file: 6 no-such-date. "
                    + "Mend the ones above and read the file again.\n"), "\(told)")
        let all = try tool.run("import", "csv", "a.csv", "--map", "key=id,finishedOn=done", "--verbose").errors
        #expect(all.components(separatedBy: "a.csv:").count == 1_002 && all.contains("a.csv:1001, column done"))
    }

    @Test func `one file that is read in two ways is read anew only where it changes`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("id,done\n1,2026-01-01\n", to: "a.csv")
        let columns = "    columns: {key: id, finishedOn: done}\n"
        try tool.folder.write(
            "product: x\nsources:\n  - csv: a.csv\n\(columns)  - csv: a.csv\n    fact: deployment\n\(columns)", to: "hone.yaml")
        let first = try tool.run("sync").output
        #expect(first.contains("csv:a.csv: 1 facts added") && first.contains("csv:a.csv (2): 1 facts added"), "\(first)")
        let again = try tool.run("sync").output
        #expect(again.contains("csv:a.csv: nothing new") && again.contains("csv:a.csv (2): nothing new") && !again.contains("taken back"))
        let doctor = try tool.run("doctor").output
        #expect(doctor.contains("1 work item") && doctor.contains("1 deployment"))
    }

    @Test func `dates in an order that cannot be are counted, once a file`() throws {
        let tool = try CommandLineTool()
        // Item 1 is in order, also at its edge: all on one day. 2 and 3 start before they are asked for; 4 ends before it starts;
        // 5 ends before it is asked for and has no start.
        let rows = [
            "1,2026-03-02,2026-03-02,2026-03-02", "2,2026-03-04,2026-03-03,2026-03-09", "3,2026-03-05T10:00:00Z,2026-03-05T09:00:00Z,",
            "4,2026-03-02,2026-03-06,2026-03-05", "5,2026-03-09,,2026-03-08",
        ]
        try tool.folder.write("id,asked,begun,done\n" + rows.joined(separator: "\n") + "\n", to: "a.csv")
        let columns = "    columns: {key: id, requestedOn: asked, startedOn: begun, finishedOn: done}\n"
        try tool.folder.write("product: x\nsources:\n  - csv: a.csv\n\(columns)", to: "hone.yaml")
        let synced = try tool.run("sync")
        #expect(synced.code == 0 && synced.errors.isEmpty)
        let noted =
            "  Noted: 2 started before they were requested, 2 end before they begin. hone doctor says what each metric makes of it.\n"
        #expect(synced.output.hasSuffix(noted), "\(synced.output)")
        let doctor = try tool.run(["doctor"], environment: ["COLUMNS": "160"]).output
        #expect(doctor.contains("1 ends before it begins") && doctor.contains("1 started before it was requested"), "\(doctor)")
        try tool.folder.write("id,asked,begun,done\n\(rows[0])\n", to: "a.csv")
        #expect(!(try tool.run("sync").output.contains("Noted")))
    }

    @Test func `a source is found from the folder of hone yaml, wherever sync is called`() throws {
        let tool = try CommandLineTool()
        try FileManager.default.createDirectory(at: tool.folder.file("below"), withIntermediateDirectories: true)
        let issue =
            #"{"key":"A-1","fields":{"created":"2026-01-02T10:00:00.000+0000","issuetype":{"name":"Bug"},"status":{"name":"Open"}}}"#
        try tool.folder.write("\(issue)\n", to: "issues.jsonl")
        try tool.folder.write("product: x\nsources:\n  - jira: issues.jsonl\n", to: "hone.yaml")
        let process = Process()
        process.executableURL = CommandLineTool.binary
        process.arguments = ["sync"]
        process.currentDirectoryURL = tool.folder.file("below")
        process.environment = ["HONE_NOW": "2026-11-22T12:00:00Z", "PATH": "/usr/bin:/bin"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try tool.run("doctor").output.contains("1 work items"))
        #expect(try tool.run("sync").output.contains("jira:issues.jsonl: nothing new"))
    }

    @Test func `a source that cannot be read says so where it is told of, and has nothing new to say`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("id,done\n1,2026-01-01\n", to: "a.csv")
        try tool.folder.write("id,done\n,2026-01-01\n", to: "c.csv")
        let source = { (file: String) in "  - csv: \(file)\n    columns: {key: id, finishedOn: done}\n" }
        try tool.folder.write("product: x\nsources:\n\(source("a.csv"))\(source("b.csv"))\(source("c.csv"))", to: "hone.yaml")
        let first = try tool.run("sync")
        #expect(first.code == 65 && first.output.contains("csv:b.csv: could not be read\n"), "\(first.output)")
        #expect(first.output.contains("csv:c.csv: nothing could be used\n") && !first.output.contains("nothing new"))
        #expect(first.errors.contains("  b.csv: There is no such file.") && first.errors.contains("  Its only row could not be used."))
        #expect(first.errors.hasSuffix("Not read: csv:b.csv, csv:c.csv. The others were read.\n"), "\(first.errors)")
        let again = try tool.run("sync")
        #expect(again.output.contains("csv:a.csv: nothing new\n") && again.output.contains("csv:b.csv: could not be read\n"))
        #expect(try tool.run("import", "csv", "b.csv").errors.hasSuffix("\nNot read: csv:b.csv.\n"))
    }
}
