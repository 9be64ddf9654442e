import Foundation
import HoneTestSupport
import Testing

/// The reserve on the built binary: an agreement, what was used, and decisions to use it otherwise.
@Suite struct ReserveTests {
    /// Twelve features finished in the sprint of 2 to 15 November, none of them improvement work; four of sixteen were before.
    static func tool(_ lifeCycle: String = "scrum") throws -> CommandLineTool {
        let tool = try CommandLineTool()
        let before = (0..<16).map { "B\($0),\($0 < 4 ? "tool" : "feature"),2026-10-05,2026-10-2\($0 % 5)" }
        let last = (0..<12).map { "L\($0),feature,2026-10-20,2026-11-\($0 < 8 ? "0" : "")\($0 + 2)" }
        try tool.folder.write((["ID,Type,Started,Done"] + before + last).joined(separator: "\n") + "\n", to: "items.csv")
        let yaml = """
            product: Alloy
            timezone: UTC
            life_cycle: [{kind: \(lifeCycle)}]
            iteration: {days: 14, starts_on: 2026-11-02}
            sources:
              - csv: items.csv
                columns: {key: ID, kind: Type, startedOn: Started, finishedOn: Done}
            """
        try tool.folder.write(yaml + "\n", to: "hone.yaml")
        let synced = try tool.run("sync")
        #expect(synced.code == 0, "\(synced.errors)")
        return tool
    }

