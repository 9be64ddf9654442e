package import HoneFacts

/// Share of defects found before users could find them.
package struct DefectRemovalEffectiveness: Metric {
    package init() {}

    /// Days after a release in which a defect still counts against it.
    static let escapeWindow = 90

    package let definition = MetricDefinition(
        id: "defect-removal-effectiveness", version: 1, name: "Defect removal effectiveness", family: .quality,
        question: "Of the defects we know of, how many did we find before our users did?",
        formula:
            "confirmed defects found before release / (those + defects found by users within 90 days after it); provisional until the 90 days are over",
        unit: .share, direction: .higher, startEvent: "defect found", endEvent: "90 days after the release",
        needs: "Defects that say whether they were found before or after their release.",
        misuse:
            "Counting more trivial defects before release raises it. Found is not removed: half of the found ones may never be fixed.",
        guards: ["lead-time", "legacy-bug-count"],
        citations: [
            "Jones, Software Defect-Removal Efficiency, IEEE Computer 29(4), 1996, doi:10.1109/2.488361",
            "Westfall, Defect Removal Effectiveness",
        ],
        examples: [
            WorkedExample(
                "Three defects found before the release, one after it.",
                .items([
                    ("A", "bug", "2026-03-02", "", "2026-03-06"), ("B", "bug", "2026-03-03", "", "2026-03-03"),
                    ("C", "bug", "2026-03-02", "", ""), ("D", "bug", "2026-03-02", "", "2026-03-09"), ("E", "bug", "2026-03-02", "", ""),
                ]).with("found", ["A": "before", "B": "before", "C": "before", "D": "after"]), from: "2026-03-01", to: "2026-04-01",
                expected: 0.75, n: 4, excluded: ["no-phase": 1])
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        func bugs() -> [Int] { context.selected(items).filter { items.kind[$0].isBug && items.requestedAt[$0] != Instant.missing } }
        guard case let bugs = items.found.isFilled ? bugs() : [], bugs.contains(where: { !items.found[$0].isEmpty }) else {
            return .unavailable(
                "No source says whether a defect was found before or after its release. A CSV source maps it with the columns found or foundPhase."
            )
        }
        var removed = MeasuredRows(.items, unit: .share, summary: .share)
        let today = context.interpretation.zone.day(atSeconds: context.now)
        var rows = MeasuredRows(.items, unit: .share, summary: .share)
        for item in bugs {
            let found = context.day(items.requestedAt[item])
            if items.cancelledAt[item] != Instant.missing {
                rows.exclude(item, endDay: found, reason: MeasuredRows.cancelled)
            } else if items.found[item].isEmpty {
                rows.exclude(item, endDay: found, reason: "no-phase")
            } else {
                let isProvisional = today - found < Self.escapeWindow
                if items.found[item] == "before", items.finishedAt[item] == Instant.missing {
                    removed.exclude(item, endDay: found, reason: "found-and-not-removed")
                } else {
                    removed.keep(item, endDay: found, value: items.found[item] == "before" ? 1 : 0)
                }
                rows.keep(item, endDay: found, value: items.found[item] == "before" ? 1 : 0, flags: isProvisional ? ["provisional"] : [])
            }
        }
        rows.parts = [("removed, not only found (Jones)", removed)]
        return .rows(rows)
    }
}
