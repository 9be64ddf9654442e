package import HoneMetrics

/// What to hold beside a metric so that it is not improved at the cost of something else.
package enum GuardPairs {
    private static let pairs: [String: [String]] = [
        "lead-time": ["reopen-rate"], "cycle-time": ["reopen-rate"], "throughput": ["lead-time", "item-size"],
        "defect-removal-effectiveness": ["lead-time"], "legacy-bug-count": ["reopen-rate"],
        "labour-per-bug-fix": ["reopen-rate", "defect-removal-effectiveness"],
        "stage-time": ["reopen-rate", "commitment-returns"],
        "improvement-share": ["throughput", "reopen-rate", "defect-removal-effectiveness"],
        "release-frequency": ["change-fail-rate", "defect-removal-effectiveness"],
    ]

    /// Metrics of the catalogue that guard a metric, the usual one first: the pairs above, else what its definition says.
    package static func guards(of metric: String) -> [MetricDefinition] {
        let named = pairs[metric] ?? []
        let all = named + (Catalogue.metric(metric)?.definition.guards ?? []).filter { !named.contains($0) }
        return all.filter { $0 != metric }.compactMap { Catalogue.metric($0)?.definition }
    }

    /// The options that name the usual guard: `--guard reopen-rate --guard-bound "<= 10 %"`.
    package static func proposal(for metric: String) -> String {
        let usual = guards(of: metric).first ?? Catalogue.metric(metric == "reopen-rate" ? "lead-time" : "reopen-rate")?.definition
        // What is finished has no better side of its own; as a guard it is to keep up.
        return usual.map {
            "--guard \($0.id) --guard-bound \"\($0.id == "throughput" ? ">= 20" : Bound.example($0))\""
        } ?? "--guard METRIC --guard-bound \"<= 10\""
    }
}
