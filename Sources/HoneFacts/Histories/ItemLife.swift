/// One item's life from its mapped transitions.
struct ItemLife {
    /// Stays with repeats of the same stage taken together, written behind those of the items before.
    private(set) var visitCount = 0
    private(set) var requestedAt = Instant.missing
    private(set) var startedAt = Instant.missing
    private(set) var finishedAt = Instant.missing
    private(set) var firstFinishedAt = Instant.missing
    private(set) var cancelledAt = Instant.missing
    private(set) var isReopened = false
    private(set) var isReturned = false
    private(set) var activeSeconds: Int64 = 0
    private(set) var processSeconds: Int64 = 0
    private(set) var blockedSeconds: Int64 = 0

    /// What the lives of all items are read by.
    struct Rules {
        let kinds: [Stage.Kind]
        let commitment: Int
        let zone: ZoneTable
        /// Seconds since 1970.
        let now: Int64

        @inline(__always)
        func seconds(_ raw: Int64) -> Int64 { raw & 1 == 0 ? raw >> 1 : zone.seconds(Instant(rawValue: raw)) }
    }

    /// - Parameters:
    ///   - places: where the item's transitions stand that are not after now, with raw instants, ascending.
    ///   - visits: the stays of all items; those of this one are written from `first` on, which is not after its transitions. The
    ///     seconds of each transition fit into its width.
    init<Number>(
        _ places: Range<Int>, requestedAt requested: Int64, blocks: [Range<Int64>],
        isCancelledReason: Bool, _ rules: Rules, in visits: ItemVisits.Columns<Number>, at first: Int
    ) {
        requestedAt = requested != Instant.missing || places.isEmpty ? requested : Int64(visits.enteredAt[places.lowerBound])
        var stay = Instant.missing
        var (last, lastRaw) = (-1, Instant.missing)
        for place in places {
            let (stage, raw) = (Int(visits.stage[place]), Int64(visits.enteredAt[place]))
            if stage == last { continue }
            (last, lastRaw) = (stage, raw)
            visits.stage[first + visitCount] = UInt16(stage)
            visits.enteredAt[first + visitCount] = Number(truncatingIfNeeded: rules.seconds(raw))
            visitCount += 1
            let kind = rules.kinds[stage]
            if startedAt == Instant.missing, stage >= rules.commitment, kind != .cancelled { startedAt = raw }
            if kind == .done {
                if firstFinishedAt == Instant.missing { firstFinishedAt = raw }
                if stay == Instant.missing { stay = raw }
            } else {
                if stay != Instant.missing { isReopened = true }
                stay = Instant.missing
            }
        }
        guard last >= 0 else { return }
        if stay == Instant.missing { stay = lastRaw }
        switch rules.kinds[last] {
        case .done where isCancelledReason:
            cancelledAt = stay
            // Closed without being done: nothing was finished.
            firstFinishedAt = isReopened ? firstFinishedAt : Instant.missing
        case .done: finishedAt = stay
        case .cancelled: cancelledAt = lastRaw
        case .backlog, .wait, .active: isReturned = startedAt != Instant.missing && last < rules.commitment
        }
        guard startedAt != Instant.missing else { return }
        addUp(visits, first, blocks, rules)
    }

    private mutating func addUp<Number>(
        _ visits: ItemVisits.Columns<Number>, _ first: Int, _ blocks: [Range<Int64>], _ rules: Rules
    ) {
        let start = rules.seconds(startedAt)
        let exit = finishedAt != Instant.missing ? finishedAt : cancelledAt
        let end = exit != Instant.missing ? rules.seconds(exit) : rules.now
        processSeconds = max(0, end - start)
        let pauses = blocks.isEmpty ? [] : Self.union(blocks)
        for pause in pauses { blockedSeconds += Self.overlap(pause, start..<max(start, end)) }
        let behind = first + visitCount
        for index in first..<behind where rules.kinds[Int(visits.stage[index])] == .active {
            let from = max(start, Int64(visits.enteredAt[index]))
            let to = min(end, index + 1 < behind ? Int64(visits.enteredAt[index + 1]) : end)
            guard from < to else { continue }
            activeSeconds += to - from
            for pause in pauses { activeSeconds -= Self.overlap(pause, from..<to) }
        }
    }

    /// Overlapping and touching ranges taken together.
    static func union(_ ranges: [Range<Int64>]) -> [Range<Int64>] {
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

    static func overlap(_ left: Range<Int64>, _ right: Range<Int64>) -> Int64 {
        max(0, min(left.upperBound, right.upperBound) - max(left.lowerBound, right.lowerBound))
    }
}
