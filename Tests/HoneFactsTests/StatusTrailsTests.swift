import Testing

@testable import HoneFacts

@Suite struct StatusTrailsTests {
    /// Two trackers with the same keys, a status without a stage, an alias, and steps out of order.
    private static func facts(mark: TextTable.Mark?) -> FactTables {
        var keys = TextTable(["", "A-1", "A-2", "OLD-1", "A-3"])
        keys.mark = mark
        func column(_ texts: [String]) -> FactColumn {
            var table = keys
            return .texts(TextColumn(codes: texts.map { table.code(of: $0) ?? 0 }, table: keys))
        }
        func words(_ texts: [String]) -> FactColumn {
            var column = TextColumn()
            for text in texts { column.append(text) }
            return .texts(column)
        }
        var items: [FactBatch] = []
        var steps: [FactBatch] = []
        for origin in ["one", "two"] {
            var item = FactBatch(.item, origin: origin, identity: .columns, columns: [column(["A-1", "A-2"])])
            var aliased = item.columns
            for (position, schema) in FactFamily.item.columns.enumerated() where schema.name == "aliases" {
                aliased[position] = words(["OLD-1", ""])
            }
            item = FactBatch(.item, origin: origin, identity: .columns, columns: aliased)
            items.append(item)
            let entries: [(String, String, Int64)] = [
                ("A-1", "Doing", 200), ("OLD-1", "Open", 100), ("A-2", "DOING", 300), ("A-3", "Lost", 50), ("A-1", "Later", 9000),
            ]
            let shift: Int64 = origin == "one" ? 0 : 1
            for half in [entries.prefix(2), entries.dropFirst(2)] {
                steps.append(
                    FactBatch(
                        .transition, origin: origin, identity: .columns,
                        columns: [
                            column(half.map(\.0)), words(half.map(\.1)), .integers(half.map { ($0.2 + shift) * 2 }),
                            .integers(half.map { _ in 0 }),
                        ]))
            }
        }
        return FactTables([.item: items, .transition: steps])
    }

    private static func told(_ facts: FactTables) -> [String] {
        let histories = fold(facts, Interpretation(), now: 1000)
        let items = histories.items
        let trails = histories.statuses.trails(
            of: items, [Bool](repeating: true, count: items.count), ends: [Int64](repeating: 250, count: items.count), .utc, now: 1000)
        return (0..<items.count).map { item in
            let steps = trails.steps(of: item).map { "\($0.at) \(trails.statuses[Int($0.status)])" }.joined(separator: ", ")
            return "\(items.origin[item]) \(items.key[item]): \(steps)"
        } + [zip(trails.statuses, trails.isMet).filter(\.1).map(\.0).sorted().joined(separator: ", ")]
    }

    @Test(arguments: [false, true])
    func `steps belong to their own tracker's item, under any of its names, in the order of time`(isNumberedByTheLog: Bool) {
        let told = Self.told(Self.facts(mark: isNumberedByTheLog ? TextTable.Mark() : nil))
        #expect(
            told == [
                "one A-1: 100 Open, 200 DOING", "one A-2: 300 DOING", "two A-1: 101 Open, 201 DOING", "two A-2: 301 DOING", "DOING, Open",
            ])
    }

    @Test func `what nobody asks for is not kept`() {
        let histories = fold(Self.facts(mark: nil), Interpretation(), now: 1000)
        let none = [Bool](repeating: false, count: histories.items.count)
        let trails = histories.statuses.trails(
            of: histories.items, none, ends: [Int64](repeating: .min, count: none.count), .utc, now: 1000)
        #expect((0..<none.count).allSatisfy { trails.steps(of: $0).isEmpty } && trails.isMet.allSatisfy { !$0 })
        #expect(trails.statuses.sorted() == ["DOING", "Open"])
    }
}
