import HoneTestSupport
import Testing

@Suite struct ExitCodeTests {
    @Test func `an empty directory without git works`() throws {
        let tool = try CommandLineTool()
        let made = try tool.run("init", "--yes", "--product", "NAME", "--timezone", "UTC")
        #expect(made.code == 0)
        #expect(try tool.run("config", "check").code == 0)
        #expect(try tool.run("sync").code == 0)
        #expect(try tool.run("scorecard").code == 0)
        let shown = try tool.show("lead-time")
        #expect(!shown.available && shown.value == nil && shown.unavailableReason?.isEmpty == false)
    }

    @Test func `without a zone it is UTC, and said so`() throws {
        let tool = try CommandLineTool()
        #expect(try tool.run("init", "--yes", "--product", "x").output.contains("UTC"))
    }

    @Test func `no hone yaml and no store are 66, each with one sentence`() throws {
        let tool = try CommandLineTool()
        let bare = try tool.run("scorecard")
        #expect(bare.code == 66 && bare.errors.contains("hone init"))
        try tool.run("init", "--yes", "--product", "x")
        let unsynced = try tool.run("metric", "show", "lead-time")
        #expect(unsynced.code == 66 && unsynced.errors.contains("hone sync"))
        #expect(bare.errors.split(separator: "\n").count == 1 && unsynced.errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: [
        ["metric", "show", "no-such-metric"], ["metric", "show", "lead-time", "--from", "2026-13-01", "--to", "2026-02-01"],
        ["metric", "show", "lead-time", "--from", "2999-01-01"],
        ["metric", "show", "lead-time", "--from", "2026-02-01", "--to", "2026-01-01"],
        ["metric", "show", "lead-time", "--format", "xml"], ["goal", "add", "x"], ["nonsense"], ["init", "--yes"],
        ["import", "csv", "a.csv", "--date-format", "dd.MM.yyyy"], ["import", "csv", "a.csv", "--skip", "1"],
        ["decision", "record", "not-a-kpi", "--reason", "r", "--until", "2020-01-01"],
        ["decision", "record", "not-a-kpi", "--reason", "r"], ["decision", "record", "leave-capability-empty", "--reason", "r"],
        ["decision", "record", "leave-capability-empty", "--reason", " ", "--until", "2027-01-01"],
        ["decision", "record", "leave-capability-empty", "--reason", "r", "--until", "2027-01-01", "--metric", "wip"],
        ["decision", "record", "leave-capability-empty", "--reason", "r", "--until", "2027-01-01", "--role", "Anna"],
        ["decision", "record", "show-capability", "--reason", "r"],
        ["decision", "record", "show-capability", "--reason", "r", "--until", "2027-01-01"],
    ])
    func `wrong usage is 64`(arguments: [String]) throws {
        let tool = try CommandLineTool()
        try tool.run("init", "--yes", "--product", "x")
        try tool.run("sync")
        let outcome = try tool.run(arguments)
        #expect(outcome.code == 64, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }

    @Test func `bad data that stops an import is 65 and names the file and the column`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("ID,Done\n1,2026-01-01\n", to: "a.csv")
        try tool.run("init", "--yes", "--product", "x")
        let outcome = try tool.run("import", "csv", "a.csv", "--map", "key=ID,finishedOn=Closed")
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("a.csv") && outcome.errors.contains("Closed"))
        #expect(try tool.run("import", "csv", "missing.csv", "--map", "key=ID").code == 65)
    }

    @Test func `a mistake in hone yaml is 78 with its line`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("product: x\nsauces: []\n", to: "hone.yaml")
        let outcome = try tool.run("config", "check")
        #expect(outcome.code == 78 && outcome.errors.contains("hone.yaml:2"))
    }

    @Test func `a mistake in hone yaml that only its use shows has its line too`() throws {
        let tool = try CommandLineTool()
        let source = "  - csv: a.csv\n    columns: {key: id}\n"
        let mistakes = [
            ("timezone: Europe/Londn\nsources: []\n", "hone.yaml:2: timezone is 'Europe/Londn', not an IANA zone. Write one"),
            ("sources:\n\(source)    timezone: CEST\n", "hone.yaml:5: sources[1].timezone is 'CEST', not an IANA zone."),
            ("sources:\n\(source)    date_format: QQQ\n", "hone.yaml:5: sources[1].date_format cannot be used. The date format 'QQQ'"),
            (
                "sources:\n\(source)    found: {before: [a], after: [A]}\n",
                "hone.yaml:5: sources[1].found cannot be used. The word 'a' stands for before and"
            ),
            ("sources: []\nwork_kinds:\n  - {kind: bug}\n", "hone.yaml:4: work_kinds[1] says of no item that it is of this kind."),
            (
                "sources: []\nlife_cycle:\n  - kind: scrum\n  - kind: kanban\n",
                "hone.yaml:4: life_cycle has 2 entries from the beginning."
            ),
            ("sources: []\ncalendar:\n  holidays: no.ics\n", "hone.yaml:4: calendar.holidays is no.ics, which cannot be read."),
        ]
        for (lines, message) in mistakes {
            try tool.folder.write("product: x\n" + lines, to: "hone.yaml")
            let outcome = try tool.run("config", "check")
            #expect(outcome.code == 78 && outcome.errors.hasPrefix(message), "\(outcome.errors)")
        }
        try tool.folder.write("product: x\nsources: []\n", to: "hone.yaml")
        let options = try tool.run("import", "csv", "a.csv", "--map", "key=id", "--date-format", "QQQ")
        #expect(options.code == 64 && options.errors.hasPrefix("--map: date_format: The date format 'QQQ'"), "\(options.errors)")
    }

    @Test func `check is red with goals and nothing else, green after a recorded decision`() throws {
        let tool = try CommandLineTool()
        try tool.run("init", "--yes", "--product", "x")
        try tool.run("sync")
        #expect(try tool.run("check").code == 0)
        #expect(try tool.run("goal", "add", "--kind", "run", "The checkout stays up").code == 0)
        #expect(try tool.run("check").code == 1)
        let decision = ["decision", "record", "not-a-kpi", "--reason", "too few releases", "--until", "2027-03-01"]
        #expect(try tool.run(decision).code == 0)
        #expect(try tool.run("check").code == 0)
        #expect(try tool.run(["check"], environment: ["HONE_NOW": "2027-03-01T00:00:00Z"]).code == 1)
        #expect(try tool.run("note", "flaky tests cost us a rerun").code == 0)
        let card = try tool.run("scorecard").output
        #expect(card.contains("The checkout stays up") && card.contains("too few releases") && card.contains("flaky tests"))
    }

    @Test func `the capability section stands, is left empty on purpose, and that is taken back`() throws {
        let tool = try CommandLineTool()
        try tool.run("init", "--yes", "--product", "x")
        try tool.run("sync")
        func section() throws -> String {
            let lines = try tool.run("scorecard").output.split(separator: "\n", omittingEmptySubsequences: false)
            return lines.drop { $0 != "CAPABILITY" }.dropFirst().prefix { !$0.isEmpty }.map { $0.drop { $0 == " " } }.joined(separator: " ")
        }
        let young =
            "Whether times, throughput and releases drift over the years: cannot tell yet. It takes 8 whole quarters, and there is no history yet."
        #expect(try section() == young)
        let empty = ["decision", "record", "leave-capability-empty", "--role", "product owner", "--until", "2027-03-01"]
        let recorded = try tool.run(empty + ["--reason", "a prototype"])
        #expect(recorded.code == 0 && recorded.output.contains("hone decision record show-capability --reason"), "\(recorded.errors)")
        let held = "Nothing here, on purpose since 22 Nov 2026 until 1 Mar 2027, decided by product owner: a prototype"
        #expect(try section() == held)
        let listed = try tool.run("decision", "list").output
        #expect(listed.contains("leave-capability-empty") && !listed.contains("changes nothing"))
        #expect(try tool.run("decision", "record", "show-capability", "--reason", "it goes on").code == 0)
        #expect(try section() == young)
        #expect(try tool.run("decision", "record", "show-capability", "--reason", "again").code == 64)
        #expect(try tool.run(empty + ["--reason", "until spring"]).code == 0)
        let after = try tool.run(["scorecard"], environment: ["HONE_NOW": "2027-03-01T00:00:00Z"]).output
        #expect(after.contains("cannot tell yet") && !after.contains("until spring"))
    }

    @Test func `the same input and clock give the same bytes`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write(TransitionExportTests.export, to: "moves.csv")
        try tool.run("init", "--yes", "--product", "x", "--csv", "moves.csv", "--map", "key=item,kind=type,status=status,changedOn=at")
        try tool.run("sync")
        for command in [["scorecard"], ["scorecard", "--format", "json"], ["scorecard", "--format", "markdown"], ["doctor"]] {
            #expect(try tool.run(command).output == tool.run(command).output)
        }
    }
}
