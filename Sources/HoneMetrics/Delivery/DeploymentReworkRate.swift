package import HoneFacts

/// The share of deployments that nobody had planned, made because users were hurt.
package struct DeploymentReworkRate: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "deployment-rework-rate", version: 1, name: "Deployment rework rate", family: .delivery,
        question: "How many of our deployments mend what earlier ones broke?",
        formula:
            "deployments to production that were unplanned or name the incident that they repair / deployments to production of which the source says whether they were. A source that names repaired incidents at all says of every other deployment that it was planned",
        unit: .share, direction: .lower, startEvent: "deployment finished", endEvent: "deployment finished",
        needs: "Deployments with a column for unplanned (yes or no), or for the incident that they repair (repairs).",
        misuse: "Calling hotfixes planned lowers it. Nothing is guessed from names of branches.",
        guards: ["change-fail-rate", "deployment-frequency"],
        citations: ["DORA's deployment rework rate, https://dora.dev/guides/dora-metrics-four-keys/ (2024)", "Interval: Wilson, 1927"],
        examples: [
            WorkedExample(
                "One of three repairs an incident.",
                ExampleFacts().adding(
                    .deployment,
                    [
                        ("d1", ["finished_at": "2026-03-02"], [:], ["key": "d1"]),
                        ("d2", ["finished_at": "2026-03-03"], [:], ["key": "d2", "repairs": "i1"]),
                        ("d3", ["finished_at": "2026-03-09"], [:], ["key": "d3"]),
                    ]), from: "2026-03-02", to: "2026-03-16", expected: 1.0 / 3, n: 3)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasDeliveryFacts }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let deployments = histories.deployments
        guard deployments.count > 0 else { return .unavailable(DeploymentHistories.none) }
        guard deployments.isRework.contains(where: { $0 != nil }) else {
            return .unavailable("No source says which deployments were unplanned: map unplanned, or repairs.")
        }
        var rows = MeasuredRows(.deployments, unit: .share, summary: .share)
        rows.eachShipped(deployments, context) { rows, row, day in
            if let isRework = deployments.isRework[row] {
                rows.keep(row, endDay: day, value: isRework ? 1 : 0)
            } else {
                rows.exclude(row, endDay: day, reason: "not-said")
            }
        }
        return .rows(rows)
    }
}
