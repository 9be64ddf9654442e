import HoneFacts
import HoneStatistics

@testable import HoneLoop
@testable import HoneMetrics

/// A scorecard written by hand, with invented numbers: enough of everything that a page can show.
enum Sample {
    static let today = CalendarDay(iso: "2026-11-23") ?? CalendarDay(number: 0)
    static let window = Window.lastWholeWeeks(12, before: today)
    static let definitions = Catalogue.metrics.map(\.definition)

    static func definition(_ id: String) -> MetricDefinition? { definitions.first { $0.id == id } }

    /// An observation to change as a test needs it.
    static func observation(_ id: String, unit: MetricUnit? = nil, n: Int, change: (inout Observation) -> Void = { _ in }) -> Observation {
        let metric = Catalogue.metric(id) ?? LeadTime()
        var observation = Observation(metric.definition, unit: unit ?? metric.definition.unit, window: window)
        observation.n = n
        observation.eligible = n
        change(&observation)
        return observation
    }

    static func times(_ id: String, n: Int, _ p50: Double, _ p85: Double, _ p95: Double, mean: Double) -> Observation {
        observation(id, n: n) {
            $0.percentiles = .init(p50: p50, p85: p85, p95: p95)
            $0.value = p50
            $0.mean = mean
            $0.interval = Interval(level: 0.95, lower: (p50 * 0.8).rounded(), upper: (p50 * 1.25).rounded(), method: "order-statistics")
        }
    }

    static func share(_ id: String, _ part: Double, of whole: Double, _ lower: Double, _ upper: Double, method: String = "wilson")
        -> Observation
    {
        observation(id, n: Int(whole)) {
            $0.value = part / whole
            $0.numerator = part
            $0.denominator = whole
            $0.interval = Interval(level: 0.95, lower: lower, upper: upper, method: method)
        }
    }

    static func count(_ id: String, _ value: Double) -> Observation {
        observation(id, n: Int(value)) { $0.value = value }
    }

    static func unavailable(_ id: String, _ reason: String) -> Observation {
        observation(id, n: 0) { $0.unavailableReason = reason }
    }

    static let weeks: [(CalendarDay, Int)] = (1...52).reversed().map { week in
        (window.to + -7 * week, [0, 9, 10, 13, 12, 13, 10, 8, 14, 11, 7, 12, 9][week % 13])
    }

    static func row(_ name: String, _ observation: Observation, _ history: [Double?], now: String, range: String) -> Scorecard.ProcessRow {
        let counts = history.enumerated().map { $0.element == nil ? 0 : max(2, observation.n - 7 * (7 - $0.offset)) }
        return .init(
            name: name, observation: observation, past: zip(counts, history).map { HistoryPoint(n: $0, value: $1, p85: nil) },
            isPercentile: false, role: "watch", nowText: now, rangeText: range)
    }
}
