import GRDB
import HoneFacts

extension Store {
    /// Creates the tables of segments, and moves facts into them that an older version kept as rows.
    static func moveToSegments(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE segment (
                    sequence INTEGER PRIMARY KEY,
                    family TEXT NOT NULL CHECK (family <> ''),
                    origin_code INTEGER NOT NULL REFERENCES origin (code),
                    source_code INTEGER NOT NULL REFERENCES origin (code),
                    recorded_at INTEGER NOT NULL,
                    is_native INTEGER NOT NULL CHECK (is_native IN (0, 1)),
                    row_count INTEGER NOT NULL CHECK (row_count > 0),
                    low_code INTEGER NOT NULL,
                    high_code INTEGER NOT NULL CHECK (high_code >= low_code),
                    low_instant INTEGER NOT NULL,
                    high_instant INTEGER NOT NULL CHECK (high_instant >= low_instant),
                    checksum INTEGER NOT NULL,
                    body BLOB NOT NULL
                ) STRICT;
                CREATE INDEX segment_of_family ON segment (family, origin_code, is_native, sequence);
                CREATE INDEX segment_of_source ON segment (source_code, sequence);
                CREATE TABLE superseded (
                    segment INTEGER PRIMARY KEY REFERENCES segment (sequence),
                    row_count INTEGER NOT NULL CHECK (row_count > 0),
                    rows BLOB NOT NULL
                ) STRICT;
                CREATE TABLE retraction (
                    source_code INTEGER NOT NULL REFERENCES origin (code),
                    recorded_at INTEGER NOT NULL,
                    last_segment INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE text (
                    numbering TEXT NOT NULL CHECK (numbering <> ''),
                    first_code INTEGER NOT NULL CHECK (first_code > 0),
                    text_count INTEGER NOT NULL CHECK (text_count > 0),
                    checksum INTEGER NOT NULL,
                    body BLOB NOT NULL,
                    PRIMARY KEY (numbering, first_code)
                ) STRICT;
                """)
        var texts = StoreTexts()
        for family in FactFamily.allCases where try database.tableExists("fact_\(family.rawValue)") {
            try move(family, &texts, database)
            try database.execute(sql: "DROP TABLE fact_\(family.rawValue)")
        }
        try texts.write(database)
    }

    /// Rows of one reading of one origin, on their way into a segment.
    private struct Run: Equatable {
        let origin: Int64
        let source: Int64
        let recordedAt: Int64
        let isNative: Bool
    }

    private static func move(_ family: FactFamily, _ texts: inout StoreTexts, _ database: Database) throws {
        let rows = try Row.fetchCursor(
            database,
            sql:
                "SELECT f.*, o.name AS origin_name FROM fact_\(family.rawValue) f JOIN origin o ON o.code = f.origin_code ORDER BY sequence"
        )
        var run: Run?
        var batch = FactBatch(family, origin: "")
        func flush() throws {
            guard let run, !batch.isEmpty else { return }
            var appending = try SegmentAppend(
                batch, origin: run.origin, source: run.source, recordedAt: run.recordedAt, texts: &texts, database)
            _ = try appending.run(database)
        }
        while let row = try rows.next() {
            let origin: String = row["origin_name"]
            let next = Run(
                origin: row["origin_code"], source: row["source_code"], recordedAt: row["recorded_at"],
                isNative: !isKnownByColumns(family, origin: origin))
            if next != run || batch.count >= SegmentBody.largestRowCount {
                try flush()
                run = next
                batch = next.isNative ? FactBatch(family, origin: origin) : FactBatch(byColumns: family, origin: origin)
            }
            let values = family.columns.map { column -> FactValue in
                guard row.hasColumn(column.name) else { return .unknown }
                if column.kind == .text { return .text(row[column.name]) }
                return (row[column.name] as Int64?).map(FactValue.integer) ?? .unknown
            }
            batch.append(id: row["id"], isRetracted: row["is_retracted"], row: values)
        }
        try flush()
    }

    /// Facts whose ids were made of their columns, by the connectors that now leave them out.
    private static func isKnownByColumns(_ family: FactFamily, origin: String) -> Bool {
        switch family {
        case .item, .transition: origin.hasPrefix("csv:")
        case .commit, .fileChange, .file: true
        default: false
        }
    }
}
