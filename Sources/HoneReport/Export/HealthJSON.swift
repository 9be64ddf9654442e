import HoneFacts
package import HoneLoop
import HoneStatistics

/// A closed health check as JSON. A statement that is hidden has no numbers at all.
package struct HealthJSON {
    let picture: HealthPicture

    package init(_ picture: HealthPicture) { self.picture = picture }

    package var json: JSON {
        .object([
            ("number", .integer(picture.check.number)), ("closedOn", .text(picture.closedOn.description)),
            ("asked", .integer(picture.result.asked)), ("answered", .integer(picture.result.answered)),
            ("givenUp", .boolean(picture.check.isGivenUp)),
            ("shownFrom", .integer(picture.check.terms.k)), ("pack", .integer(picture.check.terms.packVersion)),
            ("comparedWith", .optional(picture.beforeOn?.description)), ("statements", .array(picture.rows.map(row))),
        ])
    }

    private func row(_ row: HealthPicture.Row) -> JSON {
        let head: [(String, JSON)] = [
            ("id", .text(row.question.id)), ("text", .text(row.question.text)), ("shown", .boolean(row.cell != nil)),
        ]
        guard let cell = row.cell else { return .object(head) }
        return .object(
            head + [
                ("n", .integer(cell.n)), ("counts", .array(cell.counts.map { .integer($0) })), ("cannotSay", .integer(cell.cannotSay)),
                ("agree", share(cell)), ("median", .optional(cell.median)), ("medianInterval", interval(cell.medianInterval)),
                ("moved", .optional(row.trend?.direction.rawValue)), ("probability", .optional(row.trend?.probability)),
                ("past", .array(row.past.filter { !$0.hadOtherText }.map(point))),
            ])
    }

    private func point(_ point: HealthPicture.Point) -> JSON {
        .object([
            ("closedOn", .text(point.on.description)), ("counts", point.cell.map { .array($0.counts.map { .integer($0) }) } ?? .null),
        ])
    }

    private func share(_ cell: HealthCell) -> JSON {
        .object([
            ("count", .integer(cell.agreeing?.count ?? 0)), ("of", .integer(cell.n)), ("interval", interval(cell.interval)),
        ])
    }

    private func interval(_ interval: Interval?) -> JSON {
        interval.map { .object([("lower", .number($0.lower)), ("upper", .number($0.upper)), ("level", .number($0.level))]) } ?? .null
    }
}
