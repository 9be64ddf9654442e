package import HoneFacts

/// Time in each status of the tracker, whether a stage names it or not.
package struct TimeInStatus: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "time-in-status", version: 1, name: "Time in status", family: .flow,
        question: "In which of the tracker's own statuses do items spend their time?",
        formula:
            "hours an item spent in a status up to its finish, all its stays added up; one part a status, in the tracker's own words without case, mapped in hone.yaml or not. The value on top is first known status to finish. The statuses that the finish itself enters have no time",
        unit: .hours, direction: .lower, startEvent: "entered its first known status", endEvent: "finished",
        needs: "Transitions of items that are finished.",
        misuse:
            "A status is what somebody clicked, and time on a board is not work: stage time, with the statuses mapped, says what they mean. Adding statuses makes each of them short.",
        guards: ["stage-time", "cycle-time"],
        citations: [
            "Poppendieck, Lean Software Development, 2003: value stream map", "jirametrics, https://jirametrics.org: cycle time by status",
        ],
        examples: [
            WorkedExample(
                "A day in Doing, then two in a status that no stage names.",
                .transitions([
                    ("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-03T09:00:00Z On hold", "2026-03-05T09:00:00Z Done"]),
                    ("B", "feature", ["2026-03-02T09:00:00Z Doing"]),
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: .board, expected: 72, n: 1)
        ])

    /// Complexity: O(n log n), n transitions, and O(finished items x statuses).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        let trails = histories.statuses.trails(of: items, context.interpretation.zone, now: histories.now)
        guard !trails.steps.isEmpty else {
            return .unavailable("Not available: the items have dates but no transitions, so their statuses are not known.")
        }
        var all = MeasuredRows(.items, unit: .hours, summary: .hours)
        var byStatus = [MeasuredRows](repeating: all, count: trails.statuses.count)
        var seconds = [Int64?](repeating: nil, count: trails.statuses.count)
        var firstStep = [Int](repeating: -1, count: items.count)
        for (place, step) in trails.steps.enumerated().reversed() { firstStep[Int(step.item)] = place }
        for item in context.candidates(items) {
            guard items.finishedAt[item] != Instant.missing else {
                all.excludeCancelled(item, items, context)
                continue
            }
            guard context.needs(items.finishedAt[item]) else { continue }
            let end = context.day(items.finishedAt[item])
            guard firstStep[item] >= 0 else {
                all.exclude(item, endDay: end, reason: "no-transitions")
                continue
            }
            let finish = context.seconds(items.finishedAt[item])
            for status in seconds.indices { seconds[status] = nil }
            var place = firstStep[item]
            let first = trails.steps[place].at
            while place < trails.steps.count, Int(trails.steps[place].item) == item {
                let step = trails.steps[place]
                place += 1
                let enteredAt = context.seconds(step.at)
                guard enteredAt < finish else { break }
                let isLast = place == trails.steps.count || Int(trails.steps[place].item) != item
                let leftAt = isLast ? finish : min(finish, context.seconds(trails.steps[place].at))
                seconds[Int(step.status)] = (seconds[Int(step.status)] ?? 0) + leftAt - enteredAt
            }
            let total = seconds.reduce(0) { $0 + ($1 ?? 0) }
            all.keep(item, endDay: end, value: Double(total) / 3600, startAt: first)
            for (status, spent) in seconds.enumerated() {
                if let spent {
                    byStatus[status].keep(item, endDay: end, value: Double(spent) / 3600)
                } else {
                    byStatus[status].exclude(item, endDay: end, reason: "never-visited")
                }
            }
        }
        let isMet = trails.isMet(before: items.finishedAt, context.selected(items), context)
        all.parts = trails.statuses.indices.filter { isMet[$0] }.map { (trails.statuses[$0], byStatus[$0]) }
            .sorted { $0.name.lowercased() < $1.name.lowercased() }
        return .rows(all)
    }
}

extension StatusTrails.Trails {
    /// Which statuses any finished item was in before its finish: the same for every window.
    fileprivate func isMet(before finishes: ItemNumbers, _ items: ItemSelection, _ context: MeasureContext) -> [Bool] {
        var isMet = [Bool](repeating: false, count: statuses.count)
        var limit = [Int64](repeating: .min, count: finishes.count)
        for item in items where finishes[item] != Instant.missing { limit[item] = context.seconds(finishes[item]) }
        for step in steps where !isMet[Int(step.status)] && context.seconds(step.at) < limit[Int(step.item)] {
            isMet[Int(step.status)] = true
        }
        return isMet
    }
}
