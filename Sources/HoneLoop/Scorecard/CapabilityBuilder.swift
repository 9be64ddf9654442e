import HoneFacts
import HoneMetrics

/// Measures the chosen numbers quarter by quarter, those quarters only that are not known yet.
struct CapabilityBuilder {
    /// Whole calendar quarters of the history, the oldest first; none of a history that is too short for trends.
    let quarters: [Window]
    /// The same in words: since when, and how many quarters.
    let history: CapabilityHistory
    private let histories: Histories
    private let interpretation: Interpretation
    private var points: HistoryPoints
    /// Seconds since 1970.
    private let now: Int64

    init(_ histories: Histories, _ interpretation: Interpretation, _ page: PageWindow, _ points: HistoryPoints, now: Int64) {
        (self.histories, self.interpretation, self.points, self.now) = (histories, interpretation, points, now)
        let end = min(page.window.to, interpretation.zone.day(atSeconds: now))
        history = CapabilityHistory(from: page.firstDay, before: end)
        quarters = page.firstDay.map { Capability.quarters(ofHistoryFrom: $0, before: end) } ?? []
    }

    private static let chosen = Capability.metrics.compactMap(Catalogue.metric)

    /// The days that a measurement has to span to say all that is not known yet of a chosen metric; nil where nothing is asked.
    func unknownSpan(_ definition: MetricDefinition) -> Window? {
        guard Capability.metrics.contains(definition.id) else { return nil }
        let unknown = unknown(definition)
        return unknown.first.flatMap { first in unknown.last.map { Window(from: first.from, to: $0.to) } }
    }

    private func unknown(_ definition: MetricDefinition) -> [Window] {
        quarters.filter { points[definition.id, definition.version, $0] == nil }
    }

    /// Takes in a measurement that was made for something else too and spans what is not known.
    mutating func take(_ definition: MetricDefinition, _ rows: MeasuredRows) {
        guard let span = unknownSpan(definition) else { return }
        let unknown = unknown(definition)
        let context = MeasureContext(interpretation: interpretation, window: span, now: now)
        for (quarter, observation) in zip(unknown, observe(definition, rows, over: unknown, context)) {
            // A quarter that nobody read is none without work, and is measured again.
            if UnreadDays(histories, rows.subject, quarter, interpretation, now: now)?.isMost == true { continue }
            points.keep(HistoryPoint(observation), definition.id, definition.version, quarter)
        }
    }

    /// Nil for a product with fewer than eight whole quarters.
    mutating func capability() -> Capability? {
        guard !quarters.isEmpty else { return nil }
        var capability = Capability([])
        for metric in Self.chosen {
            let definition = metric.definition
            if let span = unknownSpan(definition) {
                let context = MeasureContext(interpretation: interpretation, window: span, now: now, span: span)
                guard case .rows(let rows) = metric.measure(histories, context) else { continue }
                take(definition, rows)
            }
            let past = quarters.prefix { points[definition.id, definition.version, $0] != nil }
                .compactMap { points[definition.id, definition.version, $0] }
            for (quarter, point) in zip(quarters, past) {
                capability.points[.init(metric: definition.id, version: definition.version, window: quarter)] = point
            }
            Self.trend(definition, Array(quarters.prefix(past.count)), past).map { capability.trends.append($0) }
        }
        return capability
    }

    private static func trend(_ definition: MetricDefinition, _ quarters: [Window], _ past: [HistoryPoint]) -> Capability.Trend? {
        // Before the first one there was nothing to measure; a quarter without any after it is a value.
        guard let first = past.firstIndex(where: { $0.n > 0 }), past.count - first >= Capability.leastQuarters else { return nil }
        let isPercentile = past.contains { $0.p85 != nil }
        let trend = Capability.Trend(
            metric: definition.id, version: definition.version, name: definition.name + (isPercentile ? " p85" : ""),
            unit: definition.unit, quarters: Array(quarters[first...]), past: Array(past[first...]), isPercentile: isPercentile)
        return trend.slope == nil ? nil : trend
    }
}
