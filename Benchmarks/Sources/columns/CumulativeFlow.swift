import HoneFacts

/// How many items are in each stage at the end of each day in UTC, from the first event to the last; items can be taken out again and
/// others put in.
struct CumulativeFlow {
    /// Days since 1970 of the first and the last event.
    private let firstDayNumber: Int
    private var lastDay: Int
    private let stageCount: Int
    /// Seconds since 1970 of the last event.
    private(set) var lastSecond: Int64 = 0
    /// How many more items a stage has at the end of a day than at its beginning: day after day, in each stage after stage.
    private var change: [Int32] = []
    /// How often each stage was entered.
    private var entries: [Int]

    /// - Complexity: O(visits + days x stages).
    init(_ items: ItemHistories) {
        stageCount = items.stages.count
        entries = [Int](repeating: 0, count: stageCount)
        guard let bounds = items.visits.enteredAt.bounds else {
            (firstDayNumber, lastDay) = (0, -1)
            return
        }
        lastSecond = bounds.greatest
        (firstDayNumber, lastDay) = (Self.day(bounds.least), Self.day(bounds.greatest))
        change = [Int32](repeating: 0, count: (lastDay - firstDayNumber + 1) * stageCount)
        add(items, times: 1)
    }

    /// From the first event to the last.
    var days: Range<CalendarDay> { CalendarDay(number: Int32(firstDayNumber))..<CalendarDay(number: Int32(lastDay + 1)) }

    /// Days times the stages that any item was in.
    var cells: Int { (lastDay - firstDayNumber + 1) * entries.count { $0 > 0 } }

    /// Of all cells. Complexity: O(days x stages).
    var sum: Int {
        var sum = 0
        for stage in 0..<stageCount {
            var count = 0
            for row in stride(from: stage, to: change.count, by: stageCount) {
                count += Int(change[row])
                sum += count
            }
        }
        return sum
    }

    /// Takes items out and puts others in.
    /// - Returns: false where only a look at all items can tell: one was there on the first day or before it, or the last event is gone.
    /// - Complexity: O(visits of these items).
    mutating func replace(_ old: ItemHistories, by new: ItemHistories) -> Bool {
        let (before, after) = (old.visits.enteredAt.bounds, new.visits.enteredAt.bounds)
        guard let first = [before?.least, after?.least].compactMap(\.self).min() else { return true }
        let last = after?.greatest ?? .min
        guard Self.day(first) > firstDayNumber, before?.greatest != lastSecond || last >= lastSecond else { return false }
        lastSecond = max(lastSecond, last)
        lastDay = max(lastDay, Self.day(lastSecond))
        let size = (lastDay - firstDayNumber + 1) * stageCount
        if size > change.count { change.append(contentsOf: repeatElement(0, count: size - change.count)) }
        add(old, times: -1)
        add(new, times: 1)
        return true
    }

    private mutating func add(_ items: ItemHistories, times: Int32) {
        let enteredAt = items.visits.enteredAt
        if enteredAt.narrow.isEmpty { add(items, enteredAt.wide, times) } else { add(items, enteredAt.narrow, times) }
    }

    /// The same in the width that the instants have.
    private mutating func add<Number: FixedWidthInteger>(_ items: ItemHistories, _ enteredAt: [Number], _ times: Int32) {
        let (stage, offsets, stageCount, firstDay) = (items.visits.stage, items.visits.offsets, stageCount, firstDayNumber)
        change.withUnsafeMutableBufferPointer { change in
            entries.withUnsafeMutableBufferPointer { entries in
                var position = 0
                for end in offsets.dropFirst() {
                    var previous = -1
                    while position < end {
                        let row = (Self.day(enteredAt[position]) - firstDay) * stageCount
                        let current = Int(stage[position])
                        change[row + current] += times
                        if previous >= 0 { change[row + previous] -= times }
                        entries[current] += Int(times)
                        previous = current
                        position += 1
                    }
                }
            }
        }
    }

    /// Days since 1970 in UTC.
    private static func day<Number: FixedWidthInteger>(_ seconds: Number) -> Int {
        Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    }
}
