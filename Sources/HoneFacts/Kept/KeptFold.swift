/// What is kept of a folding of all facts, so that the next one starts from it.
///
/// It speaks of facts up to a position of the log, read in one way, by a clock that does not go back. It says nothing that the
/// facts do not say: losing it costs time and no number.
package struct KeptFold: Sendable {
    /// What stands for the interpretation and the program: another one reads everything anew.
    package var digest: String
    /// Seconds since 1970.
    package var now: Int64
    package var position: LogPosition
    /// By origin.
    package var items: [String: SettledItems]

    package init(digest: String, now: Int64, position: LogPosition, items: [String: SettledItems]) {
        self.digest = digest
        self.now = now
        self.position = position
        self.items = items
    }

    /// Whether facts that were read now can go on from it. A spent segment that came later does not say which items it took
    /// facts back from.
    package func isValid(for facts: FactTables, digest: String, now: Int64) -> Bool {
        self.digest == digest && self.now <= now && position.retractionCount == facts.position.retractionCount
            && position.lastSegment <= facts.position.lastSegment && facts.lastSpentSegment <= position.lastSegment
    }

    /// Which items a folding has to look at: those that end on a day or later or are open, and those with new facts.
    package func live(from day: CalendarDay, _ changes: KeptChanges) -> [String: LiveItems] {
        var live: [String: LiveItems] = [:]
        for (origin, settled) in items {
            let touched = changes.touched[origin] ?? []
            live[origin] = LiveItems(
                (0..<settled.count).map { settled.endedOn[$0] >= day.number || ($0 < touched.count && touched[$0]) })
        }
        return live
    }

    /// What pages count of the items that are left out.
    package func tally(leftOut live: [String: LiveItems]) -> SettledTally {
        var tally = SettledTally()
        for (origin, settled) in items { tally += settled.tally(leftOut: live[origin]?.isLive ?? []) }
        return tally
    }

    /// The last day that an item can have been finished on, new facts included; perhaps a later one. Complexity: O(items).
    package func lastFinishedDay(_ changes: KeptChanges) -> CalendarDay? {
        let known = items.values.map { $0.tally(leftOut: [Bool](repeating: false, count: $0.count)).lastFinishedOn }.max()
        let last = max(known ?? SettledItems.always, changes.newestDay)
        return last == SettledItems.always ? nil : CalendarDay(number: last)
    }

    /// Goes on to a later position: what was folded now takes the place of what was known of these items.
    package mutating func update(_ histories: Histories, _ changes: KeptChanges, position: LogPosition, _ zone: ZoneTable) {
        for (origin, touched) in changes.touched {
            items[origin, default: SettledItems()].forget(touched)
        }
        let folded = histories.items
        var byOrigin: [Int32: String] = [:]
        for item in 0..<folded.count {
            let code = folded.origin.code(item)
            let origin = byOrigin[code] ?? folded.origin[item]
            byOrigin[code] = origin
            items[origin, default: SettledItems()].note(item, of: folded, zone)
        }
        self.position = position
        now = histories.now
    }
}

/// What facts that were recorded behind a kept folding are about.
package struct KeptChanges: Sendable {
    /// By origin and code: the items with new facts.
    package internal(set) var touched: [String: [Bool]] = [:]
    /// The first day on which anything may count otherwise than it did.
    package internal(set) var affectedFrom = SettledItems.never
    /// The last day that something new happened on.
    package internal(set) var newestDay = SettledItems.always

    package init() {}
}
