import HoneFacts

/// Items that left a stage and came back to it within the hour, again and again: their visits are cut into short ones.
///
/// A card that was dropped into the wrong column comes back once, and work that a review sends back takes longer.
enum BackAndForth {
    /// Returns that an item makes, and seconds within which each of them is.
    static let (returns, span): (Int, Int64) = (3, 3600)

    static func sign(_ histories: Histories, _ context: MeasureContext) -> Sign? {
        let items = histories.items
        let finished = items.finished(context).filter { items.hasTransitions[$0] }
        let moved = finished.count { quickReturns(of: $0, items) >= returns }
        guard Sign.isMarked(moved, of: finished.count) else { return nil }
        return Sign(
            .backAndForth, count: moved, of: finished.count,
            "\(moved) of \(finished.count) finished items came back \(returns) times or more to a stage that they had left less than an hour before.",
            metrics: ["stage-time", "time-in-status", "flow-efficiency", "commitment-returns", "reopen-rate", "hand-offs"])
    }

    /// How often an item entered a stage within the hour after it had left it. Complexity: O(visits of the item).
    private static func quickReturns(of item: Int, _ items: ItemHistories) -> Int {
        let visits = items.visits.range(of: item)
        var leftAt: [UInt16: Int64] = [:]
        var count = 0
        for position in visits {
            let stage = UInt16(items.visits.stage[position])
            let enteredAt = items.visits.enteredAt[position]
            if let left = leftAt[stage], enteredAt - left < span { count += 1 }
            if position + 1 < visits.upperBound { leftAt[stage] = items.visits.enteredAt[position + 1] }
        }
        return count
    }
}
