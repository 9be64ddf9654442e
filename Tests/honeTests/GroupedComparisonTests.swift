import Foundation
import HoneTestSupport
import Testing

/// `hone series compare` with groups: monthly data around month 0, and dated rows.
@Suite struct GroupedComparisonTests {
    private struct Answer: Decodable {
        struct Pool: Decodable {
            let groups: Int
            let median: Double
            let lower: Double?
            let upper: Double?
        }
        struct Group: Decodable {
            let group: String
            let effect: String
            let difference: Double?
            let plainDifference: Double?
        }
        struct Moment: Decodable {
            let number: Int
            let groups: Int
            let median: Double?
        }
        let resolution: String
        let groups: Int
        let read: Int
        let tooLittleData: Int
        let pooled: Pool?
        let plainMeans: Pool?
        let trendBefore: Pool?
        let course: [Moment]
        let each: [Group]
    }

    /// Five products of 12 months on each side that rise by ln 2, ln 1, ln 4, ln 2, ln 3; one that begins 7 months before.
    private let monthly: String = {
        var text = "product,month,hours\n"
        for (name, factor) in [("acme/b", 2.0), ("acme/a", 1), ("other/a", 4), ("c", 2), ("d", 3)] {
            for month in -12...12 { text += "\(name),\(month),\((month % 2 == 0 ? 11.0 : 9.0) * (month > 0 ? factor : 1))\n" }
        }
        for month in -7...12 { text += "young,\(month),5\n" }
        return text + "c,3,\n"
    }()

    private func answer(_ tool: CommandLineTool, _ arguments: [String]) throws -> Answer {
        let outcome = try tool.run(["series", "compare"] + arguments + ["--format", "json"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    }

    @Test func `groups with eight months on each side are read, and the middle of their shifts is told`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write(monthly, to: "m.csv")
        let found = try answer(tool, ["m.csv", "--group", "product", "--months", "month", "--value", "hours"])
        #expect(found.resolution == "monthly" && found.groups == 6 && found.read == 5 && found.tooLittleData == 1)
        let pooled = try #require(found.pooled)
        let plain = try #require(found.plainMeans)
        // Even months are 11, odd ones 9, six of each on both sides.
        #expect(abs(plain.median - log(2)) < 1e-9 && plain.groups == 5)
        #expect(abs(pooled.median - log(2)) < 0.02)
        #expect(try #require(pooled.lower) < pooled.median && pooled.median < (try #require(pooled.upper)))
        #expect(abs(try #require(found.trendBefore).median) < 1e-9)
        #expect(found.course.map(\.number) == Array(-12...12) && found.course.allSatisfy { $0.groups == 5 })
        // Names in order; of owner/name the name alone.
        #expect(found.each.map(\.group) == ["a", "b", "c", "d", "a (2)", "young"])
        // The unmoved one: 1.717 * 0.1 * sqrt(2 / 12) = 0.07 on each side, inside the 0.105 of 10 %.
        #expect(found.each.map(\.effect) == ["no meaningful change", "worse", "worse", "worse", "worse", "too little data"])
    }

    @Test func `it says monthly, shows what went before, and claims no cause`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write(monthly, to: "m.csv")
        let text = try tool.run("series", "compare", "m.csv", "--group", "product", "--months", "month", "--value", "hours").output
        #expect(text.hasPrefix("Monthly data. Since month 0 the level was higher in the middle of 5 groups"))
        #expect(text.contains("before the change") && text.replacing("\n", with: " ").contains("other causes are possible"))
        #expect(!text.contains("acme") && !text.contains("other/"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        for word in ["because", "caused", "thanks to", "led to", "due to"] { #expect(!text.contains(word)) }
    }

    @Test func `dated rows are compared by week, group by group`() throws {
        let tool = try CommandLineTool()
        let rows = SeriesTests.weekly.split(separator: "\n")
        let grouped = "\(rows[0]),team\n" + rows.dropFirst().flatMap { line in ["red", "blue"].map { "\(line),\($0)\n" } }.joined()
        try tool.folder.write(grouped, to: "w.csv")
        let found = try answer(tool, ["w.csv", "--group", "team", "--at", "2021-05-03", "--date", "day", "--value", "hours"])
        #expect(found.resolution == "weekly" && found.each.map(\.effect) == ["better", "better"])
        #expect(abs(try #require(found.pooled).median - log(0.4)) < 0.02)
    }

    @Test func `people are never groups, and the wrong way to ask is a sentence`() throws {
        let tool = try CommandLineTool()
        try tool.folder.write(monthly.replacing("product,", with: "prAuthor,"), to: "p.csv")
        let people = try tool.run("series", "compare", "p.csv", "--group", "prAuthor", "--months", "month", "--value", "hours")
        #expect(people.code == 65 && people.errors.contains("people are never compared"))
        try tool.folder.write(monthly, to: "m.csv")
        for arguments in [
            ["--group", "product", "--value", "hours"], ["--months", "month", "--at", "2026-01-01"],
            ["--group", "product", "--months", "month", "--kind", "count", "--better", "lower"],
        ] {
            let outcome = try tool.run(["series", "compare", "m.csv"] + arguments)
            #expect(outcome.code == 64 && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
        }
    }
}
