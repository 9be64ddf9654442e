package import HoneFacts
package import HoneMetrics

/// How much of the lead time is over before work starts, of the finished items that say when they were requested and started.
package struct BeforeStart: Sendable, Equatable {
    /// Sum of request to start over sum of request to finish.
    package let share: Double
    package let n: Int
    package let of: Int
    /// Mean lead time in days counted as lead time counts them.
    package let meanDays: Double

    init(share: Double, n: Int, of: Int, meanDays: Double) {
        (self.share, self.n, self.of, self.meanDays) = (share, n, of, meanDays)
    }

    /// - Parameter context: whose window is its span.
    /// - Returns: nil where no item says both, or no time passed at all.
    package init?(_ histories: Histories, _ context: MeasureContext) {
        let items = histories.items
        let startedAt = Self.starts(histories)
        var (waiting, total, days): (Int64, Int64, Int) = (0, 0, 0)
        var (count, finished) = (0, 0)
        for item in context.candidates(items) {
            let finishedAt = items.finishedAt[item]
            guard finishedAt != Instant.missing, context.needs(finishedAt) else { continue }
            finished += 1
            let (requestedAt, startedAt) = (items.requestedAt[item], startedAt(item))
            guard requestedAt != Instant.missing, startedAt != Instant.missing else { continue }
            let (requestedOn, finishedOn) = (context.day(requestedAt), context.day(finishedAt))
            guard requestedOn <= finishedOn else { continue }
            let requested = context.seconds(requestedAt)
            let lead = max(0, context.seconds(finishedAt) - requested)
            count += 1
            days += finishedOn - requestedOn + 1
            total += lead
            waiting += min(lead, max(0, context.seconds(startedAt) - requested))
        }
        guard count > 0, total > 0 else { return nil }
        self.init(
            share: Double(waiting) / Double(total), n: count, of: finished, meanDays: Double(days) / Double(count))
    }

    /// When work on an item began: by the stages of hone.yaml, else as the loop tells it.
    private static func starts(_ histories: Histories) -> (Int) -> Int64 {
        let items = histories.items
        guard !StageTime.standsOnStages(items) else { return { items.startedAt[$0] } }
        return DefaultStages(histories).workedFrom
    }
}
