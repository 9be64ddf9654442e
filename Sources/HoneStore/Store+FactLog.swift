import GRDB
package import HoneFacts

extension Store: FactLog {
    package func append(
        _ batches: [FactBatch], from source: String, recordedAt: Int64, cursor: SourceCursor?
    ) async throws -> AppendCount {
        try await write { database in
            var count = AppendCount()
            let sourceCode = try Self.originCode(source, database)
            for batch in batches where !batch.isEmpty {
                count += try Self.append(batch, sourceCode: sourceCode, recordedAt: recordedAt, to: database)
            }
            if let cursor {
                let code = try Self.originCode(cursor.origin, database)
                try database.execute(
                    sql: """
                        INSERT INTO cursor (origin_code, position, read_at) VALUES (?, ?, ?)
                        ON CONFLICT (origin_code) DO UPDATE SET position = excluded.position, read_at = excluded.read_at
                        """, arguments: [code, cursor.position, cursor.readAt])
            }
            return count
        }
    }

    package func retract(from source: String, recordedAt: Int64) async throws -> Int {
        try await write { database in
            let code = try Self.originCode(source, database)
            var count = 0
            for family in FactFamily.allCases {
                let table = "fact_\(family.rawValue)"
                let names = family.columns.map(\.name).joined(separator: ", ")
                try database.execute(
                    sql: """
                        INSERT INTO \(table) (origin_code, source_code, id, recorded_at, is_retracted, \(names))
                        SELECT origin_code, source_code, id, ?, 1, \(names) FROM \(table) f
                        WHERE source_code = ? AND is_retracted = 0 AND \(Self.isLatest(table)) ORDER BY sequence
                        """, arguments: [recordedAt, code])
                count += database.changesCount
            }
            try database.execute(sql: "DELETE FROM cursor WHERE origin_code = ?", arguments: [code])
            return count
        }
    }

    /// The condition under which row `f` is the latest version of its fact.
    private static func isLatest(_ table: String) -> String {
        "NOT EXISTS (SELECT 1 FROM \(table) g WHERE g.origin_code = f.origin_code AND g.id = f.id AND g.sequence > f.sequence)"
    }

    private static func append(
        _ batch: FactBatch, sourceCode: Int64, recordedAt: Int64, to database: Database
    ) throws -> AppendCount {
        let table = "fact_\(batch.family.rawValue)"
        let names = batch.family.columns.map(\.name)
        let latest = try database.makeStatement(
            sql: """
                SELECT is_retracted, \(names.joined(separator: ", ")) FROM \(table)
                WHERE origin_code = ? AND id = ? ORDER BY sequence DESC LIMIT 1
                """)
        let insert = try database.makeStatement(
            sql: """
                INSERT INTO \(table) (origin_code, source_code, id, recorded_at, is_retracted, \(names.joined(separator: ", ")))
                VALUES (?, ?, ?, ?, ?\(String(repeating: ", ?", count: names.count)))
                """)
        let code = try originCode(batch.origin, database)
        var count = AppendCount()
        for index in 0..<batch.count {
            let values = batch.row(index).map(\.databaseValue)
            let isRetracted = batch.isRetracted[index]
            let id = batch.ids[index]
            if let known = try Row.fetchOne(latest, arguments: [code, id]) {
                let isSame = (known[0] as Bool) == isRetracted && values.indices.allSatisfy { known[$0 + 1] == values[$0] }
                if isSame {
                    count.unchanged += 1
                    continue
                }
                count.changed += 1
            } else {
                count.added += 1
            }
            let head: [DatabaseValue] = [
                code.databaseValue, sourceCode.databaseValue, id.databaseValue, recordedAt.databaseValue,
                (isRetracted ? 1 : 0).databaseValue,
            ]
            try insert.execute(arguments: StatementArguments(head + values))
        }
        return count
    }

    private static func originCode(_ name: String, _ database: Database) throws -> Int64 {
        if let code = try Int64.fetchOne(database, sql: "SELECT code FROM origin WHERE name = ?", arguments: [name]) { return code }
        try database.execute(sql: "INSERT INTO origin (name) VALUES (?)", arguments: [name])
        return database.lastInsertedRowID
    }

    package func read(_ families: [FactFamily]) async throws -> [FactFamily: [FactBatch]] {
        try await read { database in
            var tables: [FactFamily: [FactBatch]] = [:]
            let origins = try Row.fetchAll(database, sql: "SELECT code, name FROM origin ORDER BY code")
            for family in families {
                tables[family] = try origins.map { try Self.read(family, origin: $0[1], code: $0[0], database) }.filter { !$0.isEmpty }
            }
            return tables
        }
    }

    private static func read(_ family: FactFamily, origin: String, code: Int64, _ database: Database) throws -> FactBatch {
        let table = "fact_\(family.rawValue)"
        let names = family.columns.map { "f.\($0.name)" }.joined(separator: ", ")
        let kinds = family.columns.map(\.kind)
        var batch = FactBatch(family, origin: origin)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT f.id, \(names) FROM \(table) f
                WHERE f.origin_code = ? AND f.is_retracted = 0 AND \(isLatest(table)) ORDER BY f.sequence
                """, arguments: [code])
        var values = [FactValue](repeating: .unknown, count: kinds.count)
        while let row = try rows.next() {
            for (position, kind) in kinds.enumerated() {
                if kind == .text {
                    values[position] = .text(row[position + 1])
                } else if let number = row[position + 1] as Int64? {
                    values[position] = .integer(number)
                } else {
                    values[position] = .unknown
                }
            }
            batch.append(id: row[0], row: values)
        }
        return batch
    }

    package func cursors() async throws -> [SourceCursor] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT o.name, c.position, c.read_at FROM cursor c JOIN origin o ON o.code = c.origin_code ORDER BY o.name"
            ).map { SourceCursor(origin: $0[0], position: $0[1], readAt: $0[2]) }
        }
    }
}

extension FactValue {
    var databaseValue: DatabaseValue {
        switch self {
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .unknown: .null
        }
    }
}

extension Store {
    /// Deletes every fact, version and cursor; decisions stay.
    package func eraseFacts() async throws {
        try await write { database in
            try database.execute(sql: "DELETE FROM cursor")
            for family in FactFamily.allCases { try database.execute(sql: "DELETE FROM fact_\(family.rawValue)") }
            try database.execute(sql: "DELETE FROM origin")
        }
        // What was deleted must not linger in free pages.
        try await pool.vacuum()
    }
}
