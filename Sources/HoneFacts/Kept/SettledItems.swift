/// What is kept of the items of one origin between two foldings, so that the next one looks at those that matter only.
///
/// An item is settled when it has ended. It stays so, with every day it has counted on, until another fact speaks of it. Row
/// `code` of each column is the item with that code in the log's numbering of items. Days are those of the product's zone.
package struct SettledItems: Sendable, Equatable {
    /// The day each item ended on; `never` for one that is open, has dates only, or is no item at all.
    package private(set) var endedOn: [Int32]
    /// The first day each item ended on, whatever came later; `never` where there was none.
    package private(set) var firstEndOn: [Int32]
    /// The first day that anything is known of each item; `always` where it has no date of request, `never` where it is no item.
    package private(set) var bornOn: [Int32]
    private(set) var marks: [UInt8]

    package static let (always, never) = (Int32.min, Int32.max)

    /// What a mark says beside the work kind, which stands in the lowest bits.
    private enum Mark {
        static let (kind, finished, reason, blocked, active): (UInt8, UInt8, UInt8, UInt8, UInt8) = (0b111, 8, 16, 32, 64)
    }

    package init() {
        (endedOn, firstEndOn, bornOn, marks) = ([], [], [], [])
    }

    /// Appends items; the columns are of one length.
    mutating func add(endedOn: [Int32], firstEndOn: [Int32], bornOn: [Int32], marks: [UInt8]) {
        self.endedOn += endedOn
        self.firstEndOn += firstEndOn
        self.bornOn += bornOn
        self.marks += marks
    }

    /// One more than the greatest code that was known.
    package var count: Int { endedOn.count }

    /// Makes room for the codes of a log; nothing is known of them yet.
    private mutating func resize(_ size: Int) {
        guard size > count else { return }
        let more = size - count
        endedOn += repeatElement(Self.never, count: more)
        firstEndOn += repeatElement(Self.never, count: more)
        bornOn += repeatElement(Self.never, count: more)
        marks += repeatElement(0, count: more)
    }

    /// Takes out what was known of some items, by code.
    mutating func forget(_ touched: [Bool]) {
        resize(touched.count)
        for code in touched.indices where touched[code] {
            (endedOn[code], firstEndOn[code], bornOn[code], marks[code]) = (Self.never, Self.never, Self.never, 0)
        }
    }

    /// Notes how an item stands after a folding.
    mutating func note(_ item: Int, of items: borrowing ItemHistories, _ zone: ZoneTable) {
        let code = Int(items.key.code(item))
        resize(code + 1)
        func day(_ raw: Int64) -> Int32 { zone.day(Instant(rawValue: raw)).number }
        let (finishedAt, cancelledAt, first) = (items.finishedAt[item], items.cancelledAt[item], items.firstFinishedAt[item])
        let end = Swift.max(finishedAt, cancelledAt)
        let isSettled = items.hasTransitions[item] && end != Instant.missing
        endedOn[code] = isSettled ? day(end) : Self.never
        firstEndOn[code] = Swift.min(end == Instant.missing ? Self.never : day(end), first == Instant.missing ? Self.never : day(first))
        bornOn[code] = items.firstDay(of: item, zone)?.number ?? Self.always
        if items.requestedAt[item] == Instant.missing { bornOn[code] = Self.always }
        var mark = UInt8(items.kind[item].place)
        if finishedAt != Instant.missing { mark |= Mark.finished }
        if !items.reason.isEmpty(item) { mark |= Mark.reason }
        if items.blockedSeconds[item] > 0 { mark |= Mark.blocked }
        if items.activeSeconds[item] > 0 { mark |= Mark.active }
        marks[code] = mark
    }

    /// Adds up the items that `isLive` leaves out. Complexity: O(items).
    package func tally(leftOut isLive: [Bool]) -> SettledTally {
        var tally = SettledTally()
        for code in 0..<count where !isLive[code] {
            let mark = marks[code]
            let kind = Int(mark & Mark.kind)
            tally.count += 1
            tally.countByKind[kind] += 1
            if mark & Mark.reason != 0 { tally.reasonCount += 1 }
            if mark & Mark.blocked != 0 { tally.hasBlocked = true }
            if mark & Mark.active != 0, WorkKind.allCases[kind].isBug { tally.hasActiveBug = true }
            if mark & Mark.finished != 0 { tally.lastFinishedOn = Swift.max(tally.lastFinishedOn, endedOn[code]) }
            tally.bornOn = Swift.min(tally.bornOn, bornOn[code])
        }
        return tally
    }
}

/// What pages count of all items, of those that a folding left out.
package struct SettledTally: Sendable, Equatable {
    package internal(set) var count = 0
    /// In the order of `WorkKind.allCases`.
    package internal(set) var countByKind = [Int](repeating: 0, count: WorkKind.allCases.count)
    package internal(set) var reasonCount = 0
    package internal(set) var hasBlocked = false
    /// Whether a bug was worked on in an active stage.
    package internal(set) var hasActiveBug = false
    var lastFinishedOn = SettledItems.always
    var bornOn = SettledItems.never

    package init() {}

    /// The day of the newest finished item, where there is one.
    package var lastFinishedDay: CalendarDay? { lastFinishedOn == SettledItems.always ? nil : CalendarDay(number: lastFinishedOn) }

    /// The first day that anything is known of one of them.
    package var firstDay: CalendarDay? { count == 0 ? nil : CalendarDay(number: bornOn) }

    package func count(of kind: WorkKind) -> Int { countByKind[kind.place] }

    package static func += (left: inout SettledTally, right: SettledTally) {
        left.count += right.count
        left.countByKind = zip(left.countByKind, right.countByKind).map(+)
        left.reasonCount += right.reasonCount
        left.hasBlocked = left.hasBlocked || right.hasBlocked
        left.hasActiveBug = left.hasActiveBug || right.hasActiveBug
        left.lastFinishedOn = max(left.lastFinishedOn, right.lastFinishedOn)
        left.bornOn = min(left.bornOn, right.bornOn)
    }
}
