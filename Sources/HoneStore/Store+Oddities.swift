import GRDB
import HoneFacts

/// What could not be used of a source when it was last read, beside its cursor.
extension Store {
    static func makeOddities(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE cursor_oddity (
                    origin_code INTEGER NOT NULL REFERENCES cursor (origin_code),
                    place INTEGER NOT NULL CHECK (place >= 0),
                    severity TEXT NOT NULL CHECK (severity <> ''),
                    code TEXT NOT NULL CHECK (code <> ''),
                    file TEXT NOT NULL,
                    line INTEGER,
                    field TEXT,
                    message TEXT NOT NULL,
                    advice TEXT NOT NULL,
                    record_count INTEGER NOT NULL CHECK (record_count > 0),
                    PRIMARY KEY (origin_code, place)
                ) STRICT;
                """)
    }

    /// Replaces those of a source whose cursor is there.
    static func write(_ oddities: [SourceOddity], of origin: Int64, _ database: Database) throws {
        try database.execute(sql: "DELETE FROM cursor_oddity WHERE origin_code = ?", arguments: [origin])
        for (place, oddity) in oddities.enumerated() {
            let first = oddity.first
            try database.execute(
                sql: "INSERT INTO cursor_oddity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    origin, place, first.severity.rawValue, first.code, first.file, first.line, first.field, first.message, first.advice,
                    oddity.count,
                ])
        }
    }

    /// By the code of their source, in their order.
    static func oddities(_ database: Database) throws -> [Int64: [SourceOddity]] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT origin_code, severity, code, file, line, field, message, advice, record_count FROM cursor_oddity
                ORDER BY origin_code, place
                """)
        var oddities: [Int64: [SourceOddity]] = [:]
        for row in rows {
            let severity = Diagnostic.Severity(rawValue: row[1]) ?? .note
            let first = Diagnostic(severity, code: row[2], file: row[3], line: row[4], field: row[5], message: row[6], advice: row[7])
            oddities[row[0], default: []].append(SourceOddity(first: first, count: row[8]))
        }
        return oddities
    }
}
