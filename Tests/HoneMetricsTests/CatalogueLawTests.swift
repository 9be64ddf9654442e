import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// Laws that hold for every metric on histories that have a bit of everything: items with phases and people, commits with
/// files, changes with reviews, versions, and a tree.
@Suite struct CatalogueLawTests {
    typealias Row = (id: String, dates: [String: String], integers: [String: Int64], texts: [String: String])
    typealias Dice = ObservationLawTests.Dice

    static let now = Instant(iso: "2026-06-01T00:00:00Z")?.seconds ?? 0
    static let board = Interpretation(stages: Interpretation.board.stages, smallestGroup: 3, debtAreas: ["old/*"])
    static let people = ["Ann", "Bo", "Cy", "Dee", "dep[bot]"]

    static func instant(_ dice: inout Dice) -> String { "\(Instant(seconds: 1_767_225_600 + Int64(dice.roll(140 * 86_400))))" }

    static func facts(seed: UInt64) -> FactTables {
        var dice = Dice(state: seed &+ 77)
        var tables = ObservationLawTests.facts(seed: seed)
        let phases = ["Design", "Code", "Test", "Field", "Tuesday", ""]
        let keys = (0..<40).map { "K\($0)" }
        let transitions = ExampleFacts.transitions([])
        var items = FactBatch(.item, origin: "example")
        for batch in tables[.item] {
            for row in 0..<batch.count {
                let found = ["before", "after", ""][dice.roll(3)]
                items.append(
                    id: batch.id(row),
                    integers: dice.roll(3) == 0 ? [:] : ["logged_seconds": Int64(dice.roll(40_000))],
                    texts: [
                        "key": batch.texts("key")[row], "type": batch.texts("type")[row], "shape": batch.texts("shape")[row],
                        "found": found,
                        "injected_phase": phases[dice.roll(6)], "found_phase": phases[dice.roll(6)],
                    ])
            }
        }
        tables.batches[.item] = [items]
        tables.batches.merge(git(&dice, keys).tables.batches) { $1 }
        let changes = (0..<20).map { number -> Row in
            let opened = instant(&dice)
            return (
                "!\(number)", ["opened_at": opened, "merged_at": instant(&dice), "closed_at": instant(&dice)],
                ["comment_count": Int64(dice.roll(5))], ["key": "!\(number)", "author": people[dice.roll(4)], "items": keys[dice.roll(40)]]
            )
        }
        let reviews = (0..<90).map { number -> Row in
            (
                "\(number)", ["reviewed_at": instant(&dice)],
                ["is_author": dice.roll(5) == 0 ? 1 : 0, "is_bot": 0, "round": Int64(dice.roll(3))],
                ["change": "!\(dice.roll(20))", "reviewer": people[dice.roll(4)]]
            )
        }
        let versions = (0..<5).map { number -> Row in ("v\(number)", ["released_at": instant(&dice)], [:], ["name": "v\(number)"]) }
        let rest = transitions.adding(.change, changes).adding(.review, reviews).adding(.version, versions)
        for family in [FactFamily.change, .review, .version] { tables.batches[family] = rest.tables[family] }
        return tables
    }

    private static func git(_ dice: inout Dice, _ keys: [String]) -> ExampleFacts {
        let files = ["old/a.c", "old/b.c", "new/c.c", "new/d.c", "go.sum"]
        var commits: [Row] = []
        var changes: [(sha: String, author: String, lines: [String])] = []
        for number in 0..<60 {
            let at = Instant(seconds: 1_767_225_600 + Int64(number) * 2 * 86_400 + Int64(dice.roll(80_000)))
            let author = people[dice.roll(5)]
            commits.append(
                (
                    "c\(number)", ["committed_at": "\(at)", "authored_at": "\(at)"], ["is_inside": 1, "is_bot": 0],
                    [
                        "sha": "c\(number)", "parents": number == 0 ? "" : "c\(number - 1)", "keys": keys[dice.roll(40)],
                        "coauthors": dice.roll(4) == 0 ? people[dice.roll(4)] : "",
                    ]
                ))
            let lines = files.filter { _ in dice.roll(2) == 0 }.map { "+\(dice.roll(30) + 1) -\(dice.roll(10)) \($0)" }
            changes.append(("c\(number)", author, lines))
        }
        return ExampleFacts().adding(.commit, commits)
            .adding(.head, [("HEAD", [:], ["is_shallow": 0], ["branch": "main", "sha": "c59"])])
            .adding(.tag, (0..<4).map { ("v\($0)", ["tagged_at": instant(&dice)], [:], ["name": "v\($0)", "sha": "c\($0 * 15)"]) })
            .touching(changes, tree: files.map { ($0, Int64(dice.roll(90) + 9), Int64(dice.roll(200))) })
    }

