package import HoneFacts

/// What kinds of work the finished items were.
package struct FlowDistribution: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "flow-distribution", version: 1, name: "Flow distribution", family: .flow,
        question: "What do we spend our finished work on?",
        formula:
            "for each work kind: items of that kind finished in the window / all items finished in it. The value on top is the share whose kind is known",
        unit: .share, direction: .none, startEvent: "window begins", endEvent: "finished",
        needs: "Work items with a finish date and a type, label or title that a work kind rule knows.",
        misuse: "It counts items, not effort. Unclassified work is shown as such and never spread over the others.",
        guards: ["throughput"],
        citations: ["Kersten, Project to Product, 2018: flow distribution"],
        examples: [
            WorkedExample(
                "Two features, one bug, one item of a type no rule knows: three of four are classified.",
                .items([
                    ("A", "feature", "2026-03-02", "", "2026-03-06"), ("B", "bug", "2026-03-03", "", "2026-03-03"),
                    ("C", "feature", "2026-03-02", "", "2026-03-09"), ("D", "Chore", "2026-03-02", "", "2026-03-09"),
                ]), from: "2026-03-01", to: "2026-04-01", expected: 0.75, n: 4)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        let candidates = context.candidates(items)
        let dates = ItemDates(items)
        let finished = candidates.filter { dates.finishedAt[$0] != NumberReader.missing && context.needs(dates.finishedAt[$0]) }
        let days = finished.map { context.day(dates.finishedAt[$0]) }
        func rows(_ isCounted: (WorkKind) -> Bool) -> MeasuredRows {
            var rows = MeasuredRows(.items, unit: .share, summary: .share)
            for (item, day) in zip(finished, days) { rows.keep(item, endDay: day, value: isCounted(items.kind[item]) ? 1 : 0) }
            for item in candidates where dates.finishedAt[item] == NumberReader.missing { rows.excludeCancelled(item, dates, context) }
            return rows
        }
        var all = rows { $0 != .unclassified }
        // The parts are the same for every window: the kinds of all finished items.
        var isMet = [Bool](repeating: false, count: WorkKind.allCases.count)
        for item in context.selected(items) where dates.finishedAt[item] != NumberReader.missing { isMet[items.kind[item].place] = true }
        let met = WorkKind.allCases.filter { isMet[$0.place] }.sorted()
        all.parts = met.map { kind in (kind.rawValue, rows { $0 == kind }) }
        return .rows(all)
    }
}
