package import HoneFacts

/// How often something new reaches users.
package struct DeploymentFrequency: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "deployment-frequency", version: 2, name: "Deployment frequency", family: .delivery,
        question: "How often does something new reach our users?",
        formula:
            "deployments to production that users had, with their finish in the window / weeks of the window that are read; beside it the days with one, and the days between one and the next of a service",
        unit: .perWeek, direction: .higher, startEvent: "window begins", endEvent: "deployment finished",
        needs:
            "Deployments with their finish: a source with fact: deployment. delivery.production in hone.yaml says which environments have users (default prod* and live; one that is not named counts).",
        misuse: "Deploying the same again raises it. Several services together say nothing of any: break it down by stream.",
        guards: ["change-fail-rate", "batch-size"],
        citations: [
            "DORA's deployment frequency, https://dora.dev/guides/dora-metrics-four-keys/; peers count days with one, as the part does",
            "Interval: Garwood, Biometrika 28, 1936, doi:10.1093/biomet/28.3-4.437",
        ],
        examples: [
            WorkedExample(
                "Three in two weeks, two of them on one day; the failed one never reached users: 1.5 a week.",
                .deployments([
                    ("d1", "2026-03-03T12:00:00Z", "success", ""), ("d2", "2026-03-03T15:00:00Z", "success", ""),
                    ("d3", "2026-03-05T12:00:00Z", "failed", ""), ("d4", "2026-03-10T12:00:00Z", "", ""),
                ]), from: "2026-03-02", to: "2026-03-16", expected: 1.5, n: 3, excluded: ["did-not-ship": 1])
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasDeliveryFacts }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let deployments = histories.deployments
        guard deployments.count > 0 else { return .unavailable(DeploymentHistories.none) }
        var rows = MeasuredRows(.deployments, unit: .perWeek, summary: .perWeek)
        rows.eachShipped(deployments, context) { rows, row, day in rows.keep(row, endDay: day, value: 1) }
        var days = MeasuredRows(.deployments, unit: .perWeek, summary: .daysPerWeek)
        var gaps = MeasuredRows(.deployments, unit: .days, summary: .days)
        var seen: Set<CalendarDay> = []
        var last: [String: CalendarDay] = [:]
        for row in 0..<deployments.count where deployments.hasShipped(row) {
            let day = context.day(deployments.finishedAt[row])
            if seen.insert(day).inserted { days.keep(row, endDay: day, value: 1) }
            if let before = last[deployments.service[row]] { gaps.keep(row, endDay: day, value: Double(day - before)) }
            last[deployments.service[row]] = day
        }
        rows.parts = [("days with a deployment", days), ("days between deployments of a service", gaps)]
        return .rows(rows)
    }
}

extension Histories {
    /// Whether any source brings deployments or incidents.
    var hasDeliveryFacts: Bool { deployments.count > 0 || incidents.count > 0 }
}
