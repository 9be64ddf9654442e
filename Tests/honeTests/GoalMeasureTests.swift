import Foundation
import HoneTestSupport
import Testing

/// A goal with a number of its own, on the built binary.
@Suite struct GoalMeasureTests {
    static let clock = DeliveryExportTests.clock.merging(["COLUMNS": "160"]) { $1 }

    static func tool() throws -> CommandLineTool {
        let tool = try DeliveryExportTests.tool()
        let rows = [
            "active users,2025-12-10,700,users", "active users,2026-01-20,900,users", "active users,2026-02-10,1050.5,users",
            "active users,2026-03-10,1100,users", "active users,2026-04-10,5000,users", "load time,2026-03-10,1.4,s",
        ]
        try tool.folder.write((["what,day,number,in"] + rows).joined(separator: "\n") + "\n", to: "users.csv")
        let outcome = try tool.run(
            "import", "csv", "users.csv", "--fact", "measurement", "--map", "name=what,date=day,value=number,unit=in", environment: clock)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return tool
    }

    @Test func `its last value stands in the goal's lane, with n, day, target and its own past`() throws {
        let tool = try Self.tool()
        let added = try tool.run(
            "goal", "add", "--kind", "improve", "Sellers come back", "--measure", "active users", "--target", ">= 1000 users",
            environment: Self.clock)
        #expect(added.code == 0 && added.output.contains("Goal 1 is about active users, target >= 1000 users."), "\(added.errors)")
        // The window is the last twelve whole weeks: 22 Dec 2025 to 15 Mar 2026. What was measured in April has not happened yet.
        let page = try tool.run("scorecard", environment: Self.clock).output
        #expect(page.contains("active users: 1,100 users on 10 Mar 2026 (n 3 in the window), target >= 1000 users: reached"), "\(page)")
        #expect(page.contains("before the window 700 users on 10 Dec 2025"))
        #expect(page.contains("no process KPI serves this goal"), "a measure of the product is no KPI")
        let json = try tool.run("scorecard", "--format", "json", environment: Self.clock).output
        #expect(json.contains("\"measuredOn\": \"2026-03-10\"") && json.contains("\"targetState\": \"reached\""))
        #expect(try tool.run("scorecard", "--format", "markdown", environment: Self.clock).output.contains("1,100 users on 10 Mar 2026"))
        #expect(try tool.run("report", environment: Self.clock).code == 0)
        let html = try String(contentsOf: tool.folder.file("hone-report/index.html"), encoding: .utf8)
        #expect(html.contains("1,100 users on 10 Mar 2026") && html.contains("active users, 8 quarters"))
        #expect(try tool.run("decision", "list", environment: Self.clock).output.contains("measure-goal"))
        #expect(try tool.run("decision", "verify", environment: Self.clock).code == 0)
    }

    @Test func `the newest number counts, of this week too, and one without a unit is not held against a target with one`() throws {
        let tool = try Self.tool()
        func page(_ rows: String, _ target: String) throws -> String {
            try tool.folder.write("what,day,number,in\n" + rows, to: "more.csv")
            let read = try tool.run(
                "import", "csv", "more.csv", "--fact", "measurement", "--map", "name=what,date=day,value=number,unit=in",
                environment: Self.clock)
            #expect(read.code == 0, "\(read.errors)")
            return try tool.run("scorecard", environment: Self.clock).output
        }
        let goal = ["goal", "add", "--kind", "run", "Few leave", "--measure", "churn", "--target", "<= 3 %"]
        #expect(try tool.run(goal, environment: Self.clock).code == 0)
        #expect(
            try page("churn,2026-02-01,5,%\nchurn,2026-03-01,4.5,%\n", "").contains(
                "churn: 4.5 % on 1 Mar 2026 (n 2 in the window), target <= 3 %: not reached"))
        let mixed = try page("churn,2026-03-08,0.04,\n", "")
        #expect(mixed.contains("target <= 3 %: cannot be told") && mixed.contains("The newest, of 8 Mar 2026, has no unit."), "\(mixed)")
        #expect(
            try page("churn,2026-03-16,2.999,%\n", "").contains("churn: 3 % on 16 Mar 2026 (n 2 in the window), target <= 3 %: reached"))
        #expect(try page("churn,2026-03-17,3.0004,%\n", "").contains("churn: 3.0004 % on 17 Mar 2026"))
    }

    @Test func `a sheet of weeks is guessed by init, and each of its columns can stand beside a goal`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("Week;Sign-ups;Churn\n02/03/2026;1,307;2.5\n09/03/2026;12,500;\n16/02/2026;980;3.5\n", to: "growth.csv")
        func run(_ arguments: String...) throws -> CommandLineTool.Outcome { try tool.run(arguments, environment: Self.clock) }
        let made = try run("init", "growth.csv", "--yes")
        #expect(made.code == 0 && made.output.contains("hone goal measure 1 Sign-ups"), "\(made.errors)")
        let yaml = try String(contentsOf: tool.folder.file("hone.yaml"), encoding: .utf8)
        #expect(yaml.contains("columns: {date: Week, value: [Sign-ups, Churn]}") && yaml.contains("number_format: '1,234.5'"))
        #expect(try run("sync").output.contains("3 rows, 5 measurements"))
        #expect(try run("goal", "add", "--kind", "improve", "More sellers", "--measure", "Sign-ups").code == 0)
        #expect(try run("scorecard").output.contains("Sign-ups: 12,500 on 9 Mar 2026 (n 3 in the window)"))
    }

    @Test func `it can be changed and taken away, and every mistake is answered`() throws {
        let tool = try Self.tool()
        #expect(try tool.run("goal", "add", "--kind", "run", "Pages are quick", environment: Self.clock).code == 0)
        func run(_ arguments: String...) throws -> CommandLineTool.Outcome { try tool.run(["goal"] + arguments, environment: Self.clock) }
        #expect(try run("measure", "1", "load time", "--target", "<= 2 s").output.contains("target <= 2 s"))
        #expect(try tool.run("scorecard", environment: Self.clock).output.contains("load time: 1.4 s on 10 Mar 2026"))
        #expect(try run("list").output.contains("load time, target <= 2 s"))
        let unit = try run("measure", "1", "load time", "--target", "<= 2 ms")
        #expect(unit.code == 64 && unit.errors.contains("load time is measured in s"))
        #expect(try run("measure", "1", "load time", "--target", "fast").errors.contains("Write it as"))
        #expect(try run("measure", "7", "load time").errors.contains("There is no goal 7"))
        #expect(try run("add", "--kind", "run", "x", "--target", ">= 1").code == 64)
        #expect(try run("measure", "1", "--none").code == 64)
        let unknown = try run("measure", "1", "uptime")
        #expect(unknown.code == 0 && unknown.output.contains("read so far: active users, load time"))
        let page = try tool.run("scorecard", environment: Self.clock).output
        #expect(page.contains("uptime: no number yet") && page.contains("--fact measurement"))
        #expect(try run("measure", "1", "--none", "--reason", "we look at refunds").code == 0)
        #expect(!(try tool.run("scorecard", environment: Self.clock).output.contains("uptime")))
    }
}
