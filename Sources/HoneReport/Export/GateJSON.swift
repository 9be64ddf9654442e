import HoneFacts
package import HoneLoop
import HoneMetrics

/// A gate as one JSON object, with every sheet and outcome it ever had.
package struct GateJSON {
    let words: GateWords

    package init(_ words: GateWords) {
        self.words = words
    }

    package var json: JSON {
        let gate = words.gate
        return .object([
            ("number", .integer(gate.number)), ("id", .text(gate.id)), ("phase", .text(gate.phase)), ("name", .text(gate.name)),
            ("plannedOn", .optional(gate.plannedOn?.description)),
            (
                "moves",
                .array(
                    gate.moves.map { move in
                        .object([
                            ("from", .optional(move.from?.description)), ("to", .text(move.to.description)), ("reason", .text(move.reason)),
                        ])
                    })
            ),
            ("state", .text(words.state)), ("standing", .text(words.standing)), ("remark", .optional(words.remark)),
            ("criteria", .array(gate.criteria.map { .text($0.sentence) })), ("sheets", .array(gate.sheets.map(sheet))),
            ("outcomes", .array(gate.closings.map(closing))), ("next", .unlessEmpty(words.next)),
        ])
    }

    private func sheet(_ sheet: GateSheet) -> JSON {
        .object([
            ("openedOn", .text(sheet.openedOn.description)), ("from", .text(sheet.window.from.description)),
            ("to", .text(sheet.window.to.description)),
            (
                "readings",
                .array(
                    sheet.readings.map { reading in
                        .object([
                            ("metric", .text(reading.criterion.metric)),
                            ("definitionVersion", .integer(reading.criterion.definitionVersion)),
                            ("unit", .optional(Catalogue.metric(reading.criterion.metric)?.definition.unit.rawValue)),
                            ("bound", .text(reading.criterion.bound.description)), ("verdict", .text(reading.verdict.rawValue)),
                            ("value", .optional(reading.number)), ("lower", .optional(reading.lower)), ("upper", .optional(reading.upper)),
                            ("n", .integer(reading.n)), ("leftOut", .integer(reading.excludedCount)),
                            ("provisional", .boolean(reading.isProvisional)), ("why", reading.why.isEmpty ? .null : .text(reading.why)),
                        ])
                    })
            ),
        ])
    }

    private func closing(_ closing: GateClosing) -> JSON {
        .object([
            ("outcome", .text(closing.outcome.rawValue)), ("closedOn", .text(closing.closedOn.description)), ("role", .text(closing.role)),
            ("reason", .text(closing.reason)),
            (
                "conditions",
                .array(
                    closing.conditions.map {
                        .object([
                            ("text", .text($0.text)), ("dueOn", .optional($0.dueOn?.description)),
                            ("standing", .text(words.standing(of: $0))),
                        ])
                    })
            ), ("lessons", .array(closing.lessons.map { .text($0) })),
            ("withoutLesson", closing.withoutLesson.isEmpty ? .null : .text(closing.withoutLesson)),
        ])
    }
}
