package import HoneFacts

/// How much an iteration's content changed after it began.
package struct ScopeChange: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "scope-change", version: 2, name: "Scope change", family: .predictability,
        question: "How much of what a sprint began with was changed while it ran?",
        formula:
            "items put in after the start and items taken out between start and end, each once however often it was moved, and not taken out if it came back; what is put in and taken out again is both / items in it at its start, summed over the iterations that ended in the window. An iteration that began with nothing has no share and is left out",
        unit: .ratio, direction: .band, startEvent: "iteration started", endEvent: "iteration ended",
        needs: "Iterations with dates, and when each item was put in and taken out: sprints of a Jira with its changelog.",
        misuse:
            "Change is often right: the metric says how far a sprint's plan is one, not that it should be kept. Starting with little makes every change look large.",
        guards: ["say-do", "throughput"],
        citations: [
            "Scrum Guide 2020, https://scrumguides.org: scope may be clarified and renegotiated within the Sprint",
            "Interval: delete-one-iteration jackknife of a ratio, t(n-1); Efron, 1982, doi:10.1137/1.9781611970319",
        ],
        examples: [
            WorkedExample(
                "Begun with A, B and C; D came in and C went out: two changes on three items.",
                .items([
                    ("A", "", "2026-03-01", "", "2026-03-10"), ("B", "", "2026-03-01", "", ""), ("C", "", "2026-03-01", "", ""),
                    ("D", "", "2026-03-01", "", ""),
                ]).adding(
                    .iteration,
                    [("1", ["started_at": "2026-03-02", "due_at": "2026-03-16", "completed_at": "2026-03-16"], [:], ["key": "1"])]
                ).adding(
                    .iterationItem,
                    [
                        ("1A", ["added_at": "2026-03-01"], [:], ["iteration": "1", "item": "A"]),
                        ("1B", ["added_at": "2026-03-01", "removed_at": "2026-03-16"], [:], ["iteration": "1", "item": "B"]),
                        ("1C", ["added_at": "2026-03-01", "removed_at": "2026-03-05"], [:], ["iteration": "1", "item": "C"]),
                        ("1D", ["added_at": "2026-03-06"], [:], ["iteration": "1", "item": "D"]),
                    ]), from: "2026-03-01", to: "2026-04-01", expected: 2.0 / 3, n: 1)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let iterations: EndedIterations
        switch EndedIterations.of(histories, context) {
        case .failure(let missing): return .unavailable(missing.reason)
        case .success(let ended): iterations = ended
        }
        var all = MeasuredRows(.iterations, unit: .ratio, summary: .ratio)
        var added = all
        var removed = all
        for ended in iterations.all {
            let contents = ended.contents(histories.iterations, context)
            let begun = contents.count { $0.isFromTheStart }
            let (cameIn, wentOut) = (contents.count - begun, contents.count { $0.isTakenOut })
            guard begun > 0 else {
                all.exclude(ended.iteration, endDay: ended.day, reason: "nothing-in-it-at-the-start")
                continue
            }
            all.keep(ended.iteration, endDay: ended.day, value: Double(cameIn + wentOut), weight: Double(begun))
            added.keep(ended.iteration, endDay: ended.day, value: Double(cameIn), weight: Double(begun))
            removed.keep(ended.iteration, endDay: ended.day, value: Double(wentOut), weight: Double(begun))
        }
        all.parts = [("put in", added), ("taken out", removed)]
        return .rows(all)
    }
}
