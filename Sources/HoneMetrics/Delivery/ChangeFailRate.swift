package import HoneFacts

/// The share of deployments after which somebody had to act at once.
package struct ChangeFailRate: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "change-fail-rate", version: 2, name: "Change fail rate", family: .delivery,
        question: "How many of our deployments hurt users?",
        formula:
            "deployments to production that an incident is laid to, or that were rolled back / deployments to production that users had. An incident is laid to the deployment that its source links it to (a deployment, or a commit that one brought); else to the latest one of its service that finished within delivery.incident_window before it opened (24 h where hone.yaml says nothing); else no change caused it",
        unit: .share, direction: .lower, startEvent: "deployment finished", endEvent: "deployment finished",
        needs: "Deployments and incidents: sources with fact: deployment and fact: incident.",
        misuse:
            "Not recording incidents lowers it. A deployment that failed before users had it is no failure here; pipelines that count those count something else.",
        guards: ["deployment-frequency", "failed-deployment-recovery-time"],
        citations: [
            "DORA's change fail rate, https://dora.dev/guides/dora-metrics-four-keys/; peers lay an incident to the latest deployment however long ago (incident_window: unlimited)",
            "Interval: Wilson, 1927",
        ],
        examples: [
            WorkedExample(
                "Of four, one is linked to an incident, one had an incident three hours later and one was rolled back; the incident two days after d4 was not caused by a change.",
                ExampleFacts.deployments([
                    ("d1", "2026-03-02T12:00:00Z", "success", ""), ("d2", "2026-03-04T12:00:00Z", "success", ""),
                    ("d3", "2026-03-06T12:00:00Z", "rolled back", ""), ("d4", "2026-03-09T12:00:00Z", "success", ""),
                ]).incidents([
                    ("i1", "2026-03-08T12:00:00Z", "2026-03-08T14:00:00Z", "d1"), ("i2", "2026-03-04T15:00:00Z", "", ""),
                    ("i3", "2026-03-11T13:00:00Z", "", ""),
                ]), from: "2026-03-02", to: "2026-03-16", expected: 0.75, n: 4)
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasDeliveryFacts }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let (deployments, incidents) = (histories.deployments, histories.incidents)
        guard deployments.count > 0 else { return .unavailable(DeploymentHistories.none) }
        guard incidents.count > 0 || deployments.outcome.contains(.rolledBack) else { return .unavailable(Self.noIncidents) }
        let failures = incidents.byDeployment(deployments.count)
        // Deployments stand by finish: the last of each service, to which an incident may be laid until there is another one.
        let last = Dictionary(
            (0..<deployments.count).filter(deployments.hasShipped).map { (deployments.service[$0], $0) }, uniquingKeysWith: { $1 })
        var rows = MeasuredRows(.deployments, unit: .share, summary: .share)
        rows.eachShipped(deployments, context) { rows, row, day in
            let isFailed = !failures[row].isEmpty || deployments.outcome[row] == .rolledBack
            let age = context.now - context.seconds(deployments.finishedAt[row])
            // An incident that opens tomorrow may still be laid to it.
            let isOpen =
                switch context.interpretation.delivery.incidentWindow {
                case .seconds(let length): age <= length
                case .unlimited: last[deployments.service[row]] == row
                }
            rows.keep(row, endDay: day, value: isFailed ? 1 : 0, flags: isOpen && !isFailed ? ["provisional"] : [])
        }
        var laid = MeasuredRows(.incidents, unit: .share, summary: .share)
        for incident in 0..<incidents.count {
            let day = context.day(incidents.openedAt[incident])
            switch incidents.tie[incident] {
            case .linked, .withinWindow: laid.keep(incident, endDay: day, value: 1)
            case .noneNear, .saidToBeNone: laid.keep(incident, endDay: day, value: 0)
            case .lostLink: laid.exclude(incident, endDay: day, reason: "lost-link")
            }
        }
        if incidents.count == 0 { rows.marks = ["incidents-not-known"] }
        rows.parts = [("incidents that a deployment caused", laid)]
        return .rows(rows)
    }

    static let noIncidents =
        "No incident has been read, and none is not known from nobody having looked: add a source with fact: incident to hone.yaml."
}
