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
        let enteredAt = NumberReader(items.visits.enteredAt)
        let moved = finished.count {
            shortVisits(of: $0, items.visits, enteredAt) >= returns && quickReturns(of: $0, items) >= returns
        }
        guard Sign.isMarked(moved, of: finished.count) else { return nil }
        return Sign(
            .backAndForth, count: moved, of: finished.count,
            "\(moved) of \(finished.count) finished items came back \(returns) times or more to a stage that they had left less than an hour before.",
            metrics: ["stage-time", "time-in-status", "flow-efficiency", "commitment-returns", "reopen-rate", "hand-offs"])
    }

    /// Visits that ended within the hour, of which each return needs another one; most items have none.
    private static func shortVisits(of item: Int, _ visits: ItemVisits, _ enteredAt: NumberReader) -> Int {
        visits.range(of: item).dropFirst().count { enteredAt[$0] - enteredAt[$0 - 1] < span }
    }

    /// How often an item entered a stage within the hour after it had left it. Complexity: O(visits x visits within an hour).
    private static func quickReturns(of item: Int, _ items: ItemHistories) -> Int {
        let visits = items.visits.range(of: item)
        // The first return is into the third visit, and each visit brings one at most.
        guard visits.count >= returns + 2 else { return 0 }
        return visits.count { position in
            let (stage, enteredAt) = (items.visits.stage[position], items.visits.enteredAt[position])
            // The visit before the last one ended when that began, and so on back.
            var earlier = position - 1
            while earlier > visits.lowerBound, enteredAt - items.visits.enteredAt[earlier] < span {
                earlier -= 1
                if items.visits.stage[earlier] == stage { return true }
            }
            return false
        }
    }
}