    static func context(_ days: Int = 120) -> MeasureContext {
        let from = CalendarDay(iso: "2026-01-10") ?? CalendarDay(number: 0)
        return MeasureContext(interpretation: board, window: Window(from: from, to: from + days), now: now)
    }

    @Test func `the histories have something for nearly every metric`() {
        let histories = fold(Self.facts(seed: 1), Self.board, now: Self.now)
        let silent = Catalogue.metrics.filter { observe($0, histories, Self.context()).value == nil }.map(\.definition)
        // No iterations, blocks, service level, deployments, builds, plan or product measures, no comments that own up, too little of
        // it classified; and work that is open has its own histories (OpenWorkTests).
        let expected: Set = [
            "say-do", "scope-change", "improvement-planned", "blocked-time", "sle-attainment", "self-admitted-debt", "improvement-share",
            "debt-interest", "work-without-a-story", "aging-pace", "stalled-work", "open-items-survival", "deployment-frequency",
            "change-lead-time-to-deployment", "change-fail-rate", "failed-deployment-recovery-time", "deployment-rework-rate",
            "batch-size", "finished-not-released", "build-fail-rate",
            // These are about decisions, which are no facts.
            "retro-follow-through", "build-measure-learn", "validated-learning-rate",
        ]
        let others = silent.filter { ![.schedule, .outcome].contains($0.family) && !expected.contains($0.id) }
        #expect(others.map(\.id) == [])
    }

