import HoneFacts
import HoneMetrics
import HoneStatistics

/// The kept rows of a metric by the team of their item and the week, Monday to Sunday, of their end.
struct TeamWeeks {
    /// Values of group `g` are those from `starts[g]` to `starts[g + 1]`.
    private var starts: [Int] = [0]
    private var values: [Double] = []

    var rowCount: Int { values.count }
    private(set) var groupCount = 0

    /// - Complexity: O(rows + teams x weeks).
    init(_ rows: MeasuredRows, _ streams: ItemTexts) {
        let (index, endDay, value, kept) = (rows.index, rows.endDay, rows.value, rows.keptPositions)
        guard let one = kept.first.map({ endDay[$0] }) else { return }
        var (first, last) = (one.number, one.number)
        for position in kept {
            first = min(first, endDay[position].number)
            last = max(last, endDay[position].number)
        }
        let monday = CalendarDay(number: first).startOfWeek.number
        let weekCount = Int(last - monday) / 7 + 1
        // The empty team has code -1.
        let groups = kept.map { (Int32(streams.code(Int(index[$0]))) + 1) * Int32(weekCount) + (endDay[$0].number - monday) / 7 }
        var counts = [Int](repeating: 0, count: (streams.codeCount + 1) * weekCount)
        for group in groups { counts[Int(group)] += 1 }
        groupCount = counts.count { $0 > 0 }
        starts = counts.reduce(into: [0]) { starts, count in starts.append(starts[starts.count - 1] + count) }
        var next = starts
        values = [Double](repeating: 0, count: kept.count)
        for (position, group) in zip(kept, groups) {
            values[next[Int(group)]] = value[position]
            next[Int(group)] += 1
        }
    }

    /// The sum over all groups of three percentiles, linearly interpolated, each turned into another unit.
    func percentileSum(_ converted: (Double) -> Double) -> Double {
        var sum = 0.0
        for (start, end) in zip(starts, starts.dropFirst()) where start < end {
            let sorted = Ascending.values(Array(values[start..<end]))
            for probability in [0.5, 0.85, 0.95] {
                sum += Quantile.hyndmanFan(sorted: sorted, probability: probability, type: .linear).map(converted) ?? 0
            }
        }
        return sum
    }
}
