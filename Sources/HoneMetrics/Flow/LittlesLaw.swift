package import HoneFacts

/// Whether work in progress, throughput and cycle time agree, and what keeps them from it.
package struct LittlesLaw: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "littles-law", version: 1, name: "Little's law residual", family: .flow,
        question: "Can we plan with averages, or does work pile up beside them?",
        formula:
            "average work in progress - throughput x average cycle time over the window, in items. Work in progress of a day is every item begun on or before it and not gone before it; throughput is finished items a day. Where every item begins and ends inside, the residual is exactly 0. Otherwise it is the sum, over the days of the window, of: days of items that are still open, days of items that left unfinished, less the days before the window of items that finished in it. Stable is marked where arrivals and departures differ no more than two Poisson counts do, or counts that come in bursts as theirs do (95 %), and the average age at the ends of the weeks does not rise (Mann-Kendall, p > 0.05)",
        unit: .items, direction: .none, startEvent: "started", endEvent: "finished, or the window's last day",
        needs: "Transitions with a stage map, or items with start and finish dates.",
        misuse:
            "A residual of 0 is no aim: it can come from equal errors of opposite sign, so read its parts. Forecasts by averages hold only where the process is stable.",
        guards: ["arrival-balance", "work-item-age", "discard-rate"],
        citations: [
            "Little, Operations Research 9(3), 1961, doi:10.1287/opre.9.3.383",
            "Little, Operations Research 59(3), 2011, doi:10.1287/opre.1110.0940: the law over a finite window",
            "Vacanti, Actionable Agile Metrics for Predictability, 2015: its five assumptions",
            "Mann, Econometrica 13, 1945, doi:10.2307/1907187: test of the trend of the age",
        ],
        examples: [
            WorkedExample(
                "Two items inside ten days take 4 and 6 days: 1 item in progress, 0.2 a day x 5 days; nothing is left.",
                .items([("A", "feature", "", "2026-03-02", "2026-03-05"), ("B", "feature", "", "2026-03-04", "2026-03-09")]),
                from: "2026-03-01", to: "2026-03-11", expected: 0, n: 2),
            WorkedExample(
                "A third one is open since the 6th: 5 of its days are in no cycle time, half an item over ten days.",
                .items([
                    ("A", "feature", "", "2026-03-02", "2026-03-05"), ("B", "feature", "", "2026-03-04", "2026-03-09"),
                    ("C", "feature", "", "2026-03-06", ""),
                ]), from: "2026-03-01", to: "2026-03-11", expected: 0.5, n: 3),
        ])

    /// Complexity: O(items + days).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = items.reasonProgressIsUnknown { return .unavailable(reason) }
        let instant = context.levelSeconds
        let zone = context.interpretation.zone
        let window = Window(from: context.window.from, to: max(context.window.from, zone.day(atSeconds: instant) + 1))
        var flow = FlowOverDays(window, context.interpretation)
        var rows = MeasuredRows(.items, unit: .items, summary: .whole(nil))
        for item in context.candidates(items) {
            let start = items.startedAt[item]
            let end: (day: CalendarDay, exit: FlowOverDays.Exit)
            switch items.standing(of: item, atSeconds: instant, context) {
            case .unknown: continue
            case .idle:
                guard start != Instant.missing, context.seconds(start) <= instant,
                    let back = items.returns(of: item).last(where: { $0 <= instant })
                else { continue }
                end = (zone.day(atSeconds: back), .unfinished)
            case .inProgress: end = (window.to, .open)
            case .finished(let at): end = (zone.day(atSeconds: at), .finished)
            case .cancelled(let at): end = (zone.day(atSeconds: at), .unfinished)
            }
            guard end.day >= window.from else { continue }
            guard start != Instant.missing else {
                // Cancelled before the start: it never was in progress.
                if end.exit != .unfinished { rows.exclude(item, endDay: end.day, reason: "no-start-date") }
                continue
            }
            let first = context.day(start)
            guard first <= end.day else {
                rows.exclude(item, endDay: end.day, reason: "ends-before-start")
                continue
            }
            let days = flow.add(from: first, end.day, end.exit)
            rows.keep(item, endDay: end.day, value: Double(days), startAt: start, flags: [end.exit.rawValue])
        }
        return .rows(flow.summarised(rows))
    }
}

extension FlowOverDays {
    /// The rows with the residual as their value, its causes and what it is made of as parts.
    fileprivate func summarised(_ rows: MeasuredRows) -> MeasuredRows {
        func whole(_ value: Double?, _ unit: MetricUnit) -> MeasuredRows { rows.summarised(as: .whole(value), unit: unit) }
        var result = whole(residual, .items)
        result.parts = [
            ("average work in progress", whole(averageInProgress, .items)), ("throughput", whole(throughputPerWeek, .perWeek)),
            ("average cycle time", whole(averageCycleTime, .days)),
            ("from items still open", whole(overDays(openDays), .items)),
            ("from items that left unfinished", whole(overDays(unfinishedDays), .items)),
            ("from the time before the window", whole(overDays(-daysBefore), .items)),
        ]
        if let isStable { result.marks = [isStable ? "stable" : "not-stable"] }
        return result
    }
}
