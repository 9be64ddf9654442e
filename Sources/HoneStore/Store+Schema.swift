import GRDB
import HoneFacts

extension Store {
    /// Every change of the schema, in order. A migration that has shipped is never edited.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 facts, cursors, decisions") { database in
            for family in FactFamily.allCases {
                let columns = family.columns.map { column in
                    column.kind == .text ? "\(column.name) TEXT NOT NULL" : "\(column.name) INTEGER"
                }
                try database.execute(
                    sql: """
                        CREATE TABLE fact_\(family.rawValue) (
                            sequence INTEGER PRIMARY KEY,
                            origin_code INTEGER NOT NULL REFERENCES origin (code),
                            id TEXT NOT NULL,
                            recorded_at INTEGER NOT NULL,
                            is_retracted INTEGER NOT NULL CHECK (is_retracted IN (0, 1)),
                            \(columns.joined(separator: ",\n        "))
                        ) STRICT;
                        CREATE INDEX fact_\(family.rawValue)_version ON fact_\(family.rawValue) (origin_code, id, sequence);
                        """)
            }
            try database.execute(
                sql: """
                    CREATE TABLE origin (code INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
                    CREATE TABLE cursor (
                        origin_code INTEGER PRIMARY KEY REFERENCES origin (code),
                        position TEXT NOT NULL,
                        read_at INTEGER NOT NULL
                    ) STRICT;
                    CREATE TABLE decision (
                        sequence INTEGER PRIMARY KEY,
                        verb TEXT NOT NULL CHECK (verb <> ''),
                        decided_at INTEGER NOT NULL,
                        role TEXT NOT NULL CHECK (role <> ''),
                        subject TEXT NOT NULL,
                        text TEXT NOT NULL,
                        reason TEXT NOT NULL,
                        until_day INTEGER
                    ) STRICT;
                    """)
        }
        return migrator
    }
}
