package import HoneFacts
internal import HoneStatistics

/// How unequally reviews are spread over the people of a product.
package struct ReviewLoadSpread: TeamMetric {
    package init() {}

    package let definition = MetricDefinition(
        id: "review-load-spread", version: 3, name: "Review load spread", family: .collaboration,
        question: "Do a few of us carry the reviews of all?",
        formula:
            "Gini's coefficient, corrected for the number of people, of the reviews submitted, before they were merged, on changes merged in the window, over everybody who opened or reviewed one of them; authors' own reviews and programs left out. 0 is all alike, 1 is one does all. Parts: the share of who reviews most, and how few do half. Limits by leaving out one change at a time. All of it in steps of 5 %, over four weeks and more, so that nobody can be worked out from it. Not made for fewer people than the smallest group",
        unit: .share, direction: .band, startEvent: "change opened", endEvent: "change merged",
        needs: "Changes with their authors and reviewers: an export of GitHub objects with timelines.",
        misuse:
            "Alike is no goal in itself: who knows a part reviews it. Never ask who it is; it is a risk of being overloaded and of waiting, and no rank of people.",
        guards: ["time-to-first-review", "merged-without-review", "knowledge-concentration"],
        citations: [
            "Gini, Variabilità e mutabilità, 1912; correction: Deltas, 2003, doi:10.1162/rest.2003.85.1.226",
            "Hajari, Malmir, Mirsaeedi and Rigby, Factoring Expertise, Workload, and Turnover Into Code Review Recommendation, IEEE TSE 50(4), 2024, doi:10.1109/TSE.2024.3366753: Gini of the review load",
        ],
        examples: [
            WorkedExample(
                "Four reviews by one of three people, and none by the two others: 1. With the fewest that a group may be, three.",
                TeamExample.changes([
                    ("!1", "Ann", ["Bo"]), ("!2", "Ann", ["Bo"]), ("!3", "Cy", ["Bo"]), ("!4", "Cy", ["Bo"]), ("!5", "Ann", []),
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: Interpretation(smallestGroup: 3), expected: 1, n: 4,
                excluded: ["not-reviewed": 1])
        ])

    /// Complexity: O(reviews + people x kinds of changes).
    package func team(_ histories: Histories, _ context: MeasureContext) -> TeamMeasurement {
        let changes = histories.changes
        guard changes.count > 0 else { return .unavailable(ChangeOpenTime.noChanges) }
        guard changes.people.count > 0 else {
            return .unavailable("The changes do not say who opened and who reviewed them.")
        }
        if let refusal = SpreadRows.refusal(context) { return .unavailable(refusal) }
        var group: Set<Int> = []
        var reviews: [ArraySlice<Int>] = []
        var kept: [(change: Int, day: CalendarDay)] = []
        var excluded: [(change: Int, day: CalendarDay)] = []
        for change in 0..<changes.count where changes.mergedAt[change] != Instant.missing {
            let day = context.day(changes.mergedAt[change])
            guard context.window.contains(day) else { continue }
            group.formUnion(changes.people.everyone[change])
            if changes.people.reviewers[change].isEmpty {
                excluded.append((change, day))
            } else {
                reviews.append(changes.people.reviewers[change])
                kept.append((change, day))
            }
        }
        let spread = GroupSpread(reviews, of: group, context.interpretation)
        return .rows(
            SpreadRows.rows(.changes, spread, group: group.count, context) { rows in
                for row in kept { rows.keep(row.change, endDay: row.day, value: Double(changes.people.reviewers[row.change].count)) }
                for row in excluded { rows.exclude(row.change, endDay: row.day, reason: "not-reviewed") }
            })
    }
}

/// The rows of a spread over people, with its parts.
///
/// From exact values, and from windows a day apart, anybody could work out how much each of a few people did: values are rounded to
/// twentieths, and a window has four weeks at least.
enum SpreadRows {
    private static let fewestDays = 28

    /// Why there is no number for a window; nil where there is.
    static func refusal(_ context: MeasureContext) -> String? {
        context.window.length >= fewestDays
            ? nil : "How work is spread is told of four weeks and more: of fewer days it would be about single people."
    }

    private static func rounded(_ share: Double, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero) -> Double {
        // Twentieths that are no more than a rounding error away are themselves.
        (share * 20 + (rule == .down ? 1e-9 : rule == .up ? -1e-9 : 0)).rounded(rule) / 20
    }

    static func rows(
        _ subject: MeasuredRows.Subject, _ spread: GroupSpread?, group: Int, _ context: MeasureContext,
        fill: (inout MeasuredRows) -> Void
    ) -> TeamRows {
        func made(_ unit: MetricUnit, _ value: Double?) -> MeasuredRows {
            var rows = MeasuredRows(subject, unit: unit, summary: .whole(value))
            fill(&rows)
            return rows
        }
        var rows = made(.share, spread.map { rounded($0.gini) })
        rows.interval = spread?.giniInterval
        if let exact = spread?.giniInterval {
            rows.interval?.lower = rounded(exact.lower, .down)
            rows.interval?.upper = rounded(exact.upper, .up)
        }
        rows.parts = [
            ("share of who holds most", made(.share, spread.map { rounded($0.shareOfLargest) })),
            ("how few hold half", made(.count, spread.map { Double($0.fewestWithHalf) })),
        ]
        return TeamRows(rows, .together(group), context)
    }
}
