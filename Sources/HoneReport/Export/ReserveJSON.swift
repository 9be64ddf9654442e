import HoneFacts
package import HoneLoop

/// The reserve as JSON.
package struct ReserveJSON {
    let picture: ReservePicture

    package init(_ picture: ReservePicture) { self.picture = picture }

    package var json: JSON {
        .object([
            ("agreement", reserve(picture.reserve)), ("next", picture.next.map(reserve) ?? .null), ("period", .text(picture.word)),
            ("met", picture.met.map { .object([("count", .integer($0.count)), ("of", .integer($0.of))]) } ?? .null),
            ("periods", .array(picture.periods.map(period))), ("otherRaids", .array(picture.otherRaids.map(raid))),
        ])
    }

    private func reserve(_ reserve: Reserve) -> JSON {
        .object([
            ("floor", .number(reserve.floor)), ("unit", .text(reserve.unit.rawValue)), ("agreed", .boolean(reserve.isAgreed)),
            ("from", .optional(reserve.isAgreed ? reserve.from.description : nil)),
            ("reason", .optional(reserve.reason.isEmpty ? nil : reserve.reason)), ("countable", .boolean(reserve.unit.isTold)),
        ])
    }

    /// `day` is one of the period whose reserve it was.
    private func raid(_ raid: ReserveRaid) -> JSON {
        .object([("day", .text(raid.periodFrom.description)), ("role", .text(raid.role)), ("reason", .text(raid.reason))])
    }

    private func period(_ period: ReservePicture.Period) -> JSON {
        let use = period.used
        return .object([
            ("from", .text(period.window.from.description)), ("to", .text(period.window.to.description)),
            ("running", .boolean(period.isRunning)), ("floor", .number(period.reserve.floor)), ("unit", .text(use.unit.rawValue)),
            ("improvement", .number(use.improvement)), ("unclassified", .number(use.unclassified)), ("all", .number(use.all)),
            ("unlogged", .integer(use.unlogged)),
            ("share", .optional(use.share)),
            ("range", use.range.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null),
            ("unavailableReason", .optional(use.missing)), ("planned", .optional(period.planned)),
            ("raids", .array(period.raids.map(raid))),
        ])
    }
}
