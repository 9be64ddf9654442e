package import HoneFacts

/// How often a change goes to and fro between its author and its reviewers.
package struct ReviewRounds: TeamMetric {
    package init() {}

    package let definition = MetricDefinition(
        id: "review-rounds", version: 3, name: "Review rounds", family: .collaboration,
        question: "How often does a reviewed change go back to its author?",
        formula:
            "rounds of a merged change that was reviewed before: reviews by others with no commits pushed between them are one round. Not made over fewer people than the smallest group",
        unit: .count, direction: .lower, startEvent: "change opened", endEvent: "change merged",
        needs: "Changes with reviews and pushes in one timeline: an export of GitHub objects with timelines.",
        misuse: "One round is also what a rubber stamp takes: read it beside review depth and the reopen rate.",
        guards: ["review-depth", "reopen-rate"],
        citations: ["Rigby and Bird, ESEC/FSE 2013, doi:10.1145/2491411.2491444: iterations of a review"],
        examples: [
            WorkedExample(
                "One change reviewed twice before a push and once after it: two rounds. Another was not reviewed.",
                .changes([
                    ("!1", "2026-03-02", "2026-03-06", "2026-03-06"), ("!2", "2026-03-02", "2026-03-06", "2026-03-06"),
                ]).adding(
                    .review,
                    [
                        ("a", ["reviewed_at": "2026-03-03"], ["round": 1, "is_author": 0], ["change": "!1"]),
                        ("b", ["reviewed_at": "2026-03-03"], ["round": 1, "is_author": 0], ["change": "!1"]),
                        ("c", ["reviewed_at": "2026-03-05"], ["round": 2, "is_author": 0], ["change": "!1"]),
                    ]), from: "2026-03-01", to: "2026-04-01", expected: 2, n: 1, excluded: ["not-reviewed": 1])
        ])

    package func team(_ histories: Histories, _ context: MeasureContext) -> TeamMeasurement {
        let changes = histories.changes
        guard changes.count > 0 else { return .unavailable(ChangeOpenTime.noChanges) }
        guard changes.firstReviewAt.contains(where: { $0 != Instant.missing }) else { return .unavailable(TimeToFirstReview.noReviews) }
        guard changes.reviews.roundCount.contains(where: { $0 > 0 }) else {
            return .unavailable("The export does not say when commits were pushed, so rounds cannot be told apart.")
        }
        var rows = MeasuredRows(.changes, unit: .count, summary: .days)
        rows.eachMerged(changes, context, otherwise: "not-reviewed") {
            changes.reviews.roundCount[$0] > 0 ? Double(changes.reviews.roundCount[$0]) : nil
        }
        return .rows(TeamRows(rows, .byRow(changes.people.everyone), context))
    }
}
