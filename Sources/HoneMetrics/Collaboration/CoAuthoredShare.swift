package import HoneFacts

/// Share of commits that two or more wrote together.
package struct CoAuthoredShare: TeamMetric {
    package init() {}

    package let definition = MetricDefinition(
        id: "co-authored-share", version: 1, name: "Co-authored share (pairing)", family: .collaboration,
        question: "How much of our code do we write together?",
        formula: "commits that name a co-author who is neither the author nor a program / commits; merges and commits of programs left out",
        unit: .share, direction: .none, startEvent: "commit written", endEvent: "commit made",
        needs: "A git history in which pairs are named with Co-authored-by lines.",
        misuse:
            "It counts lines in messages: pairs that name nobody are not seen, and a squashed change names all who touched it without one hour together. A share of pairing is no goal.",
        guards: ["knowledge-concentration", "merged-without-review"],
        citations: [
            "Git, Co-authored-by trailer: https://git-scm.com/docs/git-interpret-trailers",
            "Williams, Kessler, Cunningham and Jeffries, Strengthening the Case for Pair Programming, IEEE Software 17(4), 2000, doi:10.1109/52.854064",
        ],
        examples: [
            WorkedExample(
                "Of four commits by three people one is by two of them.",
                TeamExample.commits(["Ann", "Bo", "Ann with Bo", "Cy"], merge: false), from: "2026-03-01", to: "2026-04-01",
                interpretation: Interpretation(smallestGroup: 3), expected: 0.25, n: 4)
        ])

    package func team(_ histories: Histories, _ context: MeasureContext) -> TeamMeasurement {
        let commits = histories.git.commits
        guard commits.count > 0 else { return .unavailable(WrittenCommits.noCommits) }
        guard histories.people.hasCoauthors else {
            return .unavailable(
                "No commit that was read names a co-author, so it is not known whether anybody works in pairs. A log without the bodies of its messages names none."
            )
        }
        var rows = MeasuredRows(.commits, unit: .share, summary: .share)
        for commit in 0..<commits.count where context.needs(commits.committedAt[commit]) {
            let day = context.day(commits.committedAt[commit])
            if let reason = WrittenCommits.reasonToLeaveOut(commit, histories) {
                rows.exclude(commit, endDay: day, reason: reason)
            } else {
                rows.keep(commit, endDay: day, value: histories.people.writers[commit].count > 1 ? 1 : 0)
            }
        }
        return .rows(TeamRows(rows, .byRow(histories.people.writers), context))
    }
}
