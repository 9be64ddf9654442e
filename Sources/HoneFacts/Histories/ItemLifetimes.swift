/// From the first raw instant that anything is known of an item to its end, opened for walks over many items.
///
/// An item that has ended stays so from `finishedAt` or `cancelledAt` on: whatever else is known of it came before. One without a
/// date may have been there at any time.
struct ItemLifetimes {
    /// A column whose form is looked at once.
    private struct Column {
        let narrow: [UInt32]
        let wide: [Int64]
        let rest: Int64

        init(_ column: ItemNumbers) {
            (narrow, wide, rest) = (column.values.narrow, column.values.wide, column.rest)
        }

        @inline(__always)
        subscript(item: Int) -> Int64 {
            if !narrow.isEmpty { return narrow[item] == .max ? Instant.missing : Int64(narrow[item]) }
            return wide.isEmpty ? rest : wide[item]
        }
    }

    private let requestedAt, finishedAt, cancelledAt, firstFinishedAt: Column
    private let visits: ItemVisits

    init(_ items: ItemHistories) {
        (requestedAt, finishedAt) = (Column(items.requestedAt), Column(items.finishedAt))
        (cancelledAt, firstFinishedAt) = (Column(items.cancelledAt), Column(items.firstFinishedAt))
        visits = items.visits
    }

    /// Raw instants that may lie in a range of seconds: a day begins at another one in each zone.
    static func reach(_ seconds: Range<Int64>) -> ClosedRange<Int64> {
        let slack: Int64 = 2 * 86_400
        return (seconds.lowerBound - slack) * 2...(seconds.upperBound + slack) * 2 - 1
    }

    /// Whether a lifetime and a range have an instant in common.
    @inline(__always)
    func meet(_ reach: ClosedRange<Int64>, _ item: Int) -> Bool {
        let end = end(of: item)
        // Most items have ended before, or were asked for in time; only for the others anything else is looked at.
        if end < reach.lowerBound { return false }
        let requested = requestedAt[item]
        return requested <= reach.upperBound || begin(of: item, requested, end) <= reach.upperBound
    }

    /// Tells which of some ranges a lifetime meets. Complexity: O(ranges).
    /// - Parameter all: a range around all of them.
    @inline(__always)
    func forEachMet(_ reaches: [ClosedRange<Int64>], in all: ClosedRange<Int64>, _ item: Int, _ met: (Int) -> Void) {
        let end = end(of: item)
        if end < all.lowerBound { return }
        let begin = begin(of: item, requestedAt[item], end)
        for (number, reach) in reaches.enumerated() where begin <= reach.upperBound && end >= reach.lowerBound { met(number) }
    }

    /// The greatest number while it has none.
    @inline(__always)
    private func end(of item: Int) -> Int64 {
        let end = max(finishedAt[item], cancelledAt[item])
        return end == Instant.missing ? .max : end
    }

    @inline(__always)
    private func begin(of item: Int, _ requested: Int64, _ end: Int64) -> Int64 {
        if requested == Instant.missing { return requested }
        let first = firstFinishedAt[item]
        let begin = min(requested, end, first == Instant.missing ? .max : first)
        return min(begin, visits.firstEntry(of: item).map { $0 * 2 } ?? .min)
    }
}
