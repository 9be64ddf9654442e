import GRDB
import HoneFacts

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes what a batch adds.
extension SegmentAppend {
    /// - Parameter kept: the rows that become facts; nil for all of them.
    func write(_ kept: [Int]?, _ supersededHere: Set<Int>, _ database: Database) throws {
        var written = columns
        if batch.hasRetractions {
            let marks = (0..<batch.count).map { batch.isRetracted($0) ? Int64(1) : 0 }
            written.append(SegmentColumn(name: SegmentColumn.retracted, isText: false, values: marks))
        }
        if let kept {
            written = written.map { column in
                SegmentColumn(name: column.name, isText: column.isText, values: kept.map { column.values[$0] })
            }
        }
        // A row that takes its fact back is never read either.
        var isDead: [Bool] = []
        if batch.hasRetractions || !supersededHere.isEmpty {
            isDead = (kept ?? Array(0..<batch.count)).map { supersededHere.contains($0) || batch.isRetracted($0) }
        }
        let count = kept?.count ?? batch.count
        for start in stride(from: 0, to: count, by: SegmentBody.largestRowCount) {
            let rows = start..<min(start + SegmentBody.largestRowCount, count)
            try writeSegment(written, rows, database)
            let dead = isDead.isEmpty ? [] : rows.filter { isDead[$0] }.map { $0 - start }
            if !dead.isEmpty { try Superseded.add(dead, to: database.lastInsertedRowID, database) }
        }
    }

    private func writeSegment(_ columns: [SegmentColumn], _ rows: Range<Int>, _ database: Database) throws {
        let known = columns.filter { column in
            let rest = column.isText || column.name == SegmentColumn.retracted ? 0 : Instant.missing
            return column.values[rows].contains { $0 != rest }
        }
        let body = SegmentBody.bytes(known, rows: rows)
        let codeRange = codePlace.map { Self.range(columns[identityColumns[$0]].values[rows]) } ?? (0, 0)
        let instants = instantPlace.map { Self.range(columns[identityColumns[$0]].values[rows]) } ?? (.min, .max)
        try database.execute(
            sql: """
                INSERT INTO segment (family, origin_code, source_code, recorded_at, is_native, row_count, low_code, high_code,
                low_instant, high_instant, checksum, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                batch.family.rawValue, codes.origin, codes.source, recordedAt, batch.isNative, rows.count, codeRange.0, codeRange.1,
                instants.0, instants.1, StoreChecksum.of(body), Data(body),
            ])
    }

    private static func range(_ values: ArraySlice<Int64>) -> (Int64, Int64) {
        var (low, high) = (Int64.max, Int64.min)
        for value in values { (low, high) = (min(low, value), max(high, value)) }
        return (low, high)
    }
}
