package import HoneFacts

/// A metric: a definition, and a measure that maps histories to rows. One metric, one file.
///
/// Computing a metric never puts it on a scorecard; that takes an agreement.
package protocol Metric: Sendable {
    var definition: MetricDefinition { get }

    /// Rows for all histories whose end event is known, inside the window or not: one measure serves many windows.
    /// Levels look at `context.levelSeconds` instead.
    /// - Complexity: O(histories) unless the metric says otherwise.
    func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement

    /// Whether pages speak of it: its number, or why there is none. Metrics of facts that only some products have say no for all
    /// others.
    func concerns(_ histories: Histories) -> Bool
}

extension Metric {
    package func concerns(_ histories: Histories) -> Bool { true }
}
