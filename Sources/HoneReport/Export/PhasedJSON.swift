import HoneFacts
package import HoneLoop
import HoneMetrics

/// Phases, gates and the improvement lane as one JSON object. Amounts are in the plan's own unit.
package struct PhasedJSON {
    let picture: PhasedPicture

    package init(_ picture: PhasedPicture) {
        self.picture = picture
    }

    package var json: JSON {
        let sentences = PhasedSentences(picture)
        return .object([
            ("asOf", .text(picture.asOf.description)), ("sentences", .array(sentences.all.map { .text($0) })),
            (
                "baseline",
                picture.baseline.map {
                    .object([
                        ("number", .integer($0.number)), ("lines", .integer($0.baseline.lines.count)), ("role", .text($0.role)),
                        ("reason", .unlessEmpty($0.reason)),
                    ])
                } ?? .null
            ), ("all", picture.figures.map { Self.figures($0.all) } ?? .null),
            ("improvementLane", picture.figures.map { Self.figures($0.lane) } ?? .null), ("phases", .array(picture.phases.map(phase))),
            ("touched", .array(picture.touched.map { .text($0) })), ("neverTouched", .array(picture.neverTouched.map { .text($0) })),
            (
                "lessons",
                .array(
                    picture.lessons.map {
                        .object([("gate", .integer($0.gate)), ("phase", .text($0.phase)), ("text", .text($0.text))])
                    })
            ),
        ])
    }

    private func phase(_ phase: PhasedPicture.Phase) -> JSON {
        .object([
            ("name", .text(phase.name)), ("from", .optional(phase.window?.from.description)),
            ("to", .optional(phase.window?.to.description)), ("all", phase.figures.map { Self.figures($0.all) } ?? .null),
            ("improvementLane", phase.figures.map { Self.figures($0.lane) } ?? .null),
            ("improvements", .integer(phase.improvements)),
            (
                "gates",
                .array(
                    phase.gates.map {
                        .object([
                            ("number", .integer($0.number)), ("name", .text($0.name)), ("state", .text($0.state)),
                            ("standing", .text($0.standing)), ("remark", .optional($0.remark)), ("next", .unlessEmpty($0.next)),
                        ])
                    })
            ),
        ])
    }

    static func figures(_ figures: PlanFigures) -> JSON {
        .object([
            ("n", .integer(figures.n)), ("done", .integer(figures.doneCount)),
            ("excluded", .object(figures.excluded.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })),
            ("budgetAtCompletion", .number(figures.budget)), ("plannedValue", .number(figures.planned)),
            ("earnedValue", .number(figures.earned)), ("actualCost", .optional(figures.spent)),
            ("doneWithoutCost", .integer(figures.withoutCost)), ("schedulePerformance", .optional(figures.schedulePerformance)),
            ("costPerformance", .optional(figures.costPerformance)), ("estimateAtCompletion", .optional(figures.estimateAtCompletion)),
            ("weeksAhead", .optional(figures.weeksAhead)),
        ])
    }
}
