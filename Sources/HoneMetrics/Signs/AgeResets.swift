import HoneFacts

/// Old items that ended and were written anew under the same title, and request dates later than what the item itself went through.
enum AgeResets {
    /// Days an item has to have been open, and days within which its namesake is requested.
    static let (oldest, within): (Int, Int) = (30, 7)

    static func sign(_ histories: Histories, _ context: MeasureContext) -> Sign? {
        let items = histories.items
        let inner = context.over(context.window)
        let ended = inner.candidates(items).filter { item in
            let end = max(items.finishedAt[item], items.cancelledAt[item])
            return end != Instant.missing && inner.needs(end)
        }
        let renewed = renewed(ended, items, context)
        let moved = ended.filter { isMoved($0, items, context) }
        let count = Set(renewed + moved).count
        guard Sign.isMarked(count, of: ended.count) else { return nil }
        return Sign(
            .ageResets, count: count, of: ended.count,
            "\(renewed.count) items that had been open for \(oldest) days or more were closed and requested again under the same title within \(within) days, and \(moved.count) have a request date later than their first move.",
            metrics: ["lead-time", "work-item-age", "legacy-bug-count", "open-items-survival", "aging-pace"])
    }

    /// Ended items that were old, and of which a namesake of the same type was requested around their end.
    /// Complexity: O(items log items).
    private static func renewed(_ ended: [Int], _ items: ItemHistories, _ context: MeasureContext) -> [Int] {
        guard items.title.isFilled else { return [] }
        var requests: [Namesake: [CalendarDay]] = [:]
        for item in 0..<items.count where !items.title.isEmpty(item) && items.requestedAt[item] != Instant.missing {
            requests[Namesake(item, items), default: []].append(context.day(items.requestedAt[item]))
        }
        for namesake in requests.keys { requests[namesake]?.sort() }
        return ended.filter { item in
            guard !items.title.isEmpty(item), items.requestedAt[item] != Instant.missing else { return false }
            let end = context.day(max(items.finishedAt[item], items.cancelledAt[item]))
            // It was requested long before its end, so a request around the end is another item's.
            guard end - context.day(items.requestedAt[item]) >= oldest else { return false }
            let days = requests[Namesake(item, items)] ?? []
            let next = firstIndex(in: days, from: end + -within)
            return next < days.count && days[next] <= end + within
        }
    }

    private struct Namesake: Hashable {
        let title, type: Int32

        init(_ item: Int, _ items: ItemHistories) {
            (title, type) = (items.title.code(item), items.type.code(item))
        }
    }

    /// The first place of a day or a later one.
    private static func firstIndex(in days: [CalendarDay], from day: CalendarDay) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Requested at least two days after its first move: one day of difference is what zones make of a date.
    private static func isMoved(_ item: Int, _ items: ItemHistories, _ context: MeasureContext) -> Bool {
        guard items.hasTransitions[item], items.requestedAt[item] != Instant.missing, let first = items.visits(of: item).first else {
            return false
        }
        return context.day(items.requestedAt[item]) - context.interpretation.zone.day(atSeconds: first.enteredAt) >= 2
    }
}
