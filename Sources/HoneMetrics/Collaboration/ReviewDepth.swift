package import HoneFacts

/// Comments on the lines of a change before it went in.
package struct ReviewDepth: TeamMetric {
    package init() {}

    package let definition = MetricDefinition(
        id: "review-depth", version: 2, name: "Review depth", family: .collaboration,
        question: "How closely do others look at a change?",
        formula:
            "comments on lines of a merged change by accounts that are neither its author nor programs. Not made over fewer people than the smallest group",
        unit: .count, direction: .none, startEvent: "change opened", endEvent: "change merged",
        needs: "Changes with their review comments: an export of GitHub objects with comments.",
        misuse: "More comments are not a better review: a clear small change needs none. Never count who wrote them.",
        guards: ["time-to-first-review", "review-rounds"],
        citations: ["Rigby and Bird, ESEC/FSE 2013, doi:10.1145/2491411.2491444: comments per review"],
        examples: [
            WorkedExample(
                "Three merged changes with no, two and five comments; of a fourth no comments were exported.",
                ExampleFacts().adding(
                    .change,
                    [
                        ("!1", ["opened_at": "2026-03-02", "merged_at": "2026-03-03"], ["comment_count": 0], ["key": "!1"]),
                        ("!2", ["opened_at": "2026-03-02", "merged_at": "2026-03-04"], ["comment_count": 2], ["key": "!2"]),
                        ("!3", ["opened_at": "2026-03-02", "merged_at": "2026-03-05"], ["comment_count": 5], ["key": "!3"]),
                        ("!4", ["opened_at": "2026-03-02", "merged_at": "2026-03-05"], [:], ["key": "!4"]),
                    ]), from: "2026-03-01", to: "2026-04-01", expected: 2, n: 3, excluded: ["comments-not-known": 1])
        ])

    package func team(_ histories: Histories, _ context: MeasureContext) -> TeamMeasurement {
        let changes = histories.changes
        guard changes.count > 0 else { return .unavailable(ChangeOpenTime.noChanges) }
        guard changes.commentCount.contains(where: { $0 != Instant.missing }) else {
            return .unavailable("The export has no comments on the lines of changes.")
        }
        var rows = MeasuredRows(.changes, unit: .count, summary: .days)
        rows.eachMerged(changes, context, otherwise: "comments-not-known") {
            changes.commentCount[$0] == Instant.missing ? nil : Double(changes.commentCount[$0])
        }
        return .rows(TeamRows(rows, .byRow(changes.people.everyone), context))
    }
}
