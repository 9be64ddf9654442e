import GRDB
import HoneFacts

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which rows of a segment a later version has taken the place of: a bit for each row.
enum Superseded {
    /// Empty where no row has been. Complexity: O(rows / 8).
    static func rows(of segment: Int64, _ database: Database) throws -> [UInt8] {
        try Data.fetchOne(database, sql: "SELECT rows FROM superseded WHERE segment = ?", arguments: [segment]).map { Array($0) } ?? []
    }

    static func add(_ rows: [Int], to segment: Int64, _ database: Database) throws {
        let count = try Int.fetchOne(database, sql: "SELECT row_count FROM segment WHERE sequence = ?", arguments: [segment]) ?? 0
        var bits = try self.rows(of: segment, database)
        if bits.isEmpty { bits = [UInt8](repeating: 0, count: (count + 7) / 8) }
        for row in rows { bits[row / 8] |= 1 << UInt8(row % 8) }
        try write(bits, to: segment, database)
    }

    /// Marks every row; returns how many were not yet.
    static func addAll(to segment: Int64, rowCount: Int, _ database: Database) throws -> Int {
        let known = try rows(of: segment, database).reduce(0) { $0 + $1.nonzeroBitCount }
        guard known < rowCount else { return 0 }
        var bits = [UInt8](repeating: 0xff, count: (rowCount + 7) / 8)
        if rowCount % 8 > 0 { bits[bits.count - 1] = UInt8(truncatingIfNeeded: (1 << (rowCount % 8)) - 1) }
        try write(bits, to: segment, database)
        return rowCount - known
    }

    private static func write(_ bits: [UInt8], to segment: Int64, _ database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO superseded (segment, row_count, rows) VALUES (?, ?, ?)",
            arguments: [segment, bits.reduce(0) { $0 + $1.nonzeroBitCount }, Data(bits)])
    }
}
