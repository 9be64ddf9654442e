import GRDB

extension Store {
    /// Tables without row ids: a row has its place by what it says, not by when it came.
    static func makeHealthBox(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE health_token (
                    health_check TEXT NOT NULL CHECK (health_check <> ''),
                    mark TEXT NOT NULL CHECK (length(mark) = 64),
                    is_used INTEGER NOT NULL CHECK (is_used IN (0, 1)),
                    PRIMARY KEY (health_check, mark)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE health_sheet (
                    health_check TEXT NOT NULL CHECK (health_check <> ''),
                    sealed BLOB NOT NULL CHECK (length(sealed) > 0),
                    PRIMARY KEY (health_check, sealed)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE health_comment (
                    health_check TEXT NOT NULL CHECK (health_check <> ''),
                    place INTEGER NOT NULL,
                    comment TEXT NOT NULL CHECK (comment <> ''),
                    PRIMARY KEY (health_check, place)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE health_median (
                    health_check TEXT NOT NULL CHECK (health_check <> ''),
                    place INTEGER NOT NULL,
                    median REAL,
                    PRIMARY KEY (health_check, place)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
