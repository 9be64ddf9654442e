package import HoneFacts
package import HoneMetrics

/// How long each of the things took that were finished in a window.
package struct FinishedTimes: Sendable {
    package var name: String
    /// For example `items`.
    package var noun: String
    package var unit: MetricUnit
    package var window: Window
    /// The day each was finished, and how long it took; the same length.
    package var days: [CalendarDay]
    package var values: [Double]
    /// What people may expect, in days, where somebody wrote it down and days are shown.
    package var expected: ServiceLevel?
    /// What ended in the window and has no value, by reason.
    package var excluded: [String: Int]
    /// Nearest rank, and the median for half; nil below eleven.
    package let percentiles: Observation.Percentiles?

    package init(
        name: String, noun: String, unit: MetricUnit, window: Window, days: [CalendarDay], values: [Double],
        expected: ServiceLevel? = nil, excluded: [String: Int] = [:]
    ) {
        (self.name, self.noun, self.unit, self.window) = (name, noun, unit, window)
        (self.days, self.values, self.expected, self.excluded) = (days, values, expected, excluded)
        percentiles = Observation.Percentiles(shownOf: values, isWhole: unit != .hours)
    }

    /// How many took no longer than may be expected; nil without an expectation.
    package var withinExpected: Int? { expected.map { level in values.count { $0 <= Double(level.days) } } }
}

extension MetricsBuilder {
    /// Cycle times; where nobody knows when work began, lead times; from git alone the times of changes.
    var finishedTimes: (metric: String, name: String, noun: String, scatter: MetricsPicture.Content, histogram: MetricsPicture.Content) {
        let candidates: [(metric: any Metric, noun: String)] = [
            (CycleTime(), "item"), (LeadTime(), "item"), (ChangeOpenTime(), "change"), (ChangeLeadTime(), "commit"),
        ]
        var first = "no time is known"
        for (position, candidate) in candidates.enumerated() {
            let definition = candidate.metric.definition
            let (measured, reason) = rows(candidate.metric, over: window)
            guard let rows = measured else {
                if position == 0 { first = reason }
                continue
            }
            let positions = rows.positions(in: window)
            let kept = positions.filter { rows.exclusion[$0] == nil }
            if position == 0 { first = "only \(kept.count) were finished in the window, too few for percentiles" }
            guard kept.count >= Observation.smallSample else { continue }
            let times = FinishedTimes(
                name: definition.name, noun: candidate.noun + "s", unit: rows.unit, window: window, days: kept.map { rows.endDay[$0] },
                values: kept.map { rows.value[$0] },
                expected: definition.id == "cycle-time" && rows.unit == .days ? interpretation.serviceLevel : nil,
                excluded: rows.exclusions(at: positions))
            return (definition.id, definition.name, candidate.noun, .scatter(times), .histogram(times))
        }
        let definition = CycleTime().definition
        return (definition.id, definition.name, "item", .missing(first), .missing(first))
    }
}
