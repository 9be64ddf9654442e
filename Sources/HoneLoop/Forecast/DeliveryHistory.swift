package import HoneFacts
import HoneMetrics

/// The finished and the open items of a product as a forecast needs them.
package struct DeliveryHistory: Sendable {
    /// Items finished on each day from the first on which one was, zeros included; empty where none is.
    package let counts: [Int]
    /// The last day that is over and known: a part of a day is no day.
    package let lastDay: CalendarDay
    /// The day on which the first work that is known began; nil where nobody says when work begins.
    package let begunOn: CalendarDay?
    private let items: ItemHistories

    /// - Parameter now: seconds since 1970.
    /// - Complexity: O(items + days).
    package init(_ histories: Histories, _ interpretation: Interpretation, now: Int64) {
        items = histories.items
        let zone = interpretation.zone
        begunOn = items.startedAt.bounds.map { zone.day(Instant(rawValue: $0.least)) }
        lastDay = zone.day(atSeconds: histories.known(until: now, of: .items)) + -1
        let context = MeasureContext(
            interpretation: interpretation, window: Window(from: lastDay, to: lastDay + 1), now: now)
        guard case .rows(let rows) = Throughput().measure(histories, context) else {
            counts = []
            return
        }
        let last = lastDay
        let days = (0..<rows.count).filter { rows.exclusion[$0] == nil && rows.endDay[$0] <= last }.map { rows.endDay[$0] }
        guard let first = days.min() else {
            counts = []
            return
        }
        var counts = [Int](repeating: 0, count: last - first + 1)
        for day in days { counts[day - first] += 1 }
        self.counts = counts
    }

    /// How many items carry a label, and how many of them are open: neither finished nor cancelled.
    package func items(labelled label: String) -> (all: Int, open: Int) {
        let wanted = label.lowercased()
        var (all, open) = (0, 0)
        for item in 0..<items.count where !items.labels.isEmpty(item) {
            guard items.labels[item].split(separator: "\u{1f}").contains(where: { $0.lowercased() == wanted }) else { continue }
            all += 1
            if items.finishedAt[item] == Instant.missing, items.cancelledAt[item] == Instant.missing { open += 1 }
        }
        return (all, open)
    }
}
