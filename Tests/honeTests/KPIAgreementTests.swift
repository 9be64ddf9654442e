import Foundation
import HoneTestSupport
import Testing

/// KPIs on the built binary with a frozen clock: from a proposal to an agreement, its review and its end.
@Suite struct KPIAgreementTests {
    /// A product with a goal and twenty finished items of two weeks each.
    static func tool() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        let rows = (0..<20).map { "K\($0),2026-09-\(10 + $0 % 9),2026-10-\(10 + $0 % 9)" }
        try tool.folder.write((["ID,Started,Done"] + rows).joined(separator: "\n") + "\n", to: "items.csv")
        let map = "key=ID,startedOn=Started,finishedOn=Done"
        #expect(try tool.run("init", "--yes", "--product", "x", "--timezone", "UTC", "--csv", "items.csv", "--map", map).code == 0)
        #expect(try tool.run("sync").code == 0)
        #expect(try tool.run("goal", "add", "--kind", "run", "The checkout stays up for sellers").code == 0)
        return tool
    }

    static let proposal = [
        "kpi", "propose", "cycle-time", "--goal", "1", "--target", "<= 10 d", "--guard", "reopen-rate", "--guard-bound", "<= 5 %",
        "--used-for", "where we look first", "--not-for", "to judge people", "--review-by", "2027-01-14", "--role", "manager",
    ]

    static func on(_ day: String) -> [String: String] { ["HONE_NOW": "\(day)T12:00:00Z"] }

    static func token(_ tool: CommandLineTool, _ role: String, on day: String = "2026-11-16") throws -> String {
        let outcome = try tool.run(["kpi", "token", "--role", role], environment: on(day))
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func `from a proposal to an agreement, its review and its end`() throws {
        let tool = try Self.tool()
        let (product, engineering) = (try Self.token(tool, "product owner"), try Self.token(tool, "engineering"))
        #expect(try tool.run("check").code == 1)
        // Monday.
        let proposed = try tool.run(Self.proposal, environment: Self.on("2026-11-16"))
        #expect(proposed.code == 0 && proposed.output.contains("proposed by manager - not agreed"), "\(proposed.errors)")
        // The items have dates alone: the guard cannot be measured, the KPI can.
        #expect(proposed.output.contains("Reopen rate, the guard, has no number here. The items have dates but no transitions"))
        #expect(!proposed.output.contains("Cycle time has no number"))
        let before = try tool.run("scorecard").output
        #expect(
            before.contains("proposed by manager - not agreed") && !before.contains("target")
                && before.contains("no process KPI that holds"))
        #expect(try tool.run("kpi", "agree", "1", "--token", product).output.contains("one-sided (product)"))
        #expect(try tool.run("kpi", "agree", "1", "--token", product).errors.contains("agreed to it already"))
        #expect(try tool.run("kpi", "agree", "1", "--token", "guessed").code == 64)
        #expect(try tool.run("kpi", "agree", "1", "--token", engineering, "--role", "product").code == 64)
        let early = try tool.run(["kpi", "ratify", "1"], environment: Self.on("2026-11-18"))
        #expect(early.code == 64 && early.errors.contains("engineering side") && early.errors.contains("from 19 Nov 2026 on"))
        #expect(try tool.run("kpi", "agree", "1", "--token", engineering, "--role", "engineering").code == 0)
        #expect(try tool.run("kpi", "object", "1", "--reason", "items will be split").code == 0)
        #expect(try tool.run("kpi", "ratify", "1").errors.contains("One objection is open."))
        #expect(try tool.run("kpi", "resolve", "1", "--reason", "the guard sees it").code == 0)
        #expect(try tool.run("kpi", "ratify", "1").output.contains("agreed v1, review 14 Jan 2027"))

        let page = try tool.run(["scorecard"], environment: ["COLUMNS": "160"]).output
        #expect(page.contains("cycle time p85: 31 d (n 20, 31 d or more), target <= 10 d: not reached"))
        #expect(page.contains("agreed v1, review 14 Jan 2027 · guard reopen rate <= 5 %: unknown (no number)"))
        #expect(page.contains("WHICH KPI: cycle time p85 (agreed)"))
        #expect(page.split(separator: "\n").contains { $0.contains("cycle time p85") && $0.hasSuffix("KPI") })
        #expect(!page.contains("no process KPI serves"))
        #expect(try tool.run("check").code == 0)
        #expect(try tool.run("kpi", "show", "1", "--format", "json").output.contains("\"target\": \"<= 10 d\""))

        let due = try tool.run(["scorecard"], environment: Self.on("2027-01-14").merging(["COLUMNS": "160"]) { $1 }).output
        #expect(due.contains("review due since 14 Jan 2027") && due.contains("target <= 10 d") && due.contains("> hone kpi revise 1"))
        let expired = try tool.run(["scorecard"], environment: Self.on("2027-02-13").merging(["COLUMNS": "160"]) { $1 }).output
        #expect(expired.contains("expired v1: the review of 14 Jan 2027 was not held") && !expired.contains("target <="))
        #expect(try tool.run(["check"], environment: Self.on("2027-02-12")).code == 0)
        #expect(try tool.run(["check"], environment: Self.on("2027-02-13")).code == 1)

        #expect(try tool.run(["kpi", "revise", "1", "--target", "<= 8 d"], environment: Self.on("2027-01-18")).code == 0)
        for token in [product, engineering] {
            #expect(try tool.run(["kpi", "agree", "1", "--token", token], environment: Self.on("2027-01-18")).code == 0)
        }
        #expect(try tool.run(["kpi", "ratify", "1"], environment: Self.on("2027-01-21")).output.contains("agreed v2, review 18 Apr 2027"))
        let shown = try tool.run(["kpi", "show", "1"], environment: Self.on("2027-01-21").merging(["COLUMNS": "160"]) { $1 }).output
        #expect(shown.contains("<= 10 d, guard") && shown.contains("<= 8 d, guard") && shown.contains("agreed 21 Jan 2027"))
        #expect(try tool.run(["kpi", "retire", "1", "--reason", "it did its work"], environment: Self.on("2027-02-01")).code == 0)
        #expect(try tool.run(["kpi", "ratify", "1"], environment: Self.on("2027-02-02")).errors.contains("is retired"))
        #expect(try tool.run("decision", "verify").code == 0)
    }

    @Test func `before a token is given out the next step is to give one out, of the right side`() throws {
        let tool = try Self.tool()
        let proposed = try tool.run(Self.proposal, environment: Self.on("2026-11-16"))
        let both = "hone kpi token --role product or hone kpi token --role engineering"
        #expect(proposed.output.contains("no token was given out") && proposed.output.contains(both))
        #expect(try tool.run("kpi", "ratify", "1").errors.contains(both))
        let page = try tool.run(["scorecard"], environment: ["COLUMNS": "160"]).output
        #expect(page.contains("> hone kpi token --role …") && !page.contains("hone kpi agree"))
        let early = try tool.run("kpi", "agree", "1", "--token", "guessed").errors
        #expect(early.contains("No token was given out here yet") && early.contains(both))

        _ = try Self.token(tool, "developer")
        #expect(try tool.run(["scorecard"], environment: ["COLUMNS": "160"]).output.contains("> hone kpi agree 1 --token …"))
        let wrong = try tool.run("kpi", "agree", "1", "--token", "guessed", "--role", "product owner").errors
        #expect(wrong.contains("members: 0 product, 1 engineering") && wrong.hasSuffix("from hone kpi token --role product\n"), "\(wrong)")
        #expect(try tool.run("kpi", "agree", "1", "--token", "guessed").errors.contains(both))
        #expect(try tool.run("kpi", "token", "--take-back", "guessed").errors.contains("hone kpi token says how many"))
    }

    @Test func `what a manager alone wants stays a proposal on every page`() throws {
        let tool = try Self.tool()
        try tool.run(Self.proposal, environment: Self.on("2026-11-02"))
        #expect(try tool.run("kpi", "token", "--role", "manager").errors.contains("on neither side"))
        #expect(try tool.run("kpi", "ratify", "1", "--role", "manager").code == 64)
        for arguments in [["scorecard"], ["scorecard", "--format", "markdown"], ["scorecard", "--format", "json"], ["kpi", "list"]] {
            let output = try tool.run(arguments).output
            #expect(output.contains("proposed by manager - not agreed") && !output.contains("<= 10 d"), "\(arguments)")
        }
        #expect(try tool.run("report").code == 0)
        let html = try String(contentsOf: tool.folder.file("hone-report/index.html"), encoding: .utf8)
        #expect(html.contains("proposed by manager - not agreed") && !html.contains("&lt;= 10 d"))
        #expect(try tool.run("check").code == 1)
    }

    @Test func `one side alone is marked so, and the misalignment is said`() throws {
        let tool = try Self.tool()
        let tokens = [try Self.token(tool, "developer"), try Self.token(tool, "tester")]
        try tool.run(Self.proposal, environment: Self.on("2026-11-16"))
        try tool.run("kpi", "agree", "1", "--token", tokens[0])
        #expect(try tool.run("kpi", "ratify", "1").output.contains("agreed v1, one-sided (engineering)"))
        let page = try tool.run(["scorecard"], environment: ["COLUMNS": "160"]).output
        #expect(page.contains("one-sided (engineering)") && page.contains("competes for time with the work of the other"))
    }

    @Test(arguments: ["commits", "story points", "lines", "hours"])
    func `a measure of activity is refused with an explanation, a name is no role`(metric: String) throws {
        let tool = try Self.tool()
        let refused = try tool.run("kpi", "propose", metric, "--goal", "1")
        #expect(refused.code == 64 && refused.errors.contains("not what comes of it"))
        let named = try tool.run(Self.proposal.dropLast() + ["Zebulon"])
        #expect(named.code == 64 && named.errors.contains("never a name"))
        #expect(try tool.run("kpi", "propose", "cycle-time").errors.contains("--guard reopen-rate"))
        #expect(try tool.run("kpi", "list").output.contains("No KPI was proposed yet"))
    }

    @Test func `a sixth needs a reason`() throws {
        let tool = try Self.tool()
        for metric in ["lead-time", "cycle-time", "throughput", "wip", "work-item-age"] {
            let target = ["throughput", "wip"].contains(metric) ? ">= 1" : "<= 10 d"
            let made = try tool.run(
                "kpi", "propose", metric, "--goal", "1", "--target", target, "--guard", "reopen-rate", "--guard-bound", "<= 5 %",
                "--used-for",
                "a", "--not-for", "b")
            #expect(made.code == 0, "\(made.errors)")
        }
        let sixth = [
            "kpi", "propose", "legacy-bug-count", "--goal", "1", "--watch", "--guard", "reopen-rate", "--guard-bound", "<= 5 %",
            "--used-for", "a", "--not-for", "b",
        ]
        #expect(try tool.run(sixth).errors.contains("There are 5 KPIs already"))
        #expect(try tool.run(sixth + ["--beyond-five", "the customer asks"]).code == 0)
    }

    @Test func `two products' decisions are brought together in one order, and twice adds nothing`() throws {
        let (one, two) = (try Self.tool(), try Self.tool())
        try two.run("goal", "add", "--kind", "vision", "Sellers need no manual")
        let token = try Self.token(one, "product")
        try one.run(Self.proposal, environment: Self.on("2026-11-16"))
        #expect(try one.run("decision", "export", "log.jsonl").output == "log.jsonl: 3 entries.\n")
        let file = one.folder.file("log.jsonl").path
        #expect(try two.run("decision", "import", file).output == "Brought in: 3 entries.\n")
        #expect(try two.run("decision", "import", file).output == "Nothing new.\n")
        // The KPI stays with the goal it was proposed for, whatever number that has here; the token is known here too.
        #expect(try two.run("kpi", "show", "1", "--format", "json").output.contains("\"outcome\": \"The checkout stays up for sellers\""))
        #expect(try two.run("kpi", "agree", "1", "--token", token).code == 0)
        #expect(try two.run("kpi", "ratify", "1").output.contains("agreed v1, solo"))
        try two.run("decision", "export", "back.jsonl")
        #expect(try one.run("decision", "import", two.folder.file("back.jsonl").path).code == 0)
        let lists = try [one, two].map { try $0.run("kpi", "list").output }
        #expect(lists[0] == lists[1] && lists[0].contains("agreed v1, solo"))
        #expect(try one.run("decision", "verify").output.contains("of 2 writers"))
        // No token, and no mark of one that can be traced to it.
        let text = try String(contentsOfFile: two.folder.file("back.jsonl").path, encoding: .utf8)
        #expect(!text.contains(token))
    }

    @Test func `a flipped byte is found and named, in the store and in a file`() throws {
        let tool = try Self.tool()
        try tool.run("note", "flaky tests")
        try tool.run("note", "slow reviews")
        try tool.run("decision", "export", "log.jsonl")
        #expect(try tool.run("decision", "verify").output == "The decision log is whole: 3 entries of 1 writer.\n")
        let file = tool.folder.file("log.jsonl")
        let changed = try String(contentsOf: file, encoding: .utf8).replacingOccurrences(of: "flaky", with: "Flaky")
        try tool.folder.write(changed, to: "changed.jsonl")
        let other = try Self.tool()
        let refused = try other.run("decision", "import", tool.folder.file("changed.jsonl").path)
        #expect(refused.code == 65 && refused.errors.contains("changed.jsonl: entry 2: what it says is not what was written"))
        #expect(try other.run("decision", "list").output.split(separator: "\n").count == 2)
        try tool.folder.write("{\"writer\": 1}\n", to: "odd.jsonl")
        #expect(try tool.run("decision", "import", "odd.jsonl").errors.contains("odd.jsonl:1"))

        try DecisionTampering.flip(in: tool, "flaky tests")
        let verified = try tool.run("decision", "verify")
        #expect(verified.code == 1 && verified.output.contains(":2: what it says is not what was written"))
    }
}
