import Foundation
import HoneFacts
import HoneTestSupport
import Testing

@testable import HoneStore

/// A process that stays takes the items that news speak of out of its sums, and puts them in as they are now.
@Suite struct FactNewsTests {
    private static let interpretation = Interpretation(
        stages: StageMap(
            [Stage(name: "Todo", kind: .backlog), Stage(name: "Doing", kind: .active), Stage(name: "Done", kind: .done)],
            commitment: "Doing"))

    private static func folded(_ facts: FactTables) -> Histories { fold(facts, interpretation, now: 1_000_000) }

    /// What is known of each item but its name, counted.
    private static func lives(_ facts: FactTables) -> [String: Int] {
        let items = folded(facts).items
        return (0..<items.count).reduce(into: [:]) { lives, item in
            let stays = items.visits(of: item).map { "\($0.stage)@\($0.enteredAt)" }.joined(separator: " ")
            let life =
                "\(items.origin[item]) \(items.type[item]) \(items.kind[item]) \(items.stream[item]) \(items.startedAt[item]) \(items.finishedAt[item]) \(stays)"
            lives[life, default: 0] += 1
        }
    }

    private static func sum(_ left: [String: Int], _ right: [String: Int], times: Int = 1) -> [String: Int] {
        left.merging(right.mapValues { $0 * times }, uniquingKeysWith: +).filter { $0.value != 0 }
    }

    /// Rows of a tracker: some of items that were there, some that say otherwise what was said before.
    private static func batches(_ generator: inout StoreHistoryTests.Numbers, origin: String) -> [FactBatch] {
        var items = FactBatch(byColumns: .item, origin: origin)
        var steps = FactBatch(byColumns: .transition, origin: origin)
        for _ in 0..<Int(generator.next() % 20) {
            let key = "A-\(generator.next() % 30)"
            steps.append(
                integers: ["changed_at": Int64(generator.next() % 50) * 1_000, "ordinal": 0],
                texts: ["item": key, "status": ["Todo", "Doing", "Done", "Elsewhere"][Int(generator.next() % 4)]])
            if generator.next() % 3 > 0 {
                items.append(texts: [
                    "key": key, "type": ["Story", "Bug"][Int(generator.next() % 2)],
                    "stream": ["", "red", "blue"][Int(generator.next() % 3)], "shape": "transitions",
                ])
            }
        }
        return [items, steps].filter { !$0.isEmpty }
    }

    @Test(arguments: 1...40) func `sums over items are those of all facts once the items that news speak of are exchanged`(
        seed: Int
    ) async throws {
        var generator = StoreHistoryTests.Numbers(state: UInt64(seed))
        let folder = try TemporaryFolder()
        let path = folder.file("store.sqlite").path
        let resident = try Store(path: path)
        let facts = try await FactTables(log: resident)
        var (held, lives) = (HeldFacts(facts), Self.lives(facts))
        var exchangeCount = 0
        for step in 0..<10 {
            // Another program adds to the store.
            let other = try Store(path: path)
            let origin = ["jira", "csv"][Int(generator.next() % 2)]
            for _ in 0...Int(generator.next() % 2) {
                let batches = Self.batches(&generator, origin: origin)
                _ = try await other.append(batches, from: origin, recordedAt: Int64(step), cursor: nil)
            }
            if generator.next() % 8 == 0 { _ = try await other.retract(from: origin, recordedAt: Int64(step)) }
            let facts = try await FactTables(log: resident)
            if let news = try await resident.news(since: held.position) {
                let (before, after) = try held.touched(by: news)
                lives = Self.sum(Self.sum(lives, Self.lives(before), times: -1), Self.lives(after))
                held.take(news)
                exchangeCount += 1
            } else {
                (held, lives) = (HeldFacts(facts), Self.lives(facts))
            }
            #expect(lives == Self.lives(facts), "step \(step)")
        }
        #expect(exchangeCount > 3)
    }

    @Test func `without news no item is touched`() async throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("store.sqlite").path)
        var generator = StoreHistoryTests.Numbers(state: 7)
        _ = try await store.append(Self.batches(&generator, origin: "csv"), from: "csv", recordedAt: 1, cursor: nil)
        let facts = try await FactTables(log: store)
        let news = try #require(try await store.news(since: facts.position))
        let (before, after) = try HeldFacts(facts).touched(by: news)
        #expect(Self.lives(before).isEmpty && Self.lives(after).isEmpty && !Self.lives(facts).isEmpty)
    }
}
