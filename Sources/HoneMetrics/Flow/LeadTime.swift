package import HoneFacts

/// Requested to finished.
package struct LeadTime: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "lead-time", version: 1, name: "Lead time", family: .flow,
        question: "How long does somebody who asks for something wait until it is finished?",
        formula: "day(finished) - day(requested) + 1, both in the product's zone; with --elapsed the hours between the two instants",
        unit: .days, direction: .lower, startEvent: "requested", endEvent: "finished",
        needs: "Work items with the date they were requested and the date they were finished.",
        misuse:
            "Closing and re-creating old requests makes it look short, and so does not writing requests down. Items that are still open are not in it: hold work item age beside it.",
        guards: ["reopen-rate", "defect-removal-effectiveness"],
        citations: [
            "Vacanti, Actionable Agile Metrics for Predictability, 2015",
            "Contested name: the Kanban Method says lead time for commitment to done. Here it starts at the request.",
        ],
        examples: [
            WorkedExample(
                "Asked for on Monday the 2nd, finished on Friday the 6th: five days. The same day: one day, never zero.",
                .items([
                    ("A", "feature", "2026-03-02", "2026-03-04", "2026-03-06"), ("B", "bug", "2026-03-03", "2026-03-03", "2026-03-03"),
                    ("C", "bug", "2026-03-02", "", "2026-03-09"), ("D", "bug", "", "2026-03-02", "2026-03-09"),
                ]), from: "2026-03-01", to: "2026-04-01", expected: 5, n: 3, excluded: ["no-request-date": 1]),
            WorkedExample(
                "Requested Friday, finished Monday: four days, of which two are working days.",
                .items([("A", "feature", "2026-03-06", "2026-03-06", "2026-03-09")]), from: "2026-03-01", to: "2026-04-01",
                options: MetricOptions(calendar: .working), expected: 2, n: 1),
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        ItemSpan(
            start: \.requestedAt, missingStart: "no-request-date",
            unavailable: "No item says when it was requested: map the column with requestedOn in hone.yaml."
        ).measure(histories, context)
    }
}
