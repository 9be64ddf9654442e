import HoneStatistics

/// Every week of a series at which an effect can be read, and the fits there.
struct PlaceboPast {
    let series: WeeklySeries
    let terms: EffectTerms
    let past: OwnPast
    let dates: [Int]

    init(_ series: WeeklySeries, _ terms: EffectTerms) {
        self.series = series
        self.terms = terms
        past = OwnPast(series, design: terms.design).prepared(alpha: terms.thresholds.alpha)
        dates = past.placebos.map(\.week)
    }

    var readings: [EffectReading] { dates.map { reading(of: series, at: $0) } }

    /// Windows after the action without a week in common between the first and the last date.
    var disjointWindows: Int {
        guard let first = dates.first, let last = dates.last else { return 0 }
        return (last - first) / terms.design.afterWeeks + 1
    }

    /// - Parameter changed: the series, or one that is the same before `date`.
    func reading(of changed: WeeklySeries, at date: Int) -> EffectReading {
        EffectReading(changed, action: date, terms: terms, past: past)
    }
}

extension Effect {
    /// Where nothing was done: true for a false better, false for a false worse, nil for a word that claims nothing.
    var isFalseBetter: Bool? {
        switch self {
        case .better: true
        case .worse: false
        case .noMeaningfulChange, .undetermined, .tooLittleData, .confounded: nil
        }
    }
}
