package import HoneFacts

/// Share of the work in progress that has not moved for unusually long.
package struct StalledWork: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "stalled-work", version: 1, name: "Stalled work", family: .flow,
        question: "How much of what we have begun has stopped moving?",
        formula:
            "items in progress at the window's last instant that entered their stage longer ago than a limit / items in progress that can be compared. The limit is a number of days that was asked for; else the product's own past: the days that 95 % of the items finished in the window did not stay in the same stage, where at least 11 did. Days count both ends. Beside it stand what steady work comes to, the share of the finished items' own days on which they had stood that long, and the days since the last move",
        unit: .share, direction: .lower, startEvent: "entered its stage", endEvent: "not yet moved on",
        needs: "Transitions with a stage map.",
        misuse:
            "Moving a card without working on it makes it look alive. A stage that holds much work hides where inside of it things stand.",
        guards: ["work-item-age", "blocked-time"],
        citations: ["Vacanti and Coleman, The Kanban Pocket Guide, 2023: work item age and stale items"],
        examples: [
            WorkedExample(
                "Asked for more than five days: A has been in the same stage since the 2nd, B moved on the 9th.",
                .transitions([
                    ("A", "feature", ["2026-03-02T09:00:00Z Doing"]),
                    ("B", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-09T09:00:00Z Review"]),
                    ("C", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T16:00:00Z Done"]),
                ]), from: "2026-03-01", to: "2026-03-11", interpretation: .board, options: MetricOptions(stalledAfterDays: 5),
                expected: 0.5, n: 2)
        ])

    /// Complexity: O(items + visits).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        guard items.hasAnyTransitions else {
            return .unavailable("The items have dates but no transitions, so nothing can be seen to move.")
        }
        guard items.mappedStageCount > 0 else { return .unavailable(ItemSpan.noStageMap) }
        let asked = context.options.stalledAfterDays.map(Double.init)
        let past = asked == nil ? StagePast(items, context, daysFrom: .entry) : nil
        let instant = context.levelSeconds
        let zone = context.interpretation.zone
        let today = zone.day(atSeconds: instant)
        let empty = MeasuredRows(.items, unit: .share, summary: .levelShare)
        var all = empty
        var byStage: [Int: MeasuredRows] = [:]
        var still = MeasuredRows(.items, unit: context.dateUnit, summary: .levelDays)
        for item in context.candidatesAtLevel(items) {
            guard case .inProgress(let stage, let since) = items.standing(of: item, atSeconds: instant, context) else { continue }
            guard items.hasTransitions[item] else {
                all.exclude(item, endDay: today, reason: "no-transitions")
                continue
            }
            let enteredAt = Instant(seconds: since).rawValue
            let days = Double(context.days(from: zone.day(atSeconds: since), through: today))
            still.keep(item, endDay: today, value: days, startAt: enteredAt)
            guard let limit = asked ?? past?.limits(stage, [95])?.first else {
                all.exclude(item, endDay: today, reason: "too-few-finished-to-compare", startAt: enteredAt)
                byStage[stage, default: empty].exclude(item, endDay: today, reason: "too-few-finished-to-compare", startAt: enteredAt)
                continue
            }
            let isStalled = days > limit
            all.keep(item, endDay: today, value: isStalled ? 1 : 0, startAt: enteredAt, flags: isStalled ? ["stalled"] : [])
            byStage[stage, default: empty].keep(item, endDay: today, value: isStalled ? 1 : 0, startAt: enteredAt)
        }
        all.source = asked.map { "more than \(Int($0)) days without a move" } ?? "longer than 95 % of finished items stayed in the stage"
        all.parts =
            (past.map { [("steady work", $0.daysBeyond(95, context))] } ?? []) + [("days since the last move", still)]
            + byStage.sorted { $0.key < $1.key }.map { (items.stages[$0.key].name, $0.value) }
        return .rows(all)
    }
}
