import GRDB
package import HoneFacts
package import HoneLoop

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Store: StateKeeping {
    /// What tells one kept state from another.
    package struct Token: Sendable, Equatable {
        let digest: String
        let now: Int64
        let position: LogPosition
    }

    package func kept(
        for digest: String, now: Int64, _ zone: ZoneTable, isCounted: @escaping @Sendable (String) -> Bool
    ) async throws -> (token: Token?, reading: KeptReading?) {
        try await read { database in
            guard let token = try Self.token(database) else { return (nil, nil) }
            guard token.digest == digest, token.now <= now else { return (token, nil) }
            do {
                return (token, try KeptReader(database, token, zone, isCounted).reading())
            } catch let error where error is KeptReader.Unusable || error is SegmentDamage {
                return (token, nil)
            }
        }
    }

    package func keep(
        _ state: KeptState?, settled: [String: SettledItems], movedSegments: [Int64]?, insteadOf token: Token?
    ) async throws {
        try await write { database in
            guard try Self.token(database) == token else { return }
            guard let state else { return try Self.forgetKeptState(database) }
            if movedSegments == nil { try Self.forgetKeptState(database) }
            try Self.write(state.fold, database)
            try Self.write(state.points, database)
            for (origin, items) in settled { try Self.write(items, of: origin, database) }
            let moved = try movedSegments ?? Self.segments(upTo: state.fold.position.lastSegment, database)
            try Self.keepRows(of: moved, state.fold.live, database)
        }
    }

    static func token(_ database: Database) throws -> Token? {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT digest, kept_at, last_segment, retraction_count, item_code_count, superseded_id_count FROM kept_fold")
        return row.map {
            Token(
                digest: $0[0], now: $0[1],
                position: LogPosition(
                    lastSegment: $0[2], retractionCount: $0[3], itemCodeCount: $0[4], supersededIDCount: $0[5]))
        }
    }

    private static func write(_ fold: KeptFold, _ database: Database) throws {
        let leftOut = SegmentBody.bytes(
            [SegmentColumn(name: "left_out", isText: false, values: fold.leftOut.numbers)], rowCount: fold.leftOut.numbers.count)
        try database.execute(
            sql: "INSERT OR REPLACE INTO kept_fold VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                fold.digest, fold.now, fold.position.lastSegment, fold.position.retractionCount, fold.position.itemCodeCount,
                fold.position.supersededIDCount, fold.liveFrom.number, fold.lastFinishedOn, StoreChecksum.of(leftOut), Data(leftOut),
            ])
        for (origin, items) in fold.live {
            let body = items.bytes
            try database.execute(
                sql: "INSERT OR REPLACE INTO kept_live SELECT code, ?, ?, ? FROM origin WHERE name = ?",
                arguments: [items.orderedCount, StoreChecksum.of(body), Data(body), origin])
        }
    }

    private static func write(_ points: HistoryPoints, _ database: Database) throws {
        try database.execute(sql: "DELETE FROM kept_point")
        for (key, point) in points.points {
            try database.execute(
                sql: """
                    INSERT INTO kept_point (metric, version, from_day, to_day, n, eligible, value, p85) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    key.metric, key.version, key.window.from.number, key.window.to.number, point.n, point.eligible, point.value,
                    point.p85,
                ])
        }
    }

    private static func write(_ items: SettledItems, of origin: String, _ database: Database) throws {
        for number in items.changed.sorted() {
            let body = items.bytes(ofChunk: number)
            try database.execute(
                sql: "INSERT OR REPLACE INTO kept_item SELECT code, ?, ?, ? FROM origin WHERE name = ?",
                arguments: [number, StoreChecksum.of(body), Data(body), origin])
        }
    }

    private static func segments(upTo last: Int64, _ database: Database) throws -> [Int64] {
        let families = FactFamily.allCases.filter { $0.itemColumn != nil }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try Int64.fetchAll(
            database, sql: "SELECT sequence FROM segment WHERE sequence <= ? AND family IN (\(families)) ORDER BY sequence",
            arguments: [last])
    }

    /// Keeps the rows of live items of some segments, one segment after the other.
    private static func keepRows(of segments: [Int64], _ live: [String: LiveItems], _ database: Database) throws {
        var (live, rowCount, isOpened) = (live, 0, false)
        for sequence in segments {
            guard let segment = try KeptReader.segment(sequence, LogTexts([:]), database) else { continue }
            try database.execute(sql: "DELETE FROM kept_rows WHERE segment = ?", arguments: [sequence])
            guard live[segment.facts.origin] != nil else { continue }
            // A table of all codes is not worth a few new rows.
            rowCount += try segment.facts.rowCount()
            if rowCount > SegmentBody.largestRowCount, !isOpened { (live, isOpened) = (live.mapValues { $0.opened() }, true) }
            guard let items = live[segment.facts.origin] else { continue }
            // Damage ends the keeping: a segment left out in silence would be one without live rows.
            guard let kept = try segment.facts.kept(of: items) else { continue }
            try database.execute(
                sql: "INSERT INTO kept_rows (segment, superseded_count, checksum, body) VALUES (?, ?, ?, ?)",
                arguments: [sequence, segment.supersededCount, StoreChecksum.of(kept.body), Data(kept.body)])
        }
    }
}
