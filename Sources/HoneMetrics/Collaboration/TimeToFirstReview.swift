package import HoneFacts

/// Opened to the first review by somebody else.
package struct TimeToFirstReview: TeamMetric {
    package init() {}

    package let definition = MetricDefinition(
        id: "time-to-first-review", version: 2, name: "Time to first review", family: .collaboration,
        question: "How long does a change wait until somebody else has looked at it?",
        formula:
            "hours between the instant a change was opened and its first submitted review by an account that is neither the author nor a program; comments do not count. Counted in the window of the review, for all changes, merged or not. Beside it, the hours that open changes without one have waited at the window's last instant. Not made over fewer people than the smallest group",
        unit: .hours, direction: .lower, startEvent: "change opened", endEvent: "first review submitted",
        needs: "Changes with their submitted reviews: an export of GitHub objects with timelines.",
        misuse: "A review of one word counts as much as a real one. Never a measure of a person.",
        guards: ["change-open-time", "reopen-rate"],
        citations: ["CHAOSS, Time to First Response, https://chaoss.community/kb/metric-time-to-first-response/"],
        examples: [
            WorkedExample(
                "Reviewed after two hours and after ten; one closed without a review; the author's own review does not count.",
                .changes(
                    [
                        ("1", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z", "2026-03-03T09:00:00Z"),
                        ("2", "2026-03-02T09:00:00Z", "", ""), ("3", "2026-03-02T09:00:00Z", "", "2026-03-04T09:00:00Z"),
                        ("4", "2026-03-02T09:00:00Z", "", ""),
                    ],
                    reviews: [
                        ("1", "2026-03-02T10:00:00Z", true), ("1", "2026-03-02T11:00:00Z", false), ("2", "2026-03-02T19:00:00Z", false),
                        ("3", "2026-03-03T09:00:00Z", true),
                    ]), from: "2026-03-01", to: "2026-04-01", expected: 6, n: 2, excluded: ["no-review": 1])
        ])

    package func team(_ histories: Histories, _ context: MeasureContext) -> TeamMeasurement {
        let changes = histories.changes
        guard changes.count > 0 else { return .unavailable(ChangeOpenTime.noChanges) }
        guard changes.firstReviewAt.contains(where: { $0 != Instant.missing }) else {
            return .unavailable(Self.noReviews)
        }
        var rows = MeasuredRows(.changes, unit: .hours, summary: .hours)
        var waiting = MeasuredRows.waiting(.changes)
        for change in 0..<changes.count {
            let opened = changes.openedAt[change]
            let ends = [changes.firstReviewAt[change], changes.mergedAt[change], changes.closedAt[change]]
            waiting.keepWait(change, since: opened, until: ends.filter { $0 != Instant.missing }.min() ?? Instant.missing, context)
            guard opened != Instant.missing else {
                rows.excludeUnopened(change, ends: [changes.firstReviewAt[change], changes.closedAt[change]], context)
                continue
            }
            if changes.firstReviewAt[change] != Instant.missing {
                rows.keepSpan(change, from: opened, to: changes.firstReviewAt[change], context)
            } else if changes.closedAt[change] != Instant.missing {
                rows.exclude(change, endDay: context.day(changes.closedAt[change]), reason: "no-review", startAt: opened)
            }
        }
        rows.parts = [("no review yet, so far", waiting)]
        return .rows(TeamRows(rows, .byRow(changes.people.everyone), context))
    }

    static let noReviews = "The changes carry no submitted reviews by somebody other than their author."
}
