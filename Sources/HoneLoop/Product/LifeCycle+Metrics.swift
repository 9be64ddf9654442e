package import HoneMetrics

extension LifeCycle {
    /// The metrics that a product of this life cycle is offered: those of a plan with a baseline only where there is one.
    package var metrics: [any Metric] { Catalogue.metrics.filter { reasonAgainst($0.definition) == nil } }

    /// Why a metric is not offered; nil where it is.
    package func reasonAgainst(_ definition: MetricDefinition) -> String? {
        guard definition.family == .schedule, self != .phased else { return nil }
        return
            "\(definition.name) is for a phased product, which commits to a plan with a baseline. This one works by \(name), where work is pulled and no baseline exists; life_cycle in hone.yaml says so."
    }
}
