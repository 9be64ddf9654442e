package import HoneFacts

/// Items finished in a period.
package struct Throughput: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "throughput", version: 1, name: "Throughput", family: .flow,
        question: "How many items do we finish?",
        formula: "number of items whose day(finished) is in the window; a period without any is 0",
        unit: .items, direction: .none, startEvent: "window begins", endEvent: "finished",
        needs: "Work items with a finish date, or transitions with a stage map.",
        misuse: "Splitting items raises it. It says nothing about size or worth, and comparing teams by it is meaningless.",
        guards: ["lead-time", "reopen-rate"],
        citations: ["Vacanti, Actionable Agile Metrics for Predictability, 2015"],
        examples: [
            WorkedExample(
                "Two of three items finish inside March; the window's end is exclusive.",
                .items([
                    ("A", "feature", "2026-02-02", "2026-02-04", "2026-03-01"), ("B", "bug", "2026-03-03", "2026-03-03", "2026-03-31"),
                    ("C", "bug", "2026-03-02", "2026-03-05", "2026-04-01"),
                ]), from: "2026-03-01", to: "2026-04-01", expected: 2, n: 2)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        var rows = MeasuredRows(.items, unit: .items, summary: .count)
        let (candidates, dates) = (context.candidates(items), ItemDates(items))
        rows.fill(atMost: candidates.count) { rows in
            for item in candidates {
                let finishedAt = dates.finishedAt[item]
                if finishedAt == NumberReader.missing {
                    rows.excludeCancelled(item, dates, context)
                } else if context.needs(finishedAt) {
                    rows.keep(item, endDay: context.day(finishedAt), value: 1)
                }
            }
        }
        return .rows(rows)
    }
}
