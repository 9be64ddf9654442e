import HoneFacts

/// Items that went through several stages within minutes: their stages were written down afterwards, or together.
enum StageTeleports {
    /// Stages in progress that an item enters, and seconds in which it does.
    static let (stages, span): (Int, Int64) = (3, 600)
    /// Cards are forgotten and dragged along later everywhere: below this share the times of the others still say what they say.
    static let smallestShare = 0.2

    static func sign(_ histories: Histories, _ context: MeasureContext) -> Sign? {
        let items = histories.items
        let finished = items.finished(context).filter { items.hasTransitions[$0] }
        let enteredAt = NumberReader(items.visits.enteredAt)
        let moved = finished.filter { mayTeleport($0, items.visits, enteredAt) && isTeleport($0, items) }
        guard Sign.isMarked(moved.count, of: finished.count), Double(moved.count) >= smallestShare * Double(finished.count) else {
            return nil
        }
        return Sign(
            .stageTeleports, count: moved.count, of: finished.count,
            "\(moved.count) of \(finished.count) finished items went through \(stages) or more stages within \(span / 60) minutes.",
            metrics: ["cycle-time", "stage-time", "flow-efficiency", "time-in-status", "aging-pace"])
    }

    /// Whether it entered so many stages within the span at all, which most items did not.
    private static func mayTeleport(_ item: Int, _ visits: ItemVisits, _ enteredAt: NumberReader) -> Bool {
        visits.range(of: item).dropFirst(stages - 1).contains { enteredAt[$0] - enteredAt[$0 - stages + 1] <= span }
    }

    /// Whether it moved to the right through so many stages, the done one among them, within the span.
    private static func isTeleport(_ item: Int, _ items: ItemHistories) -> Bool {
        let visits = items.visits.range(of: item)
        guard visits.count >= stages else { return false }
        var first = visits.lowerBound
        for position in visits {
            if position > visits.lowerBound, items.visits.stage[position] < items.visits.stage[position - 1] { first = position }
            while items.visits.enteredAt[position] - items.visits.enteredAt[first] > span { first += 1 }
            let passed = (first...position).count { stage in
                let code = Int(items.visits.stage[stage])
                return items.isInProgress(code) || items.stages[code].kind == .done
            }
            // Days without a time of day would make any move an instant one.
            if passed >= stages, items.finishedAt[item] & 1 == 0 { return true }
        }
        return false
    }
}
