import Testing

@testable import HoneFacts

/// Stored transitions of the ordinary form are read another way than all others; nobody may see it.
@Suite struct PlainTransitionsTests {
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    private static let interpretation = Interpretation(
        zone: ZoneTable(name: "Test/Zone", changes: [(start: -4_000_000_000, offset: -10_800), (start: 1_700_000_000, offset: 7_200)]),
        stages: StageMap(
            [
                Stage(name: "Backlog", kind: .backlog), Stage(name: "Ready", kind: .wait), Stage(name: "Doing", kind: .active),
                Stage(name: "Done", kind: .done), Stage(name: "Dropped", kind: .cancelled),
            ], commitment: "Ready"))
    /// The last has no stage.
    private static let statuses = ["Backlog", "Ready", "Doing", "Done", "Dropped", "Elsewhere"]

    private static func numbering(_ texts: [String]) -> TextTable {
        var table = TextTable(texts)
        table.mark = TextTable.Mark()
        return table
    }

    private static func segment(
        _ family: FactFamily, _ columns: [SegmentColumn], rowCount: Int, _ texts: LogTexts, superseded: [UInt8] = []
    ) -> FactSegment {
        FactSegment(
            sequence: 1, family: family, origin: "csv:a", isNative: false, body: SegmentBody.bytes(columns, rowCount: rowCount),
            superseded: superseded, texts: texts)
    }

    /// A log in the order of time or not: every third one with the first items described by nobody and then all of them, the others
    /// with some in between; every other one with a status that no stage names.
    private static func log(seed: UInt64, days: Bool, inOrder: Bool) -> (items: FactSegment, transitions: FactSegment) {
        var dice = Dice(state: seed)
        let itemCount = 30
        let texts = LogTexts([
            "item": numbering((0..<itemCount).map { "K\($0)" }), "status": numbering(statuses), "item.shape": numbering(["transitions"]),
        ])
        let described = (0..<itemCount).filter { item in seed % 3 == 0 ? item > 2 : dice.roll(8) > 0 }.map(Int64.init)
        let statusCount = statuses.count - (seed % 2 == 0 ? 1 : 0)
        let items = segment(
            .item,
            [
                SegmentColumn(name: "key", isText: true, values: described),
                SegmentColumn(name: "shape", isText: true, values: described.map { _ in 0 }),
            ], rowCount: described.count, texts)
        let rowCount = 400
        var instants = (0..<rowCount).map { _ in
            let seconds = Int64(1_690_000_000 + dice.roll(2_000) * 10_000)
            let isDay = days && dice.roll(3) == 0
            return isDay ? Instant(day: CalendarDay(number: Int32(seconds / 86_400))).rawValue : seconds * 2
        }
        if inOrder { instants.sort() }
        let transitions = segment(
            .transition,
            [
                SegmentColumn(name: "item", isText: true, values: instants.map { _ in Int64(dice.roll(itemCount)) }),
                SegmentColumn(name: "status", isText: true, values: instants.map { _ in Int64(dice.roll(statusCount)) }),
                SegmentColumn(name: "changed_at", isText: false, values: instants),
                SegmentColumn(name: "ordinal", isText: false, values: instants.map { _ in 0 }),
            ], rowCount: rowCount, texts)
        return (items, transitions)
    }

    /// Everything that a folding knows of its items, as texts.
    private static func shown(_ histories: Histories) -> [String] {
        let items = histories.items
        let numbers = [
            items.requestedAt, items.startedAt, items.finishedAt, items.firstFinishedAt, items.cancelledAt, items.activeSeconds,
            items.processSeconds, items.blockedSeconds,
        ]
        return (0..<items.count).map { item in
            let flags = [items.isReopened[item], items.isReturned[item], items.hasTransitions[item], items.hasClosings[item]]
            return "\(items.key[item]) \(numbers.map { $0[item] }) \(flags) \(Array(items.visits(of: item)))"
        } + histories.remarks.map { "\($0)" }
    }

