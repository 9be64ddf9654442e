import HoneFacts
import HoneStatistics

extension EffectEvidence {
    /// Why no look can tell what a change on a day did, whatever comes after it: `5 whole weeks before the week of 8 Jun 2026, 12 are
    /// needed`; nil where its past is long enough. What lies before a change of life cycle is no past of it.
    /// - Complexity: that of the rows; of the effect where there is something to say.
    func shortfall(before day: CalendarDay, of terms: ImprovementTerms) -> String? {
        // Where the evidence ends before the change, its past is not known whole yet.
        guard covered(by: terms.measure.metric).to >= day else { return nil }
        guard let judged = terms.effectTerms(.single), let record = record(terms.measure, actionOn: day) else { return nil }
        switch judged.design.shortfall(of: record.series, at: day.week) {
        case .history?, .itemsBefore?, .weeksBefore?:
            let comparison = SeriesComparison(record, actionOn: day, terms: judged)
            return String(EffectSentence(comparison.reading, actionOn: day).shortfall.dropLast())
        case .notOver?, .itemsAfter?, .weeksAfter?, nil: return nil
        }
    }
}
