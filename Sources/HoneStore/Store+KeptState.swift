import GRDB
import HoneFacts
package import HoneLoop

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Store: StateKeeping {
    package func keptState() async throws -> KeptState? {
        try await read { try Self.keptState($0) }
    }

    package func keep(_ state: KeptState?, insteadOf base: KeptState?) async throws {
        try await write { database in
            guard try Self.identity(database) == base.map({ Identity($0.fold) }) else { return }
            try database.execute(sql: "DELETE FROM kept_point")
            guard let state else { return try database.execute(sql: "DELETE FROM kept_item; DELETE FROM kept_fold") }
            let fold = state.fold
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO kept_fold (only, digest, kept_at, last_segment, retraction_count) VALUES (1, ?, ?, ?, ?)
                    """, arguments: [fold.digest, fold.now, fold.position.lastSegment, fold.position.retractionCount])
            let known = base?.fold.digest == fold.digest ? base?.fold.items ?? [:] : [:]
            if known.isEmpty { try database.execute(sql: "DELETE FROM kept_item") }
            for origin in known.keys {
                try database.execute(
                    sql: "DELETE FROM kept_item WHERE first_code >= ? AND origin_code = (SELECT code FROM origin WHERE name = ?)",
                    arguments: [fold.items[origin]?.count ?? 0, origin])
            }
            for (origin, items) in fold.items.sorted(by: { $0.key < $1.key }) {
                try write(items, of: origin, unless: known[origin], database)
            }
            for (key, point) in state.points.points {
                try database.execute(
                    sql: "INSERT INTO kept_point (metric, version, from_day, to_day, n, value, p85) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        key.metric, key.version, key.window.from.number, key.window.to.number, point.n, point.value, point.p85,
                    ])
            }
        }
    }

    /// What tells one kept state from another.
    private struct Identity: Equatable {
        let digest: String
        let now: Int64
        let position: LogPosition

        init(_ row: Row) {
            (digest, now) = (row[0], row[1])
            position = LogPosition(lastSegment: row[2], retractionCount: row[3])
        }

        init(_ fold: KeptFold) {
            (digest, now, position) = (fold.digest, fold.now, fold.position)
        }
    }

    private static func identity(_ database: Database) throws -> Identity? {
        try Row.fetchOne(database, sql: "SELECT digest, kept_at, last_segment, retraction_count FROM kept_fold").map(Identity.init)
    }

    /// Nil where nothing is kept, or where it is damaged: it can be computed again.
    private static func keptState(_ database: Database) throws -> KeptState? {
        guard let identity = try identity(database) else { return nil }
        var items: [String: SettledItems] = [:]
        let chunks = try Row.fetchCursor(
            database,
            sql: """
                SELECT o.name, k.first_code, k.checksum, k.body FROM kept_item k JOIN origin o ON o.code = k.origin_code
                ORDER BY k.origin_code, k.first_code
                """)
        while let chunk = try chunks.next() {
            let body: [UInt8] = Array(chunk[3] as Data)
            guard StoreChecksum.of(body) == chunk[2], items[chunk[0], default: SettledItems()].count == chunk[1] else { return nil }
            do throws(SegmentDamage) { try items[chunk[0], default: SettledItems()].append(body) } catch { return nil }
        }
        var points: [HistoryPoints.Key: HistoryPoint] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT metric, version, from_day, to_day, n, value, p85 FROM kept_point")
        while let row = try rows.next() {
            let window = Window(from: CalendarDay(number: row[2]), to: CalendarDay(number: row[3]))
            points[.init(metric: row[0], version: row[1], window: window)] = HistoryPoint(n: row[4], value: row[5], p85: row[6])
        }
        let fold = KeptFold(digest: identity.digest, now: identity.now, position: identity.position, items: items)
        return KeptState(fold: fold, points: HistoryPoints(points))
    }

    /// Writes the chunks that are not the same as before.
    private func write(_ items: SettledItems, of origin: String, unless known: SettledItems?, _ database: Database) throws {
        for first in stride(from: 0, to: items.count, by: SettledItems.chunkLength) {
            if let known, items.isSame(as: known, from: first) { continue }
            let chunk = items.bytes(from: first)
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO kept_item (origin_code, first_code, item_count, checksum, body)
                    SELECT code, ?, ?, ?, ? FROM origin WHERE name = ?
                    """, arguments: [first, chunk.count, StoreChecksum.of(chunk.bytes), Data(chunk.bytes), origin])
        }
    }

    static func makeKeptState(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE kept_fold (
                    only INTEGER PRIMARY KEY CHECK (only = 1),
                    digest TEXT NOT NULL CHECK (digest <> ''),
                    kept_at INTEGER NOT NULL,
                    last_segment INTEGER NOT NULL,
                    retraction_count INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE kept_item (
                    origin_code INTEGER NOT NULL REFERENCES origin (code),
                    first_code INTEGER NOT NULL CHECK (first_code >= 0),
                    item_count INTEGER NOT NULL CHECK (item_count > 0),
                    checksum INTEGER NOT NULL,
                    body BLOB NOT NULL,
                    PRIMARY KEY (origin_code, first_code)
                ) STRICT;
                CREATE TABLE kept_point (
                    metric TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    from_day INTEGER NOT NULL,
                    to_day INTEGER NOT NULL CHECK (to_day >= from_day),
                    n INTEGER NOT NULL CHECK (n >= 0),
                    value REAL,
                    p85 REAL,
                    PRIMARY KEY (metric, version, from_day, to_day)
                ) STRICT;
                """)
    }
}
