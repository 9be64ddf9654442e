package import HoneFacts

/// What an iteration promised at its start, and how much of that was done at its end.
package struct SayDo: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "say-do", version: 1, name: "Say/do", family: .predictability,
        question: "How much of what a sprint began with was done when it ended?",
        formula:
            "items in an iteration at its start that were finished by its end / items in it at its start; items taken out stay in the denominator, items put in later stand apart",
        unit: .share, direction: .band, startEvent: "iteration started", endEvent: "iteration ended",
        needs: "Iterations with dates, and when each item was put in and taken out: sprints of a Jira with its changelog.",
        misuse: "It invites to promise little. Read it beside throughput and work item age, and set no target above 85 %.",
        guards: ["throughput", "work-item-age"],
        citations: ["Scrum Guide 2020, https://scrumguides.org: a Sprint Backlog is a forecast", "Interval: Wilson, 1927"],
        examples: [
            WorkedExample(
                "Begun with A, B and C, of which A was done in time and C was taken out; D came later.",
                .items([
                    ("A", "", "2026-03-01", "", "2026-03-10"), ("B", "", "2026-03-01", "", "2026-03-20"), ("C", "", "2026-03-01", "", ""),
                    ("D", "", "2026-03-01", "", "2026-03-12"),
                ]).adding(
                    .iteration,
                    [("1", ["started_at": "2026-03-02", "due_at": "2026-03-16", "completed_at": "2026-03-16"], [:], ["key": "1"])]
                ).adding(
                    .iterationItem,
                    [
                        ("1A", ["added_at": "2026-03-01"], [:], ["iteration": "1", "item": "A"]),
                        ("1B", ["added_at": "2026-03-01"], [:], ["iteration": "1", "item": "B"]),
                        ("1C", ["added_at": "2026-03-01", "removed_at": "2026-03-05"], [:], ["iteration": "1", "item": "C"]),
                        ("1D", ["added_at": "2026-03-06"], [:], ["iteration": "1", "item": "D"]),
                    ]), from: "2026-03-01", to: "2026-04-01", expected: 1.0 / 3, n: 3)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let (iterations, items) = (histories.iterations, histories.items)
        guard iterations.count > 0 else {
            return .unavailable("Not available: no source names iterations (sprints) and the items in them.")
        }
        // Without a record of additions, what is in a sprint now is what was left in it, not what it began with.
        let recorded = Set(
            (0..<iterations.count).filter { iterations.members(of: $0).contains { $0.addedAt != Instant.missing } }.map {
                iterations.origin[$0]
            })
        guard !recorded.isEmpty else {
            return .unavailable(
                "Not available: no source says when items were put into a sprint, so what it began with is not known.")
        }
        var rows = MeasuredRows(.iterationItems, unit: .share, summary: .share)
        var later = rows
        for iteration in 0..<iterations.count where recorded.contains(iterations.origin[iteration]) {
            let startedAt = iterations.startedAt[iteration]
            let endedAt =
                iterations.completedAt[iteration] != Instant.missing ? iterations.completedAt[iteration] : iterations.dueAt[iteration]
            guard startedAt != Instant.missing, endedAt != Instant.missing, context.seconds(endedAt) <= context.now else { continue }
            let (start, end, day) = (context.seconds(startedAt), context.seconds(endedAt), context.day(endedAt))
            for position in iterations.memberOffsets[iteration]..<iterations.memberOffsets[iteration + 1] {
                let member = iterations.members[position]
                if member.removedAt != Instant.missing, context.seconds(member.removedAt) <= start { continue }
                let finishedAt = items.finishedAt[member.item]
                let finish = finishedAt == Instant.missing ? nil : context.seconds(finishedAt)
                let value: Double = finish.map { $0 <= end } == true ? 1 : 0
                if member.addedAt != Instant.missing, context.seconds(member.addedAt) > start {
                    later.keep(position, endDay: day, value: value)
                } else if let finish, finish < start {
                    rows.exclude(position, endDay: day, reason: "finished-before-the-start")
                } else {
                    rows.keep(position, endDay: day, value: value, flags: member.removedAt == Instant.missing ? [] : ["taken-out"])
                }
            }
        }
        rows.parts = [("put in after the start", later)]
        return .rows(rows)
    }
}
