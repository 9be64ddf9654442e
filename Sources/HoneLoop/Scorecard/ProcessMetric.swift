/// A metric that has a row on the page.
struct ProcessMetric {
    let id: String
    /// Whether the row shows the 85th percentile.
    let isPercentile: Bool
    /// Whether it can be told for an earlier window. What is read from the files as they are now cannot.
    let hasPast: Bool

    private init(_ id: String, isPercentile: Bool = false, hasPast: Bool = true) {
        (self.id, self.isPercentile, self.hasPast) = (id, isPercentile, hasPast)
    }

    /// In the order of the page; a metric that the evidence cannot give is under "cannot say" instead.
    static let all = [
        ProcessMetric("lead-time", isPercentile: true), ProcessMetric("cycle-time", isPercentile: true), ProcessMetric("throughput"),
        ProcessMetric("wip"), ProcessMetric("work-item-age", isPercentile: true), ProcessMetric("flow-efficiency"),
        ProcessMetric("reopen-rate"), ProcessMetric("defect-removal-effectiveness"), ProcessMetric("legacy-bug-count"),
        ProcessMetric("labour-per-bug-fix"),
        ProcessMetric("change-lead-time", isPercentile: true), ProcessMetric("change-open-time", isPercentile: true),
        ProcessMetric("time-to-first-review", isPercentile: true), ProcessMetric("release-frequency"),
        ProcessMetric("change-fail-rate"),
    ]

    /// What the code alone tells of how it is worked on. They stand on the page where none of the others has a number, as in a history
    /// without tags and without a tracker.
    static let ofCode = [
        ProcessMetric("rework"), ProcessMetric("self-admitted-debt", hasPast: false), ProcessMetric("code-hotspots", hasPast: false),
        ProcessMetric("knowledge-concentration"),
    ]
}
