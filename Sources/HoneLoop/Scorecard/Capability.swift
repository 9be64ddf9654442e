package import HoneFacts
package import HoneMetrics
import HoneStatistics

/// Where chosen process numbers drift over the whole history, although every single quarter may look fine.
package struct Capability: Sendable {
    /// One number by calendar quarter.
    package struct Trend: Sendable {
        package var metric: String
        package var version: Int
        package var name: String
        package var unit: MetricUnit
        /// Whole calendar quarters, the oldest first; the first one has values.
        package var quarters: [Window]
        package var past: [HistoryPoint]
        /// Whether the number is the 85th percentile of a distribution.
        package var isPercentile: Bool
        /// The median slope of all pairs of quarters, in the metric's unit a year; nil for fewer than eight values.
        package let slope: Double?
        /// Its 95 % interval.
        package let slopeInterval: ClosedRange<Double>?
        /// Two-sided, of the Mann-Kendall test, corrected where quarters resemble each other; nil for fewer than eight values.
        package let probability: Double?
        /// The line of the slope at a quarter, for the picture.
        package let intercept: Double?

        package init(
            metric: String, version: Int = 1, name: String, unit: MetricUnit, quarters: [Window], past: [HistoryPoint], isPercentile: Bool
        ) {
            (self.metric, self.version, self.name, self.unit) = (metric, version, name, unit)
            (self.quarters, self.past, self.isPercentile) = (quarters, past, isPercentile)
            let known = past.enumerated().compactMap { index, point in point.shown(isPercentile: isPercentile).map { (index, $0) } }
            let values = known.map(\.1)
            guard known.count >= Capability.leastQuarters, let line = TheilSen(values, times: known.map { Double($0.0) }) else {
                (slope, slopeInterval, probability, intercept) = (nil, nil, nil, nil)
                return
            }
            slope = 4 * line.slope
            intercept = line.jointIntercept
            slopeInterval = line.interval(level: 0.95).map { 4 * $0.lower...4 * max($0.lower, $0.upper) }
            // The correction is defined for values without gaps, and not for those that all lie on one line.
            let isWhole = known.count == past.count
            probability = Trend.probability(values, isWhole: isWhole)
        }

        /// Of the Mann-Kendall test, with the correction only where it makes a trend less sure: of a few values that swing to and fro by
        /// chance it would make one out of nothing.
        static func probability(_ values: [Double], isWhole: Bool) -> Double? {
            guard let plain = MannKendall(values)?.probability else { return nil }
            let corrected = isWhole ? MannKendall.correctedForAutocorrelation(values)?.probability : nil
            return max(plain, corrected ?? plain)
        }

        /// Whether it is told as a trend: no trend is one whose slope may be none.
        /// - Parameter probability: adjusted for looking at several numbers at once.
        package func isTold(_ probability: Double?) -> Bool {
            (probability ?? 1) <= Capability.level && slope != 0 && slopeInterval?.contains(0) != true
        }

        /// By quarter; nil where undefined, or too few for a percentile.
        package var values: [Double?] { past.map { $0.shown(isPercentile: isPercentile) } }
        package var counts: [Int] { past.map(\.n) }
        /// `counts` plus what was left out, by quarter.
        package var eligible: [Int] { past.map(\.eligible) }
        /// Of the last whole quarter.
        package var now: Double? { values.last ?? nil }
    }

    /// Numbers with a value in eight quarters; empty where there is none.
    package var trends: [Trend]
    /// Everything it was made of, so that the next one need not measure it again.
    package var points: [HistoryPoints.Key: HistoryPoint]

    package init(_ trends: [Trend], points: [HistoryPoints.Key: HistoryPoint] = [:]) {
        self.trends = trends
        self.points = points
    }

    /// With fewer whole quarters than this nothing can be told yet.
    package static let leastQuarters = 8
    /// Ids of the metrics that trends are made of. None is a level, so that one measurement serves all quarters.
    package static let metrics = ["lead-time", "cycle-time", "throughput", "change-lead-time", "release-frequency"]
    /// A probability up to this is called a trend.
    package static let level = 0.05

    /// The probabilities, adjusted for looking at several numbers at once (Holm); nil where there is none.
    package var probabilities: [Double?] {
        let known = trends.indices.filter { trends[$0].probability != nil }
        let adjusted = MultipleTesting.holm(known.compactMap { trends[$0].probability }) ?? []
        var all = [Double?](repeating: nil, count: trends.count)
        for (index, value) in zip(known, adjusted) { all[index] = value }
        return all
    }

    /// Dates that nobody can have meant do not make centuries of quarters.
    private static let mostQuarters = 160

    /// The whole quarters of a history that is long enough for a trend; none of a shorter one.
    package static func quarters(ofHistoryFrom first: CalendarDay, before end: CalendarDay) -> [Window] {
        let quarters = quarters(from: max(first, end + -91 * mostQuarters), before: end)
        return quarters.count >= leastQuarters ? quarters : []
    }

    /// The whole calendar quarters between two days, the oldest first.
    package static func quarters(from first: CalendarDay, before end: CalendarDay) -> [Window] {
        let (year, month, day) = first.civil
        let begin = CalendarDay(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? first
        var start = day == 1 && (month - 1) % 3 == 0 ? begin : begin.adding(months: 3)
        var quarters: [Window] = []
        while case let next = start.adding(months: 3), next <= end {
            quarters.append(Window(from: start, to: next))
            start = next
        }
        return quarters
    }
}
