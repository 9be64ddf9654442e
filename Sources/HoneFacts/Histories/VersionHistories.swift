/// Versions that trackers know with the day they were released, as columns, oldest first. Raw instants.
package struct VersionHistories: Sendable {
    package private(set) var name: [String] = []
    package private(set) var releasedAt: [Int64] = []
    package var count: Int { name.count }

    package init() {}

    /// Versions without a date were not released. Complexity: O(versions x log versions).
    init(_ batches: FactBatches) {
        var known: [(at: Int64, name: String)] = []
        for batch in batches {
            let (name, releasedAt) = (batch.texts("name"), batch.integers("released_at"))
            for row in 0..<batch.count where Instant.isPlausible(releasedAt[row]) { known.append((releasedAt[row], name[row])) }
        }
        known.sort { ($0.at, $0.name) < ($1.at, $1.name) }
        name = known.map(\.name)
        releasedAt = known.map(\.at)
    }
}
