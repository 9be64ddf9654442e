import HoneFacts
import HoneStatistics

/// What finished items did in each stage: what open ones in the same stage are compared with.
struct StagePast {
    /// Rows of finished items by stage, with a value in days.
    private(set) var rows: [MeasuredRows]
    /// Their values, ascending.
    private let sorted: [[Double]]

    /// Days a finished item was old, counted from its start, when it left the stage for the last time.
    static func agesAtLeaving(_ items: ItemHistories, _ context: MeasureContext) -> StagePast {
        StagePast(items, context) { item, start, _, leftAt in
            context.days(from: context.day(start), through: context.interpretation.zone.day(atSeconds: leftAt))
        }
    }

    /// Days of a finished item's longest stay in the stage.
    static func stays(_ items: ItemHistories, _ context: MeasureContext) -> StagePast {
        let zone = context.interpretation.zone
        return StagePast(items, context) { _, _, enteredAt, leftAt in
            context.days(from: zone.day(atSeconds: enteredAt), through: zone.day(atSeconds: leftAt))
        }
    }

    /// The greatest of an item's values in a stage, for items finished in the window. Complexity: O(items log items + visits).
    private init(
        _ items: ItemHistories, _ context: MeasureContext, days: (_ item: Int, _ start: Int64, _ enteredAt: Int64, _ leftAt: Int64) -> Int
    ) {
        let past = context.over(context.window)
        let (dates, visits, stages) = (ItemDates(items), items.visits, items.visits.stage)
        let enteredAt = NumberReader(visits.enteredAt)
        let isInProgress = items.stages.indices.map(items.isInProgress)
        var rows = [MeasuredRows](
            repeating: MeasuredRows(.items, unit: context.dateUnit, summary: .levelDays), count: items.stages.count)
        var longest = [Int?](repeating: nil, count: items.stages.count)
        for item in past.candidates(items) {
            let (start, finish) = (dates.startedAt[item], dates.finishedAt[item])
            guard start != NumberReader.missing, finish != NumberReader.missing, past.needs(finish) else { continue }
            let finishedOn = context.day(finish)
            guard context.day(start) <= finishedOn else { continue }
            for stage in longest.indices { longest[stage] = nil }
            let (end, positions) = (context.seconds(finish), visits.range(of: item))
            for position in positions.dropLast() where isInProgress[Int(stages[position])] {
                let leftAt = enteredAt[position + 1]
                guard leftAt <= end else { continue }
                let stage = Int(stages[position])
                longest[stage] = max(longest[stage] ?? 0, days(item, start, enteredAt[position], leftAt))
            }
            for (stage, value) in longest.enumerated() {
                if let value { rows[stage].keep(item, endDay: finishedOn, value: Double(value), startAt: start) }
            }
        }
        self.rows = rows
        sorted = rows.map { Ascending.values($0.value) }
    }

    /// The least values that so many per cent of the finished items do not pass; nil where too few have left the stage.
    /// Complexity: O(percents).
    func limits(_ stage: Int, _ percents: [Int]) -> [Double]? {
        guard sorted[stage].count >= Observation.smallSample else { return nil }
        return percents.compactMap { Quantile.nearestRank(sorted: sorted[stage], percent: $0) }
    }
}
