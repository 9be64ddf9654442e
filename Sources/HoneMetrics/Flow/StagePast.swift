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
        /// The day from which its days are counted.
        let origin: CalendarDay
        /// The days at whose end it was there: on the day it leaves it is elsewhere.
        let days: Window
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
                stays.append(
                    Stay(item: item, stage: stage, finishedOn: finishedOn, origin: first, days: Window(from: entered, to: left)))
            }
            for (stage, value) in longest.enumerated() {
                if let value { rows[stage].keep(item, endDay: finishedOn, value: Double(value), startAt: start) }
            }
        }
        self.rows = rows
        sorted = rows.map { Ascending.values($0.value) }
    }

    /// Of the days at whose end the finished items were in a stage, those on which they were beyond its limit, item by item: what the
    /// share of open items beyond it comes to in work that is steady. It is no share of items, as who looks at open work looks into
    /// the middle of stays (recurrence times: D. R. Cox, Renewal Theory, 1962, chapter 5). Complexity: O(stays + days beyond).
    func daysBeyond(_ percent: Int, _ context: MeasureContext) -> MeasuredRows {
        var result = MeasuredRows(.items, unit: .share, summary: .ratio)
        let limits = rows.indices.map { self.limits($0, [percent])?.first.map { Int($0) } }
        var next = stays[...]
        while let first = next.first {
            let own = next.prefix { $0.item == first.item }
            next = next.dropFirst(own.count)
            var (beyond, all) = (0, 0)
            for stay in own {
                guard let limit = limits[stay.stage] else { continue }
                all += stay.days.length
                var day = stay.days.to + -1
                while stay.days.contains(day), context.days(from: stay.origin, through: day) > limit {
                    beyond += 1
                    day = day + -1
                }
            }
            if all > 0 { result.keep(first.item, endDay: first.finishedOn, value: Double(beyond), weight: Double(all)) }
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
