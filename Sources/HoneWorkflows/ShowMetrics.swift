package import HoneFacts
package import HoneLoop

/// Builds the pictures of the metrics.
package struct ShowMetrics: Sendable {
    let evidence: Evidence

    package init(_ evidence: Evidence) {
        self.evidence = evidence
    }

    /// - Parameter window: nil for the window that the scorecard has.
    package func picture(window: Window? = nil) -> MetricsPicture {
        MetricsBuilder(
            product: evidence.product, interpretation: evidence.interpretation, histories: evidence.histories,
            agreements: evidence.agreements, earlier: evidence.earlier, window: window, now: evidence.now
        ).picture
    }
}
