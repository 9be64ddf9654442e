import GRDB
package import HoneFacts

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Store {
    /// Complexity: O(facts of the segments in which a row was replaced).
    package func earlierItems() async throws -> [EarlierItem] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT s.sequence, o.name, s.is_native, s.checksum, s.body, d.rows, s.recorded_at FROM segment s NOT INDEXED
                    JOIN origin o ON o.code = s.origin_code JOIN superseded d ON d.segment = s.sequence
                    WHERE s.family = ? AND s.sequence > COALESCE(
                        (SELECT MAX(r.last_segment) FROM retraction r WHERE r.source_code = s.source_code), 0)
                    ORDER BY s.sequence
                    """, arguments: [FactFamily.item.rawValue])
            guard !rows.isEmpty else { return [] }
            var texts = StoreTexts()
            let numberings = LogTexts.numberings(of: .item)
            for numbering in numberings { try texts.load(numbering, database) }
            let log = texts.log(numberings)
            return try rows.flatMap { row in
                // The other rows than those that are read otherwise.
                let replaced = FactSegment(
                    sequence: row[0], family: .item, origin: row[1], isNative: row[2],
                    body: try Self.checked(row[4], row[3], segment: row[0], .item), superseded: (row[5] as Data).map { ~$0 }, texts: log)
                do throws(SegmentDamage) {
                    return EarlierItem.all(of: try replaced.batch(), recordedAt: row[6])
                } catch {
                    throw StoreError.damaged("segment \(row[0] as Int64), item facts: \(error)")
                }
            }
        }
    }
}
