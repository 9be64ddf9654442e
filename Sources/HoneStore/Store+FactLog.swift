import GRDB
package import HoneFacts

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Store: FactLog {
    package func append(
        _ batches: [FactBatch], from source: String, recordedAt: Int64, cursor: SourceCursor?
    ) async throws -> AppendCount {
        try await writeFacts { database, texts in
            var count = AppendCount()
            let sourceCode = try Self.originCode(source, database)
            for batch in batches where !batch.isEmpty {
                let origin = try Self.originCode(batch.origin, database)
                var appending = try SegmentAppend(
                    batch, origin: origin, source: sourceCode, recordedAt: recordedAt, texts: &texts, database)
                count += try appending.run(database)
            }
            if let cursor {
                let code = try Self.originCode(cursor.origin, database)
                try database.execute(
                    sql: """
                        INSERT INTO cursor (origin_code, position, read_at, fact_count, families, newest_at) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (origin_code) DO UPDATE SET
                            position = excluded.position, read_at = excluded.read_at, fact_count = excluded.fact_count,
                            families = excluded.families, newest_at = excluded.newest_at
                        """,
                    arguments: [
                        code, cursor.position, cursor.readAt, cursor.factCount,
                        cursor.families.map { $0.map(\.rawValue).sorted().joined(separator: " ") }, cursor.newestAt,
                    ])
                // Most readings find nothing new, and write no page more than they have to.
                if try Self.oddities(database)[code] ?? [] != cursor.oddities { try Self.write(cursor.oddities, of: code, database) }
            }
            return count
        }
    }

    package func retract(from source: String, recordedAt: Int64) async throws -> Int {
        try await write { database in
            let code = try Self.originCode(source, database)
            var count = 0
            let segments = try Row.fetchAll(
                database, sql: "SELECT sequence, row_count FROM segment WHERE source_code = ?", arguments: [code])
            for segment in segments { count += try Superseded.addAll(to: segment[0], rowCount: segment[1], database) }
            if count > 0 {
                try database.execute(
                    sql: "INSERT INTO retraction (source_code, recorded_at, last_segment) SELECT ?, ?, MAX(sequence) FROM segment",
                    arguments: [code, recordedAt])
            }
            try Self.write([], of: code, database)
            try database.execute(sql: "DELETE FROM cursor WHERE origin_code = ?", arguments: [code])
            return count
        }
    }

    private static func originCode(_ name: String, _ database: Database) throws -> Int64 {
        if let code = try Int64.fetchOne(database, sql: "SELECT code FROM origin WHERE name = ?", arguments: [name]) { return code }
        try database.execute(sql: "INSERT INTO origin (name) VALUES (?)", arguments: [name])
        return database.lastInsertedRowID
    }

    package func read(_ families: [FactFamily]) async throws -> FactTables {
        let inUse = texts
        return try await read { database in
            let numberings = families.reduce(into: Set<String>()) { $0.formUnion(LogTexts.numberings(of: $1)) }
            let log = try inUse.with { inUse in
                // Who has written has most texts at hand; who only reads holds none of them any longer than the facts.
                var texts = inUse.isEmpty ? StoreTexts() : inUse
                for numbering in numberings.sorted() { try texts.load(numbering, database) }
                return texts.log(numberings)
            }
            var segments: [FactFamily: [FactSegment]] = [:]
            for family in families { segments[family] = try Self.segments(family, log, database) }
            return FactTables(segments: segments, position: try Self.position(database))
        }
    }

    static func position(_ database: Database) throws -> LogPosition {
        let last = try Int64.fetchOne(database, sql: "SELECT MAX(sequence) FROM segment") ?? 0
        let retractions = try Int64.fetchOne(database, sql: "SELECT COUNT(*) FROM retraction") ?? 0
        let erasures = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let codes = "SELECT MAX(first_code + text_count) FROM text WHERE numbering = 'item'"
        let superseded = "SELECT SUM(d.row_count) FROM superseded d JOIN segment s ON s.sequence = d.segment WHERE s.is_native"
        return LogPosition(
            lastSegment: last, retractionCount: erasures << 32 | retractions, itemCodeCount: try Int.fetchOne(database, sql: codes) ?? 1,
            supersededIDCount: try Int.fetchOne(database, sql: superseded) ?? 0)
    }

    private static func segments(_ family: FactFamily, _ texts: LogTexts, _ database: Database) throws -> [FactSegment] {
        // Any index would have the bodies sorted, in a file of their own.
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT s.sequence, o.name, s.is_native, s.checksum, s.body, d.rows FROM segment s NOT INDEXED
                JOIN origin o ON o.code = s.origin_code LEFT JOIN superseded d ON d.segment = s.sequence
                WHERE s.family = ? AND (d.row_count IS NULL OR d.row_count < s.row_count) ORDER BY s.sequence
                """, arguments: [family.rawValue])
        var segments: [FactSegment] = []
        while let row = try rows.next() {
            segments.append(
                FactSegment(
                    sequence: row[0], family: family, origin: row[1], isNative: row[2],
                    body: try row.withUnsafeData(atIndex: 4) { try checked($0 ?? Data(), row[3], segment: row[0], family) },
                    superseded: (row[5] as Data?).map { Array($0) } ?? [], texts: texts))
        }
        return segments
    }

    /// The bytes of a segment, if they are those that were written.
    static func checked(_ body: Data, _ checksum: Int64, segment: Int64, _ family: FactFamily) throws -> [UInt8] {
        let bytes = Array(body)
        guard StoreChecksum.of(bytes) == checksum else { throw StoreError.damaged("segment \(segment), \(family.rawValue) facts") }
        return bytes
    }

    static func decoded(_ body: [UInt8], segment: Int64, _ family: FactFamily) throws -> (columns: [SegmentColumn], rowCount: Int) {
        do throws(SegmentDamage) {
            return try SegmentBody.columns(of: body)
        } catch {
            throw StoreError.damaged("segment \(segment), \(family.rawValue) facts: \(error)")
        }
    }

    package func cursors() async throws -> [SourceCursor] {
        try await read { database in
            let oddities = try Self.oddities(database)
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT o.name, c.position, c.read_at, o.code, c.fact_count, c.families, c.newest_at FROM cursor c JOIN origin o ON o.code = c.origin_code
                    ORDER BY o.name
                    """
            ).map { row in
                SourceCursor(
                    origin: row[0], position: row[1], readAt: row[2], oddities: oddities[row[3]] ?? [], factCount: row[4],
                    families: (row[5] as String?).map { Set($0.split(separator: " ").compactMap { FactFamily(rawValue: String($0)) }) },
                    newestAt: row[6])
            }
        }
    }
}

extension Store {
    /// Deletes every fact, version and cursor; decisions stay.
    package func eraseFacts() async throws {
        try await write { database in
            try Self.forgetKeptState(database)
            for table in ["cursor_oddity", "cursor", "retraction", "superseded", "segment", "text", "origin"] {
                try database.execute(sql: "DELETE FROM \(table)")
            }
            let generation = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            try database.execute(sql: "PRAGMA user_version = \(generation + 1)")
        }
        // What was deleted must not linger in free pages.
        try await queue.vacuum()
    }
}
