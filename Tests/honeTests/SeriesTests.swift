import Foundation
import HoneTestSupport
import Testing

/// Any column of numbers through the built binary.
@Suite struct SeriesTests {
    static let weekly =
        "day,hours\n"
        + (0..<90).flatMap { week in
            (0..<3).map { row in
                let day = Date(timeIntervalSince1970: Double(1_577_664_000 + week * 604_800 + row * 86_400))
                let hours = Double(8 + (week * 3 + row) * 7 % 5) * (week > 70 ? 0.4 : 1)
                return "\(day.formatted(.iso8601.year().month().day())),\(hours)\n"
            }
        }.joined()

    struct Analysis: Decodable {
        struct Limits: Decodable {
            let lower: Double
            let upper: Double
            let range: Double
        }
        struct Signal: Decodable {
            let index: Int
            let rule: String
        }
        struct Trend: Decodable {
            let slope: Double
            let lower: Double
            let upper: Double
            let pValue: Double
        }
        let n: Int
        let mean: Double
        let movingRangeMean: Double?
        let limits: Limits?
        let signals: [Signal]
        let changePoints: [Int]
        let trend: Trend?
        let autocorrelation: Double?
    }

    struct Comparison: Decodable {
        struct Side: Decodable {
            let n: Int
            let median: Double?
        }
        struct Interval: Decodable {
            let lower: Double
            let upper: Double
        }
        let effect: String
        let before: Side
        let after: Side
        let difference: Double?
        let interval: Interval?
        let method: String
        let placeboShare: Double?
    }

    private func decoded<Value: Decodable>(_ type: Value.Type, _ tool: CommandLineTool, _ arguments: [String]) throws -> Value {
        let outcome = try tool.run(["series"] + arguments + ["--format", "json"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(type, from: Data(outcome.output.utf8))
    }

    @Test func `a column is analysed in a folder without a product`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("value\n49.6\n47.6\n49.9\n51.3\n47.8\n51.2\n52.6\n52.4\n53.6\n52.1\n", to: "nist.csv")
        let analysis = try decoded(Analysis.self, tool, ["analyze", "nist.csv"])
        #expect(analysis.n == 10 && abs(analysis.mean - 50.81) < 1e-9)
        let limits = try #require(analysis.limits)
        #expect(abs(limits.upper - (50.81 + 2.66 * 16.9 / 9)) < 1e-9 && abs(limits.range - 3.268 * 16.9 / 9) < 1e-9)
        #expect(analysis.signals.isEmpty)
        let text = try tool.run("series", "analyze", "nist.csv")
        #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `a fall is better where lower is, worse where higher is`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write(Self.weekly, to: "w.csv")
        let arguments = ["compare", "w.csv", "--at", "2021-05-03", "--date", "day", "--kind", "duration", "--smallest", "10%"]
        let lower = try decoded(Comparison.self, tool, arguments + ["--better", "lower"])
        #expect(lower.effect == "better" && lower.method == "level-shift")
        #expect(lower.before.n == 156 && lower.after.n == 36 && lower.before.median == 10)
        let difference = try #require(lower.difference)
        #expect(abs(difference - log(0.4)) < 0.02)
        #expect(try #require(lower.placeboShare) < 0.05)
        #expect(try decoded(Comparison.self, tool, arguments + ["--better", "higher"]).effect == "worse")
        let text = try tool.run(["series"] + arguments).output
        #expect(text.hasPrefix("Better: since 3 May 2021 the level was lower by a factor 0.4 "))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try tool.run(["series"] + arguments + ["--format", "markdown"]).output.contains("| one-sided p |"))
        #expect(try decoded(Comparison.self, tool, ["compare", "w.csv", "--at", "2021-08-30"]).effect == "too little data")
    }

    @Test func `shares and counts are read from one column or two`() throws {
        let tool = try CommandLineTool()
        var (ones, pairs, events) = ("day,failed\n", "day,k,n\n", "opened\n")
        for line in Self.weekly.split(separator: "\n").dropFirst() {
            let day = line.prefix(10)
            let isLate = day >= "2021-05-10"
            for index in 0..<4 { ones += "\(day),\(index == 0 || (index == 1 && isLate) ? 1 : 0)\n" }
            pairs += "\(day),\(isLate ? 2 : 1),4\n"
            events += String(repeating: "\(day)\n", count: isLate ? 2 : 1)
        }
        for (name, text) in [("ones.csv", ones), ("pairs.csv", pairs), ("events.csv", events)] { try tool.folder.write(text, to: name) }
        let share = ["--at", "2021-05-03", "--kind", "share", "--better", "lower"]
        let one = try decoded(Comparison.self, tool, ["compare", "ones.csv"] + share)
        #expect(one.effect == "worse" && abs((one.difference ?? 0) - 0.25) < 1e-6)
        #expect(try decoded(Comparison.self, tool, ["compare", "pairs.csv"] + share).difference == one.difference)
        #expect(
            try decoded(Comparison.self, tool, ["compare", "pairs.csv", "--value", "k", "--of", "n"] + share).difference == one.difference)
        let count = try decoded(
            Comparison.self, tool, ["compare", "events.csv", "--at", "2021-05-03", "--kind", "count", "--better", "higher"])
        #expect(count.effect == "better" && count.before.median == 3 && count.after.median == 6)
    }

