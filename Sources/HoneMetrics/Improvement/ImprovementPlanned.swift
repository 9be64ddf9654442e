package import HoneFacts

/// Share of improvement work in what iterations begin with.
package struct ImprovementPlanned: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "improvement-planned", version: 2, name: "Improvement share planned", family: .improvement,
        question: "How much of what a sprint begins with makes the next work easier?",
        formula:
            "items of kind refactoring, legacy-bug, process or tool in an iteration at its start / all items in it at its start, over the iterations that ended in the window; counted in items. Below 70 % classified it is a range, not a number. Beside it each kind's own share, and how many iterations began with as much as is reserved",
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
        var met = MeasuredRows(.iterations, unit: .share, summary: .share)
        var kinds: [WorkKind] = []
        for ended in iterations.all {
            let before = kinds.count
            for content in ended.contents(histories.iterations, context) where content.isFromTheStart {
                let kind = histories.items.kind[content.item]
                kinds.append(kind)
                all.keep(content.member, endDay: ended.day, value: kind == .unclassified ? -1 : kind.isImprovement ? 1 : 0)
            }
            let start = context.interpretation.zone.day(atSeconds: ended.start)
            met.judge(ended, kinds[before...], floor: context.interpretation.reserveFloors.floor(on: start), context.interpretation)
        }
        all.parts = [("iterations at or above the floor", met)] + all.byImprovementKind(kinds)
        return .rows(all)
    }
}

extension MeasuredRows {
    /// Whether an iteration began with so much improvement work as was reserved then, where enough of it is classified to tell.
    fileprivate mutating func judge(
        _ ended: EndedIterations.Ended, _ kinds: ArraySlice<WorkKind>, floor: Double?, _ interpretation: Interpretation
    ) {
        guard let floor else { return exclude(ended.iteration, endDay: ended.day, reason: "floor-in-another-unit") }
        let all = Double(kinds.count)
        guard all > 0 else { return exclude(ended.iteration, endDay: ended.day, reason: "nothing-in-it-at-the-start") }
        let known = kinds.count { $0 != .unclassified }
        guard Double(known) >= interpretation.classifiedFloor * all else {
            return exclude(ended.iteration, endDay: ended.day, reason: "too-little-classified")
        }
        let isMet = Double(kinds.count { $0.isImprovement }) / all >= floor
        keep(ended.iteration, endDay: ended.day, value: isMet ? 1 : 0)
    }

    /// The share of each kind of improvement work among all rows.
    /// - Parameter kinds: of the kept rows, in their order.
    func byImprovementKind(_ kinds: [WorkKind]) -> [(name: String, rows: MeasuredRows)] {
        let kept = zip(keptPositions, kinds.map(\.place))
        return WorkKind.allCases.filter(\.isImprovement).map { shown in
            var values = [Double](repeating: 0, count: count)
            let place = shown.place
            for (position, kind) in kept where kind == place { values[position] = 1 }
            return (shown.rawValue, valued(values, as: .share, unit: .share))
        }
    }
}
