/// What is kept of a folding of all facts, so that the next one starts from it.
///
/// It speaks of facts up to a position of the log, read in one way, by a clock that does not go back. It says nothing that the
/// facts do not say: losing it costs time and no number.
package struct KeptFold: Sendable, Equatable {
    /// What stands for the interpretation and the program: another one reads everything anew.
    package var digest: String
    /// Seconds since 1970.
    package var now: Int64
    package var position: LogPosition
    /// Items that are open, have dates only, or ended on this day or later are live: a page of such days looks at no other.
    package var liveFrom: CalendarDay
    /// Live items by origin.
    package var live: [String: LiveItems]
    /// What pages count of all others.
    package var leftOut: SettledTally
    /// The last day that an item was finished on; `SettledItem.always` where none was.
    package var lastFinishedOn: Int32

    package init(
        digest: String, now: Int64, position: LogPosition, liveFrom: CalendarDay, live: [String: LiveItems], leftOut: SettledTally,
        lastFinishedOn: Int32
    ) {
        (self.digest, self.now, self.position) = (digest, now, position)
        (self.liveFrom, self.live, self.leftOut, self.lastFinishedOn) = (liveFrom, live, leftOut, lastFinishedOn)
    }

    /// After a folding of all facts, and how each item stands by origin. Complexity: O(items log items).
    package static func whole(
        of histories: Histories, digest: String, position: LogPosition, liveFrom: CalendarDay, _ zone: ZoneTable
    ) -> (fold: KeptFold, settled: [String: SettledItems]) {
        let items = histories.items
        var settled: [String: SettledItems] = [:]
        var live: [String: [Int32]] = [:]
        var leftOut = SettledTally()
        for (origin, rows) in items.rowsByOrigin {
            // Taken out of the dictionary, so that noting an item copies none.
            var (kept, codes) = (SettledItems(), [Int32]())
            for row in rows {
                let (code, item) = (items.key.code(row), SettledItem(row, of: items, zone))
                kept[code] = item
                if item.endedOn >= liveFrom.number { codes.append(code) } else { leftOut.add(item) }
            }
            settled[origin] = kept
            live[origin] = codes.sorted()
        }
        let fold = KeptFold(
            digest: digest, now: histories.now, position: position, liveFrom: liveFrom, live: live.mapValues { LiveItems($0) },
            leftOut: leftOut, lastFinishedOn: SettledItem.always)
        return (fold.noting(histories, zone), settled)
    }

    /// With the clock of a folding that went on from it, and its last finished item.
    package func noting(_ histories: Histories, _ zone: ZoneTable) -> KeptFold {
        var result = self
        result.now = histories.now
        let last = histories.items.finishedAt.max() ?? Instant.missing
        if last != Instant.missing { result.lastFinishedOn = max(lastFinishedOn, zone.day(Instant(rawValue: last)).number) }
        return result
    }
}

extension ItemHistories {
    /// How items with new facts stand now, noted among how items stood before; one that is no item any longer is nothing.
    /// Complexity: O(items).
    package func noted(
        _ touched: [String: Set<Int32>], among known: [String: SettledItems], _ live: [String: LiveItems], _ zone: ZoneTable
    ) -> [String: SettledItems] {
        var result = known
        for (origin, codes) in touched {
            for code in codes { result[origin, default: SettledItems()][code] = SettledItem() }
        }
        for (origin, rows) in rowsByOrigin {
            guard let codes = live[origin]?.codes, let touched = touched[origin] else { continue }
            for row in rows {
                let code = codes[Int(key.code(row))]
                if touched.contains(code) { result[origin]?[code] = SettledItem(row, of: self, zone) }
            }
        }
        return result
    }

    /// Rows of the items of each origin, ascending.
    var rowsByOrigin: [(origin: String, rows: [Int])] {
        var rows: [Int32: [Int]] = [:]
        for item in 0..<count { rows[origin.code(item), default: []].append(item) }
        return rows.sorted { $0.key < $1.key }.map { (origin.text($0.key), $0.value) }
    }
}
