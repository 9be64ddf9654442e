package import HoneFacts

/// How long the open bugs have been open.
package struct BugAge: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "bug-age", version: 1, name: "Bug age", family: .quality,
        question: "How long have our open bugs been waiting for a fix?",
        formula:
            "day(now) - day(reported) + 1 for each bug that is open at the last instant before the window's end, whether work on it began or not; a bug that came back has its first report. Median with limits from order statistics",
        unit: .days, direction: .lower, startEvent: "reported", endEvent: "not yet closed",
        needs: "Work items of kind bug or legacy-bug with the date they were reported.",
        misuse:
            "Closing old bugs without a fix lowers it, and so does a wave of new ones: read it beside the count of legacy bugs and what left it without a fix.",
        guards: ["legacy-bug-count", "reopen-rate"],
        citations: ["CHAOSS, Issue Age, https://chaoss.community/kb/metric-issue-age/"],
        examples: [
            WorkedExample(
                "Reported on the 2nd and the 9th and open on the 10th: nine days and two, and of two values the nearest-rank median is the smaller.",
                .items([
                    ("A", "bug", "2026-03-02", "", ""), ("B", "bug", "2026-03-09", "", ""), ("C", "bug", "2026-03-01", "", "2026-03-04"),
                    ("D", "feature", "2026-03-01", "", ""), ("E", "bug", "", "", ""),
                ]), from: "2026-03-01", to: "2026-03-11", expected: 2, n: 2, excluded: ["no-request-date": 1])
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = items.reasonBugsAreUnknown { return .unavailable(reason) }
        let instant = context.levelSeconds
        let today = context.interpretation.zone.day(atSeconds: instant)
        var rows = MeasuredRows(
            .items, unit: context.options.calendar == .working ? .workingDays : .days, summary: .levelDays)
        for item in context.candidates(items) where items.kind[item].isBug {
            guard items.requestedAt[item] != Instant.missing else {
                let isOpen = items.finishedAt[item] == Instant.missing && items.cancelledAt[item] == Instant.missing
                if isOpen { rows.exclude(item, endDay: today, reason: "no-request-date") }
                continue
            }
            let reported = context.day(items.requestedAt[item])
            items.forEachOpenStay(of: item, context) { stay in
                guard stay.from <= instant, instant < stay.to ?? .max else { return }
                rows.keep(
                    item, endDay: today, value: Double(context.days(from: reported, through: today)),
                    startAt: items.requestedAt[item])
            }
        }
        return .rows(rows)
    }
}
