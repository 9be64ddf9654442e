import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// Laws that hold for every metric on random histories.
@Suite struct ObservationLawTests {
    /// A small linear congruential generator: the same histories on every platform.
    struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    static let statuses = ["Backlog", "Ready", "Doing", "Review queue", "Review", "Done", "Cancelled"]
    static let types = ["feature", "bug", "tool", "Chore", "legacy-bug"]

    static func facts(seed: UInt64, order: (Int) -> [Int] = { Array(0..<$0) }) -> FactTables {
        var dice = Dice(state: seed)
        let rows = (0..<40).map { number -> (key: String, type: String, entered: [String]) in
            var seconds = Int64(1_767_225_600 + dice.roll(120 * 86_400))
            let entered = (0..<(1 + dice.roll(7))).map { _ in
                seconds += Int64(dice.roll(6 * 86_400))
                return "\(Instant(seconds: seconds)) \(statuses[dice.roll(statuses.count)])"
            }
            return ("K\(number)", types[dice.roll(types.count)], entered)
        }
        return ExampleFacts.transitions(order(rows.count).map { rows[$0] }).tables
    }

    static let now = Instant(iso: "2026-06-01T00:00:00Z")?.seconds ?? 0

    static func context(_ from: String, _ to: String) -> MeasureContext {
        let window = Window(from: CalendarDay(iso: from) ?? CalendarDay(number: 0), to: CalendarDay(iso: to) ?? CalendarDay(number: 0))
        return MeasureContext(interpretation: .board, window: window, now: now)
    }

