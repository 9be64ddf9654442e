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
        /// Seconds since 1970.
        package let at: Int64
        /// Place of the status in `Trails.statuses`.
        package let status: Int32
        fileprivate let ordinal: Int64
    }

    /// Steps of the items asked for, oldest first, and the names of all statuses, which are compared without case.
    package struct Trails: Sendable {
        package fileprivate(set) var statuses: [String] = []
        /// Whether any item was in the status before its end.
        package fileprivate(set) var isMet: [Bool] = []
        fileprivate var places: [String: Int32] = [:]
        fileprivate var offsets: [Int] = []
        fileprivate var all: [Step] = []

        package func steps(of item: Int) -> ArraySlice<Step> { all[offsets[item]..<offsets[item + 1]] }
    }

    /// - Parameters:
    ///   - isWanted: by row, whether the steps of an item are wanted.
    ///   - ends: by row, seconds since 1970 before which a step counts as met; `Int64.min` where none does.
    ///   - now: seconds since 1970; later steps have not happened yet.
    /// - Complexity: O(transitions + items), and O(n log n) for the n steps of an item where they are out of order.
    package func trails(of items: ItemHistories, _ isWanted: [Bool], ends: [Int64], _ zone: ZoneTable, now: Int64) -> Trails {
        var result = Trails()
        var counts = [Int](repeating: 0, count: items.count + 1)
        walk(items, zone, now: now, &result) { item, step, result in
            if step.at < ends[item] { result.isMet[Int(step.status)] = true }
            if isWanted[item] { counts[item + 1] += 1 }
        }
        for item in 1..<counts.count { counts[item] += counts[item - 1] }
        result.offsets = counts
        result.all = [Step](repeating: Step(at: 0, status: 0, ordinal: 0), count: counts[items.count])
        walk(items, zone, now: now, &result) { item, step, result in
            guard isWanted[item] else { return }
            result.all[counts[item]] = step
            counts[item] += 1
        }
        for item in 0..<items.count {
            let range = result.offsets[item]..<result.offsets[item + 1]
            let isInOrder = range.dropFirst().allSatisfy { Self.isBefore(result.all[$0 - 1], result.all[$0]) }
            if !isInOrder { result.all[range].sort(by: Self.isBefore) }
        }
        return result
    }

    /// Steps of one instant and one ordinal are told apart by their status, so that the order of the facts says nothing.
    private static func isBefore(_ left: Step, _ right: Step) -> Bool {
        (left.at, left.ordinal, left.status) < (right.at, right.ordinal, right.status)
    }

    private func walk(
        _ items: ItemHistories, _ zone: ZoneTable, now: Int64, _ result: inout Trails, _ body: (Int, Step, inout Trails) -> Void
    ) {
        var owners = ItemsByKey(items)
        for batch in transitions {
            let (item, status) = (batch.texts("item"), batch.texts("status"))
            let (changedAt, ordinal) = (batch.integers("changed_at"), batch.integers("ordinal"))
            owners.look(at: item, origin: batch.origin)
            var places = [Int32](repeating: -1, count: status.table.count)
            for row in 0..<batch.count {
                let code = item.codes[row]
                guard let owner = owners.row(code), case let named = Int(status.codes[row]) else { continue }
                // The status that an item was created in has its date from the item.
                let isCreation = changedAt[row] == Instant.missing && ordinal[row] == -1
                let raw = isCreation ? items.requestedAt[owner] : changedAt[row]
                guard raw != Instant.missing else { continue }
                let at = raw & 1 == 0 ? raw >> 1 : zone.seconds(Instant(rawValue: raw))
                guard at <= now else { continue }
                if places[named] < 0 { places[named] = result.place(of: status[row]) }
                body(owner, Step(at: at, status: places[named], ordinal: ordinal[row]), &result)
            }
        }
    }
}

extension StatusTrails.Trails {
    fileprivate mutating func place(of name: String) -> Int32 {
        let key = name.lowercased()
        if let place = places[key] {
            // Whatever comes first, the same spelling is shown.
            statuses[Int(place)] = min(statuses[Int(place)], name)
            return place
        }
        let place = Int32(statuses.count)
        places[key] = place
        statuses.append(name)
        isMet.append(false)
        return place
    }
}
