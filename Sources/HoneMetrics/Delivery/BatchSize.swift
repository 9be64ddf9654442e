package import HoneFacts

/// How much goes out at once.
package struct BatchSize: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "batch-size", version: 4, name: "Batch size", family: .delivery,
        question: "How much do we bring to users at once?",
        formula:
            "commits, merges left out, that each deployment to production was the first to bring; where no deployment was read, each release instead, with the commits of a release branch that the default branch does not have. The first one of a history is left out, as it brings all that came before, and one whose commits are not known",
        unit: .count, direction: .lower, startEvent: "deployment or release before", endEvent: "deployment finished, or released",
        needs: "Deployments that name commits, with the git history; or a git history with tags that match releases.pattern.",
        misuse: "Squashed commits make it small. Deploying the same again counts as a batch of none.",
        guards: ["deployment-frequency", "change-lead-time"],
        citations: [
            "Reinertsen, The Principles of Product Development Flow, 2009, chapter 5; DORA, https://dora.dev/capabilities/working-in-small-batches/"
        ],
        examples: [
            WorkedExample(
                "The second deployment brought two commits, the third one.",
                .git(
                    commits: [
                        ("c1", "", "2026-03-01T10:00:00Z"), ("c2", "c1", "2026-03-03T10:00:00Z"), ("c3", "c2", "2026-03-04T10:00:00Z"),
                        ("c4", "c3", "2026-03-05T10:00:00Z"),
                    ], tags: []
                ).deploying([
                    ("d1", "2026-03-02T12:00:00Z", "", "c1"), ("d2", "2026-03-04T12:00:00Z", "", "c3"),
                    ("d3", "2026-03-05T12:00:00Z", "", "c4"),
                ]), from: "2026-03-02", to: "2026-03-16", expected: 1, n: 2, excluded: ["back-fill": 1])
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasDeliveryFacts || histories.git.releases.count > 0 }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let deployments = histories.deployments
        guard deployments.count > 0 else { return ofReleases(histories, context) }
        let reach = histories.reach
        guard reach.commitCount.contains(where: { $0 >= 0 }) else {
            return .unavailable("No deployment to production names a commit that was read: map sha or commits, and add its git history.")
        }
        var rows = MeasuredRows(.deployments, unit: .count, summary: .days)
        rows.eachShipped(deployments, context) { rows, row, day in
            if reach.isBackFill[row] {
                rows.exclude(row, endDay: day, reason: "back-fill")
            } else if reach.commitCount[row] < 0 {
                rows.exclude(row, endDay: day, reason: "commits-not-known")
            } else {
                rows.keep(row, endDay: day, value: Double(reach.commitCount[row]))
            }
        }
        if rows.source == nil { rows.source = "deployments" }
        return .rows(rows)
    }

    private func ofReleases(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let releases = histories.git.releases
        guard releases.count > 0 else { return .unavailable(DeploymentHistories.none) }
        var rows = MeasuredRows(.releases, unit: .count, summary: .days)
        rows.source = "releases"
        for release in 0..<releases.count {
            let day = context.day(releases.releasedAt[release])
            if releases.isFirst[release] {
                rows.exclude(release, endDay: day, reason: "back-fill")
            } else if !releases.isKnown[release] {
                rows.exclude(release, endDay: day, reason: "commits-not-known")
            } else {
                rows.keep(release, endDay: day, value: Double(releases.commitCount[release]))
            }
        }
        return .rows(rows)
    }
}
