package import HoneFacts
import HoneLoop
package import HoneMetrics

/// Observes one metric over a window.
package struct ShowMetric: Sendable {
    let evidence: Evidence

    package init(_ evidence: Evidence) {
        self.evidence = evidence
    }

    /// - Parameters:
    ///   - window: nil is that of the scorecard.
    ///   - signs: those of the same window and options, where they were looked for already.
    package func observation(
        _ metric: any Metric, window asked: Window?, options: MetricOptions, withRows: Bool, signs: SignsOfWindow? = nil
    ) -> (observation: Observation, rows: [MetricRow]) {
        let window = self.window(asked)
        let context = MeasureContext(
            interpretation: evidence.interpretation, window: window, options: options, now: evidence.now)
        if let reason = evidence.product.lifeCycle(on: evidence.today).reasonAgainst(metric.definition) {
            var refusal = Observation(metric.definition, unit: metric.definition.unit, window: window)
            refusal.options = options
            refusal.unavailableReason = reason
            return (refusal, [])
        }
        let observation = observe(metric, evidence.histories, context).with(signs ?? self.signs(window, options))
        guard withRows, observation.isAvailable, case .rows(let rows) = metric.measure(evidence.histories, context) else {
            return (observation, [])
        }
        return (observation, rows.rows(in: window, evidence.histories, evidence.interpretation.zone))
    }

    /// The same days as on every page: they end with the evidence where that is old.
    func window(_ asked: Window?) -> Window {
        PageWindow(asked: asked, histories: evidence.histories, interpretation: evidence.interpretation, now: evidence.now).window
    }

    /// What the numbers of a window alone would hide.
    func signs(_ window: Window, _ options: MetricOptions) -> SignsOfWindow {
        SignsOfWindow(
            evidence.histories,
            MeasureContext(interpretation: evidence.interpretation, window: window, options: options, now: evidence.now),
            limits: evidence.agreements.limits(on: evidence.today), earlier: evidence.earlier)
    }
}
