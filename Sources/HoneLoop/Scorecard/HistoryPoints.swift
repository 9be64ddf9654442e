package import HoneFacts
import HoneMetrics

/// What one past window contributes to the history of a metric.
package struct HistoryPoint: Hashable, Sendable {
    package var n: Int
    /// `n` plus what was left out.
    package var eligible: Int
    /// Nil is undefined.
    package var value: Double?
    /// Of a distribution.
    package var p85: Double?

    /// - Parameter eligible: nil where nothing was left out.
    package init(n: Int, eligible: Int? = nil, value: Double?, p85: Double?) {
        (self.n, self.eligible, self.value, self.p85) = (n, eligible ?? n, value, p85)
    }

    init(_ observation: Observation) {
        self.init(n: observation.n, eligible: observation.eligible, value: observation.value, p85: observation.percentiles?.p85)
    }

    /// The same statistic as the number of today, and none of a distribution below eleven.
    func shown(isPercentile: Bool) -> Double? {
        if p85 != nil, n < Observation.smallSample { return nil }
        return isPercentile ? p85 : value
    }
}

/// Past windows of metrics that were measured once, by metric and window.
package struct HistoryPoints: Hashable, Sendable {
    package struct Key: Hashable, Sendable {
        package let metric: String
        package let version: Int
        package let window: Window

        package init(metric: String, version: Int, window: Window) {
            (self.metric, self.version, self.window) = (metric, version, window)
        }
    }

    package private(set) var points: [Key: HistoryPoint]

    package init(_ points: [Key: HistoryPoint] = [:]) {
        self.points = points
    }

    package subscript(metric: String, version: Int, window: Window) -> HistoryPoint? {
        points[Key(metric: metric, version: version, window: window)]
    }

    mutating func keep(_ point: HistoryPoint, _ metric: String, _ version: Int, _ window: Window) {
        points[Key(metric: metric, version: version, window: window)] = point
    }

    /// Whether a window was measured at all.
    package func knows(_ window: Window) -> Bool { points.keys.contains { $0.window == window } }

    /// Takes out what may count otherwise since a day: a window that ends by then has seen nothing of it.
    package mutating func forget(from day: CalendarDay) {
        points = points.filter { $0.key.window.to <= day }
    }

    /// Takes in what a scorecard has measured, of windows that are over.
    package mutating func take(_ scorecard: Scorecard, _ zone: ZoneTable, now: Int64) {
        for row in scorecard.process {
            for (window, point) in zip(ScorecardBuilder.quarters(endingWith: scorecard.window), row.past)
            where zone.startOfDay(window.to) <= now {
                points[Key(metric: row.observation.metric, version: row.observation.definitionVersion, window: window)] = point
            }
        }
        // Quarters of a trend are over, all of them.
        points.merge(scorecard.capability?.points ?? [:]) { $1 }
    }
}