    private static func check(_ items: FactSegment, _ transitions: FactSegment, and more: [FactBatch] = []) throws {
        let now: Int64 = 1_708_000_000
        var stored = FactTables(
            segments: [.item: [items], .transition: [transitions]], position: LogPosition())
        for batch in more { stored.batches[.transition]?.append(batch) }
        let held = FactTables([.item: [try items.batch()], .transition: [try transitions.batch()] + more])
        #expect(shown(fold(stored, interpretation, now: now)) == shown(fold(held, interpretation, now: now)))
    }

    @Test(arguments: UInt64(1)...30, [false, true])
    func `read their own way or as any others, they give the same lives`(seed: UInt64, inOrder: Bool) throws {
        for days in [false, true] {
            let (items, transitions) = Self.log(seed: seed, days: days, inOrder: inOrder)
            #expect(try PlainTransitions(transitions, of: nil)?.instants() != nil)
            try Self.check(items, transitions)
        }
    }

    @Test(arguments: UInt64(1)...10) func `beside transitions of 1950 and of 2200 they give the same lives`(seed: UInt64) throws {
        let (items, transitions) = Self.log(seed: seed, days: true, inOrder: true)
        var others = FactBatch(byColumns: .transition, origin: "csv:a")
        for (key, text) in [("K1", "1950-03-01"), ("K2", "1970-01-01"), ("K3", "2200-03-01T08:00:00Z")] {
            let raw = try #require(Instant(iso: text)).rawValue
            others.append(integers: ["changed_at": raw, "ordinal": 3], texts: ["item": key, "status": "Doing"])
        }
        try Self.check(items, transitions, and: [others])
    }

    @Test func `whether each status is meant is told by the rows`() throws {
        let (_, plain) = Self.log(seed: 2, days: false, inOrder: true)
        let transitions = try #require(try PlainTransitions(plain, of: nil))
        let codes = try transitions.statusCodes()
        for asked in 0..<64 {
            let isAsked = (0..<6).map { asked >> $0 & 1 == 1 }
            #expect(try transitions.isEachStatus(in: isAsked) == codes.allSatisfy { isAsked[Int($0)] })
        }
        let rest = try SegmentBody.columns(of: plain.body)
        for least in 0...2 {
            let columns = rest.columns.map { column in
                let values = column.name == "status" ? column.values.map { max($0, Int64(least)) } : column.values
                return SegmentColumn(name: column.name, isText: column.isText, values: values)
            }
            let other = Self.segment(.transition, columns, rowCount: rest.rowCount, plain.texts)
            let isAsked = [false, true, true, true, true, true]
            #expect(try PlainTransitions(other, of: nil)?.isEachStatus(in: isAsked) == (least > 0))
        }
    }

    @Test func `a segment with rows that do not count, or that are not known, is not one of them`() throws {
        let (_, plain) = Self.log(seed: 1, days: false, inOrder: true)
        let superseded = FactSegment(
            sequence: 1, family: .transition, origin: "csv:a", isNative: false, body: plain.body,
            superseded: [1] + [UInt8](repeating: 0, count: 49), texts: plain.texts)
        #expect(try PlainTransitions(superseded, of: nil) == nil)
        let (columns, rowCount) = try SegmentBody.columns(of: plain.body)
        for (name, value) in [("changed_at", Instant.missing), ("ordinal", 1)] {
            let changed = columns.map { column in
                var values = column.values
                if column.name == name { values[7] = value }
                return SegmentColumn(name: column.name, isText: column.isText, values: values)
            }
            let other = Self.segment(.transition, changed, rowCount: rowCount, plain.texts)
            #expect(try PlainTransitions(other, of: nil) == nil)
        }
        for value in [-2, Int64(UInt32.max)] {
            var values = columns[2].values
            values[7] = value
            let other = Self.segment(
                .transition, columns.prefix(2) + [SegmentColumn(name: "changed_at", isText: false, values: values)] + columns.suffix(1),
                rowCount: rowCount, plain.texts)
            #expect(try #require(try PlainTransitions(other, of: nil)).instants() == nil)
        }
    }
}
