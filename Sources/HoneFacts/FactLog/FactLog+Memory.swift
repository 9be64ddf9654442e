/// The memory twin of a fact log, row by row: what a log must say, for tests.
package actor MemoryFactLog: FactLog {
    private struct Version {
        let row: [FactValue]
        let isRetracted: Bool
        let source: String
        let recordedAt: Int64
        /// Counts up with every version.
        let sequence: Int
    }

    private struct Key: Hashable {
        let family: FactFamily
        let origin: String
        /// Nil where the columns identify the fact.
        let nativeID: String?
        let identity: [FactValue]

        init(_ batch: FactBatch, _ row: Int) {
            family = batch.family
            origin = batch.origin
            nativeID = batch.nativeID(row)
            let values = batch.row(row)
            let columns = batch.family.columns.map(\.name)
            identity = nativeID == nil ? zip(columns, values).filter { batch.family.identity.contains($0.0) }.map(\.1) : []
        }
    }

    private var latest: [Key: Version] = [:]
    private var versionCount = 0
    /// Replaced versions of item facts, with the source that they came from.
    private var replaced: [(source: String, item: EarlierItem)] = []
    private var positions: [String: SourceCursor] = [:]

    package init() {}

    package func append(
        _ batches: [FactBatch], from source: String, recordedAt: Int64, cursor: SourceCursor?
    ) -> AppendCount {
        var count = AppendCount()
        for batch in batches {
            for index in 0..<batch.count {
                let key = Key(batch, index)
                let (row, isRetracted) = (batch.row(index), batch.isRetracted(index))
                if let known = latest[key] {
                    if known.row == row, known.isRetracted == isRetracted {
                        count.unchanged += 1
                        continue
                    }
                    count.changed += 1
                    if known.source != source, !known.isRetracted { count.overruled += 1 }
                    noteReplaced(known, of: batch)
                } else {
                    count.added += 1
                }
                record(key, row, isRetracted: isRetracted, source: source, recordedAt: recordedAt)
            }
        }
        if let cursor { positions[cursor.origin] = cursor }
        return count
    }

    private func record(_ key: Key, _ row: [FactValue], isRetracted: Bool, source: String, recordedAt: Int64) {
        versionCount += 1
        latest[key] = Version(
            row: row, isRetracted: isRetracted, source: source, recordedAt: recordedAt, sequence: versionCount)
    }

    private func noteReplaced(_ version: Version, of batch: FactBatch) {
        guard batch.family == .item, !version.isRetracted else { return }
        var old = FactBatch(.item, origin: batch.origin)
        old.append(row: version.row)
        replaced += EarlierItem.all(of: old, recordedAt: version.recordedAt).map { (version.source, $0) }
    }

    package func retract(from source: String, recordedAt: Int64) -> Int {
        let keys = latest.filter { $0.value.source == source && !$0.value.isRetracted }.sorted { $0.value.sequence < $1.value.sequence }
        for (key, version) in keys { record(key, version.row, isRetracted: true, source: source, recordedAt: recordedAt) }
        replaced.removeAll { $0.source == source }
        positions[source] = nil
        return keys.count
    }

    package func read(_ families: [FactFamily]) -> FactTables {
        var tables: [FactFamily: [FactBatch]] = [:]
        for (key, version) in latest.sorted(by: { $0.value.sequence < $1.value.sequence })
        where families.contains(key.family) && !version.isRetracted {
            var batches = tables[key.family] ?? []
            tables[key.family] = nil
            let isNative = key.nativeID != nil
            let place = batches.firstIndex { $0.origin == key.origin && $0.isNative == isNative } ?? batches.count
            if place == batches.count {
                batches.append(
                    isNative ? FactBatch(key.family, origin: key.origin) : FactBatch(byColumns: key.family, origin: key.origin))
            }
            batches[place].append(id: key.nativeID ?? "", row: version.row)
            tables[key.family] = batches
        }
        return FactTables(tables)
    }

    package func earlierItems() -> [EarlierItem] { replaced.map(\.item) }

    package func cursors() -> [SourceCursor] { positions.values.sorted { $0.origin < $1.origin } }
}
