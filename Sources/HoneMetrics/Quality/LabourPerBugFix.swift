package import HoneFacts

/// Hours that go into fixing a bug.
package struct LabourPerBugFix: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "labour-per-bug-fix", version: 2, name: "Labour per bug fix", family: .quality,
        question: "What does a bug cost us to fix?",
        formula:
            "logged hours on each item of kind bug or legacy-bug finished in the window, whoever logged them. Where nothing is logged anywhere: time in active stages, an upper bound, and called so. The two are never mixed",
        unit: .workHours, direction: .lower, startEvent: "work logged on the bug", endEvent: "bug finished",
        needs: "Logged hours on bug items; or transitions with a stage map, for the upper bound.",
        misuse: "Never a measure of a person. The mean is ruled by a few long ones: read the median and the 85th percentile.",
        guards: ["reopen-rate", "defect-removal-effectiveness"],
        citations: ["Interval of the median: order statistics; Hahn and Meeker, Statistical Intervals, 1991, section 5.2"],
        examples: [
            WorkedExample(
                "Logged 1, 2 and 6 hours; a fourth bug has no hours.",
                .items([
                    ("A", "bug", "2026-03-02", "", "2026-03-06"), ("B", "bug", "2026-03-03", "", "2026-03-03"),
                    ("C", "legacy-bug", "2026-03-02", "", "2026-03-09"), ("D", "bug", "2026-03-02", "", "2026-03-09"),
                    ("E", "feature", "2026-03-02", "", "2026-03-09"),
                ]).with("logged_seconds", ["A": 3600, "B": 7200, "C": 21_600, "E": 360_000]), from: "2026-03-01", to: "2026-04-01",
                expected: 2, n: 3, excluded: ["no-logged-time": 1])
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        let selected = context.selected(items)
        let hasLogged =
            items.loggedSeconds.isFilled && selected.contains { items.kind[$0].isBug && items.loggedSeconds[$0] != Instant.missing }
        let hasBoard =
            items.settled.hasActiveBug
            || selected.contains { items.kind[$0].isBug && items.hasTransitions[$0] && items.activeSeconds[$0] > 0 }
        guard hasLogged || hasBoard else {
            return .unavailable(
                "No bug carries logged hours, and there are no transitions to bound the time from above. A CSV source maps hours with the column logged."
            )
        }
        var rows = MeasuredRows(.items, unit: .workHours, summary: .hours)
        rows.source = hasLogged ? "logged time" : "board active time (upper bound)"
        let (candidates, dates) = (context.candidates(items).filter { items.kind[$0].isBug }, ItemDates(items))
        let (logged, active) = (NumberReader(items.loggedSeconds), NumberReader(items.activeSeconds))
        rows.fill(atMost: candidates.count) { rows in
            for item in candidates {
                let finishedAt = dates.finishedAt[item]
                guard finishedAt != NumberReader.missing else {
                    rows.excludeCancelled(item, dates, context)
                    continue
                }
                guard context.needs(finishedAt) else { continue }
                let end = context.day(finishedAt)
                if hasLogged {
                    if logged[item] == NumberReader.missing {
                        rows.exclude(item, endDay: end, reason: "no-logged-time")
                    } else {
                        rows.keep(item, endDay: end, value: Double(logged[item]) / 3600)
                    }
                } else if items.hasTransitions[item] {
                    rows.keep(item, endDay: end, value: Double(active[item]) / 3600, flags: ["board-time-proxy"])
                } else {
                    rows.exclude(item, endDay: end, reason: "no-transitions")
                }
            }
        }
        return .rows(rows)
    }
}
