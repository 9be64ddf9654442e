import Foundation
import HoneTestSupport
import Testing

/// Forecasts through the built binary.
@Suite struct ForecastTests {
    struct Answer: Decodable {
        struct Backtest: Decodable {
            struct Score: Decodable {
                let confidence: Double
                let cameTrue: Int
                let of: Int
            }
            let scores: [Score]
        }
        let method: String
        let seed: Int
        let percentiles: [String: Int?]
        let refused: String?
        let backtest: Backtest?
    }

    private func answer(_ tool: CommandLineTool, _ arguments: String...) throws -> Answer { try answer(tool, arguments) }

    private func answer(_ tool: CommandLineTool, _ arguments: [String]) throws -> Answer {
        let outcome = try tool.run(["forecast"] + arguments + ["--format", "json"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    }

    /// Two items on every working day from 2 June to 20 November 2026, and three open ones.
    static let board: String = {
        var text = "id,labels,created,done\n"
        for day in 0..<172 where day % 7 < 5 {
            let date = Date(timeIntervalSince1970: Double(1_780_272_000 + day * 86_400)).formatted(.iso8601.year().month().day())
            text += "A\(day),checkout,2026-06-01,\(date)\nB\(day),,2026-06-01,\(date)\n"
        }
        return text + "C1,checkout,2026-11-01,\nC2,Checkout,2026-11-01,\nC3,other,2026-11-01,\n"
    }()

    static func product() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        try tool.folder.write(board, to: "board.csv")
        let map = "key=id,labels=labels,requestedOn=created,finishedOn=done"
        #expect(try tool.run("init", "--yes", "--product", "x", "--timezone", "UTC", "--csv", "board.csv", "--map", map).code == 0)
        #expect(try tool.run("sync").code == 0)
        return tool
    }

    @Test func `seven items from a die take 2, 3, 3 and 4 days`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("1\n2\n3\n4\n5\n6\n", to: "die.csv")
        let exact = try answer(tool, "when", "--items", "7", "--samples", "die.csv", "--seed", "7")
        #expect(exact.percentiles == ["50": 2, "70": 3, "85": 3, "95": 4])
        #expect(exact.method == "exact" && exact.seed == 7 && exact.refused == nil && exact.backtest == nil)
        let simulated = try answer(tool, "when", "--items", "7", "--samples", "die.csv", "--seed", "7", "--method", "simulated")
        #expect(simulated.method == "simulated" && simulated.percentiles == exact.percentiles)
        let many = try answer(tool, "how-many", "--until", "2026-11-24", "--samples", "die.csv")
        #expect(many.percentiles == ["50": 7, "70": 6, "85": 4, "95": 3])
    }

    @Test func `samples are refused only when empty, negative or all zero`() throws {
        let tool = try CommandLineTool()
        for (text, isRefused) in [
            ("", true), ("n\n", true), ("n\n0\n0\n", true), ("n\n3\n-1\n", true), ("n\n0\n1\n", false), ("2\n", false),
        ] {
            try tool.folder.write(text, to: "s.csv")
            let found = try answer(tool, "when", "--items", "3", "--samples", "s.csv")
            #expect((found.refused != nil) == isRefused, "\(text)")
            #expect((found.percentiles["85"] ?? nil) == nil ? isRefused : !isRefused)
        }
        try tool.folder.write("n\n1\n2.5\n", to: "s.csv")
        let half = try tool.run("forecast", "when", "--items", "3", "--samples", "s.csv")
        #expect(half.code == 65 && half.errors.contains("s.csv:3, column n: '2.5' is not a whole number."))
    }

