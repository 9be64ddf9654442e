/// Iterations (sprints) that a source names, with the items that were in them, as columns.
///
/// Instants are raw values, `Instant.missing` where unknown.
package struct IterationHistories: Sendable {
    package var origin: [String] = []
    package var key: [String] = []
    package var name: [String] = []
    package var startedAt: [Int64] = []
    /// The planned end.
    package var dueAt: [Int64] = []
    /// When it was closed; missing while it runs.
    package var completedAt: [Int64] = []
    /// Members of iteration `i` are `members[memberOffsets[i]..<memberOffsets[i + 1]]`.
    package var memberOffsets: [Int] = [0]
    package var members: [Member] = []
    /// Memberships whose item or iteration no source describes.
    package var strayCount = 0
    package var count: Int { key.count }

    /// An item's stay in an iteration.
    package struct Member: Sendable, Equatable {
        /// Row of the item.
        package var item: Int
        /// Missing where nobody says when it was put in.
        package var addedAt: Int64
        /// Missing where it stayed.
        package var removedAt: Int64
    }

    package init() {}

    package func members(of iteration: Int) -> ArraySlice<Member> { members[memberOffsets[iteration]..<memberOffsets[iteration + 1]] }

    /// The iteration that a member belongs to. Complexity: O(log iterations).
    package func iteration(ofMember member: Int) -> Int {
        var (low, high) = (0, count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if memberOffsets[middle] <= member { low = middle } else { high = middle }
        }
        return low
    }

    /// Complexity: O(items + memberships).
    init(_ batches: FactBatches, memberships: FactBatches, items: ItemHistories) {
        guard !batches.isEmpty else { return }
        let rows = ItemRows(items)
        for origin in batches.origins { add(origin, batches.of(origin), memberships.of(origin), rows) }
    }

    private mutating func add(_ origin: String, _ batches: FactBatches, _ memberships: FactBatches, _ rows: ItemRows) {
        var known: Set<String> = []
        var staying: [String: [Member]] = [:]
        for batch in batches { known.formUnion(batch.texts("key").mapped { $0 }) }
        for membership in memberships {
            let (iteration, item) = (membership.texts("iteration"), membership.texts("item"))
            let (added, removed) = (membership.integers("added_at"), membership.integers("removed_at"))
            for row in 0..<membership.count {
                guard known.contains(iteration[row]), let itemRow = rows.row(ofKey: item[row], origin: origin) else {
                    strayCount += 1
                    continue
                }
                staying[iteration[row], default: []].append(Member(item: itemRow, addedAt: added[row], removedAt: removed[row]))
            }
        }
        for batch in batches {
            let (keys, names) = (batch.texts("key"), batch.texts("name"))
            for row in 0..<batch.count {
                self.origin.append(origin)
                key.append(keys[row])
                name.append(names[row].isEmpty ? keys[row] : names[row])
                members += staying[keys[row]] ?? []
                memberOffsets.append(members.count)
            }
            startedAt += batch.integers("started_at")
            dueAt += batch.integers("due_at")
            completedAt += batch.integers("completed_at")
        }
    }
}
