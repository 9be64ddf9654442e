package import HoneFacts

/// Reported to fixed.
package struct BugFixTime: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "bug-fix-time", version: 1, name: "Bug fix time", family: .quality,
        question: "How long until a bug is fixed, and how much of that is work on it?",
        formula:
            "day(finished) - day(reported) + 1 of each bug finished in the window; as a part: day(finished) - day(started) + 1. Elapsed form: hours between the two instants",
        unit: .days, direction: .lower, startEvent: "reported", endEvent: "finished",
        needs: "Bugs with the dates they were reported and finished; for the part also when work began.",
        misuse:
            "Only fixed bugs are in it: those that wait for ever make it look good, so read bug age beside it. Closing and reporting again restarts the clock.",
        guards: ["bug-age", "reopen-rate"],
        citations: [
            "Weiß, Premraj, Zimmermann and Zeller, How Long Will It Take to Fix This Bug?, MSR 2007, doi:10.1109/MSR.2007.13",
            "Interval of the median: order statistics; Hahn and Meeker, Statistical Intervals, 1991, section 5.2",
        ],
        examples: [
            WorkedExample(
                "Reported on the 2nd and finished on the 6th: five days, of which two of work. The other took one day; a feature does not count.",
                .items([
                    ("A", "bug", "2026-03-02", "2026-03-05", "2026-03-06"), ("B", "legacy-bug", "2026-03-03", "", "2026-03-03"),
                    ("C", "feature", "2026-03-01", "", "2026-03-30"), ("D", "bug", "", "2026-03-04", "2026-03-05"),
                ]), from: "2026-03-01", to: "2026-04-01", expected: 1, n: 2, excluded: ["no-request-date": 1])
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        if let reason = items.reasonBugsAreUnknown { return .unavailable(reason) }
        let whole = ItemSpan(
            start: \.requestedAt, missingStart: "no-request-date", unavailable: "No bug says when it was reported.", includes: \.isBug
        ).measure(histories, context)
        guard case .rows(var rows) = whole else { return whole }
        let work = ItemSpan(
            start: \.startedAt, missingStart: "no-start-date", unavailable: "No bug says when work on it began.", includes: \.isBug
        ).measure(histories, context)
        if case .rows(let started) = work { rows.parts = [("started to finished", started)] }
        return .rows(rows)
    }
}
