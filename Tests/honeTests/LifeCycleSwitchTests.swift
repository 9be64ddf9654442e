import Foundation
import HoneTestSupport
import Testing

/// A product that goes from Scrum to Kanban, through the built binary: hone.yaml alone says so, the past stays, and every page marks
/// the day.
@Suite struct LifeCycleSwitchTests {
    private struct Page: Decodable {
        struct Row: Decodable { let observation: CommandLineTool.Shown, breaks: [Mark], quarters: [Double?] }
        struct Mark: Decodable, Equatable { let on, label: String }
        let lifeCycle: String
        let process: [Row]

        var numbers: [Double?] { process.map(\.observation.value) }
        var breaks: Set<[String]> { Set(process.map { $0.breaks.map { "\($0.label) \($0.on)" } }) }
    }

    /// Three items a week from 6 January 2025 on, each for 3 to 11 days, nearly two years long.
    private static var items: String {
        let monday = Date(timeIntervalSince1970: 1_736_121_600)
        func day(_ number: Int) -> String {
            String(ISO8601DateFormatter().string(from: monday.addingTimeInterval(Double(number) * 86_400)).prefix(10))
        }
        let rows = (0..<285).map { number in
            let start = number / 3 * 7 + number % 3
            return "I-\(number),\(number % 7 == 0 ? "tool" : "feature"),\(day(start - 4)),\(day(start)),\(day(start + 3 + number * 7 % 9))"
        }
        return (["ID,Type,Wanted,Started,Done"] + rows).joined(separator: "\n") + "\n"
    }

    private static func yaml(_ lifeCycle: String) -> String {
        """
        product: Alloy
        timezone: UTC
        life_cycle: [\(lifeCycle)]
        iteration: {days: 14, starts_on: 2025-01-06}
        sources:
          - csv: items.csv
            columns: {key: ID, kind: Type, requestedOn: Wanted, startedOn: Started, finishedOn: Done}

        """
    }

    private static let scrum = yaml("{kind: scrum}")
    private static let switched = yaml("{kind: scrum}, {kind: kanban, from: 2026-10-05}")

