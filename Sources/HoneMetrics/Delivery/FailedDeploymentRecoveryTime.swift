package import HoneFacts
import HoneStatistics

/// How long users are hurt by a deployment that failed.
package struct FailedDeploymentRecoveryTime: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "failed-deployment-recovery-time", version: 3, name: "Failed deployment recovery time", family: .delivery,
        question: "When a deployment hurts users, how long until they are well again?",
        formula:
            "finish of each deployment to production that an incident is laid to (as in change-fail-rate) to the resolution of the last of its incidents, in hours; counted in the window of the recovery. Beside it, each of these incidents from its opening, and a median in which those not recovered at the window's last instant, however old, count with the time they have waited (Kaplan-Meier)",
        unit: .hours, direction: .lower, startEvent: "deployment finished", endEvent: "last of its incidents resolved",
        needs: "Deployments and incidents with their resolution: sources with fact: deployment and fact: incident.",
        misuse: "Closing an incident early makes it short. Failures without a change are not in it, so it is no measure of operations.",
        guards: ["change-fail-rate", "deployment-rework-rate"],
        citations: [
            "DORA's failed deployment recovery time, https://dora.dev/guides/dora-metrics-four-keys/; peers begin at the opening of the incident, which the part does",
            "Kaplan and Meier, JASA 53, 1958, doi:10.1080/01621459.1958.10501452",
        ],
        examples: [
            WorkedExample(
                "d1 was mended 4 h after it, when the second of its incidents was; d2 is not mended yet.",
                ExampleFacts.deployments([
                    ("d1", "2026-03-02T12:00:00Z", "success", ""), ("d2", "2026-03-12T12:00:00Z", "success", ""),
                ]).incidents([
                    ("i1", "2026-03-02T13:00:00Z", "2026-03-02T14:00:00Z", ""), ("i2", "2026-03-02T13:30:00Z", "2026-03-02T16:00:00Z", ""),
                    ("i3", "2026-03-12T15:00:00Z", "", ""),
                ]), from: "2026-03-02", to: "2026-03-16", expected: 4, n: 1, excluded: ["not-recovered": 1])
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasDeliveryFacts }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let (deployments, incidents) = (histories.deployments, histories.incidents)
        guard deployments.count > 0 else { return .unavailable(DeploymentHistories.none) }
        guard incidents.count > 0 else { return .unavailable(ChangeFailRate.noIncidents) }
        let failures = incidents.byDeployment(deployments.count)
        var rows = MeasuredRows(.deployments, unit: .hours, summary: .hours)
        var fromOpening = MeasuredRows(.incidents, unit: .hours, summary: .hours)
        let level = context.levelSeconds
        var waits: [(hours: Double, isOver: Bool, row: Int)] = []
        for row in 0..<deployments.count where !failures[row].isEmpty {
            let finished = deployments.finishedAt[row]
            guard deployments.hasShipped(row) else {
                rows.exclude(row, endDay: context.day(finished), reason: deployments.reasonForNone(row), startAt: finished)
                continue
            }
            let resolved = failures[row].map { incidents.resolvedAt[$0] }
            for incident in failures[row] where incidents.resolvedAt[incident] != Instant.missing {
                fromOpening.keepSpan(incident, from: incidents.openedAt[incident], to: incidents.resolvedAt[incident], context)
            }
            let begin = context.seconds(finished)
            let last = resolved.contains(Instant.missing) ? nil : resolved.max { context.seconds($0) < context.seconds($1) }
            if let last {
                rows.keepSpan(row, from: finished, to: last, context)
            } else {
                rows.exclude(row, endDay: context.day(finished), reason: "not-recovered", startAt: finished)
            }
            // What had not recovered by the window's last instant waits on, since whenever it began.
            if let last, context.seconds(last) <= level {
                let hours = Double(context.seconds(last) - begin) / 3600
                if hours >= 0, context.window.contains(context.day(last)) { waits.append((hours, true, row)) }
            } else if begin <= level {
                waits.append((Double(level - begin) / 3600, false, row))
            }
        }
        let survival = KaplanMeier(durations: waits.map(\.hours), isObserved: waits.map(\.isOver))
        let median = survival?.steps.first { $0.survival <= 0.5 }?.time
        var withOpen = MeasuredRows(.deployments, unit: .hours, summary: .whole(median))
        for wait in waits {
            withOpen.keep(
                wait.row, endDay: context.day(deployments.finishedAt[wait.row]), value: wait.hours,
                flags: wait.isOver ? [] : ["provisional"])
        }
        rows.parts = [("from the opening of an incident", fromOpening), ("median, those not recovered yet included", withOpen)]
        return .rows(rows)
    }
}
