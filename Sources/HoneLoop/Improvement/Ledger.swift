package import HoneFacts
package import HoneStatistics

/// What was put into improvements beside what was shown to come of them: those that were not shown to help stand in it as prominently.
package struct Ledger: Sendable {
    package struct Row: Sendable {
        package let number: Int
        package let title: String
        package let decidedOn: CalendarDay
        package let answer: ImprovementAnswer
        package let isExperiment: Bool
        /// Hours of work as somebody said afterwards, else as they were thought to be.
        package let costHours: Double?
        package let isEstimate: Bool
        /// Nil where nothing was measured.
        package let effect: RecordedEffect?
        package let terms: ImprovementTerms?
        /// Whether the terms were agreed when the effect could be seen already: it counts for no calibration.
        package let isInHindsight: Bool
        package let learned: String
    }

    package let rows: [Row]

    /// - Parameter until: nil counts everything that was decided.
    package init(_ agreements: Agreements, _ zone: ZoneTable, until: CalendarDay? = nil) {
        let all = agreements.improvements.compactMap { improvement -> Row? in
            guard case .decided(let decided) = improvement.state else { return nil }
            let estimate = decided.inForce?.terms.costHours ?? decided.shape.costHours
            return Row(
                number: improvement.number, title: improvement.title, decidedOn: zone.day(atSeconds: decided.grounds.decidedAt),
                answer: decided.answer, isExperiment: decided.shape.isExperiment, costHours: decided.grounds.costHours ?? estimate,
                isEstimate: decided.grounds.costHours == nil && estimate != nil, effect: decided.grounds.effect,
                terms: decided.inForce?.terms, isInHindsight: decided.inForce?.isInHindsight(zone) ?? false,
                learned: decided.grounds.learned)
        }
        rows = until.map { day in all.filter { $0.decidedOn <= day } } ?? all
    }

    private init(rows: [Row]) { self.rows = rows }

    /// The same without one improvement.
    package func without(_ number: Int) -> Ledger { Ledger(rows: rows.filter { $0.number != number }) }

    package func count(_ answer: ImprovementAnswer) -> Int { rows.count { $0.answer == answer } }
    package func count(_ effect: Effect) -> Int { rows.count { $0.effect?.effect == effect } }
    package var measured: [Row] { rows.filter { $0.effect != nil } }

    /// Hours of work of all rows that say some, how many of the hours are only what was thought before, and how many rows say none.
    package var invested: (hours: Double, thought: Double, unknown: Int) {
        func hours(_ rows: [Row]) -> Double { rows.compactMap(\.costHours).reduce(0, +) }
        return (hours(rows), hours(rows.filter(\.isEstimate)), rows.count { $0.costHours == nil })
    }

    /// `85 h put in (60 of them thought before) and 2 of unknown cost`; nil where nobody says anything.
    package func investedText(_ verb: String, _ unknownWords: String) -> String? {
        let (hours, thought, unknown) = invested
        guard unknown < rows.count else { return nil }
        let before = thought == 0 ? "" : thought == hours ? " (thought before)" : " (\(ValueText.short(thought)) of them thought before)"
        return "\(ValueText.short(hours)) h \(verb)\(before)" + (unknown > 0 ? " and \(unknown) \(unknownWords)" : "")
    }

    // MARK: Totals

    /// The effects of one kind taken together, after each was pulled toward nothing by as much as its noise deserves.
    package struct Total: Sendable {
        package let kind: WeeklySeries.Kind
        /// Toward better: a mean of logarithms of factors for durations and counts, points for shares.
        package let mean: Double
        /// 90 %, on the same scale.
        package let interval: (lower: Double, upper: Double)
        package let n: Int

        /// The gain of so much on that scale, as a share of the level or in points.
        package func gain(_ value: Double) -> Double { kind.change(ofAdditive: value) }
    }

    /// Fewer than this are not taken together.
    package static let fewest = 3

    /// Every effect with a size counts, whatever was decided; experiments on the product too. What something else may explain, and what was
    /// agreed when it could be seen already, does not.
    package var totals: [Total] {
        [[WeeklySeries.Kind.durations, .counts], [.shares]].compactMap { kinds in
            let counted = measured.filter { !$0.isInHindsight && $0.effect?.effect != .confounded }
            let effects = counted.compactMap(\.effect).filter { kinds.contains($0.kind) }.compactMap(Self.toward)
            guard let shrunken = ShrunkenEstimates(effects.map(\.gain), standardErrors: effects.map(\.error)) else { return nil }
            guard shrunken.values.count >= Self.fewest else { return nil }
            let n = Double(shrunken.values.count)
            let mean = shrunken.values.reduce(0, +) / n
            let error = shrunken.standardErrors.reduce(0) { $0 + $1 * $1 }.squareRoot() / n
            return Total(kind: kinds[0], mean: mean, interval: (mean - 1.645 * error, mean + 1.645 * error), n: Int(n))
        }
    }

    /// The gain on the scale that effects add up on, and its standard error from the 90 % interval.
    private static func toward(_ effect: RecordedEffect) -> (gain: Double, error: Double)? {
        guard let size = effect.size, let value = effect.kind.additive(size.value), let lower = effect.kind.additive(size.lower),
            let upper = effect.kind.additive(size.upper), upper > lower
        else { return nil }
        return (effect.better == .higher ? value : -value, (upper - lower) / (2 * 1.645))
    }

    // MARK: Calibration

    /// How what was expected compares with what was measured; nil where nothing was measured that was agreed beforehand.
    package struct Calibration: Sendable, Equatable {
        package let n: Int
        /// Shown to be better, and at least as large as the lower end of what was expected.
        package let reached: Int
        /// The median of measured over expected, by the middle of what was expected.
        package let medianRatio: Double
    }

    package var calibration: Calibration? {
        let pairs = measured.compactMap { row -> (measured: Double, expected: ClosedRange<Double>, isShown: Bool)? in
            guard !row.isInHindsight, let terms = row.terms, let effect = row.effect, let size = effect.size else { return nil }
            return (effect.gain(size.value), terms.expected, effect.effect == .better)
        }
        let ratios = pairs.map { $0.measured / (($0.expected.lowerBound + $0.expected.upperBound) / 2) }.sorted()
        guard let median = Quantile.median(sorted: ratios) else { return nil }
        return Calibration(
            n: pairs.count, reached: pairs.count { $0.isShown && $0.measured >= $0.expected.lowerBound }, medianRatio: median)
    }
}
