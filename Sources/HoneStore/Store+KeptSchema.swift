import GRDB

extension Store {
    /// What a scorecard keeps for the next one: nothing that the facts do not say, so it may be thrown away.
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

    /// The facts of live items are kept too, segment by segment, and how items stood in smaller chunks.
    static func makeLiveRows(_ database: Database) throws {
        try database.execute(
            sql: """
                DROP TABLE kept_item;
                DROP TABLE kept_fold;
                DELETE FROM kept_point;
                CREATE TABLE kept_fold (
                    only INTEGER PRIMARY KEY CHECK (only = 1),
                    digest TEXT NOT NULL CHECK (digest <> ''),
                    kept_at INTEGER NOT NULL,
                    last_segment INTEGER NOT NULL,
                    retraction_count INTEGER NOT NULL,
                    item_code_count INTEGER NOT NULL,
                    superseded_id_count INTEGER NOT NULL,
                    live_from INTEGER NOT NULL,
                    last_finished_on INTEGER NOT NULL,
                    checksum INTEGER NOT NULL,
                    left_out BLOB NOT NULL
                ) STRICT;
                CREATE TABLE kept_live (
                    origin_code INTEGER PRIMARY KEY REFERENCES origin (code),
                    ordered_count INTEGER NOT NULL,
                    checksum INTEGER NOT NULL,
                    body BLOB NOT NULL
                ) STRICT;
                CREATE TABLE kept_item (
                    origin_code INTEGER NOT NULL REFERENCES origin (code),
                    chunk INTEGER NOT NULL CHECK (chunk >= 0),
                    checksum INTEGER NOT NULL,
                    body BLOB NOT NULL,
                    PRIMARY KEY (origin_code, chunk)
                ) STRICT;
                CREATE TABLE kept_rows (
                    segment INTEGER PRIMARY KEY REFERENCES segment (sequence),
                    superseded_count INTEGER NOT NULL,
                    checksum INTEGER NOT NULL,
                    body BLOB NOT NULL
                ) STRICT;
                """)
    }

    /// Past windows say how much they left out; those that were measured before do not know it.
    static func countLeftOut(_ database: Database) throws {
        try forgetKeptState(database)
        try database.execute(sql: "ALTER TABLE kept_point ADD COLUMN eligible INTEGER NOT NULL DEFAULT 0 CHECK (eligible >= n)")
    }

    /// Throws away what is kept, as it was never more than a short cut.
    static func forgetKeptState(_ database: Database) throws {
        for table in ["kept_point", "kept_rows", "kept_item", "kept_live", "kept_fold"] {
            try database.execute(sql: "DELETE FROM \(table)")
        }
    }
}