    /// Read as a Scrum product, with a retrospective, and an improvement that is in force since 10 August.
    private static func tool() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.folder.write(items, to: "items.csv")
        try tool.folder.write(scrum, to: "hone.yaml")
        try tool.mustRun(["sync"], on: "2026-08-03")
        try tool.mustRun(["goal", "add", "--kind", "run", "Sellers can pay"], on: "2026-08-03")
        try tool.mustRun(["note", "it takes long"], on: "2026-08-03")
        try tool.mustRun(["improvement", "shape", "1", "--kind", "process", "--goal", "1", "--hurts", "it takes long"], on: "2026-08-03")
        let terms = ["--metric", "cycle-time", "--expect", "10-30 %", "--guard", "throughput", "--guard-better", "higher"]
        try tool.mustRun(["improvement", "commit", "1", "--hypothesis", "pairs are quicker"] + terms, on: "2026-08-03")
        try tool.mustRun(["improvement", "start", "1"], on: "2026-08-10")
        try tool.mustRun(["retro", "close", "--improvement", "shorter stand-ups"], on: "2026-09-25")
        // Exported again.
        try tool.folder.write(items, to: "items.csv")
        try tool.mustRun(["sync"], on: "2026-11-22")
        return tool
    }

    private static func page(_ tool: CommandLineTool) throws -> Page {
        try JSONDecoder().decode(Page.self, from: Data(tool.run("scorecard", "--format", "json").output.utf8))
    }

    private static func count(_ word: String, in text: String) -> Int { text.components(separatedBy: word).count - 1 }

    @Test func `hone yaml alone switches it, the numbers stay, and every page marks the day`() throws {
        let tool = try Self.tool()
        let before = try Self.page(tool)
        #expect(before.lifeCycle == "Scrum, sprints of 14 days" && before.breaks == [[]])
        #expect(before.process.count > 4 && before.process.allSatisfy { $0.observation.available })
        try tool.folder.write(Self.switched, to: "hone.yaml")
        for _ in 0..<2 {
            let after = try Self.page(tool)
            #expect(after.lifeCycle == "Kanban since 5 Oct 2026" && after.breaks == [["Kanban 2026-10-05"]])
            #expect(after.numbers == before.numbers)
            let text = try tool.run("scorecard").output
            #expect(text.hasPrefix("Alloy · Kanban since 5 Oct 2026 · 12 weeks to 15 Nov 2026\n") && !text.contains("sprint"), "\(text)")
            try Self.expectBars(in: text, after.process.count)
            #expect(text.contains("1 retrospective") || text.contains("1 kaizen event"), "\(text)")
            // What is read anew says the same.
            #expect(try tool.run("sync").code == 0)
        }
        #expect(try tool.run("loop").output.hasPrefix("Alloy · Kanban since 5 Oct 2026 · "))

        let outcome = try tool.run("report")
        #expect(outcome.code == 0, "\(outcome.errors)")
        func written(_ name: String) throws -> String {
            try String(contentsOf: tool.folder.file("hone-report/\(name)"), encoding: .utf8)
        }
        for name in ["index.html", "metrics.html", "loop.html", "scorecard.md", "scorecard.json"] {
            #expect(try written(name).contains("Kanban since 5 Oct 2026") && !written(name).contains("sprint"), "\(name)")
        }
        let markdown = try written("scorecard.md")
        #expect(Self.count("│", in: markdown) == before.process.count + 1 && markdown.contains("\n│ Kanban since 5 Oct 2026\n"))
        // Each row with a past has a small picture and a large one; the weeks of the year stand at the top and beside the throughput.
        let index = try written("index.html")
        let rows = before.process.count { row in row.quarters.contains { $0 != nil } }
        #expect(rows > 4 && Self.count("Kanban since 5 Oct 2026.</desc>", in: index) == rows)
        #expect(Self.count("Kanban, 5 Oct</text>", in: index) == rows + 2)
        let metrics = try written("metrics.html")
        let figures = Self.count("<figure>", in: metrics)
        #expect(figures > 6 && Self.count(" · Kanban since 5 Oct 2026</p>", in: metrics) == figures)
        #expect(Self.count("Kanban, 5 Oct</text>", in: metrics) == 5)
    }

    /// One bar a row of the process, all in one column, and a line that says what it is; 5 October lies in the last quarter of two years.
    private static func expectBars(in text: String, _ rows: Int) throws {
        let lines = text.split(separator: "\n").map(Array.init)
        let bars = lines.filter { line in line.contains("│") && line.contains { "▁▂▃▄▅▆▇█·".contains($0) } }
        #expect(bars.count == rows && Set(bars.map { $0.firstIndex(of: "│") }).count == 1, "\(text)")
        for line in bars {
            let place = try #require(line.firstIndex(of: "│"))
            let quarters = line[..<place].suffix(7) + line[(place + 1)...].prefix(1)
            #expect(quarters.count == 8 && quarters.allSatisfy { "▁▂▃▄▅▆▇█·".contains($0) })
            #expect(line.count { $0 == "│" } == 1 && line.count <= 80)
        }
        #expect(text.contains("\n  │ Kanban since 5 Oct 2026\n"))
    }

    @Test func `it confounds what is measured across it, and the picture shows both days`() throws {
        let tool = try Self.tool()
        #expect(try !tool.run("improvement", "show", "1").output.contains("Confounded"))
        try tool.folder.write(Self.switched, to: "hone.yaml")
        let shown = try tool.run(["improvement", "show", "1"], environment: ["COLUMNS": "200"]).output
        #expect(shown.contains("Confounded: the change to Kanban on 5 Oct 2026 falls into the same weeks"), "\(shown)")
        #expect(try tool.run("report").code == 0)
        let page = try String(contentsOf: tool.folder.file("hone-report/improvements.html"), encoding: .utf8)
        #expect(page.contains("changed, 10 Aug</text>") && page.contains("Kanban, 5 Oct</text>"))
    }

    @Test func `before its day nothing has changed`() throws {
        let tool = try Self.tool()
        try tool.folder.write(Self.switched, to: "hone.yaml")
        let early = ["HONE_NOW": "2026-10-04T12:00:00Z"]
        let text = try tool.run(["scorecard"], environment: early).output
        #expect(
            !text.contains("│") && text.hasPrefix("Alloy · Scrum, sprints of 14 days · ") && !text.contains("Kanban")
                && text.contains("sprint"))
        #expect(try !tool.run(["scorecard", "--format", "json"], environment: early).output.contains("Kanban"))
        #expect(try tool.run(["report"], environment: early).code == 0)
        let metrics = try String(contentsOf: tool.folder.file("hone-report/metrics.html"), encoding: .utf8)
        #expect(metrics.contains("Scrum, sprints of 14 days") && !metrics.contains("Kanban since") && !metrics.contains("Kanban, "))
        // On its day it has.
        let day = try tool.run(["scorecard"], environment: ["HONE_NOW": "2026-10-05T00:00:00Z"]).output
        #expect(day.hasPrefix("Alloy · Kanban since 5 Oct 2026 · "))
    }
}
