package import HoneLoop
import HoneStatistics

/// The same change in many groups, as the JSON object of the command line's contract.
///
/// Numbers named `median`, `lower`, `upper` and `difference` are on the scale that the method works on: logarithms for durations,
/// shares for shares. Every group is in it, in the order of the names.
package struct GroupedComparisonJSON {
    let comparison: GroupedComparison

    package init(_ comparison: GroupedComparison) {
        self.comparison = comparison
    }

    package var json: JSON {
        let labels = GroupLabel.labels(comparison.groups.map(\.name))
        return .object([
            ("differenceIs", .text(comparison.terms.kind == .shares ? "share" : "logarithm")),
            ("sizeIs", .text(SeriesComparisonJSON.scale(comparison.terms.kind))),
            ("resolution", .text(comparison.isMonthly ? "monthly" : "weekly")), ("better", .text(comparison.terms.better.rawValue)),
            ("smallest", .number(comparison.terms.smallest)), ("groups", .integer(comparison.groups.count)),
            ("read", .integer(comparison.readGroups.count)), ("tooLittleData", .integer(comparison.count(.tooLittleData))),
            ("pooled", pool(comparison.pooled)), ("plainMeans", pool(comparison.plain)), ("trendBefore", pool(comparison.trendBefore)),
            (
                "course",
                .array(
                    comparison.moments.map { moment in
                        .object([
                            ("number", .integer(moment.number)), ("groups", .integer(moment.groups)),
                            ("median", .optional(moment.distance)),
                        ])
                    })
            ),
            ("each", .array(zip(comparison.groups, labels).map(group))),
        ])
    }

    private func group(_ group: GroupedComparison.Group, _ label: String) -> JSON {
        let reading = group.reading
        return .object([
            ("group", .text(label)), ("effect", .text(reading.effect.rawValue)), ("before", .integer(reading.before.items)),
            ("after", .integer(reading.after.items)), ("difference", .optional(reading.shift)),
            ("lower", .optional(reading.interval?.lower)), ("upper", .optional(reading.interval?.upper)),
            ("plainDifference", .optional(reading.shift == nil ? nil : group.plainShift)),
            ("trendBefore", .optional(reading.shift == nil ? nil : group.trendBefore)), ("pDown", .optional(reading.probabilityLow)),
            ("pUp", .optional(reading.probabilityHigh)),
        ])
    }

    private func pool(_ pool: GroupPool?) -> JSON {
        guard let pool else { return .null }
        return .object([
            ("groups", .integer(pool.groups)), ("median", .number(pool.median)), ("lower", .optional(pool.interval?.lower)),
            ("upper", .optional(pool.interval?.upper)), ("size", .optional(comparison.size(pool.median))),
        ])
    }
}
