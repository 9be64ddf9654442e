import GRDB
import HoneFacts

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The texts of a store by numbering, kept between transactions so that a code is looked up and not read again.
///
/// Code 0 is the empty text in every numbering. What a transaction added is written with it, and taken out again if it fails.
struct StoreTexts: Sendable {
    private var tables: [String: TextTable] = [:]
    /// How many texts of each numbering are on disk.
    private var stored: [String: Int] = [:]
    /// Codes of the texts of the reader that came last, by numbering.
    private var readers: [String: ReaderTexts] = [:]
    /// Counts up when all texts are erased.
    private var generation: Int64?

    /// Brings a numbering up to what is on disk, which another process may have added to.
    mutating func load(_ numbering: String, _ database: Database) throws {
        let current = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if generation != current {
            rollBack()
            generation = current
        }
        // What this transaction has added already stands behind what is on disk.
        guard count(numbering) == stored[numbering] ?? 1 else { return }
        var table = tables[numbering] ?? Self.empty()
        tables[numbering] = nil
        let chunks = try Row.fetchCursor(
            database,
            sql: "SELECT first_code, text_count, checksum, body FROM text WHERE numbering = ? AND first_code >= ? ORDER BY first_code",
            arguments: [numbering, table.count])
        while let chunk = try chunks.next() {
            readers[numbering]?.isAlone = false
            let body: [UInt8] = Array(chunk[3] as Data)
            guard StoreChecksum.of(body) == chunk[2], chunk[0] == table.count else {
                throw StoreError.damaged("texts \(table.count) and on of \(numbering)")
            }
            do throws(SegmentDamage) {
                try TextCoding.read(body, count: chunk[1], into: &table)
            } catch {
                throw StoreError.damaged("texts \(table.count) and on of \(numbering)")
            }
        }
        stored[numbering] = table.count
        tables[numbering] = table
    }

    var isEmpty: Bool { tables.isEmpty }

    private static func empty() -> TextTable { TextTable([""]) }

    /// The numbering as it is now.
    func table(_ numbering: String) -> TextTable { tables[numbering] ?? Self.empty() }

    func count(_ numbering: String) -> Int { tables[numbering]?.count ?? 1 }

    /// Codes of a column's rows; texts that are new are added in the order of the rows. Complexity: O(rows + texts of the column).
    mutating func codes(_ column: TextColumn, _ numbering: String) -> [Int64] {
        var table = tables[numbering] ?? Self.empty()
        tables[numbering] = nil
        defer { tables[numbering] = table }
        if let reader = column.readerCodes {
            var known = readers[numbering].flatMap { $0.mark === reader.mark ? $0 : nil } ?? ReaderTexts(reader.mark, in: table)
            readers[numbering] = nil
            defer { readers[numbering] = known }
            return known.codes(column, reader, in: &table)
        }
        readers[numbering]?.isAlone = false
        // Each text is looked up once, with all others that the rows name.
        var named: [Int32] = []
        var codes = [Int32](repeating: -1, count: column.table.count)
        return codes.withUnsafeMutableBufferPointer { codes in
            for code in column.codes where codes[Int(code)] < 0 {
                codes[Int(code)] = 0
                named.append(code)
            }
            for (code, found) in zip(named, table.codes(adding: column.table, named)) { codes[Int(code)] = found }
            return column.codes.map { Int64(codes[Int($0)]) }
        }
    }

    /// Writes what was added since the last transaction.
    mutating func write(_ database: Database) throws {
        for (numbering, table) in tables.sorted(by: { $0.key < $1.key }) {
            let first = stored[numbering] ?? 1
            guard table.count > first else { continue }
            let body = TextCoding.body(table, from: first)
            try database.execute(
                sql: "INSERT INTO text (numbering, first_code, text_count, checksum, body) VALUES (?, ?, ?, ?, ?)",
                arguments: [numbering, first, table.count - first, StoreChecksum.of(body), Data(body)])
        }
    }

    /// The transaction is on disk.
    mutating func commit() {
        for (numbering, table) in tables { stored[numbering] = table.count }
    }

    /// The transaction did not happen.
    mutating func rollBack() {
        (tables, stored, readers) = ([:], [:], [:])
    }

    /// Texts for reading, marked as one numbering each.
    /// - Parameter unread: numberings that nobody will read.
    func log(_ numberings: Set<String>, unread: Set<String> = []) -> LogTexts {
        LogTexts(
            Dictionary(
                uniqueKeysWithValues: numberings.map { numbering in
                    var table = table(numbering)
                    table.mark = TextTable.Mark()
                    return (numbering, table)
                }), unread: unread)
    }
}

/// Whether bytes are the ones that were written.
enum StoreChecksum {
    static func of(_ bytes: [UInt8]) -> Int64 { bytes.withUnsafeBufferPointer { Int64(bitPattern: TextHash.hash($0)) } }
}
