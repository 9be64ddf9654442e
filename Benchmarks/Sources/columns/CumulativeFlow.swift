import HoneFacts

/// How many items are in each stage at the end of each day in UTC, from the first event to the last.
struct CumulativeFlow {
    /// Days times the stages that any item was in.
    private(set) var cells = 0
    /// Of all cells.
    private(set) var sum = 0
    /// Seconds since 1970 of the last event.
    private(set) var lastSecond: Int64 = 0

    /// - Complexity: O(visits + days x stages).
    init(_ items: ItemHistories) {
        let enteredAt = items.visits.enteredAt
        guard let bounds = enteredAt.bounds else { return }
        lastSecond = bounds.greatest
        let days = Self.day(bounds.least)...Self.day(bounds.greatest)
        if enteredAt.narrow.isEmpty { add(items, enteredAt.wide, days) } else { add(items, enteredAt.narrow, days) }
    }

    /// The same in the width that the instants have.
    private mutating func add<Number: FixedWidthInteger>(_ items: ItemHistories, _ enteredAt: [Number], _ days: ClosedRange<Int>) {
        let (visits, stage, stageCount) = (items.visits, items.visits.stage, items.stages.count)
        let (firstDay, dayCount) = (days.lowerBound, days.count)
        /// How many more items a stage has at the end of a day than at its beginning.
        var change = [Int](repeating: 0, count: dayCount * stageCount)
        var isUsed = [Bool](repeating: false, count: stageCount)
        for item in 0..<items.count {
            var previous = -1
            for position in visits.range(of: item) {
                let row = (Self.day(Int64(enteredAt[position])) - firstDay) * stageCount
                let current = Int(stage[position])
                change[row + current] += 1
                if previous >= 0 { change[row + previous] -= 1 }
                isUsed[current] = true
                previous = current
            }
        }
        cells = dayCount * isUsed.count { $0 }
        for stage in 0..<stageCount {
            var count = 0
            for row in stride(from: stage, to: change.count, by: stageCount) {
                count += change[row]
                sum += count
            }
        }
    }

    /// Days since 1970 in UTC.
    private static func day(_ seconds: Int64) -> Int {
        Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    }
}
