/// How an item stood after a folding: all that a page needs of one that it does not look at.
///
/// An item is settled when it has ended. It stays so, with every day it has counted on, until another fact speaks of it. Days are
/// those of the product's zone, by number.
package struct SettledItem: Sendable, Equatable {
    /// The day it ended on; `never` for one that is open, has dates only, or is no item at all.
    package internal(set) var endedOn = Self.never
    /// The first day it ended on, whatever came later; `never` where there was none.
    package internal(set) var firstEndOn = Self.never
    /// The first day that anything is known of it; `always` where it has no date of request, `never` where it is no item.
    package internal(set) var bornOn = Self.never
    var marks: UInt8 = 0

    package static let (always, never) = (Int32.min, Int32.max)

    /// What a mark says beside the work kind, which stands in the lowest bits.
    private enum Mark {
        static let (kind, finished, reason, blocked, active): (UInt8, UInt8, UInt8, UInt8, UInt8) = (0b111, 8, 16, 32, 64)
    }

    init() {}

    init(endedOn: Int32, firstEndOn: Int32, bornOn: Int32, marks: UInt8) {
        (self.endedOn, self.firstEndOn, self.bornOn, self.marks) = (endedOn, firstEndOn, bornOn, marks)
    }

    /// An item of a folding. Complexity: O(1).
    init(_ item: Int, of items: borrowing ItemHistories, _ zone: ZoneTable) {
        func day(_ raw: Int64) -> Int32 { zone.day(Instant(rawValue: raw)).number }
        let (finishedAt, cancelledAt, first) = (items.finishedAt[item], items.cancelledAt[item], items.firstFinishedAt[item])
        let end = Swift.max(finishedAt, cancelledAt)
        if items.hasTransitions[item], end != Instant.missing { endedOn = day(end) }
        firstEndOn = Swift.min(end == Instant.missing ? Self.never : day(end), first == Instant.missing ? Self.never : day(first))
        let isAlways = items.requestedAt[item] == Instant.missing
        bornOn = isAlways ? Self.always : items.firstDay(of: item, zone)?.number ?? Self.always
        marks = UInt8(items.kind[item].place)
        if finishedAt != Instant.missing { marks |= Mark.finished }
        if !items.reason.isEmpty(item) { marks |= Mark.reason }
        if items.blockedSeconds[item] > 0 { marks |= Mark.blocked }
        if items.activeSeconds[item] > 0 { marks |= Mark.active }
    }

    package var isSettled: Bool { endedOn != Self.never }
    var kindPlace: Int { Int(marks & Mark.kind) }
    var isFinished: Bool { marks & Mark.finished != 0 }
    var hasReason: Bool { marks & Mark.reason != 0 }
    var isBlocked: Bool { marks & Mark.blocked != 0 }
    var isActiveBug: Bool { marks & Mark.active != 0 && WorkKind.allCases[kindPlace].isBug }
}
