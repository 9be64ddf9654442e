package import HoneFacts

/// Old open bugs.
package struct LegacyBugCount: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "legacy-bug-count", version: 1, name: "Legacy bug count", family: .quality,
        question: "How many bugs do we carry with us?",
        formula:
            "bugs that are open at the window's end and were reported more than 90 days before it; arrivals became that old in the window, exits left it: count at the end = count at the start + arrivals - exits. Where releases are known, beside it by release: the one that the tracker says is affected, else the first on or after the day each was reported",
        unit: .count, direction: .lower, startEvent: "reported", endEvent: "older than 90 days and still open",
        needs: "Work items of kind bug or legacy-bug with the date they were reported.",
        misuse: "Closing old bugs in bulk without a fix lowers it: look at the exits that were cancelled.",
        guards: ["reopen-rate", "labour-per-bug-fix"],
        citations: ["Seed of the idea: bugs introduced before the current major version; age is the form any tracker can tell"],
        examples: [
            WorkedExample(
                "Reported 120 days ago and open: one. Reported last week, or closed: none.",
                .items([
                    ("A", "bug", "2025-12-01", "", ""), ("B", "bug", "2026-03-24", "", ""), ("C", "bug", "2025-12-01", "", "2026-03-09"),
                    ("D", "feature", "2025-12-01", "", ""),
                ]), from: "2026-03-01", to: "2026-03-31", expected: 1, n: 1, excluded: ["younger-than-90-days": 1])
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = items.reasonBugsAreUnknown { return .unavailable(reason) }
        let zone = context.interpretation.zone
        let instant = context.levelSeconds
        let today = zone.day(atSeconds: instant)
        let limit = context.interpretation.legacyBugAge
        let young = "younger-than-\(limit)-days"
        var open = MeasuredRows(.items, unit: .count, summary: .level)
        var arrivals = MeasuredRows(.items, unit: .count, summary: .count)
        var exits = arrivals
        var withoutFix = arrivals
        var old: [(item: Int, reported: CalendarDay)] = []
        let dates = ItemDates(items)
        for item in context.candidates(items) where items.kind[item].isBug {
            guard dates.requestedAt[item] != NumberReader.missing else {
                let isOpen = dates.finishedAt[item] == NumberReader.missing && dates.cancelledAt[item] == NumberReader.missing
                if isOpen { open.exclude(item, endDay: today, reason: "no-request-date") }
                continue
            }
            // Most bugs are closed before they are old, and say nothing here.
            let requestedAt = context.seconds(dates.requestedAt[item])
            let end = max(dates.finishedAt[item], dates.cancelledAt[item])
            if end != NumberReader.missing, case let end = context.seconds(end),
                end <= min(instant, requestedAt + Int64(limit) * 86_400)
            {
                continue
            }
            let reported = context.day(items.requestedAt[item])
            let becomesOld = zone.startOfDay(reported + limit + 1)
            items.forEachOpenStay(of: item, context) { stay in
                if stay.from <= instant, instant < stay.to ?? .max {
                    if becomesOld <= instant {
                        open.keep(
                            item, endDay: today, value: 1, startAt: items.requestedAt[item], flags: dates.flags(item, context))
                        old.append((item, reported))
                    } else {
                        open.exclude(item, endDay: today, reason: young)
                    }
                }
                guard becomesOld < stay.to ?? .max else { return }
                let arrival = max(becomesOld, stay.from)
                if arrival <= instant { arrivals.keep(item, endDay: zone.day(atSeconds: arrival), value: 1) }
                if let to = stay.to, to <= instant {
                    exits.keep(item, endDay: zone.day(atSeconds: to), value: 1)
                    if items.cancelledAt[item] != Instant.missing, context.seconds(items.cancelledAt[item]) == to {
                        withoutFix.keep(item, endDay: zone.day(atSeconds: to), value: 1)
                    }
                }
            }
        }
        open.parts = [("arrivals", arrivals), ("exits", exits), ("exits without a fix", withoutFix)]
        open.parts += Self.byRelease(old, at: today, histories, context)
        return .rows(open)
    }
}