    @Test func `a sprint without improvement work shows 0 % of the floor, on every form of the page`() throws {
        let tool = try Self.tool()
        let sentence = "0 % of >= 10 % (0 of 12 items)"
        let shown = try tool.run("reserve", "show")
        #expect(
            shown.output.contains(sentence) && shown.output.contains("25 % of >= 10 % (4 of 16 items)"),
            "\(shown.output)\(shown.errors)")
        #expect(shown.output.contains("not agreed on, reached in 1 of 2 sprints") && shown.output.contains("nobody agreed on one yet"))
        let page = try tool.run(["scorecard"], environment: ["COLUMNS": "160"]).output
        #expect(page.contains("last sprint     \(sentence), 2 Nov to 15 Nov 2026") && page.contains("> hone reserve set"))
        #expect(try tool.run("scorecard", "--format", "markdown").output.contains("last sprint: 0 % of"))
        #expect(try tool.run("scorecard", "--format", "json").output.contains("\"reserve\": {"))
        #expect(try tool.run("report").code == 0)
        let html = try String(contentsOf: tool.folder.file("hone-report/index.html"), encoding: .utf8)
        #expect(html.contains("0 % of &gt;= 10 % (0 of 12 items)"))
        #expect(try tool.run("scorecard").output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `without sprints it is the periods of hone.yaml, and no output says sprint`() throws {
        let tool = try Self.tool("kanban")
        for arguments in [
            ["reserve", "show"], ["scorecard"], ["scorecard", "--format", "markdown"], ["scorecard", "--format", "json"],
            ["reserve", "show", "--format", "json"],
        ] {
            let outcome = try tool.run(arguments)
            #expect(outcome.code == 0 && !outcome.output.lowercased().contains("sprint"), "\(arguments): \(outcome.output)")
        }
        #expect(try tool.run("reserve", "show").output.contains("2 Nov to 15 Nov 2026"))
    }

    @Test func `an agreement holds from its day on, and the past is not judged by it`() throws {
        let tool = try Self.tool()
        #expect(try tool.run("reserve", "set", "--floor", "20 %", "--from", "2026-11-01").code == 64)
        #expect(try tool.run("reserve", "set", "--floor", "much").errors.contains("not a share"))
        let set = try tool.run(
            "reserve", "set", "--floor", "20 %", "--from", "2026-11-30", "--reason", "the debt in billing", "--role", "team")
        #expect(
            set.output == "Reserve: at least 20 % of finished items, agreed from 30 Nov 2026 on: the debt in billing\n", "\(set.errors)")
        let shown = try tool.run("reserve", "show").output
        #expect(shown.contains("of >= 10 %") && shown.contains("from 30 Nov 2026: at least 20 %"))
        let later = try tool.run(["reserve", "show"], environment: ["HONE_NOW": "2026-12-21T12:00:00Z"]).output
        #expect(later.contains("at least 20 % of finished items, agreed from 30 Nov 2026"))
        #expect(try tool.run("decision", "verify").code == 0)
    }

    @Test func `a raid is a decision of a role with a reason, and names nobody`() throws {
        let tool = try Self.tool()
        #expect(try tool.run("reserve", "raid", "--role", "Zebulon", "--reason", "x").errors.contains("never a name"))
        #expect(try tool.run("reserve", "raid", "--reason", " ").code == 64)
        let raid = try tool.run(
            "reserve", "raid", "--period", "2026-11-10", "--role", "product owner", "--reason", "the tax rules change")
        #expect(raid.code == 0, "\(raid.errors)")
        let sentence = "2 Nov to 15 Nov 2026: went to other work, decided by product owner: the tax rules change"
        #expect(try tool.run(["reserve", "show"], environment: ["COLUMNS": "160"]).output.contains(sentence))
        #expect(try tool.run(["scorecard"], environment: ["COLUMNS": "160"]).output.contains(sentence))
        #expect(try tool.run("decision", "list", "--format", "json").output.contains("raid-reserve"))
    }

    @Test func `what was raided, left out and is waiting stands in one list, and a manager cannot hide from it`() throws {
        let tool = try Self.tool()
        let wide = ["COLUMNS": "200"]
        #expect(try tool.run("decision", "list", "--practice").output.hasPrefix("No KPI is of one side, no reserve went to other work"))
        let none = try tool.run(["decision", "list", "--practice"], environment: ["COLUMNS": "80"]).output
        #expect(none.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(none)")
        try tool.run("reserve", "raid", "--period", "2026-11-10", "--role", "manager", "--reason", "the fair")
        try tool.run("note", "tests are flaky")
        try tool.run("retro", "open")
        #expect(try tool.run("retro", "skip", "--reason", "half of us are in bed").code == 0)
        let listed = try tool.run(["decision", "list", "--practice"], environment: wide).output
        for line in [
            "reserve used otherwise  2026-11-10  manager", "left out", "retrospective: half of us are in bed",
            "note 1, an answer: tests are flaky",
        ] {
            #expect(listed.contains(line), "\(line): \(listed)")
        }
        let all = try tool.run(["decision", "list"], environment: wide).output
        #expect(
            all.hasSuffix("\nHow it is kept: reserve used otherwise 1, left out 1, waiting 1. Each: hone decision list --practice\n"),
            "\(all)")
        let json = try tool.run("decision", "list", "--practice", "--format", "json").output
        #expect(
            json.contains("\"what\": \"reserve used otherwise\"") && json.contains("\"role\": \"manager\"")
                && json.contains("\"role\": null"))
        #expect(try tool.run("decision", "list", "--practice", "--format", "markdown").output.hasPrefix("| what | day | who | about |"))
        // The list of all stays the list of all.
        #expect(try !tool.run("decision", "list", "--format", "json").output.contains("How it is kept"))
        for line in try tool.run("decision", "list", "--practice").output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test func `a raid of a period that is not shown is listed all the same, and JSON says days and reasons`() throws {
        let tool = try Self.tool()
        try tool.run("reserve", "raid", "--period", "2025-12-10", "--role", "product owner", "--reason", "the audit")
        try tool.run("reserve", "raid", "--period", "2026-11-10", "--role", "product owner", "--reason", "the fair")
        try tool.run("reserve", "set", "--floor", "20 %", "--reason", "the debt in billing")
        let text = try tool.run(["reserve", "show"], environment: ["COLUMNS": "160"]).output
        #expect(text.contains("the one with 10 Dec 2025: went to other work, decided by product owner: the audit"), "\(text)")
        // The page has it in a line, whatever its form; of several the newest.
        let line = "in another period, the one with 10 Dec 2025: went to other work, decided by product owner: the audit"
        #expect(try tool.run(["scorecard"], environment: ["COLUMNS": "160"]).output.contains("raid            \(line)"))
        try tool.run("reserve", "raid", "--period", "2025-12-29", "--role", "sponsor", "--reason", "the move")
        let newest =
            "2 in other periods (hone reserve show), the newest in the one with 29 Dec 2025: went to other work, decided by sponsor"
        #expect(try tool.run(["scorecard"], environment: ["COLUMNS": "200"]).output.contains("raids           \(newest): the move"))
        #expect(try tool.run("report").code == 0)
        for page in ["index.html", "scorecard.md"] {
            #expect(
                try String(contentsOf: tool.folder.file("hone-report/\(page)"), encoding: .utf8).contains("raids: \(newest)"), "\(page)")
        }
        let json = try tool.run("reserve", "show", "--format", "json").output
        for part in ["\"otherRaids\"", "\"2025-12-10\"", "\"2026-11-10\"", "\"the audit\"", "\"the debt in billing\""] {
            #expect(json.contains(part), "\(part): \(json)")
        }
    }

    @Test func `a reserve in points is said to be seen by nobody, where it is set and where it is shown`() throws {
        let tool = try Self.tool()
        let wide = ["COLUMNS": "300"]
        let set = try tool.run(["reserve", "set", "--floor", "10 %", "--unit", "points"], environment: wide)
        #expect(set.code == 0 && set.output.contains("which no source tells") && set.output.contains("agree on items, hours or changes"))
        #expect(try tool.run(["reserve", "show"], environment: wide).output.contains("which no source tells"))
        #expect(try tool.run("reserve", "show", "--format", "json").output.contains("\"countable\": false"))
        #expect(try !tool.run(["reserve", "set", "--floor", "10 %", "--unit", "hours"], environment: wide).output.contains("source"))
    }

    @Test func `the page tells the reserve in the unit that was agreed on`() throws {
        let tool = try CommandLineTool()
        // A tenth of the items is improvement, and half of the hours.
        let rows = (1...10).map { "T\($0),\($0 == 1 ? "refactoring" : "feature"),2026-11-02,2026-11-1\($0 % 5),\($0 == 1 ? 45 : 5)" }
        try tool.folder.write((["ID,Type,From,To,Hours"] + rows).joined(separator: "\n") + "\n", to: "work.csv")
        try tool.folder.write(
            "product: x\nsources:\n  - csv: work.csv\n    columns: {key: ID, kind: Type, requestedOn: From, finishedOn: To, logged: Hours}\n",
            to: "hone.yaml")
        func run(_ arguments: String..., on day: String = "2026-11-24") throws -> String {
            try tool.run(arguments, environment: ["COLUMNS": "200", "HONE_NOW": day + "T09:00:00Z"]).output
        }
        _ = try run("sync")
        #expect(try run("scorecard").contains("10 % of finished work was improvement (1 of 10 items"))
        _ = try run("reserve", "set", "--floor", "40 %", "--unit", "hours", on: "2026-09-01")
        #expect(try run("scorecard").contains("50 % of the hours logged on finished items was improvement (45 of 90 hours)"))
        _ = try run("report")
        let page = try String(contentsOf: tool.folder.file("hone-report/index.html"), encoding: .utf8)
        #expect(page.contains("50 % of the hours logged on finished items was improvement") && page.contains("90 hours"))
        _ = try run("reserve", "set", "--floor", "40 %", "--unit", "points", on: "2026-09-02")
        #expect(try run("scorecard").contains("Cannot be told yet: no source tells story points."))
    }

    @Test func `a reserve in hone yaml is told where it belongs`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("product: x\nsources: []\nreserve: 10 %\n", to: "hone.yaml")
        let outcome = try tool.run("config", "check")
        #expect(outcome.code == 78 && outcome.errors.contains("hone.yaml:3") && outcome.errors.contains("hone reserve set"))
    }
}
