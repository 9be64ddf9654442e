import HoneFacts

/// What of the product came out with each release: changes by the first release that reaches them, items by the release of their
/// last commit or their version.
struct BroughtByRelease {
    /// One a release that was asked for, in their order.
    let rows: [ReleaseRow.Brought]
    /// Whether any source says with which release an item came out; else items stand where they were finished.
    let isKnown: Bool
    /// Finished items of which no source says a release, where sources say it of others: they are in no row.
    let unreleasedItemCount: Int

    /// - Parameter windows: the days of the releases at `places`.
    /// - Complexity: O(changes + items + days).
    init(_ days: ReleaseDays, _ places: Range<Int>, _ windows: [Window], _ histories: Histories, _ zone: ZoneTable) {
        let of = DayIndex(windows)
        let (integrations, items) = (histories.git.integrations, histories.items)
        var changes = [Int](repeating: 0, count: windows.count)
        func count(_ raw: [Int64]) {
            for raw in raw where raw != Instant.missing { of[zone.day(Instant(rawValue: raw))].map { changes[$0] += 1 } }
        }
        switch days.source {
        case .tags:
            var rowOf = [Int](repeating: -1, count: histories.git.releases.count)
            for (row, place) in places.enumerated() { for release in days.releases[place].rows { rowOf[release] = row } }
            for release in integrations.release where release >= 0 && rowOf[release] >= 0 { changes[rowOf[release]] += 1 }
        case .versions: count(integrations.count > 0 ? integrations.mergedAt : histories.changes.mergedAt)
        }
        let hasChanges = integrations.count > 0 || (days.source == .versions && histories.changes.count > 0)
        isKnown = histories.joins.releasedAt.isFilled
        var kinds = [[WorkKind: Int]](repeating: [:], count: windows.count)
        var unreleased = 0
        for item in 0..<items.count where items.finishedAt[item] != Instant.missing {
            let at = isKnown ? histories.joins.releasedAt[item] : items.finishedAt[item]
            if at == Instant.missing { unreleased += 1 }
            guard at != Instant.missing, let row = of[zone.day(Instant(rawValue: at))] else { continue }
            kinds[row][items.kind[item], default: 0] += 1
        }
        unreleasedItemCount = unreleased
        rows = windows.indices.map { row in
            ReleaseRow.Brought(changes: hasChanges ? changes[row] : nil, items: items.totalCount > 0 ? kinds[row] : nil)
        }
    }
}

/// Which of some windows that do not meet a day is in. O(log windows).
private struct DayIndex {
    /// Ascending.
    let windows: [Window]

    init(_ windows: [Window]) { self.windows = windows }

    subscript(day: CalendarDay) -> Int? {
        var (low, high) = (0, windows.count)
        while low < high {
            let middle = (low + high) / 2
            if windows[middle].to <= day { low = middle + 1 } else { high = middle }
        }
        return low < windows.count && windows[low].contains(day) ? low : nil
    }
}
