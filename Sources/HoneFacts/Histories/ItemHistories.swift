/// Work items folded from their facts, as columns. Row `i` of every column is the same item.
///
/// Instants are raw values (`Instant.rawValue`), `Instant.missing` where unknown.
package struct ItemHistories: Sendable {
    package var origin = ItemTexts()
    package var key = ItemTexts()
    package var type = ItemTexts()
    package var stream = ItemTexts()
    package var kind: [WorkKind] = []
    package var title = ItemTexts()
    /// Joined by U+001F.
    package var labels = ItemTexts()
    package var reason = ItemTexts()
    package var requestedAt = ItemNumbers()
    /// First entry into the commitment stage or any stage right of it.
    package var startedAt = ItemNumbers()
    /// Start of the last unbroken stay in a done stage; missing while the item is open, reopened or cancelled.
    package var finishedAt = ItemNumbers()
    /// First entry into a done stage, whatever came later.
    package var firstFinishedAt = ItemNumbers()
    package var cancelledAt = ItemNumbers()
    /// Whether it left a done stage after it first entered one.
    package var isReopened: [Bool] = []
    /// Whether it stands left of the commitment stage again.
    package var isReturned: [Bool] = []
    /// Whether its dates came with transitions, or only as dates in a row.
    package var hasTransitions: [Bool] = []
    /// Whether its tracker itself says when it was closed and opened again.
    package var hasClosings: [Bool] = []
    /// Seconds in active stages between start and finish (or now), less the union of the blocks.
    package var activeSeconds = ItemNumbers(rest: 0)
    /// Seconds between start and finish (or the instant it left, or now).
    package var processSeconds = ItemNumbers(rest: 0)
    package var blockedSeconds = ItemNumbers(rest: 0)
    package var loggedSeconds = ItemNumbers()
    package var estimatedSeconds = ItemNumbers()
    /// How bad a defect is, and the phases it came from and was found in: the source's own words.
    package var severity = ItemTexts()
    package var injectedPhase = ItemTexts()
    package var foundPhase = ItemTexts()
    /// Versions that the tracker says it is in, joined by U+001F.
    package var versions = ItemTexts()
    /// Versions that the tracker says have the defect, joined by U+001F.
    package var affected = ItemTexts()
    /// Keys it had before, and its tracker's number for it, apart by spaces.
    package var aliases = ItemTexts()
    /// When a defect was found: `before` or `after` its release; empty where no source says.
    package var found = ItemTexts()
    package var visits = ItemVisits()
    /// The stages that visits speak of: the product's own, then `Requested`, `Started`, `Finished` for items with dates only.
    package var stages: [Stage] = []
    /// Stage codes below this one come from the product's stage map.
    package var mappedStageCount = 0
    package var commitment = 0

    /// Items that this folding left out, because no day that is asked for sees them.
    package var settled = SettledTally()
    /// How often items came into each status that no stage names, by day.
    package var unmappedByDay: [String: [CalendarDay: Int]] = [:]

    /// Items that are folded here.
    package var count: Int { key.count }
    /// All items of the product.
    package var totalCount: Int { count + settled.count }
    /// Whether any item of the product has transitions. Only such items are ever left out.
    package var hasAnyTransitions: Bool { settled.count > 0 || hasTransitions.contains(true) }

    /// Whether any item of the product is of a kind that is asked about.
    package func hasAny(_ isAsked: (WorkKind) -> Bool) -> Bool {
        kind.contains(where: isAsked) || WorkKind.allCases.contains { isAsked($0) && settled.count(of: $0) > 0 }
    }

    /// The first day that anything is known of an item.
    package func firstDay(of item: Int, _ zone: ZoneTable) -> CalendarDay? {
        var first = visits.firstEntry(of: item).map { zone.day(atSeconds: $0) }
        func look(_ raw: Int64) {
            guard raw != Instant.missing, case let day = zone.day(Instant(rawValue: raw)), day < first ?? day + 1 else { return }
            first = day
        }
        look(requestedAt[item])
        look(startedAt[item])
        look(finishedAt[item])
        look(cancelledAt[item])
        look(firstFinishedAt[item])
        return first
    }

    package func visits(of item: Int) -> ItemVisits.Stays { visits.stays(of: item) }

    /// The stage an item was in at an instant, or nil before it existed. Complexity: O(visits of the item).
    package func stage(of item: Int, atSeconds seconds: Int64) -> Int? { visits.stage(of: item, atSeconds: seconds) }

    /// Rows of the items that are open at some second of a range, or end in it; perhaps a few more. Ascending.
    package func alive(_ seconds: Range<Int64>) -> [Int32] {
        let lifetimes = ItemLifetimes(self)
        let reach = ItemLifetimes.reach(seconds)
        return (0..<Int32(count)).filter { lifetimes.meet(reach, Int($0)) }
    }

    /// The same of some rows, in their order.
    package func alive(_ seconds: Range<Int64>, among rows: [Int32]) -> [Int32] {
        let lifetimes = ItemLifetimes(self)
        let reach = ItemLifetimes.reach(seconds)
        return rows.filter { lifetimes.meet(reach, Int($0)) }
    }

    /// The same for several ranges, in one walk over the items. Complexity: O(items x ranges).
    package func alive(inEachOf ranges: [Range<Int64>]) -> [[Int32]] {
        guard let least = ranges.map(\.lowerBound).min(), let greatest = ranges.map(\.upperBound).max() else { return [] }
        let lifetimes = ItemLifetimes(self)
        let (all, reaches) = (ItemLifetimes.reach(least..<greatest), ranges.map(ItemLifetimes.reach))
        var rows = [[Int32]](repeating: [], count: ranges.count)
        for item in 0..<count { lifetimes.forEachMet(reaches, in: all, item) { rows[$0].append(Int32(item)) } }
        return rows
    }

    /// Whether being in a stage is work in progress.
    package func isInProgress(_ code: Int) -> Bool {
        let kind = stages[code].kind
        guard kind == .wait || kind == .active else { return false }
        return code >= mappedStageCount || code >= commitment
    }
}
