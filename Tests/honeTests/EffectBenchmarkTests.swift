import Foundation
import HoneTestSupport
import Testing

/// The benchmark of the effect through the built binary, on small series made for it.
@Suite struct EffectBenchmarkTests {
    private struct Result: Decodable {
        struct Point: Decodable {
            let point: Int
            let verdict: String
        }
        struct Row: Decodable {
            let name: String
            let kind: String
            let weeks: Int
            let windows: Int
            let tied: Bool
            let good: String
        }
        let holds: Bool
        let points: [Point]
        let series: [Row]
        let seed: String
    }

    /// Weekly durations, shares and counts that wander, and one dated file.
    private func tool() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        var (durations, shares, counts, dated) = ("week,hours\n", "week,k,n\n", "week,count\n", "when;minutes;team\n")
        for week in 0..<60 {
            for row in 0..<3 {
                durations += "\(week),\(Double(5 + (week * 7 + row * 3) * 13 % 11) + Double(week * 3 + row) / 1000)\n"
            }
            shares += "\(week),\(week * 5 % 4),\(5 + week % 3)\n"
            counts += "\(week),\(week * 11 % 9)\n"
            let day = Date(timeIntervalSince1970: Double(1_577_664_000 + week * 604_800))
            for team in ["red", "blue"] { dated += "\(day.formatted(.iso8601.year().month().day()));\(3 + week * 7 % 5);\(team)\n" }
        }
        for folder in ["weekly", "exports", "minus", "dayless", "empty"] {
            try FileManager.default.createDirectory(at: tool.folder.file(folder), withIntermediateDirectories: true)
        }
        for (name, text) in [("lead", durations), ("bugs_share", shares), ("incidents", counts)] {
            try tool.folder.write(text, to: "weekly/\(name).csv")
        }
        try tool.folder.write(dated, to: "exports/dated.csv")
        try tool.folder.write(
            "name,kind,better,file,date,format,value,of,group,delimiter\nreview,duration,lower,dated.csv,when,,minutes,,team,;\n",
            to: "list.csv")
        return tool
    }

    private func result(_ tool: CommandLineTool, _ arguments: [String], code: Int32 = 1) throws -> Result {
        let outcome = try tool.run(["effect", "benchmark", "--quick", "--replicates", "4"] + arguments + ["--format", "json"])
        #expect(outcome.code == code, "\(outcome.errors)")
        return try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
    }

    @Test func `every series is in the table, and what was not checked is code 1`() throws {
        let tool = try tool()
        let found = try result(tool, ["--series", "weekly", "--dated", "list.csv", "--data", "exports"])
        #expect(found.series.map(\.name) == ["bugs_share", "incidents", "lead", "review blue", "review red"])
        #expect(found.series.map(\.kind) == ["shares", "counts", "durations", "durations", "durations"])
        // 60 weeks: from week 12 to week 47, and 35 / 12 + 1 windows.
        #expect(found.series.allSatisfy { $0.weeks == 36 && $0.windows == 3 })
        #expect(found.series.map(\.tied) == [false, false, false, true, true])
        #expect(found.series.map(\.good) == ["lower", "lower", "lower", "lower", "lower"])
        #expect(found.points.count == 6 && !found.holds)
        #expect(found.points[3].verdict == "not checked" && found.points[5].verdict == "not checked")
    }

    @Test func `the written table is what the next run is held against`() throws {
        let tool = try tool()
        let first = try tool.run("effect", "benchmark", "--series", "weekly", "--quick", "--replicates", "4", "--write", "out")
        #expect(first.code == 1, "\(first.errors)")
        #expect(first.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let again = try result(tool, ["--series", "weekly", "--against", "out/EffectBenchmark.csv"])
        #expect(again.points[5].verdict == "holds")
        // A table that saw everything.
        let csv = try String(contentsOf: tool.folder.file("out/EffectBenchmark.csv"), encoding: .utf8)
        let better = csv.split(separator: "\n").enumerated().map { index, line in
            var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if index > 0 { cells.replaceSubrange(10..<13, with: ["1.0", "1.0", "1.0"]) }
            return cells.joined(separator: ",")
        }
        try tool.folder.write(better.joined(separator: "\n") + "\n", to: "seen.csv")
        #expect(try result(tool, ["--series", "weekly", "--against", "seen.csv"]).points[5].verdict == "fails")
        let page = try String(contentsOf: tool.folder.file("out/EffectBenchmark.md"), encoding: .utf8)
        #expect(page.hasPrefix("# Effect benchmark\n\nWritten by `hone effect benchmark --quick` on 2026-11-22, seed 20261128, 3 series"))
        #expect(["bugs_share", "incidents", "lead"].allSatisfy { page.contains("| \($0) | 36 | 3 |") })
    }

    @Test func `the same seed prints the same bytes`() throws {
        let tool = try tool()
        let arguments = ["effect", "benchmark", "--series", "weekly", "--quick", "--replicates", "3", "--format", "markdown"]
        #expect(try tool.run(arguments).output == tool.run(arguments).output)
    }

    @Test func `a folder or a file that cannot be read is one sentence and code 65`() throws {
        let tool = try tool()
        try tool.folder.write("week,count\n0,3\n1,-2\n", to: "minus/bad.csv")
        try tool.folder.write("day,count\n0,3\n", to: "dayless/bad.csv")
        try tool.folder.write("nothing", to: "empty/readme.txt")
        for (folder, words) in [
            ("none", "none: There is no folder here"), ("empty", "There is no CSV file in it"), ("dayless", "column week"),
            ("minus", "column count"),
        ] {
            let outcome = try tool.run("effect", "benchmark", "--series", folder)
            #expect(outcome.code == 65 && outcome.errors.contains(words), "\(outcome.errors)")
            #expect(outcome.errors.split(separator: "\n").count == 1)
        }
    }
}
