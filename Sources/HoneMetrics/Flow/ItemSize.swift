package import HoneFacts

/// How large the finished items are: what a count of them does not say.
package struct ItemSize: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "item-size", version: 2, name: "Item size", family: .flow,
        question: "How large is what we finish?",
        formula:
            "estimated hours of each item finished in the window. Where nothing is estimated anywhere: the hours logged on it. The two are never mixed",
        unit: .workHours, direction: .none, startEvent: "estimated, or work logged", endEvent: "finished",
        needs: "Estimated or logged hours on items: the columns estimated and logged of a CSV source, or a Jira export.",
        misuse:
            "No target: there is no right size. It is read beside counts of items, which rise without more work where items are cut smaller.",
        guards: ["throughput", "lead-time"],
        citations: ["Interval of the median: order statistics; Hahn and Meeker, Statistical Intervals, 1991, section 5.2"],
        examples: [
            WorkedExample(
                "Estimated at 2, 4 and 8 hours; a fourth item has no estimate, though hours were logged on it.",
                .items([
                    ("A", "feature", "2026-03-02", "", "2026-03-06"), ("B", "bug", "2026-03-03", "", "2026-03-03"),
                    ("C", "tool", "2026-03-02", "", "2026-03-09"), ("D", "bug", "2026-03-02", "", "2026-03-09"),
                ]).with("estimated_seconds", ["A": 7200, "B": 14_400, "C": 28_800]).with("logged_seconds", ["D": 3600]),
                from: "2026-03-01", to: "2026-04-01", expected: 4, n: 3, excluded: ["no-estimate": 1])
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        guard let sizes = items.sizes else {
            return .unavailable(
                "No item carries estimated or logged hours. A CSV source maps the columns estimated and logged.")
        }
        var rows = MeasuredRows(.items, unit: .workHours, summary: .hours)
        rows.source = sizes.isEstimated ? "estimates" : "logged time"
        let dates = ItemDates(items)
        for item in context.candidates(items) {
            guard items.finishedAt[item] != Instant.missing else {
                rows.excludeCancelled(item, dates, context)
                continue
            }
            guard context.needs(items.finishedAt[item]) else { continue }
            let end = context.day(items.finishedAt[item])
            if sizes.seconds[item] == Instant.missing {
                rows.exclude(item, endDay: end, reason: sizes.isEstimated ? "no-estimate" : "no-logged-time")
            } else {
                rows.keep(item, endDay: end, value: Double(sizes.seconds[item]) / 3600)
            }
        }
        return .rows(rows)
    }
}

extension ItemHistories {
    /// What is known of how large items are: estimates, else logged time, never both; nil where there is neither.
    var sizes: (seconds: ItemNumbers, isEstimated: Bool)? {
        if estimatedSeconds.isFilled { return (estimatedSeconds, true) }
        return loggedSeconds.isFilled ? (loggedSeconds, false) : nil
    }
}
