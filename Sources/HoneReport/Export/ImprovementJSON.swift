import HoneFacts
package import HoneLoop
import HoneMetrics
import HoneStatistics

/// An improvement as one JSON object.
package struct ImprovementJSON {
    let improvement: Improvement
    let words: ImprovementWords
    let agreements: Agreements
    let reading: ImprovementReading?

    package init(_ improvement: Improvement, _ words: ImprovementWords, _ agreements: Agreements, _ reading: ImprovementReading?) {
        (self.improvement, self.words, self.agreements, self.reading) = (improvement, words, agreements, reading)
    }

    package var json: JSON {
        .object([
            ("number", .integer(improvement.number)), ("id", .text(improvement.id)), ("title", .text(improvement.title)),
            ("state", .text(words.state)), ("standing", .text(words.standing)),
            ("notedOn", .text(improvement.firstDay(words.zone).description)),
            ("shape", improvement.shape.map(shape) ?? .null), ("terms", improvement.terms.map(terms) ?? .null),
            ("expectedByHour", .optional(WaitingOrder.expectedByHour(improvement))),
            ("inForceSince", .optional(improvement.measured?.since.description)), ("effect", reading?.effect.map { effect($0) } ?? .null),
            ("guard", .optional(reading?.recorded?.guardState.rawValue)),
            ("guardEffect", reading?.guarding.map { effect($0) } ?? .null), ("decision", decision), ("story", story),
            ("next", words.next.isEmpty ? .null : .text(words.next)),
        ])
    }

    private func shape(_ shape: ImprovementShape) -> JSON {
        .object([
            ("kind", .text(shape.kind?.rawValue ?? "product-experiment")), ("scope", .text(shape.scope.rawValue)),
            ("stage", shape.stage.isEmpty ? .null : .text(shape.stage)), ("hurts", shape.hurts.isEmpty ? .null : .text(shape.hurts)),
            ("goal", agreements.goal(id: shape.goal).map { .integer($0.number) } ?? .null), ("funding", .text(shape.funding.rawValue)),
            ("costHours", .optional(shape.costHours)), ("area", shape.area.isEmpty ? .null : .text(shape.area)),
        ])
    }

    private func terms(_ terms: ImprovementTerms) -> JSON {
        .object([
            ("hypothesis", .text(terms.hypothesis)), ("metric", .text(terms.measure.metric)),
            ("unit", .optional(Catalogue.metric(terms.measure.metric)?.definition.unit.rawValue)),
            ("part", terms.measure.part.isEmpty ? .null : .text(terms.measure.part)), ("better", .text(terms.measure.better.rawValue)),
            ("changesAre", .text(terms.measure.kind == .shares ? "points" : "shares-of-the-level")),
            ("expected", .array([.number(terms.expected.lowerBound), .number(terms.expected.upperBound)])),
            ("smallest", .number(terms.smallest)), ("smallestVisibleChange", .optional(terms.smallestVisible)),
            ("guard", .text(terms.guarding.metric)), ("washoutWeeks", .integer(terms.washoutWeeks)), ("looks", .text(terms.looks.rawValue)),
            ("costHours", .optional(terms.costHours)),
        ])
    }

    private func effect(_ comparison: SeriesComparison) -> JSON { SeriesComparisonJSON(comparison).json }

    private var decision: JSON {
        guard case .decided(let decided) = improvement.state else { return .null }
        let grounds = decided.grounds
        return .object([
            ("answer", .text(decided.answer.rawValue)), ("reason", .text(grounds.reason)),
            ("effect", .optional(grounds.effect?.effect.rawValue)), ("guard", .optional(grounds.effect?.guardState.rawValue)),
            ("sizeIs", .optional(decided.inForce.map { SeriesComparisonJSON.scale($0.terms.measure.kind) })),
            ("size", .optional(grounds.effect?.size?.value)), ("lower", .optional(grounds.effect?.size?.lower)),
            ("upper", .optional(grounds.effect?.size?.upper)), ("learned", grounds.learned.isEmpty ? .null : .text(grounds.learned)),
            ("costHours", .optional(grounds.costHours)), ("decidedOn", .text(words.zone.day(atSeconds: grounds.decidedAt).description)),
        ])
    }

    private var story: JSON {
        switch improvement.story {
        case .item(let link)?: .object([("link", .text(link))])
        case .none(let reason)?: .object([("link", .null), ("reason", .text(reason))])
        case nil: .null
        }
    }
}
