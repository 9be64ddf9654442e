package import HoneFacts

/// Commits that lead to no work item.
package struct WorkWithoutAStory: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "work-without-a-story", version: 1, name: "Work without a story", family: .improvement,
        question: "How much work is in the code and in no list?",
        formula:
            "commits on the default branch, merges and programs left out, that name no work item and whose change names none / all such commits. Rows whose subject reads like upkeep of the code are marked: an estimate of improvement work that nobody can see",
        unit: .share, direction: .none, startEvent: "commit written", endEvent: "commit on the default branch",
        needs: "A git history and a tracker whose keys (ABC-12, or #12 after a closing word) commits or changes name.",
        misuse: "A key on every commit is a habit, not a proof that the work was planned. Small corrections need no story.",
        guards: ["improvement-share"],
        citations: ["Bachmann et al., FSE 2010, doi:10.1145/1882291.1882308: missing links between commits and bugs"],
        examples: [
            WorkedExample(
                "Two of three commits name an item; the third reads like upkeep.",
                .items([("AB-1", "feature", "2026-03-01", "", "2026-03-09")]).adding(
                    .commit,
                    [
                        ("a", ["committed_at": "2026-03-02"], ["is_inside": 1], ["sha": "a", "keys": "AB-1"]),
                        ("b", ["committed_at": "2026-03-03"], ["is_inside": 1], ["sha": "b", "parents": "a", "keys": "AB-1"]),
                        (
                            "c", ["committed_at": "2026-03-04"], ["is_inside": 1],
                            ["sha": "c", "parents": "b", "subject": "Refactor the basket"]
                        ),
                    ]
                ).adding(.head, [("HEAD", [:], ["is_shallow": 0], ["branch": "main", "sha": "c"])]), from: "2026-03-01",
                to: "2026-04-01", expected: 1.0 / 3, n: 3)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let (commits, joins) = (histories.git.commits, histories.joins)
        guard commits.count > 0 else { return .unavailable(WrittenCommits.noCommits) }
        guard histories.items.totalCount > 0 else {
            return .unavailable("No work items have been read that commits could name.")
        }
        guard (0..<commits.count).contains(where: { !joins.itemsOfCommit[$0].isEmpty }) else {
            return .unavailable("No commit names a work item that is known, so the two cannot be joined.")
        }
        var rows = MeasuredRows(.commits, unit: .share, summary: .share)
        for commit in 0..<commits.count where !commits.isMerge[commit] {
            let day = context.day(commits.committedAt[commit])
            if commits.isBot[commit] {
                rows.exclude(commit, endDay: day, reason: "by-a-program")
                continue
            }
            let isAlone = joins.itemsOfCommit[commit].isEmpty
            rows.keep(
                commit, endDay: day, value: isAlone ? 1 : 0,
                flags: isAlone && commits.readsLikeUpkeep[commit] ? ["reads-like-upkeep"] : [])
        }
        return .rows(rows)
    }
}
