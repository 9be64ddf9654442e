import Foundation
import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// The golden sprints of `sprint_predictability`, as facts of two-week sprints.
private struct SprintOracle: Decodable {
    struct Case: Decodable, CustomTestStringConvertible {
        let id: String
        let input: [Sprint]
        let expected: Expected
        var testDescription: String { id }
    }

    struct Sprint: Decodable {
        let name: String
        let committed: [String]
        let added: [String]?
        let removed: [String]?
        let done: [String]
    }

    struct Expected: Decodable {
        let sprints: [Row]
        let pooledSayDo: Double
        let pooledWilson95: [Double]
    }

    struct Row: Decodable {
        let committed: Int
        let committedDone: Int
        let sayDo: Double?
        let added: Int
        let addedDone: Int
        let removed: Int
        let scopeChange: Double?
    }

    let cases: [Case]

    static let file = FlowOracle.file.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("oracle/sprint_predictability.json")
    static let all: [Case] = {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return (try? Data(contentsOf: file)).flatMap { try? decoder.decode(SprintOracle.self, from: $0).cases } ?? []
    }()
}

@Suite(.enabled(if: !SprintOracle.all.isEmpty, "sprint_predictability.json does not lie in ../shared/data/oracle"))
struct SayDoOracleTests {
    static let firstDay = CalendarDay(iso: "2026-01-05") ?? CalendarDay(number: 0)

    @Test(arguments: SprintOracle.all)
    fileprivate func `say/do is that of the golden sprints, one by one and pooled`(golden: SprintOracle.Case) throws {
        let facts = Self.facts(golden.input)
        let end = Self.firstDay + 14 * golden.input.count
        let now = Interpretation().zone.startOfDay(end + 30)
        let histories = fold(facts.tables, Interpretation(), now: now)
        func observation(from: CalendarDay, to: CalendarDay) -> Observation {
            observe(SayDo(), histories, MeasureContext(interpretation: Interpretation(), window: Window(from: from, to: to), now: now))
        }
        let pooled = observation(from: Self.firstDay, to: end + 30)
        #expect(abs((pooled.value ?? -1) - golden.expected.pooledSayDo) < 1e-9)
        #expect(abs((pooled.interval?.lower ?? -1) - golden.expected.pooledWilson95[0]) < 1e-9)
        #expect(abs((pooled.interval?.upper ?? -1) - golden.expected.pooledWilson95[1]) < 1e-9)
        #expect(pooled.n == golden.expected.sprints.map(\.committed).reduce(0, +))
        for (number, row) in golden.expected.sprints.enumerated() {
            // It is closed on the day on which the next one begins, and counts on the day before.
            let lastDay = Self.firstDay + 14 * (number + 1) + -1
            let sprint = observation(from: lastDay, to: lastDay + 1)
            #expect(sprint.value == row.sayDo)
            #expect(sprint.n == row.committed)
            #expect(sprint.numerator ?? 0 == Double(row.committedDone))
            #expect(sprint.flags["taken-out", default: 0] == row.removed)
            let later = sprint.parts.first { $0.name == "done of those put in after the start" }?.observation
            #expect(later?.n == row.added)
            #expect(later?.numerator ?? 0 == Double(row.addedDone))
        }
    }

    @Test(arguments: SprintOracle.all)
    fileprivate func `the change of scope is that of the golden sprints`(golden: SprintOracle.Case) throws {
        let facts = Self.facts(golden.input)
        let end = Self.firstDay + 14 * golden.input.count
        let now = Interpretation().zone.startOfDay(end + 30)
        let histories = fold(facts.tables, Interpretation(), now: now)
        func observation(from: CalendarDay, to: CalendarDay) -> Observation {
            observe(
                ScopeChange(), histories, MeasureContext(interpretation: Interpretation(), window: Window(from: from, to: to), now: now))
        }
        for (number, row) in golden.expected.sprints.enumerated() {
            // It is closed on the day on which the next one begins, and counts on the day before.
            let lastDay = Self.firstDay + 14 * (number + 1) + -1
            let sprint = observation(from: lastDay, to: lastDay + 1)
            #expect(sprint.value == row.scopeChange)
            #expect(sprint.excluded == (row.scopeChange == nil ? ["nothing-in-it-at-the-start": 1] : [:]))
        }
        let pooled = observation(from: Self.firstDay, to: end + 1)
        let counted = golden.expected.sprints.filter { $0.committed > 0 }
        #expect(pooled.numerator == Double(counted.map { $0.added + $0.removed }.reduce(0, +)))
        #expect(pooled.denominator == Double(counted.map(\.committed).reduce(0, +)))
        #expect(pooled.n == counted.count && pooled.interval?.method == "jackknife-t")
    }

    /// What is committed is in a sprint the day before it starts; what is added or removed moves on its fourth day; what is
    /// done is finished on its seventh.
    private static func facts(_ sprints: [SprintOracle.Sprint]) -> ExampleFacts {
        var finished: [String: String] = [:]
        var members: [(id: String, dates: [String: String], integers: [String: Int64], texts: [String: String])] = []
        var iterations = members
        for (number, sprint) in sprints.enumerated() {
            let start = firstDay + 14 * number
            for item in sprint.done { finished[item] = "\(start + 7)" }
            iterations.append(
                (
                    sprint.name, ["started_at": "\(start)", "due_at": "\(start + 14)", "completed_at": "\(start + 14)"], [:],
                    ["key": sprint.name]
                ))
            for item in sprint.committed + (sprint.added ?? []) {
                var dates = ["added_at": "\(sprint.committed.contains(item) ? start + -1 : start + 4)"]
                if sprint.removed?.contains(item) == true { dates["removed_at"] = "\(start + 4)" }
                members.append(("\(sprint.name) \(item)", dates, [:], ["iteration": sprint.name, "item": item]))
            }
        }
        let keys = Set(members.compactMap { $0.texts["item"] }).sorted()
        return ExampleFacts.items(keys.map { ($0, "", "2025-12-01", "", finished[$0] ?? "") })
            .adding(.iteration, iterations).adding(.iterationItem, members)
    }
}
