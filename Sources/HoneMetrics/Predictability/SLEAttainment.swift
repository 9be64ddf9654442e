package import HoneFacts

/// How often work took no longer than people were told to expect.
package struct SLEAttainment: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "sle-attainment", version: 1, name: "Service level attainment", family: .predictability,
        question: "How often is what we begin done within the days we told people to expect?",
        formula:
            "items finished in the window whose day(finished) - day(started) + 1 is at most the days of the service level expectation / items finished in it with a known start. Beside it, items in progress that are older than these days already",
        unit: .share, direction: .higher, startEvent: "started", endEvent: "finished",
        needs: "Cycle times, and an expectation: a percentage and a number of days, as service_level in hone.yaml. None is built in.",
        misuse:
            "An expectation is a forecast, not a promise and no target: set it from the product's own cycle times, and do not stop at it. Work just under the limit in heaps is a sign to look at.",
        guards: ["cycle-time", "work-item-age", "reopen-rate"],
        citations: [
            "Vacanti and Coleman, The Kanban Guide, https://kanbanguides.org: service level expectation",
            "Interval: Wilson, JASA 22, 1927, doi:10.1080/01621459.1927.10502953",
        ],
        examples: [
            WorkedExample(
                "Of three finished items two took at most three days; the open one is five days old.",
                .items([
                    ("A", "feature", "", "2026-03-02", "2026-03-04"), ("B", "feature", "", "2026-03-02", "2026-03-02"),
                    ("C", "feature", "", "2026-03-02", "2026-03-06"), ("D", "feature", "", "2026-03-06", ""),
                ]), from: "2026-03-01", to: "2026-03-11", options: MetricOptions(serviceLevel: ServiceLevel(percent: 85, days: 3)),
                expected: 2.0 / 3, n: 3)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        guard let level = context.serviceLevel else {
            return .unavailable(
                "Not set: say what people may expect with service_level in hone.yaml, or for one time with --sle 85/10 for 85 % within 10 days. hone metric show cycle-time says what the product's own past would allow."
            )
        }
        var dates = context.options
        dates.isElapsed = false
        let dated = MeasureContext(
            interpretation: context.interpretation, window: context.window, options: dates, now: context.now, span: context.span)
        let spans = CycleTime().measure(histories, dated)
        guard case .rows(let times) = spans else { return spans }
        var rows = MeasuredRows(.items, unit: .share, summary: .share)
        for row in 0..<times.count {
            let (item, day) = (Int(times.index[row]), times.endDay[row])
            if let reason = times.exclusion[row] {
                rows.exclude(item, endDay: day, reason: reason, startAt: times.startAt(row))
            } else {
                let isKept = times.value[row] <= Double(level.days)
                rows.keep(item, endDay: day, value: isKept ? 1 : 0, startAt: times.startAt(row), flags: times.flags[row])
            }
        }
        if case .rows(let ages) = WorkItemAge().measure(histories, dated) {
            var open = MeasuredRows(.items, unit: .share, summary: .levelShare)
            for row in 0..<ages.count {
                let (item, day) = (Int(ages.index[row]), ages.endDay[row])
                if let reason = ages.exclusion[row] {
                    open.exclude(item, endDay: day, reason: reason)
                } else {
                    open.keep(item, endDay: day, value: ages.value[row] > Double(level.days) ? 1 : 0)
                }
            }
            rows.parts = [("in progress and older already", open)]
        }
        rows.source = "expected: \(level.text)" + (context.options.calendar == .working ? ", counted in working days" : "")
        return .rows(rows)
    }
}
