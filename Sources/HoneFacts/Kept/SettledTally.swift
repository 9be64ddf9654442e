/// What pages count of all items, of those that a folding left out.
package struct SettledTally: Sendable, Equatable {
    package private(set) var count = 0
    /// In the order of `WorkKind.allCases`.
    package private(set) var countByKind = [Int](repeating: 0, count: WorkKind.allCases.count)
    package private(set) var reasonCount = 0
    private var blockedCount = 0
    private var activeBugCount = 0
    private var lastFinishedOn = SettledItem.always
    private var bornOn = SettledItem.never

    package init() {}

    package var hasBlocked: Bool { blockedCount > 0 }
    /// Whether a bug was worked on in an active stage.
    package var hasActiveBug: Bool { activeBugCount > 0 }

    /// The day of the newest finished item, where there is one.
    package var lastFinishedDay: CalendarDay? { lastFinishedOn == SettledItem.always ? nil : CalendarDay(number: lastFinishedOn) }

    /// The first day that anything is known of one of them.
    package var firstDay: CalendarDay? { count == 0 ? nil : CalendarDay(number: bornOn) }

    package func count(of kind: WorkKind) -> Int { countByKind[kind.place] }

    package mutating func add(_ item: SettledItem) {
        count(item, 1)
        if item.isFinished { lastFinishedOn = max(lastFinishedOn, item.endedOn) }
        bornOn = min(bornOn, item.bornOn)
    }

    /// Takes an item out again; false where only a look at all of the others would tell their first or last day.
    package mutating func remove(_ item: SettledItem) -> Bool {
        count(item, -1)
        return !(item.isFinished && item.endedOn == lastFinishedOn) && item.bornOn != bornOn
    }

    private mutating func count(_ item: SettledItem, _ step: Int) {
        count += step
        countByKind[item.kindPlace] += step
        if item.hasReason { reasonCount += step }
        if item.isBlocked { blockedCount += step }
        if item.isActiveBug { activeBugCount += step }
    }

    /// As numbers that `init(numbers:)` takes.
    package var numbers: [Int64] {
        ([count, reasonCount, blockedCount, activeBugCount] + countByKind).map(Int64.init) + [Int64(lastFinishedOn), Int64(bornOn)]
    }

    package init?(numbers: [Int64]) {
        let kinds = WorkKind.allCases.count
        guard numbers.count == kinds + 6 else { return nil }
        let counts = numbers.map { Int(truncatingIfNeeded: $0) }
        (count, reasonCount, blockedCount, activeBugCount) = (counts[0], counts[1], counts[2], counts[3])
        countByKind = Array(counts[4..<4 + kinds])
        (lastFinishedOn, bornOn) = (Int32(clamping: numbers[4 + kinds]), Int32(clamping: numbers[5 + kinds]))
    }
}
