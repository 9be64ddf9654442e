import HoneFacts
import HoneStatistics

/// What a number's own past says about judging a change of it, before anybody commits to one.
package struct EffectPreview: Sendable {
    package let measure: EffectMeasure
    /// Toward better, as a share of the level or in points; nil where the past is too short to say.
    package let smallestVisible: Double?
    /// Whole weeks of history, 52 at most, and what they hold.
    package let weeks: Int
    package let items: Int
    /// Earlier weeks that were tried as if something had been done.
    package let placebos: Int
    /// What is missing for an effect at all; nil where nothing is.
    package let shortfall: String?

    init(_ measure: EffectMeasure, _ record: WeeklyRecord, _ terms: EffectTerms, on day: CalendarDay) {
        let comparison = SeriesComparison(record, actionOn: day, terms: terms)
        let reading = comparison.reading
        self.measure = measure
        smallestVisible = reading.smallestVisible.map { abs(measure.kind == .shares ? $0 : $0 - 1) }
        (weeks, items, placebos) = (reading.before.weeks.count, reading.before.items, reading.placebos)
        switch reading.shortfall {
        case .history?, .itemsBefore?, .weeksBefore?: shortfall = comparison.sentence
        case .notOver?, .itemsAfter?, .weeksAfter?, nil: shortfall = nil
        }
    }

    private var sizes: EffectSizes { EffectSizes(measure.kind, measure.better) }
    private var name: String { ImprovementWords.name(measure) }

    package var sentences: [String] {
        if let shortfall { return ["An effect on the \(name) could not be told if the change came now. \(shortfall)"] }
        guard let smallestVisible else {
            return ["What the \(name) could show is not known: its past is too short to try other dates."]
        }
        return [
            "The \(name) could show a change of \(sizes.text(smallestVisible)) or more, about three times in four. A smaller one will more likely end as \"undetermined\"."
        ]
    }

    package var lines: [(label: String, text: String)] {
        let noun = measure.kind == .counts ? "events" : "items"
        return [
            ("better is", measure.better.rawValue), ("history", "\(weeks) weeks, \(ValueText.grouped(items)) \(noun)"),
            ("tried", "\(placebos) earlier dates\(placebos < 20 ? ", too few for a check against the own past (20)" : "")"),
            ("measured", "12 weeks after the change, its own week left out"),
        ]
    }
}

extension ImprovementDraft {
    /// - Throws: `Refusal` where there is no such number.
    package func preview(_ improvement: Improvement, _ evidence: EffectEvidence) throws(Refusal) -> EffectPreview {
        var missing: [String] = []
        let measure = measured(improvement.shape, after: improvement.terms, evidence, &missing)
        if let measure {
            let size = EffectSizes(measure.kind, measure.better)
            if let smallest, size.size(smallest) == nil { missing.append("--smallest is '\(smallest)'; write it as \"\(size.example)\".") }
            if let expected, size.range(expected) == nil {
                missing.append("--expect is '\(expected)'; write it as \"\(size.exampleRange)\".")
            }
            if guardMetric != nil { _ = guarded(measure.metric, after: improvement.terms, evidence, &missing) }
            if !missing.isEmpty { throw Refusal(missing) }
        }
        guard let measure, case let day = evidence.covered(by: measure.metric).to, let record = evidence.record(measure, actionOn: day),
            let terms = EffectTerms(kind: measure.kind, better: measure.better, washout: washoutWeeks ?? 0)
        else {
            let known = evidence.measurable.first ?? "cycle-time"
            throw Refusal(missing + ["For example:", "  hone improvement preview \(improvement.number) --metric \(known)"])
        }
        return EffectPreview(measure, record, terms, on: day)
    }
}
