import HoneFacts
package import HoneLoop
import HoneMetrics

/// The scorecard as one JSON object.
package struct ScorecardJSON {
    let scorecard: Scorecard

    package init(_ scorecard: Scorecard) {
        self.scorecard = scorecard
    }

    package var json: JSON {
        .object(
            [
                ("product", .text(scorecard.product)), ("lifeCycle", .text(scorecard.lifeCycle)),
                ("window", Self.window(scorecard.window)),
                ("quarters", .array(ScorecardBuilder.quarters(endingWith: scorecard.window).map(Self.window))),
                ("notes", .array(scorecard.notes.map { .text($0) })), ("zone", .text(scorecard.zone)),
                ("today", .text(scorecard.today.description)),
                ("evidenceEndsOn", .optional(scorecard.evidenceEndsOn?.description)),
                ("unreadSince", .optional(scorecard.unreadSince?.description)),
                (
                    "evidence",
                    .array(
                        scorecard.evidence.map { .object([("origin", .text($0.origin)), ("ageSeconds", .integer($0.ageSeconds))]) })
                ), ("workingSoftware", .array(scorecard.workingSoftware.map { .text($0) })), ("goals", .array(scorecard.lanes.map(lane))),
                ("process", .array(scorecard.process.map(row))),
            ] + capability + outside + (scorecard.phased.map { [("phased", PhasedJSON($0).json)] } ?? []) + learning + [
                ("flow", .array(scorecard.flow.map { .text($0) })),
                ("improvement", improvement), ("whereItLives", .text(scorecard.whereItLives)),
                ("whetherItPays", .text(scorecard.whetherItPays)), ("whichKPI", .text(scorecard.whichKPI)),
                (
                    "cannotSay",
                    .array(
                        scorecard.cannotSay.map {
                            .object([("what", .text($0.what)), ("why", .text($0.why)), ("next", .unlessEmpty($0.next))])
                        })
                ),
            ])
    }

    private static func window(_ window: Window) -> JSON {
        .object([("from", .text(window.from.description)), ("to", .text(window.to.description))])
    }

    /// No trends for a product that is too young for them, or decided to have none. Slopes are in the metric's unit a year.
    private var capability: [(String, JSON)] {
        let standing = ("capabilityStanding", CapabilityStandingJSON(scorecard).json)
        guard let capability = scorecard.shownCapability else { return [("capability", .array([])), standing] }
        let trends = zip(capability.trends, capability.probabilities).map { trend, probability -> JSON in
            .object([
                ("metric", .text(trend.metric)), ("version", .integer(trend.version)), ("name", .text(trend.name)),
                ("unit", .text(trend.unit.rawValue)), ("from", .optional(trend.quarters.first?.from.description)),
                ("to", .optional(trend.quarters.last?.to.description)), ("now", .optional(trend.now)),
                ("slopePerYear", .optional(trend.slope)), ("slopeLower", .optional(trend.slopeInterval?.lowerBound)),
                ("slopeUpper", .optional(trend.slopeInterval?.upperBound)), ("probability", .optional(trend.probability)),
                ("adjustedProbability", .optional(probability)),
                ("sentence", .text(CapabilityWords.sentence(trend, probability: probability))),
                ("quarters", .array(trend.values.map { .optional($0) })), ("quarterCounts", .array(trend.counts.map { .integer($0) })),
                ("quarterEligible", .array(trend.eligible.map { .integer($0) })),
            ])
        }
        return [("capability", .array(trends)), standing]
    }

    /// Numbers of others as their sources say them; absent where people entered none.
    private var outside: [(String, JSON)] {
        guard !scorecard.outside.isEmpty else { return [] }
        let references = scorecard.outside.map { reference -> JSON in
            .object([
                ("metric", .text(reference.metric)), ("value", .text(reference.value)), ("saidBy", .text(reference.saidBy)),
                ("date", .text(reference.date)), ("where", .optional(reference.place)), ("measuredByHone", .boolean(false)),
            ])
        }
        return [("outside", .array(references))]
    }

    /// Absent for a product that does not work by loops.
    private var learning: [(String, JSON)] {
        scorecard.learning.isEmpty ? [] : [("learning", .array(scorecard.learning.map { .text($0) }))]
    }

    private func lane(_ lane: Scorecard.Lane) -> JSON {
        .object([
            ("kind", .text(lane.kind.rawValue)),
            (
                "goals",
                .array(
                    lane.goals.map {
                        .object([
                            ("number", .integer($0.number)), ("outcome", .text($0.outcome)), ("standing", .unlessEmpty($0.standing)),
                            ("measure", $0.measure.map(measure) ?? .null), ("kpis", .array($0.kpis.map(kpi))),
                            ("gap", .unlessEmpty($0.gap)), ("next", .unlessEmpty($0.next)),
                        ])
                    })
            ),
        ])
    }

    /// A goal's own number; null members where nothing was measured.
    private func measure(_ line: Scorecard.MeasureLine) -> JSON {
        .object([
            ("name", .text(line.name)), ("unit", .text(line.unit)), ("value", .optional(line.value)),
            ("measuredOn", .optional(line.measuredOn?.description)), ("n", .integer(line.n)), ("before", .optional(line.before)),
            ("beforeOn", .optional(line.beforeOn?.description)), ("target", .optional(line.target?.description)),
            ("targetState", .optional(line.state?.rawValue)), ("remark", .unlessEmpty(line.remark)),
            ("quarters", .array(line.past.map { .optional($0) })), ("quarterCounts", .array(line.pastCounts.map { .integer($0) })),
        ])
    }

    private func kpi(_ kpi: Scorecard.KPILine) -> JSON {
        .object([
            ("number", .integer(kpi.number)), ("metric", .text(kpi.metric)), ("name", .text(kpi.name)),
            ("inForce", .boolean(kpi.isInForce)), ("standing", .text(kpi.standing)), ("observed", .optional(kpi.observed)),
            ("target", .optional(kpi.target)), ("targetState", .optional(kpi.targetState?.rawValue)), ("guard", .optional(kpi.held)),
            ("guardState", .optional(kpi.guardState?.rawValue)), ("signs", .array(kpi.signs.map(SignJSON.json))),
            ("remarks", .array(kpi.remarks.map { .text($0) })),
            ("next", .unlessEmpty(kpi.next)),
        ])
    }

    private func row(_ row: Scorecard.ProcessRow) -> JSON {
        .object([
            ("name", .text(row.name)), ("role", .text(row.role)), ("statistic", .text(row.isPercentile ? "p85" : "value")),
            ("shown", .optional(row.isPercentile ? row.observation.percentiles?.p85 : row.observation.value)),
            ("observation", ObservationJSON(row.observation).json), ("quarters", .array(row.history.map { .optional($0) })),
            ("quarterCounts", .array(row.historyCounts.map { .integer($0) })),
            ("breaks", .array(row.breaks.map { .object([("on", .text($0.day.description)), ("label", .text($0.label))]) })),
        ])
    }

    private var improvement: JSON {
        let improvement = scorecard.improvement
        return .object([
            ("reserveFloor", .number(improvement.reserveFloor)), ("share", ObservationJSON(improvement.share).json),
            (
                "iterationsAtFloor",
                improvement.met.map { .object([("count", .integer($0.count)), ("of", .integer($0.of))]) } ?? .null
            ),
            ("reserve", improvement.reserve.map { ReserveJSON($0).json } ?? .null),
            ("healthCheck", .optional(improvement.healthCheck)), ("fromCeremonies", .optional(improvement.fromCeremonies)),
            (
                "running",
                .array(
                    improvement.running.map {
                        .object([("label", .text($0.label)), ("text", .text($0.text)), ("next", $0.next.isEmpty ? .null : .text($0.next))])
                    })
            ),
            (
                "unansweredNotes",
                .array(
                    improvement.unansweredNotes.map { .object([("number", .integer($0.number)), ("text", .text($0.text))]) })
            ),
        ])
    }
}
