package import HoneFacts

/// How old the open items are beside those that were finished, stage by stage.
package struct AgingPace: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "aging-pace", version: 1, name: "Aging pace", family: .flow,
        question: "Which of the things we have begun are older than what we usually finish was at the same stage?",
        formula:
            "items in progress at the window's last instant that are older than 85 % of the items finished in the window were when they last left the same stage / items in progress whose stage at least 11 finished items have left; age is day(now) - day(started) + 1. Parts: what steady work comes to, the share of the finished items' own days on which they were that old; each stage; and the ages that 50, 70, 85 and 95 % of the finished items had not passed when they left it",
        unit: .share, direction: .lower, startEvent: "started", endEvent: "not yet finished",
        needs: "Transitions with a stage map, or items with start dates; at least 11 items finished in the window.",
        misuse:
            "15 % is not what to compare with, as an item that is open is seen in the middle of its days: compare with steady work. The bands are the product's own past, so a slow past makes old items look young: read cycle time beside it. It says which item to talk about, not whose it is.",
        guards: ["work-item-age", "cycle-time", "discard-rate"],
        citations: [
            "Vacanti, Actionable Agile Metrics for Predictability, 2015: aging work in progress with pace percentiles",
            "Interval of a percentile: David and Nagaraja, Order Statistics, 2003, doi:10.1002/0471722162",
        ],
        examples: [
            WorkedExample(
                "Eleven finished items were 1 to 11 days old when they left; 85 % of them were at most 10. One open item is 12 days old, one is 3.",
                .items(
                    (1...11).map { ("F\($0)", "feature", "", "2026-03-02", "2026-03-\($0 < 9 ? "0" : "")\($0 + 1)") } + [
                        ("A", "feature", "", "2026-03-09", ""), ("B", "feature", "", "2026-03-18", ""),
                        ("C", "feature", "2026-03-18", "", ""),
                    ]), from: "2026-03-01", to: "2026-03-21", expected: 0.5, n: 2, excluded: ["not-started": 1])
        ])

    static let bands = [50, 70, 85, 95]
    /// Of the ages within the 50th, 70th, 85th and 95th percentile, and beyond.
    static let bandFlags = ["within-p50", "p50-to-p70", "p70-to-p85", "p85-to-p95", "beyond-p95"]

    /// Complexity: O(items + visits).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = items.reasonProgressIsUnknown { return .unavailable(reason) }
        let past = StagePast(items, context, daysFrom: .start)
        let instant = context.levelSeconds
        let today = context.interpretation.zone.day(atSeconds: instant)
        let empty = MeasuredRows(.items, unit: .share, summary: .levelShare)
        var all = empty
        var byStage: [Int: MeasuredRows] = [:]
        for item in context.candidatesAtLevel(items) {
            guard let stage = items.stage(of: item, atSeconds: instant) else { continue }
            guard items.isInProgress(stage) else {
                all.excludeIdle(item, in: stage, items, day: today, atSeconds: instant, context)
                continue
            }
            let start = items.startedAt[item]
            guard start != Instant.missing, context.day(start) <= today else {
                all.exclude(item, endDay: today, reason: "no-start-date")
                continue
            }
            guard let limits = past.limits(stage, Self.bands) else {
                all.exclude(item, endDay: today, reason: "too-few-finished-to-compare", startAt: start)
                byStage[stage, default: empty].exclude(item, endDay: today, reason: "too-few-finished-to-compare", startAt: start)
                continue
            }
            let age = Double(context.days(from: context.day(start), through: today))
            let band = limits.count { age > $0 }
            all.keep(item, endDay: today, value: band > 2 ? 1 : 0, startAt: start, flags: [Self.bandFlags[band]])
            byStage[stage, default: empty].keep(item, endDay: today, value: band > 2 ? 1 : 0, startAt: start, flags: [Self.bandFlags[band]])
        }
        all.parts.append(("steady work", past.daysBeyond(85, context)))
        for stage in items.stages.indices {
            let name = items.stages[stage].name
            if let open = byStage[stage] { all.parts.append((name, open)) }
            guard past.limits(stage, Self.bands) != nil else { continue }
            for percent in Self.bands {
                all.parts.append(("\(name): p\(percent)", past.rows[stage].summarised(as: .percentile(percent), unit: context.dateUnit)))
            }
        }
        return .rows(all)
    }
}
