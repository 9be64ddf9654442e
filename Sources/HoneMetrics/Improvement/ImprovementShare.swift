package import HoneFacts

/// Share of finished work that improves how the product is built: the share used. Beside it stand each kind's own share, and how
/// many whole iterations reached what is reserved.
package struct ImprovementShare: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "improvement-share", version: 1, name: "Improvement share", family: .improvement,
        question: "How much of what we finish makes the next work easier?",
        formula:
            "items of kind refactoring, legacy-bug, process or tool finished in the window / all items finished in it; counted in items. Below 70 % classified it is a range, not a number",
        unit: .share, direction: .band, startEvent: "window begins", endEvent: "finished",
        needs: "Work items with a finish date and work kind rules for their types, labels or titles.",
        misuse:
            "Spending is not improving: hold the share of improvements with a measured effect beside it. Untracked work is unknown, not improvement.",
        guards: ["throughput", "reopen-rate"],
        citations: [
            "Interval: delete-one-iteration jackknife of a ratio, t(n-1); Efron, The Jackknife, the Bootstrap and Other Resampling Plans, 1982, doi:10.1137/1.9781611970319"
        ],
        examples: [
            WorkedExample(
                "One of four finished items is tool work.",
                .items([
                    ("A", "feature", "2026-03-02", "", "2026-03-06"), ("B", "bug", "2026-03-03", "", "2026-03-03"),
                    ("C", "feature", "2026-03-02", "", "2026-03-09"), ("D", "tool", "2026-03-02", "", "2026-03-09"),
                ]), from: "2026-03-01", to: "2026-04-01", expected: 0.25, n: 4),
            WorkedExample(
                "Half of the items have a kind nobody mapped: no number, but a range from 0 to 50 %.",
                .items([("A", "feature", "2026-03-02", "", "2026-03-06"), ("B", "Chore", "2026-03-03", "", "2026-03-03")]),
                from: "2026-03-01", to: "2026-04-01", expected: nil, n: 2),
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let items = histories.items
        guard items.totalCount > 0 else { return .unavailable(ItemSpan.noItems) }
        var rows = MeasuredRows(.items, unit: .share, summary: .improvementShare)
        let (candidates, dates) = (context.candidates(items), ItemDates(items))
        rows.reserve(candidates.count)
        var kinds: [WorkKind] = []
        for item in candidates {
            let finishedAt = dates.finishedAt[item]
            if finishedAt != NumberReader.missing {
                guard context.needs(finishedAt) else { continue }
                let kind = items.kind[item]
                kinds.append(kind)
                rows.keep(item, endDay: context.day(finishedAt), value: kind == .unclassified ? -1 : kind.isImprovement ? 1 : 0)
            } else {
                rows.excludeCancelled(item, dates, context)
            }
        }
        let met = rows.summarised(as: .improvementMet, unit: .share)
        rows.parts = [("iterations at or above the floor", met)] + rows.byImprovementKind(kinds)
        return .rows(rows)
    }
}
