package import HoneFacts
import HoneMetrics
package import HoneStatistics

/// The share of started items that is still open after so many days, those that are open now counted as far as they are known.
package struct SurvivalOfWork: Sendable {
    package var curve: KaplanMeier
    /// The days the items were started in.
    package var started: Window
    package var n: Int
    /// Of them still open, and cancelled: both are known to have lasted so long and no longer.
    package var open: Int
    package var cancelled: Int

    package init(curve: KaplanMeier, started: Window, n: Int, open: Int, cancelled: Int) {
        (self.curve, self.started, self.n, self.open, self.cancelled) = (curve, started, n, open, cancelled)
    }
}

extension MetricsBuilder {
    /// Complexity: O(n log n), n items.
    var survival: MetricsPicture.Content {
        let items = histories.items
        if let reason = items.reasonStartIsUnknown { return .missing(reason) }
        let today = zone.day(atSeconds: lastSecond)
        var (durations, isObserved) = ([Double](), [Bool]())
        var (open, cancelled) = (0, 0)
        for item in 0..<items.count where items.startedAt[item] != Instant.missing {
            let start = zone.day(Instant(rawValue: items.startedAt[item]))
            guard year.contains(start), start <= today else { continue }
            let finished = items.finishedAt[item] == Instant.missing ? nil : zone.day(Instant(rawValue: items.finishedAt[item]))
            let left = items.cancelledAt[item] == Instant.missing ? nil : zone.day(Instant(rawValue: items.cancelledAt[item]))
            let isFinished = finished.map { $0 <= today } ?? false
            let isCancelled = !isFinished && (left.map { $0 <= today } ?? false)
            let end = isFinished ? finished ?? today : isCancelled ? left ?? today : today
            guard end >= start else { continue }
            durations.append(Double(end - start + 1))
            isObserved.append(isFinished)
            if isCancelled { cancelled += 1 } else if !isFinished { open += 1 }
        }
        guard isObserved.count(where: { $0 }) >= Observation.smallSample,
            let curve = KaplanMeier(durations: durations, isObserved: isObserved)
        else { return .missing("fewer than eleven items were started and finished in the year") }
        return .survival(SurvivalOfWork(curve: curve, started: year, n: durations.count, open: open, cancelled: cancelled))
    }
}

extension ItemHistories {
    fileprivate var reasonStartIsUnknown: String? {
        startedAt.isFilled ? nil : "no item says when work on it began"
    }
}
