import HoneTestSupport
import Testing

/// Numbers of people: refused wherever a command could be asked for them, recorded only by people, and never taken out of the record.
@Suite struct PeopleDataTests {
    private static let record = "hone decision record asked-for-people-data --role ROLE --reason"

    static let questions: [([String], Int32)] = [
        (["metric", "show", "lead-time", "--by", "author"], 64), (["metric", "show", "lead-time", "--by=assignee"], 64),
        (["metric", "show", "lead-time", "--person", "Anna"], 64), (["metric", "show", "commits-by-developer"], 64),
        (["kpi", "propose", "lead-time", "--goal", "1", "--guard", "reviews-by-author", "--guard-bound", "<= 3"], 64),
        (["health", "show", "--user", "Anna"], 64), (["kpi", "propose", "lead-time-per-person", "--goal", "1"], 64),
        (["series", "compare", "items.csv", "--group", "Assignee", "--value", "ID", "--months", "Done"], 65),
        (["import", "csv", "items.csv", "--map", "key=ID,finishedOn=Done,stream=Assignee"], 64),
    ]

    static func product() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.folder.write("ID,Assignee,Done\nA,Anna,2026-11-02\nB,Bert,2026-11-03\n", to: "items.csv")
        try tool.run("init", "--yes", "--product", "x")
        try tool.run("sync")
        return tool
    }

    @Test(arguments: questions) func `each way to ask is refused, and told how to record that somebody asked`(
        arguments: [String], code: Int32
    ) throws {
        let tool = try Self.product()
        let outcome = try tool.run(arguments)
        #expect(outcome.code == code && outcome.errors.contains(Self.record), "\(outcome.code) \(outcome.errors)")
        // Who tries something out alone has asked nobody: nothing is recorded by itself.
        #expect(try tool.run("decision", "list").output == "Nothing was decided yet.\n")
    }

    @Test(arguments: [
        ["metric", "show", "lead-time", "--by", "weather"], ["metric", "show", "no-such-metric"], ["scorecard", "--colour"],
    ])
    func `what asks for nobody's numbers is told nothing about people`(arguments: [String]) throws {
        let outcome = try Self.product().run(arguments)
        #expect(outcome.code == 64 && !outcome.errors.contains("people"), "\(outcome.errors)")
    }

    @Test func `it is recorded by role, day and reason, and stays in both lists`() throws {
        let tool = try Self.product()
        let asked = ["decision", "record", "asked-for-people-data"]
        let recorded = try tool.run(
            asked + ["--role", "sponsor", "--reason", "what a@b.example did, for the yearly talks", "--on", "2026-11-20"])
        #expect(
            recorded.output
                == "Recorded: numbers of people were asked for on 20 Nov 2026, by sponsor: what ‹person› did, for the yearly talks\nHone gives none.\n",
            "\(recorded.output) \(recorded.errors)")
        #expect(try tool.run(asked + ["--role", "Manager", "--reason", "who is slow"]).code == 0)
        let practice = try tool.run("decision", "list", "--practice").output
        let lines = practice.split(separator: "\n").dropFirst().map { $0.split(separator: " ").joined(separator: " ") }
        #expect(
            lines == [
                "asked for people's data 2026-11-20 sponsor what ‹person› did, for the yearly", "talks",
                "asked for people's data 2026-11-22 manager who is slow",
            ], "\(practice)")
        let all = try tool.run("decision", "list").output
        #expect(all.contains("asked-for-people-data") && all.contains("How it is kept: asked for people's data 2."), "\(all)")
        #expect(try tool.run("decision", "list", "--practice", "--format", "json").output.contains("\"what\": \"asked for people's data\""))
        #expect(try tool.run("decision", "verify").code == 0)
    }

    @Test func `who asked is a role that somebody names, on a day that is over`() throws {
        let tool = try Self.product()
        let asked = ["decision", "record", "asked-for-people-data"]
        for wrong in [
            ["--reason", "who is slow"], ["--reason", " ", "--role", "manager"], ["--reason", "r", "--role", "Anna"],
            ["--reason", "r", "--role", "manager", "--on", "2026-11-23"], ["--reason", "r", "--role", "manager", "--until", "2027-01-01"],
        ] {
            let outcome = try tool.run(asked + wrong)
            #expect(outcome.code == 64 && outcome.errors.split(separator: "\n").count == 1, "\(wrong) \(outcome.errors)")
        }
        #expect(try tool.run("decision", "list").output == "Nothing was decided yet.\n")
    }
}
