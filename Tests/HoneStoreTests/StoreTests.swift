import Foundation
import GRDB
import HoneFacts
import HoneLoop
import HoneTestSupport
import Testing

@testable import HoneStore

@Suite struct StoreTests {
    @Test func `it keeps the laws of a fact log, as its memory twin does`() async throws {
        let folder = try TemporaryFolder()
        let laws = FactLogLaws { try Store(path: folder.file("\(UUID().uuidString).sqlite").path) }
        #expect(try await laws.violations() == [])
        #expect(try await FactLogLaws { MemoryFactLog() }.violations() == [])
        #expect(try await FactLogLaws { try Store(inMemory: .forTests) }.violations() == [])
    }

    @Test(arguments: FactFamily.allCases) func `facts of every family come back as they were`(family: FactFamily) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        var generator = StoreHistoryTests.Numbers(state: 7)
        for isNative in [true, false] {
            var batch = isNative ? FactBatch(family, origin: "a") : FactBatch(byColumns: family, origin: "b")
            for number in 0..<300 {
                batch.append(
                    id: "fact \(number)",
                    row: family.columns.enumerated().map { place, column in
                        let isUnknown = generator.next() % 4 == 0
                        if column.kind == .text { return .text(isUnknown && place > 0 ? "" : "\(place == 0 ? number : number % 7) \u{e9}") }
                        return isUnknown ? .unknown : .integer(Int64(bitPattern: generator.next()) >> Int64(generator.next() % 64))
                    })
            }
            let count = try await Store(path: path).append([batch], recordedAt: 1, cursor: nil)
            let read = try #require(try await Store(path: path).read(family).of(batch.origin).first)
            // A family without identifying columns has one fact.
            guard family != .head || isNative else { continue }
            #expect(count == AppendCount(added: 300))
            #expect((0..<300).allSatisfy { read.row($0) == batch.row($0) && read.id($0) == batch.id($0) })
        }
    }

    @Test func `a flipped byte is detected and named`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        let store = try Store(path: path)
        var batch = FactBatch(.tag, origin: "a")
        for number in 0..<50 {
            batch.append(id: "\(number)", integers: ["tagged_at": Int64(number * number)], texts: ["name": "n\(number)"])
        }
        _ = try await store.append([batch], recordedAt: 1, cursor: nil)
        let body = try #require(try await store.read { try Data.fetchOne($0, sql: "SELECT body FROM segment") })
        for place in body.indices {
            var flipped = body
            flipped[place] ^= 1 << UInt8(place % 8)
            try await store.write { [flipped] in try $0.execute(sql: "UPDATE segment SET body = ?", arguments: [flipped]) }
            let error = await #expect(throws: StoreError.self, "byte \(place)") { try await store.read(.tag) }
            #expect(error?.description.contains("segment 1, tag facts") == true)
        }
        try await store.write { try $0.execute(sql: "UPDATE text SET body = CAST(x'00' || substr(body, 2) AS BLOB)") }
        let text = await #expect(throws: StoreError.self) { try await Store(path: path).read(.tag) }
        #expect(text?.description.contains("damaged") == true)
    }

    @Test func `a column that a later batch does not know was changed where it was known`() async throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.sqlite").path)
        func batch(_ columns: [String: String], _ requestedAt: Int64?) -> FactBatch {
            var batch = FactBatch(byColumns: .item, origin: "a")
            for key in ["A", "B"] {
                batch.append(
                    integers: requestedAt.map { ["requested_at": $0] } ?? [:],
                    texts: columns.merging(["key": key, "shape": "dates"]) { $1 })
            }
            return batch
        }
        func append(_ batch: FactBatch) async throws -> AppendCount { try await store.append([batch], recordedAt: 1, cursor: nil) }
        #expect(try await append(batch(["type": "bug"], 8)) == AppendCount(added: 2))
        #expect(try await append(batch(["type": "bug"], 8)) == AppendCount(unchanged: 2))
        #expect(try await append(batch(["type": "bug"], nil)) == AppendCount(changed: 2))
        #expect(try await append(batch(["type": "bug"], nil)) == AppendCount(unchanged: 2))
        #expect(try await append(batch([:], nil)) == AppendCount(changed: 2))
        let read = try #require(try await store.read(.item).of("a").filter { $0.count > 0 }.last)
        #expect(read.texts("type").codes.allSatisfy { read.texts("type").table.isEmpty($0) })
        #expect(read.integers("requested_at") == [Instant.missing, Instant.missing])
    }

    @Test func `a batch of several segments says what its memory twin says`() async throws {
        let folder = try TemporaryFolder()
        let (store, twin) = (try Store(path: folder.file("a.sqlite").path), MemoryFactLog())
        var generator = StoreHistoryTests.Numbers(state: 11)
        // The second batch changes facts of two of the three segments, takes some back, and speaks twice of others itself.
        for (start, count) in [(0, 140_000), (60_000, 70_000)] {
            var batch = FactBatch(.tag, origin: "a")
            for row in 0..<count {
                let number = row % 997 == 996 ? start + row / 2 : start + row
                let isRetracted = start > 0 && generator.next() % 50 == 0
                batch.append(
                    id: "\(number)", isRetracted: isRetracted, integers: ["tagged_at": Int64(generator.next() % 3)],
                    texts: ["name": "n\(number % 11)"])
            }
            let counts = [
                try await store.append([batch], recordedAt: Int64(start), cursor: nil),
                try await twin.append([batch], recordedAt: Int64(start), cursor: nil),
            ]
            #expect(counts[0] == counts[1])
            let (read, expected) = (try await store.read(.tag), try await twin.read(.tag))
            let facts = [read, expected].map { batches in
                batches.flatMap { batch in
                    let (at, name) = (batch.integers("tagged_at"), batch.texts("name"))
                    return (0..<batch.count).map { "\(batch.id($0)) \(at[$0]) \(name[$0])" }
                }
            }
            #expect(facts[0] == facts[1])
            #expect(read.batchCount > 2 && facts[0].count > 100_000)
        }
    }

    @Test func `two stores on one file at once lose nothing and double nothing`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        let stores = try [Store(path: path), Store(path: path)]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for store in stores {
                group.addTask {
                    for chunk in 0..<20 {
                        var batch = FactBatch(.tag, origin: "a")
                        for number in 0..<50 { batch.append(id: "\(chunk * 50 + number)", texts: ["name": "n"]) }
                        _ = try await store.append([batch], recordedAt: 1, cursor: nil)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await stores[0].read(.tag).reduce(0) { $0 + $1.count } == 1000)
        #expect(try await stores[0].contents().first { $0.name == "tag" }?.rows == 1000)
    }

    @Test func `a newer store is refused with advice and left alone`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        do {
            let store = try Store(path: path)
            try await store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')") }
        }
        let error = #expect(throws: StoreError.self) { try Store(path: path) }
        #expect(error?.description.contains("newer version") == true)
    }

    @Test func `a file that is no store is refused with advice`() throws {
        let folder = try TemporaryFolder()
        try folder.write(String(repeating: "this is not a database. ", count: 100), to: "a.sqlite")
        let error = #expect(throws: StoreError.self) { try Store(path: folder.file("a.sqlite").path) }
        #expect(error?.description.contains("no store of hone") == true)
    }

    @Test func `the database of another program is left alone`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE theirs (x)") }
        try queue.close()
        let error = #expect(throws: StoreError.self) { try Store(path: path) }
        #expect(error?.description.contains("database of another program") == true)
        #expect(try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") } == ["theirs"])
    }

    @Test func `decisions come back as they were taken`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        let decisions = [
            Decision(.addGoal, decidedAt: 1, subject: "run", text: "It's \"up\"\u{1F680}"),
            Decision(.notAKPI, decidedAt: 2, role: "product owner", reason: "why", until: CalendarDay(iso: "2027-01-01")),
        ]
        for decision in decisions { try await Store(path: path).append(decision) }
        let read = try await Store(path: path).decisions()
        #expect(
            read.map {
                var decision = $0
                decision.id = ""
                return decision
            } == decisions)
        #expect(Set(read.map(\.id)).count == 2)
    }

    @Test func `erasing the facts keeps the decisions and leaves no text behind`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        let store = try Store(path: path)
        var batch = FactBatch(.tag, origin: "a")
        batch.append(id: "1", texts: ["name": "a-secret-name"])
        _ = try await store.append([batch], recordedAt: 1, cursor: nil)
        try await store.append(Decision(.note, decidedAt: 1, text: "kept"))
        try await store.eraseFacts()
        try await store.queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        #expect(try await store.read(.tag).isEmpty)
        #expect(try await store.decisions().count == 1)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("a-secret-name".utf8)) == nil)
    }

    @Test func `a full disk stores nothing of the batch and says so`() async throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.sqlite").path)
        var small = FactBatch(.tag, origin: "a")
        small.append(id: "kept", texts: ["name": "kept"])
        _ = try await store.append([small], recordedAt: 1, cursor: nil)
        try await store.queue.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
        }
        var large = FactBatch(.tag, origin: "a")
        for number in 0..<5_000 {
            large.append(
                id: "\(number)", texts: ["name": (1...5).map { String((number + $0) &* 0x1e37_79b9_7f4a_7c15, radix: 36) }.joined()])
        }
        let error = await #expect(throws: StoreError.self) { try await store.append([large], recordedAt: 2, cursor: nil) }
        #expect(error?.description.contains("disk is full") == true)
        #expect(try await store.read(.tag).flatMap(\.ids) == ["kept"])
    }
}
