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
}
