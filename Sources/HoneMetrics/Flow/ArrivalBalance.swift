package import HoneFacts

/// Work begun against work that left.
package struct ArrivalBalance: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "arrival-balance", version: 1, name: "Arrival and departure balance", family: .flow,
        question: "Do we begin more than we bring to an end?",
        formula:
            "items that arrived in the window / items that departed in it. Arrived is started, once an item; departed is finished, cancelled after the start, or gone back before the commitment and still there. Where no source says when work began, arrived is requested. Above 1 work piles up",
        unit: .ratio, direction: .band, startEvent: "started, or requested where no start is known",
        endEvent: "finished, cancelled or returned",
        needs:
            "Items with a start and a finish: transitions with a stage map, or dates. With requests and finishes alone it is the balance of the backlog.",
        misuse:
            "Closing old items without doing them balances it on paper: look at the discard rate. An interval that holds 1 is no proof of balance, only no sign against it.",
        guards: ["discard-rate", "wip", "work-item-age"],
        citations: [
            "Vacanti, Actionable Agile Metrics for Predictability, 2015: conservation of flow",
            "Interval: Przyborowski and Wilenski, Homogeneity of Results in Testing Samples from Poisson Series, Biometrika 31(3/4), 1940, exact for two Poisson counts; where they come in bursts, Wedderburn, Biometrika 61(3), 1974, doi:10.1093/biomet/61.3.439",
        ],
        examples: [
            WorkedExample(
                "Three items begin in March, two leave in it: one finished, one cancelled.",
                .transitions([
                    ("A", "feature", ["2026-03-02T09:00:00Z Doing", "2026-03-06T16:00:00Z Done"]),
                    ("B", "feature", ["2026-03-03T09:00:00Z Doing", "2026-03-09T09:00:00Z Cancelled"]),
                    ("C", "feature", ["2026-03-04T09:00:00Z Doing"]), ("D", "feature", ["2026-03-04T09:00:00Z Backlog"]),
                ]), from: "2026-03-01", to: "2026-04-01", interpretation: .board, expected: 1.5, n: 5)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        let reason = items.reasonProgressIsUnknown
        if let reason, !items.requestedAt.isFilled { return .unavailable(reason) }
        let dates = ItemDates(items)
        let (starts, missing) = (reason == nil ? dates.startedAt : dates.requestedAt, NumberReader.missing)
        var all = MeasuredRows(.items, unit: .ratio, summary: .rateRatio)
        var arrivals = MeasuredRows(.items, unit: .perWeek, summary: .perWeek)
        var departures = arrivals
        for item in context.selected(items) {
            let start = starts[item]
            let finish = dates.finishedAt[item]
            guard start != missing else {
                // Cancelled before anybody began is no departure; finished without a known start is one that cannot be paired.
                if finish != missing, context.needs(finish) {
                    let reason = reason == nil ? "no-start-date" : "no-request-date"
                    all.exclude(item, endDay: context.day(finish), reason: reason)
                }
                continue
            }
            if context.needs(start) {
                all.keep(item, endDay: context.day(start), value: 1, flags: ["arrived"])
                arrivals.keep(item, endDay: context.day(start), value: 1)
            }
            var end = finish != missing ? finish : dates.cancelledAt[item]
            if end == missing, items.isReturned[item], let back = items.returns(of: item).last { end = Instant(seconds: back).rawValue }
            guard end != missing, context.needs(end) else { continue }
            all.keep(item, endDay: context.day(end), value: 0, flags: ["departed"])
            departures.keep(item, endDay: context.day(end), value: 1)
        }
        all.source = reason == nil ? "started against left" : "requested against left, because no source says when work began"
        all.parts = [("arrivals", arrivals), ("departures", departures)]
        return .rows(all)
    }
}
