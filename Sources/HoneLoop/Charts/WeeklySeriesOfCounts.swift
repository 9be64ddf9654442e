package import HoneFacts
import HoneMetrics
package import HoneStatistics

/// A count week by week, cut where something about the process was changed on purpose.
package struct WeeklySeriesOfCounts: Sendable {
    /// What is counted, for example `items finished`.
    package var noun: String
    package var firstMonday: CalendarDay
    package var counts: [Int]
    /// Weeks from which on limits are computed anew, ascending, and why.
    package var dividers: [(week: Int, label: String)]
    /// What ended in these weeks and is not counted, by reason.
    package var excluded: [String: Int]

    package init(
        noun: String, firstMonday: CalendarDay, counts: [Int], dividers: [(week: Int, label: String)] = [], excluded: [String: Int] = [:]
    ) {
        (self.noun, self.firstMonday, self.counts) = (noun, firstMonday, counts)
        (self.dividers, self.excluded) = (dividers, excluded)
    }

    /// Fewer weeks than this between two dividers get no limits.
    package static let leastWeeks = 6

    /// The weeks between dividers with their natural process limits, nil where there are too few weeks; none where the dividers
    /// are out of order.
    package var segments: [(weeks: Range<Int>, limits: ProcessLimits?)] {
        let chart = IndividualsChart(counts.map(Double.init), dividers: dividers.map(\.week))
        return (chart?.segments ?? []).map { ($0.range, $0.range.count >= Self.leastWeeks ? $0.limits : nil) }
    }

    package func monday(_ week: Int) -> CalendarDay { firstMonday + 7 * week }
}

extension MetricsBuilder {
    var throughput: MetricsPicture.Content {
        let (measured, reason) = rows(Throughput(), over: year)
        guard let rows = measured else { return .missing(reason) }
        guard let first = rows.positions(in: year).lazy.filter({ rows.exclusion[$0] == nil }).map({ rows.endDay[$0] }).min() else {
            return .missing("nothing was finished in the year")
        }
        let isOlder = histories.items.finishedAt.contains {
            $0 != Instant.missing && zone.day(Instant(rawValue: $0)) < year.from
        }
        // Whole weeks only; a younger product begins with the week of its first finish, or the next where that was cut off.
        let (begin, last) = (isOlder ? year.from : first, endOfItems.startOfWeek)
        let start = begin.startOfWeek + (begin.weekday == 1 ? 0 : 7)
        let weeks = max(0, (last - start) / 7)
        guard weeks >= WeeklySeriesOfCounts.leastWeeks else { return .missing("fewer than six whole weeks are known") }
        var counts = [Int](repeating: 0, count: weeks)
        let positions = rows.positions(in: Window(from: start, to: last))
        for position in positions where rows.exclusion[position] == nil {
            counts[(rows.endDay[position] - start) / 7] += 1
        }
        let dividers = product.lifeCycleChanges(until: last + -1).filter { $0.day > start + 6 }.map { (($0.day - start) / 7, $0.label) }
        return .throughput(
            WeeklySeriesOfCounts(
                noun: "items finished", firstMonday: start, counts: counts, dividers: dividers, excluded: rows.exclusions(at: positions)))
    }
}
