package import HoneFacts
package import HoneStatistics

/// A metric over a window: never a bare number.
package struct Observation: Sendable {
    package var metric: String
    package var definitionVersion: Int
    package var unit: MetricUnit
    package var window: Window
    /// Histories that the value stands on.
    package var n = 0
    /// Histories whose end event is in the window; `n` plus all exclusions.
    package var eligible = 0
    package var excluded: [String: Int] = [:]
    /// Kept, but odd.
    package var flags: [String: Int] = [:]
    /// Nil is undefined, which is not zero.
    package var value: Double?
    package var percentiles: Percentiles?
    package var mean: Double?
    /// Numerator and denominator of a share or ratio.
    package var numerator: Double?
    package var denominator: Double?
    package var interval: Interval?
    package var events: (start: String, end: String)
    package var unavailableReason: String?
    /// Where the values come from, when the metric has more than one source.
    package var source: String?
    package var parts: [Part] = []
    /// What the number alone would hide: patterns in the histories that it stands on, where somebody looked for them.
    package var signs: [Sign] = []
    /// How it was asked for.
    package var options = MetricOptions()
    /// Whether it stands for a month or iteration that the window cuts off.
    package var isPartial = false
    /// Whether it counts what came in the window, so that a longer window has more.
    package var isCountOfWindow = false
    /// Whether its window goes on after now, so that more may come.
    package var isNotOver = false
    /// The days of its window that are over and that nobody has read; nil where there are none.
    package var unread: UnreadDays?

    package struct Part: Sendable {
        package var name: String
        package var observation: Observation
    }

    package struct Percentiles: Sendable, Equatable {
        package var p50: Double
        package var p85: Double
        package var p95: Double
        /// Where the 85th and the 95th may lie, an end infinite where the values put no limit; that of half is the value's own.
        package var p85Interval, p95Interval: Interval?

        package init(p50: Double, p85: Double, p95: Double, p85Interval: Interval? = nil, p95Interval: Interval? = nil) {
            (self.p50, self.p85, self.p95) = (p50, p85, p95)
            (self.p85Interval, self.p95Interval) = (p85Interval, p95Interval)
        }

        /// Percentiles as a page shows them, nil below eleven values: nearest rank, and the median for half.
        /// - Parameter isWhole: whether the values are whole numbers, of which the median is one of them.
        /// - Complexity: O(n log n).
        package init?(shownOf values: [Double], isWhole: Bool = true) {
            let sorted = values.count < Observation.smallSample ? [] : Ascending.values(values)
            guard let p50 = Quantile.nearestRank(sorted: sorted, percent: 50), let p85 = Quantile.nearestRank(sorted: sorted, percent: 85),
                let p95 = Quantile.nearestRank(sorted: sorted, percent: 95)
            else { return nil }
            self.init(p50: isWhole ? p50 : Quantile.median(sorted: sorted) ?? p50, p85: p85, p95: p95)
        }
    }

    /// As people read them: half is the value itself, the median of which half are no larger. `percentiles` has the nearest rank for half,
    /// which of an even number of hours is the lower of the two middle ones.
    package var shownPercentiles: Percentiles? {
        percentiles.map { Percentiles(p50: value ?? $0.p50, p85: $0.p85, p95: $0.p95) }
    }

    /// Whether the values stand in for what the metric really means.
    package var isProxy: Bool { flags["board-time-proxy", default: 0] > 0 }

    package var isAvailable: Bool { unavailableReason == nil }

    /// Below this many histories pages show the range only.
    package static let smallSample = 11
    package var isSmallSample: Bool { n < Self.smallSample }

    package init(_ definition: MetricDefinition, unit: MetricUnit, window: Window) {
        metric = definition.id
        definitionVersion = definition.version
        self.unit = unit
        self.window = window
        events = (definition.startEvent, definition.endEvent)
    }
}
