package import HoneFacts

/// How long the open items have been open.
package struct WorkItemAge: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "work-item-age", version: 1, name: "Work item age", family: .flow,
        question: "How long have the things we have begun been waiting to be finished?",
        formula: "day(now) - day(started) + 1 for each item in progress; now is the last instant before the window's end",
        unit: .days, direction: .lower, startEvent: "started", endEvent: "not yet finished",
        needs: "Transitions with a stage map, or items with a start date.",
        misuse: "Moving a card back and forth does not reset it here: the first start counts.",
        guards: ["throughput"],
        citations: ["Vacanti and Coleman, The Kanban Pocket Guide, 2023: work item age"],
        examples: [
            WorkedExample(
                "Begun on the 2nd and still open on the 10th: nine days.",
                .items([("A", "feature", "2026-03-01", "2026-03-02", ""), ("B", "bug", "2026-03-03", "2026-03-03", "2026-03-04")]),
                from: "2026-03-01", to: "2026-03-11", expected: 9, n: 1)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = items.reasonProgressIsUnknown { return .unavailable(reason) }
        let instant = context.levelSeconds
        let today = context.interpretation.zone.day(atSeconds: instant)
        let isElapsed = context.options.isElapsed
        if isElapsed, !items.startedAt.contains(where: { $0 & 1 == 0 && $0 != Instant.missing }) {
            return .unavailable("The dates of this source have no time of day, so hours since the start are not known.")
        }
        var rows = MeasuredRows(.items, unit: context.spanUnit, summary: isElapsed ? .levelHours : .levelDays)
        let dates = ItemDates(items)
        for item in context.candidatesAtLevel(items) {
            guard let stage = items.stage(of: item, atSeconds: instant) else { continue }
            guard items.isInProgress(stage) else {
                rows.excludeIdle(item, in: stage, items, day: today, atSeconds: instant, context)
                continue
            }
            let start = items.startedAt[item]
            guard start != Instant.missing else {
                rows.exclude(item, endDay: today, reason: "no-start-date")
                continue
            }
            if isElapsed, start & 1 == 1 {
                rows.exclude(item, endDay: today, reason: "day-precision")
            } else {
                let hours = Double(instant + 1 - context.seconds(start)) / 3600
                let value = isElapsed ? hours : Double(context.days(from: context.day(start), through: today))
                rows.keep(item, endDay: today, value: value, flags: dates.flags(item, context))
            }
        }
        return .rows(rows)
    }
}
