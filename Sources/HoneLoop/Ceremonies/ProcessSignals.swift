package import HoneFacts
import HoneMetrics
import HoneStatistics

/// What changed beyond its own noise: weekly values of the process outside their natural limits, or long on one side of their mean.
package struct ProcessSignals: Sendable {
    package struct Signal: Sendable, Equatable {
        package let metric: String
        package let name: String
        /// The Monday of the first week it was seen in.
        package let week: CalendarDay
        package let isUp: Bool
        /// A sentence.
        package let text: String
    }

    package let signals: [Signal]
    /// Ids of the metrics that have enough weeks to be looked at.
    package let looked: [String]

    /// What a sheet looks at, in the order of the page.
    static let metrics = [
        "lead-time", "cycle-time", "throughput", "reopen-rate", "change-open-time", "time-to-first-review", "change-fail-rate",
    ]
    /// Weeks that limits are drawn over.
    static let weeks = 26

    /// - Parameter since: signals of weeks that begin before are known already.
    /// - Complexity: that of seven metrics over the whole history.
    package init(_ evidence: EffectEvidence, since: CalendarDay) {
        var signals: [Signal] = []
        var looked: [String] = []
        for id in Self.metrics {
            guard let definition = Catalogue.metric(id)?.definition, let rows = try? evidence.rows(id, part: ""),
                let record = DatedRows(rows, covered: evidence.covered).flatMap({ WeeklyRecord($0) })
            else { continue }
            let end = record.series.weeks.upperBound
            let span = max(record.series.weeks.lowerBound, end - Self.weeks)..<end
            let levels = zip(span, record.levels(in: span)).compactMap { week, level in level.map { (week, $0) } }
            // The eighth week is the first that a run can be told from.
            guard levels.count >= 12, let chart = IndividualsChart(levels.map(\.1)), let limits = chart.segments.first?.limits else { continue }
            looked.append(id)
            let rules: [(ChartRule, String)] = [
                (.beyondLimit, "outside its own limits"), (.runOfEight, "for eight weeks or more on that side"),
            ]
            let found = rules.flatMap { rule, how in chart.signs(of: rule).map { (place: $0, how: how) } }
                .filter { levels[$0.place].0 >= since.week }.max { $0.place < $1.place }
            guard let found else { continue }
            let (week, value) = (CalendarDay(week: levels[found.place].0), levels[found.place].1)
            let unit: MetricUnit = record.series.kind == .counts ? .count : definition.unit
            let isUp = value > limits.centre
            let name = definition.name.prefix(1).lowercased() + definition.name.dropFirst()
            signals.append(
                Signal(
                    metric: id, name: definition.name, week: week, isUp: isUp,
                    text:
                        "\(name): \(ValueText.text(value, unit: unit)) in the week of \(DayText.day(week)), \(isUp ? "above" : "below") its usual \(ValueText.text(limits.centre, unit: unit)), \(found.how)"
                ))
        }
        (self.signals, self.looked) = (signals, looked)
    }
}
