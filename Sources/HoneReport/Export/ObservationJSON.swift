import HoneFacts
package import HoneMetrics
import HoneStatistics

/// An observation as the JSON object of the command line's contract.
package struct ObservationJSON {
    let observation: Observation
    /// The rows behind the number, where asked for.
    let rows: [MetricRow]?

    package init(_ observation: Observation, rows: [MetricRow]? = nil) {
        self.observation = observation
        self.rows = rows
    }

    package var json: JSON {
        var members = Self.fields(observation)
        if !observation.parts.isEmpty {
            let parts = observation.parts.map { part in JSON.object([("name", .text(part.name))] + Self.fields(part.observation)) }
            members.append(("parts", .array(parts)))
        }
        members.append(("signs", .array(observation.signs.map(SignJSON.json))))
        if let rows { members.append(("rows", .array(rows.map(Self.row)))) }
        return .object(members)
    }

    private static func fields(_ observation: Observation) -> [(String, JSON)] {
        var members: [(String, JSON)] = [
            ("metric", .text(observation.metric)), ("definitionVersion", .integer(observation.definitionVersion)),
            ("unit", .text(observation.unit.rawValue)),
            (
                "window",
                .object([
                    ("from", .text(observation.window.from.description)), ("to", .text(observation.window.to.description)),
                ])
            ),
            ("asked", asked(observation.options)), ("n", .integer(observation.n)), ("eligible", .integer(observation.eligible)),
            ("excluded", counts(observation.excluded)),
            ("flags", counts(observation.flags)), ("value", .optional(observation.value)),
        ]
        if let percentiles = observation.percentiles {
            members.append(
                (
                    "percentiles",
                    .object([("50", .number(percentiles.p50)), ("85", .number(percentiles.p85)), ("95", .number(percentiles.p95))])
                ))
            let intervals = [("85", percentiles.p85Interval), ("95", percentiles.p95Interval)]
            members.append(("percentileIntervals", .object(intervals.map { ($0, interval($1)) })))
            members.append(("mean", .optional(observation.mean)))
        }
        if let numerator = observation.numerator, let denominator = observation.denominator {
            members += [("numerator", .number(numerator)), ("denominator", .number(denominator))]
        }
        members += [
            ("interval", interval(observation.interval)), ("smallSample", .boolean(observation.isSmallSample)),
            ("events", .object([("start", .text(observation.events.start)), ("end", .text(observation.events.end))])),
            ("available", .boolean(observation.isAvailable)), ("unavailableReason", .optional(observation.unavailableReason)),
        ]
        if let unread = observation.unread { members.append(("unreadSince", .text("\(unread.since)"))) }
        if observation.isNotOver { members.append(("notOver", .boolean(true))) }
        if observation.isPartial { members.append(("partial", .boolean(true))) }
        if let source = observation.source { members.append(("source", .text(source))) }
        return members
    }

    /// What was asked for; null is what is usual.
    private static func asked(_ options: MetricOptions) -> JSON {
        .object([
            ("calendar", .text(options.calendar.rawValue)), ("elapsed", .boolean(options.isElapsed)),
            ("kinds", options.kinds.map { .array($0.map(\.rawValue).sorted().map { .text($0) }) } ?? .null),
            ("types", options.types.map { .array($0.sorted().map { .text($0) }) } ?? .null),
            ("by", .optional(options.grouping?.rawValue)),
            (
                "serviceLevel",
                options.serviceLevel.map { .object([("share", .number(Double($0.percent) / 100)), ("days", .integer($0.days))]) } ?? .null
            ),
            ("stalledAfterDays", options.stalledAfterDays.map { .integer($0) } ?? .null),
        ])
    }

    private static func interval(_ interval: Interval?) -> JSON {
        guard let interval else { return .null }
        return .object([
            ("level", .number(interval.level)), ("lower", .number(interval.lower)), ("upper", .number(interval.upper)),
            ("method", .text(interval.method)),
        ])
    }

    private static func counts(_ counts: [String: Int]) -> JSON {
        .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
    }

    private static func row(_ row: MetricRow) -> JSON {
        var members: [(String, JSON)] = [
            ("id", .text(row.id)), ("start", .optional(row.start)), ("end", .text(row.end)), ("value", .optional(row.value)),
        ]
        if let reason = row.exclusion { members.append(("excluded", .text(reason))) }
        if !row.flags.isEmpty { members.append(("flags", .array(row.flags.map { .text($0) }))) }
        return .object(members)
    }
}
