package import HoneFacts

/// Started to finished.
package struct CycleTime: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "cycle-time", version: 1, name: "Cycle time", family: .flow,
        question: "Once we begin something, how long until it is finished?",
        formula:
            "day(finished) - day(started) + 1; started is the first entry into the commitment stage or any stage right of it, finished the start of the last unbroken stay in a done stage",
        unit: .days, direction: .lower, startEvent: "started", endEvent: "finished",
        needs: "Transitions with a stage map, or items with a start and a finish date.",
        misuse:
            "Starting late on paper, or splitting items, makes it shorter without anybody waiting less. Never a measure of a person.",
        guards: ["reopen-rate", "lead-time"],
        citations: [
            "Vacanti, Actionable Agile Metrics for Predictability, 2015",
            "Contested: an item that went back before the commitment keeps its first start here; some tools take the last.",
        ],
        examples: [
            WorkedExample(
                "Monday to Friday is five days; a jump straight to done is one day.",
                .transitions([
                    ("A", "feature", ["2026-03-01T08:00:00Z Backlog", "2026-03-02T09:00:00Z Doing", "2026-03-06T16:00:00Z Done"]),
                    ("B", "feature", ["2026-03-01T08:00:00Z Backlog", "2026-03-03T09:00:00Z Done"]),
                    ("C", "feature", ["2026-03-01T08:00:00Z Backlog", "2026-03-03T09:00:00Z Doing", "2026-03-04T09:00:00Z Cancelled"]),
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: .board, expected: 1, n: 2, excluded: ["cancelled": 1])
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        ItemSpan(
            start: \.startedAt, missingStart: "no-start-date", unavailable: ItemSpan.noStarts
        ).measure(histories, context)
    }
}
