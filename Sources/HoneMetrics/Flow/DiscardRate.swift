package import HoneFacts

/// Share of the items that left without being done.
package struct DiscardRate: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "discard-rate", version: 1, name: "Discard rate", family: .flow,
        question: "How much of what leaves us was given up instead of done?",
        formula:
            "items cancelled in the window / items cancelled or finished in it. Cancelled is a stage of kind cancelled, or a finish with a reason that hone.yaml lists under cancelled_reasons. A part looks only at items that had been started",
        unit: .share, direction: .band, startEvent: "window begins", endEvent: "finished or cancelled",
        needs: "Items with finish dates, and a word for giving up: a cancelled stage, or cancelled_reasons.",
        misuse:
            "Giving up early is cheap and good; a low rate can mean that nobody says no. It hides behind \"done\" where cancelling needs a reason.",
        guards: ["throughput", "cycle-time"],
        citations: ["Vacanti, Actionable Agile Metrics for Predictability, 2015: items that leave without finishing break Little's law"],
        examples: [
            WorkedExample(
                "One of three items that left in March was cancelled; the open one is in no window.",
                .transitions([
                    ("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-06T16:00:00Z Done"]),
                    ("B", "feature", ["2026-03-03T09:00:00Z Doing", "2026-03-09T09:00:00Z Cancelled"]),
                    ("C", "feature", ["2026-03-04T09:00:00Z Doing", "2026-03-10T09:00:00Z Done"]),
                    ("D", "feature", ["2026-03-04T09:00:00Z Doing"]),
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: .board, expected: 1.0 / 3, n: 3)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        let interpretation = context.interpretation
        guard !interpretation.cancelledReasons.isEmpty || interpretation.stages?.stages.contains(where: { $0.kind == .cancelled }) == true
        else {
            return .unavailable(
                "Not configured: no stage of kind cancelled and no cancelled_reasons in hone.yaml, so giving up looks like done.")
        }
        var all = MeasuredRows(.items, unit: .share, summary: .share)
        var begun = all
        for item in context.candidates(items) {
            let isCancelled = items.cancelledAt[item] != Instant.missing
            let end = isCancelled ? items.cancelledAt[item] : items.finishedAt[item]
            guard end != Instant.missing, context.needs(end) else { continue }
            all.keep(item, endDay: context.day(end), value: isCancelled ? 1 : 0)
            if items.startedAt[item] != Instant.missing {
                begun.keep(item, endDay: context.day(end), value: isCancelled ? 1 : 0)
            } else {
                begun.exclude(item, endDay: context.day(end), reason: isCancelled ? "not-started" : "no-start-date")
            }
        }
        all.parts = [("after the start", begun)]
        return .rows(all)
    }
}
