import HoneFacts
package import HoneLoop
import HoneStatistics

/// A record before and after a day, as the JSON object of the command line's contract.
///
/// `difference` and `interval` are on the scale that the method works on, which `differenceIs` names; `size` is the same in the terms of
/// people: a factor, or points from 0 to 1 for shares, as `sizeIs` says. `smallestVisibleChange` is how far such a size is from no change.
package struct SeriesComparisonJSON {
    let comparison: SeriesComparison

    package init(_ comparison: SeriesComparison) {
        self.comparison = comparison
    }

    package var json: JSON {
        let reading = comparison.reading
        let terms = reading.terms
        return .object([
            ("effect", .text(reading.effect.rawValue)), ("sentence", .text(comparison.sentence)),
            ("at", .text(comparison.actionOn.description)), ("kind", .text(kind(terms.kind))), ("better", .text(terms.better.rawValue)),
            ("smallest", .number(terms.smallest)),
            ("before", side(reading.before, comparison.medianBefore)), ("after", side(reading.after, comparison.medianAfter)),
            ("leftOut", leftOut), ("differenceIs", .text(method(terms.kind))), ("difference", .optional(reading.shift)),
            (
                "interval",
                reading.interval.map { interval in
                    .object([("level", .number(interval.level)), ("lower", .number(interval.lower)), ("upper", .number(interval.upper))])
                } ?? .null
            ),
            ("sizeIs", .text(Self.scale(terms.kind))),
            (
                "size",
                reading.size.map { size in
                    .object([("value", .number(size.value)), ("lower", .number(size.lower)), ("upper", .number(size.upper))])
                } ?? .null
            ),
            ("method", .text("level-shift")), ("look", .text(terms.look.rawValue)),
            ("pDown", .optional(reading.probabilityLow)), ("pUp", .optional(reading.probabilityHigh)),
            ("placeboShare", .optional(reading.placeboShare)), ("placeboWeeks", .integer(reading.placebos)),
            ("movesByItself", .boolean(reading.claim == .movesByItself)), ("belowSmallest", .boolean(reading.isBelowSmallest)),
            ("smallestVisible", .optional(reading.smallestVisible)),
            ("smallestVisibleChange", .optional(reading.smallestVisible.map { abs(terms.kind == .shares ? $0 : $0 - 1) })),
            ("definition", .text("series-comparison")), ("definitionVersion", .integer(SeriesComparison.definitionVersion)),
        ])
    }

    /// What the metric gave no value to in the weeks that were compared, by reason.
    private var leftOut: JSON {
        let left = comparison.leftOut
        return .object([
            ("count", .integer(left.count)), ("of", .integer(left.of)),
            ("reasons", .object(left.reasons.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })),
        ])
    }

    private func side(_ side: EffectReading.Side, _ median: Double?) -> JSON {
        let isEmpty = side.weeks.isEmpty
        return .object([
            ("n", .integer(side.items)), ("median", .optional(median)), ("weeks", .integer(side.weeks.count)),
            ("from", .optional(isEmpty ? nil : CalendarDay(week: side.weeks.lowerBound).description)),
            ("to", .optional(isEmpty ? nil : CalendarDay(week: side.weeks.upperBound).description)),
        ])
    }

    /// What a size of an effect is.
    static func scale(_ kind: WeeklySeries.Kind) -> String { kind == .shares ? "points" : "factor" }

    private func method(_ kind: WeeklySeries.Kind) -> String {
        switch kind {
        case .durations: "logarithm"
        case .shares: "share"
        case .counts: "root"
        }
    }

    private func kind(_ kind: WeeklySeries.Kind) -> String {
        switch kind {
        case .durations: "duration"
        case .shares: "share"
        case .counts: "count"
        }
    }
}
