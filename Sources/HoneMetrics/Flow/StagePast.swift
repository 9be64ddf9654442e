import HoneFacts
import HoneStatistics

/// What finished items did in each stage: what open ones in the same stage are compared with.
struct StagePast {
    /// Rows of finished items by stage, with a value in days.
    private(set) var rows: [Int: MeasuredRows] = [:]
    /// Their values, ascending.
    private var sorted: [Int: [Double]] = [:]

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
        let empty = MeasuredRows(.items, unit: context.dateUnit, summary: .levelDays)
        let past = context.over(context.window)
        var longest: [Int: Int] = [:]
        for item in past.selected(items) {
            let (start, finish) = (items.startedAt[item], items.finishedAt[item])
            guard start != Instant.missing, finish != Instant.missing, past.needs(finish), context.day(start) <= context.day(finish) else {
                continue
            }
            longest.removeAll(keepingCapacity: true)
            let end = context.seconds(finish)
            for visit in items.visits(of: item) where items.isInProgress(visit.stage) && visit.enteredAt <= end {
                guard let leftAt = visit.leftAt, leftAt <= end else { continue }
                longest[visit.stage] = max(longest[visit.stage] ?? 0, days(item, start, visit.enteredAt, leftAt))
            }
            for (stage, value) in longest {
                rows[stage, default: empty].keep(item, endDay: context.day(finish), value: Double(value), startAt: start)
            }
        }
        sorted = rows.mapValues { Ascending.values($0.value) }
    }

    /// The least values that so many per cent of the finished items do not pass; nil where too few have left the stage.
    /// Complexity: O(percents).
    func limits(_ stage: Int, _ percents: [Int]) -> [Double]? {
        guard let sorted = sorted[stage], sorted.count >= Observation.smallSample else { return nil }
        return percents.compactMap { Quantile.nearestRank(sorted: sorted, percent: $0) }
    }
}
