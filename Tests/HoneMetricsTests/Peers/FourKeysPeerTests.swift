import Foundation
import HoneFacts
import Testing

@testable import HoneMetrics

/// The class of the deployment frequency as dora-team/fourkeys has it: days with a deployment, counted by week over three months.
@Suite(.enabled(if: PeerFiles.has("fourkeys"), "fourkeys does not lie in ../shared/data/peers"))
struct FourKeysPeerTests {
    struct File: Decodable {
        let deploymentFrequencyBuckets: [String: String]
    }

    static let monday = CalendarDay(iso: "2026-01-05") ?? CalendarDay(number: 0)

    private static func median(_ values: [Int]) -> Double {
        let sorted = values.sorted()
        return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// Its rule, from the days that the metric counts.
    private static func bucket(_ days: [CalendarDay]) -> String {
        let weeks = (0..<13).map { week -> Int in days.count { ($0 - monday) / 7 == week } }
        let months = [1, 2, 3].map { month -> Int in
            let inMonth = days.filter { $0.civil.month == month }
            return Set(inMonth.map { ($0 - monday) / 7 }).count
        }
        if median(weeks) >= 3 { return "Daily" }
        if median(weeks.map { min($0, 1) }) >= 1 { return "Weekly" }
        return median(months) >= 1 ? "Monthly" : "Yearly"
    }

    /// Three days in each of some weeks.
    private static func busy(_ weeks: Range<Int>) -> [Int] { weeks.flatMap { week -> [Int] in [week * 7, week * 7 + 2, week * 7 + 4] } }
    private static func once(_ weeks: [Int]) -> [Int] { weeks.map { $0 * 7 } }

    struct Case: Sendable {
        /// Days after the first Monday on which something was deployed, twice on each.
        let days: [Int]
        let expected: String
    }

    static let cases: [Case] = [
        Case(days: busy(0..<13), expected: "Daily"),
        // Three days a week in six weeks of thirteen are not the middle week.
        Case(days: busy(0..<6) + once([6, 7, 8, 9, 10, 11, 12]), expected: "Weekly"),
        Case(days: once([0, 2, 4, 6, 8, 10, 12]), expected: "Weekly"), Case(days: [1, 33, 62], expected: "Monthly"),
        Case(days: [1], expected: "Yearly"), Case(days: [0, 1, 2, 3, 4], expected: "Yearly"),
    ]

    @Test(arguments: cases.indices)
    func `the class by its rule, from the part that counts days`(number: Int) throws {
        let file = try PeerFiles.decoded(File.self, "fourkeys/parser_vectors.json")
        #expect(Set(file.deploymentFrequencyBuckets.keys) == ["Daily", "Weekly", "Monthly", "Yearly"])
        var facts = PeerFacts()
        for day in Self.cases[number].days {
            let noon = Int64((Self.monday + day).number) * 86_400 + 43_200
            for time in [noon, noon + 3_600] { facts.deploy("\(time)", at: time) }
        }
        let (histories, context) = facts.histories()
        let rows = try #require(DeploymentFrequency().rows(histories, context))
        let part = try #require(rows.parts.first)
        #expect(part.name == "days with a deployment" && rows.count == 2 * part.rows.count)
        #expect(Self.bucket(part.rows.endDay) == Self.cases[number].expected)
    }
}
