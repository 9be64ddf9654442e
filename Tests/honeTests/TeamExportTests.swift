import Foundation
import HoneTestSupport
import Testing

/// 7digital's board export, against the numbers computed from it independently.
@Suite(.enabled(if: Shared.has("data/real/teams/7digital"), "7digital does not lie in ../shared/data/real/teams"))
struct TeamExportTests {
    static let kinds = [
        "MMF=feature", "Reports=feature", "Support=other", "Infrastructure=tool", "Build Maintenance=tool", "Bug=bug", "Production Bug=bug",
        "Feature Bug=bug", "Regression Bug=bug",
    ]

    static func tool() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        let folder = Shared.path("data/real/teams/7digital")
        let options = [
            "init", "--yes", "--product", "7digital", "--csv", folder + "/7digital-2009-04_2011-04.csv", "--map",
            "kind=Type,requestedOn=Prioritised,startedOn=Dev.Started,finishedOn=Done,key=#", "--date-format", "dd/MM/yyyy", "--timezone",
            "Europe/London", "--holidays", folder + "/england-wales-holidays.csv",
        ]
        #expect(try tool.run(options + kinds.flatMap { ["--work-kind", $0] }).code == 0)
        #expect(try tool.run("sync").code == 0)
        return tool
    }

    @Test func `calendar and working days, both years, are exactly the published numbers`() throws {
        let tool = try Self.tool()
        let whole = ["--from", "2009-01-01", "--to", "2012-01-01"]
        let cases: [(metric: String, arguments: [String], n: Int, mean: Double?, p: [Double])] = [
            ("cycle-time", whole, 1300, 9.9708, [4, 20, 37]), ("lead-time", whole, 1300, 13.9285, [7, 24, 52]),
            ("cycle-time", whole + ["--calendar", "working"], 1300, 7.2131, [3, 14, 26]),
            ("lead-time", whole + ["--calendar", "working"], 1300, 9.9762, [5, 17, 36]),
            ("cycle-time", ["--from", "2009-04-01", "--to", "2010-04-01"], 472, nil, [3, 21, 42]),
            ("cycle-time", ["--from", "2010-04-01", "--to", "2011-04-01"], 764, nil, [5, 19, 37]),
            ("lead-time", ["--from", "2009-04-01", "--to", "2010-04-01", "--calendar", "working"], 472, 11.0042, [5, 22, 42]),
            ("lead-time", ["--from", "2010-04-01", "--to", "2011-04-01", "--calendar", "working"], 764, 9.4791, [5, 17, 35]),
        ]
        for expected in cases {
            let outcome = try tool.run(["metric", "show", expected.metric] + expected.arguments + ["--format", "json"])
            let shown = try JSONDecoder().decode(CommandLineTool.Shown.self, from: Data(outcome.output.utf8))
            #expect(shown.n == expected.n)
            if let mean = expected.mean { #expect(abs((shown.mean ?? 0) - mean) < 1e-4) }
            #expect(["50", "85", "95"].map { shown.percentiles?[$0] } == expected.p, "\(expected.metric) \(expected.arguments)")
        }
        let odd = try tool.show("lead-time", "--from", "2009-01-01", "--to", "2012-01-01")
        #expect(odd.flags == ["started-before-requested": 11])
    }

    @Test func `improvement share of both years, and nothing new the second time`() throws {
        let tool = try Self.tool()
        #expect(try tool.show("improvement-share", "--from", "2009-04-01", "--to", "2010-04-01").value == 8.0 / 472)
        #expect(try tool.show("improvement-share", "--from", "2010-04-01", "--to", "2011-04-01").value == 65.0 / 764)
        #expect(try tool.run("sync").output.contains("nothing new"))
        #expect(try tool.show("throughput", "--from", "2009-01-01", "--to", "2012-01-01").value == 1300)
        #expect(try tool.show("throughput", "--from", "2009-01-01", "--to", "2012-01-01", "--kind", "bug").n == 507)
        let elapsed = try tool.show("cycle-time", "--elapsed", "--from", "2009-01-01", "--to", "2012-01-01")
        #expect(!elapsed.available && elapsed.value == nil)
    }
}