    @Test func `the product's own history is drawn from and put to the test`() throws {
        let tool = try Self.product()
        let found = try answer(tool, "when", "--items", "10")
        #expect(found.method == "exact" && found.refused == nil)
        #expect(found.backtest?.scores.map(\.confidence) == [0.5, 0.7, 0.85, 0.95])
        #expect((found.backtest?.scores.first?.of ?? 0) > 10)
        let text = try tool.run("forecast", "when", "--items", "10").output
        #expect(text.hasPrefix("10 items: 85 % likely within ") && text.contains("to 21 Nov 2026"))
        #expect(text.contains("Never more than 95 %") && text.contains("Back-test: 85 % forecasts came true "))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `a label stands for its open items`() throws {
        let tool = try Self.product()
        let text = try tool.run("forecast", "when", "--label", "checkout").output
        #expect(text.hasPrefix("2 items: ") && text.contains("2 open of 126 with the label checkout"))
        #expect(try answer(tool, "when", "--label", "checkout").percentiles == answer(tool, "when", "--items", "2").percentiles)
        let none = try tool.run("forecast", "when", "--label", "nothing")
        #expect(none.code == 64 && none.errors.contains("No item has the label 'nothing'."))
    }

    @Test(arguments: ["id,created,done\n", "id,created,done\n1,2026-11-01,\n2,2026-11-03,\n"])
    func `without a finished item there is a reason and no number`(board: String) throws {
        let tool = try CommandLineTool()
        try tool.folder.write(board, to: "board.csv")
        try tool.folder.write(
            "product: x\nsources:\n  - csv: board.csv\n    columns: {key: id, requestedOn: created, finishedOn: done}\n", to: "hone.yaml")
        try tool.run("sync")
        for question in [["when", "--items", "3"], ["when", "--items", "0"], ["how-many", "--until", "2026-12-24"]] {
            let found = try answer(tool, question)
            #expect(found.refused?.hasPrefix("No forecast: no item is known to be finished up to 21 Nov 2026, so there is") == true)
            #expect(found.percentiles.count == 4 && found.percentiles.values.allSatisfy { $0 == nil } && found.backtest == nil)
            let text = try tool.run(["forecast"] + question, environment: ["COLUMNS": "80"]).output
            #expect(text.contains("hone doctor") && text.contains("--samples") && !text.contains("drawn from"))
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
    }

    @Test func `too short a history is refused in kind words`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write("id,created,done\n1,2026-11-01,2026-11-18\n", to: "board.csv")
        try tool.run("init", "--yes", "--product", "x", "--csv", "board.csv", "--map", "key=id,requestedOn=created,finishedOn=done")
        try tool.run("sync")
        let found = try answer(tool, "how-many", "--until", "2026-12-24")
        #expect(found.refused?.hasPrefix("No forecast yet: 4 days of history, 20 are needed") == true)
    }

    @Test(arguments: [
        ["when"], ["when", "--items", "3", "--label", "x"], ["when", "--items", "-3"], ["when", "--items", "5-3"],
        ["how-many", "--until", "2026-11-22"], ["how-many", "--until", "soon"], ["how-many"],
        ["when", "--items", "3-5", "--method", "exact", "--samples", "s.csv"], ["when", "--items", "3", "--seed", "9007199254740992"],
        ["when", "--items", "3", "--split", "0", "--samples", "s.csv"],
    ])
    func `wrong usage is 64`(arguments: [String]) throws {
        let tool = try CommandLineTool()
        try tool.folder.write("1\n", to: "s.csv")
        let outcome = try tool.run(["forecast"] + arguments)
        #expect(outcome.code == 64, "\(outcome.output)\(outcome.errors)")
    }

    @Test func `every family can be looked at`() throws {
        let tool = try Self.product()
        let families = [
            "flow", "quality", "delivery", "collaboration", "technical-debt", "improvement", "predictability", "schedule", "outcome",
        ]
        for family in families {
            let text = try tool.run("metric", "family", family)
            #expect(text.code == 0 && text.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text.errors)")
            let json = try tool.run("metric", "family", family, "--format", "json").output
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
        }
        #expect(try tool.run("metric", "family", "flow").output.contains("throughput"))
        #expect(try tool.run("metric", "family", "people").code == 64)
    }
}
