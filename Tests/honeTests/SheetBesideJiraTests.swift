import Foundation
import HoneTestSupport
import Testing

/// A sheet that says of a Jira's issues what the Jira does not.
@Suite struct SheetBesideJiraTests {
    private static func issue(_ number: Int) -> String {
        """
        {"key":"A-\(number)","fields":{"created":"2026-01-0\(number)T10:00:00.000+0000","resolutiondate":"2026-01-2\(number)T10:00:00.000+0000",\
        "issuetype":{"name":"Bug"},"status":{"name":"Closed"},"resolution":{"name":"Fixed"}}}
        """
    }

    private static func folder() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.folder.write((1...4).map(issue).joined(separator: "\n") + "\n", to: "issues.jsonl")
        try tool.folder.write("Key,Found\nA-1,before\nA-2,after\nA-3,after\nA-9,before\n", to: "defects.csv")
        return tool
    }

    private static func doctor(_ tool: CommandLineTool) throws -> String {
        try tool.run(["doctor"], environment: ["COLUMNS": "400"]).output
    }

    @Test func `init sees that the keys are the same, and the rows are of one item`() throws {
        let tool = try Self.folder()
        let made = try tool.run(
            "init", "--yes", "--product", "x", "--jira", "issues.jsonl", "--csv", "defects.csv", "--map", "key=Key,found=Found")
        #expect(made.code == 0, "\(made.errors)")
        #expect(
            made.output.contains("defects.csv shares 3 keys with the Jira export: with tracker: jira its rows speak of those issues."),
            "\(made.output)")
        #expect(try tool.run("sync").code == 0)
        let doctor = try Self.doctor(tool)
        #expect(doctor.contains("5 work items, 4 finished") && !doctor.contains("count twice"), "\(doctor)")
        // Two of the three finished bugs that the sheet speaks of were found by users.
        let shown = try tool.run(
            "metric", "show", "defect-removal-effectiveness", "--from", "2026-01-01", "--to", "2026-02-01", "--format", "json")
        #expect(shown.output.contains(/"n"\s*:\s*3\b/) && shown.output.contains(/"value"\s*:\s*0\.33/), "\(shown.output)")
    }

    @Test func `without the name they count twice, and the doctor says how to mend it`() throws {
        let tool = try Self.folder()
        let source = "  - csv: defects.csv\n    columns: {key: Key, found: Found}\n"
        try tool.folder.write("product: x\nsources:\n  - jira: issues.jsonl\n\(source)", to: "hone.yaml")
        #expect(try tool.run("sync").code == 0)
        let before = try Self.doctor(tool)
        #expect(before.contains("8 work items") && before.contains("3 items of jira and csv:tracker"), "\(before)")
        #expect(before.contains("tracker: jira beside each such csv: in hone.yaml"), "\(before)")

        // What is told is what helps; nothing of the reading before is left.
        try tool.folder.write("product: x\nsources:\n  - jira: issues.jsonl\n\(source)    tracker: jira\n", to: "hone.yaml")
        #expect(try tool.run("sync").code == 0)
        let after = try Self.doctor(tool)
        #expect(after.contains("5 work items, 4 finished") && !after.contains("count twice"), "\(after)")
    }

    @Test func `a sheet that is taken out leaves what another one says as well`() throws {
        let tool = try Self.folder()
        try tool.folder.write("Key,Found\nA-1,before\nA-2,after\nA-3,after\nA-9,before\n", to: "again.csv")
        let sheet = { (file: String, tracker: String) in
            "  - csv: \(file)\n    columns: {key: Key, found: Found}\n    tracker: \(tracker)\n"
        }
        func shown(_ first: String) throws -> String {
            try tool.folder.write(
                "product: x\nsources:\n  - jira: issues.jsonl\n\(sheet("defects.csv", first))\(sheet("again.csv", "jira"))", to: "hone.yaml"
            )
            #expect(try tool.run("sync").code == 0)
            return try tool.run(
                "metric", "show", "defect-removal-effectiveness", "--from", "2026-01-01", "--to", "2026-02-01", "--format", "json"
            ).output
        }
        #expect(try shown("Jira").contains(/"n"\s*:\s*3\b/))
        #expect(try shown("other").contains(/"n"\s*:\s*3\b/))
    }

    @Test func `a log of hours is seen as well, and stands behind the Jira`() throws {
        let tool = try Self.folder()
        try tool.folder.write("Key,On,Hours\nA-1,2026-01-12,2.5\nA-3,2026-01-13,1\n", to: "hours.csv")
        let made = try tool.run(
            "init", "--yes", "--product", "x", "--csv", "hours.csv", "--jira", "issues.jsonl", "--map",
            "key=Key,loggedOn=On,logged=Hours")
        #expect(made.code == 0 && made.output.contains("hours.csv shares 2 keys with the Jira export"), "\(made.output)\(made.errors)")
        let yaml = try String(contentsOf: tool.folder.file("hone.yaml"), encoding: .utf8)
        let (jira, csv) = (try #require(yaml.range(of: "- jira:")), try #require(yaml.range(of: "- csv:")))
        #expect(jira.lowerBound < csv.lowerBound)
        #expect(try tool.run("sync").code == 0)
        #expect(try Self.doctor(tool).contains("3.50 h logged on 2 work items"))
    }

    @Test func `two sheets with the same keys are one tracker's`() throws {
        let tool = try Self.folder()
        try tool.folder.write("Key,Done\nA-1,2026-01-09\n", to: "done.csv")
        let sheet = { (file: String, column: String, tracker: String) in
            "  - csv: \(file)\n    columns: {key: Key, \(column)}\n    tracker: \(tracker)\n"
        }
        try tool.folder.write(
            "product: x\nsources:\n\(sheet("defects.csv", "found: Found", "one"))\(sheet("done.csv", "finishedOn: Done", "two"))",
            to: "hone.yaml")
        #expect(try tool.run("sync").code == 0)
        let doctor = try Self.doctor(tool)
        #expect(doctor.contains("1 item of csv:one and csv:two") && doctor.contains("one tracker: for both in hone.yaml"), "\(doctor)")
    }
}
