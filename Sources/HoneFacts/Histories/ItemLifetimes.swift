/// From the first raw instant that anything is known of an item to its end, opened for a walk over many items.
struct ItemLifetimes {
    private let requestedAt, finishedAt, cancelledAt, firstFinishedAt: ItemNumbers
    private let visits: ItemVisits

    init(_ items: ItemHistories) {
        (requestedAt, finishedAt, cancelledAt) = (items.requestedAt, items.finishedAt, items.cancelledAt)
        (firstFinishedAt, visits) = (items.firstFinishedAt, items.visits)
    }

    /// Raw instants that may lie in a range of seconds: a day begins at another one in each zone.
    static func reach(_ seconds: Range<Int64>) -> ClosedRange<Int64> {
        let slack: Int64 = 2 * 86_400
        return (seconds.lowerBound - slack) * 2...(seconds.upperBound + slack) * 2 - 1
    }

    /// Whether a lifetime and a range have an instant in common. An item without a date may have been there at any time.
    ///
    /// Most items have ended before, or were asked for in time; only for the others anything else is looked at.
    @inline(__always)
    func meet(_ reach: ClosedRange<Int64>, _ item: Int) -> Bool {
        let end = max(finishedAt[item], cancelledAt[item])
        if end < reach.lowerBound, end != Instant.missing { return false }
        let requested = requestedAt[item]
        return requested <= reach.upperBound || firstTrace(of: item, requested, end) <= reach.upperBound
    }

    private func firstTrace(of item: Int, _ requested: Int64, _ end: Int64) -> Int64 {
        var begin = requested
        if firstFinishedAt[item] != Instant.missing { begin = min(begin, firstFinishedAt[item]) }
        if end != Instant.missing { begin = min(begin, end) }
        return min(begin, visits.firstEntry(of: item).map { $0 * 2 } ?? .min)
    }
}
