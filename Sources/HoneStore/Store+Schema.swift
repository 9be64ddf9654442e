import GRDB
import HoneFacts

extension Store {
    /// Every change of the schema, in order. A migration that has shipped is never edited: a new family or column is a new one.
    static func migrator(_ digest: Digest) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 facts, cursors, decisions") { database in
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
            for (family, columns) in firstFamilies { try createFacts(family, columns, database) }
        }
        migrator.registerMigration("2 changes and reviews") { database in
            try createFacts(
                "change",
                """
                key TEXT NOT NULL, title TEXT NOT NULL, labels TEXT NOT NULL, opened_at INTEGER, merged_at INTEGER,
                closed_at INTEGER, author TEXT NOT NULL, is_bot INTEGER, merge_sha TEXT NOT NULL
                """, database)
            try createFacts(
                "review",
                "change TEXT NOT NULL, reviewed_at INTEGER, reviewer TEXT NOT NULL, is_author INTEGER, is_bot INTEGER", database)
        }
        migrator.registerMigration("3 iterations, work logs, versions, files") { database in
            for (family, columns) in thirdFamilies { try createFacts(family, columns, database) }
            for (family, column) in thirdColumns {
                try database.execute(sql: "ALTER TABLE fact_\(family) ADD COLUMN \(column)")
            }
        }
        migrator.registerMigration("4 segments") { try moveToSegments($0) }
        migrator.registerMigration("5 kept state") { try makeKeptState($0) }
        migrator.registerMigration("6 kept rows of live items") { try makeLiveRows($0) }
        migrator.registerMigration("7 decision chain") { try chainDecisions($0, digest) }
        migrator.registerMigration("8 left out of kept points") { try countLeftOut($0) }
        migrator.registerMigration("9 health checks") { try makeHealthBox($0) }
        migrator.registerMigration("10 oddities of sources") { try makeOddities($0) }
        migrator.registerMigration("11 facts of a source") {
            try $0.execute(sql: "ALTER TABLE cursor ADD COLUMN fact_count INTEGER CHECK (fact_count >= 0)")
        }
        migrator.registerMigration("12 kinds of fact of a source") {
            try $0.execute(sql: "ALTER TABLE cursor ADD COLUMN families TEXT; ALTER TABLE cursor ADD COLUMN newest_at INTEGER")
        }
        return migrator
    }

    /// The table of a family: what every version of a fact has, and the family's own columns.
    private static func createFacts(_ family: String, _ columns: String, _ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE fact_\(family) (
                    sequence INTEGER PRIMARY KEY,
                    origin_code INTEGER NOT NULL REFERENCES origin (code),
                    source_code INTEGER NOT NULL REFERENCES origin (code),
                    id TEXT NOT NULL,
                    recorded_at INTEGER NOT NULL,
                    is_retracted INTEGER NOT NULL CHECK (is_retracted IN (0, 1)),
                    \(columns)
                ) STRICT;
                CREATE INDEX fact_\(family)_version ON fact_\(family) (origin_code, id, sequence);
                """)
    }

    private static let thirdFamilies = [
        (
            "iteration",
            """
            key TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, started_at INTEGER, due_at INTEGER,
            completed_at INTEGER
            """
        ), ("iteration_item", "iteration TEXT NOT NULL, item TEXT NOT NULL, added_at INTEGER, removed_at INTEGER"),
        ("work_log", "item TEXT NOT NULL, logged_at INTEGER, seconds INTEGER"),
        ("version", "name TEXT NOT NULL, released_at INTEGER"),
        ("file", "path TEXT NOT NULL, lines INTEGER, indentation_sum INTEGER"),
    ]

    private static let thirdColumns = [
        ("item", "estimated_seconds INTEGER"), ("item", "severity TEXT NOT NULL DEFAULT ''"),
        ("item", "injected_phase TEXT NOT NULL DEFAULT ''"), ("item", "found_phase TEXT NOT NULL DEFAULT ''"),
        ("item", "versions TEXT NOT NULL DEFAULT ''"), ("item", "aliases TEXT NOT NULL DEFAULT ''"),
        ("item", "category TEXT NOT NULL DEFAULT ''"), ("transition", "category TEXT NOT NULL DEFAULT ''"),
        ("change", "items TEXT NOT NULL DEFAULT ''"),
        ("change", "commits TEXT NOT NULL DEFAULT ''"), ("change", "comment_count INTEGER"), ("change", "changed_lines INTEGER"),
        ("review", "state TEXT NOT NULL DEFAULT ''"), ("review", "comment_count INTEGER"), ("review", "round INTEGER"),
    ]

    /// The families and columns of the first migration, as they were: not those of the code of today.
    private static let firstFamilies = [
        (
            "item",
            """
            key TEXT NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL, labels TEXT NOT NULL, stream TEXT NOT NULL,
            requested_at INTEGER, started_at INTEGER, finished_at INTEGER, status TEXT NOT NULL, reason TEXT NOT NULL,
            logged_seconds INTEGER, found TEXT NOT NULL, shape TEXT NOT NULL
            """
        ), ("transition", "item TEXT NOT NULL, status TEXT NOT NULL, changed_at INTEGER, ordinal INTEGER"),
        ("block", "item TEXT NOT NULL, blocked_at INTEGER, unblocked_at INTEGER"),
        (
            "commit",
            """
            sha TEXT NOT NULL, parents TEXT NOT NULL, authored_at INTEGER, committed_at INTEGER, author TEXT NOT NULL,
            coauthors TEXT NOT NULL, is_bot INTEGER, is_inside INTEGER, subject TEXT NOT NULL, reverts TEXT NOT NULL,
            keys TEXT NOT NULL, change_number TEXT NOT NULL
            """
        ), ("file_change", "sha TEXT NOT NULL, path TEXT NOT NULL, old_path TEXT NOT NULL, added INTEGER, deleted INTEGER"),
        ("tag", "name TEXT NOT NULL, sha TEXT NOT NULL, tagged_at INTEGER"),
        ("head", "branch TEXT NOT NULL, sha TEXT NOT NULL, is_shallow INTEGER"),
    ]
}
