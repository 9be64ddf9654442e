import Foundation
import GRDB
import HoneFacts
import HoneTestSupport
import Testing

@testable import HoneStore

/// Whatever happens to a store, it says what its memory twin says.
@Suite struct StoreHistoryTests {
    /// SplitMix64: the same numbers in every run.
    struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
            return z ^ z >> 31
        }

        mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    }

    /// A batch of few items and instants, so that facts come again, come otherwise, and are taken back.
    static func batch(_ numbers: inout Numbers) -> FactBatch {
        let origin = ["a", "b"][numbers.below(2)]
        switch numbers.below(3) {
        case 0:
            var batch = FactBatch(byColumns: .transition, origin: origin)
            var at = Int64(numbers.below(40))
            for _ in 0..<numbers.below(30) {
                at += Int64(numbers.below(4)) - (numbers.below(5) == 0 ? 3 : 0)
                batch.append(
                    isRetracted: numbers.below(12) == 0,
                    row: [
                        .text("W\(numbers.below(6))"), .text(["Doing", "Done", ""][numbers.below(3)]), .integer(at),
                        .integer(Int64(numbers.below(2))), .text(["", "done"][numbers.below(2)]),
                    ])
            }
            return batch
        case 1:
            var batch = FactBatch(byColumns: .item, origin: origin)
            for _ in 0..<numbers.below(8) {
                batch.append(
                    isRetracted: numbers.below(10) == 0, integers: ["requested_at": Int64(numbers.below(3))],
                    texts: ["key": "W\(numbers.below(6))", "type": ["bug", "", "\u{e9}"][numbers.below(3)], "shape": "dates"])
            }
            return batch
        default:
            var batch = FactBatch(.tag, origin: origin)
            for _ in 0..<numbers.below(8) {
                batch.append(
                    id: "tag \(numbers.below(6))", isRetracted: numbers.below(8) == 0, integers: ["tagged_at": Int64(numbers.below(3))],
                    texts: ["name": "n\(numbers.below(2))"])
            }
            return batch
        }
    }

    static func rows(_ log: any FactLog) async throws -> [String: [[FactValue]]] {
        var rows: [String: [[FactValue]]] = [:]
        for family in [FactFamily.transition, .item, .tag] {
            for batch in try await log.read(family) {
                for row in 0..<batch.count {
                    rows["\(family) \(batch.origin)", default: []].append(batch.row(row) + [.text(batch.id(row))])
                }
            }
        }
        return rows
    }

    @Test(arguments: 0..<60) func `random imports, corrections and retractions read the same from both logs`(seed: Int) async throws {
        var numbers = Numbers(state: UInt64(seed))
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        var store = try Store(path: path)
        let twin = MemoryFactLog()
        for step in 0..<12 {
            let source = ["first", "second"][numbers.below(2)]
            if numbers.below(8) == 0 {
                let counts = (try await store.retract(from: source, recordedAt: 1), await twin.retract(from: source, recordedAt: 1))
                #expect(counts.0 == counts.1, "step \(step)")
            } else {
                let batches = (0...numbers.below(3)).map { _ in Self.batch(&numbers) }
                let cursor = numbers.below(3) == 0 ? SourceCursor(origin: source, position: "\(step)", readAt: 1) : nil
                let counts = (
                    try await store.append(batches, from: source, recordedAt: 1, cursor: cursor),
                    await twin.append(batches, from: source, recordedAt: 1, cursor: cursor)
                )
                #expect(counts.0.added == counts.1.added, "step \(step)")
            }
            // Another process goes on where this one ended.
            if numbers.below(4) == 0 { store = try Store(path: path) }
            #expect(try await Self.rows(store) == Self.rows(twin), "step \(step)")
        }
    }

    @Test func `facts that an older version kept as rows come back, and coming again are known`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("old.sqlite").path
        do {
            let queue = try DatabaseQueue(path: path)
            try Store.migrator(.forTests).migrate(queue, upTo: "3 iterations, work logs, versions, files")
            try await queue.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO origin (code, name) VALUES (1, 'csv:board'), (2, 'csv:board.csv'), (3, 'jira:x');
                        INSERT INTO cursor VALUES (2, 'sha:1;map:2;rows=0', 7);
                        INSERT INTO fact_item (origin_code, source_code, id, recorded_at, is_retracted, key, type, title, labels, stream,
                            status, reason, found, shape) VALUES
                            (1, 2, 'A' || char(31) || 'transitions', 5, 0, 'A', 'bug', '', '', '', '', '', '', 'transitions'),
                            (1, 2, 'A' || char(31) || 'transitions', 6, 0, 'A', 'story', '', '', '', '', '', '', 'transitions'),
                            (3, 3, 'X-1', 5, 0, 'X-1', 'bug', '', '', '', '', '', '', 'dates'),
                            (3, 3, 'X-2', 5, 0, 'X-2', 'bug', '', '', '', '', '', '', 'dates'),
                            (3, 3, 'X-2', 6, 1, 'X-2', 'bug', '', '', '', '', '', '', 'dates');
                        INSERT INTO fact_transition (origin_code, source_code, id, recorded_at, is_retracted, item, status, changed_at, ordinal)
                            VALUES (1, 2, 'A|Done|20|0', 5, 0, 'A', 'Done', 20, 0), (1, 2, 'A|Doing|10|0', 5, 0, 'A', 'Doing', 10, 0);
                        """)
            }
        }
        let store = try Store(path: path)
        let items = try await store.read(.item)
        #expect(
            items.flatMap { batch in (0..<batch.count).map { [batch.origin, batch.id($0), batch.texts("type")[$0]] } } == [
                ["csv:board", "A|transitions", "story"], ["jira:x", "X-1", "bug"],
            ])
        #expect(try await store.cursors().map(\.position) == ["sha:1;map:2;rows=0"])
        var again = FactBatch(byColumns: .transition, origin: "csv:board")
        again.append(row: [.text("A"), .text("Doing"), .integer(10), .integer(0)])
        again.append(row: [.text("A"), .text("Done"), .integer(20), .integer(0)])
        again.append(row: [.text("A"), .text("Doing"), .integer(30), .integer(0)])
        let count = try await store.append([again], from: "csv:board.csv", recordedAt: 9, cursor: nil)
        #expect(count == AppendCount(added: 1, unchanged: 2))
        #expect(try await store.read(.transition).flatMap { $0.integers("changed_at") } == [20, 10, 30])
        let names = try await store.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE name LIKE 'fact_%'") }
        #expect(names == [])
    }
}
