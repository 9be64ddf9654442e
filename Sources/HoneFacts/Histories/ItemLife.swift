/// One item's life from its mapped transitions, in numbers of the width that the column of stays has: raw instants, and seconds
/// between two of them.
struct ItemLife<Number: FixedWidthInteger> {
    /// What stands for an instant that is not known, as in `CompactIntegers`.
    static var missing: Number { CompactIntegers.number(Instant.missing) }

    /// Stays with repeats of the same stage taken together, written behind those of the items before.
    private(set) var visitCount = 0
    private(set) var requestedAt = missing
    private(set) var startedAt = missing
    private(set) var finishedAt = missing
    private(set) var firstFinishedAt = missing
    private(set) var cancelledAt = missing
    private(set) var isReopened = false
    private(set) var isReturned = false
    private(set) var activeSeconds: Number = 0
    private(set) var processSeconds: Number = 0
    private(set) var blockedSeconds: Number = 0

    /// - Parameters:
    ///   - places: where the item's transitions stand that are not after now, with raw instants, ascending.
    ///   - roles: those of the rules, opened for many lives.
    ///   - visits: the stays of all items; those of this one are written from `first` on, which is not after its transitions. The
    ///     seconds of each transition, and those up to now, fit into its width.
    @inline(__always)
    init(
        _ places: Range<Int>, requestedAt requested: Number, blocks: [Range<Int64>],
        isCancelledReason: Bool, _ rules: ItemLifeRules, _ roles: UnsafeBufferPointer<ItemLifeRules.Role>,
        in visits: ItemVisits.Columns<Number>, at first: Int
    ) {
        let missing = Self.missing
        requestedAt = requested != missing || places.isEmpty ? requested : visits.enteredAt[places.lowerBound]
        var (stay, lastRaw, enteredAt): (Number, Number, Number) = (missing, missing, 0)
        var (last, behind) = (-1, first)
        var role = ItemLifeRules.Role()
        for place in places {
            let (stage, raw) = (Int(visits.stage[place]), visits.enteredAt[place])
            if stage == last { continue }
            let at = rules.seconds(raw)
            // What an item does before its start is not in it.
            if role.contains(.active), startedAt != missing, at > enteredAt { activeSeconds += at - enteredAt }
            (last, lastRaw, enteredAt, role) = (stage, raw, at, roles[stage])
            visits.stage[behind] = UInt16(truncatingIfNeeded: stage)
            visits.enteredAt[behind] = at
            behind &+= 1
            if startedAt == missing, role.contains(.committed) { startedAt = raw }
            if role.contains(.done) {
                if firstFinishedAt == missing { firstFinishedAt = raw }
                if stay == missing { stay = raw }
            } else {
                if stay != missing { isReopened = true }
                stay = missing
            }
        }
        visitCount = behind &- first
        guard last >= 0 else { return }
        if stay == missing { stay = lastRaw }
        if role.contains(.done), isCancelledReason {
            cancelledAt = stay
            // Closed without being done: nothing was finished.
            firstFinishedAt = isReopened ? firstFinishedAt : missing
        } else if role.contains(.done) {
            finishedAt = stay
        } else if role.contains(.cancelled) {
            cancelledAt = lastRaw
        } else {
            isReturned = startedAt != missing && last < rules.commitment
        }
        guard startedAt != missing else { return }
        let start = rules.seconds(startedAt)
        let exit = finishedAt != missing ? finishedAt : cancelledAt
        let end = exit != missing ? rules.seconds(exit) : Number(truncatingIfNeeded: rules.now)
        processSeconds = end > start ? end &- start : 0
        if exit == missing, role.contains(.active), end > enteredAt { activeSeconds += end - enteredAt }
        if !blocks.isEmpty { pause(for: blocks, Int64(start)..<Int64(max(start, end)), first..<behind, rules, visits) }
    }

    /// Takes blocks out of what was active.
    private mutating func pause(
        for blocks: [Range<Int64>], _ process: Range<Int64>, _ stays: Range<Int>, _ rules: ItemLifeRules,
        _ visits: ItemVisits.Columns<Number>
    ) {
        let pauses = Self.union(blocks)
        blockedSeconds = Number(pauses.reduce(0) { $0 + Self.overlap($1, process) })
        for index in stays where rules.roles[Int(visits.stage[index])].contains(.active) {
            let from = max(process.lowerBound, Int64(visits.enteredAt[index]))
            let to = min(process.upperBound, index + 1 < stays.upperBound ? Int64(visits.enteredAt[index + 1]) : process.upperBound)
            guard from < to else { continue }
            activeSeconds -= min(activeSeconds, Number(pauses.reduce(0) { $0 + Self.overlap($1, from..<to) }))
        }
    }

    /// Overlapping and touching ranges taken together.
    private static func union(_ ranges: [Range<Int64>]) -> [Range<Int64>] {
        var result: [Range<Int64>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }

    private static func overlap(_ left: Range<Int64>, _ right: Range<Int64>) -> Int64 {
        max(0, min(left.upperBound, right.upperBound) - max(left.lowerBound, right.lowerBound))
    }
}
