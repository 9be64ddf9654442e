package import HoneFacts

/// Promises taken back: items that went back before the commitment.
package struct CommitmentReturns: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "commitment-returns", version: 1, name: "Commitment returns", family: .flow,
        question: "How often do we take back what we had promised to do?",
        formula:
            "moves of an item from the commitment stage or any stage right of it to a stage left of it, in the window; an item can go back more than once. The rate stands beside it: returns for one start in the window",
        unit: .count, direction: .lower, startEvent: "at or past the commitment", endEvent: "back before the commitment",
        needs: "Transitions with a stage map that has a stage before the commitment.",
        misuse:
            "Cancelling and writing the item anew keeps it at zero: look at the discard rate. A return that ends a bad promise early is no failure.",
        guards: ["discard-rate", "arrival-balance"],
        citations: [
            "Anderson, Kanban, 2010: the commitment point",
            "Contested: an item that comes back keeps its first start here; ActionableAgile and others take the last.",
        ],
        examples: [
            WorkedExample(
                "A goes back to the backlog twice, B never: two returns.",
                .transitions([
                    (
                        "A", "feature",
                        [
                            "2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Backlog", "2026-03-04T09:00:00Z Ready",
                            "2026-03-05T09:00:00Z Backlog",
                        ]
                    ), ("B", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Done"]),
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: .board, expected: 2, n: 2)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        guard items.hasAnyTransitions else {
            return .unavailable("The items have dates but no transitions, so nothing can be seen to go back.")
        }
        guard items.mappedStageCount > 0 else { return .unavailable(ItemSpan.noStageMap) }
        guard items.commitment > 0 else {
            return .unavailable("Not configured: no stage in hone.yaml stands before the commitment, so nothing can go back there.")
        }
        var rows = MeasuredRows(.items, unit: .count, summary: .count)
        var rate = MeasuredRows(.items, unit: .ratio, summary: .rateRatio)
        let dates = ItemDates(items)
        for item in context.selected(items) {
            guard items.hasTransitions[item] else {
                rows.excludeWithoutTransitions(item, dates, context)
                continue
            }
            for seconds in items.returns(of: item) {
                let back = Instant(seconds: seconds).rawValue
                guard context.needs(back) else { continue }
                rows.keep(item, endDay: context.day(back), value: 1)
                rate.keep(item, endDay: context.day(back), value: 1)
            }
            let start = items.startedAt[item]
            if start != Instant.missing, context.needs(start) { rate.keep(item, endDay: context.day(start), value: 0) }
        }
        rows.parts = [("returns for one start", rate)]
        return .rows(rows)
    }
}
