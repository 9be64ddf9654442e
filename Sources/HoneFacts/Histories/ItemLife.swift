/// One item's life from its mapped transitions.
struct ItemLife {
    /// Transitions with repeats of the same stage taken together.
    private(set) var entries: [Timelines.Entry] = []
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

    /// - Parameter timeline: ascending by instant, none after `now`.
    init(
        _ timeline: [Timelines.Entry], requestedAt requested: Int64, blocks: [Range<Int64>], map: StageMap, isCancelledReason: Bool,
        zone: ZoneTable, now: Int64
    ) {
        for entry in timeline where entry.stage != entries.last?.stage { entries.append(entry) }
        requestedAt = requested != Instant.missing ? requested : entries.first?.raw ?? Instant.missing
        func kind(_ entry: Timelines.Entry) -> Stage.Kind { map.stages[entry.stage].kind }
        var stay: Int64?
        for entry in entries {
            if startedAt == Instant.missing, entry.stage >= map.commitment, kind(entry) != .cancelled { startedAt = entry.raw }
            if kind(entry) == .done {
                if firstFinishedAt == Instant.missing { firstFinishedAt = entry.raw }
                stay = stay ?? entry.raw
            } else {
                if stay != nil { isReopened = true }
                stay = nil
            }
        }
        guard let last = entries.last else { return }
        switch kind(last) {
        case .done where isCancelledReason:
            cancelledAt = stay ?? last.raw
            // Closed without being done: nothing was finished.
            firstFinishedAt = isReopened ? firstFinishedAt : Instant.missing
        case .done: finishedAt = stay ?? last.raw
        case .cancelled: cancelledAt = last.raw
        case .backlog, .wait, .active: isReturned = startedAt != Instant.missing && last.stage < map.commitment
        }
        guard startedAt != Instant.missing else { return }
        let start = zone.seconds(Instant(rawValue: startedAt))
        let exit = finishedAt != Instant.missing ? finishedAt : cancelledAt
        let end = exit != Instant.missing ? zone.seconds(Instant(rawValue: exit)) : now
        processSeconds = max(0, end - start)
        let pauses = Self.union(blocks)
        blockedSeconds = pauses.reduce(0) { $0 + Self.overlap($1, start..<max(start, end)) }
        for (index, entry) in entries.enumerated() where kind(entry) == .active {
            let from = max(start, entry.at)
            let to = min(end, index + 1 < entries.count ? entries[index + 1].at : end)
            guard from < to else { continue }
            activeSeconds += to - from - pauses.reduce(0) { $0 + Self.overlap($1, from..<to) }
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
