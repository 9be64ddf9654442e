package import HoneFacts
package import HoneStatistics

extension StageTime {
    /// What the finished items of some days spent in the stages, all of them together.
    package struct Totals: Sendable {
        package let names: [String]
        /// Items that were in each.
        package let itemCounts: [Int]
        package let finishedCount: Int
        /// A case is the items that were finished on one day: those that go together share their luck.
        package let hours: LargestSum
    }

    /// The stages of this metric in their order, added up: all that a sentence needs that names the longest of them.
    ///
    /// - Returns: nil where stages are not what the metric stands on.
    /// - Complexity: O(visits of the items that end in the span, and for each of these items the stages squared).
    package func totals(_ items: ItemHistories, _ context: MeasureContext) -> Totals? {
        guard Self.standsOnStages(items) else { return nil }
        let stages = Self.stagesBeforeTheEnd(items)
        var stays = StageStays(items)
        var counts = stays.counts
        var (finishedCount, hours) = (0, HoursByDay(size: stages.count))
        let finishedAt = NumberReader(items.finishedAt)
        for item in context.candidates(items) where items.hasTransitions[item] {
            let end = finishedAt[item]
            guard end != NumberReader.missing, context.needs(end) else { continue }
            stays.look(at: item, until: context.seconds(end))
            for stage in stages where stays.counts[stage] > 0 { counts[stage] += 1 }
            finishedCount += 1
            hours.add(on: context.day(end)) { Double(stays.seconds[stages[$0]]) / 3600 }
        }
        return Totals(
            names: stages.map { items.stages[$0].name }, itemCounts: stages.map { counts[$0] }, finishedCount: finishedCount,
            hours: hours.sums)
    }

    /// Whether the stages of hone.yaml are what the metric stands on; else dates are, or git alone.
    package static func standsOnStages(_ items: ItemHistories) -> Bool { items.hasAnyTransitions && items.mappedStageCount > 0 }

    /// The stages that an item has behind it when it is finished.
    static func stagesBeforeTheEnd(_ items: ItemHistories) -> [Int] {
        (0..<items.mappedStageCount).filter { items.stages[$0].kind != .done && items.stages[$0].kind != .cancelled }
    }
}

/// How long one item was in each stage up to an instant, and how often it came there.
struct StageStays {
    private(set) var seconds: [Int64]
    private(set) var counts: [Int]
    private let visits: ItemVisits
    private let stage: [UInt16]
    private let enteredAt: NumberReader

    /// - Parameter items: they have stages from the product's map, and no visit speaks of another where they have transitions.
    init(_ items: ItemHistories) {
        seconds = [Int64](repeating: 0, count: items.mappedStageCount)
        counts = [Int](repeating: 0, count: items.mappedStageCount)
        (visits, stage, enteredAt) = (items.visits, items.visits.stage, NumberReader(items.visits.enteredAt))
    }

    /// - Parameter finish: seconds since 1970; what was entered at that instant and did not end by then is not counted.
    mutating func look(at item: Int, until finish: Int64) {
        for stage in seconds.indices { (seconds[stage], counts[stage]) = (0, 0) }
        let positions = visits.range(of: item)
        for position in positions {
            let (stage, enteredAt) = (Int(stage[position]), enteredAt[position])
            let leftAt = position + 1 < positions.upperBound ? self.enteredAt[position + 1] : .max
            guard enteredAt < finish || leftAt <= finish else { continue }
            seconds[stage] += max(0, min(leftAt, finish) - enteredAt)
            counts[stage] += 1
        }
    }
}
