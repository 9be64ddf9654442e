package import HoneFacts

/// How long items take when those that are still open count too.
package struct OpenItemsSurvival: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "open-items-survival", version: 2, name: "Time to finish, open items included", family: .flow,
        question: "How long does what we begin really take, with what is still open counted too?",
        formula:
            "median of Kaplan and Meier's curve over all items ever begun by the window's end: day(finished) - day(started) + 1, or the age of those open at its last instant, which are known to take longer. Cancelled items count as open until they left. The share done within 7, 14, 30, 60 and 90 days and the median of finished items alone stand beside it; a flag says where the median or the 85th percentile of finished items alone differs by more than 10 %",
        unit: .days, direction: .lower, startEvent: "started", endEvent: "finished, or the window's last instant",
        needs: "Transitions with a stage map, or items with a start date.",
        misuse:
            "It looks at all the past, so it moves slowly. Old items that everybody has forgotten pull it up, which is right until they are cancelled; cancelled items are assumed to have been like the others.",
        guards: ["cycle-time", "discard-rate", "work-item-age"],
        citations: [
            "Kaplan and Meier, JASA 53, 1958, doi:10.1080/01621459.1958.10501452",
            "Interval: Brookmeyer and Crowley, Biometrics 38, 1982, doi:10.2307/2530286, with the log-log interval of Kalbfleisch and Prentice",
        ],
        examples: [
            WorkedExample(
                "Finished after 1, 2 and 4 days, and one open for 9: three quarters are done within 4 days, half within 2.",
                .items([
                    ("A", "feature", "", "2026-03-02", "2026-03-02"), ("B", "feature", "", "2026-03-02", "2026-03-03"),
                    ("C", "feature", "", "2026-03-02", "2026-03-05"), ("D", "feature", "", "2026-03-02", ""),
                    ("E", "feature", "", "", "2026-03-05"),
                ]), from: "2026-03-01", to: "2026-03-11", expected: 2, n: 4, excluded: ["no-start-date": 1])
        ])

    /// Complexity: O(items log items).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = items.reasonProgressIsUnknown { return .unavailable(reason) }
        let instant = context.levelSeconds
        let zone = context.interpretation.zone
        let today = zone.day(atSeconds: instant)
        var rows = MeasuredRows(.items, unit: context.dateUnit, summary: .survival)
        var finished = MeasuredRows(.items, unit: context.dateUnit, summary: .levelDays)
        for item in context.selected(items) {
            let end: (at: Int64, isFinish: Bool, flags: [String])
            switch items.standing(of: item, atSeconds: instant, context) {
            case .unknown: continue
            case .idle:
                let start = items.startedAt[item]
                let isBegun = start != Instant.missing && context.seconds(start) <= instant
                rows.exclude(item, endDay: today, reason: isBegun ? "returned" : "not-started")
                continue
            case .inProgress: end = (instant, false, ["still-open"])
            case .finished(let at): end = (at, true, [])
            case .cancelled(let at): end = (at, false, [MeasuredRows.cancelled])
            }
            let start = items.startedAt[item]
            let last = zone.day(atSeconds: end.at)
            guard start != Instant.missing else {
                rows.exclude(item, endDay: last, reason: end.flags == [MeasuredRows.cancelled] ? "not-started" : "no-start-date")
                continue
            }
            guard context.day(start) <= last else {
                rows.exclude(item, endDay: last, reason: "ends-before-start")
                continue
            }
            let days = Double(context.days(from: context.day(start), through: last))
            rows.keep(item, endDay: last, value: days, weight: end.isFinish ? 1 : 0, startAt: start, flags: end.flags)
            if end.isFinish { finished.keep(item, endDay: last, value: days, startAt: start) }
        }
        rows.parts =
            Self.shownDays.map { ("done within \($0) days", rows.summarised(as: .doneWithin(Double($0)), unit: .share)) }
            + [("finished items alone", finished)]
        return .rows(rows)
    }

    private static let shownDays = [7, 14, 30, 60, 90]
}
