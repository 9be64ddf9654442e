package import HoneFacts

/// Commit to release.
package struct ChangeLeadTime: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "change-lead-time", version: 2, name: "Change lead time", family: .delivery,
        question: "When the code of a change is written, how long until it is in a release?",
        formula:
            "committer instant of each commit that is not a merge to the instant of the first release that reaches it, in hours; counted in the window of the release. Beside it, the hours that those in no release have waited at the window's last instant, however old they are",
        unit: .hours, direction: .lower, startEvent: "committed", endEvent: "first released",
        needs: "A git history with tags that match releases.pattern.",
        misuse: "Rebasing renews committer dates and makes it look short. It is not DORA's measure, which ends in production.",
        guards: ["release-frequency", "reopen-rate"],
        citations: [
            "After DORA's change lead time, https://dora.dev/guides/dora-metrics-four-keys/; here it ends at the release, and the other is another id"
        ],
        examples: [
            WorkedExample(
                "Two commits before the second release waited 24 and 48 hours; those of the first release are back-fill, the last commit is not released.",
                .git(
                    commits: [
                        ("c1", "", "2026-03-01T12:00:00Z"), ("c2", "c1", "2026-03-08T12:00:00Z"), ("c3", "c2", "2026-03-09T12:00:00Z"),
                        ("c4", "c3", "2026-03-11T12:00:00Z"),
                    ], tags: [("v1", "c1", "2026-03-03T12:00:00Z"), ("v2", "c3", "2026-03-10T12:00:00Z")]), from: "2026-03-01",
                to: "2026-03-16", expected: 36, n: 2, excluded: ["back-fill": 1, "unreleased": 1])
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        guard !histories.gitOrigins.isEmpty else {
            return .unavailable("No commit has been read: add a source with git: to hone.yaml, then run hone sync.")
        }
        let git = histories.git
        guard git.releases.count > 0 else {
            return .unavailable("No tag is a release: the history has no tags, or none matches releases.pattern in hone.yaml.")
        }
        var rows = MeasuredRows(.commits, unit: .hours, summary: .hours)
        var waiting = MeasuredRows.waiting(.commits)
        for commit in 0..<git.commits.count where !git.commits.isMerge[commit] {
            let committed = git.commits.committedAt[commit]
            let release = git.commits.release[commit]
            waiting.keepWait(
                commit, since: committed, until: release >= 0 ? git.releases.releasedAt[release] : Instant.missing, context)
            guard release >= 0 else {
                rows.exclude(commit, endDay: context.day(committed), reason: "unreleased")
                continue
            }
            let released = git.releases.releasedAt[release]
            let day = context.day(released)
            let hours = Double(context.seconds(released) - context.seconds(committed)) / 3600
            if git.releases.isFirst[release] {
                rows.exclude(commit, endDay: day, reason: "back-fill")
            } else if hours < 0 {
                rows.exclude(commit, endDay: day, reason: "clock-skew")
            } else {
                rows.keep(commit, endDay: day, value: hours)
            }
        }
        rows.parts = [("not released yet, so far", waiting)]
        return .rows(rows)
    }
}
