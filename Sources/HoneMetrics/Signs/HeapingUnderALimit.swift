import HoneFacts
import HoneStatistics

/// More work that takes just as long as people may expect than the durations around it would let one think.
///
/// Counted in working days, because weekends alone leave gaps in calendar days. See ``HeapingAtALimit`` for the comparison.
enum HeapingUnderALimit {
    static func sign(_ histories: Histories, _ limit: AgreedLimit, _ context: MeasureContext) -> Sign? {
        let items = histories.items
        let starts = limit.span == .leadTime ? items.requestedAt : items.startedAt
        let calendar = context.interpretation.calendar
        let days = items.finished(context).compactMap { item -> Int? in
            guard starts[item] != Instant.missing else { return nil }
            let (first, last) = (context.day(starts[item]), context.day(items.finishedAt[item]))
            return first <= last ? calendar.days(from: first, through: last) : nil
        }
        // The limit is in calendar days; a week of them has as many working days as the calendar says.
        let working = Int((Double(limit.days) * Double(calendar.weekdays.count) / 7).rounded())
        return sign(days: days, limit: working, limit.span)
    }

    /// - Parameters:
    ///   - days: durations in working days, one or more each.
    ///   - limit: the longest duration that is within the limit.
    ///   - span: which duration the limit is agreed for.
    static func sign(days: [Int], limit: Int, _ span: AgreedLimit.Span = .cycleTime) -> Sign? {
        let width = max(1, limit / 5)
        guard limit >= 2 * width else { return nil }
        func count(_ from: Int) -> Int { days.count { $0 > from && $0 <= from + width } }
        let (within, beyond) = (count(limit - width), count(limit))
        guard within + beyond >= fewest,
            let heaping = HeapingAtALimit(
                farWithin: count(limit - 2 * width), within: within, beyond: beyond, farBeyond: count(limit + width)),
            heaping.probability < Sign.significance
        else { return nil }
        let rest = Double(within + beyond) - heaping.expected
        return Sign(
            .heapingUnderALimit, count: within, of: days.count, expected: heaping.expected, probability: heaping.probability,
            "\(within) items took between \(limit - width + 1) and \(limit) working days and \(beyond) took up to \(width) more; the durations around would give about \(Int(heaping.expected.rounded())) and \(Int(rest.rounded())).",
            metrics: ["sle-attainment", span.rawValue])
    }

    /// Items around the limit that can tell a heap from chance.
    private static let fewest = 20
}
