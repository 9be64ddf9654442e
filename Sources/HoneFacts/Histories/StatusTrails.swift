/// The statuses of a tracker as items went through them, mapped to a stage or not. Read from the facts when asked: a folding
/// costs nothing, and the facts are held as they were stored.
package struct StatusTrails: Sendable {
    private let transitions: FactBatches

    package init(_ transitions: FactBatches = []) {
        self.transitions = transitions
    }

    package var isEmpty: Bool { transitions.isEmpty }

    /// An item entered a status.
    package struct Step: Sendable, Equatable {
        /// Row of the item.
        package let item: Int32
        /// Place of the status in `Trails.statuses`.
        package let status: Int32
        /// Raw instant.
        package let at: Int64
        package let ordinal: Int64
    }

    /// Steps of all items, by item and oldest first, and the names of the statuses, which are compared without case.
    package struct Trails: Sendable {
        package fileprivate(set) var statuses: [String] = []
        package fileprivate(set) var steps: [Step] = []
    }

    /// - Parameter now: seconds since 1970; later steps have not happened yet.
    /// - Complexity: O(n log n), n transitions.
    package func trails(of items: ItemHistories, _ zone: ZoneTable, now: Int64) -> Trails {
        var result = Trails()
        guard !transitions.isEmpty else { return result }
        let rows = ItemRows(items)
        var places: [String: Int32] = [:]
        for batch in transitions {
            let (item, status) = (batch.texts("item"), batch.texts("status"))
            let (changedAt, ordinal) = (batch.integers("changed_at"), batch.integers("ordinal"))
            let owners = item.values.map { rows.row(ofKey: $0, origin: batch.origin).map(Int32.init) ?? -1 }
            let names = status.values.map { name -> Int32 in
                let key = name.lowercased()
                if let place = places[key] {
                    // Whatever comes first, the same spelling is shown.
                    result.statuses[Int(place)] = min(result.statuses[Int(place)], name)
                    return place
                }
                let place = Int32(result.statuses.count)
                places[key] = place
                result.statuses.append(name)
                return place
            }
            for row in 0..<batch.count {
                let owner = owners[Int(item.codes[row])]
                guard owner >= 0 else { continue }
                // The status that an item was created in has its date from the item.
                let isCreation = changedAt[row] == Instant.missing && ordinal[row] == -1
                let at = isCreation ? items.requestedAt[Int(owner)] : changedAt[row]
                guard at != Instant.missing, zone.seconds(Instant(rawValue: at)) <= now else { continue }
                result.steps.append(Step(item: owner, status: names[Int(status.codes[row])], at: at, ordinal: ordinal[row]))
            }
        }
        result.steps.sort { left, right in
            let (a, b) = (zone.seconds(Instant(rawValue: left.at)), zone.seconds(Instant(rawValue: right.at)))
            return (left.item, a, left.ordinal) < (right.item, b, right.ordinal)
        }
        return result
    }
}
