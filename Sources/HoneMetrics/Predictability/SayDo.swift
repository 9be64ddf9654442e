package import HoneFacts

/// What an iteration promised at its start, and how much of that was done at its end.
package struct SayDo: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "say-do", version: 3, name: "Say/do", family: .predictability,
        question: "How much of what a sprint began with was done when it ended?",
        formula:
            "items in an iteration at its start that were in a done stage at its end, whatever became of them later / items in it at its start; items taken out stay in the denominator, the same share of the items put in while it ran stands apart, items put in after its end are not its own. An iteration that ends on the day the next one begins counts on the day before",
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
        let iterations: EndedIterations
        switch EndedIterations.of(histories, context) {
        case .failure(let missing): return .unavailable(missing.reason)
        case .success(let ended): iterations = ended
        }
        let items = histories.items
        var rows = MeasuredRows(.iterationItems, unit: .share, summary: .share)
        var later = rows
        for ended in iterations.all {
            for content in ended.contents(histories.iterations, context) {
                let standing = items.standing(of: content.item, atSeconds: ended.end, context)
                let finish: Int64? = if case .finished(let at) = standing { at } else { nil }
                let value: Double = finish == nil ? 0 : 1
                if !content.isFromTheStart {
                    later.keep(content.member, endDay: ended.day, value: value)
                } else if let finish, finish < ended.start {
                    rows.exclude(content.member, endDay: ended.day, reason: "finished-before-the-start")
                } else {
                    rows.keep(content.member, endDay: ended.day, value: value, flags: content.isTakenOut ? ["taken-out"] : [])
                }
            }
        }
        rows.parts = [("done of those put in after the start", later)]
        return .rows(rows)
    }
}
