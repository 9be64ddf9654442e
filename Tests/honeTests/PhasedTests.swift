import Foundation
import HoneTestSupport
import Testing

/// A phased product through the built binary: its plan, its baselines, its gates, and the improvement lane across its phases.
@Suite struct PhasedTests {
    static let lines = """
        Line,Phase,Kind,Said,From,Due,Budget,Done,Spent
        A,Design,feature,2026-03-01,2026-03-02,2026-03-08,250,,
        B,Design,feature,2026-03-01,2026-03-02,2026-03-15,250,,
        C,Build,feature,2026-03-01,2026-03-09,2026-03-22,150,,
        D,Build,tool,2026-03-01,2026-03-16,2026-03-29,350,,
        A,Design,feature,2026-03-15,2026-03-02,2026-03-08,250,2026-03-09,300
        B,Design,feature,2026-03-15,2026-03-02,2026-03-15,250,,50
        C,Build,feature,2026-03-15,2026-03-09,2026-03-22,150,2026-03-13,100

        """

    static func on(_ day: String, width: Int = 80) -> [String: String] { ["HONE_NOW": "\(day)T12:00:00Z", "COLUMNS": "\(width)"] }

    static func tool(_ lifeCycle: String = "phased", lines: String = lines) throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.folder.write(lines, to: "plan.csv")
        try tool.folder.write(
            """
            product: Control unit
            life_cycle: [{kind: \(lifeCycle)}]
            sources:
              - csv: plan.csv
                fact: plan_line
                columns:
                  {key: Line, phase: Phase, kind: Kind, statedOn: Said, plannedStartOn: From, plannedFinishOn: Due, budget: Budget,
                   finishedOn: Done, cost: Spent}

            """, to: "hone.yaml")
        #expect(try tool.run(["sync"], environment: on("2026-03-15")).code == 0)
        return tool
    }

    static func planned(_ tool: CommandLineTool, until day: String) throws -> Double? {
        try tool.show("planned-value", "--from", "2026-03-01", "--to", day, environment: on("2026-05-01")).value
    }

    @Test func `the textbook example to the cent, and an estimate changed later never moves what was planned`() throws {
        let tool = try Self.tool()
        let early = try tool.run(["plan", "list"], environment: Self.on("2026-03-15"))
        #expect(early.code == 0 && early.output.contains("No baseline yet"))
        let set = try tool.run(["plan", "baseline", "--role", "project manager"], environment: Self.on("2026-03-15"))
        #expect(set.output == "Baseline 1: 4 lines, 1,000.00 in all.\n", "\(set.errors)")
        let shown = try tool.run(["plan", "show", "--lines"], environment: Self.on("2026-03-15")).output
        for figure in ["1,000.00", "500.00", "400.00", "450.00", "-100.00", "1,125.00"] { #expect(shown.contains(figure)) }
        #expect(shown.contains("(SPI 0.80,\n  CPI 0.89)") && shown.contains("Held against baseline 1 of 4 lines."))
        #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 80 })

        // The export is written over: other days and budgets, and C is gone.
        try tool.folder.write(
            "Line,Phase,Kind,Said,From,Due,Budget,Done,Spent\nA,Design,feature,2026-03-16,,2026-05-08,9.99,2026-03-09,300\n"
                + "B,Design,feature,2026-03-16,,2026-06-15,900,,50\nD,Build,tool,2026-03-16,,2026-06-29,700,,\n", to: "plan.csv")
        #expect(try tool.run(["sync"], environment: Self.on("2026-03-16")).code == 0)
        for (day, value) in [("2026-03-09", 250.0), ("2026-03-16", 500), ("2026-03-23", 650), ("2026-04-30", 1000)] {
            #expect(try Self.planned(tool, until: day) == value, "\(day)")
        }
        let lane = try tool.show(
            "planned-value", "--from", "2026-03-01", "--to", "2026-04-30", "--kind", "tool", environment: Self.on("2026-05-01"))
        #expect(lane.value == 350 && lane.n == 1)
        #expect(try tool.run(["plan", "baseline"], environment: Self.on("2026-03-16")).errors.contains("hone plan rebaseline --reason"))
        #expect(try tool.run(["plan", "rebaseline"], environment: Self.on("2026-03-16")).code == 64)

        let again = try tool.run(
            ["plan", "rebaseline", "--reason", "the supplier is late", "--role", "sponsor"], environment: Self.on("2026-04-01"))
        #expect(again.output == "Baseline 2: 4 lines, 1,759.99 in all.\n", "\(again.errors)")
        #expect(try Self.planned(tool, until: "2026-03-16") == 500)
        // From 1 April on: only C, whose plan of March nobody took back, was to be done by then.
        #expect(try Self.planned(tool, until: "2026-04-30") == 150)
        let list = try tool.run(["plan", "list"], environment: Self.on("2026-04-01", width: 160)).output
        #expect(list.contains("1,000.00") && list.contains("1,759.99") && list.contains("the supplier is late"))
        let first = try tool.run(["plan", "show", "--baseline", "1"], environment: Self.on("2026-04-01")).output
        #expect(first.contains("2026-03-22") && first.contains("250.00") && !first.contains("9.99"))
        #expect(try tool.run(["plan", "show", "--baseline", "3"], environment: Self.on("2026-04-01")).code == 64)
        #expect(try tool.run("decision", "verify").code == 0)
        // What was settled on goes with the decisions into another store.
        try tool.run("decision", "export", "log.jsonl")
        let other = try Self.tool()
        #expect(try other.run("decision", "import", tool.folder.file("log.jsonl").path).code == 0)
        #expect(try other.run(["plan", "list"], environment: Self.on("2026-04-01", width: 160)).output == list)
    }

    @Test func `a baseline names the lines that count for nothing`() throws {
        let tool = try Self.tool(lines: "Line,Phase,Kind,Said,From,Due,Budget,Done,Spent\nA,Design,feature,2026-03-01,,2026-03-08,250,,\n")
        #expect(try tool.run(["plan", "baseline"], environment: Self.on("2026-03-15")).output == "Baseline 1: 1 line, 250.00 in all.\n")
        let more = try Self.tool(lines: Self.lines + "E,Build,tool,2026-03-01,,2026-03-09,,,\nF,Build,tool,2026-03-01,,2026-03-09,,,\n")
        let set = try more.run(["plan", "baseline"], environment: Self.on("2026-03-15"))
        #expect(
            set.output
                == "Baseline 1: 6 lines, 1,000.00 in all.\n  Without a budget or a planned finish, so they count for nothing: E, F\n",
            "\(set.errors)")
    }

    @Test func `a gate is opened with its evidence, closed with a reason and a lesson, and its conditions wait on the page`() throws {
        let tool = try Self.tool()
        let now = Self.on("2026-03-15", width: 160)
        func gate(_ arguments: String...) throws -> CommandLineTool.Outcome { try tool.run(["gate"] + arguments, environment: now) }
        #expect(try gate("add", "Tuesday", "--criterion", "throughput >= 3").errors.contains("There is no phase 'Tuesday'"))
        #expect(try gate("add", "design").errors.contains("--criterion says what must be so"))
        #expect(try gate("add", "design", "--criterion", "schedule-performence >= 1").errors.contains("Did you mean schedule-performance"))
        #expect(
            try gate("add", "design", "--criterion", "schedule-performance <= 1 d").errors.contains("write \"schedule-performance >= 1\""))
        let added = try gate(
            "add", "design", "--criterion", "schedule-performance >= 0.9", "--criterion", "defect-removal-effectiveness >= 85 %",
            "--criterion", "cost-performance 0.8-1.2", "--on", "2026-03-14")
        #expect(
            added.code == 0 && added.output.contains("Gate 1, Design gate, at the end of Design: lapsed on 14 Mar 2026"), "\(added.errors)")
        #expect(try gate("close", "1", "--outcome", "go", "--reason", "r", "--lesson", "l").errors.contains("nobody has seen its evidence"))
        let opened = try gate("open", "1").output
        #expect(opened.contains("1 of 3 criteria met, 1 not met, 1 cannot be told"))
        #expect(opened.contains("0.80 (n 4)") && opened.contains("no number: no source says"))
        #expect(!opened.lowercased().contains("pass"))
        let silent = try gate("close", "1", "--outcome", "go", "--reason", "the risk is known")
        #expect(silent.code == 64 && silent.errors.contains("--lesson") && silent.errors.contains("--no-lesson"))
        #expect(try gate("close", "1", "--outcome", "go", "--lesson", "l").code == 64)
        let named = try gate("close", "1", "--outcome", "no-go", "--reason", "r", "--lesson", "l", "--role", "Zebulon")
        #expect(named.code == 64 && named.errors.contains("never a name"))
        let closed = try gate(
            "close", "1", "--outcome", "go-with-conditions", "--reason", "the risk is known", "--role", "sponsor", "--condition",
            "2026-06-01 the load test passes", "--lesson", "ask the plant earlier")
        #expect(
            closed.output.contains("go with 1 condition on 15 Mar 2026, planned for 14 Mar 2026, by sponsor: the risk is known"),
            "\(closed.errors)")
        #expect(closed.output.contains("It went on with 1 of 3 criteria met, 1 not met, 1 cannot be told."))
        #expect(try gate("open", "1").errors.contains("Only a no-go comes again"))
        let json = try gate("show", "1", "--format", "json").output
        #expect(json.contains("\"verdict\": \"cannot-be-told\"") && json.contains("\"dueOn\": \"2026-06-01\""))

        let page = try tool.run(["scorecard"], environment: now).output
        #expect(page.contains("the load test passes (condition of gate 1, due 1 Jun 2026)"))
        #expect(page.contains("gate 1: go with 1 condition on 15 Mar 2026") && page.contains("ask the plant earlier (gate 1, Design)"))
        #expect(page.contains("WHERE improvement lives: 1 gate in 13 weeks"))
        // The evidence stays as it was read, whatever is measured later.
        try tool.folder.write(Self.lines + "B,Design,feature,2026-03-20,2026-03-02,2026-03-15,250,2026-03-19,260\n", to: "plan.csv")
        try tool.run(["sync"], environment: Self.on("2026-03-20"))
        #expect(try tool.run(["gate", "show", "1"], environment: Self.on("2026-03-20", width: 160)).output.contains("0.80 (n 4)"))
    }

    @Test func `the lane is on every page, also with nothing in it, and phases that improvement never touched are named`() throws {
        let features = Self.lines.split(separator: "\n").filter { !$0.hasPrefix("D") }.joined(separator: "\n") + "\n"
        let tool = try Self.tool(lines: features)
        let now = Self.on("2026-03-15", width: 160)
        #expect(try tool.run(["report"], environment: now).code == 0)
        let files = try ["index.html", "loop.html", "scorecard.md", "scorecard.json"].map {
            try String(contentsOf: tool.folder.file("hone-report/\($0)"), encoding: .utf8)
        }
        let texts = try [["scorecard"], ["loop"], ["loop", "--format", "markdown"], ["loop", "--format", "json"], ["plan", "show"]].map {
            try tool.run($0, environment: now).output
        }
        for text in files + texts {
            #expect(
                text.contains("Nothing is planned for improvement in any phase.") && text.contains("No improvement touches a phase yet."))
        }
        #expect(texts[0].contains("improvement lane  budget") && files[0].contains("The improvement lane across the phases"))
    }

    @Test(arguments: ["scrum", "kanban", "lean-startup"])
    func `other products have no plan and no gate, and are told why and what to do`(lifeCycle: String) throws {
        let tool = try Self.tool(lifeCycle)
        let commands = [
            ["plan", "show"], ["plan", "baseline"], ["plan", "rebaseline", "--reason", "r"], ["plan", "list"], ["gate", "list"],
            ["gate", "add", "Design", "--criterion", "throughput >= 3"],
        ]
        for command in commands {
            let refused = try tool.run(command, environment: Self.on("2026-03-15"))
            #expect(refused.code == 64 && refused.errors.contains("are for a phased product") && refused.errors.contains("hone.yaml"))
        }
        #expect(try tool.run("decision", "list").output.contains("Nothing was decided yet."))
        for command in [["scorecard"], ["loop"]] {
            let page = try tool.run(command, environment: Self.on("2026-03-15")).output
            #expect(!page.contains("PHASES") && !page.contains("SPI") && !page.contains("improvement lane"))
        }
    }

    @Test func `without a plan each gate names its own phase`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("key\nA\n", to: "items.csv")
        try tool.folder.write(
            "product: Plant\nlife_cycle:\n  - kind: phased\nsources:\n  - csv: items.csv\n    columns: {key: key}\n", to: "hone.yaml")
        for phase in ["Design", "Code"] {
            let added = try tool.run("gate", "add", phase, "--criterion", "throughput >= 3")
            #expect(added.code == 0, "\(added.errors)")
        }
    }
}
