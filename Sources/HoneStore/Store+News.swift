import GRDB
package import HoneFacts

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Store {
    /// What was recorded behind a position; nil where only a reading of everything can tell what it means: facts of a source were taken
    /// back as a whole, a fact with an id of its source may speak of another item now, or something new speaks of no item.
    /// - Complexity: O(new facts + segments with rows that count no longer).
    package func news(since position: LogPosition) async throws -> FactNews? {
        try await read { database in
            let current = try Self.position(database)
            guard current.retractionCount == position.retractionCount, current.supersededIDCount == position.supersededIDCount,
                current.lastSegment >= position.lastSegment
            else { return nil }
            let new = try Int64.fetchAll(
                database, sql: "SELECT sequence FROM segment WHERE sequence > ? ORDER BY sequence", arguments: [position.lastSegment])
            let texts = try KeptReader.texts(database)
            let segments = try new.compactMap { try KeptReader.segment($0, texts, database)?.facts }
            guard segments.allSatisfy({ $0.family.itemColumn != nil }) else { return nil }
            var superseded: [Int64: [UInt8]] = [:]
            let rows = try Row.fetchCursor(
                database, sql: "SELECT segment, rows FROM superseded WHERE segment <= ?", arguments: [position.lastSegment])
            while let row = try rows.next() { superseded[row[0]] = Array(row[1] as Data) }
            return FactNews(segments: segments, superseded: superseded, since: position, position: current)
        }
    }
}
