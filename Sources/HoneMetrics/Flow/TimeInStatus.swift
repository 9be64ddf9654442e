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

    /// Complexity: O(transitions + items x statuses), items finished in the window.
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        let candidates = context.candidates(items)
        var isWanted = [Bool](repeating: false, count: items.count)
        for item in candidates where items.finishedAt[item] != Instant.missing && context.needs(items.finishedAt[item]) {
            isWanted[item] = true
        }
        // Which statuses there are to show is the same for every window: those that any finished item was in.
        var ends = [Int64](repeating: .min, count: items.count)
        for item in context.selected(items) where items.finishedAt[item] != Instant.missing {
            ends[item] = context.seconds(items.finishedAt[item])
        }
        let trails = histories.statuses.trails(of: items, isWanted, ends: ends, context.interpretation.zone, now: histories.now)
        guard !trails.statuses.isEmpty else {
            return .unavailable("The items have dates but no transitions, so their statuses are not known.")
        }
        var all = MeasuredRows(.items, unit: .hours, summary: .hours)
        var byStatus = [MeasuredRows](repeating: all, count: trails.statuses.count)
        var seconds = [Int64?](repeating: nil, count: trails.statuses.count)
        let dates = ItemDates(items)
        for item in candidates {
            guard isWanted[item] else {
                if items.finishedAt[item] == Instant.missing { all.excludeCancelled(item, dates, context) }
                continue
            }
            let end = context.day(items.finishedAt[item])
            let steps = trails.steps(of: item)
            guard let first = steps.first else {
                all.exclude(item, endDay: end, reason: "no-transitions")
                continue
            }
            let finish = ends[item]
            for status in seconds.indices { seconds[status] = nil }
            for (place, step) in zip(steps.indices, steps) where step.at < finish {
                let leftAt = place + 1 < steps.endIndex ? min(finish, steps[place + 1].at) : finish
                seconds[Int(step.status)] = (seconds[Int(step.status)] ?? 0) + leftAt - step.at
            }
            let total = seconds.reduce(0) { $0 + ($1 ?? 0) }
            all.keep(item, endDay: end, value: Double(total) / 3600, startAt: Instant(seconds: first.at).rawValue)
            for status in seconds.indices where trails.isMet[status] {
                if let spent = seconds[status] {
                    byStatus[status].keep(item, endDay: end, value: Double(spent) / 3600)
                } else {
                    byStatus[status].exclude(item, endDay: end, reason: "never-visited")
                }
            }
        }
        all.parts = trails.statuses.indices.filter { trails.isMet[$0] }.map { (trails.statuses[$0], byStatus[$0]) }
            .sorted { $0.name.lowercased() < $1.name.lowercased() }
        return .rows(all)
    }
}
