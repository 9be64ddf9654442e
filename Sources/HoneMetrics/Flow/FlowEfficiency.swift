package import HoneFacts

/// Share of the time in progress in which somebody could work on it.
package struct FlowEfficiency: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "flow-efficiency", version: 1, name: "Flow efficiency", family: .flow,
        question: "Of the time an item is in progress, how much of it is it being worked on?",
        formula:
            "sum of time in active stages, less the union of blocked intervals, over the sum of finish - start; not a mean of ratios",
        unit: .share, direction: .higher, startEvent: "started", endEvent: "finished",
        needs: "Transitions with a stage map that has a waiting stage, or blocked intervals.",
        misuse: "Boards overstate active time, so it is an indicator, not a target.",
        guards: ["cycle-time"],
        citations: ["Modig and Ahlstrom, This is Lean, 2012", "Kersten, Project to Product, 2018"],
        examples: [
            WorkedExample(
                "One day active, one day in the review queue, one hour of review: 25 of 49 hours.",
                .transitions([
                    (
                        "A", "feature",
                        [
                            "2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z Review queue", "2026-03-04T09:00:00Z Review",
                            "2026-03-04T10:00:00Z Done",
                        ]
                    ), ("B", "feature", ["2026-03-02T09:00:00Z Backlog", "2026-03-03T16:00:00Z Done"]),
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: .board, expected: 25.0 / 49, n: 1,
                excluded: ["no-time-in-progress": 1])
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        guard items.hasAnyTransitions else {
            return .unavailable("The items have dates but no transitions, so waiting cannot be told from work.")
        }
        let hasWait = context.interpretation.stages?.hasWaitStage ?? false
        guard hasWait || items.settled.hasBlocked || items.blockedSeconds.contains(where: { $0 > 0 }) else {
            return .unavailable(
                "Not configured: no stage of kind wait behind the commitment in hone.yaml, and no source of blocked intervals.")
        }
        var rows = MeasuredRows(.items, unit: .share, summary: .ratio)
        let (candidates, dates) = (context.candidates(items), ItemDates(items))
        let (active, process) = (NumberReader(items.activeSeconds), NumberReader(items.processSeconds))
        rows.reserve(candidates.count)
        for item in candidates {
            guard items.hasTransitions[item] else {
                rows.excludeWithoutTransitions(item, dates, context)
                continue
            }
            let finishedAt = dates.finishedAt[item]
            guard finishedAt != NumberReader.missing else {
                rows.excludeCancelled(item, dates, context)
                continue
            }
            guard context.needs(finishedAt) else { continue }
            let end = context.day(finishedAt)
            if process[item] > 0 {
                rows.keep(
                    item, endDay: end, value: Double(active[item]), weight: Double(process[item]), flags: dates.flags(item, context))
            } else {
                rows.exclude(item, endDay: end, reason: "no-time-in-progress")
            }
        }
        return .rows(rows)
    }
}