    @Test(arguments: UInt64(1)...25)
    func `n and the exclusions add up, and an interval holds its value`(seed: UInt64) {
        let histories = fold(Self.facts(seed: seed), Self.board, now: Self.now)
        for metric in Catalogue.metrics {
            let shown = observe(metric, histories, Self.context())
            for part in [shown] + shown.parts.map(\.observation) {
                #expect(part.n + part.excluded.values.reduce(0, +) == part.eligible, "\(metric.definition.id)")
                if let interval = part.interval, let value = part.value {
                    #expect(interval.lower <= value + 1e-9 && value <= interval.upper + 1e-9, "\(metric.definition.id)")
                }
                if let value = part.value { #expect(value.isFinite, "\(metric.definition.id)") }
            }
        }
    }

    @Test(arguments: UInt64(1)...15)
    func `splitting the batches changes nothing`(seed: UInt64) {
        let facts = Self.facts(seed: seed)
        var dice = Dice(state: seed)
        var split = facts
        for (family, batches) in facts.batches where family != .head {
            var parts: [FactBatch] = []
            for batch in batches {
                var part = FactBatch(family, origin: batch.origin)
                for row in 0..<batch.count {
                    part.append(id: batch.id(row), row: batch.row(row))
                    if dice.roll(5) == 0 {
                        parts.append(part)
                        part = FactBatch(family, origin: batch.origin)
                    }
                }
                parts.append(part)
            }
            split.batches[family] = FactBatches(parts)
        }
        Self.compare(facts, split)
    }

    @Test(arguments: UInt64(1)...8)
    func `recording the facts twice changes nothing`(seed: UInt64) async throws {
        let facts = Self.facts(seed: seed)
        let (once, twice) = (MemoryFactLog(), MemoryFactLog())
        let batches = facts.batches.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { Array($0.value) }
        _ = await once.append(batches, from: "example", recordedAt: 0, cursor: nil)
        for _ in 0..<2 { _ = await twice.append(batches, from: "example", recordedAt: 0, cursor: nil) }
        Self.compare(try await FactTables(log: once), try await FactTables(log: twice))
        Self.compare(facts, try await FactTables(log: once))
    }

    @Test(arguments: UInt64(1)...15)
    func `the order of commits, files, changes and reviews changes nothing`(seed: UInt64) {
        let facts = Self.facts(seed: seed)
        var turned = facts
        for (family, batches) in facts.batches where family != .head {
            turned.batches[family] = FactBatches(
                batches.map { batch in
                    var copy = FactBatch(family, origin: batch.origin)
                    for row in (0..<batch.count).reversed() { copy.append(id: batch.id(row), row: batch.row(row)) }
                    return copy
                })
        }
        Self.compare(facts, turned, isExact: false)
    }

    /// Sums in another order may differ in the last digit.
    static func compare(_ left: FactTables, _ right: FactTables, isExact: Bool = true) {
        let (first, second) = (fold(left, board, now: now), fold(right, board, now: now))
        for metric in Catalogue.metrics {
            let (one, other) = (observe(metric, first, context()), observe(metric, second, context()))
            if isExact {
                #expect(ObservationLawTests.told(one) == ObservationLawTests.told(other), "\(metric.definition.id)")
            } else {
                #expect(one.n == other.n && one.excluded == other.excluded && one.flags == other.flags, "\(metric.definition.id)")
                #expect(abs((one.value ?? -1) - (other.value ?? -1)) < 1e-9, "\(metric.definition.id)")
                #expect(one.parts.map(\.name) == other.parts.map(\.name), "\(metric.definition.id)")
            }
        }
    }

    @Test(arguments: UInt64(1)...25)
    func `looking at the days of a window only changes nothing`(seed: UInt64) {
        let histories = fold(Self.facts(seed: seed), Self.board, now: Self.now)
        for days in [7, 40, 120] {
            let context = Self.context(days)
            // What came to light before the window counts too, where a number is of all until its end.
            for metric in Catalogue.metrics where !metric.definition.isCumulative {
                let whole = observe(metric.definition, metric.measure(histories, context), histories, context)
                #expect(
                    ObservationLawTests.told(whole) == ObservationLawTests.told(observe(metric, histories, context)),
                    "\(metric.definition.id)")
            }
        }
    }

    static let small: [(name: String, facts: ExampleFacts)] = [
        ("one item", .items([("A", "bug", "2026-02-01", "2026-02-02", "2026-02-05")])),
        ("one open item", .items([("A", "bug", "2026-02-01", "", "")])),
        ("one item without a date", .items([("A", "bug", "", "", "")])),
        ("all open", .transitions((0..<9).map { ("K\($0)", "bug", ["2026-02-0\($0 + 1)T09:00:00Z Doing"]) })),
        (
            "all cancelled",
            .transitions((0..<9).map { ("K\($0)", "bug", ["2026-02-0\($0 + 1)T09:00:00Z Doing", "2026-02-20T09:00:00Z Cancelled"]) })
        ),
        ("one commit", .git(commits: [("c", "", "2026-02-01T09:00:00Z")], tags: []).touching([("c", "Ann", ["+1 a.c"])])),
        ("one change", .changes([("!1", "2026-02-01T09:00:00Z", "", "")])),
    ]

    @Test(arguments: small.indices)
    func `little is either a number or undefined with a reason or with nothing to stand on`(number: Int) {
        let histories = fold(Self.small[number].facts.tables, Self.board, now: Self.now)
        for metric in Catalogue.metrics {
            let shown = observe(metric, histories, Self.context())
            #expect(shown.isAvailable || shown.unavailableReason?.isEmpty == false)
            if shown.value == nil, shown.isAvailable, shown.n > 0 {
                // A value that is not known of what was kept has a range or a reason elsewhere.
                #expect(shown.interval != nil || shown.unit != .count, "\(metric.definition.id) \(Self.small[number].name)")
            }
        }
    }
}
