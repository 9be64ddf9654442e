import HoneTestSupport
import Testing

/// Deployments, incidents, a plan and a measure, through the built binary.
@Suite struct DeliveryExportTests {
    static let clock = ["HONE_NOW": "2026-03-20T10:00:00Z"]

    static func tool(lifeCycle: String = "kanban", delivery: String = "") throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.folder.write(
            """
            id,app,at,result,hotfix
            d1,shop,2026-03-02T10:00:00Z,SUCCESS,no
            d2,shop,2026-03-03T10:00:00Z,FAILED,no
            d3,shop,2026-03-04T10:00:00Z,SUCCESS,no
            d4,shop,2026-03-05T10:00:00Z,SUCCESS,yes

            """, to: "deployments.csv")
        try tool.folder.write(
            "{\"nr\": \"I-1\", \"app\": \"shop\", \"from\": \"2026-03-04T13:00:00Z\", \"to\": \"2026-03-05T10:30:00Z\"}\n"
                + "{\"nr\": \"I-2\", \"app\": \"shop\", \"from\": \"2026-03-09T13:00:00Z\", \"to\": \"2026-03-09T14:00:00Z\"}\n",
            to: "incidents.jsonl")
        try tool.folder.write(
            "line,said,due,pd,done,spent\nA,2026-03-01,2026-03-08,10,2026-03-09,12\nB,2026-03-01,2026-03-15,30,,5\n", to: "plan.csv")
        try tool.folder.write("what,day,number,in\nactive users,2026-03-10,1100,users\n", to: "users.csv")
        try tool.folder.write(
            """
            product: Shop
            life_cycle: [{kind: \(lifeCycle)}]
            \(delivery)
            sources:
              - csv: deployments.csv
                fact: deployment
                columns: {key: id, service: app, finishedOn: at, status: result, unplanned: hotfix}
              - csv: incidents.jsonl
                fact: incident
                columns: {key: nr, service: app, openedOn: from, resolvedOn: to}
              - csv: plan.csv
                fact: plan_line
                columns: {key: line, statedOn: said, plannedFinishOn: due, budget: pd, finishedOn: done, cost: spent}

            """, to: "hone.yaml")
        #expect(try tool.run("sync", environment: clock).code == 0)
        return tool
    }

    static func show(_ tool: CommandLineTool, _ metric: String) throws -> CommandLineTool.Shown {
        try tool.show(metric, "--from", "2026-03-01", "--to", "2026-03-20", environment: clock)
    }

    @Test func `delivery is measured from two exports, and reading them twice changes nothing`() throws {
        let tool = try Self.tool()
        for _ in 0..<2 {
            let rate = try Self.show(tool, "change-fail-rate")
            #expect(rate.n == 3 && rate.excluded == ["did-not-ship": 1] && abs((rate.value ?? 0) - 1.0 / 3) < 1e-12)
            let recovery = try Self.show(tool, "failed-deployment-recovery-time")
            #expect(recovery.n == 1 && recovery.value == 24.5)
            let rework = try Self.show(tool, "deployment-rework-rate")
            #expect(rework.n == 3 && abs((rework.value ?? 0) - 1.0 / 3) < 1e-12)
            #expect(try tool.run("sync", environment: Self.clock).code == 0)
        }
    }

    @Test func `the rule for incidents is the one of hone.yaml`() throws {
        let unlimited = try Self.show(Self.tool(delivery: "delivery: {incident_window: unlimited}"), "change-fail-rate")
        #expect(abs((unlimited.value ?? 0) - 2.0 / 3) < 1e-12)
        let short = try Self.show(Self.tool(delivery: "delivery: {incident_window: 2h}"), "change-fail-rate")
        #expect(short.value == 0 && short.n == 3)
    }

    @Test func `metrics of a plan are for a phased product, and asking elsewhere says why`() throws {
        let phased = try Self.tool(lifeCycle: "phased")
        #expect(try phased.run("metric", "list", environment: Self.clock).output.contains("earned-schedule"))
        let performance = try Self.show(phased, "cost-performance")
        #expect(performance.n == 2 && abs((performance.value ?? 0) - 10.0 / 17) < 1e-12)
        let other = try Self.tool()
        #expect(!(try other.run("metric", "list", environment: Self.clock).output.contains("earned-schedule")))
        let refused = try Self.show(other, "cost-performance")
        #expect(!refused.available && refused.value == nil && refused.unavailableReason?.contains("Kanban") == true)
        let page = try other.run("scorecard", environment: Self.clock)
        #expect(page.code == 0 && !page.output.contains("earned"))
    }

    @Test func `a measure is imported once, with a mapping given on the line`() throws {
        let tool = try Self.tool()
        let outcome = try tool.run(
            "import", "csv", "users.csv", "--fact", "measurement", "--map", "name=what,date=day,value=number,unit=in",
            environment: Self.clock)
        #expect(outcome.code == 0 && outcome.output.contains("1 measurement"), "\(outcome.output) \(outcome.errors)")
        let measure = try Self.show(tool, "product-measures")
        #expect(measure.value == 1100 && measure.parts?.first?.name == "active users (users)")
        let wrong = try tool.run("import", "csv", "users.csv", "--fact", "measure", "--map", "name=what", environment: Self.clock)
        #expect(wrong.code != 0 && wrong.errors.contains("measurement"))
    }
}
