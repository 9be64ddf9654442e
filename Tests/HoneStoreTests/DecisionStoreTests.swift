import Foundation
import GRDB
import HoneFacts
import HoneLoop
import HoneTestSupport
import Testing

@testable import HoneStore

@Suite struct DecisionStoreTests {
    @Test func `decisions of an older store become the chain of this one, in their order`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        // A store as it was before: every migration but the last one, with rows of then.
        let pool = try DatabasePool(path: path)
        try Store.migrator(.forTests).migrate(pool, upTo: "6 kept rows of live items")
        try await pool.write { database in
            for number in 1...3 {
                try database.execute(
                    sql:
                        "INSERT INTO decision (verb, decided_at, role, subject, text, reason, until_day) VALUES (?, ?, 'team', '', ?, 'r', ?)",
                    arguments: ["note", number, "note \(number) \u{e9}", number == 2 ? 20_000 : nil])
            }
        }
        try pool.close()
        let entries = try await Store(path: path).entries()
        #expect(entries.map(\.number) == [1, 2, 3] && Set(entries.map(\.writer)).count == 1)
        #expect(entries.map(\.decision.text) == ["note 1 \u{e9}", "note 2 \u{e9}", "note 3 \u{e9}"])
        #expect(entries[1].decision.until == CalendarDay(number: 20_000))
        #expect(DecisionChains(entries).faults(.forTests).isEmpty)
        try await Store(path: path).append(Decision(.note, decidedAt: 4, text: "next"))
        let more = try await Store(path: path).entries()
        #expect(Array(more.prefix(3)) == entries && more[3].previous == entries[2].hash)
    }

    @Test func `two stores on one file at once lose no decision and fork no chain`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        let stores = try [Store(path: path), Store(path: path)]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, store) in stores.enumerated() {
                group.addTask { for number in 0..<40 { try await store.append(Decision(.note, decidedAt: 1, text: "\(place) \(number)")) } }
            }
            try await group.waitForAll()
        }
        let entries = try await stores[0].entries()
        #expect(entries.count == 80 && Set(entries.map(\.decision.text)).count == 80)
        #expect(DecisionChains(entries).faults(.forTests).isEmpty)
    }

    @Test func `a row that its table does not allow is damage, and ends no program`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        let store = try Store(path: path)
        try await store.append(Decision(.note, decidedAt: 1, role: "team", text: "t"))
        let raw = try DatabaseQueue(path: path)
        // As bytes that went bad leave it: no statement would write that.
        try await raw.writeWithoutTransaction { database in
            try database.execute(
                sql: """
                    PRAGMA writable_schema = ON;
                    UPDATE sqlite_master SET sql = replace(sql, 'verb TEXT NOT NULL', 'verb TEXT') WHERE name = 'decision';
                    PRAGMA schema_version = 10000
                    """)
        }
        try raw.close()
        let changed = try DatabaseQueue(path: path)
        try await changed.writeWithoutTransaction { database in
            try database.execute(
                sql: """
                    UPDATE decision SET verb = NULL;
                    PRAGMA writable_schema = ON;
                    UPDATE sqlite_master SET sql = replace(sql, 'verb TEXT', 'verb TEXT NOT NULL') WHERE name = 'decision';
                    PRAGMA schema_version = 10001
                    """)
        }
        try changed.close()
        let error = await #expect(throws: StoreError.self) { try await Store(path: path).entries() }
        #expect(
            error?.description.contains("The store is damaged: the table decision, NULL value in decision.verb") == true,
            "\(String(describing: error))")
    }

    @Test func `every column of an entry is under its hash`() async throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.file("a.sqlite").path)
        for number in 0..<3 {
            try await store.append(
                Decision(
                    .note, decidedAt: Int64(number), subject: "s", text: "t", reason: "r", until: CalendarDay(number: 5),
                    details: ["b": "2", "a": "1 \"é\""]))
        }
        #expect(try await store.decisions()[1].details == ["b": "2", "a": "1 \"é\""])
        let changes = [
            "text = 'u'", "role = 'x'", "subject = 'x'", "reason = ''", "until_day = NULL", "until_day = 6", "decided_at = 7",
            "verb = 'add-goal'", "details = ''", "details = '{\"a\":\"1\"}'", "details = 'no json'", "previous = 'x'",
            "hash = '\(String(repeating: "0", count: 64))'", "number = 9", "writer = 'another'",
        ]
        for change in changes {
            try await store.write {
                try $0.execute(sql: "CREATE TABLE spare AS SELECT * FROM decision; UPDATE decision SET \(change) WHERE sequence = 2")
            }
            #expect(!DecisionChains(try await store.entries()).faults(.forTests).isEmpty, "\(change)")
            try await store.write {
                try $0.execute(sql: "DELETE FROM decision; INSERT INTO decision SELECT * FROM spare ORDER BY sequence; DROP TABLE spare")
            }
            #expect(DecisionChains(try await store.entries()).faults(.forTests).isEmpty)
        }
    }

    @Test func `a store takes what others exported, all or nothing, and knows it the second time`() async throws {
        let folder = try TemporaryFolder()
        let (a, b) = (try Store(path: folder.file("a.sqlite").path), try Store(path: folder.file("b.sqlite").path))
        for number in 0..<3 {
            try await a.append(Decision(.note, decidedAt: Int64(number * 2), text: "a\(number)"))
            try await b.append(Decision(.note, decidedAt: Int64(number * 2 + 1), text: "b\(number)"))
        }
        let fromB = try await b.entries()
        #expect(try await a.merge(fromB, at: 100) == 3)
        #expect(try await a.merge(fromB, at: 101) == 0)
        #expect(try await a.decisions().map(\.text) == ["a0", "b0", "a1", "b1", "a2", "b2", ""])
        let last = try #require(try await b.entries().last)
        let forged = DecisionEntry(last.decision, writer: "c", number: 1, previous: "", hash: last.hash)
        await #expect(throws: DecisionFault.self) { try await a.merge([forged], at: 102) }
        #expect(try await a.entries().count == 7)
    }

    @Test func `a full disk takes back the decision that it could not keep, and says so`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite").path
        let store = try Store(path: path)
        try await store.append(Decision(.note, decidedAt: 1, text: "kept"))
        try await store.queue.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
        }
        let long = String(repeating: "x", count: 100_000)
        let error = await #expect(throws: StoreError.self) { try await store.append(Decision(.note, decidedAt: 2, text: long)) }
        #expect(error?.description.contains("disk is full") == true)
        #expect(try await store.decisions().map(\.text) == ["kept"])
        #expect(DecisionChains(try await store.entries()).faults(.forTests).isEmpty)
    }
}
