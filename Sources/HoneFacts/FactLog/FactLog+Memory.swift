/// The memory twin of a fact log, for tests, worked examples and reading without a store.
package actor MemoryFactLog: FactLog {
    private struct Version {
        let row: [FactValue]
        let isRetracted: Bool
    }

    private struct Key: Hashable {
        let family: FactFamily
        let origin: String
        let id: String
    }

    private var order: [Key] = []
    private var latest: [Key: Version] = [:]
    private var positions: [String: SourceCursor] = [:]

    package init() {}

    package func append(_ batches: [FactBatch], recordedAt: Int64, cursor: SourceCursor?) -> AppendCount {
        var count = AppendCount()
        for batch in batches {
            for index in 0..<batch.count {
                let key = Key(family: batch.family, origin: batch.origin, id: batch.ids[index])
                let version = Version(row: batch.row(index), isRetracted: batch.isRetracted[index])
                if let known = latest[key] {
                    if known.row == version.row, known.isRetracted == version.isRetracted {
                        count.unchanged += 1
                        continue
                    }
                    count.changed += 1
                } else {
                    order.append(key)
                    count.added += 1
                }
                latest[key] = version
            }
        }
        if let cursor { positions[cursor.origin] = cursor }
        return count
    }

    package func read(_ family: FactFamily) -> [FactBatch] {
        var batches: [FactBatch] = []
        var index: [String: Int] = [:]
        for key in order where key.family == family {
            guard let version = latest[key], !version.isRetracted else { continue }
            let position =
                index[key.origin]
                ?? {
                    batches.append(FactBatch(family, origin: key.origin))
                    index[key.origin] = batches.count - 1
                    return batches.count - 1
                }()
            batches[position].append(id: key.id, row: version.row)
        }
        return batches
    }

    package func cursors() -> [SourceCursor] { positions.values.sorted { $0.origin < $1.origin } }
}
