package import HoneFacts

/// Items begun and not finished at one instant.
package struct WorkInProgress: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "wip", version: 1, name: "Work in progress", family: .flow,
        question: "How many things have we begun and not finished?",
        formula:
            "items in a waiting or active stage at or right of the commitment, at the last instant before the window's end; what happened later does not rewrite it",
        unit: .items, direction: .band, startEvent: "at or past the commitment", endEvent: "not yet finished, cancelled or returned",
        needs: "Transitions with a stage map, or items with a start date.",
        misuse: "Keeping work off the board lowers it.",
        guards: ["throughput", "work-item-age"],
        citations: ["Little, Operations Research 9(3), 1961, doi:10.1287/opre.9.3.383"],
        examples: [
            WorkedExample(
                "At the end of the 3rd one item is in review, one is done, one is not begun.",
                .transitions([
                    ("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Review"]),
                    ("B", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T16:00:00Z Done"]),
                    ("C", "feature", ["2026-03-02T09:00:00Z Backlog"]),
                ]), from: "2026-03-01", to: "2026-03-04", interpretation: .board, expected: 1, n: 1,
                excluded: ["not-started": 1])
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = items.reasonProgressIsUnknown { return .unavailable(reason) }
        let instant = context.levelSeconds
        let day = context.interpretation.zone.day(atSeconds: instant)
        var rows = MeasuredRows(.items, unit: .items, summary: .level)
        var byStage: [Int: MeasuredRows] = [:]
        let dates = ItemDates(items)
        for item in context.candidatesAtLevel(items) {
            guard let stage = items.stage(of: item, atSeconds: instant) else { continue }
            guard items.isInProgress(stage) else {
                rows.excludeIdle(item, in: stage, items, day: day, atSeconds: instant, context)
                continue
            }
            rows.keep(item, endDay: day, value: 1, flags: dates.flags(item, context))
            byStage[stage, default: MeasuredRows(.items, unit: .items, summary: .level)].keep(item, endDay: day, value: 1)
        }
        if items.mappedStageCount > 0 {
            rows.parts = byStage.sorted { $0.key < $1.key }.map { (items.stages[$0.key].name, $0.value) }
        }
        return .rows(rows)
    }
}
