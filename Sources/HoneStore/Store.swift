import GRDB
package import HoneFacts
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The embedded store: one SQLite file. It owns the writer and offers only methods that keep its promises.
///
/// What a method reports as stored survives a crash: write-ahead log, `synchronous=FULL`, one transaction a call.
package struct Store: Sendable {
    /// One connection: a pool would write at every opening, and write that back at every end, so that its readers find a log.
    let queue: DatabaseQueue
    /// Chains the decisions.
    let digest: Digest
    /// As it was given: a connection that only reads has an address of its own.
    private let path: String
    let texts = TextsInUse()

    /// Opens the store at a path, creating or migrating it.
    /// - Parameter digest: whose fingerprints chain the decisions; always the same for one store.
    /// Where nothing can be written it is opened for reading, if all of it can be read so.
    /// - Throws: `StoreError` when the file is newer than this program, is no store, or cannot be read.
    package init(path: String, digest: Digest) throws {
        (self.path, self.digest) = (path, digest)
        var configuration = Self.configuration
        configuration.busyMode = .timeout(60)
        configuration.prepareDatabase { database in
            let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            guard mode == "wal" else {
                throw DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "no write-ahead log can be had at \(path)")
            }
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            queue = try Self.opened(path, configuration, digest)
        } catch let error as StoreError where error.mayBeReadable {
            // A backup, or a full disk, can be read all the same.
            guard let readable = Self.readable(path, Self.migrator(digest)) else { throw error }
            queue = readable
        }
    }

    /// An empty store in memory, which ends with its last user: nothing of it is written anywhere.
    package init(inMemory digest: Digest) throws {
        (path, self.digest) = ("memory", digest)
        var configuration = Self.configuration
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
        do {
            queue = try DatabaseQueue(configuration: configuration)
            try Self.migrator(digest).migrate(queue)
        } catch let error as DatabaseError {
            throw Self.error(error, path: path)
        }
    }

    private static var configuration: GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.foreignKeysEnabled = true
        return configuration
    }

    private static func opened(_ path: String, _ configuration: GRDB.Configuration, _ digest: Digest) throws -> DatabaseQueue {
        let lock = try OpeningLock(path: path)
        defer { lock.unlock() }
        do {
            let migrator = Self.migrator(digest)
            if access(path, F_OK) != 0 { try Self.make(at: path, configuration, migrator) }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            if try queue.read(Self.isForeign) {
                throw StoreError(
                    .unreadable, "\(path) is the database of another program.",
                    advice: "Nothing was changed. Move it away, or look whether .hone is where it should be.")
            }
            if try queue.read({ try migrator.hasBeenSuperseded($0) }) {
                throw StoreError(
                    .newer, "The store \(path) was written by a newer version of hone.",
                    advice: "Nothing was changed. Use that version or a later one; `hone --version` prints this one's.")
            }
            try migrator.migrate(queue)
            _ = chmod(path, 0o600)
            return queue
        } catch let error as DatabaseError {
            throw Self.error(error, path: path)
        }
    }

    /// The store as it is, for reading only, where nothing can be written beside it; nil where that would not show all of it: what was
    /// stored last stands in a log beside it, or another version has to migrate it first.
    private static func readable(_ path: String, _ migrator: DatabaseMigrator) -> DatabaseQueue? {
        var log = stat()
        guard access(path, R_OK) == 0, stat(path + "-wal", &log) != 0 || log.st_size == 0 else { return nil }
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        let escaped = path.utf8.map { byte -> String in
            let isPlain = byte == UInt8(ascii: "/") || (UInt8(ascii: "-")...UInt8(ascii: "z")).contains(byte) && byte != UInt8(ascii: "?")
            return isPlain ? String(UnicodeScalar(byte)) : "%" + String(Int(byte) + 256, radix: 16).dropFirst()
        }
        guard let queue = try? DatabaseQueue(path: "file:\(escaped.joined())?immutable=1", configuration: configuration),
            let isWhole = try? queue.read({ try !isForeign($0) && migrator.hasCompletedMigrations($0) && !migrator.hasBeenSuperseded($0) }),
            isWhole
        else { return nil }
        return queue
    }

    /// Whether a file has tables, and none of them is the list of migrations that every store has.
    private static func isForeign(_ database: Database) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT count(*) > 0 AND total(name = 'grdb_migrations') = 0 FROM sqlite_master") ?? false
    }

    /// Makes an empty store, which appears as a whole: a program that is killed meanwhile leaves nothing that looks like a store.
    private static func make(at path: String, _ configuration: GRDB.Configuration, _ migrator: DatabaseMigrator) throws {
        let unfinished = path + ".unfinished"
        for ending in ["", "-wal", "-shm", "-journal"] { _ = unlink(unfinished + ending) }
        let queue = try DatabaseQueue(path: unfinished, configuration: configuration)
        try migrator.migrate(queue)
        try queue.close()
        guard rename(unfinished, path) == 0 else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
    }

    /// The texts of the store between transactions.
    final class TextsInUse: Sendable {
        private let texts = Mutex(StoreTexts())

        /// After an error they are read anew.
        func with<Result: Sendable>(_ body: (inout StoreTexts) throws -> Result) throws -> Result {
            try texts.withLock { texts in
                do { return try body(&texts) } catch {
                    texts.rollBack()
                    throw error
                }
            }
        }
    }

    static func error(_ error: DatabaseError, path: String) -> StoreError {
        switch error.resultCode {
        case .SQLITE_FULL:
            StoreError(
                .full, "The disk is full, so the last batch was not stored; everything reported as stored before it is.",
                advice: "Free some space and run the same command again.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            StoreError(
                .busy, "Another hone has been writing to \(path) for more than a minute.",
                advice: "Wait until it is done and run the same command again.")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            StoreError(
                .unreadable, "\(path) is damaged, or is no store of hone.",
                advice: "Move it away and run hone sync to read the sources again; decisions are in the last `hone decision export`.")
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM:
            StoreError(
                .unreadable, "\(path) cannot be opened for writing.",
                advice: "Look at the permissions of the folder and at the space on the disk.")
        default:
            StoreError(
                .failed, "The store failed: \(error.message ?? "SQLite error \(error.resultCode.rawValue)").",
                advice: "Nothing of the last batch was stored.")
        }
    }

    /// Whether a small table holds what its columns promise: reading one that does not would end the program. Complexity: O(rows).
    static func check(_ table: String, _ database: Database) throws {
        let found = try String.fetchOne(database, sql: "PRAGMA quick_check('\(table)')") ?? "ok"
        if found != "ok" { throw StoreError.damaged("the table \(table), \(found)") }
    }

    /// Writes facts, and the texts that they bring with them.
    func writeFacts<Result: Sendable>(
        _ body: @Sendable @escaping (Database, inout StoreTexts) throws -> Result
    ) async throws -> Result {
        let inUse = texts
        return try await writing { database in
            try inUse.with { texts in
                let result = try Self.transaction(database) {
                    let result = try body($0, &texts)
                    try texts.write($0)
                    return result
                }
                texts.commit()
                return result
            }
        }
    }

    func write<Result: Sendable>(_ body: @Sendable @escaping (Database) throws -> Result) async throws -> Result {
        try await writing { try Self.transaction($0, body) }
    }

    private static func transaction<Result>(_ database: Database, _ body: (Database) throws -> Result) throws -> Result {
        var result: Result?
        try database.inTransaction(.immediate) {
            result = try body(database)
            return .commit
        }
        guard let result else { throw StoreError(.failed, "The store did not answer.", advice: "Run the same command again.") }
        return result
    }

    private func writing<Result: Sendable>(_ body: @Sendable @escaping (Database) throws -> Result) async throws -> Result {
        do {
            return try await queue.barrierWriteWithoutTransaction(body)
        } catch let error as DatabaseError {
            throw Self.error(error, path: path)
        }
    }

    func read<Result: Sendable>(_ body: @Sendable @escaping (Database) throws -> Result) async throws -> Result {
        do {
            return try await queue.read(body)
        } catch let error as DatabaseError {
            throw Self.error(error, path: path)
        }
    }

    /// How many rows each family and the decisions have, all versions.
    package func contents() async throws -> [(name: String, rows: Int)] {
        try await read { database in
            let facts = try FactFamily.allCases.map { family in
                let sql = "SELECT COALESCE(SUM(row_count), 0) FROM segment WHERE family = ?"
                return (family.rawValue, try Int.fetchOne(database, sql: sql, arguments: [family.rawValue]) ?? 0)
            }
            return facts + [("decision", try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM decision") ?? 0)]
        }
    }
}
