package import HoneFacts

/// Share of the time in progress in which items were blocked.
package struct BlockedTime: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "blocked-time", version: 1, name: "Blocked time", family: .flow,
        question: "Of the time an item is in progress, how much of it can nobody go on with it?",
        formula:
            "sum of the union of blocked intervals between start and finish / sum of finish - start, over items finished in the window; not a mean of ratios. The hours of the items that were blocked and the share of items that ever were stand beside it",
        unit: .share, direction: .lower, startEvent: "started", endEvent: "finished",
        needs: "Transitions with a stage map, and a source that says when items were blocked: a flag in the tracker.",
        misuse: "What nobody flags is not seen. Flagging less lowers it, so ask whether the flag is used before reading it as good.",
        guards: ["cycle-time", "stalled-work"],
        citations: ["Vacanti, Actionable Agile Metrics for Predictability, 2015: blockers", "Anderson, Kanban, 2010: blocker clustering"],
        examples: [
            WorkedExample(
                "A is in progress for four days and blocked for one of them; B for four days without a block.",
                .transitions([
                    ("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-06T09:00:00Z Done"]),
                    ("B", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-06T09:00:00Z Done"]),
                ]).adding(
                    .block,
                    [
                        ("1", ["blocked_at": "2026-03-03T09:00:00Z", "unblocked_at": "2026-03-03T21:00:00Z"], [:], ["item": "A"]),
                        ("2", ["blocked_at": "2026-03-03T15:00:00Z", "unblocked_at": "2026-03-04T09:00:00Z"], [:], ["item": "A"]),
                    ]), from: "2026-03-01", to: "2026-04-01", interpretation: .board, expected: 0.125, n: 2)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        guard items.settled.hasBlocked || items.blockedSeconds.contains(where: { $0 > 0 }) else {
            return .unavailable("No source says when items were blocked.")
        }
        var all = MeasuredRows(.items, unit: .share, summary: .ratio)
        var hours = MeasuredRows(.items, unit: .hours, summary: .hours)
        var ever = MeasuredRows(.items, unit: .share, summary: .share)
        let dates = ItemDates(items)
        for item in context.candidates(items) {
            guard items.hasTransitions[item] else {
                all.excludeWithoutTransitions(item, dates, context)
                continue
            }
            guard items.finishedAt[item] != Instant.missing else {
                all.excludeCancelled(item, dates, context)
                continue
            }
            guard context.needs(items.finishedAt[item]) else { continue }
            let end = context.day(items.finishedAt[item])
            let (blocked, process) = (items.blockedSeconds[item], items.processSeconds[item])
            guard process > 0 else {
                all.exclude(item, endDay: end, reason: "no-time-in-progress")
                continue
            }
            all.keep(item, endDay: end, value: Double(blocked), weight: Double(process), flags: blocked > 0 ? ["blocked"] : [])
            ever.keep(item, endDay: end, value: blocked > 0 ? 1 : 0)
            if blocked > 0 { hours.keep(item, endDay: end, value: Double(blocked) / 3600) }
        }
        all.parts = [("hours of blocked items", hours), ("items ever blocked", ever)]
        return .rows(all)
    }
}
