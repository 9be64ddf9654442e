import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// What an iteration began with is fixed at its start.
@Suite struct EndedIterationsTests {
    /// A sprint from the 2nd to the 16th of March, with items by when they came in and went out.
    private static func observation(
        _ metric: some Metric, _ members: [(item: String, added: String, removed: String)], finished: [String: String] = [:],
        type: (String) -> String = { _ in "feature" }
    ) throws -> Observation {
        let items = Set(members.map(\.item)).sorted()
        let facts = ExampleFacts.items(items.map { ($0, type($0), "2026-02-01", "", finished[$0] ?? "") }).adding(
            .iteration, [("1", ["started_at": "2026-03-02", "due_at": "2026-03-16", "completed_at": "2026-03-16"], [:], ["key": "1"])]
        ).adding(
            .iterationItem,
            members.enumerated().map { number, member in
                (
                    "\(number)", ["added_at": member.added, "removed_at": member.removed].filter { !$0.value.isEmpty }, [:],
                    ["iteration": "1", "item": member.item]
                )
            })
        return try AvailabilityTests.observation(metric, facts, Interpretation())
    }

    private static func part(_ observation: Observation, _ name: String) -> Observation? {
        observation.parts.first { $0.name == name }?.observation
    }

    @Test func `nothing that happens after the start changes what was promised`() throws {
        let promised = [("A", "2026-03-01", ""), ("B", "2026-03-02", "")]
        let later = [("C", "2026-03-03", ""), ("D", "2026-03-10", "2026-03-11"), ("E", "2026-03-20", "")]
        let done = ["A": "2026-03-10", "C": "2026-03-10"]
        let plain = try Self.observation(SayDo(), promised, finished: done)
        let changed = try Self.observation(SayDo(), promised + later, finished: done)
        #expect(plain.value == 0.5 && changed.value == 0.5 && changed.n == 2)
        // E came when the sprint was over.
        #expect(Self.part(changed, "done of those put in after the start")?.n == 2)
    }

    @Test func `taken out in between stays in the denominator, taken out before the start never was in it`() throws {
        let observation = try Self.observation(
            SayDo(), [("A", "2026-03-01", "2026-03-05"), ("B", "2026-03-01", ""), ("C", "2026-02-20", "2026-02-25")],
            finished: ["B": "2026-03-10"])
        #expect(observation.value == 0.5 && observation.n == 2 && observation.flags == ["taken-out": 1])
    }

    @Test func `an item that is moved in and out counts once`() throws {
        let members = [
            ("A", "2026-03-01", "2026-03-05"), ("A", "2026-03-06", ""), ("B", "2026-03-01", ""), ("C", "2026-03-04", "2026-03-05"),
            ("C", "2026-03-06", ""),
        ]
        let scope = try Self.observation(ScopeChange(), members)
        #expect(scope.value == 0.5 && Self.part(scope, "taken out")?.value == 0)
        let done = try Self.observation(SayDo(), members, finished: ["A": "2026-03-10", "C": "2026-03-10"])
        #expect(done.value == 0.5 && done.n == 2 && done.flags.isEmpty)
        #expect(Self.part(done, "done of those put in after the start")?.n == 1)
    }

    @Test func `what is reopened after the end was done at the end`() throws {
        let interpretation = Interpretation.board
        let facts = ExampleFacts.transitions([
            ("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-10T09:00:00Z Done", "2026-03-20T09:00:00Z Doing"]),
            ("B", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-20T09:00:00Z Done"]),
        ]).adding(
            .iteration, [("1", ["started_at": "2026-03-02", "due_at": "2026-03-16", "completed_at": "2026-03-16"], [:], ["key": "1"])]
        ).adding(
            .iterationItem,
            ["A", "B"].map { ("1\($0)", ["added_at": "2026-03-01"], [:], ["iteration": "1", "item": $0]) })
        #expect(try AvailabilityTests.observation(SayDo(), facts, interpretation).value == 0.5)
    }

    @Test func `what is left over and taken out at the end is no change of scope`() throws {
        let members = [("A", "2026-03-01", "2026-03-16"), ("B", "2026-03-01", ""), ("C", "2026-03-05", "2026-03-06")]
        let scope = try Self.observation(ScopeChange(), members)
        // C came in and went out: two changes.
        #expect(scope.value == 1 && Self.part(scope, "put in")?.value == 0.5 && Self.part(scope, "taken out")?.value == 0.5)
        #expect(try Self.observation(SayDo(), members).flags.isEmpty)
    }

    @Test func `more changes than items are more than one, with an interval that says so`() throws {
        let many = (0..<5).map { ("N\($0)", "2026-03-05", "") }
        #expect(try Self.observation(ScopeChange(), [("A", "2026-03-01", "")] + many).value == 5)
        #expect(try Self.observation(ScopeChange(), many).excluded == ["nothing-in-it-at-the-start": 1])
    }

    @Test func `improvement planned counts what the sprint began with, by kind`() throws {
        let members = ["A", "B", "C", "D"].map { ($0, "2026-03-01", "") } + [("E", "2026-03-05", "")]
        let types = ["A": "tool", "B": "legacy-bug", "E": "process"]
        let planned = try Self.observation(ImprovementPlanned(), members) { types[$0] ?? "feature" }
        #expect(planned.value == 0.5 && planned.n == 4)
        #expect(planned.parts.dropFirst().map(\.name) == ["refactoring", "legacy-bug", "process", "tool"])
        #expect(planned.parts.map(\.observation.value) == [1, 0, 0.25, 0, 0.25])
        let unknown = try Self.observation(ImprovementPlanned(), members) { types[$0] ?? "Chore" }
        #expect(unknown.parts.first?.observation.excluded == ["too-little-classified": 1])
        #expect(unknown.value == nil && unknown.interval?.lower == 0.5 && unknown.interval?.upper == 1)
    }
}
