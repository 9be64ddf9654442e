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
        let visits = items.visits
        let (stage, enteredAt, stageCount) = (visits.stage, visits.enteredAt, items.stages.count)
        guard let first = enteredAt.min(), let last = enteredAt.max() else { return }
        lastSecond = last
        let firstDay = Self.day(first)
        let dayCount = Self.day(last) - firstDay + 1
        /// How many more items a stage has at the end of a day than at its beginning.
        var change = [Int](repeating: 0, count: dayCount * stageCount)
        var isUsed = [Bool](repeating: false, count: stageCount)
        for item in 0..<items.count {
            var previous = -1
            for position in visits.range(of: item) {
                let row = (Self.day(enteredAt[position]) - firstDay) * stageCount
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
