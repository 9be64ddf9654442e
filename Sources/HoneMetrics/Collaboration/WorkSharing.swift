package import HoneFacts

/// How unequally the commits are spread over the people of a product.
package struct WorkSharing: TeamMetric {
    package init() {}

    package let definition = MetricDefinition(
        id: "work-sharing", version: 2, name: "Work-sharing spread", family: .collaboration,
        question: "Is the code written by many of us, or by a few?",
        formula:
            "Gini's coefficient, corrected for the number of people, of the commits of the window over everybody who wrote or co-wrote one; a commit of two is one for each. Merges and programs left out. 0 is all alike, 1 is one writes all. Parts: the share of who writes most, and how few write half (CHAOSS's contributor absence factor, by commits). Limits by leaving out one commit at a time. All of it in steps of 5 %, over four weeks and more, so that nobody can be worked out from it. Not made for fewer people than the smallest group",
        unit: .share, direction: .band, startEvent: "first commit of the window", endEvent: "commit made",
        needs: "A git history.",
        misuse:
            "A commit is no measure of work, and cutting one into ten is not ten. Alike is no goal. Who was away, or reviews instead, writes fewer: never ask who it is.",
        guards: ["knowledge-concentration", "co-authored-share", "review-load-spread"],
        citations: [
            "CHAOSS, Contributor Absence Factor, https://chaoss.community/kb/metric-contributor-absence-factor/",
            "Gini, Variabilità e mutabilità, 1912; correction: Deltas, 2003, doi:10.1162/rest.2003.85.1.226",
        ],
        examples: [
            WorkedExample(
                "Three people with one, one and four commits, of which one commit is by two: the coefficient is 0.5. A merge does not count.",
                TeamExample.commits(["Ann", "Ann", "Ann", "Ann with Bo", "Cy"], merge: true), from: "2026-03-01", to: "2026-04-01",
                interpretation: Interpretation(smallestGroup: 3), expected: 0.5, n: 5, excluded: ["merge": 1])
        ])

    /// Complexity: O(commits + people x kinds of commits).
    package func team(_ histories: Histories, _ context: MeasureContext) -> TeamMeasurement {
        let commits = histories.git.commits
        guard commits.count > 0 else { return .unavailable(WrittenCommits.noCommits) }
        guard histories.people.count > 0 else { return .unavailable("The commits do not say who wrote them.") }
        if let refusal = SpreadRows.refusal(context) { return .unavailable(refusal) }
        var group: Set<Int> = []
        var written: [ArraySlice<Int>] = []
        var rows: [(commit: Int, day: CalendarDay, reason: String?)] = []
        for commit in 0..<commits.count {
            let day = context.day(commits.committedAt[commit])
            guard context.window.contains(day) else { continue }
            let reason = WrittenCommits.reasonToLeaveOut(commit, histories)
            rows.append((commit, day, reason))
            guard reason == nil else { continue }
            group.formUnion(histories.people.writers[commit])
            written.append(histories.people.writers[commit])
        }
        let spread = GroupSpread(written, of: group, context.interpretation)
        return .rows(
            SpreadRows.rows(.commits, spread, group: group.count, context) { measured in
                for row in rows {
                    if let reason = row.reason {
                        measured.exclude(row.commit, endDay: row.day, reason: reason)
                    } else {
                        measured.keep(row.commit, endDay: row.day, value: 1)
                    }
                }
            })
    }
}

/// Which commits say something about who works with whom.
enum WrittenCommits {
    static let noCommits = "No commit has been read: add a source with git: to hone.yaml, then run hone sync."

    static func reasonToLeaveOut(_ commit: Int, _ histories: Histories) -> String? {
        if histories.git.commits.isBot[commit] { return "by-a-program" }
        if histories.git.commits.isMerge[commit] { return "merge" }
        return histories.people.writers[commit].isEmpty ? "author-not-known" : nil
    }
}
