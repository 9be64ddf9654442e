import HoneFacts
import HoneStatistics

/// The ledger in words: what was put in, what came of it, how well we guess.
package struct LedgerWords: Sendable {
    package let ledger: Ledger

    package init(_ ledger: Ledger) { self.ledger = ledger }

    /// The answer first.
    package var sentence: String {
        guard !ledger.rows.isEmpty else {
            return "No improvement has been decided yet, so there is nothing to hold against what was put in."
        }
        // What was agreed to be measured and could not be told is not measured.
        let untold = ledger.measured.count { $0.effect?.size == nil }
        let measured = ledger.measured.count - untold
        let (better, worse) = (ledger.count(.better), ledger.count(.worse))
        let cannot = untold > 0 ? "; \(untold) could not be measured" : ""
        return
            "\(CountText.counted(ledger.rows.count, "improvement")) decided, \(cost): \(measured) measured, of which \(better) better, \(worse) worse and \(measured - better - worse) not shown to change anything\(cannot); \(ledger.rows.count - ledger.measured.count) not measured."
    }

    private var cost: String {
        ledger.investedText("put in", "of unknown cost") ?? "nobody says what they took"
    }

    package var facts: [(label: String, text: String)] {
        let counts = Effect.allCases.map { "\($0.rawValue) \(ledger.count($0))" }.joined(separator: ", ")
        let answers = ImprovementAnswer.allCases.map { "\($0.rawValue) \(ledger.count($0))" }.joined(separator: ", ")
        var facts = [("effects", counts), ("decisions", answers)]
        for total in ledger.totals { facts.append((total.kind == .shares ? "together, shares" : "together", text(total))) }
        if let calibration = ledger.calibration { facts.append(("expected", text(calibration))) }
        return ledger.rows.isEmpty ? [] : facts
    }

    private func text(_ total: Ledger.Total) -> String {
        func size(_ value: Double) -> String {
            "\(ValueText.significant(total.gain(value) * 100, digits: 2)) \(total.kind == .shares ? "points" : "%")"
        }
        guard total.interval.lower < total.interval.upper else {
            return "\(total.n) effects hold no more than their noise: nothing is shown to have changed on average"
        }
        return
            "\(size(total.mean)) better on average (\(size(total.interval.lower)) to \(size(total.interval.upper)), 90 % interval, n \(total.n)), after each was pulled toward nothing by as much as its noise deserves"
    }

    private func text(_ calibration: Ledger.Calibration) -> String {
        "\(calibration.reached) of \(calibration.n) shown to reach at least the lower end of what was expected; measured over expected \(ValueText.significant(calibration.medianRatio, digits: 2)) (median)"
    }

    /// Of one row: number, title, decision, hours, effect, guard.
    package func cells(_ row: Ledger.Row) -> [String] {
        let words: [ImprovementAnswer: String] = row.isExperiment ? [.keep: "persevere", .adapt: "pivot", .drop: "stop"] : [:]
        let hours = row.costHours.map { "\(ValueText.short($0))\(row.isEstimate ? " (thought)" : "")" } ?? "–"
        let effect =
            (row.effect.map { self.effect($0, row.terms?.measure) } ?? "not measured") + (row.isInHindsight ? ", agreed in hindsight" : "")
        return [
            "\(row.number)", row.title, words[row.answer] ?? row.answer.rawValue, hours, effect, row.effect?.guardState.rawValue ?? "–",
        ]
    }

    package static let headers = ["number", "improvement", "decided", "hours", "effect", "guard"]

    private func effect(_ effect: RecordedEffect, _ measure: EffectMeasure?) -> String {
        guard let size = effect.size, let terms = EffectTerms(kind: effect.kind, better: effect.better) else {
            return effect.effect.rawValue
        }
        let text = EffectSizeText(terms, of: measure)
        return "\(effect.effect.rawValue): \(text.size(size.value)) (\(text.end(size.lower)) to \(text.end(size.upper)))"
    }
}
