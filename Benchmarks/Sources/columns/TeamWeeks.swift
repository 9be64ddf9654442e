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
        let weeks = (monday...last).map { Int32($0 - monday) / 7 }
        let weekCount = Int32(weeks[weeks.count - 1]) + 1
        // The empty team has code -1.
        var counts = [Int](repeating: 0, count: (streams.codeCount + 1) * Int(weekCount))
        let groups = [Int32](unsafeUninitializedCapacity: kept.count) { groups, count in
            for (place, position) in kept.enumerated() {
                let group = (streams.code(Int(index[position])) + 1) * weekCount + weeks[Int(endDay[position].number - monday)]
                groups.initializeElement(at: place, to: group)
                counts[Int(group)] += 1
            }
            count = kept.count
        }
        groupCount = counts.count { $0 > 0 }
        starts = counts.reduce(into: [0]) { starts, count in starts.append(starts[starts.count - 1] + count) }
        var next = starts
        values = [Double](unsafeUninitializedCapacity: kept.count) { values, count in
            for (place, position) in kept.enumerated() {
                let group = Int(groups[place])
                values.initializeElement(at: next[group], to: value[position])
                next[group] += 1
            }
            count = kept.count
        }
    }

    /// The sum over all groups of three percentiles, linearly interpolated, each turned into another unit.
    func percentileSum(_ converted: (Double) -> Double) -> Double {
        var sum = 0.0
        for (start, end) in zip(starts, starts.dropFirst()) where start < end {
            var group = Array(values[start..<end])
            let percentiles = Quantile.hyndmanFan(of: &group, probabilities: [0.5, 0.85, 0.95], type: .linear) ?? []
            for percentile in percentiles { sum += converted(percentile) }
        }
        return sum
    }
}
