import HoneFacts
import HoneMetrics

/// Measures the chosen numbers quarter by quarter, those quarters only that are not known yet.
struct CapabilityBuilder {
    let histories: Histories
    let interpretation: Interpretation
    let page: PageWindow
    let points: HistoryPoints
    /// Seconds since 1970.
    let now: Int64

    init(_ histories: Histories, _ interpretation: Interpretation, _ page: PageWindow, _ points: HistoryPoints, now: Int64) {
        (self.histories, self.interpretation, self.page, self.points, self.now) = (histories, interpretation, page, points, now)
    }

    /// None of them is a level, so that one measurement serves all quarters.
    private static let chosen: [any Metric] = [LeadTime(), CycleTime(), Throughput(), ChangeLeadTime(), ReleaseFrequency()]

    /// Nil for a product with fewer than eight whole quarters.
    var capability: Capability? {
        guard let first = page.firstDay else { return nil }
        let quarters = Capability.quarters(ofHistoryFrom: first, before: min(page.window.to, interpretation.zone.day(atSeconds: now)))
        guard !quarters.isEmpty else { return nil }
        var capability = Capability([])
        for metric in Self.chosen {
            guard let (past, unit) = measured(metric, quarters) else { continue }
            let definition = metric.definition
            for (quarter, point) in zip(quarters, past) {
                capability.points[.init(metric: definition.id, version: definition.version, window: quarter)] = point
            }
            Self.trend(definition, unit, quarters, past).map { capability.trends.append($0) }
        }
        return capability
    }

    private func measured(_ metric: some Metric, _ quarters: [Window]) -> (past: [HistoryPoint], unit: MetricUnit)? {
        let definition = metric.definition
        var past = quarters.map { points[definition.id, definition.version, $0] }
        let unknown = quarters.indices.filter { past[$0] == nil }
        if let from = unknown.first, let to = unknown.last {
            let span = Window(from: quarters[from].from, to: quarters[to].to)
            let context = MeasureContext(interpretation: interpretation, window: span, now: now, span: span)
            guard case .rows(let rows) = metric.measure(histories, context) else { return nil }
            for (index, observation) in zip(unknown, observe(definition, rows, over: unknown.map { quarters[$0] }, context)) {
                past[index] = HistoryPoint(observation)
            }
        }
        return (past.compactMap(\.self), definition.unit)
    }

    private static func trend(
        _ definition: MetricDefinition, _ unit: MetricUnit, _ quarters: [Window], _ past: [HistoryPoint]
    ) -> Capability.Trend? {
        // Before the first one there was nothing to measure; a quarter without any after it is a value.
        guard let first = past.firstIndex(where: { $0.n > 0 }), past.count - first >= Capability.leastQuarters else { return nil }
        let isPercentile = past.contains { $0.p85 != nil }
        let trend = Capability.Trend(
            metric: definition.id, version: definition.version, name: definition.name + (isPercentile ? " p85" : ""), unit: unit,
            quarters: Array(quarters[first...]), past: Array(past[first...]), isPercentile: isPercentile)
        return trend.slope == nil ? nil : trend
    }
}
