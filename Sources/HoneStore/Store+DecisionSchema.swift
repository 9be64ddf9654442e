import GRDB
import HoneFacts
import HoneLoop

extension Store {
    /// Decisions become chains, one a writer; those of before become the chain of this store, in their order.
    static func chainDecisions(_ database: Database, _ digest: Digest) throws {
        try database.execute(
            sql: """
                CREATE TABLE writer (
                    only INTEGER PRIMARY KEY CHECK (only = 1),
                    id TEXT NOT NULL CHECK (length(id) = 16)
                ) STRICT;
                INSERT INTO writer VALUES (1, lower(hex(randomblob(8))));
                ALTER TABLE decision RENAME TO plain_decision;
                CREATE TABLE decision (
                    sequence INTEGER PRIMARY KEY,
                    writer TEXT NOT NULL CHECK (writer <> ''),
                    number INTEGER NOT NULL CHECK (number > 0),
                    previous TEXT NOT NULL,
                    verb TEXT NOT NULL CHECK (verb <> ''),
                    decided_at INTEGER NOT NULL,
                    role TEXT NOT NULL CHECK (role <> ''),
                    subject TEXT NOT NULL,
                    text TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    until_day INTEGER,
                    details TEXT NOT NULL,
                    hash TEXT NOT NULL CHECK (length(hash) = 64),
                    UNIQUE (writer, number)
                ) STRICT;
                """)
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT verb, decided_at, role, subject, text, reason, until_day, '' AS details FROM plain_decision ORDER BY sequence")
        var last: DecisionEntry?
        let writer = try writer(database)
        for row in rows {
            let entry = DecisionEntry(try decision(row), writer: writer, after: last, digest: digest)
            try insert(entry, database)
            last = entry
        }
        try database.execute(sql: "DROP TABLE plain_decision")
    }
}
