import HoneFacts
import HoneStatistics

/// What finished items did in each stage: what open ones in the same stage are compared with.
struct StagePast {
    /// Rows of finished items by stage, with a value in days.
    private(set) var rows: [MeasuredRows]
    /// Their values, ascending.
    private let sorted: [[Double]]
    private var stays: [Stay] = []

    /// What the days of a stay are counted from.
    enum Origin {
        /// The item's start: its age.
        case start
        /// The day it entered the stage.
        case entry
    }

    /// One stay of a finished item in a stage in progress.
    private struct Stay {
        let item: Int
        let stage: Int
        let finishedOn: CalendarDay
        /// Days counted at the end of the day before its first one and of its last one; on the day it leaves it is elsewhere.
        let days: (before: Int, last: Int)
    }

    /// The greatest number of days that each item counts in each stage, both ends included, of those finished in the window.
    /// Complexity: O(items log items + visits).
    init(_ items: ItemHistories, _ context: MeasureContext, daysFrom origin: Origin) {
        let past = context.over(context.window)
        let zone = context.interpretation.zone
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
                let (stage, entered, left) = (Int(stages[position]), zone.day(atSeconds: enteredAt[position]), zone.day(atSeconds: leftAt))
                let first = origin == .start ? context.day(start) : entered
                longest[stage] = max(longest[stage] ?? 0, context.days(from: first, through: left))
                func days(through day: CalendarDay) -> Int { day < first ? 0 : context.days(from: first, through: day) }
                stays.append(
                    Stay(item: item, stage: stage, finishedOn: finishedOn, days: (days(through: entered + -1), days(through: left + -1))))
            }
            for (stage, value) in longest.enumerated() {
                if let value { rows[stage].keep(item, endDay: finishedOn, value: Double(value), startAt: start) }
            }
        }
        self.rows = rows
        sorted = rows.map { Ascending.values($0.value) }
    }

    /// Of the days at whose end the finished items were in a stage, those on which they were beyond its limit: what the share of
    /// open items beyond it comes to in work that is steady. It is more than the items beyond it, as they are there on more days
    /// (length-biased sampling: D. R. Cox, Renewal Theory, 1962, 5.4). Complexity: O(stays).
    func daysBeyond(_ percent: Int) -> MeasuredRows {
        var result = MeasuredRows(.items, unit: .share, summary: .ratio)
        let limits = rows.indices.map { self.limits($0, [percent])?.first.map { Int($0) } }
        for stay in stays {
            guard let limit = limits[stay.stage], stay.days.last > stay.days.before else { continue }
            result.keep(
                stay.item, endDay: stay.finishedOn, value: Double(max(0, stay.days.last - max(limit, stay.days.before))),
                weight: Double(stay.days.last - stay.days.before))
        }
        return result
    }

    /// The least values that so many per cent of the finished items do not pass; nil where too few have left the stage.
    /// Complexity: O(percents).
    func limits(_ stage: Int, _ percents: [Int]) -> [Double]? {
        guard sorted[stage].count >= Observation.smallSample else { return nil }
        return percents.compactMap { Quantile.nearestRank(sorted: sorted[stage], percent: $0) }
    }
}
