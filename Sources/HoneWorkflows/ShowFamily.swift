package import HoneFacts
package import HoneMetrics

/// Observes every metric of one family over the same window.
package struct ShowFamily: Sendable {
    let show: ShowMetric

    package init(_ evidence: Evidence) {
        show = ShowMetric(evidence)
    }

    /// - Parameter window: nil is the last 12 whole weeks.
    /// - Complexity: that of each metric.
    package func observations(
        _ family: MetricFamily, window: Window?
    ) -> [(definition: MetricDefinition, observation: Observation)] {
        let options = MetricOptions()
        let signs = show.signs(show.window(window), options)
        return Catalogue.metrics.filter { $0.definition.family == family }.map { metric in
            (metric.definition, show.observation(metric, window: window, options: options, withRows: false, signs: signs).observation)
        }
    }
}
