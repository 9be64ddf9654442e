import HoneFacts
import HoneStatistics

/// Old items that ended and were written anew under the same title, and request dates later than what the item itself went through.
///
/// Work that comes back, such as a weekly release, has namesakes around any day: only more of them than chance would put there count.
/// The limit is Garwood's for a Poisson count (Fiducial limits for the Poisson distribution, Biometrika 28, 1936).
enum AgeResets {
    /// Days an item has to have been open, and days within which its namesake is requested.
    static let (oldest, within): (Int, Int) = (30, 7)

    /// - Parameter looksAtTitles: without them only dates are looked at.
    static func sign(_ histories: Histories, _ context: MeasureContext, looksAtTitles: Bool = true) -> Sign? {
        let items = histories.items
        let inner = context.over(context.window)
        let ended = inner.candidates(items).filter { item in
            let end = max(items.finishedAt[item], items.cancelledAt[item])
            return end != Instant.missing && inner.needs(end)
        }
        let renewed = looksAtTitles ? renewed(ended, items, context) : []
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
        let all = requests.values.flatMap { [$0.first, $0.last].compactMap(\.self) }
        guard let first = all.min(), let last = all.max() else { return [] }
        var expected = 0.0
        let renewed = ended.filter { item in
            guard !items.title.isEmpty(item), items.requestedAt[item] != Instant.missing else { return false }
            let end = context.day(max(items.finishedAt[item], items.cancelledAt[item]))
            // It was requested long before its end, so a request around the end is another item's.
            guard end - context.day(items.requestedAt[item]) >= oldest else { return false }
            let days = requests[Namesake(item, items)] ?? []
            expected += min(1, Double(days.count - 1) * Double(2 * within + 1) / Double(last - first + 1))
            let next = firstIndex(in: days, from: end + -within)
            return next < days.count && days[next] <= end + within
        }
        let least = PoissonRate.garwood(count: renewed.count, exposure: 1, level: 1 - 2 * Sign.significance)?.lower ?? 0
        return least > expected ? renewed : []
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
