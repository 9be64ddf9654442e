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
        let (stage, offsets, stageCount) = (items.visits.stage, items.visits.offsets, items.stages.count)
        let (firstDay, dayCount) = (days.lowerBound, days.count)
        /// How many more items a stage has at the end of a day than at its beginning.
        var change = [Int32](repeating: 0, count: dayCount * stageCount)
        var isUsed = [Bool](repeating: false, count: stageCount)
        var position = 0
        for end in offsets.dropFirst() {
            var previous = -1
            while position < end {
                let row = (Self.day(enteredAt[position]) - firstDay) * stageCount
                let current = Int(stage[position])
                change[row + current] += 1
                if previous >= 0 { change[row + previous] -= 1 }
                isUsed[current] = true
                previous = current
                position += 1
            }
        }
        cells = dayCount * isUsed.count { $0 }
        for stage in 0..<stageCount {
            var count = 0
            for row in stride(from: stage, to: change.count, by: stageCount) {
                count += Int(change[row])
                sum += count
            }
        }
    }

    /// Days since 1970 in UTC.
    private static func day<Number: FixedWidthInteger>(_ seconds: Number) -> Int {
        Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    }
}
