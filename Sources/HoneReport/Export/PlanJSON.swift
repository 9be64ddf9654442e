package import HoneFacts
package import HoneLoop

/// The plan as JSON: its picture with its lines, and a baseline as it was settled on.
package struct PlanJSON {
    let picture: PhasedPicture
    let lines: [PlanLine]

    package init(_ picture: PhasedPicture, lines: [PlanLine]) {
        (self.picture, self.lines) = (picture, lines)
    }

    package var json: JSON {
        .object([("plan", PhasedJSON(picture).json), ("lines", .array(lines.map(line)))])
    }

    private func line(_ line: PlanLine) -> JSON {
        .object([
            ("key", .text(line.key)), ("phase", .text(line.phase)), ("kind", .text(line.kind.rawValue)),
            ("plannedStartOn", .optional(line.plannedStartOn?.description)),
            ("plannedFinishOn", .optional(line.plannedFinishOn?.description)), ("budget", .optional(line.budget)),
            ("finishNowOn", .optional(line.finishNowOn?.description)), ("budgetNow", .optional(line.budgetNow)),
            ("doneOn", .optional(line.doneOn?.description)), ("spent", .optional(line.spent)), ("remark", .unlessEmpty(line.remark)),
        ])
    }

    package static func baseline(_ recorded: RecordedBaseline, zone: ZoneTable) -> JSON {
        func day(_ raw: Int64) -> JSON { raw == Instant.missing ? .null : .text(Instant(rawValue: raw).description) }
        return .object([
            ("number", .integer(recorded.number)), ("id", .text(recorded.id)),
            ("setOn", .text(zone.day(atSeconds: recorded.baseline.setAt).description)), ("role", .text(recorded.role)),
            ("reason", .unlessEmpty(recorded.reason)),
            (
                "lines",
                .array(
                    recorded.baseline.lines.map {
                        .object([
                            ("key", .text($0.key)), ("phase", .text($0.phase)), ("type", .text($0.type)),
                            ("plannedStartOn", day($0.plannedStartAt)), ("plannedFinishOn", day($0.plannedFinishAt)),
                            ("budget", .optional($0.budget)),
                        ])
                    })
            ),
        ])
    }
}