    @Test(arguments: UInt64(1)...40)
    func `n and the exclusions add up to the eligible, in every part`(seed: UInt64) {
        let histories = fold(Self.facts(seed: seed), .board, now: Self.now)
        for metric in Catalogue.metrics {
            let observation = observe(metric, histories, Self.context("2026-01-01", "2026-05-01"))
            for part in [observation] + observation.parts.map(\.observation) {
                #expect(part.n + part.excluded.values.reduce(0, +) == part.eligible, "\(metric.definition.id)")
                if let interval = part.interval, let value = part.value {
                    #expect(interval.lower <= value + 1e-12 && value <= interval.upper + 1e-12, "\(metric.definition.id)")
                }
            }
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `what is counted alone is what an observation counts`(seed: UInt64) {
        let histories = fold(Self.facts(seed: seed), .board, now: Self.now)
        for metric in Catalogue.metrics {
            let context = Self.context("2026-01-01", "2026-05-01")
            let (counted, whole) = (count(metric, histories, context), observe(metric, histories, context))
            #expect((counted.n, counted.eligible) == (whole.n, whole.eligible), "\(metric.definition.id)")
            #expect(counted.excluded == whole.excluded && counted.flags == whole.flags, "\(metric.definition.id)")
            #expect(counted.unavailableReason == whole.unavailableReason, "\(metric.definition.id)")
        }
    }

    @Test(arguments: UInt64(1)...10)
    func `quarters observed together are those observed one by one`(seed: UInt64) {
        let histories = fold(Self.facts(seed: seed), .board, now: Self.now)
        let quarters = (0..<4).map { Window(from: CalendarDay(number: 20_454 + 30 * $0), to: CalendarDay(number: 20_484 + 30 * $0)) }
        let whole = Window(from: quarters[0].from, to: quarters[3].to)
        for metric in Catalogue.metrics {
            let context = MeasureContext(interpretation: .board, window: whole, now: Self.now)
            guard case .rows(let rows) = metric.measure(histories, context.over(whole, histories.items)), !rows.summary.isLevel else {
                continue
            }
            for (quarter, positions) in zip(quarters, rows.positions(inEachOf: quarters)) {
                let inner = MeasureContext(interpretation: .board, window: quarter, now: Self.now)
                let alone = observe(metric, histories, inner)
                let together = observe(metric.definition, rows, at: positions, inner)
                #expect(together.n == alone.n && together.eligible == alone.eligible, "\(metric.definition.id)")
                #expect(together.value == alone.value && together.percentiles == alone.percentiles, "\(metric.definition.id)")
            }
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `a level sees the same items, whoever has looked for them`(seed: UInt64) {
        let histories = fold(Self.facts(seed: seed), .board, now: Self.now)
        for day in stride(from: Int32(20_454), to: 20_620, by: 11) {
            let window = Window(from: CalendarDay(number: day - 30), to: CalendarDay(number: day))
            let context = MeasureContext(interpretation: .board, window: window, now: Self.now)
            let level = context.levelSeconds
            let all = (0..<histories.items.count).filter { item in
                histories.items.stage(of: item, atSeconds: level).map { histories.items.isInProgress($0) } ?? false
            }
            for context in [context, context.over(window), context.over(window, histories.items)] {
                for metric in [WorkInProgress(), WorkItemAge()] as [any Metric] {
                    guard case .rows(let rows) = metric.measure(histories, context) else { continue }
                    #expect(rows.keptPositions.map { Int(rows.index[$0]) } == all, "\(metric.definition.id)")
                }
            }
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `the order of the facts changes nothing`(seed: UInt64) {
        let straight = fold(Self.facts(seed: seed), .board, now: Self.now)
        let turned = fold(Self.facts(seed: seed) { count in (0..<count).map { ($0 * 7 + 3) % count } }, .board, now: Self.now)
        for metric in Catalogue.metrics {
            let context = Self.context("2026-01-01", "2026-05-01")
            let (left, right) = (observe(metric, straight, context), observe(metric, turned, context))
            #expect(
                left.n == right.n && left.excluded == right.excluded && left.percentiles == right.percentiles, "\(metric.definition.id)")
        }
    }

    @Test(arguments: UInt64(1)...10)
    func `facts in two batches, and facts that come twice, change nothing`(seed: UInt64) {
        let whole = Self.facts(seed: seed)
        var (split, twice) = (whole, whole)
        for family in [FactFamily.item, .transition] {
            let batches = Array(whole[family])
            twice.batches[family] = FactBatches(batches + batches)
            var halves = [FactBatch(family, origin: "example"), FactBatch(family, origin: "example")]
            for batch in batches {
                for row in 0..<batch.count { halves[row * 2 < batch.count ? 0 : 1].append(id: batch.id(row), row: batch.row(row)) }
            }
            split.batches[family] = FactBatches(halves)
        }
        let context = Self.context("2026-01-01", "2026-05-01")
        let histories = [whole, split, twice].map { fold($0, .board, now: Self.now) }
        for metric in Catalogue.metrics {
            let told = histories.map { Self.told(observe(metric, $0, context)) }
            #expect(told[0] == told[1] && told[0] == told[2], "\(metric.definition.id)")
        }
    }

    @Test(arguments: Catalogue.metrics.map(\.definition.id))
    func `one item, all open and all cancelled do not crash, and what has no value says so`(id: String) throws {
        let metric = try #require(Catalogue.metric(id))
        let doing = "2026-02-02T09:00:00Z Doing"
        for statuses in [[[doing]], [[doing], [doing]], [[doing, "2026-02-03T09:00:00Z Cancelled"], ["2026-02-03T09:00:00Z Cancelled"]]] {
            let rows = statuses.enumerated().map { ("K\($0)", "feature", $1) }
            let histories = fold(ExampleFacts.transitions(rows).tables, .board, now: Self.now)
            let observation = observe(metric, histories, Self.context("2026-01-01", "2026-05-01"))
            #expect(observation.n + observation.excluded.values.reduce(0, +) == observation.eligible)
            if !observation.isAvailable { #expect(observation.value == nil && observation.unavailableReason?.isEmpty == false) }
            if let value = observation.value { #expect(value.isFinite) }
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `two windows side by side count what the whole counts`(seed: UInt64) {
        let histories = fold(Self.facts(seed: seed), .board, now: Self.now)
        for metric in Catalogue.metrics {
            let whole = observe(metric, histories, Self.context("2026-01-01", "2026-05-01"))
            guard case .rows(let rows) = metric.measure(histories, Self.context("2026-01-01", "2026-05-01")), !rows.summary.isLevel else {
                continue
            }
            let first = observe(metric, histories, Self.context("2026-01-01", "2026-03-03"))
            let second = observe(metric, histories, Self.context("2026-03-03", "2026-05-01"))
            #expect(first.n + second.n == whole.n && first.eligible + second.eligible == whole.eligible, "\(metric.definition.id)")
        }
    }

    @Test(arguments: UInt64(1)...40)
    func `legacy bugs at the end are those at the start, plus arrivals, less exits`(seed: UInt64) throws {
        let histories = fold(Self.facts(seed: seed), .board, now: Self.now)
        for days in [20, 60, 130] {
            let from = try #require(CalendarDay(iso: "2026-01-10"))
            let context = MeasureContext(
                interpretation: .board, window: Window(from: from, to: from + days), now: Self.now)
            let end = observe(LegacyBugCount(), histories, context)
            let start = observe(
                LegacyBugCount(), histories,
                MeasureContext(interpretation: .board, window: Window(from: from + -1, to: from), now: Self.now))
            guard end.isAvailable else { continue }
            func part(_ name: String) -> Int { end.parts.first { $0.name == name }?.observation.n ?? 0 }
            #expect(end.n == start.n + part("arrivals") - part("exits"))
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `work in progress is what the raw transitions say, without any fold`(seed: UInt64) throws {
        let facts = Self.facts(seed: seed)
        let histories = fold(facts, .board, now: Self.now)
        let transitions = Array(facts[.transition])[0]
        let (item, status, changedAt) = (transitions.texts("item"), transitions.texts("status"), transitions.integers("changed_at"))
        for offset in stride(from: 0, to: 120, by: 9) {
            let day = try #require(CalendarDay(iso: "2026-01-02")) + offset
            let end = Int64((day + 1).number) * 86_400
            var latest: [String: String] = [:]
            for row in 0..<transitions.count where changedAt[row] >> 1 < end { latest[item[row]] = status[row] }
            let counted = latest.values.count { ["Ready", "Doing", "Review queue", "Review"].contains($0) }
            let context = MeasureContext(interpretation: .board, window: Window(from: day, to: day + 1), now: Self.now)
            #expect(observe(WorkInProgress(), histories, context).n == counted)
        }
    }

    /// Items with dates only, in any order and with gaps.
    static func dated(seed: UInt64) -> FactTables {
        var dice = Dice(state: seed)
        func date() -> String {
            guard dice.roll(4) > 0, let first = CalendarDay(iso: "2025-11-01") else { return "" }
            return "\(first + dice.roll(180))"
        }
        return ExampleFacts.items((0..<40).map { ("K\($0)", types[dice.roll(types.count)], date(), date(), date()) }).tables
    }

    /// Everything an observation says, in one order.
    static func told(_ observation: Observation) -> String {
        var rest = observation
        let labels = [observation.excluded, observation.flags].map { $0.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" } }
        let parts = observation.parts.map { "\($0.name): \(told($0.observation))" }
        (rest.excluded, rest.flags, rest.parts) = ([:], [:], [])
        return "\(rest) \(labels) \(parts)"
    }

    @Test(arguments: UInt64(1)...60)
    func `looking at the days of a window only changes nothing`(seed: UInt64) throws {
        var dice = Dice(state: seed &* 31)
        let first = try #require(CalendarDay(iso: "2025-11-20")) + dice.roll(120)
        let window = Window(from: first, to: first + 1 + dice.roll(60))
        for (facts, board) in [(Self.facts(seed: seed), Interpretation.board), (Self.dated(seed: seed), Interpretation())] {
            let now = Self.now - Int64(dice.roll(100) * 86_400)
            let histories = fold(facts, board, now: now)
            let context = MeasureContext(interpretation: board, window: window, now: now)
            for metric in Catalogue.metrics {
                let whole = observe(metric.definition, metric.measure(histories, context), histories, context)
                let narrow = observe(metric, histories, context)
                #expect(Self.told(whole) == Self.told(narrow), "\(metric.definition.id) \(window)")
            }
        }
    }
}
