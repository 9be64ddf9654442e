package import HoneFacts

/// Share of merged changes that nobody else looked at in a review.
package struct MergedWithoutReview: TeamMetric {
    package init() {}

    package let definition = MetricDefinition(
        id: "merged-without-review", version: 2, name: "Merged without review", family: .collaboration,
        question: "How many changes went in without a review by somebody else?",
        formula:
            "changes merged in the window with no review submitted before the merge by an account that is neither the author nor a program / changes merged in it. Not made over fewer people than the smallest group",
        unit: .share, direction: .lower, startEvent: "change opened", endEvent: "change merged",
        needs: "Changes with their submitted reviews: an export of GitHub objects with timelines.",
        misuse:
            "A review in a chat, in a pair or in comments alone leaves no submitted review, and a rubber stamp counts as one. It says nothing about how good a review was.",
        guards: ["time-to-first-review", "change-open-time"],
        citations: ["McIntosh, Kamei, Adams, Hassan, MSR 2014, doi:10.1145/2597073.2597076: review coverage"],
        examples: [
            WorkedExample(
                "Two merged changes: one reviewed before its merge, one only by its author. A third was closed unmerged.",
                .changes(
                    [
                        ("!1", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z", "2026-03-03T09:00:00Z"),
                        ("!2", "2026-03-02T09:00:00Z", "2026-03-04T09:00:00Z", "2026-03-04T09:00:00Z"),
                        ("!3", "2026-03-02T09:00:00Z", "", "2026-03-04T09:00:00Z"),
                    ], reviews: [("!1", "2026-03-02T12:00:00Z", false), ("!2", "2026-03-02T12:00:00Z", true)]), from: "2026-03-01",
                to: "2026-04-01", expected: 0.5, n: 2, excluded: ["not-merged": 1])
        ])

    package func team(_ histories: Histories, _ context: MeasureContext) -> TeamMeasurement {
        let changes = histories.changes
        guard changes.count > 0 else { return .unavailable(ChangeOpenTime.noChanges) }
        guard changes.firstReviewAt.contains(where: { $0 != Instant.missing }) else { return .unavailable(TimeToFirstReview.noReviews) }
        var rows = MeasuredRows(.changes, unit: .share, summary: .share)
        rows.eachMerged(changes, context) { changes.reviews.countBeforeMerge[$0] == 0 ? 1 : 0 }
        return .rows(TeamRows(rows, .byRow(changes.people.everyone), context))
    }
}

extension MeasuredRows {
    /// A row for each change that was merged, or the reason it has none; changes closed unmerged are counted apart.
    /// - Parameters:
    ///   - reason: why a merged change has no value.
    ///   - value: of a merged change; nil where it has none.
    mutating func eachMerged(
        _ changes: ChangeHistories, _ context: MeasureContext, otherwise reason: String = "", _ value: (Int) -> Double?
    ) {
        for change in 0..<changes.count {
            let opened = changes.openedAt[change]
            guard changes.mergedAt[change] != Instant.missing else {
                if changes.closedAt[change] != Instant.missing {
                    exclude(change, endDay: context.day(changes.closedAt[change]), reason: "not-merged", startAt: opened)
                }
                continue
            }
            let end = context.day(changes.mergedAt[change])
            if let value = value(change) {
                keep(
                    change, endDay: end, value: value, startAt: opened, flags: changes.isBot[change] ? ["opened-by-a-program"] : [])
            } else {
                exclude(change, endDay: end, reason: reason, startAt: opened)
            }
        }
    }
}
