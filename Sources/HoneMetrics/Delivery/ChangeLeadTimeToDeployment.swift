package import HoneFacts

/// Commit to deployment: DORA's change lead time.
package struct ChangeLeadTimeToDeployment: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "change-lead-time-to-deployment", version: 2, name: "Change lead time to deployment", family: .delivery,
        question: "When the code of a change is written, how long until users have it?",
        formula:
            "committer instant of each commit that is not a merge to the finish of the first deployment to production that holds it, in hours; counted in the window of the deployment; what the first deployment of a history brought is left out. Beside it, from the merge of each change, and the hours that commits in no deployment have waited at the window's last instant",
        unit: .hours, direction: .lower, startEvent: "committed", endEvent: "first deployed to production",
        needs:
            "A git history, and deployments with the commit that was deployed (sha) or the commits that it brought (commits).",
        misuse: "Rebasing renews committer dates and makes it look short. Small commits outweigh large ones.",
        guards: ["change-fail-rate", "batch-size"],
        citations: [
            "DORA's change lead time, https://dora.dev/guides/dora-metrics-four-keys/; peers count changes instead of commits, begin at the first commit of a branch or at the merge, and take the mean"
        ],
        examples: [
            WorkedExample(
                "Two commits were waiting for 2 h and 26 h when the second deployment took them; the first brought all that came before.",
                .git(
                    commits: [
                        ("c1", "", "2026-03-01T10:00:00Z"), ("c2", "c1", "2026-03-03T10:00:00Z"), ("c3", "c2", "2026-03-04T10:00:00Z"),
                        ("c4", "c3", "2026-03-05T10:00:00Z"),
                    ], tags: []
                ).deploying([("d1", "2026-03-02T12:00:00Z", "success", "c1"), ("d2", "2026-03-04T12:00:00Z", "success", "c3")]),
                from: "2026-03-02", to: "2026-03-16", expected: 14, n: 2, excluded: ["back-fill": 1, "not-deployed": 1])
        ])

    package func concerns(_ histories: Histories) -> Bool { histories.hasDeliveryFacts }

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let (deployments, reach, commits) = (histories.deployments, histories.reach, histories.git.commits)
        guard deployments.count > 0 else { return .unavailable(DeploymentHistories.none) }
        let isKnown = reach.commitCount.contains { $0 >= 0 }
        guard isKnown else {
            return .unavailable("No deployment to production names a commit that was read: map sha or commits, and add its git history.")
        }
        var rows = MeasuredRows(.commits, unit: .hours, summary: .hours)
        var waiting = MeasuredRows.waiting(.commits)
        for commit in 0..<commits.count where !commits.isMerge[commit] {
            let committed = commits.committedAt[commit]
            let deployment = reach.ofCommit[commit]
            waiting.keepWait(
                commit, since: committed, until: deployment >= 0 ? deployments.finishedAt[deployment] : Instant.missing, context)
            guard deployment >= 0 else {
                rows.exclude(commit, endDay: context.day(committed), reason: "not-deployed")
                continue
            }
            let finished = deployments.finishedAt[deployment]
            if reach.isBackFill[deployment] {
                rows.exclude(commit, endDay: context.day(finished), reason: "back-fill", startAt: committed)
            } else if Instant(rawValue: finished).isDay {
                rows.exclude(commit, endDay: context.day(finished), reason: "day-precision", startAt: committed)
            } else if context.seconds(finished) < context.seconds(committed) {
                rows.exclude(commit, endDay: context.day(finished), reason: "clock-skew", startAt: committed)
            } else {
                rows.keepSpan(commit, from: committed, to: finished, context)
            }
        }
        rows.parts = [("from the merge of a change", fromMerge(histories, context)), ("not deployed yet, so far", waiting)]
        return .rows(rows)
    }

    /// Merge of each change to the deployment that holds its merge commit.
    private func fromMerge(_ histories: Histories, _ context: MeasureContext) -> MeasuredRows {
        var rows = MeasuredRows(.changes, unit: .hours, summary: .hours)
        let (changes, deployments) = (histories.changes, histories.deployments)
        for change in 0..<changes.count where changes.mergedAt[change] != Instant.missing {
            let merged = changes.mergedAt[change]
            guard let deployment = histories.reach.deployment(ofSHA: changes.mergeSHA[change]) else {
                rows.exclude(change, endDay: context.day(merged), reason: "not-deployed", startAt: merged)
                continue
            }
            let finished = deployments.finishedAt[deployment]
            if histories.reach.isBackFill[deployment] {
                rows.exclude(change, endDay: context.day(finished), reason: "back-fill", startAt: merged)
            } else {
                rows.keepSpan(change, from: merged, to: finished, context)
            }
        }
        return rows
    }
}
