package import HoneFacts
import HoneMetrics

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

    /// Nil where no item says both, or no time passed at all.
    package init?(_ histories: Histories, _ interpretation: Interpretation, _ window: Window) {
        let (items, zone) = (histories.items, interpretation.zone)
        let stages = DefaultStages(histories)
        let isMapped = items.mappedStageCount > 0 && items.hasTransitions.contains(true)
        var (waiting, total, days): (Int64, Int64, Int) = (0, 0, 0)
        var (count, finished) = (0, 0)
        let context = MeasureContext(interpretation: interpretation, window: window, now: histories.now, span: window)
        for item in context.candidates(items) where items.finishedAt[item] != Instant.missing {
            guard context.needs(items.finishedAt[item]) else { continue }
            let end = Instant(rawValue: items.finishedAt[item])
            finished += 1
            let startedAt = isMapped ? items.startedAt[item] : stages.workedFrom(item)
            guard items.requestedAt[item] != Instant.missing, startedAt != Instant.missing else { continue }
            let requested = Instant(rawValue: items.requestedAt[item])
            guard zone.day(requested) <= zone.day(end) else { continue }
            let lead = max(0, zone.seconds(end) - zone.seconds(requested))
            count += 1
            days += zone.day(end) - zone.day(requested) + 1
            total += lead
            waiting += min(lead, max(0, zone.seconds(Instant(rawValue: startedAt)) - zone.seconds(requested)))
        }
        guard count > 0, total > 0 else { return nil }
        self.init(
            share: Double(waiting) / Double(total), n: count, of: finished, meanDays: Double(days) / Double(count))
    }
}
