import Foundation
import HoneTestSupport
import Testing

/// What people could do to a number that they are held to, on the built binary: each way raises its sign beside the number, and the
/// guard moves. The same board left alone raises none.
@Suite struct GamingTests {
    private struct Page: Decodable {
        struct Sign: Decodable { let kind: String, sentence: String }
        struct KPI: Decodable { let targetState: String?, guardState: String?, signs: [Sign] }
        struct Goal: Decodable { let kpis: [KPI] }
        struct Lane: Decodable { let goals: [Goal] }
        struct Row: Decodable { let observation: Observation }
        struct Observation: Decodable { let metric: String, signs: [Sign] }
        let goals: [Lane]
        let process: [Row]

        var kpi: KPI? { goals.first?.goals.first?.kpis.first }
        var kinds: Set<String> { Set(process.flatMap { $0.observation.signs.map(\.kind) } + (kpi?.signs.map(\.kind) ?? [])) }
    }

    private static func page(_ tool: CommandLineTool) throws -> (page: Page, text: String) {
        let json = try tool.run(["scorecard", "--format", "json"], environment: MadeBoard.now)
        #expect(json.code == 0, "\(json.errors)")
        let text = try tool.run(["scorecard"], environment: MadeBoard.now.merging(["COLUMNS": "160"]) { $1 }).output
        return (try JSONDecoder().decode(Page.self, from: Data(json.output.utf8)), text)
    }

    /// A page of the board as it is and one of what was made of it: signs only on the second, and the guard's word on both.
    private static func check(_ sign: String, _ left: CommandLineTool, _ made: CommandLineTool, guardBecomes: String = "broken") throws {
        let (before, plain) = try page(left)
        #expect(before.kinds.isEmpty && !plain.contains("◇"), "\(before.kinds)")
        #expect(before.kpi?.guardState == "holds")
        let (after, text) = try page(made)
        #expect(after.kpi?.signs.map(\.kind).contains(sign) == true, "\(after.kinds)")
        #expect(after.kpi?.guardState == guardBecomes)
        #expect(text.contains("◇") && text.contains("A pattern, not an accusation"))
        #expect(after.kpi?.targetState?.hasPrefix("reached") == true)
    }

    @Test func `every item split in two`() throws {
        func tool(_ csv: String) throws -> CommandLineTool {
            try MadeBoard.tool(csv, kpi: "throughput", target: ">= 100", guarded: "item-size", bound: "p50 >= 7 h")
        }
        let board = MadeBoard()
        var split = board
        split.change { item in
            (0..<2).map { half in
                var part = item
                part.key += half == 0 ? "a" : "b"
                part.hours = item.hours / 2
                return part
            }
        }
        let (left, made) = (try tool(board.rows), try tool(split.rows))
        try Self.check("item-splitting", left, made)
        let (one, two) = (try left.show("throughput", environment: MadeBoard.now), try made.show("throughput", environment: MadeBoard.now))
        #expect(two.n == 2 * one.n)
        let wide = MadeBoard.now.merging(["COLUMNS": "300"]) { $1 }
        for format in ["table", "markdown", "json"] {
            let shown = try made.run(["metric", "show", "throughput", "--format", format], environment: wide).output
            #expect(shown.contains("the hours in all went from"), "\(format)")
            #expect(shown.contains("accusation"), "\(format)")
        }
        #expect(try made.run(["report"], environment: MadeBoard.now).code == 0)
        for file in ["index.html", "metrics.html", "scorecard.md", "scorecard.json"] {
            let text = try String(contentsOf: made.folder.file("hone-report/\(file)"), encoding: .utf8)
            #expect(text.contains("the hours in all went from"), "\(file)")
        }
        #expect(try made.run(["metric", "family", "flow"], environment: MadeBoard.now).output.contains("throughput ◇"))
    }

    @Test func `closed in bulk at the end of each sprint`() throws {
        let board = MadeBoard()
        var bulk = board
        // Sprints begin on day 7, 21 ...; their last Fridays are day 18, 32 ...
        bulk.change { item in
            var late = item
            late.finished = max(item.finished, (item.finished + 7) / 14 * 14 + 4)
            return [late]
        }
        func tool(_ csv: String) throws -> CommandLineTool {
            try MadeBoard.tool(csv, kpi: "throughput", target: ">= 100", guarded: "lead-time", bound: "p50 <= 13 d")
        }
        try Self.check("bulk-closing", try tool(board.rows), try tool(bulk.rows))
    }

    @Test func `cards moved back and forth`() throws {
        let board = MadeBoard()
        func tool(_ turns: Int) throws -> CommandLineTool {
            let csv = board.moves { MadeBoard.window.contains($0.finished) && $0.key.hasSuffix("-1") ? turns : 0 }
            return try MadeBoard.tool(
                csv, yaml: MadeBoard.moved, kpi: "stage-time", target: "<= 60 d", guarded: "commitment-returns", bound: "<= 5")
        }
        try Self.check("back-and-forth", try tool(0), try tool(4))
    }

    @Test func `bugs called improvement after the fact`() throws {
        func tool() throws -> CommandLineTool {
            try MadeBoard.tool(
                MadeBoard().rows, kpi: "improvement-share", target: ">= 10 %", guarded: "defect-removal-effectiveness", bound: ">= 50 %")
        }
        let (left, made) = (try tool(), try tool())
        var board = MadeBoard()
        board.change { item in
            var other = item
            if item.found == "before" { (other.kind, other.found) = ("refactoring", "") }
            return [other]
        }
        try made.folder.write(board.rows, to: "items.csv")
        #expect(try made.run(["sync"], environment: MadeBoard.now).code == 0)
        // Five bugs are left, too few to tell on which side of the bound the guard is; it is not held any longer.
        try Self.check("reclassification", left, made, guardBecomes: "unknown")
        let rates = try [left, made].map { try $0.show("defect-removal-effectiveness", environment: MadeBoard.now).value ?? 0 }
        #expect(rates[1] < rates[0] / 2)
        let wide = MadeBoard.now.merging(["COLUMNS": "300"]) { $1 }
        #expect(try made.run(["metric", "show", "improvement-share"], environment: wide).output.contains("most often bug to refactoring"))
    }
}
