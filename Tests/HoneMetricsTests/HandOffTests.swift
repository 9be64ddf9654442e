import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

@Suite struct HandOffTests {
    @Test func `waiting before engineering and after it are the whole where there is nothing else`() throws {
        var dice = ObservationLawTests.Dice(state: 5)
        for seed in UInt64(1)...20 {
            let histories = fold(ObservationLawTests.facts(seed: seed), .board, now: ObservationLawTests.now)
            guard case .rows(let rows) = WaitForProduct().measure(histories, ObservationLawTests.context("2026-01-01", "2026-07-01"))
            else { continue }
            for row in 0..<rows.count where rows.exclusion[row] == nil {
                // By hand: each second of the way is in a stage or before the first one.
                let item = Int(rows.index[row])
                let (from, to) = (histories.items.requestedAt[item] >> 1, histories.items.finishedAt[item] >> 1)
                let step = Int64(600 + dice.roll(900))
                var waiting: Int64 = 0
                for at in stride(from: from, to: to, by: Int(step)) {
                    let stage = histories.items.stage(of: item, atSeconds: at)
                    if stage.map({ histories.items.stages[$0].name == "Backlog" }) ?? true { waiting += min(step, to - at) }
                }
                #expect(abs(Double(waiting) / 3600 - rows.value[row]) <= Double(8 * step) / 3600)
                #expect(rows.value[row] <= rows.weight(row))
            }
        }
    }

    @Test func `a board with one active stage shows no hand-off and gives no zero`() throws {
        let facts = ExampleFacts.transitions([
            ("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Done"]),
            ("B", "feature", ["2026-03-02T09:00:00Z Backlog", "2026-03-03T09:00:00Z Done"]),
        ])
        let (backlog, doing) = (Stage(name: "Backlog", kind: .backlog), Stage(name: "Doing", kind: .active))
        let done = Stage(name: "Done", kind: .done)
        let one = try AvailabilityTests.observation(
            HandOffs(), facts, Interpretation(stages: StageMap([backlog, doing, done], commitment: "Doing")))
        #expect(one.value == nil && one.unavailableReason?.hasPrefix("Only one stage of hone.yaml is active, Doing, so") == true)
        let none = try AvailabilityTests.observation(
            HandOffs(), facts, Interpretation(stages: StageMap([backlog, done], commitment: "Done")))
        #expect(none.value == nil && none.unavailableReason?.hasPrefix("No stage of hone.yaml is active, so") == true)
        // With two, A was seen to stay in one hand; of B no hand was seen.
        let two = try AvailabilityTests.observation(HandOffs(), facts, .board)
        #expect(two.value == 0 && two.n == 1 && two.excluded == ["no-active-stage": 1])
    }

    @Test func `people behind an item are counted and never named, and not for a few`() throws {
        let keys = ["K-1", "K-2"]
        let items = ExampleFacts.transitions(keys.map { ($0, "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-05T09:00:00Z Done"]) })
        func shown(_ writers: [String], naming: [String]) throws -> Observation.Part {
            var facts = items
            facts.tables.batches.merge(TeamExample.commits(writers, merge: false).tables.batches) { $1 }
            let board = Interpretation(stages: Interpretation.board.stages, smallestGroup: 3)
            let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
            let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-04-01")))
            let histories = fold(facts.namingItems(naming).tables, board, now: now)
            let whole = observe(HandOffs(), histories, MeasureContext(interpretation: board, window: window, now: now))
            return try #require(whole.parts.first)
        }
        let three = try shown(["Ann", "Bo with Cy", "Ann"], naming: ["K-1", "K-1", "K-2"]).observation
        #expect(three.percentiles?.p95 == 3 && three.n == 2)
        let two = try shown(["Ann", "Bo", "Ann"], naming: ["K-1", "K-1", "K-2"]).observation
        #expect(two.value == nil && two.unavailableReason?.hasPrefix("Too few people") == true)
    }

    @Test func `on a board without a stage of ideas the wait cannot be seen, which is not none`() throws {
        let stages = [Stage(name: "Doing", kind: .active), Stage(name: "Done", kind: .done)]
        let board = Interpretation(stages: StageMap(stages, commitment: "Doing"))
        let facts = ExampleFacts.transitions([("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-05T09:00:00Z Done"])])
        let now = try #require(Instant(iso: "2026-04-01T00:00:00Z")).seconds
        let window = Window(from: try #require(CalendarDay(iso: "2026-03-01")), to: try #require(CalendarDay(iso: "2026-04-01")))
        let shown = observe(
            WaitForProduct(), fold(facts.tables, board, now: now), MeasureContext(interpretation: board, window: window, now: now))
        #expect(shown.value == nil && shown.n == 0 && shown.excluded == ["no-idea-stage": 1])
    }
}
