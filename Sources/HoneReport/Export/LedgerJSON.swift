import HoneFacts
package import HoneLoop
import HoneStatistics

/// The ledger as JSON, a row each with what it stands on.
package struct LedgerJSON {
    let ledger: Ledger

    package init(_ ledger: Ledger) { self.ledger = ledger }

    package var json: JSON {
        let (hours, thought, unknown) = ledger.invested
        return .object([
            ("rows", .array(ledger.rows.map(row))),
            ("invested", .object([("hours", .number(hours)), ("estimatedHours", .number(thought)), ("withoutHours", .integer(unknown))])),
            ("effects", .object(Effect.allCases.map { (JSON.key($0.rawValue), .integer(ledger.count($0))) })),
            ("decisions", .object(ImprovementAnswer.allCases.map { ($0.rawValue, .integer(ledger.count($0))) })),
            (
                "totals",
                .array(
                    ledger.totals.map { total in
                        .object([
                            ("kind", .text(total.kind.rawValue)), ("n", .integer(total.n)), ("gain", .number(total.gain(total.mean))),
                            ("lower", .number(total.gain(total.interval.lower))), ("upper", .number(total.gain(total.interval.upper))),
                        ])
                    })
            ),
            (
                "calibration",
                ledger.calibration.map {
                    .object([
                        ("n", .integer($0.n)), ("reached", .integer($0.reached)), ("medianRatio", .number($0.medianRatio)),
                    ])
                } ?? .null
            ),
        ])
    }

    private func row(_ row: Ledger.Row) -> JSON {
        .object([
            ("number", .integer(row.number)), ("title", .text(row.title)), ("decidedOn", .text(row.decidedOn.description)),
            ("decision", .text(row.answer.rawValue)), ("hours", .optional(row.costHours)), ("hoursAreAnEstimate", .boolean(row.isEstimate)),
            ("metric", .optional(row.terms?.measure.metric)), ("effect", .optional(row.effect?.effect.rawValue)),
            ("sizeIs", .optional(row.terms.map { SeriesComparisonJSON.scale($0.measure.kind) })),
            ("size", .optional(row.effect?.size?.value)),
            ("lower", .optional(row.effect?.size?.lower)), ("upper", .optional(row.effect?.size?.upper)),
            ("guard", .optional(row.effect?.guardState.rawValue)), ("inHindsight", .boolean(row.isInHindsight)),
            ("expectedLow", .optional(row.terms?.expected.lowerBound)), ("expectedHigh", .optional(row.terms?.expected.upperBound)),
            ("learned", row.learned.isEmpty ? .null : .text(row.learned)),
        ])
    }
}
