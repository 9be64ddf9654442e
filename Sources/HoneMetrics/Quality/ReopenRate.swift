package import HoneFacts

/// Share of finished items that came back.
package struct ReopenRate: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "reopen-rate", version: 3, name: "Reopen rate", family: .quality,
        question: "How often was finished not finished?",
        formula:
            "items first finished in the window that later left a done stage / items first finished in it; items that are cancelled now were never finished, and are left out",
        unit: .share, direction: .lower, startEvent: "first finished", endEvent: "left a done stage again",
        needs: "Transitions with a stage map; or a tracker that says when it closed and reopened an item.",
        misuse: "A new ticket for the same defect keeps it at zero. The last weeks look better than they are: items can still come back.",
        guards: ["lead-time"],
        citations: ["Shihab et al., Empirical Software Engineering 18, 2013, doi:10.1007/s10664-012-9228-6"],
        examples: [
            WorkedExample(
                "One of two finished items went back to work.",
                .transitions([
                    (
                        "A", "feature",
                        [
                            "2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Done", "2026-03-04T09:00:00Z Doing",
                            "2026-03-05T10:00:00Z Done",
                        ]
                    ), ("B", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T16:00:00Z Done"]),
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: .board, expected: 0.5, n: 2)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        guard items.hasAnyTransitions || items.hasClosings.contains(true) else {
            return .unavailable("The items have dates but no transitions, so nothing can be seen to come back.")
        }
        var rows = MeasuredRows(.items, unit: .share, summary: .share)
        let (candidates, dates) = (context.candidates(items), ItemDates(items))
        rows.fill(atMost: candidates.count) { rows in
            for item in candidates {
                guard items.hasTransitions[item] || items.hasClosings[item] else {
                    rows.excludeWithoutTransitions(item, dates, context)
                    continue
                }
                let finishedAt = dates.firstFinishedAt[item]
                guard finishedAt != NumberReader.missing, dates.cancelledAt[item] == NumberReader.missing else {
                    rows.excludeCancelled(item, dates, context)
                    continue
                }
                guard context.needs(finishedAt) else { continue }
                rows.keep(
                    item, endDay: context.day(finishedAt), value: items.isReopened[item] ? 1 : 0, flags: dates.flags(item, context))
            }
        }
        return .rows(rows)
    }
}