    @Test func `bad input is a sentence with file, line and column, and code 65`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("day,hours\n2026-01-05,1\n2026-01-06,oops7\n2026-01-07,3\n2026-13-01,4\n", to: "bad.csv")
        try tool.folder.write("day,hours\n2026-01-05,1\n2026-01-06,-7\n", to: "minus.csv")
        for (arguments, words) in [
            (["analyze", "bad.csv"], "bad.csv:3, column hours: 'oops7' is not a number."),
            (["compare", "bad.csv", "--at", "2026-02-01", "--date", "day"], "bad.csv:5, column day: '2026-13-01' is not a date."),
            (["compare", "minus.csv", "--at", "2026-02-01"], "minus.csv:3, column hours: '-7' is negative"),
            (["analyze", "none.csv"], "none.csv: There is no such file."),
            (["analyze", "bad.csv", "--value", "ours"], "bad.csv:1, column ours: There is no such column. Did you mean 'hours'?"),
        ] {
            let outcome = try tool.run(["series"] + arguments)
            #expect(outcome.code == 65 && outcome.errors.contains(words), "\(outcome.errors)")
            #expect(outcome.errors.split(separator: "\n").count == 1)
        }
    }

    @Test(arguments: [
        ["compare", "w.csv", "--at", "soon"], ["compare", "w.csv", "--at", "2021-05-03", "--kind", "count"],
        ["compare", "w.csv", "--at", "2021-05-03", "--kind", "count", "--better", "lower", "--look", "early"],
        ["compare", "w.csv", "--at", "2021-05-03", "--smallest", "100%"], ["compare", "w.csv", "--at", "2021-05-03", "--smallest", "10"],
        ["compare", "w.csv", "--at", "2021-05-03", "--weeks", "2"], ["compare", "w.csv", "--at", "2021-05-03", "--rows"],
        ["compare", "w.csv", "--at", "2021-05-03", "--from", "2021-01-01"], ["analyze", "w.csv", "--delimiter", "ab"],
    ])
    func `wrong usage is 64`(arguments: [String]) throws {
        let tool = try CommandLineTool()
        try tool.folder.write(Self.weekly, to: "w.csv")
        let outcome = try tool.run(["series"] + arguments)
        #expect(outcome.code == 64, "\(outcome.output)\(outcome.errors)")
    }

    /// Effects of real records, from the reference implementation of the method.
    @Test(
        .enabled(if: Shared.has("data/effect/series/github_restore.csv"), "needs ../shared/data/effect beside the project"),
        arguments: [
            ("secp_PR_open-merge", 80, "6", 1.0, "undetermined", -0.47890329, -2.067217, 1.093503, 0.29268293),
            ("secp_PR_open-merge", 80, "6", 0.2, "better", -2.0883412, -3.676655, -0.515935, 0.02439024),
            ("7digital_cycle", 60, "6", 0.5, "undetermined", -0.31409474, -0.950995, 0.294635, 0.11363636),
            ("github_restore", 30, "12", 0.5, "better", -1.02972915, -1.491458, -0.540789, nil),
            ("github_restore", 90, "12", 0.5, "better", -0.76482356, -1.208616, -0.332645, 0.01470588),
        ] as [(String, Int, String, Double, String, Double, Double, Double, Double?)])
    func `a real record has the golden effect`(
        name: String, action: Int, weeks: String, factor: Double, effect: String, difference: Double, lower: Double, upper: Double,
        share: Double?
    ) throws {
        let tool = try CommandLineTool()
        func day(_ week: Int) -> String {
            Date(timeIntervalSince1970: Double(1_578_268_800 + week * 604_800)).formatted(.iso8601.year().month().day())
        }
        let rows = try String(contentsOfFile: Shared.path("data/effect/series/\(name).csv"), encoding: .utf8).split(
            whereSeparator: \.isNewline)
        var text = "day,value\n"
        for row in rows.dropFirst() {
            let cells = row.split(separator: ",")
            let (week, value) = (try #require(Int(cells[0])), try #require(Double(cells[1])))
            text += "\(day(week)),\(week >= action ? value * factor : value)\n"
        }
        try tool.folder.write(text, to: "real.csv")
        let found = try decoded(
            Comparison.self, tool, ["compare", "real.csv", "--at", day(action), "--better", "lower", "--weeks", weeks, "--whole-week"])
        #expect(found.effect == effect)
        #expect(abs((found.difference ?? 0) - difference) < 1e-7)
        #expect(abs((found.interval?.lower ?? 0) - lower) < 1e-5 && abs((found.interval?.upper ?? 0) - upper) < 1e-5)
        #expect(abs((found.placeboShare ?? 0) - (share ?? 0)) < 1e-7 && (found.placeboShare == nil) == (share == nil))
    }
}
