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
    /// The rows of the metric that the chart is of, those begun in the year. Complexity: O(n log n), n items.
    var survival: MetricsPicture.Content {
        let context = MeasureContext(interpretation: interpretation, window: window, now: now)
        guard histories.items.startedAt.isFilled, case .rows(let rows) = OpenItemsSurvival().measure(histories, context) else {
            return .missing("no item says when work on it began")
        }
        let kept = rows.keptPositions.filter { year.contains(zone.day(Instant(rawValue: rows.startAt($0)))) }
        let (durations, isObserved) = (kept.map { rows.value[$0] }, kept.map { rows.weight($0) == 1 })
        let cancelled = kept.count { rows.flags[$0] == [MeasuredRows.cancelled] }
        let open = kept.count - cancelled - isObserved.count { $0 }
        guard isObserved.count(where: { $0 }) >= Observation.smallSample,
            let curve = KaplanMeier(durations: durations, isObserved: isObserved)
        else { return .missing("fewer than eleven items were started and finished in the year") }
        return .survival(SurvivalOfWork(curve: curve, started: year, n: durations.count, open: open, cancelled: cancelled))
    }
}
