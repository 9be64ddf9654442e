package import HoneFacts
import HoneLoop
package import HoneMetrics

/// Observes one metric over a window.
package struct ShowMetric: Sendable {
    let evidence: Evidence

    package init(_ evidence: Evidence) {
        self.evidence = evidence
    }

    /// - Parameter window: nil is the last 12 whole weeks.
    package func observation(
        _ metric: any Metric, window asked: Window?, options: MetricOptions, withRows: Bool
    ) -> (observation: Observation, rows: [MetricRow]) {
        let window = asked ?? Window.lastWholeWeeks(12, before: evidence.today)
        let context = MeasureContext(
            interpretation: evidence.interpretation, window: window, options: options, now: evidence.now)
        if let reason = evidence.product.lifeCycle(on: evidence.today).reasonAgainst(metric.definition) {
            var refusal = Observation(metric.definition, unit: metric.definition.unit, window: window)
            refusal.options = options
            refusal.unavailableReason = reason
            return (refusal, [])
        }
        let observation = observe(metric, evidence.histories, context)
        guard withRows, observation.isAvailable, case .rows(let rows) = metric.measure(evidence.histories, context) else {
            return (observation, [])
        }
        return (observation, rows.rows(in: window, evidence.histories, evidence.interpretation.zone))
    }
}
