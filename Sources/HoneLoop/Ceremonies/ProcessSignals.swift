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
            let levels = zip(span, record.levels(in: span)).compactMap { week, level in level.map { (week: week, value: $0) } }
            let weeks = WeeklyLevels(levels, before: since.week)
            guard weeks.areEnough else { continue }
            looked.append(id)
            let sign = record.series.kind == .shares ? weeks.unlikelyShare(record.series) : weeks.sign
            guard let sign, let week = levels.first(where: { $0.week == sign.week }) else { continue }
            let unit: MetricUnit = record.series.kind == .counts ? .count : definition.unit
            let name = definition.name.prefix(1).lowercased() + definition.name.dropFirst()
            signals.append(
                Signal(
                    metric: id, name: definition.name, week: CalendarDay(week: sign.week), isUp: week.value > sign.usual,
                    text: "\(name): " + Self.words(sign, value: week.value, unit)))
        }
        (self.signals, self.looked) = (signals, looked)
    }

    private static func words(_ sign: WeeklyLevels.Sign, value: Double, _ unit: MetricUnit) -> String {
        let side = "\(value > sign.usual ? "above" : "below") its usual \(ValueText.text(sign.usual, unit: unit))"
        let (seen, week) = (ValueText.text(value, unit: unit), DayText.day(CalendarDay(week: sign.week)))
        switch sign.rule {
        case .outside: return "\(seen) in the week of \(week), \(side) and outside its own limits"
        case .run: return "for eight weeks or more \(side); \(seen) in the week of \(week)"
        case .unlikely: return "\(seen) in the week of \(week), \(side) by more than chance"
        }
    }
}
