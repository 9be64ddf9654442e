package import HoneFacts

/// Share of improvement work in what iterations begin with.
package struct ImprovementPlanned: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "improvement-planned", version: 1, name: "Improvement share planned", family: .improvement,
        question: "How much of what a sprint begins with makes the next work easier?",
        formula:
            "items of kind refactoring, legacy-bug, process or tool in an iteration at its start / all items in it at its start, over the iterations that ended in the window; counted in items. Below the share of known kinds that hone.yaml asks for it is a range, not a number",
        unit: .share, direction: .band, startEvent: "iteration started", endEvent: "iteration ended",
        needs: "Iterations with dates, when each item was put in, and work kind rules for types, labels or titles.",
        misuse: "Planned is not done: read the improvement share of what was finished beside it, and whether an improvement had an effect.",
        guards: ["improvement-share", "say-do"],
        citations: [
            "Interval: delete-one-iteration jackknife of a ratio, t(n-1); Efron, The Jackknife, the Bootstrap and Other Resampling Plans, 1982, doi:10.1137/1.9781611970319"
        ],
        examples: [
            WorkedExample(
                "The sprint began with two features, a bug and a tool; a refactoring came later.",
                .items([
                    ("A", "feature", "2026-03-01", "", "2026-03-10"), ("B", "feature", "2026-03-01", "", ""),
                    ("C", "bug", "2026-03-01", "", ""), ("D", "tool", "2026-03-01", "", ""), ("E", "refactoring", "2026-03-01", "", ""),
                ]).adding(
                    .iteration,
                    [("1", ["started_at": "2026-03-02", "due_at": "2026-03-16", "completed_at": "2026-03-16"], [:], ["key": "1"])]
                ).adding(
                    .iterationItem,
                    ["A", "B", "C", "D"].map { ("1\($0)", ["added_at": "2026-03-01"], [:], ["iteration": "1", "item": $0]) } + [
                        ("1E", ["added_at": "2026-03-05"], [:], ["iteration": "1", "item": "E"])
                    ]), from: "2026-03-01", to: "2026-04-01", expected: 0.25, n: 4)
        ])

    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let iterations: EndedIterations
        switch EndedIterations.of(histories, context) {
        case .failure(let missing): return .unavailable(missing.reason)
        case .success(let ended): iterations = ended
        }
        var all = MeasuredRows(.iterationItems, unit: .share, summary: .improvementShare)
        var kinds: [WorkKind] = []
        for ended in iterations.all {
            let first = histories.iterations.memberOffsets[ended.iteration]
            for (offset, member) in histories.iterations.members(of: ended.iteration).enumerated() {
                guard ended.standing(of: member, context) == .fromTheStart else { continue }
                let kind = histories.items.kind[member.item]
                kinds.append(kind)
                all.keep(first + offset, endDay: ended.day, value: kind == .unclassified ? -1 : kind.isImprovement ? 1 : 0)
            }
        }
        all.parts = all.byImprovementKind(kinds)
        return .rows(all)
    }
}

extension MeasuredRows {
    /// The share of each kind of improvement work among all rows.
    /// - Parameter kinds: of the kept rows, in their order.
    func byImprovementKind(_ kinds: [WorkKind]) -> [(name: String, rows: MeasuredRows)] {
        WorkKind.allCases.filter(\.isImprovement).map { shown in
            var part = MeasuredRows(subject, unit: .share, summary: .share)
            var kept = kinds.makeIterator()
            for row in 0..<count {
                if let reason = exclusion[row] {
                    part.exclude(Int(index[row]), endDay: endDay[row], reason: reason)
                } else {
                    part.keep(Int(index[row]), endDay: endDay[row], value: kept.next() == shown ? 1 : 0)
                }
            }
            return (shown.rawValue, part)
        }
    }
}
